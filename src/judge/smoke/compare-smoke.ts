import { compareNumpy } from '../../model/compare-numpy.ts';
import { compareMinors, majorOf } from '../../packaging/numpy-releases.ts';
import { compareOutput, type OutputDifference } from './compare-output.ts';

/** What the smoke code printed under one combination. */
export interface SmokeTrial {
  readonly combination: string;
  /** Label of the Python. */
  readonly python: string;
  /** The NumPy that was loaded; null when none was. */
  readonly numpy: string | null;
  /** What the subject was built against; null for foreign wheels. */
  readonly buildNumpy: string | null;
  /** It ran to its end. */
  readonly passed: boolean;
  readonly output: string;
  /** What a second run of it printed; null when there was none. */
  readonly again: string | null;
  /** The output was cut: what is missing cannot be compared. */
  readonly truncated: boolean;
  /** Something that it loads was made for NumPy 1's memory layout. */
  readonly madeForNumpy1: boolean;
}

/** What the comparison says of one combination. */
export type SmokeComparison =
  | {
      readonly kind: 'differs';
      readonly trial: SmokeTrial;
      readonly reference: SmokeTrial;
      readonly differences: readonly OutputDifference[];
    }
  /** Two runs of the same combination differ: there is nothing to compare with. */
  | {
      readonly kind: 'unstable';
      readonly trial: SmokeTrial;
      readonly differences: readonly OutputDifference[];
    }
  | { readonly kind: 'too-long'; readonly trial: SmokeTrial };

/**
 * Compares the smoke outputs of all combinations with those of the reference: per Python, the
 * combination with the build NumPy; where that is not known (foreign wheels, pybind11), the newest
 * NumPy of the binary's era.
 *
 * @param tolerance largest relative difference of two equal numbers
 * @returns what is to be reported; combinations that say the same are left out
 */
export function compareSmoke(
  trials: readonly SmokeTrial[],
  tolerance: number,
): readonly SmokeComparison[] {
  const passed = trials.filter((trial) => trial.passed);
  const cut = passed.find((trial) => trial.truncated);
  if (cut) return [{ kind: 'too-long', trial: cut }];
  return [...new Set(passed.map((trial) => trial.python))].flatMap(
    (python): readonly SmokeComparison[] => {
      const here = passed.filter((trial) => trial.python === python);
      const reference = referenceFor(here, passed, tolerance);
      if (!reference) return [];
      const unstable = differencesOf(reference, reference.again, tolerance);
      if (unstable.length > 0) {
        return [{ kind: 'unstable', trial: reference, differences: unstable }];
      }
      return here.flatMap((trial) => {
        const differences = differencesOf(reference, trial.output, tolerance);
        return trial !== reference && differences.length > 0
          ? [{ kind: 'differs', trial, reference, differences } as const]
          : [];
      });
    },
  );
}

function differencesOf(
  reference: SmokeTrial,
  output: string | null,
  tolerance: number,
): readonly OutputDifference[] {
  return output === null ? [] : compareOutput(reference.output, output, tolerance);
}

/**
 * A binary for NumPy 1's layout on a Python that has no NumPy 1.x is compared with another Python's
 * reference, unless that Python itself shows that NumPy's major release makes no difference (then it
 * is the Python that does).
 */
function referenceFor(
  here: readonly SmokeTrial[],
  all: readonly SmokeTrial[],
  tolerance: number,
): SmokeTrial | undefined {
  const own = best(here);
  if (!own || !all.some((one) => one.madeForNumpy1) || majorOf(own.numpy) === 1) return own;
  const elsewhere = best(all);
  if (!elsewhere || majorOf(elsewhere.numpy) !== 1) return own;
  const harmless = all.some(
    (one) =>
      one.python === elsewhere.python &&
      majorOf(one.numpy) === 2 &&
      differencesOf(elsewhere, one.output, tolerance).length === 0,
  );
  return harmless ? own : elsewhere;
}

function best(trials: readonly SmokeTrial[]): SmokeTrial | undefined {
  const forNumpy1 = trials.some((trial) => trial.madeForNumpy1);
  const score = ({ numpy, buildNumpy }: SmokeTrial): number => {
    if (numpy === null) return -1;
    const ofEra = forNumpy1
      ? majorOf(numpy) === 1
      : buildNumpy === null || majorOf(numpy) === majorOf(buildNumpy);
    const built = buildNumpy === numpy ? 2 : sameMinor(numpy, buildNumpy) ? 1 : 0;
    return Number(ofEra) * 4 + built;
  };
  const newestLast = (a: SmokeTrial, b: SmokeTrial) =>
    score(a) - score(b) || compareNumpy(a.numpy ?? '0.0', b.numpy ?? '0.0');
  return trials.toSorted(newestLast).at(-1);
}

function sameMinor(numpy: string, other: string | null): boolean {
  return other !== null && compareMinors(numpy, other) === 0;
}
