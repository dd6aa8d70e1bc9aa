import { expect, test } from '@jest/globals';
import { judgeRun } from '../../../src/judge/judge-run.ts';
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
