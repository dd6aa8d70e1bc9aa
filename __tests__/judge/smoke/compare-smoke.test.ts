import { describe, expect, it } from '@jest/globals';
import { describeComparison } from '../../../src/judge/diagnose/rules/smoke-output.ts';
import { compareSmoke, type SmokeTrial } from '../../../src/judge/smoke/compare-smoke.ts';

function trial(numpy: string, output: string, more: Partial<SmokeTrial> = {}): SmokeTrial {
  const python = more.python ?? '3.11';
  return {
    combination: `py${python}-np${numpy}`,
    python,
    numpy,
    buildNumpy: null,
    passed: true,
    output,
    again: output,
    truncated: false,
    madeForNumpy1: false,
    ...more,
  };
}

const FORMER = { python: '3.13' } as const;
const LAZY = { madeForNumpy1: true } as const;

const found = (trials: readonly SmokeTrial[]) =>
  compareSmoke(trials, 1e-9).map((one) =>
    one.kind === 'differs'
      ? `${one.trial.combination} differs from ${one.reference.combination}`
      : `${one.trial.combination} ${one.kind}`,
  );

describe('compareSmoke()', () => {
  it.each<[string, readonly SmokeTrial[], readonly string[]]>([
    ['says nothing where all agree', [trial('1.26.4', '1'), trial('2.2.6', '1')], []],
    [
      'takes the build NumPy as the reference',
      [trial('1.26.4', '1'), trial('2.0.2', '2'), trial('2.2.6', '2')].map((one) => ({
        ...one,
        buildNumpy: '2.0.2',
      })),
      ['py3.11-np1.26.4 differs from py3.11-np2.0.2'],
    ],
    [
      'takes the newest of the same major release where the build NumPy is not planned',
      [trial('1.26.4', '1'), trial('2.0.2', '2'), trial('2.2.6', '3')].map((one) => ({
        ...one,
        buildNumpy: '2.4.1',
      })),
      ['py3.11-np1.26.4 differs from py3.11-np2.2.6', 'py3.11-np2.0.2 differs from py3.11-np2.2.6'],
    ],
    [
      'takes the newest NumPy of the era of a foreign wheel',
      [trial('1.25.2', '1', LAZY), trial('1.26.4', '1', LAZY), trial('2.2.6', '2', LAZY)],
      ['py3.11-np2.2.6 differs from py3.11-np1.26.4'],
    ],
    [
      'knows what pybind11 reads better than what NumPy it was built beside',
      [trial('1.26.4', '1', LAZY), trial('2.2.6', '2', { ...LAZY, buildNumpy: '2.2.6' })],
      ['py3.11-np2.2.6 differs from py3.11-np1.26.4'],
    ],
    [
      'compares nothing with a reference that differs from itself',
      [trial('1.26.4', '1'), trial('2.2.6', '2', { again: '3' })],
      ['py3.11-np2.2.6 unstable'],
    ],
    ['leaves out what failed', [trial('1.26.4', '', { passed: false }), trial('2.2.6', '2')], []],
    [
      'compares nothing where output was cut',
      [trial('1.26.4', '1', { truncated: true }), trial('2.2.6', '2')],
      ['py3.11-np1.26.4 too-long'],
    ],
    [
      'compares each Python with its own reference',
      [trial('2.2.6', 'a'), trial('2.2.6', 'b', FORMER), trial('2.3.5', 'c', FORMER)],
      ['py3.13-np2.2.6 differs from py3.13-np2.3.5'],
    ],
    [
      'borrows a reference for a Python that has no NumPy 1.x',
      [trial('1.26.4', '1', LAZY), trial('2.2.6', '2', { ...LAZY, ...FORMER })],
      ['py3.13-np2.2.6 differs from py3.11-np1.26.4'],
    ],
    [
      'but not where the other Python shows that NumPy 2 makes no difference',
      [
        trial('1.26.4', '1', LAZY),
        trial('2.2.6', '1', LAZY),
        trial('2.2.6', '2', { ...LAZY, ...FORMER }),
      ],
      [],
    ],
  ])('%s', (_, trials, expected) => {
    expect(found(trials)).toEqual(expected);
  });
});

it('tells of output that was cut that nothing was compared', () => {
  const culprit = { distribution: null, version: null, module: null, file: null };
  const suspect = { culprit, fault: 'own', lazy: false, generator: null } as const;
  const told = describeComparison({ kind: 'too-long', trial: trial('1.26.4', '1') }, suspect);
  expect(told).toMatchObject({ kind: 'smoke-output-too-long', severity: 'warning' });
});
