import type { AuditedBinary } from '../model/audit.ts';
import { libraryStem } from '../packaging/library-stem.ts';

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
