import { diagnoseBuildFailure } from '../../../src/judge/set-up/build-failure.ts';
import { missingProgram } from '../../../src/judge/set-up/missing-program.ts';
import { buildDiagnosis, tellSetUp } from '../../../src/judge/set-up/tell-set-up.ts';

const failed = (...lines: readonly string[]) =>
  tellSetUp({ setUp: 'build-failed', message: 'The wheel could not be built', lines });

test.each([
  [
    "FileNotFoundError: [Errno 2] No such file or directory: 'gsl-config'",
    /runs `gsl-config`.*libgsl-dev.*brew install gsl/,
  ],
  ['/bin/sh: 1: gsl-config: not found', /libgsl-dev/],
  ['/bin/sh: line 1: frobnicate: command not found', /`frobnicate`.*apt-file search/],
  ["../meson.build:3:0: ERROR: Program 'swig' not found or not executable", /`swig`.*install swig/],
  [
    '../meson.build:9:11: ERROR: Dependency "udunits2" not found, tried pkgconfig',
    /library `udunits2`.*libudunits2-dev/,
  ],
  ["Package 'libfoo', required by 'virtual:world', not found", /library `libfoo`.*-dev/],
  ["No package 'gsl' found", /libgsl-dev/],
  ['  Could NOT find HDF5 (missing: HDF5_LIBRARIES)', /libhdf5-dev/],
  ['  Could not find a package configuration file provided by "Eigen3" with', /libeigen3-dev/],
  [
    'src/a.c:3:10: fatal error: fftw3.h: No such file or directory',
    /header `fftw3\.h`.*libfftw3-dev/,
  ],
  ['/usr/bin/ld: cannot find -lcfitsio: No such file or directory', /libcfitsio-dev/],
  ["error: [Errno 2] No such file or directory: 'gcc'", /build-essential/],
  ['error: failed to run custom build command: is `cmake` not installed?', null],
  [
    'failed to execute command: No such file or directory (os error 2)\nis `cmake` installed?',
    /install cmake/,
  ],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'README.md'", null],
  ["FileNotFoundError: [Errno 2] No such file or directory: 'src/version.txt'", null],
  ['src/a.c:1:10: fatal error: numpy/arrayobject.h: No such file or directory', null],
  ['src/a.c:2:10: fatal error: Python.h: No such file or directory', /python3-dev.*pypy3-dev/],
  ["src/a.c:2:10: fatal error: 'Python.h' file not found", /own headers/],
  ["a.c(2): fatal error C1083: Cannot open include file: 'Python.h'", /own headers/],
  ['Could NOT find Python (missing: Python_INCLUDE_DIRS Development.Module)', /own headers/],
  ['../meson.build:2:0: ERROR: Python dependency not found', /own headers/],
  ['everything is fine', null],
])('what a build lacks: %s', (text, expected) => {
  if (expected === null) expect(missingProgram(text)).toBeNull();
  else expect(missingProgram(text)).toMatch(expected);
});

test('mypyc, which finds no NumPy to read the types of', () => {
  const line =
    'pkg/b.py:1: error: Cannot find implementation or library stub for module named "numpy"  [import-not-found]';
  expect(failed(line).reason).toMatch(
    /Fix: mypyc .* ask for `numpy>=2\.0` in `\[build-system\] requires`/,
  );
});

test.each([
  [
    '../meson.build:3:5: ERROR: Dependency "numpy" not found (tried pkg-config and config-tool)',
    /`numpy-config`.*`numpy>=2\.0` in `\[build-system\] requires`/,
  ],
  [
    '  Could NOT find Python (missing: Python_NumPy_INCLUDE_DIRS NumPy) (found version "3.12.1")',
    /finds no NumPy.*`numpy>=2\.0`/,
  ],
])('NumPy that a build tool does not find: %s', (line, fix) => {
  expect(failed(line).reason).toMatch(fix);
});

test('a byte order mark, which the build’s reader of TOML refuses', () => {
  const { reason } = failed(
    '  File "/opt/python/lib/python3.12/tomllib/_parser.py", line 137, in loads',
    'tomllib.TOMLDecodeError: Invalid statement (at line 1, column 1)',
  );
  expect(reason).toMatch(/byte order mark.*UTF-8 without one/);
});

