import { compare, valid } from '@renovatebot/pep440';
import { NUMPY_NONE } from './combination.ts';

/**
 * The one order of NumPys, in plans, reports and grids: releases ascending, `none` last.
 *
 * @example ['none', '2.0.2', '1.26.4'].sort(compareNumpy) // ['1.26.4', '2.0.2', 'none']
 */
export function compareNumpy(a: string, b: string): number {
  if (a === NUMPY_NONE || b === NUMPY_NONE) {
    return Number(a === NUMPY_NONE) - Number(b === NUMPY_NONE);
  }
  if (a === b) return 0;
  const pair = `${a} ${b}`;
  const known = compared.get(pair);
  if (known !== undefined) return known;
  const order = valid(a) && valid(b) ? compare(a, b) : a.localeCompare(b, 'en', { numeric: true });
  if (compared.size < MOST_COMPARED) compared.set(pair, order);
  return order;
}

/** Reading a version takes microseconds, and the history of each module asks for the same ones. */
const compared = new Map<string, number>();
const MOST_COMPARED = 20_000;
