import fc from 'fast-check';
import { scanBinary } from '../../src/binary/scan.ts';
import { elfFile } from '../support/elf-file.ts';
import { machOFile, universalFile } from '../support/macho-file.ts';
import { peFile } from '../support/pe-file.ts';
import { wasmFile } from '../support/wasm-file.ts';

const SYMBOLS = [
  { name: 'PyInit__core' },
  { name: 'PyModule_Create2', undefined: true },
  { name: 'PyInit_of_another', undefined: true },
  { name: 'PyInit_hidden', hidden: true },
  { name: 'PyInit_local', local: true },
  { name: 'PyInitU_mnchen_3ya' },
  { name: 'PyModExport_new' },
  { name: 'initializer' },
] as const;
const NAMES = ['_core', 'münchen', 'new'];

describe('scanBinary() reads export tables', () => {
  const counted = ['sections', 'hash', 'gnu-hash'] as const;
  const rows = counted.flatMap((c) =>
    [true, false].flatMap((wide) => [true, false].map((little) => [c, wide, little] as const)),
  );
  it.each(rows)('ELF counted by %s, 64-bit %s, little-endian %s', (how, wide, little) => {
    const file = elfFile({ counted: how, wide, little, symbols: SYMBOLS, needed: ['libm.so.6'] });
    const facts = scanBinary(file);
    expect(facts).toMatchObject({ format: 'elf', machines: ['x86_64'], needed: ['libm.so.6'] });
    expect([...facts.initNames].sort()).toEqual([...NAMES].sort());
    expect(facts.truncated).toBeUndefined();
  });

  it.each([true, false])('PE, 64-bit %s', (wide) => {
    const file = peFile({
      wide,
      machine: wide ? 0x8664 : 0x14c,
      exports: ['PyInitU_mnchen_3ya', 'PyInit__core', 'PyModExport_new', 'other'],
      imports: ['python311.dll', 'KERNEL32.dll'],
    });
    expect(scanBinary(file)).toMatchObject({
      format: 'pe',
      machines: [wide ? 'x86_64' : 'i686'],
      initNames: ['münchen', '_core', 'new'],
      needed: ['python311.dll', 'KERNEL32.dll'],
    });
  });

  it.each([
    ['symtab', true, true],
    ['symtab', false, true],
    ['symtab', true, false],
    ['symtab', false, false],
    ['dyld-info', true, true],
    ['exports-trie', true, true],
  ] as const)('Mach-O %s, 64-bit %s, little-endian %s', (table, wide, little) => {
    const file = machOFile({
      table,
      wide,
      little,
      exports: ['_PyInit__core', '_PyInitU_mnchen_3ya', '_PyModExport_new', '_main'],
      privateExternals: ['_PyInit_private'],
      undefineds: ['_PyInit_elsewhere'],
      libraries: ['@rpath/libfoo.dylib', '/usr/lib/libSystem.B.dylib'],
    });
    const facts = scanBinary(file);
    expect([...facts.initNames].sort()).toEqual([...NAMES].sort());
    expect(facts.needed).toEqual(['@rpath/libfoo.dylib', '/usr/lib/libSystem.B.dylib']);
  });

  it('joins the slices of a universal Mach-O', () => {
    const slice = (cpu: number) => machOFile({ cpu, exports: ['_PyInit_x'] });
    const file = universalFile([slice(0x01000007), slice(0x0100000c)]);
    expect(scanBinary(file)).toMatchObject({
      format: 'macho',
      machines: ['x86_64', 'aarch64'],
      initNames: ['x'],
    });
  });

  it('does not take a text for an export', () => {
    expect(scanBinary(elfFile({ text: '\0PyInit_fake\0' })).initNames).toEqual([]);
    expect(scanBinary(peFile({ text: '\0PyInit_fake\0' })).initNames).toEqual([]);
    expect(scanBinary(machOFile({ text: '\0_PyInit_fake\0' })).initNames).toEqual([]);
  });

  it.each([
    ['a Python 2 module', [{ name: 'initfoo' }], 'Py_InitModule4_64', true],
    ['a library with initialisers', [{ name: 'initfoo' }], '', false],
    ['both', [{ name: 'initfoo' }, { name: 'PyInit_foo' }], 'Py_InitModule4', false],
  ])('python2Init of %s', (_what, symbols, text, expected) => {
    expect(scanBinary(elfFile({ symbols, text })).python2Init).toBe(expected);
  });

  it.each([
    ['ELF', elfFile({ symbols: SYMBOLS })],
    ['PE', peFile({ exports: ['PyInit_x'] })],
  ])('marks a truncated %s', (_format, file) => {
    expect(scanBinary(file.subarray(0, file.length - 8)).truncated).toBe(true);
  });

  it.each([
    'version https://git-lfs.github.com/spec/v1\n',
    '',
    '\x7fELF',
    'MZ',
    '\xca\xfe\xba\xbe\0\0\0\x34',
  ])('knows no format in %j', (text) => {
    expect(scanBinary(Buffer.from(text, 'latin1'))).toMatchObject({
      format: 'unknown',
      initNames: [],
      capi: { era: 'none' },
    });
  });
});

describe('scanBinary() sees a missing import_array()', () => {
  it.each([
    ['the table and nothing that sets it', 'PyArray_API', '', true],
    ['the table and import_array()', 'PyArray_API', '\0_ARRAY_API not found\0', false],
    ['another table', 'MyPyArray_API', '', false],
    ['debug information only', 'x', '\0PyArray_API\0', false],
  ])('%s', (_what, name, text, expected) => {
    const symbols = [{ name: 'a' }, { name, local: true }];
    const file = elfFile({ counted: 'sections', full: true, symbols, text });
    expect(scanBinary(file).importsArrayApi).toBe(expected);
  });
});

