import { expect, it } from '@jest/globals';
import type { Config } from '../../src/settings/config.ts';
import { unusedInputs } from '../../src/settings/unused-inputs.ts';

it.each<[Config['mode'], string, string, readonly string[]]>([
  ['plan', 'smoke', 'smoke.py', ['smoke: mode plan does not take it, only check']],
  [
    'merge',
    'known-failures',
    'numpy<2: x',
    ['known-failures: mode merge does not take it, only check, plan or build'],
  ],
  [
    'audit',
    'python-version',
    '3.12',
    ['python-version: mode audit does not take it, only check, plan or build'],
  ],
  ['check', 'timings', 'parts', ['timings: mode check does not take it, only plan']],
  ['plan', 'python-version', '3.12', []],
  ['merge', 'fail-on', 'warning', []],
  ['audit', 'wheels', '*.whl', []],
  ['merge', 'measurements', 'parts', []],
  ['merge', 'compare', ' False ', []],
  ['merge', 'cache', 'true', []],
])('of mode %s the input %s is known for unused', (mode, name, text, lines) => {
  expect(unusedInputs({ mode, given: [{ name, texts: [text] }] })).toEqual(lines);
});
