import type { Bisected } from './bisected.ts';
import type { ReleaseAdvice } from './release-advice.ts';

/** Everywhere that a finding happens, and what is known around it: what its words depend on. */
export interface Scope {
  /** Releases of NumPy on which it happens, oldest first; `none` stands for no NumPy. */
  readonly numpys: readonly string[];
  /** Labels of the Pythons on which it happens. */
  readonly pythons: readonly string[];
  /** Labels of all Pythons of the run, in its order: what is required is required for all of them. */
  readonly planned: readonly string[];
  /** Names of the modules that it concerns, sorted. */
  readonly modules: readonly string[];
  /** Names of those that could not be initialised: several where each fails by itself. */
  readonly culprits: readonly string[];
  /** One combination, and nothing passed elsewhere: where it fails is not shown beside it. */
  readonly alone: boolean;
  /** Where a search found the verdict of its modules to change. */
  readonly boundaries: readonly Bisected[];
  /** The oldest NumPy that all findings of the run together ask for; null where none does. */
  readonly floor: string | null;
  /** What the index says of the culprit's later releases. */
  readonly upgrade: ReleaseAdvice | null;
}

/** The scope of one outcome by itself, as long as nothing else is known. */
export const ALONE: Scope = {
  numpys: [],
  pythons: [],
  planned: [],
  modules: [],
  culprits: [],
  alone: true,
  boundaries: [],
  floor: null,
  upgrade: null,
};
