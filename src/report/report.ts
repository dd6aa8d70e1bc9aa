import type { CombinationStatus } from '../model/combination.ts';
import type { CapiFacts } from '../model/compiled-module.ts';
import type { Category, Finding } from '../model/finding.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Severity } from '../model/severity.ts';

/** The whole run as one JSON document, schema 1. Field names are a public contract. */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: 'numpy-abi-matrix'; readonly version: string };
  readonly subject: SubjectReport;
  readonly combinations: readonly CombinationReport[];
  readonly modules: readonly ModuleReport[];
  readonly results: readonly ResultReport[];
  readonly findings: readonly Finding[];
  readonly supported: {
    readonly numpy: string | null;
    readonly python: string | null;
    /** The proven NumPy range by the Python's label. */
    readonly perPython?: Readonly<Record<string, string | null>>;
  };
  readonly notices: readonly string[];
  /** Wheels and files that were listed but not imported here, each with the reason. */
  readonly notTested: readonly { readonly what: string; readonly reason: string }[];
  /** The verdict sentence, with its scope. */
  readonly verdict: string;
  readonly exitCode: number;
  /** Seconds per stage of the pipeline, and in all. */
  readonly seconds: Readonly<Record<string, number>>;
}

export interface SubjectReport {
  readonly kind: 'project' | 'wheels' | 'packages';
  readonly name: string;
  readonly version: string | null;
  readonly declaredNumpy: string | null;
  readonly declaredPython: string | null;
}

export interface CombinationReport {
  readonly id: string;
  /** Full version of the interpreter, or the label where there is none. */
  readonly python: string;
  readonly label: string;
  readonly numpy: string;
  readonly platform: string;
  readonly buildNumpy: string | null;
  /** The Python that the wheel under test was built with; null for foreign wheels. */
  readonly buildPython: string | null;
  readonly processes: number;
  readonly status: CombinationStatus;
  /** Why it is excluded, skipped, or could not be set up; null otherwise. */
  readonly reason: string | null;
  /** A set-up failure's id (`build-failed`, `no-network`, …); null otherwise. */
  readonly setUp: string | null;
  readonly seconds: number;
  /** What the smoke code printed, capped; null when it did not run. */
  readonly smokeOutput: string | null;
}

export interface ModuleReport {
  readonly name: string;
  readonly distribution: string;
  readonly version: string;
  readonly file: string;
  readonly wheel: string | null;
  readonly pythons: readonly string[];
  readonly capi: CapiFacts;
}

export interface ResultReport {
  readonly combination: string;
  /** The module's name, or `<smoke>`. */
  readonly module: string;
  readonly file: string | null;
  readonly outcome: Outcome;
  readonly diagnosis: string | null;
  readonly category: Category | null;
  readonly severity: Severity;
  /** It failed as a line of known-failures foretold: no error, and not proven either. */
  readonly known?: true;
}

/** The name under which the smoke code's result is reported. */
export const SMOKE = '<smoke>';
