import { evaluateMarker, type MarkerEnvironment } from '../packaging/markers.ts';
import { normaliseName } from '../packaging/requirement-name.ts';
import type { Requirement } from '../packaging/requirements.ts';

/** What one distribution asks of NumPy on one Python. */
export type DeclaredNumpy =
  | { readonly kind: 'not-required' }
  | { readonly kind: 'range'; readonly specifier: string; readonly lines: readonly string[] }
  /** `numpy @ https://…`: only that very file. */
  | { readonly kind: 'direct'; readonly line: string };

/**
 * All lines that name NumPy and whose markers hold, taken together.
 *
 * @param extras those asked for of the subject; what they pull in of the subject itself
 *   (`pkg[all]`) is followed
 * @param self the subject's own name
 * @example declaredNumpy(requirements, interpreter.markers, []) // { kind: 'range', specifier: '>=1.23', … }
 */
export function declaredNumpy(
  requirements: readonly Requirement[],
  markers: MarkerEnvironment,
  extras: readonly string[],
  self = '',
): DeclaredNumpy {
  const all = withOwnExtras(requirements, markers, extras.map(normaliseName), normaliseName(self));
  const lines = requirements.filter(
    (requirement) =>
      requirement.name === 'numpy' && evaluateMarker(requirement.marker, markers, all),
  );
  const direct = lines.find((requirement) => requirement.url !== null);
  if (direct !== undefined) {
    return { kind: 'direct', line: direct.text };
  }
  if (lines.length === 0) {
    return { kind: 'not-required' };
  }
  const clauses = lines.flatMap(({ specifier }) => (specifier === '' ? [] : specifier.split(',')));
  return {
    kind: 'range',
    specifier: [...new Set(clauses)].join(','),
    lines: lines.map(({ text }) => text),
  };
}

/** The extras asked for and those that they ask for of the same distribution. */
function withOwnExtras(
  requirements: readonly Requirement[],
  markers: MarkerEnvironment,
  extras: readonly string[],
  self: string,
): readonly string[] {
  const known = new Set(extras);
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    for (const requirement of requirements) {
      if (requirement.name === self && evaluateMarker(requirement.marker, markers, [...known])) {
        for (const extra of requirement.extras) {
          known.add(extra);
        }
      }
    }
  }
  return [...known];
}
