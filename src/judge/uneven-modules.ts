import type { Measurement } from '../model/measurement.ts';

const MOST_NAMES = 5;

/**
 * Compiled modules that are there on some Pythons and not on others: meant so, or dropped by a build
 * that ended well. Nothing can tell which, so the user is told.
 *
 * @returns one sentence for each set of Pythons
 */
export function unevenModules(runs: readonly Measurement[]): readonly string[] {
  const several = new Set(runs.map(({ combination }) => combination.platform)).size > 1;
  const rowOf = ({ python, platform }: Measurement['combination']) =>
    several ? `${python} (${platform})` : python;
  const pythons = new Map<string, Set<string>>();
  for (const run of runs) {
    if (run.state.kind !== 'ran') continue;
    const row = rowOf(run.combination);
    const names = pythons.get(row) ?? new Set();
    pythons.set(row, names);
    for (const { module } of run.observed) {
      if (module.role === 'subject') names.add(module.name);
    }
  }
  const all = new Set([...pythons.values()].flatMap((names) => [...names]));
  const bySpan = new Map<string, string[]>();
  for (const name of [...all].sort()) {
    const [has, lacks] = split([...pythons], ([, names]) => names.has(name));
    if (lacks.length === 0) continue;
    const labels = (list: typeof has) => list.map(([label]) => label).join(', ');
    const span = `on Python ${labels(has)}, not on ${labels(lacks)}`;
    bySpan.set(span, [...(bySpan.get(span) ?? []), name]);
  }
  return [...bySpan].map(([span, names]) => {
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
    const verb = names.length === 1 ? 'exists' : 'exist';
    return `${names.slice(0, MOST_NAMES).join(', ')}${more} ${verb} ${span}`;
  });
}

function split<T>(list: readonly T[], test: (one: T) => boolean): readonly [T[], T[]] {
  return [list.filter(test), list.filter((one) => !test(one))];
}
