import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { filesBelow } from './stat-list.ts';

const MOST_FILES = 2_000;
const MOST_BYTES = 64 * 1024 * 1024;
const NOT_READ = /^(?:\.git|\.hg|node_modules|__pycache__|\.venv|venv|\.tox|\.nox)$/;

/**
 * A smoke script may read what lies beside it: the hash of all files in its folder.
 *
 * @returns undefined where that is too much to look at, or cannot be read
 */
export async function smokeFolderHash(script: string): Promise<string | undefined> {
  const files = filesBelow(dirname(script), NOT_READ);
  if (files.length > MOST_FILES) return undefined;
  const hash = createHash('sha256');
  let left = MOST_BYTES;
  try {
    for (const file of files) {
      const stats = await stat(file);
      if (!stats.isFile()) continue;
      left -= stats.size;
      if (left < 0) return undefined;
      const bytes = await readFile(file);
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

/** Whether a file is one of those. */
export function isBesideScript(file: string, script: string): boolean {
  const path = relative(dirname(script), file);
  const parts = path.split(sep);
  return !(isAbsolute(path) || parts.some((part) => part === '..' || NOT_READ.test(part)));
}
