import { createByteWriter, stringTable } from './byte-writer.ts';

export interface MachOOptions {
  readonly wide?: boolean;
  readonly little?: boolean;
  readonly cpu?: number;
  /** Names with their leading underscore. */
  readonly exports?: readonly string[];
  readonly privateExternals?: readonly string[];
  readonly undefineds?: readonly string[];
  readonly libraries?: readonly string[];
  /** Which table holds the exports. */
  readonly table?: 'symtab' | 'dyld-info' | 'exports-trie';
  readonly text?: string;
}

/** A bundle with its symbol table or its trie of exports. */
export function machOFile(options: MachOOptions = {}): Buffer {
  const { wide = true, little = true, cpu = 0x0100000c, table = 'symtab' } = options;
  const { exports = [], privateExternals = [], undefineds = [], libraries = [] } = options;
  const names = [...exports, ...privateExternals, ...undefineds];
  const strings = stringTable(names);
  const commands = createByteWriter(little, wide);
  const header = wide ? 32 : 28;
  const dylibSizes = libraries.map((name) => 24 + Math.ceil((name.length + 1) / 8) * 8);
  const tail = { symtab: 24, 'dyld-info': 48, 'exports-trie': 16 }[table];
  const data = header + dylibSizes.reduce((sum, size) => sum + size, 0) + tail;
  libraries.forEach((name, index) => {
    const size = dylibSizes[index] ?? 0;
    commands.u32(0xc, size, 24, 2, 0, 0);
    commands.raw(name.padEnd(size - 24, '\0'));
  });
  const body = createByteWriter(little, wide);
  if (table === 'symtab') {
    const step = wide ? 16 : 12;
    commands.u32(2, 24, data, names.length, data + names.length * step, strings.bytes.length);
    for (const name of names) {
      body.u32(strings.at(name));
      const isUndefined = undefineds.includes(name);
      body.u8(isUndefined ? 1 : privateExternals.includes(name) ? 0x1f : 0x0f);
      body.u8(isUndefined ? 0 : 1);
      body.u16(0);
      body.word(0x1000);
    }
    body.raw(strings.bytes);
  } else {
    const trie = exportTrie(exports);
    if (table === 'dyld-info') {
      commands.u32(0x80000022, 48, 0, 0, 0, 0, 0, 0, 0, 0, data, trie.length);
    } else {
      commands.u32(0x80000033, 16, data, trie.length);
    }
    body.raw(trie);
  }
  const out = createByteWriter(little, wide);
  out.u32(wide ? 0xfeedfacf : 0xfeedface, cpu, 0, 8, libraries.length + 1, commands.size(), 0);
  if (wide) {
    out.u32(0);
  }
  out.raw(commands.bytes());
  out.raw(body.bytes());
  out.raw(options.text ?? '');
  return out.bytes();
}

/** A universal file of several slices. */
export function universalFile(slices: readonly Buffer[]): Buffer {
  const out = createByteWriter(false, false);
  out.u32(0xcafebabe, slices.length);
  let at = 0x1000;
  for (const slice of slices) {
    out.u32(0, 0, at, slice.length, 12);
    at += Math.ceil(slice.length / 0x1000) * 0x1000;
  }
  const parts = [out.bytes(), Buffer.alloc(0x1000 - out.size())];
  for (const slice of slices) {
    parts.push(slice, Buffer.alloc(Math.ceil(slice.length / 0x1000) * 0x1000 - slice.length));
  }
  return Buffer.concat(parts);
}

/** A root whose edges are split after the first characters, so that walking needs two levels. */
function exportTrie(names: readonly string[]): Buffer {
  const common = '_P';
  const inner = names.filter((name) => name.startsWith(common));
  const outer = names.filter((name) => !name.startsWith(common));
  const leaf = Buffer.from([2, 0, 0x10, 0]);
  const node = (edges: readonly (readonly [string, number])[]): Buffer =>
    Buffer.concat([
      Buffer.from([0, edges.length]),
      ...edges.map(([edge, target]) =>
        Buffer.concat([
          Buffer.from(`${edge}\0`, 'latin1'),
          Buffer.from([(target & 0x7f) | 0x80, target >> 7]),
        ]),
      ),
    ]);
  const innerEdges = inner.map((name) => name.slice(common.length));
  const rootSize = node([[common, 0], ...outer.map((name) => [name, 0] as const)]).length;
  const innerSize = node(innerEdges.map((edge) => [edge, 0] as const)).length;
  const leafAt = rootSize + innerSize;
  return Buffer.concat([
    node([[common, rootSize], ...outer.map((name) => [name, leafAt] as const)]),
    node(innerEdges.map((edge) => [edge, leafAt] as const)),
    leaf,
  ]);
}
