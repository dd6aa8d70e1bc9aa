import type { CombinationStatus } from '../model/combination.ts';
import type { CombinationVerdict } from '../model/combination-verdict.ts';
import type { BinaryFacts, CapiFacts } from '../model/compiled-module.ts';
import type { Finding, Location } from '../model/finding.ts';
import type { Refused } from '../model/measurements.ts';
import type { NotTested } from '../model/not-tested.ts';
import type { Predictions } from '../model/predictions.ts';
import type { Result } from '../model/result.ts';
import type { Supported } from '../model/supported.ts';
import type { TimeSpan } from '../model/time-span.ts';
import type { Evidence } from './evidence.ts';

/** The whole run as one JSON document, schema 1. Field names are a public contract. */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: 'numpy-abi-matrix'; readonly version: string };
  readonly subject: SubjectReport;
  readonly combinations: readonly CombinationReport[];
  readonly modules: readonly ModuleReport[];
  readonly results: readonly ResultReport[];
  readonly findings: readonly Finding[];
  readonly supported: Supported;
  readonly notices: readonly string[];
  /** Wheels and files that were listed but not imported here, each with the reason. */
  readonly notTested: readonly NotTested[];
  /** `merge`: what could not be taken in: files of measurements, and parts that left none. */
  readonly refused?: readonly Refused[];
  /** The verdict sentence, with its scope. */
  readonly verdict: string;
  readonly exitCode: number;
  /** Seconds per stage of the pipeline, and in all. */
  readonly seconds: Readonly<Record<string, number>>;
  /** What probes left behind, each equal one once; results point into it. */
  readonly evidence?: readonly Evidence[];
  /** What ran when, for the time line. */
  readonly timeline?: readonly TimeSpan[];
  /** Probes that could run at the same time. */
  readonly jobs?: number;
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
  /** What is to be said of it: `status` in finer words, decided in one place. */
  readonly verdict: CombinationVerdict;
  /** Why it is excluded, skipped, or could not be set up; null otherwise. */
  readonly reason: string | null;
  /** The reason as it holds for all combinations of the same cause; absent where it is `reason`. */
  readonly cause?: string;
  /** A set-up failure's id (`build-failed`, `no-network`, …); null otherwise. */
  readonly setUp: string | null;
  /** Where a failed build stopped, as a line of the repository; absent where nothing tells. */
  readonly location?: Location;
  readonly seconds: number;
  /** What the smoke code printed, capped; null when it did not run. */
  readonly smokeOutput: string | null;
  /** The NumPy that its probes really loaded; null when none did. */
  readonly loadedNumpy?: string | null;
  /** What the bytes of its modules said beforehand, which alone is never a failure. */
  readonly predicted?: Predictions;
  /** When the earlier run measured it (ISO 8601, UTC), where nothing had changed since. */
  readonly reused?: string;
}

export interface ModuleReport {
  readonly name: string;
  readonly distribution: string;
  readonly version: string;
  readonly file: string;
  readonly wheel: string | null;
  readonly pythons: readonly string[];
  readonly capi: CapiFacts;
  /** What else the file's bytes tell. */
  readonly binary?: Pick<BinaryFacts, 'format' | 'machines' | 'generators' | 'needed'>;
}

/** A result, with what shows it. */
export interface ResultReport extends Result {
  /** Place in the report's `evidence`; absent for what was imported without a word. */
  readonly evidence?: number;
  /** Seconds of the process that told, which other modules may have shared. */
  readonly seconds?: number;
  readonly peakBytes?: number;
  /** The name it was proven under, where that is not the module's own. */
  readonly loadedAs?: string;
  /** Free-threaded builds: modules whose load switched the GIL back on. */
  readonly gilEnabledBy?: readonly string[];
}
