import { listSome } from '../escape/plural.ts';
import { NUMPY_NONE } from '../model/combination.ts';
import { axesOf } from './axes.ts';
import { describeRun } from './ranges.ts';
import type { Report } from './report.ts';

/** Longer lists are cut. */
const MOST_NAMES = 8;

/**
 * What was measured beside what the metadata says.
 *
 * @returns plain text: `numpy>=1.23,<2 on Python 3.9–3.12` and `numpy>=1.21`
 */
export function provenAndDeclared(report: Report): {
  readonly proven: string;
  readonly declared: string;
} {
  const { declaredNumpy, declaredPython } = report.subject;
  const tried = new Set(report.results.map((one) => one.combination));
  const known = new Set(report.results.filter((one) => one.known).map((one) => one.combination));
  const passed = report.combinations.filter(
    (one) => one.status === 'passed' && tried.has(one.id) && !known.has(one.id),
  );
  const axes = axesOf(report.combinations);
  const pythons = describeRun(
    passed.map((one) => one.label),
    axes.pythons,
  );
  const range = provenNumpy(report);
  return {
    proven: passed.length === 0 || range === null ? 'nothing' : `${range} on Python ${pythons}`,
    declared:
      (declaredNumpy === null ? 'no numpy requirement' : `numpy${declaredNumpy}`) +
      (declaredPython === null ? '' : `, python${declaredPython}`),
  };
}

/**
 * The NumPys that every Python passed with: as a specifier where a whole stretch of series was
 * measured, else each by its name, so that nothing is claimed of what lies between.
 *
 * @returns `numpy>=1.23,<2`, `NumPy 1.26, 2.2`; null when there is none
 */
export function provenNumpy(
  report: Pick<Report, 'combinations' | 'results' | 'supported'>,
): string | null {
  const { numpy: specifier } = report.supported;
  const axes = axesOf(report.combinations);
  const ran = report.combinations.filter(
    ({ status }) => status === 'passed' || status === 'failed',
  );
  const known = new Set(report.results.filter((one) => one.known).map((one) => one.combination));
  const bad = new Set(
    ran.filter(({ id, status }) => status === 'failed' || known.has(id)).map(({ numpy }) => numpy),
  );
  const good = axes.numpys.filter((one) => ran.some(({ numpy }) => numpy === one) && !bad.has(one));
  const series = new Set(good.filter((one) => one !== NUMPY_NONE).map(seriesOf));
  if (specifier !== null && series.size > 1 && !specifier.includes('!='))
    return `numpy${specifier}`;
  if (good.length === 0) return specifier === null ? null : `numpy${specifier}`;
  const names = good.map((one) => (one === NUMPY_NONE ? 'none asked for' : axes.short(one)));
  return `NumPy ${listSome(names, MOST_NAMES)}`;
}

function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** `9 passed, 5 failed, 10 excluded`: statuses that occur, worst news not hidden at the end. */
export function totalsOf(report: Report): string {
  const names = [
    ['passed', report.modules.length > 0 ? 'passed' : 'had nothing to test'],
    ['failed', 'failed'],
    ['error', 'not set up'],
    ['skipped', 'skipped'],
    ['planned', 'never started'],
    ['excluded', 'excluded'],
  ] as const;
  const known = new Set(report.results.filter((one) => one.known).map((one) => one.combination));
  const said = names.flatMap(([status, name]) => {
    const all = report.combinations.filter((one) => one.status === status);
    const count = all.filter(({ id }) => !known.has(id)).length;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  if (known.size > 0) said.push(`${known.size} with known failures`);
  return said.length > 0 ? said.join(', ') : 'no combinations';
}
