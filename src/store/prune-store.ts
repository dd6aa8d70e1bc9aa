import { realpath, rm } from 'node:fs/promises';
import { sep } from 'node:path';
import { filesBelow, type UsedFile } from '../host/folder-usage.ts';
import { stagingFolder, storeFolder } from './layout.ts';

/** How much the store may hold, and how long something unused stays. */
export interface StoreLimits {
  readonly bytes: number;
  readonly unusedMs: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const STORE_LIMITS: StoreLimits = { bytes: 2 * 1024 ** 3, unusedMs: 30 * DAY_MS };

/** What a run is still writing is younger than this; older, and that run was killed. */
const STAGED_MS = DAY_MS / 24;

/** What pruning took away, and what is left. */
export interface Pruned {
  readonly files: number;
  readonly bytes: number;
  readonly leftBytes: number;
}

/**
 * Brings the store within its limits: leftovers of killed runs go, then what was not used for long,
 * then what was used least recently. A run that looks for an entry meanwhile finds it or not.
 *
 * @param cache the tool's cache folder
 * @param now milliseconds since 1970
 */
export async function pruneStore(
  cache: string,
  now: number,
  limits: StoreLimits = STORE_LIMITS,
): Promise<Pruned> {
  const root = storeFolder(await realpath(cache).catch(() => cache));
  const staging = `${stagingFolder(root)}${sep}`;
  const files = [...(await filesBelow(root))].sort((a, b) => a.usedAt - b.usedAt);
  const isStaged = ({ path }: UsedFile): boolean => path.startsWith(staging);
  // What is being written, or was when a run was killed, pushes nothing out.
  let left = files.reduce((sum, file) => sum + (isStaged(file) ? 0 : file.bytes), 0);
  let count = 0;
  let freed = 0;
  const tooOld = (file: UsedFile): boolean =>
    now - file.usedAt > (isStaged(file) ? STAGED_MS : limits.unusedMs);
  for (const file of files) {
    if (!tooOld(file) && (left <= limits.bytes || isStaged(file))) continue;
    const gone = await rm(file.path, { force: true }).then(
      () => true,
      () => false,
    );
    if (!gone) continue;
    if (!isStaged(file)) left -= file.bytes;
    freed += file.bytes;
    count += 1;
  }
  return { files: count, bytes: freed, leftBytes: left };
}
