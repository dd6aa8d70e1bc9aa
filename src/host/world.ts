import type { Files, Processes, Progress, Store } from '../model/ports.ts';
import type { Env } from './child-environment.ts';
import type { MemoryFolder } from './memory-folder.ts';
import type { Timeline } from './timeline.ts';

/** Everything outside that a run may touch, made by the entries (cli.ts, action.ts). */
export interface World {
  readonly processes: Processes;
  readonly files: Files;
  readonly progress: Progress;
  /** The environment that this process was started with. */
  readonly env: Env;
  readonly cwd: string;
  /** This run's own folder, removed at its end. */
  readonly folder: string;
  /** A folder of this run in memory, removed at its end; null where there is none. */
  readonly memory: () => Promise<MemoryFolder | null>;
  /** Kept between runs. */
  readonly cache: string;
  /** Wheels and measurements of earlier runs; null where nothing is kept, or nothing can be trusted. */
  readonly store: Store | null;
  /** The folder that holds the store: the cache folder, or that of this run. */
  readonly storeBase: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What ran when, for the report. */
  readonly timeline: Timeline;
  /** Called with every secret that must not be shown, before anything is. */
  readonly mask: (secrets: readonly string[]) => void;
}
