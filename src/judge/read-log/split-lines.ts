import type { RawLine } from './stage.ts';

/**
 * Longer lines are cut. A traceback as one JSON string stands on one line: 2,000 frames fit.
 */
const LONGEST_LINE = 262_144;

/** Splits pieces of text into the lines of a log; what it keeps is bounded by the longest line. */
export interface LineSplitter {
  read(text: string): Generator<RawLine>;
  end(): Generator<RawLine>;
}

/** Lines end with `\n` or `\r\n`; what a lone `\r` overwrites is for `unfold`. */
export function createLineSplitter(): LineSplitter {
  let number = 0;
  let parts: string[] = [];
  let length = 0;
  const take = (piece: string): void => {
    const room = LONGEST_LINE - length;
    if (room <= 0 || piece === '') return;
    parts.push(piece.length > room ? piece.slice(0, room) : piece);
    length += Math.min(room, piece.length);
  };
  const line = (): RawLine => {
    const text = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
    parts = [];
    length = 0;
    number += 1;
    return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  };
  return {
    *read(text) {
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        take(text.slice(start, end));
        yield line();
        start = end + 1;
      }
      take(text.slice(start));
    },
    *end() {
      if (length > 0) yield line();
    },
  };
}
