/** What a user may write for a Python (src/settings/python-spec.ts parses it). */
export type PythonSpec =
  | { readonly kind: 'auto'; readonly text: string }
  /** `3.11`, `3.13t`, `3.15-dev`, `pypy3.10`. */
  | {
      readonly kind: 'minor';
      readonly text: string;
      readonly implementation: 'cpython' | 'pypy';
      readonly major: number;
      readonly minor: number;
      readonly freeThreaded: boolean;
      readonly prerelease: boolean;
    }
  /** `3.11.7`, `3.13.1t`, `3.15.0rc2`. */
  | {
      readonly kind: 'exact';
      readonly text: string;
      readonly version: string;
      readonly freeThreaded: boolean;
    }
  /** `3.x`, `>=3.10`, `>=3.10,<3.13`: newest for `3.x`, every minor for a range. */
  | { readonly kind: 'newest'; readonly text: string; readonly major: number }
  | { readonly kind: 'range'; readonly text: string; readonly specifier: string }
  | { readonly kind: 'path'; readonly text: string; readonly path: string };
