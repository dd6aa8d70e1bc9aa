import { Buffer } from 'node:buffer';
import { asBuffer } from './byte-reader.ts';
import { isInitSymbol, MAX_ENTRIES, MAX_INIT_SYMBOLS, type ObjectFile } from './object-file.ts';

/** `\0asm`, version 1. */
const MAGIC = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const CUSTOM = 0;
const EXPORTS = 7;
/** Of the section `dylink.0`: the libraries that are loaded first. */
const NEEDED = 2;

/**
 * Reads a WebAssembly module as Emscripten links Python modules: the export section (WebAssembly
 * Core 1.0, "Binary Format") and `dylink.0` (tool-conventions, "DynamicLinking").
 *
 * @param bytes the whole file
 * @returns undefined for what is none
 */
export function readWasm(bytes: Uint8Array): ObjectFile | undefined {
  const buffer = asBuffer(bytes);
  if (!buffer.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const exports: string[] = [];
  const needed: string[] = [];
  const cursor = cursorAt(buffer, MAGIC.length, buffer.length);
  for (let count = 0; count < MAX_ENTRIES && !cursor.ended(); count += 1) {
    const id = cursor.byte();
    const section = cursor.part();
    if (id === EXPORTS) exports.push(...exportsIn(section));
    if (id === CUSTOM && section.text() === 'dylink.0') needed.push(...neededIn(section));
  }
  const truncated = cursor.ended() === 'beyond';
  return {
    format: 'wasm',
    machines: ['wasm32'],
    exports,
    needed,
    holdsArrayTable: false,
    truncated,
  };
}

function exportsIn(section: Cursor): readonly string[] {
  const names: string[] = [];
  for (let left = section.number(); left > 0 && !section.ended(); left -= 1) {
    const name = section.text();
    // Its kind and its index.
    section.byte();
    section.number();
    if (isInitSymbol(name) && names.length < MAX_INIT_SYMBOLS) names.push(name);
  }
  return names;
}

function neededIn(section: Cursor): readonly string[] {
  const names: string[] = [];
  while (!section.ended()) {
    const kind = section.byte();
    const part = section.part();
    if (kind !== NEEDED) continue;
    const count = Math.min(part.number(), MAX_ENTRIES);
    for (let left = count; left > 0 && !part.ended(); left -= 1) names.push(part.text());
  }
  return names;
}

interface Cursor {
  /** `beyond`: something was to be read that the file no longer holds. */
  ended(): false | 'here' | 'beyond';
  byte(): number;
  /** An unsigned LEB128 number of 32 bits. */
  number(): number;
  /** What follows, of the length that stands before it. */
  part(): Cursor;
  text(): string;
}

/** Goes through bytes; past their end all reads as 0 or empty. */
function cursorAt(buffer: Buffer, from: number, to: number): Cursor {
  let at = from;
  let beyond = false;
  const byte = (): number => {
    beyond ||= at >= to;
    const value = at < to ? (buffer[at] ?? 0) : 0;
    at += 1;
    return value;
  };
  const number = (): number => {
    let value = 0;
    for (let place = 0; place < 5; place += 1) {
      const next = byte();
      value += (next & 0x7f) * 2 ** (7 * place);
      if (next < 0x80) break;
    }
    return value;
  };
  const take = (): readonly [number, number] => {
    const size = number();
    const start = Math.min(at, to);
    beyond ||= start + size > to;
    at = Math.min(start + size, to);
    return [start, at];
  };
  return {
    ended: () => (beyond ? 'beyond' : at >= to ? 'here' : false),
    byte,
    number,
    part: () => cursorAt(buffer, ...take()),
    text: () => buffer.toString('utf8', ...take()),
  };
}
