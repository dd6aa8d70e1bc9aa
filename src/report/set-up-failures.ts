import { listOf } from '../escape/list-of.ts';
import type { Location } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import type { CombinationReport, Report } from './report.ts';

/** Combinations that could not be set up for one and the same reason. */
export interface SetUpFailure {
  /** The failure's id: `build-failed`, `no-network`, …. */
  readonly kind: string;
  /** In the words of the first; one line more names the other Pythons where these say their own. */
  readonly reason: string;
  /** The line of the repository where it stopped; null where nothing tells. */
  readonly location: Location | null;
  readonly combinations: readonly CombinationReport[];
}

/** Set-up failures folded by their cause, the widest first. */
export function setUpFailures(report: Report): readonly SetUpFailure[] {
  const failures = groupBy(
    report.combinations.filter(({ status }) => status === 'error'),
    (one) => JSON.stringify([kindOf(one), one.cause ?? reasonOf(one)]),
  );
  return [...failures.values()]
    .map((all) => ({
      kind: kindOf(all[0]),
      reason: told(all),
      location: all.find(({ location }) => location)?.location ?? null,
      combinations: all,
    }))
    .sort((a, b) => b.combinations.length - a.combinations.length);
}

/** "Python 3.14 is not on this machine" is not all there is to say where 3.15 is not either. */
function told(combinations: readonly CombinationReport[]): string {
  const first = combinations[0];
  const reason = reasonOf(first);
  const others = combinations
    .filter((one) => one.label !== first?.label && reasonOf(one) !== reason)
    .map(({ label }) => label);
  if (others.length === 0) return reason;
  return `${reason}\nThe same with Python ${listOf([...new Set(others)])}.`;
}

function kindOf(one: CombinationReport | undefined): string {
  return one?.setUp ?? 'set-up-failed';
}

function reasonOf(one: CombinationReport | undefined): string {
  return one?.reason ?? 'no reason was recorded';
}
