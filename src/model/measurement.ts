import type { Interpreter } from '../packaging/interpreter.ts';
import type { Combination } from './combination.ts';
import type { BinaryFacts, CompiledModule } from './compiled-module.ts';
import type { NotTested } from './not-tested.ts';
import type { Observation } from './observation.ts';
import type { SetUpFailure } from './set-up-failure.ts';

/** Who owns a file of an environment. */
export interface Owner {
  readonly distribution: string;
  readonly version: string;
  /** The module name, null for files that are none. */
  readonly module: string | null;
  /** Relative to site-packages. */
  readonly file: string;
  readonly role: 'subject' | 'dependency';
}

/** A target and what its probe saw. */
export interface ObservedModule {
  readonly module: CompiledModule;
  readonly observation: Observation;
}

/**
 * A file that failed to load, or that asked for NumPy 1's C-API, in a process whose every step went
 * well: something that only the hooks saw.
 */
export interface HookFinding {
  /** Path of the file; empty when the C-API was asked for with no load under way. */
  readonly file: string;
  readonly module: string | null;
  readonly observation: Observation;
}

/** What the smoke code did. */
export interface SmokeRun {
  readonly observation: Observation;
  readonly output: string;
  /** What a second run printed; null when there was none. */
  readonly again: string | null;
}

/** What a Python says of itself, as far as judging needs it: nothing of it names this machine. */
export type MeasuredPython = Pick<
  Interpreter,
  'version' | 'implementation' | 'freeThreaded' | 'platform' | 'markers'
>;

/** A combination, with the Python that it ran on. */
export interface MeasuredCombination extends Combination {
  readonly interpreter: MeasuredPython;
  /** Set where NumPy comes from the nightly index. */
  readonly nightly?: true;
}

/** What is known of a file of the environment that an observation mentions. */
export interface FileFacts {
  readonly owner: Owner | null;
  readonly facts: BinaryFacts | null;
}

/** A wheel that was installed under test. */
export interface TestedWheel {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Everything that one combination yielded, as data alone: it outlives its environment, can be
 * written as JSON, read back on another machine, and judged there beside its siblings.
 *
 * Paths inside the environment begin with `/environment` (`C:\environment` on Windows), whatever
 * folder it was made in (src/measure/portable.ts).
 */
export interface Measurement {
  readonly combination: MeasuredCombination;
  readonly state: CombinationState;
  readonly buildNumpy: string | null;
  readonly buildPython: string | null;
  /** The subject's wheels that were installed; empty for packages from an index. */
  readonly wheels: readonly TestedWheel[];
  /** Names of extensions that the build left out of the wheel, and ended well all the same. */
  readonly leftOut: readonly string[];
  readonly processes: number;
  readonly seconds: number;
  readonly observed: readonly ObservedModule[];
  readonly hookFindings: readonly HookFinding[];
  readonly smoke: SmokeRun | null;
  /** By path: the files of the environment that the observations mention, and all its modules. */
  readonly files: Readonly<Record<string, FileFacts>>;
  /** Module name → paths of the compiled files that export it, or lie where it would. */
  readonly filesOf: Readonly<Record<string, readonly string[]>>;
  /** Installed distributions: normalised name → version. */
  readonly installed: Readonly<Record<string, string>>;
  /** Compiled files that were listed and not imported, each with the reason. */
  readonly notTested: readonly NotTested[];
  /** Set where it was taken from an earlier run, since nothing had changed: when that was made (UTC). */
  readonly reused?: { readonly at: string };
  /** Set where bisect asked for it: another part of the plan may hold it, too. */
  readonly tried?: true;
}

export type CombinationState =
  | { readonly kind: 'ran' }
  | { readonly kind: 'excluded'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** A set-up failure: its stable id and what to tell the user. */
  | ({ readonly kind: 'error' } & SetUpFailure);

/** A combination that did not come to its probes. */
export function withoutProbes(
  combination: MeasuredCombination,
  state: CombinationState,
  seconds = 0,
): Measurement {
  return {
    combination: measuredCombination(combination),
    state,
    buildNumpy: null,
    buildPython: null,
    wheels: [],
    leftOut: [],
    processes: 0,
    seconds,
    observed: [],
    hookFindings: [],
    smoke: null,
    files: {},
    filesOf: {},
    installed: {},
    notTested: [],
  };
}

/** A planned combination without what only this machine knows. */
export function measuredCombination(planned: MeasuredCombination): MeasuredCombination {
  const { id, python, numpy, platform, interpreter, nightly } = planned;
  const { version, implementation, freeThreaded, markers } = interpreter;
  const portable = {
    version,
    implementation,
    freeThreaded,
    platform: interpreter.platform,
    markers,
  };
  return { id, python, numpy, platform, interpreter: portable, ...(nightly && { nightly }) };
}
