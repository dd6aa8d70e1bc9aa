import { appendFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type InstallOptions,
  installSubject,
} from '../../../src/measure/install/install-subject.ts';
import type { Uv } from '../../../src/model/ports.ts';
import type { Interpreter } from '../../../src/packaging/interpreter.ts';
import { type Provisioned, provision } from '../../support/provisioned.ts';

let world: Provisioned;
let python: Interpreter;
let count = 0;
beforeAll(async () => {
  world = await provision();
  const found = world.interpreters.find((one) => /^3\.11\./.test(one.version));
  if (found === undefined) throw new Error('This test needs a Python 3.11');
  python = found;
});
afterAll(async () => {
  await world.processes.close();
  await world.workspace.dispose();
});

function install(lines: readonly string[], numpy: string, more: Partial<InstallOptions> = {}) {
  const { folder } = world.workspace;
  return installSubject({
    ...{ uv: world.uv, interpreter: python, numpy, metadata: 'respect', constraints: [] },
    ...{ extras: [], indexArgs: [], cwd: folder, files: 'copies' },
    root: join(folder, `env-${count++}`),
    subject: { kind: 'requirements', lines },
    ...more,
  });
}

describe('installSubject()', () => {
  it('shares no file with another environment or the cache', async () => {
    const [first, second] = [await install([], '1.26.4'), await install([], '1.26.4')];
    if (first.kind !== 'installed' || second.kind !== 'installed') throw new Error('not installed');
    const file = (one: typeof first) =>
      join(one.environment.sitePackages[0] ?? '', 'numpy', '__init__.py');
    const before = await readFile(file(second), 'utf8');
    expect((await stat(file(first))).nlink).toBe(1);
    await appendFile(file(first), '\nraise SystemExit\n');
    expect(await readFile(file(second), 'utf8')).toBe(before);
    const third = await install([], '1.26.4');
    if (third.kind !== 'installed') throw new Error('not installed');
    expect(await readFile(file(third), 'utf8')).toBe(before);
    expect(third.environment.distributions).toMatchObject([
      { name: 'numpy', version: '1.26.4', role: 'dependency' },
    ]);
  });

  it('says what decides where uv’s settings override the NumPy', async () => {
    const cwd = join(world.workspace.folder, 'overrides');
    await mkdir(cwd, { recursive: true });
    const settings = '[tool.uv]\noverride-dependencies = ["numpy==1.26.4"]\n';
    await writeFile(join(cwd, 'pyproject.toml'), settings);
    const result = await install([], '2.2.6', { cwd });
    expect(result).toMatchObject({ kind: 'failed', setUp: 'wrong-numpy' });
    const message = result.kind === 'failed' ? result.message : '';
    expect(message).toMatch(/^NumPy 2\.2\.6 was asked for, but 1\.26\.4 is installed: uv’s own/);
    expect(message).toContain('UV_NO_CONFIG=1');
  });

  it.each([
    'python-version = "3.8"',
    'no-deps = true',
    'all-extras = true',
    'require-hashes = true',
  ])('holds what is installed against uv’s settings for pip: %s', async (line) => {
    const cwd = join(world.workspace.folder, `pip-${count++}`);
    await mkdir(cwd, { recursive: true });
    await writeFile(join(cwd, 'pyproject.toml'), `[tool.uv.pip]\n${line}\n`);
    const result = await install(['python-dateutil==2.9.0'], '1.26.4', { cwd });
    if (result.kind !== 'installed') throw new Error(JSON.stringify(result));
    const versions = result.environment.distributions.map((one) => `${one.name} ${one.version}`);
    expect(versions).toEqual(expect.arrayContaining(['numpy 1.26.4', 'python-dateutil 2.9.0']));
    expect(versions.join()).toContain('six');
  });

  it('excludes what the metadata forbids, naming who forbids it', async () => {
    const result = await install(['pandas==2.1.4'], '2.2.6');
    expect(result).toMatchObject({ kind: 'excluded' });
    if (result.kind === 'excluded') expect(result.reason).toMatch(/^pandas 2\.1\.4 requires numpy/);
  });

  it('ignores only the subject’s own requirement on NumPy', async () => {
    const result = await install(['pandas==2.1.4'], '2.2.6', { metadata: 'ignore' });
    if (result.kind !== 'installed') throw new Error(JSON.stringify(result));
    const versions = result.environment.distributions.map((one) => `${one.name} ${one.version}`);
    expect(versions).toEqual(expect.arrayContaining(['numpy 2.2.6', 'pandas 2.1.4']));
    expect(versions.join()).toContain('pytz');
  });

  it('a package that does not exist is a failure to set up', async () => {
    expect(await install(['pandas==99'], '2.2.6')).toMatchObject({
      kind: 'failed',
      setUp: 'resolver-conflict',
    });
  });

  it('a uv that was killed says so', async () => {
    const uv: Uv = {
      ...world.uv,
      run: async (args, options) =>
        args[0] === 'pip'
          ? {
              ending: { kind: 'signalled', signal: 'SIGXFSZ' },
              ...{ stdout: '', stderr: '', truncated: false, seconds: 1 },
            }
          : world.uv.run(args, options),
    };
    expect(await install([], '2.2.6', { uv })).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('uv was killed by SIGXFSZ: it wrote beyond its limit'),
      because: { kind: 'killed' },
    });
  });

  it('an index that nobody serves is a failure of the network', async () => {
    const indexArgs = ['--default-index', 'http://127.0.0.1:9/simple'];
    const result = await install(['no-such-package-here'], 'none', { indexArgs });
    expect(result).toMatchObject({ kind: 'failed', setUp: 'no-network' });
  });
});
