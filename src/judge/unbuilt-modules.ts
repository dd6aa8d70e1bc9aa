import type { Measurement } from '../model/measurement.ts';
import type { Measurements } from '../model/measurements.ts';

const MOST = 5;

/**
 * Modules that a build file defines and no wheel holds: a condition of the build left them out, such as
 * a library that it did not find, or a variable. Users may have them; the run says nothing of them.
 *
 * @returns one sentence for each, and how many more there are
 */
export function unbuiltModules({
  sources,
  measurements,
}: Pick<Measurements, 'sources' | 'measurements'>): readonly string[] {
  const ran = measurements.filter(({ observed }) => observed.length > 0);
  if (ran.length === 0) return [];
  const known = new Set(measurements.flatMap(namesOf).map(lastName));
  const missing = (sources.defined ?? []).filter(
    ({ module, isForSome }) => !isForSome && !known.has(lastName(module)),
  );
  const told = missing
    .slice(0, MOST)
    .map(
      ({ file, line, module }) =>
        `${file}, line ${line}, defines ${module}, which no wheel of this run holds, so that it was not tested: if users have it, give the build what it asks for (a library, an environment variable)`,
    );
  const more = missing.length - told.length;
  return more > 0 ? [...told, `${more} more modules are defined and were not built`] : told;
}

/** What was built, as a module or as a library, or is missing with a finding of its own. */
function namesOf(measurement: Measurement): readonly string[] {
  const { observed, leftOut, notTested, files, filesOf } = measurement;
  return [
    ...observed.map(({ module }) => module.name),
    ...leftOut,
    ...Object.keys(filesOf),
    ...[...Object.keys(files), ...notTested.map(({ what }) => what)].flatMap(
      (text) => text.match(/\w+/g) ?? [],
    ),
  ];
}

function lastName(module: string): string {
  return module.split(/[./\\]/).at(-1) ?? module;
}
