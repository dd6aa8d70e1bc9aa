import { culpritOfFile, faultOf } from './culprit.ts';
import type { Symptoms } from './symptoms.ts';

/** A library that a module brought along: none itself, so that no import of its own can be refused. */
export function loadedLibrary(symptoms: Symptoms): Symptoms | undefined {
  const { evidence } = symptoms;
  const { culpritFile, outcome } = evidence.observation;
  if (evidence.module || evidence.smoke || culpritFile === null || outcome.kind !== 'imported')
    return undefined;
  const facts = evidence.factsOf(culpritFile);
  if (facts === null || facts.initNames.length > 0) return undefined;
  const culprit = culpritOfFile(evidence, culpritFile, null);
  const fault = faultOf(evidence, culprit);
  return { ...symptoms, culprit, culpritPath: culpritFile, facts, fault };
}
