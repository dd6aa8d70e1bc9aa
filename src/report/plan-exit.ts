import type { ShownPlan } from '../model/combination.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';

/** What `plan` ends with: what was named and can't be had (3), nothing to run (4), else 0. */
export function planExitOf(plan: Pick<ShownPlan, 'planned' | 'missing'>): ExitCode {
  if (plan.missing.length > 0) return EXIT.setUp;
  return plan.planned.length > 0 ? EXIT.proven : EXIT.nothingTested;
}
