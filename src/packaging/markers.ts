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
  return decide(marker, extras, (one) => compare(one, environment));
}

function compare({ left, operator, right }: Comparison, environment: MarkerEnvironment): boolean {
  return compareValues(sideValue(left, environment), operator, sideValue(right, environment));
}

/**
 * Whether a marker can hold with what is not known.
 *
 * @param extras normalised names of those asked for; `any` where that is not known
 * @param environment null where that is not known
 */
export function mayHold(
  marker: EnvironmentMarker,
  extras: readonly string[] | 'any',
  environment: MarkerEnvironment | null = null,
): boolean {
  return decide(marker, extras, (one) => environment === null || compare(one, environment));
}

/** Normalised names of the extras that a marker names. */
export function extrasOf(marker: EnvironmentMarker): readonly string[] {
  if (isNode(marker)) return [...extrasOf(marker.left), ...extrasOf(marker.right)];
  const { left, right } = marker;
  if (left !== 'extra' && right !== 'extra') return [];
  return [normaliseName(unquote(left === 'extra' ? right : left))];
}

type Node = Extract<EnvironmentMarker, { operator: 'and' | 'or' }>;
/** One that compares two values, as against `and` and `or`. */
export type Comparison = Exclude<EnvironmentMarker, Node>;

/** @param holds what is said of a comparison that names no extra */
function decide(
  marker: EnvironmentMarker,
  extras: readonly string[] | 'any',
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

/** Whether it is made of two others. */
export function isNode(marker: EnvironmentMarker): marker is Node {
  return marker.operator === 'and' || marker.operator === 'or';
}

/** `extra == "x"` holds when x is among those asked for; with none, only `extra != "x"` holds. */
function compareExtra(
  literal: string,
  operator: string,
  extras: readonly string[] | 'any',
): boolean {
  if (extras === 'any') return true;
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
