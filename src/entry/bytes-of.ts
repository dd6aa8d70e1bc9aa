/** Bytes that are handed over at once, about. */
const ROOM = 256 * 1024;

/**
 * The pieces of a text as UTF-8, one after another in the same memory: whoever takes bytes is done with
 * them before asking for more. Made anew for each piece of a large report, they would wait by the tens of
 * megabytes until they are taken back.
 */
export function* bytesOf(pieces: Iterable<string>): Generator<Uint8Array> {
  const room = new Uint8Array(ROOM);
  const encoder = new TextEncoder();
  let filled = 0;
  for (const piece of pieces) {
    for (let left = piece; left !== ''; ) {
      const { read, written } = encoder.encodeInto(left, room.subarray(filled));
      filled += written;
      left = left.slice(read);
      if (left === '') break;
      yield room.subarray(0, filled);
      filled = 0;
    }
  }
  if (filled > 0) yield room.subarray(0, filled);
}
