import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Files by what tells that they are still the same: path, size and time of change of the contents; on
 * a machine that stays, also the time that nobody can set back. Not their inodes: a machine that is set
 * up anew by the same packages is the same.
 */
export interface StatList {
  /** A line for each file. */
  readonly lines: readonly string[];
  /** Whether a file is one of them, under this path or another. */
  has(path: string): boolean;
}

/** A hosted runner is a new machine for each job. */
export const MACHINE_STAYS = process.env['GITHUB_ACTIONS'] !== 'true';
/** More of them, and size and time must do. */
const MOST_READ_BYTES = 256 * 1024 * 1024;

/** Looks at files, links followed; one that is not there is a line of its own. */
export function statList(paths: Iterable<string>): StatList {
  const lines: string[] = [];
  const found = new Map<number, Set<number>>();
  for (const path of paths) {
    const stats = statsOf(path);
    const changed = MACHINE_STAYS ? ` ${stats?.ctimeMs}` : '';
    lines.push(stats ? `${path} ${stats.size} ${stats.mtimeMs}${changed}` : `${path} is not there`);
    if (stats === undefined) continue;
    const onDisk = found.get(stats.dev) ?? new Set();
    found.set(stats.dev, onDisk.add(stats.ino));
  }
  return {
    lines,
    has: (path) => {
      const stats = statsOf(path);
      return stats !== undefined && found.get(stats.dev)?.has(stats.ino) === true;
    },
  };
}

/**
 * The hashes of files, for a machine where nothing tells of a file that was put in the place of
 * another: archives give all their files the same time.
 */
export function contentLines(paths: Iterable<string>): readonly string[] {
  let left = MOST_READ_BYTES;
  const lines: string[] = [];
  for (const path of new Set(paths)) {
    const stats = statsOf(path);
    if (!stats?.isFile() || stats.size > left) continue;
    left -= stats.size;
    try {
      lines.push(`${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
    } catch {
      lines.push(`${path} cannot be read`);
    }
  }
  return lines;
}

/** Undefined where nothing is there, or the path leads round in a circle or to where one may not look. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Absolute paths of the files directly in a folder that match, sorted; none where there is none. */
export function filesIn(folder: string, matches: RegExp): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => !entry.isDirectory() && matches.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/**
 * Absolute paths of all files below a folder, sorted; `skip` is asked of folders by their name.
 *
 * @param most where there are more, some more than that are named
 */
export function filesBelow(
  folder: string,
  skip: RegExp,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const found: string[] = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined && found.length <= most; at = pending.pop()) {
    // Tens of thousands: `join` would take as long as reading the folders.
    const base = at.endsWith(sep) ? at : `${at}${sep}`;
    for (const entry of entriesOf(at)) {
      const path = `${base}${entry.name}`;
      if (!entry.isDirectory()) found.push(path);
      else if (!skip.test(entry.name)) pending.push(path);
    }
  }
  return found.sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
