import { describe, expect, it, test } from '@jest/globals';
import { assembleReport } from '../../src/commands/conclude/assemble.ts';
import {
  invocationFor,
  invocationOfRun,
  programInWorkflow,
  programOnTerminal,
} from '../../src/entry/invocation.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import { reproduceCommand, reproduceFinding } from '../../src/report/reproduce.ts';
import type { Config } from '../../src/settings/config.ts';
import { recorded } from '../support/recorded.ts';
import { combination, report } from '../support/reports.ts';

const nothing = { given: [], smoke: null, pythons: [] };
const given = (...pairs: readonly (readonly [string, ...string[]])[]) => ({
  ...nothing,
  given: pairs.map(([name, ...texts]) => ({ name, texts })),
});
const of = (config: Parameters<typeof invocationFor>[0]) =>
  invocationFor(config, 'P', (text) => text.replace('secret', '***')).arguments;

describe('invocationFor()', () => {
  it.each([
    ['nothing', nothing, ['.']],
    ['a project', given(['project', 'examples/x']), ['examples/x']],
    [
      'wheels of an input',
      given(['wheels', 'a/*.whl\nb/*.whl\n']),
      ['--wheel', 'a/*.whl', '--wheel', 'b/*.whl'],
    ],
    [
      'the axes, which come anew',
      given(['python-version', '3.12'], ['numpy-version', '2.0']),
      ['.'],
    ],
    ['what shapes output', given(['json', 'x'], ['quiet', 'true'], ['report-dir', 'd']), ['.']],
    ['build-numpy', given(['build-numpy', '1.26']), ['.', '--build-numpy', '1.26']],
    ['extras by word', given(['extras', 'a, b']), ['.', '--extra', 'a', '--extra', 'b']],
    ['a switch', given(['compare', 'true']), ['.', '--compare']],
    ['a switch that is off', given(['compare', 'false']), ['.', '--no-compare']],
    ['metadata', given(['metadata', 'ignore']), ['.', '--metadata', 'ignore']],
    [
      'environment',
      given(['environment', 'A\nB']),
      ['.', '--environment', 'A', '--environment', 'B'],
    ],
    [
      'a secret',
      given(['index-url', 'https://u:secret@h/']),
      ['.', '--index-url', 'https://u:***@h/'],
    ],
  ] as const)('takes %s', (_, config, expected) => {
    expect([...of(config)].sort()).toEqual([...expected].sort());
  });

  it('saves smoke code of an input as a file', () => {
    const smoke = { code: 'import x', name: '<smoke>', file: null };
    expect(of({ ...given(['smoke', 'import x']), smoke })).toEqual(['.', '--smoke', 'smoke.py']);
  });

  it('keeps an interpreter that was named by its path', () => {
    const pythons = [{ kind: 'path', text: '/opt/py', path: '/opt/py' }] as const;
    const invocation = invocationFor({ ...nothing, pythons }, 'P', (text) => text);
    const found = report({ combinations: [combination('3.11', '2.0.2', 'failed')] });
    expect(reproduceCommand(found, 'py3.11-np2.0.2', invocation)).toBe(
      'P check . --python /opt/py --numpy 2.0.2',
    );
  });

  it('quotes for the shell of the reader', () => {
    const found = report({ combinations: [combination('3.11', '2.0.2', 'failed')] });
    const command = (windows: boolean) => {
      const config = given(['project', 'my project'], ['constraints', 'C:\\x\\c.txt']);
      const invocation = invocationFor(config, 'P', (text) => text, windows);
      return reproduceCommand(found, 'py3.11-np2.0.2', invocation);
    };
    expect(command(true)).toBe(
      'P check "my project" --constraint C:\\x\\c.txt --python 3.11 --numpy 2.0.2',
    );
    expect(command(false)).toBe(
      "P check 'my project' --constraint 'C:\\x\\c.txt' --python 3.11 --numpy 2.0.2",
    );
  });
});

describe('invocationOfRun()', () => {
  const words = (mode: string, asked?: readonly string[]) => {
    const { asked: _, ...run } = recorded('pandas-2.0.3');
    const measurements = asked === undefined ? run : { ...run, asked };
    const config = { mode, given: [], run: { smoke: null }, axes: { pythons: [] } };
    const found = { report: assembleReport(run, judgeRun(run), []), measurements };
    const clean = (text: string) => text.replace('secret', '***');
    return invocationOfRun(found, config as unknown as Config, 'P', clean).arguments;
  };
  const asked = ['--package', 'pandas==2.0.3', '--index-url', 'https://secret@h/'];

  it.each([
    ['a check was asked for here', 'check', asked, ['.']],
    [
      'a merge asks as the run that measured',
      'merge',
      asked,
      [...asked.slice(0, 3), 'https://***@h/'],
    ],
    ['measurements that do not say so', 'merge', undefined, ['--package', 'pandas==2.0.3']],
  ])('%s', (_name, mode, given, expected) => {
    expect(words(mode, given)).toEqual(expected);
  });
});

describe('the program', () => {
  it.each([
    [['node', '/x/node_modules/.bin/numpy-abi-matrix'], {}, 'numpy-abi-matrix'],
    [['node', '/x/numpy-abi-matrix'], { npm_command: 'exec' }, 'npx numpy-abi-matrix'],
    [['node', '/home/me/tool/dist/cli.mjs'], {}, 'node dist/cli.mjs'],
    [['node', '/opt/a b/dist/cli.mjs'], {}, 'node "../../../opt/a b/dist/cli.mjs"'],
  ])('on a terminal: %j', (argv, env, expected) => {
    const program = programOnTerminal(argv, env, '/home/me/tool');
    expect([expected, 'node "/opt/a b/dist/cli.mjs"']).toContain(program);
  });

  it.each([
    [
      { GITHUB_ACTION_REPOSITORY: 'o/n', GITHUB_ACTION_REF: 'v1' },
      '/a/dist/action.mjs',
      'npx github:o/n#v1',
    ],
    [{}, '/work/space/dist/action.mjs', 'node dist/cli.mjs'],
    [
      { GITHUB_ACTION_REPOSITORY: 'o/n; rm', GITHUB_ACTION_REF: 'v1' },
      '/a/dist/action.mjs',
      'npx numpy-abi-matrix',
    ],
  ])('in a workflow: %j', (env, script, expected) => {
    expect(programInWorkflow(env, script, '/work/space')).toBe(expected);
  });
});

test('what shows only beside another NumPy is reproduced with one that works', () => {
  const combinations = [
    combination('3.11', '1.25.2', 'passed'),
    combination('3.11', '1.26.4', 'passed'),
    combination('3.11', '2.0.2', 'failed'),
    combination('3.12', '2.0.2', 'failed'),
  ];
  const found = { ...report(), combinations };
  const of = (kind: string, ...combinations: readonly string[]) =>
    reproduceFinding({ kind, combinations }, found);
  const command = 'npx numpy-abi-matrix check . --python 3.11';
  expect(of('np1-on-np2', 'py3.11-np2.0.2')).toBe(`${command} --numpy 2.0.2`);
  expect(of('range-too-wide', 'py3.11-np2.0.2')).toBe(`${command} --numpy 1.26.4 --numpy 2.0.2`);
  expect(of('range-too-wide', 'py3.12-np2.0.2')).toMatch(/ --python 3.12 --numpy 2.0.2$/);
  expect(of('range-too-wide')).toBeNull();
});
