/**
 * A sentence, without its final period, about what a lock takes from elsewhere than an index.
 *
 * @param line where it stands, 1-based; null when that is not known
 * @example leftOut('uv.lock', 7, 'pkg', 'a git checkout') // 'uv.lock:7: pkg comes from a git checkout, not from a package index: not read'
 */
export function leftOut(file: string, line: number | null, name: string, from: string): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}: ${name} comes from ${from}, not from a package index: not read`;
}

/** Keys that name a source in the locks of all tools. */
const SOURCES: Readonly<Record<string, string>> = {
  git: 'a git checkout',
  vcs: 'a checkout',
  url: 'an address',
  archive: 'an archive',
  path: 'a file or folder',
  file: 'a file',
  directory: 'a folder',
  editable: 'a folder',
};

/** In words, what one of these keys says; undefined for the keys of what an index has. */
export function sourceOf(keys: Iterable<string>): string | undefined {
  for (const key of keys) if (Object.hasOwn(SOURCES, key)) return SOURCES[key];
  return undefined;
}

/**
 * Refuses a lock of a form that is not known: what it says might be read as something else.
 *
 * @param version what it says of its form; undefined where it says nothing
 * @throws {Error} when the first number is not the one that is known
 */
export function refuseForm(version: unknown, known: number): void {
  if (version === undefined) return;
  const major = Number.parseInt(String(version), 10);
  if (major === known) return;
  throw new Error(
    `it is a lock of version ${String(version)}, and this tool knows version ${known}`,
  );
}
