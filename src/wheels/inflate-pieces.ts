import type { Buffer } from 'node:buffer';
import { constants, createInflateRaw } from 'node:zlib';
import type { Entry } from 'yauzl';
import { inflateProblem } from './entry-checks.ts';

/**
 * Unpacks pieces of a member into the same memory, over and over, at once on this thread. What Node
 * offers for it makes new memory for each piece, which is given back at some later time: tens of
 * megabytes of it wait on each thread, and making it costs a third of what unpacking does.
 *
 * @param packed each piece is done with before the next one is asked for
 * @param memory what is yielded lies in it, and is there until the next is asked for
 * @returns undefined where this Node does not let itself be used so
 * @throws {Error} zlib's, when they are damaged or end too early
 */
export function inflatePieces(
  packed: Iterable<Buffer>,
  entry: Entry,
  memory: Buffer,
): Generator<Buffer, undefined> | undefined {
  const engine = idle.pop() ?? openEngine();
  return engine && unpack(engine, packed, entry, memory);
}

/** What every Node so far keeps in a stream of zlib, and has no other way to. */
interface Engine {
  reset(): void;
  /** What is left of the output and of the input after a call. */
  readonly _writeState: Uint32Array;
  readonly _handle: {
    onerror: (message: string) => void;
    writeSync(
      flush: number,
      input: Buffer,
      inputAt: number,
      inputLength: number,
      output: Buffer,
      outputAt: number,
      outputLength: number,
    ): void;
  };
}

/** Each has a window of 32 KiB: they serve again. */
const idle: Engine[] = [];

function* unpack(
  engine: Engine,
  packed: Iterable<Buffer>,
  entry: Entry,
  memory: Buffer,
): Generator<Buffer, undefined> {
  const { _handle: handle, _writeState: state } = engine;
  let failure: string | undefined;
  handle.onerror = (message) => {
    failure = message;
  };
  let filled = 0;
  let room = 0;
  /** @returns how much of the input was taken; there may be more to come where no room is left */
  const inflate = (flush: number, input: Buffer, from: number, length: number): number => {
    handle.writeSync(flush, input, from, length, memory, filled, memory.length - filled);
    if (failure !== undefined) throw inflateProblem(entry, new Error(failure));
    room = state[0] ?? 0;
    filled = room === 0 ? 0 : memory.length - room;
    return length - (state[1] ?? 0);
  };
  try {
    engine.reset();
    for (const piece of packed) {
      let at = 0;
      do {
        at += inflate(constants.Z_NO_FLUSH, piece, at, piece.length - at);
        if (room === 0) yield memory;
      } while (room === 0);
    }
    // Nothing more comes: an error where the end is missing.
    inflate(constants.Z_FINISH, memory, 0, 0);
    if (filled > 0) yield memory.subarray(0, filled);
  } finally {
    if (failure === undefined) idle.push(engine);
  }
}

function openEngine(): Engine | undefined {
  const engine: object = createInflateRaw({ chunkSize: constants.Z_MIN_CHUNK });
  const { _writeState, _handle } = engine as Partial<Engine>;
  const isOpen =
    ArrayBuffer.isView(_writeState) &&
    _writeState.length === 2 &&
    typeof _handle?.writeSync === 'function';
  return isOpen ? (engine as Engine) : undefined;
}
