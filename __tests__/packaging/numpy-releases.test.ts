import { expect, test } from '@jest/globals';
import { parseSizeComplaint } from '../../src/judge/diagnose/cython-sizes.ts';
import { crashOfExitCode } from '../../src/judge/explain-log/signals.ts';
import {
  apiOfVersion,
  compareMinors,
  describeRange,
  releasesOfApi,
  releasesOfSize,
} from '../../src/packaging/numpy-releases.ts';

test.each([
  [0xd, 'NumPy 1.16–1.19'],
  [0xe, 'NumPy 1.20–1.21'],
  [0xf, 'NumPy 1.22'],
  [0x10, 'NumPy 1.23–1.24'],
  [0x11, 'NumPy 1.25–1.26'],
  [0x12, 'NumPy 2.0'],
  [0x13, 'NumPy 2.1–2.2'],
  [0x16, 'NumPy 2.5'],
])('C-API level 0x%s', (api, text) => {
  const range = releasesOfApi(api);
  expect(range && describeRange(range)).toBe(text);
});

test('a level that the table does not know has no releases', () => {
  expect(releasesOfApi(0x99)).toBeUndefined();
});

test.each([
  ['1.22.4', 0xf],
  ['1.9.3', 0x9],
  ['2.2.6', 0x13],
  ['2.0.0rc1', 0x12],
  ['3.0', undefined],
])('C-API level of NumPy %s', (version, api) => {
  expect(apiOfVersion(version)).toBe(api);
});

test.each([
  ['ndarray', 80, '1.7', '1.19'],
  ['ndarray', 88, '1.20', '1.21'],
  ['dtype', 88, '2.0', '2.5'],
  ['ufunc', 216, '1.16', '1.21'],
  ['ufunc', 240, '2.1', '2.5'],
] as const)('sizeof %s = %s', (object, size, first, last) => {
  expect(releasesOfSize(object, size)).toEqual({ first, last });
});

test('1.10 is later than 1.9', () => {
  expect(compareMinors('1.10.4', '1.9.3')).toBeGreaterThan(0);
});

test.each([
  [
    'numpy.ndarray size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject',
    96,
    88,
  ],
  [
    'numpy.ndarray size changed, may indicate binary incompatibility. Expected 96 from C header, got 80-88 from PyObject',
    96,
    88,
  ],
  ['numpy.ndarray size changed, may indicate binary incompatibility. Expected 88, got 80', 80, 88],
  ['numpy.dtype has the wrong size, try recompiling. Expected 88, got 96', 96, 88],
])('%s', (text, header, runtime) => {
  expect(parseSizeComplaint(text)).toMatchObject({ header, runtime });
});

test.each([
  [139, 'SIGSEGV'],
  [-11, 'SIGSEGV'],
  [134, 'SIGABRT'],
  [3221225477, 'ACCESS_VIOLATION'],
  [-1073741819, 'ACCESS_VIOLATION'],
  [3221226505, 'FAIL_FAST'],
  [0, undefined],
  [1, undefined],
  [127, undefined],
  [130, undefined],
  [143, undefined],
])('exit code %s is %s', (code, signal) => {
  expect(crashOfExitCode(code)).toBe(signal);
});
