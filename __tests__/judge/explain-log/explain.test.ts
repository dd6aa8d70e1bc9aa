import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ExplainResult, explainLog } from '../../../src/judge/explain-log/explain.ts';

async function explain(...chunks: readonly (string | Uint8Array)[]): Promise<ExplainResult> {
  return explainLog(
    (async function* () {
      yield* chunks;
    })(),
  );
}

const STAMP = '2024-01-01T00:00:00.0000000Z ';

test.each<[string, string]>([
  [
    'a README that quotes an error',
    '## Troubleshooting\nIf you see `ImportError: numpy.core.multiarray failed to import`, rebuild against NumPy 2.\n',
  ],
  [
    'a changelog',
    '- Fixed ImportError: numpy.core.multiarray failed to import (#123)\n* RuntimeError: module compiled against API version 0xf but this version of numpy is 0xe: fixed\n',
  ],
  [
    'a quoted report',
    '> ImportError: libfoo.so.1: cannot open shared object file: No such file or directory\n',
  ],
  [
    'names of tests',
    'tests/test_abi.py::test_numpy_abi PASSED\ntests/test_abi.py::test_segmentation_fault PASSED\ntests/test_exit.py::test_exit_code_139 PASSED\n',
  ],
  [
    'a passing test that prints a word',
    'checking for Segmentation fault handling ... ok\nexit code 0\n',
  ],
  ['compiler warnings', "src/a.c:3:5: warning: 'NPY_INFINITY' is deprecated\n"],
  [
    'ordinary exit codes',
    '##[error]Process completed with exit code 1.\nexit status 2\nThe operation was canceled. exit code 143\n',
  ],
  [
    'a diff',
    '+ImportError: numpy.core.multiarray failed to import\n-Fatal Python error: Segmentation fault\n',
  ],
  ['a resolver explaining Python', 'Because the weather depends on x, we stay.\n'],
  [
    'a handled warning',
    'Windows fatal exception: code 0xe06d7363\n\n===== 12 passed in 1.2s =====\n',
  ],
])('%s is no finding', async (_name, text) => {
  expect((await explain(text)).findings).toEqual([]);
});

test.each<[string, string, string]>([
  ['GitHub', `${STAMP}##[error]Process completed with exit code 139.`, 'crash'],
  [
    'subprocess',
    "subprocess.CalledProcessError: Command '['python']' returned non-zero exit status -11.",
    'crash',
  ],
  ['signals', 'died with <Signals.SIGSEGV: 11>.', 'crash'],
  [
    'bash',
    '/tmp/x.sh: line 3:  1234 Segmentation fault      (core dumped) python -c "import x"',
    'crash',
  ],
  ['Windows', '##[error]Process completed with exit code 3221225477.', 'crash'],
  ['Windows, signed', 'exited with code -1073741819', 'crash'],
  [
    'pytest-timeout',
    '+++++++++++++++++++++++++++++++++++ Timeout ++++++++++++++++++++++++++++++++++++',
    'timeout',
  ],
  [
    'one pasted line',
    'RuntimeError: module compiled against API version 0xf but this version of numpy is 0xe',
    'np-api-too-new',
  ],
  [
    'torch',
    'site-packages/torch/nn/modules/t.py:20: UserWarning: Failed to initialize NumPy: _ARRAY_API not found (Triggered internally at ../torch/csrc/utils/tensor_numpy.cpp:84.)',
    'swallowed',
  ],
  [
    'free-threaded',
    "<frozen importlib._bootstrap>:491: RuntimeWarning: The global interpreter lock (GIL) has been enabled to load module 'x', which has not declared that it can run safely without the GIL.",
    'py-gil-enabled',
  ],
  [
    'MSVC',
    "src\\fast.c(12): error C2039: 'elsize': is not a member of '_PyArray_Descr'",
    'build-np2-removed-c-api',
  ],
  [
    'clang',
    "src/fast.c:12:9: error: no member named 'elsize' in 'struct _PyArray_Descr'",
    'build-np2-removed-c-api',
  ],
])('%s: %s', async (_name, line, kind) => {
  const result = await explain(`${line}\n`);
  expect(result.findings.map((one) => one.kind)).toEqual([kind]);
  expect(result.recognised).toBe(true);
});

