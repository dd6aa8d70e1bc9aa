import { describeCombinations } from './ranges.ts';
import type { Report } from './report.ts';

/** Combinations that did not run for one and the same reason. */
export interface NotRun {
  /** `Python 3.9 × NumPy 2.1, 2.2`. */
  readonly where: string;
  readonly reason: string;
  readonly count: number;
}

/** Excluded and skipped combinations, folded by their reason, in plan order. */
export function notRun(report: Report): readonly NotRun[] {
  const ids = new Map<string, string[]>();
  for (const one of report.combinations) {
    if (one.status !== 'excluded' && one.status !== 'skipped' && one.status !== 'planned') continue;
    const reason = one.reason ?? (one.status === 'planned' ? 'never started' : one.status);
    ids.set(reason, [...(ids.get(reason) ?? []), one.id]);
  }
  // What is folded here did not run, so no excluded combination may be spanned silently.
  const all = report.combinations.map((one) => ({ ...one, status: 'passed' as const }));
  return [...ids].map(([reason, members]) => ({
    where: describeCombinations(members, all),
    reason,
    count: members.length,
  }));
}
