import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '../support/cli.ts';
import { pureWheel } from '../support/stored-zip.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const BROKEN = join(EXAMPLES, 'my-extension');
const HEALTHY = join(EXAMPLES, 'healthy');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-plan-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function check(project: string, ...flags: readonly string[]) {
  const run = await runCli(['check', project, '--python', '3.11', ...flags, '--json', '-']);
  const { report } = run;
  if (report === undefined) throw new Error(`no report: ${run.stderr}`);
  const status = new Map(report.combinations.map(({ numpy, status }) => [numpy, status]));
  return { ...run, report, status };
}

describe('what is planned is what runs (needs Python 3.11 and 3.12, a C compiler, the index)', () => {
  test('bisect finds the first release that fails in few environments', async () => {
    const { report, code } = await check(
      ...[BROKEN, '--numpy', 'oldest', '--numpy', 'latest', '--bisect'],
    );
    const [finding] = report.findings.filter(({ kind }) => kind === 'np1-on-np2');
    expect(finding?.explanation).toContain(
      'NumPy 2.0.0 is the first release that fails, 1.26.4 the last that works',
    );
    const ran = report.combinations.filter(({ status }) => /passed|failed/.test(status));
    // Some 45 releases lie between the two.
    expect(ran.length).toBeLessThanOrEqual(Math.floor(Math.log2(45)) + 2);
    // What the search left out is not claimed: the series that passed are named instead.
    expect(report.supported.tested[0]).toBe('1.23');
    expect(report.supported.tested.every((one) => one.startsWith('1.'))).toBe(true);
    expect(code).toBe(1);
  });

  test.each([
    ['build new, run old', 'latest', 'oldest', /^2\./, /^1\.23\./],
    ['build old, run new', 'oldest', 'latest', /^2\.0\.0$/, /^2\.[1-9]/],
  ])('%s is one line', async (_, build, run, built, ran) => {
    const { report, code } = await check(HEALTHY, '--build-numpy', build, '--numpy', run);
    const [combination] = report.combinations;
    expect(combination?.buildNumpy).toMatch(built);
    expect(combination?.numpy).toMatch(ran);
    expect(combination?.status).toBe('passed');
    expect(code).toBe(0);
  });

  test('a known failure is neither red nor proven, one that passes is red', async () => {
    const { report, code } = await check(
      ...[BROKEN, '--numpy', '1.26', '--numpy', '2.0'],
      ...['--known-failure', 'numpy>=2: not ported', '--known-failure', 'numpy<2: old news'],
    );
    expect(report.findings.map(({ kind, severity }) => [kind, severity])).toEqual([
      ['known-failure-passes', 'error'],
    ]);
    expect(report.findings[0]?.title).toContain('numpy<2');
    expect(report.supported.numpy).toBe('>=1.26,<2');
    expect(report.verdict).toContain('1 module imports on 1 combination');
    expect(report.verdict).toContain('known-failures');
    expect(code).toBe(1);
  });

  test('over the budget no further Python is begun', async () => {
    const { report, code, stderr } = await check(
      ...[HEALTHY, '--python', '3.12', '--numpy', '2.2', '--budget', '0.01'],
    );
    expect(report.combinations.map(({ status }) => status)).toEqual(['passed', 'skipped']);
    expect(report.combinations[1]?.reason).toContain('budget');
    expect(stderr).toMatch(/building for the other Python takes about .* budget/);
    expect(code).toBe(3);
  });

  test.each([
    ['a .pth file', 'startup', (other: string) => ({ 'startup.pth': `${other}\n` })],
    [
      'a .pth file that runs code',
      'pinner',
      (other: string) => ({
        'pinner.pth': `import sys; sys.path.insert(0, ${JSON.stringify(other)})\n`,
      }),
    ],
  ])('a dependency that moves NumPy by %s is named', async (_, name, files) => {
    const other = join(folder, 'elsewhere');
    await mkdir(join(other, 'numpy'), { recursive: true });
    await writeFile(join(other, 'numpy', '__init__.py'), "__version__ = '1.26.4'\n");
    const links = join(folder, `${name}-links`);
    await mkdir(links, { recursive: true });
    // A folder that comes after site-packages moves nothing: it must stay green.
    const harmless = name === 'startup';
    await writeFile(join(links, `${name}-1.0-py3-none-any.whl`), pureWheel(name, files(other)));
    const project = join(folder, name);
    await cp(HEALTHY, project, { recursive: true });
    const pyproject = join(project, 'pyproject.toml');
    const text = await readFile(pyproject, 'utf8');
    await writeFile(pyproject, text.replace('"numpy>=1.23"', `"numpy>=1.23", "${name}"`));
    const { report, code, status } = await check(
      ...[project, '--numpy', '1.26.4', '--find-links', links],
    );
    expect(status.get('1.26.4')).toBe(harmless ? 'passed' : 'error');
    expect(code).toBe(harmless ? 0 : 3);
    if (harmless) return;
    expect(report.combinations[0]?.setUp).toBe('wrong-numpy');
    expect(report.combinations[0]?.reason).toMatch(/another copy of it.*pinner 1\.0.*moved it/);
    expect(report.supported.numpy).toBeNull();
  });

  test('what a package requires excludes, although the index serves no metadata of it', async () => {
    const flags = ['--package', 'pandas==2.1.4', '--python', '3.11', '--numpy', '2.2.6'];
    const { report, code } = await runCli(['check', ...flags, '--json', '-']);
    expect(report?.combinations.map(({ status, reason }) => [status, reason])).toEqual([
      ['excluded', expect.stringMatching(/^pandas 2\.1\.4 requires numpy<2/)],
    ]);
    expect(code).toBe(4);
  });

  test('a file that the user’s settings name for what uv writes stays as it is', async () => {
    const project = join(folder, 'writes');
    await mkdir(project);
    const settings = '[tool.uv.pip]\noutput-file = "pinned.txt"\nall-extras = true\n';
    const metadata = '[project]\nname = "writes"\nversion = "1"\ndependencies = ["numpy"]\n';
    await writeFile(join(project, 'pyproject.toml'), `${metadata}${settings}`);
    const pinned = join(project, 'pinned.txt');
    await writeFile(pinned, 'numpy==1.26.4\n');
    for (const subject of [['.'], ['--package', 'numpy==1.26.4']]) {
      const args = ['plan', ...subject, '--python', '3.11', '--numpy', '1.26.4'];
      const { code, stderr } = await runCli(args, { cwd: project });
      expect([code, stderr.match(/^error.*/m)?.[0]]).toEqual([0, undefined]);
      expect(await readFile(pinned, 'utf8')).toBe('numpy==1.26.4\n');
    }
  });

  test('a lock file says which releases are installed, and why other NumPys are out', async () => {
    const lock = join(folder, 'uv.lock');
    const source = 'source = { registry = "https://index.example/simple" }';
    const entries = [
      `[[package]]\nname = "app"\nversion = "1"\nsource = { editable = "." }`,
      `[[package]]\nname = "contourpy"\nversion = "1.3.0"\n${source}`,
      `[[package]]\nname = "numpy"\nversion = "2.0.2"\n${source}`,
    ];
    await writeFile(lock, `version = 1\n${entries.join('\n')}\n`);
    const run = (...flags: readonly string[]) =>
      runCli([
        ...['plan', '--package', 'contourpy', '--python', '3.11', '--constraint', lock],
        ...['--numpy', '1.26', '--numpy', '2.0', ...flags, '--json', '-'],
      ]);
    const { report, code } = await run();
    expect(report?.notices).toContain('contourpy resolves to 1.3.0 on Python 3.11');
    expect(report?.combinations.map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ['py3.11-np2.0.2', 'planned', null],
      ['py3.11-np1.26.4', 'excluded', expect.stringContaining('uv.lock allows only numpy==2.0.2')],
    ]);
    expect(code).toBe(0);
    const free = await run('--metadata', 'ignore');
    expect(free.report?.combinations.map(({ status }) => `${status}`)).toEqual([
      'planned',
      'planned',
    ]);
  });
});
