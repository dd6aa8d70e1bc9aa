/** Numbers and texts appended one after the other, in one byte order. */
export interface ByteWriter {
  readonly size: () => number;
  u8(...values: number[]): void;
  u16(...values: number[]): void;
  u32(...values: number[]): void;
  u64(...values: number[]): void;
  /** The address size of the format: u64 when wide. */
  word(...values: number[]): void;
  raw(text: string | Uint8Array): void;
  bytes(): Buffer;
}

export function createByteWriter(little: boolean, wide: boolean): ByteWriter {
  const parts: Buffer[] = [];
  let size = 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    size += part.length;
  };
  const number = (width: number) => {
    return (...values: number[]): void => {
      for (const value of values) {
        const part = Buffer.alloc(width);
        const bits = BigInt(value);
        for (let index = 0; index < width; index += 1) {
          const at = little ? index : width - 1 - index;
          part[at] = Number((bits >> BigInt(8 * index)) & 0xffn);
        }
        push(part);
      }
    };
  };
  return {
    size: () => size,
    u8: number(1),
    u16: number(2),
    u32: number(4),
    u64: number(8),
    word: number(wide ? 8 : 4),
    raw: (text) => push(typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text)),
    bytes: () => Buffer.concat(parts),
  };
}

/** Strings behind each other, NUL-terminated, and where each begins. */
export function stringTable(names: readonly string[]): {
  readonly bytes: Buffer;
  readonly at: (name: string) => number;
} {
  const offsets = new Map<string, number>();
  let text = '\0';
  for (const name of names) {
    offsets.set(name, text.length);
    text += `${name}\0`;
  }
  return { bytes: Buffer.from(text, 'latin1'), at: (name) => offsets.get(name) ?? 0 };
}
