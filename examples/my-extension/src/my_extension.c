#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <numpy/arrayobject.h>

/* The rows and columns of a 2-D array, the length of a 1-D one, None otherwise. */
static PyObject *
get_array_dim(PyObject *self, PyObject *argument)
{
    PyArrayObject *array;
    (void)self;
    if (!PyArray_Check(argument)) {
        Py_RETURN_NONE;
    }
    array = (PyArrayObject *)argument;
    switch (PyArray_NDIM(array)) {
    case 1:
        return PyLong_FromSsize_t((Py_ssize_t)PyArray_DIM(array, 0));
    case 2:
        return Py_BuildValue("(nn)", (Py_ssize_t)PyArray_DIM(array, 0),
                             (Py_ssize_t)PyArray_DIM(array, 1));
    default:
        Py_RETURN_NONE;
    }
}

static PyMethodDef methods[] = {
    {"get_array_dim", get_array_dim, METH_O, "Rows and columns of an array, or None."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "my_extension", NULL, -1, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_my_extension(void)
{
    import_array();
    return PyModule_Create(&module);
}
