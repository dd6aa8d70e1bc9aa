import { existsSync, statfsSync } from 'node:fs';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Env } from './child-environment.ts';
import { makeFolder } from './make-folder.ts';
import { reasonOf } from './reason-of.ts';
import { removeTree } from './remove-tree.ts';

const LEAST_BYTES = 1024 * 1024;

/** The folders of one run. */
export interface Workspace {
  /** Private to this run (0700), removed by `dispose`. */
  readonly folder: string;
  /** Kept between runs: uv, its download cache, what interpreters said of themselves. */
  readonly cache: string;
  /** What the user should know about the choice; null when there is nothing. */
  readonly notice: string | null;
  dispose(): Promise<void>;
}

/** Makes the run's temp folder and finds a cache folder that can be written. */
export async function createWorkspace(options: {
  readonly env: Env;
  readonly cacheDir: string | null;
  readonly useCache: boolean;
}): Promise<Workspace> {
  const base = options.env['RUNNER_TEMP'] || tmpdir();
  return withDiskErrors([base], async () => {
    // realpath: on macOS /tmp is a link, and a traceback shows the resolved path.
    const folder = await realpath(await ownFolder(base));
    const wanted = options.cacheDir ?? userCache(options.env);
    const refused = options.useCache ? await whyUnwritable(wanted) : null;
    const usable = options.useCache && refused === null;
    if (options.cacheDir !== null && refused !== null) {
      await removeTree(folder);
      throw new UserError(`Cannot write to the cache folder "${options.cacheDir}": ${refused}`, {
        exitCode: EXIT.usage,
        remedy: 'Give another folder with --cache-dir, or use --no-cache',
      });
    }
    const full = usable && hasNoRoom(wanted) && !hasNoRoom(folder);
    const cache = usable && !full ? wanted : join(folder, 'cache');
    makeFolder(cache);
    const trouble = full
      ? `The disk that holds "${wanted}" is full`
      : `Cannot write to "${wanted}" (${refused})`;
    const notice =
      options.useCache && (full || !usable)
        ? `${trouble}: nothing of it is used, and nothing is kept for the next run (--cache-dir or XDG_CACHE_HOME names another folder)`
        : null;
    return { folder, cache, notice, dispose: () => removeTree(folder) };
  });
}

/**
 * The user's cache folder by the custom of the system; `XDG_CACHE_HOME` holds everywhere, but not where
 * it is relative: so the XDG specification has it, and what runs in other folders would look elsewhere.
 */
export function userCache(env: Env, platform: string = process.platform): string {
  const name = 'numpy-abi-matrix';
  const home = resolve(env['HOME'] || homedir());
  const chosen = env['XDG_CACHE_HOME'];
  if (chosen && isAbsolute(chosen)) return join(chosen, name);
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Caches', name);
  return join(home, '.cache', name);
}

/**
 * Turns "disk full" into a message for the user, and a folder of the run that somebody took away.
 *
 * @param where folders that may be the full one, for an error that does not say
 */
export async function withDiskErrors<T>(
  where: readonly string[],
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const told = error instanceof UserError ? fullDisks.get(error) : undefined;
    // What a child (uv, a compiler) met it on is any of those that it writes to.
    const other = where.find((one) => told !== undefined && !hasNoRoom(told) && hasNoRoom(one));
    if (other !== undefined) throw diskFull(other, error);
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw diskFull(path ?? where.join('" or "'), error);
    const gone = code === 'ENOENT' ? where.find((one) => !existsSync(one)) : undefined;
    if (gone !== undefined) throw takenAway(gone, error);
    throw error;
  }
}

/** Cleaners of temporary files and people who make room meet a run that is still going on. */
function takenAway(folder: string, cause: unknown): UserError {
  return new UserError(`Somebody removed "${folder}" while the run was using it`, {
    exitCode: EXIT.setUp,
    remedy:
      'Run it again, and keep what cleans temporary folders away from it, or name another folder by TMPDIR and, for the cache, XDG_CACHE_HOME',
    cause,
  });
}

/** The error for a full disk, also when a child (uv, a compiler) met it. */
export function diskFull(where: string, cause?: unknown): UserError {
  const error = new UserError(`No space left on the disk that holds "${where}"`, {
    exitCode: EXIT.setUp,
    remedy: 'Free some space, or name a larger disk by TMPDIR and, for the cache, XDG_CACHE_HOME',
    cause,
  });
  fullDisks.set(error, where);
  return error;
}

/** Which folder an error of `diskFull` names. */
const fullDisks = new WeakMap<UserError, string>();

/** Whether next to nothing can be written where a folder lies, or would lie. */
function hasNoRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    const parent = dirname(folder);
    return parent !== folder && hasNoRoom(parent);
  }
}

/** Whether a tool's output says that the disk is full. */
export function saysDiskFull(text: string): boolean {
  return /No space left on device|os error 28\b|Disk quota exceeded|not enough space on the disk/i.test(
    text,
  );
}

/** The run's own folder, below the one for temporary files. */
async function ownFolder(base: string): Promise<string> {
  return mkdtemp(join(base, 'numpy-abi-matrix-')).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') throw cause;
    throw new UserError(`Cannot make a folder in "${base}": ${reasonOf(cause)}`, {
      exitCode: EXIT.usage,
      remedy:
        'Name an existing folder for temporary files that can be written: TMPDIR (TEMP on Windows), in a workflow RUNNER_TEMP',
      cause,
    });
  });
}

/** Null when one may write there; whether there is room is another question. */
async function whyUnwritable(folder: string): Promise<string | null> {
  try {
    makeFolder(folder);
    const file = join(folder, `.writable-${process.pid}-${Date.now()}`);
    await writeFile(file, '');
    await rm(file);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOSPC' ? null : reasonOf(error);
  }
}
