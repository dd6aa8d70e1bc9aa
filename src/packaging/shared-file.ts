/** Files that the loader of some system could load. */
const SHARED = /\.(?:so|pyd|dll|dylib)$|\.so(?:\.\d+)+$/i;

/**
 * Whether a file may be a compiled module or a shared library, by its name.
 *
 * @example isSharedFile('pkg.libs/libz.so.1.2') // true
 */
export function isSharedFile(path: string): boolean {
  return SHARED.test(path);
}
