/** A text in a binary that begins with a slash: it may name a place in a file system. */
export interface PlaceText {
  /** Up to the first byte that is no text, at most 512 bytes. */
  readonly text: string;
  /** Whether nothing stands before it that could be the first part of the same name. */
  readonly isClean: boolean;
}

const SLASH = 0x2f;
const BLANK = 0x20;
const LONGEST = 512;
const SEPARATORS = new Set(Buffer.from(` "'<>|*?;:,\`\\()[]{}=`));

/**
 * Texts that begin with a slash, in a part of a binary that holds data. Compilers of Rust end no text
 * with a zero byte, so that others may follow without a gap, and come before it.
 *
 * @param roots names of what is directly in the root folder: what does not begin with one of them
 *   counts only where it is clean
 */
export function* placeTexts(part: Buffer, roots: ReadonlySet<string>): Generator<PlaceText> {
  const letters = new Set([...roots].map((name) => Buffer.from(name)[0]));
  for (let at = part.indexOf(SLASH); at >= 0; at = part.indexOf(SLASH, at + 1)) {
    const before = at === 0 ? 0 : (part[at - 1] ?? 0);
    const isClean = isNoText(before) || SEPARATORS.has(before);
    // A division.
    if (part[at + 1] === BLANK || (!isClean && !letters.has(part[at + 1]))) continue;
    let end = at + 1;
    while (end < part.length && end - at < LONGEST && !isNoText(part[end] ?? 0)) end += 1;
    if (end - at < 4) continue;
    const text = part.toString('utf8', at, end);
    // What is no text at all is a number or an instruction.
    if (text.includes('\ufffd')) continue;
    if (isClean || beginsWithOne(text, roots)) yield { text, isClean };
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
