/** Which NumPy C ABI a binary was built for, as far as its bytes say. */
export type Era = 'none' | '1.x' | '2.x' | 'lazy-1.x' | 'lazy-2.x' | 'cython-sizes' | 'unknown';

/** What the bytes of one binary tell of its use of NumPy's C-API. */
export interface CapiFacts {
  readonly era: Era;
  /** The C-API target: the oldest NumPy whose C-API the binary accepts (`1.20`); null if unsaid. */
  readonly target: string | null;
  /** Further eras in the same file (a 1.x C-API user that also holds pybind11 < 2.12). */
  readonly also: readonly Era[];
}

/** What the bytes of one binary tell (src/binary/scan.ts). */
export interface BinaryFacts {
  readonly format: 'elf' | 'pe' | 'macho' | 'wasm' | 'unknown';
  /** Machines in the file: `x86_64`, `aarch64`, `i686`, …; several for a universal Mach-O. */
  readonly machines: readonly string[];
  /** Module names from exported `PyInit_*` and `PyInitU_*`, decoded; no duplicates, file order. */
  readonly initNames: readonly string[];
  /** Exports `initfoo` but no `PyInit_foo`: a Python 2 module. */
  readonly python2Init: boolean;
  /** Set when it asks Python for what only init functions need, and exports none. */
  readonly initHidden?: true;
  /** Set when it exports an init function and calls nothing of Python: a library for ctypes. */
  readonly makesNoModule?: true;
  readonly capi: CapiFacts;
  /** Binding generators recognised, with a version where the bytes say it. */
  readonly generators: readonly Generator[];
  /** Uses the array API table (`PyArray_API`) but holds no text that initialises it. */
  readonly importsArrayApi: boolean;
  /** Shared libraries the file needs (DT_NEEDED, import table, LC_LOAD_DYLIB). */
  readonly needed: readonly string[];
  /** Set when the file is shorter than its own headers say. */
  readonly truncated?: boolean;
}

export interface Generator {
  readonly name: 'cython' | 'pybind11' | 'nanobind' | 'f2py' | 'pyo3' | 'swig' | 'cffi' | 'mypyc';
  readonly version: string | null;
}

/** An extension file that exports a `PyInit_*`, owned by a distribution. */
export interface CompiledModule {
  /** Dotted name: the file's path under the deepest `sys.path` entry. */
  readonly name: string;
  readonly distribution: string;
  readonly version: string;
  /** POSIX path relative to site-packages: `pkg/_ext.cpython-311-x86_64-linux-gnu.so`. */
  readonly file: string;
  /** Absolute path in the environment. */
  readonly path: string;
  /** File name of the wheel it came from, null when not known. */
  readonly wheel: string | null;
  /** Belongs to the subject, or to one of its dependencies (`dependencies: direct|all`). */
  readonly role: 'subject' | 'dependency';
  readonly facts: BinaryFacts;
  /**
   * How the file can be proven:
   * - `by-name`: importing `name` should load it;
   * - `by-package`: stem and export differ, so only its package loads it, under its own name;
   * - `wrong-tag`: this Python cannot see it (tag of another Python) and no sibling serves;
   * - `other-tag`: tag of another Python, but a sibling for this Python exists: not a target.
   */
  readonly proof: 'by-name' | 'by-package' | 'wrong-tag' | 'other-tag';
}
