import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  GENERATOR_WORDS,
  MAX_ENTRIES,
  NO_CAPI,
  RUST_TEXTS,
  callsPython,
  capiFacts,
  capiOfParts,
  createLevelReader,
  findGenerators,
  holdsText,
  indexOfText,
  initNames,
  machOMachine,
  machOSliceRanges,
  machOSlices,
  machineOf,
  occurrences,
  readLevels,
  readObject
} from "./chunk-772D32YW.mjs";
import {
  FileReader,
  asBuffer,
  borrowMemory,
  createByteReader,
  giveBack,
  isSharedFile,
  parseCoreMetadata,
  parseWheelFilename
} from "./chunk-NWNKKPF7.mjs";
import {
  normaliseName
} from "./chunk-M22XZUZZ.mjs";
import {
  UserError
} from "./chunk-7YHZB25F.mjs";

// src/binary/audit-binary.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/binary/digest.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/binary/searched-parts.ts
var TEXTS = /^(?:\.rodata|\.rdata|__cstring$|__const$)/;
var TABLES = /^(?:\.eh_frame(?:_hdr)?|\.gcc_except_table|\.pdata|\.xdata|\.reloc|__unwind_info|__eh_frame|__gcc_except_tab)$/;
var LEAST_BYTES = 4096;
function searchedParts(bytes) {
  const buffer = asBuffer(bytes);
  const parts = [];
  let at = 0;
  for (const { from, to } of numbersIn(sectionsOf(buffer))) {
    if (from > at) parts.push(buffer.subarray(at, from));
    at = Math.max(at, to);
  }
  if (at < buffer.length) parts.push(buffer.subarray(at));
  return parts;
}
function spansWithoutText(head) {
  if (head.length < 64) return [];
  return head.readUInt32BE(0) === ELF ? elfCode(head) : numbersIn(sectionsOf(head));
}
function numbersIn(sections) {
  const texts = sections.filter(({ name, size }) => size > 0 && TEXTS.test(name));
  if (texts.length === 0) return [];
  const numbers = sections.filter(({ holds, size }) => holds === "numbers" && size >= LEAST_BYTES).toSorted((a, b) => a.from - b.from);
  const isFalse = texts.some(
    (text) => text.holds === "numbers" || numbers.some(({ from, size }) => text.from < from + size && from < text.from + text.size)
  );
  return isFalse ? [] : numbers.map(({ from, size }) => ({ from, to: from + size }));
}
function sectionsOf(bytes) {
  if (bytes.length < 64) return [];
  const magic = bytes.readUInt32BE(0);
  if (magic === ELF) return elfSections(bytes);
  if (magic >>> 16 === 19802) return peSections(bytes);
  if (magic === 3489328638 || magic === 3472551422) return machOSections(bytes, true);
  return magic === 4277009103 || magic === 4277009102 ? machOSections(bytes, false) : [];
}
var ELF = 2135247942;
var EXECUTABLE = 4;
var NO_BITS = 8;
var ELF_TABLES = /* @__PURE__ */ new Set([2, 4, 5, 9, 11, 1879048182, 1879048191]);
function elfSections(bytes) {
  const wide = bytes[4] === 2;
  const reader = createByteReader(bytes, bytes[5] !== 2);
  const word = wide ? reader.u64 : reader.u32;
  const table = word(wide ? 40 : 32);
  const step = reader.u16(wide ? 58 : 46);
  const count = table === 0 ? 0 : reader.room(table, reader.u16(wide ? 60 : 48), step);
  const place = (index) => {
    const at = table + index * step;
    return { at, from: word(at + (wide ? 24 : 16)), size: word(at + (wide ? 32 : 20)) };
  };
  const names = place(reader.u16(wide ? 62 : 50));
  return Array.from({ length: count }, (_, index) => {
    const { at, from, size } = place(index);
    const flags = word(at + 8);
    const type = reader.u32(at + 4);
    const name = reader.name(names.from + reader.u32(at), names.from + names.size);
    const isTable = ELF_TABLES.has(type) || TABLES.test(name);
    return {
      name,
      from,
      size: type === NO_BITS ? 0 : size,
      holds: (flags & EXECUTABLE) === 0 && !isTable ? "other" : "numbers"
    };
  });
}
var LOAD = 1;
var RUNS = 1;
var READ_ONLY = 4;
function elfCode(head) {
  const wide = head[4] === 2;
  const reader = createByteReader(head, head[5] !== 2);
  const word = wide ? reader.u64 : reader.u32;
  const [table, step] = [word(wide ? 32 : 28), reader.u16(wide ? 54 : 42)];
  const count = reader.room(table, reader.u16(wide ? 56 : 44), step);
  const segments = Array.from({ length: count }, (_, index) => {
    const at = table + index * step;
    const from = word(at + (wide ? 8 : 4));
    return {
      from,
      to: from + word(at + (wide ? 32 : 16)),
      flags: reader.u32(at + (wide ? 4 : 24)),
      type: reader.u32(at)
    };
  }).filter(({ type }) => type === LOAD);
  const code = segments.filter(({ flags }) => (flags & RUNS) !== 0);
  const isApart = segments.some(({ flags }) => flags === READ_ONLY) && code.every(({ from }) => from > 0);
  return isApart ? code.toSorted((a, b) => a.from - b.from) : [];
}
var PE_CODE = 536870944;
function peSections(bytes) {
  const reader = createByteReader(bytes, true);
  const header = reader.u32(60);
  const table = header + 24 + reader.u16(header + 20);
  const count = reader.room(table, reader.u16(header + 6), 40);
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * 40;
    const flags = reader.u32(at + 36);
    const name = reader.name(at, at + 9).slice(0, 8);
    return {
      name,
      from: reader.u32(at + 20),
      size: reader.u32(at + 16),
      holds: (flags & PE_CODE) === 0 && !TABLES.test(name) ? "other" : "numbers"
    };
  });
}
var SEGMENT = 1;
var SEGMENT_64 = 25;
var MACH_CODE = 2147483648;
function machOSections(bytes, little) {
  const reader = createByteReader(bytes, little);
  const wide = (reader.u32(0) & 1) === 1;
  const found = [];
  let at = wide ? 32 : 28;
  for (let index = 0; index < Math.min(reader.u32(16), MAX_ENTRIES); index += 1) {
    const [command, size] = [reader.u32(at), reader.u32(at + 4)];
    if (size < 8 || at + size > reader.size) break;
    if (command === SEGMENT || command === SEGMENT_64)
      found.push(...segmentSections(reader, at, size, command === SEGMENT_64));
    at += size;
  }
  return found;
}
function segmentSections(reader, segment, length, wide) {
  const [first, step] = wide ? [72, 80] : [56, 68];
  const said = reader.u32(segment + (wide ? 64 : 48));
  const count = Math.min(said, Math.floor(Math.max(length - first, 0) / step));
  return Array.from({ length: count }, (_, index) => {
    const at = segment + first + index * step;
    const flags = reader.u32(at + (wide ? 64 : 56));
    const name = reader.name(at, at + 17).slice(0, 16);
    return {
      name,
      from: reader.u32(at + (wide ? 48 : 40)),
      size: wide ? reader.u64(at + 40) : reader.u32(at + 36),
      holds: (flags & MACH_CODE) === 0 && !TABLES.test(name) ? "other" : "numbers"
    };
  });
}

