import { basename } from 'node:path';
import type { Plan } from '../../model/combination.ts';
import type { NotTested } from '../../model/not-tested.ts';
import type { Subject } from '../subject/subject.ts';
import { chooseWheels } from './choose-wheels.ts';

/** Wheels under test that no planned Python takes, each with the reason. */
export function unusedWheels(plan: Plan, subject: Subject): readonly NotTested[] {
  if (subject.kind !== 'wheels') return [];
  const used = new Set<string>();
  const reasons = new Map<string, string>();
  for (const { interpreter } of plan.planned) {
    const choice = chooseWheels(subject.files, interpreter);
    for (const wheel of choice.chosen) used.add(wheel);
    for (const { wheel, reason } of choice.others) {
      const earlier = reasons.get(wheel);
      if (!earlier?.startsWith('shadowed')) reasons.set(wheel, reason);
    }
  }
  return subject.files
    .filter((wheel) => !used.has(wheel))
    .map((wheel) => ({
      what: basename(wheel),
      reason: reasons.get(wheel) ?? 'not for the planned Pythons and this platform',
    }));
}
