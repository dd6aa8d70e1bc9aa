import type { Combination } from '../model/combination.ts';

/** What is built for a plan: for each Python of each platform, its first combination. */
export function buildsOf<C extends Combination>(planned: readonly C[]): readonly C[] {
  const seen = new Set<string>();
  return planned.filter(({ platform, python }) => {
    const key = JSON.stringify([platform, python]);
    return !seen.has(key) && seen.add(key);
  });
}
