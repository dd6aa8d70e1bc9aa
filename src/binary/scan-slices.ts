import type { SliceFacts } from '../model/audit.ts';
import { asBuffer } from './byte-reader.ts';
import { capiFacts } from './capi.ts';
import { machoMachine } from './machines.ts';
import { machOSlices } from './macho.ts';

/**
 * What each machine's part of a universal Mach-O file says of NumPy's C-API; empty for every other
 * file, whose facts hold for all of it.
 *
 * @param bytes the whole file
 */
export function scanSlices(bytes: Uint8Array): readonly SliceFacts[] {
  const slices = machOSlices(bytes);
  if (slices.length < 2) return [];
  return slices.flatMap((slice) => {
    const buffer = asBuffer(slice);
    if (slice.length < 8) return [];
    const little = buffer.readUInt32LE(0) >>> 4 === 0xfeedfac;
    const machine = machoMachine(little ? buffer.readUInt32LE(4) : buffer.readUInt32BE(4));
    return [{ machine, capi: capiFacts(buffer) }];
  });
}
