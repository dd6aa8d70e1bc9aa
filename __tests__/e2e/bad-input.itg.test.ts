import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { machineEnvironment } from '../support/act.ts';
import { bundled } from '../support/bundle.ts';
import { runAction } from '../support/cli.ts';
import { makeSdist, makeWheel } from '../support/make-archives.ts';
import { findProgram } from '../support/need.ts';
import { cExtension } from '../support/projects/c-extension.ts';
import {
  pyproject,
  type SetuptoolsOptions,
  setupPy,
} from '../support/projects/project-template.ts';
import { runTracked, type TrackedOptions, type TrackedRun } from '../support/run-tracked.ts';
import { testCache } from '../support/test-cache.ts';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'bad-input-')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return join(folder, name);
}

/** An extension without NumPy: its build needs no download but setuptools. */
function plain(init = '', options: SetuptoolsOptions = {}): Record<string, string> {
  return {
    'pyproject.toml': pyproject({ requires: ['setuptools>=70.1'], dependencies: [], ...options }),
    'setup.py': setupPy({ 'sample._core': 'core.c' })
      .replace('import numpy\n', '')
      .replace('numpy.get_include()', ''),
    'core.c': `#include <Python.h>
#include <stdio.h>
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "_core", NULL, -1, NULL};
PyMODINIT_FUNC PyInit__core(void) { ${init} return PyModule_Create(&def); }
`,
    'sample/__init__.py': '',
  };
}

const NONE = ['--python', '3.11', '--numpy', 'none'];
const ONE = ['--python', '3.11', '--numpy', '2.0.2'];

/** What holds for every bad input: no stack trace, nothing running, nothing left. */
async function run(args: readonly string[], options: TrackedOptions = {}): Promise<TrackedRun> {
  const result = await runTracked(args, { cwd: folder, ...options });
  expect(result.output).not.toMatch(/this is a bug|^\s+at .*:\d+:\d+\)?$|Traceback/m);
  expect(result.alive).toEqual([]);
  expect(result.left).toEqual([]);
  return result;
}

/** The Pythons of a runner's tool cache would be found too. */
const NO_TOOL_CACHE = { RUNNER_TOOL_CACHE: '', AGENT_TOOLSDIRECTORY: '' };

