import { readFileSync } from 'node:fs';

/** However busy the machine is, a child that never ends is ended after so many times its limit. */
const MOST = 3;
/** A timer of Node holds 31 bits of milliseconds. */
const MAX_TIMER_MS = 2_147_000_000;

/** Seconds of a child's life, and those of them in which it had no processor to run on. */
export interface Life {
  readonly elapsed: number;
  readonly starved: number;
}

/**
 * What a child has left of its limit: time in which it was ready to run, and others ran, is not its
 * own. It may take three times the limit at most.
 *
 * @returns seconds; 0 where its time is over
 * @example secondsLeft(60, { elapsed: 60, starved: 0 }) // 0
 * @example secondsLeft(60, { elapsed: 60, starved: 50 }) // 50
 * @example secondsLeft(60, { elapsed: 180, starved: 170 }) // 0
 */
export function secondsLeft(limit: number, { elapsed, starved }: Life): number {
  return Math.max(0, Math.min(limit + starved, limit * MOST) - elapsed);
}

/**
 * Seconds that a process waited for a processor, as Linux counts them for its first thread; 0
 * elsewhere, and for a process that is gone.
 */
export function secondsStarved(pid: number): number {
  try {
    const [, waited] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return (Number(waited) || 0) / 1e9;
  } catch {
    return 0;
  }
}

/**
 * Calls `expire` once a child's limit is over.
 *
 * @param limit seconds of the child's own
 * @returns ends the watch
 */
export function limitTime(pid: number | undefined, limit: number, expire: () => void): () => void {
  const began = performance.now();
  let timer: NodeJS.Timeout;
  const wait = (seconds: number): void => {
    timer = setTimeout(look, Math.min(MAX_TIMER_MS, Math.ceil(seconds * 1000)));
  };
  const look = (): void => {
    const elapsed = (performance.now() - began) / 1000;
    const starved = pid === undefined ? 0 : secondsStarved(pid);
    const left = secondsLeft(limit, { elapsed, starved });
    if (left < 0.01) expire();
    else wait(left);
  };
  wait(limit);
  return () => clearTimeout(timer);
}
