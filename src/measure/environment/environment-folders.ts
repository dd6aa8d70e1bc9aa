import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { folderBytes } from '../../host/folder-usage.ts';
import type { MemoryFolder } from '../../host/memory-folder.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import {
  type InstallOptions,
  type InstallResult,
  installSubject,
} from '../install/install-subject.ts';
import { removeLarge } from './remove-large.ts';

/** What is to be installed, where there is no folder for it yet. */
export type Wanted = Omit<InstallOptions, 'root' | 'files'>;

/** How much an environment may grow: by bytecode, and by a NumPy beside the one before. */
const GROWTH = 1.25;
const EXCHANGE_BYTES = 256 * 1024 ** 2;

/** Where environments lie: in memory as far as there is room, else on the disk. */
export interface EnvironmentFolders {
  /** On the disk, for what belongs to no environment. */
  readonly folder: string;
  /** @throws {UserError} disk full, interrupted */
  install(wanted: Wanted, files: InstallOptions['files']): Promise<InstallResult>;
  /** A name for what is moved out of an environment: on the same file system, else it is copied. */
  beside(root: string): string;
  remove(root: string): Promise<void>;
  /** Removes it while others work; what cannot be deleted then goes with the folder of the run. */
  discard(root: string): void;
  /** Has `close` wait for it. */
  later(work: Promise<unknown>): void;
  /** Waits for all that goes on. */
  close(): Promise<void>;
}

/** Gives each environment a folder, in memory where there is room, and takes it away. */
export function createEnvironmentFolders(world: World): EnvironmentFolders {
  const folder = join(world.folder, 'environments');
  const pending = new Set<Promise<unknown>>();
  /** What gives back the memory that was set aside, by environment. */
  const reserved = new Map<string, () => void>();
  let made = 0;

  const name = (base: string): string => {
    made += 1;
    return join(base, String(made));
  };

  const installOnDisk = async (wanted: Wanted, files: InstallOptions['files']) => {
    await mkdir(folder, { recursive: true });
    return installSubject({ ...wanted, root: name(folder), files });
  };

  const later = (work: Promise<unknown>): void => {
    const settled = work.catch(() => undefined).finally(() => pending.delete(settled));
    pending.add(settled);
  };

  const remove = async (root: string): Promise<void> => {
    await removeLarge(root, world);
    reserved.get(root)?.();
    reserved.delete(root);
  };

  /**
   * Once more in memory what is installed on the disk: only then is it known how much room it takes.
   * Undefined where that cannot be spared, or where it fails (another program filled it).
   */
  const againInMemory = async (
    onDisk: string,
    wanted: Wanted,
    memory: MemoryFolder,
  ): Promise<InstallResult | undefined> => {
    const bytes = (await folderBytes(onDisk)) * GROWTH + EXCHANGE_BYTES;
    if (!memory.reserve(bytes)) return undefined;
    const root = name(memory.folder);
    reserved.set(root, () => memory.release(bytes));
    const again = await installSubject({ ...wanted, root, files: 'copies' }).catch(() => undefined);
    if (again?.kind === 'installed') return again;
    // Half an environment takes memory, too.
    await remove(root);
    return undefined;
  };

  return {
    folder,
    remove,
    later,
    discard: (root) => later(remove(root)),
    beside: (root) => `${name(dirname(root))}.old`,

    async install(wanted, files) {
      const memory = await world.memory();
      if (memory === null) return installOnDisk(wanted, files);
      // Links cost next to nothing, and nothing runs in it.
      const onDisk = await installOnDisk(wanted, 'hard-links');
      if (onDisk.kind !== 'installed') return onDisk;
      const { root } = onDisk.environment;
      const again = await againInMemory(root, wanted, memory);
      if (again === undefined && files === 'hard-links') return onDisk;
      later(remove(root));
      return again ?? installOnDisk(wanted, files);
    },

    async close() {
      while (pending.size > 0) await together([...pending]);
    },
  };
}
