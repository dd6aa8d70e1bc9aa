import type { SubjectFacts } from '../../src/model/subject-facts.ts';
import { missingExtras } from '../../src/plan/missing-extras.ts';

const facts = (name: string, provides: readonly string[] | null, extras: readonly string[] = []) =>
  ({
    name,
    version: '1.0',
    requiresPython: null,
    requirements: [],
    extras,
    wheels: null,
    provides,
  }) satisfies SubjectFacts;

test.each<[string, readonly SubjectFacts[], readonly string[], readonly string[]]>([
  ['one that is there', [facts('a', ['plot'])], ['plot'], []],
  ['none asked for', [facts('a', [])], [], []],
  ['one that is not', [facts('a', ['io', 'plot'])], ['plto'], ['a has no extra "plto"']],
  ['of several subjects one has it', [facts('a', []), facts('b', ['x'])], ['x'], []],
  [
    'of several subjects none',
    [facts('a', []), facts('b', ['y'])],
    ['x'],
    ['a, b has no extra "x"'],
  ],
  ['what a subject has is unknown before a build', [facts('a', null)], ['x'], []],
  ['one of a requirement line', [facts('a', ['y'], ['z'])], [], ['a has no extra "z"']],
  [
    'a release that only some Pythons get has it',
    [{ ...facts('a', null), onPython: { '3.9': facts('a', []), '3.12': facts('a', ['x']) } }],
    ['x'],
    [],
  ],
])('%s', (_, subjects, wanted, messages) => {
  expect(missingExtras(subjects, wanted).map(({ message }) => message)).toEqual(messages);
});

test('the extras that there are stand in the remedy', () => {
  const [problem] = missingExtras([facts('a', ['plot', 'io'])], ['x']);
  expect(problem?.remedy).toBe('Its extras are io, plot; correct the name');
});
