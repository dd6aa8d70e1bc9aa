import { expect, test } from '@jest/globals';
import { judgeRun } from '../../../src/judge/judge-run.ts';
import { measureRange } from '../../../src/judge/ranges/measure-range.ts';
import { parseRequirement } from '../../../src/packaging/requirements.ts';
import { recorded } from '../../support/recorded.ts';

test.each([
  // Its NumPy refuses it the first time: imported in the end, and no proof.
  ['second-time-lucky', { '2.2.6': 'doubtful' }, []],
  // A library that this machine lacks takes an optional module away, whatever the NumPy.
  ['swallowed', { '1.26.4': 'warned', '2.2.6': 'warned' }, ['1.26', '2.2']],
  // The smoke code compares nothing, and what imports is proven all the same.
  ['compare-unstable', { '1.26.4': 'proven', '2.2.6': 'warned' }, ['1.26', '2.2']],
] as const)(
  '%s: a range holds what no warning doubts, and reproaches nothing',
  (name, seen, tested) => {
    const run = recorded(name);
    const { verdicts, supported, findings } = judgeRun(run);
    expect(
      Object.fromEntries(
        run.measurements.map(({ combination }) => [
          combination.numpy,
          verdicts.get(combination.id),
        ]),
      ),
    ).toEqual(seen);
    expect(supported.tested).toEqual(tested);
    expect(findings.filter(({ category }) => category === 'metadata')).toEqual([]);
  },
);

/** `3.11 2.0.2 proven`: what became of a combination. */
function ranges(requirements: readonly string[], seen: readonly string[]) {
  const rows = seen.map((one) => one.split(' '));
  const measurements = rows.map(([python = '', numpy = '']) => ({
    combination: {
      ...{ id: `${python} ${numpy}`, python, numpy, platform: 'linux-x86_64' },
      interpreter: { markers: { python_version: python } },
    },
  }));
  const verdicts = new Map(rows.map(([python, numpy, verdict]) => [`${python} ${numpy}`, verdict]));
  const facts = {
    ...{ name: 'pkg', version: '1.0', requiresPython: null, extras: [], wheels: null },
    requirements: requirements.map(parseRequirement),
  };
  const run = {
    subject: { kind: 'project', name: 'pkg', version: '1.0', facts: [facts] },
    numpy: ['1.26', '2.0', '2.1'].map((name) => ({ name, installable: true })),
    pythons: ['3.11', '3.12'],
    measurements,
  };
  return measureRange(run as never, verdicts as never, new Set());
}

test('a range is held against what is declared on the Python that fails', () => {
  const lines = ['numpy>=2.0; python_version < "3.12"', 'numpy>=1.26; python_version >= "3.12"'];
  const { findings } = ranges(lines, [
    ...['3.11 2.0.2 proven', '3.12 1.26.4 failed', '3.12 2.0.2 proven'],
  ]);
  expect(findings.map(({ kind, combinations }) => [kind, combinations])).toEqual([
    ['range-too-wide', ['3.12 1.26.4']],
  ]);
});

test.each(['known', 'doubtful'])('what is %s was tried, and ends a range', (verdict) => {
  const seen = ['3.11 1.26.4 proven', `3.11 2.0.2 ${verdict}`, '3.11 2.1.3 proven'];
  const { supported, findings } = ranges(['numpy'], seen);
  expect(supported).toMatchObject({ numpy: null, tested: ['1.26', '2.1'], untested: [] });
  expect(findings).toEqual([]);
});
