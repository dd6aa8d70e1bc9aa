import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AuditReport } from '../../src/report/audit-report.ts';
import { runCli } from '../support/cli.ts';
import { makeWheel } from '../support/made-wheel.ts';
import { needThat } from '../support/need.ts';

/** Small wheels of other systems, read where they lie. */
const online = needThat(
  process.env['NUMPY_ABI_MATRIX_OFFLINE'] !== '1',
  'the package index: NUMPY_ABI_MATRIX_OFFLINE is set',
);
const SAMPLES = join(import.meta.dirname, '../packaging/locks/samples');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-audit-'));
  await cp(SAMPLES, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function audit(...args: string[]) {
  const run = await runCli(['audit', ...args, '--json', '-', '--quiet'], { cwd: folder });
  if (!run.stdout.startsWith('{')) throw new Error(`no report:\n${run.stdout}\n${run.stderr}`);
  const report: Pick<AuditReport, 'findings' | 'verdict'> & {
    readonly wheels: AuditReport['rows'];
  } = JSON.parse(run.stdout);
  return { code: run.code, report };
}

online('a lock file with one broken pair', () => {
  // The wheel in question exists for macOS alone; nothing of it can run here, and nothing is run.
  it.each(['uv.lock', 'pylock.toml', 'requirements.txt', 'poetry.lock', 'Pipfile.lock'])(
    '%s: is caught on a platform that is not this one',
    async (file) => {
      const { code, report } = await audit(file);
      expect(code).toBe(1);
      expect(report.findings).toHaveLength(1);
      expect(report.findings[0]).toMatchObject({
        kind: 'np1-on-np2',
        severity: 'error',
        fault: 'dependency',
        culprit: { distribution: 'bottleneck', version: '1.3.7' },
        location: { file },
      });
      expect(report.findings[0]?.explanation).toContain('macos-x86_64');
      const fine = report.wheels.filter(({ distribution }) => distribution === 'numexpr');
      expect(fine.flatMap(({ kinds }) => kinds)).toEqual([]);
    },
  );

  it('says where it names a NumPy without a wheel for what it locks', async () => {
    await mkdir(join(folder, 'apart'), { recursive: true });
    const marker = '; python_version == "3.12"';
    const lines = `numpy==1.22.4 ${marker}\nnumexpr==2.10.2 ${marker}\n`;
    await writeFile(join(folder, 'apart/requirements.txt'), lines);
    const { code, stdout } = await runCli(['audit', 'apart/requirements.txt'], { cwd: folder });
    expect(code).toBe(4);
    expect(stdout).toContain('numexpr==2.10.2 (apart/requirements.txt:2)');
    expect(stdout.replace(/\s+/g, ' ')).toContain('NumPy would have to be built there: not read');
  });

  it.each([
    [
      'a checksum that no file has',
      `bottleneck==1.3.7 --hash=sha256:${'7'.repeat(64)}`,
      'a checksum',
    ],
    ['a release that is not there', 'bottleneck==99.0', 'not on the package index in force'],
  ])('is never green with %s', async (_, line, why) => {
    await mkdir(join(folder, 'lost'), { recursive: true });
    await writeFile(join(folder, 'lost/requirements.txt'), `numpy==2.0.2\n${line}\n`);
    const { code, stdout } = await runCli(['audit', 'lost/requirements.txt'], { cwd: folder });
    expect(code).toBe(3);
    expect(stdout.replace(/\s+/g, ' ')).toContain('(lost/requirements.txt:2)');
    expect(stdout.replace(/\s+/g, ' ')).toContain(why);
  });

  it.each([
    ['numpy==2.0.2\n', 'names numpy==2.0.2 and no other package'],
    ['numpy==2.0.2\nsix==1.16.0\n', 'numpy==2.0.2 and 1 other package, without wheels'],
    ['six==1.16.0\n', 'names no NumPy to hold its 1 package against'],
  ])('says what it read of %j, and what would be of use', async (text, said) => {
    await mkdir(join(folder, 'alone'), { recursive: true });
    await writeFile(join(folder, 'alone/requirements.txt'), text);
    const { code, stdout } = await runCli(['audit', 'alone/requirements.txt'], { cwd: folder });
    expect(code).toBe(4);
    expect(stdout.replace(/\s+/g, ' ')).toContain(said);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/pip freeze, uv pip compile|such as numpy==2.0.2/);
  });

  it('is none beside another NumPy, whatever the metadata lets in', async () => {
    await mkdir(join(folder, 'old'), { recursive: true });
    const lines = 'numpy==1.26.4\nbottleneck==1.3.7 ; python_version == "3.11"\n';
    await writeFile(join(folder, 'old/requirements.txt'), lines);
    const { code, report } = await audit('old/requirements.txt');
    expect(report.findings).toEqual([]);
    expect(report.wheels.length).toBeGreaterThan(3);
    expect(code).toBe(0);
  });
});