describe('what is refused before anything is built', () => {
  beforeAll(async () => {
    await write('ok', plain());
    await write('empty', { 'README.md': '' });
    await write('cfg', { 'setup.cfg': '[metadata]\nname = sample\n' });
    await write('broken', { 'pyproject.toml': '[build-system]\nrequires = ["a",\n\n[project]\n' });
    await write('wheels', { 'sample-1.0-py3-none-any.whl': 'no zip' });
    await makeWheel(join(folder, 'two'), 'sample', '1.0');
    await makeWheel(join(folder, 'two'), 'sample', '2.0');
  });

  it.each<[string, string[], (string | RegExp)[]]>([
    ['no such directory', ['nowhere'], [/^error: .*no folder .*nowhere/m]],
    ['setup.cfg alone', ['cfg'], ['setup.cfg alone', 'build-backend = "setuptools.build_meta"']],
    ['no project', ['empty'], ['empty', 'pyproject.toml', 'setup.py']],
    [
      'broken TOML',
      ['broken'],
      [/broken\/pyproject\.toml line 4: expected "]" \(array started on line 2\)/],
    ],
    ['a file', ['ok/setup.py'], ['setup.py']],
    ['a Python of YAML', ['ok', '--python', '3.1'], ['"3.10"', 'quotes']],
    ['an unknown Python', ['ok', '--python', '3.99'], [/3\.99 does not exist/, /Known .*3\.13/]],
    [
      'an unknown NumPy',
      ['ok', '--numpy', '1.27'],
      [/NumPy 1\.27 does not exist/, 'Did you mean 1.26'],
    ],
    [
      'an unknown Python and an unknown NumPy',
      ['ok', '--python', '3.99', '--numpy', '1.27', '--numpy', '2.0.2'],
      [/^error: .*3\.99 does not exist/m, /^error: NumPy 1\.27 does not exist.*Did you mean/m],
    ],
    ['no folder for JSON', ['ok', ...NONE, '--json', 'no/x.json'], ['no/x.json', 'does not exist']],
    ['a folder as JSON', ['ok', ...NONE, '--json', 'two'], ['two', 'it is a folder']],
    ['no smoke file', ['ok', '--smoke', 'no.py'], ['no.py', 'Check the path']],
    ['no constraint file', ['ok', '--constraint', 'no.txt'], ['no.txt', 'Check the path']],
    ['no wheel', ['--wheel', 'no/*.whl'], ['No wheel matches', 'no/*.whl']],
    [
      'one pattern of two',
      ['--wheel', 'two/*-1.0-*', '--wheel', 'no/*.whl'],
      [/No wheel matches "[^"]*no\/\*\.whl"$/m],
    ],
    ['no such extra', ['ok', ...NONE, '--extra', 'nope'], ['sample has no extra "nope"']],
    [
      'a broken wheel',
      ['--wheel', 'wheels/*.whl'],
      ['sample-1.0-py3-none-any.whl', 'cannot be read'],
    ],
    ['two versions', ['--wheel', 'two/*.whl'], [/2 versions of sample: 1\.0, 2\.0/]],
    ['a requirement', ['--package', 'a=1'], ['"a=1"']],
    [
      'all at once',
      ['no', '--jobs', 'x', '--timeout', 'y'],
      [/^error: .*no folder.*\n(.*\n)*error: --timeout.*\n(.*\n)*error: --jobs/m],
    ],
  ])('%s', async (_, args, expected) => {
    const result = await run(['check', ...args]);
    expect(result.stderr).toMatch(/^error: /m);
    for (const text of expected) {
      if (typeof text === 'string') expect(result.stderr).toContain(text);
      else expect(result.stderr).toMatch(text);
    }
    expect([result.code, result.stdout]).toEqual([2, '']);
  });

  it('a working folder that is gone', async () => {
    const cli = join(await bundled(), 'cli.mjs');
    const gone = await mkdtemp(join(folder, 'gone-'));
    const line = 'cd "$0" && rmdir "$0" && exec "$1" "$2" plan /';
    const args = ['-c', line, gone, process.execPath, cli];
    const { status, stderr } = spawnSync('bash', args, { encoding: 'utf8' });
    expect(stderr).toMatch(/^error: The working folder is not there any more.*\n {7}Change to/);
    expect(status).toBe(2);
  });

  it('YAML 3.1 for 3.10, as the action is given it', async () => {
    const result = await runAction({ project: 'ok', 'python-version': '3.1' }, { cwd: folder });
    expect(result.stdout).toMatch(/^::error.*"3\.10"/m);
    expect(result.code).toBe(2);
  });

  it('a folder for reports that cannot be made, before the action runs anything', async () => {
    const inputs = { project: 'ok', 'report-dir': 'ok/pyproject.toml' };
    const result = await runAction(inputs, { cwd: folder });
    expect(result.stdout).toMatch(/^::error [^\n]*Cannot make the folder [^\n]*\n$/);
    expect(result.code).toBe(2);
  });

  it('an input that the mode does not take is told of, and let pass', async () => {
    const inputs = { project: 'ok', mode: 'plan', 'numpy-version': 'none', smoke: 'print(1)' };
    const result = await runAction(inputs, { cwd: folder });
    expect(result.stdout).toMatch(
      /^::warning [^\n]*smoke: mode plan does not take it, only check/m,
    );
    expect(result.code).toBe(0);
  });
});

