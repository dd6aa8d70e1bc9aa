import { Buffer } from 'node:buffer';
import { indexOfText } from './byte-search.ts';
import { GENERATOR_WORDS } from './generators.ts';

/**
 * Texts around which `capiFacts` and `numpyAccess` look, or whose presence they ask for: what stands
 * beside one of them (`pybind11 numpy support`, `multiarray failed to import`) needs no search of its own.
 */
export const CAPI_WORDS = ['numpy', 'NumPy', 'NumpyVersion', 'API'] as const;
/** What files hold that do not fetch NumPy's table of functions. */
export const SIZE_WORDS = ['size changed, may indicate', 'flatiter\0', 'ndarray\0'] as const;
/** How the init function of a module is called. */
export const INIT_WORDS = ['PyInit', 'PyModExport'] as const;

/** Between two places: what stood apart in the file is no text together. */
export const GAP = Buffer.alloc(1);

/** Bytes kept before and after each word; the longest text that is looked for has 70. */
const AROUND = 160;
/** Most of what is kept of a file that is never held. */
const MOST_BYTES = 4 * 2 ** 20;
/** What a processor keeps at hand. */
const WINDOW_BYTES = 256 * 1024;

const WORDS = [...CAPI_WORDS, ...SIZE_WORDS, ...GENERATOR_WORDS, ...INIT_WORDS] as const;

/** Looks for everything in each piece, where too much would have to be held. */
export function createScan() {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let places: 'all' | 'some' = 'all';
  let tail: Buffer = Buffer.alloc(0);
  // The same memory for all pieces: a file may have thousands.
  let joined: Buffer = Buffer.alloc(0);
  const keep = (bytes: Buffer): void => {
    if (keptBytes >= MOST_BYTES) {
      places = 'some';
      return;
    }
    kept.push(GAP, Buffer.from(bytes));
    keptBytes += bytes.length;
  };
  const window = (fresh: Buffer): void => {
    // Words that two pieces share, and what stands before a word.
    const length = tail.length + fresh.length;
    if (joined.length < length) joined = Buffer.allocUnsafeSlow(length);
    joined.set(tail);
    joined.set(fresh, tail.length);
    const both = joined.subarray(0, length);
    for (const [from, to] of surroundings(both, WORDS)) keep(both.subarray(from, to));
    tail = Buffer.from(both.subarray(Math.max(0, length - 2 * AROUND)));
  };
  return {
    add(fresh: Buffer): void {
      for (let at = 0; at < fresh.length; at += WINDOW_BYTES)
        window(fresh.subarray(at, at + WINDOW_BYTES));
    },
    end: () => ({ kept: kept as readonly Buffer[], places }),
  };
}

/** Spans to keep, ascending, those that touch joined. */
export function surroundings(
  window: Buffer,
  words: readonly string[],
): readonly (readonly [number, number])[] {
  const places: number[] = [];
  for (const word of words) {
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
