import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, realpath, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store, StoreKind } from '../model/ports.ts';
import { decodeEntry, encodeEntry } from './entry.ts';
import { entriesFolder, stagingFolder, storeFolder } from './layout.ts';

/** An entry larger than this is not ours: it is neither written nor read. */
const LARGEST_BYTES: Readonly<Record<StoreKind, number>> = {
  measurements: 64 * 1024 * 1024,
  bytecode: 256 * 1024 * 1024,
  requirements: 1024 * 1024,
  wheels: 1024 * 1024 * 1024,
};

/** What is told to somebody who asks for details. */
type Tell = (text: string) => void;

/**
 * A store in a folder, safe for two runs at once and for an end at any moment: an entry is written
 * beside, made durable, and renamed into its place; a reader believes only what carries its own hash.
 *
 * Where the folder is not this user's alone, nothing is read from it or written to it.
 *
 * @param cache the tool's cache folder, absolute; it exists
 */
export async function createStore(cache: string, tell: Tell): Promise<Store | null> {
  const root = storeFolder(await realpath(cache));
  const trouble = await claim(root);
  if (trouble !== undefined) {
    tell(`Nothing is reused from "${root}": ${trouble}`);
    return null;
  }
  let isChanged = false;
  const placeOf = (kind: StoreKind, key: string) => {
    const name = createHash('sha256').update(key).digest('hex');
    return { name, file: join(entriesFolder(root, kind), name.slice(0, 2), name) };
  };
  return {
    async get(kind, key) {
      const { name, file } = placeOf(kind, key);
      const bytes = await readOwn(file, LARGEST_BYTES[kind]).catch(() => undefined);
      if (bytes === undefined) return undefined;
      if (bytes === 'elsewhere') {
        tell(`Not used: ${file} lies behind a link`);
        return undefined;
      }
      const body = bytes === 'foreign' ? undefined : decodeEntry(kind, name, bytes);
      if (body === undefined) {
        tell(`Not used, and removed: ${file} is not what was written there`);
        await rm(file, { recursive: true, force: true }).catch(() => undefined);
        return undefined;
      }
      const now = new Date();
      await utimes(file, now, now).catch(() => undefined);
      return body;
    },

    async put(kind, key, body) {
      if (body.length > LARGEST_BYTES[kind]) return;
      const { name, file } = placeOf(kind, key);
      const staged = join(stagingFolder(root), `${process.pid}-${randomBytes(8).toString('hex')}`);
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await mkdir(dirname(staged), { recursive: true, mode: 0o700 });
        for (const folder of [dirname(file), dirname(staged)]) {
          if ((await realpath(folder)) !== folder) throw new Error(`${folder} lies behind a link`);
        }
        await writeDurably(staged, encodeEntry(kind, name, body));
        await rename(staged, file);
        await syncFolder(dirname(file));
        isChanged = true;
      } catch (error) {
        // A full disk or a folder that went away costs the next run time, and this one nothing.
        tell(`Not kept for the next run: ${(error as Error).message}`);
        await rm(staged, { force: true }).catch(() => undefined);
      }
    },

    hasNew: () => isChanged,
  };
}

/** Makes the folder, or says why it cannot be trusted. */
async function claim(root: string): Promise<string | undefined> {
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
    const stats = await lstat(root);
    if (!stats.isDirectory()) return 'it is no folder';
    const user = process.getuid?.();
    if (user !== undefined && stats.uid !== user) return 'it belongs to another user';
    if (user !== undefined && (stats.mode & 0o022) !== 0) return 'other users may write to it';
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * The bytes of a regular file of this user. A link, a pipe, or what is too large is `foreign`; what
 * lies behind a linked folder is `elsewhere`, and not ours to remove. Undefined when there is none.
 */
async function readOwn(
  file: string,
  cap: number,
): Promise<Buffer | 'foreign' | 'elsewhere' | undefined> {
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  if ((await realpath(dirname(file))) !== dirname(file)) return 'elsewhere';
  const user = process.getuid?.();
  const isOwn = (uid: number): boolean => user === undefined || uid === user;
  if (!found.isFile() || found.size > cap || !isOwn(found.uid)) return 'foreign';
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const { ino, size } = await handle.stat();
    return ino === found.ino && size <= cap ? await handle.readFile() : 'foreign';
  } finally {
    await handle.close();
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows cannot; elsewhere the name is then as durable as the bytes. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}
