import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

/** The spec of `p.m0`'s file, inside `p/__init__.py`. */
const SPEC = `import importlib.util as u, importlib.machinery as mm, glob, os, sys, types
file = glob.glob(os.path.dirname(__file__) + "/m0.*so")[0]
spec = u.spec_from_file_location("p.m0", file)
`;
const LAZY = `${SPEC}spec.loader = u.LazyLoader(spec.loader)
sys.modules["p.m0"] = module = u.module_from_spec(spec)
spec.loader.exec_module(module)
`;
const NEVER_SEEN = 'raise ImportError("never seen")';

describe('a file in sys.modules whose code never ran', () => {
  it.each([
    [
      'an __import__ that imports nothing',
      `import builtins
real = builtins.__import__
builtins.__import__ = lambda name, *rest, **more: None if name == "p.m0" else real(name, *rest, **more)`,
    ],
    [
      'a stub of another file',
      'm = types.ModuleType("p.m0"); spec.origin = __file__; m.__spec__ = spec; sys.modules["p.m0"] = m',
    ],
    ['a stub without a specification', 'sys.modules["p.m0"] = types.ModuleType("p.m0")'],
  ])('is not proven: %s', async (_, code) => {
    const [seen] = verdicts(await prover.prove({ 'p/__init__.py': SPEC + code, 'p/m0': '' }));
    expect(seen).toMatch(/^p\.m0: not-run (?:not-loaded|shadowed)$/);
  });

  describe.each([
    ['raises', NEVER_SEEN, 'raised by m0'],
    ['is fine', '', 'imported'],
  ])('is loaded by itself: one that %s', (_what, own, outcome) => {
    it.each([
      [
        'a stub that carries its spec',
        'm = types.ModuleType("p.m0"); m.__spec__ = spec; sys.modules["p.m0"] = m',
      ],
      ['created, not executed', 'sys.modules["p.m0"] = u.module_from_spec(spec)'],
      [
        'a loader of its own that executes nothing',
        `class Loader(mm.ExtensionFileLoader):
    def exec_module(self, module): pass
spec = u.spec_from_file_location("p.m0", file, loader=Loader("p.m0", file))
sys.modules["p.m0"] = m = u.module_from_spec(spec)
spec.loader.exec_module(m)`,
      ],
      [
        'a finder of its own',
        `class Loader:
    def create_module(self, spec): return None
    def exec_module(self, module): pass
class Finder:
    def find_spec(self, name, path=None, target=None):
        return mm.ModuleSpec(name, Loader(), origin=file) if name == "p.m0" else None
sys.meta_path.insert(0, Finder())`,
      ],
      ['a loader made harmless', 'mm.ExtensionFileLoader.exec_module = lambda self, module: None'],
      [
        'a loader that makes empty modules',
        'mm.ExtensionFileLoader.create_module = lambda self, spec: None',
      ],
      [
        'the door behind all loaders, replaced by one that makes empty modules',
        'import _imp\n_imp.create_dynamic = lambda spec, file=None: types.ModuleType(spec.name)',
      ],
    ])('%s', async (_, code) => {
      const proof = await prover.prove({ 'p/__init__.py': SPEC + code, 'p/m0': own });
      expect(verdicts(proof)).toEqual([`p.m0: ${outcome}`]);
    });
  });

  it.each([
    ['', 'imported'],
    [NEVER_SEEN, 'raised by m0'],
    ['import os; os._exit(0)', 'exited 0 by m0'],
  ])('is executed when a lazy loader put it there: %j', async (code, outcome) => {
    const proof = await prover.prove({ 'p/__init__.py': LAZY, 'p/m0': code, 'p/m1': '' });
    expect(verdicts(proof)).toEqual([`p.m0: ${outcome}`, 'p.m1: imported']);
  });
});

describe('something in sys.modules that is no module', () => {
  it.each(['pass', 'def __getattribute__(self, name): raise RuntimeError(name)'])(
    'is left alone: %s',
    async (body) => {
      const proof = await prover.prove({
        'p/__init__.py': `import sys\nclass Odd:\n    ${body}\nsys.modules["p.m0"] = Odd()`,
        'p/m0': '',
      });
      expect(verdicts(proof)).toEqual(['p.m0: not-run shadowed']);
    },
  );
});

