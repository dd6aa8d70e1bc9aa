import { Buffer } from 'node:buffer';
import {
  type Branch,
  type Comparison,
  compared,
  createRegisters,
  LEVEL_SLOT,
  type LevelUse,
  levelAsked,
  type Registers,
} from './level-use.ts';

/** Instructions that are followed from the slot to its call, and from there on. */
const MOST_BEFORE = 12;
const MOST_AFTER = 24;

/** `ldr xA, [xB, #1688]`, less its registers. */
const READS_SLOT = 0xf9400000 + LEVEL_SLOT * 0x400;
/** Of every read of the slot, the last two bytes of four: of the first two, registers are part. */
export const SLOT_PATTERN_ARM64 = Buffer.from([0x43, 0xf9]);
/** Where the instruction begins, from the pattern. */
export const SLOT_OFFSET_ARM64 = -2;

const ANSWER = 0;
const ZERO_REGISTER = 31;
const STACK_POINTER = 31;
const [THIRD, FOURTH] = [2, 3];

/** By condition code: `hs`, `lo`, `ge`, `lt`; `hi`, `ls`, `gt`, `le`: each beside its opposite. */
const BRANCHES: ReadonlyMap<number, Branch> = new Map([
  ...[0x2, 0x3, 0xa, 0xb].map((code) => [code, 'below'] as const),
  ...[0x8, 0x9, 0xc, 0xd].map((code) => [code, 'above'] as const),
]);

/** Whether the instruction of four bytes at `at` reads the slot, whatever the registers. */
export function readsSlotArm64(bytes: Buffer, at: number): boolean {
  return at + 4 <= bytes.length && is(bytes.readUInt32LE(at), 0xfffffc00, READS_SLOT);
}

/**
 * What 64-bit ARM code does with the answer of the function in NumPy's slot for its C-API level.
 *
 * @param at of an instruction that reads the slot
 * @returns undefined where nothing is known of what follows
 */
export function levelUseArm64(bytes: Buffer, at: number): LevelUse | undefined {
  const word = (index: number): number => {
    const place = at + index * 4;
    return place >= 0 && place + 4 <= bytes.length ? bytes.readUInt32LE(place) : 0;
  };
  const called = callOf(word, destination(word(0)));
  return called === undefined ? undefined : useAfter(word, called + 1);
}

/** Which instruction calls what was read into `target`. */
function callOf(word: (index: number) => number, target: number): number | undefined {
  for (let index = 1; index <= MOST_BEFORE; index += 1) {
    const one = word(index);
    if (isCallThrough(one)) return source(one) === target ? index : undefined;
    if (endsWay(one) || (!isStore(one) && destination(one) === target)) return undefined;
  }
  return undefined;
}

