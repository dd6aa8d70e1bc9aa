import { saysBadWheel } from '../../../src/packaging/uv-messages/bad-wheel.ts';

describe('saysBadWheel()', () => {
  it.each([
    "error: Couldn't parse metadata of `odd-1.0-cp312-cp312-linux_x86_64.whl` from `odd @ file:///w/odd-1.0-cp312-cp312-linux_x86_64.whl`\n  cause: Metadata field Name not found",
    'error: The wheel is invalid: Unsupported wheel major version (expected 1, got 2)',
    'error: Wheel version does not match filename (2.0 != 1.0), which indicates a malformed wheel.',
    'error: Package metadata name `other` does not match given name `odd`',
    'error: Failed to read metadata: /w/odd-1.0-py3-none-any.whl\n  cause: Multiple .dist-info directories found: other-2.0, odd-1.0',
    'error: Failed to extract archive: /w/odd-1.0-py3-none-any.whl\n  cause: Bad CRC (got d53b0a9a, expected a81d5394)',
    'error: The wheel filename `odd-oops-cp312-cp312-linux_x86_64.whl` has an invalid version: expected version to start with a number',
    'error: failed to open file `/c/uv-cache/archive-v0/x/odd-1.0.dist-info/WHEEL`: No such file or directory (os error 2)',
  ])('%s', (text) => {
    expect(saysBadWheel(text)).toBe(true);
  });

  it.each([
    'error: Failed to fetch: `https://i.example/odd-1.0-py3-none-any.whl`',
    'Because odd==1.0 has no wheels with a matching platform tag',
    'error: failed to open file `/c/uv-cache/archive-v0/x/odd/data.txt`: No such file or directory',
  ])('not: %s', (text) => {
    expect(saysBadWheel(text)).toBe(false);
  });
});
