import { expect, it } from '@jest/globals';
import { isPure } from '../../src/measure/pure-subject.ts';

it.each<[string, readonly (readonly string[])[], boolean]>([
  ['a wheel for everything', [['py3-none-any']], true],
  [
    'shared libraries for any Python (pyscf 2.6.2)',
    [['py3-none-manylinux_2_17_x86_64'], ['py3-none-macosx_10_9_x86_64']],
    true,
  ],
  ['a wheel of Python 2 and 3', [['py2-none-linux_x86_64', 'py3-none-linux_x86_64']], true],
  ['a stable ABI', [['cp39-abi3-linux_x86_64']], false],
  ['one Python’s own', [['py3-none-any'], ['cp311-cp311-linux_x86_64']], false],
  ['one Python’s own without an ABI', [['cp311-none-linux_x86_64']], false],
  ['only sources', [], false],
])('%s', async (_, wheels, expected) => {
  const facts = {
    ...{ name: 'pkg', version: '1.0', requiresPython: null, requirements: [], extras: [] },
    wheels: wheels.map((tags) => ({ filename: '', tags, requiresPython: null })),
  };
  const installable = { subject: { kind: 'packages' } } as unknown as Parameters<typeof isPure>[0];
  const subject = { facts: [facts] } as unknown as Parameters<typeof isPure>[1];
  expect(await isPure(installable, subject, '3.11')).toBe(expected);
});
