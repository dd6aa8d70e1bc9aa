import { compare, valid } from '@renovatebot/pep440';

/**
 * Whether two versions are of one release, however they are written; local parts (`+cpu`) say
 * nothing of it.
 *
 * @example sameRelease('2.0', '2.0.0+cpu') // true
 * @example sameRelease('2.0.0rc1', '2.0.0') // false
 */
export function sameRelease(a: string, b: string): boolean {
  const [left = a, right = b] = [a, b].map((version) => version.split('+')[0]);
  if (left === right) return true;
  return valid(left) !== null && valid(right) !== null && compare(left, right) === 0;
}
