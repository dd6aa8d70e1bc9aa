import { basename } from 'node:path';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';

export interface WheelChoice {
  /** One wheel per distribution, absolute paths. */
  readonly chosen: readonly string[];
  readonly others: readonly { readonly wheel: string; readonly reason: string }[];
  /** Distributions that have no wheel for this interpreter. */
  readonly missing: readonly string[];
}

/**
 * Picks, per distribution, the wheel an installer would take: the best tag, then the highest build.
 *
 * @param wheels absolute paths
 */
export function chooseWheels(
  wheels: readonly string[],
  interpreter: Pick<Interpreter, 'tags'>,
): WheelChoice {
  const rank = new Map(interpreter.tags.map((tag, index) => [tag.toLowerCase(), index]));
  const groups = new Map<string, { wheel: string; rank: number; build: number; text: string }[]>();
  const others: { wheel: string; reason: string }[] = [];
  for (const wheel of [...wheels].sort()) {
    const parsed = parseWheelFilename(basename(wheel));
    if (parsed === undefined) {
      others.push({ wheel, reason: 'its name is no wheel file name' });
      continue;
    }
    const name = normaliseName(parsed.distribution);
    const best = Math.min(...parsed.tags.map((tag) => rank.get(tag) ?? Number.POSITIVE_INFINITY));
    const group = groups.get(name) ?? [];
    const build = Number.parseInt(parsed.build ?? '-1', 10);
    groups.set(name, [...group, { wheel, rank: best, build, text: parsed.build ?? '' }]);
  }
  const chosen: string[] = [];
  const missing: string[] = [];
  for (const [name, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fitting = group
      .filter((one) => Number.isFinite(one.rank))
      .sort((a, b) => a.rank - b.rank || b.build - a.build || (a.text < b.text ? 1 : -1));
    const first = fitting[0];
    if (first === undefined) missing.push(name);
    else chosen.push(first.wheel);
    for (const one of group) {
      if (one === first) continue;
      const reason = Number.isFinite(one.rank)
        ? `shadowed by ${basename(first?.wheel ?? '')}`
        : 'not for this Python and platform';
      others.push({ wheel: one.wheel, reason });
    }
  }
  return { chosen, others, missing };
}
