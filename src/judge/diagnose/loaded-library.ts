import type { Era } from '../../model/compiled-module.ts';
import { culpritOfFile, faultOf } from './culprit.ts';
import type { Symptoms } from './symptoms.ts';

/** A library for NumPy 1 that a module brought along: no module itself, so that no import refuses it. */
export function loadedLibrary(symptoms: Symptoms): Symptoms | undefined {
  const { evidence } = symptoms;
  const { culpritFile, outcome } = evidence.observation;
  if (evidence.module || evidence.smoke || culpritFile === null || outcome.kind !== 'imported')
    return undefined;
  const facts = evidence.factsOf(culpritFile);
  const eras: readonly Era[] = facts ? [facts.capi.era, ...facts.capi.also] : [];
  if (!eras.some((era) => era === 'lazy-1.x' || era === '1.x')) return undefined;
  const culprit = culpritOfFile(evidence, culpritFile, null);
  const fault = faultOf(evidence, culprit);
  return { ...symptoms, culprit, culpritPath: culpritFile, facts, fault };
}
