import { list, maybeText, object, text } from './json-schema.ts';
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

/** Its JSON schema: files of others are not believed. */
export const BUILT_WHEEL_SCHEMA = object({
  schema: { const: 1 },
  document: { const: 'built-wheel' },
  tool: object({ name: text, version: text }),
  subject: object({ kind: text, name: text, commit: maybeText }),
  plan: text,
  python: text,
  platform: text,
  result: {
    anyOf: [
      object({
        kind: { const: 'built' },
        file: text,
        sha256: text,
        buildNumpy: maybeText,
        buildPython: text,
        abi: text,
        text,
      }),
      object({
        kind: { const: 'none' },
        state: {
          anyOf: [
            object({ kind: { const: 'excluded' }, reason: text }),
            object({
              kind: { const: 'error' },
              setUp: text,
              message: text,
              lines: list(text),
            }),
          ],
        },
      }),
    ],
  },
});
