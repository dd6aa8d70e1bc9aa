/** Where a value came from, for `plan` and for messages. */
export type Provenance =
  | { readonly kind: 'default' }
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'pyproject'; readonly file: string; readonly line: number };

/** What becomes of the NumPy requirement: of the subject's own, or of everybody's. */
export const METADATA = ['respect', 'ignore', 'ignore-all'] as const;
export type MetadataPolicy = (typeof METADATA)[number];

/** The mildest finding that fails a run. */
export const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** The code that is run after the imports. */
export interface SmokeCode {
  readonly code: string;
  /** What it is shown under. */
  readonly name: string;
  /** The script, absolute; null for code that was given as such. */
  readonly file: string | null;
}

export type SubjectSpec =
  | { readonly kind: 'project'; readonly path: string }
  | { readonly kind: 'wheels'; readonly globs: readonly string[] }
  | { readonly kind: 'packages'; readonly requirements: readonly string[] };

/** A line of `include`, `exclude` or `known-failures`: `python=3.12 numpy<1.26 module=pkg._x: why`. */
export interface CombinationFilter {
  readonly text: string;
  /** PEP 440 specifiers over the Python (`==3.12.*`), null when the line does not name it. */
  readonly python: string | null;
  /** `python=3.13t`: only free-threaded builds; absent: both kinds. */
  readonly freeThreaded?: boolean;
  /** `python=pypy3.11`; absent: what an equality names is CPython, a range means all. */
  readonly implementation?: 'pypy';
  /** `os=windows,macos` or `os!=linux`, platforms or the systems they begin with; absent: all. */
  readonly os?: { readonly is: boolean; readonly names: readonly string[] };
  readonly numpy: string | null;
  readonly module: string | null;
  readonly reason: string | null;
}

export interface IndexOptions {
  readonly indexUrl: string | null;
  readonly extraIndexUrls: readonly string[];
  readonly findLinks: readonly string[];
  /** Null: the NumPy spec `nightly` cannot be used. */
  readonly nightlyIndex: string | null;
}
