import { Buffer } from 'node:buffer';
import { borrowMemory, giveBack } from '../model/lent-memory.ts';
import { createLevelReader, type LevelReader, type LevelsRead, readLevels } from './api-level.ts';
import { asBuffer } from './byte-reader.ts';
import { holdsText } from './byte-search.ts';
import { capiFacts } from './capi.ts';
import { GENERATOR_WORDS } from './generators.ts';
import { machineOf } from './machine-of.ts';
import { machOSliceRanges } from './macho.ts';
import { type Span, spansWithoutText } from './searched-parts.ts';
import {
  CAPI_WORDS,
  createScan,
  GAP,
  INIT_WORDS,
  SIZE_WORDS,
  surroundings,
} from './word-places.ts';

/** Kept of each file's head. */
const HEAD_BYTES = 4_096;
/** Of what may hold texts, so much is held until the end, when it is known what is to be looked for. */
const MOST_HELD = 12 * 2 ** 20;

/** What is kept of a file that is too large to be held, or of one machine's part of a universal one. */
export interface DigestPart {
  /** Its head and the surroundings of every word; what lies between is gone. */
  readonly bytes: Buffer;
  /** `some`: there were more places than are kept, so that what is not in it may be in the file. */
  readonly places: 'all' | 'some';
  /** What its code asks of NumPy's C-API level; undefined for code that is not read. */
  readonly levels: () => LevelsRead | undefined;
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

/**
 * The same of a file, or a machine's part of one, that is held: of one without NumPy in it only what
 * tells which generator wrote it.
 *
 * @param held all of it: its code is read where it is asked for
 * @param parts where texts may stand
 */
export function digestHeld(held: Uint8Array, parts: readonly Buffer[]): DigestPart {
  return {
    bytes: Buffer.concat(placesIn(parts, [])),
    places: 'all',
    levels: () => readLevels(held),
  };
}

function placesIn(parts: readonly Buffer[], more: readonly string[]): readonly Buffer[] {
  const find = (words: readonly string[]): readonly Buffer[] =>
    parts.flatMap((part) =>
      surroundings(part, words).flatMap(([from, to]) => [GAP, part.subarray(from, to)]),
    );
  if (!parts.some((part) => holdsText(part, 'numpy'))) return find([...GENERATOR_WORDS, ...more]);
  const found = find([...CAPI_WORDS, ...GENERATOR_WORDS, ...more]);
  const { era } = capiFacts(Buffer.concat(found));
  return era === 'none' || era === 'unknown' ? [...found, ...find(SIZE_WORDS)] : found;
}

interface PartDigest {
  add(fresh: Buffer): void;
  /** What is kept of it; nothing is added then. */
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
        // Its memory is free for the next machine's part.
        if (begin < end && at + end >= to) digest.part();
      }
      at += fresh.length;
    },
  };
}

/** Leaves out what holds no text, as its head tells, and holds the rest while there is room. */
function createPart(): PartDigest {
  let head: Buffer = Buffer.alloc(0);
  let spans: readonly Span[] | undefined;
  let at = 0;
  // Borrowed with the first byte, and given back when there are too many or no more.
  let held: Buffer | undefined;
  let heldBytes = 0;
  let isScanned = false;
  let done: DigestPart | undefined;
  let reader: LevelReader | undefined;
  const scan = createScan();
  const release = (): void => {
    if (held !== undefined) giveBack(held);
    held = undefined;
  };
  const take = (texts: Buffer): void => {
    if (!isScanned && heldBytes + texts.length <= MOST_HELD) {
      held ??= borrowMemory();
      held.set(texts, heldBytes);
      heldBytes += texts.length;
      return;
    }
    if (held !== undefined) scan.add(held.subarray(0, heldBytes));
    release();
    isScanned = true;
    scan.add(texts);
  };
  const split = (fresh: Buffer): void => {
    let from = 0;
    for (const span of spans ?? []) {
      const begin = Math.min(Math.max(span.from - at, from), fresh.length);
      if (begin > from) take(fresh.subarray(from, begin));
      const end = Math.min(Math.max(span.to - at, begin), fresh.length);
      if (end > begin) take(GAP);
      from = end;
    }
    if (from < fresh.length) take(fresh.subarray(from));
    at += fresh.length;
  };
  return {
    add(fresh) {
      if (spans !== undefined) {
        reader?.add(fresh);
        split(fresh);
        return;
      }
      head = Buffer.concat([head, fresh]);
      if (head.length < HEAD_BYTES) return;
      spans = spansWithoutText(head);
      reader = createLevelReader(machineOf(head));
      reader?.add(head);
      split(head);
      head = Buffer.from(head.subarray(0, HEAD_BYTES));
    },
    part() {
      if (done !== undefined) return done;
      if (spans === undefined) split(head);
      const texts = held === undefined ? [] : [held.subarray(0, heldBytes)];
      const { kept, places } = isScanned
        ? scan.end()
        : { kept: placesIn(texts, INIT_WORDS), places: 'all' as const };
      const levels = reader?.end();
      done = { bytes: Buffer.concat([head, ...kept]), places, levels: () => levels };
      release();
      return done;
    },
  };
}
