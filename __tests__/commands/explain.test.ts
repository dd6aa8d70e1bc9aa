import { expect, test } from '@jest/globals';
import { explain } from '../../src/commands/explain.ts';
import { EXIT } from '../../src/model/user-error.ts';
import { explainText } from '../../src/report/render/explain.ts';

async function* chunks(
  ...parts: readonly (string | Uint8Array)[]
): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

test.each<[string, readonly (string | Uint8Array)[]]>([
  ['nothing', []],
  ['blank lines', ['\n \r\n\t\n']],
  ['a byte order mark alone', [new Uint8Array([0xef, 0xbb, 0xbf])]],
])('%s is told apart from a log without a failure', async (_name, parts) => {
  await expect(explain(chunks(...parts), '"x.log"')).rejects.toMatchObject({
    message: 'There is nothing to explain: "x.log" is empty',
    exitCode: EXIT.usage,
  });
});

test('bytes that are no text are refused', async () => {
  const bytes = new Uint8Array(4000).map((_, at) => (at * 37) % 256);
  await expect(explain(chunks(bytes), 'standard input')).rejects.toMatchObject({
    message: 'Cannot explain standard input: it is no text but binary data',
    exitCode: EXIT.usage,
  });
});

const UNKNOWN =
  "Traceback (most recent call last):\n  File \"h5py/h5t.pyx\", line 262, in init h5py.h5t\nAttributeError: 'numpy.dtype' object has no attribute 'typeobj'\n";

test('the terminal shows what the JSON has, also where no rule applies', async () => {
  const found = await explain(chunks(UNKNOWN), 'x.log');
  const { text } = explainText(found, 100, { documentationBase: 'https://x/v1/' });
  expect(found.exitCode).toBe(EXIT.findings);
  expect(text).toContain('culprit: h5py.h5t of h5py');
  expect(text).toContain(
    "line 3 | AttributeError: 'numpy.dtype' object has no attribute 'typeobj'",
  );
  expect(text).toContain('No rule knows this failure');
  expect(text).toContain('kind: unclassified (https://x/v1/docs/failures/unclassified.md)');
});

test('a prompt and an installer’s last words are no evidence of a crash', async () => {
  const log =
    'Installed 33 packages in 12ms\n$ python -c "import x"\nFatal Python error: Segmentation fault\n\nCurrent thread 0x1 (most recent call first):\n  File "/v/site-packages/x/a.py", line 3 in f\n';
  const { findings } = await explain(chunks(log), 'x.log');
  expect(findings[0]?.shown).toEqual([
    { line: 3, text: 'Fatal Python error: Segmentation fault' },
    { line: 6, text: 'File "x/a.py", line 3 in f' },
  ]);
});

test('a complaint of NumPy’s is an error when the program ended badly, a warning when it went on', async () => {
  const complaint =
    '\nA module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.0.2 as it may crash. To support both 1.x and 2.x\n\nTraceback (most recent call last):  File "<string>", line 1, in <module>\n  File "/v/site-packages/pkg/__init__.py", line 2, in <module>\n    from . import _fast\nAttributeError: _ARRAY_API not found\n';
  const kindOf = async (end: string) =>
    (await explain(chunks(complaint, end), 'x.log')).findings.map((one) => one.kind);
  expect(await kindOf('make: *** [test] Error 1\n')).toEqual(['np1-on-np2']);
  expect(await kindOf('collected 12 items\n===== 12 passed in 1.2s =====\n')).toEqual([
    'swallowed',
  ]);
});
