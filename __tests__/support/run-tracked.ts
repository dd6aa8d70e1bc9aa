import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineEnvironment } from './act.ts';
import { bundled } from './bundle.ts';
import { testCache } from './test-cache.ts';

export interface TrackedRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, as a terminal shows them. */
  readonly output: string;
  readonly seconds: number;
  /** Seconds from the (first) signal to the end. */
  readonly secondsToStop: number | null;
  /** What is left in the run's own temp folder, and of its own in memory. */
  readonly left: readonly string[];
  /** Commands of processes that outlived the run (Linux; elsewhere always empty). */
  readonly alive: readonly string[];
}

export interface TrackedOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sends the signal as soon as `when` has come: once, or every millisecond until the run is gone. */
  readonly interrupt?: {
    readonly when: () => Promise<unknown>;
    readonly signal: NodeJS.Signals;
    readonly untilGone?: boolean;
  };
}

/** Runs the command line with a temp folder of its own, and looks what it leaves behind. */
export async function runTracked(
  args: readonly string[],
  options: TrackedOptions = {},
): Promise<TrackedRun> {
  const script = join(await bundled(), 'cli.mjs');
  const own = await realpath(await mkdtemp(join(tmpdir(), 'tracked-')));
  const env = {
    ...machineEnvironment(),
    XDG_CACHE_HOME: testCache(),
    // Not TMPDIR, which would keep environments out of memory: users mostly name none.
    ...(options.env?.['TMPDIR'] === undefined ? { RUNNER_TEMP: own } : {}),
    TRACKED_RUN: own,
    ...options.env,
  };
  const began = performance.now();
  let signalled: number | null = null;
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd ?? own,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr, output] = ['', '', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    output += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), 240_000);
  if (options.interrupt) {
    await Promise.race([options.interrupt.when(), ended]);
    signalled = performance.now();
    do {
      child.kill(options.interrupt.signal);
      await new Promise((resolve) => setTimeout(resolve, 1));
    } while (options.interrupt.untilGone && child.exitCode === null && child.signalCode === null);
  }
  const code = await ended;
  clearTimeout(timer);
  const now = performance.now();
  const result = {
    code,
    stdout,
    stderr,
    output,
    seconds: (now - began) / 1000,
    secondsToStop: signalled === null ? null : (now - signalled) / 1000,
    left: [
      ...(await readdir(options.env?.['TMPDIR'] ?? own).catch(() => [])),
      ...(await readdir('/dev/shm').catch(() => [])).filter((name) =>
        name.includes(`-${child.pid}-`),
      ),
    ],
    alive: await processesOf(own),
  };
  await rm(own, { recursive: true, force: true });
  return result;
}

/** Who still has the run's mark in its environment; probes and builds inherit TMPDIR below it. */
async function processesOf(mark: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(
    pids.map(async (pid) => {
      const environ = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return environ.includes(mark) ? [await readFile(`/proc/${pid}/cmdline`, 'utf8')] : [];
    }),
  );
  return commands.flat().filter((command) => command !== '');
}
