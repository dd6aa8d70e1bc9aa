import { endedWell } from '../../model/ended-well.ts';
import type { ExceptionRecord } from '../../model/observation.ts';
import type { Outcome, Phase } from '../../model/outcome.ts';
import type { Ending } from '../../model/ports.ts';
import { crashOfStatus } from '../../packaging/exit-codes.ts';
import type { ProbeRecord } from './protocol.ts';

/** What one walk's process says of its targets (numbers are positions in the task's list). */
export interface Conclusion {
  /** Proven, in a process that closed well. */
  readonly proven: readonly ProvenTarget[];
  /** Failed together: the same steps fail alike. */
  readonly failed: readonly FailedGroup[];
  /** Not loaded by their own walk, or shadowed. */
  readonly lost: readonly Extract<ProbeRecord, { kind: 'lost' }>[];
  /** To go on in processes of their own: repeat the prefix, then take their own next step. */
  readonly left: readonly {
    readonly targets: readonly number[];
    readonly prefix: readonly string[];
  }[];
  /** Proven before this process died of something else: to be walked once more, up to there. */
  readonly again: readonly number[];
}

export type ProvenTarget = Extract<ProbeRecord, { kind: 'proven' }>;

export interface FailedGroup {
  readonly targets: readonly number[];
  readonly outcome: Outcome;
  readonly phase: Phase;
  /** The step that failed; null when Python itself did not start. */
  readonly step: string | null;
  /** All steps of the walk, the failing one last: what a confirming run repeats. */
  readonly steps: readonly string[];
  readonly chain: readonly ExceptionRecord[];
  /** Numbers of the failed loads whose exceptions stand in the chain. */
  readonly loads: readonly number[];
}

/**
 * Reads one walk: which targets are proven, which failed, which go on elsewhere.
 *
 * No closing record means failure, whatever the exit code. A death belongs to the group that was
 * walking; a crash after the closing record to what was proven last.
 *
 * @param records the probe's own records, in order
 * @param ending how the process ended
 * @param targetNames dotted names of the task's targets
 */
export function conclude(
  records: readonly ProbeRecord[],
  ending: Ending,
  targetNames: readonly string[],
): Conclusion {
  const walk = replay(records, targetNames.length);
  const closed = records.some((record) => record.kind === 'close');
  const lost = records.filter((record) => record.kind === 'lost');
  const wellEnded = closed && endedWell(ending);
  if (wellEnded && walk.undecided.length === 0) {
    return { proven: walk.proven, failed: walk.raised, lost, left: walk.left, again: [] };
  }
  if (walk.undecided.length > 0) {
    const group = died(walk, walk.undecided, ending, targetNames);
    const again = walk.proven.map((one) => one.target);
    return { proven: [], failed: [...walk.raised, group], lost, left: walk.left, again };
  }
  const proven = walk.proven.map((one) => one.target);
  if (walk.raised.length > 0) {
    // The step's failure is the outcome; that the process then ended badly adds nothing.
    return { proven: [], failed: walk.raised, lost, left: walk.left, again: proven };
  }
  const again = proven.filter((target) => !walk.lastProven.includes(target));
  const failed =
    walk.lastProven.length > 0 ? [died(walk, walk.lastProven, ending, targetNames, 'exit')] : [];
  return { proven: [], failed, lost, left: walk.left, again };
}

interface Walk {
  readonly proven: ProvenTarget[];
  readonly raised: FailedGroup[];
  readonly left: { targets: readonly number[]; prefix: readonly string[] }[];
  readonly undecided: readonly number[];
  /** Targets proven after the last step that was taken. */
  readonly lastProven: readonly number[];
  readonly steps: readonly string[];
  readonly started: boolean;
  readonly openStep: string | null;
}

function replay(records: readonly ProbeRecord[], count: number): Walk {
  const undecided = new Set(Array.from({ length: count }, (_, index) => index));
  const walk = {
    proven: [] as ProvenTarget[],
    raised: [] as FailedGroup[],
    left: [] as { targets: readonly number[]; prefix: readonly string[] }[],
    lastProven: [] as number[],
    steps: [] as string[],
    started: false,
    openStep: null as string | null,
  };
  for (const record of records) {
    switch (record.kind) {
      case 'start':
        walk.started = true;
        break;
      case 'step':
        walk.steps.push(record.step);
        walk.openStep = record.step;
        walk.lastProven = [];
        break;
      case 'stepped':
        walk.openStep = null;
        break;
      case 'absent':
        walk.steps.pop();
        walk.openStep = null;
        break;
      case 'proven':
        undecided.delete(record.target);
        walk.proven.push(record);
        walk.lastProven.push(record.target);
        break;
      case 'lost':
        undecided.delete(record.target);
        break;
      case 'branch':
        for (const target of record.targets) undecided.delete(target);
        break;
      case 'left':
        for (const target of record.targets) undecided.delete(target);
        walk.left.push(record);
        break;
      case 'raised':
        walk.openStep = null;
        walk.raised.push({
          targets: [...undecided],
          outcome:
            record.exit === null ? { kind: 'raised' } : { kind: 'exited', code: record.exit },
          phase: 'import',
          step: record.step,
          steps: [...walk.steps],
          chain: record.chain,
          loads: record.loads,
        });
        undecided.clear();
        break;
      default:
        break;
    }
  }
  return { ...walk, undecided: [...undecided] };
}

function died(
  walk: Walk,
  targets: readonly number[],
  ending: Ending,
  names: readonly string[],
  phase?: Phase,
): FailedGroup {
  const step = walk.openStep ?? walk.steps.at(-1) ?? null;
  const imported = targets.every((target) => names[target] === step);
  return {
    targets,
    outcome: outcomeOf(ending),
    phase: phase ?? (walk.started ? (imported ? 'import' : 'parents') : 'start'),
    step,
    steps: walk.steps,
    chain: [],
    loads: [],
  };
}

/** How a process's ending reads as the outcome of a module that it took with it. */
export function outcomeOf(ending: Ending): Outcome {
  switch (ending.kind) {
    case 'exited':
      return windowsCrash(ending.code) ?? { kind: 'exited', code: ending.code };
    case 'signalled':
      return { kind: 'signalled', signal: ending.signal };
    case 'timed-out':
      return { kind: 'timed-out', seconds: ending.seconds };
    case 'interrupted':
      return { kind: 'not-run', reason: 'interrupted' };
    case 'not-started':
      return { kind: 'not-run', reason: 'set-up' };
  }
}

/** Windows has no signals: the exit code tells. */
function windowsCrash(code: number): Outcome | undefined {
  const name = code > 255 || code < 0 ? crashOfStatus(code) : undefined;
  return name === undefined ? undefined : { kind: 'signalled', signal: name };
}
