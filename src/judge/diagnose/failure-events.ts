import type { ExceptionRecord, LoadEvent, Observation } from '../../model/observation.ts';

/** A failed load, with the failed loads that happened while it was under way. */
interface FailureNode {
  readonly event: LoadEvent;
  readonly inner: readonly FailureNode[];
}

/** A file whose load failed at least once. */
export interface FailedLoad {
  readonly file: string;
  readonly module: string;
  /** What it said the first time: later attempts often say something else, or succeed. */
  readonly exceptions: readonly ExceptionRecord[];
}

interface LoadTree {
  readonly failures: readonly FailureNode[];
  readonly open: readonly LoadEvent[];
}

function readEvents(events: readonly LoadEvent[]): LoadTree {
  const failures: FailureNode[] = [];
  const stack: { begin: LoadEvent; inner: FailureNode[] }[] = [];
  for (const event of events) {
    if (event.event === 'begin') {
      stack.push({ begin: event, inner: [] });
      continue;
    }
    const depth = stack.findLastIndex(
      ({ begin }) => begin.file === event.file && begin.stage === event.stage,
    );
    const inner = depth < 0 ? [] : stack.splice(depth).flatMap((one) => one.inner);
    const siblings = stack.at(-1)?.inner ?? failures;
    if (event.event === 'fail') siblings.push({ event, inner });
    else siblings.push(...inner);
  }
  return { failures, open: stack.map((one) => one.begin) };
}

/** @returns the file whose load had begun and not ended when the process died, or undefined */
export function openLoad(events: readonly LoadEvent[]): LoadEvent | undefined {
  return readEvents(events).open.at(-1);
}

/** @returns every file that failed to load, each once, with its first failure, in order */
export function failedLoads(events: readonly LoadEvent[]): readonly FailedLoad[] {
  const first = new Map<string, FailedLoad>();
  for (const event of events) {
    if (event.event !== 'fail' || first.has(event.file)) continue;
    first.set(event.file, {
      file: event.file,
      module: event.module,
      exceptions: event.exceptions,
    });
  }
  return [...first.values()];
}

/** @returns whether the file was loaded whole in the end, whatever was said before */
export function wasLoadedLater(events: readonly LoadEvent[], file: string): boolean {
  const last = events.findLast((event) => event.file === file);
  return last?.event === 'end' && last.stage === 'exec';
}

function sameException(a: ExceptionRecord, b: ExceptionRecord): boolean {
  return a.type === b.type && a.message === b.message;
}

function tells(event: LoadEvent, chain: readonly ExceptionRecord[]): boolean {
  return event.exceptions.some((one) => chain.some((other) => sameException(one, other)));
}

/** The innermost failed load that the exception came through; the last one of equals. */
function innermost(
  nodes: readonly FailureNode[],
  chain: readonly ExceptionRecord[],
): LoadEvent | undefined {
  const node = nodes.findLast((one) => tells(one.event, chain));
  return node && (innermost(node.inner, chain) ?? node.event);
}

/**
 * Finds the extension file that a raised exception came from: the innermost failed load that says
 * the same, else the target's own. Loads that a package had swallowed before say something else,
 * or stand earlier. Of that file its *first* failure counts.
 *
 * @param targetFile absolute path of the module under test, null for smoke code
 */
export function findFailedLoad(
  observation: Observation,
  targetFile: string | null,
): FailedLoad | undefined {
  const told = innermost(readEvents(observation.events).failures, observation.exceptions);
  const failed = failedLoads(observation.events);
  return (
    failed.find((one) => one.file === told?.file) ?? failed.find((one) => one.file === targetFile)
  );
}
