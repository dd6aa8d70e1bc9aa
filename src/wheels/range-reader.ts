import type { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/**
 * Bytes `from` (included) to `to` (excluded) of a file that lies elsewhere, or up to `ahead` where
 * more costs nothing. Rejects when they cannot be had.
 */
export type ReadRange = (from: number, to: number, ahead: number) => Promise<Uint8Array>;

/** A piece of a file. */
export interface Piece {
  /** Offset of its first byte in the file. */
  readonly start: number;
  readonly bytes: Uint8Array;
}

/**
 * A list of members is read in steps of some dozen bytes, and small members lie side by side: each
 * must not be a request.
 */
const READ_AHEAD = 512 * 1024;

/**
 * A file of which the end is here: what lies before it is asked for when needed, in large pieces,
 * and the last piece asked for is kept.
 */
export class RangeReader extends RandomAccessReader {
  readonly #tail: Piece;
  readonly #read: ReadRange;
  #last: Piece | undefined;

  constructor(tail: Piece, read: ReadRange) {
    super();
    this.#tail = tail;
    this.#read = read;
  }

  /**
   * Asks for a piece at once, so that the reads inside it need no request of their own; for more
   * than that where it is small.
   *
   * @param size of the whole file, in bytes
   */
  async prefetch(from: number, to: number, size: number): Promise<void> {
    // Where the tail begins, it goes on: nothing is asked for twice.
    const most = from < this.#tail.start ? this.#tail.start : size;
    const end = Math.min(to, most);
    if (this.#known(from, end) !== undefined) return;
    const ahead = Math.min(most, Math.max(end, from + READ_AHEAD));
    this.#last = { start: from, bytes: await this.#read(from, end, ahead) };
  }

  /** What is here is copied at once: a list of members has thousands of such small reads. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const known = this.#known(position, position + length);
    if (known === undefined) {
      super.read(buffer, offset, length, position, callback);
      return;
    }
    buffer.set(known, offset);
    setImmediate(callback, null);
  }

  override _readStreamForRange(from: number, to: number): Readable {
    const known = this.#known(from, to);
    if (known !== undefined) return Readable.from([known]);
    return Readable.from(this.#ask(from, to));
  }

  async *#ask(from: number, to: number): AsyncGenerator<Uint8Array> {
    const { start } = this.#tail;
    const end = from < start ? Math.min(start, Math.max(to, from + READ_AHEAD)) : to;
    await this.prefetch(from, end, end);
    const first = this.#known(from, Math.min(to, end));
    if (first === undefined) throw new Error('The archive is cut off');
    yield first;
    if (to > end) yield* this.#ask(end, to);
  }

  #known(from: number, to: number): Uint8Array | undefined {
    for (const piece of [this.#tail, this.#last]) {
      if (piece === undefined) continue;
      const [begin, end] = [from - piece.start, to - piece.start];
      if (begin >= 0 && end <= piece.bytes.length) return piece.bytes.subarray(begin, end);
    }
    return undefined;
  }
}
