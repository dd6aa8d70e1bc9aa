import type { EnvironmentMarker } from 'pip-requirements-js';
import { groupBy } from '../../model/group-by.ts';
import type { LockedPackage } from '../../packaging/locks/lock.ts';
import { negated } from '../../packaging/locks/other-markers.ts';
import { allows } from '../../packaging/specifier.ts';

/** A release that a lock names, and the file that it stands in, as it is shown. */
export interface PlacedPackage extends LockedPackage {
  readonly file: string;
}

/**
 * What several files say of what is installed: of one package, what each of them says holds, where its
 * marker does. Of one file each line is a choice of its own.
 *
 * @param limits lines that install nothing; NumPy is installed, for what needs it
 * @returns an entry for each way in which they hold together
 */
export function heldTogether(
  listed: readonly PlacedPackage[],
  limits: readonly PlacedPackage[],
): readonly PlacedPackage[] {
  const wanted = groupBy([...listed, ...needed(listed, limits)], ({ name }) => name);
  return [...wanted].flatMap(([name, lines]) => {
    const [first = [], ...others] = byFile(lines);
    const all = others.reduce(
      (found, group) => [
        ...found.flatMap((one) => group.map((other) => both(one, other))),
        ...outside(found, group),
        ...outside(group, found),
      ],
      first,
    );
    return byFile(limits.filter((limit) => limit.name === name)).reduce(
      (found, group) => [
        ...found.flatMap((one) => group.map((limit) => both(one, limit))),
        ...outside(found, group),
      ],
      all,
    );
  });
}

/** NumPy, where only limits name it: any release within them. */
function needed(
  listed: readonly PlacedPackage[],
  limits: readonly PlacedPackage[],
): readonly PlacedPackage[] {
  const limit = limits.find(({ name }) => name === 'numpy');
  if (limit === undefined || listed.some(({ name }) => name === 'numpy')) return [];
  return [{ ...limit, specifier: '', hashes: [], markers: [] }];
}

function byFile(lines: readonly PlacedPackage[]): readonly (readonly PlacedPackage[])[] {
  return [...groupBy(lines, ({ file }) => file).values()];
}

function both(one: PlacedPackage, other: PlacedPackage): PlacedPackage {
  const markers = one.markers.flatMap((left) => other.markers.map((right) => and(left, right)));
  const own = one.markers.length === 0 ? other.markers : one.markers;
  return {
    ...one,
    specifier: within(one.specifier, other.specifier),
    hashes: [...one.hashes, ...other.hashes],
    markers: markers.length === 0 ? own : markers,
  };
}

/** A pin says all where it lies in the other's range. */
function within(one: string, other: string): string {
  const all = [...new Set([one, other].filter((text) => text !== ''))];
  const pin = all.find((text) => /^==[^*,]+$/.test(text));
  return pin !== undefined && all.every((text) => allows(text, pin.slice(2))) ? pin : all.join(',');
}

/** Of some lines what holds where none of the others does: nowhere, when one of those always holds. */
function outside(
  lines: readonly PlacedPackage[],
  others: readonly PlacedPackage[],
): readonly PlacedPackage[] {
  if (others.some(({ markers }) => markers.length === 0)) return [];
  const [first, ...more] = others.flatMap(({ markers }) =>
    markers.flatMap((one) => negated(one) ?? []),
  );
  // What has no opposite hides nothing.
  if (first === undefined) return lines;
  const nowhere = more.reduce(and, first);
  return lines.map((line) => ({
    ...line,
    markers: line.markers.length === 0 ? [nowhere] : line.markers.map((one) => and(one, nowhere)),
  }));
}

function and(left: EnvironmentMarker, right: EnvironmentMarker): EnvironmentMarker {
  return { operator: 'and', left, right };
}
