import type { CompiledModule } from '../../model/compiled-module.ts';
import type { ObservedModule } from '../../model/measurement.ts';

/** A file that was not needed, and the one that was loaded for its name. */
export interface SpareFile {
  readonly module: CompiledModule;
  readonly loaded: CompiledModule;
}

/**
 * Several files for one name, of which a package loads the one that fits this machine
 * (`MPI.mpich.so` and `MPI.openmpi.so`, `_core_avx2.so` and `_core_sse2.so`): one that was proven
 * is enough, the others are no failures. A file that some import tried and that failed is one.
 *
 * A file that the import system finds by its path, and that exports its neighbour's name by mistake,
 * is none: importing it fails.
 */
export function spareFiles(observed: readonly ObservedModule[]): readonly SpareFile[] {
  const proven = observed
    .filter(({ observation }) => observation.outcome.kind === 'imported')
    .map(({ module }) => module);
  return observed.flatMap(({ module, observation: { outcome } }) => {
    if (outcome.kind !== 'not-run' || outcome.reason !== 'not-loaded') return [];
    const loaded = proven.find((other) => servesFor(module, other));
    return loaded === undefined ? [] : [{ module, loaded }];
  });
}

function servesFor(module: CompiledModule, other: CompiledModule): boolean {
  const sameFolder = folderOf(module.file) === folderOf(other.file);
  const sameExport = other.facts.initNames.some((name) => module.facts.initNames.includes(name));
  const byPackage = other.proof === 'by-package' || other.name === module.name;
  return module.proof === 'by-package' && sameFolder && sameExport && byPackage;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