describe('what cannot be set up', () => {
  it('an index that nobody answers', async () => {
    await write('ok', plain());
    const env = { UV_DEFAULT_INDEX: 'http://127.0.0.1:9/simple' };
    const result = await run(['check', 'ok', ...ONE], { env });
    expect(result.stderr).toMatch(/^error: the package index at http:\/\/127\.0\.0\.1:9\/simple/m);
    expect(result.stderr).toMatch(/Check the network/);
    expect(result.code).toBe(3);
    expect(result.seconds).toBeLessThan(30);
  });

  it('a variable that is named and not set', async () => {
    await write('ok', plain());
    const result = await run(['check', 'ok', ...NONE, '--environment', 'NOT_SET_HERE']);
    expect(result.stderr).toMatch(/^error: NOT_SET_HERE is named in environment, and not set here/);
    expect(result.code).toBe(3);
  });

  it("a build that fails, with the compiler's words and the remedy", async () => {
    const files = plain();
    const core = files['core.c']?.replace('<stdio.h>', '<numpy/arrayobject.h>') ?? '';
    await write('no-headers', { ...files, 'core.c': core });
    const result = await run(['check', 'no-headers', ...NONE]);
    expect(result.stdout).toMatch(/core\.c:2:\d+: fatal error: numpy\/arrayobject\.h/);
    expect(result.stdout).toMatch(/ {4,}\^~+$/m);
    expect(result.stdout).toMatch(/Add `numpy>=2\.0` to `\[build-system\] requires`/);
    expect(result.stdout).not.toMatch(/numpy-abi-matrix-\w{6}/);
    expect(result.code).toBe(3);
  });

  it('requirements that exclude one another, and a dependency without a wheel', async () => {
    const links = join(folder, 'links');
    await makeSdist(links, 'onlysource', '1.0');
    await makeWheel(links, 'needy', '1.0', ['thing<2']);
    await makeWheel(links, 'thing', '2.0');
    const both = ['--find-links', links, ...NONE];
    const conflict = await makeWheel(join(folder, 'c'), 'first', '1.0', ['needy', 'thing>=2']);
    const sdist = await makeWheel(join(folder, 's'), 'second', '1.0', ['onlysource']);
    const results = await Promise.all(
      [conflict, sdist].map((wheel) => run(['check', '--wheel', wheel, ...both])),
    );
    expect(results.map(({ code }) => code)).toEqual([3, 3]);
    expect(results[0]?.stdout.replaceAll(/\s+/g, ' ')).toMatch(/needy.*thing<2.*Loosen/);
    expect(results[1]?.stdout.replaceAll(/\s+/g, ' ')).toMatch(/onlysource.* has no wheel/);
  });

  it('an interpreter that is not here', async () => {
    await write('ok', plain());
    const env = { UV_PYTHON_DOWNLOADS: 'never', ...NO_TOOL_CACHE };
    const result = await run(['check', 'ok', '--python', '3.15', '--numpy', 'none'], { env });
    expect(result.stdout.replaceAll(/\s+/g, ' ')).toMatch(/Python 3\.15 is not on this machine/);
    expect(result.stdout).toMatch(/Install it/);
    expect(result.code).toBe(3);
    // Beside one that is here: what was named is not green for want of it.
    const both = ['check', 'ok', '--python', '3.11', '--python', '3.15', '--numpy', 'none'];
    const beside = await run(both, { env });
    expect(beside.stdout).toMatch(/^py3\.15 .*!/m);
    expect(beside.code).toBe(3);
    const inputs = { project: 'ok', 'python-version': '3.11\n3.15', 'numpy-version': 'none' };
    const action = await runAction(inputs, { cwd: folder, env });
    expect(action.stdout).toMatch(/^::error .*Python 3\.15/m);
    expect(action.code).toBe(3);
  });

  it('a project without any compiled module', async () => {
    await write('pure', {
      'pyproject.toml': pyproject({ requires: ['setuptools>=70.1'], dependencies: [] }),
      'sample/__init__.py': '',
    });
    const result = await run(['check', 'pure', ...NONE]);
    expect(result.stdout).toMatch(/nothing to test: sample.* has no compiled module/);
    expect(result.stderr).toMatch(/--allow-empty/);
    expect(result.code).toBe(4);
  });
});

describe('a reader that goes away', () => {
  it.each([
    ['help', '--help'],
    ['a plan', 'plan --package numpy==2.0.2 --python 3.11'],
  ])('%s', async (_, args) => {
    const cli = join(await bundled(), 'cli.mjs');
    const line = `"$NODE" "$CLI" ${args} | true; echo "\${PIPESTATUS[0]}"`;
    const env = {
      ...machineEnvironment(),
      NODE: process.execPath,
      CLI: cli,
      XDG_CACHE_HOME: testCache(),
    };
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { env, encoding: 'utf8' });
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
    expect(stdout.trim()).toBe('0');
  });
});

