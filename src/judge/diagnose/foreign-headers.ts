import { erasOf } from '../../model/eras.ts';
import type { Symptoms } from './symptoms.ts';

/**
 * @returns the NumPy of the build environment where a module of the user's was built with NumPy 1.x
 *   headers although that NumPy is newer: they came from elsewhere, so that no requirement of the
 *   build changes them. Null where nothing is known of the build, or the headers may be its own
 */
export function foreignHeaders({ fault, facts, evidence }: Symptoms): string | null {
  const build = evidence.combination?.buildNumpy ?? null;
  if (fault !== 'own' || facts === null || build === null || build.startsWith('1.')) return null;
  return erasOf(facts).includes('1.x') ? build : null;
}

/** What to do about it. */
export const TAKE_THE_BUILDS_HEADERS =
  'Take NumPy’s headers from the build environment, by `numpy.get_include()`: the include directories of this extension name another copy of them, such as one in the sources. Where the file is not compiled by this build at all, compile it anew against NumPy 2.';

/** @returns whose headers they are not, as a sentence */
export function tellForeignHeaders(build: string): string {
  return `The build environment has NumPy ${build}, so these headers come from elsewhere.`;
}
