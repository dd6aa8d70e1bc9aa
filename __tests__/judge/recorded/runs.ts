import { cExtension, cModule } from '../../support/projects/c-extension.ts';
import { pybind11Project } from '../../support/projects/generated.ts';
import { hostilePackage, hostileProject } from '../../support/projects/hostile.ts';
import {
  circularPackage,
  secondTimeLucky,
  swallowingPackage,
} from '../../support/projects/imports.ts';
import { type ProjectTemplate, pyproject, setupPy } from '../../support/projects/project-template.ts';
import { zoo } from '../../support/projects/zoo.ts';

/** One recorded run: `scripts/record-runs.mjs NAME` makes its file anew. */
export interface RecordedRun {
  /** The file, without `.json.gz`. */
  readonly name: string;
  /** A folder of `examples/`, or a project to write; neither for packages from the index. */
  readonly project?: string | ProjectTemplate;
  /** Arguments of `check` after the project. */
  readonly args: readonly string[];
  /** `smoke.py`, written beside the project. */
  readonly smoke?: string;
  /** What this run alone needs: a free-threaded Python, in the tool cache that the variable names. */
  readonly needs?: 'free-threaded';
}

const ON_311 = ['--python', '3.11'];
const BOTH = [...ON_311, '--numpy', '1.26.4', '--numpy', '2.2.6'];
const ONE = [...ON_311, '--numpy', '2.2.6'];

const simple = (init: string, before = ''): ProjectTemplate => ({
  'pyproject.toml': pyproject(),
  'setup.py': setupPy({ 'sample._core': 'src/core.c' }),
  'src/core.c': cModule({ name: '_core', init, before }),
  'sample/__init__.py': '',
});
const python = (code: string): string =>
  `if (PyRun_SimpleString(${JSON.stringify(code)}) != 0) return NULL;`;

const OLD_BUILD = { requires: ['setuptools>=70.1', 'numpy==1.26.*'] };

/** Built for NumPy 1.x, and says so in its metadata or not. */
const old = (dependencies: readonly string[], inside: string): ProjectTemplate => ({
  ...cExtension({ ...OLD_BUILD, dependencies }),
  'sample/__init__.py': inside,
});

const LIBRARY: ProjectTemplate = {
  'pyproject.toml': pyproject(),
  'setup.py': `import subprocess
from setuptools import Extension, setup
import numpy
subprocess.check_call(['gcc', '-shared', '-fPIC', '-o', 'libnowhere.so', 'nowhere.c'])
setup(packages=['sample'], ext_modules=[
    Extension('sample._core', ['src/core.c'], include_dirs=[numpy.get_include()],
              libraries=['nowhere'], library_dirs=['.']),
    Extension('sample._fine', ['src/fine.c'], include_dirs=[numpy.get_include()])])
`,
  'nowhere.c': 'int somewhere(void) { return 1; }\n',
  'src/core.c': cModule({
    name: '_core',
    before: 'int somewhere(void);',
    init: 'if (!somewhere()) return NULL;',
  }),
  'src/fine.c': cModule({ name: '_fine', numpy: 'initialised' }),
  'sample/__init__.py': '',
};

const vendored = (version: string): ProjectTemplate => ({
  ...simple(''),
  'sample/__init__.py': `import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), 'vendor'))
import numpy
`,
  'sample/vendor/__init__.py': '',
  'sample/vendor/numpy/__init__.py': `__version__ = '${version}'\n`,
});

const OPTIONAL: ProjectTemplate = {
  'pyproject.toml': pyproject(),
  'setup.py': setupPy({ 'sample._core': 'src/core.c', 'sample._fast': 'src/fast.c' }).replace(
    "'src/fast.c'], ",
    "'src/fast.c'], optional=True, ",
  ),
  'src/core.c': cModule({ name: '_core', numpy: 'initialised' }),
  'src/fast.c': '#error "does not compile here"\n',
  'sample/__init__.py': '',
};

const GIL = (name: string, declares: boolean): string => `#include <Python.h>
static int run(PyObject *module) { return 0; }
static PyModuleDef_Slot slots[] = {{Py_mod_exec, run}, ${declares ? '{Py_mod_gil, Py_MOD_GIL_NOT_USED},' : ''} {0, NULL}};
static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "${name}", NULL, 0, NULL, slots, NULL, NULL, NULL
};
PyMODINIT_FUNC PyInit_${name}(void) { return PyModuleDef_Init(&module); }
`;

const SMOKE_1 = `import numpy, my_extension
print("rows:", my_extension.get_array_dim(numpy.zeros((3, 4)))[0])
`;

