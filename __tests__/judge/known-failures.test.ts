import { assembleReport } from '../../src/commands/conclude/assemble.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import type { Judgement } from '../../src/judge/judgement.ts';
import { applyKnownFailures } from '../../src/judge/known-failures.ts';
import type { CombinationFilter } from '../../src/model/config.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import type { SetUpFailure } from '../../src/model/set-up-failure.ts';
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

test.each(['numpy>=1: waits', 'numpy>=1 module=*: waits'])(
  'a doubt that names no module, as of a library that modules load: %s',
  (text) => {
    const { measurements, settings } = recorded('healthy');
    const [{ combination }] = measurements as [Measurement];
    const doubt = { kind: 'latent-np1', severity: 'warning', category: 'latent' };
    const judged = [{ combination: combination.id, module: '', diagnosis: doubt }];
    const seen = { results: [], judged, foretold: new Map(), findings: [], notices: [] };
    const knownFailures = [parseFilter(text) as CombinationFilter];
    const told = applyKnownFailures(seen as unknown as Judgement, measurements, {
      ...settings,
      knownFailures,
    });
    // Only a line without a module speaks of it; taken out, it is known, and never proven.
    const isForetold = !text.includes('module');
    expect([told.judged.length, told.foretold.has(combination.id)]).toEqual([
      isForetold ? 0 : 1,
      isForetold,
    ]);
    expect(told.findings).toEqual([]);
  },
);

describe('a combination that could not be set up', () => {
  const noSolution: Partial<SetUpFailure> = { because: { kind: 'no-solution' } };
  const reportWith = (
    name: string,
    line: string,
    given = name === 'does-not-install' ? noSolution : {},
  ) => {
    const run = recorded(name);
    const knownFailures = [parseFilter(line) as CombinationFilter];
    const measurements = run.measurements.map((one) =>
      one.state.kind === 'error' ? { ...one, state: { ...one.state, ...given } } : one,
    );
    const told = { ...run, measurements, settings: { ...run.settings, knownFailures } };
    const report = assembleReport(told, judgeRun(told), []);
    return { ...report, verdicts: report.combinations.map(({ verdict }) => verdict) };
  };

  it('is excluded where a line foretells that the project does not build', () => {
    const report = reportWith('build-fails', 'python=3.12: no C-API yet');
    expect(report.verdicts).toEqual(['not-set-up', 'not-set-up', 'excluded', 'excluded']);
    expect(report.combinations[2]?.reason).toBe(
      'as "python=3.12" of known-failures foretells: The wheel could not be built: build_wheel of setuptools.build_meta failed',
    );
    expect(report.exitCode).toBe(3);
    expect(report.notices.join()).not.toContain('known-failures');
  });

  it.each([
    ['build-fails', 'python>=3.11: later', 'excluded', 4],
    ['does-not-install', 'numpy>=2: later', 'excluded', 4],
    ['does-not-install', 'numpy>=2 module=sample: later', 'not-set-up', 3],
    ['does-not-install', 'numpy>=2 module=*: later', 'not-set-up', 3],
    ['does-not-install', 'numpy<2: later', 'not-set-up', 3],
  ])('%s: %s', (name, line, verdict, exitCode) => {
    const report = reportWith(name, line);
    expect(new Set(report.verdicts)).toEqual(new Set([verdict]));
    expect(report.exitCode).toBe(exitCode);
  });

  it.each<[SetUpFailure['because'] | undefined, string]>([
    [{ kind: 'no-solution' }, 'excluded'],
    [{ kind: 'without-wheel', release: 'sample==1.0' }, 'excluded'],
    // Nobody knows why: it may be another thing tomorrow.
    [undefined, 'not-set-up'],
  ])('is foretold where it cannot be installed because of %j: %s', (because, verdict) => {
    const given = { because };
    const { verdicts } = reportWith('does-not-install', 'numpy>=2: later', given as never);
    expect(verdicts).toEqual([verdict]);
  });

  it.each(['no-network', 'no-interpreter', 'wrong-numpy', 'wheel-not-handed-over'])(
    'is foretold by no line where %s is what failed, and no line is told to be useless for it',
    (setUp) => {
      const report = reportWith('does-not-install', 'numpy>=2: later', { setUp });
      expect(report).toMatchObject({ verdicts: ['not-set-up'], exitCode: 3 });
      expect(report.notices.join()).not.toContain('known-failures');
    },
  );

  it('is foretold by no line where nobody knows why uv failed', () => {
    const report = reportWith('does-not-install', 'numpy>=2: later', {});
    expect(report).toMatchObject({ verdicts: ['not-set-up'], exitCode: 3 });
  });

  it('keeps a line that covers it from passing', () => {
    const run = recorded('build-fails');
    const healthy = recorded('healthy');
    const knownFailures = [parseFilter('python>=3: later') as CombinationFilter];
    const both = {
      ...healthy,
      measurements: [...healthy.measurements, ...run.measurements.slice(2)],
      settings: { ...healthy.settings, knownFailures },
    };
    const told = judgeRun(both);
    expect(told.findings.map(({ kind }) => kind)).not.toContain('known-failure-passes');
    expect([...told.verdicts.values()].slice(-2)).toEqual(['excluded', 'excluded']);
    const passing = judgeRun({ ...both, measurements: healthy.measurements });
    expect(passing.findings.map(({ kind }) => kind)).toContain('known-failure-passes');
  });
});
