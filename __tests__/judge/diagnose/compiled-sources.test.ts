import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Evidence } from '../../../src/judge/diagnose/evidence.ts';
import type { BinaryFacts } from '../../../src/model/compiled-module.ts';
import { evidenceOf, load, NO_FACTS, observed, raisedBy, SITE, target } from './made-evidence.ts';

const IMPORTER = [{ file: `${SITE}pkg/__init__.py`, line: 1, function: '<module>' }];
const FOR_1: Partial<BinaryFacts> = { capi: { era: '1.x', target: '1.23', also: [] } };

/** `pkg._ext` raises in its own load, without a frame of its own. */
function failing(text: string, frames = IMPORTER, more: Partial<Evidence> = {}) {
  const exception = raisedBy(text, { frames });
  return diagnose(
    evidenceOf({
      observation: observed({
        outcome: { kind: 'raised' },
        exceptions: [exception],
        events: [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', [exception])],
      }),
      ...more,
    }),
  );
}

test.each([
  [
    "AttributeError: module 'numpy' has no attribute 'float_'",
    'np-removed-attr',
    ['numpy.float_', 'float_'],
  ],
  [
    "ModuleNotFoundError: No module named 'numpy.core.umath_tests'",
    'np-removed-module',
    ['numpy.core.umath_tests', 'umath_tests'],
  ],
  ['RuntimeError: no such device', 'unclassified', ['no such device']],
])(
  'what compiled code asks for or says is looked for in its sources: %s',
  (text, kind, literals) => {
    const found = failing(text);
    expect(found?.kind).toBe(kind);
    expect(found?.hints.literals).toEqual(literals);
  },
);

test('Cython’s code has frames of its own', () => {
  const frames = [...IMPORTER, { file: 'pkg/_ext.pyx', line: 3, function: 'init pkg._ext' }];
  const found = failing("AttributeError: module 'numpy' has no attribute 'float_'", frames);
  expect(found?.hints.literals).toBeUndefined();
});

test('a compiled sibling that a capsule’s import does not import is named, and how to import it', () => {
  const filesFor = (name: string) => (name === 'pkg._api' ? [`${SITE}pkg/_api.so`] : []);
  const text = "AttributeError: module 'pkg' has no attribute '_api'";
  const found = failing(text, IMPORTER, { filesFor });
  expect(found?.title).toMatch(/`pkg` .*uses `pkg\._api`, which is not imported|`pkg\._api`/);
  expect(found?.fix).toMatch(/`PyImport_ImportModule\("pkg\._api"\)`.*`pkg\/__init__\.py`/);
  expect(found?.hints.literals).toEqual(['pkg._api.', 'pkg._api']);
  expect(failing(text)?.fix).not.toMatch(/PyImport_ImportModule/);
});

test('a type that only grew is refused by the declaration, not by another release', () => {
  const text =
    'numpy.ndarray size changed, may indicate binary incompatibility. Expected 88 from C header, got 96 from PyObject';
  const found = failing(`ValueError: ${text}`);
  expect(found).toMatchObject({ kind: 'cython-type-size', hints: { symbol: 'check_size' } });
  expect(found?.fix).toMatch(/`check_size ignore` instead of `check_size error`/);
  const shrank = failing(`ValueError: ${text.replace('88', '104')}`);
  expect(shrank?.fix ?? '').not.toMatch(/check_size/);
});

const built = (buildNumpy: string | null, outcome: 'raised' | 'imported') => {
  const exception = raisedBy('ImportError: numpy.core.multiarray failed to import');
  const base = evidenceOf({ module: target('pkg._ext', { ...NO_FACTS, ...FOR_1 }) });
  return diagnose({
    ...base,
    combination: base.combination && { ...base.combination, buildNumpy },
    observation: {
      ...base.observation,
      outcome: { kind: outcome },
      culpritFile: base.module?.path ?? null,
      ...(outcome === 'raised' && {
        exceptions: [exception],
        events: [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', [exception])],
      }),
    },
  });
};

test.each(['raised', 'imported'] as const)(
  'headers that the build did not bring (%s)',
  (outcome) => {
    const found = built('2.2.6', outcome);
    expect(found?.explanation).toMatch(
      /build environment has NumPy 2\.2\.6, so these headers come/,
    );
    expect(found?.fix).toMatch(/^Take NumPy’s headers from the build environment/);
    expect(found?.hints).toEqual({ definition: true });
    for (const none of [null, '1.26.4']) {
      expect(built(none, outcome)?.hints).toEqual({ requirement: 'numpy', table: 'build' });
      expect(built(none, outcome)?.fix).toMatch(/^Build (?:against NumPy 2|with `numpy>=2\.0`)/);
    }
  },
);
