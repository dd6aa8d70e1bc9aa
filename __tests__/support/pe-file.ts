import { createByteWriter } from './byte-writer.ts';

export interface PeOptions {
  readonly wide?: boolean;
  readonly machine?: number;
  readonly exports?: readonly string[];
  readonly imports?: readonly string[];
  readonly text?: string;
}

const HEADER = 0x40;
const RAW = 0x400;
const ADDRESS = 0x1000;

/** A DLL with one section that holds its export and import tables. */
export function peFile(options: PeOptions = {}): Buffer {
  const { wide = true, machine = 0x8664, exports = [], imports = [] } = options;
  const namesAt = 40;
  const importsAt = namesAt + exports.length * 4;
  const stringsAt = importsAt + (imports.length + 1) * 20;
  const strings: string[] = [];
  let next = ADDRESS + stringsAt;
  const place = (name: string): number => {
    const at = next;
    strings.push(name);
    next += name.length + 1;
    return at;
  };
  const section = createByteWriter(true, wide);
  section.u32(0, 0, 0, 0, 1, exports.length, exports.length, 0, ADDRESS + namesAt, 0);
  section.u32(...exports.map(place));
  for (const name of imports) {
    section.u32(0, 0, 0, place(name), 0);
  }
  section.u32(0, 0, 0, 0, 0);
  for (const name of strings) {
    section.raw(`${name}\0`);
  }
  section.raw(options.text ?? '');
  const body = section.bytes();

  const out = createByteWriter(true, wide);
  out.raw('MZ');
  out.raw(Buffer.alloc(0x3a));
  out.u32(HEADER);
  out.u32(0x4550);
  out.u16(machine, 1);
  out.u32(0, 0, 0);
  const optionalSize = (wide ? 112 : 96) + 16 * 8;
  out.u16(optionalSize, 0x2022);
  const optional = createByteWriter(true, wide);
  optional.u16(wide ? 0x20b : 0x10b);
  optional.raw(Buffer.alloc((wide ? 108 : 92) - 2));
  optional.u32(16);
  optional.u32(exports.length > 0 ? ADDRESS : 0, exports.length > 0 ? 40 : 0);
  optional.u32(imports.length > 0 ? ADDRESS + importsAt : 0, 40);
  optional.raw(Buffer.alloc(optionalSize - optional.size()));
  out.raw(optional.bytes());
  out.raw('.rdata\0\0');
  out.u32(body.length, ADDRESS, body.length, RAW, 0, 0, 0, 0x40000040);
  out.raw(Buffer.alloc(RAW - out.size()));
  out.raw(body);
  return out.bytes();
}
