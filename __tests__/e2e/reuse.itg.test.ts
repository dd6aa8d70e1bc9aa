import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { type RunOptions, runCli } from '../support/cli.ts';
import { lastingReport } from '../support/lasting-report.ts';
import { makeWheel, plainModule, pythonInclude } from '../support/made-wheel.ts';
import { findPython, needLinuxPythons } from '../support/need-pythons.ts';
import { cExtension } from '../support/projects/c-extension.ts';
import { writeProject } from '../support/projects/project-template.ts';
import { testCache } from '../support/test-cache.ts';

const STEM = 'kept-1.0-cp311-cp311-linux_x86_64';
const FILE = 'kept/_core.cpython-311-x86_64-linux-gnu.so';

let root = '';
let module: Uint8Array;
/** Of this run of the test: nothing that an earlier one left can be meant. */
const unique = randomUUID();

function wheel(text: string): string {
  const files = { 'kept/__init__.py': `# ${unique} ${text}\n`, [FILE]: module };
  return makeWheel(mkdtempSync(join(root, 'wheel-')), { stem: STEM, files });
}

async function run(
  subject: readonly string[],
  more: readonly string[] = [],
  options: RunOptions = {},
): Promise<Report> {
  const { report, stdout, stderr } = await runCli(
    ['check', ...subject, '--python', '3.11', '--numpy', '2.0.2', '--json', '-', ...more],
    { cwd: root, reuse: true, ...options },
  );
  if (!report) throw new Error(`no report:\n${stdout}\n${stderr}`);
  expect(report.combinations).toHaveLength(1);
  return report;
}

const isReused = ({ combinations }: Report): boolean => combinations[0]?.reused !== undefined;

needLinuxPythons('3.11')('reuse', () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'numpy-abi-matrix-reuse-'));
    module = plainModule('_core', [pythonInclude(findPython('3.11') ?? 'python3')]);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('takes over what nothing has changed for, and measures anew after any single change', async () => {
    const scripts = mkdtempSync(join(root, 'scripts-'));
    const script = join(scripts, 'smoke.py');
    writeFileSync(script, 'import kept._core\n');
    const own = wheel('a');
    const base = ['--smoke', script, '--environment', 'KEPT_MODE'];
    const env = { KEPT_MODE: 'one' };
    const first = await run(['--wheel', own], base, { env });
    expect(first.verdict).toContain('1 module imports on 1 combination');
    expect(isReused(first)).toBe(false);
    const again = await run(['--wheel', own], base, { env });
    expect(isReused(again)).toBe(true);
    expect(again.verdict).toMatch(/; all proven by a run of \d{4}-/);
    expect(lastingReport(again)).toEqual(lastingReport(first));
    // The same file at another place is the same.
    const copy = join(mkdtempSync(join(root, 'copy-')), basename(own));
    copyFileSync(own, copy);
    expect(isReused(await run(['--wheel', copy], base, { env }))).toBe(true);

    expect(isReused(await run(['--wheel', own], [...base, '--fresh'], { env }))).toBe(false);
    expect(isReused(await run(['--wheel', wheel('b')], base, { env }))).toBe(false);
    expect(isReused(await run(['--wheel', own], base, { env: { KEPT_MODE: 'two' } }))).toBe(false);
    expect(isReused(await run(['--wheel', own], [...base, '--timeout', '61'], { env }))).toBe(
      false,
    );
    writeFileSync(join(scripts, 'beside.txt'), 'what the script may read');
    expect(isReused(await run(['--wheel', own], base, { env }))).toBe(false);
    writeFileSync(script, 'import kept._core, kept\n');
    expect(isReused(await run(['--wheel', own], base, { env }))).toBe(false);
  });

  it('costs time and nothing else where what is kept is damaged', async () => {
    const own = wheel('damaged');
    const first = await run(['--wheel', own]);
    const store = join(testCache(), 'numpy-abi-matrix', 'store-1', 'measurements');
    for (const entry of readdirSync(store, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      writeFileSync(file, readFileSync(file).subarray(0, 100));
    }
    const second = await run(['--wheel', own]);
    expect(isReused(second)).toBe(false);
    expect(lastingReport(second)).toEqual(lastingReport(first));
    expect(isReused(await run(['--wheel', own]))).toBe(true);
  });

  it('never takes over what imports sources from elsewhere', async () => {
    const outside = mkdtempSync(join(root, 'outside-'));
    writeFileSync(join(outside, 'outer.py'), 'value = 1\n');
    const own = wheel(`\nimport sys; sys.path.append(${JSON.stringify(outside)}); import outer`);
    expect((await run(['--wheel', own])).exitCode).toBe(0);
    writeFileSync(join(outside, 'outer.py'), 'raise ImportError("changed")\n');
    const second = await run(['--wheel', own]);
    expect(isReused(second)).toBe(false);
    expect(second.exitCode).toBe(1);
  });

  it('never takes over what reads data from elsewhere', async () => {
    const file = join(mkdtempSync(join(root, 'outside-')), 'setting.txt');
    writeFileSync(file, 'good');
    const own = wheel(`\nassert open(${JSON.stringify(file)}).read() == "good"`);
    expect((await run(['--wheel', own])).exitCode).toBe(0);
    writeFileSync(file, 'evil');
    expect((await run(['--wheel', own])).exitCode).toBe(1);
  });

  it('never takes over what may be otherwise the next time', async () => {
    module = plainModule(
      '_core',
      [pythonInclude(findPython('3.11') ?? 'python3')],
      '*(volatile int *)16 = 1;',
    );
    const own = wheel('crash');
    expect((await run(['--wheel', own])).exitCode).toBe(1);
    const second = await run(['--wheel', own]);
    expect(second.exitCode).toBe(1);
    expect(isReused(second)).toBe(false);
  });

  it('builds a project again only when something has changed', async () => {
    const { folder, remove } = await writeProject({
      ...cExtension({ name: 'again' }),
      'note.txt': unique,
    });
    try {
      const first = await run([folder]);
      expect(isReused(first)).toBe(false);
      const { stderr, report } = await runCli(
        ['check', folder, '--python', '3.11', '--numpy', '2.0.2', '--json', '-'],
        { cwd: root, reuse: true },
      );
      expect(stderr).toContain('is unchanged since it was built with Python 3.11');
      expect(report && isReused(report)).toBe(true);
      expect(report && lastingReport(report)).toEqual(lastingReport(first));
      writeFileSync(join(folder, 'note.txt'), `${unique} and more`);
      const third = await runCli(
        ['check', folder, '--python', '3.11', '--numpy', '2.0.2', '--json', '-'],
        { cwd: root, reuse: true },
      );
      expect(third.stderr).toContain('built again-1.0');
    } finally {
      await remove();
    }
  });
});
