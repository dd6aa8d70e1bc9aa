import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderBytes } from '../host/folder-usage.ts';
import type { PrunedCache } from '../model/pruned-cache.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { pruneStore } from '../store/prune-store.ts';

/**
 * Removes from the cache folder what no run has used for long, what is too much in all, and leftovers of
 * killed runs; a run may go on meanwhile.
 *
 * @param now milliseconds since 1970
 * @throws {UserError} exit 2 where the folder holds other things, or is none: it is left alone
 */
export async function pruneCache(folder: string, now: number): Promise<PrunedCache> {
  await refuseOther(folder);
  const { files, bytes, leftBytes } = await pruneStore(folder, now);
  return {
    removed: files,
    freedBytes: bytes,
    keptBytes: leftBytes,
    downloadBytes: await folderBytes(join(folder, 'uv-cache')),
  };
}

/** What a run makes in its cache folder, whatever it is asked to do. */
const OURS = /^(?:store-\d+|uv-cache|index|interpreters|pip|compiled|workflow-cache)$/;

async function refuseOther(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : error,
  );
  if (Array.isArray(names) && (names.length === 0 || names.some((name) => OURS.test(name)))) return;
  const why = Array.isArray(names)
    ? 'a run of this tool made nothing of what it holds'
    : names.code === 'ENOTDIR'
      ? 'it is no folder'
      : names.message;
  throw new UserError(`"${folder}" is no cache of numpy-abi-matrix: ${why}. Nothing was removed`, {
    exitCode: EXIT.usage,
    remedy: 'Name the folder that runs have as --cache-dir, or none for the usual one',
  });
}
