import type { TimeSpan } from '../model/time-span.ts';

/** What ran when, side by side as it may be. */
export interface Timeline {
  /** Does the work, and notes when it began and how long it took, also when it fails. */
  timed<T>(stage: string, what: string, work: () => Promise<T>): Promise<T>;
  /** By their start. */
  spans(): readonly TimeSpan[];
}

/** @param now milliseconds; the line begins here */
export function createTimeline(now: () => number): Timeline {
  const began = now();
  const spans: TimeSpan[] = [];
  return {
    async timed(stage, what, work) {
      const start = now();
      try {
        return await work();
      } finally {
        const seconds = thousandths(now() - start);
        spans.push({ stage, what, start: thousandths(start - began), seconds });
      }
    },
    spans: () => spans.toSorted((a, b) => a.start - b.start),
  };
}

function thousandths(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}
