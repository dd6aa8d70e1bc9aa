import type { Bisected } from './bisected.ts';
import type { ExcludedCombination, MissingCombination } from './combination.ts';
import type { CombinationFilter } from './config.ts';
import type { MeasuredCombination, Measurement } from './measurement.ts';
import type { NotTested } from './not-tested.ts';
import type { ReleaseAdvice } from './release-advice.ts';
import type { Severity } from './severity.ts';
import type { SubjectFacts } from './subject-facts.ts';
import type { TimeSpan } from './time-span.ts';

/** The subject, as far as judging needs it. */
export interface MeasuredSubject {
  readonly kind: 'project' | 'wheels' | 'packages';
  readonly name: string;
  readonly version: string | null;
  /** One for each distribution under test. */
  readonly facts: readonly SubjectFacts[];
  /**
   * A project's folder, POSIX, relative to the git top level, without one to the working directory;
   * null for other subjects.
   */
  readonly folder: string | null;
  /** The git commit of the project; null where there is none. */
  readonly commit: string | null;
}

/** The plan that was measured, whole: a shard measures only a part of it. */
export interface MeasuredPlan {
  /** Hash of what was planned: measurements of one run share it. */
  readonly id: string;
  readonly planned: readonly MeasuredCombination[];
  readonly excluded: readonly ExcludedCombination[];
  readonly missing: readonly MissingCombination[];
  readonly notices: readonly string[];
  /** Into how many parts it was cut; absent where it was not. */
  readonly shards?: number;
  /** Set where all parts take wheels that were built once: theirs must be the same. */
  readonly buildOnce?: true;
  /** What an earlier run took, where the plan was cut by that. */
  readonly expected?: ExpectedSeconds;
  /** Ids of combinations that only bisect tried: no part of what was cut. */
  readonly besides?: readonly string[];
}

/** Seconds by which a plan is cut into parts. */
export interface ExpectedSeconds {
  /** One build; null where the earlier run built nothing. */
  readonly build: number | null;
  /** A combination of which nothing is known. */
  readonly usual: number;
  /** By id. */
  readonly combinations: Readonly<Record<string, number>>;
}

/** A minor series of NumPy that the index has. */
export interface NumpySeries {
  /** `1.26`. */
  readonly name: string;
  /** Releases of it, ascending, without pre-releases. */
  readonly releases: readonly string[];
  /** Whether a release of it installs on one of the planned Pythons. */
  readonly installable: boolean;
}

/** What the user's settings say of judging. */
export interface JudgeSettings {
  readonly knownFailures: readonly CombinationFilter[];
  /** Relative difference of numbers that is accepted; null: what smoke code prints is not compared. */
  readonly tolerance: number | null;
  /** The smoke code's file; null when it was given as text, or there is none. */
  readonly smokeFile: string | null;
  readonly failOn: Exclude<Severity, 'note' | 'none'> | 'never';
  readonly allowEmpty: boolean;
}

/** A table of functions of NumPy's C-API that a module calls through although it is not filled. */
export interface EmptyTable {
  /**
   * Of several files each has one, and another's is filled: nothing makes it one (`apart`), the files
   * name it differently (`other-symbol`), or after NumPy's header was included (`too-late`). `late`:
   * only a function that the module's init function does not call fills it; `ufunc`: it is that of
   * ufuncs, which nobody fills.
   */
  readonly how: 'apart' | 'other-symbol' | 'too-late' | 'late' | 'ufunc';
  /** The file that calls through it, and the function that it calls. */
  readonly file: string;
  /** 1-based: of that file the line that includes NumPy's header (of several files), else a call. */
  readonly line: number;
  readonly called: string;
  /** The file that calls `import_array()`. */
  readonly filledIn: string;
  /** `late`: the function that does. */
  readonly within: string | null;
  /** A build file lists both files as the module's: then it is told although nothing crashed. */
  readonly listed?: boolean;
}

/** What the project's sources tell that no binary does. */
export interface SourceFacts {
  /** Module name → a function of NumPy's C-API that its sources call without initialising it. */
  readonly uninitialised: Readonly<Record<string, string>>;
  /** Module name → its table of NumPy's C-API that is empty. */
  readonly emptyTables?: Readonly<Record<string, EmptyTable>>;
  /** Lines that define extension modules, looked for where a wheel holds none. */
  readonly extensions: readonly {
    readonly file: string;
    readonly line: number;
    readonly what: string;
  }[];
  /** Modules that build files define by their names, each with its line. */
  readonly defined?: readonly {
    readonly module: string;
    readonly file: string;
    readonly line: number;
    /** A condition asks for the platform or for Python's release. */
    readonly isForSome?: boolean;
  }[];
}

/** What `merge` could not take in, with the reason: a file, or a part of the plan that left none. */
export interface Refused extends NotTested {
  readonly lost?: true;
}

/**
 * What a run, or a shard of one, measured: the second of the three documents. Plain data, written by
 * `check --measurements` and read by `merge`; a report follows from it alone.
 */
export interface Measurements {
  readonly schema: 1;
  readonly document: 'measurements';
  readonly tool: { readonly name: 'numpy-abi-matrix'; readonly version: string };
  readonly subject: MeasuredSubject;
  readonly plan: MeasuredPlan;
  readonly settings: JudgeSettings;
  /** Words after `check` that ask for the same again, without the axes: `['.', '--smoke', 'smoke.py']`. */
  readonly asked?: readonly string[];
  /**
   * What decides over what was looked at, by the option's name: parts of one plan on one platform
   * have it in common. Absent from documents of earlier versions.
   */
  readonly looked?: Readonly<Record<string, string>>;
  /** Ascending. */
  readonly numpy: readonly NumpySeries[];
  /** Labels of the minor versions of Python that exist: `3.12`. */
  readonly pythons: readonly string[];
  readonly sources: SourceFacts;
  /** In plan order. */
  readonly measurements: readonly Measurement[];
  readonly bisected: readonly Bisected[];
  /** What the index said of releases that would help. */
  readonly advice: readonly ReleaseAdvice[];
  readonly notices: readonly string[];
  readonly notTested: readonly NotTested[];
  /** Seconds by stage, and in all. */
  readonly seconds: Readonly<Record<string, number>>;
  /** What ran when; absent where documents of several runs were merged. */
  readonly timeline?: readonly TimeSpan[];
  /** Probes that could run at the same time. */
  readonly jobs?: number;
}
