import { formatDuration } from '../escape/duration.ts';
import { listSome } from '../escape/plural.ts';
import type { Progress, ProgressState } from '../model/ports.ts';
import { progressCounts } from './progress-counts.ts';

export interface HeartbeatOptions {
  /** Milliseconds since any fixed time. */
  readonly now?: () => number;
  /** Calls `beat` about once a second until the function it returns is called. */
  readonly every?: (beat: () => void) => () => void;
}

/** Silence after which the first line comes, and after which each further one. */
const FIRST_MS = 10_000;
const NEXT_MS = 30_000;

/**
 * Progress for a log that nobody redraws: while something takes long, a line says what it is and how
 * far the run has come, so that no log is silent for a minute.
 */
export function withHeartbeat(progress: Progress, options: HeartbeatOptions = {}): Progress {
  const now = options.now ?? Date.now;
  const began = now();
  let last = began;
  let wait = FIRST_MS;
  let state: ProgressState | undefined;
  const since = new Map<string, number>();
  const stop = (options.every ?? everySecond)(() => {
    if (now() - last < wait) return;
    last = now();
    wait = NEXT_MS;
    progress.info(lineOf(state, since, began, now()));
  });
  const heard = (): void => {
    last = now();
    wait = FIRST_MS;
  };
  return {
    ...progress,
    info: (text) => {
      heard();
      progress.info(text);
    },
    notice: (text) => {
      heard();
      progress.notice(text);
    },
    group: (title, text) => {
      heard();
      progress.group(title, text);
    },
    planned: (...plan) => {
      heard();
      progress.planned?.(...plan);
    },
    combination: (...ended) => {
      heard();
      progress.combination?.(...ended);
    },
    update: (next) => {
      for (const one of next.doing) if (!since.has(one)) since.set(one, now());
      for (const one of since.keys()) if (!next.doing.includes(one)) since.delete(one);
      state = next;
      progress.update(next);
    },
    done: () => {
      stop();
      progress.done();
    },
  };
}

/** `… building for Python 3.12 (40 s), py3.9-np2.0.2 (12 s) · 6/14 combinations, 1 failed` */
function lineOf(
  state: ProgressState | undefined,
  since: ReadonlyMap<string, number>,
  began: number,
  now: number,
): string {
  if (state === undefined || state.doing.length === 0) {
    return `… still preparing (${secondsBetween(began, now)})`;
  }
  const doing = state.doing.map((one) => `${one} (${secondsBetween(since.get(one) ?? now, now)})`);
  return [`… ${listSome(doing, 3)}`, progressCounts(state) ?? []].flat().join(' · ');
}

function secondsBetween(from: number, to: number): string {
  return formatDuration(Math.round((to - from) / 1000));
}

/** It keeps no process alive. */
function everySecond(beat: () => void): () => void {
  const timer = setInterval(beat, 1000);
  timer.unref();
  return () => clearInterval(timer);
}
