import path from 'node:path';
import { compareText } from '../../model/compare-text.ts';
import type { Sources } from './sources.ts';

/** All files: the project's own first, then nearer to the top first, then by name. */
export const nearestFirst = once(async (sources) => {
  const files = await sources.list();
  const own = new Set(await ownFiles(sources));
  return ranked(files, (file) => own.has(file));
});

/**
 * The project's own files: below its folder, but not below a folder with a `pyproject.toml` of its
 * own (an example, a vendored package); and what lies directly in the folders above it.
 */
export const ownFiles = once(async (sources) => {
  const files = await sources.list();
  const prefix = sources.project === '' ? '' : `${sources.project}/`;
  const nested = files
    .filter((file) => file.startsWith(prefix) && file.endsWith('/pyproject.toml'))
    .map((file) => file.slice(0, -'pyproject.toml'.length))
    .filter((folder) => folder !== prefix);
  const above = (file: string) => {
    const folder = path.posix.dirname(file);
    return folder === '.' || prefix.startsWith(`${folder}/`);
  };
  const own = files.filter(
    (file) =>
      (file.startsWith(prefix) && !nested.some((folder) => file.startsWith(folder))) || above(file),
  );
  return ranked(own, (file) => file.startsWith(prefix));
});

/** Each finding asks for the thousands of files of a repository several times. */
export function once<T>(make: (sources: Sources) => Promise<T>): (sources: Sources) => Promise<T> {
  const known = new WeakMap<Sources, Promise<T>>();
  return (sources) => {
    const found = known.get(sources) ?? make(sources);
    known.set(sources, found);
    return found;
  };
}

/** Those that come first, then nearer to the top first, then by name. */
function ranked(files: readonly string[], isFirst: (file: string) => boolean): readonly string[] {
  const ranks = new Map(
    files.map((file) => [file, (isFirst(file) ? 0 : 1000) + file.split('/').length]),
  );
  const rank = (file: string) => ranks.get(file) ?? 0;
  return [...files].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
}

/** The project's own files whose name matches, nearest first. */
export async function filesNamed(sources: Sources, name: RegExp): Promise<readonly string[]> {
  return (await ownFiles(sources)).filter((file) => name.test(path.posix.basename(file)));
}

/** Whether the file lies in the project's folder itself or above it, not below. */
export function atTheTop(sources: Sources, file: string): boolean {
  const folder = path.posix.dirname(file);
  return folder === '.' || folder === sources.project || sources.project.startsWith(`${folder}/`);
}
