import type { Interpreter } from '../packaging/interpreter.ts';
import type { SetUpFailure } from './set-up-failure.ts';

/** What is planned or done with one Python × one NumPy. */
export type CombinationStatus = 'planned' | 'passed' | 'failed' | 'excluded' | 'error' | 'skipped';

/**
 * One Python × one NumPy on a platform, which its id names where a run has more than one.
 *
 * `numpy` is an exact release, or `none`: install only what the subject's metadata asks for.
 * `python` is the label users know: `3.11`, `3.13t`, `pypy3.10`; a full version where two patch
 * releases of one minor are planned.
 */
export interface Combination {
  readonly id: string;
  readonly python: string;
  readonly numpy: string;
  readonly platform: string;
}

/** A combination that will run, with the interpreter it runs on. */
export interface PlannedCombination extends Combination {
  readonly interpreter: Interpreter;
  /** Set where NumPy comes from the nightly index, which the installation needs besides. */
  readonly nightly?: true;
}

/** What does not run names its Python like what runs, where there is one. */
interface Unrun extends Combination {
  /** Full version of the interpreter; absent where none can be had. */
  readonly version?: string;
}

/** A combination that does not run; `reason` is a sentence for the user. */
export interface ExcludedCombination extends Unrun {
  readonly reason: string;
  /** The same sentence for all combinations with the same cause: equal ones are told once. */
  readonly cause: string;
}

/** A combination that the user named and that cannot be had here: a set-up failure. */
export interface MissingCombination extends Unrun {
  readonly failure: SetUpFailure;
}

/** The combinations to run, those that cannot exist, and those that should and can't be had. */
export interface Plan {
  readonly planned: readonly PlannedCombination[];
  readonly excluded: readonly ExcludedCombination[];
  readonly missing: readonly MissingCombination[];
  /** Things the user should know that excluded nothing (one sentence each). */
  readonly notices: readonly string[];
}

/** A plan to look at: what runs need not be on this machine. */
export interface ShownPlan extends Omit<Plan, 'planned'> {
  readonly planned: readonly (Combination & {
    readonly interpreter: Pick<Interpreter, 'version'> &
      Partial<Pick<Interpreter, 'executable' | 'source'>>;
  })[];
}

/** The spelling of the NumPy axis that installs only what the metadata asks for. */
export const NUMPY_NONE = 'none';

/**
 * @param python the label of the Python
 * @param numpy an exact release or `none`
 * @param platform named where a run has more than one
 * @returns the id users see
 * @example combinationId('3.11', '2.0.2') // 'py3.11-np2.0.2'
 * @example combinationId('3.11', '2.0.2', 'macos-arm64') // 'py3.11-np2.0.2-macos-arm64'
 */
export function combinationId(python: string, numpy: string, platform?: string): string {
  const prefix = /^\d/.test(python) ? 'py' : '';
  return `${prefix}${python}-np${numpy}${platform === undefined ? '' : `-${platform}`}`;
}
