import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Environment } from '../../model/environment.ts';
import { isSharedFile } from '../../packaging/shared-file.ts';
import { parseRecord } from '../discover/record.ts';

/** NumPy's own, which almost every probe imports. */
export async function numpyRoot({ root, distributions }: Environment): Promise<readonly string[]> {
  const numpy = distributions.find(({ name }) => name === 'numpy');
  if (numpy === undefined) return [];
  const base = relative(await realpath(root), await realpath(dirname(numpy.metadataFolder)));
  return base.startsWith('..') ? [] : [join(base, 'numpy', '__init__.py')];
}

/**
 * The sources that the probes of an environment import first, relative to it: the packages above the
 * subject's compiled modules, and NumPy's. Some may not be there.
 */
export async function importRoots(environment: Environment): Promise<readonly string[]> {
  const root = await realpath(environment.root);
  const packages = new Set<string>();
  for (const { role, metadataFolder } of environment.distributions) {
    if (role !== 'subject') continue;
    const text = await readFile(join(metadataFolder, 'RECORD'), 'utf8').catch(() => '');
    const base = relative(root, await realpath(dirname(metadataFolder)));
    for (const { path } of parseRecord(text)) {
      if (!isSharedFile(path) || path.startsWith('..')) continue;
      for (let at = dirname(path); at !== '.'; at = dirname(at)) packages.add(join(base, at));
    }
  }
  const own = [...packages].sort().map((folder) => join(folder, '__init__.py'));
  return [...own, ...(await numpyRoot(environment))];
}
