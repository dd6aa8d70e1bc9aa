import type { CombinationReport, Report } from './report.ts';

/** Combinations that could not be set up for one and the same reason. */
export interface SetUpFailure {
  /** The failure's id: `build-failed`, `no-network`, …. */
  readonly kind: string;
  readonly reason: string;
  readonly combinations: readonly CombinationReport[];
}

/** Set-up failures folded by their cause, told in the words of the first, the widest first. */
export function setUpFailures(report: Report): readonly SetUpFailure[] {
  const failures = new Map<string, SetUpFailure>();
  for (const one of report.combinations) {
    if (one.status !== 'error') continue;
    const kind = one.setUp ?? 'set-up-failed';
    const reason = one.reason ?? 'no reason was recorded';
    const key = JSON.stringify([kind, one.cause ?? reason]);
    const seen = failures.get(key);
    const combinations = [...(seen?.combinations ?? []), one];
    failures.set(key, { kind, reason: seen?.reason ?? reason, combinations });
  }
  return [...failures.values()].sort((a, b) => b.combinations.length - a.combinations.length);
}
