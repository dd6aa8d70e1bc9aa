import type { EnvironmentMarker } from 'pip-requirements-js';
import { type Comparison, isNode } from '../markers.ts';

/** `~=` and `===` have no opposite. */
const OPPOSITES: Readonly<Record<string, string>> = {
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
  in: 'not in',
  'not in': 'in',
};

/**
 * The marker that holds where another one does not.
 *
 * @returns undefined where a part of it has no opposite
 * @example negated({ operator: '<', left: 'python_version', right: '"3.9"' })
 * // { operator: '>=', left: 'python_version', right: '"3.9"' }
 */
export function negated(marker: EnvironmentMarker): EnvironmentMarker | undefined {
  if (!isNode(marker)) {
    const operator = OPPOSITES[marker.operator] as Comparison['operator'] | undefined;
    return operator === undefined ? undefined : { ...marker, operator };
  }
  const [left, right] = [negated(marker.left), negated(marker.right)];
  if (left === undefined || right === undefined) return undefined;
  return { operator: marker.operator === 'and' ? 'or' : 'and', left, right };
}

/**
 * What is left of a marker where nobody says which extras are chosen: each comparison with one holds.
 *
 * @returns undefined where nothing is left: it holds
 */
export function withoutExtras(marker: EnvironmentMarker): EnvironmentMarker | undefined {
  if (!isNode(marker)) {
    return [marker.left, marker.right].some((one) => one === 'extra') ? undefined : marker;
  }
  const [left, right] = [withoutExtras(marker.left), withoutExtras(marker.right)];
  if (left !== undefined && right !== undefined) return { ...marker, left, right };
  return marker.operator === 'and' ? (left ?? right) : undefined;
}
