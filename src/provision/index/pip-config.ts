import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { redact } from '../../escape/redact.ts';
import type { Env } from '../../host/child-environment.ts';
import { keepText } from '../../host/keep-text.ts';
import { resolved } from '../../host/on-path.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import { endedWell } from '../../model/ended-well.ts';
import { EXIT, UserError } from '../../model/user-error.ts';

/** A file that pip looks for, and what was there. */
type FileState = readonly [path: string, state: string];

/** What pip says of its files, as long as they stay as they were. */
interface Kept {
  /** `NAME=VALUE` lines. */
  readonly lines: readonly string[];
  readonly files: readonly FileState[];
}

/** By so much the clock of a file system may be behind. */
const CLOCK_TICK_MS = 12;

/** What decides where pip looks for its files. */
const DECIDES =
  /^(?:PIP_\w+|XDG_\w+|HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|ALLUSERSPROFILE|VIRTUAL_ENV)$/i;

/**
 * What `pip config list` prints of pip's files; null where that Python has no pip. What it says of
 * `PIP_*` is the environment's to tell.
 *
 * pip takes a quarter of a second for it. So its answer is kept in the cache folder, by the Python,
 * the environment that decides where pip looks, and what lies in each of those places, until one of
 * them changes. An answer with a password is not kept.
 *
 * @throws {UserError} exit 2 where pip itself cannot read one of its files
 */
export async function pipConfig(
  python: string,
  world: Pick<World, 'processes' | 'env' | 'cache' | 'folder'>,
): Promise<string | null> {
  const file = join(world.cache, 'pip', `${await keyOf(python, world.env)}.json`);
  const kept = await readKept(file);
  if (kept !== undefined) return kept.lines.join('\n');
  const began = Date.now() - CLOCK_TICK_MS;
  const result = await world.processes.run(python, ['-m', 'pip', 'config', 'list', '-v'], {
    cwd: world.folder,
    env: withoutPython(world.env),
    timeoutSeconds: 30,
  });
  // Going on without would ask another index than the one that the broken file may name.
  if (/^Configuration file c/m.test(result.stderr)) {
    const said = result.stderr.trim().split(/\r?\n/).join(' ');
    throw new UserError(`pip cannot read its settings: ${redact(said, [])}`, {
      exitCode: EXIT.usage,
      remedy: `Correct that file, or leave pip’s files aside: PIP_CONFIG_FILE=${devNull}`,
    });
  }
  if (!endedWell(result.ending)) return null;
  const printed = result.stdout.split(/\r?\n/);
  const lines = printed.filter((line) => /^[\w-]+\.[\w.-]+=/.test(line));
  const places = printed.flatMap((line) => /will try loading '(.+)'$/.exec(line)?.[1] ?? []);
  // A pip that does not say where it looks cannot be known to say the same again.
  if (places.length > 0 && !lines.some((line) => line.includes('@'))) {
    const files = await together(places.map(stateOf));
    // What was written while pip read it may not be what it read.
    if (!(await together(places.map((place) => isNewer(place, began)))).includes(true)) {
      await keepText(file, JSON.stringify({ lines, files } satisfies Kept));
    }
  }
  return lines.join('\n');
}

async function keyOf(python: string, env: Env): Promise<string> {
  const stats = await stat(python).catch(() => undefined);
  const names = Object.keys(env).filter((name) => DECIDES.test(name));
  const decides = names.sort().map((name) => [name, env[name]]);
  const identity = [python, await resolved(python), stats?.size, stats?.mtimeMs, decides];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex');
}

/** Anything unreadable, and anything that has changed since, is a miss. */
async function readKept(file: string): Promise<Kept | undefined> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Kept;
    const now = await together(kept.files.map(([path]) => stateOf(path)));
    return JSON.stringify(now) === JSON.stringify(kept.files) ? kept : undefined;
  } catch {
    return undefined;
  }
}

async function isNewer(path: string, time: number): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) >= time;
}

async function stateOf(path: string): Promise<FileState> {
  const stats = await stat(path).catch(() => undefined);
  return [path, stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}` : 'absent'];
}

function withoutPython(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || name.startsWith('PYTHON') ? [] : [[name, value]],
    ),
  );
}
