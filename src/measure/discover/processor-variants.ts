import type { CompiledModule } from '../../model/compiled-module.ts';
import type { ObservedModule } from '../../model/measurement.ts';
import { baseName } from '../../packaging/base-name.ts';
import { splitModuleFile } from './module-file.ts';

/** pybind11, include/pybind11/detail/generic_type: one process holds each C++ type once. */
const REGISTERED = /^generic_type: type ".*" is already registered!$/s;

/** What compilers and packages call a set of instructions. */
const INSTRUCTIONS =
  /(?:^|_)(?:sse(?:\d\w?(?:_?\d)?)?|ssse3|avx(?:2|10|512\w*)?|fma|neon|asimd|sve2?|vsx|x86_64(?:_v\d)?)(?=_|$)/gi;
/** What they call the variant that asks for no special one. */
const NONE = /(?:^|_)(?:baseline|generic|polyfill|portable|scalar)(?=_|$)/gi;

/**
 * The file that a package has loaded in another's place, where both are one module for different
 * processors (`_stim_avx2.so` and `_stim_polyfill.so`) and one process takes only one of them:
 * nobody imports the second, and it says no more than that the first was there.
 *
 * Two modules that merely register the same C++ type are none: their users do meet that failure.
 *
 * @param proven modules that were imported
 */
export function loadedVariant(
  { module, observation }: ObservedModule,
  proven: readonly CompiledModule[],
): CompiledModule | undefined {
  const { outcome, step, exceptions, events } = observation;
  const isRefused =
    outcome.kind === 'raised' &&
    step === module.name &&
    exceptions.length === 1 &&
    exceptions.some(({ message }) => REGISTERED.test(message));
  if (!isRefused) return undefined;
  const loaded = new Set(events.flatMap(({ event, file }) => (event === 'end' ? [file] : [])));
  return proven.find(
    (other) =>
      loaded.has(other.path) &&
      module.distribution === other.distribution &&
      folderOf(module.file) === folderOf(other.file) &&
      forAnyProcessor(module.file) === forAnyProcessor(other.file) &&
      [module, other].some(({ file }) => stemOf(file).search(INSTRUCTIONS) !== -1),
  );
}

/** The module's name without the instructions that it is for: `_core` of `p/_core_avx2.abi3.so`. */
function forAnyProcessor(file: string): string {
  return stemOf(file).replaceAll(INSTRUCTIONS, '').replaceAll(NONE, '');
}

function stemOf(file: string): string {
  return splitModuleFile(baseName(file)).stem;
}

/** With the last `/`; empty where there is none. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}
