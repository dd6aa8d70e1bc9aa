import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  asBuffer,
  createByteReader
} from "./chunk-4XJLIVAE.mjs";

// src/binary/byte-search.ts
var MAX_HITS = 1e4;
var SELDOM = "QzjqYk:/,6K-OWVwJZF2G4v7RU35bC)N.B8g9MxhSm(yTdP0cXfsl1puniDEraoIALe_t ";
var MOST_LETTERS = 7;
var LEAST_LETTERS = 4;
var anchors = /* @__PURE__ */ new Map();
function anchorOf(text) {
  const known = anchors.get(text);
  if (known !== void 0) return known;
  const rank = (at) => {
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
function indexOfText(bytes, text, from = 0) {
  const { part, offset } = anchorOf(text);
  let at = from + offset;
  for (let miss = 0; miss < MAX_HITS; miss += 1) {
    const found = bytes.indexOf(part, at, "latin1");
    if (found === -1) return -1;
    const start = found - offset;
    if (part === text || bytes.toString("latin1", start, start + text.length) === text)
      return start;
    at = found + 1;
  }
  return bytes.indexOf(text, at - offset, "latin1");
}
function holdsText(bytes, text) {
  return indexOfText(bytes, text) !== -1;
}
function* occurrences(bytes, needle) {
  let at = indexOfText(bytes, needle);
  for (let hit = 0; at !== -1 && hit < MAX_HITS; hit += 1) {
    yield at;
    at = indexOfText(bytes, needle, at + needle.length);
  }
}
function isIdentifierByte(byte) {
  return byte !== void 0 && /\w/.test(String.fromCharCode(byte));
}

// src/binary/capi.ts
var NONE = { era: "none", target: null, also: [] };
var TARGET = "compiled against NumPy C-API version 0x%x (NumPy ";
var OLD_API = "compiled against API version";
var NEW_HOME = "numpy._core._multiarray_umath";
var OLD_HOME = "numpy.core._multiarray_umath";
var PYBIND11 = "pybind11 numpy support requires";
var ASKS_VERSION = "NumpyVersion";
var RUST_TEXTS = [
  "to access NumPy array API capsule",
  "to get NumPy API capsule"
];
function capiFacts(bytes) {
  if (!holdsText(bytes, "numpy")) {
    return NONE;
  }
  const has = (text) => holdsText(bytes, text);
  const target = newestTarget(bytes);
  const imported = importedEras(has, target);
  const eras = [...imported, ...lazyEras(bytes, has, imported)];
  const [first, ...also] = eras;
  if (first !== void 0) {
    return { era: first, target, also };
  }
  return { era: withoutTable(has), target: null, also: [] };
}
function importedEras(has, target) {
  const isNew = has(NEW_HOME);
  const eras = [];
  if (has(OLD_API) || !isNew && has(OLD_HOME) && has("_API not found")) {
    eras.push("1.x");
  }
  if (isNew || target !== null) {
    eras.push("2.x");
  }
  return eras;
}
function lazyEras(bytes, has, imported) {
  const library = has(PYBIND11) || RUST_TEXTS.some(has);
  if (!library && (imported.length > 0 || !fetchesTable(bytes, has))) {
    return [];
  }
  return [has(ASKS_VERSION) || knowsNewHome(bytes) ? "lazy-2.x" : "lazy-1.x"];
}
function fetchesTable(bytes, has) {
  const isRust = has("pyo3");
  for (const name of ["_ARRAY_API", "_UFUNC_API"]) {
    for (const at of occurrences(bytes, name)) {
      const before = bytes[at - 1];
      const free = !isIdentifierByte(before) && !isIdentifierByte(bytes[at + name.length]);
      if (free || isRust && before !== 89) {
        return true;
      }
    }
  }
  return false;
}
function knowsNewHome(bytes) {
  const name = "numpy._core";
  for (const at of occurrences(bytes, name)) {
    const rest = bytes.toString("latin1", at + name.length, at + name.length + 32);
    if (!/^\.(?:_multiarray_umath|multiarray failed|umath failed)/.test(rest)) {
      return true;
    }
  }
  return false;
}
function withoutTable(has) {
  if (has("size changed, may indicate binary incompatibility")) {
    if (has("flatiter\0")) {
      return "cython-sizes";
    }
    if (has("ndarray\0") && has("numpy\0")) {
      return "unknown";
    }
  }
  return has("PyArray_API") || has("PyUFunc_API") ? "unknown" : "none";
}
function newestTarget(bytes) {
  let best = null;
  for (const at of occurrences(bytes, TARGET)) {
    const start = at + TARGET.length;
    const match = /^(\d{1,3})\.(\d{1,3})\+?\)/.exec(bytes.toString("latin1", start, start + 16));
    if (match !== null) {
      const [major, minor] = [Number(match[1]), Number(match[2])];
      if (best === null || major > best[0] || major === best[0] && minor > best[1]) {
        best = [major, minor];
      }
    }
  }
  return best === null ? null : `${best[0]}.${best[1]}`;
}
function initialisesArrayApi(bytes) {
  return ["_ARRAY_API not found", "._multiarray_umath", PYBIND11, ...RUST_TEXTS].some(
    (text) => holdsText(bytes, text)
  );
}

// src/binary/machines.ts
var ELF = {
  3: "i686",
  8: "mips",
  20: "ppc",
  21: "ppc64",
  22: "s390x",
  40: "armv7l",
  62: "x86_64",
  183: "aarch64",
  243: "riscv64",
  258: "loongarch64"
};
var PE = {
  332: "i686",
  452: "armv7l",
  34404: "x86_64",
  43620: "aarch64"
};
var MACHO = {
  7: "i686",
  12: "armv7l",
  18: "ppc",
  16777223: "x86_64",
  16777228: "aarch64",
  16777234: "ppc64"
};
var named = (table) => (code) => table[code] ?? `machine-0x${code.toString(16)}`;
var elfMachine = named(ELF);
var peMachine = named(PE);
var machoMachine = named(MACHO);

// src/binary/object-file.ts
var PREFIXES = ["PyInit", "PyModExport", "init"];
var MAX_SYMBOLS = 2e6;
var MAX_INIT_SYMBOLS = 4096;
var MAX_ENTRIES = 65536;
function isInitSymbol(name) {
  return PREFIXES.some((prefix) => name.startsWith(prefix));
}
function maybeInitSymbol(name) {
  return PREFIXES.some((prefix) => name.startsWith(prefix) || prefix.startsWith(name));
}

// src/binary/elf.ts
var DT = { NEEDED: 1, HASH: 4, STRTAB: 5, SYMTAB: 6, STRSZ: 10, GNU_HASH: 1879047925 };
var SHT = { SYMTAB: 2, DYNSYM: 11 };
var PT = { LOAD: 1, DYNAMIC: 2 };
function readElf(bytes) {
  if (bytes.length < 52 || bytes[0] !== 127 || bytes[1] !== 69 || bytes[2] !== 76 || bytes[3] !== 70) {
    return void 0;
  }
  const wide = bytes[4] === 2;
  const reader = createByteReader(bytes, bytes[5] !== 2);
  const word = wide ? reader.u64 : reader.u32;
  const layout = { reader, wide, word, segments: readSegments(reader, wide, word) };
  const dynamic = readDynamic(layout);
  const strings = stringTable(layout, dynamic);
  const names = /* @__PURE__ */ new Set();
  for (const table of symbolTables(layout, dynamic, strings)) {
    for (const name of definedNames(layout, table)) {
      names.add(name);
    }
  }
  const needed = dynamic.filter(([tag]) => tag === DT.NEEDED).map(([, value]) => strings ? reader.name(strings.offset + value) : "").filter((name) => name !== "");
  const truncated = layout.segments.some(
    ({ type, offset, size }) => type === PT.LOAD && offset + size > reader.size
  );
  return {
    format: "elf",
    machines: [elfMachine(reader.u16(18))],
    exports: [...names],
    needed,
    holdsArrayTable: holdsArrayTable(layout),
    truncated
  };
}
function readDynamic(layout) {
  const { reader } = layout;
  const segment = layout.segments.find(({ type }) => type === PT.DYNAMIC);
  if (segment === void 0) {
    return [];
  }
  const step = layout.wide ? 8 : 4;
  const entries = [];
  const wanted = Math.min(Math.floor(segment.size / (2 * step)), MAX_ENTRIES);
  const count = reader.room(segment.offset, wanted, 2 * step);
  for (let index = 0; index < count; index += 1) {
    const at = segment.offset + index * 2 * step;
    const tag = layout.word(at);
    if (tag === 0) {
      break;
    }
    entries.push([tag, layout.word(at + step)]);
  }
  return entries;
}
function readSegments(reader, wide, word) {
  const start = word(wide ? 32 : 28);
  const size = reader.u16(wide ? 54 : 42);
  const count = reader.room(start, reader.u16(wide ? 56 : 44), size);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    return {
      type: reader.u32(at),
      offset: word(at + (wide ? 8 : 4)),
      address: word(at + (wide ? 16 : 8)),
      size: word(at + (wide ? 32 : 16))
    };
  });
}
function fileOffset(layout, address) {
  const segment = layout.segments.find(
    ({ type, address: start, size }) => type === PT.LOAD && address >= start && address < start + size
  );
  return segment && segment.offset + (address - segment.address);
}
function dynamicOffset(layout, dynamic, wanted) {
  const entry = dynamic.find(([tag]) => tag === wanted);
  return entry && fileOffset(layout, entry[1]);
}
function stringTable(layout, dynamic) {
  const offset = dynamicOffset(layout, dynamic, DT.STRTAB);
  const size = dynamic.find(([tag]) => tag === DT.STRSZ)?.[1] ?? 0;
  return offset === void 0 ? void 0 : { offset, size };
}
function symbolTables(layout, dynamic, strings) {
  const offset = dynamicOffset(layout, dynamic, DT.SYMTAB);
  const count = hashCount(layout, dynamic);
  if (offset !== void 0 && strings !== void 0 && count > 0) {
    return [{ offset, count, strings }];
  }
  return sectionTables(layout, SHT.DYNSYM);
}
function hashCount(layout, dynamic) {
  const { reader, wide } = layout;
  const hash = dynamicOffset(layout, dynamic, DT.HASH);
  if (hash !== void 0) {
    return reader.u32(hash + 4);
  }
  const gnu = dynamicOffset(layout, dynamic, DT.GNU_HASH);
  if (gnu === void 0) {
    return 0;
  }
  const buckets = reader.u32(gnu);
  const first = reader.u32(gnu + 4);
  const start = gnu + 16 + reader.u32(gnu + 8) * (wide ? 8 : 4);
  let last = 0;
  for (let index = 0; index < reader.room(start, buckets, 4); index += 1) {
    last = Math.max(last, reader.u32(start + index * 4));
  }
  if (last < first) {
    return 0;
  }
  const chains = start + buckets * 4;
  for (let step = 0; step < MAX_SYMBOLS; step += 1) {
    const at = chains + (last - first) * 4;
    if (at >= reader.size) {
      return 0;
    }
    last += 1;
    if ((reader.u32(at) & 1) === 1) {
      return last;
    }
  }
  return 0;
}
function sectionTables({ reader, wide, word }, type) {
  const start = word(wide ? 40 : 32);
  const size = reader.u16(wide ? 58 : 46);
  const section = (index) => {
    const at = start + index * size;
    return {
      type: reader.u32(at + 4),
      offset: word(at + (wide ? 24 : 16)),
      size: word(at + (wide ? 32 : 20)),
      link: reader.u32(at + (wide ? 40 : 24))
    };
  };
  if (start === 0 || size === 0) {
    return [];
  }
  const count = reader.u16(wide ? 60 : 48) || Math.min(section(0).size, MAX_ENTRIES);
  for (let index = 0; index < reader.room(start, count, size); index += 1) {
    const table = section(index);
    if (table.type === type) {
      const entries = Math.floor(table.size / (wide ? 24 : 16));
      return [{ offset: table.offset, count: entries, strings: section(table.link) }];
    }
  }
  return [];
}
function definedNames({ reader, wide }, { offset, count, strings }) {
  const step = wide ? 24 : 16;
  const [info, section] = wide ? [4, 6] : [12, 14];
  const end = strings.size === 0 ? reader.size : strings.offset + strings.size;
  const limit = reader.room(offset, Math.min(count, MAX_SYMBOLS), step);
  const names = [];
  for (let index = 1; index < limit && names.length < MAX_INIT_SYMBOLS; index += 1) {
    const at = offset + index * step;
    const nameOffset = strings.offset + reader.u32(at);
    const first = reader.u8(nameOffset);
    if (first !== 80 && first !== 105 || reader.u16(at + section) === 0) {
      continue;
    }
    const binding = reader.u8(at + info) >> 4;
    const visibility = reader.u8(at + info + 1) & 3;
    if (binding === 0 || visibility === 1 || visibility === 2) {
      continue;
    }
    const name = reader.name(nameOffset, end);
    if (isInitSymbol(name)) {
      names.push(name);
    }
  }
  return names;
}
function holdsArrayTable(layout) {
  const { reader, wide } = layout;
  const wanted = "PyArray_API\0";
  return sectionTables(layout, SHT.SYMTAB).some(({ offset, count, strings }) => {
    const text = reader.bytes.subarray(strings.offset, strings.offset + strings.size);
    const name = text.indexOf(`\0${wanted}`, 0, "latin1") + 1;
    const step = wide ? 24 : 16;
    const limit = name === 0 ? 0 : reader.room(offset, Math.min(count, MAX_SYMBOLS), step);
    for (let index = 1; index < limit; index += 1) {
      if (reader.u32(offset + index * step) === name) {
        return true;
      }
    }
    return false;
  });
}

