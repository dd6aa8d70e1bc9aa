import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file below a folder; links are counted, never followed. */
export interface UsedFile {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
}

/** All files below a folder; none where there is no folder. What vanishes meanwhile is left out. */
export async function filesBelow(folder: string): Promise<readonly UsedFile[]> {
  const found: UsedFile[] = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of await readdir(at, { withFileTypes: true }).catch(() => [])) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        pending.push(path);
        continue;
      }
      const stats = sizeAndTime(path);
      if (stats) found.push({ path, bytes: stats.size, usedAt: stats.mtimeMs });
    }
  }
  return found;
}

/** Synchronous, which is several times cheaper; between folders others have a turn. */
function sizeAndTime(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The size of a folder's files in bytes. */
export async function folderBytes(folder: string): Promise<number> {
  return (await filesBelow(folder)).reduce((sum, { bytes }) => sum + bytes, 0);
}
