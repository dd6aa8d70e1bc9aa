import { describe, expect, it } from '@jest/globals';
import { exitCodeOf } from '../../src/report/exit-code.ts';
import { verdictOf } from '../../src/report/verdict.ts';
import * as reports from '../support/reports.ts';

const { combination, finding, module, report, results, withVerdicts } = reports;
const one = [module('a')];
const withStatus = (...statuses: Parameters<typeof combination>[2][]) => {
  const combinations = statuses.map((status, at) => combination('3.11', `2.${at}.0`, status));
  const all = results(combinations, one, (each) => each.status === 'failed');
  return report({ combinations, modules: one, results: all });
};

describe('exitCodeOf()', () => {
  it.each([
    ['all green', reports.allGreen(), 'error', false, 0],
    ['findings', reports.myExtension(), 'error', false, 1],
    ['findings, never', reports.myExtension(), 'never', false, 0],
    ['crash in smoke', reports.crash(), 'error', false, 1],
    ['set-up errors', reports.setUpErrors(), 'error', false, 3],
    ['set-up errors, never', reports.setUpErrors(), 'never', false, 3],
    ['no modules', reports.noModules(), 'error', false, 4],
    ['no modules, allowed', reports.noModules(), 'error', true, 0],
    ['all excluded', reports.allExcluded(), 'error', false, 4],
    ['all excluded, allow-empty', reports.allExcluded(), 'error', true, 4],
    ['no combination', report(), 'error', true, 4],
    ['failed before error', withStatus('failed', 'error'), 'error', false, 1],
    ['failed and error, never', withStatus('failed', 'error'), 'never', false, 3],
    ['skipped is not green', withStatus('passed', 'skipped'), 'error', false, 3],
    ['never started is not green', withStatus('passed', 'planned'), 'error', false, 3],
    ['only errors', withStatus('error', 'excluded'), 'error', false, 3],
    ['passed without any result', { ...withStatus('passed'), results: [] }, 'error', false, 4],
    [
      'nothing but smoke code ran on one combination',
      {
        ...withStatus('passed', 'passed'),
        results: withStatus('passed', 'passed').results.map((each, at) =>
          at === 0 ? each : { ...each, module: '<smoke>', file: '<smoke>' },
        ),
      },
      'error',
      false,
      4,
    ],
    [
      'a warning',
      { ...withStatus('passed'), findings: [finding({ severity: 'warning' })] },
      'error',
      false,
      0,
    ],
    [
      'a warning that counts',
      { ...withStatus('passed'), findings: [finding({ severity: 'warning' })] },
      'warning',
      false,
      1,
    ],
    [
      'a note never counts',
      { ...withStatus('passed'), findings: [finding({ severity: 'note' })] },
      'warning',
      false,
      0,
    ],
    [
      'a failure that no rule explained',
      {
        ...withStatus('passed'),
        results: withStatus('failed').results.map((r) => ({
          ...r,
          diagnosis: null,
          severity: 'none' as const,
        })),
      },
      'error',
      false,
      1,
    ],
  ] as const)('%s', (_name, judged, failOn, allowEmpty, expected) => {
    expect(exitCodeOf(withVerdicts(judged), { failOn, allowEmpty })).toBe(expected);
  });

  it.each([
    ['all in doubt', ['doubtful', 'doubtful'], 'error', 0],
    ['some in doubt', ['proven', 'doubtful'], 'error', 0],
    ['in doubt beside what was foretold', ['known', 'doubtful'], 'error', 0],
    ['only what was foretold', ['known', 'known'], 'error', 0],
  ] as const)('%s: %j', (_name, verdicts, failOn, expected) => {
    const combinations = verdicts.map((verdict, at) => ({
      ...combination('3.11', `2.${at}.0`, 'passed'),
      verdict,
    }));
    const judged = { combinations, results: [], findings: [] };
    expect(exitCodeOf(judged, { failOn, allowEmpty: false })).toBe(expected);
  });
});

describe('verdictOf()', () => {
  it.each([
    [
      reports.allGreen(),
      '3 modules import on 11 combinations; the smoke code ran on all of them; 2 use NumPy lazily, proven only as far as the smoke code calls them; Python 3.8 was not tested (no interpreter here); 4 excluded',
    ],
    [
      reports.myExtension(),
      '10 of 23 combinations fail; 2 of 3 modules not proven there; 13 combinations proven; imported only, no function was called (no smoke code); 5 excluded',
    ],
    [
      reports.setUpErrors(),
      '1 module imports on 2 combinations; imported only, no function was called (no smoke code); 2 could not be set up (build-failed); 1 skipped; 1 file listed but not tested here',
    ],
    [
      reports.noModules(),
      'nothing to test: pure-pkg has no compiled module (looked at 2 combinations)',
    ],
    [
      {
        ...reports.noModules(),
        notTested: [
          { what: 'pure_pkg/_x.so', reason: 'excluded by "!*"', kind: 'left-out' as const },
        ],
      },
      'nothing to test: every compiled module of pure-pkg is left out by `modules` (looked at 2 combinations); 1 file listed but not tested here',
    ],
    [reports.allExcluded(), 'nothing was tested: all 2 combinations are excluded'],
    [report(), 'nothing was tested: no combination was planned'],
  ])('says its scope %#', (given, expected) => {
    expect(verdictOf(given)).toBe(expected);
  });
});
