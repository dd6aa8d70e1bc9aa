import { createByteWriter, stringTable } from './byte-writer.ts';

export interface ElfSymbol {
  readonly name: string;
  readonly undefined?: boolean;
  readonly local?: boolean;
  readonly hidden?: boolean;
}

export interface ElfOptions {
  readonly wide?: boolean;
  readonly little?: boolean;
  readonly machine?: number;
  readonly symbols?: readonly ElfSymbol[];
  readonly needed?: readonly string[];
  /** Which table tells the number of symbols. */
  readonly counted?: 'sections' | 'hash' | 'gnu-hash';
  /** Makes the section the full symbol table instead of the dynamic one. */
  readonly full?: boolean;
  /** Texts put behind all tables. */
  readonly text?: string;
}

/** A shared object with the tables that a loader reads, and nothing else. */
export function elfFile(options: ElfOptions = {}): Buffer {
  const { wide = true, little = true, machine = 62, counted = 'gnu-hash' } = options;
  const needed = options.needed ?? [];
  // GNU_HASH lists defined symbols last.
  const symbols = [...(options.symbols ?? [])].sort(
    (a, b) => Number(b.undefined ?? false) - Number(a.undefined ?? false),
  );
  const strings = stringTable([...symbols.map(({ name }) => name), ...needed]);
  const sizes = { header: wide ? 64 : 52, program: wide ? 56 : 32, section: wide ? 64 : 40 };
  const symbolSize = wide ? 24 : 16;
  const symtab = sizes.header + 2 * sizes.program;
  const strtab = symtab + (symbols.length + 1) * symbolSize;
  const hash = strtab + strings.bytes.length;
  const hashTable =
    counted === 'sections' ? Buffer.alloc(0) : hashBytes(symbols, counted, little, wide);
  const dynamic = hash + hashTable.length;
  const entries: [number, number][] = needed.map((name) => [1, strings.at(name)]);
  entries.push([5, 0x1000 + strtab], [6, 0x1000 + symtab], [10, strings.bytes.length]);
  if (counted !== 'sections') {
    entries.push([counted === 'hash' ? 4 : 0x6ffffef5, 0x1000 + hash]);
  }
  entries.push([0, 0]);
  const sections = dynamic + entries.length * 2 * (wide ? 8 : 4);
  const hasSections = counted === 'sections';
  const end = sections + (hasSections ? 3 * sizes.section : 0);

  const out = createByteWriter(little, wide);
  out.raw('\x7fELF');
  out.u8(wide ? 2 : 1, little ? 1 : 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  out.u16(3, machine);
  out.u32(1);
  out.word(0, sizes.header, hasSections ? sections : 0);
  out.u32(0);
  out.u16(sizes.header, sizes.program, 2, sizes.section, hasSections ? 3 : 0, 0);
  const program = (type: number, offset: number, size: number): void => {
    out.u32(type);
    if (wide) {
      out.u32(4);
    }
    out.word(offset, 0x1000 + offset, 0x1000 + offset, size, size);
    if (!wide) {
      out.u32(4);
    }
    out.word(8);
  };
  program(1, 0, end);
  program(2, dynamic, entries.length * 2 * (wide ? 8 : 4));
  out.raw(Buffer.alloc(symbolSize));
  for (const symbol of symbols) {
    const info = ((symbol.local ? 0 : 1) << 4) | 2;
    const other = symbol.hidden ? 2 : 0;
    const section = symbol.undefined ? 0 : 7;
    out.u32(strings.at(symbol.name));
    if (wide) {
      out.u8(info, other);
      out.u16(section);
      out.u64(0x2000, 0);
    } else {
      out.u32(0x2000, 0);
      out.u8(info, other);
      out.u16(section);
    }
  }
  out.raw(strings.bytes);
  out.raw(hashTable);
  out.word(...entries.flat());
  if (hasSections) {
    const section = (type: number, offset: number, size: number, link: number): void => {
      out.u32(0, type);
      out.word(0, 0, offset, size);
      out.u32(link, 0);
      out.word(1, symbolSize);
    };
    section(0, 0, 0, 0);
    section(options.full ? 2 : 11, symtab, strtab - symtab, 2);
    section(3, strtab, strings.bytes.length, 0);
  }
  out.raw(options.text ?? '');
  return out.bytes();
}

function hashBytes(
  symbols: readonly ElfSymbol[],
  counted: 'hash' | 'gnu-hash',
  little: boolean,
  wide: boolean,
): Buffer {
  const out = createByteWriter(little, wide);
  if (counted === 'hash') {
    out.u32(1, symbols.length + 1, 0, ...symbols.map(() => 0), 0);
    return out.bytes();
  }
  const defined = symbols.filter((symbol) => !symbol.undefined).length;
  const first = symbols.length - defined + 1;
  out.u32(1, first, 1, 0);
  out.word(0);
  out.u32(defined === 0 ? 0 : first);
  out.u32(...Array.from({ length: defined }, (_, index) => (index === defined - 1 ? 1 : 2)));
  return out.bytes();
}
