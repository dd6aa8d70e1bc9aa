import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { EXIT, UserError } from '../model/user-error.ts';

/** A file that grows by whole lines. */
export interface LineFile {
  /**
   * Adds a line, which is on the disk when the promise resolves.
   *
   * @param line with its line feed
   * @throws {UserError} exit 3 when it cannot be written, or somebody else writes there, too
   */
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

const PIECE_BYTES = 2 ** 20;
const LINE_FEED = 10;

/**
 * Opens a file of lines to add to it. What stands behind the last line feed was cut off when its
 * writer was killed: it is dropped.
 *
 * @param path absolute; made where it does not exist
 * @param onLine called with each line that is there, without its line feed, and its number from 1;
 *   what it throws is thrown, and the file left as it was
 * @returns the file, and how many bytes were dropped
 */
export async function openLineFile(
  path: string,
  onLine: (line: string, number: number) => void,
): Promise<{ readonly file: LineFile; readonly dropped: number }> {
  const handle = await open(path, 'a+').catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  try {
    const whole = await readLines(handle, onLine);
    const { size } = await handle.stat();
    if (size > whole) await handle.truncate(whole);
    return { file: lineFile(handle, path, whole), dropped: size - whole };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function lineFile(handle: FileHandle, path: string, size: number): LineFile {
  let written = size;
  let last = Promise.resolve();
  const add = async (line: string): Promise<void> => {
    const bytes = Buffer.from(line);
    try {
      const { size: found } = await handle.stat();
      if (found === written) {
        await handle.appendFile(bytes);
        await handle.datasync();
      }
      written = found === written ? written + bytes.length : Number.NaN;
    } catch (cause) {
      throw unwritable(path, cause);
    }
    if (Number.isNaN(written)) {
      throw new UserError(`Somebody else writes to "${path}" at the same time`, {
        exitCode: EXIT.setUp,
        remedy: 'Give each run a file of its own; files of lines can be put one behind the other',
      });
    }
  };
  return {
    // One after the other, whoever asks.
    append: (line) => {
      const added = last.then(() => add(line));
      last = added.catch(() => undefined);
      return added;
    },
    close: () => handle.close(),
  };
}

/** @returns bytes up to and with the last line feed */
async function readLines(
  handle: FileHandle,
  onLine: (line: string, number: number) => void,
): Promise<number> {
  const piece = Buffer.alloc(PIECE_BYTES);
  let begun: Buffer[] = [];
  let at = 0;
  let whole = 0;
  let number = 0;
  for (;;) {
    const { bytesRead } = await handle.read(piece, 0, PIECE_BYTES, at);
    if (bytesRead === 0) return whole;
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0 && end < bytesRead; ) {
      number += 1;
      const line = Buffer.concat([...begun, piece.subarray(from, end)]).toString('utf8');
      onLine(line, number);
      begun = [];
      from = end + 1;
      whole = at + from;
      end = piece.indexOf(LINE_FEED, from);
    }
    begun.push(Buffer.from(piece.subarray(from, bytesRead)));
    at += bytesRead;
  }
}

function unwritable(path: string, cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`Cannot write "${path}": ${why}`, {
    exitCode: EXIT.setUp,
    remedy: 'Give another file',
    cause,
  });
}
