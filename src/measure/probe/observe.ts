import { NOTHING_SEEN } from '../../model/nothing-seen.ts';
import type { LoadEvent, Observation, OldApiAccess } from '../../model/observation.ts';
import type { FailedGroup, ProvenTarget } from './conclude.ts';
import { culpritLoad, culpritWithin, firstFailure } from './culprit-load.ts';
import { gilSwitch } from './gil-switch.ts';
import type { ProbeRecord } from './protocol.ts';
import type { ProbeRun } from './run-probe.ts';

/**
 * What the process saw of a proven target. Only events of the target's own file are kept: what
 * other files of the process did is theirs (hook-findings.ts).
 */
export function observeProven(run: ProbeRun, proven: ProvenTarget): Observation {
  const own = (file: string | null): boolean => file === proven.file;
  return {
    ...base(run),
    outcome: { kind: 'imported' },
    phase: 'import',
    // The process's output belongs to all of its modules alike; a finding names the file instead.
    stdout: '',
    stderr: '',
    events: loadEvents(run.records).filter((event) => own(event.file)),
    oldApi: oldApi(run.records).filter((access) => own(access.file)),
    loadedAs: { module: proven.module, file: proven.file },
    gilEnabledBy: own(gilSwitch(run)?.file ?? null) ? [proven.module] : [],
    confirmed: true,
  };
}

/**
 * What the process saw of a target whose walk ended without loading its file. A package that
 * catches its failure and puts something else under its name hides no less than a failed load.
 *
 * @param file the target's, absolute; null when there is none to look for
 */
export function observeLost(
  run: ProbeRun,
  lost: Extract<ProbeRecord, { kind: 'lost' }>,
  file: string | null,
): Observation {
  const found = file === null ? undefined : culpritWithin(run.records, file);
  if (found) {
    return {
      ...base(run),
      outcome: { kind: 'raised' },
      step: found.failed.module,
      exceptions: found.failed.chain,
      culpritFile: found.culprit.file,
      shadowedBy: lost.origin,
      confirmed: true,
    };
  }
  return {
    ...base(run),
    outcome: { kind: 'not-run', reason: lost.reason },
    phase: 'import',
    shadowedBy: lost.origin,
    confirmed: true,
  };
}

/**
 * What the process saw of a target that failed with its group.
 *
 * @param name what the target was imported as
 * @param file the target's, absolute; null when there is none to look for
 */
export function observeFailed(
  run: ProbeRun,
  group: FailedGroup,
  name: string,
  file: string | null,
): Observation {
  const culprit = culpritLoad(run.records, group, file);
  const loads = run.records.filter((record) => record.kind === 'load');
  const first = culprit ? firstFailure(loads, culprit.file) : undefined;
  return {
    ...base(run),
    outcome: group.outcome,
    phase: group.phase === 'import' && group.step !== name ? 'parents' : group.phase,
    step: group.step,
    // The first failure of a file counts: a second attempt says something else.
    exceptions: first && first.load !== culprit?.load ? first.chain : group.chain,
    culpritFile: culprit?.file ?? null,
  };
}

/** @returns the observation, marked as not reproducible where runs disagree */
export function withDisagreement(
  seen: Observation,
  doubts: readonly string[],
  confirmed = true,
): Observation {
  return doubts.length > 0
    ? { ...seen, disagreement: doubts, confirmed: false }
    : { ...seen, confirmed: confirmed || seen.confirmed };
}

/** The answer for a file that this Python cannot see, for which no process is started. */
export function observeUnseen(): Observation {
  return { ...NOTHING_SEEN, outcome: { kind: 'not-run', reason: 'wrong-tag' }, confirmed: true };
}

/** What the smoke code's process saw, and how it ended. */
export function observeSmoke(
  run: ProbeRun,
  ended: Pick<Observation, 'outcome' | 'phase'>,
): Observation {
  const raised = run.records.find((record) => record.kind === 'raised');
  const failure = { ...ended, chain: raised?.chain ?? [], loads: raised?.loads ?? [] };
  return {
    ...base(run),
    ...ended,
    exceptions: failure.chain,
    culpritFile: culpritLoad(run.records, failure, null)?.file ?? null,
  };
}

/** The same list for all who ask: hundreds of modules may share what one process saw. */
const EVENTS = new WeakMap<readonly ProbeRecord[], readonly LoadEvent[]>();

/** What the loader hooks saw of each file, in order. */
export function loadEvents(records: readonly ProbeRecord[]): readonly LoadEvent[] {
  const known = EVENTS.get(records);
  if (known) return known;
  const events = records
    .filter((record) => record.kind === 'load')
    .map(({ event, stage, module, file, chain }) => ({
      event,
      stage,
      module,
      file,
      exceptions: chain,
    }));
  EVENTS.set(records, events);
  return events;
}

/** Who asked for the C-API of NumPy 1 by its old name. */
export function oldApi(records: readonly ProbeRecord[]): readonly OldApiAccess[] {
  return records
    .filter((record) => record.kind === 'old-api')
    .map(({ attribute, file, module, frames }) => ({ attribute, file, module, frames }));
}

/** The fields that every observation of one process shares. */
function base(run: ProbeRun): Observation {
  const close = closeOf(run);
  return {
    ...NOTHING_SEEN,
    outcome: { kind: 'imported' },
    phase: 'import',
    stdout: run.stdout,
    stderr: run.stderr,
    truncated: run.truncated,
    events: loadEvents(run.records),
    oldApi: oldApi(run.records),
    ...numpyOf(run),
    seconds: run.seconds,
    peakBytes: close?.peak ?? null,
    gilEnabledBy: [gilSwitch(run)?.module].filter((module) => module !== undefined),
  };
}

/** The NumPy that a process had at its end, or what stood in its place. */
export function numpyOf(run: ProbeRun): Pick<Observation, 'numpy' | 'standIn'> {
  const { numpy = null, standIn } = closeOf(run) ?? {};
  return {
    numpy: numpy?.version ? { version: numpy.version, file: numpy.file ?? '' } : null,
    ...(standIn && { standIn }),
  };
}

function closeOf({ records }: ProbeRun) {
  return records.find((record) => record.kind === 'close');
}
