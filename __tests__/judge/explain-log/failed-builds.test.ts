import { expect, test } from '@jest/globals';
import { FailedBuilds } from '../../../src/judge/explain-log/failed-builds.ts';
import { toLogLine } from '../../../src/judge/read-log/log-line.ts';

function read(...lines: readonly string[]) {
  const builds = new FailedBuilds();
  for (const [index, text] of lines.entries()) builds.read(toLogLine({ number: index + 1, text }));
  return builds.failure?.diagnosis.fix;
}

test.each([
  ['bash: gfortran: command not found', /gfortran/],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'cmake'", /cmake/],
  ["[WinError 2] Das System kann die angegebene Datei nicht finden: 'cmake'", /cmake/],
  ["ERROR: Unknown compiler(s): [['cc'], ['gcc'], ['clang']]", /cc/],
  ['Could NOT find BLAS (missing: BLAS_LIBRARIES)', /BLAS/i],
  ['The system library `openblas` required by crate `openblas-src` was not found.', /openblas/],
  ["No package 'hdf5' found", /hdf5/],
  ['Dependency "openblas" not found, tried pkgconfig and cmake', /openblas/],
])('where a build failed, what it lacks: %j', (lacks, fix) => {
  expect(read(lacks, 'ERROR: Failed building wheel for pkg')).toMatch(fix);
  // Any log may say so: without a failed build it is nothing.
  expect(read(lacks)).toBeUndefined();
});

test.each([
  ['meson', ['../meson.build:12:11: ERROR: Dependency "numpy" not found, tried pkgconfig']],
  [
    'CMake',
    [
      '  Could NOT find Python (missing: Python_NumPy_INCLUDE_DIRS NumPy) (found',
      '-- Configuring incomplete, errors occurred!',
    ],
  ],
])('what %s lacks, without an installer around it', (_, lines) => {
  expect(read(...lines)).toContain('ask for `numpy>=2.0` in `[build-system] requires`');
});

test('what CMake stopped for, not what it does without', () => {
  const lines = [
    '-- Could NOT find OpenMP (missing: OpenMP_C_FOUND)',
    '  Could NOT find BLAS (missing: BLAS_LIBRARIES)',
    '-- Configuring incomplete, errors occurred!',
  ];
  expect(read(...lines)).toMatch(/BLAS/i);
});
