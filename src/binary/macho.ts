import { type ByteReader, createByteReader } from './byte-reader.ts';
import { machoMachine } from './machines.ts';
import { readExportTrie } from './macho-trie.ts';
import {
  isInitSymbol,
  MAX_ENTRIES,
  MAX_INIT_SYMBOLS,
  MAX_SYMBOLS,
  mayBeInitSymbol,
  type ObjectFile,
} from './object-file.ts';

const LC = {
  SEGMENT: 0x1,
  SYMTAB: 0x2,
  LOAD_DYLIB: 0xc,
  SEGMENT_64: 0x19,
  LAZY_LOAD_DYLIB: 0x20,
  DYLD_INFO: 0x22,
  DYLD_INFO_ONLY: 0x80000022,
  LOAD_WEAK_DYLIB: 0x80000018,
  REEXPORT_DYLIB: 0x8000001f,
  LOAD_UPWARD_DYLIB: 0x80000023,
  DYLD_EXPORTS_TRIE: 0x80000033,
} as const;

const DYLIBS: ReadonlySet<number> = new Set([
  LC.LOAD_DYLIB,
  LC.LAZY_LOAD_DYLIB,
  LC.LOAD_WEAK_DYLIB,
  LC.REEXPORT_DYLIB,
  LC.LOAD_UPWARD_DYLIB,
]);

/** A Java class file has the same magic; its next number is a version of 45 or more. */
const MAX_SLICES = 32;

/**
 * Reads a Mach-O file, thin or universal (`mach-o/loader.h`, `mach-o/fat.h`). A universal file's
 * exports and libraries are those of all its slices together.
 *
 * @returns undefined when the bytes are no Mach-O file
 */
export function readMachO(bytes: Uint8Array): ObjectFile | undefined {
  const slices = machOSlices(bytes)
    .map(readSlice)
    .filter((slice) => slice !== undefined);
  if (slices.length === 0) {
    return undefined;
  }
  const all = (list: (slice: ObjectFile) => readonly string[]): readonly string[] => [
    ...new Set(slices.flatMap(list)),
  ];
  return {
    format: 'macho',
    machines: all((slice) => slice.machines),
    exports: all((slice) => slice.exports),
    needed: all((slice) => slice.needed),
    holdsArrayTable: false,
    truncated: slices.some((slice) => slice.truncated),
  };
}

/** The parts of a universal file; the file itself when it is none. */
export function machOSlices(bytes: Uint8Array): readonly Uint8Array[] {
  if (!isUniversal(bytes)) return [bytes];
  return machOSliceRanges(bytes).map(({ from, to }) =>
    bytes.subarray(from, Math.min(to, bytes.length)),
  );
}

function isUniversal(bytes: Uint8Array): boolean {
  const magic = createByteReader(bytes, false).u32(0);
  return magic === 0xcafebabe || magic === 0xcafebabf;
}

/**
 * Where the parts of a universal file lie, in bytes, `to` excluded; none for every other file.
 *
 * @param head at least its first 1,032 bytes
 */
export function machOSliceRanges(
  head: Uint8Array,
): readonly { readonly from: number; readonly to: number }[] {
  if (!isUniversal(head)) return [];
  const reader = createByteReader(head, false);
  const wide = reader.u32(0) === 0xcafebabf;
  const count = reader.u32(4);
  const step = wide ? 32 : 20;
  return Array.from({ length: count > MAX_SLICES ? 0 : count }, (_, index) => {
    const at = 8 + index * step;
    const [from, size] = wide
      ? [reader.u64(at + 8), reader.u64(at + 16)]
      : [reader.u32(at + 8), reader.u32(at + 12)];
    return { from, to: from + size };
  });
}

function readSlice(bytes: Uint8Array): ObjectFile | undefined {
  const magic = createByteReader(bytes, true).u32(0);
  const little = magic === 0xfeedface || magic === 0xfeedfacf;
  if (!little && magic !== 0xcefaedfe && magic !== 0xcffaedfe) {
    return undefined;
  }
  const wide = magic === 0xfeedfacf || magic === 0xcffaedfe;
  const reader = createByteReader(bytes, little);
  const needed: string[] = [];
  let symbols: readonly string[] | undefined;
  let trie: readonly string[] | undefined;
  let end = 0;
  for (const { command, at, size } of loadCommands(reader, wide)) {
    if (DYLIBS.has(command)) {
      needed.push(reader.name(at + reader.u32(at + 8), at + size));
    } else if (command === LC.SEGMENT) {
      end = Math.max(end, reader.u32(at + 32) + reader.u32(at + 36));
    } else if (command === LC.SEGMENT_64) {
      end = Math.max(end, reader.u64(at + 40) + reader.u64(at + 48));
    } else if (command === LC.SYMTAB) {
      symbols ??= symbolNames(reader, at, wide);
    } else if (command === LC.DYLD_INFO || command === LC.DYLD_INFO_ONLY) {
      trie ??= readExportTrie(reader, reader.u32(at + 40), reader.u32(at + 44));
    } else if (command === LC.DYLD_EXPORTS_TRIE) {
      trie ??= readExportTrie(reader, reader.u32(at + 8), reader.u32(at + 12));
    }
  }
  return {
    format: 'macho',
    machines: [machoMachine(reader.u32(4))],
    // dyld asks the trie where there is one; older files have the symbol table only.
    exports: trie ?? symbols ?? [],
    needed: needed.filter((name) => name !== ''),
    holdsArrayTable: false,
    truncated: end > reader.size,
  };
}

interface LoadCommand {
  readonly command: number;
  readonly at: number;
  readonly size: number;
}

function loadCommands(reader: ByteReader, wide: boolean): readonly LoadCommand[] {
  const commands: LoadCommand[] = [];
  const count = Math.min(reader.u32(16), MAX_ENTRIES);
  let at = wide ? 32 : 28;
  for (let index = 0; index < count; index += 1) {
    const size = reader.u32(at + 4);
    if (size < 8 || at + size > reader.size) {
      break;
    }
    commands.push({ command: reader.u32(at), at, size });
    at += size;
  }
  return commands;
}

/** External symbols that a section of this file defines; `N_PEXT` ones are private. */
function symbolNames(reader: ByteReader, at: number, wide: boolean): readonly string[] {
  const table = reader.u32(at + 8);
  const strings = reader.u32(at + 16);
  const end = strings + reader.u32(at + 20);
  const step = wide ? 16 : 12;
  const count = reader.room(table, Math.min(reader.u32(at + 12), MAX_SYMBOLS), step);
  const names: string[] = [];
  for (let index = 0; index < count && names.length < MAX_INIT_SYMBOLS; index += 1) {
    const entry = table + index * step;
    const type = reader.u8(entry + 4);
    const exported = (type & 0xf1) === 1 && (type & 0x0e) !== 0;
    const place = strings + reader.u32(entry);
    if (exported && reader.u8(place) === 0x5f && mayBeInitSymbol(reader, place + 1)) {
      const name = reader.name(place, end).slice(1);
      if (isInitSymbol(name)) {
        names.push(name);
      }
    }
  }
  return names;
}