// src/binary/generators.ts
var MARKS = [
  // CYTHON_ABI: "_cython_0_29_37", "_cython_3_1_2".
  { name: "cython", text: "_cython_", version: /^(\d+)_(\d+)_(\d+(?:[a-z]+\d+)?)/ },
  { name: "pybind11", text: "__pybind11_" },
  { name: "nanobind", text: "nanobind::" },
  { name: "f2py", text: "auto-generated with f2py (version:", version: /^(\d+(?:\.\d+)+)/ },
  // The crate's folder is in the panic messages: ".../pyo3-0.20.0/src/...".
  { name: "pyo3", text: "pyo3-", version: /^(\d+)\.(\d+)\.(\d+)/ },
  { name: "pyo3", text: "pyo3_runtime" },
  { name: "swig", text: "swig_runtime_data" },
  { name: "cffi", text: "_cffi_backend" },
  { name: "mypyc", text: "mypyc_" }
];
var GENERATOR_WORDS = [
  ...new Set(MARKS.map(({ text }) => text.startsWith("pyo3") ? "pyo3" : text))
];
function findGenerators(bytes) {
  const found = /* @__PURE__ */ new Map();
  for (const mark of MARKS) {
    if (found.get(mark.name) != null) {
      continue;
    }
    const version = versionAfter(bytes, mark);
    if (version !== void 0) {
      found.set(mark.name, version);
    }
  }
  return [...found].map(([name, version]) => ({ name, version }));
}
function versionAfter(bytes, { text, version }) {
  let present;
  for (const at of occurrences(bytes, text)) {
    present = null;
    const start = at + text.length;
    const match = version?.exec(bytes.toString("latin1", start, start + 24));
    if (match) {
      return match.slice(1).join(".");
    }
    if (version === void 0) {
      break;
    }
  }
  return present;
}

