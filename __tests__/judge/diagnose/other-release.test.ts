import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Sibling } from '../../../src/judge/diagnose/evidence.ts';
import type { ExceptionRecord } from '../../../src/model/observation.ts';
import { evidenceOf, observed, raisedBy, SITE } from './made-evidence.ts';

const FRAMES = [{ file: `${SITE}pkg/sphere.py`, line: 6, function: '<module>' }];
const TRAPZ = raisedBy(
  `ImportError: cannot import name 'trapz' from 'scipy.integrate' (${SITE}scipy/integrate/__init__.py)`,
  { frames: FRAMES },
);

function works(scipy: string): Sibling {
  return {
    combination: 'py3.11-np1.22.4',
    python: '3.11.7',
    numpy: '1.22.4',
    outcome: { kind: 'imported' },
    fingerprint: null,
    installed: { numpy: '1.22.4', pkg: '1.0', scipy },
  };
}

function diagnosed(
  exception: ExceptionRecord,
  siblings: readonly Sibling[] = [],
  subjects: readonly string[] = ['pkg'],
) {
  return diagnose(
    evidenceOf({
      subjects,
      foreign: subjects.length === 0,
      observation: observed({
        outcome: { kind: 'raised' },
        exceptions: [exception],
        numpy: { version: '1.26.4', file: `${SITE}numpy/__init__.py` },
      }),
      installed: new Map([
        ['numpy', '1.26.4'],
        ['pkg', '1.0'],
        ['scipy', '1.15.3'],
      ]),
      siblings,
    }),
  );
}

test.each([
  [TRAPZ, 'unclassified', '`trapz` of `scipy.integrate`'],
  [
    raisedBy("AttributeError: module 'scipy.misc' has no attribute 'face'", { frames: FRAMES }),
    'unclassified',
    '`face` of `scipy.misc`',
  ],
  [
    raisedBy("ModuleNotFoundError: No module named 'scipy.misc.doccer'", { frames: FRAMES }),
    'module-not-found',
    'the module `scipy.misc.doccer`',
  ],
])(
  'what the installed release of another package lacks is its release’s matter: %#',
  (exception, kind, what) => {
    const found = diagnosed(exception);
    expect(found).toMatchObject({
      kind,
      category: 'unrelated',
      facts: { otherRelease: 'scipy' },
      hints: { requirement: 'scipy' },
    });
    expect(found?.title).toContain(what);
    expect(found?.title).toMatch(/scipy 1\.15\.3 does not have/);
    expect(`${found?.explanation} ${found?.fix}`).not.toMatch(/numpy[<>]|provides/);
  },
);

test('NumPy is not to blame for the release that came beside it', () => {
  const found = diagnosed(TRAPZ, [works('1.13.1')]);
  expect(found?.category).toBe('unrelated');
  expect(found?.explanation).toContain('It works beside scipy 1.13.1');
  expect(found?.fix).not.toContain('numpy<');
  expect(diagnosed(TRAPZ, [works('1.13.1')], [])?.fix).toContain('(1.13.1 does)');
});

test.each([
  ['1.13.1', 'unclassified', /Any of them may be the reason/, /`scipy==1\.13\.1`/],
  ['1.15.3', 'numpy-python-api', /So NumPy is the reason/, /`numpy<1\.23`/],
])(
  'a text that nobody knows is NumPy’s only where nothing else changed: scipy %s',
  (scipy, category, explanation, fix) => {
    const found = diagnosed(raisedBy('ValueError: boom', { frames: FRAMES }), [works(scipy)]);
    expect(found).toMatchObject({ kind: 'unclassified', category });
    expect(found?.explanation).toMatch(explanation);
    expect(found?.fix).toMatch(fix);
  },
);

test.each([
  ['1.13.1', /Any of them may be the reason/, /^Find out .*`scipy==1\.13\.1`.* bundle `libgeo/],
  ['1.15.3', /fails from NumPy 1\.26\.4 on\.$/, /^If it is your package: bundle `libgeo/],
])(
  'a library that is missing beside one NumPy came with another release: scipy %s',
  (scipy, explanation, fix) => {
    const text =
      'ImportError: libgeo.so.1.82.0: cannot open shared object file: No such file or directory';
    const found = diagnosed(raisedBy(text, { frames: FRAMES }), [works(scipy)], []);
    expect(found).toMatchObject({ kind: 'ld-missing-library', category: 'loader' });
    expect(found?.explanation).toMatch(explanation);
    expect(found?.fix).toMatch(fix);
  },
);

test('a part of the package itself that is missing is not to be required', () => {
  const found = diagnosed(
    raisedBy("ModuleNotFoundError: No module named 'pkg.tables.data'", { frames: FRAMES }),
  );
  expect(found).toMatchObject({ kind: 'module-not-found', hints: {} });
  expect(found?.fix).toContain('The wheel lacks it');
});

test('a distribution that is called otherwise than its module is known', () => {
  const missing = raisedBy("ModuleNotFoundError: No module named 'Bio.SubsMat'", {
    frames: FRAMES,
  });
  const found = diagnose(
    evidenceOf({
      subjects: ['pkg'],
      observation: observed({ outcome: { kind: 'raised' }, exceptions: [missing] }),
      installed: new Map([['biopython', '1.85']]),
    }),
  );
  expect(found?.title).toMatch(/`Bio\.SubsMat`, which biopython 1\.85 does not have/);
});

test.each([
  ['yaml', /Add `pyyaml`, which provides `yaml`, to `dependencies`/],
  ['scipy', /Add the package that provides `scipy` to `dependencies`/],
])('what to require for a module that is missing: %s', (module, fix) => {
  const found = diagnosed(
    raisedBy(`ModuleNotFoundError: No module named '${module}'`, { frames: FRAMES }),
  );
  expect(found?.kind).toBe('module-not-found');
  expect(found?.fix).toMatch(fix);
});
