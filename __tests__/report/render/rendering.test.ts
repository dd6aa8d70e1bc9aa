import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { liveLine } from '../../../src/entry/live-line.ts';
import { widthOf } from '../../../src/escape/terminal.ts';
import { describeCombinations } from '../../../src/report/ranges.ts';
import {
  annotationsOf,
  MAX_MESSAGE,
  MAX_PER_LEVEL,
} from '../../../src/report/render/annotations.ts';
import { reportJson } from '../../../src/report/render/json.ts';
import { summaryMarkdown } from '../../../src/report/render/summary.ts';
import { terminalReport } from '../../../src/report/render/terminal.ts';
import { REPORT_SCHEMA } from '../../../src/report/schema.ts';
import { expectGolden as golden } from '../../support/golden.ts';
import { allGreen, combination, NAMES, reports } from '../../support/reports.ts';

const expectGolden = (file: string, text: string) =>
  golden(new URL(`golden/${file}`, import.meta.url), text);

describe('golden files', () => {
  it.each(['myExtension', 'allGreen', 'crash', 'setUpErrors', 'hostile'] as const)('%s', (name) => {
    const report = reports[name]();
    for (const width of [50, 80, 160]) {
      expectGolden(
        `${name}.terminal.${width}.txt`,
        terminalReport(report, { width, colours: false }).text,
      );
    }
    expectGolden(`${name}.summary.md`, summaryMarkdown(report).text);
    const shown = annotationsOf(report).map(
      ({ message, ...rest }) => `${JSON.stringify(rest)}\n${message}\n`,
    );
    expectGolden(`${name}.annotations.txt`, shown.join('\n'));
  });
});

describe('limits', () => {
  it.each(NAMES)('%s: annotations stay within GitHub’s', (name) => {
    const annotations = annotationsOf(reports[name]());
    for (const level of ['error', 'warning', 'notice']) {
      expect(annotations.filter((one) => one.level === level).length).toBeLessThanOrEqual(
        MAX_PER_LEVEL,
      );
    }
    for (const one of annotations) expect(one.message.length).toBeLessThanOrEqual(MAX_MESSAGE);
  });

  it('a cut message keeps its fix, and what is left out is named', () => {
    const annotations = annotationsOf(reports.huge());
    expect(annotations[0]?.message).toContain('Fix: build against NumPy 2');
    expect(annotations.at(-1)?.title).toBe('16 more errors in the summary');
  });

  it.each([20_000, 100_000, 400_000])(
    'the summary keeps within %d bytes by whole rows',
    (maxBytes) => {
      const text = summaryMarkdown(reports.huge(), { maxBytes }).text;
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
      if (maxBytes < 300_000) expect(text).toContain('left out');
    },
  );

  it.each(NAMES.flatMap((name) => [40, 60, 80, 120].map((width) => [name, width] as const)))(
    '%s fits %d columns',
    (name, width) => {
      for (const line of terminalReport(reports[name](), { width, colours: true }).text.split(
        '\n',
      )) {
        // A command is to be copied whole, however long.
        if (line.includes('npx numpy-abi-matrix ')) continue;
        // A single column of the grid may be wider than the window.
        if (name === 'hostile') expect(line).not.toMatch(/\u001b(?!\[\d+m)|[\r\u202e]/);
        else expect(widthOf({ format: 'terminal', text: line })).toBeLessThanOrEqual(width);
      }
    },
  );
});

describe('terminalReport()', () => {
  it('shows titles without the marks of Markdown, and commands of a fix with them', () => {
    const report = reports.myExtension();
    const findings = report.findings.map((one) => ({ ...one, title: '`pkg._core` fails' }));
    const { text } = terminalReport({ ...report, findings }, { width: 80, colours: false });
    expect(text).toContain('error  pkg._core fails\n');
    expect(text).toContain('`numpy>=2.0`');
    expect(text).not.toContain('`pkg._core`');
  });
});

describe('reportJson()', () => {
  it.each(NAMES)('%s is valid and says the same when read back', (name) => {
    const text = reportJson(reports[name]());
    const validate = new Ajv({ strict: false }).compile(REPORT_SCHEMA);
    expect(validate(JSON.parse(text))).toBe(true);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(reports[name]())));
    expect(text).toMatch(/^\{\n {2}"schema": 1,\n {2}"subject": \{\n {4}"kind"[\s\S]*\}\n$/);
  });

  it.each(['myExtension', 'hostile'] as const)(
    '%s has one line a combination, a module and a result',
    (name) => {
      const report = reports[name]();
      const lines = reportJson(report).split('\n');
      const rows = (key: string) =>
        lines.filter((line) => line.startsWith(`    {"${key}":`)).length;
      expect(rows('id')).toBe(report.combinations.length);
      expect(rows('name')).toBe(report.modules.length);
      expect(rows('combination')).toBe(report.results.length);
    },
  );
});

describe('describeCombinations()', () => {
  const all = ['3.9', '3.10', '3.11', '3.12', '3.13t'].flatMap((python) =>
    ['1.26.4', '2.0.2', '2.1.3', '2.2.6', 'none'].map((numpy) =>
      combination(
        python,
        numpy,
        python === '3.9' && numpy > '2.1' && numpy !== 'none' ? 'excluded' : 'passed',
      ),
    ),
  );
  it.each([
    [/np2/, 'Python 3.9–3.13t × NumPy 2.0, 2.1, 2.2'],
    [/py3.1[01]-np1/, 'Python 3.10, 3.11 × NumPy 1.26'],
    [/npnone/, 'Python 3.9–3.13t × no NumPy asked for'],
    [/py3.9-np1|py3.12-np2.0/, 'Python 3.9 × NumPy 1.26; Python 3.12 × NumPy 2.0'],
    [/nothing/, ''],
  ])('%s', (pattern, expected) => {
    const ids = all
      .filter((one) => one.status !== 'excluded' && pattern.test(one.id))
      .map((one) => one.id);
    expect(describeCombinations(ids, all)).toBe(expected);
  });
});

describe('liveLine()', () => {
  const state = {
    doing: ['building cp312', 'testing py3.9-np2.0.2'],
    done: 6,
    total: 14,
    failed: 1,
  };
  it.each([
    [
      100,
      '⠋ building cp312 · testing py3.9-np2.0.2 · 6/14 combinations, 1 failed · about 20 s left',
    ],
    [80, '⠋ building cp312 · +1 · 6/14 combinations, 1 failed · about 20 s left'],
    [40, '⠋ 6/14 combinations, 1 failed · buildi…'],
  ])('in %d columns', (width, expected) => {
    expect(liveLine(state, { width, tick: 0, elapsedSeconds: 15 }).text).toBe(expected);
  });
});

it.each([
  [
    'lost',
    { lost: true as const },
    /`Re-run failed jobs` measures what is missing; where its job ran out of time, .*`job-minutes`\.$/,
  ],
  ['refused', {}, /Run again what is missing, then merge\.$/],
])('a part that was %s is an error with its name, and what to do', (_, how, advice) => {
  const refused = [{ what: 'part 2/3 (linux, Python 3.11)', reason: 'it left nothing', ...how }];
  const [first] = annotationsOf({ ...allGreen(), refused });
  expect(first).toMatchObject({
    level: 'error',
    title: 'Not all was measured: part 2/3 (linux, Python 3.11)',
  });
  expect(first?.message).toMatch(advice);
});
