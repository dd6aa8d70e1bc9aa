import { rmdir, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Difference, Snapshot } from './snapshot.ts';

const BYTECODE = /^(?<stem>.+?)\.[a-z]+-?\d+[a-z]*(?:\.opt-\w+)?\.pyc(?:\.\d+)?$/;

/** What the probes of a combination left in their environment. */
export type LeftBehind =
  /** Nothing but bytecode: which sources it was of, relative to the environment. */
  | { readonly kind: 'tidy'; readonly sources: readonly string[] }
  /** The first thing that honest imports do not do. */
  | { readonly kind: 'doubt'; readonly path: string };

/**
 * Takes away the bytecode that Python itself wrote at imports, and looks for anything else.
 *
 * Bytecode that a probe could have written is never used again: what it holds may be anything.
 *
 * @param before the environment before its probes ran
 * @param difference how it differs now
 */
export async function tidyBytecode(
  root: string,
  before: Snapshot,
  { added, changed }: Difference,
): Promise<LeftBehind> {
  const [first] = changed;
  if (first !== undefined) return { kind: 'doubt', path: first };
  const sources = new Set<string>();
  const files: string[] = [];
  const folders: string[] = [];
  for (const path of added) {
    const source = sourceOf(path);
    if (source !== null && before.has(source)) {
      sources.add(source);
      files.push(path);
    } else if (basename(path) === '__pycache__') {
      folders.push(path);
    } else {
      return { kind: 'doubt', path };
    }
  }
  try {
    for (const path of files) await unlink(`${root}/${path}`);
    for (const path of folders) await rmdir(`${root}/${path}`);
  } catch {
    // A folder with the name of a file, a file with the name of a folder.
    return { kind: 'doubt', path: files[0] ?? folders[0] ?? '' };
  }
  return { kind: 'tidy', sources: [...sources].sort() };
}

/** @example sourceOf('a/__pycache__/b.cpython-311.pyc') // 'a/b.py' */
export function sourceOf(path: string): string | null {
  const folder = dirname(path);
  const stem = BYTECODE.exec(basename(path))?.groups?.['stem'];
  if (basename(folder) !== '__pycache__' || stem === undefined) return null;
  const parent = dirname(folder);
  return parent === '.' ? `${stem}.py` : `${parent}/${stem}.py`;
}
