import { expect, test } from '@jest/globals';
import { diagnose, diagnoseAll } from '../../../src/judge/diagnose/diagnose.ts';
import type { LoadEvent } from '../../../src/model/observation.ts';
import { evidenceOf, load, observed, raisedBy, target } from './made-evidence.ts';

const OLD_HEADERS = raisedBy('ImportError: numpy.core.multiarray failed to import');

test('a clean import is no diagnosis', () => {
  expect(diagnose(evidenceOf())).toBeNull();
});

test('the file of the loader hooks is the culprit, and its owner is blamed', () => {
  const events = [
    load('begin', 'scipy.sparse._sparsetools'),
    load('fail', 'scipy.sparse._sparsetools', [OLD_HEADERS]),
  ];
  const found = diagnose(
    evidenceOf({
      observation: observed({ outcome: { kind: 'raised' }, exceptions: [OLD_HEADERS], events }),
    }),
  );
  expect(found).toMatchObject({
    kind: 'np1-on-np2',
    fault: 'dependency',
    severity: 'error',
    culprit: { distribution: 'scipy', module: 'scipy.sparse._sparsetools' },
  });
});

test('what a package swallowed is not blamed for what it raised later', () => {
  const events = [
    load('begin', 'numexpr.interpreter'),
    load('fail', 'numexpr.interpreter', [OLD_HEADERS]),
  ];
  const raised = raisedBy(
    'AttributeError: `np.float_` was removed in the NumPy 2.0 release. Use `np.float64` instead.',
  );
  const found = diagnose(
    evidenceOf({
      observation: observed({ outcome: { kind: 'raised' }, exceptions: [raised], events }),
    }),
  );
  expect(found?.kind).toBe('np-removed-attr');
});

test('two swallowed failures are two warnings', () => {
  const events = ['numexpr.interpreter', 'bottleneck.move'].flatMap((name) => [
    load('begin', name),
    load('fail', name, [OLD_HEADERS]),
  ]);
  const found = diagnoseAll(evidenceOf({ observation: observed({ events }) }));
  expect(found.map((one) => [one.kind, one.inner, one.severity, one.culprit.module])).toEqual([
    ['swallowed', 'np1-on-np2', 'warning', 'numexpr.interpreter'],
    ['swallowed', 'np1-on-np2', 'warning', 'bottleneck.move'],
  ]);
});

const NO_LIBRARY = raisedBy(
  'ImportError: libx.so.2: cannot open shared object file: No such file or directory',
);
const HALF_MADE = raisedBy('ImportError: numpy.core.multiarray failed to import');

test.each<[string, readonly LoadEvent[], readonly (string | undefined)[]]>([
  ['its library found, the module loads', [load('fail', 'pkg._ext', [NO_LIBRARY])], []],
  [
    'its init failed, and then did not',
    [load('fail', 'pkg._ext', [HALF_MADE], 'exec')],
    ['np1-on-np2'],
  ],
])('at the second try: %s', (_, first, inner) => {
  const events = [
    load('begin', 'pkg._ext'),
    ...first,
    load('begin', 'pkg._ext'),
    load('end', 'pkg._ext'),
    load('begin', 'pkg._ext', [], 'exec'),
    load('end', 'pkg._ext', [], 'exec'),
  ];
  const found = diagnoseAll(evidenceOf({ observation: observed({ events }) }));
  expect(found.map((one) => one.inner)).toEqual(inner);
});

test('another NumPy than planned is an error, whatever else was seen', () => {
  const combination = {
    id: 'x',
    python: '3.11.7',
    label: '3.11',
    numpy: '1.26.4',
    platform: 'linux-x86_64',
    buildNumpy: null,
  };
  expect(diagnose(evidenceOf({ combination }))?.kind).toBe('wrong-numpy');
});

test('lazy use of NumPy 1 is a warning on NumPy 2 only', () => {
  const module = target('pkg._ext', { capi: { era: 'lazy-1.x', target: null, also: [] } });
  expect(diagnose(evidenceOf({ module }))).toMatchObject({
    kind: 'latent-np1',
    severity: 'warning',
  });
  const numpy = { version: '1.26.4', file: '/x' };
  expect(diagnose(evidenceOf({ module, observation: observed({ numpy }) }))).toBeNull();
});

test('a process that ended itself is never green', () => {
  const observation = observed({
    outcome: { kind: 'exited', code: 0 },
    events: [load('begin', 'pkg._ext')],
  });
  expect(diagnose(evidenceOf({ observation }))).toMatchObject({
    kind: 'exit-in-init',
    culprit: { module: 'pkg._ext' },
  });
});
