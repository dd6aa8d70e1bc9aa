import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Checked, check, verdicts } from '../support/check.ts';
import { findProgram, need } from '../support/need.ts';
import { needLinuxPythons } from '../support/need-pythons.ts';
import { cModule } from '../support/projects/c-extension.ts';
import { cythonProject, nanobindProject, pybind11Project } from '../support/projects/generated.ts';
import { type ProjectTemplate, pyproject, setupPy } from '../support/projects/project-template.ts';
import { zoo } from '../support/projects/zoo.ts';

describe('modules of every kind (needs Python 3.11, compilers and the package index)', () => {
  it('built older than they run: by the one NumPy major, each in its own words', async () => {
    const project = zoo({ cython: '==0.29.37', pybind11: '==2.11.1', numpy: '==1.26.4' });
    const checked = await check(project, ['1.26.4', '2.2.6']);
    expect(verdicts(checked, '1.26.4')).toEqual({
      bare: 'import-array-missing',
      bound: 'ok',
      cython: 'ok',
      f2py: 'ok',
      plain: 'ok',
      ufunc: 'ok',
    });
    expect(verdicts(checked, '2.2.6')).toEqual({
      bare: 'import-array-missing',
      bound: 'latent-np1',
      cython: 'np1-on-np2',
      f2py: 'np1-on-np2',
      plain: 'np1-on-np2',
      ufunc: 'np1-on-np2',
    });
    const [first] = checked.report.findings;
    expect(first).toMatchObject({
      kind: 'np1-on-np2',
      fault: 'own',
      culprit: { distribution: 'zoo' },
      location: { file: 'pyproject.toml', line: 2 },
    });
    expect(first?.modules).toHaveLength(4);
    const bare = checked.report.findings.find(({ kind }) => kind === 'import-array-missing');
    expect(bare).toMatchObject({ severity: 'warning', location: { file: 'src/bare.c' } });
  });

  it('built newer than they run: below the NumPy that they ask for', async () => {
    const target = 'NPY_2_1_API_VERSION';
    const project = zoo({ cython: '>=3', pybind11: '>=3', numpy: '==2.2.6', target });
    const checked = await check(project, ['2.0.2', '2.2.6']);
    expect(verdicts(checked, '2.2.6')).toMatchObject({
      bound: 'ok',
      cython: 'ok',
      f2py: 'ok',
      plain: 'ok',
      ufunc: 'ok',
    });
    expect(verdicts(checked, '2.0.2')).toMatchObject({
      bound: 'ok',
      cython: 'np-api-too-new',
      f2py: 'np-api-too-new',
      plain: 'np-api-too-new',
      // import_umath() has no check.
      ufunc: 'ok',
    });
    const found = checked.report.findings.find(({ kind }) => kind === 'np-api-too-new');
    expect(found?.location).toMatchObject({ file: 'setup.py' });
    expect(found?.fix).toContain('numpy>=2.1');
  });

  it.each([
    ['Cython 3', '>=3', '==1.26.4', '2.2.6', 'np1-on-np2'],
    ['Cython 3 without import_array()', '>=3', '==1.26.4', '2.2.6', 'np1-on-np2'],
    ['Cython 0.29, built newer', '==0.29.37', '==2.2.6', '2.0.2', 'ok'],
  ])('%s', async (title, generator, numpy, runs, expected) => {
    const importArray = !title.includes('without');
    const checked = await check(cythonProject({ generator, numpy, importArray }), [runs]);
    expect(verdicts(checked, runs)).toEqual({ _core: expected });
  });

  it('pybind11 2.11: wrong numbers, found by comparing with the NumPy that it knows', async () => {
    const template = {
      ...pybind11Project({ generator: '==2.11.1' }),
      'smoke.py': 'from sample import _core\nprint(_core.fill(3))\n',
    };
    const options = ['--smoke', 'smoke.py', '--compare'];
    const checked = await check(template, ['1.26.4', '2.2.6'], options);
    expect(checked.code).toBe(1);
    expect(verdicts(checked, '1.26.4')).toEqual({ _core: 'ok', '<smoke>': 'ok' });
    expect(verdicts(checked, '2.2.6')).toEqual({
      _core: 'latent-np1',
      '<smoke>': 'silent-corruption',
    });
    expect(checked.report.findings[0]).toMatchObject({
      kind: 'silent-corruption',
      fault: 'own',
      culprit: { module: 'sample._core' },
      location: { file: 'pyproject.toml', line: 2 },
      fix: expect.stringContaining('pybind11 ≥ 2.12'),
    });
  });

  it('nanobind: no C-API of NumPy’s, so nothing to say', async () => {
    const checked = await check(nanobindProject(), ['1.26.4', '2.2.6']);
    expect(checked.code).toBe(0);
    expect(checked.report.findings).toEqual([]);
  });
});

needLinuxPythons('3.10')('a refusal that the module keeps to itself', () => {
  it('is seen below the NumPy that it was built with, whose message leaves no trace', async () => {
    const quiet = 'if (_import_array() < 0) PyErr_Clear();';
    const project = {
      'pyproject.toml': pyproject({ requires: ['setuptools>=70.1', 'numpy==1.23.5'] }),
      'setup.py': setupPy({ 'sample._core': 'core.c' }),
      'core.c': cModule({ name: '_core', numpy: 'uninitialised', init: quiet }),
      'sample/__init__.py': '',
    };
    const { report } = await check(project, ['1.22.4', '1.23.5'], ['--python', '3.10']);
    const said = report.results
      .filter(({ combination }) => combination.startsWith('py3.10-'))
      .map(({ combination, diagnosis }) => [combination, diagnosis]);
    expect(said).toEqual([
      ['py3.10-np1.22.4', 'swallowed'],
      ['py3.10-np1.23.5', null],
    ]);
  });
});

