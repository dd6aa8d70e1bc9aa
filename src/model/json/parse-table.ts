/** Bytes that are made text at once, about. */
const PIECE = 64 * 1024;
const LINE_FEED = 10;
/** The line behind which the table's entries stand, a line each, and the one behind them. */
const START = new TextEncoder().encode('\n"shared":[\n');
const END = ']}';

/**
 * Parses a document that ends with the table of what it shares, as measurements are laid out. Its
 * entries are parsed one by one: a text of megabytes would stay in memory long after it was read.
 *
 * @returns what `JSON.parse` gives of the whole text; undefined where it is laid out otherwise, or is
 *   no JSON
 */
export function parseTable(bytes: Uint8Array): Record<string, unknown> | undefined {
  const start = placeOf(START, bytes);
  if (start < 0) return undefined;
  const end = start + START.length;
  const text = new TextDecoder();
  try {
    const head = text.decode(bytes.subarray(0, end));
    const document: Record<string, unknown> = JSON.parse(`${head}${END}`);
    const shared = entriesOf(linesOf(bytes, end, text));
    return shared && { ...document, shared };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Entry by entry, with a comma behind each but the last, they are the list that all of it would be. */
function entriesOf(lines: Iterable<string>): readonly unknown[] | undefined {
  const shared: unknown[] = [];
  let expected: 'entry' | 'end' | 'nothing' = 'entry';
  for (const line of lines) {
    if (expected === 'entry') {
      const isLast = !line.endsWith(',');
      shared.push(JSON.parse(isLast ? line : line.slice(0, -1)));
      if (isLast) expected = 'end';
    } else if (expected === 'end' && line === END) expected = 'nothing';
    else return undefined;
  }
  return expected === 'nothing' ? shared : undefined;
}

function* linesOf(
  bytes: Uint8Array,
  start: number,
  text: { decode(bytes: Uint8Array): string },
): Generator<string> {
  for (let from = start; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from + PIECE);
    const to = found < 0 ? bytes.length : found + 1;
    const piece = text.decode(bytes.subarray(from, to));
    yield* (piece.endsWith('\n') ? piece.slice(0, -1) : piece).split('\n');
    from = to;
  }
}

/** @returns where the words begin, -1 where they do not stand */
function placeOf(words: Uint8Array, bytes: Uint8Array): number {
  const [first = 0] = words;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (words.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
