import type { Buffer } from 'node:buffer';
import { asBuffer, type ByteReader, createByteReader } from './byte-reader.ts';
import { MAX_ENTRIES } from './object-file.ts';

/** One section of a file, as far as its place matters. */
interface Section {
  readonly name: string;
  readonly from: number;
  readonly size: number;
  /** Code, and tables of numbers: no text that anything prints or looks up. */
  readonly holds: 'numbers' | 'other';
}

/** Sections that linkers put texts in. Where none is, they may be anywhere, beside code too. */
const TEXTS = /^(?:\.rodata|\.rdata|__cstring$|__const$)/;
/** How the stack is unwound, where functions are, and what the loader puts right. */
const TABLES =
  /^(?:\.eh_frame(?:_hdr)?|\.gcc_except_table|\.pdata|\.xdata|\.reloc|__unwind_info|__eh_frame|__gcc_except_tab)$/;
/** Shorter ones are searched as well: each gap costs more than it spares. */
const LEAST_BYTES = 4_096;

/**
 * The parts of a binary in which a text may stand: all of it but machine code and tables of numbers,
 * where the file's sections say what these are and what holds texts. They are most of a large module.
 *
 * @param bytes a whole file, or one slice of a universal one
 */
export function searchedParts(bytes: Uint8Array): readonly Buffer[] {
  const buffer = asBuffer(bytes);
  const parts: Buffer[] = [];
  let at = 0;
  for (const { from, to } of numbersIn(sectionsOf(buffer))) {
    if (from > at) parts.push(buffer.subarray(at, from));
    at = Math.max(at, to);
  }
  if (at < buffer.length) parts.push(buffer.subarray(at));
  return parts;
}

/** Bytes `from` (included) to `to` (excluded) of a file. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a file in which no text stands, as far as its head tells: those of an ELF file stand at
 * its end, so that of code the loader's segments tell.
 *
 * @returns spans, ascending
 */
export function spansWithoutText(head: Buffer): readonly Span[] {
  if (head.length < 64) return [];
  return head.readUInt32BE(0) === ELF ? elfCode(head) : numbersIn(sectionsOf(head));
}

/** Spans, ascending. Where the sections cannot be told apart there are none. */
function numbersIn(sections: readonly Section[]): readonly Span[] {
  const texts = sections.filter(({ name, size }) => size > 0 && TEXTS.test(name));
  if (texts.length === 0) return [];
  const numbers = sections
    .filter(({ holds, size }) => holds === 'numbers' && size >= LEAST_BYTES)
    .toSorted((a, b) => a.from - b.from);
  // What is said to be both is not to be believed of the others either.
  const isFalse = texts.some(
    (text) =>
      text.holds === 'numbers' ||
      numbers.some(({ from, size }) => text.from < from + size && from < text.from + text.size),
  );
  return isFalse ? [] : numbers.map(({ from, size }) => ({ from, to: from + size }));
}

function sectionsOf(bytes: Buffer): readonly Section[] {
  if (bytes.length < 64) return [];
  const magic = bytes.readUInt32BE(0);
  if (magic === ELF) return elfSections(bytes);
  if (magic >>> 16 === 0x4d5a) return peSections(bytes);
  if (magic === 0xcffaedfe || magic === 0xcefaedfe) return machOSections(bytes, true);
  return magic === 0xfeedfacf || magic === 0xfeedface ? machOSections(bytes, false) : [];
}

const ELF = 0x7f454c46;
const EXECUTABLE = 4;
/** A section of zeros: nothing of it is in the file. */
const NO_BITS = 8;
/** Symbols without their names, places that the loader puts right, hashes of names. */
const ELF_TABLES: ReadonlySet<number> = new Set([2, 4, 5, 9, 11, 0x6ffffff6, 0x6fffffff]);

