import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Environment } from '../../model/environment.ts';
import { joined } from '../discover/installed-files.ts';
import { parseRecord } from '../discover/record.ts';

/**
 * The files of NumPy in an environment, relative to it, as the snapshot spells them; null where they
 * are not NumPy's alone, or not all in the environment: then NumPy cannot be exchanged cleanly.
 */
export async function numpyFiles(environment: Environment): Promise<ReadonlySet<string> | null> {
  const root = await realpath(environment.root);
  let own: ReadonlySet<string> | undefined;
  const others = new Set<string>();
  for (const { name, metadataFolder } of environment.distributions) {
    const text = await readFile(join(metadataFolder, 'RECORD'), 'utf8').catch(() => undefined);
    if (text === undefined) return null;
    const base = relative(root, await realpath(dirname(metadataFolder)));
    const paths = parseRecord(text).map(({ path }) => joined(base, path));
    if (name !== 'numpy') {
      for (const path of paths) others.add(path);
    } else if (own === undefined && paths.every((path) => !path.startsWith('..'))) {
      own = new Set(paths);
    } else {
      return null;
    }
  }
  if (own === undefined || [...own].some((path) => others.has(path))) return null;
  // A file that another distribution put among NumPy's would outlive NumPy, or vanish with it.
  const folders = new Set([...own].map((path) => dirname(path)));
  folders.delete(relative(root, await realpath(environment.sitePackages[0] ?? root)));
  for (const path of others) {
    const folder = dirname(path);
    if (folders.has(folder) && !/(?:^|\/)bin$/.test(folder)) return null;
  }
  return own;
}
