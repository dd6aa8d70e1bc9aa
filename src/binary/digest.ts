import { Buffer } from 'node:buffer';
import { asBuffer } from './byte-reader.ts';
import { indexOfText } from './byte-search.ts';
import { machOSliceRanges } from './macho.ts';

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
  'PyInit',
  'PyModExport',
] as const;

/** Bytes kept before and after each word; the longest text that is looked for has 70. */
const AROUND = 160;
/** Most of what is kept, of the head and of all places together. */
const HEAD_BYTES = 4_096;
const MOST_BYTES = 4 * 2 ** 20;
/** Between two places: what stood apart in the file is no text together. */
const GAP = Buffer.alloc(1);

/** What is kept of a file that is too large to be held, or of one machine's part of a universal one. */
export interface DigestPart {
  /** Its head and the surroundings of every word; what lies between is gone. */
  readonly bytes: Buffer;
  /** `some`: there were more places than are kept, so that what is not in it may be in the file. */
  readonly places: 'all' | 'some';
}

/** A short stand-in for a file that is too large to be held. */
export interface Digest {
  /** Takes the file's next piece. */
  add(piece: Uint8Array): void;
  /** One part; of a universal Mach-O file one for each machine. Call it at the end, once. */
  parts(): readonly DigestPart[];
}

/**
 * Keeps of a file what its use of NumPy's C-API shows in, piece by piece, in flat memory.
 */
export function createDigest(): Digest {
  let head: Buffer = Buffer.alloc(0);
  let taker: PartsTaker | undefined;
  const begin = (): PartsTaker => {
    taker = createTaker(head);
    taker.add(head);
    return taker;
  };
  return {
    add(piece) {
      const fresh = asBuffer(piece);
      if (taker !== undefined) {
        taker.add(fresh);
        return;
      }
      // Only the head says which parts there are.
      head = Buffer.concat([head, fresh]);
      if (head.length >= HEAD_BYTES) begin();
    },
    parts: () => (taker ?? begin()).parts.map(({ part }) => part()),
  };
}

interface PartDigest {
  add(fresh: Buffer): void;
  part(): DigestPart;
}

interface PartsTaker {
  readonly parts: readonly PartDigest[];
  add(fresh: Buffer): void;
}

/** Gives each part of a file what is its own. */
function createTaker(head: Buffer): PartsTaker {
  const ranges = machOSliceRanges(head);
  if (ranges.length < 2) {
    const whole = createPart();
    return { parts: [whole], add: whole.add };
  }
  const slices = ranges.map((range) => ({ ...range, digest: createPart() }));
  let at = 0;
  return {
    parts: slices.map(({ digest }) => digest),
    add(fresh) {
      for (const { from, to, digest } of slices) {
        const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, fresh.length)];
        if (begin < end) digest.add(fresh.subarray(begin, end));
      }
      at += fresh.length;
    },
  };
}

function createPart(): PartDigest {
  const kept: Buffer[] = [];
  let keptBytes = 0;
  let places: DigestPart['places'] = 'all';
  let head: Buffer = Buffer.alloc(0);
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
  return {
    add(fresh) {
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
    part: () => ({ bytes: Buffer.concat([head, ...kept]), places }),
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
