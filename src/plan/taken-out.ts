import type { CombinationFilter } from '../model/config.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import { matchesCombination } from './matches-combination.ts';

/** Says why the user's include and exclude lines take out a combination; null when they do not. */
export type TakenOut = (interpreter: Interpreter, numpy: string) => string | null;

/** A line that names a module takes out that module there, not the combination. */
export function takenOut(filters: {
  readonly include: readonly CombinationFilter[];
  readonly exclude: readonly CombinationFilter[];
}): TakenOut {
  const include = filters.include.filter(({ module }) => module === null);
  const exclude = filters.exclude.filter(({ module }) => module === null);
  return (interpreter, numpy) => {
    const matches = (filter: CombinationFilter) => matchesCombination(filter, interpreter, numpy);
    const out = exclude.find(matches);
    if (out !== undefined) {
      return out.reason === null
        ? `taken out by exclude: ${out.text}`
        : `${out.reason} (exclude: ${out.text})`;
    }
    return include.length === 0 || include.some(matches) ? null : 'no line of include names it';
  };
}
