import type { Shape } from './shapes.ts';

/** What is pasted into trackers, shortened: name, text, kind, distribution, module. */
export const PASTED: readonly Shape[] = [
  [
    'the loader’s own line behind the name of a compiled module, without an exception',
    "/opt/e/lib/python3.12/site-packages/cc3d/cpp/_CompuCell.so: /usr/lib/x86_64-linux-gnu/libstdc++.so.6: version `CXXABI_1.3.15' not found (required by /opt/e/lib/python3.12/site-packages/cc3d/cpp/_CompuCell.so)",
    'ld-libc-version',
    'cc3d',
    'cc3d.cpp._CompuCell',
  ],
  [
    'NumPy’s advice above a runtime’s own exception, which says nothing',
    [
      'Importing the numpy C-extensions failed. ',
      "Original error was: No module named 'numpy.core._multiarray_umath'Traceback (most recent call last): | ",
      '[ERROR] Runtime.ImportModuleError: ',
      "Unable to import module 'lambda': Unable to import required dependencies: numpy: ",
    ].join('\n'),
    'numpy-broken.wrong-python',
    'numpy',
    'numpy.core._multiarray_umath',
  ],
  [
    'gcc 14, of import_array() in what SWIG 4.4 writes',
    [
      'a/plplotcPYTHON_wrap.c:23946:3: error: returning ‘void *’ from a function with return type ‘int’ makes integer from pointer without a cast [-Wint-conversion]',
      '23946 |   import_array();',
    ].join('\n'),
    'build-np-import-array',
    null,
    null,
  ],
  [
    'MSVC, of a field that NPY_NO_DEPRECATED_API hides',
    "build\\core\\functions.c(3983): error C2039: 'nd':  is not a member of 'tagPyArrayObject'.",
    'build-np-hidden-fields',
    null,
    null,
  ],
  [
    'gcc, of the same',
    'src/a.c:12:9: error: ‘PyArrayObject’ {aka ‘struct tagPyArrayObject’} has no member named ‘dimensions’',
    'build-np-hidden-fields',
    null,
    null,
  ],
  [
    'clang, of the same',
    "src/a.c:12:9: error: no member named 'data' in 'struct tagPyArrayObject'",
    'build-np-hidden-fields',
    null,
    null,
  ],
  [
    'pixi’s tree that ends with a release without a wheel',
    [
      "  × failed to solve the pypi requirements of 'default' 'linux-64'",
      '  ├─▶ failed to resolve pypi dependencies',
      '  ╰─▶ Because ctranslate2==4.3.1 has no wheels with a matching Python ABI tag and you require ctranslate2==4.3.1, we can conclude that your requirements are unsatisfiable.',
    ].join('\n'),
    'install-no-candidate',
    null,
    null,
  ],
  [
    'NumPy’s advice, told again by a runtime that cuts it',
    [
      'Importing the multiarray numpy extension module failed.  Most',
      'likely you are trying to import a failed build of numpy.',
      "Original error was: No module named 'numpy.core._multiarray_umath'",
      'lambda_runtime.py:371,Failed to initialize Lambda runtime due to exception:',
      'Importing the multiarray numpy extension module failed.  Most',
      'likely you are trying to import a failed build of numpy.',
    ].join('\n'),
    'numpy-broken.wrong-python',
    'numpy',
    'numpy.core._multiarray_umath',
  ],
  [
    'gdb’s frames, broken at its width',
    [
      'Thread 1 "python" received signal SIGSEGV, Segmentation fault.',
      '#0  0x00007fffe99d4728 in exception_save.isra.0 ()',
      '   from /v/lib/python3.13t/site-packages/fast/_common.cpython-313t-x86_64-linux-gnu.so',
    ].join('\n'),
    'crash',
    'fast',
    'fast._common',
  ],
  [
    'conda of 2014, of versions that contradict each other',
    'Error: Unsatisfiable package specifications\nHint: numpy 1.7* has a conflict with the remaining packages',
    'install-conflict',
    null,
    null,
  ],
  [
    'a package that refuses NumPy and names itself, without a frame of its own',
    [
      '    raise ImportError("Numba needs NumPy 1.22 or less")',
      'E   ImportError: Numba needs NumPy 1.22 or less',
    ].join('\n'),
    'np-declared-unsupported',
    'numba',
    null,
  ],
];

/** A failure, and words of the advice that only its cause has. */
export const ADVISED: readonly (readonly [string, string, RegExp])[] = [
  [
    'NumPy of another compiler’s C++ runtime',
    "Original error was: /usr/lib64/libstdc++.so.6: version `GLIBCXX_3.4.36' not found (required by /v/lib64/python3.15t/site-packages/numpy/_core/_multiarray_umath.cpython-315t-x86_64-linux-gnu.so)",
    /newer system image/,
  ],
  [
    'NumPy beside conda’s older C++ runtime',
    "Original error was: /opt/conda/lib/libstdc++.so.6: version `GLIBCXX_3.4.36' not found (required by /opt/conda/lib/python3.12/site-packages/numpy/_core/_multiarray_umath.cpython-312-x86_64-linux-gnu.so)",
    /conda install -c conda-forge libstdcxx-ng/,
  ],
  [
    'NumPy for glibc on musl, by a name of OpenBLAS’',
    'ImportError: Error relocating /usr/lib/python3.11/site-packages/numpy/core/../../numpy.libs/libopenblas.so: __register_atfork: symbol not found',
    /musllinux/,
  ],
  [
    'NumPy beside another BLAS on macOS',
    "Original error was: dlopen(/v/lib/python3.12/site-packages/numpy/core/_multiarray_umath.cpython-312-darwin.so, 0x0002): symbol not found in flat namespace '_cblas_caxpy64_'",
    /old copy of the library/,
  ],
  [
    'a setuptools that is older than Python 3.12',
    [
      'Traceback (most recent call last):',
      '  File "<string>", line 8, in <module>',
      '  File "/c/builds-v0/.tmpm0/lib/python3.12/site-packages/setuptools/__init__.py", line 10, in <module>',
      '    import distutils.core',
      "ModuleNotFoundError: No module named 'distutils'",
    ].join('\n'),
    /pin on setuptools/,
  ],
  [
    'what SWIG 4.4 writes',
    'a/b_wrap.c:9:3: error: returning ‘void *’ from a function with return type ‘int’ makes integer from pointer without a cast\n9 |   import_array();',
    /numpy>=2\.3\.5/,
  ],
];