// src/binary/punycode.ts
var BASE = 36;
var T_MIN = 1;
var T_MAX = 26;
var SKEW = 38;
var DAMP = 700;
var INITIAL_BIAS = 72;
var INITIAL_N = 128;
var MAX_CODE_POINT = 1114111;
function decodePunycode(encoded) {
  const delimiter = encoded.lastIndexOf("-");
  const points = Array.from(encoded.slice(0, Math.max(delimiter, 0)), (c) => c.charCodeAt(0));
  const digits = encoded.slice(delimiter + 1);
  let n = INITIAL_N;
  let i = 0;
  let bias = INITIAL_BIAS;
  let at = 0;
  while (at < digits.length) {
    const before = i;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitValue(digits.charCodeAt(at));
      at += 1;
      i += digit * weight;
      if (digit === -1 || i > Number.MAX_SAFE_INTEGER) {
        return void 0;
      }
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) {
        break;
      }
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    i %= length;
    if (n > MAX_CODE_POINT) {
      return void 0;
    }
    points.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...points);
}
function digitValue(code) {
  if (code >= 48 && code <= 57) {
    return code - 48 + 26;
  }
  const lower = code | 32;
  return lower >= 97 && lower <= 122 ? lower - 97 : -1;
}
function adapt(delta, length, first) {
  let rest = first ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > (BASE - T_MIN) * T_MAX / 2; k += BASE) {
    rest = Math.floor(rest / (BASE - T_MIN));
  }
  return k + Math.floor((BASE - T_MIN + 1) * rest / (rest + SKEW));
}

