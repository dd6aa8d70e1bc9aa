import { expect, test } from '@jest/globals';
import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Diagnosis } from '../../../src/judge/diagnose/diagnosis.ts';
import type { Observation } from '../../../src/model/observation.ts';
import { evidenceOf, observed, raisedBy, SITE } from './made-evidence.ts';

const frames = [{ file: `${SITE}pkg/__init__.py`, line: 3, function: '<module>' }];

function failing(text: string, numpy: string, more: Partial<Observation> = {}): Diagnosis {
  const found = diagnose(
    evidenceOf({
      observation: observed({
        outcome: { kind: 'raised' },
        exceptions: [raisedBy(text, { frames })],
        numpy: { version: numpy, file: `${SITE}numpy/__init__.py` },
        ...more,
      }),
    }),
  );
  if (!found) throw new Error('nothing was found');
  return found;
}

test.each([
  [
    "ImportError: cannot import name 'float_' from 'numpy' (/x/numpy/__init__.py)",
    '2.0.2',
    /`numpy\.float64` instead of `numpy\.float_`/,
  ],
  [
    "ImportError: cannot import name 'int' from 'numpy' (/x/numpy/__init__.py)",
    '1.26.4',
    /`int` instead of `numpy\.int`/,
  ],
  ["AttributeError: module 'numpy' has no attribute 'product'", '2.0.2', /`numpy\.prod`/],
  ["AttributeError: module 'numpy' has no attribute 'in1d'", '2.5.5', /`numpy\.isin`/],
  [
    "AttributeError: module 'numpy' has no attribute 'trapz'",
    '2.5.5',
    /`numpy\.trapezoid` \(since NumPy 2\.0\) or `scipy\.integrate\.trapezoid`/,
  ],
  [
    "ModuleNotFoundError: No module named 'numpy.lib.function_base'",
    '2.0.2',
    /Stop using `numpy\.lib\.function_base`: use `numpy`/,
  ],
  ["ImportError: cannot import name 'nobody_knows' from 'numpy' (/x)", '2.0.2', /migration guide/],
  ["ImportError: cannot import name 'toString' from 'numpy' (/x)", '2.0.2', /migration guide/],
])('%s under %s: what stands in its place', (text, numpy, fix) => {
  expect(failing(text, numpy).fix).toMatch(fix);
  expect(failing(text, numpy).fix).toContain('cap `numpy`');
});

test.each([
  ["ModuleNotFoundError: No module named 'numpy._core'", '1.26.4', '2.0'],
  ["ModuleNotFoundError: No module named 'numpy._core.multiarray'", '1.26.4', '2.0'],
  ["ModuleNotFoundError: No module named 'numpy.exceptions'", '1.24.4', '1.25'],
  ["AttributeError: module 'numpy' has no attribute 'trapezoid'", '1.26.4', '2.0'],
  ["ImportError: cannot import name 'matvec' from 'numpy' (/x)", '2.1.3', '2.2'],
  // It came later than the module that has it.
  ["AttributeError: module 'numpy.typing' has no attribute 'NDArray'", '1.20.3', '1.21'],
  ["AttributeError: module 'numpy' has no attribute 'from_dlpack'", '1.22.4', '1.23'],
])('%s under %s: a name that came with %s needs a floor, not a cap', (text, numpy, since) => {
  const { title, fix } = failing(text, numpy);
  expect(title).toContain('which older NumPy lacks');
  expect(fix).toContain(`Declare \`numpy>=${since}\``);
  expect(fix).not.toMatch(/\bcap\b/);
});

test('a name that is there since long, and is gone, is no matter of the floor', () => {
  const { fix } = failing("ModuleNotFoundError: No module named 'numpy._core.zzz'", '2.3.5');
  expect(fix).toContain('cap `numpy`');
});

test('an integer that NumPy 2 refuses is Python code, not the C ABI', () => {
  const text = 'OverflowError: Python integer -1 out of bounds for uint8';
  expect(failing(text, '2.3.5')).toMatchObject({
    kind: 'np-integer-range',
    category: 'numpy-python-api',
  });
  expect(failing(text, '2.3.5').fix).toContain('astype(np.uint8)');
});

test('a variable that probes do not see is named with the option that shows it', () => {
  const inOs = [...frames, { file: '<frozen os>', line: 679, function: '__getitem__' }];
  const seen = (chain: typeof inOs) =>
    failing("KeyError: 'USER'", '2.3.5', {
      exceptions: [raisedBy("KeyError: 'USER'", { frames: chain })],
    }).fix;
  expect(seen(inOs)).toContain('--environment USER');
  expect(seen(frames)).not.toContain('--environment');
});

test.each([
  ['exit', /clean-up/],
  ['import', /return NULL/],
] as const)('a process that ends itself at %s is told what to look for', (phase, fix) => {
  const found = failing('', '2.3.5', {
    outcome: { kind: 'exited', code: 3 },
    exceptions: [],
    phase,
  });
  expect(found).toMatchObject({ kind: 'exit-in-init' });
  expect(found.fix).toMatch(fix);
});

test('Cython names no module: only what is NumPy’s alone tells that NumPy was asked', () => {
  expect(failing('ImportError: cannot import name typeDict', '1.24.4')).toMatchObject({
    kind: 'np-removed-name',
    facts: { name: 'numpy.typeDict' },
  });
  expect(failing('ImportError: cannot import name source', '2.0.2').kind).toBe('unclassified');
});

test.each([
  ['SystemExit: NumPy 2 is not supported, install numpy<2', 'np-declared-unsupported'],
  ['SystemExit: cannot find the licence server', 'exit-in-init'],
])('a package that leaves with %s is %s', (text, kind) => {
  const found = failing(text, '2.0.2', { outcome: { kind: 'exited', code: 1 } });
  expect([found.kind, found.culprit.distribution]).toEqual([kind, 'pkg']);
});