describe('what sitecustomize did before the hooks', () => {
  const early = (code: string) =>
    `import importlib.util as u, glob, os, sys\nfile = glob.glob(os.path.dirname(__file__) + "/p/m0.*so")[0]\nspec = u.spec_from_file_location("p.m0", file)\n${code}`;
  const lazily =
    'spec.loader = u.LazyLoader(spec.loader)\nsys.modules["p.m0"] = m = u.module_from_spec(spec)\nspec.loader.exec_module(m)';

  it.each([
    ['loaded it', early('import p.m0'), '', 'imported'],
    ['put a lazy loader there', early(lazily), NEVER_SEEN, 'raised by m0'],
    ['put a lazy loader there', early(lazily), '', 'imported'],
    ['left at once', 'import os; os._exit(0)', '', 'exited 0'],
    [
      'replaced the loader',
      'import importlib.machinery as mm\nclass L(mm.ExtensionFileLoader):\n    def exec_module(self, m): pass\nimport _frozen_importlib_external as e\ne.ExtensionFileLoader = mm.ExtensionFileLoader = L',
      NEVER_SEEN,
      'raised by m0',
    ],
  ])('is no proof by itself: it %s', async (_, sitecustomize, code, outcome) => {
    const proof = await prover.prove({
      'sitecustomize.py': sitecustomize,
      'p/__init__.py': '',
      'p/m0': code,
    });
    expect(verdicts(proof)).toEqual([`p.m0: ${outcome}`]);
  });
});

describe('a package that loads its files past importlib', () => {
  const load = (rest: string) =>
    `${SPEC}import _imp\nm = _imp.create_dynamic(spec)\nsys.modules["p.m0"] = m\nm.__spec__ = spec\n${rest}`;

  it.each([
    ['m = _imp.exec_dynamic(m)', '', 'imported'],
    ['try: _imp.exec_dynamic(m)\nexcept ImportError: pass', NEVER_SEEN, 'raised by m0'],
    ['_imp.exec_dynamic(m)', 'import os; os._exit(0)', 'exited 0 by m0'],
  ])('is seen all the same: %j', async (rest, code, outcome) => {
    const proof = await prover.prove({ 'p/__init__.py': load(rest), 'p/m0': code });
    expect(verdicts(proof)).toEqual([`p.m0: ${outcome}`]);
  });
});

describe('a failure that the package hides behind a fallback under the same name', () => {
  it('is the outcome, and names the file that failed first', async () => {
    const proof = await prover.prove({
      'p/__init__.py':
        'import sys\ntry:\n    from . import m0\nexcept ImportError:\n    import p.pure\n    sys.modules["p.m0"] = p.pure',
      'p/pure.py': '',
      'p/m0': 'import q.m1',
      'q/__init__.py': '',
      'q/m1': 'raise ImportError("the cause")',
    });
    expect(verdicts(proof)).toEqual(['p.m0: raised by m1', 'q.m1: raised by m1']);
    expect(proof.observations[0]?.exceptions[0]?.message).toBe('the cause');
  });
});

describe('exceptions made to mislead', () => {
  it.each([
    [
      'a message that is a subclass of str',
      'class S(str): pass\nclass E(ImportError):\n    def __str__(self): return S("hi")\nraise E()',
    ],
    [
      'attributes that raise',
      'class E(Exception):\n    __cause__ = __dict__ = __traceback__ = __class__ = property(lambda self: 1/0)\nraise E("hi")',
    ],
    ['a module name that is none', 'class E(Exception):\n    __module__ = None\nraise E("hi")'],
    [
      'a circle of causes',
      'a = ValueError("hi"); b = KeyError(); a.__cause__ = b; b.__cause__ = a\nraise a',
    ],
  ])('are recorded as text: %s', async (_, code) => {
    const proof = await prover.prove({ 'p/__init__.py': '', 'p/m0': code });
    expect(verdicts(proof)).toEqual(['p.m0: raised by m0']);
    expect(proof.observations[0]?.exceptions[0]?.message).toBe('hi');
  });
});

