import {
  type ProjectTemplate,
  pyproject,
  type SetuptoolsOptions,
  setupPy,
} from './project-template.ts';

export interface CModuleOptions {
  /** The last part of the module's name. */
  readonly name: string;
  /** Uses NumPy's C-API; `uninitialised` leaves out `import_array()`. */
  readonly numpy?: 'none' | 'initialised' | 'uninitialised';
  /** Statements at the start of the init function. */
  readonly init?: string;
  /** Declarations before the functions: includes, macros, helpers. */
  readonly before?: string;
}

const SHAPE = `
static PyObject *get_array_dim(PyObject *self, PyObject *arg) {
    PyArrayObject *array = (PyArrayObject *)PyArray_FROM_O(arg);
    if (array == NULL) return NULL;
    PyObject *result;
    if (PyArray_NDIM(array) == 2) {
        result = Py_BuildValue("nn", (Py_ssize_t)PyArray_DIM(array, 0),
                               (Py_ssize_t)PyArray_DIM(array, 1));
    } else if (PyArray_NDIM(array) == 1) {
        result = PyLong_FromSsize_t((Py_ssize_t)PyArray_DIM(array, 0));
    } else {
        Py_INCREF(Py_None);
        result = Py_None;
    }
    Py_DECREF(array);
    return result;
}
static PyMethodDef methods[] = {
    {"get_array_dim", get_array_dim, METH_O, "Rows and columns, or length, or None."},
    {NULL, NULL, 0, NULL}
};
`;

/** Source of a single-phase extension module in C. */
export function cModule({ name, numpy = 'none', init = '', before = '' }: CModuleOptions): string {
  const uses = numpy !== 'none';
  const include =
    '#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION\n#include <numpy/arrayobject.h>';
  return `#define PY_SSIZE_T_CLEAN
#include <Python.h>
${before}
${uses ? include : ''}
${uses ? SHAPE : ''}
static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "${name}", NULL, -1, ${uses ? 'methods' : 'NULL'}, NULL, NULL, NULL, NULL
};
PyMODINIT_FUNC PyInit_${name}(void) {
    ${init}
    ${numpy === 'initialised' ? 'import_array();' : ''}
    return PyModule_Create(&module);
}
`;
}

export interface CExtensionOptions extends SetuptoolsOptions {
  readonly numpy?: CModuleOptions['numpy'];
  /** Defined before NumPy's headers: `#define NPY_TARGET_VERSION NPY_2_0_API_VERSION`. */
  readonly before?: string;
}

/** Package `sample` with `sample._core` in C, which calls NumPy's C-API. */
export function cExtension(options: CExtensionOptions = {}): ProjectTemplate {
  const { numpy = 'initialised', before = '' } = options;
  return {
    'pyproject.toml': pyproject(options),
    'setup.py': setupPy({ 'sample._core': 'src/core.c' }),
    'src/core.c': cModule({ name: '_core', numpy, before }),
    'sample/__init__.py': 'from ._core import get_array_dim\n',
  };
}
