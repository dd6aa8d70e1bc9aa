import type { EnvironmentMarker } from 'pip-requirements-js';
import type { Exclusive } from './lock-markers.ts';
import type { Included } from './requirement-lines.ts';

/** A NumPy that a lock puts beside a package. */
export interface LockedNumpy {
  /** `==1.26.4`; a range where nothing pins it. */
  readonly specifier: string;
  /** It is there where one of them holds; everywhere when there is none. */
  readonly markers: readonly EnvironmentMarker[];
}

/** One release that a lock or requirements file names. */
export interface LockedPackage {
  /** Normalised (PEP 503). */
  readonly name: string;
  /** `==1.26.4`; a range or empty where a requirements file pins nothing. */
  readonly specifier: string;
  /** File names of the wheels that the lock lists; empty when it lists none. */
  readonly wheels: readonly string[];
  /** SHA-256 of the files that may be installed, where the lock lists those instead. */
  readonly hashes: readonly string[];
  /** It is installed where one of them holds; everywhere when there is none. */
  readonly markers: readonly EnvironmentMarker[];
  /** `Requires-Python` that the lock gives it; empty admits every Python. */
  readonly requiresPython: string;
  /** The ones that the lock says that it is installed with; null where it may be any of the lock. */
  readonly numpys: readonly LockedNumpy[] | null;
  /** Where it stands in the file, 1-based; null when that is not known. */
  readonly line: number | null;
}

/** What a lock or requirements file says. */
export interface Lock {
  /** As the user named it. */
  readonly file: string;
  /** Pythons that it is for; empty for all. */
  readonly requiresPython: string;
  readonly packages: readonly LockedPackage[];
  readonly exclusive: Exclusive;
  /** Further files that a requirements file names: for the caller to read. */
  readonly includes: readonly Included[];
  /** What of it could not be read or was left out, in sentences without a final period. */
  readonly notices: readonly string[];
}
