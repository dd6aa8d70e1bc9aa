import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked } from 'marked';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { createConsoleProgress } from '../../src/entry/console.ts';
import { createGithubProgress, printAnnotations } from '../../src/entry/github.ts';
import { createTerminalSession } from '../../src/entry/terminal-session.ts';
import { createWorkflowSession } from '../../src/entry/workflow-session.ts';
import { logLine } from '../../src/escape/command.ts';
import type { Plan } from '../../src/model/combination.ts';
import { type PlanContext, planJson, planLines } from '../../src/report/render/plan.ts';
import { planAnnotations } from '../../src/report/render/plan-annotations.ts';
import { planSummary } from '../../src/report/render/plan-summary.ts';
import { cpython } from '../plan/support/interpreters.ts';
import { obeyedCommands } from '../support/command-oracle.ts';

/** What a text of a plan may hold: it comes from a project's files, an index, or a file of parts. */
const NASTY = {
  'colours and a cleared screen': '\u001b[31mred\u001b[2J\u001b]0;title\u0007',
  'a C1 control': '\u009b31mred',
  'a carriage return': 'shown\rhidden',
  'lines of its own': 'a\n3 to run, 0 excluded\r\nnote: all is well',
  'a command of the runner': '::error::x\n::set-output name=matrix::y',
  'a command anywhere in a line': 'numpy>=1 ##[add-mask]y ##[group]z',
  'a command that ends commands': '\n::stop-commands::t',
  'marks that turn text around': 'a\u202eb\u2066c\u200bd',
  'a line separator': 'a\u2028::error::b\u0085c',
  'markup of a page': '<img src=x onerror=alert(1)></details><script>alert(1)</script>',
  'markup of a summary': '| a | [b](https://evil.example) ![c](d) ``` @octocat #1\n\n# e',
};

function planOf(text: string): Plan {
  const cell = (python: string, numpy: string) => ({
    id: `py${python}-np${numpy}${text}`,
    python: `${python}${text}`,
    numpy,
    platform: `linux${text}`,
  });
  return {
    planned: [
      {
        ...cell('3.12', '2.0.2'),
        interpreter: { ...cpython('3.12.1'), version: text, executable: `/opt/${text}` },
      },
    ],
    excluded: [
      { ...cell('3.9', '2.5.5'), reason: `it requires numpy${text}`, cause: `it requires ${text}` },
    ],
    missing: [
      { ...cell('3.14', text), failure: { setUp: 'no-interpreter', message: text, lines: [text] } },
    ],
    notices: [text, `numpy>=1; python_version < "${text}"`],
  };
}

function contextOf(text: string): PlanContext {
  return {
    subject: text,
    version: text,
    declaredNumpy: text,
    declaredPython: text,
    pythons: [text],
    numpys: [text],
    provenance: {
      'python-version': { kind: 'pyproject', file: text, line: 1 },
      extras: { kind: 'flag', name: text },
    },
    parts: [1],
  };
}

/** A process that keeps what it is told to write. */
function machine(env: NodeJS.ProcessEnv = {}) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    columns: 80,
    isTTY: false,
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  const running = { env, stdout: stream('stdout'), stderr: stream('stderr'), cwd: tmpdir };
  return { running: running as unknown as NodeJS.Process, written };
}

/** No line of it is obeyed, and nothing in it moves, colours, reorders or hides. */
function expectHarmless(text: string) {
  expect(obeyedCommands(text)).toEqual([]);
  expectVisible(text);
}

function expectVisible(text: string) {
  expect(text.replaceAll('\n', '').replaceAll('\ufe0f', '')).not.toMatch(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u,
  );
}

