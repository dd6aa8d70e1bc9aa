import { expect, test } from '@jest/globals';
import { judgeRun } from '../../../src/judge/judge-run.ts';
import { measureRange } from '../../../src/judge/ranges/measure-range.ts';
import { recorded } from '../../support/recorded.ts';

const NONE: ReadonlySet<string> = new Set();

test('a NumPy that refuses a module in silence is no part of the proven range, and no reproach', () => {
  const run = recorded('swallowed');
  const { verdicts } = judgeRun(run);
  const old = run.measurements.find(({ combination }) => combination.numpy.startsWith('1.26'));
  const refused = new Set([old?.combination.id ?? '']);
  const all = measureRange(run, verdicts, { mistaken: NONE, refused: NONE });
  const some = measureRange(run, verdicts, { mistaken: NONE, refused });
  expect(all.supported.tested).toEqual(['1.26', '2.2']);
  expect(some.supported.tested).toEqual(['2.2']);
  expect(some.findings).toEqual([]);
});
