/* One real extension file that can be copied under the names m0 … m9. When it is executed it runs
   the text beside it (its own path + ".code") in its namespace, so that a test can script what a
   compiled module does at import: raise, import others, die, hang, fork. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int scripted_exec(PyObject *module)
{
    PyObject *names = PyModule_GetDict(module);
    if (PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()) < 0) return -1;
    PyObject *done = PyRun_String(
        "with open(__spec__.origin + '.code') as _source:\n"
        "    _source = _source.read()\n"
        "exec(compile(_source, __spec__.origin + '.code', 'exec'), globals())\n",
        Py_file_input, names, names);
    if (!done) return -1;
    Py_DECREF(done);
    return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, scripted_exec}, {0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "scripted", NULL, 0, NULL, slots};

#define MODULE(name) PyMODINIT_FUNC PyInit_##name(void) { return PyModuleDef_Init(&definition); }
MODULE(m0) MODULE(m1) MODULE(m2) MODULE(m3) MODULE(m4)
MODULE(m5) MODULE(m6) MODULE(m7) MODULE(m8) MODULE(m9)
/* One module for several processors. */
MODULE(m0_avx2) MODULE(m0_polyfill)

/* Named with letters that are not ASCII: the module "\u00fc". */
PyMODINIT_FUNC PyInitU_tda(void) { return PyModuleDef_Init(&definition); }

/* In one phase, without a module definition that the import system could run again. */
static struct PyModuleDef single = {PyModuleDef_HEAD_INIT, "single", NULL, -1};
PyMODINIT_FUNC PyInit_single(void) { return PyModule_Create(&single); }

/* Creates something that is no module. */
static PyObject *other_create(PyObject *spec, PyModuleDef *def)
{
    PyObject *types = PyImport_ImportModule("types");
    PyObject *made = types ? PyObject_CallMethod(types, "SimpleNamespace", NULL) : NULL;
    (void)spec; (void)def;
    Py_XDECREF(types);
    return made;
}
static PyModuleDef_Slot other_slots[] = {{Py_mod_create, other_create}, {0, NULL}};
static struct PyModuleDef other = {PyModuleDef_HEAD_INIT, "other", NULL, 0, NULL, other_slots};
PyMODINIT_FUNC PyInit_other(void) { return PyModuleDef_Init(&other); }

/* NULL without an exception, and a module with an exception set. */
PyMODINIT_FUNC PyInit_nothing(void) { return NULL; }
PyMODINIT_FUNC PyInit_both(void)
{
    PyErr_SetString(PyExc_ImportError, "set, and a module all the same");
    return PyModule_Create(&single);
}
