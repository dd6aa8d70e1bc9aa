import type { EnvironmentMarker } from 'pip-requirements-js';
import { evaluateMarker, extrasOf, type MarkerEnvironment, mayHold } from '../markers.ts';
import { parseMarker } from './toml-tables.ts';

/** Extras and groups of which no two are installed together, by their names in markers. */
export type Exclusive = readonly (readonly string[])[];

/** Above this all choices are too many to try: each comparison with an extra is said to hold. */
const MOST_EXTRAS = 8;

/**
 * Whether some choice of extras and groups meets all of what a lock asks for: a lock holds what each of
 * them needs, and nobody says which are installed.
 *
 * @param all of each list one marker is to hold; an empty list always holds
 * @param exclusive those of which at most one is chosen
 */
export function holdTogether(
  all: readonly (readonly EnvironmentMarker[])[],
  environment: MarkerEnvironment,
  exclusive: Exclusive = [],
): boolean {
  const asked = all.filter((markers) => markers.length > 0);
  const names = [...new Set(asked.flat().flatMap(extrasOf))];
  const meets = (holds: (marker: EnvironmentMarker) => boolean): boolean =>
    asked.every((markers) => markers.some(holds));
  if (names.length > MOST_EXTRAS) return meets((one) => mayHold(one, 'any', environment));
  return choices(names)
    .filter((chosen) => exclusive.every((one) => chosen.filter((n) => one.includes(n)).length < 2))
    .some((chosen) => meets((one) => evaluateMarker(one, environment, chosen)));
}

function choices(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, at) => (bits >> at) % 2 === 1),
  );
}

/**
 * Markers of which one is to hold. One that is empty, or cannot be read, always holds, and so do all
 * of them together: then there is none.
 */
export function anyOf(texts: readonly string[]): readonly EnvironmentMarker[] {
  const read = texts.map(parseMarker);
  return read.includes(undefined) ? [] : read.flatMap((one) => one ?? []);
}
