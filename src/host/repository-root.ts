import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The git top level that contains a folder, or the folder itself. */
export async function repositoryRoot(folder: string): Promise<string> {
  return (await gitTopLevel(folder)) ?? folder;
}

/** The git top level that contains a folder; null where there is none. */
export async function gitTopLevel(folder: string): Promise<string | null> {
  for (let at = folder; ; at = join(at, '..')) {
    if (await stat(join(at, '.git')).catch(() => undefined)) return at;
    if (join(at, '..') === at) return null;
  }
}
