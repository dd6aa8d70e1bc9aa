import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder that the user named, with those above it that are missing.
 *
 * Not by Node's recursive mkdir: where a system says of a folder that is there that it is not, as
 * Linux does below /proc, that tries for ever.
 *
 * @param mode permissions of the folders that are made; default those of the process
 * @throws {NodeJS.ErrnoException} the system's reason, of the first folder that cannot be made
 */
export function makeFolder(folder: string, mode?: number): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
