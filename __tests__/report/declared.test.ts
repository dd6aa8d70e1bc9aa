import { expect, it } from '@jest/globals';
import { provenNumpy } from '../../src/report/declared.ts';

const supported = (numpy: string | null, tested: readonly string[], untested: readonly string[]) =>
  ({
    combinations: [],
    supported: { numpy, python: null, perPython: {}, tested, untested },
  }) as const;

it.each([
  ['numpy>=1.26,<2.1', '>=1.26,<2.1', ['1.26', '2.0'], []],
  [
    'NumPy 1.26 and 2.5 (2.0–2.4 not tested)',
    null,
    ['1.26', '2.5'],
    ['2.0', '2.1', '2.2', '2.3', '2.4'],
  ],
  ['NumPy 1.26 and 2.2 (2.0 and 2.1 not tested)', null, ['1.26', '2.2'], ['2.0', '2.1']],
  [
    'NumPy 1.24, 1.26, 2.0 and 2.5 (1.25 and 2.1–2.4 not tested)',
    null,
    ['1.24', '1.26', '2.0', '2.5'],
    ['1.25', '2.1', '2.2', '2.3', '2.4'],
  ],
  [
    'NumPy 1.9, 1.11, 1.13, 1.15 and 1.17–1.19 (1.10, 1.12, 1.14 and 1.16 not tested)',
    null,
    ['1.9', '1.11', '1.13', '1.15', '1.17', '1.18', '1.19'],
    ['1.10', '1.12', '1.14', '1.16'],
  ],
  ['NumPy 2.5', '>=2.5,<2.6', ['2.5'], []],
])('%s', (expected, numpy, tested, untested) => {
  expect(provenNumpy(supported(numpy, tested, untested))).toBe(expected);
});
