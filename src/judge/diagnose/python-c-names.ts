/**
 * Names of Python's C-API that every CPython since 3.0 exports: one that lacks them is not seen. Most
 * private ones come and go.
 */
export const EVERY_PYTHON =
  /^(?:PyExc_(?!(?:StandardError|ModuleNotFoundError|RecursionError|PythonFinalizationError|EncodingWarning|ImportCycleError|Interpreter\w*Error|\w+Group)$)\w+|Py(?:Tuple|Float|Long|List|Dict|Bool|Bytes|Unicode|Type|Module|Slice|Complex|BaseObject|ByteArray|Set|FrozenSet|Capsule|CFunction|Method|Property|MemoryView)_Type|PyObject_(?:SelfIter|Call|GetAttr|SetAttr|GenericGetAttr|Malloc|Free|Str|Repr)|PyErr_(?:Occurred|SetString|Format|Clear|Print|Fetch|NoMemory)|Py(?:Tuple|List|Dict|Set)_New|PyArg_Parse(?:Tuple(?:AndKeywords)?)?|_PyArg_Parse(?:Tuple(?:AndKeywords)?)?_SizeT|PyImport_ImportModule|PyLong_(?:FromLong|AsLong)|PyFloat_(?:FromDouble|AsDouble)|PyUnicode_FromString|PyBytes_FromString\w*|PyCapsule_(?:New|GetPointer)|PyType_Ready|PyGILState_(?:Ensure|Release)|PyEval_(?:SaveThread|RestoreThread)|Py_BuildValue|_Py_(?:None|True|False|Ellipsis|NotImplemented)Struct)$/;

/** What helps where a program loaded Python's library for itself alone. */
export const forEmbedded =
  'Preload the library of that Python (`LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libpython3.X.so`), or let the program load it with `RTLD_GLOBAL` (of JEP, PythonQt, MATLAB and other programs that embed Python, see how their documentation does it); a Python that is linked statically needs `--enable-shared`. Building or installing modules again does not help.';