online('a package of the index', () => {
  it('is read for all platforms, from the members that matter', async () => {
    const { code, report } = await audit('--package', 'bottleneck==1.3.7', '--all-platforms');
    expect(code).toBe(1);
    const on = (tag: string) => report.wheels.find(({ wheel }) => wheel.includes(tag))?.kinds;
    for (const tag of ['cp311-manylinux_2_5_x86_64', 'cp311-win_amd64', 'cp311-macosx_10_9']) {
      expect([tag, on(tag)]).toEqual([tag, ['np2-not-capped']]);
    }
    // No NumPy 2 runs on Python 3.8.
    expect(on('cp38-win_amd64')).toEqual([]);
  });
});

/** An extension file with the texts of its time. */
function builtForNumpy1(): Buffer {
  const elf = Buffer.alloc(64);
  elf.write('\x7fELF\x02\x01\x01', 'latin1');
  elf.writeUInt16LE(62, 18);
  const texts = 'numpy.core._multiarray_umath\0module compiled against API version 0x%x';
  return Buffer.concat([elf, Buffer.from(texts)]);
}

const INFO = 'Name: pkg\nVersion: 1.0\n';

/** Debian, conda, `setup.py install` and copies by hand leave such. */
it.each([
  ['a distribution without a list of files', 'pkg-1.0.dist-info/METADATA', INFO, 'pkg 1.0'],
  ['an .egg-info folder', 'pkg-1.0.egg-info/PKG-INFO', INFO, 'pkg 1.0'],
  ['an .egg-info file', 'pkg-1.0.egg-info', INFO, 'pkg 1.0'],
  ['another name, in top_level.txt', 'other-2.egg-info/top_level.txt', 'pkg\n', 'other 2'],
  ['a folder that nothing speaks of', 'README.txt', '', 'pkg'],
])('reads the files of %s in an environment', async (_what, info, text, named) => {
  const site = join(await mkdtemp(join(folder, 'env-')), 'lib/python3.11/site-packages');
  const put = async (path: string, content: string | Buffer) => {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), content);
  };
  await put('numpy-2.0.2.egg-info', 'Name: numpy\nVersion: 2.0.2\n');
  await put(info, text);
  if (info.startsWith('other')) await put('other-2.egg-info/PKG-INFO', 'Name: other\nVersion: 2\n');
  await put('pkg/_x.cpython-311-x86_64-linux-gnu.so', builtForNumpy1());
  const { code, report } = await audit('--environment-dir', join(site, '../../..'));
  expect(code).toBe(1);
  expect(report.findings.map(({ title }) => title)).toEqual([
    `${named} cannot run on the installed NumPy 2.0.2`,
  ]);
});

it('leaves what pip left behind, and gives a file of a namespace to whom no list speaks for', async () => {
  const site = join(await mkdtemp(join(folder, 'env-')), 'lib/python3.11/site-packages');
  const put = async (path: string, content: string | Buffer) => {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), content);
  };
  await put('numpy-2.0.2.dist-info/METADATA', 'Name: numpy\nVersion: 2.0.2\n');
  await put('~cipy/_x.cpython-311-x86_64-linux-gnu.so', builtForNumpy1());
  await put('~cipy-1.0.dist-info/METADATA', 'Name: scipy\nVersion: 1.0\n');
  await put('ns.a-1.0.dist-info/METADATA', 'Name: ns.a\nVersion: 1.0\n');
  await put('ns.a-1.0.dist-info/RECORD', 'ns/a.py,,\n');
  await put('ns.a-1.0.dist-info/top_level.txt', 'ns\n');
  await put('ns.b-2.0.egg-info/PKG-INFO', 'Name: ns.b\nVersion: 2.0\n');
  await put('ns.b-2.0.egg-info/top_level.txt', 'ns\n');
  await put('ns/b/_x.cpython-311-x86_64-linux-gnu.so', builtForNumpy1());
  const { report } = await audit('--environment-dir', site);
  expect(report.findings.map(({ title }) => title)).toEqual([
    'ns-b 2.0 cannot run on the installed NumPy 2.0.2',
  ]);
});