function useAfter(word: (index: number) => number, from: number): LevelUse | undefined {
  const registers = createRegisters(ANSWER);
  // By distance from the stack's top, in 8 bytes.
  const placed = new Map<number, number | 'answer' | undefined>();
  let comparison: Comparison | undefined;
  for (let index = from; index < from + MOST_AFTER; index += 1) {
    const one = word(index);
    const [to, by, second] = [destination(one), source(one), (one >>> 16) & 31];
    const isBranch = is(one, 0xff000010, 0x54000000);
    const isChoice = is(one, 0x3fe00000, 0x1a800000);
    if (isBranch || (isChoice && comparison !== undefined)) {
      const branch = BRANCHES.get((isBranch ? one : one >>> 12) & 15);
      return comparison && branch !== undefined
        ? { kind: 'compares', level: levelAsked(comparison, branch) }
        : undefined;
    }
    if (endsWay(one) || isCallThrough(one))
      return isCallThrough(one) || is(one, 0x7c000000, 0x14000000)
        ? told(registers, placed, is(one, 0xfc000000, 0x14000000))
        : undefined;
    if (is(one, 0xffc00000, 0x71000000)) {
      // `cmp wB, #n`, and `subs`, which keeps the difference.
      const constant = (one >>> 10) & 0xfff;
      comparison = registers.holdsAnswer(by) ? { constant, first: 'answer' } : undefined;
      if (to !== ZERO_REGISTER) registers.lose(to);
    } else if (is(one, 0xffe0fc00, 0x6b000000)) {
      comparison = compared(registers, by, second);
      if (to !== ZERO_REGISTER) registers.lose(to);
    } else if (is(one, 0x7fe00000, 0x52800000)) registers.put(to, (one >>> 5) & 0xffff);
    else if (is(one, 0x7fe0ffe0, 0x2a0003e0)) registers.copy(to, second);
    else if (is(one, 0xffc00000, 0xa9000000) && by === STACK_POINTER) {
      const distance = signed7(one >>> 15);
      placed.set(distance, held(registers, to));
      placed.set(distance + 1, held(registers, (one >>> 10) & 31));
    } else if (is(one, 0xffc00000, 0xf9000000) && by === STACK_POINTER)
      placed.set((one >>> 10) & 0xfff, held(registers, to));
    else if (!isStore(one)) {
      registers.lose(to);
      // A load of two.
      if (is(one, 0x3a400000, 0x28400000)) registers.lose((one >>> 10) & 31);
      if (setsFlags(one)) comparison = undefined;
    }
  }
  return undefined;
}

/**
 * The level is the third argument of `PyErr_Format`, the answer the fourth; Apple passes what a
 * function takes any number of on the stack. A jump leads to what several messages have in common:
 * then the answer may not have been moved yet.
 */
function told(
  registers: Registers,
  placed: ReadonlyMap<number, number | 'answer' | undefined>,
  isJump: boolean,
): LevelUse | undefined {
  const third = registers.constantIn(THIRD);
  const isAnswer = registers.holdsAnswer(FOURTH) || (isJump && registers.holdsAnswer(ANSWER));
  if (third !== undefined && isAnswer) return { kind: 'tells', level: third };
  const first = placed.get(0);
  return typeof first === 'number' && placed.get(1) === 'answer'
    ? { kind: 'tells', level: first }
    : undefined;
}

function held(registers: Registers, register: number): number | 'answer' | undefined {
  return registers.holdsAnswer(register) ? 'answer' : registers.constantIn(register);
}

function is(word: number, mask: number, pattern: number): boolean {
  return (word & mask) >>> 0 === pattern;
}

function destination(word: number): number {
  return word & 31;
}

function source(word: number): number {
  return (word >>> 5) & 31;
}

function signed7(value: number): number {
  return ((value & 0x7f) ^ 0x40) - 0x40;
}

/** `blr xB`. */
function isCallThrough(word: number): boolean {
  return is(word, 0xfffffc1f, 0xd63f0000);
}

/** Branches of every kind, `bl`, `br` and `ret`: what comes next may be reached from elsewhere. */
function endsWay(word: number): boolean {
  return (
    is(word, 0x7c000000, 0x14000000) ||
    is(word, 0xff000010, 0x54000000) ||
    is(word, 0x7c000000, 0x34000000) ||
    is(word, 0xff9ffc1f, 0xd61f0000)
  );
}

/** `str` and `stp` of registers that are no vectors: they change none. */
function isStore(word: number): boolean {
  return (
    is(word, 0x3bc00000, 0x39000000) ||
    is(word, 0x3be00000, 0x38000000) ||
    is(word, 0x3a400000, 0x28000000)
  );
}

/** `adds` and `subs` of a constant or a register, `ands`, and comparisons under a condition. */
function setsFlags(word: number): boolean {
  return (
    is(word, 0x3f000000, 0x31000000) ||
    is(word, 0x3f000000, 0x2b000000) ||
    is(word, 0x7f000000, 0x6a000000) ||
    is(word, 0x7f800000, 0x72000000) ||
    is(word, 0x3fe00000, 0x3a400000)
  );
}
