import { createProver, type Prover, verdicts } from '../../support/scripted/prover.ts';

let prover: Prover;

beforeAll(() => {
  prover = createProver();
});

afterAll(() => prover.close());

const LIBC = 'import ctypes, os\nlibc = ctypes.CDLL(None)\n';
const DENIES =
  'import sys\ndef hook(event, values): raise RuntimeError(event)\nsys.addaudithook(hook)';
const STREAM = (flush: string) =>
  `import os, sys\nclass Stream:\n    def write(self, text): return len(text)\n    def flush(self): ${flush}\nsys.stdout = Stream()`;

/** What a plain interpreter survives without a word, whatever of the probe's own tools it takes away. */
const HARMLESS: readonly (readonly [string, string])[] = [
  ['removes its folder, and lists it', 'import os; os.rmdir(os.getcwd()); os.listdir(".")'],
  [
    'exchanges os.fspath, and opens a file',
    'import os; os.fspath = None; open("/dev/null").close()',
  ],
  [
    'empties posixpath, and opens a file',
    'import posixpath; posixpath.os = None; open("/dev/null").close()',
  ],
  ['deletes sys.stdout', 'import sys; del sys.stdout'],
  ['deletes the other streams', 'import sys; del sys.stderr, sys.stdin, sys.__stdout__'],
  [
    'empties sys',
    'import sys\nkeep = ("modules", "meta_path", "path", "path_hooks", "path_importer_cache", "flags", "implementation", "_xoptions")\nfor name in [n for n in vars(sys) if n not in keep and not n.startswith("__")]: vars(sys).pop(name)',
  ],
  ['has a stream that leaves when it is flushed', STREAM('os._exit(0)')],
  ['refuses all that can be audited', DENIES],
  [
    'has a timer that rings when it is long imported',
    'import faulthandler, signal; signal.alarm(2); faulthandler.dump_traceback_later(2, exit=True)',
  ],
  [
    'reads and writes the locals of all frames, and looks at all objects',
    'import gc, sys\nf = sys._getframe()\nwhile f:\n    for k in list(f.f_locals): f.f_locals[k] = f.f_locals[k]\n    f = f.f_back\nfor o in gc.get_objects():\n    try: isinstance(o, int); getattr(o, "__dict__", None)\n    except Exception: pass',
  ],
  [
    'has the kernel refuse to open any further file',
    `${LIBC}import struct
row = lambda *a: struct.pack("HBBI", *a)
code = ctypes.create_string_buffer(row(32, 0, 0, 0) + row(21, 0, 1, 257) + row(6, 0, 0, 0x50001) + row(6, 0, 0, 0x7FFF0000))
libc.prctl(38, 1, 0, 0, 0)
libc.prctl(22, 2, ctypes.create_string_buffer(struct.pack("HxxxxxxP", 4, ctypes.addressof(code))), 0, 0)`,
  ],
  ['closes all descriptors', 'import os; os.closerange(0, 70000)'],
  [
    'puts another file over all descriptors',
    'import os\nnull = os.open("/dev/null", os.O_RDWR)\nfor one in range(1100):\n    if one != null: os.dup2(null, one)',
  ],
  ['lets nobody look into its process', `${LIBC}libc.prctl(4, 0)`],
  ['is traced by whoever started it', `${LIBC}libc.ptrace(0, 0, 0, 0)`],
  ['may start no further process', 'import resource as r; r.setrlimit(r.RLIMIT_NPROC, (0, 0))'],
  ['does not wait for children', 'import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)'],
  ['deletes its own file', 'import os; os.remove(__file__)'],
  [
    'leaves names that are no text',
    'import os\nfor name in (b"TMPDIR", b"HOME"):\n    folder = os.environb[name] + b"/\\xfe"\n    os.mkdir(folder); open(folder + b"/\\xff\\n", "w").close()',
  ],
  [
    'leaves folders that lie too deep to be named',
    'import os\nos.chdir(os.environ["TMPDIR"])\nfor _ in range(60): os.mkdir("d" * 200); os.chdir("d" * 200)',
  ],
  [
    'starts a daemon that nothing marks',
    'import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        null = os.open("/dev/null", 2)\n        for one in (0, 1, 2): os.dup2(null, one)\n        os.execve("/bin/sleep", ["sleep", "3"], {})\n    os._exit(0)',
  ],
];

