import type { EnvironmentMarker } from 'pip-requirements-js';

/**
 * A marker's tree as PEP 508 writes it.
 *
 * @example markerText({ operator: '<', left: 'python_version', right: '"3.9"' }) // 'python_version < "3.9"'
 */
export function markerText({ left, operator, right }: EnvironmentMarker): string {
  return `${sideText(left)} ${operator} ${sideText(right)}`;
}

function sideText(side: EnvironmentMarker['left']): string {
  return typeof side === 'string' ? side : `(${markerText(side)})`;
}

/** Markers of which one is to hold, as one; empty where it always holds. */
export function anyOfText(markers: readonly EnvironmentMarker[]): string {
  const [first, ...more] = markers.map(markerText);
  if (first === undefined) return '';
  return more.length === 0 ? first : [first, ...more].map((one) => `(${one})`).join(' or ');
}
