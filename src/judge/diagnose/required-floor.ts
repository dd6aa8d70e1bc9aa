import { compare } from '@renovatebot/pep440';
import type { Scope } from '../../model/scope.ts';
import { minorOf } from '../../packaging/minor.ts';
import type { History } from './history.ts';

/**
 * The lower bound for NumPy that a fix gives: of several findings the highest, as one requirement has
 * to satisfy them all.
 *
 * @param own what this finding alone asks for
 * @example requiredFloor('1.23', { floor: '2.1' }) // '2.1'
 */
export function requiredFloor(own: string, { floor }: Pick<Scope, 'floor'>): string {
  return highestFloor([own, floor]) ?? own;
}

/** @example highestFloor(['1.23', null, '1.3']) // '1.23' */
export function highestFloor(floors: readonly (string | null)[]): string | null {
  return floors.reduce(
    (highest, one) =>
      highest === null || (one !== null && compare(one, highest) > 0) ? one : highest,
    null,
  );
}

/**
 * What to require where it works from some release on: that release's series, or the release itself
 * where an older one of the same series fails.
 */
export function floorOf({ numpy, works }: History & { readonly kind: 'below' }): string {
  return minorOf(numpy) === minorOf(works) ? works : minorOf(works);
}
