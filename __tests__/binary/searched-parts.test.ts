import { describe, expect, it } from '@jest/globals';
import { searchedParts, spansWithoutText } from '../../src/binary/searched-parts.ts';
import { createByteWriter } from '../support/byte-writer.ts';

const BLOCK = 8_192;

/** A PE file of sections of 8 KiB each, the first at 8 KiB. */
function sectioned(...sections: readonly (readonly [name: string, flags: number])[]): Buffer {
  const out = createByteWriter(true, true);
  out.raw('MZ'.padEnd(0x3c, '\0'));
  out.u32(0x40, 0x4550);
  out.u16(0x8664, sections.length);
  out.u32(0, 0, 0);
  out.u16(0, 0);
  sections.forEach(([name, flags], at) => {
    out.raw(name.padEnd(8, '\0'));
    out.u32(0, 0, BLOCK, (at + 1) * BLOCK, 0, 0, 0, flags);
  });
  const header = out.bytes();
  return Buffer.concat([header, Buffer.alloc((sections.length + 1) * BLOCK - header.length)]);
}

const CODE = 0x60000020;
const DATA = 0x40000040;

describe('searchedParts() leaves out code and tables', () => {
  it.each<[string, Buffer, readonly (readonly [number, number])[]]>([
    [
      'beside texts',
      sectioned(['.text', CODE], ['.rdata', DATA]),
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      'that follow each other',
      sectioned(['.text', CODE], ['.pdata', DATA], ['.rdata', DATA]),
      [
        [0, 1],
        [3, 4],
      ],
    ],
    [
      'but not where nothing else may hold texts',
      sectioned(['.text', CODE], ['.data', DATA]),
      [[0, 3]],
    ],
    [
      'but not where texts are said to be code',
      sectioned(['.text', CODE], ['.rdata', CODE]),
      [[0, 3]],
    ],
    ['of no binary', Buffer.alloc(3 * BLOCK), [[0, 3]]],
  ])('%s', (_, bytes, blocks) => {
    const parts = searchedParts(bytes).map((part) => {
      const from = (part.byteOffset - bytes.byteOffset) / BLOCK;
      return [from, from + part.length / BLOCK];
    });
    expect(parts).toEqual(blocks);
  });
});

describe('spansWithoutText()', () => {
  /** An ELF file's head with these loaded segments: offset, size, flags. */
  function elfHead(...segments: readonly (readonly [number, number, number])[]): Buffer {
    const out = createByteWriter(true, true);
    out.raw('\x7fELF\x02\x01\x01'.padEnd(16, '\0'));
    out.u16(3, 62);
    out.u32(1);
    out.word(0, 64, 0);
    out.u32(0);
    out.u16(64, 56, segments.length, 64, 0, 0);
    for (const [from, size, flags] of segments) {
      out.u32(1, flags);
      out.word(from, from, from, size, size, 4_096);
    }
    return out.bytes();
  }
  it.each<[string, Buffer, readonly (readonly [number, number])[]]>([
    [
      'segments for code alone',
      elfHead([0, 100, 4], [4_096, 9_000, 5], [16_384, 50, 4]),
      [[4_096, 13_096]],
    ],
    ['one for code and texts', elfHead([0, 9_000, 5], [16_384, 50, 6]), []],
    ['one for code that begins the file', elfHead([0, 9_000, 5], [16_384, 50, 4]), []],
    ['nothing', Buffer.alloc(0), []],
  ])('of an ELF file with %s', (_, head, spans) => {
    expect(spansWithoutText(head).map(({ from, to }) => [from, to])).toEqual(spans);
  });
});
