import type { AuditedWheel } from '../model/audit.ts';
import type { Finding } from '../model/finding.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { compareMinors, minorOf } from '../packaging/numpy-releases.ts';
import { allows } from '../packaging/specifier.ts';
import { declaredNumpy } from '../plan/declared-numpy.ts';
import { auditFinding } from './audit-finding.ts';
import { numpysFor } from './numpys-for.ts';
import { wheelNeeds } from './wheel-needs.ts';
import { type WheelTarget, wheelTargets } from './wheel-targets.ts';

/** One Python and platform of a wheel, with the NumPys that its metadata lets in there. */
interface Place {
  readonly target: WheelTarget;
  readonly specifier: string;
  readonly installable: readonly string[];
  readonly allowed: readonly string[];
}

/**
 * Holds what a wheel's bytes accept against the NumPys that its metadata allows and that can be
 * installed beside it.
 *
 * @param numpy the index's page of NumPy; null when it cannot be had: then every release is taken to
 *   be installable, and only caps can be judged
 */
export function judgeWheel(wheel: AuditedWheel, numpy: IndexProject | null): readonly Finding[] {
  if (wheel.distribution === 'numpy') return [];
  const places = wheelTargets(wheel.tags).flatMap((target) => placeOf(wheel, target, numpy) ?? []);
  const needs = wheelNeeds(wheel);
  return [
    ...floorTooLow(wheel, needs.floor, places),
    ...(needs.belowNumpy2 ? np2NotCapped(wheel, places) : []),
    ...latent(wheel, needs.lazyOld, places),
    ...mixedBuild(wheel),
    ...(needs.belowNumpy2 || needs.lazyOld.length > 0 || needs.unknown.length > 0
      ? []
      : capNeedless(wheel, places)),
  ];
}

function placeOf(
  { requirements, distribution }: AuditedWheel,
  target: WheelTarget,
  numpy: IndexProject | null,
): Place | undefined {
  const declared = declaredNumpy(requirements, target.markers, [], distribution);
  if (declared.kind === 'direct') return undefined;
  // Without a requirement whatever is there is used.
  const specifier = declared.kind === 'range' ? declared.specifier : '';
  const installable = numpy === null ? KNOWN_ERAS : numpysFor(numpy, target);
  const allowed = installable.filter((version) => specifier === '' || allows(specifier, version));
  return { target, specifier, installable, allowed };
}

/** Stand-ins for "some 1.x" and "some 2.x" where no index says what there is. */
const KNOWN_ERAS = ['1.26.4', '2.0.2'];

function floorTooLow(
  wheel: AuditedWheel,
  floor: string | null,
  places: readonly Place[],
): readonly Finding[] {
  if (floor === null) return [];
  const bad = places.flatMap((place) => {
    const below = place.allowed.filter((version) => compareMinors(minorOf(version), floor) < 0);
    return below.length > 0 ? [{ place, below }] : [];
  });
  const [first] = bad;
  if (!first) return [];
  const culprits = wheel.binaries.filter(({ capi }) => capi.target === floor);
  const { specifier } = first.place;
  return [
    auditFinding(wheel, culprits, {
      kind: 'floor-too-low',
      severity: 'error',
      title: `${wheel.distribution} allows NumPy versions that its binaries refuse`,
      explanation: `\`${culprits[0]?.name}\` was built for the C-API of NumPy ${floor} and newer, and stops with an error under an older one. The metadata ${asks(specifier)}, which lets in NumPy ${some(first.below)}${on(bad.map(({ place }) => place))}.`,
      fix: `Declare \`numpy>=${floor}\`, or build for an older C-API: define \`NPY_TARGET_VERSION\`, or leave it out.`,
    }),
  ];
}

