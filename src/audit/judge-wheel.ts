import type { AuditedWheel } from '../model/audit.ts';
import type { Severity } from '../model/severity.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { compareMinors, minorOf } from '../packaging/numpy-releases.ts';
import { wheelNeeds } from './wheel-needs.ts';
import { type Place, placesOf } from './wheel-places.ts';
import type { BadPlace, WheelProblem } from './wheel-problem.ts';

/**
 * Holds what a wheel's bytes accept against the NumPys that its metadata allows and that can be
 * installed beside it.
 *
 * @param numpy the index's page of NumPy; null when it cannot be had: then only caps can be judged
 */
export function judgeWheel(
  wheel: AuditedWheel,
  numpy: IndexProject | null,
): readonly WheelProblem[] {
  if (wheel.distribution === 'numpy') return [];
  const places = placesOf(wheel, numpy);
  const capped = np2NotCapped(wheel, places);
  return [
    ...floorTooLow(wheel, places),
    ...capped,
    // What cannot even be imported needs no word about its calls.
    ...(capped.length > 0 ? [] : latent(wheel, places)),
    // How a release was made is its maintainers' matter, not that of who locked it.
    ...(wheel.beside.kind === 'fixed'
      ? []
      : [...mixedBuild(wheel, places), ...capNeedless(wheel, places)]),
  ];
}

/** Whether a version of NumPy has the ABI of 2.x. */
export function isNumpy2(version: string): boolean {
  return !version.startsWith('1.') && !version.startsWith('0.');
}

/** Nothing but the user puts NumPy beside a wheel that does not ask for it; a lock is the user's word. */
function severityAt({ beside }: AuditedWheel, bad: readonly BadPlace[]): Severity {
  const together = beside.kind === 'fixed' || bad.some(({ place }) => place.asked === 'always');
  return together ? 'error' : 'warning';
}

function floorTooLow(wheel: AuditedWheel, places: readonly Place[]): readonly WheelProblem[] {
  const groups = new Map<string, BadPlace[]>();
  for (const place of places) {
    const { floor } = wheelNeeds(wheel, place.target.platform);
    if (floor === null) continue;
    const below = place.allowed.filter((one) => compareMinors(minorOf(one), floor) < 0);
    if (below.length > 0)
      groups.set(floor, [...(groups.get(floor) ?? []), { place, versions: below }]);
  }
  return [...groups].map(([floor, bad]) => {
    const { atFloor, recent } = wheelNeeds(wheel, bad[0]?.place.target.platform);
    const apart = isNumpy2(floor) && recent.some(({ capi }) => isBelowNumpy2(capi.target));
    return {
      kind: wheel.beside.kind === 'fixed' ? 'np-api-too-new' : 'floor-too-low',
      wheel,
      severity: severityAt(wheel, bad),
      floor,
      culprits: atFloor,
      apart,
      places: bad,
    };
  });
}

/** One build gives all modules one target, unless the project chose another for some. */
function isBelowNumpy2(target: string | null): boolean {
  return target !== null && !isNumpy2(target);
}

/** Places where `broken` says that the wheel goes wrong under NumPy 2, and lets it in. */
function lettingIn2(
  wheel: AuditedWheel,
  places: readonly Place[],
  broken: (needs: ReturnType<typeof wheelNeeds>) => boolean,
): readonly BadPlace[] {
  return places.flatMap((place) => {
    if (!broken(wheelNeeds(wheel, place.target.platform))) return [];
    const versions = place.allowed.filter(isNumpy2);
    return versions.length > 0 ? [{ place, versions }] : [];
  });
}

function np2NotCapped(wheel: AuditedWheel, places: readonly Place[]): readonly WheelProblem[] {
  const bad = lettingIn2(wheel, places, ({ belowNumpy2 }) => belowNumpy2);
  if (bad.length === 0) return [];
  const { old, lazyOld } = wheelNeeds(wheel);
  const severity = severityAt(wheel, bad);
  const kind = wheel.beside.kind === 'fixed' ? 'np1-on-np2' : 'np2-not-capped';
  return [{ kind, wheel, severity, culprits: old, lazy: lazyOld, places: bad }];
}

function latent(wheel: AuditedWheel, places: readonly Place[]): readonly WheelProblem[] {
  const bad = lettingIn2(wheel, places, ({ lazyOld }) => lazyOld.length > 0);
  if (bad.length === 0) return [];
  const culprits = wheelNeeds(wheel).lazyOld;
  return [{ kind: 'latent-np1', wheel, severity: 'warning', culprits, places: bad }];
}

function mixedBuild(wheel: AuditedWheel, places: readonly Place[]): readonly WheelProblem[] {
  const platforms = [...new Set(places.map(({ target }) => target.platform))];
  const needs = (platforms.length > 0 ? platforms : [undefined]).map((one) =>
    wheelNeeds(wheel, one),
  );
  const mixed = needs.find(({ old, recent }) => old.length > 0 && recent.length > 0);
  const base = { kind: 'mixed-build', wheel, places: [] } as const;
  if (mixed !== undefined) {
    const { old, recent } = mixed;
    return [{ ...base, severity: 'error', culprits: old, others: recent, levels: [] }];
  }
  // The newest level decides for the wheel, and is judged as its floor: this tells of the build alone.
  const uneven = needs.find(({ oldFloors }) => oldFloors.length > 1);
  if (uneven === undefined) return [];
  const { old, atFloor, oldFloors } = uneven;
  const others = old.filter((one) => !atFloor.includes(one));
  return [{ ...base, severity: 'note', culprits: atFloor, others, levels: oldFloors }];
}

function capNeedless(wheel: AuditedWheel, places: readonly Place[]): readonly WheelProblem[] {
  const { belowNumpy2, lazyOld, unknown } = wheelNeeds(wheel);
  if (belowNumpy2 || lazyOld.length > 0 || unknown.length > 0) return [];
  const runsOn2 = wheel.binaries.filter(
    ({ capi }) => capi.era === '2.x' || capi.era === 'lazy-2.x',
  );
  const capped = places.flatMap((place): readonly BadPlace[] => {
    const kept = place.installable.filter((one) => isNumpy2(one) && !place.allowed.includes(one));
    const all1 = place.allowed.length > 0 && !place.allowed.some(isNumpy2);
    return place.asked === 'always' && all1 && kept.length > 0 ? [{ place, versions: kept }] : [];
  });
  if (runsOn2.length === 0 || capped.length === 0) return [];
  return [{ kind: 'cap-needless', wheel, severity: 'note', culprits: runsOn2, places: capped }];
}
