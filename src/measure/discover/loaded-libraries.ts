import type { BinaryFacts } from '../../model/compiled-module.ts';
import { asksNumpy } from '../../model/eras.ts';
import { groupBy } from '../../model/group-by.ts';
import type { HookFinding, ObservedModule } from '../../model/measurement.ts';
import { NOTHING_SEEN } from '../../model/nothing-seen.ts';
import { libraryStem } from '../../packaging/library-stem.ts';

/** A shared library that a distribution installs beside its modules. */
export interface BundledLibrary {
  /** Absolute. */
  readonly path: string;
  /** As `environmentFile` names it. */
  readonly file: string;
  readonly facts: BinaryFacts;
}

/**
 * Libraries with NumPy's C-API that modules loaded when they were imported: nobody imports such a
 * library, and what it asks of NumPy's C-API it asks at a call (Boost.Python's converters, casacore's).
 * One for each, beside the NumPy of the first module that loads it; all else that was seen is the module's.
 *
 * @param observed what the probes saw; of a module that was not imported the failure tells more
 */
export function loadedLibraries(
  observed: readonly ObservedModule[],
  bundled: readonly BundledLibrary[],
): readonly HookFinding[] {
  const asking = bundled.filter(({ facts }) => asksNumpy(facts));
  if (asking.length === 0) return [];
  const imported = observed.filter(({ observation }) => observation.outcome.kind === 'imported');
  const byStem = groupBy(bundled, ({ path }) => libraryStem(path));
  const loads = imported.map((one) => ({
    one,
    paths: loadedWith(one.module.facts.needed, byStem),
  }));
  return asking.flatMap(({ path }) => {
    const by = loads.find(({ paths }) => paths.has(path))?.one;
    if (by === undefined) return [];
    const { outcome, phase, numpy, seconds } = by.observation;
    const observation = { ...NOTHING_SEEN, outcome, phase, numpy, seconds, culpritFile: path };
    return [{ file: path, module: null, observation }];
  });
}

/** What the system's loader brings along, over as many libraries as it takes. */
function loadedWith(
  needed: readonly string[],
  byStem: ReadonlyMap<string, readonly BundledLibrary[]>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...needed];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const { path, facts } of byStem.get(libraryStem(name)) ?? []) {
      if (found.has(path)) continue;
      found.add(path);
      open.push(...facts.needed);
    }
  }
  return found;
}