// src/binary/word-places.ts
import { Buffer } from "node:buffer";
var CAPI_WORDS = ["numpy", "NumPy", "NumpyVersion", "API"];
var SIZE_WORDS = ["size changed, may indicate", "flatiter\0", "ndarray\0"];
var INIT_WORDS = ["PyInit", "PyModExport"];
var GAP = Buffer.alloc(1);
var AROUND = 160;
var MOST_BYTES = 4 * 2 ** 20;
var WINDOW_BYTES = 256 * 1024;
var WORDS = [...CAPI_WORDS, ...SIZE_WORDS, ...GENERATOR_WORDS, ...INIT_WORDS];
function createScan() {
  const kept = [];
  let keptBytes = 0;
  let places = "all";
  let tail = Buffer.alloc(0);
  let joined = Buffer.alloc(0);
  const keep = (bytes) => {
    if (keptBytes >= MOST_BYTES) {
      places = "some";
      return;
    }
    kept.push(GAP, Buffer.from(bytes));
    keptBytes += bytes.length;
  };
  const window = (fresh) => {
    const length = tail.length + fresh.length;
    if (joined.length < length) joined = Buffer.allocUnsafeSlow(length);
    joined.set(tail);
    joined.set(fresh, tail.length);
    const both = joined.subarray(0, length);
    for (const [from, to] of surroundings(both, WORDS)) keep(both.subarray(from, to));
    tail = Buffer.from(both.subarray(Math.max(0, length - 2 * AROUND)));
  };
  return {
    add(fresh) {
      for (let at = 0; at < fresh.length; at += WINDOW_BYTES)
        window(fresh.subarray(at, at + WINDOW_BYTES));
    },
    end: () => ({ kept, places })
  };
}
function surroundings(window, words) {
  const places = [];
  for (const word of words) {
    for (let at = indexOfText(window, word); at !== -1; ) {
      places.push(at);
      at = indexOfText(window, word, at + word.length);
    }
  }
  const spans = [];
  for (const at of places.sort((a, b) => a - b)) {
    const [from, to] = [Math.max(0, at - AROUND), Math.min(window.length, at + AROUND)];
    const last = spans.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else spans.push([from, to]);
  }
  return spans;
}

