import { NUMPY_NONE } from '../model/combination.ts';
import { type CombinationVerdict, isProvenVerdict } from '../model/combination-verdict.ts';
import { compareNumpy } from '../model/compare-numpy.ts';
import { axesOf } from './axes.ts';
import { byPlatform, hasPlatforms, tellByPlatform } from './platforms.ts';
import { describeRun } from './ranges.ts';
import type { Report } from './report.ts';

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
  const passed = report.combinations.filter(({ verdict }) => isProvenVerdict(verdict));
  const range = provenNumpy(report);
  return {
    proven:
      passed.length === 0 || range === null ? 'nothing' : `${range} ${pythonsOf(passed, report)}`,
    declared:
      (declaredNumpy === null ? 'no numpy requirement' : `numpy${declaredNumpy}`) +
      (declaredPython === null ? '' : `, python${declaredPython}`),
  };
}

/** `on Python 3.9–3.12`; platform by platform where there are several. */
function pythonsOf(passed: Report['combinations'], { combinations }: Report): string {
  const on = (own: Report['combinations'], all: Report['combinations']) =>
    describeRun(
      own.map((one) => one.label),
      axesOf(all).pythons,
    );
  if (!hasPlatforms(combinations)) return `on Python ${on(passed, combinations)}`;
  return tellByPlatform(
    byPlatform(combinations).map(([platform, all]) => {
      const own = passed.filter((one) => all.includes(one));
      return [platform, own.length === 0 ? '' : `Python ${on(own, all)}`];
    }),
  );
}

/**
 * What was proven of NumPy: a range where every series in it was tried, else the series by name with
 * what lies untried between them, so that nothing is claimed of it.
 *
 * @returns `numpy>=1.23,<2`, `NumPy 1.26 and 2.5 (2.0–2.4 not tested)`; null when there is none
 */
export function provenNumpy({
  combinations,
  supported,
}: Pick<Report, 'combinations' | 'supported'>): string | null {
  const { numpy: range, tested, untested } = supported;
  if (range !== null && tested.length > 1) return `numpy${range}`;
  if (tested.length > 0) {
    const gap = untested.length > 0 ? ` (${spans(untested, tested)} not tested)` : '';
    return `NumPy ${spans(tested, untested)}${gap}`;
  }
  const proven = combinations.filter(({ verdict }) => isProvenVerdict(verdict));
  return proven.some(({ numpy }) => numpy === NUMPY_NONE) ? 'NumPy none asked for' : null;
}

/**
 * `1.23, 1.26 and 2.0–2.4`: a dash only over series that follow each other, so that it says nothing
 * of the others that lie between.
 */
function spans(series: readonly string[], others: readonly string[]): string {
  const runs: string[][] = [[]];
  for (const name of [...series, ...others].sort(compareNumpy)) {
    if (series.includes(name)) runs.at(-1)?.push(name);
    else runs.push([]);
  }
  const said = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
  const last = said.at(-1) ?? '';
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${last}` : last;
}

const TOTALS: readonly (readonly [CombinationVerdict, string])[] = [
  ['proven', 'passed'],
  ['warned', 'passed with a warning'],
  ['doubtful', 'not proven for a warning'],
  ['empty', 'had nothing to test'],
  ['failed', 'failed'],
  ['known', 'with known failures'],
  ['not-set-up', 'not set up'],
  ['skipped', 'skipped'],
  ['excluded', 'excluded'],
];

/** `9 passed, 5 failed, 10 excluded`: verdicts that occur, worst news not hidden at the end. */
export function totalsOf({ combinations }: Pick<Report, 'combinations'>): string {
  const said = TOTALS.flatMap(([verdict, name]) => {
    const count = combinations.filter((one) => one.verdict === verdict).length;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return said.length > 0 ? said.join(', ') : 'no combinations';
}
