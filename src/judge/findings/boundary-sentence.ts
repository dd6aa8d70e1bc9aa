import type { Bisected } from '../../model/bisected.ts';
import { compareNumpy } from '../../model/compare-numpy.ts';

/**
 * @example boundarySentence({ python: '3.11', modules: ['m'], lastPassing: '1.26.4', firstFailing: '2.0.0', untried: [], environments: 2 })
 * // 'NumPy 2.0.0 is the first release that fails, 1.26.4 the last that works (bisect on Python 3.11, 2 environments more).'
 */
export function boundarySentence({
  python,
  lastPassing,
  firstFailing,
  untried,
  environments,
}: Bisected): string {
  const upwards = compareNumpy(lastPassing, firstFailing) < 0;
  const place = upwards
    ? `NumPy ${firstFailing} is the first release that fails, ${lastPassing} the last that works`
    : `NumPy ${lastPassing} is the first release that works, ${firstFailing} the last that fails`;
  const gap =
    untried.length === 0 ? '' : `; between them ${untried.join(', ')} could not be tried here`;
  const cost =
    environments === 0
      ? 'no further environment'
      : `${environments} environment${environments === 1 ? '' : 's'} more`;
  return `${place}${gap} (bisect on Python ${python}, ${cost}).`;
}
