import { createByteReader } from './byte-reader.ts';

/** Where something stands in a file, in bytes. */
export interface Range {
  readonly from: number;
  readonly length: number;
}

/** As long as the header of a 64-bit ELF file. */
export const ELF_HEADER_BYTES = 64;
const ALLOCATED = 2;
const EXECUTABLE = 4;
/** A section of zeros: nothing of it is in the file. */
const NO_BITS = 8;

/**
 * Where a 64-bit ELF file has the table of its sections.
 *
 * @param header its first bytes
 * @returns undefined where the file is another, or says nothing of sections
 */
export function sectionTable(header: Buffer): Range | undefined {
  const isElf = header.length >= ELF_HEADER_BYTES && header.readUInt32BE(0) === 0x7f454c46;
  if (!isElf || header[4] !== 2) return undefined;
  const reader = createByteReader(header, header[5] !== 2);
  const [from, size, count] = [reader.u64(40), reader.u16(58), reader.u16(60)];
  if (from === 0 || count === 0 || size !== ELF_HEADER_BYTES) return undefined;
  return { from, length: size * count };
}

/** The sections that are loaded and hold no code, out of the header and the table of sections. */
export function dataSections(header: Buffer, table: Buffer): readonly Range[] {
  const reader = createByteReader(table, header[5] !== 2);
  const found: Range[] = [];
  for (let at = 0; at + ELF_HEADER_BYTES <= table.length; at += ELF_HEADER_BYTES) {
    const flags = reader.u64(at + 8);
    if ((flags & ALLOCATED) === 0 || (flags & EXECUTABLE) !== 0) continue;
    if (reader.u32(at + 4) === NO_BITS) continue;
    found.push({ from: reader.u64(at + 24), length: reader.u64(at + 32) });
  }
  return found;
}
