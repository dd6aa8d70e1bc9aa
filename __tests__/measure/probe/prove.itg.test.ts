import fc from 'fast-check';
import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

const prove: Prover['prove'] = (...args) => prover.prove(...args);

const DIE = 'import os, signal; os.kill(os.getpid(), signal.SIGSEGV)';

describe('proveModules()', () => {
  it('proves a package in one process when its first step loads everything', async () => {
    const proof = await prove({
      'p/__init__.py': 'from . import m0, m1, m2',
      'p/m0': '',
      'p/m1': '',
      'p/m2': '',
    });
    expect(verdicts(proof)).toEqual(['p.m0: imported', 'p.m1: imported', 'p.m2: imported']);
    expect(proof.processes).toBe(1);
  });

  it('does not let a module pass that only works after a sibling was imported', async () => {
    const proof = await prove({
      'p/__init__.py': '',
      'p/m0': 'import sys; sys.modules["helper"] = sys',
      'p/m1': 'import helper',
    });
    expect(verdicts(proof)).toEqual(['p.m0: imported', 'p.m1: raised by m1']);
  });

  it('finds the circular tree in which only a shared process would be green', async () => {
    const proof = await prove({
      'p/__init__.py': '',
      'p/a/__init__.py': 'from p.b import thing',
      'p/a/m0': '',
      'p/b/__init__.py': 'import p.a\nthing = 1',
      'p/b/m1': '',
    });
    expect(verdicts(proof)).toEqual(['p.a.m0: imported', 'p.b.m1: raised']);
  });

  it('names the inner file when a module takes others with it', async () => {
    const proof = await prove({
      'p/__init__.py': 'from . import m0',
      'p/m0': 'import q.m1',
      'q/__init__.py': '',
      'q/m1': 'raise ImportError("broken")',
    });
    expect(verdicts(proof)).toEqual(['p.m0: raised by m1', 'q.m1: raised by m1']);
  });

  it.each([
    [
      'the fallback that failed too',
      'try:\n    from . import m0\nexcept ImportError:\n    from . import m1',
      'm1',
    ],
    [
      'the one that was kept and raised later',
      'try:\n    from . import m0\nexcept ImportError as error:\n    kept = error\ntry:\n    from . import m1\nexcept ImportError:\n    pass\nraise kept',
      'm0',
    ],
    ['the sibling that leaves while the package is imported', 'import os\nfrom . import m2', 'm2'],
  ])('names of several that say the same %s', async (_name, init, culprit) => {
    const proof = await prove({
      'p/__init__.py': init,
      'p/m0': 'raise ImportError("failed to import")',
      'p/m1': 'raise ImportError("failed to import")',
      'p/m2': 'raise SystemExit(3)',
    });
    expect(verdicts(proof)[0]).toMatch(new RegExp(`^p.m0: (raised|exited 3) by ${culprit}$`));
  });

  it('reports the first failure of a file, not what the second attempt says', async () => {
    const proof = await prove({
      'p/__init__.py': 'try:\n    from . import m0\nexcept ImportError:\n    pass',
      'p/m0':
        'import sys\nif hasattr(sys, "again"): raise RuntimeError("already initialised")\nsys.again = 1\nraise ImportError("the cause")',
    });
    expect(verdicts(proof)).toEqual(['p.m0: raised by m0']);
    expect(proof.observations[0]?.exceptions[0]?.message).toBe('the cause');
  });

  it('keeps the swallowed first failure of a module that then loads', async () => {
    const proof = await prove({
      'p/__init__.py': 'try:\n    from . import m0\nexcept ImportError:\n    pass',
      'p/m0':
        'import sys\nif not hasattr(sys, "again"):\n    sys.again = 1\n    raise ImportError("the cause")',
    });
    expect(verdicts(proof)).toEqual(['p.m0: imported']);
    const events = proof.observations[0]?.events.map((event) => `${event.stage} ${event.event}`);
    expect(events).toContain('exec fail');
    expect(events?.at(-1)).toBe('exec end');
  });

  it('reports what a package swallowed of a file that is no target', async () => {
    const proof = await prover.prove(
      {
        'p/__init__.py': 'from . import m0\ntry:\n    import q.m1\nexcept Exception:\n    pass',
        'p/m0': '',
        'q/__init__.py': '',
        'q/m1': 'raise ImportError("old")',
      },
      'shared',
      20,
      (module) => module.name === 'p.m0',
    );
    expect(proof.observations.map((seen) => seen.outcome.kind)).toEqual(['imported']);
    expect(proof.hookFindings.map((finding) => finding.module)).toEqual(['q.m1']);
  });

  it.each([
    ['dies by a signal', DIE, 'signalled SIGSEGV'],
    ['calls os._exit(0)', 'import os; os._exit(0)', 'exited 0'],
    ['raises SystemExit(0)', 'raise SystemExit(0)', 'exited 0'],
    ['hangs', 'import time; time.sleep(600)', 'timed-out'],
    [
      'closes every descriptor, ignores SIGSEGV and leaves with 0',
      'import os, signal; signal.signal(signal.SIGSEGV, lambda *a: os._exit(0)); os.closerange(0, 4096); os.kill(os.getpid(), signal.SIGSEGV)\nfor _ in range(10**6): pass\nos._exit(0)',
      'exited 0',
    ],
  ])('names the module that %s, and proves its siblings', async (_, code, outcome) => {
    const proof = await prove(
      { 'p/__init__.py': '', 'p/m0': '', 'p/m1': code, 'p/m2': '' },
      'shared',
      5,
    );
    expect(verdicts(proof)).toEqual(['p.m0: imported', `p.m1: ${outcome} by m1`, 'p.m2: imported']);
    expect(proof.observations[1]?.confirmed).toBe(true);
  });

  it('believes a module that closes every descriptor and then works', async () => {
    const proof = await prove({
      'p/__init__.py': '',
      'p/m0': 'import os; os.closerange(0, 4096)',
    });
    expect(verdicts(proof)).toEqual(['p.m0: imported']);
  });

  it('walks again what a dead process had proven', async () => {
    const proof = await prove({
      'p/__init__.py': 'from . import m0, m1',
      'p/m0': '',
      'p/m1': '',
      'p/m2': DIE,
    });
    expect(verdicts(proof)).toEqual([
      'p.m0: imported',
      'p.m1: imported',
      'p.m2: signalled SIGSEGV by m2',
    ]);
  });

  it('blames a crash at interpreter exit on what was proven last', async () => {
    const proof = await prove({
      'p/__init__.py': 'from . import m0',
      'p/m0': '',
      'p/m1': `import atexit\ndef die():\n    ${DIE}\natexit.register(die)`,
    });
    expect(verdicts(proof)).toEqual(['p.m0: imported', 'p.m1: signalled SIGSEGV at exit']);
  });

  it('is not held up by a forked child that keeps the pipes, nor believes its records', async () => {
    const proof = await prove({
      'p/__init__.py': '',
      'p/m0': 'import os, time\nif os.fork() == 0:\n    time.sleep(600)',
      'p/m1': 'import os\nif os.fork() != 0:\n    os._exit(0)\nos.setsid()',
    });
    expect(verdicts(proof)).toEqual(['p.m0: imported', 'p.m1: exited 0 by m1']);
    expect(Math.max(...proof.observations.map((seen) => seen.seconds))).toBeLessThan(15);
  });

  it('calls a verdict that does not repeat flaky', async () => {
    const proof = await prove({
      'p/__init__.py': '',
      'p/m0': `import os\nmark = __spec__.origin + ".mark"\nif not os.path.exists(mark):\n    open(mark, "w").close()\n    ${DIE}`,
    });
    expect(verdicts(proof)).toEqual(['p.m0: signalled SIGSEGV by m0 flaky']);
  });

  it('sees that the name loads another file', async () => {
    const proof = await prove({
      'p/__init__.py': '',
      'p/m0': '',
      'p/m0/__init__.py': '',
      'p/m1': '',
    });
    expect(verdicts(proof)).toEqual(['p.m0: not-run shadowed', 'p.m1: imported']);
    expect(proof.observations[0]?.shadowedBy).toMatch(/m0\/__init__\.py$/);
  });

  it('proves a file that its package loads under another name', async () => {
    const proof = await prove({
      'p/__init__.py':
        'import importlib.util as u, os, glob\nfile = glob.glob(os.path.dirname(__file__) + "/m0.*.so")[0]\nspec = u.spec_from_file_location("other.m0", file)\nmodule = u.module_from_spec(spec)\nspec.loader.exec_module(module)',
      'p/m0': '',
    });
    expect(verdicts(proof)).toEqual(['p.m0: imported']);
    expect(proof.observations[0]?.loadedAs?.module).toBe('other.m0');
  });

  it('takes a name put into sys.modules for no proof', async () => {
    const proof = await prove({
      'p/__init__.py': 'import sys, types; sys.modules["p.m0"] = types.ModuleType("p.m0")',
      'p/m0': 'raise ImportError("never seen")',
    });
    expect(verdicts(proof)).toEqual(['p.m0: not-run shadowed']);
  });
});

