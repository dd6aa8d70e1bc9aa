import type { Outcome, Phase } from './outcome.ts';

/** One exception of a chain, outermost first in `Observation.exceptions`. */
export interface ExceptionRecord {
  /** Qualified type name: `ImportError`, `pyo3_runtime.PanicException`. */
  readonly type: string;
  readonly message: string;
  /** How it hangs on the one before it in the list: `cause` (raise … from) or `context`. */
  readonly link: 'first' | 'cause' | 'context';
  readonly frames: readonly Frame[];
  /** `ImportError.name` and `.path`, where set (loader failures set them). */
  readonly name: string | null;
  readonly path: string | null;
}

/** A traceback entry, outermost call first. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  /** The line's text, where it is known (in a pasted traceback). */
  readonly source?: string;
}

/** One call of a loader hook around an extension file. */
export interface LoadEvent {
  readonly event: 'begin' | 'end' | 'fail';
  readonly stage: 'create' | 'exec';
  /** The name it was loaded under, and the file. */
  readonly module: string;
  readonly file: string;
  /** Set on `fail`: the exception chain, outermost first. */
  readonly exceptions: readonly ExceptionRecord[];
}

/** A use of NumPy 1's C-API access points under NumPy 2, seen by the recorder. */
export interface OldApiAccess {
  /** `_ARRAY_API`, `_UFUNC_API`, or another attribute of the old-API module. */
  readonly attribute: string;
  /** The extension file being loaded at that moment, null when asked lazily at a call. */
  readonly file: string | null;
  readonly module: string | null;
  /** Python frames at that moment, outermost first. */
  readonly frames: readonly Frame[];
}

/** One compiled file that this process loaded, with the version and file of what was loaded. */
export interface LoadedNumpy {
  readonly version: string;
  readonly file: string;
}

/** Something in `sys.modules` under NumPy's name that is no package of that name. */
export interface StandIn {
  /** What it is, as a phrase: ``an object of the class `Stub` ``. */
  readonly what: string;
  /** What it gives as its version. */
  readonly version: string | null;
  /** File that it, or its class, comes from; null where that tells nothing. */
  readonly by: string | null;
  /** The compiled module that was being loaded; null: it stood there at the end. */
  readonly module: string | null;
}

/** Everything that a probe saw of one module (or of the smoke code) under one combination. */
export interface Observation {
  readonly outcome: Outcome;
  readonly phase: Phase;
  /** The step of the walk that failed (`pandas._libs`), null when none did. */
  readonly step: string | null;
  readonly exceptions: readonly ExceptionRecord[];
  /** What the probe wrote, capped; ANSI codes are still in it. */
  readonly stdout: string;
  readonly stderr: string;
  readonly truncated: boolean;
  /** Loader events of the whole process, in order. */
  readonly events: readonly LoadEvent[];
  /**
   * Whose failure it was: the file being loaded when the process died, or that an exception came
   * from; absolute path. Null where no load is known to be behind it.
   */
  readonly culpritFile: string | null;
  readonly oldApi: readonly OldApiAccess[];
  /** NumPy in `sys.modules` at the end; null when none was loaded. */
  readonly numpy: LoadedNumpy | null;
  /** The first that stood in NumPy's place, if any did. */
  readonly standIn?: StandIn;
  /** The name and file that the target was proven under; null when it was not. */
  readonly loadedAs: { readonly module: string; readonly file: string } | null;
  /** What the target's name loaded instead, for `shadowed`. */
  readonly shadowedBy: string | null;
  readonly seconds: number;
  readonly peakBytes: number | null;
  /** Free-threaded builds: modules whose load switched the GIL back on; null elsewhere. */
  readonly gilEnabledBy: readonly string[] | null;
  /** Set when runs disagree: what each of them saw. */
  readonly disagreement: readonly string[];
  /** True when a second, clean run (alone, without hooks) saw the same. */
  readonly confirmed: boolean;
  /** Native stack of a crash (gdb or lldb), innermost first; empty when not to be had. */
  readonly nativeFrames: readonly NativeFrame[];
}

export interface NativeFrame {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly library: string | null;
}
