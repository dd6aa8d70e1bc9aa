import { Buffer } from 'node:buffer';

/** Longest symbol or library name that is read; real ones of C++ reach some thousands. */
const MAX_NAME = 2_048;

/**
 * Numbers and names at offsets of untrusted bytes. Total: what lies outside the file reads as 0 or
 * as an empty name, so that parsers of hostile input need no checks of their own, only bounded loops.
 */
export interface ByteReader {
  readonly bytes: Buffer;
  readonly size: number;
  u8(offset: number): number;
  u16(offset: number): number;
  u32(offset: number): number;
  /** 64-bit as a number; beyond 2^53 it is no valid offset and reads as 2^53 - 1. */
  u64(offset: number): number;
  /** A NUL-terminated name that ends before `end`, as Latin-1. */
  name(offset: number, end?: number): string;
  /** How many of `count` entries of `step` bytes begin within the file. */
  room(offset: number, count: number, step: number): number;
}

/**
 * @param bytes the whole file, or one slice of a universal file
 * @param littleEndian the byte order of its numbers
 */
export function createByteReader(bytes: Uint8Array, littleEndian: boolean): ByteReader {
  const buffer = asBuffer(bytes);
  const size = buffer.length;
  const fits = (offset: number, length: number): boolean =>
    Number.isSafeInteger(offset) && offset >= 0 && offset + length <= size;
  const u32 = (offset: number): number => {
    if (!fits(offset, 4)) {
      return 0;
    }
    return littleEndian ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset);
  };
  return {
    bytes: buffer,
    size,
    u8: (offset) => (fits(offset, 1) ? buffer.readUInt8(offset) : 0),
    u16: (offset) => {
      if (!fits(offset, 2)) {
        return 0;
      }
      return littleEndian ? buffer.readUInt16LE(offset) : buffer.readUInt16BE(offset);
    },
    u32,
    room: (offset, count, step) =>
      step > 0 ? Math.min(count, Math.max(Math.ceil((size - offset) / step), 0)) : 0,
    u64: (offset) => {
      const [low, high] = littleEndian ? [0, 4] : [4, 0];
      const value = u32(offset + high) * 2 ** 32 + u32(offset + low);
      return Math.min(value, Number.MAX_SAFE_INTEGER);
    },
    name: (offset, end = size) => {
      if (!fits(offset, 1)) {
        return '';
      }
      const limit = Math.min(end, size, offset + MAX_NAME);
      const stop = buffer.subarray(offset, limit).indexOf(0);
      return stop === -1 ? '' : buffer.toString('latin1', offset, offset + stop);
    },
  };
}

/** The same memory as a Buffer, whose `indexOf` is fast. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
