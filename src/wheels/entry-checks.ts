import type { Buffer } from 'node:buffer';
import zlib from 'node:zlib';
import type { Entry } from 'yauzl';

/** Compression methods of a zip archive that wheels have. */
const STORED = 0;
const DEFLATED = 8;

/** Node has had it since 20.15; an older one checks nothing. */
const CRC: ((bytes: Uint8Array, before?: number) => number) | undefined = zlib.crc32;

/** @throws {Error} where it is neither stored nor deflated */
export function isPacked({ fileName: name, compressionMethod: method }: Entry): boolean {
  if (method === STORED) return false;
  if (method === DEFLATED) return true;
  throw new Error(`"${name}" is packed in a way that no installer reads (method ${method})`);
}

/**
 * One output for all of it; more than its size is an error instead of more memory. One byte is left
 * over: zlib makes another output of that size as soon as one is full.
 */
export function inflateOptions({ uncompressedSize: size }: Entry) {
  return { chunkSize: Math.max(size + 1, 64), maxOutputLength: Math.max(size, 1) };
}

/** What an error of zlib's means of a member. */
export function inflateProblem({ fileName: name, uncompressedSize: size }: Entry, error: Error) {
  return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    ? new Error(`"${name}" holds more than the ${size} bytes that the archive says`)
    : new Error(`"${name}" is damaged (${error.message})`);
}

/**
 * The bytes, which are what the archive says of them.
 *
 * @throws {Error} when they are not
 */
export function checked(entry: Entry, bytes: Buffer): Buffer {
  const sum = createSum(entry);
  sum.add(bytes);
  sum.check();
  return bytes;
}

/** Holds a member's pieces, in order, to what the archive says of it. */
export function createSum({ fileName: name, uncompressedSize: size, crc32 }: Entry) {
  let sum = 0;
  let bytes = 0;
  return {
    /** @throws {Error} when it is more than the archive says */
    add(piece: Uint8Array): void {
      bytes += piece.length;
      if (bytes > size) {
        throw new Error(`"${name}" holds more than the ${size} bytes that the archive says`);
      }
      if (CRC) sum = CRC(piece, sum);
    },
    check(): void {
      if (bytes !== size) {
        throw new Error(`"${name}" holds ${bytes} bytes; the archive says ${size}`);
      }
      if (CRC && sum !== crc32) {
        throw new Error(`"${name}" is damaged (its checksum differs)`);
      }
    },
  };
}
