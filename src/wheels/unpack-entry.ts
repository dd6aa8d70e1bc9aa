import { Buffer } from 'node:buffer';
import zlib from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** Compression methods of a zip archive that wheels have. */
const STORED = 0;
const DEFLATED = 8;

/**
 * A member's bytes, in one piece and without a copy, unpacked on a thread of its own.
 *
 * @throws {Error} when it is damaged, or holds more or less than the archive says
 */
export async function unpackEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const { fileName: name, compressionMethod: method, uncompressedSize: size } = entry;
  if (method !== STORED && method !== DEFLATED) {
    throw new Error(`"${name}" is packed in a way that no installer reads (method ${method})`);
  }
  const packed = await packedBytes(zip, entry);
  const bytes = method === STORED ? packed : await inflate(packed, size, name);
  if (bytes.length !== size) {
    throw new Error(`"${name}" holds ${bytes.length} bytes; the archive says ${size}`);
  }
  if (CRC && CRC(bytes) !== entry.crc32) throw damaged(name);
  return bytes;
}

/**
 * The same in pieces, for what is too large to be held at once.
 *
 * @param take called with each piece, in order; the bytes are the caller's until it returns
 */
export async function streamEntry(
  zip: ZipFile,
  entry: Entry,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  let sum = 0;
  await eachChunk(zip, entry, false, (chunk) => {
    if (CRC) sum = CRC(chunk, sum);
    take(chunk);
  });
  if (CRC && sum !== entry.crc32) throw damaged(entry.fileName);
}

/** Node has had it since 20.15; an older one checks nothing. */
const CRC: ((bytes: Uint8Array, before?: number) => number) | undefined = zlib.crc32;

async function packedBytes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const { compressedSize: wanted, fileName: name } = entry;
  // What the archive says of itself is no reason to take that much memory.
  if (wanted > zip.fileSize) throw new Error(`"${name}" is larger than the archive`);
  const bytes = Buffer.allocUnsafe(wanted);
  let filled = 0;
  await eachChunk(zip, entry, true, (chunk) => {
    if (filled + chunk.length > wanted)
      throw new Error(`"${name}" is longer than the archive says`);
    bytes.set(chunk, filled);
    filled += chunk.length;
  });
  if (filled !== wanted) throw new Error(`"${name}" is cut off`);
  return bytes;
}

function eachChunk(
  zip: ZipFile,
  entry: Entry,
  raw: boolean,
  take: (chunk: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const started = (error: Error | null, stream: NodeJS.ReadableStream | undefined): void => {
      if (stream === undefined) {
        reject(error ?? new Error(`Cannot read "${entry.fileName}"`));
        return;
      }
      stream.on('error', reject);
      stream.on('end', resolve);
      stream.on('data', (chunk: Buffer) => {
        try {
          take(chunk);
        } catch (failure) {
          reject(failure);
          stream.removeAllListeners('data');
          stream.resume();
        }
      });
    };
    if (raw && entry.compressionMethod !== STORED) {
      zip.openReadStream(
        entry,
        { decompress: false, decrypt: null, start: null, end: null },
        started,
      );
    } else {
      zip.openReadStream(entry, started);
    }
  });
}

function inflate(packed: Buffer, size: number, name: string): Promise<Buffer> {
  // One output of just that size; more than that is an error instead of more memory.
  const options = { chunkSize: Math.max(size, 64), maxOutputLength: Math.max(size, 1) };
  return new Promise((resolve, reject) => {
    zlib.inflateRaw(packed, options, (error, bytes) => {
      if (error === null) resolve(bytes);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
        reject(new Error(`"${name}" holds more than the ${size} bytes that the archive says`));
      } else reject(new Error(`"${name}" is damaged (${error.message})`));
    });
  });
}

function damaged(name: string): Error {
  return new Error(`"${name}" is damaged (its checksum differs)`);
}
