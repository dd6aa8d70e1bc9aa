import { formatMoment } from '../escape/moment.ts';
import { plural } from '../escape/plural.ts';
import type { World } from '../host/world.ts';
import { judgeRun } from '../judge/judge-run.ts';
import type { CombinationVerdict } from '../model/combination-verdict.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Measurements } from '../model/measurements.ts';
import { isProvenResult, type Result, SMOKE } from '../model/result.ts';

/**
 * Judges each combination as it ends, by what decides the report too: only what needs its siblings
 * (other NumPys as evidence, smoke output compared) is still to come.
 *
 * @param run what is known of the run before anything is measured
 * @returns a listener that shows a line and says whether the combination failed
 */
export function judgeLive(
  run: Measurements,
  progress: World['progress'],
): (measurement: Measurement) => { readonly failed: boolean } {
  const told = new Map<string, string>();
  return (measurement) => {
    const { id } = measurement.combination;
    const { verdicts, results } = judgeRun({ ...run, measurements: [measurement] });
    const verdict = verdicts.get(id) ?? 'failed';
    const { state } = measurement;
    // One reason for fifty combinations is said with the first of them; the report names them all.
    if (state.kind === 'excluded') {
      if (told.has(state.reason)) return { failed: isBad(verdict) };
      told.set(state.reason, id);
    }
    const line = alikeOf(measurement, told) ?? lineOf(measurement, verdict, results);
    progress.combination?.(id, line, verdict);
    return { failed: isBad(verdict) };
  };
}

/** Whether a combination that was to run speaks against the subject, or could not speak at all. */
export function isBad(verdict: CombinationVerdict): boolean {
  return verdict === 'failed' || verdict === 'not-set-up';
}

/** Combinations of one Python share a build: what it failed of is said with the first of them. */
function alikeOf(
  { combination: { id }, state }: Measurement,
  told: Map<string, string>,
): string | undefined {
  if (state.kind !== 'error') return undefined;
  const key = JSON.stringify([state.setUp, state.message, state.lines]);
  const first = told.get(key);
  if (first === undefined) told.set(key, id);
  return first === undefined ? undefined : `could not be set up either, as ${first}`;
}

/** Several files may be one module (`MPI.mpich.so`, `MPI.openmpi.so`): the verdict counts modules. */
function namesOf(results: readonly Result[]): number {
  const names = results.map(({ module }) => module).filter((name) => name !== SMOKE);
  return new Set(names).size;
}

function lineOf(
  { state, processes, seconds, reused }: Measurement,
  verdict: CombinationVerdict,
  results: readonly Result[],
): string {
  if (state.kind === 'excluded') return `excluded: ${state.reason}`;
  if (state.kind === 'skipped') return `skipped: ${state.reason}`;
  if (state.kind === 'error') {
    const foretold = verdict === 'excluded' ? ', as known-failures says' : '';
    return `could not be set up${foretold}: ${state.message.split('\n')[0] ?? ''}`;
  }
  const bad = results.filter((one) => !isProvenResult(one));
  const modules = namesOf(results);
  const failed = namesOf(bad);
  const smoke = results.find(({ module }) => module === SMOKE);
  const said = [
    failed > 0
      ? `${failed} of ${plural(modules, 'module')} ${failed === 1 ? 'fails' : 'fail'}`
      : `${plural(modules, 'module')} ${modules === 1 ? 'imports' : 'import'}`,
    ...(smoke ? [bad.includes(smoke) ? 'smoke code fails' : 'smoke code runs'] : []),
    ...(verdict === 'known' ? ['as known-failures says'] : []),
    ...(verdict === 'empty' ? ['nothing to prove'] : []),
    ...(verdict === 'not-set-up' ? ['with another NumPy than planned'] : []),
    ...(verdict === 'warned' ? ['with a warning'] : []),
    ...(verdict === 'doubtful' ? ['with a warning: not proven'] : []),
  ];
  // Nothing was imported now: neither its processes nor its seconds are this run's.
  if (reused) return `${said.join(', ')} (unchanged since a run of ${formatMoment(reused.at)})`;
  return `${said.join(', ')} (${plural(processes, 'process', 'processes')}, ${seconds.toFixed(1)} s)`;
}
