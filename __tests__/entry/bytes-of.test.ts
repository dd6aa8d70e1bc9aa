import fc from 'fast-check';
import { bytesOf } from '../../src/entry/bytes-of.ts';

/** What a reader has who is done with each before asking for more. */
function taken(pieces: Iterable<string>): { readonly bytes: Buffer; readonly sizes: number[] } {
  const copies = [...mapped(bytesOf(pieces))];
  return { bytes: Buffer.concat(copies), sizes: copies.map(({ length }) => length) };
}

/** Each piece by itself: none parts a letter. */
function encoded(pieces: readonly string[]): Buffer {
  return Buffer.concat(pieces.map((one) => Buffer.from(one)));
}

function* mapped(all: Iterable<Uint8Array>): Generator<Buffer> {
  for (const one of all) yield Buffer.from(one);
}

test.each<[string, readonly string[]]>([
  ['nothing', []],
  ['an empty piece', ['', 'a', '']],
  ['small pieces together', ['a\n', 'b\n', 'c\n']],
  ['a piece larger than the memory', ['x'.repeat(700_001)]],
  [
    'letters that do not fit into what is left',
    [`${'x'.repeat(262_143)}é`, '日本', '😀'.repeat(70_000)],
  ],
  ['half of a letter', ['a\ud83d', '\ude00b']],
])('gives the bytes of %s', (_, pieces) => {
  const { bytes } = taken(pieces);
  expect(bytes.equals(encoded(pieces))).toBe(true);
});

test('gives the bytes of any text, whatever its pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.nat(9000), (texts, times) => {
      const pieces = texts.map((text) => text.repeat(1 + times));
      expect(taken(pieces).bytes.equals(encoded(pieces))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('hands over hundreds of kilobytes at once, however small the pieces are', () => {
  const { sizes } = taken(Array.from({ length: 100_000 }, () => 'ten bytes\n'));
  expect(sizes.length).toBeLessThan(10);
});
