import type { Interpreter } from '../../src/packaging/interpreter.ts';
import { knownMinors, selectPythons } from '../../src/plan/select-pythons.ts';
import { parsePythonSpec } from '../../src/settings/python-spec.ts';
import { cpython } from './support/interpreters.ts';
import { recordedNumpy } from './support/numpy-index.ts';

const here: readonly Interpreter[] = [
  cpython('3.8.18'),
  cpython('3.9.18'),
  cpython('3.11.4', { source: 'tool-cache' }),
  cpython('3.11.7', { source: 'path' }),
  cpython('3.11.7', { source: 'pyenv', executable: '/pyenv/3.11.7' }),
  cpython('3.13.0'),
  cpython('3.13.0', { freeThreaded: true }),
  cpython('3.15.0rc2'),
  cpython('3.10.14', { implementation: 'pypy' }),
];
const known = knownMinors(recordedNumpy(), here);

function select(specs: readonly string[], requiresPython: string | null = null) {
  const result = selectPythons({
    specs: specs.map((text) => {
      const spec = parsePythonSpec(text);
      if (spec.kind === 'problem') {
        throw new Error(spec.message);
      }
      return spec;
    }),
    available: here,
    explicit: new Map([['./mine', cpython('3.12.1', { source: 'explicit' })]]),
    requiresPython,
    known,
  });
  return {
    chosen: result.chosen.map(({ label, interpreter }) => `${label} ${interpreter.version}`),
    missing: result.missing.map(({ label, request }) => `${label} ${request}`),
    problems: result.problems.map(({ message, remedy }) => `${message}. ${remedy}`),
  };
}

test('known minors come from the index and the machine', () => {
  expect(known).toEqual([8, 9, 10, 11, 12, 13, 14, 15]);
});

test.each<[readonly string[], string | null, readonly string[], readonly string[]]>([
  [['auto'], '>=3.11', ['3.11 3.11.7', '3.13 3.13.0'], ['3.12 3.12', '3.14 3.14', '3.15 3.15']],
  [['auto'], '>=3.8,<3.10', ['3.8 3.8.18', '3.9 3.9.18'], []],
  [['auto'], '==3.11.4', ['3.11 3.11.4'], []],
  [['3.11', '3.11.7', '3.11'], null, ['3.11 3.11.7'], []],
  [['3.11', '3.11.4'], null, ['3.11.4 3.11.4', '3.11.7 3.11.7'], []],
  [
    ['3.13t', '3.13', 'pypy3.10', '3.9'],
    null,
    ['3.9 3.9.18', '3.13 3.13.0', '3.13t 3.13.0', 'pypy3.10 3.10.14'],
    [],
  ],
  [['3.15-dev'], null, ['3.15 3.15.0rc2'], []],
  [['3.15.0rc2'], null, ['3.15 3.15.0rc2'], []],
  [['3.15'], null, [], ['3.15 3.15']],
  [['3.14t', 'pypy3.9', '3.12.3'], null, [], ['3.14t 3.14t', 'pypy3.9 pypy3.9', '3.12.3 3.12.3']],
  [['3.x'], null, ['3.13 3.13.0'], []],
  [['>=3.9,<3.12'], null, ['3.9 3.9.18', '3.11 3.11.7'], ['3.10 3.10']],
  [
    ['<=3.11', './mine'],
    null,
    ['3.8 3.8.18', '3.9 3.9.18', '3.11 3.11.7', '3.12 3.12.1'],
    ['3.10 3.10'],
  ],
])('%j with requires-python %s', (specs, required, chosen, missing) => {
  expect(select(specs, required)).toEqual({ chosen, missing, problems: [] });
});

test('only a version that was written is named: no range, auto or 3.x', () => {
  const named = (text: string) => {
    const spec = parsePythonSpec(text);
    if (spec.kind === 'problem') throw new Error(spec.message);
    const input = { available: [], explicit: new Map(), requiresPython: '>=3.12', known };
    return new Set(selectPythons({ ...input, specs: [spec] }).missing.map((one) => one.named));
  };
  const kinds = ['auto', '>=3.12', '3.x', '3.12', '3.12.4', '3.14t', '3.15-dev', 'pypy3.10'];
  expect(kinds.map((text) => [text, ...named(text)])).toEqual([
    ...kinds.slice(0, 3).map((text) => [text, false]),
    ...kinds.slice(3).map((text) => [text, true]),
  ]);
});

test('of equal versions the first in the order of search is taken', () => {
  const [spec] = [parsePythonSpec('3.11')];
  expect(spec.kind).not.toBe('problem');
  const result = selectPythons({
    specs: spec.kind === 'problem' ? [] : [spec],
    available: here,
    explicit: new Map(),
    requiresPython: null,
    known,
  });
  expect(result.chosen[0]?.interpreter.executable).toBe('/pyenv/3.11.7');
});

test('all problems are told together', () => {
  expect(select(['3.99', './not-there', '3.8']).problems).toEqual([
    'Python 3.99 does not exist. Known here: 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14, 3.15',
    '"./not-there" is no Python interpreter. Give the path of an executable that prints its version with --version',
  ]);
});

test('a pre-release is not chosen unasked, and that is the reason shown', () => {
  const { missing } = selectPythons({
    specs: [{ kind: 'auto', text: 'auto' }],
    available: here,
    explicit: new Map(),
    requiresPython: '>=3.15',
    known,
  });
  expect(missing.map(({ reason }) => reason)).toEqual([
    'only a pre-release of Python 3.15 is available here (3.15.0rc2): ask for 3.15-dev to test it',
  ]);
});
