import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { createLevelReader, readLevels } from '../../src/binary/api-level.ts';
import { auditBinary, auditDigest } from '../../src/binary/audit-binary.ts';
import { createDigest } from '../../src/binary/digest.ts';
import { scanBinary } from '../../src/binary/scan.ts';
import { elfFile } from '../support/elf-file.ts';
import { machOFile, universalFile } from '../support/macho-file.ts';

/**
 * Code of `_import_array()` from compiled modules, from the read of slot 211 on: where the level is
 * compared, and where the message about it is made.
 */
const X64 = {
  gcc: {
    // gcc 12 -O2: call *0x698(%rax); cmp $0xe,%eax; mov …,%rax; jbe
    compares: 'ff9098060000 83f80e 488b05b12e0000 0f86b9000000',
    // call *0x698(%rax); mov $0xf,%edx; lea …,%rsi; mov %eax,%ecx; …; call PyErr_Format
    tells: 'ff9098060000 ba0f000000 488d35900d0000 89c1 488b05572c0000 488b38 31c0 e825fdffff',
    level: 0xf,
  },
  // gcc 12 -O0: the slot's place is added up, and read afterwards.
  'gcc, unoptimised': {
    compares: '480598060000 488b00 ffd0 83f80e 7732',
    tells: '480598060000 488b00 ffd0 89c2 488b05 732c0000 488b00 89d1 ba0f000000 e8f0fcffff',
    level: 0xf,
  },
  // Of shapely 2.0.1 for macOS: the end of the message is that of another one, by a jump.
  'clang for macOS': {
    compares: 'ff9098060000 83f80f 0f8794000000',
    tells: 'ff9098060000 488d3502600100 4889df ba10000000 eb3a',
    level: 0x10,
  },
  // Of shapely 2.0.1 for Windows: the answer is moved behind the jump.
  'Microsoft C': {
    compares: 'ff9098060000 83f810 488b05e4e80100 7315',
    tells: 'ff9098060000 41b810000000 488d1517740100 ebc1',
    level: 0x10,
  },
  // Of onnxruntime 1.16.3 for Windows: addresses are checked before they are called.
  'Microsoft C with checked calls': {
    compares: '488b8098060000 ff15bb77ed00 83f810 488b05d99b2901 731c',
    tells: '488b8098060000 ff15a277ed00 41b810000000 488d15fdfff000 eba8',
    level: 0x10,
  },
  'constants in registers': {
    // mov (%rax…); call *%rax; mov %eax,%ecx; mov $0xd,%eax; cmp %ecx,%eax; jbe
    compares: '488b8898060000 ffd1 89c1 b80d000000 39c8 7610',
    tells: 'ff9098060000 ba0d000000 89c1 e800000000',
    level: 0xd,
  },
} as const;
const I386 = {
  // Of shapely 2.0.1 for Windows.
  'Microsoft C': {
    compares: '8b804c030000 ffd0 83f810 a15cba0110 7312',
    tells: '8b804c030000 ffd0 50 6a10 6868790110 eba7',
    level: 0x10,
  },
  'arguments at their places': {
    compares: 'ff904c030000 83f80c 7720',
    tells: 'ff904c030000 8944240c c74424080d000000 c744240400000000 e800000000',
    level: 0xd,
  },
} as const;
const ARM64 = {
  gcc: {
    compares: '004c43f9 00003fd6 1f380071 a9060054',
    tells: '214c43f9 130040f9 20003fd6 e303002a 01000090 e00313aa 21203491 e2018052 2fffff97',
    level: 0xf,
  },
  'a message that ends elsewhere': {
    compares: '004c43f9 00003fd6 1f380071 a9060054',
    tells: '004c43f9 00003fd6 e2018052 10000014',
    level: 0xf,
  },
  // Of shapely 2.0.1: what a function takes any number of is on the stack.
  'clang for macOS': {
    compares: '084d43f9 00013fd6 1f3c0071 a8050054',
    tells: '084d43f9 00013fd6 08028052 e80300a9 81b60930 1f2003d5 11000014',
    level: 0x10,
  },
} as const;

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

function codeOf(...hex: readonly string[]): Buffer {
  // Instructions of ARM begin at multiples of four.
  return Buffer.concat([
    Buffer.alloc(64),
    ...hex.flatMap((one) => [bytesOf(one), Buffer.alloc(320 - (bytesOf(one).length % 4))]),
  ]);
}

function levelsIn(machine: string, code: Buffer) {
  const reader = createLevelReader(machine);
  reader?.add(code);
  return reader?.end();
}

