import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
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
const STAYS = process.env['GITHUB_ACTIONS'] !== 'true';

/** Looks at files, links followed; one that is not there is a line of its own. */
export function statList(paths: Iterable<string>): StatList {
  const lines: string[] = [];
  const found = new Map<number, Set<number>>();
  for (const path of paths) {
    const stats = statsOf(path);
    const changed = STAYS ? ` ${stats?.ctimeMs}` : '';
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