// src/binary/init-names.ts
var INIT = /^Py(?:Init|ModExport)(?<unicode>U)?_(?<name>.+)$/;
var PYTHON2 = /^init(?<name>[A-Za-z_]\w*)$/;
function initNames(symbols) {
  const names = symbols.flatMap((symbol) => {
    const groups = INIT.exec(symbol)?.groups;
    const name = groups?.["name"];
    if (name === void 0) {
      return [];
    }
    return [groups?.["unicode"] === void 0 ? name : decodeSuffix(name)];
  });
  return [...new Set(names)];
}
function python2Names(symbols) {
  return symbols.flatMap((symbol) => PYTHON2.exec(symbol)?.groups?.["name"] ?? []);
}
function decodeSuffix(suffix) {
  const cut = suffix.lastIndexOf("_");
  const encoded = cut === -1 ? suffix : `${suffix.slice(0, cut)}-${suffix.slice(cut + 1)}`;
  return decodePunycode(encoded) ?? suffix;
}

// src/binary/macho-trie.ts
var REEXPORT = 8;
var MAX_EDGE = 2048;
var MAX_EDGES = 2e5;
var MAX_VISITS = 64;
function readExportTrie(reader, offset, size) {
  const end = offset + size;
  if (size === 0 || end > reader.size) {
    return void 0;
  }
  const names = [];
  let edges = 0;
  const visits = /* @__PURE__ */ new Map();
  const pending = [{ node: 0, name: "" }];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
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
      const childName = name + reader.bytes.toString("latin1", at, at + edge);
      const target = uleb(reader, at + edge + 1, end);
      at = target.next;
      if (childName.length < MAX_EDGE && (childName === "" || onTheWay(childName))) {
        pending.push({ node: target.value, name: childName });
      }
    }
  }
  return names.sort();
}
function onTheWay(name) {
  return name.startsWith("_") && maybeInitSymbol(name.slice(1));
}
function uleb(reader, offset, end) {
  let value = 0;
  let at = offset;
  for (let shift = 0; shift < 70 && at < end; shift += 7) {
    const byte = reader.u8(at);
    at += 1;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) {
      break;
    }
  }
  return { value: Math.min(value, Number.MAX_SAFE_INTEGER), next: at };
}

