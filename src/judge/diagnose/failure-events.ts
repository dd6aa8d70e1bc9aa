import type { ExceptionRecord, LoadEvent } from '../../model/observation.ts';

/** A file whose load failed at least once. */
export interface FailedLoad {
  readonly file: string;
  readonly module: string;
  /** What it said the first time: later attempts often say something else, or succeed. */
  readonly exceptions: readonly ExceptionRecord[];
}

/** @returns every file that failed to load, each once, with its first failure, in order */
export function failedLoads(events: readonly LoadEvent[]): readonly FailedLoad[] {
  if (!events.some(({ event }) => event === 'fail')) return [];
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