test('pytest’s collection error: culprit and line numbers', async () => {
  const log = [
    '==================================== ERRORS ====================================',
    '_____________________ ERROR collecting tests/test_ext.py ______________________',
    'tests/test_ext.py:3: in <module>',
    '    import h5py',
    '/opt/venv/lib/python3.11/site-packages/h5py/__init__.py:25: in <module>',
    '    from . import _errors',
    'h5py/_errors.pyx:1: in init h5py._errors',
    '    ???',
    'E   ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject',
    '=========================== short test summary info ============================',
    'ERROR tests/test_ext.py - ValueError: numpy.dtype size changed, may indicate',
  ];
  const { findings } = await explain(log.map((line) => STAMP + line).join('\n'));
  expect(findings).toMatchObject([
    { kind: 'np1-on-np2', lines: [9], culprit: { distribution: 'h5py', module: 'h5py._errors' } },
  ]);
});

test('several findings in one log, each once, worst first', async () => {
  const missing =
    'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nImportError: libfoo.so.1: cannot open shared object file: No such file or directory\n';
  const gil =
    "<frozen x>:1: RuntimeWarning: The global interpreter lock (GIL) has been enabled to load module 'x', which\n";
  const { findings } = await explain(gil, 'noise\n', missing, 'noise\n', missing);
  expect(findings.map((one) => [one.kind, one.lines])).toEqual([
    ['ld-missing-library', [5, 9]],
    ['py-gil-enabled', [1]],
  ]);
});

test('versions come from what the log says was installed', async () => {
  const { findings } = await explain(
    'Successfully installed numpy-2.0.2 pandas-2.0.3\n',
    'Traceback (most recent call last):\n  File "/v/lib/python3.11/site-packages/pandas/__init__.py", line 1, in <module>\n  File "interval.pyx", line 1, in init pandas._libs.interval\nValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject\n',
  );
  expect(findings[0]?.culprit).toMatchObject({ distribution: 'pandas', version: '2.0.3' });
  expect(findings[0]?.explanation).toContain('NumPy 2.0.2');
});

test('an exception that no rule knows is unclassified and not recognised', async () => {
  const result = await explain(
    'Traceback (most recent call last):\n  File "x.py", line 1, in <module>\nFooError: bar\n',
  );
  expect(result.findings.map((one) => one.kind)).toEqual(['unclassified']);
  expect(result.findings[0]?.evidence).toContain('FooError: bar');
  expect(result.recognised).toBe(false);
});

test('the cut between chunks does not matter', async () => {
  const text =
    'é\r\nTraceback (most recent call last):\n  File "<string>", line 1, in <module>\nModuleNotFoundError: No module named \'numpy\'\n';
  const bytes = new TextEncoder().encode(text);
  const whole = await explain(text);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
      expect(await explain(...pieces)).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

const WORDS = [
  'Traceback (most recent call last):',
  '  File "/a/site-packages/p/x.py", line 3, in <module>',
  '    from . import _x',
  'ImportError: boom',
  'A module that was compiled using NumPy 1.x cannot be run in',
  'NumPy 2.0.2 as it may crash.',
  '',
  'Fatal Python error: Aborted',
  'Timeout (0:00:02)!',
  'Current thread 0x1 (most recent call first):',
  '  <no Python frame>',
  'E   ',
  'E   ValueError',
  'exit code 139',
  '\u001b[31m',
  '##[error]',
  'During handling of the above exception, another exception occurred:',
];

test('no text makes it throw', async () => {
  const line = fc.oneof(fc.constantFrom(...WORDS), fc.string());
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
      const { findings } = await explain(lines.join('\n'));
      for (const one of findings)
        expect(one.lines.every((number) => number >= 1 && number <= lines.length + 200)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('time is linear in the log, also with a line without an end', async () => {
  const seconds = async (megabytes: number) => {
    const chunk = 'aB.'.repeat(2 ** 16);
    const start = process.cpuUsage();
    await explainLog(
      (async function* () {
        for (let n = 0; n < megabytes * 5; n += 1) yield chunk;
      })(),
    );
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000_000;
  };
  await seconds(1);
  expect(await seconds(20)).toBeLessThan(5);
});

test('a long line of source below a frame takes no time', async () => {
  const start = process.cpuUsage();
  await explain(
    `Traceback (most recent call last):\n  File "/venv/lib/python3.11/site-packages/foo/a.py", line 5, in f\n    ${'import'.repeat(2000)}\nImportError: numpy.core.multiarray failed to import\n`,
  );
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(5000);
});
