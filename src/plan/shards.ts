import type { Combination } from '../model/combination.ts';
import type { Shard } from '../model/shard.ts';

/** Setting up a Python (its build above all) costs about as much as so many combinations. */
const COST_OF_A_PYTHON = 3;

/**
 * Which part each combination belongs to. It depends on the plan alone, so any scheduler on any
 * machine cuts it alike: Pythons stay together where that is even enough, since each part builds
 * once for each of its Pythons; the largest go first, to the part that has least to do.
 *
 * @returns the part's number, from 1, for each combination in the order given
 */
export function shardsOf(planned: readonly Combination[], count: number): readonly number[] {
  const groups = new Map<string, number[]>();
  for (const [at, { python, platform }] of planned.entries()) {
    const key = JSON.stringify([platform, python]);
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  // A Python with more than its share is cut; fewer Pythons than parts are, too.
  const share = Math.max(1, Math.ceil(planned.length / count));
  const pieces = [...groups.values()].flatMap((group) => chunks(group, share));
  const parts = Array.from({ length: count }, (): number[] => []);
  const load = parts.map(() => 0);
  for (const piece of pieces.toSorted((a, b) => b.length - a.length || first(a) - first(b))) {
    const least = load.indexOf(Math.min(...load));
    parts[least]?.push(...piece);
    load[least] = (load[least] ?? 0) + piece.length + COST_OF_A_PYTHON;
  }
  const found = new Map(parts.flatMap((part, at) => part.map((one) => [one, at + 1] as const)));
  return planned.map((_, at) => found.get(at) ?? 1);
}

/** The combinations of one part, in plan order. */
export function shardOf<C extends Combination>(
  planned: readonly C[],
  { index, count }: Shard,
): readonly C[] {
  const parts = shardsOf(planned, count);
  return planned.filter((_, at) => parts[at] === index);
}

function chunks(list: readonly number[], size: number): readonly (readonly number[])[] {
  const number = Math.ceil(list.length / size);
  const even = Math.ceil(list.length / number);
  return Array.from({ length: number }, (_, at) => list.slice(at * even, (at + 1) * even));
}

function first(list: readonly number[]): number {
  return list[0] ?? 0;
}
