import { expect, it } from '@jest/globals';
import { leftOutExtensions } from '../../../src/measure/discover/left-out-extensions.ts';

const GCC = "building 'pkg._a' extension\nbuilding 'pkg._b' extension\nb.c:1:2: error: no";
const A = 'pkg/_a.cpython-311-x86_64-linux-gnu.so';

it.each<[string, string, readonly string[], readonly string[]]>([
  [
    'an optional one',
    "building 'sample._fast' extension\nWARNING: building extension \"sample._fast\" failed: command '/usr/bin/gcc' failed with exit code 1",
    [],
    ['sample._fast'],
  ],
  [
    'one, told twice',
    'building extension "a" failed: x\nbuilding extension "a" failed: x',
    [],
    ['a'],
  ],
  ['one of two, by a build_ext that goes on in silence', GCC, [A, 'pkg/_b.py'], ['pkg._b']],
  [
    'an optional one in Rust',
    'build_rust: optional Rust extension pkg._fast failed\n`cargo rustc` failed with code 101',
    [A],
    ['pkg._fast'],
  ],
  [
    'one that is called as another, which was built',
    "building 'pkg.a._core' extension\nbuilding 'pkg.b._core' extension\nbuilding extension \"pkg.b._core\" failed: no",
    ['pkg/a/_core.so'],
    ['pkg.b._core'],
  ],
  [
    'one at the top that is called as another in a package',
    "building '_core' extension\nerror\nbuilding 'pkg._core' extension",
    ['pkg/_core.so'],
    ['_core'],
  ],
  [
    'those that Cython does not compile and leaves out',
    'Error compiling Cython file:\nFailed compilations: pkg._b, pkg._c',
    [A],
    ['pkg._b', 'pkg._c'],
  ],
  ['none: both were moved', GCC, ['_a.so', 'other/_b.so'], []],
  ['none', GCC, [A, 'pkg/_b.abi3.so'], []],
  // Moved by the project, or made a library for ctypes.
  ['none: it lies elsewhere', GCC, ['_b.so', A], []],
  ['none: it is a library', GCC, ['pkg/lib_b.so', A], []],
  ['none: it is named by its path', "building 'pkg/_a' extension\nerror", [A], []],
  // It was compiled, and is meant to stay behind.
  ['none: nothing failed', "building 'pkg._test' extension\ngcc -Werror -c errors.c", [A], []],
])('reads what a build left out: %s', (_what, log, members, names) => {
  expect(leftOutExtensions(log, members)).toEqual(names);
});

it.each<[string, string, readonly string[], readonly string[]]>([
  ['one whose compiler failed, and nobody looked', '', [A], ['_b']],
  ['none: it was compiled otherwise', '', [A, 'pkg/_b.so'], []],
  ['one by its whole name alone', GCC, [A], ['pkg._b']],
])('reads what a compiler stopped at: %s', (_what, log, members, names) => {
  expect(leftOutExtensions(log, members, ['_b'])).toEqual(names);
});
