import { modulesDefinedIn, stoppedSources } from '../../../src/measure/discover/stopped-sources.ts';

it.each<[string, string, readonly string[]]>([
  ['gcc', 'src/b.c:3:10: fatal error: nowhere.h: No such file or directory', ['src/b.c']],
  ['gcc, twice', 'src/b.c:3:10: error: x\nsrc/b.c:4:1: error: y', ['src/b.c']],
  ['clang on macOS', '/repo/src/b.cpp:3:10: error: no member', ['/repo/src/b.cpp']],
  ['MSVC', 'src\\b.cpp(12): error C2065: undeclared identifier', ['src\\b.cpp']],
  [
    'MSVC, fatal',
    "src\\b.c(3,10): fatal error C1083: Cannot open include file: 'x.h'",
    ['src\\b.c'],
  ],
  ['meson', '../src/b.c:3:10: fatal error: x.h: No such file', ['../src/b.c']],
  [
    'a header',
    'In file included from src/util.h:3,\n                 from src/b.c:1:\nsrc/deep.h:5:2: error: #error no',
    ['src/b.c'],
  ],
  ['a warning in a header', 'In file included from src/b.c:1:\nsrc/deep.h:5:2: warning: old', []],
  [
    'Cython',
    'Error compiling Cython file:\n-----\ndef f(): return y\n  ^\n-----\n\npkg/_b.pyx:1:16: undeclared name',
    ['pkg/_b.pyx'],
  ],
  ['a warning', 'src/b.c:3:10: warning: unused', []],
  ['a word', 'compiling src/errors.c: ok', []],
])('stoppedSources() reads %s', (_what, log, files) => {
  expect(stoppedSources(log)).toEqual(files);
});

it.each<[string, string, readonly string[]]>([
  ['b.c', 'PyMODINIT_FUNC PyInit__b(void) {', ['_b']],
  ['b.cpp', 'PYBIND11_MODULE(_b, m) {}\nNB_MODULE(_c, m) {}', ['_b', '_c']],
  ['b.c', '// PyInit__b(void)\n/* PyInit__c(void) */', []],
  ['pkg/_b.pyx', '', ['_b']],
  ['pkg.sub._b.pyx', '', ['_b']],
  ['helper.c', 'int f(void);', []],
  ['csrc/ops.cpp', 'PYBIND11_MODULE(TORCH_EXTENSION_NAME, m) {}', ['ops']],
])('modulesDefinedIn(%s)', (file, text, names) => {
  expect(modulesDefinedIn(file, text)).toEqual(names);
});
