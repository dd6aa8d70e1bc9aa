import type { CapiFacts } from '../model/compiled-module.ts';
import { minorOf } from '../packaging/minor.ts';
import { compareMinors } from '../packaging/numpy-releases.ts';

/** What the bytes of a binary say of its import under a NumPy, before anything is run. */
export type Prediction = 'imports' | 'refused' | 'undecided';

/**
 * Predicts whether NumPy lets a binary be imported. Another reason to fail is not looked at, and
 * binaries that ask NumPy for nothing, or of which nothing is known, are undecided.
 *
 * @param numpy the release that is loaded; null for none
 * @example predictImport({ era: '1.x', target: null, also: [] }, '2.0.2') // 'refused'
 */
export function predictImport(capi: CapiFacts, numpy: string | null): Prediction {
  if (numpy === null) return 'undecided';
  const eras = [capi.era, ...capi.also];
  const isTwo = compareMinors(minorOf(numpy), '2.0') >= 0;
  if (eras.includes('1.x')) {
    if (isTwo) return 'refused';
    return againstTarget(capi, numpy);
  }
  if (eras.includes('2.x')) return againstTarget(capi, numpy);
  // What is asked for at a call, no import refuses.
  return eras.some((era) => era === 'lazy-1.x' || era === 'lazy-2.x') ? 'imports' : 'undecided';
}

function againstTarget({ target }: CapiFacts, numpy: string): Prediction {
  if (target === null) return 'undecided';
  return compareMinors(target, minorOf(numpy)) > 0 ? 'refused' : 'imports';
}
