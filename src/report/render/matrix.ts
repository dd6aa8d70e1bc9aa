import type { Combination, ShownPlan } from '../../model/combination.ts';
import type { PlanFile } from '../../model/plan-file.ts';

/** A GitHub `strategy.matrix` of the planned combinations, one job a Python. */
export interface Matrix {
  readonly include: readonly { readonly python: string; readonly numpy: string }[];
}

/**
 * @returns one entry per Python, its NumPys joined by line breaks as the input `numpy-version` takes
 *   them; 256 jobs is GitHub's limit, and there are never that many Pythons
 */
export function matrixOf(plan: ShownPlan): Matrix {
  const numpys = new Map<string, string[]>();
  for (const { python, numpy } of plan.planned) {
    numpys.set(python, [...(numpys.get(python) ?? []), numpy]);
  }
  return {
    include: [...numpys].map(([python, list]) => ({ python, numpy: list.join('\n') })),
  };
}

/** A job for each part that has something to run. */
export interface ShardMatrix {
  readonly include: readonly {
    /** For the input `shard`: `2/9`. */
    readonly shard: string;
    /** `2`: for the names of artifacts, which may hold no slash. */
    readonly index: number;
    /** `linux-x86_64, Python 3.11, 3.12`: for the job's name. */
    readonly name: string;
    /** What the plan's machine is called, where it was said: a label, or a list of labels. */
    readonly 'runs-on'?: unknown;
  }[];
}

/**
 * A matrix of parts: at most 256, as the option `shards` says.
 *
 * @param parts the part of each planned combination, from 1
 */
export function shardMatrixOf(
  { plan, runners }: Pick<PlanFile, 'plan' | 'runners'>,
  parts: readonly number[],
): ShardMatrix {
  const count = plan.shards ?? Math.max(1, ...parts);
  const numbers = [...new Set(parts)].sort((a, b) => a - b);
  return {
    include: numbers.map((number) => {
      const own = plan.planned.filter((_, at) => parts[at] === number);
      const runner = runners[own[0]?.platform ?? ''];
      return {
        shard: `${number}/${count}`,
        index: number,
        name: nameOf(own),
        ...(runner !== undefined && { 'runs-on': labelsOf(runner) }),
      };
    }),
  };
}

function nameOf(own: readonly Combination[]): string {
  const all = (of: (one: Combination) => string) => [...new Set(own.map(of))].join(', ');
  return `${all(({ platform }) => platform)}, Python ${all(({ python }) => python)}`;
}

/** `toJSON` of a matrix entry quotes a label; several labels are a list, a group an object. */
function labelsOf(runner: string): unknown {
  if (!/^\s*["[{]/.test(runner)) return runner;
  try {
    return JSON.parse(runner);
  } catch {
    return runner;
  }
}