function elfSections(bytes: Buffer): readonly Section[] {
  const wide = bytes[4] === 2;
  const reader = createByteReader(bytes, bytes[5] !== 2);
  const word = wide ? reader.u64 : reader.u32;
  const table = word(wide ? 40 : 32);
  const step = reader.u16(wide ? 58 : 46);
  const count = table === 0 ? 0 : reader.room(table, reader.u16(wide ? 60 : 48), step);
  const place = (index: number) => {
    const at = table + index * step;
    return { at, from: word(at + (wide ? 24 : 16)), size: word(at + (wide ? 32 : 20)) };
  };
  const names = place(reader.u16(wide ? 62 : 50));
  return Array.from({ length: count }, (_, index) => {
    const { at, from, size } = place(index);
    const flags = word(at + 8);
    const type = reader.u32(at + 4);
    const name = reader.name(names.from + reader.u32(at), names.from + names.size);
    const isTable = ELF_TABLES.has(type) || TABLES.test(name);
    return {
      name,
      from,
      size: type === NO_BITS ? 0 : size,
      holds: (flags & EXECUTABLE) === 0 && !isTable ? 'other' : 'numbers',
    };
  });
}

const LOAD = 1;
/** Flags of a segment: it may be executed; it may be read, and nothing else. */
const RUNS = 1;
const READ_ONLY = 4;

/** Linkers of today give code segments of its own; older ones put all that is not written into one. */
function elfCode(head: Buffer): readonly Span[] {
  const wide = head[4] === 2;
  const reader = createByteReader(head, head[5] !== 2);
  const word = wide ? reader.u64 : reader.u32;
  const [table, step] = [word(wide ? 32 : 28), reader.u16(wide ? 54 : 42)];
  const count = reader.room(table, reader.u16(wide ? 56 : 44), step);
  const segments = Array.from({ length: count }, (_, index) => {
    const at = table + index * step;
    const from = word(at + (wide ? 8 : 4));
    return {
      from,
      to: from + word(at + (wide ? 32 : 16)),
      flags: reader.u32(at + (wide ? 4 : 24)),
      type: reader.u32(at),
    };
  }).filter(({ type }) => type === LOAD);
  const code = segments.filter(({ flags }) => (flags & RUNS) !== 0);
  const isApart =
    segments.some(({ flags }) => flags === READ_ONLY) && code.every(({ from }) => from > 0);
  return isApart ? code.toSorted((a, b) => a.from - b.from) : [];
}

/** Code, and memory that may be executed. */
const PE_CODE = 0x20000020;

function peSections(bytes: Buffer): readonly Section[] {
  const reader = createByteReader(bytes, true);
  const header = reader.u32(0x3c);
  const table = header + 24 + reader.u16(header + 20);
  const count = reader.room(table, reader.u16(header + 6), 40);
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * 40;
    const flags = reader.u32(at + 36);
    const name = reader.name(at, at + 9).slice(0, 8);
    return {
      name,
      from: reader.u32(at + 20),
      size: reader.u32(at + 16),
      holds: (flags & PE_CODE) === 0 && !TABLES.test(name) ? 'other' : 'numbers',
    };
  });
}

const SEGMENT = 0x1;
const SEGMENT_64 = 0x19;
/** Nothing but instructions. */
const MACH_CODE = 0x80000000;

function machOSections(bytes: Buffer, little: boolean): readonly Section[] {
  const reader = createByteReader(bytes, little);
  const wide = (reader.u32(0) & 1) === 1;
  const found: Section[] = [];
  let at = wide ? 32 : 28;
  for (let index = 0; index < Math.min(reader.u32(16), MAX_ENTRIES); index += 1) {
    const [command, size] = [reader.u32(at), reader.u32(at + 4)];
    if (size < 8 || at + size > reader.size) break;
    if (command === SEGMENT || command === SEGMENT_64)
      found.push(...segmentSections(reader, at, size, command === SEGMENT_64));
    at += size;
  }
  return found;
}

function segmentSections(
  reader: ByteReader,
  segment: number,
  length: number,
  wide: boolean,
): readonly Section[] {
  const [first, step] = wide ? [72, 80] : [56, 68];
  const said = reader.u32(segment + (wide ? 64 : 48));
  const count = Math.min(said, Math.floor(Math.max(length - first, 0) / step));
  return Array.from({ length: count }, (_, index) => {
    const at = segment + first + index * step;
    const flags = reader.u32(at + (wide ? 64 : 56));
    const name = reader.name(at, at + 17).slice(0, 16);
    return {
      name,
      from: reader.u32(at + (wide ? 48 : 40)),
      size: wide ? reader.u64(at + 40) : reader.u32(at + 36),
      holds: (flags & MACH_CODE) === 0 && !TABLES.test(name) ? 'other' : 'numbers',
    };
  });
}
