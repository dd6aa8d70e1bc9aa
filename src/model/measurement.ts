import type { Owner } from '../judge/diagnose/evidence.ts';
import type { HookFinding } from '../measure/probe/hook-findings.ts';
import type { PlannedCombination } from './combination.ts';
import type { BinaryFacts, CompiledModule } from './compiled-module.ts';
import type { Observation } from './observation.ts';

/** A target and what its probe saw. */
export interface ObservedModule {
  readonly module: CompiledModule;
  readonly observation: Observation;
}

/** Everything that one combination yielded, kept after its environment is gone. */
export interface CombinationRun {
  readonly combination: PlannedCombination;
  readonly buildNumpy: string | null;
  readonly buildPython: string | null;
  readonly processes: number;
  readonly seconds: number;
  readonly state: CombinationState;
  readonly observed: readonly ObservedModule[];
  readonly hookFindings: readonly HookFinding[];
  readonly smoke: {
    readonly observation: Observation;
    readonly output: string;
    /** What a second run printed; null when there was none. */
    readonly again: string | null;
  } | null;
  readonly ownerOf: (path: string) => Owner | null;
  readonly factsOf: (path: string) => BinaryFacts | null;
  readonly filesFor: (moduleName: string) => readonly string[];
  /** Normalised name → version. */
  readonly installed: ReadonlyMap<string, string>;
  /** Compiled files that were listed and not imported, each with the reason. */
  readonly notTested: readonly { readonly what: string; readonly reason: string }[];
}

export type CombinationState =
  | { readonly kind: 'ran' }
  | { readonly kind: 'excluded'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** A set-up failure: its stable id and what to tell the user. */
  | { readonly kind: 'error'; readonly setUp: string; readonly reason: string };
