import { expect, test } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';
import { FORMS } from './forms.ts';
import { NO_ABI_FAILURE } from './no-abi-failure.ts';
import { HARMLESS, SHAPES } from './shapes.ts';

async function explain(text: string) {
  return explainLog(
    (async function* () {
      yield text;
    })(),
  );
}

test.each([...SHAPES, ...FORMS])('%s', async (_name, text, kind, distribution, module) => {
  const { findings } = await explain(text);
  expect(findings.map((one) => [one.kind, one.culprit.distribution, one.culprit.module])).toEqual([
    [kind, distribution, module],
  ]);
  const last = text.split(/\r\n|\r|\n/).length;
  for (const { lines, shown } of findings) {
    expect(lines.every((number) => number >= 1 && number <= last)).toBe(true);
    expect(shown.some((one) => one.line !== null)).toBe(true);
  }
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
