import { expect, it } from '@jest/globals';
import { ofThatPython } from '../../src/plan/of-that-python.ts';

it.each([
  ['Python 3.14 is not available here', '3.14', 'that Python is not available here'],
  [
    'none of the 2 wheels of pkg 1.0 installs on CPython 3.8: they are for cp310',
    '3.8',
    'none of the 2 wheels of pkg 1.0 installs on that Python: they are for cp310',
  ],
  ['Python 3.13t is not available here', '3.13t', 'that Python is not available here'],
  ['Python 3.13t is not available here', '3.13', 'Python 3.13t is not available here'],
  ['pkg requires Python >=3.10', '3.10', 'pkg requires Python >=3.10'],
  ['Python 3.1', '3.10', 'Python 3.1'],
])('%s (%s)', (reason, label, expected) => {
  expect(ofThatPython(reason, label)).toBe(expected);
});
