import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

/** Imports the Python module beside it, which needs something of it in turn. */
const MODULE = 'from p.side import Error\nthing = 1';
const SIDE = 'class Error(Exception): pass\nfrom p.m0 import thing';
const MESSAGE =
  "cannot import name 'x' from partially initialized module 'p.m0' (most likely due to a circular import)";

interface Row {
  readonly what: string;
  readonly module?: string;
  readonly side?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly expected: string;
}

const ROWS: readonly Row[] = [
  { what: 'proven through the sibling that imports it', expected: 'imported' },
  {
    what: 'proven through a sibling further out in the traceback',
    module: 'import p.outer\nthing = 1',
    side: 'import p.outer\nfrom p.m0 import thing',
    more: { 'p/outer.py': 'from p import side' },
    expected: 'imported',
  },
  {
    what: 'proven through a sibling in a package of the package',
    module: 'from p.sub.deep import Error\nthing = 1',
    side: '',
    more: { 'p/sub/__init__.py': '', 'p/sub/deep.py': SIDE },
    expected: 'imported',
  },
  {
    what: 'proven also where it does not tell that it is half made, as mypyc',
    side: 'class Error(Exception): pass\nimport sys\nm = sys.modules.get("p.m0") or __import__("p.m0").m0\nif not hasattr(m, "thing"): raise ImportError("cannot import name \'thing\' from \'p.m0\' (/x/m0.so)")',
    expected: 'imported',
  },
  {
    what: 'no less broken for it',
    module: `${MODULE}\nraise ImportError("broken")`,
    expected: 'raised by m0',
  },
  {
    what: 'not proven by a stub that the sibling puts in its place',
    side: 'import sys\nif "p.m0" not in sys.modules:\n    class thing: pass\n    sys.modules["p.m0"] = thing\nclass Error(Exception): pass\nfrom p.m0 import thing',
    expected: 'raised by m0',
  },
  {
    what: 'not proven by a load that failed first',
    module: `import sys\nif not hasattr(sys, "again"):\n    sys.again = 1\n    ${MODULE.replace('\n', '\n    ')}\n    raise ImportError("first")\nthing = 1`,
    side: 'class Error(Exception): pass\ntry:\n    import p.m0\nexcept ImportError as e:\n    if str(e) != "first": raise\nfrom p.m0 import thing',
    expected: 'raised by m0',
  },
  {
    what: 'not proven when it crashes at exit',
    module: `import atexit, os\natexit.register(os.kill, os.getpid(), 11)\n${MODULE}`,
    expected: 'raised by m0',
  },
  {
    what: 'not believed when it only says so',
    module: `raise ImportError(${JSON.stringify(MESSAGE)})`,
    expected: 'raised by m0',
  },
  {
    what: 'the fault of another package whose module must come first',
    module: 'import q.side\nthing = 1',
    more: { 'q/__init__.py': '', 'q/side.py': 'from p.m0 import thing' },
    expected: 'raised by m0',
  },
];

describe.each(['shared', 'module'] as const)(
  'a compiled module in a circle of its own package, isolation %s, is',
  (isolation) => {
    it.each(ROWS)('$what', async ({ module = MODULE, side = SIDE, more = {}, expected }) => {
      const proof = await prover.prove(
        { 'p/__init__.py': '', 'p/side.py': side, 'p/m0': module, 'p/m1': '', ...more },
        isolation,
      );
      expect(verdicts(proof)).toEqual([`p.m0: ${expected}`, 'p.m1: imported']);
    });
  },
);
