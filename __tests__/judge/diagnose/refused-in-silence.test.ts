import { expect, it } from '@jest/globals';
import { diagnoseAll } from '../../../src/judge/diagnose/diagnose.ts';
import type { Era } from '../../../src/model/compiled-module.ts';
import { evidenceOf, NO_FACTS, observed, target } from './made-evidence.ts';

/** A module that imports without a word, by its build's NumPy, the NumPy it ran on, and its era. */
function kinds(
  buildNumpy: string | null,
  numpy: string,
  era: Era = '1.x',
  target_: string | null = null,
  also: readonly Era[] = [],
) {
  const facts = { ...NO_FACTS, capi: { era, target: target_, also } };
  const module = { ...target('pkg._a'), facts };
  const observation = observed({ numpy: { version: numpy, file: '/venv/numpy/__init__.py' } });
  const made = evidenceOf({ module, observation, subjects: ['pkg'] });
  const combination = made.combination && { ...made.combination, buildNumpy };
  return diagnoseAll({ ...made, combination }).map(({ kind, inner }) => [kind, inner]);
}

// NumPy 1.20 and 1.21 have C-API 0xe, 1.22 0xf, 1.23 and 1.24 0x10, 1.25 and 1.26 0x11.
it.each<[string | null, string, '1.x' | '2.x' | 'none', boolean]>([
  ['1.23.5', '1.21.6', '1.x', true],
  ['1.23.5', '1.22.4', '1.x', true],
  ['1.24.4', '1.22.4', '1.x', true],
  // The same level.
  ['1.24.4', '1.23.5', '1.x', false],
  ['1.21.6', '1.20.3', '1.x', false],
  ['1.23.5', '1.26.4', '1.x', false],
  // From 1.25 on the headers' default target is an old release.
  ['1.26.4', '1.21.6', '1.x', false],
  ['2.0.2', '1.21.6', '2.x', false],
  // It does not use the C-API, or nobody knows what it was built with.
  ['1.23.5', '1.21.6', 'none', false],
  [null, '1.21.6', '1.x', false],
])('built with %s, green on %s (%s): refused in silence %s', (build, numpy, era, expected) => {
  expect(kinds(build, numpy, era)).toEqual(expected ? [['swallowed', 'np-api-too-new']] : []);
});

// The target stands in the file: whose it is, and what it was built with, does not matter.
it.each<[string, Era, string, readonly Era[], boolean]>([
  ['2.0.2', '2.x', '2.3', [], true],
  ['1.26.4', '2.x', '2.0', [], true],
  ['2.0.2', 'lazy-2.x', '2.3', ['2.x'], true],
  ['2.3.5', '2.x', '2.3', [], false],
  // 2.1 and 2.2 have the same level.
  ['2.1.3', '2.x', '2.2', [], false],
  ['1.26.4', '2.x', '1.20', [], false],
])(
  'green on NumPy %s (%s, for %s, %j): refused in silence %s',
  (numpy, era, target_, also, expected) => {
    const found = kinds(null, numpy, era, target_, also);
    expect(found).toEqual(expected ? [['swallowed', 'np-api-too-new']] : []);
  },
);

it.each<[string, Era, readonly Era[], string[]]>([
  ['2.0.2', '1.x', [], ['latent-np1']],
  ['2.0.2', 'lazy-2.x', ['1.x'], ['latent-np1']],
  ['1.26.4', '1.x', [], []],
])(
  'green on NumPy %s with the import_array() of old headers (%s, %j): %j',
  (numpy, era, also, expected) => {
    expect(kinds(null, numpy, era, null, also).map(([kind]) => kind)).toEqual(expected);
  },
);
