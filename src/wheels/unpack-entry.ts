import { Buffer } from 'node:buffer';
import zlib from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { checked, createSum, inflateOptions, inflateProblem, isPacked } from './entry-checks.ts';

/**
 * A member's bytes, in one piece and without a copy, unpacked on a thread of its own.
 *
 * @throws {Error} when it is damaged, or holds more or less than the archive says
 */
export async function unpackEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const packed = isPacked(entry);
  const bytes = await packedBytes(zip, entry);
  return checked(entry, packed ? await inflate(bytes, entry) : bytes);
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
  const sum = createSum(entry);
  await eachChunk(zip, entry, false, (chunk) => {
    sum.add(chunk);
    take(chunk);
  });
  sum.check();
}

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
    if (raw && isPacked(entry)) {
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

function inflate(packed: Buffer, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zlib.inflateRaw(packed, inflateOptions(entry), (error, bytes) => {
      if (error === null) resolve(bytes);
      else reject(inflateProblem(entry, error));
    });
  });
}
