import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:os';
import type { Ending, Processes, RunOptions, RunResult } from '../model/ports.ts';
import { killEscaped, killGroup, MARKER } from './descendants.ts';
import { OutputCap } from './output-cap.ts';
import { limitTime } from './time-limit.ts';
import { together } from './together.ts';
import { isOnlyStopped } from './traced-stop.ts';

const DEFAULT_CAP_BYTES = 64 * 1024;
/** What is still in the pipes after the exit arrives within this; a child holding them may not. */
const GRACE_MS = 200;
/** Which signal a tracer was to look at is no longer known. */
const STOPPED: Ending = { kind: 'signalled', signal: 'SIGTRAP' };
/** A child that was asked where it is may take this long to say so. */
const DUMP_MS = 1000;

export interface ProcessesOptions {
  /** Aborts on Ctrl-C. */
  readonly signal?: AbortSignal;
  /** Seconds between SIGTERM and SIGKILL at a time-out; 0 (default) kills at once. */
  readonly termSeconds?: number;
}

/** Child processes of this run; `close` kills all that still run. */
export interface OwnedProcesses extends Processes {
  close(): Promise<void>;
}

/**
 * Starts programs without a shell, each in a process group of its own. When `run` resolves, the
 * child and all its descendants are gone. A failing child, or one that cannot be started, is a value.
 */
export function createProcesses(options: ProcessesOptions = {}): OwnedProcesses {
  const own = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, own.signal]) : own.signal;
  const running = new Map<object, { stop: () => void; ended: Promise<unknown> }>();
  // One listener for all children: one each would warn of a leak from the eleventh on.
  signal.addEventListener('abort', () => {
    for (const { stop } of running.values()) stop();
  });

  return {
    signal,
    async run(command, args, runOptions) {
      if (signal.aborted || runOptions.until?.aborted) return notRun({ kind: 'interrupted' });
      const key = {};
      const child = start(command, args, runOptions, options.termSeconds ?? 0);
      running.set(key, { stop: child.interrupt, ended: child.result });
      try {
        return await child.result;
      } finally {
        running.delete(key);
      }
    },
    stop: () => own.abort(),
    async close() {
      own.abort();
      await together([...running.values()].map((one) => one.ended));
    },
  };
}

function start(
  command: string,
  args: readonly string[],
  options: RunOptions,
  termSeconds: number,
): { readonly result: Promise<RunResult>; readonly interrupt: () => void } {
  const nonce = randomBytes(16).toString('hex');
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let child: ChildProcess;
  try {
    child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...options.env, [MARKER]: nonce },
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    // A NUL byte in an argument, an argument list that is too long.
    return { result: Promise.resolve(notRun(notStarted(error))), interrupt: () => {} };
  }
  let cause: Ending | undefined;
  let killing: Promise<void> | undefined;
  const kill = (pid: number, signal: NodeJS.Signals): void => {
    if (!finished) killing = killGroup(pid, signal);
  };
  const stop = (ending: Ending, patience: number, dump?: RunOptions['dumpSignal']): void => {
    if (cause !== undefined || child.pid === undefined) return;
    cause = ending;
    const { pid } = child;
    if (dump !== undefined && process.platform !== 'win32') {
      child.kill(dump);
      setTimeout(() => kill(pid, 'SIGKILL'), DUMP_MS).unref();
    } else if (patience > 0) {
      kill(pid, 'SIGTERM');
      setTimeout(() => kill(pid, 'SIGKILL'), patience * 1000).unref();
    } else {
      kill(pid, 'SIGKILL');
    }
  };
  let finished = false;
  const cap = options.outputCapBytes ?? DEFAULT_CAP_BYTES;
  const stdout = collect(child.stdout, cap, options.onOutput);
  const stderr = collect(child.stderr, cap, options.onOutput);
  // A child that does not read its input closes the pipe: EPIPE is no failure of ours.
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input);

  const interrupt = () => stop({ kind: 'interrupted' }, 0);
  options.until?.addEventListener('abort', interrupt);

  const result = new Promise<RunResult>((resolve, reject) => {
    const unwatch = limitTime(child.pid, options.timeoutSeconds, () =>
      stop({ kind: 'timed-out', seconds: options.timeoutSeconds }, termSeconds, options.dumpSignal),
    );
    const settle = async (ending: Ending): Promise<void> => {
      if (finished) return;
      finished = true;
      unwatch();
      options.until?.removeEventListener('abort', interrupt);
      const duration = seconds();
      if (child.pid !== undefined) {
        // On Windows the number of a process that has ended may be another's by now.
        await (process.platform === 'win32' ? killing : killGroup(child.pid, 'SIGKILL'));
        await killEscaped(nonce);
        await drained(child);
      }
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      resolve({
        ending,
        stdout: stdout.text(),
        stderr: stderr.text(),
        truncated: stdout.truncated || stderr.truncated,
        seconds: duration,
      });
    };
    child.once('error', (error) => {
      // After a successful start this can only be a failed kill.
      if (child.pid === undefined) settle(notStarted(error)).catch(reject);
    });
    child.once('exit', (code, signal) => {
      const stopped = code === 0 && child.pid !== undefined && isOnlyStopped(child.pid);
      settle(cause ?? (stopped ? STOPPED : endingOf(code, signal))).catch(reject);
    });
  });
  return { result, interrupt };
}

function collect(
  stream: ChildProcess['stdout'],
  capBytes: number,
  onOutput: RunOptions['onOutput'],
): OutputCap {
  const kept = new OutputCap(capBytes);
  const decoder = new TextDecoder();
  stream?.on('data', (chunk: Buffer) => {
    kept.push(chunk);
    onOutput?.(decoder.decode(chunk, { stream: true }));
  });
  stream?.on('error', () => {});
  return kept;
}

/** Waits for both pipes to end, but not longer than the grace. */
function drained(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GRACE_MS);
    child.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    if (child.stdout?.readableEnded !== false && child.stderr?.readableEnded !== false) {
      clearTimeout(timer);
      resolve();
    }
  });
}

function endingOf(code: number | null, signal: NodeJS.Signals | null): Ending {
  if (code !== null) return { kind: 'exited', code };
  return { kind: 'signalled', signal: signal ?? 'SIGKILL' };
}

function notStarted(error: unknown): Ending {
  const { code, message } = error as NodeJS.ErrnoException;
  const known = code !== undefined && (code in constants.errno || code.startsWith('ERR_'));
  return { kind: 'not-started', code: known ? code : 'UNKNOWN', message };
}

function notRun(ending: Ending): RunResult {
  return { ending, stdout: '', stderr: '', truncated: false, seconds: 0 };
}
