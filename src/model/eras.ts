import type { BinaryFacts, Era } from './compiled-module.ts';

type OfBytes = Pick<BinaryFacts, 'capi'> | null | undefined;

/** All that a file is at once, its main era first; none where nothing is known of its bytes. */
export function erasOf(facts: OfBytes): readonly Era[] {
  return facts ? [facts.capi.era, ...facts.capi.also] : [];
}

/** Whether its bytes ask for NumPy's C-API, when they are imported or later. */
export function asksNumpy(facts: OfBytes): boolean {
  return erasOf(facts).some((era) => /^(?:lazy-)?[12]\.x$/.test(era));
}

/** Whether they ask for that of NumPy 1. */
export function asksNumpy1(facts: OfBytes): boolean {
  return erasOf(facts).some((era) => era === 'lazy-1.x' || era === '1.x');
}
