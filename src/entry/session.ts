import { availableParallelism } from 'node:os';
import type { Env } from '../host/child-environment.ts';
import { createFiles } from '../host/files.ts';
import { createMemoryFolder } from '../host/memory-folder.ts';
import { createProcesses } from '../host/processes.ts';
import { createTimeline } from '../host/timeline.ts';
import { createWorkspace, withDiskErrors } from '../host/workspace.ts';
import type { World } from '../host/world.ts';
import type { Progress } from '../model/ports.ts';
import { interrupted } from '../model/user-error.ts';
import type { Config } from '../settings/config.ts';
import { createStore } from '../store/create-store.ts';
import { pruneStore } from '../store/prune-store.ts';
import { STOP_SIGNALS } from './answer-interrupts.ts';

export interface SessionOptions {
  readonly env: Env;
  readonly cwd: string;
  readonly cacheDir: string | null;
  readonly useCache: boolean;
  /**
   * Whether wheels and measurements stay in the cache folder. Not in a workflow: there a stranger's pull
   * request may have written to the folder of a runner that outlives its jobs.
   */
  readonly storeStays: boolean;
  readonly progress: Progress;
  readonly mask: (secrets: readonly string[]) => void;
}

/** What a session is told of the configuration. */
export type SessionConfig = Pick<Config, 'output' | 'kept'>;

/** Processors that may be used here. */
export const cores = availableParallelism;

/**
 * Gives a task a world, and takes it away again: at the end, on an error and on Ctrl-C no child is
 * left running and no file is left behind.
 *
 * @throws {UserError} what the task threw; exit 130 when the user interrupted it
 */
export async function withWorld<T>(
  options: SessionOptions,
  task: (world: World) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  const processes = createProcesses({ signal: abort.signal });
  const workspace = await createWorkspace(options);
  if (workspace.notice) options.progress.notice(workspace.notice);
  const memory = createMemoryFolder({ env: options.env, disk: workspace.folder, processes });
  const net = catchStray();
  const { detail } = options.progress;
  const storeBase = options.storeStays ? workspace.cache : workspace.folder;
  const store = options.useCache ? await createStore(storeBase, detail) : null;
  try {
    const run = withDiskErrors([workspace.folder, workspace.cache], () =>
      task({
        processes,
        files: createFiles(),
        progress: options.progress,
        env: options.env,
        cwd: options.cwd,
        folder: workspace.folder,
        memory: memory.get,
        cache: workspace.cache,
        store,
        storeBase,
        now: Date.now,
        timeline: createTimeline(Date.now),
        mask: options.mask,
      }),
    );
    // Behind an error that nobody waited for it goes on until its children are gone.
    run.catch(() => undefined);
    const result = await Promise.race([run, net.stray]);
    if (abort.signal.aborted) throw interrupted();
    if (store !== null && options.storeStays) await pruneStore(storeBase, Date.now());
    return result;
  } catch (error) {
    throw abort.signal.aborted ? interrupted(error) : error;
  } finally {
    options.progress.done();
    await processes.close();
    // A verdict is not lost for what a module made so that it cannot be removed.
    const stays = (where: string) => () => options.progress.notice(leftBehind(where));
    await memory.dispose().catch(stays('/dev/shm'));
    await workspace.dispose().catch(stays(workspace.folder));
    net.dispose();
    // A further Ctrl-C while the last words are written must not cut them off, nor the exit code.
    if (!abort.signal.aborted) for (const signal of STOP_SIGNALS) process.off(signal, stop);
  }
}

/**
 * A net below the run: an error that nobody waits for would end Node at once, with children running
 * and folders left behind.
 */
function catchStray(): { readonly stray: Promise<never>; dispose(): void } {
  let report: (error: unknown) => void = () => undefined;
  const stray = new Promise<never>((_, reject) => {
    report = reject;
  });
  stray.catch(() => undefined);
  const events = ['unhandledRejection', 'uncaughtException'] as const;
  for (const event of events) process.on(event, report);
  return {
    stray,
    dispose: () => {
      for (const event of events) process.off(event, report);
    },
  };
}

function leftBehind(where: string): string {
  return `Temporary files below "${where}" could not all be removed: something that was imported or built has mounted or locked them. Remove them by hand`;
}