/** Real runs, each for an outcome or a turn of judging that the others do not show. */
export const RECORDED_RUNS: readonly RecordedRun[] = [
  // The examples.
  {
    name: 'my-extension',
    project: 'my-extension',
    args: ['--python', '3.11', '--python', '3.12', '--numpy', 'edges'],
  },
  {
    name: 'healthy',
    project: 'healthy',
    args: ['--python', '3.9', '--python', '3.13', '--numpy', '1.24', '--numpy', '1.26', '--numpy', '2.1'],
    smoke: `import numpy, healthy
print("rows: %d" % healthy.get_array_dim(numpy.zeros((3, 4)))[0], numpy.float64(0.5))
`,
  },
  {
    name: 'bisect',
    project: 'my-extension',
    args: [...ON_311, '--numpy', '1.24.4', '--numpy', '2.2.6', '--bisect'],
  },
  {
    name: 'fail-fast',
    project: 'my-extension',
    args: [...ON_311, '--numpy', '2.0.2', '--numpy', '2.1.3', '--numpy', '2.2.6', '--fail-fast', '--jobs', '1'],
  },
  {
    name: 'known-hit',
    project: 'my-extension',
    args: [...BOTH, '--known-failure', 'numpy>=2 module=my_extension: built against NumPy 1'],
  },
  {
    name: 'known-passes',
    project: 'my-extension',
    args: [
      ...BOTH,
      ...['--known-failure', 'numpy<2 module=my_extension: long mended'],
      ...['--known-failure', 'numpy<1.20: nobody runs it'],
    ],
  },
  { name: 'fail-on-never', project: 'my-extension', args: [...BOTH, '--fail-on', 'never'] },
  {
    name: 'capped',
    project: old(['numpy>=1.23,<2'], 'from . import _core\n'),
    args: [...BOTH, '--numpy', '1.25.2'],
  },
  {
    name: 'capped-ignored',
    project: {
      ...cExtension({ dependencies: ['numpy>=1.23,<2'] }),
    },
    args: [...ON_311, '--numpy', '1.26.4', '--numpy', '2.0.2', '--numpy', '2.1.3', '--metadata', 'ignore'],
  },
  {
    name: 'floor-too-low',
    project: cExtension({
      before: '#define NPY_TARGET_VERSION NPY_1_25_API_VERSION',
      dependencies: ['numpy>=1.23'],
    }),
    args: [...ON_311, '--numpy', '1.23.5', '--numpy', '1.24.4', '--numpy', '1.25.2', '--numpy', '2.2.6'],
  },
  // Smoke code.
  {
    name: 'smoke-fails',
    project: 'healthy',
    args: BOTH,
    smoke: 'import numpy, healthy\nprint(healthy.get_array_dim(numpy.zeros(5)))\nprint(numpy.in1d([1], [1]), numpy.product([2, 3]))\n',
  },
  {
    name: 'smoke-mistake',
    project: 'healthy',
    args: BOTH,
    smoke: 'import healthy\nprint(healthy.get_array_dims([1]))\n',
  },
  {
    name: 'compare-differs',
    project: 'healthy',
    args: [...BOTH, '--compare'],
    smoke: 'import numpy, healthy\nprint(healthy.get_array_dim(numpy.zeros(5)))\nprint(numpy.uint8(200) + 100)\n',
  },
  {
    name: 'compare-pybind11',
    project: pybind11Project({ generator: '==2.11.*' }),
    args: [...BOTH, '--compare'],
    smoke: 'import sample._core\nprint(sample._core.fill(4))\n',
  },
  {
    name: 'compare-unstable',
    project: 'healthy',
    args: [...BOTH, '--compare'],
    smoke: 'import os, healthy\nprint(os.getpid())\n',
  },
  // What a module does to whoever imports it.
  {
    name: 'deaths',
    project: hostilePackage(['segfault', 'abort', 'exit-0', '_exit-0', 'hang', 'own-handler', 'silent-null', 'system-exit']),
    args: [...BOTH, '--timeout', '5'],
  },
  { name: 'crash-at-exit', project: hostileProject('crash-at-exit'), args: ONE },
  {
    // Dies whenever somebody watches its load, and only then: the confirming run sees it pass.
    name: 'flaky',
    project: simple(
      python(
        'import _imp, os\nif type(_imp.create_dynamic).__name__ != "builtin_function_or_method":\n    os.abort()',
      ),
    ),
    args: ONE,
  },
  { name: 'own-import-hides-it', project: swallowingPackage(), args: BOTH },
  {
    name: 'swallowed',
    project: {
      'pyproject.toml': pyproject(),
      'setup.py': setupPy({ 'sample._core': 'src/core.c', 'sample._fast': 'src/fast.c' }),
      'src/core.c': cModule({ name: '_core', numpy: 'initialised' }),
      'src/fast.c': cModule({
        name: '_fast',
        init: 'PyErr_SetString(PyExc_ImportError, "libfast.so.3: cannot open shared object file: No such file or directory"); return NULL;',
      }),
      'sample/__init__.py':
        'try:\n    from . import _fast\nexcept ImportError:\n    _fast = None\nfrom . import _core\n',
    },
    args: [...BOTH, '--module', '!sample._fast'],
  },
  { name: 'second-time-lucky', project: secondTimeLucky(), args: ONE },
  { name: 'circular', project: circularPackage(), args: BOTH },
  { name: 'missing-library', project: LIBRARY, args: BOTH },
  { name: 'wrong-numpy', project: vendored('1.21.0'), args: ONE },
  {
    name: 'stub',
    project: {
      ...simple('*(volatile int *)16 = 1;'),
      'sample/__init__.py':
        'import sys, types\nsys.modules["sample._core"] = types.ModuleType("sample._core")\n',
    },
    args: ONE,
  },
  {
    name: 'no-requirement',
    project: cExtension({ dependencies: [] }),
    args: [...ON_311, '--numpy', 'none', '--numpy', '2.2.6'],
  },
  // Ways to write a module.
  {
    name: 'zoo-for-1',
    project: zoo({ cython: '==0.29.37', pybind11: '==2.11.*', numpy: '==1.26.*' }),
    args: BOTH,
  },
  {
    name: 'zoo-for-2',
    project: zoo({ cython: '>=3', pybind11: '>=2.12', numpy: '==2.2.*', target: 'NPY_2_1_API_VERSION' }),
    args: [...BOTH, '--numpy', '2.0.2'],
  },
  // Nothing to build, nothing to test, nothing that installs.
  {
    name: 'build-fails',
    project: { ...simple(''), 'src/core.c': '#include "nowhere.h"\n' },
    args: [...BOTH, '--python', '3.12'],
  },
  { name: 'optional-extension', project: OPTIONAL, args: BOTH },
  {
    name: 'all-optional',
    project: {
      ...OPTIONAL,
      'setup.py': setupPy({ 'sample._fast': 'src/fast.c' }).replace(
        "'src/fast.c'], ",
        "'src/fast.c'], optional=True, ",
      ),
    },
    args: ONE,
  },
  {
    name: 'pure',
    project: { 'pyproject.toml': pyproject({ requires: ['setuptools>=70.1'] }), 'sample/__init__.py': '' },
    args: BOTH,
  },
  {
    name: 'all-excluded',
    project: 'my-extension',
    args: ['--python', '3.12', '--numpy', '1.24.4'],
  },
  {
    name: 'does-not-install',
    project: {
      ...simple(''),
      'pyproject.toml': pyproject({ dependencies: ['numpy', 'six==0.0.1'] }),
    },
    args: ONE,
  },
  // Packages from the index.
  { name: 'pandas-2.0.3', args: ['--package', 'pandas==2.0.3', ...BOTH] },
  {
    name: 'pandas-accelerated',
    args: [
      ...['--package', 'pandas==2.2.3', '--package', 'numexpr==2.8.4', '--package', 'bottleneck==1.3.7'],
      ...BOTH,
    ],
  },
  {
    name: 'dependencies',
    args: ['--package', 'contourpy==1.0.7', '--package', 'cftime==1.6.2', ...BOTH, '--dependencies', 'all'],
  },
  {
    name: 'numba',
    args: ['--package', 'numba==0.58.1', ...BOTH, '--metadata', 'ignore-all'],
  },
  // A Python without the GIL.
  {
    name: 'free-threaded',
    project: {
      'pyproject.toml': pyproject({ requiresPython: '>=3.13', requires: ['setuptools>=70.1', 'numpy>=2.1'] }),
      'setup.py': setupPy({ 'sample._ready': 'src/_ready.c', 'sample._needs': 'src/_needs.c' }),
      'src/_ready.c': GIL('_ready', true),
      'src/_needs.c': GIL('_needs', false),
      'sample/__init__.py': 'from . import _ready, _needs\n',
    },
    args: ['--python', '3.13t', '--numpy', '2.2.6'],
    needs: 'free-threaded',
  },
  {
    name: 'smoke-crash',
    project: { ...cExtension({ numpy: 'uninitialised' }), 'sample/__init__.py': '' },
    args: BOTH,
    smoke: SMOKE_1.replaceAll('my_extension', 'sample._core'),
  },
];
