import { withoutSitePackages } from '../escape/plain-text.ts';
import type { Limiter } from '../host/limiter.ts';
import { NUMPY_NONE, type PlannedCombination } from '../model/combination.ts';
import type { Environment } from '../model/environment.ts';
import type { CombinationState } from '../model/measurement.ts';
import type { Files } from '../model/ports.ts';
import type { SetUpFailure } from '../model/set-up-failure.ts';
import { numpyDrift } from './loaded-numpy.ts';
import type { ProbedEnvironment } from './measure-environment.ts';
import { numpyOf } from './probe/observe.ts';
import { type ProbeRun, type ProbeSettings, runProbe } from './probe/run-probe.ts';

/** What becomes of a combination in which another NumPy was loaded, and the processes that told. */
export interface WrongNumpy {
  readonly state: CombinationState;
  readonly processes: number;
}

/**
 * Invariant: the NumPy that was loaded is the one that was planned.
 *
 * @returns undefined where the probes have shown that it is; `ran` where one more process did
 */
export async function wrongNumpy(
  combination: PlannedCombination,
  environment: Environment,
  probed: ProbedEnvironment,
  settings: ProbeSettings,
  { files, limiter }: { readonly files: Files; readonly limiter: Limiter },
): Promise<WrongNumpy | undefined> {
  return (
    (await drifted(combination, environment, probed, files)) ??
    (await unlikePlanned(combination, environment, probed, settings, { files, limiter }))
  );
}

/** Every probe that loaded a NumPy must have loaded the planned one, from this environment. */
async function drifted(
  combination: PlannedCombination,
  environment: Environment,
  probed: ProbedEnvironment,
  files: Files,
): Promise<WrongNumpy | undefined> {
  const seen = [
    ...probed.observed.map(({ observation }) => observation),
    ...probed.hookFindings.map(({ observation }) => observation),
    ...(probed.smoke ? [probed.smoke.observation] : []),
  ];
  const drift = await numpyDrift(combination, environment, seen, probed.ownerOf, files);
  return drift && { state: wrong(drift), processes: 0 };
}

/**
 * Where no module loaded any, a bare import tells which one they would get, and whether it works at
 * all.
 */
async function unlikePlanned(
  combination: PlannedCombination,
  environment: Environment,
  { numpyLoaded, ownerOf }: ProbedEnvironment,
  settings: ProbeSettings,
  { files, limiter }: { readonly files: Files; readonly limiter: Limiter },
): Promise<WrongNumpy | undefined> {
  if (combination.numpy === NUMPY_NONE || numpyLoaded !== null) return undefined;
  const run = await limiter.run(() => runProbe({ kind: 'bare', steps: ['numpy'] }, settings));
  const seen = numpyOf(run);
  const message = `NumPy ${combination.numpy} was installed but cannot be imported: ${whyNotImported(run)}`;
  const drift =
    seen.numpy === null && !seen.standIn
      ? { message }
      : await numpyDrift(combination, environment, [seen], ownerOf, files);
  return { state: drift ? wrong(drift) : { kind: 'ran' }, processes: 1 };
}

function wrong(drift: Pick<SetUpFailure, 'message' | 'because'>): CombinationState {
  return { kind: 'error', setUp: 'wrong-numpy', ...drift, lines: [] };
}

/** The exception at the end of the chain, which those above it only sum up; else how it ended. */
export function whyNotImported({
  records,
  ending,
  stderr,
}: Pick<ProbeRun, 'records' | 'ending' | 'stderr'>): string {
  const raised = records.find((record) => record.kind === 'raised');
  const cause = raised?.chain.at(-1);
  if (cause !== undefined) {
    return withoutSitePackages(`${cause.type}: ${cause.message.trim().split('\n').at(-1)}`);
  }
  if (ending.kind === 'signalled') return `Python was killed by ${ending.signal}`;
  if (ending.kind === 'timed-out') return `it did not end within ${ending.seconds} s`;
  return stderr.trim().split('\n').at(-1) || 'it said nothing';
}
