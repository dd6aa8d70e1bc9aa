import type { Buffer } from 'node:buffer';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { checked, createSum, inflateOptions, inflateProblem, isPacked } from './entry-checks.ts';
import type { FileReader } from './file-reader.ts';
import { inflateAgain } from './inflate-again.ts';

/** Unpacked at a time, of what is too large to be held: what a processor's cache holds. */
const PIECE_BYTES = 256 * 1024;

/**
 * A member's bytes, in one piece, of an archive that lies here: unpacked at once on this thread,
 * which costs less than handing it to another one. Who reads many archives does so on several.
 *
 * @throws {Error} when it is damaged, or holds more or less than the archive says
 */
export async function unpackEntryHere(
  zip: ZipFile,
  entry: Entry,
  file: FileReader,
): Promise<Buffer> {
  const packed = isPacked(entry);
  const [start, length] = [await startOf(zip, entry), entry.compressedSize];
  return checked(
    entry,
    packed ? inflate(file.glance(start, length), entry) : file.readAt(start, length),
  );
}

/**
 * The same for a look at it, in memory that is used again.
 *
 * @param use called once; the bytes are the caller's until it returns
 */
export async function lookAtEntryHere<T>(
  zip: ZipFile,
  entry: Entry,
  file: FileReader,
  use: (bytes: Buffer) => T,
): Promise<T> {
  const packed = isPacked(entry);
  const bytes = file.glance(await startOf(zip, entry), entry.compressedSize);
  return use(checked(entry, packed ? inflateAgain(bytes, entry) : bytes));
}

/**
 * The same in pieces, for what is too large to be held at once.
 *
 * @param take called with each piece, in order; the bytes are the caller's until it returns
 */
export async function streamEntryHere(
  zip: ZipFile,
  entry: Entry,
  file: FileReader,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const sum = createSum(entry);
  const add = (piece: Uint8Array): void => {
    sum.add(piece);
    take(piece);
  };
  const packed = isPacked(entry);
  const pieces = file.pieces(await startOf(zip, entry), entry.compressedSize);
  if (packed) await inflatePieces(pieces, entry, add);
  else for (const piece of pieces) add(piece);
  sum.check();
}

/** Where its bytes begin; yauzl sees to it that they end within the archive. */
async function startOf(zip: ZipFile, entry: Entry): Promise<number> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return fileDataStart;
}

function inflate(packed: Buffer, entry: Entry): Buffer {
  try {
    return inflateRawSync(packed, inflateOptions(entry));
  } catch (error) {
    throw inflateProblem(entry, error as Error);
  }
}

function inflatePieces(
  pieces: Iterator<Buffer>,
  entry: Entry,
  add: (piece: Uint8Array) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const inflater = createInflateRaw({ chunkSize: PIECE_BYTES });
    const fail = (error: unknown): void => {
      inflater.destroy();
      reject(error);
    };
    const feed = (): void => {
      try {
        const next = pieces.next();
        if (next.done) inflater.end();
        else inflater.write(next.value, feed);
      } catch (error) {
        fail(error);
      }
    };
    inflater.on('error', (error) => fail(inflateProblem(entry, error)));
    inflater.on('end', resolve);
    inflater.on('data', (piece: Buffer) => {
      try {
        add(piece);
      } catch (error) {
        fail(error);
      }
    });
    feed();
  });
}
