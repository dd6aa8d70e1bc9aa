import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { together } from '../../host/together.ts';
import type { InstalledDistribution } from '../../model/environment.ts';
import { parseCoreMetadata } from '../../packaging/core-metadata.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { evaluateMarker } from '../../packaging/markers.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';

/** `purelib` and `platlib` of a venv, absolute, links resolved, without duplicates. */
export async function sitePackagesOf(root: string): Promise<readonly string[]> {
  const candidates = [join(root, 'Lib', 'site-packages')];
  for (const lib of ['lib', 'lib64']) {
    for (const name of await readdir(join(root, lib)).catch(() => [])) {
      if (/^(python|pypy)/.test(name)) candidates.push(join(root, lib, name, 'site-packages'));
    }
  }
  const real = await together(candidates.map((path) => realpath(path).catch(() => undefined)));
  return [...new Set(real.flatMap((path) => path ?? []))];
}

/**
 * What is installed, by the `.dist-info` folders.
 *
 * @param subjects normalised names of the subject's distributions
 */
export async function installedDistributions(
  sitePackages: readonly string[],
  interpreter: Interpreter,
  subjects: ReadonlySet<string>,
): Promise<readonly InstalledDistribution[]> {
  const found: InstalledDistribution[] = [];
  for (const folder of sitePackages) {
    for (const entry of (await readdir(folder)).sort()) {
      if (!entry.endsWith('.dist-info')) continue;
      const metadataFolder = join(folder, entry);
      const text = await readFile(join(metadataFolder, 'METADATA'), 'utf8').catch(() => '');
      const metadata = parseCoreMetadata(text);
      if (metadata.name === null) continue;
      const name = normaliseName(metadata.name);
      const requires = (metadata.requirements ?? [])
        .filter((one) => evaluateMarker(one.marker, interpreter.markers, []))
        .map((one) => one.name);
      found.push({
        name,
        version: metadata.version ?? '',
        metadataFolder,
        requires: [...new Set(requires)].sort(),
        role: subjects.has(name) ? 'subject' : 'dependency',
        wheel: await wheelName(metadataFolder),
      });
    }
  }
  return found;
}

/** Known for local files only: an index's file name is not kept anywhere. */
async function wheelName(metadataFolder: string): Promise<string | null> {
  try {
    const text = await readFile(join(metadataFolder, 'direct_url.json'), 'utf8');
    const { url } = JSON.parse(text) as { readonly url: string };
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
    return name.endsWith('.whl') ? name : null;
  } catch {
    return null;
  }
}
