import { Buffer } from 'node:buffer';
import { indexOfText } from './byte-search.ts';

/** Texts around which `capiFacts` and `numpyAccess` look, or whose presence they ask for. */
const WORDS = [
  'numpy',
  'NumpyVersion',
  '_API',
  'NumPy',
  'compiled against API version',
  'size changed, may indicate',
  'flatiter\0',
  'ndarray\0',
  'pyo3',
  'multiarray failed to import',
  '__pybind11_',
] as const;

/** Bytes kept before and after each word; the longest text that is looked for has 70. */
const AROUND = 160;
/** Most of what is kept, of the head and of all places together. */
const HEAD_BYTES = 4_096;
const MOST_BYTES = 4 * 2 ** 20;

/** A short stand-in for a file that is too large to be held. */
export interface Digest {
  add(piece: Uint8Array): void;
  /** The file's head and the surroundings of every word; what lies between is gone. */
  bytes(): Buffer;
}

/**
 * Keeps of a file what its use of NumPy's C-API shows in, piece by piece, in flat memory.
 */
export function createDigest(): Digest {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  // The same memory for all pieces: a file may have thousands.
  let joined: Buffer = Buffer.alloc(0);
  const keep = (bytes: Buffer): void => {
    if (keptBytes >= MOST_BYTES) return;
    kept.push(Buffer.from(bytes));
    keptBytes += bytes.length;
  };
  return {
    add(piece) {
      const fresh = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      if (head.length < HEAD_BYTES) {
        head = Buffer.concat([head, fresh.subarray(0, HEAD_BYTES - head.length)]);
      }
      // Words that two pieces share, and what stands before a word.
      const length = tail.length + fresh.length;
      if (joined.length < length) joined = Buffer.allocUnsafeSlow(length);
      joined.set(tail);
      joined.set(fresh, tail.length);
      const window = joined.subarray(0, length);
      for (const [from, to] of surroundings(window)) keep(window.subarray(from, to));
      tail = Buffer.from(window.subarray(Math.max(0, length - 2 * AROUND)));
    },
    bytes: () => Buffer.concat([head, ...kept]),
  };
}

/** Spans to keep, ascending, those that touch joined. */
function surroundings(window: Buffer): readonly (readonly [number, number])[] {
  const places: number[] = [];
  for (const word of WORDS) {
    for (let at = indexOfText(window, word); at !== -1; ) {
      places.push(at);
      at = indexOfText(window, word, at + word.length);
    }
  }
  const spans: [number, number][] = [];
  for (const at of places.sort((a, b) => a - b)) {
    const [from, to] = [Math.max(0, at - AROUND), Math.min(window.length, at + AROUND)];
    const last = spans.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else spans.push([from, to]);
  }
  return spans;
}
