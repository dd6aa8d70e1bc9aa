import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Where paths lead, as long as nothing changes: folders that many of them are in are followed once.
 *
 * @returns absolute path → its real path; where there is nothing, the place where it would be
 */
export function createRealPaths(): (path: string) => string {
  const known = new Map<string, string>();
  const follow = (path: string): string => {
    const parent = dirname(path);
    if (parent === path) return path;
    // `x/..` is not what x is in where x is a link.
    if (basename(path) === '..') return followed(path) ?? join(of(parent), '..');
    const place = join(of(parent), basename(path));
    return isLink(place) ? (followed(place) ?? place) : place;
  };
  const of = (path: string): string => {
    const real = known.get(path) ?? follow(path);
    known.set(path, real);
    return real;
  };
  return of;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}

function followed(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
