import { expect, it } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const STUB = `
A module that was compiled using NumPy 1.x cannot be run in
NumPy 2.3.5 as it may crash. To support both 1.x and 2.x
versions of NumPy, modules must be compiled with NumPy 2.0.

Traceback (most recent call last):  File "/v/bin/pytest", line 10, in <module>
    sys.exit(_console_main())
  File "/app/test_a.py", line 1, in <module>
    import lapx
  File "/v/lib/python3.11/site-packages/lapx/__init__.py", line 1, in <module>
    from ._lapjv import f
Traceback (most recent call last):
  File "/v/lib/python3.11/site-packages/numpy/core/_multiarray_umath.py", line 46, in __getattr__
    raise ImportError(msg)
ImportError: 
A module that was compiled using NumPy 1.x cannot be run in
NumPy 2.3.5 as it may crash. To support both 1.x and 2.x
versions of NumPy, modules must be compiled with NumPy 2.0.

`;
const SHORT = `____ ERROR collecting test_a.py ____
test_a.py:1: in <module>
    import lapx
../v/lib/python3.11/site-packages/lapx/__init__.py:1: in <module>
    from ._lapjv import f
E   ImportError: numpy.core.multiarray failed to import
`;
const LONG = (message: string) => `test_a.py:2: 
_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _

>   from ._lapjv import f
E   ImportError: ${message}

../v/lib/python3.11/site-packages/lapx/__init__.py:1: ImportError
`;
const CAPTURED = '---------------- Captured stderr ----------------\n';
const REMOTE = `concurrent.futures.process._RemoteTraceback: 
"""
Traceback (most recent call last):
  File "/app/m.py", line 3, in g
    import lapx
  File "/v/lib/python3.11/site-packages/lapx/__init__.py", line 1, in <module>
    from ._lapjv import f
ImportError: libnative.so.3: cannot open shared object file: No such file or directory
"""

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/app/m.py", line 5, in <module>
    with ProcessPoolExecutor(2) as p: print(list(p.map(g,[1,2])))
ImportError: libnative.so.3: cannot open shared object file: No such file or directory
`;

it.each<[string, string, string]>([
  ['NumPy’s complaint below the exception', `${SHORT}${CAPTURED}${STUB}`, 'np1-on-np2'],
  [
    'the same with a summary',
    `${SHORT}${CAPTURED}${STUB}=== short test summary info ===\nFAILED test_a.py::test_a - ImportError: numpy.core.multiarray failed to import\n`,
    'np1-on-np2',
  ],
  [
    'the long form, whose place stands below its line',
    LONG('libnative.so.3: cannot open shared object file: No such file or directory'),
    'ld-missing-library',
  ],
  [
    'the same, of NumPy',
    `${LONG('numpy.core.multiarray failed to import')}${CAPTURED}${STUB}`,
    'np1-on-np2',
  ],
  ['what a pool raises again', REMOTE, 'ld-missing-library'],
])('%s: one failure, and whose', async (_what, text, kind) => {
  const { findings } = await explainLog(bytesOf(text));
  expect(findings.map((one) => [one.kind, one.severity, one.culprit.module])).toEqual([
    [kind, 'error', 'lapx._lapjv'],
  ]);
});

const GROUP = `  + Exception Group Traceback (most recent call last):
  |   File "/app/m.py", line 5, in main
  |     async with asyncio.TaskGroup() as g:
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/app/m.py", line 3, in w
    |     import lapx
    |   File "/v/lib/python3.11/site-packages/lapx/__init__.py", line 1, in <module>
    |     from ._lapjv import f
    | ImportError: numpy.core.multiarray failed to import
    +------------------------------------
`;

it.each([
  ['', ''],
  ['behind a name', 'web-1      | '],
  ['behind a time', '2026-11-28T13:20:31Z '],
])('an exception of a group, below NumPy’s complaint %s', async (_what, prefix) => {
  const text = `${STUB}${GROUP}`.replace(/^(?=.)/gm, prefix);
  const { findings } = await explainLog(bytesOf(text));
  expect(findings.map((one) => [one.kind, one.severity, one.culprit.module])).toEqual([
    ['np1-on-np2', 'error', 'lapx._lapjv'],
  ]);
});

const CRASHED = "worker 'gw0' crashed while running 'test_a.py::test_a'\n";

it.each<[string, string]>([
  ['pytest-xdist', `[gw0] node down: Not properly terminated\n${CRASHED}`],
  ['pytest-xdist at the collection', '[gw3] node down: Not properly terminated\n'],
  [
    'a pool',
    'Traceback (most recent call last):\n  File "/app/m.py", line 5, in <module>\n    list(p.map(g, [1]))\nconcurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.\n',
  ],
  [
    'dask',
    "distributed.scheduler.KilledWorker: Attempted to run task 'g-1' on 2 different workers, but all those workers died while running it.\n",
  ],
  [
    'a notebook',
    'Traceback (most recent call last):\n  File "/v/lib/python3.11/site-packages/nbclient/client.py", line 1009, in async_execute_cell\n    raise DeadKernelError("Kernel died") from None\nnbclient.exceptions.DeadKernelError: Kernel died\n',
  ],
])('a worker that died, nobody knows how: %s', async (_what, text) => {
  const { findings } = await explainLog(bytesOf(text));
  expect(findings.map(({ kind, title }) => [kind, title])).toEqual([
    ['crash', 'A worker process died'],
  ]);
  expect(findings[0]?.fix).toMatch(/PYTHONFAULTHANDLER=1.*memory/);
});

it('who saw how it died says more', async () => {
  const text = `${CRASHED}app: /app/test_a.py:1: running the test CRASHED with signal 11\n`;
  const { findings } = await explainLog(bytesOf(text));
  expect(findings.map(({ title }) => title)).toEqual(['The process crashes (SIGSEGV)']);
});

it.each([
  [
    'a time limit that ended it',
    `Timeout (0:00:10)!\nThread 0x1 (most recent call first):\n  File "/app/test_a.py", line 3 in test_a\n\n${CRASHED}`,
    ['timeout'],
  ],
  ['the name of a test', 'test_pool.py::test_worker_crashed_while_running PASSED\n', []],
  [
    'parameters of a test',
    'test_a.py::test_m[Fatal Python error: Segmentation fault] \n[gw0] [ 33%] PASSED test_a.py::test_m[Fatal Python error: Segmentation fault] \n',
    [],
  ],
  [
    'a sentence of a manual',
    "It says worker 'gw0' crashed while running 'x' when a worker dies.\n",
    [],
  ],
])('%s is no death', async (_what, text, kinds) => {
  const { findings } = await explainLog(bytesOf(text));
  expect(findings.map(({ kind }) => kind)).toEqual(kinds);
});
