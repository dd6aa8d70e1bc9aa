/**
 * Whether a file is called as a source distribution is: `pkg-1.0.tar.gz`, of old also `pkg-1.0.zip`.
 *
 * @param path a file's name or path
 * @example isSdistName('dist/pkg-1.0.tar.gz') // true
 * @example isSdistName('dist/pkg-1.0-py3-none-any.whl') // false
 */
export function isSdistName(path: string): boolean {
  return /-\d[^\\/]*\.(?:tar\.(?:gz|bz2|xz|Z)|tgz|zip)$/.test(path);
}
