import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '../../src/report/report.ts';
import { type CliRun, runAction, runCli } from '../support/cli.ts';
import { findPython, needLinuxPythons } from '../support/need-pythons.ts';
import { cExtension, cModule } from '../support/projects/c-extension.ts';
import { type ProjectTemplate, pyproject, setupPy } from '../support/projects/project-template.ts';

const created: string[] = [];
afterAll(() => Promise.all(created.map((one) => rm(one, { recursive: true, force: true }))));

async function write(template: ProjectTemplate): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-project-'));
  created.push(folder);
  for (const [path, text] of Object.entries(template)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

function reportOf(run: CliRun): Report {
  if (!run.report) throw new Error(`no report:\n${run.stdout}\n${run.stderr}`);
  return run.report;
}

const git = (folder: string, ...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });

/** Every file with its size and time of change: more than `git status` sees. */
async function listing(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const lines = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await stat(path);
    return `${path} ${entry.isDirectory() ? '' : `${size} ${mtimeMs}`}`;
  });
  return (await Promise.all(lines)).sort();
}

/** A repository whose project is in a folder of it, with a version from git and a generated source. */
const MONOREPO: ProjectTemplate = {
  '.gitignore': 'generated.c\n_version.py\nbuild/\n*.so\n*.egg-info/\n__pycache__/\n',
  'shared/answer.h': 'int answer(void);\n',
  'python/pyproject.toml': `[build-system]
requires = ["setuptools>=70.1", "setuptools_scm", "numpy"]
build-backend = "setuptools.build_meta"
[project]
name = "tiny"
dynamic = ["version"]
dependencies = ["numpy"]
[tool.setuptools_scm]
root = ".."
version_file = "tiny/_version.py"
`,
  'python/setup.py': `import numpy, setuptools
setuptools.setup(packages=['tiny'], ext_modules=[setuptools.Extension(
    'tiny._core', ['src/core.c', 'generated.c'], include_dirs=[numpy.get_include(), '../shared'])])
`,
  'python/src/core.c': cModule({
    name: '_core',
    numpy: 'initialised',
    before: '#include "answer.h"',
    init: 'if (answer() != 42) return NULL;',
  }),
  'python/tiny/__init__.py': '',
};

