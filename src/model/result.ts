import type { Category } from './finding.ts';
import type { Outcome } from './outcome.ts';
import type { Severity } from './severity.ts';

/** The name under which the smoke code's result is reported. */
export const SMOKE = '<smoke>';

/** What became of one compiled file, or of the smoke code, under one combination. */
export interface Result {
  readonly combination: string;
  /** The module's name, or `<smoke>`. */
  readonly module: string;
  readonly file: string | null;
  readonly outcome: Outcome;
  readonly diagnosis: string | null;
  readonly category: Category | null;
  readonly severity: Severity;
  /** It failed as a line of known-failures foretold: no error, and not proven either. */
  readonly known?: true;
}

/**
 * Whether nothing speaks against the one module or the smoke code: a warning (a swallowed failure,
 * say) does not undo an import, an error does. What was foretold is asked of `known`.
 */
export function isProvenResult({
  outcome,
  severity,
}: Pick<Result, 'outcome' | 'severity'>): boolean {
  return outcome.kind === 'imported' && severity !== 'error';
}
