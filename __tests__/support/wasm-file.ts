import { Buffer } from 'node:buffer';

interface WasmParts {
  readonly exports?: readonly string[];
  readonly needed?: readonly string[];
  /** Data, in which texts stand. */
  readonly text?: string;
}

/** A WebAssembly module as Emscripten links one for Python: `dylink.0`, exports, data. */
export function wasmFile({ exports = [], needed = [], text = '' }: WasmParts): Buffer {
  const libraries = part(Buffer.concat([leb(needed.length), ...needed.map(part)]));
  return Buffer.concat([
    Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    section(
      0,
      Buffer.concat([
        part('dylink.0'),
        Buffer.from([1]),
        part('\0\0\0\0'),
        Buffer.from([2]),
        libraries,
      ]),
    ),
    section(
      7,
      Buffer.concat([
        leb(exports.length),
        ...exports.map((name) => Buffer.concat([part(name), Buffer.from([0]), leb(300)])),
      ]),
    ),
    section(11, Buffer.concat([Buffer.from([1, 1]), part(text)])),
  ]);
}

function section(id: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([id]), part(content)]);
}

/** Bytes behind their length. */
function part(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([leb(bytes.length), bytes]);
}

function leb(value: number): Buffer {
  const low = value % 128;
  const rest = Math.floor(value / 128);
  return rest === 0 ? Buffer.from([low]) : Buffer.concat([Buffer.from([low + 128]), leb(rest)]);
}
