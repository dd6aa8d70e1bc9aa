import type { Buffer } from 'node:buffer';

/** Most places of one text that are looked at; real binaries hold a handful. */
const MAX_HITS = 10_000;

/**
 * Letters of texts that are looked for, those first that are seldom in binaries (counted over 34 MB
 * of modules for three systems): what a search by one letter stops at.
 */
const SELDOM = 'QzjqYk:/,6K-OWVwJZF2G4v7RU35bC)N.B8g9MxhSm(yTdP0cXfsl1puniDEraoIALe_t ';
/** Up to this length a text is found by its first letter, in one stride; longer ones step by step. */
const MOST_LETTERS = 7;
const LEAST_LETTERS = 4;

/** Part of a text that is found fastest, and where in it that stands. */
interface Anchor {
  readonly part: string;
  readonly offset: number;
}

const anchors = new Map<string, Anchor>();

function anchorOf(text: string): Anchor {
  const known = anchors.get(text);
  if (known !== undefined) return known;
  const rank = (at: number): number => {
    const found = SELDOM.indexOf(text.charAt(at));
    return found === -1 ? SELDOM.length : found;
  };
  let offset = 0;
  for (let at = 1; at + LEAST_LETTERS <= text.length; at += 1) {
    if (rank(at) < rank(offset)) offset = at;
  }
  const anchor = { part: text.slice(offset, offset + MOST_LETTERS), offset };
  anchors.set(text, anchor);
  return anchor;
}

/**
 * Where `text` stands in `bytes` at or after `from`; -1 when nowhere. Like `Buffer.indexOf`, but
 * several times as fast on binaries.
 *
 * @example indexOfText(Buffer.from('a numpy'), 'numpy') // 2
 */
export function indexOfText(bytes: Buffer, text: string, from = 0): number {
  const { part, offset } = anchorOf(text);
  let at = from + offset;
  for (let miss = 0; miss < MAX_HITS; miss += 1) {
    const found = bytes.indexOf(part, at, 'latin1');
    if (found === -1) return -1;
    const start = found - offset;
    if (part === text || bytes.toString('latin1', start, start + text.length) === text)
      return start;
    at = found + 1;
  }
  // Made so that the part stands everywhere.
  return bytes.indexOf(text, at - offset, 'latin1');
}

/** Whether `text` stands anywhere in `bytes`. */
export function holdsText(bytes: Buffer, text: string): boolean {
  return indexOfText(bytes, text) !== -1;
}

/** Where `needle` stands in `bytes`, ascending, bounded. */
export function* occurrences(bytes: Buffer, needle: string): Generator<number> {
  let at = indexOfText(bytes, needle);
  for (let hit = 0; at !== -1 && hit < MAX_HITS; hit += 1) {
    yield at;
    at = indexOfText(bytes, needle, at + needle.length);
  }
}

/** Whether the byte is part of a C identifier. */
export function isIdentifierByte(byte: number | undefined): boolean {
  return byte !== undefined && /\w/.test(String.fromCharCode(byte));
}
