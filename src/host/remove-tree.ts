import { chmod, lstat, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths longer than this are brought nearer: systems take 4,096 bytes at most, macOS 1,024. */
const LONGEST_PATH = 700;

/**
 * Windows holds files for a while that a scanner reads. Elsewhere what is mounted stays so, and Node
 * would try again for each folder above it: minutes.
 */
const RETRIES = process.platform === 'win32' ? 5 : 0;

/**
 * Removes a folder, also when something inside was made read-only or lies too deep to be named.
 *
 * @throws where something in it cannot be removed: it is mounted, immutable, or of another user
 */
export async function removeTree(folder: string): Promise<void> {
  const remove = () =>
    rm(folder, { recursive: true, force: true, maxRetries: RETRIES, retryDelay: 50 });
  try {
    await remove();
  } catch {
    await makeWritable(folder);
    await flatten(folder);
    await remove();
  }
}

/**
 * The same for what a subject could write to: what it made so that nobody can remove it stays until
 * the end of the run, which says so. It is no reason to lose a verdict.
 */
export async function removeOrLeave(folder: string): Promise<void> {
  await removeTree(folder).catch(() => undefined);
}

async function makeWritable(folder: string): Promise<void> {
  const stats = await lstat(folder).catch(() => undefined);
  if (!stats?.isDirectory()) return;
  await chmod(folder, 0o700).catch(() => undefined);
  for (const name of await readdir(folder).catch(() => [])) await makeWritable(join(folder, name));
}

/** Moves folders that lie deep to the top, where they can be named. */
async function flatten(top: string): Promise<void> {
  let moved = 0;
  const open = [top];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isDirectory())) {
      const path = join(folder, entry.name);
      moved += 1;
      const near = join(top, `${moved}.moved`);
      const isFar = path.length > Math.max(LONGEST_PATH, 2 * near.length);
      const isMoved = isFar && (await rename(path, near).then(yes, no));
      open.push(isMoved ? near : path);
    }
  }
}

const yes = () => true;
const no = () => false;