// src/binary/macho.ts
var LC = {
  SEGMENT: 1,
  SYMTAB: 2,
  LOAD_DYLIB: 12,
  SEGMENT_64: 25,
  LAZY_LOAD_DYLIB: 32,
  DYLD_INFO: 34,
  DYLD_INFO_ONLY: 2147483682,
  LOAD_WEAK_DYLIB: 2147483672,
  REEXPORT_DYLIB: 2147483679,
  LOAD_UPWARD_DYLIB: 2147483683,
  DYLD_EXPORTS_TRIE: 2147483699
};
var DYLIBS = /* @__PURE__ */ new Set([
  LC.LOAD_DYLIB,
  LC.LAZY_LOAD_DYLIB,
  LC.LOAD_WEAK_DYLIB,
  LC.REEXPORT_DYLIB,
  LC.LOAD_UPWARD_DYLIB
]);
var MAX_SLICES = 32;
function readMachO(bytes) {
  const slices = machOSlices(bytes).map(readSlice).filter((slice) => slice !== void 0);
  if (slices.length === 0) {
    return void 0;
  }
  const all = (list) => [
    ...new Set(slices.flatMap(list))
  ];
  return {
    format: "macho",
    machines: all((slice) => slice.machines),
    exports: all((slice) => slice.exports),
    needed: all((slice) => slice.needed),
    holdsArrayTable: false,
    truncated: slices.some((slice) => slice.truncated)
  };
}
function machOSlices(bytes) {
  if (!isUniversal(bytes)) return [bytes];
  return machOSliceRanges(bytes).map(
    ({ from, to }) => bytes.subarray(from, Math.min(to, bytes.length))
  );
}
function isUniversal(bytes) {
  const magic = createByteReader(bytes, false).u32(0);
  return magic === 3405691582 || magic === 3405691583;
}
function machOSliceRanges(head) {
  if (!isUniversal(head)) return [];
  const reader = createByteReader(head, false);
  const wide = reader.u32(0) === 3405691583;
  const count = reader.u32(4);
  const step = wide ? 32 : 20;
  return Array.from({ length: count > MAX_SLICES ? 0 : count }, (_, index) => {
    const at = 8 + index * step;
    const [from, size] = wide ? [reader.u64(at + 8), reader.u64(at + 16)] : [reader.u32(at + 8), reader.u32(at + 12)];
    return { from, to: from + size };
  });
}
function machOMachine(bytes) {
  const first = createByteReader(bytes, true);
  const magic = first.u32(0);
  if (magic === 4277009102 || magic === 4277009103) return machoMachine(first.u32(4));
  const isSwapped = magic === 3472551422 || magic === 3489328638;
  return isSwapped ? machoMachine(createByteReader(bytes, false).u32(4)) : void 0;
}
function readSlice(bytes) {
  const magic = createByteReader(bytes, true).u32(0);
  const little = magic === 4277009102 || magic === 4277009103;
  if (!little && magic !== 3472551422 && magic !== 3489328638) {
    return void 0;
  }
  const wide = magic === 4277009103 || magic === 3489328638;
  const reader = createByteReader(bytes, little);
  const needed = [];
  let symbols;
  let trie;
  let end = 0;
  for (const { command, at, size } of loadCommands(reader, wide)) {
    if (DYLIBS.has(command)) {
      needed.push(reader.name(at + reader.u32(at + 8), at + size));
    } else if (command === LC.SEGMENT) {
      end = Math.max(end, reader.u32(at + 32) + reader.u32(at + 36));
    } else if (command === LC.SEGMENT_64) {
      end = Math.max(end, reader.u64(at + 40) + reader.u64(at + 48));
    } else if (command === LC.SYMTAB) {
      symbols ??= symbolNames(reader, at, wide);
    } else if (command === LC.DYLD_INFO || command === LC.DYLD_INFO_ONLY) {
      trie ??= readExportTrie(reader, reader.u32(at + 40), reader.u32(at + 44));
    } else if (command === LC.DYLD_EXPORTS_TRIE) {
      trie ??= readExportTrie(reader, reader.u32(at + 8), reader.u32(at + 12));
    }
  }
  return {
    format: "macho",
    machines: [machoMachine(reader.u32(4))],
    // dyld asks the trie where there is one; older files have the symbol table only.
    exports: trie ?? symbols ?? [],
    needed: needed.filter((name) => name !== ""),
    holdsArrayTable: false,
    truncated: end > reader.size
  };
}
function loadCommands(reader, wide) {
  const commands = [];
  const count = Math.min(reader.u32(16), MAX_ENTRIES);
  let at = wide ? 32 : 28;
  for (let index = 0; index < count; index += 1) {
    const size = reader.u32(at + 4);
    if (size < 8 || at + size > reader.size) {
      break;
    }
    commands.push({ command: reader.u32(at), at, size });
    at += size;
  }
  return commands;
}
function symbolNames(reader, at, wide) {
  const table = reader.u32(at + 8);
  const strings = reader.u32(at + 16);
  const end = strings + reader.u32(at + 20);
  const step = wide ? 16 : 12;
  const count = reader.room(table, Math.min(reader.u32(at + 12), MAX_SYMBOLS), step);
  const names = [];
  for (let index = 0; index < count && names.length < MAX_INIT_SYMBOLS; index += 1) {
    const entry = table + index * step;
    const type = reader.u8(entry + 4);
    const exported = (type & 241) === 1 && (type & 14) !== 0;
    const place = strings + reader.u32(entry);
    const second = reader.u8(place + 1);
    if (exported && (second === 80 || second === 105) && reader.u8(place) === 95) {
      const name = reader.name(place, end).slice(1);
      if (isInitSymbol(name)) {
        names.push(name);
      }
    }
  }
  return names;
}