describe.each(Object.entries(NASTY))('%s in a plan', (_, text) => {
  const plan = planOf(text);
  const context = contextOf(text);
  const lines = planLines(plan, context);

  it('is text on a terminal: as many lines as the plan has', () => {
    const { running, written } = machine();
    createTerminalSession(running).show(lines);
    expectHarmless(written.stdout);
    expect(written.stdout.split('\n')).toHaveLength(lines.length + 1);
  });

  it('is text in a log of the action: as many lines as the plan has', () => {
    const { running, written } = machine();
    createWorkflowSession(running).show(lines);
    expectHarmless(written.stdout);
    expect(written.stdout.split('\n')).toHaveLength(lines.length + 1);
  });

  it.each([true, false])('is one line while it is planned (looked at: %s)', (interactive) => {
    const written: string[] = [];
    const sink = { columns: 4000, write: (one: string) => written.push(one) };
    const options = { quiet: false, verbose: false, interactive, stderr: sink, stdout: sink };
    const told = [createConsoleProgress(options), createGithubProgress(options)];
    for (const progress of told) {
      progress.planned?.(text, text, plan);
      progress.combination?.(`py${text}`, text, 'failed');
    }
    const shown = written.join('');
    if (!interactive) expectHarmless(shown);
    expectVisible(shown);
    expect(shown.split('\n')).toHaveLength(told.length * 2 + 1);
  });

  it('is the message of one annotation, and nothing beside it', () => {
    const { running, written } = machine();
    const place = { file: `${text}pyproject.toml`, line: 1 };
    const shown = [
      ...planAnnotations(plan, place),
      ...planAnnotations({ ...plan, planned: [], missing: [] }, place),
    ];
    printAnnotations(createWorkflowSession(running).stdout, shown);
    expect(obeyedCommands(written.stdout)).toMatchObject([
      { grammar: 2, command: 'error' },
      { grammar: 2, command: 'error' },
    ]);
    expectVisible(written.stdout);
  });

  it('is text in the summary', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-plan-'));
    try {
      const file = join(folder, 'summary.md');
      const session = createWorkflowSession(machine({ GITHUB_STEP_SUMMARY: file }).running);
      await session.summarise(planSummary(plan, context));
      const markdown = await readFile(file, 'utf8');
      expectVisible(markdown);
      const plain = planSummary(planOf(' x'), contextOf(' x')).text;
      // The columns stand in another order.
      expect(elementsOf(markdown).toSorted()).toEqual(elementsOf(plain).toSorted());
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is the same value in JSON, in a file and before a terminal', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hostile-plan-'));
    try {
      const { running, written } = machine();
      const json = planJson(plan, context);
      const session = createTerminalSession(running);
      await session.write('-', json);
      await session.write(join(folder, 'plan.json'), json);
      const kept = await readFile(join(folder, 'plan.json'), 'utf8');
      for (const one of [written.stdout, kept]) {
        expectHarmless(one);
        expect(JSON.parse(one)).toMatchObject({
          subject: { name: text, declaredNumpy: text },
          notices: plan.notices,
          combinations: [
            { python: text },
            { reason: `it requires numpy${text}` },
            { reason: text },
          ],
        });
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

it('escapes whatever JSON text is printed, whoever wrote it', async () => {
  const { running, written } = machine();
  await createTerminalSession(running).write('-', JSON.stringify(Object.values(NASTY), null, 2));
  expectHarmless(written.stdout);
  expect(JSON.parse(written.stdout)).toEqual(Object.values(NASTY));
});

it('takes no text that is not cut into lines, and no line that was not made here', () => {
  const { running } = machine();
  const [terminal, workflow] = [createTerminalSession(running), createWorkflowSession(running)];
  // @ts-expect-error a text may hold lines of others
  expect(() => terminal.show(1)).toThrow();
  // @ts-expect-error a text may hold lines of others
  expect(() => workflow.show(1)).toThrow();
  const texts = (_: { show(text: string): void }) => {};
  // @ts-expect-error neither door shows a text
  texts(terminal);
  // @ts-expect-error neither door shows a text
  texts(workflow);
  // @ts-expect-error only src/escape makes what is printed as it is
  expect(() => workflow.print('::error::x')).not.toThrow();
  expect(() => workflow.print(logLine`x`)).not.toThrow();
});

/** The tags of a page: what a text holds must add none. */
function elementsOf(markdown: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterMap['node']) => {
    if ('tagName' in node) found.push(node.tagName);
    if ('childNodes' in node) for (const one of node.childNodes) visit(one);
  };
  visit(parse(marked.parse(markdown, { gfm: true, async: false })));
  return found;
}
