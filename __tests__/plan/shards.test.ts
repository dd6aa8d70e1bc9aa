import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectedWork } from '../../src/plan/expected-work.ts';
import { fewestShards, partName, shardOf, shardsOf } from '../../src/plan/shards.ts';
import { parseShard } from '../../src/settings/shard.ts';

const cells = (pythons: readonly string[], numpys: number, platform = 'linux-x86_64') =>
  pythons.flatMap((python) =>
    Array.from({ length: numpys }, (_, at) => ({
      id: `py${python}-np1.${at}-${platform}`,
      python,
      numpy: `1.${at}`,
      platform,
    })),
  );

const BUILT = expectedWork({}, 'project');
const PLATFORMS = ['linux-x86_64', 'macos-arm64', 'windows-amd64'];

describe('shardsOf()', () => {
  it('keeps Pythons together where that is even', () => {
    const planned = cells(['3.10', '3.11', '3.12'], 4);
    const parts = shardsOf(planned, 3, BUILT);
    for (const python of ['3.10', '3.11', '3.12']) {
      const own = parts.filter((_, at) => planned[at]?.python === python);
      expect(new Set(own).size).toBe(1);
    }
    expect(new Set(parts).size).toBe(3);
  });

  it('cuts a Python that has more than its share', () => {
    expect(new Set(shardsOf(cells(['3.12'], 9), 3, BUILT)).size).toBe(3);
  });

  it('leaves no part twice as long as the others where Pythons do not divide evenly', () => {
    // Two Pythons in three parts: cut in halves, one part would have both Pythons.
    const parts = shardsOf(cells(['3.11', '3.12'], 4), 3, BUILT);
    const sizes = [1, 2, 3].map((part) => parts.filter((one) => one === part).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
  });

  it('spreads Pythons over parts that build nothing', () => {
    const planned = cells(['3.11', '3.12'], 4);
    for (const work of [
      expectedWork({}, 'wheels'),
      expectedWork({}, 'packages'),
      expectedWork({ buildOnce: true }, 'project'),
    ]) {
      const parts = shardsOf(planned, 4, work);
      const sizes = [1, 2, 3, 4].map((part) => parts.filter((one) => one === part).length);
      expect(sizes).toEqual([2, 2, 2, 2]);
    }
    const builds = shardsOf(planned, 4, BUILT);
    expect(new Set(builds).size).toBeGreaterThan(1);
  });

  it('gives what took long a part of its own', () => {
    const planned = cells(['3.11'], 6);
    const combinations = Object.fromEntries(planned.map(({ id }, at) => [id, at === 3 ? 100 : 10]));
    const work = expectedWork({ expected: { build: null, usual: 10, combinations } }, 'packages');
    const parts = shardsOf(planned, 2, work);
    expect(parts.filter((one) => one === parts[3])).toHaveLength(1);
  });

  it('never puts two platforms into one part, and gives the larger one more parts', () => {
    const planned = [
      ...cells(['3.11', '3.12'], 12, 'linux-x86_64'),
      ...cells(['3.12'], 2, 'windows-amd64'),
    ];
    const parts = shardsOf(planned, 4, BUILT);
    const of = (platform: string) =>
      new Set(parts.filter((_, at) => planned[at]?.platform === platform));
    expect(of('linux-x86_64').size).toBe(3);
    expect(of('windows-amd64').size).toBe(1);
    expect(fewestShards(planned)).toBe(2);
    expect(partName(planned, { index: 4, count: 4 }, BUILT)).toBe(
      'part 4/4 (windows-amd64, Python 3.12)',
    );
  });

  it('gives every combination to exactly one part, whatever the plan', () => {
    const python = fc.constantFrom('3.9', '3.10', '3.11', '3.12', '3.13t');
    fc.assert(
      fc.property(
        fc.uniqueArray(python, { minLength: 1 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 3, max: 20 }),
        fc.subarray(PLATFORMS, { minLength: 1 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 180, maxLength: 180 }),
        (pythons, numpys, count, platforms, seconds) => {
          const planned = platforms.flatMap((one) => cells(pythons, numpys, one));
          const combinations = Object.fromEntries(
            planned.map(({ id }, at) => [id, seconds[at] ?? 1]),
          );
          const expected = { build: seconds[0] ?? 1, usual: 1, combinations };
          const work = expectedWork({ expected }, 'project');
          const all = Array.from({ length: count }, (_, at) =>
            shardOf(planned, { index: at + 1, count }, work),
          );
          expect(
            all
              .flat()
              .map(({ id }) => id)
              .sort(),
          ).toEqual(planned.map(({ id }) => id).sort());
          for (const part of all) {
            expect(new Set(part.map(({ platform }) => platform)).size).toBeLessThan(2);
          }
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
