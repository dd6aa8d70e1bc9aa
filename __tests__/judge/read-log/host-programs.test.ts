import { expect, it } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const SIZE =
  'numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject';
const NO_MULTIARRAY = 'numpy.core.multiarray failed to import';
const HOOK = '    mod = _builtin_import(name, globals, locals, fromlist, level)';
const QGIS_FRAMES = `  File "C:\\OSGeo4W/apps/qgis/./python\\qgis\\utils.py", line 888, in _import
${HOOK}
  File "C:\\OSGeo4W\\apps\\Python39\\lib\\site-packages\\osgeo\\gdal_array.py", line 13, in 
    from . import _gdal_array
  File "C:\\OSGeo4W/apps/qgis/./python\\qgis\\utils.py", line 888, in _import
${HOOK}
`;
const FRAMES = [
  { filename: '/app/main.py', lineno: 3, name: '<module>', line: 'import lapx' },
  {
    filename: '/venv/lib/python3.12/site-packages/lapx/__init__.py',
    lineno: 5,
    name: '<module>',
    line: 'from ._lapjv import lapjv',
  },
];
const SENTRY = {
  level: 'error',
  exception: {
    values: [
      {
        type: 'ImportError',
        value: NO_MULTIARRAY,
        stacktrace: {
          frames: [
            {
              abs_path: '/venv/lib/python3.12/site-packages/lapx/__init__.py',
              lineno: 5,
              function: '<module>',
              context_line: 'from ._lapjv import lapjv',
            },
          ],
        },
      },
    ],
  },
};
const ECS = {
  error: {
    type: 'ValueError',
    message: SIZE,
    stack_trace:
      '  File "/venv/lib/python3.12/site-packages/lapx/__init__.py", line 5, in <module>\n    from ._lapjv import lapjv\n',
  },
};
const CORE = 'from numpy.core._multiarray_umath import (';
const CUT = (message: string) => `Traceback (most recent call last):
  File "/venv/lib/python3.11/site-packages/numpy/core/__init__.py", line 24, in <module>
    from . import multiarray
  File "/venv/lib/python3.11/site-packages/numpy/core/overrides.py", line 8, in <module>
    ${CORE}
ImportError: ${message}

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/app/run.py", line 1, in <module>
    import numpy
ImportError: 

IMPORTANT: PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS ISSUE!

Importing the numpy C-extensions failed. This error can happen for
`;
const FROZEN = (frame: string, original: string) => `Traceback (most recent call last):
${frame}
ImportError: 

IMPORTANT: PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS ISSUE!

Importing the numpy C-extensions failed.

Original error was: ${original}
`;

