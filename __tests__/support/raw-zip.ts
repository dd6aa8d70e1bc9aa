import { constants, crc32, deflateRawSync } from 'node:zlib';
import { createByteWriter } from './byte-writer.ts';

/** A member of an archive whose headers may lie. */
export interface RawMember {
  readonly name: string;
  readonly data: string | Buffer;
  readonly mode?: number;
  readonly flags?: number;
  /** What the headers say instead of the truth. */
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  readonly method?: number;
  /** Written as it is. */
  readonly stored?: boolean;
  /** Packed whole, but for the mark that it ends. */
  readonly unfinished?: boolean;
}

/** A zip archive with exactly these headers. */
export function rawZip(members: readonly RawMember[], entries = members.length): Buffer {
  const out = createByteWriter(true, false);
  const central = createByteWriter(true, false);
  for (const one of members) {
    const { name, mode = 0o100644, flags = 0, stored = false, unfinished = false } = one;
    const bytes = Buffer.from(one.data);
    const finishFlush = unfinished ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
    const packed = stored ? bytes : deflateRawSync(bytes, { finishFlush });
    const at = out.size();
    const common = (writer: typeof out): void => {
      writer.u16(flags, one.method ?? (stored ? 0 : 8), 0, 0x21);
      writer.u32(
        one.crc ?? crc32(bytes),
        one.packedSize ?? packed.length,
        one.size ?? bytes.length,
      );
      writer.u16(Buffer.byteLength(name), 0);
    };
    out.u32(0x04034b50);
    out.u16(20);
    common(out);
    out.raw(name);
    out.raw(packed);
    central.u32(0x02014b50);
    central.u16(0x0314, 20);
    common(central);
    central.u16(0, 0, 0);
    central.u32(mode * 65_536, at);
    central.raw(name);
  }
  const start = out.size();
  out.raw(central.bytes());
  out.u32(0x06054b50);
  out.u16(0, 0, entries, entries);
  out.u32(central.size(), start);
  out.u16(0);
  return out.bytes();
}