/** What a plain interpreter does not survive, and how it ends. */
const HARMFUL: readonly (readonly [string, string, string])[] = [
  [
    'has a stream that fails when it is flushed',
    STREAM('raise SystemExit(0)'),
    'exited 120 at exit',
  ],
  ['refuses all, and raises', `${DENIES}\nraise ImportError("real")`, 'raised by m0'],
  [
    'aborts at exit',
    `${LIBC}import atexit; atexit.register(libc.abort)`,
    'signalled SIGABRT at exit',
  ],
  [
    'crashes at exit, traced by whoever started it',
    `${LIBC}import atexit; libc.ptrace(0, 0, 0, 0); atexit.register(os.kill, os.getpid(), 11)`,
    'signalled SIGTRAP at exit',
  ],
  [
    'crashes, traced by whoever started it',
    `${LIBC}libc.ptrace(0, 0, 0, 0); os.kill(os.getpid(), 11)`,
    'signalled SIGTRAP by m0',
  ],
  [
    'crashes in a thread at exit',
    'import os, threading, time\nthreading.Thread(target=lambda: (time.sleep(.5), os.kill(os.getpid(), 11))).start()',
    'signalled SIGSEGV at exit',
  ],
  ['has an error waiting', 'import _thread; _thread.interrupt_main()', 'raised by m0'],
];

/** Packages that hide that `p.m0` raises; a plain import of `p.m0` may well succeed. */
const HIDING: readonly (readonly [string, string, string])[] = [
  [
    'a loader that goes on',
    'import importlib.machinery as mm\nreal = mm.ExtensionFileLoader.exec_module\ndef quiet(self, module):\n    try: real(self, module)\n    except ImportError: pass\nmm.ExtensionFileLoader.exec_module = quiet',
    'raised by m0',
  ],
  [
    'a door that goes on',
    'import _imp\nreal = _imp.exec_dynamic\ndef quiet(module):\n    try: return real(module)\n    except BaseException: return 0\n_imp.exec_dynamic = quiet',
    'raised by m0',
  ],
  [
    'an __import__ that makes modules up',
    'import builtins, types\nreal = builtins.__import__\ndef quiet(*a, **k):\n    try: return real(*a, **k)\n    except ImportError: return types.ModuleType(a[0])\nbuiltins.__import__ = quiet',
    'raised by m0',
  ],
  [
    'a finder of a fallback',
    'import sys, importlib.machinery as mm\nclass Loader:\n    def create_module(self, spec): return None\n    def exec_module(self, module): pass\nclass Finder:\n    @staticmethod\n    def find_spec(name, path=None, target=None):\n        if name == "p.m0": return mm.ModuleSpec(name, Loader())\nsys.meta_path.insert(0, Finder())',
    'not-run shadowed',
  ],
  ['None in its place', 'import sys; sys.modules["p.m0"] = None', 'raised'],
];

describe.each(['shared', 'module'] as const)('with isolation: %s', (isolation) => {
  it.each(HARMLESS)('is proven: a module that %s', async (_, code) => {
    const proof = await prover.prove({ 'p/__init__.py': '', 'p/m0': code, 'p/m1': '' }, isolation);
    expect(verdicts(proof)).toEqual(['p.m0: imported', 'p.m1: imported']);
  });

  it.each(HARMFUL)('is not proven: a module that %s', async (_, code, expected) => {
    const proof = await prover.prove({ 'p/__init__.py': '', 'p/m0': code, 'p/m1': '' }, isolation);
    expect(verdicts(proof)).toEqual([`p.m0: ${expected}`, 'p.m1: imported']);
  });

  it.each(HIDING)('is not proven: a module behind %s', async (_, init, expected) => {
    const tree = { 'p/__init__.py': init, 'p/m0': 'raise ImportError("never seen")', 'p/m1': '' };
    const proof = await prover.prove(tree, isolation);
    expect(verdicts(proof)).toEqual([`p.m0: ${expected}`, 'p.m1: imported']);
  });
});
