import { explainLog } from '../../../src/judge/explain-log/explain.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const PANIC = (inner: string) =>
  `Failed to access NumPy array API capsule: PyErr { type: <class 'ImportError'>, value: ${inner}, traceback: None }`;
const CARGO =
  '/root/.cargo/registry/src/index.crates.io-6f17/numpy-0.21.0/src/npyffi/array.rs:68:25';
const NO_MULTIARRAY = `ImportError('numpy.core.multiarray failed to import')`;
const NO_NUMPY = `ModuleNotFoundError("No module named 'numpy'")`;
const C_STACK = (...binaries: readonly string[]) => `Fatal Python error: Segmentation fault

Current thread 0x00007f5b8c7fe740 (most recent call first):
  File "/venv/lib/python3.14/site-packages/foo/conv.py", line 12 in to_tensor
  File "/app/run.py", line 4 in <module>

Current thread's C stack trace (most recent call first):
  Binary file "/venv/bin/python3.14", at _Py_DumpStack+0x2f [0x55d1c1]
  Binary file "/lib/x86_64-linux-gnu/libc.so.6", at +0x3c050 [0x7f5b8c5]
${binaries.map((one) => `  Binary file "${one}", at f+0x1f [0x7f5b4d]`).join('\n')}
  Binary file "/venv/bin/python3.14", at _PyEval_EvalFrameDefault+0x2f [0x55d1c1]
`;
const PACKAGES = '/venv/lib/python3.14/site-packages';
const TORCH = `${PACKAGES}/torch/lib/libtorch_python.so`;
const NUMPY = `${PACKAGES}/numpy/_core/_multiarray_umath.cpython-314-x86_64-linux-gnu.so`;
const R = `> sk <- reticulate::import("sklearn.svm")

 *** caught segfault ***
address 0x18, cause 'memory not mapped'

Traceback:
 1: py_module_import(module, convert = convert)

Possible actions:
1: abort (with core dump, if enabled)
Selection: 1
R is aborting now ...
Segmentation fault (core dumped)
`;
const FLAT_8 = `--------------------------------------------------------------------------- ValueError Traceback (most recent call last) Cell In[1], line 1 ----> 1 import pandas as pd 2 import numpy as np File ~/venv/lib/python3.11/site-packages/pandas/__init__.py:22 19 del _hard_dependencies 20 21 # numpy compat ---> 22 from pandas.compat import is_numpy_dev as _is_numpy_dev File ~/venv/lib/python3.11/site-packages/pandas/_libs/__init__.py:13 ---> 13 from pandas._libs.interval import Interval File ~/venv/lib/python3.11/site-packages/pandas/_libs/interval.pyx:1, in init pandas._libs.interval() ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject`;
const FLAT_7 = `ValueError Traceback (most recent call last) <ipython-input-1-7dd3504c366f> in <module> ----> 1 import pandas as pd ~/anaconda3/lib/python3.8/site-packages/pandas/__init__.py in <module> 20 21 # numpy compat ---> 22 from pandas.compat import ( ~/anaconda3/lib/python3.8/site-packages/pandas/_libs/__init__.py in <module> 11 12 ---> 13 from pandas._libs.interval import Interval pandas/_libs/interval.pyx in init pandas._libs.interval() ValueError: numpy.ndarray size changed, may indicate binary incompatibility. Expected 88 from C header, got 80 from PyObject`;
const NUITKA = (folder: string) => `Traceback (most recent call last):
  File "${folder}/app.py", line 1, in <module>
  File "${folder}/cv2/__init__.py", line 181, in <module cv2>
  File "${folder}/cv2/__init__.py", line 153, in bootstrap
  File "<frozen importlib._bootstrap>", line 1050, in _gcd_import
  File "${folder}/importlib/__init__.py", line 126, in import_module
ImportError: numpy.core.multiarray failed to import
`;
const RUST_RAISED = `thread '<unnamed>' panicked at ${CARGO}:
${PANIC(NO_MULTIARRAY)}
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace
Traceback (most recent call last):
  File "/venv/lib/python3.11/site-packages/rustworkx/__init__.py", line 9, in <module>
pyo3_runtime.PanicException: ${PANIC(NO_MULTIARRAY)}
`;

/** Text, and what it must be called: kind and culprit's module or distribution, each once. */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'rust-numpy’s panic alone',
    `thread '<unnamed>' panicked at ${CARGO}:\n${PANIC(NO_MULTIARRAY)}\nnote: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace\n`,
    ['np-import-array-failed –'],
  ],
  [
    'that of older Rust, on one line',
    `thread '<unnamed>' panicked at '${PANIC(NO_NUMPY)}', ${CARGO}\n`,
    ['numpy-missing –'],
  ],
  [
    'the panic, and the exception that Python made of it',
    RUST_RAISED,
    ['np-import-array-failed rustworkx'],
  ],
  [
    'another panic of Rust',
    "thread 'main' panicked at src/lib.rs:12:9:\ncalled `Option::unwrap()` on a `None` value\n",
    [],
  ],
  ['a crash in a library that foo calls', C_STACK(TORCH), ['crash torch']],
  ['a crash in NumPy that torch calls', C_STACK(NUMPY, TORCH), ['crash torch']],
  [
    'a crash in NumPy, of which only Python frames tell who called it',
    C_STACK(NUMPY),
    ['crash foo'],
  ],
  ['a crash in a library of the system', C_STACK('/usr/lib/libcuda.so.1'), ['crash foo']],
  ['R’s own words for a crash', R, ['crash –']],
  ['Jupyter’s traceback without its line breaks', FLAT_8, ['np1-on-np2 pandas._libs.interval']],
  ['the same of IPython 7', FLAT_7, ['np-api-too-new pandas._libs.interval']],
  [
    'a program made by Nuitka',
    NUITKA('/home/u/app.dist'),
    ['np-import-array-failed opencv-python'],
  ],
  [
    'the same in one file',
    NUITKA('/tmp/onefile_1234_133'),
    ['np-import-array-failed opencv-python'],
  ],
  [
    'Nuitka’s own words for a crash',
    'Nuitka: A segmentation fault has occurred. This is highly unusual and can\nhave multiple reasons.\nSegmentation fault (core dumped)\n',
    ['crash –'],
  ],
  [
    'a text that speaks of tracebacks',
    'See Traceback (most recent call last) in File ~/x.py:1, in f() and go on',
    [],
  ],
];

it.each(ROWS)('%s', async (_what, text, expected) => {
  const { findings } = await explainLog(bytesOf(text));
  expect(
    findings.map(({ kind, culprit }) => `${kind} ${culprit.module ?? culprit.distribution ?? '–'}`),
  ).toEqual(expected);
});
