import type { Severity } from './severity.ts';

export type Category =
  | 'numpy-abi'
  | 'numpy-python-api'
  | 'python-abi'
  | 'loader'
  | 'crash'
  | 'timeout'
  | 'exit'
  | 'environment'
  | 'unrelated'
  | 'latent'
  | 'metadata'
  | 'configuration'
  | 'unclassified';

/** Whose field the repair lies in. */
export type Fault = 'own' | 'dependency' | 'environment' | 'unknown';

/** The distribution, module and file that could not be initialised. Nulls are unknowns. */
export interface Culprit {
  readonly distribution: string | null;
  readonly version: string | null;
  readonly module: string | null;
  /** Relative to site-packages where it lies there, else absolute. */
  readonly file: string | null;
}

/** What a finding says, for the user: plain text, unescaped. */
export interface Prose {
  /** One line without a final period, without module lists and combinations. */
  readonly title: string;
  /** Plain words, with the versions (built for, loaded) filled in. */
  readonly explanation: string;
  /** What to do now, an instruction. */
  readonly fix: string;
}

export type Fact = string | number | boolean | null | readonly string[];

/** What a rule found out, as plain data: `{ needs: '1.23' }`, `{ library: 'libblas.so.3' }`. */
export type Facts = Readonly<Record<string, Fact>>;

/** What a finding is, whatever words it is told in. */
export interface Diagnosed {
  /** Stable id, an anchor of `docs/failures/`. */
  readonly kind: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly fault: Fault;
  readonly culprit: Culprit;
  readonly facts: Facts;
  /** The lines of output that show it, verbatim, few. */
  readonly evidence: readonly string[];
  /** `swallowed`: the kind that was swallowed. */
  readonly inner: string | null;
  /** What locate needs beyond the kind, e.g. the native frame or the requirement's name. */
  readonly hints: LocationHints;
}

export interface LocationHints {
  /** A source position seen at run time (native frame, traceback in the project), repo-relative or absolute. */
  readonly source?: { readonly file: string; readonly line: number };
  /** The distribution whose requirement line should change (`numpy`, `numexpr`). */
  readonly requirement?: string;
  /** Where that requirement is looked for first. */
  readonly table?: 'build' | 'runtime';
  /** A symbol or macro to find in the sources (`NPY_TARGET_VERSION`, `import_array`). */
  readonly symbol?: string;
  /** The module's definition in the build file is the place, whatever the kind says. */
  readonly definition?: true;
  /**
   * What the module's compiled sources may hold as a string, best first: compiled code has no frame
   * of its own in a traceback.
   */
  readonly literals?: readonly string[];
}

/** A position in the repository: POSIX, clean, relative to the git top level, 1-based. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly endLine?: number;
}

/** Equal diagnoses folded over modules and combinations: what becomes one annotation. */
export interface Finding extends Diagnosed, Prose {
  readonly location: Location | null;
  /** Names of the modules it takes down, sorted. */
  readonly modules: readonly string[];
  /** Ids of the combinations it happens on, in plan order. */
  readonly combinations: readonly string[];
  /** Page in the documentation: `docs/failures/np1-on-np2.md`. */
  readonly documentation: string;
}
