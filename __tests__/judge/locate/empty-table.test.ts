import { emptyTable, listedTable } from '../../../src/judge/locate/empty-table.ts';
import { enclosingFunction } from '../../../src/judge/locate/enclosing-function.ts';
import { memorySources } from './memory-sources.ts';

const HEADER = '#include <numpy/arrayobject.h>\n';
const CORE = `${HEADER}PyMODINIT_FUNC PyInit__ext(void) { import_array(); return PyModule_Create(&module); }\n`;
const OTHER = `${HEADER}PyObject *g(void) { return PyArray_ZEROS(1, shape, NPY_DOUBLE, 0); }\n`;
const SHARE = '#define PY_ARRAY_UNIQUE_SYMBOL ext_ARRAY_API\n';
const SETUP = 'setup(ext_modules=[Extension("pkg._ext", ["src/ext.c", "src/other.c"])])\n';
const OWN = 'src/other.c PyArray_ZEROS, not src/ext.c';
const files = (more: Readonly<Record<string, string>>) => ({
  'setup.py': SETUP,
  'src/ext.c': CORE,
  'src/other.c': OTHER,
  ...more,
});

describe('emptyTable(), of several files', () => {
  it.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['a second file with a table of its own', {}, OWN],
    [
      'one that fills its own',
      { 'src/other.c': `${OTHER}void h(void) { import_array1(); }` },
      null,
    ],
    ['one that shares it', { 'src/other.c': `${SHARE}#define NO_IMPORT_ARRAY\n${OTHER}` }, null],
    [
      'a header that shares it',
      {
        'src/common.h': SHARE,
        'src/ext.c': `#include "common.h"\n${CORE}`,
        'src/other.c': `#include "common.h"\n#define NO_IMPORT_ARRAY\n${OTHER}`,
      },
      null,
    ],
    [
      'a header that shares it and includes NumPy’s',
      {
        'src/common.h': `#ifndef COMMON_H\n#define COMMON_H\n${SHARE}${HEADER}#endif\n`,
        'src/ext.c': `#include "common.h"\n${CORE}`,
        'src/other.c': `#define NO_IMPORT_ARRAY\n#include "common.h"\n${OTHER}`,
      },
      null,
    ],
    ['a header that shares it, which nobody includes', { 'src/common.h': SHARE }, OWN],
    [
      'a Cython module takes it in',
      {
        'setup.py': 'Extension("pkg._ext", ["src/_ext.pyx", "src/other.c"])\n',
        'src/ext.c': '',
        'src/_ext.pyx': 'cimport numpy\ncdef extern from "other.c":\n    object g()\n',
      },
      null,
    ],
    [
      'it is named for its date alone',
      {
        'setup.py':
          'Extension("pkg._ext", sources=["src/ext.c"], depends=["src/other.c"], language="c")\n',
      },
      null,
    ],
    [
      'a header takes it in',
      { 'src/ext.c': `#include "all.h"\n${CORE}`, 'src/all.h': '#include "other.c"\n' },
      null,
    ],
    [
      'it only defines a name that older NumPys lack',
      {
        'src/other.c': `${HEADER}#define PyArray_SetBaseObject(a, b) PyArray_BASE(a) = (b)\n`,
      },
      null,
    ],
    [
      'one that shares it after the include',
      { 'src/other.c': OTHER.replace(HEADER, `${HEADER}${SHARE}#define NO_IMPORT_ARRAY\n`) },
      OWN,
    ],
    [
      'one that names it otherwise',
      { 'src/ext.c': SHARE + CORE, 'src/other.c': SHARE.replace('ext_', 'other_') + OTHER },
      OWN,
    ],
    [
      'one that has its symbol elsewhere',
      {
        'src/ext.c': SHARE + CORE,
        'src/other.c': `${SHARE.replace('ext_', 'lib_')}#define NO_IMPORT_ARRAY\n${OTHER}`,
      },
      null,
    ],
    [
      'a symbol under a condition',
      { 'src/other.c': `#ifdef SHARE\n${SHARE}#endif\n${OTHER}` },
      null,
    ],
    ['one that another includes', { 'src/ext.c': `${CORE}#include "other.c"\n` }, null],
    [
      'one of a glob',
      { 'setup.py': SETUP.replace('["src/ext.c", "src/other.c"]', 'glob("src/*.c")') },
      OWN,
    ],
    [
      'one beside Cython, which calls import_array() by itself',
      {
        'setup.py': SETUP.replace('src/ext.c', 'pkg/_ext.pyx'),
        'src/ext.c': '',
        'pkg/_ext.pyx': 'cimport numpy as cnp\n',
      },
      'src/other.c PyArray_ZEROS, not pkg/_ext.pyx',
    ],
    [
      'a build that shares it',
      { 'setup.py': `${SETUP}# define_macros=[('PY_ARRAY_UNIQUE_SYMBOL', 'x')]` },
      null,
    ],
    [
      'one that reads structs only',
      { 'src/other.c': `${HEADER}int n(PyArrayObject *a) { return PyArray_NDIM(a); }` },
      null,
    ],
    [
      'one that does not include NumPy’s header',
      { 'src/other.c': OTHER.replace(HEADER, '') },
      null,
    ],
    ['one that is another module’s', { 'setup.py': SETUP.replace(', "src/other.c"', '') }, null],
    [
      'one that defines a module',
      { 'src/other.c': `${OTHER}PyMODINIT_FUNC PyInit_other(void) {}` },
      null,
    ],
    ['a call in a comment', { 'src/other.c': `${HEADER}/* PyArray_ZEROS(1) */` }, null],
    [
      'a call that is compiled under a condition that nobody sets',
      { 'src/other.c': `${HEADER}#if 0\nvoid g(void) { PyArray_ZEROS(1, s, 0, 0); }\n#endif\n` },
      null,
    ],
    [
      'a call behind such a condition',
      {
        'src/other.c': `${HEADER}#ifdef OLD\nint g(void) { return PyArray_Return(0); }\n#endif\n${OTHER}`,
      },
      'src/other.c PyArray_ZEROS, not src/ext.c',
    ],
    ['one that is included by another', { 'src/ext.c': `#include "other.c"\n${CORE}` }, null],
    ['nobody who fills any', { 'src/ext.c': CORE.replace('import_array(); ', '') }, null],
  ])('%s', async (_what, more, expected) => {
    const found = await emptyTable('pkg._ext', [], memorySources(files(more)));
    expect(found && `${found.file} ${found.called}, not ${found.filledIn}`).toBe(expected);
  });
});