// src/binary/digest.ts
var HEAD_BYTES = 4096;
var MOST_HELD = 12 * 2 ** 20;
function createDigest() {
  let head = Buffer2.alloc(0);
  let taker;
  const begin = () => {
    taker = createTaker(head);
    taker.add(head);
    return taker;
  };
  return {
    add(piece) {
      const fresh = asBuffer(piece);
      if (taker !== void 0) {
        taker.add(fresh);
        return;
      }
      head = Buffer2.concat([head, fresh]);
      if (head.length >= HEAD_BYTES) begin();
    },
    parts: () => (taker ?? begin()).parts.map(({ part }) => part())
  };
}
function digestHeld(held, parts) {
  return {
    bytes: Buffer2.concat(placesIn(parts, [])),
    places: "all",
    levels: () => readLevels(held)
  };
}
function placesIn(parts, more) {
  const find = (words) => parts.flatMap(
    (part) => surroundings(part, words).flatMap(([from, to]) => [GAP, part.subarray(from, to)])
  );
  if (!parts.some((part) => holdsText(part, "numpy"))) return find([...GENERATOR_WORDS, ...more]);
  const found = find([...CAPI_WORDS, ...GENERATOR_WORDS, ...more]);
  const { era } = capiFacts(Buffer2.concat(found));
  return era === "none" || era === "unknown" ? [...found, ...find(SIZE_WORDS)] : found;
}
function createTaker(head) {
  const ranges = machOSliceRanges(head);
  if (ranges.length < 2) {
    const whole = createPart();
    return { parts: [whole], add: whole.add };
  }
  const slices = ranges.map((range) => ({ ...range, digest: createPart() }));
  let at = 0;
  return {
    parts: slices.map(({ digest }) => digest),
    add(fresh) {
      for (const { from, to, digest } of slices) {
        const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, fresh.length)];
        if (begin < end) digest.add(fresh.subarray(begin, end));
        if (begin < end && at + end >= to) digest.part();
      }
      at += fresh.length;
    }
  };
}
function createPart() {
  let head = Buffer2.alloc(0);
  let spans;
  let at = 0;
  let held;
  let heldBytes = 0;
  let isScanned = false;
  let done;
  let reader;
  const scan = createScan();
  const release = () => {
    if (held !== void 0) giveBack(held);
    held = void 0;
  };
  const take = (texts) => {
    if (!isScanned && heldBytes + texts.length <= MOST_HELD) {
      held ??= borrowMemory();
      held.set(texts, heldBytes);
      heldBytes += texts.length;
      return;
    }
    if (held !== void 0) scan.add(held.subarray(0, heldBytes));
    release();
    isScanned = true;
    scan.add(texts);
  };
  const split = (fresh) => {
    let from = 0;
    for (const span of spans ?? []) {
      const begin = Math.min(Math.max(span.from - at, from), fresh.length);
      if (begin > from) take(fresh.subarray(from, begin));
      const end = Math.min(Math.max(span.to - at, begin), fresh.length);
      if (end > begin) take(GAP);
      from = end;
    }
    if (from < fresh.length) take(fresh.subarray(from));
    at += fresh.length;
  };
  return {
    add(fresh) {
      if (spans !== void 0) {
        reader?.add(fresh);
        split(fresh);
        return;
      }
      head = Buffer2.concat([head, fresh]);
      if (head.length < HEAD_BYTES) return;
      spans = spansWithoutText(head);
      reader = createLevelReader(machineOf(head));
      reader?.add(head);
      split(head);
      head = Buffer2.from(head.subarray(0, HEAD_BYTES));
    },
    part() {
      if (done !== void 0) return done;
      if (spans === void 0) split(head);
      const texts = held === void 0 ? [] : [held.subarray(0, heldBytes)];
      const { kept, places } = isScanned ? scan.end() : { kept: placesIn(texts, INIT_WORDS), places: "all" };
      const levels = reader?.end();
      done = { bytes: Buffer2.concat([head, ...kept]), places, levels: () => levels };
      release();
      return done;
    }
  };
}

