import type { Combination } from '../model/combination.ts';
import { compareMinors } from './numpy-releases.ts';

/** @returns `2.0.2`, `2.0.2 and 2.2.6`, or from five on `2.0.2 to 2.5.5` */
export function listOf(versions: readonly string[]): string {
  if (versions.length > 4) return `${versions[0]} to ${versions.at(-1)}`;
  const last = versions.at(-1) ?? '';
  return versions.length > 1 ? `${versions.slice(0, -1).join(', ')} and ${last}` : last;
}

function compareLabels(a: string, b: string): number {
  const number = (label: string) => /\d+\.\d+(?:\.\d+)?/.exec(label)?.[0] ?? label;
  return compareMinors(number(a), number(b)) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * Says which combinations these are, for a sentence.
 * @example describeSpan([py39np20, py39np22]) // '2 combinations: Python 3.9, NumPy 2.0.2 and 2.2.6'
 */
export function describeSpan(combinations: readonly Combination[]): string {
  const pythons = [...new Set(combinations.map((one) => one.python))].toSorted(compareLabels);
  const numpys = [...new Set(combinations.map((one) => one.numpy))].toSorted(compareLabels);
  const count = `${combinations.length} combination${combinations.length === 1 ? '' : 's'}`;
  return `${count}: Python ${listOf(pythons)}, NumPy ${listOf(numpys)}`;
}
