import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that takes the place of the user's cache folder in tests: uv's downloads are kept from
 * one run to the next, and nothing of a test reaches the cache of whoever runs it.
 */
export function testCache(): string {
  return (
    process.env['NUMPY_ABI_MATRIX_TEST_CACHE'] || join(tmpdir(), 'numpy-abi-matrix-test-cache')
  );
}
