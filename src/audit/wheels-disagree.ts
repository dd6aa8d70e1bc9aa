import type { AuditedWheel } from '../model/audit.ts';
import type { Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import { auditFinding } from './audit-finding.ts';
import { isNumpy2 } from './judge-wheel.ts';
import { wheelNeeds } from './wheel-needs.ts';
import { placesOf } from './wheel-places.ts';

/**
 * Wheels of one release that were built for different NumPy eras. Those for Pythons that no NumPy 2
 * runs on must be built for 1.x, and say nothing.
 */
export function disagreements(
  wheels: readonly AuditedWheel[],
  numpy: IndexProject | null,
): readonly Finding[] {
  const releases = groupBy(
    wheels.filter(({ beside }) => beside.kind !== 'fixed'),
    ({ distribution, version }) => JSON.stringify([distribution, version]),
  );
  return [...releases.values()].flatMap((group) => {
    const old = group.filter((one) => wheelNeeds(one).belowNumpy2 && mayMeetNumpy2(one, numpy));
    const recent = group.filter((wheel) => {
      const needs = wheelNeeds(wheel);
      return !needs.belowNumpy2 && needs.recent.length > 0;
    });
    const [first, second] = [old[0], recent[0]];
    if (!first || !second) return [];
    const names = [...old, ...recent].map((one) => one.wheel);
    return [
      auditFinding(first, names, [], undefined, {
        kind: 'wheels-disagree',
        severity: 'warning',
        title: `The wheels of ${first.distribution} ${first.version} need different NumPys`,
        explanation: `${first.wheel} was built for NumPy 1.x, ${second.wheel} for NumPy 2: users get another answer on another Python or system (${old.length} and ${recent.length} wheels).`,
        fix: 'Build all wheels of a release against the same NumPy, 2.0 or newer.',
      }),
    ];
  });
}

function mayMeetNumpy2(wheel: AuditedWheel, numpy: IndexProject | null): boolean {
  return placesOf(wheel, numpy).some(({ installable }) => installable.some(isNumpy2));
}
