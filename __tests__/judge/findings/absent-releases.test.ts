import { absentReleases } from '../../../src/judge/findings/absent-releases.ts';
import { tellSetUp } from '../../../src/judge/set-up/tell-set-up.ts';
import { numpyForPython } from '../../../src/packaging/numpy-for-python.ts';

describe('a fix that asks for a NumPy', () => {
  it.each<[string, string, readonly string[], string]>([
    ['that all have', 'Ask for `numpy>=2.0`.', ['3.9', '3.13t'], ''],
    [
      'that some have',
      'Ask for `numpy>=2.0`.',
      ['3.8', '3.9'],
      'Python 3.8 has no such NumPy (its last is 1.24): there `numpy>=2.0; python_version >= "3.9"` leaves an older one.',
    ],
    [
      'that several lack',
      'Declare `numpy>=2.3`.',
      ['3.8', '3.9', '3.10', '3.11'],
      'Python 3.8, 3.9 and 3.10 have no such NumPy (the last is 2.2): there `numpy>=2.3; python_version >= "3.11"` leaves an older one.',
    ],
    [
      'that the only one lacks',
      'Declare `numpy>=2.1`.',
      ['3.9.18'],
      'Python 3.9.18 has no such NumPy (its last is 2.0): there only an older C-API, or a newer Python, helps.',
    ],
    [
      'below one that is the first',
      'Declare `numpy<2`.',
      ['3.12', '3.13'],
      'Python 3.13 has no NumPy below 2 (the first there is 2.1): `numpy<2` is no way out there.',
    ],
    [
      'below the first',
      'Declare `numpy<2.1`.',
      ['3.13t', '3.14'],
      'Python 3.13t and 3.14 have no NumPy below 2.1 (the first there is 2.1): `numpy<2.1` is no way out there.',
    ],
    [
      'twice',
      'Ask for `numpy<2` or `numpy<2`.',
      ['3.13'],
      'Python 3.13 has no NumPy below 2 (the first there is 2.1): `numpy<2` is no way out there.',
    ],
    ['of Pythons that nobody knows', 'Ask for `numpy>=2.0`.', ['pypy3.9', '3.99'], ''],
    ['of another package', 'Ask for `numpydoc>=2.0`.', ['3.8'], ''],
  ])('%s: %s %j', (_what, fix, pythons, expected) => {
    expect(absentReleases(fix, { all: pythons, fails: pythons })).toBe(expected);
  });

  it('looks at all Pythons for a lower bound, and for a cap at those where it fails', () => {
    const pythons = { all: ['3.8', '3.13'], fails: ['3.12'] };
    expect(absentReleases('Use `numpy<2`.', pythons)).toBe('');
    expect(absentReleases('Use `numpy>=2.0`.', pythons)).toMatch(/^Python 3\.8 has/);
  });

  it('also in a build that fails', () => {
    const lines = [
      "error: invalid use of undefined type 'numpy/npy_2_compat.h'",
      'x.c:1:10: fatal error: numpy/npy_2_compat.h: No such file or directory',
    ];
    const failure = { setUp: 'build-failed', message: 'The build failed', lines };
    expect(tellSetUp(failure, '3.8').reason).toContain(
      'Python 3.8 has no such NumPy (its last is 1.24)',
    );
    expect(tellSetUp(failure, '3.9').reason).not.toContain('no such NumPy');
  });

  it('knows each label by its minor release and its threads', () => {
    expect(['3.13', '3.13.2', '3.13t', '3.13.2t'].map((one) => numpyForPython(one)?.last)).toEqual([
      ...[undefined, undefined, '2.4', '2.4'],
    ]);
  });
});
