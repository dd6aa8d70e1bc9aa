import { formatDuration } from '../escape/duration.ts';
import { cutTo, type Terminal } from '../escape/terminal.ts';
import type { ProgressState } from '../model/ports.ts';
import { progressCounts } from './progress-counts.ts';

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;

export interface LiveLineOptions {
  /** Columns of the window. */
  readonly width: number;
  /** Counts up by one per redraw. */
  readonly tick: number;
  /** Seconds since the first combination started; null before. */
  readonly elapsedSeconds: number | null;
}

/**
 * The one line that is redrawn while the program works, never wider than the window.
 *
 * What is doing gives way first in a narrow window, then the estimate; the counts stay.
 *
 * @example
 * liveLine({ doing: ['building cp312'], done: 6, total: 14, failed: 1 }, { width: 80, tick: 0, elapsedSeconds: 15 }).text
 * // '⠋ building cp312 · 6/14 combinations, 1 failed · about 20 s left'
 */
export function liveLine(state: ProgressState, options: LiveLineOptions): Terminal {
  const spin = SPINNER[Math.abs(options.tick) % SPINNER.length] ?? SPINNER[0];
  const counts = [progressCounts(state) ?? []].flat();
  const left = estimate(state, options.elapsedSeconds);
  const room = options.width - 1;
  const estimates = left === null ? [] : [`about ${left} left`];
  const fits = (text: string) => [...text].length <= room;
  for (let shown = state.doing.length; shown >= 0; shown -= 1) {
    const line = [spin, [...someDoing(state.doing, shown), ...counts, ...estimates].join(' · ')];
    if (fits(line.join(' ')) && (shown > 0 || state.doing.length === 0)) {
      return cutTo(line.join(' '), room);
    }
  }
  const first = state.doing.slice(0, 1);
  const short = [...counts, ...first].join(' · ');
  return cutTo(`${spin} ${short}`, room);
}

function someDoing(doing: readonly string[], shown: number): readonly string[] {
  const left = doing.length - shown;
  return left > 0 ? [...doing.slice(0, shown), `+${left}`] : doing;
}

/** Combinations take about equally long; below two done, any guess would be wild. */
function estimate(state: ProgressState, elapsed: number | null): string | null {
  if (elapsed === null || state.done < 2 || state.done >= state.total) return null;
  const seconds = (elapsed / state.done) * (state.total - state.done);
  return formatDuration(seconds < 10 ? Math.ceil(seconds) : Math.round(seconds / 5) * 5);
}
