import { createProver, type Prover } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

const MODULE = 'import sys, types\nsys.modules["numpy"] = types.ModuleType("numpy")\n';
const LAZY = `import sys, types
class Lazy(types.ModuleType):
    def __getattr__(self, name): raise AttributeError(name)
sys.modules["numpy"] = Lazy("numpy")
`;
const FINDER = `import sys, importlib.util
class Finder:
    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self) if name == "numpy" else None
    def create_module(self, spec): return None
    def exec_module(self, module): module.__version__ = "9.9"
sys.meta_path.insert(0, Finder())
import numpy
`;
const real = (version: string) =>
  `import os, sys\nsys.path.insert(0, os.path.dirname(__file__) + "/shims")\n${version}`;

interface Row {
  readonly what: string;
  readonly init: string;
  readonly more?: Readonly<Record<string, string>>;
  /** What it is, its version, the end of its file and the module loaded meanwhile; null: nothing. */
  readonly seen: readonly [string, string | null, string | null, string | null] | null;
}

const SHIM = 'p/shims/numpy.py';
const ROWS: readonly Row[] = [
  { what: 'nothing', init: '', seen: null },
  { what: 'a module', init: MODULE, seen: ['a module without a file', null, null, 'p.m0'] },
  {
    what: 'a module with a version',
    init: `${MODULE}sys.modules["numpy"].__version__ = "2.0.2"\n`,
    seen: ['a module without a file', '2.0.2', null, 'p.m0'],
  },
  {
    what: 'a module that is gone at the end',
    init: `${MODULE}from . import m0\ndel sys.modules["numpy"]\n`,
    seen: ['a module without a file', null, null, 'p.m0'],
  },
  {
    what: 'a module that comes after every file',
    init: 'from . import m0\n'.concat(MODULE),
    seen: ['a module without a file', null, null, null],
  },
  {
    what: 'None',
    init: 'import sys\nsys.modules["numpy"] = None\n',
    seen: ['`None`', null, null, 'p.m0'],
  },
  {
    what: 'an object',
    init: 'import sys\nclass Stub: pass\nsys.modules["numpy"] = Stub()\n',
    seen: ['an object of the class `Stub`', null, 'p/__init__.py', 'p.m0'],
  },
  {
    what: 'a class',
    init: 'import sys\nclass numpy: pass\nsys.modules["numpy"] = numpy\n',
    seen: ['the class `numpy`', null, 'p/__init__.py', 'p.m0'],
  },
  {
    what: 'what a finder makes',
    init: FINDER,
    seen: ['a module without a file', '9.9', 'p/__init__.py', 'p.m0'],
  },
  {
    what: 'a file beside, which says no version',
    init: real('import numpy'),
    more: { [SHIM]: 'x = 1\n' },
    seen: ['a module without a version', null, SHIM, null],
  },
  {
    what: 'one that answers for names, to the end',
    init: LAZY,
    seen: ['a module without a file', null, 'p/__init__.py', null],
  },
  {
    what: 'one that answers for names, and gives way',
    init: `${LAZY}from . import m0\ndel sys.modules["numpy"]\n`,
    seen: null,
  },
  {
    what: 'another copy: that is no stand-in, its version and file are compared',
    init: real('import numpy'),
    more: { [SHIM]: '__version__ = "1.0"\n' },
    seen: null,
  },
  {
    what: 'another copy that is read when it is asked',
    init: real(`import importlib.util
spec = importlib.util.find_spec("numpy")
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
sys.modules["numpy"] = module
spec.loader.exec_module(module)
`),
    more: { [SHIM]: 'x = 1\n' },
    seen: null,
  },
];

describe.each(['shared', 'module'] as const)('in NumPy’s place, isolation %s,', (isolation) => {
  it.each(ROWS)('$what', async ({ init, more, seen }) => {
    const proof = await prover.prove({ 'p/__init__.py': init, 'p/m0': '', ...more }, isolation);
    const found = proof.observations[0]?.standIn ?? null;
    expect(proof.observations[0]?.outcome.kind).toBe('imported');
    expect(
      found && [
        found.what,
        found.version,
        found.by?.replace(/^.*(?=p\/)/, '') ?? null,
        found.module,
      ],
    ).toEqual(seen);
  });
});

describe('the NumPy that is read back', () => {
  const COPY = 'p/shims/numpy.py';
  const OTHER = 'p/others/numpy.py';
  const copies = { [COPY]: '__version__ = "1.0"\n', [OTHER]: '__version__ = "2.0"\n' };
  const change = 'numpy.__version__ = "9.9"\nnumpy.__file__ = "/elsewhere/numpy.py"\n';
  const again =
    'del sys.modules["numpy"], numpy\nsys.path.insert(0, os.path.dirname(__file__) + "/others")\nimport numpy\n';

  it.each([
    ['is what it was, whatever a module writes there later', change, '1.0', COPY],
    ['is the one that took its place', again, '2.0', OTHER],
    [
      'is the one that took its place, also where it was changed before',
      change + again,
      '2.0',
      OTHER,
    ],
    [
      'is the one that took its place, whatever that says later',
      `${again}from . import m1\n${change}`,
      '2.0',
      OTHER,
    ],
  ])('%s', async (_, later, version, file) => {
    const init = `${real('import numpy')}\nfrom . import m0\n${later}`;
    const tree = { 'p/__init__.py': init, 'p/m0': '', 'p/m1': '', ...copies };
    const { observations } = await prover.prove(tree);
    for (const { numpy, outcome } of observations) {
      expect(outcome.kind).toBe('imported');
      expect(numpy).toEqual({ version, file: expect.stringContaining(file) });
    }
  });
});
