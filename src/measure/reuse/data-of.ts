import { closeSync, openSync, readSync, statSync } from 'node:fs';
import {
  dataSections,
  ELF_HEADER_BYTES,
  type Range,
  sectionTable,
} from '../../binary/data-sections.ts';

/** What of a binary is data: of an ELF file its sections without code, of others the whole file. */
export function dataOf(binary: string): readonly Buffer[] {
  const whole = { from: 0, length: statSync(binary).size };
  const file = openSync(binary, 'r');
  const read = ({ from, length }: Range): Buffer => {
    const room = Math.max(0, Math.min(length, whole.length - from));
    const bytes = Buffer.allocUnsafe(room);
    return bytes.subarray(0, readSync(file, bytes, 0, room, from));
  };
  try {
    const header = read({ from: 0, length: ELF_HEADER_BYTES });
    const table = sectionTable(header);
    const sections = table ? dataSections(header, read(table)) : [whole];
    return (sections.length > 0 ? sections : [whole]).map(read);
  } finally {
    closeSync(file);
  }
}
