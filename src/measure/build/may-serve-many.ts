import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a project says that it builds for Python's limited API. */
const FILES = [
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'meson.build',
  'CMakeLists.txt',
  'Cargo.toml',
];
const SAYS_SO = /abi3|limited[_-]api|stable[_-]abi|py-api/i;

/**
 * Whether one wheel of the project may serve several Pythons, as far as its files at the top tell: then
 * it is not worth building two at once.
 */
export async function mayServeMany(project: string): Promise<boolean> {
  for (const file of FILES) {
    const text = await readFile(join(project, file), 'utf8').catch(() => '');
    if (SAYS_SO.test(text)) return true;
  }
  return false;
}
