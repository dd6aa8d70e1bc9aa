import type { AuditedWheel, Beside } from '../model/audit.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { holdTogether } from '../packaging/locks/lock-markers.ts';
import { admitsPython, allows } from '../packaging/specifier.ts';
import { type DeclaredNumpy, declaredNumpy } from '../plan/declared-numpy.ts';
import { numpysFor } from './numpys-for.ts';
import { builtPlatform, type WheelTarget, wheelTargets } from './wheel-targets.ts';

/** One Python and platform of a wheel, with the NumPys that its metadata lets in there. */
export interface Place {
  readonly target: WheelTarget;
  /** Who asks for NumPy there: nobody, the wheel itself, or only some of its extras. */
  readonly asked: 'always' | 'extras' | 'never';
  /** What it asks for; empty allows every release. */
  readonly specifier: string;
  readonly installable: readonly string[];
  readonly allowed: readonly string[];
}

/** Stand-ins for "some 1.x" and "some 2.x" where no index says what there is. */
const KNOWN_ERAS = ['1.26.4', '2.0.2'];

/**
 * Where a wheel goes, and which NumPys it lets in there; a direct reference (`numpy @ …`) lets in
 * one file that nobody knows, so such a place is left out.
 *
 * @param numpy the index's page of NumPy; null when it could not be had: then an old and a new
 *   release stand for all
 */
export function placesOf(wheel: AuditedWheel, numpy: IndexProject | null): readonly Place[] {
  if (wheel.beside.kind === 'fixed') return fixedPlaces(wheel, wheel.beside, numpy);
  return targetsOf(wheel).flatMap((target): readonly Place[] => {
    const declared = declaredNumpy(wheel.requirements, target.markers, [], wheel.distribution);
    if (declared.kind === 'direct') return [];
    const installable = numpy === null ? KNOWN_ERAS : numpysFor(numpy, target);
    if (declared.kind === 'range') {
      const { specifier } = declared;
      const allowed = installable.filter((one) => specifier === '' || allows(specifier, one));
      return [{ target, asked: 'always', specifier, installable, allowed }];
    }
    const optional = specifiersOfExtras(wheel, target);
    const open = optional.length === 0 || optional.includes('');
    const allowed = installable.filter(
      (one) => open || optional.some((specifier) => allows(specifier, one)),
    );
    const specifier = open ? '' : (optional[0] ?? '');
    const asked = optional.length > 0 ? 'extras' : 'never';
    return [{ target, asked, specifier, installable, allowed }];
  });
}

/** Only the NumPys that stand beside it in a lock or an environment. */
function fixedPlaces(
  wheel: AuditedWheel,
  { how, requiresPython, markers, numpys, exclusive }: Extract<Beside, { kind: 'fixed' }>,
  numpy: IndexProject | null,
): readonly Place[] {
  return targetsOf(wheel).flatMap((target): readonly Place[] => {
    const python = target.markers['python_full_version'] ?? '';
    if (!admitsPython(requiresPython, python)) return [];
    const here = numpys.filter((one) =>
      holdTogether([markers, one.markers], target.markers, exclusive),
    );
    const pinned = here.flatMap(({ specifier }) => /^==([^*,]+)$/.exec(specifier)?.[1] ?? []);
    // What is installed runs; a locked release without a wheel there does not come that far.
    const known = how === 'installed' || numpy === null ? pinned : numpysFor(numpy, target);
    const declared = declaredNumpy(wheel.requirements, target.markers, [], wheel.distribution);
    const own = declared.kind === 'range' ? declared.specifier : '';
    const allowed = known.filter((version) =>
      here.some(({ specifier }) => {
        const isPinned = pinned.some((one) => `==${one}` === specifier);
        const all = isPinned ? specifier : [specifier, own].filter((one) => one !== '').join(',');
        return all === '' || allows(all, version);
      }),
    );
    const specifier = here.map((one) => one.specifier).join(' or ');
    return allowed.length === 0
      ? []
      : [
          {
            target,
            asked: own === '' && declared.kind !== 'range' ? 'never' : 'always',
            specifier,
            installable: known,
            allowed,
          },
        ];
  });
}

/** Where a wheel goes, by its tags and metadata; for tags without a platform by its binaries. */
export function targetsOf(wheel: AuditedWheel): readonly WheelTarget[] {
  const { tags, requiresPython, binaries } = wheel;
  const builtFor = binaries.flatMap(({ format, machines }) =>
    machines.flatMap((machine) => builtPlatform(format, machine) ?? []),
  );
  return wheelTargets({ tags, requiresPython, builtFor: [...new Set(builtFor)] });
}

function specifiersOfExtras(wheel: AuditedWheel, target: WheelTarget): readonly string[] {
  const said = wheel.extras.map(
    (extra): DeclaredNumpy =>
      declaredNumpy(wheel.requirements, target.markers, [extra], wheel.distribution),
  );
  return said.flatMap((one) => (one.kind === 'range' ? [one.specifier] : []));
}
