import type { CombinationReport } from '../report.ts';
import type { Tally } from '../tally.ts';

/** The sign of a combination in every grid of ours. */
export const MARKS = {
  passed: '✓',
  failed: '✗',
  excluded: '–',
  error: '!',
  skipped: '»',
  planned: '…',
} as const;

/** Everything imports, and a warning says why that is not all. */
export const WARNED = '⚠';

/** A combination that fails only as known-failures foretell. */
export const KNOWN = '~';

/**
 * What stands in the grid for one combination: `✓ 14`, `⚠ 14`, `✗ 2/14`, `✗ smoke`, `–`.
 *
 * @param combination undefined where the plan has none
 */
export function cellText(combination: CombinationReport | undefined, tally: Tally): string {
  if (!combination) return ' ';
  const mark = MARKS[combination.status];
  const cell = tally.cells.get(combination.id);
  // A combination in which there was nothing to prove is no green one.
  if (!cell) return combination.status === 'passed' ? '0' : mark;
  if (combination.status === 'passed' && cell.known > 0) {
    return cell.bad > 0 ? `${KNOWN} ${cell.bad}/${cell.modules}` : `${KNOWN} smoke`;
  }
  if (combination.status === 'passed') {
    return `${tally.warned.has(combination.id) ? WARNED : mark} ${cell.modules}`;
  }
  if (combination.status !== 'failed') return mark;
  if (cell.bad > 0) return `${mark} ${cell.bad}/${cell.modules}`;
  return cell.smoke === 'failed' ? `${mark} smoke` : `${mark} ${cell.modules}`;
}
