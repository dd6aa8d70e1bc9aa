import { type ByteReader, createByteReader } from './byte-reader.ts';
import { peMachine } from './machines.ts';
import {
  isInitSymbol,
  MAX_ENTRIES,
  MAX_INIT_SYMBOLS,
  mayBeInitSymbol,
  type ObjectFile,
} from './object-file.ts';

/** Where a data directory lies in memory. */
interface Directory {
  readonly address: number;
  readonly size: number;
}

interface Image {
  readonly reader: ByteReader;
  readonly imageBase: number;
  /** File offset of a relative virtual address; -1 (which reads as zeros) when nothing is there. */
  readonly offset: (address: number) => number;
  readonly directory: (index: number) => Directory | undefined;
  /** Where the last section ends in the file. */
  readonly end: number;
}

/** Ordinals have 16 bits; Windows loads images of 96 sections at most. */
const MAX_NAMES = 65_536;
const MAX_SECTIONS = 256;
const EXPORT = 0;
const IMPORT = 1;
const DELAY_IMPORT = 13;

/**
 * Reads a PE32 or PE32+ file: export directory, import and delay-import tables ("PE Format",
 * Microsoft).
 *
 * @returns undefined when the bytes are no PE file
 */
export function readPe(bytes: Uint8Array): ObjectFile | undefined {
  if (bytes[0] !== 0x4d || bytes[1] !== 0x5a) {
    return undefined;
  }
  const reader = createByteReader(bytes, true);
  const header = reader.u32(0x3c);
  if (reader.u32(header) !== 0x4550) {
    return undefined;
  }
  const image = readImage(reader, header);
  return {
    format: 'pe',
    machines: [peMachine(reader.u16(header + 4))],
    exports: exportedNames(image),
    needed: [...new Set([...importedLibraries(image), ...delayedLibraries(image)])],
    holdsArrayTable: false,
    truncated: image.end > reader.size,
  };
}

function readImage(reader: ByteReader, header: number): Image {
  const optional = header + 24;
  const wide = reader.u16(optional) === 0x20b;
  const directories = optional + (wide ? 112 : 96);
  const count = reader.u32(directories - 4);
  const sections = optional + reader.u16(header + 20);
  const table = Array.from(
    { length: Math.min(reader.u16(header + 6), MAX_SECTIONS) },
    (_, index) => {
      const at = sections + index * 40;
      const rawSize = reader.u32(at + 16);
      return {
        address: reader.u32(at + 12),
        size: Math.max(reader.u32(at + 8), rawSize),
        rawSize,
        raw: reader.u32(at + 20),
      };
    },
  );
  return {
    reader,
    end: Math.max(0, ...table.map(({ raw, rawSize }) => raw + rawSize)),
    imageBase: wide ? reader.u64(optional + 24) : reader.u32(optional + 28),
    offset: (address) => {
      const section = table.find((s) => address >= s.address && address < s.address + s.size);
      const into = section ? address - section.address : 0;
      return section && into < section.rawSize ? section.raw + into : -1;
    },
    directory: (index) => {
      const address = index < count ? reader.u32(directories + index * 8) : 0;
      return address === 0 ? undefined : { address, size: reader.u32(directories + index * 8 + 4) };
    },
  };
}

function exportedNames({ reader, offset, directory }: Image): readonly string[] {
  const table = directory(EXPORT);
  if (table === undefined) {
    return [];
  }
  const at = offset(table.address);
  const names = offset(reader.u32(at + 32));
  if (at < 0 || names < 0) {
    return [];
  }
  const count = reader.room(names, Math.min(reader.u32(at + 24), MAX_NAMES), 4);
  const found: string[] = [];
  for (let index = 0; index < count && found.length < MAX_INIT_SYMBOLS; index += 1) {
    const place = offset(reader.u32(names + index * 4));
    if (mayBeInitSymbol(reader, place)) {
      const name = reader.name(place);
      if (isInitSymbol(name)) {
        found.push(name);
      }
    }
  }
  return [...new Set(found)];
}

function importedLibraries(image: Image): readonly string[] {
  return libraries(image, IMPORT, 20, (at) => image.reader.u32(at + 12));
}

/** Linkers before VC7 wrote absolute addresses there: the lowest attribute bit tells. */
function delayedLibraries(image: Image): readonly string[] {
  const { reader, imageBase } = image;
  return libraries(image, DELAY_IMPORT, 32, (at) => {
    const address = reader.u32(at + 4);
    return (reader.u32(at) & 1) === 1 ? address : Math.max(address - imageBase, 0);
  });
}

function libraries(
  { reader, offset, directory }: Image,
  index: number,
  step: number,
  nameAddress: (at: number) => number,
): readonly string[] {
  const table = directory(index);
  const start = table === undefined ? -1 : offset(table.address);
  const names: string[] = [];
  for (let entry = 0; start >= 0 && entry < MAX_ENTRIES; entry += 1) {
    const address = nameAddress(start + entry * step);
    if (address === 0) {
      break;
    }
    const name = reader.name(offset(address));
    if (name === '') {
      break;
    }
    names.push(name);
  }
  return names;
}
