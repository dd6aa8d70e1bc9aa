import type { CombinationState } from './measurement.ts';
import type { MeasuredSubject } from './measurements.ts';

/**
 * What became of the build for one Python, as `build` writes it beside the wheel: the jobs that
 * measure take that wheel, and know it by its hash.
 */
export interface BuiltWheel {
  readonly schema: 1;
  readonly document: 'built-wheel';
  readonly tool: { readonly name: 'numpy-abi-matrix'; readonly version: string };
  readonly subject: Pick<MeasuredSubject, 'kind' | 'name' | 'commit'>;
  /** The id of the plan that it was built for. */
  readonly plan: string;
  readonly python: string;
  readonly platform: string;
  readonly result: BuildOutcome;
}

/** A wheel in the folder of the document, or why there is none. */
export type BuildOutcome =
  | {
      readonly kind: 'built';
      /** The wheel's file name. */
      readonly file: string;
      readonly sha256: string;
      readonly buildNumpy: string | null;
      readonly buildPython: string;
      /** The wheel's ABI tag: `cp311`, `abi3`, `none`. */
      readonly abi: string;
      /** What the build printed. */
      readonly text: string;
    }
  | { readonly kind: 'none'; readonly state: CombinationState };
