/** Seconds per stage, for "where the time went". */
export interface Stopwatch {
  /** Ends a stage that began at the lap before. */
  lap(stage: string): void;
  /** Seconds per stage, and `total`. */
  seconds(): Readonly<Record<string, number>>;
}

/** @param now milliseconds */
export function createStopwatch(now: () => number): Stopwatch {
  const began = now();
  let last = began;
  const stages: Record<string, number> = {};
  return {
    lap(stage) {
      const at = now();
      stages[stage] = (stages[stage] ?? 0) + (at - last) / 1000;
      last = at;
    },
    seconds: () => ({ ...stages, total: (now() - began) / 1000 }),
  };
}