needLinuxPythons('3.9', '3.11')('building', () => {
  it('builds anew for each NumPy, whatever objects an earlier build left, and leaves the checkout as it was', async () => {
    const root = await write(MONOREPO);
    const project = join(root, 'python');
    git(root, 'init', '-q', '-b', 'main');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'x');
    git(root, 'tag', 'v1.2.3');
    // Ignored, and yet a source that the build needs.
    await writeFile(join(project, 'generated.c'), 'int answer(void) { return 42; }\n');
    await leaveStaleObjects(project);
    const before = [git(root, 'status', '--porcelain', '--ignored'), await listing(root)];
    const eras: unknown[] = [];
    for (const numpy of ['1.26.4', '2.0.2']) {
      const run = await runCli([
        ...['check', project, '--python', '3.11', '--numpy', '1.26.4', '--build-numpy', numpy],
        ...['--json', '-'],
      ]);
      const { modules, combinations, subject } = reportOf(run);
      eras.push([
        modules.map(({ name, capi }) => [name, capi.era]),
        combinations.map(({ status, buildNumpy }) => [status, buildNumpy]),
      ]);
      expect(subject).toMatchObject({ name: 'tiny', version: '1.2.3' });
      expect(run.code).toBe(0);
    }
    // Building in place takes the objects of the build before: 1.x both times, under the name 2.0.2.
    expect(eras).toEqual([
      [[['tiny._core', '1.x']], [['passed', '1.26.4']]],
      [[['tiny._core', '2.x']], [['passed', '2.0.2']]],
    ]);
    expect([git(root, 'status', '--porcelain', '--ignored'), await listing(root)]).toEqual(before);
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  it('builds an abi3 wheel once, on the lowest selected Python, and says which that was', async () => {
    const folder = await write({
      'pyproject.toml': pyproject({ requires: ['setuptools>=70.1', 'numpy'] }),
      // The floor of the wheel is the Python that builds it, as many projects do it.
      'setup.py': `import sys
from setuptools import Extension, setup
minor = sys.version_info[1]
setup(packages=['sample'], options={'bdist_wheel': {'py_limited_api': f'cp3{minor}'}},
      ext_modules=[Extension('sample._core', ['core.c'], py_limited_api=True,
          define_macros=[('Py_LIMITED_API', f'0x03{minor:02x}0000')])])
`,
      'core.c': cModule({ name: '_core' }),
      'sample/__init__.py': '',
    });
    const run = await runCli([
      ...['check', folder, '--python', '3.11', '--python', '3.9', '--numpy', '1.26.4'],
      ...['--json', '-'],
    ]);
    const { combinations, modules } = reportOf(run);
    // Built on the first Python in the list, or on the newest, the wheel would not install on 3.9.
    expect(combinations.map(({ label, status }) => [label, status])).toEqual([
      ['3.9', 'passed'],
      ['3.11', 'passed'],
    ]);
    expect(combinations.map(({ buildPython }) => buildPython)).toEqual([
      expect.stringMatching(/^3\.9\./),
      expect.stringMatching(/^3\.9\./),
    ]);
    expect(modules.map(({ name, wheel, pythons }) => [name, wheel, pythons])).toEqual([
      [
        'sample._core',
        expect.stringMatching(/^sample-1\.0-cp39-abi3-linux_x86_64\.whl$/),
        ['3.9', '3.11'],
      ],
    ]);
    expect(run.stderr.match(/^built /gm)).toHaveLength(1);
    expect(run.code).toBe(0);
  });

  it('finds nothing to test in a pure-Python project: exit code 4, not green', async () => {
    const folder = await write({
      'pyproject.toml': pyproject({ requires: ['setuptools>=70.1'] }),
      'sample/__init__.py': '',
    });
    const run = await runCli(['check', folder, '--python', '3.11', '--numpy', '2.0.2']);
    expect(run.code).toBe(4);
    expect(run.stdout).toMatch(/no compiled module/i);
    expect(run.stdout).not.toContain('✓');
    // The wheel's contents are known after one build: no further environment is made.
    const many = ['--python', '3.11', '--python', '3.12', '--numpy', '2.0.2', '--numpy', '2.2.6'];
    const more = await runCli(['check', folder, ...many, '--json', '-']);
    expect(more.report?.combinations.map(({ status }) => status)).toEqual([
      'passed',
      'excluded',
      'excluded',
      'excluded',
    ]);
    expect(more.report?.combinations[1]?.reason).toMatch(/holds no compiled module/);
    expect(more.stderr).toMatch(/--allow-empty.*--dependencies direct/);
    expect(more.code).toBe(4);
    const inputs = { project: folder, 'python-version': '3.11', 'numpy-version': '2.0.2\n2.2.6' };
    const action = await runAction(inputs, { cwd: folder });
    expect(action.stdout).toMatch(/^::error .*allow-empty/m);
    expect(action.outputs).toMatchObject({ passed: '0', outcome: 'nothing-tested' });
    const allowed = await runCli([
      ...['check', folder, '--python', '3.11', '--numpy', '2.0.2', '--allow-empty'],
    ]);
    expect(allowed.code).toBe(0);
  });

  const TWO = setupPy({ 'sample._core': 'src/core.c', 'sample._fast': 'src/fast.c' });
  const CATCHES = `from setuptools.command.build_ext import build_ext
class lenient(build_ext):
    def build_extension(self, ext):
        try: super().build_extension(ext)
        except Exception: pass
    def copy_extensions_to_source(self): pass
    def get_outputs(self):
        import os
        return [one for one in super().get_outputs() if os.path.exists(one)]`;

  it.each([
    ['optional', TWO.replace("'src/fast.c'], ", "'src/fast.c'], optional=True, ")],
    [
      'a build_ext that catches all',
      `${CATCHES}\n${TWO.replace('setup(ext', "setup(cmdclass={'build_ext': lenient}, ext")}`,
    ],
  ])(
    'fails a build that left out one of two extensions: the other one is no proof (%s)',
    async (_how, setup) => {
      const folder = await write({
        'pyproject.toml': pyproject(),
        'setup.py': setup,
        'src/core.c': cModule({ name: '_core' }),
        'src/fast.c': '#error "does not compile here"\n',
        'sample/__init__.py': '',
      });
      const run = await runCli([
        ...['check', folder, '--python', '3.11', '--numpy', '2.0.2', '--json', '-'],
      ]);
      expect(reportOf(run).findings).toMatchObject([
        {
          kind: 'build-without-extensions',
          severity: 'error',
          modules: ['sample._fast'],
          location: { file: 'setup.py' },
        },
      ]);
      expect(reportOf(run).combinations).toMatchObject([{ status: 'failed' }]);
      expect(run.code).toBe(1);
    },
  );

  it('fails a build that silently left its extension out: exit code 1, at the line', async () => {
    const template = cExtension();
    const folder = await write({
      ...template,
      'setup.py': (template['setup.py'] ?? '').replace(
        'include_dirs=include_dirs)',
        'include_dirs=include_dirs, optional=True)',
      ),
      'src/core.c': '#error "does not compile here"\n',
      'sample/__init__.py': '',
    });
    const run = await runCli([
      ...['check', folder, '--python', '3.11', '--numpy', '2.0.2', '--json', '-'],
    ]);
    expect(reportOf(run).findings).toMatchObject([
      { kind: 'build-without-extensions', severity: 'error', location: { file: 'setup.py' } },
    ]);
    expect(reportOf(run).combinations).toMatchObject([{ status: 'failed' }]);
    expect(run.code).toBe(1);
  });
});

/** What `pip install .` leaves in a checkout: objects and a module for NumPy 1, newer than the sources. */
async function leaveStaleObjects(project: string): Promise<void> {
  const venv = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-naive-'));
  created.push(venv);
  const python = join(venv, 'bin', 'python');
  const call = (...words: readonly string[]) =>
    execFileSync(python, words, { cwd: project, stdio: 'pipe', encoding: 'utf8' });
  execFileSync(findPython('3.11') ?? 'python3', ['-m', 'venv', venv], { stdio: 'pipe' });
  call('-m', 'pip', 'install', '-q', 'setuptools>=70.1', 'setuptools_scm', 'numpy==1.26.4');
  call('setup.py', '-q', 'build_ext', '--inplace');
  const made = await readdir(project, { recursive: true });
  // The trap is set: without these the test would prove nothing.
  expect(made.filter((name) => /core\.o$|_core.*\.so$/.test(name))).toHaveLength(3);
}
