import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  compareMinors,
  erasOf,
  firstWithApi
} from "./chunk-MKIBGSSI.mjs";
import {
  asBuffer,
  createByteReader
} from "./chunk-NWNKKPF7.mjs";

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
var NO_CAPI = { era: "none", target: null, also: [] };
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
    return NO_CAPI;
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

// src/binary/capi-of-parts.ts
function capiOfParts(all, parts, facts = capiFacts) {
  const said = facts(all, parts);
  const [only] = parts;
  if (parts.length === 1 && only) return withLevel(said, only);
  const slices = parts.map((part) => capiOfParts(part.bytes, [part], facts));
  const targets = new Set(slices.flatMap(({ era, target: target2 }) => era === "none" ? [] : [target2]));
  const [target = null] = targets;
  return said.target === null && targets.size === 1 ? { ...said, target } : said;
}
var PYBIND11_LEVEL = 7;
var OLD_HOME_SINCE = "1.16";
function withLevel(capi, { bytes, levels }) {
  if (!erasOf({ capi }).includes("1.x")) return capi;
  const read = levels();
  if (!read?.isWhole) return capi;
  const isOthers = (level2) => level2 === PYBIND11_LEVEL && !read.told.includes(level2) && holdsText(bytes, PYBIND11);
  const [level, ...more] = read.compared.filter((one) => !isOthers(one));
  const [told3, ...others] = read.told;
  if (level === void 0 || level !== told3 || more.length + others.length > 0) return capi;
  const floors = [
    firstWithApi(level),
    holdsText(bytes, OLD_HOME) ? OLD_HOME_SINCE : void 0,
    capi.target ?? void 0
  ].filter((one) => one !== void 0);
  return { ...capi, target: floors.toSorted(compareMinors).at(-1) ?? null };
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

// src/binary/machine-of.ts
var ELF2 = 2135247942;
function machineOf(head) {
  const little = createByteReader(head, true);
  if (createByteReader(head, false).u32(0) === ELF2)
    return elfMachine(createByteReader(head, head[5] !== 2).u16(18));
  if (little.u16(0) === 23117) {
    const header = little.u32(60);
    return little.u32(header) === 17744 ? peMachine(little.u16(header + 4)) : void 0;
  }
  return machOMachine(head);
}
function machOMachine(bytes) {
  const first = createByteReader(bytes, true);
  const magic = first.u32(0);
  if (magic === 4277009102 || magic === 4277009103) return machoMachine(first.u32(4));
  const isSwapped = magic === 3472551422 || magic === 3489328638;
  return isSwapped ? machoMachine(createByteReader(bytes, false).u32(4)) : void 0;
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

// src/binary/object-file.ts
var PREFIXES = ["PyInit", "PyModExport", "init", "_cffi_pypyinit_"];
var MAX_SYMBOLS = 2e6;
var MAX_INIT_SYMBOLS = 4096;
var MAX_ENTRIES = 65536;
function isInitSymbol(name) {
  return PREFIXES.some((prefix) => name.startsWith(prefix));
}
function mayBeInitSymbol(reader, at) {
  const first = reader.u8(at);
  return first === 80 || first === 105 || first === 95 && reader.u8(at + 1) === 99;
}
function maybeInitSymbol(name) {
  return PREFIXES.some((prefix) => name.startsWith(prefix) || prefix.startsWith(name));
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
    if (exported && reader.u8(place) === 95 && mayBeInitSymbol(reader, place + 1)) {
      const name = reader.name(place, end).slice(1);
      if (isInitSymbol(name)) {
        names.push(name);
      }
    }
  }
  return names;
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
var INIT = /^(?:Py(?:Init|ModExport)(?<unicode>U)?|_cffi_pypyinit)_(?<name>.+)$/;
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

// src/binary/calls-python.ts
var API_NAMES = [
  ...["PyModule", "PyModExport_", "PyObject", "PyErr_", "PyExc_", "Py_"],
  // PyPy makes cffi's modules itself, of a table that they hand over.
  "_cffi_pypyinit_"
];
function callsPython(bytes) {
  return API_NAMES.some((text) => holdsText(bytes, text));
}

// src/binary/api-level.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/binary/arm64-level.ts
import { Buffer } from "node:buffer";

// src/binary/level-use.ts
var LEVEL_SLOT = 211;
function levelAsked({ constant, first }, branch) {
  return first === "answer" === (branch === "below") ? constant : constant + 1;
}
function createRegisters(answer) {
  const known = /* @__PURE__ */ new Map([[answer, "answer"]]);
  return {
    holdsAnswer: (register) => known.get(register) === "answer",
    constantIn(register) {
      const held2 = known.get(register);
      return typeof held2 === "number" ? held2 : void 0;
    },
    put: (register, constant) => void known.set(register, constant),
    copy(to, from) {
      const held2 = known.get(from);
      if (held2 === void 0) known.delete(to);
      else known.set(to, held2);
    },
    lose: (register) => void known.delete(register)
  };
}
function compared(registers, first, second) {
  const [one, other] = [registers.constantIn(first), registers.constantIn(second)];
  if (registers.holdsAnswer(first) && other !== void 0)
    return { constant: other, first: "answer" };
  if (registers.holdsAnswer(second) && one !== void 0)
    return { constant: one, first: "constant" };
  return void 0;
}

// src/binary/arm64-level.ts
var MOST_BEFORE = 12;
var MOST_AFTER = 24;
var READS_SLOT = 4181721088 + LEVEL_SLOT * 1024;
var SLOT_PATTERN_ARM64 = Buffer.from([67, 249]);
var SLOT_OFFSET_ARM64 = -2;
var ANSWER = 0;
var ZERO_REGISTER = 31;
var STACK_POINTER = 31;
var [THIRD, FOURTH] = [2, 3];
var BRANCHES = new Map([
  ...[2, 3, 10, 11].map((code) => [code, "below"]),
  ...[8, 9, 12, 13].map((code) => [code, "above"])
]);
function readsSlotArm64(bytes, at) {
  return at + 4 <= bytes.length && is(bytes.readUInt32LE(at), 4294966272, READS_SLOT);
}
function levelUseArm64(bytes, at) {
  const word = (index) => {
    const place = at + index * 4;
    return place >= 0 && place + 4 <= bytes.length ? bytes.readUInt32LE(place) : 0;
  };
  const called = callOf(word, destination(word(0)));
  return called === void 0 ? void 0 : useAfter(word, called + 1);
}
function callOf(word, target) {
  for (let index = 1; index <= MOST_BEFORE; index += 1) {
    const one = word(index);
    if (isCallThrough(one)) return source(one) === target ? index : void 0;
    if (endsWay(one) || !isStore(one) && destination(one) === target) return void 0;
  }
  return void 0;
}
function useAfter(word, from) {
  const registers = createRegisters(ANSWER);
  const placed = /* @__PURE__ */ new Map();
  let comparison;
  for (let index = from; index < from + MOST_AFTER; index += 1) {
    const one = word(index);
    const [to, by, second] = [destination(one), source(one), one >>> 16 & 31];
    const isBranch = is(one, 4278190096, 1409286144);
    const isChoice = is(one, 1071644672, 444596224);
    if (isBranch || isChoice && comparison !== void 0) {
      const branch = BRANCHES.get((isBranch ? one : one >>> 12) & 15);
      return comparison && branch !== void 0 ? { kind: "compares", level: levelAsked(comparison, branch) } : void 0;
    }
    if (endsWay(one) || isCallThrough(one))
      return isCallThrough(one) || is(one, 2080374784, 335544320) ? told(registers, placed, is(one, 4227858432, 335544320)) : void 0;
    if (is(one, 4290772992, 1895825408)) {
      const constant = one >>> 10 & 4095;
      comparison = registers.holdsAnswer(by) ? { constant, first: "answer" } : void 0;
      if (to !== ZERO_REGISTER) registers.lose(to);
    } else if (is(one, 4292934656, 1795162112)) {
      comparison = compared(registers, by, second);
      if (to !== ZERO_REGISTER) registers.lose(to);
    } else if (is(one, 2145386496, 1384120320)) registers.put(to, one >>> 5 & 65535);
    else if (is(one, 2145452e3, 704644064)) registers.copy(to, second);
    else if (is(one, 4290772992, 2835349504) && by === STACK_POINTER) {
      const distance = signed7(one >>> 15);
      placed.set(distance, held(registers, to));
      placed.set(distance + 1, held(registers, one >>> 10 & 31));
    } else if (is(one, 4290772992, 4177526784) && by === STACK_POINTER)
      placed.set(one >>> 10 & 4095, held(registers, to));
    else if (!isStore(one)) {
      registers.lose(to);
      if (is(one, 977272832, 675282944)) registers.lose(one >>> 10 & 31);
      if (setsFlags(one)) comparison = void 0;
    }
  }
  return void 0;
}
function told(registers, placed, isJump) {
  const third = registers.constantIn(THIRD);
  const isAnswer = registers.holdsAnswer(FOURTH) || isJump && registers.holdsAnswer(ANSWER);
  if (third !== void 0 && isAnswer) return { kind: "tells", level: third };
  const first = placed.get(0);
  return typeof first === "number" && placed.get(1) === "answer" ? { kind: "tells", level: first } : void 0;
}
function held(registers, register) {
  return registers.holdsAnswer(register) ? "answer" : registers.constantIn(register);
}
function is(word, mask, pattern) {
  return (word & mask) >>> 0 === pattern;
}
function destination(word) {
  return word & 31;
}
function source(word) {
  return word >>> 5 & 31;
}
function signed7(value) {
  return (value & 127 ^ 64) - 64;
}
function isCallThrough(word) {
  return is(word, 4294966303, 3594452992);
}
function endsWay(word) {
  return is(word, 2080374784, 335544320) || is(word, 4278190096, 1409286144) || is(word, 2080374784, 872415232) || is(word, 4288674847, 3592355840);
}
function isStore(word) {
  return is(word, 1002438656, 956301312) || is(word, 1004535808, 939524096) || is(word, 977272832, 671088640);
}
function setsFlags(word) {
  return is(word, 1056964608, 822083584) || is(word, 1056964608, 721420288) || is(word, 2130706432, 1778384896) || is(word, 2139095040, 1912602624) || is(word, 1071644672, 977272832);
}

// src/binary/x86-level.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/binary/x86-code.ts
var BRANCHES2 = new Map([
  ...[2, 3, 12, 13].map((code) => [code, "below"]),
  ...[6, 7, 14, 15].map((code) => [code, "above"])
]);
var STACK_POINTER2 = 4;
var PREFIXES2 = /* @__PURE__ */ new Set([46, 62, 242, 243]);
var MOVES_0F = /* @__PURE__ */ new Set([
  16,
  17,
  18,
  19,
  20,
  22,
  23,
  30,
  31,
  40,
  41,
  87,
  108,
  110,
  111,
  127,
  214,
  239
]);
var EXTENDS_0F = /* @__PURE__ */ new Set([182, 183, 190, 191]);
var ARITHMETIC = /* @__PURE__ */ new Set([
  1,
  3,
  9,
  11,
  33,
  35,
  41,
  43,
  49,
  51
]);
function readX86(bytes, at, wide) {
  let from = at;
  let isShort = false;
  for (; bytes[from] === 102 || PREFIXES2.has(bytes[from] ?? 0); from += 1)
    isShort ||= bytes[from] === 102;
  const rex = wide && ((bytes[from] ?? 0) & 240) === 64 ? bytes[from] ?? 0 : 0;
  if (rex !== 0) from += 1;
  const code = bytes[from];
  if (code === void 0 || from + 12 > bytes.length) return void 0;
  const next = from + 1;
  if (code === 15) return readLong(bytes, next, rex);
  const simple = readSimple(bytes, code, next, rex, isShort, wide);
  return simple ?? readWithOperand(bytes, code, next, rex, isShort);
}
function readSimple(bytes, code, at, rex, isShort, wide) {
  const width = isShort ? 2 : 4;
  const low = code & 7 | (rex & 1) << 3;
  const value = () => bytes.readInt32LE(at);
  const other = (end, to, setsFlags2 = false) => ({
    kind: "other",
    end,
    to,
    setsFlags: setsFlags2
  });
  if (code >= 112 && code <= 127)
    return { kind: "branch", end: at + 1, branch: BRANCHES2.get(code & 15) };
  if (code >= 80 && code <= 87) return { kind: "push", end: at, value: { register: low } };
  if (code >= 88 && code <= 95) return other(at, low);
  if (code >= 184 && code <= 191) {
    const length = (rex & 8) === 0 ? width : 8;
    return { kind: "constant", end: at + length, to: low, value: value() };
  }
  if (!wide && code >= 64 && code <= 79) return other(at, code & 7, true);
  switch (code) {
    case 235:
      return { kind: "jump", end: at + 1 };
    case 233:
      return { kind: "jump", end: at + 4 };
    case 232:
      return { kind: "call", end: at + 4, through: "known place" };
    case 195:
    case 204:
      return { kind: "return", end: at };
    case 144:
      return other(at);
    case 106:
      return { kind: "push", end: at + 1, value: { constant: bytes.readInt8(at) } };
    case 104:
      return { kind: "push", end: at + 4, value: { constant: value() } };
    case 61:
      return isShort ? other(at + width, void 0, true) : { kind: "compare-constant", end: at + width, first: 0, value: value() };
    case 5:
    case 37:
    case 45:
      return other(at + width, 0, true);
    case 161:
    case 163:
      return wide ? void 0 : other(at + 4, code === 161 ? 0 : void 0);
    default:
      return void 0;
  }
}
function readLong(bytes, at, rex) {
  const code = bytes[at] ?? 0;
  const operand = readOperand(bytes, at + 1, rex);
  const end = at + 1 + operand.length;
  if (code >= 128 && code <= 143)
    return { kind: "branch", end: at + 5, branch: BRANCHES2.get(code & 15) };
  if (code >= 144 && code <= 159 || code >= 64 && code <= 79)
    return { kind: "branch", end, branch: BRANCHES2.get(code & 15) };
  if (EXTENDS_0F.has(code)) return { kind: "other", end, to: operand.other, setsFlags: false };
  return MOVES_0F.has(code) ? { kind: "other", end, to: void 0, setsFlags: false } : void 0;
}
function readWithOperand(bytes, code, at, rex, isShort) {
  const operand = readOperand(bytes, at, rex);
  const { register, other, base, distance } = operand;
  const end = at + operand.length;
  const width = isShort ? 2 : 4;
  const changes = (to, setsFlags2, more = 0) => ({
    kind: "other",
    end: end + more,
    to,
    setsFlags: setsFlags2
  });
  if (ARITHMETIC.has(code)) return changes((code & 2) === 0 ? register : other, true);
  switch (code) {
    case 137:
      if (register !== void 0) return { kind: "copy", end, to: register, from: other };
      return base === STACK_POINTER2 ? { kind: "place", end, at: distance, value: { register: other } } : changes(void 0, false);
    case 139:
      return register === void 0 ? { kind: "load", end, to: other, base, distance } : { kind: "copy", end, to: other, from: register };
    case 141:
    case 99:
      return changes(other, false);
    case 57:
      return register === void 0 ? changes(void 0, true) : { kind: "compare", end, first: register, second: other };
    case 59:
      return register === void 0 ? changes(void 0, true) : { kind: "compare", end, first: other, second: register };
    case 132:
    case 133:
      return changes(void 0, true);
    case 128:
    case 198:
      return changes(register, code === 128, 1);
    case 129:
    case 131: {
      const length = code === 131 ? 1 : width;
      const value = code === 131 ? bytes.readInt8(end) : bytes.readInt32LE(end);
      const isCompare = (other & 7) === 7;
      if (isCompare && register !== void 0 && !isShort)
        return { kind: "compare-constant", end: end + length, first: register, value };
      return changes(isCompare ? void 0 : register, true, length);
    }
    case 199: {
      const value = bytes.readInt32LE(end);
      if (register !== void 0)
        return { kind: "constant", end: end + width, to: register, value };
      return base === STACK_POINTER2 ? { kind: "place", end: end + width, at: distance, value: { constant: value } } : changes(void 0, false, width);
    }
    case 255:
      return readIndirect(operand, end);
    default:
      return void 0;
  }
}
function readIndirect({ other, register }, end) {
  switch (other & 7) {
    case 2:
      return { kind: "call", end, through: register ?? "memory" };
    case 4:
      return { kind: "jump", end };
    case 6:
      return { kind: "push", end, value: { unknown: true } };
    default:
      return { kind: "other", end, to: register, setsFlags: true };
  }
}
function readOperand(bytes, at, rex) {
  const [mode, rest] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  const kind = mode >> 6;
  const low = mode & 7;
  const other = mode >> 3 & 7 | (rex & 4) << 1;
  if (kind === 3) {
    return { length: 1, other, register: low | (rex & 1) << 3, base: -1, distance: 0 };
  }
  const hasIndex = low === 4;
  const start = at + (hasIndex ? 2 : 1);
  const isBare = kind === 0 && (hasIndex ? (rest & 7) === 5 : low === 5);
  const size = isBare || kind === 2 ? 4 : kind === 1 ? 1 : 0;
  const distance = size === 4 ? bytes.readInt32LE(start) : size === 1 ? bytes.readInt8(start) : 0;
  const isPlain = !hasIndex || (rest & 56) === 32;
  const base = isBare || !isPlain ? -1 : (hasIndex ? rest & 7 : low) | (rex & 1) << 3;
  return { length: start - at + size, other, register: void 0, base, distance };
}

// src/binary/x86-level.ts
var MOST_BEFORE2 = 8;
var MOST_AFTER2 = 18;
var SLOT_64 = LEVEL_SLOT * 8;
var SLOT_32 = LEVEL_SLOT * 4;
function slotPattern(wide) {
  const pattern = Buffer2.alloc(4);
  pattern.writeInt32LE(wide ? SLOT_64 : SLOT_32);
  return pattern;
}
function levelUseX86(bytes, at, wide) {
  const after = callAt(bytes, at, wide);
  if (after === void 0) return void 0;
  const registers = createRegisters(EAX);
  const stack = createStack(registers);
  let comparison;
  let place = after;
  for (let count = 0; count < MOST_AFTER2; count += 1) {
    const one = readX86(bytes, place, wide);
    if (one === void 0) return void 0;
    place = one.end;
    switch (one.kind) {
      case "branch":
        return comparison && one.branch !== void 0 ? { kind: "compares", level: levelAsked(comparison, one.branch) } : void 0;
      case "return":
        return void 0;
      case "call":
      case "jump":
        return told2(registers, stack, wide, one.kind);
      case "compare-constant":
        comparison = registers.holdsAnswer(one.first) ? { constant: one.value, first: "answer" } : void 0;
        break;
      case "compare":
        comparison = compared(registers, one.first, one.second);
        break;
      case "constant":
        registers.put(one.to, one.value);
        break;
      case "copy":
        registers.copy(one.to, one.from);
        break;
      case "load":
        registers.lose(one.to);
        break;
      case "push":
        stack.push(one.value);
        break;
      case "place":
        stack.place(one.at, one.value);
        break;
      case "other":
        if (one.to !== void 0) registers.lose(one.to);
        if (one.setsFlags) comparison = void 0;
        break;
      default:
        return one;
    }
  }
  return void 0;
}
var [EAX, ECX, EDX, R8, R9] = [0, 1, 2, 8, 9];
function told2(registers, stack, wide, end) {
  const third = wide ? [
    [EDX, ECX],
    [R8, R9]
  ].flatMap(([level = 0, answer = 0]) => {
    const isAnswer = registers.holdsAnswer(answer) || end === "jump" && registers.holdsAnswer(EAX);
    return isAnswer ? registers.constantIn(level) ?? [] : [];
  })[0] : stack.beforeAnswer();
  return third === void 0 ? void 0 : { kind: "tells", level: third };
}
function createStack(registers) {
  const pushed = [];
  const placed = /* @__PURE__ */ new Map();
  const known = (value) => {
    if ("constant" in value) return value.constant;
    if (!("register" in value)) return void 0;
    return registers.holdsAnswer(value.register) ? "answer" : registers.constantIn(value.register);
  };
  return {
    push: (value) => void pushed.push(known(value)),
    place: (at, value) => void placed.set(at, known(value)),
    beforeAnswer() {
      const found = [...placed].find(([, value]) => value === "answer")?.[0];
      const at = pushed.indexOf("answer");
      const below = found === void 0 ? at === -1 ? void 0 : pushed[at + 1] : placed.get(found - 4);
      return typeof below === "number" ? below : void 0;
    }
  };
}
function callAt(bytes, at, wide) {
  const read = slotRead(bytes, at, wide);
  if (read === void 0 || read === "called") return read === void 0 ? void 0 : at + 4;
  let target = read.by === "load" ? read.register : void 0;
  let place = at + 4;
  for (let count = 0; count < MOST_BEFORE2; count += 1) {
    const one = readX86(bytes, place, wide);
    if (one === void 0) return void 0;
    place = one.end;
    if (one.kind === "call") {
      const isIt = one.through === target || one.through === "memory" && target === EAX;
      return target !== void 0 && isIt ? one.end : void 0;
    }
    if (one.kind === "branch" || one.kind === "jump" || one.kind === "return") return void 0;
    if (one.kind === "load" && target === void 0 && one.base === read.register) {
      if (one.distance !== 0) return void 0;
      target = one.to;
    } else if ("to" in one && one.to === (target ?? read.register)) return void 0;
  }
  return void 0;
}
function slotRead(bytes, at, wide) {
  const before = (count) => bytes[at - count] ?? 0;
  const hasIndex = before(1) === 36;
  const mode = before(hasIndex ? 2 : 1);
  const code = before(hasIndex ? 3 : 2);
  const rex = before(hasIndex ? 4 : 3);
  const number = mode >> 3 & 7;
  if (mode >> 6 === 2 && (mode & 7) === 4 === hasIndex) {
    if (code === 255 && number === 2) return "called";
    if (code === 139 && !wide) return { by: "load", register: number };
    if (code === 139 && (rex & 248) === 72)
      return { by: "load", register: number | (rex & 4) << 1 };
  }
  if (before(1) === 5 && (!wide || before(2) === 72)) return { by: "add", register: EAX };
  const isSum = before(2) === 129 && (before(1) & 248) === 192;
  if (!isSum || wide && (before(3) & 254) !== 72) return void 0;
  return { by: "add", register: before(1) & 7 | (wide ? (before(3) & 1) << 3 : 0) };
}

// src/binary/api-level.ts
var x86 = (wide) => ({
  pattern: slotPattern(wide),
  offset: 0,
  isPlace: () => true,
  use: (bytes, at) => levelUseX86(bytes, at, wide)
});
var SEARCHES = {
  x86_64: x86(true),
  i686: x86(false),
  aarch64: {
    pattern: SLOT_PATTERN_ARM64,
    offset: SLOT_OFFSET_ARM64,
    isPlace: (bytes, at, inFile) => inFile % 4 === 0 && readsSlotArm64(bytes, at),
    use: levelUseArm64
  }
};
var BEFORE = 16;
var AFTER = 256;
var AROUND = BEFORE + AFTER;
var [LOWEST, HIGHEST] = [7, 17];
var MOST_PLACES = 1e5;
function createLevelReader(machine) {
  const search = SEARCHES[machine ?? ""];
  return search && readerOf(search);
}
function readLevels(bytes) {
  const reader = createLevelReader(machineOf(bytes));
  reader?.add(bytes);
  return reader?.end();
}
function readerOf({ pattern, offset, isPlace, use }) {
  const found = { compares: /* @__PURE__ */ new Set(), tells: /* @__PURE__ */ new Set() };
  let left = MOST_PLACES;
  const seam = Buffer3.alloc(2 * AROUND);
  let kept = 0;
  let at = 0;
  const look = (bytes, begin) => {
    const last = bytes.length - AFTER;
    let place = bytes.indexOf(pattern, begin === 0 ? 0 : BEFORE);
    for (; place !== -1 && place < last && left > 0; place = bytes.indexOf(pattern, place + 1)) {
      const start = place + offset;
      if (start < 0 || !isPlace(bytes, start, begin + start)) continue;
      left -= 1;
      const one = use(bytes.subarray(0, place + AFTER), start);
      if (one !== void 0 && one.level >= LOWEST && one.level <= HIGHEST)
        found[one.kind].add(one.level);
    }
  };
  return {
    add(piece) {
      const fresh = asBuffer(piece);
      const total = kept + fresh.copy(seam, kept, 0, AROUND);
      look(seam.subarray(0, total), at - kept);
      if (fresh.length > AROUND) {
        look(fresh, at);
        kept = fresh.copy(seam, 0, fresh.length - AROUND);
      } else {
        kept = Math.min(total, AROUND);
        seam.copyWithin(0, total - kept, total);
      }
      at += fresh.length;
    },
    end() {
      seam.fill(0, kept, kept + AFTER);
      look(seam.subarray(0, kept + AFTER), at - kept);
      const isWhole = left > 0;
      return { compared: ascending(found.compares), told: ascending(found.tells), isWhole };
    }
  };
}
function ascending(levels) {
  return [...levels].sort((a, b) => a - b);
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
    if (!mayBeInitSymbol(reader, nameOffset) || reader.u16(at + section) === 0) {
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
    if (mayBeInitSymbol(reader, place)) {
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

// src/binary/wasm.ts
import { Buffer as Buffer4 } from "node:buffer";
var MAGIC = Buffer4.from([0, 97, 115, 109, 1, 0, 0, 0]);
var CUSTOM = 0;
var EXPORTS = 7;
var NEEDED = 2;
function readWasm(bytes) {
  const buffer = asBuffer(bytes);
  if (!buffer.subarray(0, MAGIC.length).equals(MAGIC)) return void 0;
  const exports = [];
  const needed = [];
  const cursor = cursorAt(buffer, MAGIC.length, buffer.length);
  for (let count = 0; count < MAX_ENTRIES && !cursor.ended(); count += 1) {
    const id = cursor.byte();
    const section = cursor.part();
    if (id === EXPORTS) exports.push(...exportsIn(section));
    if (id === CUSTOM && section.text() === "dylink.0") needed.push(...neededIn(section));
  }
  const truncated = cursor.ended() === "beyond";
  return {
    format: "wasm",
    machines: ["wasm32"],
    exports,
    needed,
    holdsArrayTable: false,
    truncated
  };
}
function exportsIn(section) {
  const names = [];
  for (let left = section.number(); left > 0 && !section.ended(); left -= 1) {
    const name = section.text();
    section.byte();
    section.number();
    if (isInitSymbol(name) && names.length < MAX_INIT_SYMBOLS) names.push(name);
  }
  return names;
}
function neededIn(section) {
  const names = [];
  while (!section.ended()) {
    const kind = section.byte();
    const part = section.part();
    if (kind !== NEEDED) continue;
    const count = Math.min(part.number(), MAX_ENTRIES);
    for (let left = count; left > 0 && !part.ended(); left -= 1) names.push(part.text());
  }
  return names;
}
function cursorAt(buffer, from, to) {
  let at = from;
  let beyond = false;
  const byte = () => {
    beyond ||= at >= to;
    const value = at < to ? buffer[at] ?? 0 : 0;
    at += 1;
    return value;
  };
  const number = () => {
    let value = 0;
    for (let place = 0; place < 5; place += 1) {
      const next = byte();
      value += (next & 127) * 2 ** (7 * place);
      if (next < 128) break;
    }
    return value;
  };
  const take = () => {
    const size = number();
    const start = Math.min(at, to);
    beyond ||= start + size > to;
    at = Math.min(start + size, to);
    return [start, at];
  };
  return {
    ended: () => beyond ? "beyond" : at >= to ? "here" : false,
    byte,
    number,
    part: () => cursorAt(buffer, ...take()),
    text: () => buffer.toString("utf8", ...take())
  };
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
function scanBinary(bytes) {
  const object = readObject(bytes);
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
    ...isObject && names.length > 0 && !object.truncated && !callsPython(buffer) ? { makesNoModule: true } : {},
    capi: isObject && !numpyItself ? capiOfFile(buffer) : { era: "none", target: null, also: [] },
    generators: isObject ? findGenerators(buffer) : [],
    importsArrayApi: !numpyItself && object.holdsArrayTable && !initialisesArrayApi(buffer),
    needed: object.needed,
    ...object.truncated ? { truncated: true } : {}
  };
}
function capiOfFile(buffer) {
  const parts = machOSlices(buffer).map((slice) => ({
    bytes: asBuffer(slice),
    levels: () => readLevels(slice)
  }));
  return capiOfParts(buffer, parts);
}
function readObject(bytes) {
  return readElf(bytes) ?? readPe(bytes) ?? readMachO(bytes) ?? readWasm(bytes) ?? UNKNOWN;
}

export {
  indexOfText,
  holdsText,
  occurrences,
  NO_CAPI,
  RUST_TEXTS,
  capiFacts,
  capiOfParts,
  machineOf,
  machOMachine,
  createLevelReader,
  readLevels,
  GENERATOR_WORDS,
  findGenerators,
  MAX_ENTRIES,
  machOSlices,
  machOSliceRanges,
  initNames,
  callsPython,
  scanBinary,
  readObject
};
