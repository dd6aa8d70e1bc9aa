import { lstatSync, readlinkSync, statfsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { endedWell } from '../model/ended-well.ts';
import type { Processes } from '../model/ports.ts';
import { availableMemory } from './available-memory.ts';
import { buildEnvironment, type Env } from './child-environment.ts';
import { onPath } from './on-path.ts';
import { removeTree } from './remove-tree.ts';

/** Where Linux has a file system in memory that everybody may use. */
const SHARED_MEMORY = '/dev/shm';
/** What `statfs` tells of a file system that lies in memory (TMPFS_MAGIC of linux/magic.h). */
const TMPFS = 0x01021994;
/** What is left to everybody else: probes, compilers, the page cache. */
const SHARE_OF_MEMORY = 1 / 4;
const SHARE_OF_FOLDER = 1 / 2;
/** With less than this it is not begun with. */
const LEAST_BYTES = 512 * 1024 ** 2;

/** A folder of the run that lies in memory: making and deleting files costs next to nothing there. */
export interface MemoryFolder {
  readonly folder: string;
  /** Bytes that can still be spared; what others write there meanwhile is taken off. */
  left(): number;
}

/** The folder of a run, made when it is first asked for. */
export interface LazyMemoryFolder {
  /** Null where there is none: another system, little memory, no right to run programs there. */
  get(): Promise<MemoryFolder | null>;
  dispose(): Promise<void>;
}

/**
 * A folder in memory, for what a run makes and deletes often. None where the user names a folder for
 * temporary files (`TMPDIR`), or where that lies in memory anyway.
 *
 * @param disk the run's folder on the disk
 */
export function createMemoryFolder(options: {
  readonly env: Env;
  readonly disk: string;
  readonly processes: Processes;
}): LazyMemoryFolder {
  let made: Promise<MemoryFolder | null> | undefined;
  return {
    get() {
      made ??= make(options).catch(() => null);
      return made;
    },
    async dispose() {
      const one = await made;
      if (one) await removeTree(one.folder);
    },
  };
}

async function make(
  options: Parameters<typeof createMemoryFolder>[0],
): Promise<MemoryFolder | null> {
  const { env, disk } = options;
  if (process.platform !== 'linux' || env['TMPDIR'] || env['TMP'] || env['TEMP']) return null;
  if (isInMemory(disk) || !isInMemory(SHARED_MEMORY)) return null;
  const room = freeBytes();
  const share = Math.min(availableMemory() * SHARE_OF_MEMORY, room * SHARE_OF_FOLDER);
  if (share < LEAST_BYTES) return null;
  const namespace = readlinkSync('/proc/self/ns/pid').replaceAll(/\D/g, '');
  await removeAbandoned(namespace);
  const name = `numpy-abi-matrix-${namespace}-${process.pid}-`;
  const folder = await mkdtemp(join(SHARED_MEMORY, name));
  if (!(await mayRunPrograms(folder, options).catch(() => false))) {
    await removeTree(folder);
    return null;
  }
  return { folder, left: () => share - (room - freeBytes()) };
}

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return bavail * bsize;
}

function isInMemory(folder: string): boolean {
  return statfsSync(folder).type === TMPFS;
}

/**
 * Containers mount it `noexec`, and SELinux or AppArmor may forbid more: modules would not load from
 * there that load from everywhere else.
 */
async function mayRunPrograms(
  folder: string,
  { env, processes }: { readonly env: Env; readonly processes: Processes },
): Promise<boolean> {
  const [program] = await onPath('true', env);
  if (program === undefined) return false;
  const copy = join(folder, 'true');
  await copyFile(program, copy);
  const place = { cwd: folder, env: buildEnvironment(env), timeoutSeconds: 10 };
  return endedWell((await processes.run(copy, [], place)).ending);
}

/**
 * Removes what runs left behind that were killed: nobody else tidies up there until the machine is
 * started anew. A number of a process means the same only within one namespace of them.
 */
async function removeAbandoned(namespace: string): Promise<void> {
  for (const name of await readdir(SHARED_MEMORY)) {
    const [, of, pid] = /^numpy-abi-matrix-(\d+)-(\d+)-/.exec(name) ?? [];
    const folder = join(SHARED_MEMORY, name);
    if (of !== namespace || lstatSync(`/proc/${pid}`, { throwIfNoEntry: false })) continue;
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory() && stats.uid === process.getuid?.()) {
      await removeTree(folder).catch(() => undefined);
    }
  }
}
