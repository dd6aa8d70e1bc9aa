import { dividedTable } from '../../../src/judge/locate/missing-import-array.ts';
import { memorySources } from './memory-sources.ts';

const HEADER = '#include <numpy/arrayobject.h>\n';
const CORE = `${HEADER}PyMODINIT_FUNC PyInit__ext(void) { import_array(); return PyModule_Create(&module); }\n`;
const OTHER = `${HEADER}PyObject *g(void) { return PyArray_ZEROS(1, shape, NPY_DOUBLE, 0); }\n`;
const SHARE = '#define PY_ARRAY_UNIQUE_SYMBOL ext_ARRAY_API\n';
const SETUP = 'setup(ext_modules=[Extension("pkg._ext", ["src/ext.c", "src/other.c"])])\n';
const files = (more: Readonly<Record<string, string>>) => ({
  'setup.py': SETUP,
  'src/ext.c': CORE,
  'src/other.c': OTHER,
  ...more,
});

describe('dividedTable()', () => {
  it.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['a second file with a table of its own', {}, 'src/other.c PyArray_ZEROS, not src/ext.c'],
    [
      'one that fills its own',
      { 'src/other.c': `${OTHER}void h(void) { import_array1(); }` },
      null,
    ],
    ['one that shares it', { 'src/other.c': `${SHARE}#define NO_IMPORT_ARRAY\n${OTHER}` }, null],
    ['a header that shares it', { 'src/common.h': SHARE }, null],
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
    ['nobody who fills any', { 'src/ext.c': CORE.replace('import_array(); ', '') }, null],
  ])('%s', async (_what, more, expected) => {
    const found = await dividedTable('pkg._ext', memorySources(files(more)));
    expect(found && `${found.file} ${found.called}, not ${found.filledIn}`).toBe(expected);
  });
});
