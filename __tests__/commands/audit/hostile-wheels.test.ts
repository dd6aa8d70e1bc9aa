import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { auditBinary, auditDigest } from '../../../src/binary/audit-binary.ts';
import { createDigest } from '../../../src/binary/digest.ts';
import { readWheel } from '../../../src/commands/audit/read-wheel.ts';
import { openWheel } from '../../../src/wheels/open-wheel.ts';
import { type RawMember, rawZip } from '../../support/raw-zip.ts';

const NAME = 'pkg-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';
const TEXTS = 'numpy.core._multiarray_umath\0module compiled against API version 0x%x';

/** The head of an ELF file for x86-64, and texts of NumPy 1.x headers. */
function elf(rest = TEXTS): Buffer {
  const head = Buffer.alloc(64);
  head.write('\x7fELF\x02\x01\x01', 'latin1');
  head.writeUInt16LE(62, 18);
  return Buffer.concat([head, Buffer.from(rest, 'latin1')]);
}

const METADATA = {
  name: 'pkg-1.0.dist-info/METADATA',
  data: 'Name: pkg\nVersion: 1.0\nRequires-Dist: numpy\n\n',
};
const MODULE = { name: 'pkg/_x.cpython-311-x86_64-linux-gnu.so', data: elf() };

const folder = mkdtempSync(join(tmpdir(), 'hostile-wheels-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same archive held, and as a file, which is read by other means. */
function sourcesOf(bytes: Uint8Array) {
  const path = join(folder, 'one.whl');
  writeFileSync(path, bytes);
  return {
    held: () => openWheel({ kind: 'bytes', bytes }),
    file: async () => openWheel({ kind: 'descriptor', fd: openSync(path, 'r') }),
  };
}

async function read(bytes: Uint8Array, name = NAME) {
  const { held, file } = sourcesOf(bytes);
  const found = await readWheel(name, file, { kind: 'metadata' });
  const same = await readWheel(name, held, { kind: 'metadata' });
  expect({ ...found, reason: '' }).toEqual({ ...same, reason: '' });
  return found;
}
const readMembers = (...members: RawMember[]) => read(rawZip([METADATA, ...members]));

/** Where the end record says that 65,535 members are, and zip64's own records are missing. */
const zip64 = (): Buffer => rawZip([METADATA, MODULE], 0xffff);

describe('readWheel() of hostile archives', () => {
  it.each<[string, Buffer, RegExp]>([
    ['nothing', Buffer.alloc(0), /./],
    ['text', Buffer.from('not a zip at all'), /./],
    ['a cut archive', rawZip([METADATA, MODULE]).subarray(0, -40), /./],
    ['an archive without its beginning', rawZip([METADATA, MODULE]).subarray(60), /./],
    ['zip64 that is none', zip64(), /./],
    ['a path outside', rawZip([METADATA, { name: '../x.so', data: elf() }]), /path|relative/],
    ['an absolute path', rawZip([METADATA, { name: '/x.so', data: elf() }]), /path/],
    ['a link', rawZip([METADATA, { ...MODULE, mode: 0o120777 }]), /link/],
    ['a member twice', rawZip([METADATA, MODULE, MODULE]), /twice/],
    ['an encrypted member', rawZip([METADATA, { ...MODULE, flags: 1 }]), /encrypted/],
    ['another packing', rawZip([METADATA, { ...MODULE, method: 12 }]), /method 12/],
    ['a size too small', rawZip([METADATA, { ...MODULE, size: 10 }]), /holds more than the 10/],
    ['a size too large', rawZip([METADATA, { ...MODULE, size: 900 }]), /archive says 900/],
    ['a packed size beyond', rawZip([METADATA, { ...MODULE, packedSize: 2 ** 30 }]), /./],
    ['a packing without its end', rawZip([METADATA, { ...MODULE, unfinished: true }]), /damaged/],
    ['a wrong checksum', rawZip([METADATA, { ...MODULE, crc: 1 }]), /checksum/],
    [
      'a wrong checksum of a stored member',
      rawZip([METADATA, { ...MODULE, stored: true, crc: 1 }]),
      /checksum/,
    ],
    ['a size of gigabytes', rawZip([METADATA, { ...MODULE, size: 2 ** 31 - 1 }]), /unpacks to/],
    ['no METADATA', rawZip([MODULE]), /METADATA/],
    [
      'endless requirements',
      rawZip([{ ...METADATA, data: 'Requires-Dist: numpy\n'.repeat(100_000) }]),
      /100000 lines/,
    ],
  ])('%s: is told, and nothing thrown', async (_, bytes, reason) => {
    const found = await read(bytes);
    expect(found).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(reason) });
  });

  it('reads a stored and a packed member alike', async () => {
    for (const stored of [true, false]) {
      const found = await readMembers({ ...MODULE, stored });
      expect(found.kind === 'wheel' && found.binaries.map(({ capi }) => capi.era)).toEqual(['1.x']);
    }
  });

  it.each(['held', 'file'] as const)(
    'looks at a file of a bomb’s size in pieces: %s',
    async (how) => {
      const noise = Buffer.alloc(2 ** 20).map((_, at) => (at * 2_654_435_761) >>> 13);
      const large = Buffer.concat([elf('x'), ...Array.from({ length: 70 }, () => noise), elf()]);
      const bytes = rawZip([METADATA, { ...MODULE, data: large }]);
      const open = async () => {
        const wheel = await sourcesOf(bytes)[how]();
        if ('kind' in wheel) throw new Error(wheel.reason);
        return { ...wheel, read: () => Promise.reject(new Error('held at once')) };
      };
      const found = await readWheel(NAME, open, { kind: 'metadata' });
      expect(found.kind === 'wheel' && found.binaries.map(({ capi }) => capi.era)).toEqual(['1.x']);
    },
  );

  it('survives whatever is done to an archive', async () => {
    const good = rawZip([METADATA, MODULE, { name: 'pkg/__init__.py', data: '' }]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(good.length),
        async (changes, cut) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) bytes[at] = value;
          const found = await read(bytes.subarray(0, cut % 3 === 0 ? cut : bytes.length));
          expect(['wheel', 'unreadable']).toContain(found.kind);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survives names that are no wheels’', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (name) => {
        expect((await read(rawZip([METADATA]), name)).kind).toBe('unreadable');
      }),
      { numRuns: 100 },
    );
  });
});

