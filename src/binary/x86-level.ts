import { Buffer } from 'node:buffer';
import {
  type Comparison,
  compared,
  createRegisters,
  LEVEL_SLOT,
  type LevelUse,
  levelAsked,
  type Registers,
} from './level-use.ts';
import { readX86, type StackValue } from './x86-code.ts';

/** Instructions that are followed from the slot to its call, and from there on. */
const MOST_BEFORE = 8;
const MOST_AFTER = 18;
const SLOT_64 = LEVEL_SLOT * 8;
const SLOT_32 = LEVEL_SLOT * 4;

/** What every read of the slot holds: its distance from the table's beginning. */
export function slotPattern(wide: boolean): Buffer {
  const pattern = Buffer.alloc(4);
  pattern.writeInt32LE(wide ? SLOT_64 : SLOT_32);
  return pattern;
}

/**
 * What x86 code does with the answer of the function in NumPy's slot for its C-API level.
 *
 * @param at where {@link slotPattern} stands in `bytes`
 * @returns undefined where the bytes are no such call, or nothing is known of what follows
 */
export function levelUseX86(bytes: Buffer, at: number, wide: boolean): LevelUse | undefined {
  const after = callAt(bytes, at, wide);
  if (after === undefined) return undefined;
  const registers = createRegisters(EAX);
  const stack = createStack(registers);
  let comparison: Comparison | undefined;
  let place = after;
  for (let count = 0; count < MOST_AFTER; count += 1) {
    const one = readX86(bytes, place, wide);
    if (one === undefined) return undefined;
    place = one.end;
    switch (one.kind) {
      case 'branch':
        return comparison && one.branch !== undefined
          ? { kind: 'compares', level: levelAsked(comparison, one.branch) }
          : undefined;
      case 'return':
        return undefined;
      case 'call':
      case 'jump':
        return told(registers, stack, wide, one.kind);
      case 'compare-constant':
        comparison = registers.holdsAnswer(one.first)
          ? { constant: one.value, first: 'answer' }
          : undefined;
        break;
      case 'compare':
        comparison = compared(registers, one.first, one.second);
        break;
      case 'constant':
        registers.put(one.to, one.value);
        break;
      case 'copy':
        registers.copy(one.to, one.from);
        break;
      case 'load':
        registers.lose(one.to);
        break;
      case 'push':
        stack.push(one.value);
        break;
      case 'place':
        stack.place(one.at, one.value);
        break;
      case 'other':
        if (one.to !== undefined) registers.lose(one.to);
        if (one.setsFlags) comparison = undefined;
        break;
      default:
        return one satisfies never;
    }
  }
  return undefined;
}

const [EAX, ECX, EDX, R8, R9] = [0, 1, 2, 8, 9];

/**
 * The level is the third argument of `PyErr_Format`, the answer the fourth. What several messages have
 * in common compilers write once, and jump there: then the answer may not have been moved yet.
 */
function told(
  registers: Registers,
  stack: Stack,
  wide: boolean,
  end: 'call' | 'jump',
): LevelUse | undefined {
  const third = wide
    ? [
        [EDX, ECX],
        [R8, R9],
      ].flatMap(([level = 0, answer = 0]) => {
        const isAnswer =
          registers.holdsAnswer(answer) || (end === 'jump' && registers.holdsAnswer(EAX));
        return isAnswer ? (registers.constantIn(level) ?? []) : [];
      })[0]
    : stack.beforeAnswer();
  return third === undefined ? undefined : { kind: 'tells', level: third };
}

/** Arguments of 32-bit code, in 4 bytes each. */
interface Stack {
  push(value: StackValue): void;
  place(at: number, value: StackValue): void;
  /** The constant that stands right below the answer. */
  readonly beforeAnswer: () => number | undefined;
}

function createStack(registers: Registers): Stack {
  const pushed: (number | 'answer' | undefined)[] = [];
  const placed = new Map<number, number | 'answer' | undefined>();
  const known = (value: StackValue): number | 'answer' | undefined => {
    if ('constant' in value) return value.constant;
    if (!('register' in value)) return undefined;
    return registers.holdsAnswer(value.register) ? 'answer' : registers.constantIn(value.register);
  };
  return {
    push: (value) => void pushed.push(known(value)),
    place: (at, value) => void placed.set(at, known(value)),
    beforeAnswer() {
      const found = [...placed].find(([, value]) => value === 'answer')?.[0];
      const at = pushed.indexOf('answer');
      const below =
        found === undefined ? (at === -1 ? undefined : pushed[at + 1]) : placed.get(found - 4);
      return typeof below === 'number' ? below : undefined;
    },
  };
}

/** Where the call of what stands in the slot ends; undefined where the bytes at `at` are no such read. */
function callAt(bytes: Buffer, at: number, wide: boolean): number | undefined {
  const read = slotRead(bytes, at, wide);
  if (read === undefined || read === 'called') return read === undefined ? undefined : at + 4;
  // With `add` the sum is the slot's place, and what stands there is read afterwards.
  let target = read.by === 'load' ? read.register : undefined;
  let place = at + 4;
  for (let count = 0; count < MOST_BEFORE; count += 1) {
    const one = readX86(bytes, place, wide);
    if (one === undefined) return undefined;
    place = one.end;
    if (one.kind === 'call') {
      // Windows may check an address before it is called: that in eax.
      const isIt = one.through === target || (one.through === 'memory' && target === EAX);
      return target !== undefined && isIt ? one.end : undefined;
    }
    if (one.kind === 'branch' || one.kind === 'jump' || one.kind === 'return') return undefined;
    if (one.kind === 'load' && target === undefined && one.base === read.register) {
      if (one.distance !== 0) return undefined;
      target = one.to;
    } else if ('to' in one && one.to === (target ?? read.register)) return undefined;
  }
  return undefined;
}

/** How the slot is read: called at once, loaded into a register, or its place added up. */
function slotRead(
  bytes: Buffer,
  at: number,
  wide: boolean,
): 'called' | { readonly by: 'load' | 'add'; readonly register: number } | undefined {
  const before = (count: number): number => bytes[at - count] ?? 0;
  const hasIndex = before(1) === 0x24;
  const mode = before(hasIndex ? 2 : 1);
  const code = before(hasIndex ? 3 : 2);
  const rex = before(hasIndex ? 4 : 3);
  const number = (mode >> 3) & 7;
  if (mode >> 6 === 2 && ((mode & 7) === 4) === hasIndex) {
    if (code === 0xff && number === 2) return 'called';
    if (code === 0x8b && !wide) return { by: 'load', register: number };
    if (code === 0x8b && (rex & 0xf8) === 0x48)
      return { by: 'load', register: number | ((rex & 4) << 1) };
  }
  if (before(1) === 0x05 && (!wide || before(2) === 0x48)) return { by: 'add', register: EAX };
  const isSum = before(2) === 0x81 && (before(1) & 0xf8) === 0xc0;
  if (!isSum || (wide && (before(3) & 0xfe) !== 0x48)) return undefined;
  return { by: 'add', register: (before(1) & 7) | (wide ? (before(3) & 1) << 3 : 0) };
}
