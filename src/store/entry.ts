import { createHash } from 'node:crypto';

/** What an entry's file begins with: the schema of the file, not of what it holds. */
const MAGIC = 'numpy-abi-matrix-store 1';
/** Longer than any first line that `encodeEntry` writes. */
const LONGEST_HEAD = 512;

/**
 * A kept thing as the bytes of its file: one line that says what it is, how long and with which hash,
 * then the thing itself.
 *
 * @param key the SHA-256 of what decided it
 * @example encodeEntry('wheels', 'ab', Buffer.from('x')).toString().startsWith('numpy-abi-matrix-store 1 wheels ab 1 ') // true
 */
export function encodeEntry(kind: string, key: string, body: Uint8Array): Buffer {
  const hash = createHash('sha256').update(body).digest('hex');
  return Buffer.concat([Buffer.from(`${MAGIC} ${kind} ${key} ${body.length} ${hash}\n`), body]);
}

/**
 * What an entry's file holds.
 *
 * @returns undefined for a file that is cut short, damaged, of another schema, or kept under a name
 *   that is not its own
 */
export function decodeEntry(kind: string, key: string, file: Uint8Array): Uint8Array | undefined {
  const end = file.subarray(0, LONGEST_HEAD).indexOf(0x0a);
  if (end < 0) return undefined;
  const head = Buffer.from(file.subarray(0, end)).toString('latin1');
  const body = file.subarray(end + 1);
  const hash = createHash('sha256').update(body).digest('hex');
  return head === `${MAGIC} ${kind} ${key} ${body.length} ${hash}` ? body : undefined;
}
