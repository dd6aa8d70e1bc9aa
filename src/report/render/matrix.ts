import type { Plan } from '../../model/combination.ts';

/** A GitHub `strategy.matrix` of the planned combinations, one job a Python. */
export interface Matrix {
  readonly include: readonly { readonly python: string; readonly numpy: string }[];
}

/**
 * @returns one entry per Python, its NumPys joined by line breaks as the input `numpy-version` takes
 *   them; 256 jobs is GitHub's limit, and there are never that many Pythons
 */
export function matrixOf(plan: Plan): Matrix {
  const numpys = new Map<string, string[]>();
  for (const { python, numpy } of plan.planned) {
    numpys.set(python, [...(numpys.get(python) ?? []), numpy]);
  }
  return {
    include: [...numpys].map(([python, list]) => ({ python, numpy: list.join('\n') })),
  };
}

/** A matrix of parts, for the input `shard`: `{ "include": [{ "shard": "1/3" }, …] }`. */
export function shardMatrixOf(count: number): {
  readonly include: readonly { readonly shard: string }[];
} {
  return {
    include: Array.from({ length: count }, (_, at) => ({ shard: `${at + 1}/${count}` })),
  };
}
