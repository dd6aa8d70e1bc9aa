import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { bundled } from './bundle.ts';
import { needThat } from './need.ts';
import { runningMarked } from './running-processes.ts';

/** The folder of `.ci/wine.sh`: Windows' programs, run by Wine. */
const WINDOWS = process.env['WINE_WINDOWS'] || '/nowhere';
const PYTHON = join(WINDOWS, 'tool-cache', 'Python', '3.12.1', 'x64', 'python.exe');

/** `describe` for tests on Windows, under Wine. */
export const windows = needThat(
  existsSync(PYTHON),
  'Windows under Wine: WINE_WINDOWS=DIR after .ci/wine.sh DIR',
);

export const WINDOWS_PYTHON = onDrive(PYTHON);

/** The compiled wheel of a package of `.ci/wine/wheels.py`. */
export function windowsWheel(name: string): string {
  return join(WINDOWS, 'wheels', `${name}-1.0-cp312-cp312-win_amd64.whl`);
}

/**
 * @returns a path of this machine as Windows' programs see it under Wine
 * @example onDrive('/tmp/a b') // 'Z:\\tmp\\a b'
 */
export function onDrive(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

export interface WindowsRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: Report | undefined;
}

export interface WindowsOptions {
  readonly script?: 'cli.mjs' | 'action.mjs';
  readonly node?: 20 | 24;
  readonly env?: Readonly<Record<string, string>>;
  /** Presses Ctrl-C as soon as the program's output on stderr matches. */
  readonly interruptAt?: RegExp;
}

/** A machine of its own for some runs: home, temporary files and cache lie in one folder. */
export interface WindowsMachine {
  readonly folder: string;
  readonly temp: string;
  run(args: readonly string[], options?: WindowsOptions): Promise<WindowsRun>;
  /** Programs of these runs that still run. */
  leftBehind(): readonly string[];
  remove(): Promise<void>;
}

/** Makes one, with a name that needs quoting everywhere, and whose files have long paths. */
export async function windowsMachine(): Promise<WindowsMachine> {
  const folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-Ünï côde & blanks '));
  const temp = join(folder, 'a-long-name-of-a-folder-'.repeat(5), 'temp');
  await mkdir(temp, { recursive: true });
  const certificates = join(folder, 'certificates.crt');
  await writeFile(certificates, await readCertificates());
  let runs = 0;
  return {
    folder,
    temp,
    async run(args, options = {}) {
      runs += 1;
      const json = join(folder, `report-${runs}.json`);
      const script = join(await bundled(), options.script ?? 'cli.mjs');
      const more = options.script === 'action.mjs' ? [] : ['--json', onDrive(json)];
      const node = onDrive(join(WINDOWS, 'tools', `node${options.node ?? 24}.exe`));
      const env = {
        ...network(),
        PATH: '/usr/bin:/bin',
        HOME: folder,
        LC_ALL: 'C.UTF-8',
        // No Python among them: it is found in the tool cache.
        WINEPATH: onDrive(join(WINDOWS, 'tools')),
        RUNNER_TOOL_CACHE: onDrive(join(WINDOWS, 'tool-cache')),
        XDG_CACHE_HOME: onDrive(join(folder, 'cache')),
        SSL_CERT_FILE: onDrive(certificates),
        NODE_EXTRA_CA_CERTS: onDrive(certificates),
        RUNNER_TEMP: onDrive(temp),
        UV_PYTHON_DOWNLOADS: 'never',
        ...options.env,
      };
      const words = [node, onDrive(script), ...args, ...more];
      const ended = await start(words, env, join(folder, `run-${runs}`), options.interruptAt);
      const text = await readFile(json, 'utf8').catch(() => undefined);
      return { ...ended, report: text === undefined ? undefined : (JSON.parse(text) as Report) };
    },
    leftBehind: () =>
      runningMarked(folder).filter((one) => /(?:python|node\d+|uv)\.exe/i.test(one)),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Node's output goes to files: Wine's pipes end it with EBADF. */
async function start(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  files: string,
  interruptAt?: RegExp,
): Promise<Omit<WindowsRun, 'report'>> {
  const [out, err] = [`${files}.out`, `${files}.err`];
  const [stdout, stderr] = [await open(out, 'w'), await open(err, 'w')];
  const child = spawn(join(WINDOWS, 'win'), words, {
    env,
    stdio: ['ignore', stdout.fd, stderr.fd],
  });
  const interrupt = setInterval(() => {
    void readFile(err, 'utf8').then((text) => {
      if (!interruptAt?.test(text)) return;
      clearInterval(interrupt);
      // The launcher becomes node.exe; Wine hands SIGINT on as Ctrl-C.
      child.kill('SIGINT');
    });
  }, 500);
  const timer = setTimeout(() => child.kill('SIGKILL'), 280_000);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  clearInterval(interrupt);
  await Promise.all([stdout.close(), stderr.close()]);
  return { code, stdout: await readFile(out, 'utf8'), stderr: await readFile(err, 'utf8') };
}

/** How this machine reaches the network; everything else stays behind. */
function network(): Readonly<Record<string, string>> {
  const wanted =
    /^(?:HTTPS?_PROXY|ALL_PROXY|NO_PROXY|PIP_INDEX_URL|UV_(?:DEFAULT_)?INDEX(?:_URL)?)$/i;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value !== undefined && wanted.test(name) ? [[name, value]] : [],
    ),
  );
}

async function readCertificates(): Promise<string> {
  const places = [process.env['SSL_CERT_FILE'], '/etc/ssl/certs/ca-certificates.crt'];
  for (const place of places) {
    const text = place ? await readFile(place, 'utf8').catch(() => '') : '';
    if (text !== '') return text;
  }
  return '';
}
