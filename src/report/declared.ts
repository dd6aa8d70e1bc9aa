import type { Report } from '../model/report.ts';
import { axesOf } from './axes.ts';
import { describeRun } from './ranges.ts';

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
  const passed = report.combinations.filter((one) => one.status === 'passed' && tried.has(one.id));
  const axes = axesOf(report.combinations);
  const pythons = describeRun(
    passed.map((one) => one.label),
    axes.pythons,
  );
  const range =
    report.supported.numpy === null
      ? `NumPy ${describeRun(
          passed.map((one) => one.numpy),
          axes.numpys,
          axes.short,
        )}`
      : `numpy${report.supported.numpy}`;
  return {
    proven: passed.length === 0 ? 'nothing' : `${range} on Python ${pythons}`,
    declared:
      (declaredNumpy === null ? 'no numpy requirement' : `numpy${declaredNumpy}`) +
      (declaredPython === null ? '' : `, python${declaredPython}`),
  };
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
  const said = names.flatMap(([status, name]) => {
    const count = report.combinations.filter((one) => one.status === status).length;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return said.length > 0 ? said.join(', ') : 'no combinations';
}
