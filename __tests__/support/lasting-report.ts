import type { Report } from '../../src/report/report.ts';

/** All of a report but for times, and for what says that it was taken over from an earlier run. */
export function lastingReport({ combinations, results, verdict, ...report }: Report): unknown {
  const { seconds, timeline, jobs, ...rest } = report;
  return {
    ...rest,
    verdict: verdict.replace(/; (?:all|\d+) (?:proven|measured)[^;]*/, ''),
    combinations: combinations.map(({ seconds: _, reused, ...one }) => one),
    results: results.map(({ seconds: _, peakBytes, ...one }) => one),
  };
}
