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

/**
 * @param seconds any non-negative number
 * @example formatDuration(0.04) // '0.04 s'
 * @example formatDuration(83) // '1 min 23 s'
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '?';
  if (seconds < 1) return `${Number(seconds.toFixed(2))} s`;
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
