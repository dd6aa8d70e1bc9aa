import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { machineEnvironment } from './act.ts';
import { bundled } from './bundle.ts';
import { testCache } from './test-cache.ts';

export interface RunOptions {
  readonly cwd?: string;
  /** On top of this machine's environment, from which everything of Actions, jest and Python is gone. */
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; closed when not given. */
  readonly input?: string;
  /** Whether what an earlier run measured may be taken over; default: everything is measured. */
  readonly reuse?: boolean;
  /** Default 280. */
  readonly timeoutSeconds?: number;
}

export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON report (or plan) that `--json` asked for. */
  readonly report?: Report;
}

export interface ActionRun extends CliRun {
  /** Names and values that the action wrote to `GITHUB_OUTPUT`. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/**
 * Runs the command line as a user would, from the sources as they are now.
 *
 * @example const { code, report } = await runCli(['check', folder, '--numpy', '2.0.2', '--json', '-'])
 */
export async function runCli(
  arguments_: readonly string[],
  options: RunOptions = {},
): Promise<CliRun> {
  const [command = '', ...rest] = arguments_;
  const fresh = command === 'check' && options.reuse !== true ? ['--fresh'] : [];
  const given = [command, ...fresh, ...rest].filter((one) => one !== '');
  const run = await runNode(join(await bundled(), 'cli.mjs'), given, options);
  const at = arguments_.indexOf('--json');
  const target = at < 0 ? undefined : arguments_[at + 1];
  if (target === undefined) return run;
  const text =
    target === '-'
      ? run.stdout
      : await readFile(join(options.cwd ?? process.cwd(), target), 'utf8').catch(() => '');
  const report = parsed(text);
  return report ? { ...run, report } : run;
}

/**
 * Starts the action as the runner does: inputs as `INPUT_*`, command files in a folder of its own.
 *
 * @param inputs by their names in action.yml
 */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  options: RunOptions = {},
): Promise<ActionRun> {
  const folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-runner-'));
  try {
    const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'];
    const places = files.map((name) => [name, join(folder, name)] as const);
    for (const [, path] of places) await writeFile(path, '');
    const fresh = options.reuse === true ? {} : { fresh: 'true' };
    const given = Object.entries({ ...fresh, ...inputs }).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]);
    const env = {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: options.cwd ?? process.cwd(),
      RUNNER_TEMP: folder,
      ...Object.fromEntries([...places, ...given]),
      ...options.env,
    };
    const run = await runNode(join(await bundled(), 'action.mjs'), [], { ...options, env });
    const outputs = readOutputs(await readFile(join(folder, 'GITHUB_OUTPUT'), 'utf8'));
    const summary = await readFile(join(folder, 'GITHUB_STEP_SUMMARY'), 'utf8');
    const path = outputs['report-json'];
    const report = path ? parsed(await readFile(path, 'utf8').catch(() => '')) : undefined;
    return { ...run, outputs, summary, ...(report ? { report } : {}) };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function runNode(
  file: string,
  arguments_: readonly string[],
  options: RunOptions,
): Promise<CliRun> {
  const child = spawn(process.execPath, [file, ...arguments_], {
    cwd: options.cwd ?? process.cwd(),
    env: { ...machineEnvironment(), XDG_CACHE_HOME: testCache(), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // A run that ended before it read everything is no error of the test.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const timer = setTimeout(() => child.kill('SIGKILL'), (options.timeoutSeconds ?? 280) * 1000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const [stdout, stderr] = [out, err].map((part) => Buffer.concat(part).toString('utf8'));
      resolve({ code, signal, stdout: stdout ?? '', stderr: stderr ?? '' });
    });
  });
}

function parsed(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}

/** `name=value` and `name<<DELIMITER` as the runner reads them. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const block = /^([^=]+?)<<(.+)$/.exec(lines[at] ?? '');
    const plain = /^([^=]+)=(.*)$/.exec(lines[at] ?? '');
    if (block?.[1]) {
      const end = lines.indexOf(block[2] ?? '', at + 1);
      found[block[1]] = lines.slice(at + 1, end).join('\n');
      at = end < 0 ? lines.length : end;
    } else if (plain?.[1]) found[plain[1]] = plain[2] ?? '';
  }
  return found;
}
