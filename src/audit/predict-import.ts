import type { CapiFacts } from '../model/compiled-module.ts';
import { erasOf } from '../model/eras.ts';
import { minorOf } from '../packaging/minor.ts';
import { compareMinors, releasesOfApi } from '../packaging/numpy-releases.ts';

/** What the bytes of a binary say of its import under a NumPy, before anything is run. */
export type Prediction = 'imports' | 'refused' | 'undecided';

/**
 * Predicts whether NumPy lets a binary be imported. Another reason to fail is not looked at, and
 * binaries that ask NumPy for nothing, or of which nothing is known, are undecided.
 *
 * @param numpy the release that is loaded; null for none
 * @param builtWith the release whose headers it was built with; null where nobody knows
 * @example predictImport({ era: '1.x', target: null, also: [] }, '2.0.2') // 'refused'
 * @example predictImport({ era: '1.x', target: null, also: [] }, '1.19.5', '1.22.4') // 'refused'
 */
export function predictImport(
  capi: CapiFacts,
  numpy: string | null,
  builtWith: string | null = null,
): Prediction {
  if (numpy === null) return 'undecided';
  const eras = erasOf({ capi });
  const isTwo = compareMinors(minorOf(numpy), '2.0') >= 0;
  if (eras.includes('1.x')) {
    if (isTwo) return 'refused';
    return capi.target === null ? againstBuild(builtWith, numpy) : againstTarget(capi, numpy);
  }
  if (eras.includes('2.x')) return againstTarget(capi, numpy);
  // What is asked for at a call, no import refuses.
  return eras.some((era) => era === 'lazy-1.x' || era === 'lazy-2.x') ? 'imports' : 'undecided';
}

function againstTarget({ target }: CapiFacts, numpy: string): Prediction {
  if (target === null) return 'undecided';
  return compareMinors(target, minorOf(numpy)) > 0 ? 'refused' : 'imports';
}

/**
 * Headers up to 1.24 ask for their own level. Those of 1.25 and 1.26 ask for an older one, which the
 * project may name: that their own level does is sure, no less.
 */
function againstBuild(builtWith: string | null, numpy: string): Prediction {
  const floor = builtWith?.startsWith('1.') ? firstOfLevel(minorOf(builtWith)) : undefined;
  if (builtWith === null || floor === undefined) return 'undecided';
  if (compareMinors(floor, minorOf(numpy)) <= 0) return 'imports';
  return compareMinors(minorOf(builtWith), '1.24') <= 0 ? 'refused' : 'undecided';
}

/** The C-API levels of NumPy 1.16 to 1.26. */
const LEVELS = [0xd, 0xe, 0xf, 0x10, 0x11];

/** The first release with the C-API level of another: `1.23` of `1.24`. */
function firstOfLevel(minor: string): string | undefined {
  const ranges = LEVELS.flatMap((level) => releasesOfApi(level) ?? []);
  const own = ranges.find(
    ({ first, last }) => compareMinors(first, minor) <= 0 && compareMinors(minor, last) <= 0,
  );
  return own?.first;
}
