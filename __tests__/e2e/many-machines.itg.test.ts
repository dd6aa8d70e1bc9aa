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
async function runGitlab(cwd: string, env: Readonly<Record<string, string>>) {
  const text = await recipe('gitlab');
  const [plan = '', measure = '', report = ''] = [
    ...text.matchAll(/script:\n((?: {4}- .*\n)+)/g),
  ].map(([, lines = '']) => lines.replaceAll(/^ {4}- /gm, ''));
  const count = Number(/parallel: (\d+)/.exec(text)?.[1]);
  await shell(plan, cwd, env);
  for (const index of [3, 1, 4, 2].filter((one) => one <= count)) {
    const job = { CI_NODE_INDEX: `${index}`, CI_NODE_TOTAL: `${count}` };
    await shell(measure, cwd, { ...env, ...job });
  }
  return shell(report, cwd, env);
}

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
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'many-machines-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['my-extension', 'gitlab', runGitlab, 1],
    ['healthy', 'slurm', runSlurm, 0],
  ] as const)(
    '%s on %s: the report of one run, byte for byte',
    async (example, _name, run, code) => {
      const project = join(folder, example);
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
      const whole = await shell('numpy-abi-matrix check . --json whole.json', project, paths);
      const merged = await run(project, paths);
      expect([whole.code, merged.code, merged.output]).toEqual([code, code, merged.output]);
      const read = async (file: string) =>
        JSON.parse(await readFile(join(project, file), 'utf8')) as Report;
      expect(told(await read('reports/report.json'))).toBe(told(await read('whole.json')));
    },
    280_000,
  );
});
