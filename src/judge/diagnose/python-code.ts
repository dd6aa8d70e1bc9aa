import type { Culprit } from '../../model/finding.ts';
import { describeCulprit, nameOf } from './rule.ts';

/**
 * How Python code is named that asks NumPy for something: as a title begins, as a sentence does, and
 * as what is to be upgraded. Without a culprit it may be anybody's.
 */
export function pythonCode(culprit: Culprit): {
  readonly name: string;
  readonly who: string;
  readonly thePackage: string;
} {
  const isAnybodys = culprit.distribution === null && culprit.module === null;
  if (isAnybodys) return { name: 'The code', who: 'Python code', thePackage: 'the package' };
  const name = nameOf(culprit);
  return { name, who: describeCulprit(culprit), thePackage: name };
}