const rows = Object.entries({ x86_64: X64, i686: I386, aarch64: ARM64 }).flatMap(
  ([machine, compilers]) =>
    Object.entries(compilers).map(([compiler, code]) => [machine, compiler, code] as const),
);

describe('the level in code', () => {
  it.each(rows)('%s, %s', (machine, _, { compares, tells, level }) => {
    expect(levelsIn(machine, codeOf(compares))).toEqual(expectLevels([level], []));
    expect(levelsIn(machine, codeOf(tells))).toEqual(expectLevels([], [level]));
  });

  it.each<[string, string, string]>([
    ['another slot', 'x86_64', 'ff9090060000 83f80e 7610'],
    ['equality', 'x86_64', 'ff9098060000 83f80e 7410'],
    ['another answer', 'x86_64', 'ff9098060000 89c3 e800000000 83f80e 7610'],
    ['a comparison of memory', 'x86_64', 'ff9098060000 83380e 7610'],
    ['flags of something else', 'x86_64', 'ff9098060000 83f80e 85db 7610'],
    ['no level', 'x86_64', 'ff9098060000 83f803 7610'],
    ['a register that was written', 'x86_64', 'ff9098060000 8b4308 83f80e 7610'],
    ['another function', 'x86_64', '488b8098060000 ffd1 83f80e 7610'],
    ['no call', 'x86_64', '488b8098060000 83f80e 7610'],
    ['a store of 64-bit ARM', 'aarch64', '004c03f9 00003fd6 1f380071 a9060054'],
    ['equality', 'aarch64', '004c43f9 00003fd6 1f380071 a0060054'],
    ['between instructions', 'aarch64', '0000 004c43f9 00003fd6 1f380071 a9060054 0000'],
  ])('not for %s (%s)', (_, machine, hex) => {
    expect(levelsIn(machine, codeOf(hex))).toEqual(expectLevels([], []));
  });

  it('is not made of what stood elsewhere, where the file ends', () => {
    const reader = createLevelReader('x86_64');
    reader?.add(Buffer.alloc(400));
    reader?.add(
      Buffer.concat([bytesOf('83f80e 7610'), Buffer.alloc(400), bytesOf('ff9098060000')]),
    );
    expect(reader?.end()).toEqual(expectLevels([], []));
  });

  it('is not read of other machines', () => {
    expect(createLevelReader('s390x')).toBeUndefined();
    expect(createLevelReader(undefined)).toBeUndefined();
  });

  it('gives up where the code is made of such places', () => {
    const many = Buffer.concat(Array.from({ length: 120_000 }, () => bytesOf('ff9098060000')));
    expect(levelsIn('x86_64', many)?.isWhole).toBe(false);
  });
});

function expectLevels(compared: readonly number[], told: readonly number[]) {
  return { compared, told, isWhole: true };
}

describe('whatever the bytes are, wherever pieces end', () => {
  const code = fc
    .array(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }).map((one) => Buffer.from(one)),
        fc.constantFrom(...rows.flatMap(([, , one]) => [one.compares, one.tells])).map(bytesOf),
        fc.constantFrom('ff9098060000', '004c43f9', '8b804c030000').map(bytesOf),
      ),
      { maxLength: 12 },
    )
    .map((parts) => Buffer.concat(parts));
  it.each(['x86_64', 'i686', 'aarch64'])('%s', (machine) => {
    fc.assert(
      fc.property(
        code,
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1 }),
        (bytes, steps) => {
          const reader = createLevelReader(machine);
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const step = steps[turn % steps.length] ?? 1;
            reader?.add(bytes.subarray(at, at + step));
            at += step;
          }
          expect(reader?.end()).toEqual(levelsIn(machine, bytes));
        },
      ),
    );
  });
});

const OLD = '\0numpy.core._multiarray_umath\0module compiled against API version 0x%x\0';
const OLDEST = '\0numpy.core.multiarray\0module compiled against API version 0x%x\0';
const NEW =
  '\0numpy._core._multiarray_umath\0compiled against NumPy C-API version 0x%x (NumPy 1.25)';
const PYBIND11 = '\0pybind11 numpy support requires numpy >= 1.7.0\0';
const ASKS_OTHERS = 'ff9098060000 83f807 7210';

const module = (text: string, ...hex: readonly string[]): Buffer =>
  elfFile({
    symbols: [{ name: 'PyInit_x' }],
    // As long as what is kept of every head.
    text: text + '\0'.repeat(5_000) + codeOf(...hex).toString('latin1'),
  });

