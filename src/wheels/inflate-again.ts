import { Buffer } from 'node:buffer';
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import { inflateOptions, inflateProblem } from './entry-checks.ts';

/** What is larger gets memory of its own. */
const MOST_BYTES = 16 * 2 ** 20;

let output: Buffer = Buffer.alloc(0);

/**
 * A member's bytes, unpacked into the same memory each time: they are there until the next call.
 * Memory that is given back goes at some later time, and a new one for each member costs a third
 * of what unpacking does.
 *
 * @throws {Error} when it is damaged, or holds more than the archive says
 */
export function inflateAgain(packed: Buffer, entry: Entry): Buffer {
  try {
    const { uncompressedSize: size } = entry;
    if (size >= MOST_BYTES) return inflateRawSync(packed, inflateOptions(entry));
    const engine: object = createInflateRaw({ chunkSize: constants.Z_MIN_CHUNK });
    if (!isOpen(engine)) return inflateRawSync(packed, inflateOptions(entry));
    if (output.length <= size) output = Buffer.allocUnsafeSlow(roomFor(size));
    // One byte is left over: that it is filled says that there is more.
    engine._outBuffer = output.subarray(0, size + 1);
    engine._chunkSize = size + 1;
    engine._maxOutputLength = Math.max(size, 1);
    return engine._processChunk(packed, constants.Z_FINISH);
  } catch (error) {
    throw inflateProblem(entry, error as Error);
  }
}

/** What every Node so far keeps in a stream of zlib, and has no other way to. */
interface Engine {
  _outBuffer: Buffer;
  _chunkSize: number;
  _maxOutputLength: number;
  _processChunk(chunk: Buffer, flush: number): Buffer;
}

function isOpen(engine: object): engine is Engine {
  const { _outBuffer, _chunkSize, _maxOutputLength, _processChunk } = engine as Partial<Engine>;
  return (
    Buffer.isBuffer(_outBuffer) &&
    typeof _chunkSize === 'number' &&
    typeof _maxOutputLength === 'number' &&
    typeof _processChunk === 'function'
  );
}

function roomFor(size: number): number {
  return Math.min(2 ** Math.ceil(Math.log2(size + 1)), MOST_BYTES);
}
