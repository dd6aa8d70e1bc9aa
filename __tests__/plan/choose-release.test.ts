import type { SubjectFacts } from '../../src/model/subject-facts.ts';
import { parseRequirement } from '../../src/packaging/requirements.ts';
import { chooseRelease, releasesOn, unknownReleases } from '../../src/plan/choose-release.ts';
import { parseNumpySpec } from '../../src/settings/numpy-spec.ts';
import { cpython } from './support/interpreters.ts';
import { recordedNumpy } from './support/numpy-index.ts';

const numpy = recordedNumpy();

function spec(text: string) {
  const parsed = parseNumpySpec(text);
  if (parsed.kind === 'problem') throw new Error(parsed.message);
  return parsed;
}

function input(...requires: readonly string[]) {
  const requirements = requires.flatMap((line) => {
    const read = parseRequirement(line);
    return read.kind === 'requirement' ? [read] : [];
  });
  const facts: SubjectFacts = {
    name: 'build-system.requires',
    version: null,
    requiresPython: null,
    requirements,
    extras: [],
    wheels: null,
  };
  return { numpy, subjects: [facts], metadata: 'respect' as const, today: '2026-11-23' };
}

const on = (version: string) => ({
  label: version.split('.').slice(0, 2).join('.'),
  interpreter: cpython(version),
});

test.each([
  ['oldest', '3.11.7', 'numpy>=1.23', '1.23.2'],
  ['oldest', '3.12.1', 'numpy', '1.26.0'],
  ['oldest', '3.12.1', 'numpy<2', '1.26.0'],
  ['latest', '3.11.7', 'numpy>=1.23,<2', '1.26.4'],
  ['latest', '3.9.18', 'numpy', '2.0.2'],
  ['edges', '3.11.7', 'numpy>=1.23', '2.4.6'],
  ['1.26', '3.12.1', 'numpy', '1.26.4'],
  ['2.0.1', '3.12.1', 'numpy', '2.0.1'],
  ['>=1.25,<2', '3.11.7', 'numpy', '1.26.4'],
])('build-numpy %s on %s with %s is %s', (text, python, requires, version) => {
  expect(chooseRelease(spec(text), on(python), input(requires))).toEqual({
    kind: 'release',
    version,
  });
});

test.each([
  ['1.26.4', '3.13.0', 'NumPy 1.26.4 has no wheel for CPython 3.13'],
  ['1.21', '3.13.0', 'NumPy 1.21.6 requires Python >=3.7,<3.11'],
  ['1.27', '3.12.1', 'NumPy 1.27 does not exist'],
  ['2.0.2', '3.12.1', 'build-system.requires requires numpy<2 on Python 3.12'],
])('build-numpy %s on %s: the reason', (text, python, reason) => {
  const requires = text === '2.0.2' ? 'numpy<2' : 'numpy';
  expect(chooseRelease(spec(text), on(python), input(requires))).toEqual({ kind: 'none', reason });
});

test('what bisect may try: final releases that install, oldest first', () => {
  const found = releasesOn(on('3.12.1'), input('numpy<2.1,!=1.26.3')).map(({ version }) => version);
  expect(found).toEqual(['1.26.0', '1.26.1', '1.26.2', '1.26.4', '2.0.0', '2.0.1', '2.0.2']);
});

test('specs that name nothing, before anything is looked for', () => {
  const specs = ['1.27', 'auto', '1.26', '>=7', 'oldest'].map(spec);
  expect(unknownReleases(specs, numpy).map(({ message }) => message)).toEqual([
    'NumPy 1.27 does not exist',
    'no release of NumPy matches ">=7"',
  ]);
});
