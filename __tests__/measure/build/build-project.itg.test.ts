import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removeTree } from '../../../src/host/remove-tree.ts';
import { buildProject } from '../../../src/measure/build/build-project.ts';
import { servesInterpreter } from '../../../src/measure/build/serves-interpreter.ts';
import type { Interpreter } from '../../../src/packaging/interpreter.ts';
import { type Provisioned, provision } from '../../support/provisioned.ts';

let world: Provisioned;
let python: Interpreter;
beforeAll(async () => {
  world = await provision();
  const found = world.interpreters.find((one) => /^3\.(9|10|11)\./.test(one.version));
  if (found === undefined) throw new Error('This test needs a Python 3.9, 3.10 or 3.11');
  python = found;
});
afterAll(async () => {
  await world.processes.close();
  await world.workspace.dispose();
});

let count = 0;
async function project(files: Record<string, string>): Promise<string> {
  const root = join(world.workspace.folder, `project-${count++}`);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}

function build(root: string, buildNumpy: string | null, env: Record<string, string> = {}) {
  const { uv, processes, tools, workspace } = world;
  return buildProject({
    ...{ uv, processes, tools, project: root, interpreter: python, buildNumpy, indexArgs: [] },
    env: { ...process.env, ...env },
    folder: join(workspace.folder, `build-${count++}`),
    own: join(workspace.folder, `build-${count - 1}`),
  });
}

const EXTENSION = {
  'pyproject.toml': `[build-system]
requires = ["setuptools<80", "wheel", "setuptools_scm", "numpy"]
build-backend = "setuptools.build_meta"
[project]
name = "tiny"
dynamic = ["version"]
[tool.setuptools_scm]
`,
  'setup.py': `import numpy, setuptools
setuptools.setup(ext_modules=[setuptools.Extension("tiny", ["tiny.c", "generated.c"], include_dirs=[numpy.get_include()])])
`,
  'tiny.c': `#include <Python.h>
#include <numpy/arrayobject.h>
int answer(void);
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "tiny", NULL, -1, NULL};
PyMODINIT_FUNC PyInit_tiny(void) { import_array(); return answer() ? PyModule_Create(&def) : NULL; }
`,
  '.gitignore': 'generated.c\nbuild/\n*.so\n*.egg-info/\n',
};

const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('buildProject()', () => {
  it('builds twice against two NumPys from one checkout, which stays as it was', async () => {
    const root = await project(EXTENSION);
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'x');
    git(root, 'tag', 'v1.2.3');
    await writeFile(join(root, 'generated.c'), 'int answer(void) { return 42; }\n');
    await mkdir(join(root, 'build'));
    await writeFile(join(root, 'build', 'stale'), '');
    const index = await readFile(join(root, '.git', 'index'));
    for (const numpy of ['1.26.4', '2.0.2']) {
      const result = await build(root, numpy);
      expect(result).toMatchObject({ kind: 'built', buildNumpy: numpy });
      if (result.kind !== 'built') return;
      expect(result.wheel).toContain('tiny-1.2.3-');
      expect(result.abi).toMatch(/^cp3/);
      expect(servesInterpreter(result.wheel, python)).toBe(true);
      expect(servesInterpreter(result.wheel, { tags: ['cp38-cp38-x'], freeThreaded: false })).toBe(
        false,
      );
    }
    expect(git(root, 'status', '--porcelain')).toBe('');
    expect(await readFile(join(root, '.git', 'index'))).toEqual(index);
  });

  it("shows the compiler's words with the repository's paths", async () => {
    const root = await project({
      ...EXTENSION,
      'setup.py': EXTENSION['setup.py'].replace('"tiny.c", "generated.c"', '"broken.c"'),
      'pyproject.toml': EXTENSION['pyproject.toml'].replace('[tool.setuptools_scm]', ''),
      'broken.c': '#error "no luck"\n',
    });
    const result = await build(root, null, { SETUPTOOLS_SCM_PRETEND_VERSION: '1.0' });
    expect(result).toMatchObject({ kind: 'failed', stage: 'build', setUp: 'build-failed' });
    if (result.kind === 'failed') {
      expect(result.text).toContain('no luck');
      expect(result.text).not.toMatch(/build-\d+\/source/);
    }
  });

  it('lets a backend in the tree see the compiler flags, but no secret', async () => {
    const root = await project({
      'pyproject.toml':
        '[build-system]\nrequires = []\nbuild-backend = "own"\nbackend-path = ["."]\n',
      'own.py':
        'import os\ndef build_wheel(*a, **k):\n    print(dict(os.environ)); raise SystemExit(3)\n',
    });
    const result = await build(root, null, {
      GITHUB_TOKEN: 'canary1',
      UV_INDEX_X_PASSWORD: 'canary2',
      GITHUB_ENV: 'canary3',
      PIP_INDEX_URL: 'canary4',
      CFLAGS: '-DSEEN',
    });
    expect(result.kind).toBe('failed');
    if (result.kind === 'failed') {
      expect(result.text).toContain('-DSEEN');
      expect(result.text).not.toContain('canary');
      expect(result.text).not.toContain('PYTHONDONTWRITEBYTECODE');
    }
  });

  it.each<[string, string, string]>([
    ['requirements that are none', 'None', 'returned no list of requirements, but null'],
    ['a requirement that is no text', '[1]', 'returned no list of requirements, but [1]'],
    ['no name of a wheel', '[]', 'made no wheel'],
  ])('says that a backend answers with %s', async (_, requires, message) => {
    const root = await project({
      'pyproject.toml':
        '[build-system]\nrequires = []\nbuild-backend = "own"\nbackend-path = ["."]\n',
      'own.py': `def get_requires_for_build_wheel(*a):\n    return ${requires}\ndef build_wheel(*a, **k):\n    return None\n`,
    });
    const result = await build(root, null);
    expect(result).toMatchObject({
      kind: 'failed',
      setUp: 'build-failed',
      message: expect.stringContaining(message),
    });
  });

  it('says that build-numpy and a pin conflict', async () => {
    const root = await project({
      'pyproject.toml': '[build-system]\nrequires = ["numpy<2"]\nbuild-backend = "x"\n',
    });
    const result = await build(root, '2.0.2');
    expect(result).toMatchObject({ kind: 'failed', stage: 'requires', setUp: 'resolver-conflict' });
    if (result.kind === 'failed') expect(result.message).toContain('build-numpy 2.0.2 conflicts');
  });

  it('excludes a NumPy without a wheel for that Python', async () => {
    const root = await project({
      'pyproject.toml': '[build-system]\nrequires = ["numpy"]\nbuild-backend = "x"\n',
    });
    expect(await build(root, '2.5.1')).toMatchObject({ kind: 'excluded' });
  });

  it('refuses a folder that is no project', async () => {
    const root = await project({ 'README.md': '' });
    await expect(build(root, null)).rejects.toMatchObject({ exitCode: 2 });
    await removeTree(root);
  });
});