const MARK = 'import os\nmark = os.path.join(os.environ["HOME"], "mark")\n';

/** A thread of compiled code, which waits; and what fails beside it. */
const THREAD =
  'import ctypes, sys\nlibc, lock, thread = ctypes.CDLL(None), ctypes.create_string_buffer(64), ctypes.c_ulong()\nsys.lock = lock\nlibc.sem_init(lock, 0, 0)\nlibc.pthread_create(ctypes.byref(thread), None, libc.sem_wait, lock)';
const TAKEN =
  'import ctypes, sys, time\nlibc, left = ctypes.CDLL(None), ctypes.c_int()\nlibc.sem_post(sys.lock); time.sleep(.3); libc.sem_getvalue(sys.lock, ctypes.byref(left))\nif left.value == 0: raise ImportError("the thread took it")';

/** A library of that name. */
const OPENBLAS =
  'import ctypes, glob, os, shutil\nhere = os.path.dirname(__file__)\nfile = here + "/libopenblas.so"\nif not os.path.exists(file): shutil.copy(glob.glob(here + "/m0.*.so")[0], file)\nctypes.CDLL(file)\n';

describe('a forked process', () => {
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('goes on where targets go separate ways, instead of one that begins anew', async () => {
    const proof = await prove({
      'p/__init__.py': 'import os\nfirst = os.getpid()',
      'p/m0': '',
      'p/m1': 'import os, p\nif os.getpid() == p.first: raise ImportError("begun anew")',
      'p/a/__init__.py': '',
      'p/a/m2': '',
      'p/a/m3': '',
    });
    expect(verdicts(proof)).toEqual([
      'p.m0: imported',
      'p.m1: imported',
      'p.a.m2: imported',
      'p.a.m3: imported',
    ]);
    expect(proof.processes).toBe(4);
  });

  onLinux.each([
    ['a thread of compiled code', THREAD, TAKEN, 'raised'],
    [
      'a timer',
      'import signal\nsignal.setitimer(signal.ITIMER_PROF, .2)',
      'import time\nwhile time.process_time() < .6: pass',
      'signalled SIGPROF',
    ],
  ])('is not taken for one where %s runs, which it would lack', async (_, init, code, outcome) => {
    const proof = await prove({ 'p/__init__.py': init, 'p/m0': '', 'p/m1': code });
    expect(verdicts(proof)).toEqual(['p.m0: imported', `p.m1: ${outcome} by m1`]);
  });

  onLinux.each([
    [
      'that itself has none, as it was told',
      {
        'p/__init__.py': `import os\nos.environ["OPENBLAS_NUM_THREADS"] = "1"\n${OPENBLAS}${THREAD}`,
        'p/m0': '',
        'p/m1': TAKEN,
      },
      'p.m1',
    ],
    [
      'whose own an earlier fork ended',
      {
        'p/__init__.py': OPENBLAS,
        'p/m0': '',
        'p/a/__init__.py': THREAD,
        'p/a/m2': '',
        'p/a/m3': TAKEN,
      },
      'p.a.m3',
    ],
  ])('is not taken for one where a thread runs beside an OpenBLAS %s', async (_, tree, failing) => {
    const proof = await prove(tree);
    expect(verdicts(proof).filter((one) => !one.endsWith(': imported'))).toEqual([
      `${failing}: raised by ${failing.slice(-2)}`,
    ]);
  });

  it.each([
    ['a sibling', 'p/m2'],
    ['the one that goes on', 'p/m0'],
  ])('leaves nothing in its folders that %s could need', async (_, path) => {
    const needs = `${MARK}if not os.path.exists(mark): raise ImportError("no mark")`;
    const tree = { 'p/m0': '', 'p/m1': `${MARK}open(mark, "w").close()`, 'p/m2': '' };
    const proof = await prove({ 'p/__init__.py': '', ...tree, [path]: needs });
    const failing = path.replace('/', '.');
    expect(verdicts(proof)).toEqual(
      ['p.m0', 'p.m1', 'p.m2'].map((name) =>
        name === failing ? `${name}: raised by ${name.slice(2)}` : `${name}: imported`,
      ),
    );
  });

  it.each([
    ['takes its parent with it', 'import os, signal\nos.kill(os.getppid(), signal.SIGKILL)'],
    ['takes the group with it', 'import os, signal\nos.killpg(0, signal.SIGKILL)'],
    [
      'hangs where it was forked',
      'import os, p\nif os.getpid() != p.first:\n    import time\n    time.sleep(600)',
    ],
    ['fails where it was forked', 'import os, p\nif os.getpid() != p.first: raise ImportError()'],
    ['leaves with 0 where it was forked', 'import os, p\nif os.getpid() != p.first: os._exit(0)'],
    [
      'dies at its end where it was forked',
      `import os, p, atexit\ndef die():\n    ${DIE}\nif os.getpid() != p.first: atexit.register(die)`,
    ],
  ])('costs nobody a verdict when it %s', async (what, code) => {
    const own = what.startsWith('takes')
      ? `import os, p\nif os.getpid() != p.first:\n    ${code.split('\n').join('\n    ')}`
      : code;
    const proof = await prove(
      {
        'p/__init__.py': 'import os\nfirst = os.getpid()',
        ...{ 'p/m0': '', 'p/m1': own, 'p/m2': '' },
      },
      'shared',
      10,
    );
    expect(verdicts(proof)).toEqual(['p.m0: imported', 'p.m1: imported', 'p.m2: imported']);
  });
});