describe('the target of what was built with NumPy 1.x headers', () => {
  const { compares, tells } = X64.gcc;
  const other = X64['clang for macOS'];
  it.each<[string, Buffer, string | null]>([
    ['both places agree', module(OLD, compares, tells), '1.22'],
    ['no code', module(OLD), null],
    ['a comparison alone', module(OLD, compares), null],
    ['a message alone', module(OLD, tells), null],
    ['the two differ', module(OLD, compares, other.tells), null],
    ['two comparisons differ', module(OLD, compares, tells, other.compares), null],
    ['two builds in one file', module(OLD, compares, tells, other.compares, other.tells), null],
    ['twice the same', module(OLD, compares, tells, compares, tells), '1.22'],
    ['pybind11 asks, too', module(OLD + PYBIND11, compares, tells, ASKS_OTHERS), '1.22'],
    ['something else asks, too', module(OLD, compares, tells, ASKS_OTHERS), null],
    ['a newer one of NumPy 2 in a text', module(OLD + NEW, compares, tells), '1.25'],
    ['a level of no release', module(OLDEST, ...levelled(8)), '1.8'],
    ['a level below what the headers need', module(OLD, ...levelled(0xc)), '1.16'],
    ['the same with older headers', module(OLDEST, ...levelled(0xc)), '1.14'],
  ])('%s', (_, bytes, target) => {
    expect(scanBinary(bytes).capi).toMatchObject({ era: '1.x', target });
    expect(auditBinary('pkg/x.abi3.so', bytes)?.capi.target).toBe(target);
    const digest = createDigest();
    for (let at = 0; at < bytes.length; at += 1_000) digest.add(bytes.subarray(at, at + 1_000));
    expect(auditDigest('pkg/x.abi3.so', digest.parts())?.capi.target).toBe(target);
  });

  it('is read at the beginning of a file in pieces, too', () => {
    const text = codeOf(compares, tells).toString('latin1') + '\0'.repeat(5_000) + OLD;
    const digest = createDigest();
    digest.add(elfFile({ symbols: [{ name: 'PyInit_x' }], text }));
    expect(auditDigest('pkg/x.abi3.so', digest.parts())?.capi.target).toBe('1.22');
  });

  it('is not looked for where nothing of NumPy 1.x is', () => {
    const lazy = module(`\0numpy\0_ARRAY_API${PYBIND11}`, compares, tells);
    expect(scanBinary(lazy).capi).toMatchObject({ era: 'lazy-1.x', target: null });
  });

  it.each<[string, readonly [string, string], string | null, readonly (string | null)[]]>([
    ['one level', ['1.23', '1.23'], '1.23', ['1.23', '1.23']],
    ['each its own', ['1.22', '1.23'], null, ['1.22', '1.23']],
    ['one unknown', ['?', '1.23'], null, [null, '1.23']],
  ])('of the machines of a universal file: %s', (_, [intel], whole, each) => {
    const code = { '1.23': other, '1.22': X64.gcc, '?': { compares: '', tells: '' } }[intel];
    const arm = ARM64['clang for macOS'];
    const file = universalFile([
      aligned(0x01000007, [code?.compares ?? '', code?.tells ?? '']),
      aligned(0x0100000c, [arm.compares, arm.tells]),
    ]);
    expect(scanBinary(file).capi.target).toBe(whole);
    const audited = auditBinary('pkg/x.abi3.so', file);
    expect(audited?.capi.target).toBe(whole);
    expect(audited?.slices.map(({ capi }) => capi.target)).toEqual(each);
  });
});

/** A Mach-O file whose code begins at a multiple of four. */
function aligned(cpu: number, hex: readonly string[]): Buffer {
  const before = machOFile({ cpu, exports: ['_PyInit_x'], text: OLD }).length;
  const text = OLD + '\0'.repeat((4 - (before % 4)) % 4) + codeOf(...hex).toString('latin1');
  return machOFile({ cpu, exports: ['_PyInit_x'], text });
}

function levelled(level: number): readonly string[] {
  const hex = level.toString(16).padStart(2, '0');
  return [`ff9098060000 83f8${hex} 7210`, `ff9098060000 ba${hex}000000 89c1 e800000000`];
}

it('readLevels() takes any file', () => {
  expect(readLevels(Buffer.from('no binary'))).toBeUndefined();
  expect(readLevels(Buffer.alloc(0))).toBeUndefined();
});
