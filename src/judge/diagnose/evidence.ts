import type { BinaryFacts, CompiledModule } from '../../model/compiled-module.ts';
import type { Owner } from '../../model/measurement.ts';
import type { EmptyTable } from '../../model/measurements.ts';
import type { Observation } from '../../model/observation.ts';
import type { Outcome } from '../../model/outcome.ts';

/** What the same module (by name) did under another combination. */
export interface Sibling {
  readonly combination: string;
  readonly python: string;
  /** Exact release that was loaded or planned; null for `none`. */
  readonly numpy: string | null;
  readonly outcome: Outcome;
  /** Type and message of the last exception, paths removed: equal failures have equal prints. */
  readonly fingerprint: string | null;
  /** Installed distributions: normalised name → version. */
  readonly installed?: Readonly<Record<string, string>>;
}

/** Everything a rule may look at. In `explain` most of it is unknown and null. */
export interface Evidence {
  readonly observation: Observation;
  /** Null in `explain`. */
  readonly combination: {
    readonly id: string;
    readonly python: string;
    readonly label: string;
    readonly numpy: string | null;
    readonly platform: string;
    readonly buildNumpy: string | null;
  } | null;
  /** The target; null for smoke code and in `explain`. */
  readonly module: CompiledModule | null;
  readonly smoke: boolean;
  /** The subject's distribution names, normalised; empty when unknown. */
  readonly subjects: readonly string[];
  /** The subjects come from an index: the user cannot change their sources, whatever is wrong. */
  readonly foreign?: boolean;
  /**
   * The function of NumPy's C-API that a module's sources call without initialising it; null when
   * they do, or are not known.
   */
  readonly uninitialised?: (moduleName: string) => string | null;
  /** A module's table of NumPy's C-API that is empty; null where its sources show none. */
  readonly emptyTable?: (moduleName: string) => EmptyTable | null;
  /** Installed distributions: normalised name → version. */
  readonly installed: ReadonlyMap<string, string>;
  readonly ownerOf: (path: string) => Owner | null;
  readonly factsOf: (path: string) => BinaryFacts | null;
  /** Compiled files of the environment that export `name` or lie where `name` would. */
  readonly filesFor: (moduleName: string) => readonly string[];
  /** What the same module did under the combinations; its own there tells nothing more. */
  readonly siblings: readonly Sibling[];
  /** The same of another module of this environment, by its name. */
  readonly siblingsOf?: (moduleName: string) => readonly Sibling[];
}
