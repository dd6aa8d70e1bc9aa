import path from 'node:path';
import type { Sources } from './sources.ts';

/** All files: the project's own first, then nearer to the top first, then by name. */
export async function nearestFirst(sources: Sources): Promise<readonly string[]> {
  const files = await sources.list();
  const own = new Set(await ownFiles(sources));
  const rank = (file: string) => (own.has(file) ? 0 : 1000) + file.split('/').length;
  return [...files].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
}

/**
 * The project's own files: below its folder, but not below a folder with a `pyproject.toml` of its
 * own (an example, a vendored package); and what lies directly in the folders above it.
 */
export async function ownFiles(sources: Sources): Promise<readonly string[]> {
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
  const rank = (file: string) => (file.startsWith(prefix) ? 0 : 1000) + file.split('/').length;
  return own.sort((a, b) => rank(a) - rank(b) || compareText(a, b));
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

export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
