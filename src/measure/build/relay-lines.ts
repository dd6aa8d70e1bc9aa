/** Passes on whole lines: what is replaced in a text must not be cut by the end of a chunk. */
export interface LineRelay {
  push(chunk: string): void;
  /** What came last, without a line break. */
  end(): void;
}

/** @param show called with one or more whole lines, without the last line break */
export function relayLines(show: (text: string) => void): LineRelay {
  let kept = '';
  return {
    push(chunk) {
      kept += chunk;
      const end = Math.max(kept.lastIndexOf('\n'), kept.lastIndexOf('\r'));
      if (end < 0) return;
      show(kept.slice(0, end).trimEnd());
      kept = kept.slice(end + 1);
    },
    end() {
      if (kept.trim() !== '') show(kept.trimEnd());
      kept = '';
    },
  };
}
