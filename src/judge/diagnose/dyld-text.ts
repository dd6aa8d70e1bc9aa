/** A file that macOS' loader looked at, and why it did not take it. */
export interface Tried {
  readonly path: string;
  /** Its own words: `code signature in … not valid for use in process`. */
  readonly reason: string;
}

/**
 * The files that exist but were refused, from dyld's list `tried: 'path' (reason), …`.
 * https://github.com/apple-oss-distributions/dyld/blob/main/dyld/Loader.cpp
 *
 * @example refusedFiles("tried: '/a/b.so' (no such file), '/c/b.so' (not a mach-o file)")
 * // [{ path: '/c/b.so', reason: 'not a mach-o file' }]
 */
export function refusedFiles(text: string): readonly Tried[] {
  const at = text.indexOf('tried:');
  if (at < 0) return [];
  const found = text.slice(at).matchAll(/'([^']+)' \(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g);
  const all = [...found].map(([, path = '', reason = '']) => ({ path, reason }));
  return all.filter(
    ({ path, reason }, index) =>
      !/^no such file|^security policy does not allow/.test(reason) &&
      all.findIndex((other) => other.path === path) === index,
  );
}