function np2NotCapped(wheel: AuditedWheel, places: readonly Place[]): readonly Finding[] {
  const bad = places.flatMap((place) => {
    const above = place.allowed.filter((version) => !version.startsWith('1.'));
    return above.length > 0 ? [{ place, above }] : [];
  });
  const [first] = bad;
  if (!first) return [];
  const culprits = wheel.binaries.filter(({ capi }) => [capi.era, ...capi.also].includes('1.x'));
  return [
    auditFinding(wheel, culprits, {
      kind: 'np2-not-capped',
      severity: 'error',
      title: `${wheel.distribution} was built for NumPy 1.x and allows NumPy 2`,
      explanation: `\`${culprits[0]?.name}\` was built with NumPy 1.x headers and cannot be imported under NumPy 2. The metadata ${asks(first.place.specifier)}, which lets in NumPy ${some(first.above)}${on(bad.map(({ place }) => place))}.`,
      fix: 'Build the wheel against `numpy>=2.0` (it still runs on 1.x), or declare `numpy<2`.',
    }),
  ];
}

function latent(
  wheel: AuditedWheel,
  binaries: AuditedWheel['binaries'],
  places: readonly Place[],
): readonly Finding[] {
  const bad = places.filter(({ allowed }) => allowed.some((one) => !one.startsWith('1.')));
  const [first] = binaries;
  if (!first || bad.length === 0) return [];
  return [
    auditFinding(wheel, binaries, {
      kind: 'latent-np1',
      severity: 'warning',
      title: `${wheel.distribution} reads NumPy 1’s memory layout at a call, and allows NumPy 2`,
      explanation: `\`${first.name}\` fetches NumPy's C-API at its first use and without a check of versions (pybind11 before 2.12, rust-numpy before 0.22, or code of its own). Under NumPy 2 it is imported, and a call may crash or return wrong numbers${on(bad)}.`,
      fix: 'Rebuild with pybind11 ≥ 2.12 or rust-numpy ≥ 0.22, or declare `numpy<2`.',
    }),
  ];
}

function mixedBuild(wheel: AuditedWheel): readonly Finding[] {
  const old = wheel.binaries.filter(({ capi }) => capi.era === '1.x');
  const recent = wheel.binaries.filter(({ capi }) => capi.era === '2.x');
  const [first, second] = [old[0], recent[0]];
  if (!first || !second) return [];
  return [
    auditFinding(wheel, old, {
      kind: 'mixed-build',
      severity: 'error',
      title: `${wheel.wheel} holds modules built for different NumPys`,
      explanation: `\`${first.name}\` was built with NumPy 1.x headers and \`${second.name}\` with those of NumPy 2: object files of an earlier build were used again.`,
      fix: 'Build in a clean folder (without `build/` and old object files), against one NumPy ≥ 2.0.',
    }),
  ];
}

function capNeedless(wheel: AuditedWheel, places: readonly Place[]): readonly Finding[] {
  const runsOn2 = wheel.binaries.some(({ capi }) => capi.era === '2.x' || capi.era === 'lazy-2.x');
  const capped = places.filter(
    ({ installable, allowed, specifier }) =>
      specifier !== '' &&
      installable.some((one) => !one.startsWith('1.')) &&
      allowed.length > 0 &&
      allowed.every((one) => one.startsWith('1.')),
  );
  const [first] = capped;
  if (!runsOn2 || !first) return [];
  return [
    auditFinding(wheel, [], {
      kind: 'cap-needless',
      severity: 'note',
      title: `${wheel.distribution} keeps NumPy 2 out although its binaries run on it`,
      explanation: `The metadata ${asks(first.specifier)}; every binary that says so was built for NumPy 2, which also runs on 1.x.`,
      fix: 'If the Python code is ready for NumPy 2, too, leave the upper limit out.',
    }),
  ];
}

function asks(specifier: string): string {
  return specifier === '' ? 'sets no limit to NumPy' : `asks for \`numpy${specifier}\``;
}

function some(versions: readonly string[]): string {
  const minors = [...new Set(versions.map(minorOf))];
  const shown = minors.length > 4 ? [...minors.slice(0, 3), '…', minors.at(-1)] : minors;
  return shown.join(', ');
}

/** Where, when that is not everywhere the wheel goes. */
function on(places: readonly Place[]): string {
  const names = [...new Set(places.map(({ target }) => `Python ${target.python}`))];
  return names.length === 0
    ? ''
    : ` (${names.length > 4 ? `${names[0]}–${names.at(-1)?.slice(7)}` : names.join(', ')})`;
}