describe('binaries of any bytes', () => {
  const heads = [
    elf('').toString('latin1'),
    'MZ',
    '\xcf\xfa\xed\xfe\x07\x00\x00\x01',
    '\xca\xfe\xba\xbe\x00\x00\x00\x02',
    '',
  ];

  it('tell something or nothing, held or in pieces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('', TEXTS, 'numpy _ARRAY_API not found'),
        fc.integer({ min: 1, max: 300 }),
        (head, noise, texts, step) => {
          const bytes = Buffer.concat([Buffer.from(head, 'latin1'), noise, Buffer.from(texts)]);
          expect(() => auditBinary('pkg/_x.abi3.so', bytes)).not.toThrow();
          const digest = createDigest();
          for (let at = 0; at < bytes.length; at += step) digest.add(bytes.subarray(at, at + step));
          expect(() => auditDigest('pkg/_x.abi3.so', digest.parts())).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([1, 7, 100, 5_000])('keeps what a whole file says, in pieces of %d', (step) => {
    const filler = 'x'.repeat(3_000);
    const bytes = elf(`${filler}${TEXTS}${filler}pybind11 numpy support requires\0${filler}`);
    const digest = createDigest();
    for (let at = 0; at < bytes.length; at += step) digest.add(bytes.subarray(at, at + step));
    const whole = auditBinary('pkg/_x.abi3.so', bytes);
    const pieces = auditDigest('pkg/_x.abi3.so', digest.parts());
    expect([pieces?.capi, pieces?.through]).toEqual([whole?.capi, whole?.through]);
  });
});

it.each([
  ['a module that exports no init function', '\0PyModule_Create2\0PyObject_Call\0', false],
  ['a library that ctypes loads', '\0malloc\0', true],
])('by its name alone no file stands for a module: %s', async (_, texts, expected) => {
  const found = await readMembers({ ...MODULE, data: elf(texts) });
  expect(found).toMatchObject({ kind: 'wheel', hasModuleNames: expected });
});

it('unpacks what has a module once: its name has nothing more to tell', async () => {
  const looked: string[] = [];
  const open = async () => {
    const wheel = await openWheel({ kind: 'bytes', bytes: rawZip([METADATA, MODULE]) });
    if ('kind' in wheel) throw new Error(wheel.reason);
    const look: typeof wheel.look = (path, use) => {
      looked.push(path);
      return wheel.look(path, use);
    };
    return { ...wheel, look };
  };
  await readWheel(NAME, open, { kind: 'metadata' });
  expect(looked).toEqual([MODULE.name]);
});
