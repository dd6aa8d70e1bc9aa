import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { InstalledDistribution } from '../model/environment.ts';
import type { Interpreter } from '../model/interpreter.ts';
import { parseCoreMetadata } from '../plan/core-metadata.ts';
import { evaluateMarker } from '../plan/markers.ts';
import { normaliseName } from '../plan/requirements.ts';

/** The `purelib` and `platlib` of a venv, absolute, without duplicates (`lib64` is a link). */
export async function sitePackagesOf(root: string): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const library of ['lib', 'lib64', 'Lib']) {
    const folders = (await readdir(join(root, library)).catch(() => [])).sort();
    for (const folder of ['', ...folders]) {
      const path = join(root, library, folder, 'site-packages');
      const real = await realpath(path).catch(() => undefined);
      if (real !== undefined && !found.has(real)) found.set(real, path);
    }
  }
  return [...found.values()];
}

/**
 * What is installed, as the `.dist-info` folders say.
 *
 * @param subjects normalised names of the distributions under test
 * @param wheels file names of the wheels under test, by normalised distribution name
 */
export async function installedDistributions(
  sitePackages: readonly string[],
  interpreter: Interpreter,
  subjects: readonly string[],
  wheels: ReadonlyMap<string, string>,
): Promise<readonly InstalledDistribution[]> {
  const found: InstalledDistribution[] = [];
  for (const folder of sitePackages) {
    for (const entry of (await readdir(folder)).sort()) {
      if (!entry.endsWith('.dist-info')) continue;
      const metadataFolder = join(folder, entry);
      const text = await readFile(join(metadataFolder, 'METADATA'), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const metadata = parseCoreMetadata(text);
      const name = normaliseName(metadata.name ?? basename(entry).split('-')[0] ?? entry);
      const requires = (metadata.requirements ?? [])
        .filter(({ marker }) => evaluateMarker(marker, interpreter.markers, []))
        .map((requirement) => requirement.name);
      found.push({
        name,
        version: metadata.version ?? '',
        metadataFolder,
        requires: [...new Set(requires)].sort(),
        role: subjects.includes(name) ? 'subject' : 'dependency',
        wheel: wheels.get(name) ?? null,
      });
    }
  }
  return found;
}
