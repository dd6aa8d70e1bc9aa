import type { ByteReader } from './byte-reader.ts';
import { isInitSymbol, maybeInitSymbol } from './object-file.ts';

const REEXPORT = 0x08;
const MAX_EDGE = 2_048;
/** Most edges that are read in all. */
const MAX_EDGES = 200_000;
/** Linkers give a node one parent, at most share equal leaves; damaged files may have loops. */
const MAX_VISITS = 64;

/**
 * Walks dyld's trie of exported names, only along branches that can lead to an init symbol.
 *
 * @param offset file offset of the trie
 * @param size its length in bytes; 0 says that nothing is exported
 * @returns names without the leading underscore, or undefined when there is no trie
 */
export function readExportTrie(
  reader: ByteReader,
  offset: number,
  size: number,
): readonly string[] | undefined {
  const end = offset + size;
  if (size === 0 || end > reader.size) {
    return undefined;
  }
  const names: string[] = [];
  let edges = 0;
  const visits = new Map<number, number>();
  const pending: { readonly node: number; readonly name: string }[] = [{ node: 0, name: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, name } = next;
    const seen = visits.get(node) ?? 0;
    if (node >= size || seen === MAX_VISITS) {
      continue;
    }
    visits.set(node, seen + 1);
    const terminal = uleb(reader, offset + node, end);
    const flags = terminal.value > 0 ? uleb(reader, terminal.next, end).value : REEXPORT;
    if ((flags & REEXPORT) === 0 && isInitSymbol(name.slice(1))) {
      names.push(name.slice(1));
    }
    let at = terminal.next + terminal.value;
    const children = reader.u8(at);
    at += 1;
    for (let child = 0; child < children && at < end && edges < MAX_EDGES; child += 1) {
      edges += 1;
      const edge = reader.bytes.subarray(at, Math.min(end, at + MAX_EDGE)).indexOf(0);
      if (edge === -1) {
        break;
      }
      const childName = name + reader.bytes.toString('latin1', at, at + edge);
      const target = uleb(reader, at + edge + 1, end);
      at = target.next;
      if (childName.length < MAX_EDGE && (childName === '' || onTheWay(childName))) {
        pending.push({ node: target.value, name: childName });
      }
    }
  }
  return names.sort();
}

function onTheWay(name: string): boolean {
  return name.startsWith('_') && maybeInitSymbol(name.slice(1));
}

/** An unsigned LEB128 number; ten bytes at most. */
function uleb(reader: ByteReader, offset: number, end: number): { value: number; next: number } {
  let value = 0;
  let at = offset;
  for (let shift = 0; shift < 70 && at < end; shift += 7) {
    const byte = reader.u8(at);
    at += 1;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) {
      break;
    }
  }
  return { value: Math.min(value, Number.MAX_SAFE_INTEGER), next: at };
}
