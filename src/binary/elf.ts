import { type ByteReader, createByteReader } from './byte-reader.ts';
import { elfMachine } from './machines.ts';
import {
  isInitSymbol,
  MAX_ENTRIES,
  MAX_INIT_SYMBOLS,
  MAX_SYMBOLS,
  mayBeInitSymbol,
  type ObjectFile,
} from './object-file.ts';

/** Offsets that differ between ELF32 and ELF64 (gABI, "ELF Header" … "Dynamic Section"). */
interface Layout {
  readonly reader: ByteReader;
  readonly wide: boolean;
  /** Reads an address-sized number. */
  readonly word: (offset: number) => number;
  readonly segments: readonly Segment[];
}

interface Table {
  readonly offset: number;
  readonly size: number;
}

interface SymbolTable {
  readonly offset: number;
  readonly count: number;
  readonly strings: Table;
}

const DT = { NEEDED: 1, HASH: 4, STRTAB: 5, SYMTAB: 6, STRSZ: 10, GNU_HASH: 0x6ffffef5 } as const;
const SHT = { SYMTAB: 2, DYNSYM: 11 } as const;
const PT = { LOAD: 1, DYNAMIC: 2 } as const;

/**
 * Reads an ELF file as the dynamic loader does: program headers, dynamic section, symbol table. Section
 * headers are only asked for the number of symbols when no hash table tells it.
 *
 * @returns undefined when the bytes are no ELF file
 */
export function readElf(bytes: Uint8Array): ObjectFile | undefined {
  if (
    bytes.length < 52 ||
    bytes[0] !== 0x7f ||
    bytes[1] !== 0x45 ||
    bytes[2] !== 0x4c ||
    bytes[3] !== 0x46
  ) {
    return undefined;
  }
  const wide = bytes[4] === 2;
  const reader = createByteReader(bytes, bytes[5] !== 2);
  const word = wide ? reader.u64 : reader.u32;
  const layout: Layout = { reader, wide, word, segments: readSegments(reader, wide, word) };
  const dynamic = readDynamic(layout);
  const strings = stringTable(layout, dynamic);
  const names = new Set<string>();
  for (const table of symbolTables(layout, dynamic, strings)) {
    for (const name of definedNames(layout, table)) {
      names.add(name);
    }
  }
  const needed = dynamic
    .filter(([tag]) => tag === DT.NEEDED)
    .map(([, value]) => (strings ? reader.name(strings.offset + value) : ''))
    .filter((name) => name !== '');
  const truncated = layout.segments.some(
    ({ type, offset, size }) => type === PT.LOAD && offset + size > reader.size,
  );
  return {
    format: 'elf',
    machines: [elfMachine(reader.u16(18))],
    exports: [...names],
    needed,
    holdsArrayTable: holdsArrayTable(layout),
    truncated,
  };
}

type DynamicEntry = readonly [tag: number, value: number];

function readDynamic(layout: Layout): readonly DynamicEntry[] {
  const { reader } = layout;
  const segment = layout.segments.find(({ type }) => type === PT.DYNAMIC);
  if (segment === undefined) {
    return [];
  }
  const step = layout.wide ? 8 : 4;
  const entries: DynamicEntry[] = [];
  const wanted = Math.min(Math.floor(segment.size / (2 * step)), MAX_ENTRIES);
  const count = reader.room(segment.offset, wanted, 2 * step);
  for (let index = 0; index < count; index += 1) {
    const at = segment.offset + index * 2 * step;
    const tag = layout.word(at);
    if (tag === 0) {
      break;
    }
    entries.push([tag, layout.word(at + step)]);
  }
  return entries;
}

interface Segment extends Table {
  readonly type: number;
  readonly address: number;
}

function readSegments(
  reader: ByteReader,
  wide: boolean,
  word: (offset: number) => number,
): readonly Segment[] {
  const start = word(wide ? 32 : 28);
  const size = reader.u16(wide ? 54 : 42);
  const count = reader.room(start, reader.u16(wide ? 56 : 44), size);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    return {
      type: reader.u32(at),
      offset: word(at + (wide ? 8 : 4)),
      address: word(at + (wide ? 16 : 8)),
      size: word(at + (wide ? 32 : 16)),
    };
  });
}

/** Where in the file the memory at `address` comes from. */
function fileOffset(layout: Layout, address: number): number | undefined {
  const segment = layout.segments.find(
    ({ type, address: start, size }) =>
      type === PT.LOAD && address >= start && address < start + size,
  );
  return segment && segment.offset + (address - segment.address);
}

function dynamicOffset(
  layout: Layout,
  dynamic: readonly DynamicEntry[],
  wanted: number,
): number | undefined {
  const entry = dynamic.find(([tag]) => tag === wanted);
  return entry && fileOffset(layout, entry[1]);
}

function stringTable(layout: Layout, dynamic: readonly DynamicEntry[]): Table | undefined {
  const offset = dynamicOffset(layout, dynamic, DT.STRTAB);
  const size = dynamic.find(([tag]) => tag === DT.STRSZ)?.[1] ?? 0;
  return offset === undefined ? undefined : { offset, size };
}

