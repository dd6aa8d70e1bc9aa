/** What a user may write for a NumPy (src/settings/numpy-spec.ts parses it). */
export type NumpySpec =
  | {
      readonly kind:
        | 'auto'
        | 'oldest'
        | 'latest'
        | 'prerelease'
        | 'nightly'
        | 'edges'
        | 'spec0'
        | 'none';
      readonly text: string;
    }
  /** `1.26`: its newest patch release that installs. */
  | {
      readonly kind: 'minor';
      readonly text: string;
      readonly major: number;
      readonly minor: number;
    }
  | { readonly kind: 'exact'; readonly text: string; readonly version: string }
  /** `>=1.23,<2.3`: the newest patch of every minor inside. */
  | { readonly kind: 'range'; readonly text: string; readonly specifier: string };
