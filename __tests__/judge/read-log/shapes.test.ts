import { expect, test } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';
import { FORMS } from './forms.ts';
import { NO_ABI_FAILURE } from './no-abi-failure.ts';
import { ADVISED, PASTED } from './pasted.ts';
import { HARMLESS, SHAPES } from './shapes.ts';

async function explain(text: string) {
  return explainLog(
    (async function* () {
      yield text;
    })(),
  );
}

test.each([...SHAPES, ...FORMS, ...PASTED])(
  '%s',
  async (_name, text, kind, distribution, module) => {
    const { findings } = await explain(text);
    expect(findings.map((one) => [one.kind, one.culprit.distribution, one.culprit.module])).toEqual(
      [[kind, distribution, module]],
    );
    const last = text.split(/\r\n|\r|\n/).length;
    for (const { lines, shown } of findings) {
      expect(lines.every((number) => number >= 1 && number <= last)).toBe(true);
      expect(shown.some((one) => one.line !== null)).toBe(true);
    }
  },
);

test.each(ADVISED)('the advice for %s', async (_name, text, words) => {
  const { findings } = await explain(text);
  expect(findings).toMatchObject([{ fix: expect.stringMatching(words) }]);
});

test.each(HARMLESS)('nothing in %s', async (_name, text) => {
  expect((await explain(text)).findings).toEqual([]);
});

test('an exception of something else is never called a matter of the ABI', async () => {
  const { findings, recognised } = await explain(
    'web-1  | Traceback (most recent call last):\nweb-1  |   File "/app/numpy_tools.py", line 3, in load\nweb-1  |     return data["numpy"]\nweb-1  | KeyError: \'numpy\'\n',
  );
  expect(recognised).toBe(false);
  expect(findings.map((one) => one.kind)).toEqual(['unclassified']);
});

const stamped = (line: string, index: number) => `2026-03-02T10:11:${10 + index}.1234567Z ${line}`;

test.each(NO_ABI_FAILURE)('no failure of a compiled module in: %s', async (_name, text) => {
  const kept = [text, text.split('\n').map(stamped).join('\n'), JSON.stringify({ message: text })];
  for (const one of kept) {
    const { findings } = await explain(one);
    const told = findings.filter(({ kind }) => /^(?:np|swallowed|numpy-|ld-|py-)/.test(kind));
    expect(told).toEqual([]);
  }
});

test.each<[string, string, readonly string[]]>([
  [
    'a ruler below a message that is as long as a console is wide',
    [
      '2.5 Traceback (most recent call last):',
      '2.5   File "thinc/backends/numpy_ops.pyx", line 1, in init thinc.backends.numpy_ops',
      '2.5 ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject',
      '------',
      'Dockerfile:7',
      '--------------------',
    ].join('\n'),
    [
      'ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject',
    ],
  ],
  [
    'the thread that died, not those above it',
    [
      'Fatal Python error: Floating point exception',
      '',
      'Thread 0x00007f1acf5b5640 (most recent call first):',
      '  File "/v/lib/python3.11/site-packages/execnet/gateway_base.py", line 400 in read',
      '',
      'Current thread 0x00007f1ad1550000 (most recent call first):',
      '  File "/home/me/tests/test_shape.py", line 1065 in test_shape_property',
    ].join('\n'),
    [
      'Fatal Python error: Floating point exception',
      'File "/home/me/tests/test_shape.py", line 1065 in test_shape_property',
    ],
  ],
])('the evidence shows %s', async (_name, text, shown) => {
  const { findings } = await explain(text);
  expect(findings.flatMap((one) => one.shown.map((line) => line.text))).toEqual(shown);
});

test('a script is not to be upgraded', async () => {
  const { findings } = await explain(
    'Fatal Python error: Segmentation fault\n\nCurrent thread 0x1 (most recent call first):\n  File "/home/me/run.py", line 5 in main\n',
  );
  expect(findings).toMatchObject([
    {
      title: 'A call in `/home/me/run.py` crashes (SIGSEGV)',
      fix: expect.not.stringMatching(/pgrade/),
    },
  ]);
});
