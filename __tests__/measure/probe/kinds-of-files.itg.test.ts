import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

type Tree = Readonly<Record<string, string>>;

const ROWS: readonly (readonly [string, Tree, readonly string[]])[] = [
  ['a name that is not ASCII', { 'p/__init__.py': '', 'p/ü': '' }, ['p.ü: imported']],
  ['a module made in one phase', { 'p/__init__.py': '', 'p/single': '' }, ['p.single: imported']],
  ['a module that is none', { 'p/__init__.py': '', 'p/other': '' }, ['p.other: imported']],
  [
    'NULL without an exception',
    { 'p/__init__.py': '', 'p/nothing': '' },
    ['p.nothing: raised by nothing'],
  ],
  ['a module and an exception', { 'p/__init__.py': '', 'p/both': '' }, ['p.both: raised by both']],
  ['no export of its name', { 'p/__init__.py': '', 'p/x9': '' }, ['p.x9: raised by x9']],
  ['a compiled package', { 'm5/__init__': '', 'm5/m1': '' }, ['m5: imported', 'm5.m1: imported']],
  [
    'a compiled package that fails takes its modules with it',
    { 'm5/__init__': 'raise ImportError("no")', 'm5/m1': '' },
    ['m5: raised by __init__', 'm5.m1: raised by __init__'],
  ],
  ['a namespace package', { 'p/m0': '', 'p/q/m1': '' }, ['p.m0: imported', 'p.q.m1: imported']],
  [
    'a module at the top',
    { m0: '', m1: 'raise ImportError("no")' },
    ['m0: imported', 'm1: raised by m1'],
  ],
  [
    'a link beside its target, each with an init function of its own',
    {
      'p/__init__.py': 'from . import m1',
      'p/m0': '-> p/m1\nraise ImportError("own")',
      'p/m1': '',
    },
    ['p.m0: raised by m0', 'p.m1: imported'],
  ],
  [
    'the target of a link that was loaded first',
    {
      'p/__init__.py': 'from . import m0',
      'p/m0': '-> p/m1\n',
      'p/m1': 'raise ImportError("own")',
    },
    ['p.m0: imported', 'p.m1: raised by m1'],
  ],
  [
    'a Python file that comes second',
    { 'p/__init__.py': '', 'p/m0.py': 'raise ImportError("not taken")', 'p/m0': '' },
    ['p.m0: imported'],
  ],
  [
    'a package that comes first',
    { 'p/__init__.py': '', 'p/m0/__init__.py': '', 'p/m0': '' },
    ['p.m0: not-run shadowed'],
  ],
  [
    'a module whose package deletes it',
    { 'p/__init__.py': 'import p.m0, sys\ndel sys.modules["p.m0"], m0', 'p/m0': '' },
    ['p.m0: imported'],
  ],
  [
    'a package that replaces itself',
    {
      'p/__init__.py':
        'import sys, types\nm = types.ModuleType("p"); m.__path__ = __path__; m.__spec__ = __spec__\nsys.modules["p"] = m',
      'p/m0': '',
    },
    ['p.m0: imported'],
  ],
  [
    'a package with lazy attributes',
    {
      'p/__init__.py':
        'def __getattr__(name):\n    import importlib\n    return importlib.import_module("." + name, __name__)',
      'p/m0': '',
      'p/m1': 'raise ImportError("no")',
    },
    ['p.m0: imported', 'p.m1: raised by m1'],
  ],
  [
    'a package that finds its modules elsewhere',
    {
      'p/__init__.py':
        'import os\n__path__.append(os.path.join(os.path.dirname(__file__), "..", "p_impl"))',
      'p_impl/m3': '',
    },
    ['p_impl.m3: imported'],
  ],
  [
    'a redirecting finder',
    {
      'p/__init__.py':
        'import sys, importlib.machinery as mm, os\nclass F:\n    @staticmethod\n    def find_spec(name, path=None, target=None):\n        if name == "p.m0": return mm.PathFinder.find_spec(name, [os.path.dirname(__file__) + "/../q"])\nsys.meta_path.insert(0, F)',
      'p/m0': '',
      'q/m0': '',
    },
    ['p.m0: not-run shadowed', 'q.m0: imported'],
  ],
];

describe.each(['shared', 'module'] as const)('isolation %s', (isolation) => {
  it.each(ROWS)('%s', async (_, tree, expected) => {
    expect(verdicts(await prover.prove(tree, isolation))).toEqual(expected);
  });
});
