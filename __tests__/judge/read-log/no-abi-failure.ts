/** Logs without a failure of a compiled module, or that only speak of one: name and text. */
export const NO_ABI_FAILURE: readonly (readonly [string, string])[] = [
  [
    'what ldd says of each module on Alpine',
    [
      '$ ldd /usr/lib/python3.11/site-packages/pywayland/_ffi.abi3.so',
      '        /lib/ld-musl-x86_64.so.1 (0x7f940bdd7000)',
      'Error relocating /usr/lib/python3.11/site-packages/pywayland/_ffi.abi3.so: PyObject_Free: symbol not found',
      'Error relocating /usr/lib/python3.11/site-packages/pywayland/_ffi.abi3.so: _Py_NoneStruct: symbol not found',
    ].join('\n'),
  ],
  [
    'a void function of one’s own',
    [
      'src/own.cpp:12:12: error: return-statement with a value, in function returning ‘void’ [-fpermissive]',
      '   12 |     return 3;',
    ].join('\n'),
  ],
  ['a buffer of another type', 'a.pyx:9:3: Invalid type.'],
  [
    'a name that Python’s library does not have',
    [
      'Traceback (most recent call last):',
      '  File "/v/lib/python3.14/site-packages/Cython/Compiler/Nodes.py", line 1, in <module>',
      "AttributeError: module 'ast' has no attribute 'Str'",
    ].join('\n'),
  ],
  [
    'a call that went on',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 3, in <module>',
      "KeyError: 'x'",
    ].join('\n'),
  ],
  [
    'skipped tests',
    [
      "SKIPPED [1] tests/test_abi.py:12: could not import 'numba': Numba needs NumPy 2.2 or less. Got NumPy 2.3.",
      'SKIPPED [3] tests/test_cap.py:3: module compiled against ABI version needs rebuild',
    ].join('\n'),
  ],
  [
    'attr user',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 3, in <module>',
      '    x.foo()',
      "AttributeError: 'NoneType' object has no attribute 'foo'",
    ].join('\n'),
  ],
  [
    'missing file',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 3, in <module>',
      '    open("x")',
      "FileNotFoundError: [Errno 2] No such file or directory: 'numpy.npy'",
    ].join('\n'),
  ],
  [
    'network',
    [
      'Traceback (most recent call last):',
      '  File "/usr/lib/python3.11/site-packages/requests/adapters.py", line 519, in send',
      '    raise ConnectionError(e)',
      "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='example.org', port=443): Max retries exceeded",
    ].join('\n'),
  ],
  [
    'resolver',
    [
      'ERROR: Could not find a version that satisfies the requirement foo==9 (from versions: 1.0)',
      'ERROR: No matching distribution found for foo==9',
    ].join('\n'),
  ],
  [
    'pip conflict',
    [
      "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed.",
      'numba 0.60.0 requires numpy<2.1,>=1.22, but you have numpy 2.2.0 which is incompatible.',
    ].join('\n'),
  ],
  [
    'gcc error',
    [
      "src/a.c:12:3: error: expected ';' before 'return'",
      "error: command 'gcc' failed with exit status 1",
    ].join('\n'),
  ],
  [
    'np deprecation',
    [
      '/app/x.py:3: DeprecationWarning: numpy.core is deprecated and has been renamed to numpy._core.',
      '  import numpy.core',
    ].join('\n'),
  ],
  [
    'np futurewarning',
    [
      '/app/x.py:9: FutureWarning: elementwise comparison failed; returning scalar instead',
      '  a == b',
    ].join('\n'),
  ],
  [
    'build ok',
    [
      'running build_ext',
      "building 'x' extension",
      'gcc -c src/x.c',
      'Successfully built x-1.0-cp311-cp311-linux_x86_64.whl',
    ].join('\n'),
  ],
  [
    'raises match',
    [
      '    with pytest.raises(ImportError, match="numpy.core.multiarray failed to import"):',
      '        import x',
    ].join('\n'),
  ],
  [
    'test source',
    [
      'tests/test_abi.py::test_message PASSED',
      '>       assert "numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject" in str(e)',
      '',
    ].join('\n'),
  ],
  [
    'docs rst',
    [
      '.. code-block:: text',
      '',
      '   "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject"',
      '',
      'This means the wheel is too old.',
    ].join('\n'),
  ],
  [
    'changelog',
    [
      '## 1.2.1',
      '',
      '- Fix `ImportError: numpy.core.multiarray failed to import` on NumPy 2 (#12)',
      '- Fix AttributeError: _ARRAY_API not found',
    ].join('\n'),
  ],
  [
    'commit log',
    [
      'commit 0a1b2c3',
      'Author: A <a@b.c>',
      '',
      '    Fix "A module that was compiled using NumPy 1.x cannot be run in NumPy 2.0.0 as it may crash"',
      '',
      '    Rebuild.',
    ].join('\n'),
  ],
  [
    'issue title list',
    [
      '#12 ImportError: numpy.core.multiarray failed to import  open',
      '#13 RuntimeError: module compiled against API version 0x10 but this version of numpy is 0xf  closed',
    ].join('\n'),
  ],
  [
    'grep source',
    [
      'numpy/_core/__init__.py:17:    A module that was compiled using NumPy 1.x cannot be run in',
      'numpy/core/src/x.c:33: "module compiled against ABI version 0x%x but this version of numpy is 0x%x"',
    ].join('\n'),
  ],
  [
    'diff of test',
    [
      '+        raise ImportError("numpy.core.multiarray failed to import")',
      '-    ImportError: numpy.core.multiarray failed to import',
    ].join('\n'),
  ],
  [
    'key error',
    [
      'Traceback (most recent call last):',
      '  File "/usr/lib/python3.11/site-packages/pandas/core/indexes/base.py", line 3805, in get_loc',
      '    return self._engine.get_loc(casted_key)',
      '  File "index.pyx", line 167, in pandas._libs.index.IndexEngine.get_loc',
      '  File "pandas/_libs/hashtable_class_helper.pxi", line 7081, in pandas._libs.hashtable.PyObjectHashTable.get_item',
      "KeyError: 'b'",
    ].join('\n'),
  ],
  [
    'linalg',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 3, in <module>',
      '    np.linalg.inv(a)',
      '  File "/usr/lib/python3.11/site-packages/numpy/linalg/linalg.py", line 561, in inv',
      '    ainv = _umath_linalg.inv(a, signature=signature)',
      'numpy.linalg.LinAlgError: Singular matrix',
    ].join('\n'),
  ],
  [
    'broadcast',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 3, in <module>',
      '    a+b',
      'ValueError: operands could not be broadcast together with shapes (2,) (3,)',
    ].join('\n'),
  ],
  [
    'memory',
    [
      'numpy.core._exceptions._ArrayMemoryError: Unable to allocate 7.45 GiB for an array with shape (1000000000,) and data type float64',
    ].join('\n'),
  ],
  [
    'cuda oom',
    ['torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB'].join('\n'),
  ],
  [
    'assert',
    [
      'E       assert 1 == 2',
      'E        +  where 1 = f()',
      'FAILED tests/test_x.py::test_x - assert 1 == 2',
    ].join('\n'),
  ],
  [
    'pytest ok',
    [
      '============================= test session starts ==============================',
      'collected 3 items',
      '',
      'tests/test_a.py ...                                                      [100%]',
      '',
      '============================== 3 passed in 0.10s ===============================',
    ].join('\n'),
  ],
  [
    'lint',
    [
      'ruff check .',
      'All checks passed!',
      'mypy: Success: no issues found in 12 source files',
    ].join('\n'),
  ],
  [
    'npm',
    ['npm ERR! code ELIFECYCLE', 'npm ERR! errno 1', 'npm ERR! x@1.0.0 test: `jest`'].join('\n'),
  ],
  [
    'rust error',
    [
      'error[E0433]: failed to resolve: use of undeclared crate or module `numpy`',
      ' --> src/lib.rs:1:5',
    ].join('\n'),
  ],
  [
    'cmake',
    [
      'CMake Error at CMakeLists.txt:12 (find_package):',
      '  Could not find a package configuration file provided by "Eigen3"',
    ].join('\n'),
  ],
  [
    'git',
    ["fatal: could not read Username for 'https://example.org': terminal prompts disabled"].join(
      '\n',
    ),
  ],
  [
    'docker',
    [
      'failed to solve: process "/bin/sh -c pip install numpy" did not complete successfully: exit code: 1',
    ].join('\n'),
  ],
  ['json server', ['{"level":"error","msg":"numpy job failed","code":500}'].join('\n')],
  [
    'keyboard',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 1, in <module>',
      '    import numpy',
      'KeyboardInterrupt',
    ].join('\n'),
  ],
  [
    'caught log',
    [
      'WARNING:root:optional module not available: ImportError while loading accel',
      'INFO:root:done',
      '',
    ].join('\n'),
  ],
  [
    'markdown table',
    [
      '| error | fix |',
      '| --- | --- |',
      '| `numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject` | rebuild |',
      '| `numpy.core.multiarray failed to import` | upgrade numpy |',
    ].join('\n'),
  ],
  [
    'faq',
    [
      'Q: What does "numpy.core.multiarray failed to import" mean?',
      'A: It means that NumPy is too old.',
    ].join('\n'),
  ],
  [
    'README quote',
    [
      '> If you see "module compiled against API version 0x10 but this version of numpy is 0xf", upgrade NumPy.',
    ].join('\n'),
  ],
  [
    'HTML doc',
    ['<h2>ImportError: numpy.core.multiarray failed to import</h2><p>This happens when…</p>'].join(
      '\n',
    ),
  ],
  ['user segv', ['Segmentation fault (core dumped)'].join('\n')],
  [
    'user segv c program',
    ['./a.out', 'Segmentation fault (core dumped)', 'make: *** [Makefile:3: run] Error 139'].join(
      '\n',
    ),
  ],
  [
    'user dump',
    [
      'Fatal Python error: Segmentation fault',
      '',
      'Current thread 0x00007f (most recent call first):',
      '  File "/app/m.py", line 5 in crash',
      '  File "/app/m.py", line 9 in <module>',
    ].join('\n'),
  ],
  [
    'timeout',
    [
      'Timeout (0:01:00)!',
      'Thread 0x00007f (most recent call first):',
      '  File "/app/m.py", line 5 in wait',
    ].join('\n'),
  ],
  ['os error', ['OSError: [Errno 28] No space left on device'].join('\n')],
  [
    'import of own',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 1, in <module>',
      '    from utils import helper',
      "ImportError: cannot import name 'helper' from 'utils' (/app/utils.py)",
    ].join('\n'),
  ],
  [
    'type err np',
    [
      'Traceback (most recent call last):',
      '  File "/app/m.py", line 1, in <module>',
      '    np.zeros("x")',
      "TypeError: 'str' object cannot be interpreted as an integer",
    ].join('\n'),
  ],
  [
    'ci string',
    [
      'echo "ValueError: numpy.dtype size changed, may indicate binary incompatibility" > known.txt',
    ].join('\n'),
  ],
  [
    'yaml ignore',
    [
      'filterwarnings:',
      '  - "ignore:numpy.ndarray size changed:RuntimeWarning"',
      '  - ignore:numpy.dtype size changed',
    ].join('\n'),
  ],
];
