/** Where an interpreter was found; the order is the order of search. */
export type InterpreterSource = 'explicit' | 'tool-cache' | 'pyenv' | 'path' | 'uv';

/** One Python interpreter, as it says of itself when asked once. */
export interface Interpreter {
  /** Absolute path. */
  readonly executable: string;
  /** Full PEP 440 version: `3.11.7`, `3.15.0rc2`. For PyPy, the Python version it implements. */
  readonly version: string;
  /** `sys.implementation.name`: `cpython`, `pypy`, … */
  readonly implementation: string;
  readonly freeThreaded: boolean;
  /** Short platform name for ids and reports: `linux-x86_64`, `macos-arm64`, `windows-amd64`. */
  readonly platform: string;
  /** Wheel tags, best first, from `packaging.tags.sys_tags()`: `cp311-cp311-manylinux_2_17_x86_64`. */
  readonly tags: readonly string[];
  /** The PEP 508 marker environment, from `packaging.markers.default_environment()`. */
  readonly markers: Readonly<Record<string, string>>;
  /** `importlib.machinery.EXTENSION_SUFFIXES`, longest first. */
  readonly extensionSuffixes: readonly string[];
  readonly source: InterpreterSource;
  /** Which build it is and where it lies; absent where it was not asked. */
  readonly origin?: PythonOrigin;
}

/** Where a Python comes from. */
export interface PythonOrigin {
  /** `sys.version`, with the date and the compiler of the build. */
  readonly build: string;
  /** `sys.base_prefix`. */
  readonly prefix: string;
  /** The folder of the standard library. */
  readonly library: string;
}
