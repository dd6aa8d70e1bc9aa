import { Buffer } from 'node:buffer';
import {
  levelUseArm64,
  readsSlotArm64,
  SLOT_OFFSET_ARM64,
  SLOT_PATTERN_ARM64,
} from './arm64-level.ts';
import { asBuffer } from './byte-reader.ts';
import type { LevelUse } from './level-use.ts';
import { machineOf } from './machine-of.ts';
import { levelUseX86, slotPattern } from './x86-level.ts';

/** What the code of a binary asks of NumPy's C-API level. */
export interface LevelsRead {
  /** Levels below which the code does not go on, each once, ascending. */
  readonly compared: readonly number[];
  /** Levels that the code's messages tell of, each once, ascending. */
  readonly told: readonly number[];
  /** False where there were more places than are looked at. */
  readonly isWhole: boolean;
}

/** Reads the code of one machine, piece by piece, in flat memory. */
export interface LevelReader {
  /** Takes the next piece: all of them in order, from the first byte of the file or slice on. */
  add(piece: Uint8Array): void;
  /** Call it at the end, once. */
  end(): LevelsRead;
}

/** How one kind of machine's code is searched. */
interface Search {
  readonly pattern: Buffer;
  /** Where the instruction begins, from the pattern. */
  readonly offset: number;
  /** Whether an instruction that may read the slot begins there; most places are none. */
  readonly isPlace: (bytes: Buffer, at: number, inFile: number) => boolean;
  readonly use: (bytes: Buffer, at: number) => LevelUse | undefined;
}

const x86 = (wide: boolean): Search => ({
  pattern: slotPattern(wide),
  offset: 0,
  isPlace: () => true,
  use: (bytes, at) => levelUseX86(bytes, at, wide),
});

const SEARCHES: Readonly<Record<string, Search>> = {
  x86_64: x86(true),
  i686: x86(false),
  aarch64: {
    pattern: SLOT_PATTERN_ARM64,
    offset: SLOT_OFFSET_ARM64,
    isPlace: (bytes, at, inFile) => inFile % 4 === 0 && readsSlotArm64(bytes, at),
    use: levelUseArm64,
  },
};

/** So much before and after a place is looked at. */
const BEFORE = 16;
const AFTER = 256;
const AROUND = BEFORE + AFTER;
/** Levels of NumPy 1.7 to 1.26; another number is not one. */
const [LOWEST, HIGHEST] = [0x7, 0x11];
/** Most places that are looked at; the largest files hold some thousand. */
const MOST_PLACES = 100_000;

/**
 * Reads which C-API level `import_array()` asks NumPy for. Headers up to NumPy 1.26 write it into no
 * text: it is a number in the code that compares it with what NumPy answers, and a second time in the
 * code that tells both. This looks for calls of the function in NumPy's table that answers
 * (`PyArray_API[211]`) and follows what comes next.
 *
 * @param machine as `ObjectFile` names it
 * @returns undefined for machines whose code is not read
 */
export function createLevelReader(machine: string | undefined): LevelReader | undefined {
  const search = SEARCHES[machine ?? ''];
  return search && readerOf(search);
}

/** The same of a file, or a slice of a universal one, that is held. */
export function readLevels(bytes: Uint8Array): LevelsRead | undefined {
  const reader = createLevelReader(machineOf(bytes));
  reader?.add(bytes);
  return reader?.end();
}

function readerOf({ pattern, offset, isPlace, use }: Search): LevelReader {
  const found = { compares: new Set<number>(), tells: new Set<number>() };
  let left = MOST_PLACES;
  // The end of what came before, with room for what comes next, and where in the file that begins.
  const seam = Buffer.alloc(2 * AROUND);
  let kept = 0;
  let at = 0;
  /** Looks at all places that have enough before and after them. */
  const look = (bytes: Buffer, begin: number): void => {
    const last = bytes.length - AFTER;
    let place = bytes.indexOf(pattern, begin === 0 ? 0 : BEFORE);
    for (; place !== -1 && place < last && left > 0; place = bytes.indexOf(pattern, place + 1)) {
      const start = place + offset;
      if (start < 0 || !isPlace(bytes, start, begin + start)) continue;
      left -= 1;
      // The same bytes wherever a piece ends.
      const one = use(bytes.subarray(0, place + AFTER), start);
      if (one !== undefined && one.level >= LOWEST && one.level <= HIGHEST)
        found[one.kind].add(one.level);
    }
  };
  return {
    add(piece) {
      const fresh = asBuffer(piece);
      const total = kept + fresh.copy(seam, kept, 0, AROUND);
      look(seam.subarray(0, total), at - kept);
      if (fresh.length > AROUND) {
        look(fresh, at);
        kept = fresh.copy(seam, 0, fresh.length - AROUND);
      } else {
        kept = Math.min(total, AROUND);
        seam.copyWithin(0, total - kept, total);
      }
      at += fresh.length;
    },
    end() {
      seam.fill(0, kept, kept + AFTER);
      look(seam.subarray(0, kept + AFTER), at - kept);
      const isWhole = left > 0;
      return { compared: ascending(found.compares), told: ascending(found.tells), isWhole };
    },
  };
}

function ascending(levels: ReadonlySet<number>): readonly number[] {
  return [...levels].sort((a, b) => a - b);
}
