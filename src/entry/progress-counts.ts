import type { ProgressState } from '../model/ports.ts';

/**
 * How far it is, for whoever waits; null before anything is counted.
 *
 * @example progressCounts({ doing: [], done: 6, total: 14, failed: 1 }) // '6/14 combinations, 1 failed'
 */
export function progressCounts({ done, total, failed, of }: ProgressState): string | null {
  if (total === 0) return null;
  return `${done}/${total} ${of ?? 'combinations'}${failed > 0 ? `, ${failed} failed` : ''}`;
}
