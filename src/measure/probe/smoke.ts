import type { Limiter } from '../../host/limiter.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { Observation } from '../../model/observation.ts';
import type { Outcome, Phase } from '../../model/outcome.ts';
import { outcomeOf } from './conclude.ts';
import { observeSmoke, withDisagreement } from './observe.ts';
import { type ProbeRun, type ProbeSettings, runProbe } from './run-probe.ts';

/** The user's code and the name it is shown under in tracebacks. */
export interface SmokeCode {
  readonly name: string;
  readonly code: string;
  /** Absolute path of the script that it was read from; null or absent where it is no file. */
  readonly file?: string | null;
}

export interface SmokeProof {
  readonly observation: Observation;
  /** What the code printed, capped. */
  readonly output: string;
  /** What a second run printed, asked for with `twice`; null when there was none. */
  readonly again: string | null;
  readonly processes: number;
}

/**
 * Runs the smoke code as a program of its own (`__name__ == '__main__'`) in a fresh process. A
 * death or time-out is confirmed by a second run without loader hooks.
 *
 * @param twice run it once more although it went well, to see whether it prints the same
 */
export async function runSmoke(
  smoke: SmokeCode,
  settings: ProbeSettings,
  limiter: Limiter,
  twice = false,
): Promise<SmokeProof> {
  const run = (hooks: boolean) =>
    limiter.run(() => runProbe({ kind: 'smoke', ...smoke, hooks }, settings));
  const first = await run(true);
  const ended = smokeOutcome(first);
  const { outcome } = ended;
  const seen = observeSmoke(first, ended);
  if (outcome.kind === 'imported' || outcome.kind === 'raised' || outcome.kind === 'not-run') {
    if (outcome.kind !== 'imported' || !twice) {
      const observation = { ...seen, confirmed: true };
      return { observation, output: first.stdout, again: null, processes: 1 };
    }
  }
  const repeated = await run(false);
  const second = smokeOutcome(repeated);
  const doubts = sameOutcome(outcome, second.outcome)
    ? []
    : [`first run: ${describe(outcome)}`, `second run: ${describe(second.outcome)}`];
  const crashed = outcome.kind === 'signalled' && doubts.length === 0;
  const nativeFrames = crashed
    ? ((await settings.crashStack?.({ kind: 'smoke', ...smoke, hooks: false })) ?? [])
    : [];
  return {
    observation: { ...withDisagreement(seen, doubts), nativeFrames },
    output: first.stdout,
    again: outcome.kind === 'imported' ? repeated.stdout : null,
    processes: 2,
  };
}

/** @returns how the smoke code ended; without a closing record never `imported` */
function smokeOutcome(run: ProbeRun): { readonly outcome: Outcome; readonly phase: Phase } {
  const raised = run.records.find((record) => record.kind === 'raised');
  if (raised) {
    const outcome: Outcome =
      raised.exit === null ? { kind: 'raised' } : { kind: 'exited', code: raised.exit };
    return { outcome, phase: 'call' };
  }
  const closed = run.records.some((record) => record.kind === 'close');
  if (closed && endedWell(run.ending)) {
    return { outcome: { kind: 'imported' }, phase: 'call' };
  }
  const started = run.records.some((record) => record.kind === 'start');
  return { outcome: outcomeOf(run.ending), phase: closed ? 'exit' : started ? 'call' : 'start' };
}

function sameOutcome(a: Outcome, b: Outcome): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'signalled':
      return `killed by ${outcome.signal}`;
    case 'exited':
      return `exited with code ${outcome.code}`;
    case 'timed-out':
      return 'timed out';
    case 'imported':
      return 'ran to its end';
    default:
      return outcome.kind;
  }
}
