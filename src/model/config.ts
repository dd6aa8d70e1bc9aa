import type { NumpySpec } from './numpy-spec.ts';
import type { PythonSpec } from './python-spec.ts';
import type { Shard } from './shard.ts';

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

/** Everything the user can set, parsed once at the edge. Paths are absolute. */
export interface Config {
  readonly mode: 'check' | 'plan' | 'merge' | 'audit';
  /** `check`: the file to write measurements to, absolute; `merge`: files, folders, globs to read. */
  readonly measurements: readonly string[];
  readonly subject: SubjectSpec;
  readonly constraints: readonly string[];
  readonly pythons: readonly PythonSpec[];
  readonly numpys: readonly NumpySpec[];
  readonly modules: readonly string[];
  readonly allowEmpty: boolean;
  readonly metadata: MetadataPolicy;
  readonly isolation: 'shared' | 'module';
  readonly timeoutSeconds: number;
  readonly jobs: number;
  readonly failOn: FailOn;
  readonly smoke: SmokeCode | null;
  readonly compare: boolean;
  readonly tolerance: number;
  readonly dependencies: 'none' | 'direct' | 'all';
  readonly buildNumpy: NumpySpec | null;
  readonly extras: readonly string[];
  readonly include: readonly CombinationFilter[];
  readonly exclude: readonly CombinationFilter[];
  readonly knownFailures: readonly CombinationFilter[];
  /** `check`: the part of the plan to run; null: all of it. */
  readonly shard: Shard | null;
  /** `plan`: how many parts to cut it into. */
  readonly shards: number | null;
  readonly bisect: boolean;
  readonly failFast: boolean;
  readonly budgetMinutes: number;
  /** Names of further variables that probes may see. */
  readonly environment: readonly string[];
  readonly index: IndexOptions;
  readonly cacheDir: string | null;
  readonly useCache: boolean;
  /** Nothing is taken from an earlier run but downloads. */
  readonly fresh: boolean;
  /** Output files; `-` is stdout. */
  readonly json: string | null;
  /** Absolute paths of further report files, by the option that asks for one. */
  readonly reports: Readonly<Record<string, string>>;
  /** Folder for the report in every format, null when there is none. */
  readonly reportDir: string | null;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly provenance: Readonly<Record<string, Provenance>>;
  /** What flags or inputs gave, as it was written; what pyproject.toml says is not among it. */
  readonly given: readonly { readonly name: string; readonly texts: readonly string[] }[];
}