describe('scanBinary() survives damaged input', () => {
  const files = [
    ...(['sections', 'hash', 'gnu-hash'] as const).map((counted) =>
      elfFile({ counted, symbols: SYMBOLS, needed: ['a.so'] }),
    ),
    peFile({ exports: ['PyInit_x'], imports: ['a.dll'] }),
    machOFile({ exports: ['_PyInit_x'], libraries: ['a'] }),
    machOFile({ exports: ['_PyInit_x'], table: 'exports-trie' }),
    universalFile([machOFile({ exports: ['_PyInit_x'] })]),
  ];

  it('with any bytes overwritten and any tail cut off', () => {
    const edits = fc.array(fc.tuple(fc.nat(1500), fc.nat(255)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...files), edits, fc.nat(2000), (file, changes, keep) => {
        const bytes = Buffer.from(file.subarray(0, Math.max(keep, 16)));
        for (const [at, value] of changes) {
          bytes[at % bytes.length] = value;
        }
        scanBinary(bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('with every number of the headers at its largest', () => {
    for (const file of files) {
      for (let at = 4; at < Math.min(file.length, 600); at += 4) {
        const bytes = Buffer.from(file);
        bytes.fill(0xff, at, Math.min(at + 4, bytes.length));
        expect(() => scanBinary(bytes)).not.toThrow();
      }
    }
  });

  it('with random bytes behind each magic number', () => {
    const magic = fc.constantFrom(
      '\x7fELF\x02\x01',
      '\x7fELF\x01\x02',
      'MZ',
      '\xcf\xfa\xed\xfe',
      '\xca\xfe\xba\xbe\0\0\0\x02',
      '\0asm\x01\0\0\0',
    );
    fc.assert(
      fc.property(magic, fc.uint8Array({ minLength: 60, maxLength: 400 }), (start, rest) => {
        scanBinary(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
      }),
      { numRuns: 300 },
    );
  });
});

/** setuptools wants the function on Windows; a library for ctypes leaves it empty. */
describe('scanBinary() tells an empty init function', () => {
  const elf = (name: string) =>
    elfFile({ symbols: [{ name: 'PyInit__x' }, { name, undefined: true }] });
  it.each<[string, Buffer, true | undefined]>([
    ['ELF, no call of Python', elf('malloc'), true],
    ['ELF, several phases', elf('PyModuleDef_Init'), undefined],
    [
      'ELF, Boost.Python',
      elf('_ZN5boost6python6detail11init_moduleER11PyModuleDefPFvvE'),
      undefined,
    ],
    ['ELF, PyPy', elf('PyPyModule_Create2'), undefined],
    ['ELF, another library makes it', elf('Py_IncRef'), undefined],
    ['ELF, a table alone', elfFile({ symbols: [{ name: 'PyModExport__x' }] }), undefined],
    ['ELF, cffi on PyPy', elfFile({ symbols: [{ name: '_cffi_pypyinit__x' }] }), undefined],
    ['ELF, no init function', elfFile({ symbols: [{ name: 'f' }] }), undefined],
    ['PE, no call of Python', peFile({ exports: ['PyInit__x'], imports: ['msvcrt.dll'] }), true],
    ['PE', peFile({ exports: ['PyInit__x'], text: 'PyModule_Create2' }), undefined],
    ['Mach-O, no call of Python', machOFile({ exports: ['_PyInit__x'] }), true],
    ['damaged', elf('malloc').subarray(0, -8), undefined],
  ])('%s', (_what, bytes, expected) => {
    expect(scanBinary(bytes).makesNoModule).toBe(expected);
  });
});

it.each([
  ['ELF', elfFile({ symbols: [{ name: '_cffi_pypyinit__x' }] })],
  ['PE', peFile({ exports: ['_cffi_pypyinit__x', 'PyInit__x'], imports: ['msvcrt.dll'] })],
  ['Mach-O', machOFile({ exports: ['__cffi_pypyinit__x'] })],
])('scanBinary() knows a module of cffi on PyPy: %s', (_format, bytes) => {
  expect(scanBinary(bytes)).toMatchObject({ initNames: ['_x'] });
  expect(scanBinary(bytes).makesNoModule).toBeUndefined();
});

describe('scanBinary() of WebAssembly', () => {
  const text =
    'module was compiled against NumPy C-API version 0x%x (NumPy 1.20) but numpy._core._multiarray_umath\0';
  const whole = wasmFile({
    exports: ['f', 'PyInit__x'],
    needed: ['libz.so'],
    text: `PyModule_\0${text}`,
  });

  it('tells its modules, its libraries and which NumPy it was built for', () => {
    expect(scanBinary(whole)).toMatchObject({
      format: 'wasm',
      machines: ['wasm32'],
      initNames: ['_x'],
      needed: ['libz.so'],
      capi: { era: '2.x', target: '1.20' },
    });
    expect(scanBinary(whole).truncated).toBeUndefined();
  });

  it('is total: cut anywhere, and with lengths at their largest', () => {
    for (let at = 8; at < whole.length; at += 1) {
      expect(scanBinary(whole.subarray(0, at)).format).toBe('wasm');
      const bytes = Buffer.from(whole);
      bytes.fill(0xff, at, Math.min(at + 5, bytes.length));
      expect(() => scanBinary(bytes)).not.toThrow();
    }
    expect(scanBinary(whole.subarray(0, -1)).truncated).toBe(true);
  });
});
