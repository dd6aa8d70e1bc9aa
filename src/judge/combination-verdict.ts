import type { CombinationVerdict } from '../model/combination-verdict.ts';
import type { Finding } from '../model/finding.ts';
import type { Measurement } from '../model/measurement.ts';
import { isProvenResult, type Result } from '../model/result.ts';

/**
 * The only definition of green: what is to be said of one combination. Whatever is neither proven
 * nor foretold is a failure, whether or not a rule knows it.
 *
 * @param results those of this combination
 * @param findings those that name this combination
 */
export function combinationVerdict(
  { state, observed }: Pick<Measurement, 'state' | 'observed'>,
  results: readonly Result[],
  findings: readonly Pick<Finding, 'kind' | 'severity' | 'category'>[],
): CombinationVerdict {
  switch (state.kind) {
    case 'excluded':
    case 'skipped':
      return state.kind;
    case 'error':
      return 'not-set-up';
    case 'ran':
      break;
    default:
      return state satisfies never;
  }
  // Another NumPy than planned: nothing was tested.
  if (results.some(({ diagnosis }) => diagnosis === 'wrong-numpy')) return 'not-set-up';
  if (results.some(isFailure)) return 'failed';
  // What is not in the wheel has no result that could be bad.
  if (findings.some(({ kind }) => kind === 'build-without-extensions')) return 'failed';
  if (results.some(({ known }) => known)) return 'known';
  if (observed.length === 0) return 'empty';
  return findings.some(isWarning) ? 'warned' : 'proven';
}

/** Green is proven: what did not import fails, whatever the rules say, unless it was foretold. */
function isFailure(result: Result): boolean {
  return !result.known && !isProvenResult(result);
}

/** A range declared too wide says nothing of one combination. */
function isWarning({ severity, category }: Pick<Finding, 'severity' | 'category'>): boolean {
  return severity === 'warning' && category !== 'metadata';
}
