/** Data of Python's C-API that every CPython since 3.0 exports: one that lacks them is not seen. */
export const EVERY_PYTHON =
  /^_*(?:PyExc_(?!(?:StandardError|ModuleNotFoundError|RecursionError|PythonFinalizationError|\w+Group)$)\w+|Py(?:Tuple|Float|Long|List|Dict|Bool|Bytes|Unicode|Type|Module|Slice|Complex|BaseObject|ByteArray|Set|FrozenSet|Capsule|CFunction|Method|Property|MemoryView)_Type|Py_(?:None|True|False|Ellipsis|NotImplemented)Struct)$/;

/** What helps where a program loaded Python's library for itself alone. */
export const forEmbedded =
  'Preload the library of that Python (`LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libpython3.X.so`), or let the program load it with `RTLD_GLOBAL` (of JEP, PythonQt, MATLAB and other programs that embed Python, see how their documentation does it); a Python that is linked statically needs `--enable-shared`. Building or installing modules again does not help.';
