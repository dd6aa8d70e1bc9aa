import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The git top level that contains a folder, or the folder itself. */
export async function repositoryRoot(folder: string): Promise<string> {
  for (let at = folder; ; at = join(at, '..')) {
    if (await stat(join(at, '.git')).catch(() => undefined)) return at;
    if (join(at, '..') === at) return folder;
  }
}
