import { describe, expect, it } from '@jest/globals';
import { missingImportArray } from '../../../src/judge/locate/missing-import-array.ts';
import { memorySources } from './memory-sources.ts';

const INIT = 'PyMODINIT_FUNC PyInit__ext(void) { return PyModule_Create(&module); }\n';
const CALLS = 'static PyObject *f(PyObject *s, PyObject *a) { return PyArray_FROM_O(a); }\n';
const SETUP = (sources: string) => `setup(ext_modules=[Extension("pkg._ext", [${sources}])])\n`;

const INLINE = {
  'pkg/common.pxd':
    'cimport numpy as cnp\ncdef inline int other(int n):\n    return n\ncdef inline object fresh(cnp.npy_intp n):\n    return cnp.PyArray_SimpleNew(1, &n, 0)\n',
  'pkg/_ext.pyx': 'from pkg.common cimport fresh\ndef g(n): return fresh(n)\n',
};

const BY_HEADER = {
  'src/ext.c': `#include <pkg/util.h>\nPyObject *g(void) { return fresh(3); }\n${INIT}`,
  'inc/util.h':
    'static inline PyObject *fresh(int n) {\n  npy_intp d[1] = {n};\n  return PyArray_SimpleNew(1, d, 0);\n}\n',
};

const SWIG = (code: string, more = '') => ({
  'setup.py': SETUP('"src/ext.i"'),
  'src/ext.i': `%module ext\n%{\n${code}\n%}\n${more}`,
});

