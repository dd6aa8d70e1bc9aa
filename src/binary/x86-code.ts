import type { Buffer } from 'node:buffer';
import type { Branch } from './level-use.ts';

/**
 * One instruction, as far as it matters to who follows a function's answer. Registers are numbered as
 * the processor does (0 is eax).
 */
export type X86Instruction = { readonly end: number } & (
  | { readonly kind: 'branch'; readonly branch: Branch | undefined }
  | { readonly kind: 'jump' | 'return' }
  /** `through` is the register that holds the function's address, or where that is read from. */
  | { readonly kind: 'call'; readonly through: number | 'memory' | 'known place' }
  | { readonly kind: 'constant'; readonly to: number; readonly value: number }
  | { readonly kind: 'copy'; readonly to: number; readonly from: number }
  | { readonly kind: 'load'; readonly to: number; readonly base: number; readonly distance: number }
  | { readonly kind: 'compare'; readonly first: number; readonly second: number }
  | { readonly kind: 'compare-constant'; readonly first: number; readonly value: number }
  /** An argument on the stack, by its distance from the top; pushed ones come from last to first. */
  | { readonly kind: 'push'; readonly value: StackValue }
  | { readonly kind: 'place'; readonly at: number; readonly value: StackValue }
  /** Anything else: it changes `to`, and what was compared before. */
  | { readonly kind: 'other'; readonly to: number | undefined; readonly setsFlags: boolean }
);

export type StackValue =
  | { readonly register: number }
  | { readonly constant: number }
  | { readonly unknown: true };

/** `jb` and `jae`, `jl` and `jge`; `jbe` and `ja`, `jle` and `jg`: each with its opposite. */
const BRANCHES: ReadonlyMap<number, Branch> = new Map([
  ...[0x2, 0x3, 0xc, 0xd].map((code) => [code, 'below'] as const),
  ...[0x6, 0x7, 0xe, 0xf].map((code) => [code, 'above'] as const),
]);

const STACK_POINTER = 4;
const PREFIXES: ReadonlySet<number> = new Set([0x2e, 0x3e, 0xf2, 0xf3]);
/** Moves between memory and the registers of SSE, and `nop` and `endbr64`. */
const MOVES_0F: ReadonlySet<number> = new Set([
  0x10, 0x11, 0x12, 0x13, 0x14, 0x16, 0x17, 0x1e, 0x1f, 0x28, 0x29, 0x57, 0x6c, 0x6e, 0x6f, 0x7f,
  0xd6, 0xef,
]);
/** `movzx` and `movsx`. */
const EXTENDS_0F: ReadonlySet<number> = new Set([0xb6, 0xb7, 0xbe, 0xbf]);
/** `add`, `or`, `and`, `sub`, `xor` of two operands of full width. */
const ARITHMETIC: ReadonlySet<number> = new Set([
  0x01, 0x03, 0x09, 0x0b, 0x21, 0x23, 0x29, 0x2b, 0x31, 0x33,
]);

/** An operand: a register, or memory at `distance` from one. */
interface Operand {
  readonly length: number;
  /** The register that the instruction names besides it, or part of its code. */
  readonly other: number;
  readonly register: number | undefined;
  readonly base: number;
  readonly distance: number;
}

/**
 * Reads the instruction at `at`: those that compilers write between a call and what they do with its
 * answer.
 *
 * @param wide 64-bit code
 * @returns undefined for all others, and at the end of the bytes
 */
export function readX86(bytes: Buffer, at: number, wide: boolean): X86Instruction | undefined {
  let from = at;
  let isShort = false;
  for (; bytes[from] === 0x66 || PREFIXES.has(bytes[from] ?? 0); from += 1)
    isShort ||= bytes[from] === 0x66;
  const rex = wide && ((bytes[from] ?? 0) & 0xf0) === 0x40 ? (bytes[from] ?? 0) : 0;
  if (rex !== 0) from += 1;
  const code = bytes[from];
  // The longest operand and constant.
  if (code === undefined || from + 12 > bytes.length) return undefined;
  const next = from + 1;
  if (code === 0x0f) return readLong(bytes, next, rex);
  const simple = readSimple(bytes, code, next, rex, isShort, wide);
  return simple ?? readWithOperand(bytes, code, next, rex, isShort);
}

/** Instructions without an operand in memory. */
function readSimple(
  bytes: Buffer,
  code: number,
  at: number,
  rex: number,
  isShort: boolean,
  wide: boolean,
): X86Instruction | undefined {
  const width = isShort ? 2 : 4;
  const low = (code & 7) | ((rex & 1) << 3);
  const value = (): number => bytes.readInt32LE(at);
  const other = (end: number, to?: number, setsFlags = false): X86Instruction => ({
    kind: 'other',
    end,
    to,
    setsFlags,
  });
  if (code >= 0x70 && code <= 0x7f)
    return { kind: 'branch', end: at + 1, branch: BRANCHES.get(code & 15) };
  if (code >= 0x50 && code <= 0x57) return { kind: 'push', end: at, value: { register: low } };
  if (code >= 0x58 && code <= 0x5f) return other(at, low);
  if (code >= 0xb8 && code <= 0xbf) {
    const length = (rex & 8) === 0 ? width : 8;
    return { kind: 'constant', end: at + length, to: low, value: value() };
  }
  // Prefixes of 64-bit code, and in 32-bit code `inc` and `dec`.
  if (!wide && code >= 0x40 && code <= 0x4f) return other(at, code & 7, true);
  switch (code) {
    case 0xeb:
      return { kind: 'jump', end: at + 1 };
    case 0xe9:
      return { kind: 'jump', end: at + 4 };
    case 0xe8:
      return { kind: 'call', end: at + 4, through: 'known place' };
    case 0xc3:
    case 0xcc:
      return { kind: 'return', end: at };
    case 0x90:
      return other(at);
    case 0x6a:
      return { kind: 'push', end: at + 1, value: { constant: bytes.readInt8(at) } };
    case 0x68:
      return { kind: 'push', end: at + 4, value: { constant: value() } };
    case 0x3d:
      return isShort
        ? other(at + width, undefined, true)
        : { kind: 'compare-constant', end: at + width, first: 0, value: value() };
    case 0x05:
    case 0x25:
    case 0x2d:
      return other(at + width, 0, true);
    case 0xa1:
    case 0xa3:
      return wide ? undefined : other(at + 4, code === 0xa1 ? 0 : undefined);
    default:
      return undefined;
  }
}