it.each<[string, string, boolean]>([
  ['a build file', SETUP, true],
  ['none', '# meson.build\n', false],
])('the files of a table are listed by %s', async (_what, setup, listed) => {
  const sources = memorySources(files({ 'setup.py': setup }));
  const found = await emptyTable('pkg._ext', [], sources);
  expect(found).toMatchObject({ file: 'src/other.c', line: 1 });
  expect(found?.listed ?? false).toBe(listed);
  expect(await listedTable('pkg._ext', sources)).toEqual(listed ? found : null);
});

const TABLES =
  'static PyMethodDef methods[] = {{"f", f, METH_NOARGS, ""}, {"setup", (PyCFunction)setup, METH_NOARGS, ""}, {NULL}};\n';
const CALLS =
  'static PyObject *f(PyObject *s, PyObject *a) {\n  return PyArray_ZEROS(1, n, NPY_DOUBLE, 0);\n}\n';
const FILLS =
  'static PyObject *setup(PyObject *s, PyObject *a) { import_array(); Py_RETURN_NONE; }\n';
const INIT = 'PyMODINIT_FUNC PyInit__ext(void) { return PyModule_Create(&def); }\n';
const LATE = HEADER + CALLS + FILLS + TABLES + INIT;
const UFUNC = `${HEADER}PyMODINIT_FUNC PyInit__ext(void) {\n  import_array();\n  return PyUFunc_FromFuncAndData(0);\n}\n`;
const at = (line: number | null, file: string | null = '/build/src/ext.c') => ({
  function: 'f',
  file,
  line,
  library: null,
});

describe('emptyTable(), of a crash', () => {
  it.each<[string, string, readonly ReturnType<typeof at>[], string | null]>([
    ['only Python calls what fills it', LATE, [at(3)], 'late PyArray_ZEROS setup'],
    ['the crash is at another line', LATE, [at(4)], null],
    ['the crash has no lines', LATE, [at(null)], null],
    ['the crash is elsewhere', LATE, [at(3, '/build/src/other.c')], null],
    [
      'the init function calls it',
      LATE.replace('{ return PyM', '{ setup(0, 0); return PyM'),
      [at(3)],
      null,
    ],
    ['it is handed on', `${LATE}void *slot = setup;`, [at(3)], null],
    ['no Python calls it', LATE.replace('(PyCFunction)setup', 'g'), [at(3)], null],
    [
      'the init function fills it, too',
      LATE.replace('{ return PyM', '{ import_array(); return PyM'),
      [at(3)],
      null,
    ],
    ['a macro fills it', `#define INIT import_array()\n${LATE}`, [at(4)], null],
    ['ufuncs without import_umath()', UFUNC, [], 'ufunc PyUFunc_FromFuncAndData null'],
    [
      'ufuncs with it',
      UFUNC.replace('import_array();', 'import_array(); import_umath();'),
      [],
      null,
    ],
    [
      'ufuncs with NumPy 2’s function',
      UFUNC.replace('import_array();', 'PyUFunc_ImportUFuncAPI();'),
      [],
      null,
    ],
  ])('%s', async (_what, text, frames, expected) => {
    const sources = memorySources({
      'setup.py': SETUP.replace(', "src/other.c"', ''),
      'src/ext.c': text,
    });
    const found = await emptyTable('pkg._ext', frames, sources);
    expect(found && `${found.how} ${found.called} ${found.within}`).toBe(expected);
  });
});

describe('enclosingFunction()', () => {
  it.each([
    ['int f(void) { if (x) { HERE } }', 'f'],
    ['int f(void) { return 1; } HERE', null],
    ['extern "C" { namespace a { int g(int (*p)(int), int q) noexcept { HERE } } }', 'g'],
    ['struct S { int m() const { HERE } };', 'm'],
    ['void f(void) { char c = \'{\'; puts("}"); } int g(void) { HERE }', 'g'],
    ['#define M(x) { x\nint f(void) { HERE }', 'f'],
    ['static int a[] = { HERE };', null],
  ])('%s', (text, expected) => {
    expect(enclosingFunction(text, text.indexOf('HERE'))).toBe(expected);
  });
});
