import { copyFile, lstat, mkdir, open, realpath, rename, rm, utimes } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { filesBelow } from '../host/folder-usage.ts';
import { decodeEntry } from './entry.ts';
import { stagingFolder, storeFolder } from './layout.ts';

/** `wheels/ab/ab…`: what is a place of an entry. */
const PLACE = /^([a-z]+)\/([0-9a-f]{2})\/(\2[0-9a-f]{62})$/;
/** One that is larger is not ours. */
const LARGEST_BYTES = 1024 * 1024 * 1024;

/**
 * Copies a store's entries into a folder that is carried to another machine, with the times of their
 * last use.
 *
 * @param cache the folder that holds the store
 * @param folder emptied before
 * @returns the entries' places, sorted
 */
export async function packEntries(cache: string, folder: string): Promise<readonly string[]> {
  const root = storeFolder(await realpath(cache));
  await rm(folder, { recursive: true, force: true });
  const packed: string[] = [];
  for (const { path, usedAt } of await filesBelow(root)) {
    const place = placeIn(root, path);
    if (!PLACE.test(place)) continue;
    await copyWithTime(path, join(folder, place), usedAt);
    packed.push(place);
  }
  return packed.sort();
}

/**
 * Takes entries over from a folder that was carried here. Whatever in it is no whole entry at its own
 * place is left out: links, other names, what is damaged or too large.
 *
 * @returns how many were taken over
 */
export async function takeEntries(cache: string, folder: string): Promise<number> {
  const root = storeFolder(await realpath(cache));
  let taken = 0;
  for (const { path, usedAt } of await filesBelow(folder)) {
    const [, kind = '', , name = ''] = PLACE.exec(placeIn(folder, path)) ?? [];
    if (name === '' || !(await isWhole(path, kind, name))) continue;
    const to = join(root, kind, name.slice(0, 2), name);
    if (await lstat(to).catch(() => undefined)) continue;
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const staged = join(stagingFolder(root), `${process.pid}-${basename(path)}`);
    await copyWithTime(path, staged, usedAt);
    await rename(staged, to);
    taken += 1;
  }
  return taken;
}

async function isWhole(path: string, kind: string, name: string): Promise<boolean> {
  const stats = await lstat(path);
  if (!stats.isFile() || stats.size > LARGEST_BYTES) return false;
  const handle = await open(path, 'r');
  try {
    return decodeEntry(kind, name, await handle.readFile()) !== undefined;
  } finally {
    await handle.close();
  }
}

/** With slashes, whatever the system writes. */
function placeIn(folder: string, path: string): string {
  return path
    .slice(folder.length + 1)
    .split(sep)
    .join('/');
}

async function copyWithTime(from: string, to: string, usedAt: number): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  await utimes(to, new Date(usedAt), new Date(usedAt));
}
