import { judgeRun } from '../../src/judge/judge-run.ts';
import type { CombinationFilter } from '../../src/model/config.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import { parseFilter } from '../../src/settings/filter-line.ts';
import { recorded } from '../support/recorded.ts';

/** What is known of a recorded run. */
function judgedWith(
  name: string,
  line: string,
  failOn: Measurements['settings']['failOn'] = 'error',
) {
  const run = recorded(name);
  const knownFailures = [parseFilter(line) as CombinationFilter];
  const told: Measurements = { ...run, settings: { ...run.settings, knownFailures, failOn } };
  const { findings, results, verdicts } = judgeRun(told);
  return {
    findings: findings.map(({ kind }) => kind),
    told: findings.map(({ explanation }) => explanation).join('\n'),
    known: results.filter((one) => one.known).map(({ module }) => module),
    verdicts: [...verdicts.values()],
  };
}

// `sample._core` imports under NumPy 2.2.6 with a warning that takes the proof away.
test.each([
  ['numpy>=2 module=sample._core: upstream', ['sample._core'], false],
  ['numpy>=2: upstream', ['sample._core', '<smoke>'], false],
  ['numpy<2 module=sample._core: long mended', [], true],
])('a warning may be foretold, and does not pass: %s', (line, known, passes) => {
  const told = judgedWith('compare-pybind11', line);
  expect(told.known).toEqual(known);
  expect(told.findings.includes('known-failure-passes')).toBe(passes);
});

test.each([
  // The smoke code runs under NumPy 2.2.6 and does not print the same twice.
  ['compare-unstable', 'numpy>=2 module=<smoke>: crashes', 'smoke-not-deterministic'],
  ['swallowed', 'numpy>=2 module=sample: crashes', 'swallowed'],
])('a harmless warning of %s is no failure that a line foretells', (name, line, warning) => {
  const told = judgedWith(name, line);
  expect(told.known).toEqual([]);
  expect(told.findings).toEqual(expect.arrayContaining([warning, 'known-failure-passes']));
  expect(told.told).toContain('with a warning at most');
  const failing = judgedWith(name, line, 'warning');
  expect(failing.verdicts).toContain('known');
  expect(failing.findings).not.toContain('known-failure-passes');
});

test('what only the hooks saw is foretold by a line, not forgotten', () => {
  const told = judgedWith('second-time-lucky', 'numpy>=2: upstream');
  expect(told.findings).not.toContain('swallowed');
  expect(told.verdicts).toEqual(['known']);
});
