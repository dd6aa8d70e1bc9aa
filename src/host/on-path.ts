import { realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Env } from './child-environment.ts';

/** Absolute paths of the programs on PATH under that name, in PATH's order. */
export async function onPath(name: string, env: Env): Promise<readonly string[]> {
  const windows = process.platform === 'win32';
  const path = env['PATH'] ?? env['Path'] ?? '';
  // A relative entry of PATH would run what lies in the checked-out project.
  const folders = path.split(delimiter).filter(isAbsolute);
  const found: string[] = [];
  for (const folder of folders) {
    const file = join(folder, windows ? `${name}.exe` : name);
    const stats = await stat(file).catch(() => undefined);
    if (stats?.isFile() && (windows || (stats.mode & 0o111) !== 0) && !found.includes(file)) {
      found.push(file);
    }
  }
  return found;
}

/** The file behind all links; the path itself when it cannot be resolved. */
export function resolved(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
