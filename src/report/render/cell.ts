import type { CombinationVerdict } from '../../model/combination-verdict.ts';
import type { CombinationReport } from '../report.ts';
import type { Tally } from '../tally.ts';

/** The sign of a combination in every grid and line of ours. */
export const MARKS: Readonly<Record<CombinationVerdict, string>> = {
  proven: '✓',
  /** Everything imports, and a warning says why that is not all. */
  warned: '⚠',
  /** Everything imports, and a warning says that it may fail all the same. */
  doubtful: '?',
  /** It fails only as known-failures foretell. */
  known: '~',
  failed: '✗',
  /** A combination in which there was nothing to prove is no green one. */
  empty: '0',
  'not-set-up': '!',
  skipped: '»',
  excluded: '–',
};

/**
 * What stands in the grid for one combination: `✓ 14`, `⚠ 14`, `✗ 2/14`, `✗ smoke`, `–`.
 *
 * @param combination undefined where the plan has none
 */
export function cellText(combination: CombinationReport | undefined, tally: Tally): string {
  if (!combination) return ' ';
  const { verdict, id } = combination;
  const mark = MARKS[verdict];
  const cell = tally.cells.get(id);
  if (!cell) return mark;
  switch (verdict) {
    case 'proven':
    case 'warned':
    case 'doubtful':
      return `${mark} ${cell.modules}`;
    case 'known':
    case 'failed':
      if (cell.bad > 0) return `${mark} ${cell.bad}/${cell.modules}`;
      return cell.smoke === 'failed' ? `${mark} smoke` : `${mark} ${cell.modules}`;
    default:
      return mark;
  }
}