test('a module that the build imports and nobody requires: the lines to add', () => {
  const { reason } = failed(
    '  File "setup.py", line 2, in <module>',
    "ModuleNotFoundError: No module named 'numpy'",
  );
  expect(reason).toMatch(
    /imports `numpy`.*\n {2}\[build-system\]\n {2}requires = \["setuptools", "numpy>=2\.0"\]/,
  );
  expect(failed("ModuleNotFoundError: No module named 'imp'").reason).toMatch(
    /standard library no longer/,
  );
});

test.each([
  [
    'from numpy.distutils.core import setup',
    "No module named 'numpy'",
    /meson-python.*requires = \["setuptools<60", "wheel", "numpy<2"\]/s,
  ],
  [
    'from numpy.distutils.core import setup',
    "No module named 'numpy.distutils'",
    /Python 3\.12 and later no longer have(?!.*does not name).*requires-python/s,
  ],
  [
    'File "<b>/numpy/distutils/x.py", line 3: import numpy.distutils.msvccompiler',
    "No module named 'distutils.msvccompiler'",
    /ask for `setuptools<60`/,
  ],
  ['import distutils', "No module named 'distutils'", /requires = \["setuptools"\]/],
])("NumPy's own build tool: %s, %s", (line, error, expected) => {
  expect(failed(`    ${line}`, `ModuleNotFoundError: ${error}`).reason).toMatch(expected);
});

test('one failure on several Pythons has one cause', () => {
  const on = (minor: string, line: number) =>
    failed(
      `gcc -I/opt/python3.${minor}/include/python3.${minor} -c a.c -o build/temp.linux-x86_64-cpython-3${minor}/a.o`,
      `a.c:${line}:5: error: 'x' undeclared (first use in this function)`,
      `error: command 'gcc' failed with exit code 1`,
    ).cause;
  expect(on('11', 3)).toBe(on('12', 3));
  expect(failed("error: [Errno 2] No such file or directory: 'gsl-config'").cause).not.toBe(
    on('11', 3),
  );
});

test('a failure that is no build: its message, and what to do', () => {
  const failure = {
    setUp: 'no-network',
    message: 'It could not be downloaded: dns error',
    lines: [],
  };
  expect(tellSetUp(failure).reason).toMatch(/dns error\.\nCheck the network/);
  const python = (minor: string) =>
    tellSetUp({ setUp: 'no-interpreter', message: `Python ${minor} is not here`, lines: [] }).cause;
  expect(python('3.14')).toBe(python('3.15'));
});

test('a stand-in for NumPy: what to do with it, which no other NumPy on the path asks for', () => {
  const failure = { setUp: 'wrong-numpy', message: 'NumPy 2.0.2 was planned', lines: [] };
  const { reason } = tellSetUp({ ...failure, because: { kind: 'stand-in' } });
  expect(reason).toMatch(/^NumPy 2\.0\.2 was planned\.\nTake it out, or let it step aside/);
  expect(tellSetUp(failure).reason).toBe('NumPy 2.0.2 was planned.');
});

test('an installer that was killed: its limit, not a requirement to loosen', () => {
  const message = 'Nothing was installed: uv was killed by SIGXFSZ';
  const because = { kind: 'killed' } as const;
  const { reason } = tellSetUp({ setUp: 'resolver-conflict', message, lines: [], because });
  expect(reason).toMatch(/^Nothing was installed.*\.\nLook for what ended it/);
  expect(reason).not.toMatch(/Loosen/);
});

test('a wheel that is none: to be built again, not a requirement to loosen', () => {
  const message = 'A wheel cannot be installed as it is: The wheel is invalid';
  const { kind, reason } = tellSetUp({ setUp: 'bad-wheel', message, lines: [] });
  expect([kind, reason]).toEqual(['bad-wheel', `${message}.\nBuild or download the wheel again.`]);
});

