import { Buffer } from 'node:buffer';
import { closeSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

/** A list of members is read in steps of some dozen bytes. */
const WINDOW_BYTES = 64 * 1024;
/** Pieces of a member that is streamed. */
const PIECE_BYTES = 256 * 1024;

/**
 * A file that lies here, read at once: what waits in the system's cache is there sooner than another
 * thread has been asked for it.
 */
export class FileReader extends RandomAccessReader {
  readonly #fd: number;
  #isOpen = true;
  #window = { start: 0, bytes: Buffer.alloc(0) };

  /** @param fd closed with this reader */
  constructor(fd: number) {
    super();
    this.#fd = fd;
  }

  /** @throws {Error} when the file ends before */
  readAt(position: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    if (this.#fill(bytes, position) < length) throw new Error('The archive is cut off');
    return bytes;
  }

  /** The same in pieces, in memory that is used again: a piece is there until the next is asked for. */
  *pieces(position: number, length: number): Generator<Buffer> {
    const memory = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, length));
    for (let at = position; at < position + length; at += PIECE_BYTES) {
      const piece = memory.subarray(0, Math.min(PIECE_BYTES, position + length - at));
      if (this.#fill(piece, at) < piece.length) throw new Error('The archive is cut off');
      yield piece;
    }
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let failure: Error | null = null;
    try {
      buffer.set(this.#known(position, length), offset);
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    setImmediate(callback, failure);
  }

  override _readStreamForRange(from: number, to: number): Readable {
    return Readable.from(this.#copies(from, to));
  }

  override close(callback: (error: Error | null) => void = () => undefined): void {
    if (this.#isOpen) closeSync(this.#fd);
    this.#isOpen = false;
    setImmediate(callback, null);
  }

  *#copies(from: number, to: number): Generator<Buffer> {
    for (const piece of this.pieces(from, to - from)) yield Buffer.from(piece);
  }

  #known(position: number, length: number): Buffer {
    if (length > WINDOW_BYTES) return this.readAt(position, length);
    const from = position - this.#window.start;
    if (from < 0 || from + length > this.#window.bytes.length) {
      const bytes = Buffer.allocUnsafe(WINDOW_BYTES);
      const filled = this.#fill(bytes, position);
      this.#window = { start: position, bytes: bytes.subarray(0, filled) };
    }
    const at = position - this.#window.start;
    const found = this.#window.bytes.subarray(at, at + length);
    if (found.length < length) throw new Error('The archive is cut off');
    return found;
  }

  #fill(bytes: Buffer, position: number): number {
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(this.#fd, bytes, filled, bytes.length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return filled;
  }
}
