import { cModule } from './c-extension.ts';
import { cythonProject, f2pyProject, pybind11Project } from './generated.ts';
import type { ProjectTemplate } from './project-template.ts';

export interface ZooOptions {
  /** Version specifiers of the generators. */
  readonly cython: string;
  readonly pybind11: string;
  readonly numpy: string;
  /** `NPY_2_1_API_VERSION`, as a macro of all modules. */
  readonly target?: string;
}

const UFUNC = `#define PY_SSIZE_T_CLEAN
#include <Python.h>
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <numpy/ndarraytypes.h>
#include <numpy/ufuncobject.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "ufunc", NULL, -1, NULL};
PyMODINIT_FUNC PyInit_ufunc(void) {
    import_umath();
    return PyModule_Create(&module);
}
`;

/**
 * Package \`zoo\`: one module from each way to write one that setuptools builds, all of which use
 * NumPy's C-API; \`zoo.bare\` forgets \`import_array()\`.
 */
export function zoo({ cython, pybind11, numpy, target }: ZooOptions): ProjectTemplate {
  const macro = target ? `macros.append(('NPY_TARGET_VERSION', '${target}'))\n` : '';
  const f2py = f2pyProject();
  return {
    'pyproject.toml': `[build-system]
requires = ["setuptools>=70.1", "Cython${cython}", "pybind11${pybind11}", "numpy${numpy}"]
build-backend = "setuptools.build_meta"

[project]
name = "zoo"
version = "1.0"
dependencies = ["numpy"]
`,
    'setup.py': `import os, subprocess, sys
from Cython.Build import cythonize
from setuptools import Extension, setup
import numpy, pybind11
f2py = os.path.join(os.path.dirname(numpy.__file__), 'f2py', 'src')
subprocess.check_call([sys.executable, '-m', 'numpy.f2py', 'zoo.pyf', '--lower', '--build-dir', '.'])
macros = []
${macro}def make(name, *sources, **more):
    return Extension(name, list(sources), include_dirs=[numpy.get_include(), f2py, pybind11.get_include()],
                     define_macros=macros, **more)
setup(packages=['zoo'], ext_modules=[
    make('zoo.plain', 'src/plain.c'),
    make('zoo.bare', 'src/bare.c'),
    make('zoo.ufunc', 'src/ufunc.c'),
    make('zoo.bound', 'src/bound.cpp', extra_compile_args=['-std=c++17', '-O0']),
    make('zoo.f2py', 'f2pymodule.c', 'add.c', os.path.join(f2py, 'fortranobject.c')),
] + cythonize([make('zoo.cython', 'zoo/cython.pyx')]))
`,
    'zoo/__init__.py': '',
    'zoo/cython.pyx': cythonProject()['sample/_core.pyx'] ?? '',
    'zoo.pyf': (f2py['sample.pyf'] ?? '').replace('python module _core', 'python module f2py'),
    'add.c': f2py['add.c'] ?? '',
    'src/plain.c': cModule({ name: 'plain', numpy: 'initialised' }),
    'src/bare.c': cModule({ name: 'bare', numpy: 'uninitialised' }),
    'src/ufunc.c': UFUNC,
    'src/bound.cpp': (pybind11Project()['src/core.cpp'] ?? '').replace('(_core,', '(bound,'),
  };
}