// src/binary/pe.ts
var MAX_NAMES = 65536;
var MAX_SECTIONS = 256;
var EXPORT = 0;
var IMPORT = 1;
var DELAY_IMPORT = 13;
function readPe(bytes) {
  if (bytes[0] !== 77 || bytes[1] !== 90) {
    return void 0;
  }
  const reader = createByteReader(bytes, true);
  const header = reader.u32(60);
  if (reader.u32(header) !== 17744) {
    return void 0;
  }
  const image = readImage(reader, header);
  return {
    format: "pe",
    machines: [peMachine(reader.u16(header + 4))],
    exports: exportedNames(image),
    needed: [.../* @__PURE__ */ new Set([...importedLibraries(image), ...delayedLibraries(image)])],
    holdsArrayTable: false,
    truncated: image.end > reader.size
  };
}
function readImage(reader, header) {
  const optional = header + 24;
  const wide = reader.u16(optional) === 523;
  const directories = optional + (wide ? 112 : 96);
  const count = reader.u32(directories - 4);
  const sections = optional + reader.u16(header + 20);
  const table = Array.from(
    { length: Math.min(reader.u16(header + 6), MAX_SECTIONS) },
    (_, index) => {
      const at = sections + index * 40;
      const rawSize = reader.u32(at + 16);
      return {
        address: reader.u32(at + 12),
        size: Math.max(reader.u32(at + 8), rawSize),
        rawSize,
        raw: reader.u32(at + 20)
      };
    }
  );
  return {
    reader,
    end: Math.max(0, ...table.map(({ raw, rawSize }) => raw + rawSize)),
    imageBase: wide ? reader.u64(optional + 24) : reader.u32(optional + 28),
    offset: (address) => {
      const section = table.find((s) => address >= s.address && address < s.address + s.size);
      const into = section ? address - section.address : 0;
      return section && into < section.rawSize ? section.raw + into : -1;
    },
    directory: (index) => {
      const address = index < count ? reader.u32(directories + index * 8) : 0;
      return address === 0 ? void 0 : { address, size: reader.u32(directories + index * 8 + 4) };
    }
  };
}
function exportedNames({ reader, offset, directory }) {
  const table = directory(EXPORT);
  if (table === void 0) {
    return [];
  }
  const at = offset(table.address);
  const names = offset(reader.u32(at + 32));
  if (at < 0 || names < 0) {
    return [];
  }
  const count = reader.room(names, Math.min(reader.u32(at + 24), MAX_NAMES), 4);
  const found = [];
  for (let index = 0; index < count && found.length < MAX_INIT_SYMBOLS; index += 1) {
    const place = offset(reader.u32(names + index * 4));
    const first = reader.u8(place);
    if (first === 80 || first === 105) {
      const name = reader.name(place);
      if (isInitSymbol(name)) {
        found.push(name);
      }
    }
  }
  return [...new Set(found)];
}
function importedLibraries(image) {
  return libraries(image, IMPORT, 20, (at) => image.reader.u32(at + 12));
}
function delayedLibraries(image) {
  const { reader, imageBase } = image;
  return libraries(image, DELAY_IMPORT, 32, (at) => {
    const address = reader.u32(at + 4);
    return (reader.u32(at) & 1) === 1 ? address : Math.max(address - imageBase, 0);
  });
}
function libraries({ reader, offset, directory }, index, step, nameAddress) {
  const table = directory(index);
  const start = table === void 0 ? -1 : offset(table.address);
  const names = [];
  for (let entry = 0; start >= 0 && entry < MAX_ENTRIES; entry += 1) {
    const address = nameAddress(start + entry * step);
    if (address === 0) {
      break;
    }
    const name = reader.name(offset(address));
    if (name === "") {
      break;
    }
    names.push(name);
  }
  return names;
}

