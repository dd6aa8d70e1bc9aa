import type { Combination } from '../model/combination.ts';
import { groupBy } from '../model/group-by.ts';
import type { Shard } from '../model/shard.ts';
import type { ExpectedWork } from './expected-work.ts';

/**
 * Which part each combination belongs to. It depends on the plan alone, so any scheduler on any
 * machine cuts it alike. A part has one platform, since one machine runs it, and each platform gets
 * parts by its share of the expected work. Each part sets each of its Pythons up (its build above
 * all), so Pythons stay together where no part gets longer by it.
 *
 * @param count at least the number of platforms ({@link fewestShards})
 * @param work from the plan alone, too
 * @returns the part's number, from 1, for each combination in the order given
 */
export function shardsOf(
  planned: readonly Combination[],
  count: number,
  work: ExpectedWork,
): readonly number[] {
  const found = new Map<number, number>();
  let before = 0;
  const platforms = groupsOf(planned, ({ platform }) => platform);
  for (const [at, number] of sharesOf(planned, platforms, count, work).entries()) {
    const own = platforms[at] ?? [];
    for (const [place, part] of cut(planned, own, number, work)) found.set(place, before + part);
    before += number;
  }
  return planned.map((_, at) => found.get(at) ?? 1);
}

/** The combinations of one part, in plan order. */
export function shardOf<C extends Combination>(
  planned: readonly C[],
  { index, count }: Shard,
  work: ExpectedWork,
): readonly C[] {
  const parts = shardsOf(planned, count, work);
  return planned.filter((_, at) => parts[at] === index);
}

/**
 * A part's name for people: `part 1/4 (linux-x86_64, Python 3.11)`.
 */
export function partName(
  planned: readonly Combination[],
  shard: Shard,
  work: ExpectedWork,
): string {
  const own = shardOf(planned, shard, work);
  const all = (of: (one: Combination) => string) => [...new Set(own.map(of))].join(', ');
  const what = `${all(({ platform }) => platform)}, Python ${all(({ python }) => python)}`;
  return `part ${shard.index}/${shard.count} (${what})`;
}

/** A part runs on one machine: there are at least as many as platforms. */
export function fewestShards(planned: readonly Combination[]): number {
  return Math.max(1, new Set(planned.map(({ platform }) => platform)).size);
}

/** How many parts each platform gets: one, and the rest where most is left to do for each part. */
function sharesOf(
  planned: readonly Combination[],
  platforms: readonly (readonly number[])[],
  count: number,
  { setUp, ...costs }: ExpectedWork,
): readonly number[] {
  const work = platforms.map(
    (own) =>
      own.reduce((sum, at) => sum + costOf(planned, at, costs), 0) +
      setUp * groupsOf(own, (at) => pythonOf(planned, at)).length,
  );
  const shares = platforms.map(() => 1);
  for (let left = count - platforms.length; left > 0; left -= 1) {
    const each = work.map((one, at) => one / (shares[at] ?? 1));
    const most = each.indexOf(Math.max(...each));
    shares[most] = (shares[most] ?? 0) + 1;
  }
  return shares;
}

/**
 * Places of one platform → parts from 1: of all sizes that a Python may be cut into, the one whose
 * longest part is shortest; of equal ones, the one that sets up least.
 */
function cut(
  planned: readonly Combination[],
  own: readonly number[],
  count: number,
  work: ExpectedWork,
): readonly (readonly [number, number])[] {
  const pythons = groupsOf(own, (at) => pythonOf(planned, at)).map((group) =>
    group.map((at) => own[at] ?? 0),
  );
  const largest = Math.max(1, ...pythons.map((group) => group.length));
  const sizes = Array.from({ length: largest }, (_, at) => largest - at);
  const cost = (at: number) => costOf(planned, at, work);
  const tried = sizes.map((size) => dealt(pythons, size, count, work.setUp, cost));
  const [best] = tried.toSorted((a, b) => a.longest - b.longest || a.total - b.total);
  return best?.places ?? [];
}

/** Deals the pieces out, the longest first, each to the part that is shortest with it. */
function dealt(
  pythons: readonly (readonly number[])[],
  size: number,
  count: number,
  setUp: number,
  cost: (at: number) => number,
) {
  const pieces = pythons
    .flatMap((group, python) =>
      chunks(group, size).map((places) => {
        const length = places.reduce((sum, at) => sum + cost(at), 0);
        return { python, places, length };
      }),
    )
    .toSorted((a, b) => b.length - a.length || first(a.places) - first(b.places));
  const load = Array.from({ length: count }, () => 0);
  const has = load.map(() => new Set<number>());
  const places = pieces.flatMap(({ python, places: piece, length }) => {
    const after = load.map((one, at) => one + length + (has[at]?.has(python) ? 0 : setUp));
    const part = after.indexOf(Math.min(...after));
    load[part] = after[part] ?? 0;
    has[part]?.add(python);
    return piece.map((one) => [one, part + 1] as const);
  });
  const total = load.reduce((sum, one) => sum + one, 0);
  return { places, total, longest: Math.max(...load) };
}

function costOf(
  planned: readonly Combination[],
  at: number,
  { combinations, usual }: Omit<ExpectedWork, 'setUp'>,
): number {
  return combinations.get(planned[at]?.id ?? '') ?? usual;
}

function pythonOf(planned: readonly Combination[], at: number): string {
  return planned[at]?.python ?? '';
}

/** Places of what has the same key, in order of their first. */
function groupsOf<T>(
  list: readonly T[],
  keyOf: (one: T) => string,
): readonly (readonly number[])[] {
  const groups = groupBy(list.entries(), ([, one]) => keyOf(one));
  return [...groups.values()].map((group) => group.map(([at]) => at));
}

function chunks(list: readonly number[], size: number): readonly (readonly number[])[] {
  const number = Math.ceil(list.length / size);
  const even = Math.ceil(list.length / number);
  return Array.from({ length: number }, (_, at) => list.slice(at * even, (at + 1) * even));
}

function first(list: readonly number[]): number {
  return list[0] ?? 0;
}
