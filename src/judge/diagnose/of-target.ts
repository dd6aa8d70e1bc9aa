import type { Culprit } from '../../model/finding.ts';
import { faultOf } from './culprit.ts';
import type { Symptoms } from './symptoms.ts';

/** The same symptoms with the module under test as the culprit. */
export function ofTarget(symptoms: Symptoms): Symptoms {
  const { module } = symptoms.evidence;
  if (!module) return symptoms;
  const { distribution, version, name, file } = module;
  const culprit: Culprit = { distribution, version, module: name, file };
  const fault = faultOf(symptoms.evidence, culprit);
  return { ...symptoms, culprit, culpritPath: module.path, fault, facts: module.facts };
}
