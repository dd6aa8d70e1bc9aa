import { expect, test } from '@jest/globals';
import { narrowed, reachOf } from '../../../src/judge/ranges/declare.ts';
import { type Point, proven } from '../../../src/judge/ranges/proven-range.ts';

const series = ['1.25', '1.26', '2.0', '2.1'].map((name) => ({ name, installable: true }));

/** `1.26.0+ 1.26.4x`: what passed, what failed. */
const points = (text: string): readonly Point[] =>
  text.split(' ').map((one) => ({ version: one.slice(0, -1), passed: one.endsWith('+') }));

test.each<[string, string, string | null, string, string, boolean, boolean]>([
  [
    'ends at the patch that fails',
    '1.25.2+ 1.26.0+ 1.26.4x',
    '>=1.25,<1.26.4',
    'numpy>=1.20,<1.26.4',
    '>=1.25,<1.26.4',
    false,
    true,
  ],
  [
    'goes over no patch that fails',
    '1.26.0+ 1.26.4x 2.0.2+',
    null,
    'numpy>=2.0',
    '>=2.0,<2.1',
    true,
    false,
  ],
  [
    'begins at the patch that works',
    '1.26.0x 1.26.4+ 2.0.2+',
    '>=1.26.4,<2.1',
    'numpy>=1.26.4',
    '>=1.26.4,<2.1',
    true,
    false,
  ],
])('a range %s', (_, text, range, declare, specifier, failsBelow, failsAbove) => {
  const measured = points(text);
  const found = proven(measured, series);
  expect(found.range?.specifier ?? null).toBe(range);
  expect(found.longest).toMatchObject({ specifier, failsBelow, failsAbove });
  if (!found.longest) throw new Error('nothing is proven');
  const failing = measured.flatMap(({ passed, version }) => (passed ? [] : [version]));
  const reach = reachOf(found.longest, measured, series);
  expect(narrowed('>=1.20', reach, failing)).toBe(declare);
});
