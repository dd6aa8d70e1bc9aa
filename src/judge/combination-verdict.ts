import type { CombinationVerdict } from '../model/combination-verdict.ts';
import type { Category, Finding } from '../model/finding.ts';
import type { Measurement } from '../model/measurement.ts';
import { isProvenResult, type Result } from '../model/result.ts';
import { normaliseName } from '../packaging/requirement-name.ts';

/**
 * The only definition of green: what is to be said of one combination. Whatever is neither proven
 * nor foretold is a failure, whether or not a rule knows it.
 *
 * @param results those of this combination
 * @param findings those that name this combination
 * @param foretold whether known failures took out something that was seen there, or its set-up failure
 */
export function combinationVerdict(
  { state, observed }: Pick<Measurement, 'state' | 'observed'>,
  results: readonly Result[],
  findings: readonly Pick<Finding, 'kind' | 'severity' | 'category' | 'culprit'>[],
  foretold = false,
): CombinationVerdict {
  switch (state.kind) {
    case 'excluded':
    case 'skipped':
      return state.kind;
    case 'error':
      return foretold ? 'excluded' : 'not-set-up';
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
  if (foretold || results.some(({ known }) => known)) return 'known';
  if (observed.length === 0) return 'empty';
  const warnings = findings.filter(isWarning);
  if (warnings.some((one) => isDoubt(one, observed))) return 'doubtful';
  return warnings.length > 0 ? 'warned' : 'proven';
}

/** Green is proven: what did not import fails, whatever the rules say, unless it was foretold. */
function isFailure(result: Result): boolean {
  return !result.known && !isProvenResult(result);
}

/** A range declared too wide says nothing of one combination. */
function isWarning({ severity, category }: Pick<Finding, 'severity' | 'category'>): boolean {
  return severity === 'warning' && category !== 'metadata';
}

/**
 * A warning that says of compiled code under test that it may crash or return wrong numbers, although
 * it imports; or of the environment that another NumPy may have answered. What a dependency lacks that
 * was not asked for takes nothing from what was tested.
 */
function isDoubt(
  finding: Pick<Finding, 'kind' | 'category' | 'culprit'>,
  observed: Measurement['observed'],
): boolean {
  if (!isOfDoubt(finding)) return false;
  if (finding.kind === MIXED) return true;
  const { culprit } = finding;
  const name = normaliseName(culprit.distribution ?? '');
  return observed.some(({ module }) => normaliseName(module.distribution) === name);
}

const MIXED = 'numpy-mixed-install';

/** Whether a warning is of a kind that takes the proof away from what it concerns. */
export function isOfDoubt({ kind, category }: Pick<Finding, 'kind' | 'category'>): boolean {
  return kind === MIXED || DOUBTFUL.has(category);
}

const DOUBTFUL: ReadonlySet<Category> = new Set(['numpy-abi', 'python-abi', 'latent']);
