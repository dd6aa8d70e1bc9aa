import { execFile } from 'node:child_process';
import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { machineEnvironment } from '../support/act.ts';
import { bundled } from '../support/bundle.ts';
import { needLinuxPythons } from '../support/need-pythons.ts';
import { testCache } from '../support/test-cache.ts';

/** What differs between two runs of the same: times and memory. */
const MEASURED: ReadonlySet<string> = new Set(['seconds', 'timeline', 'peakBytes', 'jobs']);

/** The report as text, less what the clock gave. */
function told(report: Report): string {
  return JSON.stringify(report, (key, value) => (MEASURED.has(key) ? undefined : value), 1);
}

/** A block of docs/scale.md. */
async function recipe(name: string): Promise<string> {
  const page = await readFile('docs/scale.md', 'utf8');
  const block = new RegExp(`<!-- ${name} -->\\s+\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (!block) throw new Error(`docs/scale.md has no recipe ${name}`);
  return block;
}

/** Runs a script as the scheduler's shell would; the exit code decides nothing here. */
async function shell(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  const run = promisify(execFile)('bash', ['-c', script], { cwd, env, maxBuffer: 2 ** 26 });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error) => ({ code: error.code as number, output: `${error.stdout}${error.stderr}` }),
  );
}

/** GitLab's own variables for each of the jobs, in another order than theirs. */
const runGitlab = (name: string) => async (cwd: string, env: Readonly<Record<string, string>>) => {
  const jobs = [
    ...(await recipe(name)).matchAll(
      /^\w+:\n(?: {2}(?!script|parallel).*\n)*(?: {2}parallel: (\d+).*\n)? {2}script:\n((?: {4}- .*\n)+)/gm,
    ),
  ];
  let last = { code: 0, output: 'no job' };
  for (const [, count = '1', lines = ''] of jobs) {
    for (const index of [3, 1, 4, 2].filter((one) => one <= Number(count))) {
      const job = { CI_NODE_INDEX: `${index}`, CI_NODE_TOTAL: count };
      last = await shell(lines.replaceAll(/^ {4}- /gm, ''), cwd, { ...env, ...job });
    }
  }
  return last;
};

/** `sbatch` that runs the tasks of the array one after the other. */
async function runSlurm(cwd: string, env: Readonly<Record<string, string>>) {
  const part = await recipe('slurm-part');
  await writeFile(join(cwd, 'part.sh'), part);
  const count = Number(/--array=1-(\d+)/.exec(part)?.[1]);
  const sbatch = `#!/bin/sh
for task in $(seq ${count}); do
  SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_COUNT=${count} sh "$2"
done
exit 1
`;
  await program(join(cwd, 'bin', 'sbatch'), sbatch);
  return shell(await recipe('slurm'), cwd, env);
}

async function program(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await chmod(path, 0o755);
}

needLinuxPythons('3.10', '3.12')('the recipes of docs/scale.md', () => {
  let folder: string;
  /** Example → the report of one run. */
  const wholes = new Map<string, string>();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'many-machines-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['my-extension', 'gitlab', runGitlab('gitlab'), 1],
    ['my-extension', 'gitlab, built once', runGitlab('gitlab-once'), 1],
    ['healthy', 'slurm', runSlurm, 0],
  ] as const)(
    '%s on %s: the report of one run, byte for byte',
    async (example, name, run, code) => {
      const project = join(folder, `${example} ${name}`.replaceAll(/[ ,]+/g, '-'));
      await cp(join('examples', example), project, { recursive: true });
      await appendFile(
        join(project, 'pyproject.toml'),
        '\n[tool.numpy-abi-matrix]\npython-version = ["3.10", "3.12"]\nnumpy-version = ["1.26", "2.0"]\n',
      );
      const bin = join(project, 'bin');
      await mkdir(bin);
      const cli = join(await bundled(), 'cli.mjs');
      // Each part measures for itself: nothing is taken over from the run that it is held to.
      await program(
        join(bin, 'numpy-abi-matrix'),
        `#!/bin/sh
if [ "$1" = check ]; then shift; set -- check --fresh "$@"; fi
exec '${process.execPath}' '${cli}' "$@"
`,
      );
      const env = machineEnvironment();
      const paths = {
        ...env,
        PATH: [bin, env['PATH']].join(delimiter),
        XDG_CACHE_HOME: testCache(),
      };
      const read = async (file: string) =>
        told(JSON.parse(await readFile(join(project, file), 'utf8')) as Report);
      const whole = wholes.get(example);
      if (whole === undefined) {
        const { code: is } = await shell(
          'numpy-abi-matrix check . --json whole.json',
          project,
          paths,
        );
        expect(is).toBe(code);
        wholes.set(example, await read('whole.json'));
      }
      const merged = await run(project, paths);
      expect([merged.code, merged.output]).toEqual([code, merged.output]);
      expect(await read('reports/report.json')).toBe(wholes.get(example));
    },
    280_000,
  );
});
