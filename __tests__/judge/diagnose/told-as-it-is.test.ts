import { describe, expect, it, test } from '@jest/globals';
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Sibling } from '../../../src/judge/diagnose/evidence.ts';
import type { BinaryFacts } from '../../../src/model/compiled-module.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { meaningOfSignal } from '../../../src/packaging/exit-codes.ts';
import { evidenceOf, load, NO_FACTS, observed, raisedBy, SITE, target } from './made-evidence.ts';

const IMPORTER = { file: `${SITE}pkg/__init__.py`, line: 2, function: '<module>' };

function failsHere(text: string, more: Partial<Observation> = {}) {
  const exception = raisedBy(text, { frames: [IMPORTER] });
  return observed({ outcome: { kind: 'raised' }, exceptions: [exception], ...more });
}

const WORKS_BEFORE: Sibling = {
  combination: 'py3.11-np1.26.4',
  python: '3.11.7',
  numpy: '1.26.4',
  outcome: { kind: 'imported' },
  fingerprint: null,
  installed: { numpy: '1.26.4', pkg: '1.0' },
};

describe('a package that refuses a NumPy in its own words', () => {
  it.each([
    'RuntimeError: pkg needs NumPy 2 or newer (C-API 0x11 found)',
    'ImportError: pkg requires numpy>=2',
    'ImportError: pkg does not support NumPy 2 yet, found 2.0.2',
  ])('is told as that: %s', (text) => {
    const found = diagnose(evidenceOf({ observation: failsHere(text) }));
    expect(found?.kind).toBe('np-declared-unsupported');
  });

  it.each([
    'ImportError: A module that was compiled using NumPy 1.x cannot be run in NumPy 2.0.2: some module may need to be rebuilt',
    'ImportError: pkg needs a NumPy array of 3 rows',
  ])('is not taken for one: %s', (text) => {
    const found = diagnose(evidenceOf({ observation: failsHere(text) }));
    expect(found?.kind).not.toBe('np-declared-unsupported');
  });
});

describe('what no rule knows, and only newer NumPys show', () => {
  const inside = (facts: Partial<BinaryFacts>, frame = IMPORTER) => {
    const module = target('pkg._ext', facts);
    const error = raisedBy('ValueError: boom', { frames: [IMPORTER, frame] });
    return evidenceOf({
      module,
      factsOf: () => module.facts,
      observation: failsHere('ValueError: boom', {
        exceptions: [error],
        events: [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', [error])],
        culpritFile: module.path,
      }),
      siblings: [WORKS_BEFORE],
    });
  };

  it('is a matter of the Python API where Python code raises it', () => {
    const evidence = evidenceOf({
      observation: failsHere('KeyError: "(np.float64(1), 2)"'),
      siblings: [WORKS_BEFORE],
    });
    expect(diagnose(evidence)).toMatchObject({
      kind: 'unclassified',
      category: 'numpy-python-api',
    });
  });

  it('and of the ABI where compiled code does, but for Cython’s lines', () => {
    expect(diagnose(inside(NO_FACTS))?.category).toBe('numpy-abi');
    const cython = { file: 'pkg/_ext.pyx', line: 7, function: 'init pkg._ext' };
    expect(diagnose(inside(NO_FACTS, cython))?.category).toBe('numpy-python-api');
  });
});

test('Python’s own library has no release to require', () => {
  const text = "AttributeError: module 'importlib' has no attribute 'machinery'";
  const found = diagnose(evidenceOf({ observation: failsHere(text) }));
  expect(found?.facts).not.toHaveProperty('otherRelease');
  expect(`${found?.title} ${found?.fix}`).not.toMatch(/require a release/);
});

describe('a process that ended itself', () => {
  const ended = (code: number, phase: Observation['phase'] = 'import') =>
    diagnose(evidenceOf({ observation: observed({ outcome: { kind: 'exited', code }, phase }) }));

  it('is another cause with another code', () => {
    expect(ended(0)?.key).not.toBe(ended(1)?.key);
    expect(ended(1)?.key).toBe(ended(1)?.key);
  });

  it('is told of the limit that kept records from being written', () => {
    const stderr = 'OSError: [Errno 27] File too large';
    const observation = observed({ outcome: { kind: 'exited', code: 1 }, stderr });
    expect(diagnose(evidenceOf({ observation }))?.explanation).toContain('`RLIMIT_FSIZE`');
    expect(ended(1)?.explanation).not.toContain('RLIMIT');
  });

  it('is told what Python’s own code 120 at the end means', () => {
    expect(ended(120, 'exit')?.explanation).toMatch(/`sys\.stdout`.*could not be flushed/);
    expect(ended(120)?.explanation).not.toContain('flushed');
  });
});

describe('a file that no import loads', () => {
  const lost = (name: string, path = target(name).path) =>
    diagnose(
      evidenceOf({
        module: { ...target(name), path },
        observation: observed({ outcome: { kind: 'not-run', reason: 'not-loaded' } }),
      }),
    );

  it.each([
    ['dash-arr._c', '`dash-arr`', '`dash_arr`'],
    ['pkg.3d._c', '`3d`', '`_3d`'],
  ])('%s: says which part no import statement can write', (name, part, instead) => {
    expect(lost(name)?.explanation).toContain(`can write ${part}`);
    expect(lost(name)?.fix).toContain(`Rename ${part} to ${instead}`);
  });

  it('tells a folder with a dot from two folders', () => {
    const { explanation, fix } = lost('pkg.v1.2._c', `${SITE}pkg/v1.2/_c.so`) ?? {};
    expect(explanation).toContain('can write `v1.2`');
    expect(fix).toContain('Rename `v1.2` to `v1_2`');
  });

  it.each(['pkg._c', 'größe._c'])('%s: says nothing of names', (name) => {
    expect(lost(name)?.fix).not.toContain('Rename');
  });
});

test.each([
  [['with loader hooks: timed out', 'without: imported'], /longer `timeout`/],
  [['imported', 'SIGSEGV'], /sanitizer/],
])('runs that disagree: %j', (disagreement, fix) => {
  expect(diagnose(evidenceOf({ observation: observed({ disagreement }) }))?.fix).toMatch(fix);
});

test.each([
  ['pyo3', /rust-numpy ≥ 0\.22 .*Cargo\.toml/, /pybind11|build-system/],
  ['pybind11', /pybind11 ≥ 2\.12/, /rust-numpy/],
] as const)('%s: the way to NumPy 2 is its own', (name, fix, none) => {
  const generators = [{ name, version: null }] as BinaryFacts['generators'];
  const module = target('pkg._ext', {
    capi: { era: 'lazy-1.x', target: null, also: [] },
    generators,
  });
  const found = diagnose(evidenceOf({ module, factsOf: () => module.facts }));
  expect(found).toMatchObject({ kind: 'latent-np1' });
  expect(found?.fix).toMatch(fix);
  expect(found?.fix).not.toMatch(none);
});

test.each(['SIGALRM', 'SIGPIPE', 'SIGXCPU', 'SIGXFSZ'])('%s is told in plain words', (name) => {
  expect(meaningOfSignal(name)).not.toContain('the operating system ended it');
});
