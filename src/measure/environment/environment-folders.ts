import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
export type Wanted = Omit<InstallOptions, 'root' | 'files' | 'until'>;

/** How much an environment in memory may grow: by bytecode, and by a NumPy beside the one before. */
const GROWTH_BYTES = 128 * 1024 ** 2;
/** How often it is looked at what an installation has taken: uv writes some 50 MB meanwhile. */
const LOOK_MS = 50;

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
  /** Environments in memory. */
  const inMemory = new Set<string>();
  /** What did not fit there, as text. */
  const tooLarge = new Set<string>();
  let made = 0;

  const name = (base: string): string => {
    made += 1;
    return join(base, String(made));
  };

  const installOnDisk = (wanted: Wanted, files: InstallOptions['files']) =>
    installSubject({ ...wanted, root: name(folder), files });

  const later = (work: Promise<unknown>): void => {
    const settled = work.catch(() => undefined).finally(() => pending.delete(settled));
    pending.add(settled);
  };

  const remove = async (root: string): Promise<void> => {
    await removeLarge(root, world);
    inMemory.delete(root);
  };

  /**
   * How much room it takes tells only an installation: it is ended when it takes more than can be
   * spared. Undefined then, and where it fails there: on the disk it may not, and says why if it does.
   */
  const installInMemory = async (
    wanted: Wanted,
    memory: MemoryFolder,
  ): Promise<InstallResult | undefined> => {
    const subject = JSON.stringify(wanted.subject);
    const isFull = (environments = inMemory.size) => memory.left() < environments * GROWTH_BYTES;
    if (tooLarge.has(subject) || isFull(inMemory.size + 1)) return undefined;
    const root = name(memory.folder);
    inMemory.add(root);
    const full = new AbortController();
    const watch = setInterval(() => {
      if (isFull()) full.abort();
    }, LOOK_MS);
    const result = await installSubject({ ...wanted, root, files: 'copies', until: full.signal })
      .catch(() => undefined)
      .finally(() => clearInterval(watch));
    if (result?.kind === 'installed' && !isFull()) return result;
    if (result === undefined || result.kind === 'installed') tooLarge.add(subject);
    // Half an environment takes memory, too.
    await remove(root);
    return result !== undefined && isTheSameOnDisk(result) ? result : undefined;
  };

  return {
    folder,
    remove,
    later,
    discard: (root) => later(remove(root)),
    beside: (root) => `${name(dirname(root))}.old`,

    async install(wanted, files) {
      await mkdir(folder, { recursive: true });
      const memory = await world.memory();
      const result = memory === null ? undefined : await installInMemory(wanted, memory);
      return result ?? installOnDisk(wanted, files);
    },

    async close() {
      while (pending.size > 0) await together([...pending]);
    },
  };
}

/** A server that does not answer, and requirements without a solution, need no second try. */
function isTheSameOnDisk(result: InstallResult): boolean {
  return (
    result.kind === 'excluded' ||
    (result.kind === 'failed' && (result.setUp === 'no-network' || result.because !== undefined))
  );
}