const FAULTS: ProjectTemplate = {
  'pyproject.toml': `[build-system]
requires = ["setuptools>=70.1", "numpy>=2.0"]
build-backend = "setuptools.build_meta"

[project]
name = "faults"
version = "1.0"
dependencies = []
`,
  'setup.py': `import subprocess
from setuptools import Extension, setup
import numpy
subprocess.check_call(['gcc', '-shared', '-fPIC', '-o', 'libnowhere.so', 'nowhere.c'])
def make(name, **more):
    return Extension('faults.' + name, ['src/' + name + '.c'], include_dirs=[numpy.get_include()], **more)
setup(packages=['faults'], ext_modules=[
    make('needs'), make('undefined'),
    make('library', libraries=['nowhere'], library_dirs=['.']),
])
`,
  'faults/__init__.py': '',
  'nowhere.c': 'int somewhere(void) { return 1; }\n',
  'src/needs.c': cModule({ name: 'needs', numpy: 'initialised' }),
  'src/undefined.c': cModule({
    name: 'undefined',
    before: 'int missing_function(void);',
    init: 'if (missing_function()) return NULL;',
  }),
  'src/library.c': cModule({
    name: 'library',
    before: 'int somewhere(void);',
    init: 'if (!somewhere()) return NULL;',
  }),
};

describe('faults that have nothing to do with which NumPy (needs Python 3.11 and gcc)', () => {
  let checked: Checked;
  beforeAll(async () => {
    checked = await check(FAULTS, ['none', '1.26.4', '2.2.6']);
  }, 200_000);

  it('are told from each other', () => {
    expect(verdicts(checked, 'none')).toEqual({
      'faults.library': 'ld-missing-library',
      'faults.needs': 'numpy-missing',
      'faults.undefined': 'ld-undefined-symbol',
    });
    expect(verdicts(checked, '2.2.6')).toMatchObject({ 'faults.needs': 'ok' });
  });

  it.each([
    ['numpy-missing', 'numpy-abi', 'pyproject.toml'],
    ['ld-missing-library', 'unrelated', 'src/library.c'],
    ['ld-undefined-symbol', 'unrelated', 'src/undefined.c'],
  ])('%s is %s, shown at a line of %s', (kind, category, file) => {
    const found = checked.report.findings.filter((one) => one.kind === kind);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ category, fault: 'own', severity: 'error' });
    expect([file, 'setup.py']).toContain(found[0]?.location?.file);
  });
});

const FORGETFUL: ProjectTemplate = {
  ...FAULTS,
  'setup.py': `from setuptools import Extension, setup
import numpy
setup(ext_modules=[Extension('forgetful', ['src/forgetful.c'], include_dirs=[numpy.get_include()],
                             extra_compile_args=['-g', '-O1'])])
`,
  'src/forgetful.c': cModule({ name: 'forgetful', numpy: 'uninitialised' }),
  'smoke.py': 'import numpy, forgetful\nforgetful.get_array_dim(numpy.zeros(3))\n',
};

describe('a call that crashes (needs Python 3.11 and gcc)', () => {
  const smoke = ['--smoke', 'smoke.py'];
  const lineOf = (text: string): number =>
    (FORGETFUL['src/forgetful.c'] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;
  let bin: string;

  beforeAll(async () => {
    bin = await mkdtemp(join(tmpdir(), 'numpy-abi-matrix-bin-'));
  });
  afterAll(() => rm(bin, { recursive: true, force: true }));

  function expectCrash({ code, report }: Checked, line: number): void {
    expect(code).toBe(1);
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({
      kind: 'import-array-missing',
      severity: 'error',
      culprit: { distribution: 'faults', module: 'forgetful' },
      location: { file: 'src/forgetful.c', line },
    });
    const outcomes = report.results.map(({ module, outcome }) => [module, outcome]);
    expect(outcomes).toEqual([
      ['forgetful', { kind: 'imported' }],
      ['<smoke>', { kind: 'signalled', signal: 'SIGSEGV' }],
    ]);
  }

  need('gdb', 'apt-get install gdb')('with a debugger', () => {
    it('is shown at its line in C', async () => {
      expectCrash(await check(FORGETFUL, ['2.2.6'], smoke), lineOf('PyArray_FROM_O(arg)'));
    });
  });

  it('is shown where the module is defined when there is no debugger', async () => {
    const PATH = await withoutDebuggers(bin);
    expectCrash(await check(FORGETFUL, ['2.2.6'], smoke, { PATH }), lineOf('PyInit_forgetful'));
  });
});

/** PATH, whose folders with a debugger are replaced by links to everything else in them. */
async function withoutDebuggers(into: string): Promise<string> {
  const hidden = ['gdb', 'lldb'].flatMap((name) => findProgram(name) ?? []);
  const folders = new Set(hidden.map((file) => join(file, '..')));
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      if (!/^(?:gdb|lldb)/.test(name)) {
        await symlink(join(folder, name), join(into, name)).catch(() => undefined);
      }
    }
  }
  const path = (process.env['PATH'] ?? '').split(delimiter);
  // `/bin` is a link to `/usr/bin` on most systems.
  const kept = path.filter((one) => !folders.has(one) && one !== '/bin');
  return [...kept, into].join(delimiter);
}
