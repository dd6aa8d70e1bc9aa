import { compare } from '@renovatebot/pep440';
import { NUMPY_NONE } from './combination.ts';

/** Sorts NumPys ascending, `none` first. */
export function compareNumpy(a: string, b: string): number {
  if (a === NUMPY_NONE || b === NUMPY_NONE) {
    return Number(b === NUMPY_NONE) - Number(a === NUMPY_NONE);
  }
  return compare(a, b);
}
