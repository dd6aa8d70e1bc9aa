import { join } from 'node:path';
import picomatch from 'picomatch';
import type { World } from '../../host/world.ts';

/** A file that a pattern names. */
export interface Found {
  /** Relative to the working directory where it lies below it. */
  readonly shown: string;
  readonly path: string;
}

/** What patterns name together, and those of them that name nothing: what is missing is told. */
export interface Matching {
  /** In order of path. */
  readonly found: readonly Found[];
  readonly unmatched: readonly string[];
}

/** What to say of a path that was found and yields no text: an empty folder stands for itself. */
export const UNREADABLE = 'it cannot be read, or is a folder without any file';

/** Files, all `*.json` of folders, and what globs match. */
export async function matchingFiles(
  patterns: readonly string[],
  { files, cwd }: Pick<World, 'files' | 'cwd'>,
): Promise<Matching> {
  const found = new Map<string, Found>();
  const matched = new Set<string>();
  const add = (pattern: string, path: string): void => {
    matched.add(pattern);
    const posix = path.replaceAll('\\', '/');
    const base = `${cwd.replaceAll('\\', '/')}/`;
    found.set(posix, { path, shown: posix.startsWith(base) ? posix.slice(base.length) : posix });
  };
  for (const pattern of patterns) {
    const absolute = /^(?:[\\/]|[A-Za-z]:)/.test(pattern) ? pattern : join(cwd, pattern);
    if (await files.exists(absolute)) {
      const inside = await files.list(absolute);
      if (inside.length === 0) add(pattern, absolute);
      for (const file of inside) {
        if (file.endsWith('.json')) add(pattern, join(absolute, file));
      }
      continue;
    }
    const { base } = picomatch.scan(absolute.replaceAll('\\', '/'));
    const matches = picomatch(absolute.replaceAll('\\', '/'));
    for (const file of await files.list(base || '/')) {
      if (matches(`${base}/${file}`)) add(pattern, `${base}/${file}`);
    }
  }
  return {
    found: [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    unmatched: patterns.filter((pattern) => !matched.has(pattern)),
  };
}
