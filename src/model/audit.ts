import type { EnvironmentMarker } from 'pip-requirements-js';
import type { LockedNumpy } from '../packaging/locks/lock.ts';
import type { Exclusive } from '../packaging/locks/lock-markers.ts';
import type { Requirement } from '../packaging/requirements.ts';
import type { BinaryFacts, CapiFacts, Generator } from './compiled-module.ts';
import type { Finding, Location } from './finding.ts';

/** One binary of a wheel, as its bytes tell. */
export interface AuditedBinary {
  /** Dotted module name where it exports an init function, else its path. */
  readonly name: string;
  /** POSIX, inside the wheel. */
  readonly file: string;
  /** A shared library beside the modules, which it serves. */
  readonly isLibrary: boolean;
  readonly format: BinaryFacts['format'];
  readonly machines: readonly string[];
  /** Of a universal file: what all its slices say together. */
  readonly capi: CapiFacts;
  /** Of a universal file: what the slice of each machine says; empty for all others. */
  readonly slices: readonly SliceFacts[];
  readonly generators: readonly Generator[];
  /** How it gets at NumPy, in the order of what decides first. */
  readonly through: readonly NumpyAccess[];
  /** Shared libraries that it needs, by the names that it knows. */
  readonly needed: readonly string[];
}

/** One machine's part of a universal file. */
export interface SliceFacts {
  readonly machine: string;
  readonly capi: CapiFacts;
}

/** One way in which a binary gets at NumPy. */
export interface NumpyAccess {
  readonly by:
    | 'import_array'
    | 'import_umath'
    | 'pybind11'
    | 'rust-numpy'
    | 'nanobind'
    | 'own code'
    | 'Cython sizes';
  /** What the bytes tell of its release: `0.20.0`, `internals 4`; null when they do not. */
  readonly version: string | null;
}

/** What decides which NumPys a wheel meets. */
export type Beside =
  /** Whatever its own metadata lets in. */
  | { readonly kind: 'metadata' }
  /** The ones that a lock names, or that is installed beside it. */
  | {
      readonly kind: 'fixed';
      readonly how: 'locked' | 'installed';
      /** The lock file or the environment's folder, as the user named it. */
      readonly where: string;
      /** Line of the package in the lock file, 1-based. */
      readonly line: number | null;
      readonly requiresPython: string;
      /** The package is there where one of them holds; everywhere when there is none. */
      readonly markers: readonly EnvironmentMarker[];
      readonly numpys: readonly LockedNumpy[];
      readonly exclusive: Exclusive;
    };

/** One wheel, read without running anything. */
export interface AuditedWheel {
  readonly kind: 'wheel';
  /** File name. */
  readonly wheel: string;
  readonly distribution: string;
  readonly version: string;
  readonly tags: readonly string[];
  /** `Requires-Python`; empty admits every Python. */
  readonly requiresPython: string;
  /** Extras that the metadata offers. */
  readonly extras: readonly string[];
  readonly requirements: readonly Requirement[];
  readonly beside: Beside;
  readonly binaries: readonly AuditedBinary[];
  /** It has files that are named as a build names modules; without an init function `ctypes` loads them. */
  readonly hasModuleNames: boolean;
}

/** A file that could not be read as a wheel; the others are audited all the same. */
export interface UnreadableWheel {
  readonly kind: 'unreadable';
  readonly wheel: string;
  readonly reason: string;
}

/** Which NumPys the binaries of one wheel accept, as their bytes say. */
export interface WheelNeeds {
  /** The oldest series that all binaries accept; null when none of them says one. */
  readonly floor: string | null;
  /** Binaries with just that floor. */
  readonly atFloor: readonly AuditedBinary[];
  /** True: nothing from NumPy 2 on (built for 1.x). */
  readonly belowNumpy2: boolean;
  /** Binaries that were built with NumPy 1.x headers, and those with NumPy 2's only. */
  readonly old: readonly AuditedBinary[];
  /** The series that these accept at least, where they say it, each once, ascending. */
  readonly oldFloors: readonly string[];
  readonly recent: readonly AuditedBinary[];
  /** Binaries that read NumPy 1's layout at a call, without any check at import. */
  readonly lazyOld: readonly AuditedBinary[];
  /** Binaries that tell nothing but sizes: counted, never taken for fine. */
  readonly unknown: readonly AuditedBinary[];
  /** Binaries that use NumPy's C-API in a way that says which NumPy it accepts. */
  readonly sure: readonly AuditedBinary[];
}

/** What a row says of a wheel whose binaries do without NumPy's C-API. */
export const NO_CAPI = 'no C-API';

/** One row of the audit. */
export interface AuditRow {
  readonly wheel: string;
  readonly distribution: string;
  readonly version: string;
  /** What its tags name, such as `3.12`, `3.13t`, `pypy3.11`; none for those of Python 2 alone. */
  readonly pythons: readonly string[];
  /** Such as `linux-x86_64`; none where nothing is known of a platform (Android, WebAssembly, …). */
  readonly platforms: readonly string[];
  /** `nowhere`: for no Python and platform that is known, so nothing of it was judged. */
  readonly judged: 'everywhere' | 'nowhere';
  /** What the bytes accept, as a specifier or in words. */
  readonly needs: string;
  /** What the metadata declares for the wheel's own Python and platform. */
  readonly declared: string;
  /** How its binaries get at NumPy: `import_array, pybind11`. */
  readonly through: string;
  readonly unknown: number;
  /** Kinds of the findings about it, worst first. */
  readonly kinds: readonly string[];
}

/** What `audit` found. */
export interface Audit {
  readonly rows: readonly AuditRow[];
  readonly wheels: readonly AuditedWheel[];
  readonly findings: readonly Finding[];
  readonly notices: readonly string[];
  /** What was asked for and could not be read: no pass. */
  readonly unread: readonly NotRead[];
}

/** Something that was asked for and could not be read. */
export interface NotRead {
  /** What, and why: a sentence without its final period. */
  readonly text: string;
  /** The line that asks for it; null where none does, or the file lies outside the repository. */
  readonly place: Location | null;
}

/** One line of a file of results: what the audit of one package found. Field names are a contract. */
export interface AuditLine {
  readonly schema: 1;
  /** What was asked for: `pandas` or `pandas==2.2.3`. */
  readonly requirement: string;
  /** `nothing`: the release has no wheel with binaries; `unknown`: there is no such release. */
  readonly state: 'audited' | 'nothing' | 'unknown';
  /** Normalised. */
  readonly name: string;
  /** Of the release; null when there is none. */
  readonly version: string | null;
  /** Why nothing was audited; null when it was. */
  readonly reason: string | null;
  readonly binaries: number;
  readonly wheels: readonly AuditRow[];
  readonly findings: readonly Finding[];
  readonly unread: readonly string[];
  /** When it was read (ISO 8601, UTC). */
  readonly read: string;
  readonly made: MadeBy;
}

/** What decides a line besides the package and the day. */
export interface MadeBy {
  readonly version: string;
  /** `all`, or the one whose wheels were read. */
  readonly platforms: string;
  /** A checksum of the places that packages come from: addresses may hold secrets. */
  readonly places: string;
}
