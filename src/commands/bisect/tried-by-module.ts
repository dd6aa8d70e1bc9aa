import { judgeRun } from '../../judge/judge-run.ts';
import { NUMPY_NONE } from '../../model/combination.ts';
import type { Measurements } from '../../model/measurements.ts';
import type { Tried } from './bisect-step.ts';

/** Module → state, by NumPy release, by Python. */
export type TriedByModule = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Tried>>>;

/** What is known of each module, judged with all that the run's own verdict is judged with. */
export function triedByModule(run: Measurements): TriedByModule {
  const { results } = judgeRun(run);
  const found = new Map<string, Map<string, Map<string, Tried>>>();
  for (const { combination, state } of run.measurements) {
    const { id, python, numpy } = combination;
    // What was skipped (fail-fast, budget) may still be tried.
    if (numpy === NUMPY_NONE || state.kind === 'skipped') continue;
    const own = results.filter((result) => result.combination === id);
    const states = own.map(({ module, severity }): [string, Tried] => [
      module,
      severity === 'error' ? 'failed' : 'passed',
    ]);
    const byNumpy = found.get(python) ?? new Map<string, Map<string, Tried>>();
    found.set(python, byNumpy.set(numpy, new Map(state.kind === 'ran' ? states : [])));
  }
  return found;
}
