import { describe, expect, it } from '@jest/globals';
import { locateFinding } from '../../../src/judge/locate/locate-finding.ts';
import type { Diagnosed } from '../../../src/model/finding.ts';
import { finding } from '../../support/reports.ts';
import { memorySources } from './memory-sources.ts';

/** A line of the literal that holds `←` is the one expected; the mark is taken out. */
function marked(files: Readonly<Record<string, string>>) {
  let expected: string | null = null;
  const clean: Record<string, string> = {};
  for (const [file, text] of Object.entries(files)) {
    const at = text.split('\n').findIndex((line) => line.includes('←'));
    if (at >= 0) expected = `${file}:${at + 1}`;
    clean[file] = text.replace(/ *←/, '');
  }
  return { expected, files: clean };
}

const own = (kind: string, hints: Diagnosed['hints'] = {}) =>
  finding({
    kind,
    hints,
    culprit: { distribution: 'pkg', version: '1', module: 'pkg._ext', file: 'pkg/_ext.so' },
  });
const dependency = (name: string, kind = 'np1-on-np2') =>
  finding({
    kind,
    fault: 'dependency',
    culprit: { distribution: name, version: '2.8.4', module: `${name}._x`, file: null },
  });

const C =
  '#include <Python.h>\nPyMODINIT_FUNC PyInit__ext(void);\nPyMODINIT_FUNC\nPyInit__ext(void) ←\n{\n}\n';
const NO_MARK = C.replace(' ←', '');

const SETUP =
  'from setuptools import Extension, setup\nsetup(ext_modules=[Extension("pkg._ext", ["src/ext.c"])])\n';

