import { valid } from '@renovatebot/pep440';
import type { EnvironmentMarker } from 'pip-requirements-js';
import { normaliseName } from './requirement-name.ts';
import { allows, normaliseSpecifier } from './specifier.ts';

/** An interpreter's marker environment: `python_version`, `sys_platform`, … */
export type MarkerEnvironment = Readonly<Record<string, string>>;

/**
 * Evaluates a marker as PEP 508 says: a comparison of two versions where both sides are versions,
 * else of two strings.
 *
 * @param extras normalised names of the extras asked for
 */
export function evaluateMarker(
  marker: EnvironmentMarker | null,
  environment: MarkerEnvironment,
  extras: readonly string[],
): boolean {
  if (marker === null) {
    return true;
  }
  if (isNode(marker)) {
    return marker.operator === 'and'
      ? evaluateMarker(marker.left, environment, extras) &&
          evaluateMarker(marker.right, environment, extras)
      : evaluateMarker(marker.left, environment, extras) ||
          evaluateMarker(marker.right, environment, extras);
  }
  const { left, operator, right } = marker;
  if (left === 'extra' || right === 'extra') {
    return compareExtra(left === 'extra' ? right : left, operator, extras);
  }
  return compareValues(sideValue(left, environment), operator, sideValue(right, environment));
}

/**
 * Whether a marker can hold in some environment with the extras that were asked for.
 *
 * @param extras normalised names
 */
export function mayHold(marker: EnvironmentMarker, extras: readonly string[]): boolean {
  if (isNode(marker)) {
    const sides = [mayHold(marker.left, extras), mayHold(marker.right, extras)];
    return marker.operator === 'and' ? sides.every(Boolean) : sides.some(Boolean);
  }
  const { left, operator, right } = marker;
  if (left !== 'extra' && right !== 'extra') return true;
  return compareExtra(left === 'extra' ? right : left, operator, extras);
}

function isNode(
  marker: EnvironmentMarker,
): marker is Extract<EnvironmentMarker, { operator: 'and' | 'or' }> {
  return marker.operator === 'and' || marker.operator === 'or';
}

/** `extra == "x"` holds when x is among those asked for; with none, only `extra != "x"` holds. */
function compareExtra(literal: string, operator: string, extras: readonly string[]): boolean {
  const wanted = extras.includes(normaliseName(unquote(literal)));
  return operator === '!=' || operator === 'not in' ? !wanted : wanted;
}

function sideValue(side: string, environment: MarkerEnvironment): string {
  return /^["']/.test(side) ? unquote(side) : (environment[side] ?? '');
}

function unquote(text: string): string {
  return text.slice(1, -1);
}

function compareValues(left: string, operator: string, right: string): boolean {
  if (operator === 'in') {
    return right.includes(left);
  }
  if (operator === 'not in') {
    return !right.includes(left);
  }
  const specifier = operator === '===' ? undefined : normaliseSpecifier(`${operator}${right}`);
  if (specifier !== undefined && valid(left) !== null) {
    return allows(specifier, left);
  }
  switch (operator) {
    case '==':
    case '===':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return false;
  }
}
