import type { Buffer } from 'node:buffer';
import type { CapiFacts, Era } from '../model/compiled-module.ts';
import { holdsText, isIdentifierByte, occurrences } from './byte-search.ts';

/** Of a file that does not use NumPy's C-API. */
export const NO_CAPI: CapiFacts = { era: 'none', target: null, also: [] };

/** Text of `_import_array()` since NumPy 2.0 (generate_numpy_api.py): it names the target. */
const TARGET = 'compiled against NumPy C-API version 0x%x (NumPy ';
/** Text of the same function up to NumPy 1.26; the 2.x headers no longer have it. */
const OLD_API = 'compiled against API version';
/** Where the headers look for the API table: 2.x, and 1.16 to 1.26. */
const NEW_HOME = 'numpy._core._multiarray_umath';
export const OLD_HOME = 'numpy.core._multiarray_umath';
/** pybind11's numpy.h, every release. */
export const PYBIND11 = 'pybind11 numpy support requires';
/** How pybind11 2.12 and rust-numpy 0.22 find out which of the two homes to use. */
const ASKS_VERSION = 'NumpyVersion';
/** rust-numpy, npyffi/mod.rs: since 0.19, and before. Compilers may cut the first letters off. */
export const RUST_TEXTS = [
  'to access NumPy array API capsule',
  'to get NumPy API capsule',
] as const;

/**
 * Which NumPy C ABI a binary was built for, as its texts say; equal on ELF, PE and Mach-O.
 *
 * - `2.x`, with the target: `import_array()` of NumPy 2 headers
 * - `1.x`: `import_array()` of older headers, which fails on NumPy 2; the target is in no text
 *   (see `capiOfParts`)
 * - `lazy-1.x`, `lazy-2.x`: fetches the table at the first use, without version check (pybind11,
 *   rust-numpy, own code); 1.x if it knows only NumPy 1's place for it
 * - `cython-sizes`: compares the sizes of NumPy's types at import and does not use the C-API
 * - `unknown`: refers to NumPy's C-API in a way that tells no era
 * - `none`: nothing of all that; it may use NumPy through Python like any other code
 *
 * When several hold, `era` is the one that decides first at import and `also` has the others.
 *
 * @param bytes the whole file
 */
export function capiFacts(bytes: Buffer): CapiFacts {
  if (!holdsText(bytes, 'numpy')) {
    return NO_CAPI;
  }
  const has = (text: string): boolean => holdsText(bytes, text);
  const target = newestTarget(bytes);
  const imported = importedEras(has, target);
  const eras = [...imported, ...lazyEras(bytes, has, imported)];
  const [first, ...also] = eras;
  if (first !== undefined) {
    return { era: first, target, also };
  }
  return { era: withoutTable(has), target: null, also: [] };
}

/** What `import_array()` or `import_umath()` of the headers left behind. */
function importedEras(has: (text: string) => boolean, target: string | null): readonly Era[] {
  const isNew = has(NEW_HOME);
  const eras: Era[] = [];
  // import_umath() has no message about versions, but says what it did not find.
  if (has(OLD_API) || (!isNew && has(OLD_HOME) && has('_API not found'))) {
    eras.push('1.x');
  }
  if (isNew || target !== null) {
    eras.push('2.x');
  }
  return eras;
}

function lazyEras(
  bytes: Buffer,
  has: (text: string) => boolean,
  imported: readonly Era[],
): readonly Era[] {
  const library = has(PYBIND11) || RUST_TEXTS.some(has);
  // Beside import_array() the table's name says nothing more.
  if (!library && (imported.length > 0 || !fetchesTable(bytes, has))) {
    return [];
  }
  return [has(ASKS_VERSION) || knowsNewHome(bytes) ? 'lazy-2.x' : 'lazy-1.x'];
}

/** The table's name as a text of its own, not as the tail of `my_ARRAY_API` in a symbol table. */
function fetchesTable(bytes: Buffer, has: (text: string) => boolean): boolean {
  // Rust's texts stand one after the other without an end mark.
  const isRust = has('pyo3');
  for (const name of ['_ARRAY_API', '_UFUNC_API']) {
    for (const at of occurrences(bytes, name)) {
      const before = bytes[at - 1];
      const free = !isIdentifierByte(before) && !isIdentifierByte(bytes[at + name.length]);
      if (free || (isRust && before !== 0x59)) {
        return true;
      }
    }
  }
  return false;
}

/** `numpy._core` other than in the texts of `import_array()` itself. */
function knowsNewHome(bytes: Buffer): boolean {
  const name = 'numpy._core';
  for (const at of occurrences(bytes, name)) {
    const rest = bytes.toString('latin1', at + name.length, at + name.length + 32);
    if (!/^\.(?:_multiarray_umath|multiarray failed|umath failed)/.test(rest)) {
      return true;
    }
  }
  return false;
}

/** Files that do not fetch the table themselves. */
function withoutTable(has: (text: string) => boolean): Era {
  // Every Cython module that cimports numpy checks all of its types, flatiter among them.
  if (has('size changed, may indicate binary incompatibility')) {
    if (has('flatiter\0')) {
      return 'cython-sizes';
    }
    if (has('ndarray\0') && has('numpy\0')) {
      return 'unknown';
    }
  }
  return has('PyArray_API') || has('PyUFunc_API') ? 'unknown' : 'none';
}

/** The highest target named: a file may hold several (universal files, several libraries in one). */
function newestTarget(bytes: Buffer): string | null {
  let best: readonly [number, number] | null = null;
  for (const at of occurrences(bytes, TARGET)) {
    const start = at + TARGET.length;
    const match = /^(\d{1,3})\.(\d{1,3})\+?\)/.exec(bytes.toString('latin1', start, start + 16));
    if (match !== null) {
      const [major, minor] = [Number(match[1]), Number(match[2])];
      if (best === null || major > best[0] || (major === best[0] && minor > best[1])) {
        best = [major, minor];
      }
    }
  }
  return best === null ? null : `${best[0]}.${best[1]}`;
}

/** Whether the file holds a text that sets the array API table: of `import_array()` or a library. */
export function initialisesArrayApi(bytes: Buffer): boolean {
  return ['_ARRAY_API not found', '._multiarray_umath', PYBIND11, ...RUST_TEXTS].some((text) =>
    holdsText(bytes, text),
  );
}
