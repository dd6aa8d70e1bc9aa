import type { SubjectReport } from '../report.ts';
import type { PlanContext } from './plan.ts';

interface Asked extends Pick<PlanContext, 'provenance'> {
  readonly axes: Readonly<Record<'pythons' | 'numpys', readonly { readonly text: string }[]>>;
}

/** What the plan is shown with: the subject, the specs, and where each came from. */
export function planContext(
  subject: SubjectReport,
  asked: Asked,
  cut: Pick<PlanContext, 'parts' | 'file'>,
): PlanContext {
  return {
    subject: subject.name,
    version: subject.version,
    declaredNumpy: subject.declaredNumpy,
    declaredPython: subject.declaredPython,
    pythons: asked.axes.pythons.map(({ text }) => text),
    numpys: asked.axes.numpys.map(({ text }) => text),
    provenance: asked.provenance,
    ...cut,
  };
}
