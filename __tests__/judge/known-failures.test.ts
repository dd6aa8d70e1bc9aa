import { judgeRun } from '../../src/judge/judge-run.ts';
import type { CombinationFilter } from '../../src/model/config.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import { parseFilter } from '../../src/settings/filter-line.ts';
import { recorded } from '../support/recorded.ts';

/** What is known, of a run in which `sample._core` imports under NumPy 2.2.6 with a warning. */
function judgedWith(line: string) {
  const run = recorded('compare-pybind11');
  const knownFailures = [parseFilter(line) as CombinationFilter];
  const told: Measurements = { ...run, settings: { ...run.settings, knownFailures } };
  const { findings, results } = judgeRun(told);
  return {
    findings: findings.map(({ kind }) => kind),
    known: results.filter((one) => one.known).map(({ module }) => module),
  };
}

test.each([
  ['numpy>=2 module=sample._core: upstream', ['sample._core'], false],
  ['numpy>=2: upstream', ['sample._core', '<smoke>'], false],
  ['numpy<2 module=sample._core: long mended', [], true],
])('a warning may be foretold, and does not pass: %s', (line, known, passes) => {
  const told = judgedWith(line);
  expect(told.known).toEqual(known);
  expect(told.findings.includes('known-failure-passes')).toBe(passes);
});