const ROWS: readonly (readonly [string, Diagnosed, Readonly<Record<string, string>>, string?])[] = [
  [
    'headers without a NumPy to build with: the list that lacks it',
    own('build-np-headers-missing', { requirement: 'numpy', table: 'build' }),
    {
      'pyproject.toml': '[build-system]\nrequires = ["setuptools"] ←\n',
      'src/ext.c': NO_MARK,
    },
  ],
  [
    'a module that SWIG writes',
    own('import-array-missing', { symbol: 'import_array' }),
    {
      'setup.py': 'Extension("pkg._ext", ["src/ext.i"])\n',
      'src/ext.i': '// %module ext\n%module(directors="1") ext ←\n%{\n%}\n',
      'src/other.i': '%module other\n',
    },
  ],
  [
    'a name that compiled code asks NumPy for',
    own('np-removed-attr', {
      literals: ['numpy.float_', 'float_'],
      requirement: 'numpy',
      table: 'runtime',
    }),
    {
      'pyproject.toml': '[project]\ndependencies = ["numpy"]\n',
      'setup.py': SETUP,
      'src/ext.c': `${NO_MARK}// "float_"\nPyObject *a = PyObject_GetAttrString(np, "float_"); ←\n`,
      'src/other.c': 'PyObject_GetAttrString(np, "float_");\n',
    },
  ],
  [
    'the message of an exception that compiled code raises',
    own('unclassified', {
      literals: ['needs "more" than this'],
      source: { file: 'pkg/__init__.py', line: 1 },
    }),
    {
      'pkg/__init__.py': 'from . import _ext\n',
      'setup.py': SETUP,
      'src/ext.c': `${NO_MARK}PyErr_SetString(PyExc_ImportError, "needs \\"more\\" than this"); ←\n`,
    },
  ],
  [
    'the beginning of a capsule’s name',
    own('unclassified', { literals: ['pkg._api.', 'pkg._api'] }),
    {
      'setup.py': SETUP,
      'src/ext.c': `${NO_MARK}api = PyCapsule_Import("pkg._api.API", 0); ←\n`,
    },
  ],
  [
    'the include directories of an extension, where its headers are not the build’s',
    own('np1-on-np2', { definition: true }),
    {
      'pyproject.toml': '[build-system]\nrequires = ["numpy>=2"]\n',
      'setup.py': SETUP.replace('setup(ext', 'setup( ←\n  ext')
        .replace(' ←\n  ext', '\n  ext')
        .replace(')])', ')]) ←'),
      'src/ext.c': NO_MARK,
    },
  ],
  [
    'a name that the compiled sources do not hold: the frame',
    own('np-removed-attr', {
      literals: ['numpy.float_', 'float_'],
      source: { file: 'pkg/__init__.py', line: 1 },
    }),
    { 'pkg/__init__.py': 'from . import _ext ←\n', 'setup.py': SETUP, 'src/ext.c': NO_MARK },
  ],
  [
    'requires on one line',
    own('np1-on-np2'),
    { 'pyproject.toml': '[build-system]\nrequires = ["setuptools", "numpy==1.26.*"] ←\n' },
  ],
  [
    'requires on several lines, with comments and look-alikes',
    own('np1-on-np2'),
    {
      'pyproject.toml':
        '# numpy\n[project]\ndependencies = [\n  "numpy>=1.21",\n]\n[build-system]\nrequires = [\n  "setuptools", # numpy ]\n  "numpydoc",\n  # "numpy",\n  \'NumPy == 1.26.*\', ←\n]\n',
    },
  ],
  [
    'the crate that a Rust extension reads arrays with',
    own('latent-np1', { requirement: 'numpy', table: 'build' }),
    {
      'pyproject.toml': '[build-system]\nrequires = ["maturin"]\n[project]\nname = "pkg"\n',
      'Cargo.toml': '[package]\nname = "pkg"\n[dependencies]\npyo3 = "0.20"\nnumpy = "0.20" ←\n',
    },
  ],
  [
    'the same as a table of its own',
    own('latent-np1', { requirement: 'numpy', table: 'build' }),
    {
      'Cargo.toml': '[package]\nname = "pkg"\n[dependencies.numpy] ←\nversion = "0.20"\n',
    },
  ],
  [
    'the same of a workspace, to which the crate refers',
    own('latent-np1', { requirement: 'numpy', table: 'build' }),
    {
      'Cargo.toml':
        '[workspace]\nmembers = ["crates/py"]\n[workspace.dependencies]\nnumpy = "0.20" ←\n',
      'crates/py/Cargo.toml': '[package]\nname = "x"\n[dependencies]\nnumpy.workspace = true\n',
    },
  ],
  [
    'the same, where the workspace lies above the project',
    own('latent-np1', { requirement: 'numpy', table: 'build' }),
    {
      'Cargo.toml': '[workspace]\n[workspace.dependencies.numpy] ←\nversion = "0.20"\n',
      'py/pyproject.toml': '[build-system]\nrequires = ["maturin"]\n',
      'py/Cargo.toml': '[package]\nname = "x"\n[dependencies]\nnumpy = { workspace = true }\n',
    },
    'py',
  ],
  [
    'the same, dotted, or under another name',
    own('latent-np1', { requirement: 'numpy', table: 'build' }),
    {
      'Cargo.toml':
        '[package]\nname = "x"\n[dependencies]\nnd = { package = "numpy", version = "0.20" } ←\n',
    },
  ],
  [
    'pybind11 that the project brings along',
    own('latent-np1', { requirement: 'pybind11', table: 'build' }),
    {
      'pyproject.toml': '[build-system]\nrequires = ["scikit-build-core"]\n',
      'extern/pybind11/pyproject.toml': '[build-system]\nrequires = ["setuptools"]\n',
      'extern/pybind11/include/pybind11/detail/common.h':
        '#pragma once\n#define PYBIND11_VERSION_MAJOR 2 ←\n#define PYBIND11_VERSION_MINOR 10\n',
    },
  ],
  [
    'pybind11 that CMake downloads',
    own('latent-np1', { requirement: 'pybind11', table: 'build' }),
    {
      'pyproject.toml': '[build-system]\nrequires = ["scikit-build-core"]\n',
      'CMakeLists.txt':
        'project(x)\nFetchContent_Declare(pybind11 ←\n  GIT_REPOSITORY https://example.org/pybind11\n  GIT_TAG v2.10.4)\n',
    },
  ],
  [
    'oldest-supported-numpy',
    own('np-abi-mismatch'),
    {
      'pyproject.toml':
        '[build-system]\nrequires = [\n "wheel",\n "oldest_supported_numpy", ←\n]\n',
    },
  ],
  [
    'setup_requires in setup.cfg',
    own('np1-on-np2'),
    {
      'setup.cfg':
        '[metadata]\nname = pkg\n[options]\nsetup_requires =\n    wheel\n    numpy<2  ; python_version > "3" ←\ninstall_requires = numpy\n',
    },
  ],
  [
    'setup_requires in setup.py',
    own('np1-on-np2'),
    {
      'setup.py':
        'from setuptools import setup\n# setup_requires = ["numpy"]\nsetup(\n  setup_requires=["numpy==1.26.4"], ←\n)\n',
    },
  ],
  [
    'runtime numpy in [project] dependencies',
    own('range-too-wide'),
    {
      'pyproject.toml':
        '[build-system]\nrequires = ["numpy"]\n[project]\nname = "x"\ndependencies = ["scipy",\n"numpy>=1.21"] ←\n',
    },
  ],
  [
    'runtime numpy in a poetry table',
    own('floor-too-low'),
    {
      'pyproject.toml':
        '[tool.poetry.dependencies]\npython = "^3.9"\nnumpy = { version = "^1.21" } ←\n',
    },
  ],
  [
    'install_requires in setup.py through a name',
    own('np-api-too-new'),
    {
      'setup.py':
        'REQS = [\n  "scipy",\n  "numpy>=1.20", ←\n]\nsetup(name="x", install_requires=REQS)\n',
    },
  ],
  [
    'install_requires in setup.cfg',
    own('range-too-narrow'),
    { 'setup.cfg': '[options]\ninstall_requires =\n  scipy\n  # numpy\n  numpy >= 1.20 ←\n' },
  ],
  [
    'a requirements file',
    own('range-too-wide'),
    {
      'requirements-dev.txt': 'numpy\n',
      'requirements.txt': '# numpy\n-r x\nnumpy==1.21 ←\n',
      'setup.py': 'setup()\n',
    },
  ],
  [
    'no requirements file of tests, pages or vendored packages',
    own('range-too-wide'),
    {
      'docs/requirements.txt': 'numpy\n',
      'pkg/__tests__/samples/requirements.txt': 'numpy==1.21\n',
      'setup.py': 'setup() ←\n',
    },
  ],
  [
    'a requirements file in a folder of the project, itself an example',
    own('range-too-wide'),
    { 'examples/one/app/requirements.txt': 'numpy==1.21 ←\n', 'requirements.txt': 'six\n' },
    'examples/one',
  ],
  [
    'NPY_TARGET_VERSION before the floor',
    own('np-api-too-new', { requirement: 'numpy', table: 'runtime' }),
    {
      'pyproject.toml': '[project]\ndependencies = ["numpy"]\n',
      'src/a.c':
        '/* #define NPY_TARGET_VERSION 0 */\n#define NPY_TARGET_VERSION NPY_2_0_API_VERSION ←\n',
    },
  ],
  [
    'NPY_TARGET_VERSION of the module before that of another one',
    own('np-api-too-new'),
    {
      'setup.py':
        'setup(ext_modules=[Extension("pkg._a", ["a.c"]), Extension("pkg._ext", ["z.c"])])\n',
      'a.c': '#define NPY_TARGET_VERSION NPY_2_3_API_VERSION\n',
      'z.c': '\n#define NPY_TARGET_VERSION NPY_2_3_API_VERSION ←\n',
    },
  ],
  [
    'NPY_TARGET_VERSION in define_macros',
    own('np-api-too-new'),
    {
      'setup.py':
        'setup(ext_modules=[Extension("a", ["a.c"],\n  define_macros=[("NPY_TARGET_VERSION", "NPY_2_0_API_VERSION")])]) ←\n',
    },
  ],
  [
    'NPY_TARGET_VERSION in a flag of the compiler',
    own('np-api-too-new', { requirement: 'numpy', table: 'runtime', symbol: 'NPY_TARGET_VERSION' }),
    {
      'pyproject.toml': '[project]\ndependencies = ["numpy"]\n',
      'meson.build':
        "project('x', 'c')\nadd_project_arguments('-DNPY_TARGET_VERSION=NPY_2_0_API_VERSION') ←\n",
    },
  ],
  [
    'missing numpy goes to the list it belongs into',
    own('numpy-missing'),
    { 'pyproject.toml': '[project]\nname = "x"\ndependencies = [] ←\n' },
  ],
  [
    'the init function, not its declaration',
    own('import-array-missing', { symbol: 'import_array' }),
    { 'src/_ext.c': C, 'setup.py': 'setup()' },
  ],
  [
    'the source that setup.py names',
    own('import-array-missing'),
    {
      'setup.py':
        'exts = [\n  Extension(\n    "pkg._ext",\n    sources=["src/b/module.c"],\n  ),\n]',
      'src/a/module.c': NO_MARK,
      'src/b/module.c': C,
    },
  ],
  [
    'the source that meson.build names',
    own('import-array-missing'),
    {
      'pyproject.toml': '',
      'meson.build': "subdir('pkg')",
      'pkg/meson.build': "py.extension_module('_ext', 'two.c', subdir: 'pkg')",
      'pkg/one.c': NO_MARK,
      'pkg/two.c': C,
    },
  ],
  [
    'pybind11',
    own('crash.SIGSEGV'),
    { 'src/x.cpp': '// PYBIND11_MODULE(_ext, m)\n\nPYBIND11_MODULE(_ext, m) { ←\n}\n' },
  ],
  ['nanobind', own('crash.SIGSEGV'), { 'src/x.cpp': 'NB_MODULE(_ext, m) { ←\n' }],
  [
    'Rust',
    own('crash.SIGABRT'),
    {
      'Cargo.toml': '[package]\nname = "x"\n[lib]\nname = "_ext"\n',
      'src/lib.rs':
        '#[pymodule]\nfn other() {}\n#[pymodule]\n#[pyo3(name = "_ext")]\nfn inner(m: &Bound) -> PyResult<()> { ←\n}\n',
    },
  ],
  [
    'Cython: the cimport',
    own('import-array-missing'),
    {
      'pkg/_ext.pyx': '# cimport numpy\nimport x\ncimport numpy as np ←\n',
      'other/_ext.pyx': 'cimport numpy\n',
    },
  ],
  [
    'of two files with that init the one nearer by name',
    own('timeout'),
    { 'aaa/m.c': NO_MARK, 'pkg/m.c': C },
  ],
  [
    'the definition when there is no source: setup.py',
    own('ld-undefined-symbol'),
    {
      'setup.py':
        'from x import Extension\nsetup(ext_modules=[\n Extension("pkg._other", []),\n Extension(name="pkg._ext", sources=[]), ←\n])',
    },
  ],
  [
    'the definition in CMake',
    own('ld-missing-library'),
    {
      'CMakeLists.txt':
        'project(x)\n# pybind11_add_module(_ext x.cpp)\npybind11_add_module(_ext ←\n  x.cpp)\n',
    },
  ],
  [
    'the definition in pyproject',
    own('py-no-init-function'),
    {
      'pyproject.toml':
        '[tool.setuptools]\next-modules = [\n  {name = "pkg._a", sources = ["a.c"]},\n  {name = "pkg._ext", sources = ["b.c"]}, ←\n]\n',
    },
  ],
  [
    'a position seen at run time, absolute',
    own('crash.SIGSEGV', { source: { file: '/repo/src/fast.c', line: 2 } }),
    { 'src/fast.c': 'a\nb ←\n' },
  ],
  [
    'a position seen at run time, by the end of its path',
    own('crash.SIGSEGV', { source: { file: '/tmp/copy/src/fast.c', line: 2 } }),
    { 'lib/fast.c': 'a\nb\n', 'src/fast.c': 'a\nb ←\n' },
  ],
  [
    'a position beyond the end of the file is not believed',
    own('crash.SIGSEGV', { source: { file: 'src/fast.c', line: 9 } }),
    { 'src/fast.c': 'a\nb\n', 'setup.py': 'import x\n\nsetup( ←\n)' },
  ],
  [
    'a dependency: its own requirement',
    dependency('numexpr'),
    {
      'pyproject.toml':
        '[build-system]\nrequires = ["numpy"]\n[project]\ndependencies = [\n "numpy",\n "numexpr>=2.7", ←\n]\n',
    },
  ],
  [
    'a dependency only in a lock file',
    dependency('numexpr'),
    {
      'pyproject.toml': '[project]\ndependencies = ["pandas"]\n',
      'uv.lock': 'version = 1\n[[package]]\nname = "pandas"\n[[package]]\nname = "numexpr" ←\n',
    },
  ],
  [
    'a dependency nowhere: the list',
    dependency('numexpr'),
    { 'pyproject.toml': '[project]\ndependencies = [ ←\n "pandas",\n]\n' },
  ],
  [
    'a hidden dependency in an extra',
    dependency('numexpr', 'swallowed'),
    {
      'pyproject.toml':
        '[project]\ndependencies = ["pandas"]\n[project.optional-dependencies]\nfast = ["numexpr"] ←\n',
    },
  ],
  [
    'nothing known: the build file',
    own('unclassified'),
    { 'pyproject.toml': '# hello\n\n[build-system] ←\nrequires = []\n' },
  ],
  [
    'an environment fault: the workflow',
    { ...own('wrong-numpy'), fault: 'environment' },
    {
      '.github/workflows/ci.yml':
        'jobs:\n  a:\n    steps:\n      - uses: me/numpy-abi-matrix@v1 ←\n',
      'setup.py': 'setup()',
    },
  ],
  [
    'a project in a subfolder, not its neighbours',
    own('np1-on-np2'),
    {
      'pyproject.toml': '[build-system]\nrequires = ["numpy"]\n',
      'a/pyproject.toml': '[build-system]\nrequires = ["numpy"]\n',
      'b/pyproject.toml': '[build-system]\nrequires = ["numpy"] ←\n',
    },
    'b',
  ],
  [
    'the project at the top, not its examples',
    own('range-too-wide'),
    {
      'examples/e/pyproject.toml': '[project]\ndependencies = ["numpy"]\n',
      'setup.py': 'setup(\n  install_requires="numpy") ←\n',
    },
  ],
];

