import { explainLog } from '../../../src/judge/explain-log/explain.ts';

async function kindsOf(text: string): Promise<readonly string[]> {
  const { findings } = await explainLog(
    (async function* () {
      yield new TextEncoder().encode(text);
    })(),
  );
  return findings.map(({ kind }) => kind);
}

const FAILED = 'ImportError: numpy.core.multiarray failed to import';
const trace = (name: string) => `Traceback (most recent call last):
  File "/v/lib/python3.11/site-packages/${name}/__init__.py", line 1, in <module>
    from ._c import f
${FAILED}
`;
const POOL =
  'concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.\n';
const WAITING = `Traceback (most recent call last):
  File "/app/a.py", line 9, in <module>
    f.result()
${POOL}`;

describe('who only waited for a worker', () => {
  it.each([
    ['it raised as it began', `Exception in initializer:\n${trace('foo')}${WAITING}`],
    [
      'it was started anew without a guard',
      `Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nRuntimeError: \n        An attempt has been made to start a new process before the\n        current process has finished its bootstrapping phase.\n\n${WAITING}`,
    ],
    ['it had no memory left', `MemoryError\n\n\n\n\n\n\n\n\n\n\n\n\n\n${WAITING}`],
    ['the system ended it', 'Killed\n[gw0] node down: Not properly terminated\n'],
  ])('says nothing where %s', async (_what, text) => {
    expect(await kindsOf(text)).not.toContain('crash');
  });

  it('says that it died where nothing else does', async () => {
    expect(await kindsOf('[gw0] node down: Not properly terminated\n')).toEqual(['crash']);
    const other = `${trace('foo')}${'x\n'.repeat(30)}[gw0] node down: Not properly terminated\n`;
    expect(await kindsOf(other)).toContain('crash');
  });
});

it.each([
  ['RuntimeError: module compiled against API version 0x10 but this version of numpy is 0xe'],
  ['ImportError: libfoo.so.1: cannot open shared object file: No such file or directory'],
])('reads what stands behind the parameters of a test: %s', async (text) => {
  const plain = await kindsOf(`${text}\n`);
  expect(plain).toHaveLength(1);
  expect(await kindsOf(`tests/test_a.py::test_b[1] ${text} FAILED [ 50%]\n`)).toEqual(plain);
});

it('tells two packages apart that fail alike, one in a worker', async () => {
  const text = `${trace('aaa')}
going on
with others
concurrent.futures.process._RemoteTraceback: 
"""
${trace('bbb')}"""

The above exception was the direct cause of the following exception:

${trace('bbb').replace('from ._c import f', 'raise self._exception')}`;
  const { findings } = await explainLog(
    (async function* () {
      yield new TextEncoder().encode(text);
    })(),
  );
  const told = findings.map((one) => JSON.stringify(one)).join('\n');
  expect(told).toContain('aaa');
  expect(told).toContain('bbb');
});

it.each([
  "ModuleNotFoundError: No module named 'cupy'\nValueError: bad input\n",
  'RuntimeWarning: numpy.ufunc size changed, may indicate binary incompatibility. Expected 192 from C header, got 216 from PyObject\nValueError: foo\n',
])('leaves what a program went past: %s', async (text) => {
  expect(await kindsOf(text)).toEqual([]);
});
