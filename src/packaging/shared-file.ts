/** Files that the loader of some system could load. */
const SHARED = /\.(?:so|pyd|dll|dylib)$|\.so(?:\.\d+)+$/i;

/** Where repair tools put copies of other projects' libraries; NumPy's own may be asked for its C-API. */
const VENDORED = /(?:^|\/)(?:[^/]+\.libs|\.dylibs)\/(?!.*numpy)/i;

/**
 * Whether a wheel's member is another project's library that was copied into it: no Python module.
 *
 * @example isVendoredLibrary('pkg.libs/libz.so.1.2') // true
 */
export function isVendoredLibrary(path: string): boolean {
  return VENDORED.test(path);
}

/**
 * Whether a file may be a compiled module or a shared library, by its name.
 *
 * @example isSharedFile('pkg.libs/libz.so.1.2') // true
 */
export function isSharedFile(path: string): boolean {
  return SHARED.test(path);
}
