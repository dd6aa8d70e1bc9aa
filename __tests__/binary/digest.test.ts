import { describe, expect, it } from '@jest/globals';
import { auditBinary, auditDigest } from '../../src/binary/audit-binary.ts';
import { createDigest } from '../../src/binary/digest.ts';
import { elfFile } from '../support/elf-file.ts';
import { machOFile, universalFile } from '../support/macho-file.ts';
import { peFile } from '../support/pe-file.ts';

const OLD = 'numpy.core._multiarray_umath\0module compiled against API version 0x%x';
const NEW =
  'numpy._core._multiarray_umath\0module compiled against NumPy C-API version 0x%x (NumPy 1.23) but';
const FILLER = `\0${'x'.repeat(5_000)}\0`;
const X86 = 0x01000007;
const ARM = 0x0100000c;

function digested(path: string, bytes: Uint8Array, step: number) {
  const digest = createDigest();
  for (let at = 0; at < bytes.length; at += step) digest.add(bytes.subarray(at, at + step));
  return auditDigest(path, digest.parts());
}

describe('auditDigest() says of a file in pieces what auditBinary() says of it whole', () => {
  const slice = (cpu: number, text: string) =>
    machOFile({ cpu, exports: ['_PyInit__x'], text: FILLER + text + FILLER });
  const universal = universalFile([slice(X86, OLD), slice(ARM, NEW)]);
  const init = [{ name: 'PyInit__x' }];
  it.each<[string, string, Uint8Array]>([
    ['a universal file, machine by machine', 'pkg/_x.cpython-311-darwin.so', universal],
    ['a universal file without a tag', 'pkg/_x.so', universal],
    ['a module without a tag', 'pkg/_x.so', elfFile({ symbols: init, text: OLD })],
    ['a package that is a module', '_x/__init__.so', elfFile({ symbols: init, text: OLD })],
    ['a library', 'pkg/lib_x.so', elfFile({ symbols: [{ name: 'init_all' }], text: NEW })],
    ['a library without NumPy', 'pkg/lib_x.dll', peFile({ text: FILLER })],
    ['a module by its tag', 'pkg/_x.cp311-win_amd64.pyd', peFile({ exports: ['PyInit__x'] })],
    ['no binary that has a module’s name', 'pkg/_x.abi3.so', Buffer.from('<html>')],
    ['nothing that has a module’s name', 'pkg/_x.pyd', Buffer.alloc(0)],
  ])('%s', (_, path, bytes) => {
    const whole = auditBinary(path, bytes);
    for (const step of [100, 4_096, 1e9]) {
      const pieces = digested(path, bytes, step);
      // Which libraries it needs is not kept.
      expect(pieces && { ...pieces, needed: [] }).toEqual(whole && { ...whole, needed: [] });
    }
  });

  it('keeps the machines of a universal file apart', () => {
    const slices = digested('pkg/_x.abi3.so', universal, 777)?.slices;
    expect(slices?.map(({ machine, capi }) => [machine, capi.era, capi.target])).toEqual([
      ['x86_64', '1.x', null],
      ['aarch64', '2.x', '1.23'],
    ]);
  });

  it('calls a file unknown of which not all places could be kept', () => {
    const noise = Buffer.from(`NumPy${'.'.repeat(400)}`.repeat(60_000));
    const bytes = Buffer.concat([elfFile({}), noise]);
    expect(digested('pkg/_x.abi3.so', bytes, 2 ** 20)?.capi.era).toBe('unknown');
  });
});

describe('auditBinary()', () => {
  it('says of a module’s name without a binary that it is unknown, not fine', () => {
    const binary = auditBinary(
      'pkg/_x.cp312-win_amd64.pyd',
      Buffer.from('version https://git-lfs'),
    );
    expect(binary).toMatchObject({ name: 'pkg._x', isLibrary: false, capi: { era: 'unknown' } });
  });
});
