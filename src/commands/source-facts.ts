import { repositoryRoot } from '../host/repository-root.ts';
import { together } from '../host/together.ts';
import { crashFrame } from '../judge/diagnose/crash-frame.ts';
import { definedModules } from '../judge/locate/defined-modules.ts';
import { emptyTable, listedTable } from '../judge/locate/empty-table.ts';
import { missingImportArray } from '../judge/locate/missing-import-array.ts';
import { repositorySources, type Sources } from '../judge/locate/sources.ts';
import { droppedExtensions, tellsOfExtensions } from '../measure/discover/dropped-extensions.ts';
import type { CompiledModule } from '../model/compiled-module.ts';
import { asksNumpy } from '../model/eras.ts';
import type { Measurement } from '../model/measurement.ts';
import type { EmptyTable, SourceFacts } from '../model/measurements.ts';
import type { Files } from '../model/ports.ts';
import { isMadeFolder } from '../packaging/made-folder.ts';

const MAX_FILES = 5000;
const MAX_BYTES = 1024 * 1024;

/**
 * What only the project's sources tell: modules that use NumPy's C-API without initialising it
 * (compilers take a table that nobody sets for a constant, and leave it out), and, where a wheel
 * holds no module, the lines that define some.
 *
 * @param project the project's folder; null for wheels and packages, which have no sources here
 */
export async function sourceFacts(
  project: string | null,
  measurements: readonly Measurement[],
  files: Files,
): Promise<SourceFacts> {
  if (project === null) return { uninitialised: {}, extensions: [] };
  const isEmpty = measurements.some(
    ({ state, observed }) => state.kind === 'ran' && observed.length === 0,
  );
  const sources = repositorySources(files, await repositoryRoot(project), project);
  return {
    uninitialised: await uninitialisedModules(sources, measurements),
    emptyTables: await emptyTables(sources, measurements),
    extensions: isEmpty ? await extensionLines(project, files) : [],
    defined: await definedModules(sources),
  };
}

async function uninitialisedModules(
  sources: Sources,
  measurements: readonly Measurement[],
): Promise<SourceFacts['uninitialised']> {
  const open = ownModules(measurements).filter(({ facts }) =>
    ['none', 'unknown', 'cython-sizes', 'lazy-1.x', 'lazy-2.x'].includes(facts.capi.era),
  );
  const found: Record<string, string> = {};
  for (const name of new Set(open.map((module) => module.name))) {
    const called = await missingImportArray(name, sources);
    if (called !== null) found[name] = called;
  }
  return found;
}

/** Nobody reads all sources for what does not crash: then those that a build file lists tell. */
async function emptyTables(
  sources: Sources,
  measurements: readonly Measurement[],
): Promise<NonNullable<SourceFacts['emptyTables']>> {
  const crashed = measurements.flatMap(({ observed, smoke }) =>
    [...observed, ...(smoke ? [smoke] : [])].flatMap(({ observation }) =>
      observation.outcome.kind === 'signalled' ? [observation] : [],
    ),
  );
  const frames = crashed.flatMap((observation) => crashFrame(observation) ?? []);
  const own = ownModules(measurements).filter(
    ({ facts }) => crashed.length > 0 || asksNumpy(facts),
  );
  const found: Record<string, EmptyTable> = {};
  for (const name of new Set(own.map((module) => module.name))) {
    const table = await (crashed.length > 0
      ? emptyTable(name, frames, sources)
      : listedTable(name, sources));
    if (table !== null) found[name] = table;
  }
  return found;
}

function ownModules(measurements: readonly Measurement[]): readonly CompiledModule[] {
  return measurements
    .flatMap(({ observed }) => observed.map(({ module }) => module))
    .filter(({ role }) => role === 'subject');
}

async function extensionLines(project: string, files: Files): Promise<SourceFacts['extensions']> {
  const listed = await files.list(project, { maxFiles: MAX_FILES, skipFolder: isMadeFolder });
  const texts = await together(
    listed.map(async (path) => ({
      path,
      text: tellsOfExtensions(path)
        ? ((await files.readText(`${project}/${path}`, MAX_BYTES)) ?? null)
        : null,
    })),
  );
  return droppedExtensions(texts, []).map(({ file, line, what }) => ({ file, line, what }));
}