describe('a machine that lacks something', () => {
  const python = findProgram('python3') ?? 'python3';
  /** A PATH with nothing but a Python that refuses some arguments. */
  async function pythonWithout(name: string, pattern: string): Promise<string> {
    const script = `#!/bin/sh\ncase "$*" in ${pattern}) echo no >&2; exit 1;; esac\nexec ${python} "$@"\n`;
    const bin = await write(name, { python3: script });
    await chmod(join(bin, 'python3'), 0o755);
    return bin;
  }
  const fresh = (name: string) => ({
    HOME: join(folder, `${name}-home`),
    XDG_CACHE_HOME: join(folder, `${name}-cache`),
    PYENV_ROOT: join(folder, 'no-pyenv'),
    ...NO_TOOL_CACHE,
  });

  it('no uv and no pip: says what to install', async () => {
    const env = { ...fresh('a'), PATH: await pythonWithout('no-pip', '*pip*') };
    const result = await run(['plan', '--package', 'numpy'], { env });
    expect(result.stderr).toMatch(/error: uv is not installed, and there is no pip/);
    expect(result.stderr).toMatch(/python3-pip/);
    expect([result.code, result.seconds < 20]).toEqual([3, true]);
  });

  it('no Python at all', async () => {
    const env = { ...fresh('b'), PATH: await write('nothing', { '.keep': '' }) };
    const result = await run(['plan', '--package', 'numpy'], { env });
    expect(result.stderr).toMatch(/there is no Python on PATH/);
    expect(result.code).toBe(3);
  });

  it('no pip, but ensurepip: two runs at once from empty caches both work', async () => {
    await write('twice', plain());
    // Compilers and git stay; a uv or pip of the machine does not count.
    const bin = await pythonWithout('ensurepip', '"-m pip"*');
    const env = {
      ...fresh('c'),
      PATH: `${bin}:/usr/bin:/bin`,
      PYENV_ROOT: dirname(dirname(dirname(dirname(python)))),
    };
    const args = ['check', 'twice', '--python', python, '--numpy', 'none'];
    const results = await Promise.all([run(args, { env }), run(args, { env })]);
    expect(results.map(({ code, stderr }) => (code === 0 ? '' : stderr))).toEqual(['', '']);
    expect(results[0]?.stdout).toMatch(/1 module imports on 1 combination/);
  });

  it('no compiler: names it, and what installs it', async () => {
    await write('ok', plain());
    const env = { CC: join(folder, 'no/such/gcc') };
    const result = await run(['check', 'ok', ...NONE], { env });
    expect(result.stdout).toMatch(/Fix: The compiler \(gcc\) is missing/);
    expect(result.code).toBe(3);
  });

  it('no cache folder that can be written', async () => {
    await write('file', { cache: 'a file' });
    const env = { XDG_CACHE_HOME: join(folder, 'file/cache') };
    const result = await run(['plan', '--package', 'numpy==2.0.2', ...ONE], { env });
    expect(result.stderr).toMatch(
      /note: Cannot write to .*: nothing of it is used, and nothing is kept/,
    );
    expect(result.code).toBe(0);
  });
});

describe('odd paths', () => {
  it('blanks, letters beyond ASCII, quotes', async () => {
    const name = `it's a "möglich" $HOME; project %s`;
    await write(name, cExtension());
    const before = execFileSync('ls', ['-lR', join(folder, name)], { encoding: 'utf8' });
    const result = await run(['check', name, ...ONE, '--json', 'odd "ü".json']);
    expect(result.code).toBe(0);
    expect(JSON.parse(await readFile(join(folder, 'odd "ü".json'), 'utf8'))).toMatchObject({
      combinations: [{ status: 'passed' }],
    });
    expect(execFileSync('ls', ['-lR', join(folder, name)], { encoding: 'utf8' })).toBe(before);
  });
});
