import type { Plan } from './combination.ts';
import type { CombinationVerdict } from './combination-verdict.ts';

/** The world, behind small interfaces. Adapters implement them; tests have ten-line fakes. */

/** How a child process ended. Failure is a value. */
export type Ending =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'interrupted' }
  /** The program could not be started (`ENOENT`, `EACCES`, …). */
  | { readonly kind: 'not-started'; readonly code: string; readonly message: string };

export interface RunResult {
  readonly ending: Ending;
  /** Bytes kept, decoded as UTF-8; from a capped stream the first and last halves are kept. */
  readonly stdout: string;
  readonly stderr: string;
  readonly truncated: boolean;
  readonly seconds: number;
}

export interface RunOptions {
  readonly cwd: string;
  /** The child's whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Of the child's own: what it waits for a processor on a busy machine does not count (`time-limit.ts`). */
  readonly timeoutSeconds: number;
  /**
   * Sent to the child alone at a time-out, a moment before it is killed, so that it can say where it
   * is (faulthandler). The ending stays `timed-out`. Ignored on Windows.
   */
  readonly dumpSignal?: 'SIGABRT';
  /** Kept output per stream; default 64 KiB. */
  readonly outputCapBytes?: number;
  readonly input?: string;
  /** Called with each chunk as it arrives (for live logs of long builds). */
  readonly onOutput?: (text: string) => void;
  /** Kills it when this aborts: the ending is `interrupted`. */
  readonly until?: AbortSignal;
}

/** Starts programs: no shell, own process group, killed with all descendants at the end. */
export interface Processes {
  run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult>;
  /** Aborts when the user interrupts, and at `stop`; long waits listen to it. */
  readonly signal: AbortSignal;
  /** Kills what runs and starts nothing more: the run cannot come to a good end. */
  stop?(): void;
}

/** Reading the file system; every path absolute. Missing files are undefined, not exceptions. */
export interface Files {
  read(path: string, capBytes?: number): Promise<Uint8Array | undefined>;
  readText(path: string, capBytes?: number): Promise<string | undefined>;
  /** Regular files below `folder`, POSIX paths relative to it, sorted; links are not followed. */
  list(
    folder: string,
    options?: {
      readonly maxFiles?: number;
      readonly skip?: (relative: string) => boolean;
      /** Leaves out what lies in a folder below, by the names in it. */
      readonly skipFolder?: (inside: ReadonlySet<string>) => boolean;
    },
  ): Promise<readonly string[]>;
  exists(path: string): Promise<boolean>;
}

/** What the user sees while it runs. Text is escaped by the implementation, never by callers. */
export interface Progress {
  /** One line that stays. */
  info(text: string): void;
  notice(text: string): void;
  /** Only shown with --verbose. */
  detail(text: string): void;
  /** Bulk output of a child, inside a group in CI. */
  group(title: string, text: string): void;
  /** The plan is made, the run begins. */
  planned?(subject: string, version: string | null, plan: Plan): void;
  /** One combination came to its end: a line of its own where there is no live line. */
  combination?(id: string, text: string, verdict: CombinationVerdict): void;
  /** State for the live line. */
  update(state: ProgressState): void;
  /** Clears the live line. */
  done(): void;
}

export interface ProgressState {
  readonly doing: readonly string[];
  readonly done: number;
  readonly total: number;
  /** What is counted; combinations where nothing is said. */
  readonly of?: 'wheels' | 'distributions' | 'packages';
  readonly failed: number;
}

/** uv, found or installed (src/provision/uv/find-uv.ts). Runs with the index settings in force. */
export interface Uv {
  /** Absolute path. */
  readonly executable: string;
  readonly version: string;
  run(
    args: readonly string[],
    options: {
      readonly cwd: string;
      readonly timeoutSeconds: number;
      readonly input?: string;
      /** Added to uv's environment. */
      readonly env?: Readonly<Record<string, string>>;
      readonly outputCapBytes?: number;
      readonly onOutput?: (text: string) => void;
      readonly until?: AbortSignal;
    },
  ): Promise<RunResult>;
}

/** What is kept between runs, by what it is. */
export type StoreKind =
  /** What one combination yielded. */
  | 'measurements'
  /** Wheels that were built of projects. */
  | 'wheels'
  /** Bytecode that we compiled, of a distribution's sources. */
  | 'bytecode'
  /** What build backends asked for besides `build-system.requires`. */
  | 'requirements';

/**
 * Things kept between runs, found by what decided them. Whatever is wrong with one of them, it is as
 * if it were not there: that costs time, and nothing else.
 */
export interface Store {
  /** @param key everything that decided it, as text */
  get(kind: StoreKind, key: string): Promise<Uint8Array | undefined>;
  put(kind: StoreKind, key: string, body: Uint8Array): Promise<void>;
  /** Whether anything was put here. */
  hasNew(): boolean;
}
