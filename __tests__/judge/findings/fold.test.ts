import { expect, test } from '@jest/globals';
import { diagnose, diagnoseAll } from '../../../src/judge/diagnose/diagnose.ts';
import type { Diagnosis } from '../../../src/judge/diagnose/diagnosis.ts';
import { type DiagnosedOutcome, foldFindings } from '../../../src/judge/findings/fold.ts';
import type { Combination } from '../../../src/model/combination.ts';
import { evidenceOf, load, observed, raisedBy, target } from '../diagnose/made-evidence.ts';

const OLD = raisedBy('ImportError: numpy.core.multiarray failed to import');

function combination(python: string, numpy: string): Combination {
  return { id: `py${python}-np${numpy}`, python, numpy, platform: 'linux-x86_64' };
}

function item(module: string, culprit: string, python: string, numpy: string): DiagnosedOutcome {
  const observation = observed({
    outcome: { kind: 'raised' },
    exceptions: [OLD],
    events: [load('begin', culprit), load('fail', culprit, [OLD])],
    numpy: { version: numpy, file: '/venv/numpy/__init__.py' },
  });
  const found = diagnose(evidenceOf({ module: target(module), observation }));
  return { diagnosis: found as Diagnosis, module, combination: combination(python, numpy) };
}

test('one culprit is one finding over all modules and NumPys', () => {
  const items = ['3.9', '3.11'].flatMap((python) =>
    ['2.0.2', '2.2.6'].flatMap((numpy) =>
      ['pkg.a', 'pkg.b', 'pkg.c'].map((module) => item(module, 'pkg.a', python, numpy)),
    ),
  );
  const passes = [{ module: 'pkg.a', combination: combination('3.9', '1.26.4') }];
  const found = foldFindings(items, passes);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    kind: 'np1-on-np2',
    modules: ['pkg.a', 'pkg.b', 'pkg.c'],
    combinations: ['py3.9-np2.0.2', 'py3.9-np2.2.6', 'py3.11-np2.0.2', 'py3.11-np2.2.6'],
    location: null,
    documentation: 'docs/failures/np1-on-np2.md',
  });
  expect(found[0]?.explanation).toContain('loaded under NumPy 2.0.2 and 2.2.6.');
  expect(found[0]?.explanation).toContain('It takes down 3 modules.');
  // Where it fails and works is rendered from the combinations, once.
  expect(found[0]?.explanation).not.toMatch(/Works on|Fails on/);
});

test('modules of one distribution that are bad each for itself are one finding', () => {
  const items = ['pkg.a', 'pkg.b'].map((module) => item(module, module, '3.11', '2.2.6'));
  expect(foldFindings(items).map((one) => one.modules)).toEqual([['pkg.a', 'pkg.b']]);
});

test.each([
  [['<smoke>', 'pkg.a'], ['pkg.a']],
  [['<smoke>'], ['<smoke>']],
])('smoke code is named where it alone fails: %j', (failed, modules) => {
  const items = failed.map((module) => item(module, 'pkg.a', '3.11', '2.2.6'));
  expect(foldFindings(items).map((one) => one.modules)).toEqual([modules]);
});

test('different culprits are different findings', () => {
  const items = ['scipy._x', 'h5py._x'].map((culprit) => item('pkg.a', culprit, '3.11', '2.2.6'));
  expect(foldFindings(items).map((one) => one.culprit.distribution)).toEqual(['h5py', 'scipy']);
});

test('a swallowed failure of a file that is an error of its own is told once', () => {
  const events = [load('begin', 'pkg.a'), load('fail', 'pkg.a', [OLD])];
  const swallowed = diagnoseAll(
    evidenceOf({ module: target('pkg.b'), observation: observed({ events }) }),
  );
  const items = [
    ...swallowed.map((diagnosis) => ({
      diagnosis,
      module: 'pkg.b',
      combination: combination('3.11', '2.2.6'),
    })),
    item('pkg.a', 'pkg.a', '3.11', '2.2.6'),
  ];
  expect(foldFindings(items).map((one) => one.kind)).toEqual(['np1-on-np2']);
});

test('the order does not depend on the order of the items', () => {
  const items = ['scipy._x', 'h5py._x', 'pkg._x'].map((culprit) =>
    item('pkg.a', culprit, '3.11', '2.2.6'),
  );
  expect(foldFindings(items.toReversed())).toEqual(foldFindings(items));
});

/** A module that NumPy 1.22.4 refuses: it says for which C-API it was built. */
function tooNew(culprit: string, level: string, release: string): DiagnosedOutcome {
  const text = `RuntimeError: module was compiled against NumPy C-API version 0x${level} (NumPy ${release}) but the running NumPy has C-API version 0xf.`;
  const observation = observed({
    outcome: { kind: 'raised' },
    exceptions: [raisedBy(text)],
    events: [load('begin', culprit), load('fail', culprit, [raisedBy(text)])],
    numpy: { version: '1.22.4', file: '/venv/numpy/__init__.py' },
  });
  const found = diagnose(evidenceOf({ module: target(culprit), observation }));
  return {
    diagnosis: found as Diagnosis,
    module: culprit,
    combination: combination('3.9', '1.22.4'),
  };
}

test.each<[string, readonly DiagnosedOutcome[], string | null, string]>([
  [
    'of modules',
    [tooNew('pkg.a', '10', '1.23'), tooNew('pkg.b', '13', '2.1'), tooNew('pkg.c', '10', '1.23')],
    null,
    '2.1',
  ],
  [
    'of distributions',
    [tooNew('dep.a', '11', '1.25'), tooNew('pkg.a', '10', '1.23')],
    null,
    '1.25',
  ],
  ['of one, and of what was measured', [tooNew('pkg.a', '10', '1.23')], '1.26', '1.26'],
  ['of one, and of what was measured below it', [tooNew('pkg.a', '10', '1.23')], '1.21', '1.23'],
])('one report gives one lower bound, the highest: %s', (_what, items, floor, expected) => {
  const findings = foldFindings(items, [], { bisected: [], advice: [], floor });
  const bounds = findings.flatMap(({ fix }) => fix.match(/numpy>=[\d.]*\d/g) ?? []);
  expect(new Set(bounds)).toEqual(new Set([`numpy>=${expected}`]));
  expect(findings.some(({ title }) => title.includes(expected) || floor !== null)).toBe(true);
});

test.each<[string, string | null, readonly string[], RegExp]>([
  ['the top package', 'pkg', ['pkg.a', 'pkg.b'], /^`pkg` cannot be imported/],
  ['one module', 'pkg.a', ['pkg.a'], /^`pkg\.a` cannot be imported .*: it was built/],
  [
    'several modules, each by itself',
    'pkg.a',
    ['pkg.a', 'pkg.b'],
    /^2 modules of `pkg` cannot be imported .*: they were built/,
  ],
  ['a log, which says no step', null, ['pkg.a'], /^`pkg` cannot be imported/],
])('a title names what cannot be imported, and no more: %s', (_what, step, modules, title) => {
  const items = modules.map((module) => {
    const observation = observed({
      outcome: { kind: 'raised' },
      exceptions: [OLD],
      events: [load('begin', module), load('fail', module, [OLD])],
      step: step?.includes('.') ? module : step,
    });
    const found = diagnose(evidenceOf({ module: target(module), observation }));
    return { diagnosis: found as Diagnosis, module, combination: combination('3.9', '2.2.6') };
  });
  expect(foldFindings(items).map((one) => one.title)).toEqual([expect.stringMatching(title)]);
});