// src/binary/numpy-access.ts
function numpyAccess(bytes, capi, generators) {
  const has = (text) => holdsText(bytes, text);
  const made = (name) => generators.find((one) => one.name === name);
  const found = [];
  if (capi.era === "none") {
    return made("nanobind") && has("numpy") ? [{ by: "nanobind", version: null }] : [];
  }
  if (has("multiarray failed to import")) found.push({ by: "import_array", version: null });
  if (has("_UFUNC_API")) found.push({ by: "import_umath", version: null });
  if (has("pybind11 numpy support requires")) {
    const internals = versionAfter(bytes, "__pybind11_internals_v", /^(\d+)/);
    found.push({ by: "pybind11", version: internals ? `internals ${internals}` : null });
  }
  if (RUST_TEXTS.some(has)) {
    found.push({
      by: "rust-numpy",
      version: versionAfter(bytes, "numpy-", /^(\d+\.\d+\.\d+)[/\\]/)
    });
  }
  if (found.length === 0) {
    const sizes = capi.era === "cython-sizes" || capi.era === "unknown";
    found.push({ by: sizes ? "Cython sizes" : "own code", version: null });
  }
  return found;
}
function versionAfter(bytes, text, version) {
  for (const at of occurrences(bytes, text)) {
    const start = at + text.length;
    const match = version.exec(bytes.toString("latin1", start, start + 24));
    if (match?.[1] !== void 0) return match[1];
  }
  return null;
}

