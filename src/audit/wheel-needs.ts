import type { AuditedBinary, AuditedWheel, WheelNeeds } from '../model/audit.ts';
import type { Era } from '../model/compiled-module.ts';
import { compareMinors } from '../packaging/numpy-releases.ts';

/**
 * Which NumPys the binaries of a wheel accept together: the newest of their targets is the floor,
 * one that was built for NumPy 1.x keeps the whole wheel below 2.
 */
export function wheelNeeds({ binaries }: Pick<AuditedWheel, 'binaries'>): WheelNeeds {
  const having = (...eras: readonly Era[]) =>
    binaries.filter(({ capi }) => [capi.era, ...capi.also].some((era) => eras.includes(era)));
  const targets = binaries.flatMap(({ capi }) => capi.target ?? []);
  return {
    floor: targets.toSorted(compareMinors).at(-1) ?? null,
    belowNumpy2: having('1.x').length > 0,
    lazyOld: having('lazy-1.x').filter((one) => !having('1.x').includes(one)),
    unknown: binaries.filter(({ capi }) => capi.era === 'unknown' || capi.era === 'cython-sizes'),
    sure: having('1.x', '2.x', 'lazy-2.x', 'lazy-1.x'),
  };
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
  if (known === '' && unknown === '') return 'no C-API';
  const more = [...(range && lazy ? [lazy] : []), ...(unknown ? [unknown] : [])];
  if (known === '') return unknown;
  return more.length > 0 ? `${known} (${more.join(', ')})` : known;
}