/** Text, and what it must be called: kind and culprit's module or distribution, each once. */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'QGIS imports for its plugins',
    `Traceback (most recent call last):\n${QGIS_FRAMES}ImportError: ${NO_MULTIARRAY}\n`,
    ['np-import-array-failed osgeo._gdal_array'],
  ],
  [
    'QGIS’ message log',
    `2026-04-16T10:12:44     CRITICAL    Traceback (most recent call last):\n${QGIS_FRAMES.replaceAll(/^ +/gm, '              ')}             AttributeError: _ARRAY_API not found\n             \n`,
    ['np1-on-np2 osgeo._gdal_array'],
  ],
  [
    'C code’s words before an exception',
    `AttributeError: _ARRAY_API not found\nAttributeError: _ARRAY_API not found\n\nPython version: 3.9.5\n\nTraceback (most recent call last):\n${QGIS_FRAMES}ImportError: ${NO_MULTIARRAY}\n`,
    ['np1-on-np2 osgeo._gdal_array'],
  ],
  [
    'PyCharm’s debugger imports for the program',
    `Traceback (most recent call last):\n  File "C:\\v\\lib\\site-packages\\lapx\\__init__.py", line 5, in <module>\n    from ._lapjv import lapjv\n  File "C:\\J\\pydev\\_pydev_bundle\\pydev_import_hook.py", line 21, in do_import\n    module = self._system_import(name, *args, **kwargs)\nImportError: ${NO_MULTIARRAY}\n`,
    ['np-import-array-failed lapx._lapjv'],
  ],
  [
    'so does a tracer’s loader',
    `Traceback (most recent call last):\n  File "/venv/lib/python3.11/site-packages/lapx/__init__.py", line 5, in <module>\n    from ._lapjv import lapjv\n  File "/venv/lib/python3.11/site-packages/ddtrace/internal/module.py", line 240, in _exec_module\n    self.loader.exec_module(module)\nValueError: ${SIZE}\n`,
    ['np1-on-np2 lapx._lapjv'],
  ],
  [
    'a user’s function that is named as loaders’ are',
    `Traceback (most recent call last):\n  File "/venv/lib/python3.11/site-packages/foo/__init__.py", line 5, in <module>\n    bar.loader.load_module(3)\n  File "/venv/lib/python3.11/site-packages/bar/loader.py", line 9, in load_module\n    return np.float_(3)\n  File "/venv/lib/python3.11/site-packages/numpy/__init__.py", line 400, in __getattr__\n    raise AttributeError(\nAttributeError: \`np.float_\` was removed in the NumPy 2.0 release. Use \`np.float64\` instead.\n`,
    ['np-removed-attr bar'],
  ],
  [
    'a line that calls such a function',
    `Traceback (most recent call last):\n  File "/venv/lib/python3.11/site-packages/foo/__init__.py", line 5, in <module>\n    start()\n  File "/venv/lib/python3.11/site-packages/bar/__init__.py", line 9, in start\n    m = create_module(np.float_)\n  File "/venv/lib/python3.11/site-packages/numpy/__init__.py", line 400, in __getattr__\n    raise AttributeError(\nAttributeError: \`np.float_\` was removed in the NumPy 2.0 release. Use \`np.float64\` instead.\n`,
    ['np-removed-attr bar'],
  ],
  [
    'names that pandas lists',
    'Traceback (most recent call last):\n  File "/venv/lib/python3.12/site-packages/pandas/__init__.py", line 31, in <module>\n    raise ImportError(\nImportError: Unable to import required dependencies:\nnumpy: Error importing numpy: you should not try to import numpy from\n        its source directory; please exit the numpy source tree, and relaunch\n        your python interpreter from there.\n',
    ['numpy-broken.wrong-python numpy'],
  ],
  [
    'Java’s JEP',
    `jep.JepException: <class 'ValueError'>: ${SIZE}\n\tat /opt/venv/lib/python3.11/site-packages/lapx/_lapjv.init lapx._lapjv(_lapjv.pyx:1)\n\tat /opt/venv/lib/python3.11/site-packages/lapx/__init__.<module>(__init__.py:5)\n\tat jep.Jep.exec(Native Method)\n`,
    ['np1-on-np2 lapx._lapjv'],
  ],
  [
    'names of Python’s library that JEP does not show',
    "jep.JepException: <class 'ImportError'>: /opt/venv/lib/python3.11/site-packages/lapx/_lapjv.cpython-311-x86_64-linux-gnu.so: undefined symbol: PyExc_ValueError\n\tat <string>.<module>(<string>:1)\n",
    ['py-undefined-symbol lapx._lapjv'],
  ],
  [
    '.NET',
    `Unhandled exception. Python.Runtime.PythonException: ${NO_MULTIARRAY}\n  File "C:\\Python310\\lib\\site-packages\\lapx\\__init__.py", line 5, in <module>\n    from ._lapjv import lapjv\n   at Python.Runtime.PythonException.ThrowLastAsClrException()\n`,
    ['np-import-array-failed lapx._lapjv'],
  ],
  [
    '.NET, whose older bridge tells the type',
    "System.AggregateException: One or more errors occurred. ---> Python.Runtime.PythonException: ModuleNotFoundError : No module named 'numpy'\n",
    ['numpy-missing –'],
  ],
  [
    'Maya’s script editor',
    `# Error: ValueError: file C:/maya/2025/site-packages/lapx/__init__.py line 5: ${SIZE} #\n`,
    ['np1-on-np2 lapx'],
  ],
  [
    'Rust’s unwrap',
    `thread 'main' panicked at src/lib.rs:14:33:\ncalled \`Result::unwrap()\` on an \`Err\` value: PyErr { type: <class 'ImportError'>, value: ImportError('${NO_MULTIARRAY}'), traceback: None }\n`,
    ['np-import-array-failed –'],
  ],
  [
    'structlog’s fields',
    JSON.stringify({
      event: 'failed',
      exception: [{ exc_type: 'ImportError', exc_value: NO_MULTIARRAY, frames: FRAMES }],
    }),
    ['np-import-array-failed lapx._lapjv'],
  ],
  [
    'loguru’s, without frames',
    JSON.stringify({
      text: 'boot failed\n',
      record: { exception: { type: 'ImportError', value: NO_MULTIARRAY, traceback: true } },
    }),
    ['np-import-array-failed –'],
  ],
  ['Sentry’s', JSON.stringify(SENTRY), ['np-import-array-failed lapx._lapjv']],
  ['Elastic’s', JSON.stringify(ECS), ['np1-on-np2 lapx._lapjv']],
  [
    'a field a line',
    [
      'Traceback (most recent call last):',
      '  File "/venv/lib/python3.12/site-packages/lapx/__init__.py", line 5, in <module>',
      '    from ._lapjv import lapjv',
      `ValueError: ${SIZE}`,
    ]
      .map((line) => `textPayload: ${JSON.stringify(line)}\ntimestamp: "2024-06-18T08:11:12Z"\n`)
      .join('severity: ERROR\n'),
    ['np1-on-np2 lapx._lapjv'],
  ],
  [
    'a forum’s quote with spaces for line breaks',
    `> Traceback (most recent call last):   File "C:\\app\\main.py", line 1, in <module>\n>     import lapx   File "C:\\venv\\lib\\site-packages\\lapx\\__init__.py", line 5, in <module>\n>     from ._lapjv import lapjv   File "lapx\\_lapjv.pyx", line 1, in init lapx._lapjv\n> ValueError: ${SIZE.replace('binary ', 'binary\n> ')}\n`,
    ['np1-on-np2 lapx._lapjv'],
  ],
  [
    'whom transformers names',
    `Cannot import node: Failed to import diffusers.loaders.single_file because of the following error (look up to see its traceback): ${SIZE}\n`,
    ['np1-on-np2 –'],
  ],
  [
    'a loader’s message that FreeCAD quotes',
    '10:11:12  During initialization the error "dlopen(/Applications/F.app/lib/python3.11/site-packages/lapx/_lapjv.cpython-311-darwin.so, 0x0002): Library not loaded: @rpath/libomp.dylib\n',
    ['ld-missing-library lapx._lapjv'],
  ],
  [
    'a cloud’s report of a NumPy for another Python',
    `Exception: {'errorMessage': "Unable to import module 'handler': Error importing numpy: you should not try to import numpy from\\n        its source directory; please exit", 'errorType': 'x'}\n`,
    ['numpy-broken.wrong-python numpy'],
  ],
  [
    'NumPy’s message, quoted by Python',
    "ImportError('\nIMPORTANT: PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS ISSUE!\nImporting the numpy C-extensions failed.\nOriginal error was: No module named \\'numpy.core._multiarray_umath\\'\n')\n",
    ['numpy-broken.wrong-python numpy.core._multiarray_umath'],
  ],
  [
    'a file of NumPy’s that another package’s import names',
    `Traceback (most recent call last):\n  File "C:\\Python310\\lib\\site-packages\\lapx\\__init__.py", line 5, in <module>\n    from ._lapjv import lapjv\nImportError: DLL load failed while importing _multiarray_umath: Não foi possível encontrar o módulo especificado.\n`,
    ['numpy-broken numpy'],
  ],
  [
    'a DLL of NumPy’s for another machine',
    'Traceback (most recent call last):\n  File "C:\\Python311\\Lib\\site-packages\\numpy\\__init__.py", line 148, in <module>\n    from . import _distributor_init\n  File "C:\\Python311\\Lib\\site-packages\\numpy\\_distributor_init.py", line 26, in <module>\n    WinDLL(os.path.abspath(filename))\n  File "C:\\Python311\\Lib\\ctypes\\__init__.py", line 376, in __init__\n    self._handle = _dlopen(self._name, mode)\nOSError: [WinError 193] %1 n’est pas une application Win32 valide\n',
    ['numpy-broken numpy'],
  ],
];

