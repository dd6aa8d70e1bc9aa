import { Buffer } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { borrowMemory, giveBack } from '../model/lent-memory.ts';
import { checked, createSum, inflateOptions, inflateProblem, isPacked } from './entry-checks.ts';
import type { FileReader } from './file-reader.ts';
import { inflatePieces } from './inflate-pieces.ts';
import { streamEntry, unpackEntry } from './unpack-entry.ts';

/** Unpacked at a time, of what is too large to be held: what a processor's cache holds. */
const PIECE_BYTES = 256 * 1024;
/** Then others have a turn on this thread: about 50 ms. */
const PIECES_IN_A_ROW = 64;

/**
 * A member's bytes, in one piece and in memory of their own, of an archive that lies here: unpacked
 * at once on this thread, which costs less than handing it to another one. Who reads many archives
 * does so on several.
 *
 * @throws {Error} when it is damaged, or holds more or less than the archive says
 */
export async function unpackEntryHere(
  zip: ZipFile,
  entry: Entry,
  file: FileReader,
): Promise<Buffer> {
  const bytes = file.readAt(await startOf(zip, entry), entry.compressedSize);
  return checked(entry, isPacked(entry) ? inflate(bytes, entry) : bytes);
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
  if (!isPacked(entry)) return use(await unpackEntryHere(zip, entry, file));
  const pieces = file.pieces(await startOf(zip, entry), entry.compressedSize);
  const lent = borrowMemory();
  // One byte is left over: that it is filled says that there is more.
  const size = entry.uncompressedSize + 1;
  const memory = size > lent.length ? Buffer.allocUnsafeSlow(size) : lent.subarray(0, size);
  const inflated = inflatePieces(pieces, entry, memory);
  try {
    if (inflated === undefined) return use(await unpackEntry(zip, entry));
    const { value } = inflated.next();
    return use(checked(entry, value ?? Buffer.alloc(0)));
  } finally {
    inflated?.return(undefined);
    giveBack(lent);
  }
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
  const packed = file.pieces(await startOf(zip, entry), entry.compressedSize);
  const pieces = isPacked(entry)
    ? inflatePieces(packed, entry, Buffer.allocUnsafeSlow(PIECE_BYTES))
    : packed;
  if (pieces === undefined) return streamEntry(zip, entry, take);
  const sum = createSum(entry);
  let inARow = 0;
  for (const piece of pieces) {
    sum.add(piece);
    take(piece);
    inARow += 1;
    if (inARow % PIECES_IN_A_ROW === 0) await setImmediate();
  }
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
