import { join } from 'node:path';
import type { PrunedCache } from '../model/pruned-cache.ts';
import { folderBytes } from '../store/folder-usage.ts';
import { pruneStore } from '../store/prune-store.ts';

/**
 * Removes from the cache folder what no run has used for long, what is too much in all, and leftovers of
 * killed runs; a run may go on meanwhile.
 *
 * @param now milliseconds since 1970
 */
export async function pruneCache(folder: string, now: number): Promise<PrunedCache> {
  const { files, bytes, leftBytes } = await pruneStore(folder, now);
  return {
    removed: files,
    freedBytes: bytes,
    keptBytes: leftBytes,
    downloadBytes: await folderBytes(join(folder, 'uv-cache')),
  };
}
