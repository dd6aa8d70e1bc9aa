import type { Buffer } from 'node:buffer';

/** Most places of one text that are looked at; real binaries hold a handful. */
const MAX_HITS = 10_000;

/** Where `needle` stands in `bytes`, ascending, bounded. */
export function* occurrences(bytes: Buffer, needle: string): Generator<number> {
  let at = bytes.indexOf(needle, 0, 'latin1');
  for (let hit = 0; at !== -1 && hit < MAX_HITS; hit += 1) {
    yield at;
    at = bytes.indexOf(needle, at + needle.length, 'latin1');
  }
}

/** Whether the byte is part of a C identifier. */
export function isIdentifierByte(byte: number | undefined): boolean {
  return byte !== undefined && /\w/.test(String.fromCharCode(byte));
}
