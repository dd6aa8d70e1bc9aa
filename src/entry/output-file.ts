import { access, constants, open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reasonOf } from '../host/reason-of.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { bytesOf } from './bytes-of.ts';

/**
 * Refuses a file that cannot be written, before anything is run for it.
 *
 * @throws {UserError} exit 2
 */
export async function refuseUnwritable(file: string): Promise<void> {
  const folder = await stat(dirname(file)).catch(() => undefined);
  const itself = await stat(file).catch(() => undefined);
  const why = itself?.isDirectory()
    ? 'it is a folder'
    : folder?.isDirectory()
      ? await (itself ? access(file, constants.W_OK) : tryFile(file)).then(() => null, reasonOf)
      : 'its folder does not exist';
  if (why === null) return;
  throw new UserError(`Cannot write "${file}": ${why}`, {
    exitCode: EXIT.usage,
    remedy: 'Give the path of a file in an existing folder',
  });
}

/** A folder's permissions do not tell it all: nobody can make a file in /proc. */
async function tryFile(file: string): Promise<void> {
  try {
    await (await open(file, 'wx')).close();
    await rm(file);
  } catch (error) {
    // A disk that is full now is told of when there is something to write.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
  }
}

/** @throws {UserError} exit 2 when there is no such file to read */
export async function refuseMissing(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found && !found.isDirectory()) return;
  throw new UserError(`Cannot read "${file}": ${found ? 'it is a folder' : 'no such file'}`, {
    exitCode: EXIT.usage,
    remedy: 'Give the path of a log, or pipe it to standard input',
  });
}

/** @throws {UserError} exit 2 when a folder that was named is not there */
export async function refuseNoFolder(folder: string): Promise<void> {
  if (await stat(folder).catch(() => undefined)) return;
  const remedy = 'Check the path';
  throw new UserError(`There is no folder "${folder}"`, { exitCode: EXIT.usage, remedy });
}

/** @throws {UserError} exit 3 with the reason in words */
export async function writeText(file: string, pieces: Iterable<string>): Promise<void> {
  await writeFile(file, bytesOf(pieces)).catch((cause: unknown) => {
    throw new UserError(`Cannot write "${file}": ${reasonOf(cause)}`, {
      exitCode: EXIT.setUp,
      remedy: 'Give another file, or - for standard output',
      cause,
    });
  });
}
