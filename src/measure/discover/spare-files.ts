import type { CompiledModule } from '../../model/compiled-module.ts';
import type { ObservedModule } from '../../model/measurement.ts';
import { baseName } from '../../packaging/base-name.ts';
import { folderOf, loadedVariant } from './processor-variants.ts';

/** A file that was not needed, and the one that was loaded for its name. */
export interface SpareFile {
  readonly module: CompiledModule;
  readonly loaded: CompiledModule;
}

/**
 * Several files for one name, of which a package loads the one that fits this machine
 * (`MPI.mpich.so` and `MPI.openmpi.so`, `_core_avx2.so` and `_core_sse2.so`): one that was proven
 * is enough, the others are no failures. A file that some import tried and that failed is one.
 * So is a copy in a prefix that was packed along (`pkg/_prefix/lib/python3.12/site-packages/_x.so`
 * beside `pkg/_x.so`), whose folder no import can name.
 *
 * A file that the import system finds by its path, and that exports its neighbour's name by mistake,
 * is none: importing it fails.
 */
export function spareFiles(observed: readonly ObservedModule[]): readonly SpareFile[] {
  const proven = observed
    .filter(({ observation }) => observation.outcome.kind === 'imported')
    .map(({ module }) => module);
  return observed.flatMap((one) => {
    const loaded = loadedVariant(one, proven) ?? loadedInstead(one, proven);
    return loaded === undefined ? [] : [{ module: one.module, loaded }];
  });
}

function loadedInstead(
  { module, observation: { outcome } }: ObservedModule,
  proven: readonly CompiledModule[],
): CompiledModule | undefined {
  if (outcome.kind !== 'not-run' || outcome.reason !== 'not-loaded') return undefined;
  return proven.find((other) => servesFor(module, other));
}

/** Where a Python that was packed along would look. */
const PACKED_PREFIX = /(?:^|\/)lib\/python[\d.]+t?\/(?:site|dist)-packages\//;

function servesFor(module: CompiledModule, other: CompiledModule): boolean {
  const folder = folderOf(other.file);
  const sameFolder = folderOf(module.file) === folder;
  const copy =
    module.distribution === other.distribution &&
    baseName(module.file) === baseName(other.file) &&
    module.file.startsWith(folder) &&
    PACKED_PREFIX.test(module.file.slice(folder.length));
  if (copy) return sameExports(module, other);
  const byPackage = other.proof === 'by-package' || other.name === module.name;
  return module.proof === 'by-package' && sameFolder && byPackage && sameExports(module, other);
}

function sameExports(one: CompiledModule, other: CompiledModule): boolean {
  return other.facts.initNames.some((name) => one.facts.initNames.includes(name));
}
