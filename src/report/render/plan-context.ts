import type { Config } from '../../model/config.ts';
import type { SubjectReport } from '../report.ts';
import type { PlanContext } from './plan.ts';

/** What the plan is shown with: the subject, the specs, and where each came from. */
export function planContext(
  subject: SubjectReport,
  config: Config,
  parts: PlanContext['parts'] = null,
): PlanContext {
  return {
    subject: subject.name,
    version: subject.version,
    declaredNumpy: subject.declaredNumpy,
    declaredPython: subject.declaredPython,
    pythons: config.pythons.map(({ text }) => text),
    numpys: config.numpys.map(({ text }) => text),
    provenance: config.provenance,
    parts,
  };
}
