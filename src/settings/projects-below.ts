import type { Files } from '../model/ports.ts';

/** Folders of this many names at most are looked into: `python`, `packages/core`. */
const DEPTH = 2;
const MOST_FILES = 2000;
/** What is in a checkout, but is not it. */
const NOT_SOURCES = /(?:^|\/)(?:\..*|node_modules|venv|build|dist|third_party|vendor)(?:\/|$)/;
const NAME = /^(?:.+)(?=\/(?:setup\.py|pyproject\.toml)$)/;

/**
 * Folders below one that look like Python projects, relative to it; the nearest first.
 *
 * @param folder absolute
 */
export async function projectsBelow(folder: string, files: Files): Promise<readonly string[]> {
  const listed = await files.list(folder, {
    maxFiles: MOST_FILES,
    skip: (relative) => NOT_SOURCES.test(relative) || relative.split('/').length > DEPTH + 1,
  });
  const found = new Set(listed.flatMap((file) => NAME.exec(file)?.[0] ?? []));
  const depth = (one: string) => one.split('/').length;
  return [...found].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}
