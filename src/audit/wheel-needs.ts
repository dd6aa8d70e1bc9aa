import { type AuditedBinary, type AuditedWheel, NO_CAPI, type WheelNeeds } from '../model/audit.ts';
import type { CapiFacts, Era } from '../model/compiled-module.ts';
import { compareMinors } from '../packaging/numpy-releases.ts';

/**
 * Which NumPys the binaries of a wheel accept together: the newest of their targets is the floor,
 * one that was built for NumPy 1.x keeps the whole wheel below 2.
 *
 * @param platform of universal files, count the slice for this one only; absent: all of them
 */
export function wheelNeeds(
  { binaries }: Pick<AuditedWheel, 'binaries'>,
  platform?: string,
): WheelNeeds {
  const capi = (one: AuditedBinary): CapiFacts => capiOn(one, platform);
  const having = (...eras: readonly Era[]) =>
    binaries.filter((one) => [capi(one).era, ...capi(one).also].some((era) => eras.includes(era)));
  const targets = binaries.flatMap((one) => capi(one).target ?? []);
  const floor = targets.toSorted(compareMinors).at(-1) ?? null;
  const old = having('1.x');
  return {
    floor,
    atFloor: binaries.filter((one) => floor !== null && capi(one).target === floor),
    belowNumpy2: old.length > 0,
    old,
    oldFloors: [...new Set(old.flatMap((one) => capi(one).target ?? []))].sort(compareMinors),
    recent: having('2.x').filter((one) => !old.includes(one)),
    lazyOld: having('lazy-1.x').filter((one) => !old.includes(one)),
    unknown: binaries.filter((one) => ['unknown', 'cython-sizes'].includes(capi(one).era)),
    sure: having('1.x', '2.x', 'lazy-2.x', 'lazy-1.x'),
  };
}

/** What a binary says for one platform: of a universal file, the slice for that machine. */
function capiOn({ capi, slices }: AuditedBinary, platform: string | undefined): CapiFacts {
  if (platform === undefined || slices.length === 0) return capi;
  const machine = platform.endsWith('-arm64') ? 'aarch64' : platform.replace(/^[^-]+-/, '');
  return slices.find((slice) => slice.machine === machine)?.capi ?? capi;
}

/** In the words of a table: `>=1.23`, `<2`, `any`, `unknown (2 modules)`. */
export function describeNeeds(needs: WheelNeeds, binaries: readonly AuditedBinary[]): string {
  if (binaries.length === 0) return 'no compiled module';
  const range = [
    ...(needs.floor === null ? [] : [`>=${needs.floor}`]),
    ...(needs.belowNumpy2 ? ['<2'] : []),
  ].join(',');
  const count = needs.unknown.length;
  const unknown = count > 0 ? `${count} unknown` : '';
  const lazy = needs.lazyOld.length > 0 ? 'lazily 1.x' : '';
  const known = range || (needs.sure.length > 0 ? lazy || 'any' : '');
  if (known === '' && unknown === '') return NO_CAPI;
  const more = [...(range && lazy ? [lazy] : []), ...(unknown ? [unknown] : [])];
  if (known === '') return unknown;
  return more.length > 0 ? `${known} (${more.join(', ')})` : known;
}

/** How a wheel's binaries get at NumPy, each way once: `import_array, pybind11 (internals 4)`. */
export function describeAccess(binaries: readonly AuditedBinary[]): string {
  const said = binaries.flatMap(({ through }) =>
    through.map(({ by, version }) => (version === null ? by : `${by} (${version})`)),
  );
  return [...new Set(said)].sort().join(', ');
}
