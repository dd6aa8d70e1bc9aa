import { safeJson } from '../../escape/json.ts';
import { listSome } from '../../escape/plural.ts';
import type { Report } from '../report.ts';

/** Series named on a badge, which must stay narrow. */
const MOST_SERIES = 4;

/**
 * A shields.io endpoint: the NumPys that were proven, green only when all that ran was.
 *
 * @returns JSON such as `{"schemaVersion":1,"label":"NumPy","message":"1.23–2.5","color":"brightgreen"}`
 */
export function badgeJson(report: Report): string {
  const { message, color } = badgeOf(report);
  const badge = { schemaVersion: 1, label: 'NumPy', message, color };
  return `${safeJson({ ...badge, ...(color === 'red' ? { isError: true } : {}) }, 0)}\n`;
}

function badgeOf(report: Report): { readonly message: string; readonly color: string } {
  const { exitCode, combinations } = report;
  const range = rangeOf(report);
  const unfinished = exitCode === 3 || exitCode === 4;
  if (range === '') {
    const failed = combinations.some(({ verdict }) => verdict === 'failed');
    const doubtful = combinations.some(({ verdict }) => verdict === 'doubtful');
    if (doubtful && !failed) return { message: 'none proven', color: 'orange' };
    return failed
      ? { message: 'none proven', color: 'red' }
      : { message: 'not tested', color: 'lightgrey' };
  }
  if (unfinished) return { message: `${range}, incomplete`, color: 'lightgrey' };
  return { message: range, color: exitCode === 0 ? 'brightgreen' : 'orange' };
}

/** A range only where every series in it was tried; else their names. */
function rangeOf({ supported }: Report): string {
  const { numpy, tested } = supported;
  if (numpy !== null && tested.length > 2) return `${tested[0]}–${tested.at(-1)}`;
  return listSome(tested, MOST_SERIES);
}
