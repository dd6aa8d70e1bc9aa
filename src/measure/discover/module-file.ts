/** The last part of every extension suffix of any Python. */
const IMPORTABLE = /\.(?:so|pyd)$/;
/**
 * Suffixes that name a Python or its stable ABI: `.cpython-311-x86_64-linux-gnu.so`, `.abi3.so`,
 * `.cp311-win_amd64.pyd`, `.pypy39-pp73-darwin.so`, `.graalpy242-311-native-x86_64-linux.so`.
 */
const TAGGED = /^\.(?:cpython-\d|cp\d|pypy\d|graalpy|abi3t?\.|abi4)/;

/** A file name as the import system reads it: `_x` and `.cpython-311-x86_64-linux-gnu.so`. */
export interface ModuleFileName {
  readonly stem: string;
  readonly suffix: string;
}

/** Whether some Python would import a file of this name; `.dll`, `.dylib`, `.so.1` are never. */
export function isImportable(path: string): boolean {
  return IMPORTABLE.test(path);
}

/**
 * Splits a base name at its first dot: a module's name holds none, so all that follows must be an
 * extension suffix.
 *
 * @example splitModuleFile('_x.abi3.so') // { stem: '_x', suffix: '.abi3.so' }
 */
export function splitModuleFile(base: string): ModuleFileName {
  const dot = base.indexOf('.');
  return dot === -1
    ? { stem: base, suffix: '' }
    : { stem: base.slice(0, dot), suffix: base.slice(dot) };
}

/**
 * Whether a suffix is written for another Python or system than the one with these suffixes.
 *
 * @param suffix what follows the stem
 * @param visible the suffixes of the interpreter at hand
 */
export function isForeignSuffix(suffix: string, visible: readonly string[]): boolean {
  return !visible.includes(suffix) && (isTaggedSuffix(suffix) || /^\.(?:so|pyd)$/.test(suffix));
}

/** Whether a suffix names a Python or its stable ABI. */
export function isTaggedSuffix(suffix: string): boolean {
  return TAGGED.test(suffix);
}