describe('missingImportArray()', () => {
  it.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['calls and no initialisation', { 'src/ext.c': CALLS + INIT }, 'PyArray_FROM_O'],
    [
      'an initialisation in a comment',
      { 'src/ext.c': `${CALLS}/* import_array(); */\n${INIT}` },
      'PyArray_FROM_O',
    ],
    [
      'import_array()',
      { 'src/ext.c': CALLS + INIT.replace('return', 'import_array(); return') },
      null,
    ],
    [
      'a file beside it of another module, which has the table',
      {
        'setup.py': 'Extension("pkg._ext", FILES)\n',
        'src/ext.c': INIT,
        'src/other.c': `#define NO_IMPORT_ARRAY\n${CALLS}`,
      },
      null,
    ],
    [
      'PyArray_ImportNumPyAPI() of NumPy 2',
      { 'src/ext.c': CALLS + INIT.replace('return', 'PyArray_ImportNumPyAPI(); return') },
      null,
    ],
    ['a wrapper macro', { 'src/ext.c': `${CALLS}MY_IMPORT_ARRAY\n${INIT}` }, null],
    [
      'a header that does it',
      { 'src/ext.c': CALLS + INIT, 'include/np.h': '#define SETUP import_array()' },
      null,
    ],
    [
      'another file of the module does it (NO_IMPORT_ARRAY here)',
      {
        'setup.py': SETUP('"src/ext.c", "src/np.c"'),
        'src/ext.c': `#define NO_IMPORT_ARRAY\n${CALLS}${INIT}`,
        'src/np.c': 'int set(void) { import_array1(-1); return 0; }',
      },
      null,
    ],
    [
      'another module beside it does it',
      {
        'setup.py': `${SETUP('"src/ext.c"')}\nExtension("pkg._other", ["src/other.c"])`,
        'src/ext.c': CALLS + INIT,
        'src/other.c': 'PyMODINIT_FUNC PyInit__other(void) { import_array(); }',
      },
      'PyArray_FROM_O',
    ],
    [
      'another module beside it does it, and no build file tells which file is whose',
      {
        'src/ext.c': CALLS + INIT,
        'src/other.c': 'PyMODINIT_FUNC PyInit__other(void) { import_array(); }',
      },
      'PyArray_FROM_O',
    ],
    [
      'only macros that read the struct',
      { 'src/ext.c': `int n(PyArrayObject *a) { return PyArray_NDIM(a); }\n${INIT}` },
      null,
    ],
    [
      'pybind11, which looks the table up itself',
      { 'src/ext.cpp': `#include <pybind11/numpy.h>\n${CALLS}PYBIND11_MODULE(_ext, m) {}` },
      null,
    ],
    [
      'pybind11, beside NumPy’s own header, whose table it does not fill',
      {
        'src/ext.cpp': `#include <pybind11/numpy.h>\n#include <numpy/arrayobject.h>\n${CALLS}PYBIND11_MODULE(_ext, m) {}`,
      },
      'PyArray_FROM_O',
    ],
    [
      'nanobind, the same',
      {
        'src/ext.cpp': `#include <nanobind/nanobind.h>\n#include <numpy/arrayobject.h>\n${CALLS}NB_MODULE(_ext, m) {}`,
      },
      'PyArray_FROM_O',
    ],
    [
      'pybind11 that fills it',
      {
        'src/ext.cpp': `#include <pybind11/numpy.h>\n#include <numpy/arrayobject.h>\n${CALLS}PYBIND11_MODULE(_ext, m) { _import_array(); }`,
      },
      null,
    ],
    [
      'pybind11’s own headers in the project, which call functions by names of their own',
      {
        'src/ext.cpp':
          '#include <pybind11/numpy.h>\nint f(py::array a) { return ensure(a); }\nPYBIND11_MODULE(_ext, m) {}',
        'extern/pybind11/numpy.h':
          'static array ensure(handle h) { return npy_api::get().PyArray_FromAny_(h.ptr()); }\n',
      },
      null,
    ],
    [
      'a type that stands in the table',
      {
        'src/ext.c': `int f(PyObject *a) { return PyArg_ParseTuple(a, "O!", &PyArray_Type); }\n${INIT}`,
      },
      'PyArray_Type',
    ],
    [
      'macros that read flags and types only',
      {
        'src/ext.c': `int n(PyArrayObject *a) { return PyArray_ISCARRAY(a) && PyArray_ISFLOAT(a); }\n${INIT}`,
      },
      null,
    ],
    [
      'Cython that calls the C-API',
      { 'pkg/_ext.pyx': 'cimport numpy as cnp\ndef f(a):\n    return cnp.PyArray_SIZE(a)\n' },
      'PyArray_SIZE',
    ],
    [
      'Cython that only uses the type',
      { 'pkg/_ext.pyx': 'cimport numpy as cnp\ndef f(cnp.ndarray a):\n    return a.shape[0]\n' },
      null,
    ],
    ['Cython that calls it by an inline function of a .pxd', INLINE, 'PyArray_SimpleNew'],
    [
      'the same by another name, of two',
      {
        ...INLINE,
        'pkg/_ext.pyx': 'from pkg.common cimport (other,\n  fresh as f)\ndef g(n): return f(n)\n',
      },
      'PyArray_SimpleNew',
    ],
    [
      'an inline function that is not called',
      { ...INLINE, 'pkg/_ext.pyx': 'from pkg.common cimport fresh\n' },
      null,
    ],
    [
      'another inline function of that .pxd',
      { ...INLINE, 'pkg/_ext.pyx': 'from pkg.common cimport other\ndef g(n): return other(n)\n' },
      null,
    ],
    [
      'the same with an initialisation',
      {
        ...INLINE,
        'pkg/_ext.pyx': `cimport numpy\nnumpy.import_array()\n${INLINE['pkg/_ext.pyx']}`,
      },
      null,
    ],
    [
      'a .pxd of another package',
      { ...INLINE, 'pkg/_ext.pyx': 'from cpython.list cimport fresh\ndef g(n): return fresh(n)\n' },
      null,
    ],
    [
      'a .pxd of its own package, named by a dot',
      { ...INLINE, 'pkg/_ext.pyx': 'from .common cimport fresh\ndef g(n): return fresh(n)\n' },
      'PyArray_SimpleNew',
    ],
    [
      'a .pxd of a package below, where another is named by a dot',
      {
        'pkg/sub/common.pxd': INLINE['pkg/common.pxd'],
        'pkg/common.pxd': 'cdef inline int fresh(int n):\n    return n\n',
        'pkg/_ext.pyx': 'from .common cimport fresh\ndef g(n): return fresh(n)\n',
      },
      null,
    ],
    [
      'a .pxd that names it in a comment',
      {
        'pkg/common.pxd':
          'cdef inline int fresh(int n):\n    # unlike PyArray_SimpleNew(1, 2)\n    return n\n',
        'pkg/_ext.pyx': 'from pkg.common cimport fresh\ndef g(n): return fresh(n)\n',
      },
      null,
    ],
    ['C that calls it by a function of a header', BY_HEADER, 'PyArray_SimpleNew'],
    [
      'C that calls it by a macro of a header',
      {
        'src/ext.c': `#include "util.h"\nPyObject *g(void) { return MAKE(3); }\n${INIT}`,
        'inc/util.h': '#define MAKE(n) \\\n  PyArray_SimpleNew(1, (n), 0)\n',
      },
      'PyArray_SimpleNew',
    ],
    [
      'a function of a header that is not called',
      { ...BY_HEADER, 'src/ext.c': `#include "util.h"\n${INIT}` },
      null,
    ],
    [
      'a header that is not included',
      { ...BY_HEADER, 'src/ext.c': `PyObject *g(void) { return fresh(3); }\n${INIT}` },
      null,
    ],
    [
      'a function of a header, under a condition that another file sets',
      {
        'src/ext.c': `#include "util.h"\nPyObject *g(void) { return fresh(3); }\n${INIT}`,
        'src/util.h': `#ifndef UTIL_H\n#define UTIL_H\n#ifdef WITH_NUMPY\n${BY_HEADER['inc/util.h']}#else\nPyObject *fresh(int n);\n#endif\n#endif\n`,
      },
      null,
    ],
    [
      'a function of a header, under a condition that it sets itself',
      {
        'src/ext.c': `#define WITH_NUMPY\n#include "util.h"\nPyObject *g(void) { return fresh(3); }\n${INIT}`,
        'src/util.h': `#ifndef UTIL_H\n#define UTIL_H\n#ifdef WITH_NUMPY\n${BY_HEADER['inc/util.h']}#endif\n#endif\n`,
      },
      'PyArray_SimpleNew',
    ],
    ...[
      ['#if PY_MAJOR_VERSION >= 3', 'PyArray_SimpleNew'],
      ['#if PY_MAJOR_VERSION < 3\n#else', 'PyArray_SimpleNew'],
      ['#ifdef __GNUC__', 'PyArray_SimpleNew'],
      ['#if 1', 'PyArray_SimpleNew'],
      ['#if 0', null],
      ['#ifndef NO_NUMPY', 'PyArray_SimpleNew'],
      ['#if !defined(NO_NUMPY)', 'PyArray_SimpleNew'],
      ['#ifdef NO_NUMPY\n#else', 'PyArray_SimpleNew'],
      ['#ifndef WITH_NUMPY\n#else', null],
    ].map<[string, Record<string, string>, string | null]>(([condition = '', called = null]) => [
      `a function of a header, under ${condition}`,
      {
        'src/ext.c': `#include "util.h"\nPyObject *g(void) { return fresh(3); }\n${INIT}`,
        'src/util.h': `${condition}\n${BY_HEADER['inc/util.h']}#endif\n`,
      },
      called,
    ]),
    [
      'a header of that name beside it, and one elsewhere',
      {
        'src/ext.c': `#include "util.h"\nPyObject *g(void) { return fresh(3); }\n${INIT}`,
        'src/util.h': 'PyObject *fresh(int n);\n',
        'other/util.h': BY_HEADER['inc/util.h'],
      },
      null,
    ],
    [
      'a function of a header, initialised',
      {
        ...BY_HEADER,
        'src/ext.c': BY_HEADER['src/ext.c'].replace('return Py', 'import_array(); return Py'),
      },
      null,
    ],
    [
      'SWIG that calls it',
      SWIG('PyObject *g(void) { return PyArray_Return(a); }'),
      'PyArray_Return',
    ],
    [
      'SWIG with typemaps of numpy.i',
      SWIG('', '%include "numpy.i"\n%apply (double *IN_ARRAY1, int DIM1) {(double *a, int n)};\n'),
      'PyArray_FROMANY',
    ],
    [
      'SWIG with both, and the initialisation',
      SWIG(
        '',
        '%include "numpy.i"\n%init %{\nimport_array();\n%}\n%apply (double *IN_ARRAY1) {x};\n',
      ),
      null,
    ],
    [
      'SWIG, initialised by an interface that it includes',
      { ...SWIG('PyArray_Return(a);'), 'src/common.i': '%init %{ import_array(); %}\n' },
      null,
    ],
    [
      'SWIG beside a copy of numpy.i',
      { ...SWIG('PyArray_Return(a);'), 'src/numpy.i': '#define NO_IMPORT_ARRAY\n' },
      'PyArray_Return',
    ],
    [
      'Cython that names it in a comment',
      { 'pkg/_ext.pyx': 'def f(n):\n    # unlike PyArray_SimpleNew(1)\n    return n\n' },
      null,
    ],
    [
      'Cython that calls it behind a floor division',
      {
        'pkg/_ext.pyx': 'cimport numpy as cnp\ndef f(a, b):\n    return a // cnp.PyArray_SIZE(b)\n',
      },
      'PyArray_SIZE',
    ],
    ['SWIG without NumPy', SWIG('int g(void);'), null],
    ['sources that are not here', { 'setup.py': SETUP('"gen/ext.c"') }, null],
  ])('%s', async (_, files, expected) => {
    expect(await missingImportArray('pkg._ext', memorySources(files))).toBe(expected);
  });
});
