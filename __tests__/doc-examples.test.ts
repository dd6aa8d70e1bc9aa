import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { docExamples, evaluate, expectation } from './support/doc-examples.ts';

/** Examples that show a shape: they name values that a reader imagines, or a function of one file. */
const SHOWN_ONLY: ReadonlySet<string> = new Set([
  'binary/scan.ts: scanBinary',
  'commands/advice/first-release.ts: findFirstReady',
  'host/together.ts: together',
  'judge/diagnose/culprit.ts: importedModule',
  'judge/diagnose/diagnose.ts: diagnose',
  'measure/probe/circular-import.ts: siblingsInCircle',
  'measure/probe/walk-target.ts: ancestry',
  'plan/declared-numpy.ts: declaredNumpy',
  'plan/select-pythons.ts: knownMinors',
  'report/render/plan-line.ts: planLine',
  'report/render/plan-line.ts: countsOf',
  'report/render/sarif.ts: pascalCase',
]);

const SOURCE = new URL('../src/', import.meta.url);
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const examples = files.flatMap((file) =>
  docExamples(new URL(file, SOURCE)).map((one) => ({ file, ...one })),
);
const nameOf = (one: (typeof examples)[number]): string =>
  `${one.file}: ${/[\w.]+(?=\()/.exec(one.expression)?.[0] ?? one.expression}`;

describe('the example in the doc comment of', () => {
  const run = examples.filter((one) => !SHOWN_ONLY.has(nameOf(one)));

  it.each(run.map((one) => [`${nameOf(one)} (line ${one.line})`, one] as const))(
    '%s gives what it says',
    async (_, { file, expression, value }) => {
      const module: Record<string, unknown> = await import(new URL(file, SOURCE).href);
      const given = await evaluate(expression, module);
      if (value === null) return;
      const wanted = expectation(value);
      if (wanted.value instanceof RegExp) expect(given).toMatch(wanted.value);
      else if (wanted.exact) expect(given).toEqual(wanted.value);
      else expect(given).toMatchObject(wanted.value as object);
    },
  );
});

it('no example is excused that is not there', () => {
  const names = examples.map(nameOf);
  expect([...SHOWN_ONLY].filter((name) => !names.includes(name))).toEqual([]);
});

it('examples are found', () => expect(examples.length).toBeGreaterThan(80));

it('every function that other files may call says what it does', () => {
  const silent = files.flatMap((file) => {
    const text = readFileSync(new URL(file, SOURCE), 'utf8');
    const found = text.matchAll(/(?<!\*\/\n)^export (?:async )?function\*? (\w+)/gm);
    return [...found].map(([, name]) => `${file}: ${name}`);
  });
  expect(silent).toEqual([]);
});
