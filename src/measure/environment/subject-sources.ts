import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Environment } from '../../model/environment.ts';
import { parseRecord } from '../discover/record.ts';

/** What lies in such folders is imported by nothing that is tested. */
const ASIDE = /(?:^|\/)(?:tests?|benchmarks|examples|docs?)\/|(?:^|\/)conftest\.py$/;

/**
 * The Python sources of the subject that its compiled modules may import, relative to the
 * environment. Those of its dependencies are known only when they have been imported.
 */
export async function subjectSources(environment: Environment): Promise<readonly string[]> {
  const root = await realpath(environment.root);
  const sources: string[] = [];
  for (const { role, name, metadataFolder } of environment.distributions) {
    if (role !== 'subject' || name === 'numpy') continue;
    const text = await readFile(join(metadataFolder, 'RECORD'), 'utf8').catch(() => '');
    const base = await realpath(dirname(metadataFolder));
    for (const { path } of parseRecord(text)) {
      if (!/\.py$/.test(path) || ASIDE.test(path)) continue;
      const inside = relative(root, join(base, path));
      if (!inside.startsWith('..')) sources.push(inside);
    }
  }
  return sources.sort();
}