// src/binary/scan.ts
var MAKES_MODULE = ["PyModule_Create2", "PyModuleDef_Init"];
var UNKNOWN = {
  format: "unknown",
  machines: [],
  exports: [],
  needed: [],
  holdsArrayTable: false,
  truncated: false
};
function scanBinary(bytes, object = readObject(bytes)) {
  const buffer = asBuffer(bytes);
  const names = initNames(object.exports);
  const numpyItself = names.includes("_multiarray_umath");
  const isObject = object.format !== "unknown";
  return {
    format: object.format,
    machines: object.machines,
    initNames: names,
    python2Init: names.length === 0 && python2Names(object.exports).length > 0 && holdsText(buffer, "Py_InitModule"),
    ...isObject && names.length === 0 && MAKES_MODULE.some((text) => holdsText(buffer, text)) ? { initHidden: true } : {},
    capi: isObject && !numpyItself ? capiFacts(buffer) : { era: "none", target: null, also: [] },
    generators: isObject ? findGenerators(buffer) : [],
    importsArrayApi: !numpyItself && object.holdsArrayTable && !initialisesArrayApi(buffer),
    needed: object.needed,
    ...object.truncated ? { truncated: true } : {}
  };
}
function readObject(bytes) {
  return readElf(bytes) ?? readPe(bytes) ?? readMachO(bytes) ?? UNKNOWN;
}

export {
  indexOfText,
  holdsText,
  occurrences,
  RUST_TEXTS,
  capiFacts,
  GENERATOR_WORDS,
  findGenerators,
  MAX_ENTRIES,
  machOSlices,
  machOSliceRanges,
  machOMachine,
  initNames,
  scanBinary,
  readObject
};
