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
  return decide(marker, extras, ({ left, operator, right }) =>
    compareValues(sideValue(left, environment), operator, sideValue(right, environment)),
  );
}

/**
 * Whether a marker can hold in some environment with the extras that were asked for.
 *
 * @param extras normalised names
 */
export function mayHold(marker: EnvironmentMarker, extras: readonly string[]): boolean {
  return decide(marker, extras, () => true);
}

type Node = Extract<EnvironmentMarker, { operator: 'and' | 'or' }>;
type Comparison = Exclude<EnvironmentMarker, Node>;

/** @param holds what is said of a comparison that names no extra */
function decide(
  marker: EnvironmentMarker,
  extras: readonly string[],
  holds: (comparison: Comparison) => boolean,
): boolean {
  if (isNode(marker)) {
    const left = decide(marker.left, extras, holds);
    if (left === (marker.operator === 'or')) return left;
    return decide(marker.right, extras, holds);
  }
  const { left, operator, right } = marker;
  return left === 'extra' || right === 'extra'
    ? compareExtra(left === 'extra' ? right : left, operator, extras)
    : holds(marker);
}

function isNode(marker: EnvironmentMarker): marker is Node {
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
