import type { Interpreter } from '../packaging/interpreter.ts';

/** The venv that holds the subject under one combination. */
export interface Environment {
  readonly root: string;
  /** Absolute path of the venv's interpreter. */
  readonly python: string;
  readonly interpreter: Interpreter;
  /** `purelib` and `platlib`, absolute, without duplicates. */
  readonly sitePackages: readonly string[];
  /** Installed distributions. */
  readonly distributions: readonly InstalledDistribution[];
}

export interface InstalledDistribution {
  /** Normalised (PEP 503) name. */
  readonly name: string;
  readonly version: string;
  /** The `.dist-info` folder, absolute. */
  readonly metadataFolder: string;
  /** Normalised names of the distributions it requires here (markers evaluated, extras of none). */
  readonly requires: readonly string[];
  readonly role: 'subject' | 'dependency';
  /** The wheel's file name where known. */
  readonly wheel: string | null;
}
