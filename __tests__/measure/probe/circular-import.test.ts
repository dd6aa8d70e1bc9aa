import { siblingsInCircle } from '../../../src/measure/probe/circular-import.ts';
import type { CompiledModule } from '../../../src/model/compiled-module.ts';
import type { ExceptionRecord, Frame } from '../../../src/model/observation.ts';

const SITE = '/environment/lib/python3.12/site-packages';

const module: CompiledModule = {
  name: 'pkg.linalg._fast',
  distribution: 'pkg',
  version: '1.0',
  file: 'pkg/linalg/_fast.so',
  path: `${SITE}/pkg/linalg/_fast.so`,
  wheel: null,
  role: 'subject',
  facts: {
    format: 'elf',
    machines: [],
    initNames: ['_fast'],
    python2Init: false,
    capi: { era: 'none', target: null, also: [] },
    generators: [],
    importsArrayApi: false,
    needed: [],
  },
  proof: 'by-name',
};

const frame = (file: string, name = '<module>'): Frame => ({ file, line: 1, function: name });
const raised = (message: string, frames: readonly Frame[]): readonly ExceptionRecord[] => [
  { type: 'ImportError', message, link: 'first', frames, name: null, path: null },
];

const OWN = frame('pkg/linalg/_fast.pyx', 'init pkg.linalg._fast');
const SIDE = frame(`${SITE}/pkg/linalg/_side.py`);
const from = (name: string) =>
  `cannot import name 'x' from partially initialized module '${name}' (most likely due to a circular import)`;

describe('siblingsInCircle()', () => {
  it.each([
    [from('pkg.linalg._fast'), [OWN, SIDE], ['pkg.linalg._side']],
    [from('pkg.linalg._side'), [OWN, SIDE], ['pkg.linalg._side']],
    [
      "partially initialized module 'pkg' has no attribute 'x' (most likely due to a circular import)",
      [OWN, SIDE],
      ['pkg.linalg._side'],
    ],
    [
      "cannot access submodule 'x' of module 'pkg.linalg' (most likely due to a circular import)",
      [OWN, SIDE],
      ['pkg.linalg._side'],
    ],
    [
      'PyO3 modules may only be initialized once per interpreter process',
      [SIDE],
      ['pkg.linalg._side'],
    ],
    // What qiskit-terra 0.24.0 panics with, whose `qiskit._qasm2` imports `qiskit.qasm2`.
    [
      'Can not import module pkg._side: ImportError: PyO3 modules may only be initialized once per interpreter process\nTraceback (most recent call last):\n  File "/v/site-packages/pkg/_side/__init__.py", line 397, in <module>\n    from pkg import _fast\n',
      [],
      ['pkg._side'],
    ],
    // Another spelling of the folder: links resolved.
    [from('pkg.linalg._fast'), [frame('/private/v/pkg/linalg/_side.py')], ['pkg.linalg._side']],
    [from('pkg.linalg._fast'), [frame(String.raw`C:\v\Lib\site-packages\pkg\_a.py`)], ['pkg._a']],
    // As mypyc shows its files; the innermost comes first.
    [
      from('pkg.linalg._a'),
      [frame('pkg/linalg/_a.py'), frame('pkg/types.py')],
      ['pkg.types', 'pkg.linalg._a'],
    ],
    // Its own packages come first anyhow.
    [from('pkg.linalg._fast'), [frame(`${SITE}/pkg/linalg/__init__.py`)], []],
    [from('pkg.linalg._fast'), [frame(`${SITE}/pkg/other/__init__.py`)], ['pkg.other']],
    ['cannot import name x', [OWN, frame('pkg/_b.pyx', 'init pkg._b')], ['pkg._b']],
    ['cannot import name x', [OWN, SIDE], []],
    ["cannot import name 'x' from 'pkg.linalg._side' (/v/_side.py)", [OWN, SIDE], []],
    // A compiled module does not tell that it is half made; that its import had begun does.
    [
      "cannot import name 'X' from 'pkg.linalg._fast' (/v/_fast.cpython-311-x86_64-linux-gnu.so)",
      [frame('pkg/linalg/_fast.py'), frame('pkg/types.py')],
      ['pkg.types'],
    ],
    [
      "cannot import name 'X' from 'pkgc.expand' (/v/expand.pyd)",
      [frame('pkg/linalg/_fast.py'), frame('pkgc/expand.py'), frame('pkg/types.py')],
      ['pkg.types', 'pkgc.expand'],
    ],
    ["module 'pkg.linalg._fast' has no attribute 'X'", [OWN, SIDE], ['pkg.linalg._side']],
    ["cannot import name 'X' from 'pkg.linalg._other' (/v/_other.so)", [OWN, SIDE], []],
    ["module 'numpy' has no attribute 'float'", [OWN, SIDE], []],
    [from('other'), [OWN, SIDE], []],
    [from('pkg.linalg._fast'), [OWN, frame(`${SITE}/other/_side.py`)], []],
  ])('%s', (message, frames, expected) => {
    expect(siblingsInCircle(module, ['pkg', 'pkgc'], raised(message, frames))).toEqual(expected);
  });
});
