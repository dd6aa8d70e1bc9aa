import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

type Tree = Readonly<Record<string, string>>;

/** `p.m0` is the module in question, `p.m1` an innocent one beside it. */
const tree = (code: string): Tree => ({
  'p/__init__.py': '',
  'p/m0': code,
  'p/m1': '',
});

const FILE = 'import importlib.util as u, importlib.machinery as mm, glob, os, sys, types';
const RECORDS = 'import os\nfile = os.path.join(os.getcwd(), "..", "records")\n';

/** What works for whoever imports it, however odd, is proven. */
const WORKING: readonly (readonly [string, string])[] = [
  [
    'starts a daemon thread',
    'import threading, time\nthreading.Thread(target=time.sleep, args=(600,), daemon=True).start()',
  ],
  [
    'starts a thread that imports',
    'import threading\nt = threading.Thread(target=__import__, args=("p.m1",))\nt.start(); t.join()',
  ],
  ['traces', 'import sys\nsys.settrace(lambda *a: None); sys.setprofile(lambda *a: None)'],
  ['disables faulthandler', 'import faulthandler; faulthandler.disable()'],
  [
    'ignores signals',
    'import signal\nfor n in (signal.SIGTERM, signal.SIGINT, signal.SIGABRT): signal.signal(n, signal.SIG_IGN)',
  ],
  ['forks a child that fails', 'import os\nif os.fork() == 0: os._exit(1)'],
  ['forks a child that crashes', 'import os\nif os.fork() == 0: os.kill(os.getpid(), 11)'],
  [
    'forks a child that goes on',
    'import os, sys\nif os.fork() == 0:\n    import p.m1\n    sys.exit(3)',
  ],
  [
    'runs a subprocess',
    'import subprocess, sys\nsubprocess.run([sys.executable, "-c", "import sys; sys.exit(3)"])',
  ],
  [
    'stops itself, and is continued',
    'import os, subprocess, sys\nsubprocess.Popen([sys.executable, "-c", f"import time, os; time.sleep(.5); os.kill({os.getpid()}, 18)"])\nos.kill(os.getpid(), 19)',
  ],
  [
    'starts a process by spawn',
    'import multiprocessing as m\np = m.get_context("spawn").Process(target=abs, args=(1,)); p.start(); p.join()\nassert p.exitcode == 0',
  ],
  [
    'starts a process by forkserver',
    'import multiprocessing as m\np = m.get_context("forkserver").Process(target=abs, args=(1,)); p.start(); p.join()\nassert p.exitcode == 0',
  ],
  ['writes much to stderr', 'import sys\nfor _ in range(2000): sys.stderr.write("x" * 10000)'],
  ['writes bytes that are no text', 'import os\nos.write(2, bytes(range(256)) * 100)'],
  ['takes seconds', 'import time; time.sleep(3)'],
  [
    'limits its memory',
    'import resource\nresource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))',
  ],
  [
    'leaves no file size',
    'import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))',
  ],
  [
    'lets itself write no file for now',
    'import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))',
  ],
  [
    'lets itself open no further file',
    'import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))',
  ],
  [
    'lets nobody write to a file that is opened now',
    'import sys\ndef hook(event, values):\n    if event == "open" and values[2] and values[2] & 3: raise PermissionError("denied")\nsys.addaudithook(hook)',
  ],
  ['changes its folder', 'import os; os.chdir("/")'],
  ['changes its root of temporary files and home', 'import os\nos.environ.clear()'],
  ['empties the path', 'import sys; sys.path.clear()'],
  [
    'empties the finders after it',
    'import sys\nsys.path_hooks.clear(); sys.path_importer_cache.clear()',
  ],
  ['puts None in its place when done', 'import atexit, sys\natexit.register(sys.modules.clear)'],
  [
    'replaces its class',
    'import sys, types\nclass M(types.ModuleType):\n    def __getattribute__(self, name): raise RuntimeError(name)\nsys.modules[__name__].__class__ = M',
  ],
  ['changes its name and origin', '__name__ = "other"; __file__ = "/nowhere"; __spec__ = None'],
  ['lowers the recursion limit', 'import sys; sys.setrecursionlimit(60)'],
  ['collects garbage at its end', 'import gc; gc.set_threshold(1); gc.freeze()'],
  ['replaces excepthook and displayhook', 'import sys\nsys.excepthook = sys.unraisablehook = None'],
  [
    'replaces __import__ by its own',
    'import builtins\nreal = builtins.__import__\nbuiltins.__import__ = lambda *a, **k: real(*a, **k)',
  ],
  ['installs an audit hook', 'import sys\nsys.addaudithook(lambda *a: None)'],
  [
    'raises in a destructor at exit',
    'import sys\nclass D:\n    def __del__(self): raise RuntimeError("late")\nsys.d = D()',
  ],
  ['raises in atexit', 'import atexit\natexit.register(lambda: 1 / 0)'],
  ['sets umask', 'import os; os.umask(0o777)'],
  ['replaces time', 'import time\ntime.perf_counter = time.time = None'],
  [
    'uses a subinterpreter',
    'try:\n    import _xxsubinterpreters as s\nexcept ImportError:\n    import _interpreters as s\ni = s.create(); s.run_string(i, "x = 1"); s.destroy(i)',
  ],
  [
    'loads its own file a second time',
    `${FILE}\nif not hasattr(sys, "again"):\n    sys.again = 1\n    spec = u.spec_from_file_location("p.m0", __file__)\n    u.module_from_spec(spec)`,
  ],
];