/** What a generated module may do at import, `N` standing for another module's name. */
const ACTIONS = [
  '',
  'import N',
  'try:\n    import N\nexcept ImportError:\n    pass',
  'import sys\nif "N" in sys.modules: raise ImportError("N came first")',
  'import sys\nif "N" not in sys.modules: raise ImportError("N must come first")',
  'import sys\nsys.modules.pop("N", None)',
  'import sys\nsys.modules.setdefault("N", sys)',
  'import sys\nif "N" in sys.modules:\n    import os; os._exit(0)',
  `import sys\nif "N" in sys.modules:\n    ${DIE}`,
  `${MARK}open(mark, "a").close()`,
  `${MARK}if os.path.exists(mark): raise ImportError("a mark")`,
  'import threading, time\nthreading.Thread(target=time.sleep, args=(0.05,)).start()',
  'import sys\nsys.count = getattr(sys, "count", 0) + 1\nif sys.count > 3: raise RuntimeError("too many")',
];

const NAMES = [
  'p',
  'p.m0',
  'p.m1',
  'p.a',
  'p.a.m2',
  'p.a.m3',
  'p.b',
  'p.b.m4',
  'p.b.c',
  'p.b.c.m5',
  'q',
  'q.m6',
];

describe('isolation', () => {
  const statement = fc
    .tuple(fc.constantFrom(...ACTIONS), fc.constantFrom(...NAMES))
    .map(([action, name]) => action.replaceAll('N', name));
  const body = fc.array(statement, { maxLength: 2 }).map((lines) => lines.join('\n'));
  const trees = fc.tuple(...NAMES.map(() => body)).map((bodies) =>
    Object.fromEntries(
      NAMES.map((name, index) => {
        const path = name.replaceAll('.', '/');
        const text = bodies[index] ?? '';
        return /m\d$/.test(name) ? [path, text] : [`${path}/__init__.py`, text];
      }),
    ),
  );

  it('shared and module give equal verdicts and culprits over generated trees', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const [shared, alone] = await Promise.all([prove(tree), prove(tree, 'module')]);
        expect(verdicts(shared)).toEqual(verdicts(alone));
      }),
      { numRuns: Number(process.env['SHARING_RUNS'] ?? 12), seed: 20261123, endOnFailure: true },
    );
  });
});
