import { safeJson } from '../../escape/json.ts';
import { axesOf } from '../axes.ts';
import { provenNumpy } from '../declared.ts';
import { provenReleases } from '../proven-releases.ts';
import type { Report } from '../report.ts';

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
  const proven = provenReleases(report);
  const { short } = axesOf(report.combinations);
  const names = proven.releases.map(short);
  const { numpy } = report.supported;
  // A range is claimed only where the measured one has no hole: else the releases are named.
  const claimed = numpy !== null && !numpy.includes('!=');
  const range =
    claimed && proven.gapless && names.length > 2
      ? `${names[0]}–${names.at(-1)}`
      : names.length > 4
        ? (provenNumpy(report) ?? '').replace(/^NumPy /, '')
        : names.join(', ');
  if (report.exitCode === 3 || report.exitCode === 4 || range === '') {
    const ran = report.combinations.some(({ status }) => status === 'failed');
    return ran && range === ''
      ? { message: 'none proven', color: 'red' }
      : { message: range === '' ? 'not tested' : `${range}, incomplete`, color: 'lightgrey' };
  }
  return { message: range, color: report.exitCode === 0 ? 'brightgreen' : 'orange' };
}
