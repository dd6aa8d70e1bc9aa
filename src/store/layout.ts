import { join } from 'node:path';

/** Our part of the cache folder; another schema of entries would get another folder. */
export function storeFolder(cache: string): string {
  return join(cache, 'store-1');
}

/** Where the entries of a kind lie, by the first two letters of their names. */
export function entriesFolder(root: string, kind: string): string {
  return join(root, kind);
}

/** Where entries are written before they get their place. */
export function stagingFolder(root: string): string {
  return join(root, 'tmp');
}
