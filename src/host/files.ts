import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../model/ports.ts';

const DEFAULT_CAP_BYTES = 256 * 1024 * 1024;
const DEFAULT_MAX_FILES = 200_000;
/** What cannot be read counts as missing: not there, a folder, no permission, a broken link. */
const MISSING = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'ELOOP',
  'ENAMETOOLONG',
  // A socket.
  'ENXIO',
]);

/** Reads the real file system. */
export function createFiles(): Files {
  return { read, readText, list, exists };

  async function readText(path: string, capBytes?: number): Promise<string | undefined> {
    const bytes = await read(path, capBytes);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  }
}

/** Opening a pipe that nobody writes to would wait for ever; Windows has no such flag. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * A pipe (`<(…)` of a shell) counts as missing as well: it has no size, so that it would be read as
 * an empty file, and what one reader took of it the next, uv for one, would not find.
 */
async function read(path: string, capBytes = DEFAULT_CAP_BYTES): Promise<Uint8Array | undefined> {
  return unlessMissing(async () => {
    await using file = await open(path, WITHOUT_WAITING);
    const stats = await file.stat();
    if (stats.isFIFO()) return undefined;
    const { size } = stats;
    const wanted = Math.min(size, capBytes);
    const bytes = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(bytes, filled, wanted - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  });
}

async function exists(path: string): Promise<boolean> {
  return (await unlessMissing(() => lstat(path))) !== undefined;
}

async function list(
  folder: string,
  options: {
    readonly maxFiles?: number;
    readonly skip?: (relative: string) => boolean;
    readonly skipFolder?: (inside: ReadonlySet<string>) => boolean;
  } = {},
): Promise<readonly string[]> {
  const found: string[] = [];
  const pending = [''];
  const max = options.maxFiles ?? DEFAULT_MAX_FILES;
  while (pending.length > 0 && found.length < max) {
    const below = pending.pop() ?? '';
    const entries = await unlessMissing(() =>
      readdir(join(folder, below), { withFileTypes: true }),
    );
    if (below !== '' && options.skipFolder?.(new Set(entries?.map(({ name }) => name)))) continue;
    for (const entry of (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const relative = below === '' ? entry.name : `${below}/${entry.name}`;
      if (options.skip?.(relative)) continue;
      if (entry.isDirectory()) pending.push(relative);
      else if (entry.isFile() && found.length < max) found.push(relative);
    }
  }
  return found.sort();
}

async function unlessMissing<T>(action: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (MISSING.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
