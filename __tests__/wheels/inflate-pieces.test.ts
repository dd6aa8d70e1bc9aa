import { deflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import { inflatePieces } from '../../src/wheels/inflate-pieces.ts';

const ENTRY = { fileName: 'a.so', uncompressedSize: 0 } as Entry;

/** Neither all alike nor all different: as packed as binaries are. */
const BYTES = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * at) % 251));
const PACKED = deflateRawSync(BYTES);

function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  const memory = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    memory.fill(0xff);
    memory.set(part);
    yield memory.subarray(0, part.length);
  }
}

function all(pieces: Iterable<Buffer>, room: number, found: Buffer[] = []): Buffer {
  const inflated = inflatePieces(pieces, ENTRY, Buffer.alloc(room));
  if (inflated === undefined) throw new Error('This Node does not let itself be used so');
  for (const piece of inflated) found.push(Buffer.from(piece));
  return Buffer.concat(found);
}

describe('inflatePieces()', () => {
  it.each([
    ['in one piece, with room for all', PACKED.length, BYTES.length + 1],
    ['in one piece, with just the room', PACKED.length, BYTES.length],
    ['in small pieces', 7, 1_000],
    ['byte by byte', 1, 64],
  ])('unpacks %s', (_what, size, room) => {
    expect(all(cut(PACKED, size), room).equals(BYTES)).toBe(true);
  });

  it('gives nothing for nothing', () => {
    expect(all([deflateRawSync(Buffer.alloc(0))], 64)).toHaveLength(0);
    expect(() => all([], 64)).toThrow(/^"a\.so" is damaged \(unexpected end/);
  });

  it('ends where what is packed does', () => {
    expect(all([Buffer.concat([PACKED, Buffer.from('more')])], 1_000).equals(BYTES)).toBe(true);
    expect(all([PACKED, Buffer.from('more')], 1_000).equals(BYTES)).toBe(true);
  });

  it('says of which member the bytes are damaged, and serves the next one', () => {
    const damaged = Buffer.from(PACKED).fill(0xff, 100, 120);
    expect(() => all([damaged], 1_000)).toThrow(/^"a\.so" is damaged \(/);
    expect(all([PACKED], 1_000).equals(BYTES)).toBe(true);
  });

  it('gives what there is of bytes that are cut off, and says that they are', () => {
    const found: Buffer[] = [];
    expect(() => all([PACKED.subarray(0, 200)], 100, found)).toThrow(/unexpected end/);
    const some = Buffer.concat(found);
    expect(some.length).toBeGreaterThan(0);
    expect(some.equals(BYTES.subarray(0, some.length))).toBe(true);
    expect(some.length).toBeLessThan(BYTES.length);
  });

  it('unpacks several at a time, each for itself, also when one is left early', () => {
    const early = inflatePieces(cut(PACKED, 50), ENTRY, Buffer.alloc(100));
    early?.next();
    expect(all(cut(PACKED, 50), 1_000).equals(BYTES)).toBe(true);
    early?.return(undefined);
    expect(all(cut(PACKED, 50), 1_000).equals(BYTES)).toBe(true);
  });
});