it.each(ROWS)('%s', async (_what, text, expected) => {
  const { findings } = await explainLog(bytesOf(text));
  expect(
    findings.map(({ kind, culprit }) => `${kind} ${culprit.module ?? culprit.distribution ?? '–'}`),
  ).toEqual(expected);
});

const NUITKA = '  File "C:\\app\\numpy\\core\\__init__.py", line 48, in <module numpy.core>';
const CX = '  File "/x/cx_Freeze/initscripts/__startup__.py", line 74, in run';
const PYI = '  File "PyInstaller\\loader\\pyimod02_importers.py", line 384, in exec_module';

/** Why NumPy itself cannot be imported, and what helps. */
it.each<[string, string, RegExp, RegExp]>([
  [
    'the exception before NumPy’s advice, which was cut',
    CUT('libopenblas.so.0: cannot open shared object file: No such file or directory'),
    /needs `libopenblas\.so\.0`/,
    /apt install libopenblas0/,
  ],
  [
    'a name that is none',
    CUT(
      'Error loading shared library _LR: No such file or directory (needed by /venv/lib/python3.11/site-packages/numpy/core/../../numpy.libs/libopenblas-r0.so)',
    ),
    /damaged/,
    /anew/,
  ],
  [
    'glibc’s loader on Alpine',
    CUT(
      'Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /venv/lib/python3.11/site-packages/numpy/core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so)',
    ),
    /built for glibc/,
    /musllinux/,
  ],
  [
    'a Python that shows its names to nobody',
    CUT(
      '/venv/lib/python3.11/site-packages/numpy/core/_multiarray_umath.so: undefined symbol: PyExc_UserWarning',
    ),
    /not visible/,
    /LD_PRELOAD/,
  ],
  [
    'a Python on macOS that shows its names to nobody',
    CUT(
      'dlopen(/venv/lib/python3.11/site-packages/numpy/core/_multiarray_umath.so, 2): Symbol not found: __Py_NoneStruct',
    ),
    /not visible/,
    /LD_PRELOAD/,
  ],
  [
    'a private name of another Python’s',
    CUT(
      '/venv/lib/python3.11/site-packages/numpy/core/_multiarray_umath.so: undefined symbol: _PyErr_SetString',
    ),
    /built for another Python/,
    /with this very Python/,
  ],
  [
    'PyInstaller, without a module',
    FROZEN(PYI, "No module named 'numpy._core._exceptions'"),
    /frozen program/,
    /PyInstaller that is newer/,
  ],
  [
    'PyInstaller, without a DLL',
    FROZEN(PYI, 'DLL load failed while importing _multiarray_umath: Module introuvable.'),
    /frozen program/,
    /newest PyInstaller[\s\S]*numpy\.libs/,
  ],
  [
    'cx_Freeze',
    FROZEN(CX, 'libopenblasp-r0.so: cannot open shared object file: No such file or directory'),
    /frozen program/,
    /newest cx_Freeze/,
  ],
  [
    'Nuitka',
    FROZEN(NUITKA, "LoadLibraryExW 'C:\\app\\numpy\\core\\_multiarray_umath.pyd' failed: x"),
    /frozen program/,
    /newest Nuitka[\s\S]*redistributable/,
  ],
  [
    'PyInstaller’s message box',
    "Failed to execute script 'gui' due to unhandled exception:\nIMPORTANT: PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS ISSUE!\n\nImporting the numpy C-extensions failed.\n",
    /frozen program/,
    /PyInstaller/,
  ],
])('NumPy itself: %s', async (_what, text, title, fix) => {
  const { findings } = await explainLog(bytesOf(text));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.title).toMatch(title);
  expect(findings[0]?.fix).toMatch(fix);
  expect(findings[0]?.shown[0]?.line).toBeGreaterThan(0);
});

it('names the program whose C++ library is too old', async () => {
  const text =
    'ImportError("/opt/julia/bin/../lib/julia/libstdc++.so.6: version `GLIBCXX_3.4.26\' not found (required by /usr/lib/python3/dist-packages/lapx/_lapjv.cpython-312-x86_64-linux-gnu.so)")\n';
  const [finding] = (await explainLog(bytesOf(text))).findings;
  expect(finding?.title).toMatch(/than Julia brings along/);
  expect(finding?.fix).toMatch(/LD_PRELOAD/);
});
