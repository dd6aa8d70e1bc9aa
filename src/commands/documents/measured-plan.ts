import { createHash } from 'node:crypto';
import type { Plan } from '../../model/combination.ts';
import { measuredCombination } from '../../model/measurement.ts';
import type { MeasuredPlan, MeasuredSubject } from '../../model/measurements.ts';

/** A plan as measurements and plan files carry it: without what only this machine knows. */
export function measuredPlan(
  plan: Plan,
  subject: Pick<MeasuredSubject, 'kind' | 'name'>,
  version: string,
): MeasuredPlan {
  return identified(
    {
      planned: plan.planned.map(measuredCombination),
      excluded: plan.excluded,
      missing: plan.missing,
      notices: plan.notices,
    },
    subject,
    version,
  );
}

/** Gives a plan its id: plans of one subject and one tool that run the same have the same. */
export function identified(
  plan: Omit<MeasuredPlan, 'id'>,
  subject: Pick<MeasuredSubject, 'kind' | 'name'>,
  version: string,
): MeasuredPlan {
  const { planned, excluded, missing } = plan;
  const ids = [planned, excluded, missing].map((list) =>
    list.map(({ id, platform }) => [id, platform]),
  );
  const identity = JSON.stringify([version, subject.kind, subject.name, ids]);
  return { ...plan, id: createHash('sha256').update(identity).digest('hex') };
}
