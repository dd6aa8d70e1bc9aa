import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An annotation as act decoded it: a parser that is not ours. */
export interface ActAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

export interface ActRun {
  readonly exitCode: number | null;
  readonly annotations: readonly ActAnnotation[];
  /** Results of steps by name: `success`, `failure`, `skipped`. */
  readonly steps: Readonly<Record<string, string>>;
  readonly jobResult: string | null;
  readonly summary: string;
  /** What the steps printed and were not commands, lines joined. */
  readonly log: string;
  /** Everything that act wrote, for messages of failing tests. */
  readonly raw: string;
}

export interface ActOptions {
  /** The program, absolute or on PATH. */
  readonly act: string;
  /** Folder with action.yml, package.json and dist. */
  readonly action: string;
  /** Files of the consumer's repository: folders to copy by their path in it. */
  readonly folders: Readonly<Record<string, string>>;
  /** Text of the workflow. It uses `consumer/numpy-abi-matrix@v1`. */
  readonly workflow: string;
  readonly env: Readonly<Record<string, string>>;
  /** Labels of runners that this machine stands in for; `ubuntu-latest` alone when absent. */
  readonly platforms?: readonly string[];
  /** Other actions by `owner/name@ref`: folders to take them from. */
  readonly others?: Readonly<Record<string, string>>;
  /** Is told of act's process, and of what it writes, while it runs. */
  readonly watch?: (text: string, act: number) => void;
  /** What the event's file says of the pull request besides; it is one of a fork when absent. */
  readonly isOfOwnRepository?: boolean;
  /** Seconds until act is stopped. */
  readonly seconds?: number;
}

export const USES = 'consumer/numpy-abi-matrix@v1';

/**
 * This machine's environment, for what configures its network and its indexes, less what an outer
 * run of Actions or jest left in it.
 */
export function machineEnvironment(): Readonly<Record<string, string>> {
  const foreign = /^(GITHUB_|INPUT_|ACTIONS_|RUNNER_TEMP|ACT$|CI$|NODE_OPTIONS|JEST_|PYTHON|npm_)/i;
  const pairs = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || foreign.test(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(pairs);
}

/** Runs a workflow under act on a `pull_request`, as a consumer of the published action would. */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const root = await mkdtemp(join(tmpdir(), 'act-'));
  try {
    const [repository, action] = [join(root, 'repository'), join(root, 'action')];
    const artifacts = join(root, 'artifacts');
    await mkdir(artifacts);
    for (const name of ['action.yml', 'package.json', 'dist', '.github/actions']) {
      await cp(join(options.action, name), join(action, name), { recursive: true });
    }
    await callable(options.action, action);
    for (const [path, source] of Object.entries(options.folders)) {
      await cp(source, join(repository, path), { recursive: true });
    }
    const event = join(root, 'event.json');
    const file = join(repository, '.github/workflows/x.yml');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, options.workflow);
    const repo = options.isOfOwnRepository ? { repo: { full_name: 'consumer/package' } } : {};
    await writeFile(
      event,
      JSON.stringify({
        number: 1,
        pull_request: {
          number: 1,
          head: { ref: 'change', ...repo },
          base: { ref: 'main', ...repo },
        },
      }),
    );
    const env = { ...options.env, XDG_CACHE_HOME: join(tmpdir(), 'numpy-abi-matrix-test-cache') };
    await commit(repository, env);
    const arguments_ = [
      'pull_request',
      ...['-e', event, '-W', file, '--env', `ARTIFACTS=${artifacts}`],
      ...['--env', `CACHE_SERVER=${join(root, 'cache')}`],
      ...(options.platforms ?? ['ubuntu-latest']).flatMap((one) => ['-P', `${one}=-self-hosted`]),
      ...['--cache-server-addr', '127.0.0.1', '--cache-server-path', join(root, 'cache')],
      ...['--action-cache-path', join(root, 'actions'), '--rm', '--json'],
      ...['--local-repository', `${USES}=${action}`],
      ...Object.entries(options.others ?? {}).flatMap(([uses, folder]) => [
        '--local-repository',
        `${uses}=${folder}`,
      ]),
    ];
    const { code, output } = await run(options.act, arguments_, repository, env, options);
    return { exitCode: code, ...readOutput(output), raw: output };
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The reusable workflow, with what act does not know yet (`$/FOLDER`) as act knows it. */
async function callable(from: string, to: string): Promise<void> {
  const file = '.github/workflows/numpy-abi-matrix.yml';
  await mkdir(dirname(join(to, file)), { recursive: true });
  const text = await readFile(join(from, file), 'utf8');
  const [name, ref] = USES.split('@');
  await writeFile(join(to, file), text.replaceAll(/uses: \$\/(\S+)$/gm, `uses: ${name}/$1@${ref}`));
}

/** act asks git for the commit that it says it runs on. */
async function commit(folder: string, env: Readonly<Record<string, string>>): Promise<void> {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  for (const words of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'x'],
  ]) {
    const { code, output } = await run('git', [...who, ...words], folder, env);
    if (code !== 0) throw new Error(`git ${words.join(' ')}: ${output}`);
  }
}

async function run(
  command: string,
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  { watch, seconds = 280 }: Pick<ActOptions, 'watch' | 'seconds'> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(command, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    watch?.(chunk.toString('utf8'), child.pid ?? 0);
  });
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

/** Reads act's `--json`, one object a line. */
export function readOutput(output: string): Omit<ActRun, 'exitCode' | 'raw'> {
  const entries = output.split('\n').flatMap((line): Record<string, unknown>[] => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null ? [{ ...value }] : [];
    } catch {
      return [];
    }
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const of = (command: string) => entries.filter((entry) => entry['command'] === command);
  return {
    annotations: (['error', 'warning', 'notice'] as const).flatMap((level) =>
      of(level).map((entry) => ({
        level,
        message: text(entry['arg']),
        properties: Object.fromEntries(
          Object.entries((entry['kvPairs'] ?? {}) as Record<string, unknown>).map(
            ([key, value]) => [key, text(value)],
          ),
        ),
      })),
    ),
    steps: Object.fromEntries(
      entries
        .filter((entry) => text(entry['stepResult']) !== '' && entry['stage'] === 'Main')
        .map((entry) => [text(entry['step']), text(entry['stepResult'])]),
    ),
    jobResult:
      entries.map((entry) => text(entry['jobResult'])).findLast((one) => one !== '') ?? null,
    summary: of('summary')
      .map((entry) => text(entry['content']))
      .join(''),
    log: entries
      .filter((entry) => entry['raw_output'] === true)
      .map((entry) => text(entry['msg']))
      .join(''),
  };
}
