import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { indexOfText, occurrences } from '../../src/binary/byte-search.ts';

const TEXTS = [
  'numpy',
  '_cython_',
  '_API',
  'pyo3-',
  '__pybind11_',
  'ab',
  'flatiter\0',
  'aaab',
  'zzzz',
];

describe('indexOfText()', () => {
  it('finds what Buffer.indexOf finds, wherever it begins', () => {
    const piece = fc.oneof(
      fc.constantFrom(...TEXTS),
      fc.constantFrom('a', 'z', '_', 'n', 'yo3', '\0'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(...TEXTS),
        fc.nat(40),
        (pieces, text, from) => {
          const bytes = Buffer.from(pieces.join(''), 'latin1');
          expect(indexOfText(bytes, text, from)).toBe(bytes.indexOf(text, from, 'latin1'));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('ends soon where a part of the text stands everywhere', () => {
    const bytes = Buffer.from(`${'cython'.repeat(200_000)}_cython_3_0_0`, 'latin1');
    const start = process.cpuUsage();
    expect(indexOfText(bytes, '_cython_')).toBe(1_200_000);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1_000);
    expect([...occurrences(bytes, 'cython')]).toHaveLength(10_000);
  });
});