function readLong(bytes: Buffer, at: number, rex: number): X86Instruction | undefined {
  const code = bytes[at] ?? 0;
  const operand = readOperand(bytes, at + 1, rex);
  const end = at + 1 + operand.length;
  if (code >= 0x80 && code <= 0x8f)
    return { kind: 'branch', end: at + 5, branch: BRANCHES.get(code & 15) };
  // `setcc` and `cmovcc` decide by the same flags as a jump.
  if ((code >= 0x90 && code <= 0x9f) || (code >= 0x40 && code <= 0x4f))
    return { kind: 'branch', end, branch: BRANCHES.get(code & 15) };
  if (EXTENDS_0F.has(code)) return { kind: 'other', end, to: operand.other, setsFlags: false };
  return MOVES_0F.has(code) ? { kind: 'other', end, to: undefined, setsFlags: false } : undefined;
}

function readWithOperand(
  bytes: Buffer,
  code: number,
  at: number,
  rex: number,
  isShort: boolean,
): X86Instruction | undefined {
  const operand = readOperand(bytes, at, rex);
  const { register, other, base, distance } = operand;
  const end = at + operand.length;
  const width = isShort ? 2 : 4;
  const changes = (to: number | undefined, setsFlags: boolean, more = 0): X86Instruction => ({
    kind: 'other',
    end: end + more,
    to,
    setsFlags,
  });
  if (ARITHMETIC.has(code)) return changes((code & 2) === 0 ? register : other, true);
  switch (code) {
    case 0x89:
      if (register !== undefined) return { kind: 'copy', end, to: register, from: other };
      return base === STACK_POINTER
        ? { kind: 'place', end, at: distance, value: { register: other } }
        : changes(undefined, false);
    case 0x8b:
      return register === undefined
        ? { kind: 'load', end, to: other, base, distance }
        : { kind: 'copy', end, to: other, from: register };
    case 0x8d:
    case 0x63:
      return changes(other, false);
    case 0x39:
      return register === undefined
        ? changes(undefined, true)
        : { kind: 'compare', end, first: register, second: other };
    case 0x3b:
      return register === undefined
        ? changes(undefined, true)
        : { kind: 'compare', end, first: other, second: register };
    case 0x84:
    case 0x85:
      return changes(undefined, true);
    case 0x80:
    case 0xc6:
      return changes(register, code === 0x80, 1);
    case 0x81:
    case 0x83: {
      const length = code === 0x83 ? 1 : width;
      const value = code === 0x83 ? bytes.readInt8(end) : bytes.readInt32LE(end);
      const isCompare = (other & 7) === 7;
      if (isCompare && register !== undefined && !isShort)
        return { kind: 'compare-constant', end: end + length, first: register, value };
      return changes(isCompare ? undefined : register, true, length);
    }
    case 0xc7: {
      const value = bytes.readInt32LE(end);
      if (register !== undefined)
        return { kind: 'constant', end: end + width, to: register, value };
      return base === STACK_POINTER
        ? { kind: 'place', end: end + width, at: distance, value: { constant: value } }
        : changes(undefined, false, width);
    }
    case 0xff:
      return readIndirect(operand, end);
    default:
      return undefined;
  }
}

/** `inc`, `dec`, `call`, `jmp` and `push` of an operand. */
function readIndirect({ other, register }: Operand, end: number): X86Instruction {
  switch (other & 7) {
    case 2:
      return { kind: 'call', end, through: register ?? 'memory' };
    case 4:
      return { kind: 'jump', end };
    case 6:
      return { kind: 'push', end, value: { unknown: true } };
    default:
      return { kind: 'other', end, to: register, setsFlags: true };
  }
}

/** What stands behind a code ("ModR/M" and what follows), with the bits of its prefix. */
function readOperand(bytes: Buffer, at: number, rex: number): Operand {
  const [mode, rest] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  const kind = mode >> 6;
  const low = mode & 7;
  const other = ((mode >> 3) & 7) | ((rex & 4) << 1);
  if (kind === 3) {
    return { length: 1, other, register: low | ((rex & 1) << 3), base: -1, distance: 0 };
  }
  const hasIndex = low === 4;
  const start = at + (hasIndex ? 2 : 1);
  // Without a register: an address, or in 64-bit code a distance from the next instruction.
  const isBare = kind === 0 && (hasIndex ? (rest & 7) === 5 : low === 5);
  const size = isBare || kind === 2 ? 4 : kind === 1 ? 1 : 0;
  const distance = size === 4 ? bytes.readInt32LE(start) : size === 1 ? bytes.readInt8(start) : 0;
  // With an index the sum is another place than the base.
  const isPlain = !hasIndex || (rest & 0x38) === 0x20;
  const base = isBare || !isPlain ? -1 : (hasIndex ? rest & 7 : low) | ((rex & 1) << 3);
  return { length: start - at + size, other, register: undefined, base, distance };
}
