import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMMANDS } from '../../src/settings/commands.ts';
import { helpText } from '../../src/settings/help.ts';
import type { Command } from '../../src/settings/option.ts';
import { OPTIONS } from '../../src/settings/options.ts';
import { type CliRequest, parseCli } from '../../src/settings/parse-cli.ts';

const given = (request: CliRequest) =>
  'given' in request ? Object.fromEntries(request.given.map((one) => [one.name, one.texts])) : {};
const messages = (request: CliRequest) =>
  'problems' in request
    ? request.problems.map(({ where, message, remedy }) => `${where}: ${message}. ${remedy}`)
    : [];

describe('parseCli() reads', () => {
  it.each<[string, Record<string, readonly string[]>]>([
    ['check .', { project: ['.'] }],
    ['check . --numpy 1.26 --numpy=2.0', { project: ['.'], 'numpy-version': ['1.26', '2.0'] }],
    ['--quiet check', { quiet: ['true'] }],
    ['check --no-compare', { compare: ['false'] }],
    ['check --compare=false', { compare: ['false'] }],
    ['check -j 2 -qv', { jobs: ['2'], quiet: ['true'], verbose: ['true'] }],
    ['check --jobs -2', { jobs: ['-2'] }],
    ['check --json -', { json: ['-'] }],
    ['check --module !pkg.tests.*', { modules: ['!pkg.tests.*'] }],
    ['plan --numpy <2', { 'numpy-version': ['<2'] }],
    ['check --wheel d/a.whl d/b.whl', { wheels: ['d/a.whl', 'd/b.whl'] }],
    ['check --wheel a.whl b.whl -j 2 c.whl', { wheels: ['a.whl', 'b.whl', 'c.whl'], jobs: ['2'] }],
  ])('%s', (line, expected) => {
    const request = parseCli(line.split(' '));
    expect(messages(request)).toEqual([]);
    expect(given(request)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['', 'help'],
    ['--help', 'help'],
    ['help plan', 'help'],
    ['check --help --nonsense', 'help'],
    ['--version', 'version'],
    ['explain log.txt', 'explain'],
    ['plan', 'run'],
  ])('%p as %s', (line, kind) => {
    expect(parseCli(line === '' ? [] : line.split(' ')).kind).toBe(kind);
  });
});

describe('parseCli() complains about', () => {
  it.each<[string, RegExp]>([
    ['check --numpi 2', /--numpi: There is no such flag\. Did you mean --numpy\?/],
    ['check --python-version 3.12', /Did you mean --python\?/],
    ['check --wheels x', /Did you mean --wheel\?/],
    ['check --zzzzzzz', /See check --help/],
    ['plan --smoke x.py', /--smoke: plan does not take it, only check/],
    ['explain --numpy 2', /explain does not take it/],
    ['check --all-platforms', /check does not take it, only audit/],
    ['chekc .', /Did you mean check\?/],
    ['./project', /Did you mean check \.\/project\?/],
    ['bisect .', /Did you mean check --bisect\?/],
    ['frobnicate', /Use check, plan, build, merge, audit, explain or cache; see --help/],
    ['help chek', /Did you mean check\?/],
    ['chek --help', /Did you mean check\?/],
    ['cache clear', /cache: It cannot "clear", only "prune"/],
    ['--numpy 2', /No command is given/],
    ['check --python --numpy 2', /--python: It needs a value \(SPEC\), but --numpy follows/],
    ['check --python', /but nothing follows/],
    ['check --timeout 1 --timeout 2', /given twice: 1 and 2/],
    ['check a b', /One PROJECT is tested at a time/],
    ['check a.whl', /Use --wheel/],
    ['check a.whl b.whl', /Use --wheel for wheels: --wheel a\.whl --wheel b\.whl/],
    ['check --wheel d/a.whl d/a.tar.gz d/b.zip', /pattern in quotes/],
  ])('%s', (line, expected) => {
    expect(messages(parseCli(line.split(' '))).join('\n')).toMatch(expected);
  });

  it('an unknown flag without taking its value for the project', () => {
    const request = parseCli(['check', '--numpi', '2', 'sub']);
    expect(given(request)).toEqual({ project: ['sub'] });
    expect(messages(request)).toHaveLength(1);
  });

  it('everything at once', () => {
    expect(
      messages(parseCli(['check', '--numpi', '2', '--all-platforms', '--python'])),
    ).toHaveLength(3);
  });

  it('anything without throwing', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('check', 'plan', '--', '-', '--numpy', '--json', '-j', '--no-bisect', '--=x'),
    );
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        expect(typeof parseCli(argv).kind).toBe('string');
      }),
    );
  });
});

describe('helpText()', () => {
  const commands = Object.keys(COMMANDS) as Command[];

  it.each([null, ...commands])('fits 80 columns: %s', (command) => {
    const wide = helpText(command)
      .split('\n')
      .filter((line) => [...line].length > 80);
    expect(wide).toEqual([]);
  });

  it.each(commands)('names every flag that %s takes, and no other', (command) => {
    const text = helpText(command);
    for (const { flag, commands: takers } of OPTIONS) {
      if (flag === null) continue;
      const shown = new RegExp(`^ +(?:-., )?--${flag}\\b(?!-)`, 'm').test(text);
      expect([flag, shown]).toEqual([flag, takers.includes(command)]);
    }
  });

  it.each(commands)('shows %s in the overview', (command) => {
    expect(helpText(null)).toMatch(new RegExp(`^ +${command} `, 'm'));
  });
});
