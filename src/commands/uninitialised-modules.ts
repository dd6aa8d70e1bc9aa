import { missingImportArray } from '../judge/locate/missing-import-array.ts';
import { repositorySources } from '../judge/locate/sources.ts';
import type { CombinationRun } from '../model/measurement.ts';
import type { Files } from '../model/ports.ts';
import { repositoryRoot } from '../provision/tools.ts';

/**
 * The project's modules whose sources call NumPy's C-API and never initialise it. Only the sources
 * tell: compilers take a table that nobody sets for a constant, and leave it out.
 *
 * @param project the project's folder; null for wheels and packages, which have no sources here
 * @returns module name → a function that is called
 */
export async function uninitialisedModules(
  project: string | null,
  runs: readonly CombinationRun[],
  files: Files,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (project === null) return found;
  const sources = repositorySources(files, await repositoryRoot(project), project);
  const modules = runs.flatMap(({ observed }) => observed.map(({ module }) => module));
  const open = modules.filter(
    ({ role, facts }) =>
      role === 'subject' && ['none', 'unknown', 'cython-sizes'].includes(facts.capi.era),
  );
  for (const name of new Set(open.map((module) => module.name))) {
    const called = await missingImportArray(name, sources);
    if (called !== null) found.set(name, called);
  }
  return found;
}