// src/binary/audit-binary.ts
function auditBinary(path, bytes) {
  const object = readObject(bytes);
  if (object.format === "unknown" && TAGGED.test(path)) return unreadBinary(path);
  const names = initNames(object.exports);
  const isLibrary = names.length === 0;
  const slices = machOSlices(bytes);
  const searched = slices.map(searchedParts);
  if (isLibrary && !searched.flat().some((part) => holdsText(part, "numpy"))) return void 0;
  const isNumpy = object.format === "unknown" || names.includes("_multiarray_umath");
  const parts = slices.map((slice, at) => digestHeld(slice, searched[at] ?? []));
  return describe(path, parts, {
    isLibrary,
    format: object.format,
    machines: object.machines,
    needed: object.needed,
    eachFor: slices.map(machOMachine),
    uses: isNumpy ? "nothing" : "numpy"
  });
}
function auditDigest(path, parts) {
  const objects = parts.map(({ bytes }) => readObject(bytes));
  const format = objects.find((one) => one.format !== "unknown")?.format ?? "unknown";
  if (format === "unknown" && TAGGED.test(path)) return unreadBinary(path);
  return describe(path, parts, {
    isLibrary: !TAGGED.test(path) && !parts.some(({ bytes }) => namesInit(path, bytes)),
    format,
    machines: [...new Set(objects.flatMap(({ machines }) => machines))],
    needed: format === "macho" ? librariesOf(objects) : [],
    eachFor: parts.map(({ bytes }) => machOMachine(bytes)),
    uses: format === "unknown" ? "nothing" : "numpy"
  });
}
function librariesOf(objects) {
  const all = objects.flatMap(({ needed }) => needed);
  return [...new Set(all)].filter((name) => /^[\x20-\x7e]+$/.test(name));
}
function describe(path, parts, { uses, eachFor, ...tables }) {
  const all = Buffer3.concat(parts.map(({ bytes }) => bytes));
  const capi = uses === "nothing" ? NO_CAPI : capiOf(all, parts);
  if (tables.isLibrary && capi.era === "none") return void 0;
  const generators = findGenerators(all);
  return {
    name: tables.isLibrary ? path : moduleName(path),
    file: path,
    ...tables,
    capi,
    slices: parts.length < 2 || capi.era === "none" ? [] : slicesOf(parts, eachFor),
    generators,
    through: numpyAccess(all, capi, generators)
  };
}
function unreadBinary(path) {
  return {
    name: moduleName(path),
    file: path,
    isLibrary: false,
    format: "unknown",
    machines: [],
    capi: { ...NO_CAPI, era: "unknown" },
    slices: [],
    generators: [],
    through: [],
    needed: []
  };
}
var TAGGED = /\.(?:cpython-|abi3\.|cp3|pypy3)[^/]*$|\.pyd$/;
function hasModuleName(path) {
  return TAGGED.test(path);
}
function surely(capi, parts) {
  const isWhole = parts.every(({ places }) => places === "all");
  return isWhole || capi.era !== "none" ? capi : { ...NO_CAPI, era: "unknown" };
}
function capiOf(all, parts) {
  return capiOfParts(all, parts, (bytes, of) => surely(capiFacts(bytes), of));
}
function slicesOf(parts, eachFor) {
  return parts.flatMap((part, at) => {
    const machine = eachFor[at];
    return machine === void 0 ? [] : [{ machine, capi: capiOf(part.bytes, [part]) }];
  });
}
function namesInit(path, bytes) {
  const name = moduleName(path).split(".").at(-1) ?? "";
  const texts = /[^\0-\x7f]/.test(name) ? ["PyInitU_", "PyModExportU_"] : [`PyInit_${name}\0`, `PyModExport_${name}\0`, `_cffi_pypyinit_${name}\0`];
  return texts.some((text) => holdsText(bytes, text));
}
function moduleName(path) {
  const parts = path.replace(/^[^/]+\.data\/(?:plat|pure)lib\//, "").split("/");
  const stem = (parts.pop() ?? "").split(".")[0] ?? "";
  return [...parts, ...stem === "__init__" ? [] : [stem]].join(".");
}

// src/commands/audit/read-binary-file.ts
import { fstatSync, openSync } from "node:fs";
var LARGE_BYTES = 16 * 2 ** 20;
async function readBinaryFile(path, place) {
  const fd = opened(place);
  if (fd === void 0) return void 0;
  const file = new FileReader(fd);
  try {
    const { size } = fstatSync(fd);
    if (size <= LARGE_BYTES) return auditBinary(path, file.readAt(0, size));
    const digest = createDigest();
    for (const piece of file.pieces(0, size)) digest.add(piece);
    return auditDigest(path, digest.parts());
  } finally {
    file.close();
  }
}
function opened(place) {
  try {
    return openSync(place, "r");
  } catch {
    return void 0;
  }
}

// src/commands/audit/read-wheel.ts
var MOST_REQUIREMENTS = 2e3;
async function readWheel(name, open, beside) {
  const refuse = (reason) => ({ kind: "unreadable", wheel: name, reason });
  const parsed = parseWheelFilename(name);
  if (!parsed)
    return refuse("Its name is not that of a wheel (name-version-python-abi-platform.whl)");
  let wheel;
  try {
    const opened2 = await open();
    if ("kind" in opened2) return refuse(opened2.reason);
    wheel = opened2;
    if (wheel.metadata === null) return refuse("It holds no METADATA");
    const asked = wheel.metadata.match(/^(?:Requires-Dist|Provides-Extra):/gim)?.length ?? 0;
    if (asked > MOST_REQUIREMENTS) return refuse(`Its METADATA has ${asked} lines of requirements`);
    const metadata = parseCoreMetadata(wheel.metadata);
    const binaries = await binariesOf(wheel.members, wheel);
    return {
      kind: "wheel",
      wheel: name,
      distribution: normaliseName(metadata.name ?? parsed.distribution),
      version: metadata.version ?? parsed.version,
      tags: parsed.tags,
      requiresPython: metadata.requiresPython ?? "",
      extras: metadata.provides ?? [],
      requirements: metadata.requirements ?? [],
      beside,
      binaries,
      // It unpacks all of them once more: asked only where it tells something.
      hasModuleNames: binaries.length > 0 || await hasModuleNames(wheel.members, wheel)
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    return refuse(error instanceof Error ? error.message : String(error));
  } finally {
    wheel?.close();
  }
}
async function binariesOf(members, wheel) {
  const found = [];
  for (const { path, size } of members) {
    if (!isSharedFile(path)) continue;
    const binary = size > LARGE_BYTES ? await digested(path, wheel) : await wheel.look(path, (bytes) => auditBinary(path, bytes));
    if (binary !== void 0) found.push(binary);
  }
  return found;
}
async function hasModuleNames(members, wheel) {
  for (const { path, size } of members) {
    if (!isSharedFile(path) || !hasModuleName(path)) continue;
    const calls = (bytes) => callsPython(asBuffer(bytes));
    if (size > LARGE_BYTES || !await wheel.look(path, calls)) return true;
  }
  return false;
}
async function digested(path, wheel) {
  const digest = createDigest();
  await wheel.stream(path, digest.add);
  return auditDigest(path, digest.parts());
}

export {
  hasModuleName,
  readBinaryFile,
  readWheel
};
