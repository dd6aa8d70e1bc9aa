import { groupBy } from '../model/group-by.ts';
import { type Cell, describeCombinations } from './ranges.ts';
import type { CombinationReport, Report } from './report.ts';

/** Combinations that did not run for one and the same reason. */
export interface NotRun {
  /** `Python 3.9 × NumPy 2.1, 2.2`. */
  readonly where: string;
  readonly reason: string;
  readonly count: number;
  readonly ids: readonly string[];
}

/** A combination, as far as it must be known to say why it did not run. */
export type Unrun = Cell & Pick<CombinationReport, 'reason' | 'cause'>;

/** Excluded and skipped combinations, folded by their cause, in plan order. */
export function notRun(report: Pick<Report, 'combinations'>): readonly NotRun[] {
  return foldUnrun(
    report.combinations.filter(({ status }) => /^(?:excluded|skipped|planned)$/.test(status)),
    report.combinations,
  );
}

/**
 * @param cells those that did not run
 * @param grid all that are in the grid
 */
export function foldUnrun(cells: readonly Unrun[], grid: readonly Cell[]): readonly NotRun[] {
  const groups = groupBy(cells, (one) => one.cause ?? reasonOf(one));
  // What is folded here did not run, so no excluded combination may be spanned silently.
  const all = grid.map((one) => ({ ...one, status: 'passed' as const }));
  return [...groups].map(([cause, members]) => {
    const reasons = new Set(members.map(reasonOf));
    const ids = members.map(({ id }) => id);
    return {
      where: describeCombinations(ids, all),
      reason: reasons.size === 1 ? ([...reasons][0] ?? cause) : cause,
      count: members.length,
      ids,
    };
  });
}

function reasonOf({ reason, status }: Unrun): string {
  return reason ?? (status === 'planned' ? 'never started' : status);
}