/** What is installed, without installing it. */
it('reads an environment beside the NumPy in it', async () => {
  const site = join(folder, 'env/lib/python3.11/site-packages');
  await mkdir(join(site, 'numpy-2.0.2.dist-info'), { recursive: true });
  await writeFile(join(site, 'numpy-2.0.2.dist-info/METADATA'), 'Name: numpy\nVersion: 2.0.2\n');
  await mkdir(join(site, 'pkg-1.0.dist-info'), { recursive: true });
  await writeFile(
    join(site, 'pkg-1.0.dist-info/METADATA'),
    'Name: pkg\nVersion: 1.0\nRequires-Dist: numpy\n',
  );
  await writeFile(
    join(site, 'pkg-1.0.dist-info/WHEEL'),
    'Tag: cp311-cp311-manylinux_2_17_x86_64\n',
  );
  await writeFile(join(site, 'pkg-1.0.dist-info/RECORD'), 'libpkg.so,,\n../../../bin/pkg,,\n');
  await writeFile(join(site, 'libpkg.so'), builtForNumpy1());
  for (const place of ['env', 'env/lib/python3.11/site-packages']) {
    const { code, report } = await audit('--environment-dir', place);
    expect(code).toBe(1);
    expect(report.findings.map(({ kind, title }) => [kind, title])).toEqual([
      ['np1-on-np2', 'pkg 1.0 cannot run on the installed NumPy 2.0.2'],
    ]);
  }
});

it.each([
  [['-'], 'audit with --requirements -'],
  [['no/.venv'], '--environment-dir no/.venv'],
  [['no/uv.lock'], 'There is no readable file no/uv.lock'],
  [['no/*.whl'], 'No wheel matches "no/*.whl"'],
  [['pixi.lock'], 'pixi.lock names packages of conda'],
  [['env/conda-lock.yml'], '--environment-dir "$CONDA_PREFIX"'],
  [['pyproject.toml'], 'uv pip compile'],
  [['h5py==3.1'], '--package "h5py==3.1"'],
  [['uv.lock', 'no/*.whl'], 'No wheel matches "no/*.whl"'],
])('refuses %j', async (args, said) => {
  const { code, stderr, stdout } = await runCli(['audit', ...args], { cwd: folder });
  expect(stderr).toContain(said);
  expect([code, stdout]).toEqual([2, '']);
});

describe('a source distribution', () => {
  const dist = () => join(folder, 'dist');
  beforeAll(async () => {
    await mkdir(dist(), { recursive: true });
    await writeFile(join(dist(), 'good-1.0.tar.gz'), 'sources');
  });

  it.each(['audit', 'check --wheel'])(
    'alone is wrong usage of %s, with the way out',
    async (command) => {
      const args = [...command.split(' '), 'dist/good-1.0.tar.gz'];
      const { code, stderr, stdout } = await runCli(args, { cwd: folder });
      expect(stderr.replace(/\s+/g, ' ')).toContain('good-1.0.tar.gz is a source distribution');
      expect(stderr).toContain('python -m pip wheel --no-deps good-1.0.tar.gz');
      expect([code, stdout]).toEqual([2, '']);
    },
  );

  it('beside wheels, as the shell names them for dist/*, is told and not red', async () => {
    makeWheel(dist(), { stem: 'good-1.0-cp311-cp311-win_amd64', files: { 'good.py': '' } });
    const named = ['dist/good-1.0-cp311-cp311-win_amd64.whl', 'dist/good-1.0.tar.gz'];
    const { code, stdout } = await runCli(['audit', ...named], { cwd: folder });
    expect(stdout).toContain('good-1.0.tar.gz is a source distribution');
    expect(code).toBe(0);
  });

  it('beside signatures, attestations and checksums, which are no wheels, either', async () => {
    const wheel = 'good-1.0-cp311-cp311-win_amd64.whl';
    makeWheel(dist(), { stem: wheel.replace(/\.whl$/, ''), files: { 'good.py': '' } });
    const others = [`${wheel}.publish.attestation`, 'good-1.0.tar.gz.asc', 'sha256sums.txt'];
    for (const name of others) await writeFile(join(dist(), name), 'abc  good');
    const named = [wheel, ...others].map((name) => `dist/${name}`);
    const { code, stdout } = await runCli(['audit', ...named], { cwd: folder });
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'good-1.0.tar.gz.asc, sha256sums.txt are no wheels but what is said of them: not read',
    );
    expect(code).toBe(0);
    const alone = await runCli(['audit', ...named.slice(1)], { cwd: folder });
    expect(alone.stderr).toContain('there is no wheel to read');
    expect(alone.code).toBe(2);
  });
});

it('goes on past wheels that are none', async () => {
  const wheels = join(folder, 'wheels');
  await mkdir(wheels, { recursive: true });
  makeWheel(wheels, { stem: 'good-1.0-cp311-cp311-win_amd64', files: { 'good.py': '' } });
  await writeFile(join(wheels, 'empty-1.0-cp311-cp311-win_amd64.whl'), '');
  await writeFile(join(wheels, 'text-1.0-cp311-cp311-win_amd64.whl'), 'no archive at all');
  const { code, report } = await audit('wheels');
  expect(code).toBe(1);
  expect(report.findings.map(({ kind }) => kind)).toEqual(['bad-wheel', 'bad-wheel']);
  expect(report.wheels).toHaveLength(3);
});