/** The dynamic segment's table; without one, or without its length, what the sections say. */
function symbolTables(
  layout: Layout,
  dynamic: readonly DynamicEntry[],
  strings: Table | undefined,
): readonly SymbolTable[] {
  const offset = dynamicOffset(layout, dynamic, DT.SYMTAB);
  const count = hashCount(layout, dynamic);
  if (offset !== undefined && strings !== undefined && count > 0) {
    return [{ offset, count, strings }];
  }
  return sectionTables(layout, SHT.DYNSYM);
}

/** How many symbols the hash tables reach. */
function hashCount(layout: Layout, dynamic: readonly DynamicEntry[]): number {
  const { reader, wide } = layout;
  const hash = dynamicOffset(layout, dynamic, DT.HASH);
  if (hash !== undefined) {
    return reader.u32(hash + 4);
  }
  const gnu = dynamicOffset(layout, dynamic, DT.GNU_HASH);
  if (gnu === undefined) {
    return 0;
  }
  const buckets = reader.u32(gnu);
  const first = reader.u32(gnu + 4);
  const start = gnu + 16 + reader.u32(gnu + 8) * (wide ? 8 : 4);
  let last = 0;
  for (let index = 0; index < reader.room(start, buckets, 4); index += 1) {
    last = Math.max(last, reader.u32(start + index * 4));
  }
  if (last < first) {
    return 0;
  }
  // The chain of the highest bucket ends at the table's last symbol: its lowest bit is set.
  const chains = start + buckets * 4;
  for (let step = 0; step < MAX_SYMBOLS; step += 1) {
    const at = chains + (last - first) * 4;
    if (at >= reader.size) {
      return 0;
    }
    last += 1;
    if ((reader.u32(at) & 1) === 1) {
      return last;
    }
  }
  return 0;
}

function sectionTables({ reader, wide, word }: Layout, type: number): readonly SymbolTable[] {
  const start = word(wide ? 40 : 32);
  const size = reader.u16(wide ? 58 : 46);
  const section = (index: number): Table & { readonly type: number; readonly link: number } => {
    const at = start + index * size;
    return {
      type: reader.u32(at + 4),
      offset: word(at + (wide ? 24 : 16)),
      size: word(at + (wide ? 32 : 20)),
      link: reader.u32(at + (wide ? 40 : 24)),
    };
  };
  if (start === 0 || size === 0) {
    return [];
  }
  // With 0xff00 sections or more the header says 0 and section 0 holds the number.
  const count = reader.u16(wide ? 60 : 48) || Math.min(section(0).size, MAX_ENTRIES);
  for (let index = 0; index < reader.room(start, count, size); index += 1) {
    const table = section(index);
    if (table.type === type) {
      const entries = Math.floor(table.size / (wide ? 24 : 16));
      return [{ offset: table.offset, count: entries, strings: section(table.link) }];
    }
  }
  return [];
}

/** Names that `dlsym` would find: defined, global or weak, visible. */
function definedNames(
  { reader, wide }: Layout,
  { offset, count, strings }: SymbolTable,
): readonly string[] {
  const step = wide ? 24 : 16;
  const [info, section] = wide ? [4, 6] : [12, 14];
  const end = strings.size === 0 ? reader.size : strings.offset + strings.size;
  const limit = reader.room(offset, Math.min(count, MAX_SYMBOLS), step);
  const names: string[] = [];
  for (let index = 1; index < limit && names.length < MAX_INIT_SYMBOLS; index += 1) {
    const at = offset + index * step;
    const nameOffset = strings.offset + reader.u32(at);
    if (!mayBeInitSymbol(reader, nameOffset) || reader.u16(at + section) === 0) {
      continue;
    }
    const binding = reader.u8(at + info) >> 4;
    const visibility = reader.u8(at + info + 1) & 3;
    if (binding === 0 || visibility === 1 || visibility === 2) {
      continue;
    }
    const name = reader.name(nameOffset, end);
    if (isInitSymbol(name)) {
      names.push(name);
    }
  }
  return names;
}

/** Static, so in the full symbol table only, which `strip` removes. */
function holdsArrayTable(layout: Layout): boolean {
  const { reader, wide } = layout;
  const wanted = 'PyArray_API\0';
  return sectionTables(layout, SHT.SYMTAB).some(({ offset, count, strings }) => {
    const text = reader.bytes.subarray(strings.offset, strings.offset + strings.size);
    const name = text.indexOf(`\0${wanted}`, 0, 'latin1') + 1;
    const step = wide ? 24 : 16;
    const limit = name === 0 ? 0 : reader.room(offset, Math.min(count, MAX_SYMBOLS), step);
    for (let index = 1; index < limit; index += 1) {
      if (reader.u32(offset + index * step) === name) {
        return true;
      }
    }
    return false;
  });
}
