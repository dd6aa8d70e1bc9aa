import { describe, expect, it } from '@jest/globals';
import { buildErrorPlace } from '../../../src/judge/set-up/build-error-place.ts';

const gcc = [
  'gcc -c pkg/_c.c',
  "pkg/_c.c: In function 'size':",
  "pkg/_c.c:7:5: warning: unused variable 'x' [-Wunused-variable]",
  '<build environment>/lib/python3.9/site-packages/numpy/_core/include/numpy/__multiarray_api.h:729:10: error: too few arguments',
  "pkg/_c.c:9:44: error: 'y' undeclared (first use in this function)",
  "error: command '/usr/bin/gcc' failed with exit code 1",
];
const macro = [
  '<build environment>/lib/python3.9/site-packages/numpy/_core/include/numpy/__multiarray_api.h:729:10: error: too few arguments to function',
  '  729 |         (*(int (*)(PyObject *, PyArray_Descr *, void *, int)) \\',
  'faily/_c.c:7:44: note: in expansion of macro ‘PyArray_CastScalarDirect’',
];
const rust = [
  '   Compiling numpy v0.22.1',
  'error[E0425]: cannot find value `y` in this scope',
  '  --> src/lib.rs:5:3',
];
const cython = [
  'Error compiling Cython file:',
  '------------------------------------------------------------',
  'return y',
  '       ^',
  '------------------------------------------------------------',
  '',
  'pkg/_x.pyx:9:12: undeclared name not builtin: y',
];
const fortran = [
  'pkg/f.f90:3:10:',
  '',
  '    3 |   call nothing(',
  '      |          1',
  'Error: Syntax error in argument list at (1)',
];
const script = [
  'Traceback (most recent call last):',
  '  File "<build environment>/lib/python3.12/site-packages/pyproject_hooks/_in_process.py", line 389, in <module>',
  '  File "/repo/setup.py", line 12, in <module>',
  '    build()',
  '  File "/repo/tools/gen.py", line 4, in build',
  '    open("nothing")',
  '  File "/opt/python/lib/python3.12/pathlib.py", line 1013, in open',
  "FileNotFoundError: [Errno 2] No such file or directory: 'nothing'",
];

const executed = [
  '  File "<build environment>/lib/python3.12/site-packages/setuptools/build_meta.py", line 317, in run_setup',
  '    exec(code, locals())',
  '    ~~~~^^^^^^^^^^^^^^^^',
  '  File "<string>", line 1, in <module>',
  "ModuleNotFoundError: No module named 'numpy'",
];
const executedTwice = [
  ...executed.slice(0, 2),
  '  File "<string>", line 30, in <module>',
  '  File "<string>", line 8, in version',
  '  File "<string>", line 2, in <module>',
  "KeyError: 'version'",
];

describe('buildErrorPlace()', () => {
  it.each([
    ['gcc: the first error that is in the project', gcc, 'pkg/_c.c', 9],
    ['gcc: where a macro of NumPy is used', macro, 'faily/_c.c', 7],
    ['MSVC', ['pkg\\_c.cpp(31): error C2065: undeclared'], 'pkg\\_c.cpp', 31],
    ['MSVC with a column', ['C:\\w\\pkg\\_c.cpp(31,5): error C2065: x'], 'C:\\w\\pkg\\_c.cpp', 31],
    ['rustc', rust, 'src/lib.rs', 5],
    ['Cython', cython, 'pkg/_x.pyx', 9],
    ['gfortran', fortran, 'pkg/f.f90', 3],
    ['SWIG', ["pkg/x.i:8: Error: Syntax error. Extraneous '%}'"], 'pkg/x.i', 8],
    ['SWIG for MSVC', ['pkg\\x.i(8) : Error: Syntax error'], 'pkg\\x.i', 8],
    ['CMake', ['CMake Error at CMakeLists.txt:12 (find_package):'], 'CMakeLists.txt', 12],
    ['meson', ['../meson.build:3:0: ERROR: Unknown function "x".'], '../meson.build', 3],
    ['setup.py, which setuptools executes as a text', executed, 'setup.py', 1],
    [
      'a byte order mark',
      [...executed, 'tomllib.TOMLDecodeError: Invalid statement (at line 1, column 1)'],
      'pyproject.toml',
      1,
    ],
    ['a text that setup.py executes', executedTwice, 'setup.py', 8],
    ["the script's innermost frame", script, '/repo/tools/gen.py', 4],
  ])('%s', (_name, lines, file, line) => {
    expect(buildErrorPlace(lines)).toEqual({ file, line });
  });

  it.each([
    ['only a warning', ['pkg/_c.c:7:5: warning: error: in a comment']],
    ['only headers of others', ['/usr/include/stdio.h:3:1: error: x']],
    ['no place', ["error: command '/usr/bin/gcc' failed with exit code 1"]],
    ['a Cython warning', ['warning: pkg/_x.pyx:9:12: unreachable']],
  ])('%s: none', (_name, lines) => {
    expect(buildErrorPlace(lines)).toBeNull();
  });
});