/** What fails for whoever imports it, and how. */
const FAILING: readonly (readonly [string, string, string])[] = [
  // Nothing can be written down any more, so that nothing is proven.
  [
    'lets the process write no file ever again',
    'import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))',
    'exited 1 by m0',
  ],
  ['removes itself from sys.modules', 'import sys; del sys.modules[__name__]', 'raised'],
  [
    'leaves in a thread',
    'import os, threading\nt = threading.Thread(target=os._exit, args=(0,)); t.start(); t.join()',
    'exited 0 by m0',
  ],
  ['leaves with 0 at exit', 'import atexit, os\natexit.register(os._exit, 0)', 'imported'],
  ['leaves with 7 at exit', 'import atexit, os\natexit.register(os._exit, 7)', 'exited 7 at exit'],
  [
    'crashes at exit',
    'import atexit, os\natexit.register(os.kill, os.getpid(), 11)',
    'signalled SIGSEGV at exit',
  ],
  [
    'hangs at exit in a thread',
    'import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()',
    'timed-out at exit',
  ],
  ['hangs at exit', 'import atexit, time\natexit.register(time.sleep, 600)', 'timed-out at exit'],
  ['deletes the records and leaves', `${RECORDS}os.remove(file); os._exit(0)`, 'exited 0'],
  ['cuts the records', `${RECORDS}open(file, "w").close(); os._exit(0)`, 'exited 0'],
  [
    'makes the records a link to /dev/null',
    `${RECORDS}os.remove(file); os.symlink("/dev/null", file)`,
    'exited 0',
  ],
  [
    'forges an ending',
    `${RECORDS}line = open(file).read().splitlines()[0]\nimport re\nn = re.search(r'"token":(\\d+)', line)[1]\nopen(file, "a").write('{"kind":"close","token":%s,"pid":%d}\\n' % (n, os.getpid())); os._exit(0)`,
    'exited 0 by m0',
  ],
  ['stops itself', 'import os; os.kill(os.getpid(), 19)', 'timed-out by m0'],
  ['spins', 'while True: pass', 'timed-out by m0'],
  [
    'spins and ignores SIGABRT',
    'import signal\nsignal.signal(signal.SIGABRT, signal.SIG_IGN)\nwhile True: pass',
    'timed-out by m0',
  ],
  ['sends itself SIGKILL', 'import os; os.kill(os.getpid(), 9)', 'signalled SIGKILL by m0'],
  [
    'has no memory',
    'import resource\nresource.setrlimit(resource.RLIMIT_AS, (1 << 20, 1 << 20))\nbytearray(1 << 28)',
    'raised by m0',
  ],
  ['becomes another program', 'import os; os.execv("/bin/true", ["true"])', 'exited 0 by m0'],
  [
    'becomes another program at exit',
    'import atexit, os\natexit.register(os.execv, "/bin/false", ["false"])',
    'exited 1 at exit',
  ],
  ['ends the parent of a fork', 'import os\nif os.fork(): os._exit(0)', 'exited 0 by m0'],
  ['exhausts the stack', 'import sys\ndef f(): f()\nf()', 'raised by m0'],
  ['raises KeyboardInterrupt', 'raise KeyboardInterrupt', 'raised by m0'],
  ['raises GeneratorExit', 'raise GeneratorExit', 'raised by m0'],
  [
    'interrupts itself',
    'import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(1)',
    'raised by m0',
  ],
  [
    'calls sys.exit in a finaliser of a failing import',
    'try: raise ImportError("real")\nfinally:\n    import sys; sys.exit(0)',
    'exited 0 by m0',
  ],
  [
    'removes its package',
    'import sys; sys.modules.clear(); raise ImportError("real")',
    'raised by m0',
  ],
  ['replaces sys.modules', 'import sys; sys.modules = {}; import p.nothing', 'raised by m0'],
];

describe('a module that works for whoever imports it is proven: it', () => {
  it.each(WORKING)('%s', async (_, code) => {
    const proof = await prover.prove(tree(code), 'shared', 10);
    expect(verdicts(proof)).toEqual(['p.m0: imported', 'p.m1: imported']);
  });
});

describe('a module that fails is not proven, and its neighbour is: it', () => {
  const fails = async (_: string, code: string, expected: string) => {
    const proof = await prover.prove(tree(code), 'shared', 5);
    expect(verdicts(proof)).toEqual([`p.m0: ${expected}`, 'p.m1: imported']);
  };
  const waits = (expected: string) => expected.startsWith('timed-out');
  it.each(FAILING.filter(([, , expected]) => !waits(expected)))('%s', fails);
  // These do nothing but wait for the end of their time: together, not one after the other.
  it.concurrent.each(FAILING.filter(([, , expected]) => waits(expected)))('%s', fails);
});

describe('what a .pth file or sitecustomize forked', () => {
  it.each([
    [
      'its parent leaves with success',
      'pid = os.fork()\nif pid:\n    os.waitpid(pid, 0)\n    os._exit(0)',
      'exited 0',
    ],
    ['its parent goes on', 'if os.fork() == 0: os._exit(0)', 'imported'],
    ['it goes on as well', 'os.fork()', 'imported'],
  ])('is not the process that is looked at: %s', async (_, code, expected) => {
    const proof = await prover.prove({
      'sitecustomize.py': `import os\n${code}`,
      'p/__init__.py': '',
      'p/m0': '',
    });
    expect(verdicts(proof)).toEqual([`p.m0: ${expected}`]);
  });
});
