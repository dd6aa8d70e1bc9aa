import { THIS_PLATFORM } from '../../host/this-platform.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Observation } from '../../model/observation.ts';
import { isSharedFile } from '../../packaging/shared-file.ts';
import type { ProbeRun } from '../probe/run-probe.ts';

/** Failures that the machine's state brings about, not the files of the environment. */
const OF_THE_MACHINE =
  /^(?:OSError|IOError|EnvironmentError|BlockingIOError|ChildProcessError|Connection\w*Error|BrokenPipeError|FileExistsError|FileNotFoundError|InterruptedError|IsADirectoryError|NotADirectoryError|PermissionError|ProcessLookupError|TimeoutError|MemoryError|KeyboardInterrupt|SystemExit)$/;
const SAYS_SO =
  /cannot open shared object|Library not loaded|DLL load failed|image not found|cannot allocate memory|resource temporarily unavailable|can't start new thread|no space left|too many open files|disk quota/i;

/**
 * Whether the same environment would show the same again: every probe came to its own end, all runs
 * agree, and nothing failed for want of something that lies outside of the environment.
 *
 * @param runs all probes of the combination
 * @param isKnown whether a file outside is one that decides over reuse
 */
export function isStable(
  measurement: Measurement,
  runs: readonly ProbeRun[],
  isKnown: (path: string) => boolean,
): boolean {
  const { state, observed, hookFindings, smoke } = measurement;
  if (state.kind !== 'ran' || runs.length === 0) return false;
  if (smoke !== null && smoke.again !== null && smoke.again !== smoke.output) return false;
  const seen = [
    ...observed.map(({ observation }) => observation),
    ...hookFindings.map(({ observation }) => observation),
    ...(smoke ? [smoke.observation] : []),
  ];
  return seen.every(isSettled) && runs.every((run) => isClosed(run, isKnown));
}

function isSettled({ outcome, disagreement, exceptions, events }: Observation): boolean {
  if (disagreement.length > 0) return false;
  const raised = [...exceptions, ...events.flatMap((one) => one.exceptions ?? [])];
  if (raised.some(({ type, message }) => OF_THE_MACHINE.test(type) || SAYS_SO.test(message))) {
    return false;
  }
  return outcome.kind === 'imported' || outcome.kind === 'raised' || outcome.kind === 'not-run';
}

/**
 * Its closing record says which files were code in it, of which its modules were, what else Python
 * opened, and what it asked of others; of a process that died nobody knows. A run without hooks says
 * less, and repeats one with hooks. Of a library that was opened, others come along: of those nobody
 * looks at, none may be opened. What other files hold is looked at again (`outside-places`).
 */
function isClosed({ records, ending }: ProbeRun, isKnown: (path: string) => boolean): boolean {
  const close = records.find((record) => record.kind === 'close');
  if (close?.kind !== 'close' || ending.kind !== 'exited') return false;
  const { code, files, opened = [], reached = [] } = close;
  if (files === undefined || !files.every(isKnown)) return false;
  if (opened === null || reached.length > 0) return false;
  if (!opened.every((path) => !isSharedFile(path) || isKnown(path))) return false;
  return code === null ? THIS_PLATFORM.system !== 'linux' : code.every(isKnown);
}