describe('locateFinding()', () => {
  it.each(ROWS)('%s', async (_name, diagnosis, files, project = '') => {
    const { expected, files: clean } = marked(files);
    const located = await locateFinding(diagnosis, ['pkg._ext'], memorySources(clean, project));
    expect(located && `${located.file}:${located.line}`).toBe(expected);
    expect(located?.why).toMatch(/\S/);
  });

  it('gives nothing in a repository that has nothing', async () => {
    const sources = memorySources({ 'README.md': 'hello' });
    expect(await locateFinding(own('np1-on-np2'), ['pkg._ext'], sources)).toBeNull();
  });

  it('gives no extension’s line for a setting that stands in no file', async () => {
    const files = { 'setup.py': 'setup(ext_modules=[\n  Extension("pkg._ext", ["ext.c"])])\n' };
    const sources = memorySources(files);
    const found = { ...own('known-failure-passes'), fault: 'unknown' as const };
    expect(await locateFinding(found, ['pkg._ext'], sources)).toBeNull();
    expect(await locateFinding(own('crash'), ['pkg._ext'], sources)).toMatchObject({ line: 2 });
  });

  it('never points into what is built or installed', async () => {
    const sources = memorySources({
      'build/_ext.c': NO_MARK,
      '.venv/pyproject.toml': '[project]\n',
      'node_modules/x/setup.py': 'setup()',
    });
    expect(await locateFinding(own('crash.SIGSEGV'), ['pkg._ext'], sources)).toBeNull();
  });
});