describe('a long chain of causes', () => {
  it('keeps both ends', async () => {
    const proof = await prover.prove({
      'p/__init__.py': '',
      'p/m0':
        'def f(n):\n    try:\n        if n: f(n - 1)\n        else: raise ImportError("root")\n    except ImportError as e: raise ImportError(f"level {n}") from e\nf(40)',
    });
    const messages = proof.observations[0]?.exceptions.map((exception) => exception.message) ?? [];
    expect([messages.at(0), messages.at(-1)]).toEqual(['level 40', 'root']);
  });
});

describe('exceptions that are summed up in a group', () => {
  it.each([
    [
      'one try after the other',
      'raise ExceptionGroup("all failed", [ImportError("root"), KeyError()])',
    ],
    [
      'a group in a group',
      'raise ExceptionGroup("all failed", [ExceptionGroup("some", [ImportError("root")])])',
    ],
  ])('are told to the first of them: %s', async (_, code) => {
    const proof = await prover.prove({ 'p/__init__.py': '', 'p/m0': code });
    const last = proof.observations[0]?.exceptions.at(-1);
    expect([last?.type, last?.message]).toEqual(['ImportError', 'root']);
  });
});

describe('a module that works, and changes what the probe stands on', () => {
  it.each([
    [
      'replaces builtins',
      'import builtins\nfor n in ["isinstance", "ord", "round", "repr"]: setattr(builtins, n, None)',
    ],
    [
      'replaces functions of os',
      'import os\nfor n in ["open", "write", "close", "getpid", "lstat", "readlink"]: setattr(os, n, None)\nos.path.realpath = None',
    ],
    ['reads the arguments', 'import sys\nif len(sys.argv) > 1: sys.exit(2)'],
    [
      'leaves few descriptors',
      'import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))',
    ],
    ['replaces itself', 'import sys; sys.modules[__name__] = object()'],
    ['turns warnings into errors', 'import warnings; warnings.simplefilter("error")'],
    ['closes the streams', 'import sys; sys.stdout.close(); sys.stderr = None'],
  ])('is proven: %s', async (_, code) => {
    const proof = await prover.prove({ 'p/__init__.py': '', 'p/m0': code });
    expect(verdicts(proof)).toEqual(['p.m0: imported']);
  });
});

describe('a module that puts something else in the place of the record file', () => {
  it.each(['mkdir', 'mkfifo'])('is no reason to stop the run: %s', async (make) => {
    const proof = await prover.prove({
      'p/__init__.py': '',
      'p/m0': `import os\nfile = os.path.join(os.getcwd(), "..", "records")\nos.remove(file)\nos.${make}(file)\nos._exit(0)`,
    });
    expect(proof.observations.map((seen) => seen.outcome.kind)).toEqual(['exited']);
  });
});

describe('smoke code', () => {
  it.each([
    ['import sys\nsys.exit(False)', 'imported call'],
    ['import enum, sys\nclass Code(enum.IntEnum): OK = 0\nsys.exit(Code.OK)', 'imported call'],
    [
      'import unittest\nclass T(unittest.TestCase):\n    def test(self): pass\nif __name__ == "__main__": unittest.main()',
      'imported call',
    ],
    [
      'import unittest\nclass T(unittest.TestCase):\n    def test(self): self.fail()\nunittest.main()',
      'exited call',
    ],
    ['import os\nprint("half")\nos._exit(0)', 'exited call'],
    ['import sys\nsys.exit("wrong")', 'exited call'],
    ['import atexit, os\natexit.register(lambda: os.kill(os.getpid(), 11))', 'signalled exit'],
    ['import builtins\nbuiltins.isinstance = builtins.type = None', 'imported call'],
    [
      'import multiprocessing as m\ndef f(x): return x * x\nif __name__ == "__main__":\n    with m.get_context("spawn").Pool(1) as p: assert p.map(f, [3]) == [9]',
      'imported call',
    ],
    ['', 'imported call'],
  ])('ends as Python says: %j', async (code, ending) => {
    const { observation } = await prover.smoke(code);
    expect(`${observation.outcome.kind} ${observation.phase}`).toBe(ending);
  });

  it('finds what lies beside its script, and its own lines', async () => {
    const code =
      'import inspect, os\ndef f(): return 1\nprint(__file__, len(inspect.getsource(f)))';
    const { output } = await prover.smoke(code, '/elsewhere/smoke.py', 'tests/smoke.py');
    expect(output).toBe('/elsewhere/smoke.py 18\n');
  });
});
