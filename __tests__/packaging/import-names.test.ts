import { expect, test } from '@jest/globals';
import { knownProvider, providersOf } from '../../src/packaging/import-names.ts';

test.each([
  ['Bio', ['biopython']],
  ['faiss', ['faiss-cpu', 'faiss-gpu']],
  ['ml_dtypes', ['ml-dtypes']],
  ['netCDF4', ['netcdf4']],
  ['_brotli', ['brotli']],
  ['_', ['_']],
])('%s is provided by %j', (top, names) => {
  expect(providersOf(top)).toEqual(names);
});

test('only what is known to be called otherwise is known', () => {
  expect(knownProvider('yaml')).toBe('pyyaml');
  expect(knownProvider('scipy')).toBeUndefined();
});
