import type { AuditedBinary } from '../model/audit.ts';
import { baseName } from '../packaging/base-name.ts';

/**
 * The modules of a wheel that load one of its shared libraries, by what their bytes need; none for
 * a module.
 */
export function loadersOf(
  library: AuditedBinary,
  binaries: readonly AuditedBinary[],
): readonly AuditedBinary[] {
  if (!library.isLibrary) return [];
  const stem = libraryStem(library.file);
  return binaries.filter(
    ({ isLibrary, needed }) => !isLibrary && needed.some((name) => libraryStem(name) === stem),
  );
}

/**
 * A library's name without folders, versions and suffix.
 *
 * @example libraryStem('@rpath/libarrow_python.1400.dylib') // 'libarrow_python'
 */
export function libraryStem(path: string): string {
  const name = baseName(path);
  return name.toLowerCase().replace(/(?:\.\d+)*\.(?:so|dylib|dll)(?:\.\d+)*$/, '');
}
