/** Time and bytes that several reads of others' files share. */
export interface ReadBudget {
  /** Aborts when the time is over, and with the run. */
  readonly signal: AbortSignal;
  /** Bytes that may still be read. */
  readonly left: number;
  /**
   * Takes bytes before they are asked for; what did not come is given back as a negative number.
   *
   * @returns false when so many are not left: nothing is taken then
   */
  take(bytes: number): boolean;
  /** What ended it; undefined while there was enough of both. */
  readonly cut: 'time' | 'bytes' | undefined;
}

/** @param run aborts with the run */
export function createReadBudget(
  bytes: number,
  seconds: number,
  run?: AbortSignal,
): ReadBudget & { end(): void } {
  let left = bytes;
  let isShort = false;
  const time = new AbortController();
  const timer = setTimeout(() => time.abort(new Error('the time is over')), seconds * 1000);
  timer.unref();
  return {
    signal: run === undefined ? time.signal : AbortSignal.any([time.signal, run]),
    get left() {
      return left;
    },
    take(wanted) {
      if (wanted > left) {
        isShort = true;
        return false;
      }
      left -= wanted;
      return true;
    },
    get cut() {
      if (time.signal.aborted) return 'time';
      return isShort ? 'bytes' : undefined;
    },
    end: () => clearTimeout(timer),
  };
}

/** For reads that only the run itself bounds. */
export function endlessBudget(signal: AbortSignal): ReadBudget {
  return { signal, left: Number.POSITIVE_INFINITY, take: () => true, cut: undefined };
}
