/** Seconds in all: `total` where the pipeline measured it, else the sum of the stages. */
export function totalSeconds(seconds: Readonly<Record<string, number>>): number {
  const total = seconds['total'] ?? seconds['all'];
  return total ?? Object.values(seconds).reduce((sum, one) => sum + one, 0);
}

/** Stages without the total, longest first. */
export function stagesOf(seconds: Readonly<Record<string, number>>): readonly [string, number][] {
  return Object.entries(seconds)
    .filter(([stage]) => stage !== 'total' && stage !== 'all')
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