test('a release of which there are only sources: how to have its wheel', () => {
  const message =
    'ligo-segments has no wheel for Python 3.12.1 on this platform, and nothing is built from source at installation';
  const because = { kind: 'without-wheel', release: 'ligo-segments' } as const;
  const { reason } = tellSetUp({ setUp: 'resolver-conflict', message, lines: [], because });
  expect(reason).toMatch(/pip wheel --no-deps ligo-segments`.*`find-links`/);
  expect(reason).not.toMatch(/Loosen/);
});

test.each([
  // What follows from another error is not the place.
  [
    [
      "lib/python3.12/site-packages/numpy/__init__.pxd:12:13: Error in compile-time expression: ValueError: invalid literal for int() with base 10: 'Build aborted: the NumPy Cython headers require Cython 3.0.0 or newer.'",
      "pkg/fast.pyx:6:9: 'npy_intp' is not a type identifier",
    ],
    { kind: 'build-cython-too-old', hints: { requirement: 'cython', table: 'build' } },
  ],
  [
    ["pkg/fast.pyx:6:9: 'foo' is not a type identifier"],
    { kind: 'build-failed', hints: { source: { file: 'pkg/fast.pyx', line: 6 } } },
  ],
])('where a failed build is put right: %#', (lines, expected) => {
  const found = buildDiagnosis({ setUp: 'build-failed', message: 'no wheel', lines });
  expect(found).toMatchObject(expected);
  expect(found?.hints).toEqual(expected.hints);
});

test.each([
  [null, /no NumPy in the build environment.*\nFix: Add `numpy>=2\.0` to/, undefined],
  [
    '2.2.6',
    /NumPy 2\.2\.6 is in the build environment.*\nFix: Pass NumPy’s include directory/,
    { file: 'c.c', line: 5 },
  ],
])('headers that are not found, beside NumPy %s', (version, expected, source) => {
  const failure = {
    setUp: 'build-failed',
    message: 'no wheel',
    lines: ['c.c:5:10: fatal error: numpy/arrayobject.h: No such file or directory'],
    because: { kind: 'build-numpy', version } as const,
  };
  expect(tellSetUp(failure).reason).toMatch(expected);
  expect(buildDiagnosis(failure)?.hints.source).toEqual(source);
});

test.each([
  [
    "more.o:/src/more.c:9: multiple definition of `shr_ARRAY_API'; main.o:/src/main.c:9: first defined here",
    'More than one file holds `shr_ARRAY_API`',
  ],
  ['ld.lld: error: duplicate symbol: shr_ARRAY_API', 'More than one file holds `shr_ARRAY_API`'],
  ["duplicate symbol '_shr_ARRAY_API' in:", 'More than one file holds `shr_ARRAY_API`'],
  [
    'more.obj : error LNK2005: shr_ARRAY_API already defined in main.obj',
    'More than one file holds `shr_ARRAY_API`',
  ],
  [
    "/usr/bin/ld: more.o: in function `PyArray_API': multiple definition of `PyArray_API'",
    'More than one file holds `PyArray_API`',
  ],
  [
    "main.o: relocation R_X86_64_PC32 against undefined hidden symbol `shr_ARRAY_API' can not be used when making a shared object",
    'No file holds `shr_ARRAY_API`',
  ],
  ["src/main.c:9: undefined reference to `shr_UFUNC_API'", 'No file holds `shr_UFUNC_API`'],
  ['ld.lld: error: undefined hidden symbol: shr_ARRAY_API', 'No file holds `shr_ARRAY_API`'],
  ['  "_shr_ARRAY_API", referenced from:', 'No file holds `shr_ARRAY_API`'],
  [
    'main.obj : error LNK2001: unresolved external symbol shr_ARRAY_API',
    'No file holds `shr_ARRAY_API`',
  ],
  ["src/main.c:9: undefined reference to `my_array_api_init'", null],
  ["src/main.c:9: multiple definition of `buffer'", null],
])('the table of NumPy’s C-API that files share: %s', (line, title) => {
  const found = diagnoseBuildFailure(
    `${line}\ncollect2: error: ld returned 1 exit status`,
    'build',
  );
  expect(found.kind).toBe(title === null ? 'build-failed' : 'build-np-table');
  if (title === null) return;
  expect(found.title).toContain(title);
  expect(found.hints.symbol).toBe('PY_ARRAY_UNIQUE_SYMBOL');
});

test.each([
  'Because acme-core was not found in the package registry and acme-algo==1.0 depends on acme-core, we can conclude that your requirements are unsatisfiable',
  'Because acme-core was not found in the provided package locations and you require acme-core, it fails',
])('says of a package that no index has how a sibling is had: %s', (message) => {
  const { reason } = tellSetUp({ setUp: 'resolver-conflict', message, lines: [] });
  expect(reason).toMatch(
    /If `acme-core` is a package of this repository, build its wheel first.*`find-links`/,
  );
  expect(reason).not.toContain('Loosen');
});
