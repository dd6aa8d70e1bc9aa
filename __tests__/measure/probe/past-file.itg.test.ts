import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

/** Puts modules in place under the specification of their files, without loading those: so mypyc's groups do. */
const past = (...names: readonly string[]): string => `
import sys, types, importlib.util
for name in ${JSON.stringify(names)}:
    module = types.ModuleType(name)
    module.__spec__ = importlib.util.find_spec(name)
    sys.modules[name] = module
`;

const BROKEN = 'raise ImportError("broken")';

interface Row {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    what: 'is proven when its file loads as well',
    files: { 'p/__init__.py': past('p.m0', 'p.m1'), 'p/m0': '', 'p/m1': '' },
    expected: ['p.m0: imported', 'p.m1: imported'],
  },
  {
    what: 'is not proven when its file does not load',
    files: { 'p/__init__.py': past('p.m0'), 'p/m0': BROKEN, 'p/m1': '' },
    expected: ['p.m0: raised by m0', 'p.m1: imported'],
  },
  {
    what: 'fails alone among several',
    files: {
      'p/__init__.py': past('p.m0', 'p.m1', 'p.m2'),
      ...{ 'p/m0': '', 'p/m1': BROKEN, 'p/m2': '', 'p/m3': '' },
    },
    expected: ['p.m0: imported', 'p.m1: raised by m1', 'p.m2: imported', 'p.m3: imported'],
  },
  {
    what: 'whose file crashes takes no other with it',
    files: {
      'p/__init__.py': past('p.m0', 'p.m1'),
      'p/m0': 'import os\nos.kill(os.getpid(), 11)',
      'p/m1': '',
    },
    // A plain import of its name does not load the file, and so does not crash.
    expected: ['p.m0: signalled SIGSEGV by m0 flaky', 'p.m1: imported'],
  },
  {
    what: 'of another file’s specification is shadowed, as ever',
    files: {
      'p/__init__.py': `${past('p.m0')}\nsys.modules["p.m0"].__spec__ = importlib.util.find_spec("p.m1")`,
      'p/m0': '',
      'p/m1': '',
    },
    expected: ['p.m0: not-run shadowed', 'p.m1: imported'],
  },
];

describe.each(['shared', 'module'] as const)(
  'a module that is there before its file was loaded, isolation %s,',
  (isolation) => {
    it.each(ROWS)('$what', async ({ files, expected }) => {
      expect(verdicts(await prover.prove(files, isolation))).toEqual(expected);
    });
  },
);
