import { createByteReader } from './byte-reader.ts';

/** A text in a binary that begins with a slash: it may name a place in a file system. */
export interface PlaceText {
  /** Up to the first byte that is no text, at most 512 bytes. */
  readonly text: string;
  /** Whether nothing stands before it that could be the first part of the same name. */
  readonly isClean: boolean;
}

const SLASH = 0x2f;
const LONGEST = 512;
const SEPARATORS = new Set(Buffer.from(` "'<>|*?;:,\`\\()[]{}=`));
const ALLOCATED = 2;
const EXECUTABLE = 4;
const HEADER = 64;

/**
 * Texts that begin with a slash, out of the parts of a binary that hold data. Compilers of Rust end no
 * text with a zero byte, so that others may follow without a gap, and come before it.
 *
 * @param roots names of what is directly in the root folder: what does not begin with one of them
 *   counts only where it is clean
 */
export function* placeTexts(bytes: Buffer, roots: ReadonlySet<string>): Generator<PlaceText> {
  const letters = new Set([...roots].map((name) => Buffer.from(name)[0]));
  for (const [from, to] of dataRanges(bytes)) {
    const part = bytes.subarray(from, to);
    for (let at = part.indexOf(SLASH); at >= 0; at = part.indexOf(SLASH, at + 1)) {
      const before = at === 0 ? 0 : (part[at - 1] ?? 0);
      const isClean = isNoText(before) || SEPARATORS.has(before);
      if (!isClean && !letters.has(part[at + 1])) continue;
      let end = at + 1;
      while (end < part.length && end - at < LONGEST && !isNoText(part[end] ?? 0)) end += 1;
      if (end - at < 4) continue;
      const text = part.toString('utf8', at, end);
      if (isClean || beginsWithOne(text, roots)) yield { text, isClean };
    }
  }
}

function isNoText(byte: number): boolean {
  return byte < 0x20 || byte === 0x7f;
}

function beginsWithOne(text: string, roots: ReadonlySet<string>): boolean {
  const end = text.indexOf('/', 1);
  if (end > 0) return roots.has(text.slice(1, end));
  return [...roots].some((name) => text.startsWith(name, 1));
}

/** Sections of an ELF file that are loaded and hold no code; of all else everything. */
function dataRanges(bytes: Buffer): readonly (readonly [from: number, to: number])[] {
  const whole = [[0, bytes.length]] as const;
  const isElf = bytes.length > HEADER && bytes.readUInt32BE(0) === 0x7f454c46;
  if (!isElf || bytes[4] !== 2) return whole;
  const reader = createByteReader(bytes, bytes[5] !== 2);
  const [start, size, count] = [reader.u64(40), reader.u16(58), reader.u16(60)];
  if (start === 0 || count === 0 || size < HEADER || start + size * count > bytes.length) {
    return whole;
  }
  const found: (readonly [number, number])[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = start + size * index;
    const flags = reader.u64(at + 8);
    if ((flags & ALLOCATED) === 0 || (flags & EXECUTABLE) !== 0) continue;
    const [from, length] = [reader.u64(at + 24), reader.u64(at + 32)];
    if (length > 0) found.push([from, from + length]);
  }
  return found;
}
