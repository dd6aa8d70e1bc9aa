import { spareFiles } from '../../../src/measure/discover/spare-files.ts';
import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

/** What pybind11 says when two modules of one process register a C++ type. */
const REGISTERED = 'raise ImportError(\'generic_type: type "Circuit" is already registered!\')';

/** A finder that serves `p.m0` from the file of one of its variants, as mpi4py's does. */
const finder = (variant: string) => `import sys, glob, os, importlib.util as u
class Finder:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "p.m0": return None
        ${variant}
        return u.spec_from_file_location(name, glob.glob(os.path.dirname(__file__) + "/m0." + variant + ".*so")[0])
sys.meta_path.insert(0, Finder)
`;

interface Row {
  readonly what: string;
  readonly tree: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
  /** Files that were not needed. */
  readonly spare?: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    what: 'is imported under the name of its export, and its variant is not needed',
    tree: { 'p/__init__.py': finder('variant = "one"'), 'p/m0@one': '', 'p/m0@two': '' },
    expected: ['p.m0: imported', 'p.m0: not-run not-loaded'],
    spare: ['p/m0.two'],
  },
  {
    what: 'tells why that import fails',
    tree: {
      'p/__init__.py': finder('raise RuntimeError("cannot load MPI library")'),
      'p/m0@one': '',
      'p/m0@two': '',
    },
    expected: ['p.m0: raised', 'p.m0: raised'],
  },
  {
    what: 'fails with its own failure',
    tree: {
      'p/__init__.py': finder('variant = "one"'),
      'p/m0@one': 'raise ImportError("broken")',
      'p/m0@two': '',
    },
    expected: ['p.m0: raised by m0', 'p.m0: raised by m0'],
  },
  {
    what: 'is not loaded where nothing has that name',
    tree: { 'p/__init__.py': '', 'p/_x=m1': '', 'p/m2': '' },
    expected: ['p._x: not-run not-loaded', 'p.m2: imported'],
  },
  {
    what: 'is not loaded where another file has that name, by mistake or not',
    tree: { 'p/__init__.py': '', 'p/_x=m1': '', 'p/m1': '' },
    expected: ['p._x: not-run not-loaded', 'p.m1: imported'],
  },
  {
    what: 'does not hide what fails under that name',
    tree: { 'p/__init__.py': '', 'p/_x=m1': '', 'p/m1': 'raise ImportError("no")' },
    expected: ['p._x: raised by m1', 'p.m1: raised by m1'],
  },
  {
    what: 'is loaded by a Python module of that name',
    tree: {
      'p/__init__.py': '',
      'p/m1.py':
        'import importlib.util as u, glob, os\nspec = u.spec_from_file_location("p.m1", glob.glob(os.path.dirname(__file__) + "/_fast.*so")[0])\nmodule = u.module_from_spec(spec)\nspec.loader.exec_module(module)',
      'p/_fast=m1': '',
      'p/_slow=m1': '',
    },
    expected: ['p._fast: imported', 'p._slow: not-run not-loaded'],
    spare: ['p/_slow'],
  },
  {
    what: 'is not needed where it is a copy in a folder that no import can name',
    tree: { 'p/__init__.py': '', 'p/m0': '', 'p/lib/python3.10/site-packages/m0=m0': '' },
    expected: ['p.m0: imported', 'p.lib.python3.10.site-packages.m0: not-run not-loaded'],
    spare: ['p/lib/python3.10/site-packages/m0'],
  },
  {
    what: 'is not loaded in a folder that no import can name, where another is called alike',
    tree: {
      'p/__init__.py': '',
      'p/a/__init__.py': '',
      'p/a/m0': '',
      'p/for-gpu/m0=m0': '',
    },
    expected: ['p.a.m0: imported', 'p.for-gpu.m0: not-run not-loaded'],
  },
  {
    what: 'is not loaded in a folder that no import can name, where no copy is',
    tree: { 'p/__init__.py': '', 'p/m0': '', 'p/v1.2/m1=m1': '' },
    expected: ['p.m0: imported', 'p.v1.2.m1: not-run not-loaded'],
  },
  {
    what: 'is loaded by its package from a folder that no import can name',
    tree: {
      'p/__init__.py':
        'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "v1.2"))\nimport m1',
      'p/v1.2/m1=m1': '',
    },
    expected: ['p.v1.2.m1: imported'],
  },
  {
    what: 'is not needed where another processor’s variant was loaded, and one process takes one',
    tree: {
      'p/__init__.py': 'import p.m0_avx2',
      'p/m0_avx2': '',
      'p/m0_polyfill': REGISTERED,
      'p/m0': REGISTERED,
    },
    expected: ['p.m0_avx2: imported', 'p.m0_polyfill: raised by m0_polyfill', 'p.m0: raised by m0'],
    spare: ['p/m0_polyfill', 'p/m0'],
  },
  {
    what: 'fails where it registers what a module that is no variant of it has',
    tree: { 'p/__init__.py': 'import p.m0_avx2', 'p/m0_avx2': '', 'p/m1': REGISTERED },
    expected: ['p.m0_avx2: imported', 'p.m1: raised by m1'],
  },
  {
    what: 'fails where only a word tells it from one that was loaded, and no processor',
    tree: {
      'p/__init__.py': 'import p.m0',
      'p/m0': '',
      'p/m0_polyfill': REGISTERED,
    },
    expected: ['p.m0: imported', 'p.m0_polyfill: raised by m0_polyfill'],
  },
  {
    what: 'fails where its variant was not loaded before it',
    tree: { 'p/__init__.py': '', 'p/m0_avx2': '', 'p/m0': REGISTERED },
    expected: ['p.m0_avx2: imported', 'p.m0: raised by m0'],
  },
  {
    what: 'fails for another reason, although a variant was loaded',
    tree: {
      'p/__init__.py': 'import p.m0_avx2',
      'p/m0_avx2': '',
      'p/m0': 'raise ImportError("no")',
    },
    expected: ['p.m0_avx2: imported', 'p.m0: raised by m0'],
  },
  {
    what: 'is not loaded when an exception of the package says that nothing is there',
    tree: {
      'p/__init__.py': 'import sys\nsys.modules["p.m1"] = None',
      'p/_x=m1': '',
    },
    expected: ['p._x: not-run not-loaded'],
  },
];

describe.each(['shared', 'module'] as const)(
  'a file that exports another name than its path, isolation %s,',
  (isolation) => {
    it.each(ROWS)('$what', async ({ tree, expected, spare = [] }) => {
      const proof = await prover.prove(tree, isolation);
      expect(verdicts(proof)).toEqual(expected);
      const observed = proof.modules.flatMap((module, index) => {
        const observation = proof.observations[index];
        return observation ? [{ module, observation }] : [];
      });
      const files = spareFiles(observed).map(({ module }) =>
        module.file.replace(/\.cpython.*/, ''),
      );
      expect(files).toEqual(spare);
    });
  },
);
