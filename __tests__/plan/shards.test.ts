import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shardOf, shardsOf } from '../../src/plan/shards.ts';
import { parseShard } from '../../src/settings/shard.ts';

const cells = (pythons: readonly string[], numpys: number) =>
  pythons.flatMap((python) =>
    Array.from({ length: numpys }, (_, at) => ({
      id: `py${python}-np1.${at}`,
      python,
      numpy: `1.${at}`,
      platform: 'linux-x86_64',
    })),
  );

describe('shardsOf()', () => {
  it('keeps Pythons together where that is even', () => {
    const planned = cells(['3.10', '3.11', '3.12'], 4);
    const parts = shardsOf(planned, 3);
    for (const python of ['3.10', '3.11', '3.12']) {
      const own = parts.filter((_, at) => planned[at]?.python === python);
      expect(new Set(own).size).toBe(1);
    }
    expect(new Set(parts).size).toBe(3);
  });

  it('cuts a Python that has more than its share', () => {
    expect(new Set(shardsOf(cells(['3.12'], 9), 3)).size).toBe(3);
  });

  it('gives every combination to exactly one part, whatever the plan', () => {
    const python = fc.constantFrom('3.9', '3.10', '3.11', '3.12', '3.13t');
    fc.assert(
      fc.property(
        fc.uniqueArray(python, { minLength: 1 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 20 }),
        (pythons, numpys, count) => {
          const planned = cells(pythons, numpys);
          const all = Array.from({ length: count }, (_, at) =>
            shardOf(planned, { index: at + 1, count }),
          );
          expect(
            all
              .flat()
              .map(({ id }) => id)
              .sort(),
          ).toEqual(planned.map(({ id }) => id).sort());
          const sizes = all.map((part) => part.length);
          expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.ceil(planned.length / count) * 2);
        },
      ),
    );
  });
});

describe('parseShard()', () => {
  it.each([
    ['3/10', { index: 3, count: 10 }],
    ['1/1', { index: 1, count: 1 }],
    ['0/3', undefined],
    ['4/3', undefined],
    ['3', undefined],
    ['a/b', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(parseShard(text)).toEqual(expected);
  });
});
