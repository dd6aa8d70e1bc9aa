import { type BigIntStats, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/**
 * Every entry below a folder, by its path relative to it (native separators), with what tells
 * whether it was touched. For a file that is its inode, mode, owner, links, size and both times: a
 * program may set `mtime` back, but never `ctime`. A folder counts by its inode, mode and owner, and
 * by what the snapshot lists in it.
 */
export type Snapshot = ReadonlyMap<string, string>;

/** What tells two snapshots apart. */
export interface Difference {
  readonly added: readonly string[];
  /** Gone, replaced, rewritten, or with another mode, owner, link count or time. */
  readonly changed: readonly string[];
}

/** @throws when an entry vanishes or cannot be read meanwhile: then nothing is known */
export async function takeSnapshot(root: string): Promise<Snapshot> {
  const found = new Map<string, string>();
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    const folder = below === '' ? root : `${root}/${below}`;
    // Synchronous within a folder, which is several times cheaper; between folders others have a turn.
    for (const name of readdirSync(folder)) {
      const path = below === '' ? name : `${below}/${name}`;
      const stats = lstatSync(`${root}/${path}`, { bigint: true });
      found.set(path, stateOf(stats, `${root}/${path}`));
      if (stats.isDirectory()) pending.push(path);
    }
    await setImmediate();
  }
  return found;
}

/** @example compareSnapshots(new Map([['a', '1']]), new Map([['a', '2']])).changed // ['a'] */
export function compareSnapshots(before: Snapshot, after: Snapshot): Difference {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    changed: [...before].flatMap(([path, state]) => (after.get(path) === state ? [] : [path])),
  };
}

/** Whether a state is that of a folder. */
export function isFolder(state: string): boolean {
  return state.startsWith('folder ');
}

/** The first file that has another name, too, which may lie anywhere. */
export function linkedFile(snapshot: Snapshot): string | undefined {
  for (const [path, state] of snapshot) {
    if (!isFolder(state) && state.split(' ')[LINKS_AT] !== '1') return path;
  }
  return undefined;
}

/** The state of one entry, as a snapshot has it; of one that is gone or cannot be looked at, undefined. */
export function entryState(path: string): string | undefined {
  try {
    return stateOf(lstatSync(path, { bigint: true }), path);
  } catch {
    return undefined;
  }
}

const LINKS_AT = 5;

function stateOf(stats: BigIntStats, path: string): string {
  const { dev, ino, mode, uid, gid, nlink, size, mtimeNs, ctimeNs } = stats;
  const same = `${dev} ${ino} ${mode} ${uid} ${gid}`;
  if (stats.isDirectory()) return `folder ${same}`;
  const target = stats.isSymbolicLink() ? readlinkSync(path) : '';
  return `${same} ${nlink} ${size} ${mtimeNs} ${ctimeNs} ${target}`;
}
