import { expect, test } from '@jest/globals';
import { explainLog } from '../../../src/judge/explain-log/explain.ts';

const MODULE =
  '/opt/venv/lib/python3.12/site-packages/acmesig/_core.cpython-312-x86_64-linux-gnu.so';

/** rich's traceback with a table of locals, as `Traceback(show_locals=True, width=width)` prints it. */
function box(width: number): readonly string[] {
  const inside = width - 4;
  const title = ' Traceback (most recent call last) ';
  const rest = width - 2 - title.length;
  const rule = (text: string) =>
    text.padStart((inside + text.length) >> 1, '─').padEnd(inside, '─');
  const lines = [
    '/srv/app/main.py:9 in <module>',
    '',
    '    8 │   request = {}',
    '❱   9 │   import acmesig',
    '',
    `╭${rule(' locals ').slice(1, -1)}╮`,
    ...Array.from({ length: 12 }, (_, at) => `│ ${`name${at} = 'x'`.padEnd(inside - 4)} │`),
    `╰${'─'.repeat(inside - 2)}╯`,
    '',
    '/opt/venv/lib/python3.12/site-packages/acmesig/__init__.py:1 in <module>',
    '',
    '❱   1 from ._core import plan',
  ];
  return [
    `╭${'─'.repeat(rest >> 1)}${title}${'─'.repeat(rest - (rest >> 1))}╮`,
    ...lines.map((text) => `│ ${text.padEnd(inside)} │`),
    `╰${'─'.repeat(width - 2)}╯`,
  ];
}

async function explain(lines: readonly string[]) {
  const { findings } = await explainLog(
    (async function* () {
      yield lines.join('\n');
    })(),
  );
  return findings.map((one) => [one.kind, one.culprit.distribution, one.culprit.module]);
}

test.each([80, 100, 140, 213])('rich’s box of %i columns, with locals', async (width) => {
  const message = [`ImportError: ${MODULE}:`, 'undefined symbol: acme_plan'];
  const broken = message.join(' ').length > width ? message : [message.join(' ')];
  const told = [['ld-undefined-symbol', 'acmesig', 'acmesig._core']];
  expect(await explain([...box(width), ...broken])).toEqual(told);
  expect(await explain([...box(width), ...broken, 'INFO: shutting down'])).toEqual(told);
});

test('a line below an exception that had room is none of its own', async () => {
  const lines = [...box(140), 'ValueError: nothing here', 'numpy 1.26.4 is installed'];
  expect((await explain(lines)).map(([kind]) => kind)).toEqual(['unclassified']);
});
