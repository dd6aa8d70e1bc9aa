import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  apiOfVersion,
  asksNumpy1,
  compareMinors,
  describeRange,
  erasOf,
  majorOf,
  releasesOfApi,
  releasesOfSize
} from "./chunk-MKIBGSSI.mjs";
import {
  UNTOLD_END,
  compareNumpy,
  mayBeAbort,
  meaningOfSignal
} from "./chunk-PLGXYP7V.mjs";
import {
  baseName,
  groupBy,
  headline,
  platformNamed,
  stripAnsi,
  withoutSitePackages
} from "./chunk-C5GTPLUR.mjs";
import {
  minorOf,
  normaliseName,
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/escape/list-of.ts
function listOf(versions) {
  if (versions.length > 4) return `${versions[0]} to ${versions.at(-1)}`;
  const last = versions.at(-1) ?? "";
  return versions.length > 1 ? `${versions.slice(0, -1).join(", ")} and ${last}` : last;
}

// src/model/look.ts
var INIT = { look: "init" };
var DEFINITION = { look: "definition" };
var BUILD_FILE = { look: "build-file" };
var WORKFLOW = { look: "workflow" };
var BUILD_NUMPY = requirement(["numpy", "oldest-supported-numpy"], ["build"]);
var RUNTIME_NUMPY = requirement(["numpy"], ["runtime", "lock"]);
var RUNTIME_LIST = { look: "list", table: "runtime" };
var BUILD_LIST = { look: "list", table: "build" };
var WHERE = {
  builtForNumpy1: [BUILD_NUMPY, RUNTIME_NUMPY, DEFINITION, INIT],
  readsNumpy1Layout: [
    requirement(["pybind11", "numpy"], ["build"]),
    DEFINITION,
    INIT,
    RUNTIME_NUMPY
  ],
  target: [
    { look: "symbol", symbol: "NPY_TARGET_VERSION", mention: false },
    RUNTIME_NUMPY,
    RUNTIME_LIST
  ],
  importArray: [INIT, DEFINITION],
  runtimeNumpy: [RUNTIME_NUMPY, RUNTIME_LIST],
  bothNumpys: [BUILD_NUMPY, RUNTIME_NUMPY],
  buildNumpy: [BUILD_NUMPY, DEFINITION, INIT],
  missingHeaders: [BUILD_NUMPY, BUILD_LIST, DEFINITION, INIT],
  runtimeList: [RUNTIME_LIST],
  configuration: [{ look: "configuration" }, WORKFLOW],
  definition: [DEFINITION, INIT],
  environment: [RUNTIME_NUMPY, WORKFLOW],
  nowhere: []
};
function requirement(names, tables) {
  return { look: "requirement", names, tables };
}

// src/judge/diagnose/import-hook.ts
var LOADER = /^(?:\w+\.)*_*(?:exec_module|load_module|create_module|find_spec|find_module|sharedImport)$/;
var LOADS = /\b(?:exec_module|load_module|create_module)\(/;
var REPLACED = /(import\w{0,40})\((?:self, ?)?(?:name|module|fullname|mod\w{0,20}_?name|\*args)\b/;
var IMPORTLIB = /^<frozen importlib|[\\/]importlib[\\/]|[\\/]imp\.py$/;
var BEGINS = /^(?:$|<module|init [\w.]+$)/;
function isImportHook(frames, at2) {
  const frame = frames[at2];
  if (!frame || !isNamedSo(frame)) return false;
  const inner = frames.slice(at2 + 1).filter((one) => !isNamedSo(one));
  const next = inner.find((one) => !IMPORTLIB.test(one.file));
  if (next) return BEGINS.test(next.function);
  return inner.length > 0 || frame.source === void 0 || loads(frame.source);
}
function isNamedSo({ function: name, source = "" }) {
  return LOADER.test(name) || loads(source);
}
function loads(source) {
  if (LOADS.test(source)) return true;
  const called = REPLACED.exec(source)?.[1];
  return called !== void 0 && !called.endsWith("import_module");
}

// src/judge/diagnose/named-module.ts
var NAME = String.raw`['"\`]?([A-Za-z_][\w.]*\w|[A-Za-z])['"\`]?`;
var SAID = new RegExp(
  `(?:[Ff]ailed to import|[Ff]ailed importing|[Ee]rror importing|[Ee]rror while importing|[Ee]rror in importing|[Uu]nable to import|[Cc]annot import|[Cc]ould not import|[Ii]mport of)(?: (?:the )?(?:module|package|library|plugin|extension))? ${NAME}(?:[.:!,]|\\s|$)`
);
var MESSAGE = /DLL load failed while importing ([\w.]+): |initialization of ([\w.]+) (?:failed without|raised unreported|did not return)|dynamic module does not define module export function \(PyInit_(\w+)\)|module ([\w.]+) does not support loading in subinterpreters/;
var NEAR = 8;
var NamedModule = class {
  #name = null;
  #age = 0;
  read(line) {
    this.#age += 1;
    if (this.#age > NEAR) this.#name = null;
    if (line.length > 400 || !/mport/.test(line) || /'numpy/.test(line)) return;
    if (line.includes("because of the following error")) return;
    if (line.startsWith("Could not import extension ")) return;
    const name = SAID.exec(line)?.[1];
    if (!name || /^(?:required|dependencies|test|module|numpy|any|it|the|a|from)$/i.test(name))
      return;
    this.#name = name;
    this.#age = 0;
  }
  /** The name as a module is written, null when nobody was named. */
  get name() {
    return this.#name;
  }
};
function moduleInMessage(message) {
  const found = MESSAGE.exec(message);
  return found?.slice(1).find((one) => one !== void 0) ?? null;
}
function attributed(chain, named) {
  if (chain.some((one) => one.frames.length > 0)) return chain;
  const told2 = chain.map((one) => moduleInMessage(one.message)).find((one) => one !== null);
  const name = told2 ?? named?.toLowerCase();
  if (!name) return chain;
  const frames = [{ file: told2 ? "<message>" : "<log>", line: 0, function: `init ${name}` }];
  return chain.map((one, at2) => at2 === 0 ? { ...one, frames } : one);
}

// src/judge/diagnose/numpys-own-import.ts
var ADVICE_HEAD = /Importing the (?:numpy [Cc]-extensions|multiarray numpy extension module) failed/;
var PACKAGE = /[\\/]numpy[\\/](?:_?core[\\/])?__init__\.pyc?$/;
var INSIDE = /[\\/]numpy[\\/]/;
var OWN_SOURCE = /^(?:from \. import (?:_distributor_init|multiarray|_multiarray_umath)\b|from numpy\._?core\._multiarray_umath import)/;
var OF_CORE = /^from numpy\._core\.(?:umath|multiarray|overrides) import/;
var LIBRARY = /[\\/]ctypes[\\/]__init__\.py$/;
var CYTHON = /^init numpy\./;
function isNumpys(frame) {
  return INSIDE.test(frame.file) || CYTHON.test(frame.function) || OWN_SOURCE.test(frame.source ?? "");
}
function numpysOwnFrame({ frames }) {
  const [last, ...outer] = frames.filter((one) => !one.file.startsWith("<") && !LIBRARY.test(one.file)).toReversed();
  if (last === void 0 || !isNumpys(last)) return void 0;
  if (last.function !== "<module>" && !CYTHON.test(last.function)) return void 0;
  const end = outer.findIndex((one) => !isNumpys(one));
  const own = [last, ...end < 0 ? outer : outer.slice(0, end)];
  const part = own.some((one) => /[\\/]numpy[\\/](?:distutils|f2py|testing)[\\/]/.test(one.file));
  const core = own.some(
    (one) => CYTHON.test(one.function) || PACKAGE.test(one.file) || INSIDE.test(one.file) && OF_CORE.test(one.source ?? "") || one.source !== void 0 && OWN_SOURCE.test(one.source)
  );
  return core && !part ? last : void 0;
}

// src/judge/diagnose/culprit.ts
var EXTENSION = /\.(?:so|pyd|dylib)$/i;
var NAMED_FILE = [
  /\((?:required|needed) by ([^()]+?\.(?:so|pyd|dylib)[^()]*)\)/,
  /^Error relocating (.+?\.so[^:]*):/,
  /^dlopen\((.+?), \w+\)/,
  /^dlopen failed: .*?(?:referenced|needed) by "?([^"\s]+?\.so)\b/,
  /dlopen failed: "([^"]+\.so[^"]*)" (?:has|is) /,
  /^((?:\/|[A-Za-z]:[\\/]|\.\.?\/|[\w.-]+\/)[^:*?"<>|]*\.(?:so|pyd|dylib)): /
];
var INIT_FRAME = /^init ([\w.]+)$/;
var NOBODY = { distribution: null, version: null, module: null, file: null };
function fromOwner(owner, module) {
  return {
    distribution: owner.distribution === "" ? null : owner.distribution,
    version: owner.version === "" ? null : owner.version,
    module: owner.module ?? module,
    file: owner.file === "" ? null : owner.file
  };
}
function culpritOfFile(evidence, file, module) {
  const owner = evidence.ownerOf(file);
  return owner ? fromOwner(owner, module) : { ...NOBODY, module, file };
}
function ofModule(evidence, module) {
  const file = evidence.filesFor(module)[0];
  return file ? { ...culpritOfFile(evidence, file, module), module } : { ...NOBODY, module };
}
function isNumpy(frame, owner) {
  return owner ? owner.distribution === "numpy" : /[\\/]numpy[\\/]/.test(frame.file);
}
function blamedFrame(evidence, frames) {
  return frames.findLast((frame, at2) => {
    const owner = evidence.ownerOf(frame.file);
    if (isNumpy(frame, owner) || isImportHook(frames, at2)) return false;
    return owner !== null || INIT_FRAME.test(frame.function);
  });
}
function culpritOfFrame(evidence, frame, told2 = null) {
  const init = INIT_FRAME.exec(frame.function)?.[1];
  if (init) {
    const found = ofModule(evidence, init);
    if (found.distribution !== null) return found;
    const owner = evidence.ownerOf(frame.file);
    return owner ? { ...fromOwner(owner, init), module: init, file: null } : found;
  }
  const culprit = culpritOfFile(evidence, frame.file, null);
  const imported = frame.source === void 0 ? null : importedModule(frame.file, frame.source, told2);
  if (imported === null) return culprit;
  if (imported.split(".")[0] === "numpy" && culprit.distribution !== "numpy") {
    return culpritOfAsker(evidence, frame);
  }
  const top = packageFolders(frame.file)[0];
  const other = culprit.distribution === null || top !== void 0 && imported.split(".")[0] !== top;
  if (other) {
    const found = ofModule(evidence, imported);
    if (found.distribution !== null) return { ...found, module: imported, file: null };
  }
  return { ...culprit, module: imported, file: null };
}
function culpritOfNumpy(evidence, frame) {
  const known = evidence.ownerOf(frame.file)?.distribution === "numpy";
  const culprit = known ? culpritOfFrame(evidence, frame) : NOBODY;
  return { ...culprit, distribution: "numpy", file: null };
}
function asksOthers(evidence, frame, message) {
  const from = /^cannot import name '\w+' from '(\w+)[\w.]*' \(/.exec(message)?.[1];
  const own = evidence.ownerOf(frame.file);
  if (from === void 0 || from === "numpy" || own === null) return false;
  const asked = evidence.ownerOf(`module:${from}`)?.distribution;
  return own.distribution !== asked && packageFolders(frame.file)[0] !== from;
}
function culpritOfAsker(evidence, frame) {
  const culprit = culpritOfFile(evidence, frame.file, null);
  const [, stem] = /^(.+?)(?:\/__init__)?\.py$/.exec(culprit.file ?? "") ?? [];
  const inPackage = culprit.distribution !== null && stem && !/^[\w/]*-|^[/.]|:/.test(stem);
  return inPackage ? { ...culprit, module: stem.replaceAll("/", "."), file: null } : culprit;
}
function importedModule(file, source, told2) {
  const [, from, name] = /^\s*from (\.*[\w.]*) import \(?\s*(\w+|\*)?/.exec(source) ?? /^\s*import ()([\w.]+)/.exec(source) ?? /\b(?:import_module|__import__)\(()['"]([A-Za-z_][\w.]*)['"]\)/.exec(source) ?? [];
  if (from === void 0) return null;
  if (from === "") return name ?? null;
  const dots = /^\.*/.exec(from)?.[0].length ?? 0;
  const rest = from.slice(dots);
  const last = rest.split(".").at(-1) ?? "";
  const isModule = name === told2 || /^_[a-z]/.test(name ?? "") && !last.startsWith("_");
  if (dots === 0) return isModule && name ? `${rest}.${name}` : rest;
  const folders = packageFolders(file);
  const base = folders.slice(0, folders.length - dots + 1);
  const leaf = rest === "" && name !== "*" ? name : rest;
  return base.length > 0 && leaf ? [...base, leaf].join(".") : null;
}
function packageFolders(file) {
  const inside = /(?:site-packages|dist-packages|\/[A-Za-z][\w.]*(?:-\w+)*-\d[\w.]*)[\\/](.+)$/.exec(file)?.[1];
  return inside ? inside.split(/[\\/]/).slice(0, -1) : [];
}
function namedFile(chain) {
  for (const exception of chain.toReversed()) {
    for (const pattern of NAMED_FILE) {
      const file = pattern.exec(exception.message)?.[1];
      if (file) return file;
    }
    if (exception.path && EXTENSION.test(exception.path)) return exception.path;
  }
  return void 0;
}
function findCulprit(evidence, load, chain) {
  if (load) return culpritOfFile(evidence, load.file, load.module);
  const file = namedFile(chain);
  if (file) return culpritOfFile(evidence, file, null);
  for (const exception of chain.toReversed()) {
    const numpys = numpysOwnFrame(exception);
    if (numpys) return culpritOfNumpy(evidence, numpys);
    const init = exception.frames.findLast((frame2) => INIT_FRAME.test(frame2.function));
    const blamed = init ?? blamedFrame(evidence, exception.frames);
    if (!blamed) continue;
    const frame = blamedFrame(evidence, exception.frames) ?? blamed;
    const asks = /^No module named '(?!numpy\b)/.test(exception.message) || asksOthers(evidence, frame, exception.message);
    if (asks && !INIT_FRAME.test(frame.function)) return culpritOfAsker(evidence, frame);
    return culpritOfFrame(evidence, frame, moduleInMessage(exception.message));
  }
  const imported = importedByNobody(evidence, chain);
  return imported === null ? NOBODY : ofModule(evidence, imported);
}
function importedByNobody(evidence, chain) {
  for (const { frames, message } of chain.toReversed()) {
    const frame = frames.findLast(
      (one, at2) => !isNumpy(one, evidence.ownerOf(one.file)) && !isImportHook(frames, at2)
    );
    if (frame?.source === void 0 || /^(?:No module named|cannot import)/.test(message)) continue;
    const name = importedModule(frame.file, frame.source, moduleInMessage(message));
    if (name !== null && name.split(".")[0] !== "numpy") return name;
  }
  return null;
}
function faultOf(evidence, culprit) {
  const { distribution } = culprit;
  if (distribution === null) {
    return evidence.smoke && culprit.file === null ? "own" : "unknown";
  }
  if (evidence.subjects.length === 0) return distribution === "numpy" ? "dependency" : "unknown";
  return !evidence.foreign && evidence.subjects.includes(distribution) ? "own" : "dependency";
}

// src/model/scope.ts
var ALONE = {
  numpys: [],
  pythons: [],
  planned: [],
  modules: [],
  culprits: [],
  alone: true,
  boundaries: [],
  floor: null,
  upgrade: null
};

// src/judge/diagnose/category-by-history.ts
var OPEN = ["loader", "unclassified", "numpy-python-api"];
var PROVEN = /^np-/;
function categoryByHistory(kind2, category, { history, evidence }) {
  const failed = evidence.observation.outcome.kind !== "imported";
  const open = failed && history.kind === "alike" && OPEN.includes(category) && !PROVEN.test(kind2);
  return open ? "unrelated" : category;
}

// src/judge/diagnose/failure-events.ts
function failedLoads(events) {
  if (!events.some(({ event }) => event === "fail")) return [];
  const first = /* @__PURE__ */ new Map();
  for (const event of events) {
    if (event.event !== "fail" || first.has(event.file)) continue;
    first.set(event.file, {
      file: event.file,
      module: event.module,
      exceptions: event.exceptions
    });
  }
  return [...first.values()];
}
function wasLoadedLater(events, file) {
  const last = events.findLast((event) => event.file === file);
  return last?.event === "end" && last.stage === "exec";
}

// src/judge/diagnose/fingerprint.ts
function fingerprintOf(observation) {
  if (observation.exceptions.length === 0) return printOf(observation);
  const known = printed.get(observation);
  if (known !== void 0) return known;
  const print = printOf(observation);
  printed.set(observation, print);
  return print;
}
var printed = /* @__PURE__ */ new WeakMap();
function printOf(observation) {
  const last = observation.exceptions.at(0);
  if (!last) return observation.outcome.kind === "imported" ? null : describeEnd(observation);
  const message = last.message.replace(/(?:[A-Za-z]:)?[\\/][^\s'":,)]*[\\/]/g, "").replace(/0x[0-9a-f]{6,}/gi, "0x\u2026");
  return `${last.type}: ${message}`;
}
function describeEnd({ outcome }) {
  return outcome.kind === "signalled" ? `killed by ${outcome.signal}` : outcome.kind;
}

// src/model/of-each.ts
function ofEach(make) {
  const known = /* @__PURE__ */ new WeakMap();
  let last;
  let value;
  return (key2) => {
    if (key2 === last) return value;
    const found = known.has(key2) ? known.get(key2) : make(key2);
    known.set(key2, found);
    [last, value] = [key2, found];
    return found;
  };
}

// src/judge/diagnose/past.ts
var FAILED = ["raised", "signalled", "exited", "timed-out"];
function hasFailed({ outcome }) {
  return FAILED.includes(outcome.kind);
}
function pastOf(siblings) {
  return siblings.length === 0 ? EMPTY : countedOnce(siblings);
}
var countedOnce = ofEach(counted);
function counted(siblings) {
  const trials = siblings.filter(isTrial);
  const imported = siblings.filter(({ outcome }) => outcome.kind === "imported");
  const prints = /* @__PURE__ */ new Map();
  for (const { fingerprint } of trials) prints.set(fingerprint, (prints.get(fingerprint) ?? 0) + 1);
  return {
    all: rowOf(trials),
    byPython: new Map(
      [...groupBy(trials, ({ python }) => python)].map(([python, own]) => [python, rowOf(own)])
    ),
    importedOn: [...new Set(imported.map(({ python }) => python))],
    prints,
    trials: trials.length,
    byCombination: groupBy(trials, ({ combination }) => combination)
  };
}
var EMPTY = counted([]);
function isTrial(sibling) {
  return sibling.numpy !== null && (hasFailed(sibling) || sibling.outcome.kind === "imported");
}
function rowOf(trials) {
  const [works, fails] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  for (const one of trials) {
    const counts = hasFailed(one) ? fails : works;
    counts.set(one.numpy, (counts.get(one.numpy) ?? 0) + 1);
  }
  const ascending = (counts) => [...counts].sort(([a], [b]) => compareNumpy(a, b));
  return { works: ascending(works), fails: ascending(fails) };
}
function joined(a, b) {
  const both = (one, other) => {
    const sums = new Map(one);
    for (const [numpy, number] of other) sums.set(numpy, (sums.get(numpy) ?? 0) + number);
    return [...sums].sort(([x], [y]) => compareNumpy(x, y));
  };
  return { works: both(a.works, b.works), fails: both(a.fails, b.fails) };
}
function without(row, own) {
  const [only, ...more] = own;
  if (only === void 0 || more.length === 0 && isOneOfSeveral(row, only)) return row;
  const less = rowOf(own);
  return { works: minus(row.works, less.works), fails: minus(row.fails, less.fails) };
}
function isOneOfSeveral({ works, fails }, own) {
  const counts = hasFailed(own) ? fails : works;
  return counts.some(([numpy, number]) => numpy === own.numpy && number > 1);
}
function minus(counts, less) {
  if (less.length === 0) return counts;
  const taken = new Map(less);
  return counts.filter(([numpy, number]) => number > (taken.get(numpy) ?? 0));
}

// src/judge/diagnose/history.ts
var NOTHING = { works: [], fails: [] };
function split(numpy, { works, fails }) {
  const [lowWork, highWork] = [works[0]?.[0], works.at(-1)?.[0]];
  if (!lowWork || !highWork) return void 0;
  const failed = [...fails.map(([one]) => one), numpy].sort(compareNumpy);
  const above = failed.filter((one) => compareNumpy(one, highWork) > 0);
  const below = failed.filter((one) => compareNumpy(one, lowWork) < 0);
  if (above.length + below.length < failed.length) return void 0;
  const [first, last] = [above[0], below.at(-1)];
  if (first && above.includes(numpy))
    return { kind: "from", numpy: first, works: highWork, cap: capBetween(highWork, first) };
  return last ? { kind: "below", numpy: last, works: lowWork } : void 0;
}
function capBetween(works, fails) {
  if (compareMinors(works, fails) === 0) return fails;
  const [major = 0, minor = 0] = works.split(".").map(Number);
  return majorOf(fails) === major ? `${major}.${minor + 1}` : `${major + 1}`;
}
function readCulpritHistory(evidence, culprit) {
  const own = readHistory(evidence);
  if (own.kind !== "unknown" || culprit === null) return own;
  const siblings = evidence.siblingsOf?.(culprit) ?? [];
  const theirs = readHistory({ ...evidence, siblings });
  return theirs.kind === "from" || theirs.kind === "below" ? theirs : own;
}
function readHistory(evidence) {
  const { combination, siblings, observation } = evidence;
  if (combination === null || observation.outcome.kind === "imported") return UNKNOWN;
  if (siblings.length === 0) return UNKNOWN;
  const numpy = combination.numpy ?? observation.numpy?.version ?? null;
  const past = pastOf(siblings);
  const known = readBefore.get(past) ?? /* @__PURE__ */ new Map();
  readBefore.set(past, known);
  const { id, python, label } = combination;
  const asked = [id, python, label, numpy, fingerprintOf(observation)].join("\n");
  const found = known.get(asked) ?? readPast(combination, numpy, observation, past);
  known.set(asked, found);
  return found;
}
var UNKNOWN = { kind: "unknown" };
var readBefore = /* @__PURE__ */ new WeakMap();
function readPast(combination, numpy, observation, past) {
  const own = past.byCombination.get(combination.id) ?? [];
  const all = without(past.all, own);
  if (numpy === null) return readAlike(observation, [], past, own, all);
  const isSame = (python) => python === combination.python || python === combination.label;
  const [first = NOTHING, ...more] = [.../* @__PURE__ */ new Set([combination.python, combination.label])].flatMap(
    (python) => past.byPython.get(python) ?? []
  );
  const here = without(
    more.reduce(joined, first),
    own.filter(({ python }) => isSame(python))
  );
  const found = split(numpy, here);
  if (found) return found;
  if (here.works.length > 0) return UNKNOWN;
  if (all.works.some(([one]) => compareMinors(one, numpy) === 0)) {
    return { kind: "python", works: past.importedOn.filter((python) => !isSame(python)) };
  }
  return split(numpy, all) ?? readAlike(observation, [numpy], past, own, all);
}
function readAlike(observation, planned, past, own, { works, fails }) {
  const others = past.trials - own.length;
  if (others === 0 || works.length > 0) return UNKNOWN;
  const print = fingerprintOf(observation);
  const ownAlike = own.filter(({ fingerprint }) => fingerprint === print).length;
  if ((past.prints.get(print) ?? 0) - ownAlike < others) return UNKNOWN;
  const numpys = [.../* @__PURE__ */ new Set([...planned, ...fails.map(([one]) => one)])].sort(compareNumpy);
  const [low, high] = [numpys[0], numpys.at(-1)];
  return low && high && compareMinors(low, high) < 0 ? { kind: "alike", numpys } : UNKNOWN;
}
function describeHistory(history, scope) {
  if (!scope.alone && (history.kind === "from" || history.kind === "below")) return "";
  switch (history.kind) {
    case "alike":
      return "It fails the same way on every NumPy tried, so NumPy is not the cause.";
    case "from":
      return `It works up to NumPy ${history.works} and fails from NumPy ${history.numpy} on.`;
    case "below":
      return `It fails up to NumPy ${history.numpy} and works from NumPy ${history.works} on.`;
    case "python":
      return `It works with the same NumPy on Python ${history.works.join(", ")}.`;
    case "unknown":
      return "";
    default:
      return history;
  }
}
function describeBoundary(history, scope) {
  return history.kind === "alike" ? "" : describeHistory(history, scope);
}

// src/judge/diagnose/stub-text.ts
var STUB_TEXT = /A module that was compiled using NumPy 1\.x cannot be run in\s+NumPy (\d[\w.+-]*\w) as it may crash/;
var FRAME = /^(?:Traceback \(most recent call last\):)? {2}File "(.+?)", line (\d+), in (.+)$/;
function readStubComplaints(text) {
  if (!text.includes("compiled using NumPy 1")) return [];
  const complaints2 = [];
  const parts = text.split(/(?=A module that was compiled using NumPy 1\.x cannot be run in)/);
  for (const part of parts) {
    const numpy = STUB_TEXT.exec(part)?.[1];
    const stack = numpy ? readGluedStack(part) : void 0;
    if (numpy && stack) complaints2.push({ numpy, frames: stack });
  }
  return complaints2;
}
function readGluedStack(part) {
  const lines = part.split("\n");
  const start = lines.findIndex(
    (line) => line.startsWith("Traceback (most recent call last):  File")
  );
  if (start < 0) return void 0;
  const frames = [];
  for (const line of lines.slice(start)) {
    const [, file, number, name] = FRAME.exec(line) ?? [];
    const last = frames.at(-1);
    if (file && name) frames.push({ file, line: Number(number), function: name });
    else if (!line.startsWith("    ")) break;
    else if (last && last.source === void 0)
      frames[frames.length - 1] = { ...last, source: line.trim() };
  }
  return frames;
}

// src/judge/diagnose/symptoms.ts
var CONSEQUENCE = /failed to import|_(?:ARRAY|UFUNC)_API not found|initialization failed|without (?:raising|setting) an exception|raised unreported exception|returned a result with an (?:error|exception) set|can't initialize module|PyErr \{|^\s*A module that was compiled using NumPy 1/m;
function describeException(exception) {
  return exception.message === "" ? exception.type : `${exception.type}: ${exception.message}`;
}
function readSymptoms(evidence, load) {
  const { observation } = evidence;
  const raised = observation.outcome.kind === "raised";
  const failed = load ?? (raised ? loadOf(observation) : void 0);
  const chain = failed && failed.exceptions.length > 0 ? failed.exceptions : observation.exceptions;
  const stderr = stripAnsi(observation.stderr);
  const told2 = chain.map(describeException).toReversed();
  const unclear = chain.length === 0 || told2.some((text) => CONSEQUENCE.test(text));
  const stubs = readStubComplaints(stderr);
  const culprit = findCulprit(evidence, failed, chain);
  const culpritPath = failed?.file ?? absoluteFile(evidence, culprit);
  const numpy = observation.numpy?.version ?? evidence.combination?.numpy ?? stubs.at(-1)?.numpy;
  return {
    evidence,
    chain,
    texts: unclear ? [...told2, stderr] : told2,
    stderr,
    stubs,
    culprit,
    culpritPath,
    fault: faultOf(evidence, culprit),
    facts: culpritPath === null ? null : evidence.factsOf(culpritPath),
    numpy: numpy ?? null,
    numpyMajor: majorOf(numpy ?? null),
    python: evidence.combination?.python ?? null,
    history: readCulpritHistory(evidence, culprit.module)
  };
}
function loadOf({ events, culpritFile }) {
  return failedLoads(events).find(({ file }) => file === culpritFile);
}
function absoluteFile(evidence, culprit) {
  if (culprit.file === null) return null;
  const candidates = culprit.module ? evidence.filesFor(culprit.module) : [];
  return candidates.find((one) => one.endsWith(culprit.file ?? "")) ?? culprit.file;
}
function search(symptoms, pattern) {
  for (const text of symptoms.texts) {
    if (text === "") continue;
    const found = text === symptoms.stderr ? lastMatch(text, pattern) : pattern.exec(text);
    if (found) return { match: found, line: lineAt(text, found.index), text };
  }
  return void 0;
}
function lastMatch(text, pattern) {
  const flags = pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`;
  let last = null;
  for (const found of text.matchAll(new RegExp(pattern.source, flags))) last = found;
  return last;
}
function lineAt(text, index) {
  const start = text.lastIndexOf("\n", index) + 1;
  const end = text.indexOf("\n", index);
  return text.slice(start, end < 0 ? void 0 : end).trimEnd();
}

// src/judge/diagnose/rule.ts
function diagnosis(kind2, symptoms, statement) {
  return diagnosed(kind2, {
    fault: symptoms.fault,
    culprit: symptoms.culprit,
    ...statement,
    evidence: [...statement.evidence, ...smokeFrames(symptoms)],
    category: categoryByHistory(kind2.id, statement.category ?? kind2.category, symptoms),
    facts: { ...knownFacts(symptoms), ...statement.facts }
  });
}
function diagnosed(kind2, statement) {
  const tell2 = (scope) => {
    const { title, explanation, fix } = statement.tell(scope);
    return { title: inSentence(title), explanation: inSentence(explanation), fix: inSentence(fix) };
  };
  return {
    kind: kind2.id,
    category: statement.category ?? kind2.category,
    severity: statement.severity ?? kind2.severity,
    fault: statement.fault,
    culprit: statement.culprit,
    key: statement.key === void 0 ? "" : JSON.stringify(statement.key),
    floor: statement.floor ?? null,
    facts: statement.facts ?? {},
    tell: tell2,
    // Its own words are for few: tens of thousands become one finding, told with its scope.
    get title() {
      return tell2(ALONE).title;
    },
    get explanation() {
      return tell2(ALONE).explanation;
    },
    get fix() {
      return tell2(ALONE).fix;
    },
    evidence: [...new Set(statement.evidence.flatMap((line) => line?.trim() || []))].slice(0, 6),
    inner: statement.inner ?? null,
    hints: statement.hints ?? {}
  };
}
function smokeFrames({ evidence, chain }) {
  if (!evidence.smoke || evidence.observation.phase !== "call") return [];
  const frames = chain[0]?.frames.filter((one) => !one.file.startsWith("<")) ?? [];
  return frames.slice(-2).map((one) => `File "${withoutSitePackages(one.file)}", line ${one.line}, in ${one.function}`);
}
function knownFacts({ facts, evidence, history }) {
  return {
    ...facts && facts.capi.era !== "none" && { era: facts.capi.era },
    ...facts?.capi.target && { target: facts.capi.target },
    ...evidence.combination?.buildNumpy && { buildNumpy: evidence.combination.buildNumpy },
    ...history.kind !== "unknown" && { history: history.kind }
  };
}
function inSentence(text) {
  return text.replace(/(?<=[\w,;:)] )A compiled module/g, "the module");
}
function nameOf(culprit) {
  const name = culprit.distribution ?? culprit.module ?? culprit.file;
  return name ? `\`${name}\`` : "A compiled module";
}
function nameOfBinary(culprit) {
  const { file } = culprit;
  if (file === null || !isLoader(culprit)) return nameOf(culprit);
  return `A compiled module that \`${baseName(file.replaceAll("\\", "/"))}\` loads`;
}
function isLoader({ distribution, module, file }) {
  return distribution === null && module === null && file?.endsWith(".py") === true;
}
function nameOfFailing(culprit, { evidence }, { culprits }) {
  const { step } = evidence.observation;
  const { distribution, module } = culprit;
  if (step === null || !step.includes(".") || module === null) return nameOfBinary(culprit);
  if (culprits.length < 2) return `\`${module}\``;
  return `${culprits.length} modules${distribution === null ? "" : ` of \`${distribution}\``}`;
}
function describeCulprit(culprit) {
  const { distribution, version, module, file } = culprit;
  const owner = distribution && [distribution, version].filter(Boolean).join(" ");
  const part = module ?? file;
  if (part && owner) return part === owner ? `\`${part}\`` : `\`${part}\` of ${owner}`;
  return part ? `\`${part}\`` : owner ?? "A compiled module";
}
function describeBinary(culprit) {
  const loadedBy = culprit.module === null && culprit.file?.endsWith(".py") === true;
  return loadedBy ? `A compiled module that ${describeCulprit(culprit)} loads` : describeCulprit(culprit);
}
function runningNumpy(symptoms, scope) {
  const several = scope.numpys.length > 1 && scope.numpys.includes(symptoms.numpy ?? "");
  if (several) return `NumPy ${listOf(scope.numpys)}`;
  const { combination, installed } = symptoms.evidence;
  const numpy = symptoms.numpy ?? installed.get("numpy");
  if (numpy) return `NumPy ${numpy}`;
  return combination === null ? "the NumPy that is installed" : "a Python without NumPy";
}
function fixFor(symptoms, fixes) {
  switch (symptoms.fault) {
    case "own":
      return fixes.own;
    case "dependency":
      return fixes.dependency;
    default:
      return fixes.unknown ?? `If it is your package: ${lower(fixes.own)} If not: ${lower(fixes.dependency)}`;
  }
}
function lower(text) {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
function shownBy(symptoms, hit) {
  const outer = symptoms.chain[0];
  const last = outer && describeException(outer).split("\n").find((line) => line.trim() !== "");
  return [hit?.line, last];
}
function sentences(...parts) {
  return parts.filter(Boolean).join(" ");
}

// src/judge/diagnose/rules/smoke-output.ts
var silentCorruption = {
  id: "silent-corruption",
  where: WHERE.readsNumpy1Layout,
  name: "The same code returns other numbers under another NumPy",
  category: "numpy-abi",
  severity: "error",
  means: "The smoke code ran to its end and printed something else than under the NumPy that the module was built for.",
  remedy: "Rebuild against NumPy \u2265 2.0 (pybind11 \u2265 2.12, rust-numpy \u2265 0.22); where the difference is meant, make the smoke code print less.",
  links: [
    "https://numpy.org/doc/stable/dev/depending_on_numpy.html",
    "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#changes-to-numpy-data-type-promotion"
  ]
};
var smokeUnstable = {
  id: "smoke-not-deterministic",
  where: WHERE.nowhere,
  name: "The smoke code does not print the same twice",
  category: "configuration",
  severity: "warning",
  means: "Two runs under the very same combination printed different things, so a difference between NumPys would mean nothing: nothing was compared.",
  remedy: "Seed random numbers, print no times, addresses, paths or unordered sets. If it still differs, suspect uninitialised memory.",
  links: ["https://numpy.org/doc/stable/reference/random/index.html"]
};
var smokeTooLong = {
  id: "smoke-output-too-long",
  where: WHERE.nowhere,
  name: "The smoke code prints too much to be compared",
  category: "configuration",
  severity: "warning",
  means: "The output was cut at its limit, so nothing was compared.",
  remedy: "Print less: a checksum, a few values, or JSON of what matters.",
  links: []
};
function describeComparison(found, suspect2) {
  switch (found.kind) {
    case "differs":
      return describeDifference(found.trial, found.reference, found.differences, suspect2);
    case "unstable":
      return ofSmoke(smokeUnstable, {
        tell: () => ({
          title: "The smoke code does not print the same twice, so nothing was compared",
          explanation: `Two runs under one combination (Python ${found.trial.python}, ${numpyOf(found.trial)}) printed different things: a difference between NumPys would mean nothing.`,
          fix: "Make the smoke code print the same each time: seed random numbers, print no times, addresses, paths or sets. If it still differs, look for uninitialised memory in the module."
        }),
        evidence: diff(found.differences, "first run", "second run")
      });
    case "too-long":
      return ofSmoke(smokeTooLong, {
        tell: () => ({
          title: "The smoke code prints too much to be compared",
          explanation: "Its output was cut, so nothing was compared between NumPys.",
          fix: "Print less: a few values, a checksum, or JSON of what matters."
        }),
        evidence: []
      });
    default:
      return found;
  }
}
function describeDifference(trial, reference, differences, { culprit, fault, lazy, generator }) {
  const name = culprit.distribution ? `\`${culprit.distribution}\`` : "The smoke code";
  const [here, there] = [numpyOf(trial), numpyOf(reference)];
  const python = trial.python === reference.python ? "" : ` (Python ${reference.python})`;
  const why = reference.buildNumpy === reference.numpy ? ", which it was built against" : "";
  const how = generator === "pybind11" ? "pybind11 before 2.12" : generator === "pyo3" ? "rust-numpy before 0.22" : "code without a version check";
  return diagnosed(silentCorruption, {
    fault,
    culprit,
    facts: { reference: there, generator, lazy },
    tell: () => ({
      title: `${name} gives other results with another NumPy, without any error`,
      explanation: [
        `The smoke code ran to its end under ${here} and printed something else than under ${there}${python}${why}, where two runs agree.`,
        firstDifference(differences),
        lazy && `\`${culprit.module ?? culprit.file ?? culprit.distribution}\` reads arrays with NumPy 1\u2019s memory layout, through ${how}: NumPy 2 has another layout, so it reads wrong memory.`
      ].filter(Boolean).join(" "),
      fix: fixOf(name, fault, lazy, generator)
    }),
    evidence: diff(differences, there, here),
    hints: fault === "dependency" && culprit.distribution ? { requirement: culprit.distribution, table: "runtime" } : lazy ? { requirement: generator === "pybind11" ? "pybind11" : "numpy", table: "build" } : {}
  });
}
function fixOf(name, fault, lazy, generator) {
  if (!lazy) {
    return "Compare the lines of the evidence. If NumPy meant the change (promotion rules of NumPy 2, default integers on Windows, printing), convert explicitly or print less in the smoke code; if not, the compiled code reads wrong memory: rebuild it against NumPy 2 and look at what it computes there.";
  }
  if (fault === "dependency") {
    return `Upgrade ${name} to a release for NumPy 2, or require \`numpy<2\` until there is one; do not trust its results under NumPy 2.`;
  }
  const rebuilt = generator === "pyo3" ? "rust-numpy \u2265 0.22" : generator === "pybind11" ? "pybind11 \u2265 2.12" : "`numpy>=2.0` in `[build-system] requires`";
  return `Build with ${rebuilt}; declare \`numpy<2\` until a release is out, as users get wrong numbers without any error.`;
}
function ofSmoke(kind2, said) {
  return diagnosed(kind2, { ...said, fault: "own", culprit: NOBODY });
}
function numpyOf(trial) {
  return trial.numpy === null ? "no NumPy" : `NumPy ${trial.numpy}`;
}
var LONGEST_LINE = 200;
var LONGEST_QUOTE = 60;
function firstDifference([first]) {
  if (!first) return "";
  const quote = (text) => text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}\u2026` : text;
  return `Line ${first.line} reads "${quote(first.other)}" instead of "${quote(first.reference)}".`;
}
function diff(differences, left, right) {
  const cut = (text) => text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} \u2026` : text;
  return differences.slice(0, 3).flatMap(({ line, reference, other }) => [
    // One place per pair, so that both fit on a screen.
    `- line ${line}, ${left}: ${cut(reference)}`,
    `+ line ${line}, ${right}: ${cut(other)}`
  ]);
}

// src/judge/diagnose/rules/elsewhere.ts
function kind(where2, id, name, category, severity, means, remedy, links = []) {
  return { id, where: where2, name, category, severity, means, remedy, links };
}
var SPECIFIERS = "https://packaging.python.org/en/latest/specifications/version-specifiers/";
var DEPENDING = "https://numpy.org/doc/stable/dev/depending_on_numpy.html";
var rangeTooWide = kind(
  WHERE.runtimeNumpy,
  "range-too-wide",
  "The declared range contains NumPys that fail",
  "metadata",
  "error",
  "Combinations that the metadata allows were run and failed.",
  "Narrow the requirement to what is proven, or mend the failure.",
  [SPECIFIERS]
);
var badWheel = kind(
  WHERE.nowhere,
  "bad-wheel",
  "A file cannot be read as a wheel",
  "configuration",
  "error",
  "The archive is damaged, encrypted, or holds paths, links or sizes that no wheel has; or its metadata is missing or says something else than its name.",
  "Build or download the wheel again."
);
var rangeTooNarrow = kind(
  WHERE.runtimeNumpy,
  "range-too-narrow",
  "NumPys outside the declared range work",
  "metadata",
  "note",
  "Combinations that the metadata forbids were run and passed.",
  "Widen the requirement, if nothing else speaks against it.",
  [SPECIFIERS]
);
var knownFailurePasses = kind(
  WHERE.configuration,
  "known-failure-passes",
  "A listed known failure works now",
  "configuration",
  "error",
  "A line of `known-failures` names something that passes.",
  "Remove the line."
);
var buildWithoutExtensions = kind(
  WHERE.definition,
  "build-without-extensions",
  "The build dropped its extensions",
  "configuration",
  "error",
  "The project defines extensions, and the wheel holds none: an optional build failed silently.",
  "Look at the build\u2019s output; make the extension mandatory in CI."
);
var ELSEWHERE_KINDS = [
  silentCorruption,
  smokeUnstable,
  smokeTooLong,
  kind(
    WHERE.runtimeNumpy,
    "floor-too-low",
    "The declared NumPy floor is below what the binary accepts",
    "metadata",
    "warning",
    "The metadata allows a NumPy that is older than the binary\u2019s C-API target, which builds with NumPy 2 headers name in a text and those with older ones in code alone.",
    "Raise the floor in `dependencies`, or build for an older C-API.",
    [DEPENDING]
  ),
  kind(
    WHERE.runtimeNumpy,
    "np2-not-capped",
    "The metadata allows NumPy 2, and the binary was built for 1.x",
    "metadata",
    "warning",
    "Installers may pick NumPy 2 for a binary that cannot run on it.",
    "Build against NumPy \u2265 2.0, or declare `numpy<2`.",
    [DEPENDING]
  ),
  kind(
    WHERE.runtimeNumpy,
    "cap-needless",
    "The cap on NumPy is not needed",
    "metadata",
    "note",
    "The metadata forbids NumPy 2 although every binary was built to run on it.",
    "Remove `<2` from the requirement.",
    [SPECIFIERS]
  ),
  kind(
    WHERE.bothNumpys,
    "mixed-build",
    "One wheel holds binaries for different NumPy ABIs",
    "metadata",
    "warning",
    "Some files were built for NumPy 1.x and some for 2.x: stale objects, as a rule. No NumPy runs all of them. A note says so of files that were built with the headers of several 1.x releases: the newest of them decides what the wheel needs.",
    "Build again from a clean tree.",
    [DEPENDING]
  ),
  kind(
    WHERE.nowhere,
    "wheels-disagree",
    "The wheels of one release need different NumPys",
    "metadata",
    "warning",
    "Some wheels of the release were built for NumPy 1.x and some for 2.x: what works on one Python or system fails on another.",
    "Build all wheels of a release against the same NumPy, 2.0 or newer.",
    [DEPENDING]
  ),
  badWheel,
  rangeTooWide,
  rangeTooNarrow,
  knownFailurePasses,
  buildWithoutExtensions
];

// src/judge/diagnose/crash-frame.ts
var RUNTIME = /(?:^|\/)(?:libc|libm|libpthread|ld-linux|ld-musl|libstdc\+\+|libgcc_s|libSystem|libsystem_\w+|libc\+\+)[\w.+-]*(?:\.so|\.dylib|$)|sysdeps\/|(?:^|\/)(?:nptl|malloc|string|stdlib|signal|elf|csu)\/[\w-]+\.[chS]$|libstdc\+\+-v3\//;
var INTERPRETER = /(?:^|\/)(?:Python|Objects|Modules|Parser|Programs|Include)\/(?:\w+\/)*\w+\.[ch]$|(?:^|\/)(?:libpython[\w.]*\.(?:so|dylib)[\w.]*|python[\d.]*)$/;
function crashFrame(observation) {
  for (const frame of observation.nativeFrames) {
    const { file, library } = frame;
    if (file === null && library === null) continue;
    if (RUNTIME.test(file ?? "") || RUNTIME.test(library ?? "")) continue;
    return INTERPRETER.test(file ?? "") || INTERPRETER.test(library ?? "") ? void 0 : frame;
  }
  return void 0;
}
function crashedFile(evidence) {
  const { observation, ownerOf: ownerOf2 } = evidence;
  if (observation.outcome.kind !== "signalled") return null;
  const loaded = [
    ...new Set(observation.events.flatMap(({ event, file }) => event === "end" ? [file] : []))
  ];
  let numpys = null;
  for (const { file, library } of observation.nativeFrames) {
    if (RUNTIME.test(file ?? "") || RUNTIME.test(library ?? "")) continue;
    if (INTERPRETER.test(file ?? "") || INTERPRETER.test(library ?? "")) break;
    if (library === null) continue;
    const same = loaded.find((one) => insideOf(one) === insideOf(library));
    const found = same ?? (ownerOf2(library) === null ? null : library);
    if (found === null) return numpys;
    if (ownerOf2(found)?.distribution !== "numpy") return found;
    numpys ??= found;
  }
  return numpys;
}
function insideOf(path) {
  const posix = path.replaceAll("\\", "/");
  return /(?:site|dist)-packages\/(.+)$/.exec(posix)?.[1] ?? posix;
}

// src/packaging/numpy-for-python.ts
var RELEASES = {
  "3.8": { first: "1.17", last: "1.24" },
  "3.9": { first: "1.19", last: "2.0" },
  "3.10": { first: "1.21.2", last: "2.2" },
  "3.11": { first: "1.23.2", last: "2.4" },
  "3.12": { first: "1.26" },
  "3.13": { first: "2.1" },
  "3.13t": { first: "2.1", last: "2.4" },
  "3.14": { first: "2.3.2" },
  "3.14t": { first: "2.3.2" },
  "3.15": { first: "2.5" },
  "3.15t": { first: "2.5" }
};
function numpyForPython(python) {
  const [, minor = "", threads = ""] = /^(3\.\d+)(?:\.\d+\w*?)?(t?)$/.exec(python) ?? [];
  const found = RELEASES[`${minor}${threads}`];
  return found && { ...found, first: minorOf(found.first) };
}
function firstWheels(minors) {
  return minors.map((minor, at2) => `${RELEASES[minor]?.first} for ${at2 === 0 ? "Python " : ""}${minor}`).join(", ");
}

// src/judge/diagnose/no-such-file.ts
var NO_SUCH_FILE = [
  "No such file or directory",
  "Datei oder Verzeichnis nicht gefunden",
  "Aucun fichier ou dossier de ce type",
  "No existe el (?:archivo|fichero) o el directorio",
  "\u305D\u306E\u3088\u3046\u306A\u30D5\u30A1\u30A4\u30EB\u3084\u30C7\u30A3\u30EC\u30AF\u30C8\u30EA\u306F\u3042\u308A\u307E\u305B\u3093",
  "\u6CA1\u6709\u90A3\u4E2A\u6587\u4EF6\u6216\u76EE\u5F55",
  "\u6C92\u6709\u6B64\u4E00\u6A94\u6848\u6216\u76EE\u9304",
  "\u041D\u0435\u0442 \u0442\u0430\u043A\u043E\u0433\u043E \u0444\u0430\u0439\u043B\u0430 \u0438\u043B\u0438 \u043A\u0430\u0442\u0430\u043B\u043E\u0433\u0430",
  "Nie ma takiego pliku ani katalogu",
  "Arquivo ou diret\xF3rio inexistente",
  "Ficheiro ou directoria inexistente",
  "File o directory non esistente",
  "\uADF8\uB7F0 \uD30C\uC77C\uC774\uB098 \uB514\uB809\uD130\uB9AC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4",
  "Bestand of map bestaat niet",
  "Filen eller katalogen finns inte",
  "Adres\xE1\u0159 nebo soubor neexistuje",
  "B\xF6yle bir dosya ya da dizin yok"
].join("|");
var LIBRARY_NOT_FOUND = new RegExp(
  `(?:^|[\\s:])([^\\s:]+\\.so[\\w.]*): [^:\\n]+: (?:${NO_SUCH_FILE})`
);
var HEADER_NOT_FOUND = `: (?:${NO_SUCH_FILE})`;

// src/judge/diagnose/numpy-c-successors.ts
var SUCCESSORS = [
  [
    /\b_?PyArrayObject\b|passing argument/,
    "Cast what is given to the access functions, `PyArray_NDIM((PyArrayObject *)obj)`: up to NumPy 1.26 they were macros that took any pointer."
  ],
  [
    /\bsubarray\b/,
    "Replace `descr->subarray` by `PyDataType_SUBARRAY(descr)` of `numpy/npy_2_compat.h`. Where the lines are Cython\u2019s own (`__pyx_\u2026`), generate the file anew with Cython \u2265 3.0, where NumPy \u2265 2.0 is installed, instead of shipping it."
  ],
  [
    /PyArray_Descr/,
    "Replace the field by `PyDataType_ELSIZE(descr)`, `PyDataType_NAMES(descr)` or the like of `numpy/npy_2_compat.h`. Where the lines are Cython\u2019s own (`__pyx_\u2026`), generate the file anew with Cython \u2265 3.0 instead of shipping it."
  ],
  [
    /npy_c(?:double|float|longdouble)/,
    "Read a complex number\u2019s parts by `npy_creal(z)` and `npy_cimag(z)`."
  ],
  [
    /\bu?(?:int|long)_t\b/,
    "In Cython write `np.npy_long` (C\u2019s `long`, as before) or `np.int64_t` for `np.int_t`."
  ],
  [
    /(?:)/,
    "Replace what the compiler names by its successor (`NPY_ARRAY_C_CONTIGUOUS`, `INFINITY`, `PyArray_SimpleNew`; include `numpy/npy_2_compat.h`)."
  ]
];
function successorIn(text) {
  return SUCCESSORS.find(([pattern]) => pattern.test(text))?.[1] ?? "";
}

// src/judge/diagnose/numpy-header-names.ts
var FLAGS = "CONTIGUOUS|ALIGNED|NOTSWAPPED|WRITEABLE|BEHAVED(?:_NS)?|(?:IN|OUT|INOUT)_F?ARRAY|[CF]ARRAY(?:_RO)?|[CF]_CONTIGUOUS|FORTRAN|OWNDATA|FORCECAST|ENSURE(?:ARRAY|COPY)|ELEMENTSTRIDES|UPDATE_ALL\\w*|DEFAULT";
var OTHER = "INFINITY|NAN|MAXARGS|[NP]ZERO|CHAR|MAX_ELSIZE|REFCOUNT|SIGINT_(?:ON|OFF)|INT_?\\w*";
var OLD_TYPES = "U?(?:BYTE|SHORT|INT|LONG|LONGLONG|INTP|INT\\d+)|C?(?:FLOAT|DOUBLE|LONGDOUBLE)|(?:FLOAT|COMPLEX)\\d+|BOOL|CHAR|STRING|UNICODE|OBJECT|VOID|HALF|DATETIME|TIMEDELTA|NTYPES|NOTYPE|USERDEF|[A-Z]+LTR|[CF]ORTRANORDER|[AC]\\w*ORDER";
var FUNCTIONS = "As[12]D|Cast(?:Any)?To|CopyAndTranspose|CopyObject\\w*|DatetimeStructToDatetime|DatetimeToDatetimeStruct|ENABLEFLAGS|EquivArrTypes\\w*|FieldNames|FillObjectArray|FromDims\\w*|Get(?:ArrayParamsFromObject|CastFunc|NumericOps)|MapIter\\w+|MoveInto|NewFlagsObject|RemoveLargest|ScalarFromObject|Set(?:DatetimeParseFunction|NumericOps)|Type(?:NumFromName|strConvert)|Typed\\w*|XDECREF_ERR";
var UFUNC = "GenericFunction|GetPyValues|SetUsesArraysAsData|checkfperr|handlefperr";
var GONE_IN_NUMPY_2 = `NPY_(?:${FLAGS}|${OTHER})|PyArray_(?:${FUNCTIONS}|${OLD_TYPES})|PyUFunc_(?:${UFUNC})`;
var NEW_IN_NUMPY_2 = "PyDataType_(?:ELSIZE|SET_ELSIZE|FLAGS|NAMES|SUBARRAY|ISLEGACY|GetArrFuncs)|PyArray_(?:ImportNumPyAPI|RUNTIME_VERSION|DescrProto|StringDTypeObject|MultiIter_(?:DIMS|INDEX|ITERS|NDIM|NUMITER|SIZE))|PyUFunc_(?:ImportUFuncAPI|GiveFloatingpointErrors|ProcessCoreDimsFunc)|NPY_(?:CSET(?:REAL|IMAG)[FL]?|DEFAULT_INT|DTYPE|RAVEL_AXIS|VSTRING|NTYPES_LEGACY|MAXDIMS_LEGACY_ITERS)|npy_cset(?:real|imag)[fl]?|NpyString_\\w+|NpyDatetime_\\w+|NpyIter_GetTransferFlags";
var NEW_HEADERS = "npy_2_compat|npy_2_complexcompat|dtype_api";
var GONE_HEADERS = "noprefix|old_defines|oldnumeric|npy_interrupt|npy_1_7_deprecated_api|experimental_dtype_api|_dtype_api";
var NUMPY_C_NAME = "(?:PyArray_|PyUFunc_|PyDataType_|PyArrayScalar_|PyDataMem_|PyDimMem_|NpyIter_|NpyString_|NpyDatetime_|npy_cset|NPY_)\\w+";
var ERROR = String.raw`(?:error|error [A-Z]\d+): `;
var ANY_OBJECT = String.raw`(?:\bPyObject|\b_object) ?\*`;
var NO_ARRAY_OBJECT = `${ERROR}[^\\n]*(?:${ANY_OBJECT}[^\\n]*\\bPyArrayObject ?\\*|cannot initialize a parameter of type '(?:const )?PyArrayObject \\*'[^\\n]*${ANY_OBJECT}|passing argument \\d of .PyArray_\\w+. from incompatible pointer type)`;
var RETURNS_FROM = [
  // gcc and MSVC name NumPy's header, where the macro is defined.
  String.raw`__(?:multiarray|ufunc)_api\.h(?::\d+:\d+|\(\d+\)): ${ERROR}[^\n]*(?:return|NULL|nullptr|void ?\*)`,
  // gcc 14 and clang name the place where it is used: the reader of a log adds what stands there.
  String.raw`${ERROR}(?:void function '\w+' should not return a value|incompatible pointer to integer conversion returning 'void \*'|returning .void ?\*. from a function with (?:result|return) type .int.|'return': cannot convert from 'nullptr'|'\w+': 'void' function returning a value)[^\n]*\bimport_(?:array|umath)\b`
].join("|");

// src/judge/diagnose/rules/build-rule.ts
var ERROR2 = String.raw`(?:error|error [A-Z]\d+): `;
var Q = String.raw`[‘'"\`]`;
function buildKind(where2, id, name, category, means, remedy, links) {
  return { id, where: where2, name, category, severity: "error", means, remedy, links };
}

// src/packaging/uv-messages/log-lines.ts
var NO_SOLUTION_HEAD = "(?:error: |(?: {2})?\xD7 )No solution found";
var DERIVATION_HEAD = "(?: {2})?(?:cause: |\u2570\u2500\u25B6 )Because ";
var DRAWN = "[\xD7\u2570]";
var CONFLICT_LINE = String.raw`^\s*(?:[│╰─▶├ ]*)?(?:cause: |And )?[Bb]ecause (?!the current Python)\S.* depends? on (?!Python)\S+?[^,;]*?[<>=!~]=?\d|[Bb]ecause (?=.*we can conclude that (?:your|the) (?:\S+ )?requirements are unsatisfiable)(?!.*(?:has no |have no |there (?:is|are) no |was not found |not found in |was yanked|need(?:s|ed)? to be downloaded|has an invalid |could not be |does not satisfy |only \S+ is available|only the following ))(?:.* )?(?:depends? on|you require) `;
var NO_WHEEL_LINE = String.raw`(\S+) has no (?:usable wheels|wheels with a matching)|^\s*and you require (\S+), we can conclude .*only the following versions of |the current Python version \(\S+\) does not satisfy Python\S+ and (\S+) depends on Python`;
var INSTALLED_LINE = /^ *\+ ([A-Za-z][\w.-]*)(?:==| {1,40})(\d[\w.+!]*)/;

// src/judge/diagnose/installer-lines.ts
var PIP_CONFLICT = String.raw`^\s*(?:ERROR: )?(?:\[?(?:resolvelib\.[\w.]+\.)?ResolutionImpossible\b|Cannot install .* because these package versions have conflicting dependencies)`;
var PIP_NO_WHEEL = String.raw`^\s*(?:ERROR: )?(?:No matching distribution found for|Could not find a version that satisfies the requirement) ([\w.[\]<>=!~*+,-]*[\w\])*])`;
var CONDA = String.raw`^(?:\S+ +)?(?:LibMamba)?Unsatisfiable(?:Error: |Specifications:)|\bexception was: The following specifications were found to be in(?: conflict|compatible)|^\s*(?:error +libmamba )?Encountered problems while solving:|\bUnsatisfiable package specifications|\bCould not solve for environment specs|Cannot solve the request because of: |failed to solve the (?:conda|pypi) requirements of `;
var POETRY = ", version solving failed\\.";
var PIP_UNMET = String.raw`^(?:ERROR: )?(?<who>\S+ \d\S*) (?:requires|has requirement) (?<wants>numpy\b[^ ;]*?)(?: ?;.*)?, but you(?: have|'ll have) (?<has>numpy \d\S*) which is incompatible`;
var PKG_RESOURCES = String.raw`VersionConflict: \((?<found>numpy \d\S*) .*Requirement\.parse\('(?<asked>numpy[^']*)'\)(?:, \{'(?<asker>[^']+)')?`;
var CONFLICT = `${PIP_CONFLICT}|${CONFLICT_LINE}|${CONDA}|${POETRY}|${PIP_UNMET}|${PKG_RESOURCES}`;
var NO_CANDIDATE = `${PIP_NO_WHEEL}|${NO_WHEEL_LINE}`;
function unmetOf({ groups = {} }) {
  const wants = groups["wants"] ?? groups["asked"];
  const has = groups["has"] ?? groups["found"];
  if (wants === void 0 || has === void 0) return void 0;
  return { who: groups["who"] ?? groups["asker"] ?? "a package", wants, has };
}

// src/judge/diagnose/rules/install.ts
var INSTALL_RULES = [
  {
    ...buildKind(
      WHERE.nowhere,
      "install-conflict",
      "The requirements contradict each other",
      "environment",
      "No set of versions satisfies all requirements: a package caps NumPy below the wished one, as a rule.",
      "Choose a NumPy that the metadata allows, or a release of that package with a wider range.",
      ["https://pip.pypa.io/en/stable/topics/dependency-resolution/"]
    ),
    pattern: new RegExp(CONFLICT),
    hint: /onflict|while solving|ResolutionImp|depends? on |nsatisfiable|(?:not|to) solve|version solving|ncompatible/,
    title: (match) => {
      const unmet = unmetOf(match);
      return unmet ? `\`${unmet.who}\` requires \`${unmet.wants}\`, and ${unmet.has} is installed` : "The requirements contradict each other";
    },
    fix: (match) => {
      const unmet = unmetOf(match);
      return unmet ? `Install a NumPy that it allows (\`pip install "${unmet.wants}"\`), or a release of \`${unmet.who.split(" ")[0]}\` that allows ${unmet.has}.` : "Loosen the requirement that is named in the evidence, or take a release of that package which allows this NumPy.";
    }
  },
  {
    ...buildKind(
      WHERE.nowhere,
      "install-no-candidate",
      "There is no wheel of that version for this Python",
      "environment",
      "The index has no file of that version which this Python and platform can install without building it.",
      "Choose a version that has one; this combination cannot exist.",
      ["https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/"]
    ),
    pattern: new RegExp(NO_CANDIDATE),
    hint: /has no (?:usable )?wheels|found for |satisf|only the following/,
    title: (match) => `\`${match.slice(1).find((one) => one !== void 0)}\` cannot be installed on this Python`,
    fix: () => "Choose a version that has a wheel for this Python and platform (the evidence lists what there is), or another Python."
  }
];

// src/judge/diagnose/rules/build.ts
var DOC = "https://numpy.org/doc/stable/dev/depending_on_numpy.html";
var MIGRATION = "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html";
var WHATSNEW = "https://docs.python.org/3/whatsnew/";
var NUMPY_FIELDS = "elsize|names|fields|subarray|alignment|metadata|c_metadata|type_num|flags";
var ARRAY_FIELDS = "data|nd|dimensions|strides|base|descr|flags|weakreflist";
var CLOSE = `[\u2019'"\`]`;
var unknownName = (names) => `${ERROR2}.*(?:${Q}(?:${names})[\u2019'"\`](?:.*undeclared|.*was not declared|: identifier not found)|(?:undeclared (?:identifier|function)|implicit declaration of function) ${Q}(?:${names})[\u2019'"\`])`;
var GONE_IN_CYTHON = String.raw`'u?(?:int|long)_t' is not a type identifier|: Invalid type\. .*\b\w+\.u?(?:int|long)_t\b`;
var COMPLEX_FIELDS = String.raw`${ERROR2}[^\n]*(?:npy_c(?:double|float|longdouble)\b[^\n]*has no member named ${Q}(?:real|imag)|request for member ${Q}(?:real|imag)[^\n]*npy_c(?:double|float|longdouble)|member reference base type ${Q}(?:const )?npy_c(?:double|float|longdouble))`;
var TABLE = String.raw`_?(\w*(?:(?:ARRAY|UFUNC|UMATH|NUMPY)\w*API|(?:Array|UFunc|NumPy)\w*_API))\b`;
var TWICE = String.raw`(?:multiple definition of ${Q}|duplicate symbol:? ${Q}?|error LNK2005: "?(?:void \* ?\* )?)${TABLE}`;
var NOWHERE = String.raw`(?:undefined reference to ${Q}|against undefined hidden symbol ${Q}|error: undefined (?:hidden )?symbol: |error LNK20(?:01|19): unresolved external symbol "?(?:void \* ?\* )?)${TABLE}|^\s*"${TABLE}", referenced from`;
var PY_FIELDS = "exc_type|exc_value|exc_traceback|f_lasti|tp_print|ob_digit|co_code|use_tracing|recursion_depth|f_code|f_localsplus";
var PY_NAMES = String.raw`PyUnicode_(?:FromUnicode|AS_UNICODE|GET_SIZE|READY|AsUnicode)|PyEval_CallObject|Py_UNICODE_\w+|_Py(?:Long_AsByteArray|Gen_Send|Unicode_Ready|Arg_\w+|Interpreter_\w+)|PyCode_New|PyThreadState_GET|_PyLong_New|Py_OptimizeFlag|PyCFunction_Call|Py_TYPE|Py_REFCNT|Py_SIZE`;
var NUMPYS_WHEEL = `Choose a NumPy that has a wheel for this Python (the first with wheels are ${firstWheels(["3.10", "3.11", "3.12", "3.13", "3.14"])}), or an older Python; \`pip install --only-binary numpy \u2026\` says so at once instead of building. If a requirement pins an older NumPy, that pin is what must change. Where the system is older than the wheels are made for, an older NumPy has one that it can install.`;
var buildNumpyItself = {
  ...buildKind(
    WHERE.nowhere,
    "build-numpy-itself",
    "NumPy is built from its sources, and that fails",
    "environment",
    "There is no wheel of that NumPy for this Python and platform (a NumPy that is older than the Python, as a rule), so the installer tried to build NumPy itself.",
    NUMPYS_WHEEL,
    ["https://numpy.org/neps/nep-0029-deprecation_policy.html"]
  ),
  pattern: /Failed building wheel for numpy\s*$|Failed to build (?:installable wheels for some pyproject\.toml based projects \()?(?:(?<=\()|`)?numpy(?:==([\w.]+))?[`)\s]*$|Could not build wheels for numpy\b|for numpy(?: \([\w.-]+\))?: (?:finished with status 'error'|error\s*$)|Failed to (?:download and )?build `numpy==([\w.]+)`|Failed to (?:build|fetch wheel|download and build): `?numpy==([\w.]+)/,
  hint: /numpy/,
  title: (match) => numpyItself(match.slice(1).find((one) => one !== void 0)),
  fix: () => NUMPYS_WHEEL
};
function numpyItself(version) {
  return `NumPy${version ? ` ${version}` : ""} is built from its sources, because it has no wheel for this Python and platform, and the build fails`;
}
var COMPILER_RULES = [
  buildNumpyItself,
  {
    ...buildKind(
      WHERE.buildNumpy,
      "build-np-headers-too-old",
      "Uses C-API that came with NumPy 2",
      "configuration",
      "The sources use macros, functions or headers that NumPy 1\u2019s headers do not have, such as `PyDataType_ELSIZE` or `numpy/npy_2_compat.h`, and are built with NumPy 1.x.",
      "Build with `numpy>=2.0`: the result runs on NumPy 1.x, too. To build with both, carry a copy of `npy_2_compat.h`.",
      [DOC, MIGRATION]
    ),
    pattern: new RegExp(
      `${unknownName(NEW_IN_NUMPY_2)}|numpy/(?:${NEW_HEADERS})\\.h['\u2019"]?(?:${HEADER_NOT_FOUND}| file not found)|\\bC1083: [^'"]*['"]numpy/(?:${NEW_HEADERS})\\.h`
    ),
    hint: /error(?: [A-Z]\d+)?: |numpy\//,
    title: () => "The sources need the headers of NumPy 2, and are built with older ones",
    fix: () => "Ask for `numpy>=2.0` in `[build-system] requires`: the result runs on NumPy 1.x, too. To build with 1.x as well, carry a copy of NumPy 2\u2019s `npy_2_compat.h` and include that.",
    hints: { requirement: "numpy", table: "build" }
  },
  {
    ...buildKind(
      WHERE.buildNumpy,
      "build-np2-removed-c-api",
      "Uses C-API that NumPy 2 removed",
      "numpy-abi",
      "The sources use struct fields, macros or functions that NumPy 2\u2019s headers no longer have, such as `descr->elsize`, `NPY_INFINITY`, `NPY_CONTIGUOUS`.",
      "Move to the successors (`PyDataType_ELSIZE`, `NPY_ARRAY_\u2026`, `INFINITY`), with `numpy/npy_2_compat.h` for both.",
      [MIGRATION]
    ),
    pattern: new RegExp(
      `${ERROR2}.*(?:no member named ${Q}(?:${NUMPY_FIELDS})[\u2019'"\`] in ${Q}(?:struct )?_?PyArray_Descr|PyArray_Descr\\w*${Q}?.* (?:has )?no member (?:named )?${Q}(?:${NUMPY_FIELDS})|${Q}(?:elsize|names|fields|subarray)[\u2019'"\`]: +is not a member of ${Q}_?PyArray_Descr)|${unknownName(GONE_IN_NUMPY_2)}|${GONE_IN_CYTHON}|${COMPLEX_FIELDS}|${NO_ARRAY_OBJECT}|numpy/(?:${GONE_HEADERS})\\.h['\u2019"]?(?:${HEADER_NOT_FOUND}| file not found)|\\bC1083: [^'"]*['"]numpy/(?:${GONE_HEADERS})\\.h`
    ),
    hint: /error(?: [A-Z]\d+)?: |numpy\/|is not a type identifier|Invalid type/,
    title: () => "The sources use C-API that NumPy 2 removed",
    fix: ([text]) => `${successorIn(text)} NumPy\u2019s migration guide lists all that is gone. Until then build with \`numpy<2\`.`,
    hints: { requirement: "numpy", table: "build" }
  },
  {
    ...buildKind(
      [{ look: "symbol", symbol: "NPY_NO_DEPRECATED_API", mention: true }, DEFINITION],
      "build-np-hidden-fields",
      "Reads fields of `PyArrayObject` that `NPY_NO_DEPRECATED_API` hides",
      "configuration",
      "The sources are built with `NPY_NO_DEPRECATED_API`, which leaves `PyArrayObject` without fields, and read one of them: `array->data`, `array->nd`, `array->dimensions`.",
      "Use the access functions (`PyArray_DATA`, `PyArray_NDIM`, `PyArray_DIMS`), or build without the macro.",
      [DOC, "https://numpy.org/doc/stable/reference/c-api/deprecations.html"]
    ),
    pattern: new RegExp(
      `${ERROR2}.*(?:PyArrayObject(?:_fields)?${CLOSE}.* has no member named ${Q}(?:${ARRAY_FIELDS})${CLOSE}|no member named ${Q}(?:${ARRAY_FIELDS})${CLOSE} in ${Q}(?:struct )?(?:tag)?PyArrayObject|${Q}(?:${ARRAY_FIELDS})${CLOSE}: +is not a member of ${Q}(?:tag)?PyArrayObject)`
    ),
    title: () => "The sources read fields of `PyArrayObject`, which `NPY_NO_DEPRECATED_API` hides",
    fix: () => "Write `PyArray_DATA(array)`, `PyArray_NDIM`, `PyArray_DIMS`, `PyArray_STRIDES`, `PyArray_DESCR`, `PyArray_FLAGS` in place of the fields. Where Cython made the source: build with Cython 3, or with 0.29 leave `NPY_NO_DEPRECATED_API` out of the macros.",
    hint: /PyArrayObject/,
    hints: { symbol: "NPY_NO_DEPRECATED_API" }
  },
  {
    ...buildKind(
      WHERE.importArray,
      "build-np-import-array",
      "`import_array()` stands where it cannot return",
      "configuration",
      "`import_array()` and `import_umath()` are macros that return NULL from the function they stand in when NumPy cannot be imported. In a function that returns nothing, or an `int`, that does not compile; the macro `NUMPY_IMPORT_ARRAY_RETVAL` is gone since NumPy 1.19.",
      "Call `import_array1(value)`, which returns that value, or `PyArray_ImportNumPyAPI()`, which returns -1 and does not leave the function.",
      ["https://numpy.org/doc/stable/reference/c-api/array.html#c.import_array"]
    ),
    pattern: new RegExp(`${unknownName("NUMPY_IMPORT_ARRAY_RETVAL")}|${RETURNS_FROM}`),
    hint: /error(?: [A-Z]\d+)?: /,
    title: () => "`import_array()` stands in a function that cannot return what it returns",
    fix: ({ input }) => /SWIG_|_wrap\.c/.test(input) ? "SWIG 4.4 and later puts `%init` into a function that returns an `int`: build with `numpy>=2.3.5`, whose macro knows that, or with SWIG 4.3; or write `import_array1(-1)` in the `.i` file." : "Write `import_array1(value)` with what the function returns on failure (`import_array1(-1)`; `import_array1()` where it returns nothing), or test `PyArray_ImportNumPyAPI() < 0` (in `numpy/npy_2_compat.h`, since NumPy 2.0). In place of `NUMPY_IMPORT_ARRAY_RETVAL` write `NULL`. Another NumPy does not help.",
    hints: { symbol: "import_array" }
  },
  {
    ...buildKind(
      WHERE.importArray,
      "build-np-table",
      "NumPy\u2019s C-API has its table twice, or nowhere",
      "configuration",
      "Several files share the table of NumPy\u2019s C-API by `PY_ARRAY_UNIQUE_SYMBOL`. The one that calls `import_array()` holds it; all others say `NO_IMPORT_ARRAY` before they include NumPy\u2019s headers. Without that the linker finds it twice; where all say it, nowhere.",
      "Define `NO_IMPORT_ARRAY` in all files but the one that calls `import_array()`.",
      ["https://numpy.org/doc/stable/reference/c-api/array.html#c.NO_IMPORT_ARRAY"]
    ),
    pattern: new RegExp(`${TWICE}|${NOWHERE}`),
    hint: /API\b/,
    title: (match) => match[1] === void 0 ? `No file holds \`${match[2] ?? match[3]}\`, the table of NumPy\u2019s C-API that they share` : `More than one file holds \`${match[1]}\`, the table of NumPy\u2019s C-API that they share`,
    fix: (match) => match[1] === void 0 ? "Take `#define NO_IMPORT_ARRAY` out of the file with the module\u2019s init function, and call `import_array();` there (for ufuncs `NO_IMPORT_UFUNC` and `import_umath();`). Another NumPy does not help." : "Write `#define NO_IMPORT_ARRAY` before `#include <numpy/arrayobject.h>` in all files but the one that calls `import_array();` (for ufuncs `NO_IMPORT_UFUNC`). Another NumPy does not help.",
    hints: { symbol: "PY_ARRAY_UNIQUE_SYMBOL" }
  },
  {
    ...buildKind(
      WHERE.missingHeaders,
      "build-np-headers-missing",
      "NumPy\u2019s headers are not found",
      "configuration",
      "The compiler does not find `numpy/arrayobject.h`: NumPy is not in the build environment, or its include directory is not passed.",
      "Add `numpy` to `[build-system] requires`, and pass `numpy.get_include()` (or `dependency('numpy')` in meson).",
      [DOC, "https://numpy.org/doc/stable/reference/generated/numpy.get_include.html"]
    ),
    pattern: new RegExp(
      `(?:numpy/\\w+\\.h)['\u2019"]?(?:${HEADER_NOT_FOUND}| file not found)|Cannot open include file: ['"]numpy/\\w+\\.h|\\bC1083: [^'"]*['"]numpy/\\w+\\.h`
    ),
    hint: /numpy\/\w+\.h/,
    title: () => "The build does not find NumPy\u2019s headers",
    fix: () => "Add `numpy>=2.0` to `[build-system] requires`, and pass its include directory: `include_dirs=[numpy.get_include()]` in setup.py, `dependency('numpy')` in meson.build.",
    hints: { requirement: "numpy", table: "build" }
  },
  {
    ...buildKind(
      [requirement(["cython"], ["build"]), BUILD_NUMPY, DEFINITION],
      "build-cython-too-old",
      "Built with a Cython that NumPy\u2019s declarations no longer know",
      "configuration",
      "From NumPy 2.5 on, what a build with Cython 0.29 reads of NumPy is an error on purpose; the errors after it, of names that are no type, follow from it.",
      "Build with Cython 3; or with an older NumPy as long as one has a wheel for that Python.",
      [DOC, "https://github.com/numpy/numpy/blob/main/numpy/__init__.pxd"]
    ),
    // numpy/__init__.pxd
    pattern: /NumPy Cython headers require Cython ([\d.]+) or newer/,
    hint: /NumPy Cython headers/,
    title: (match) => `NumPy\u2019s declarations need Cython ${match[1]}, and the build has an older one`,
    fix: (match) => `Ask for \`Cython>=${match[1]}\` in \`[build-system] requires\`; what it makes runs on NumPy 1.x, too. Until then build with \`numpy<2.5\`.`,
    hints: { requirement: "cython", table: "build" }
  },
  {
    ...buildKind(
      WHERE.target,
      "build-np-target",
      "`NPY_TARGET_VERSION` is higher than NumPy\u2019s headers",
      "configuration",
      "The sources ask for a C-API that is newer than the NumPy they are built with. (A macro that the headers do not know is silently 0, so the default.)",
      "Build with a newer NumPy, or lower `NPY_TARGET_VERSION`.",
      [DOC]
    ),
    pattern: /NPY_TARGET_VERSION (?:higher than NumPy headers|[^"]*not supported)/,
    hint: /NPY_TARGET_VERSION/,
    title: () => "`NPY_TARGET_VERSION` asks for a newer NumPy than the build has",
    fix: () => "Lower `NPY_TARGET_VERSION`, or ask for a newer `numpy` in `[build-system] requires`.",
    hints: { requirement: "numpy", table: "build", symbol: "NPY_TARGET_VERSION" }
  },
  {
    ...buildKind(
      WHERE.definition,
      "build-py-removed-c-api",
      "Uses C-API that this Python removed",
      "python-abi",
      "The sources (or those that an old Cython generated) use headers, fields or functions of Python\u2019s C-API that are gone: `longintrepr.h`, `tp_print`, `exc_type`, `PyUnicode_FromUnicode`.",
      "Regenerate with a current Cython, or use the successor; `pythoncapi-compat` helps.",
      [WHATSNEW, "https://github.com/python/pythoncapi-compat"]
    ),
    pattern: new RegExp(
      `longintrepr\\.h['\u2019"]?(?:: No such file| file not found)|${ERROR2}.*(?:(?:no member (?:named )?|is not a member)${Q}?(?:${PY_FIELDS})|${Q}(?:${PY_FIELDS})[\u2019'"\`]: +is not a member|incomplete (?:typedef|type) ${Q}(?:PyFrameObject|struct _frame)|${Q}(?:${PY_NAMES})[\u2019'"\`]|undeclared identifier ${Q}(?:${PY_NAMES}))`
    ),
    hint: /error(?: [A-Z]\d+)?: |longintrepr/,
    title: () => "The sources use C-API that this Python removed",
    fix: () => "Regenerate the C files with a current Cython (do not ship generated ones), or replace what the compiler names; `pythoncapi_compat.h` covers old and new Pythons.",
    hints: { requirement: "cython", table: "build" }
  }
];
var BUILD_RULES = [...COMPILER_RULES, ...INSTALL_RULES];

// src/judge/diagnose/fault-dump.ts
var FRAME2 = /^ {2}File "(.*?)", line (\d+|\?\?\?) in (.+)$/;
var BINARY = /^ {2}Binary file "(.*?)"/;
var MODULE_FILE = /\.(?:so(?:\.\d+)*|pyd|dll|dylib)$/i;
var RUNTIME2 = /\/(?:libc|libpython|libpthread|libstdc\+\+|ld-)[^/]*$/;
function readFaultDump(text) {
  const lines = text.split("\n");
  const start = lines.findLastIndex(
    (line) => /^(?:Current thread|Thread) 0x|^Current thread's C stack/.test(line)
  );
  const head = lines.findLastIndex(
    (line) => /^Current thread 0x.*\(most recent call first\)/.test(line)
  );
  const frames = [];
  for (const line of lines.slice((head < 0 ? start : head) + 1)) {
    const [, file, number, name] = FRAME2.exec(line) ?? [];
    if (!file || !name) break;
    frames.push({ file, line: Number(number) || 0, function: name });
  }
  const binaries = lines.flatMap((line) => BINARY.exec(line)?.[1] ?? []).filter((file) => MODULE_FILE.test(file) && !RUNTIME2.test(file));
  return { frames, binaries };
}
function phaseOfDump(text) {
  const { frames } = readFaultDump(text);
  if (frames.length === 0 && text.includes("<no Python frame>")) return "exit";
  const top = frames.find((frame) => frame.function !== "_call_with_frames_removed");
  const loading = /^(?:create_module|exec_module)$/.test(top?.function ?? "") || frames.some(
    (one) => one.function === "<module>" && /[\\/](?:site|dist)-packages[\\/]/.test(one.file)
  );
  return loading ? "import" : "call";
}

// src/judge/diagnose/required-floor.ts
var import_pep440 = __toESM(require_pep440(), 1);
function requiredFloor(own, { floor }) {
  return highestFloor([own, floor]) ?? own;
}
function highestFloor(floors) {
  return floors.reduce(
    (highest, one) => highest === null || one !== null && (0, import_pep440.compare)(one, highest) > 0 ? one : highest,
    null
  );
}
function floorOf({ numpy, works }) {
  return minorOf(numpy) === minorOf(works) ? works : minorOf(works);
}

// src/judge/diagnose/cython-sizes.ts
var NEW = /([\w.]+) size changed, may indicate binary incompatibility\. Expected (\d+)(?:-(\d+))? from C header, got (\d+)(?:-(\d+))? from PyObject/;
var OLD = /([\w.]+) (?:size changed, may indicate binary incompatibility|has the wrong size, ?try recompiling)\. ?Expected (\d+) ?, ?got (\d+)/;
function parseSizeComplaint(text) {
  const modern = NEW.exec(text);
  if (modern?.[1]) {
    return complaint(modern[1], Number(modern[3] ?? modern[2]), Number(modern[5] ?? modern[4]));
  }
  const old = OLD.exec(text);
  if (old?.[1]) return complaint(old[1], Number(old[3]), Number(old[2]));
  return void 0;
}
function complaint(object, header, runtime) {
  const type = /^numpy\.(?:\w+\.)*(ndarray|dtype|ufunc)$/.exec(object)?.[1];
  const known = type === "ndarray" || type === "dtype" || type === "ufunc" ? type : void 0;
  return {
    object,
    header,
    runtime,
    builtFor: known && releasesOfSize(known, header),
    running: known && releasesOfSize(known, runtime)
  };
}
function describeSizes(sizes) {
  const header = sizes.builtFor ? ` (as since NumPy ${sizes.builtFor.first})` : "";
  const runtime = sizes.running ? ` (as in ${describeRange(sizes.running)})` : "";
  return `\`${sizes.object}\` has ${sizes.header} bytes in the headers it was compiled with${header} and ${sizes.runtime} bytes in the release that was loaded${runtime}`;
}

// src/judge/diagnose/rules/cython-other-release.ts
var SIGNATURE = /C (function|variable) ([\w.]+) has wrong signature \(expected .*/;
var NOT_EXPORTED = /([\w.]+) does not export expected C (function|variable) (\w+)/;
function find(symptoms) {
  const sizes = symptoms.texts.map(parseSizeComplaint).find((one) => one !== void 0);
  if (sizes) {
    const { object, header, runtime } = sizes;
    const hit = search(symptoms, /.*(?:size changed|has the wrong size).*/);
    const facts = { type: object, header, runtime };
    return { object, how: describeSizes(sizes), hit, grew: header < runtime, facts };
  }
  const other = search(symptoms, SIGNATURE);
  if (other) {
    const [, what2, object = ""] = other.match;
    const how2 = `the C ${what2} \`${object}\` has another type in the release it was compiled with`;
    return { object, how: how2, hit: other, facts: { type: object } };
  }
  const gone = search(symptoms, NOT_EXPORTED);
  if (!gone) return void 0;
  const [, module = "", what, name = ""] = gone.match;
  const how = `\`${module}\` of the release that was loaded has no C ${what} \`${name}\``;
  return { object: `${module}.${name}`, how, hit: gone, facts: { type: `${module}.${name}` } };
}
function ownerOf(object, { evidence }) {
  const [top = object] = object.split(".");
  const loaded = evidence.observation.events.find(({ module }) => module.startsWith(`${top}.`));
  return (loaded && evidence.ownerOf(loaded.file)?.distribution) ?? top;
}
var cythonTypeSize = {
  id: "cython-type-size",
  where: WHERE.buildNumpy,
  name: "Compiled against another release of the package that owns a Cython type",
  category: "unrelated",
  severity: "error",
  means: "Cython compares what it imports from another package with what it was at build time: the size of a type, the signature of a C function or variable. It differs, or is gone, so the importing module was compiled against another release of the package that owns it.",
  remedy: "Install the two from releases that belong together, or rebuild the importing module.",
  links: ["https://github.com/cython/cython/blob/master/Cython/Utility/ImportExport.c"],
  match(symptoms) {
    if (symptoms.evidence.observation.outcome.kind !== "raised") return void 0;
    const found = find(symptoms);
    if (!found) return void 0;
    const owner = ownerOf(found.object, symptoms);
    const version = symptoms.evidence.installed.get(owner);
    const name = nameOfBinary(symptoms.culprit);
    if (found.grew && symptoms.chain[0]?.type === "ValueError") return strict(symptoms, found);
    return diagnosis(cythonTypeSize, symptoms, {
      tell: (scope) => ({
        title: `${name} was compiled against another release of \`${owner}\``,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)}: ${found.how}.`,
          version && `Installed is ${owner} ${version}.`,
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: `Rebuild against the release of \`${owner}\` that users will have, and pin both together.`,
          dependency: `Install releases of ${name} and \`${owner}\` that belong together${version ? ` (another one than ${owner} ${version})` : ""}, or rebuild ${name} from source.`
        })
      }),
      facts: found.facts,
      key: [owner],
      evidence: shownBy(symptoms, found.hit),
      category: owner === "numpy" ? "numpy-abi" : "unrelated"
    });
  }
};
function strict(symptoms, { object, how, hit, facts }) {
  const name = nameOfBinary(symptoms.culprit);
  return diagnosis(cythonTypeSize, symptoms, {
    tell: (scope) => ({
      title: `${name} does not allow that \`${object}\` grows`,
      explanation: sentences(
        `${describeBinary(symptoms.culprit)}: ${how}. A type that grew at its end is harmless, and Cython only warns of it, unless the module declares it with \`check_size error\`.`,
        describeHistory(symptoms.history, scope)
      ),
      fix: fixFor(symptoms, {
        own: `Declare \`${object}\` with \`check_size ignore\` instead of \`check_size error\`, or take it by \`cimport\` from the package's own \`.pxd\` file.`,
        dependency: `Upgrade ${name}, or report it to its maintainers: \`check_size ignore\` in its declaration is enough.`
      })
    }),
    facts,
    key: [object, "check_size"],
    evidence: shownBy(symptoms, hit),
    category: object.startsWith("numpy.") ? "numpy-abi" : "unrelated",
    hints: { symbol: "check_size" }
  });
}

// src/judge/diagnose/cython-name.ts
function moduleOfCythonName(name) {
  let rest = /^__pyx_[a-z]+_(?=\d)(.+)$/.exec(name)?.[1] ?? "";
  const parts = [];
  for (; ; ) {
    const [digits = ""] = /^\d+(?=[A-Za-z_])/.exec(rest) ?? [];
    const part = rest.slice(digits.length, digits.length + Number(digits));
    if (digits === "" || !/^[a-z_]\w*$/.test(part)) break;
    parts.push(part);
    rest = rest.slice(digits.length + part.length).replace(/^_/, "");
  }
  return parts.length > 1 ? parts.join(".") : void 0;
}

// src/judge/diagnose/debugger-frames.ts
var FORMS = [
  // gdb: `#1  0x00007ffff1a2b3c4 in PyInit__core () from /x/_core.so`, `#2  f (a=1) at src/a.c:12`.
  /^#\d+ +(?:0x[0-9a-f]+ in )?(?!0x)(?<name>[\w:~<>?.]+)(?! ?\/)[^\n]*?(?: from (?<library>\/\S+)| at (?<file>\S+?):(?<line>\d+))?$/,
  // lldb: `frame #0: 0x0000000101e5c1a4 _core.cpython-312-darwin.so`PyInit__core + 24 at core.c:7:3`.
  /^\s*(?:\* )?frame #\d+: 0x[0-9a-f]+ (?<library>[^\s`]+)`(?<name>\S+)(?:.*? at (?<file>[^\s:]+):(?<line>\d+))?/,
  // valgrind: `==9==    at 0x6B2C3D4: PyInit__core (in /x/_core.so)`, `by 0x2B2A1C: load (importdl.c:164)`.
  /^(?:==\d+== +)?\s*(?:at|by) 0x[0-9A-F]+: (?<name>[\w:~<>?.@]+)[^\n]* \((?:in (?<library>\/[^()]+)|(?<file>[^()\s:]+):(?<line>\d+))\)$/,
  // AddressSanitizer: `    #1 0x7f1f in PyInit__core /src/core.c:12:3`, `    #2 0x7f2a in f (/x/_core.so+0x12a)`.
  /^\s*#\d+ 0x[0-9a-f]+ +(?:in (?<name>[\w:~<>?.]+) ?[^\n]*?)?(?:\((?<library>\/[^()]+?)\+0x[0-9a-f]+\)(?: \(BuildId: \w+\))?|(?<file>[^\s:()]+\.\w+):(?<line>\d+)(?::\d+)?)$/,
  // coredumpctl: `#0  0x00007f1c PyInit__core (_core.cpython-312-x86_64-linux-gnu.so + 0x10f3)`.
  /^\s*#\d+ +0x[0-9a-f]+ (?<name>\S+) \((?<library>[^()\s]+) \+ 0x[0-9a-f]+\)$/,
  // gdb, where a program stopped: `0x0000007ff7489e70 in ?? () from /x/libfoo.so`.
  /^0x[0-9a-f]+ in (?<name>\S+) \(.*\) from (?<library>\/\S+)$/,
  // macOS' crash report: `0   _core.cpython-312-darwin.so   	       0x101e5c1a4 PyInit__core + 24`.
  /^\d+ +(?<library>\S+)\s+0x[0-9a-f]+ (?<name>\S+) \+ \d+/,
  // Julia: `PyInit__core at /x/_core.so (unknown line)`, `f at /src/a.c:12`.
  /^(?<name>[\w:~<>?.]+) at (?:(?<library>\/\S+?\.(?:so|dylib)[\w.]*) \(unknown line\)|(?<file>\/\S+\.(?:c|cc|cpp|h|jl)):(?<line>\d+)(?: \[inlined\])?)$/,
  // Java: `# C  [_core.so+0x1044]  PyInit__core+0x24`.
  /^# C +\[(?<library>[^\]+]+)\+0x[0-9a-f]+\](?: +(?<name>[\w:~<>?.]+?)(?:\+0x[0-9a-f]+)?)?$/,
  // Linux' kernel: `python3[71]: segfault at 10 ip 00007f sp 00007f error 4 in _core.so[7f00+5000]`.
  /\bsegfault at [0-9a-f]+ ip [0-9a-f]+ sp [0-9a-f]+ error \d+ in (?<library>[^\s[]+)\[/,
  /\btraps: \S+ .*? in (?<library>[^\s[]+)\[/,
  // glibc's `backtrace_symbols`: `/x/_core.so(PyInit__core+0x2a) [0x7f]`.
  /^(?<library>\/[^\s()]+)\((?<name>[\w@.]*)\+0x[0-9a-f]+\) ?\[0x[0-9a-f]+\]$/,
  // Windows' event log, in any language: `Faulting module path: C:\x\_core.cp312-win_amd64.pyd`.
  /^\s*[^\n:：]{3,60}[:：]\s*(?<library>[A-Za-z]:\\[^:*?"<>|]+\.(?:pyd|dll))\s*$/i
];
var LIKE = /0x|^#| at \S|segfault at |traps: |[:：] ?[A-Za-z]:\\/;
function debuggerFrame(line) {
  if (!LIKE.test(line)) return void 0;
  for (const form of FORMS) {
    const found = form.exec(line)?.groups;
    if (!found) continue;
    const { name = "??", library = null, file = null, line: at2 } = found;
    const module = library === null ? moduleOfCythonName(name) : void 0;
    return {
      function: name,
      library: module === void 0 ? library : `module:${module}`,
      file,
      line: at2 ? Number(at2) : null
    };
  }
  return void 0;
}
var IMAGE = /^\s*0x[0-9a-f]+ -\s+0x[0-9a-f]+ \+?(\S+) [^<]*<[\w-]+> (\/\S.*)$/;
function imagePath(line) {
  const [, name, path] = line.includes("<") ? IMAGE.exec(line) ?? [] : [];
  return name && path ? [name, path] : void 0;
}

// src/judge/diagnose/death-scene.ts
function atDeath(symptoms) {
  const { evidence } = symptoms;
  const { observation, module } = evidence;
  const importing = observation.phase === "import" || observation.phase === "parents";
  const ofTarget2 = importing || observation.phase === "exit" ? module?.path : void 0;
  const file = observation.culpritFile ?? ofTarget2 ?? crashedFile(evidence);
  const loadedAs = observation.events.findLast((event) => event.file === file)?.module;
  const culprit = file ? culpritOfFile(evidence, file, loadedAs ?? module?.name ?? null) : ofStack(symptoms);
  const facts = file === null ? null : evidence.factsOf(file);
  return { ...symptoms, culprit, culpritPath: file, facts, fault: faultOf(evidence, culprit) };
}
function ofStack(symptoms) {
  const dump = readFaultDump(symptoms.stderr);
  if (diesInNumpysImport(dump.frames)) {
    return { distribution: "numpy", version: symptoms.numpy, module: null, file: null };
  }
  const { evidence } = symptoms;
  const isOther = (file) => {
    const owner = evidence.ownerOf(file)?.distribution;
    return owner !== void 0 && owner !== "" && owner !== "numpy";
  };
  const native = dump.binaries.find(isOther);
  if (native !== void 0) return culpritOfFile(evidence, native, null);
  const frame = blamedFrame(evidence, dump.frames.toReversed());
  if (frame) return culpritOfFile(evidence, frame.file, null);
  const [binary] = dump.binaries;
  return binary === void 0 ? symptoms.culprit : culpritOfFile(evidence, binary, null);
}
function diesInNumpysImport(frames) {
  const isNumpy2 = (frame) => /[\\/](?:site|dist)-packages[\\/]numpy[\\/]/.test(frame.file);
  const own = frames.filter((frame) => !frame.file.startsWith("<"));
  const other = own.findIndex((frame) => !isNumpy2(frame));
  const inner = other < 0 ? own : own.slice(0, other);
  return inner.some(
    (frame) => /[\\/]numpy[\\/]__init__\.py$/.test(frame.file) && frame.function === "<module>"
  );
}
function where(symptoms) {
  switch (symptoms.evidence.observation.phase) {
    case "call":
      return symptoms.evidence.smoke ? "in the smoke code" : "at a call";
    case "exit":
      return "when the interpreter ends";
    case "start":
      return "";
    default:
      return "while it is imported";
  }
}
function at(symptoms) {
  const place = where(symptoms);
  return place === "" ? "" : ` ${place}`;
}
function withoutFolders(text) {
  return text.replace(/(^|")[^"]*[\\/](?:(?:site|dist)-packages|python\d\.\d+t?|Lib)[\\/]/, "$1");
}
var OWN_FRAME = /[\\/]probe-\w+[\\/]code[\\/](?:launcher|worker)\.py"/;
function stackLines(symptoms) {
  const lines = symptoms.stderr.split("\n").filter((line) => line.trim() !== "" && !OWN_FRAME.test(line));
  const fatal = lines.findLastIndex(
    (line) => /^(?:Fatal Python error|Windows fatal exception|Timeout \()/.test(line)
  );
  if (fatal < 0) {
    const native = lines.filter((line) => debuggerFrame(line) !== void 0);
    const named = native.findIndex((line) => /\.(?:so|dylib|pyd)\b|:\d+$/.test(line));
    if (named >= 0) return [...lines.slice(0, 1), ...native.slice(named, named + 3)];
    return lines.slice(-4);
  }
  const current = lines.findIndex((line, at2) => at2 > fatal && /^Current thread 0x/.test(line));
  const user = lines.slice(Math.max(fatal, current)).filter((line) => /^\s+File "(?!<frozen|<probe>)/.test(line)).map(withoutFolders);
  if (symptoms.evidence.observation.outcome.kind === "timed-out") return user.slice(0, 4);
  return [...lines.slice(Math.max(0, fatal - 1), fatal + 1), ...user.slice(0, 3)];
}
function innermostFrame(symptoms) {
  const frame = readFaultDump(symptoms.stderr).frames.find(
    (one) => !one.file.startsWith("<") && !OWN_FRAME.test(`${one.file}"`)
  );
  return frame && `${withoutFolders(frame.file)}:${frame.line} in ${frame.function}`;
}
function isSmokeItself({ evidence, culprit }) {
  return evidence.smoke && culprit.distribution === null && culprit.module === null;
}

// src/judge/diagnose/platform-of.ts
var TELLING = [
  [/DLL load failed|Windows fatal exception|\[WinError \d|(?:^|[\s"'(])[A-Za-z]:\\\w/m, "windows"],
  [/-darwin\.so\b|\.dylib\b|mach-o|Library\/Frameworks\/Python\.framework/i, "macos"],
  [/-linux-\w+\.so\b|\.so\.\d|GLIBC(?:XX)?_|ELF\b|\/usr\/lib\/[\w-]*linux/, "linux"]
];
function platformOf({ evidence, texts, chain }) {
  const { combination, observation } = evidence;
  if (combination) return combination.platform;
  const { outcome } = observation;
  if (outcome.kind === "signalled" && !outcome.signal.startsWith("SIG")) return "windows";
  const files = chain.flatMap(({ frames }) => frames.map(({ file }) => file));
  const told2 = [...texts, ...files, observation.stderr].join("\n");
  return TELLING.find(([words]) => words.test(told2))?.[1] ?? null;
}

// src/judge/diagnose/rules/crash-fix.ts
function isScript({ evidence, culprit }) {
  const { distribution, module, file } = culprit;
  return evidence.combination === null && !distribution && !module && /\.py$/.test(file ?? "");
}
function commandOf(symptoms) {
  const { evidence, culprit } = symptoms;
  if (isScript(symptoms)) return culprit.file ?? "script.py";
  return evidence.smoke ? "smoke.py" : `-c "import ${culprit.module ?? "module"}"`;
}
function isImport({ evidence: { observation } }) {
  if (observation.phase !== "start") return observation.phase !== "call";
  return observation.nativeFrames.some(
    (frame) => /^PyInit_|_mod_exec|pymod_exec/.test(frame.function)
  );
}
var ILLEGAL = /^(?:SIGILL|ILLEGAL_INSTRUCTION)$/;
function crashFix(symptoms, lazy, below, scope) {
  const { outcome } = symptoms.evidence.observation;
  if (outcome.kind === "signalled" && outcome.signal === "SIGKILL") {
    return "Look for the memory that it takes (`dmesg`, the runner\u2019s log): give it a machine with more, or make it take less. A time limit of the runner kills the same way.";
  }
  const name = nameOf(symptoms.culprit);
  const delayed = outcome.kind === "signalled" && outcome.signal.startsWith("DELAY_LOAD");
  if (delayed) {
    return 'Find which DLL it is (Process Monitor, Dependencies): an old copy on PATH or beside the program comes before the right one. In conda environments NumPy needs the `libblas` variant that it was built for: `conda install "libblas=*=*openblas"` (or `*mkl`), with all packages from one channel.';
  }
  const debug = `Run the same under a debugger (${platformNamed(platformOf(symptoms)).debug(commandOf(symptoms))})`;
  const cap = below === null ? "" : ` Until it is found, declare \`numpy<${below}\`.`;
  const illegal = outcome.kind === "signalled" && ILLEGAL.test(outcome.signal);
  if (isSmokeItself(symptoms) || isScript(symptoms) && !illegal) {
    return `${debug}: the first frame that is neither Python\u2019s nor the C library\u2019s is whose it is. Without a debugger, call less ${isScript(symptoms) ? "there" : "in the smoke code"} until it no longer crashes.${cap}`;
  }
  if (illegal) {
    const { distribution } = symptoms.culprit;
    const one = distribution ?? "NAME";
    return `${distribution === null ? "What runs there" : "It"} was built for a newer processor than this one (or than a virtual machine shows: pass the host\u2019s through), or chose its instructions wrongly. Install an older release${distribution === null ? "" : ` of ${name}`}, or compile it on this machine (\`pip install --no-cache-dir --no-binary ${one} ${one}\`). Where OpenBLAS chose wrongly, as on boards with ARM, \`OPENBLAS_CORETYPE=ARMV8\` helps (on x86-64: \`OPENBLAS_CORETYPE=Nehalem\`).`;
  }
  const atImport = isImport(symptoms);
  if (symptoms.culprit.distribution === "numpy" && symptoms.fault !== "own" && !atImport) {
    return "NumPy\u2019s own code crashed, on what it was given or by itself: start the program with `PYTHONFAULTHANDLER=1` to see who called it. Install NumPy anew, with the BLAS that it was built for (conda: all packages from one channel); if it still crashes, report it to NumPy with that stack.";
  }
  if (symptoms.culprit.distribution === "numpy" && symptoms.fault !== "own" && atImport) {
    return "NumPy crashes in its own import, so no other package is to blame: install NumPy anew, with the BLAS that it was built for (conda: all packages from one channel); if it still crashes, report it to NumPy with this stack and the processor\u2019s name.";
  }
  if (lazy) {
    return fixFor(symptoms, {
      own: "Build with pybind11 \u2265 2.12 or rust-numpy \u2265 0.22 and NumPy \u2265 2.0; until then declare `numpy<2`.",
      dependency: `Upgrade ${name}, or require \`numpy<2\`.`
    });
  }
  const { history } = symptoms;
  const floor = history.kind === "below" ? ` With \`numpy>=${requiredFloor(floorOf(history), scope)}\` it works: require that until then.` : "";
  return fixFor(symptoms, {
    own: `${debug} and mend what the top frame of your source does.${cap}${floor}`,
    dependency: `Upgrade ${name}; if the newest release crashes as well, report it to its maintainers with the stack.${cap}${floor}`
  });
}

// src/judge/diagnose/foreign-headers.ts
function foreignHeaders({ fault, facts, evidence }) {
  const build = evidence.combination?.buildNumpy ?? null;
  if (fault !== "own" || facts === null || build === null || build.startsWith("1.")) return null;
  return erasOf(facts).includes("1.x") ? build : null;
}
var TAKE_THE_BUILDS_HEADERS = "Take NumPy\u2019s headers from the build environment, by `numpy.get_include()`: the include directories of this extension name another copy of them, such as one in the sources. Where the file is not compiled by this build at all, compile it anew against NumPy 2.";
function tellForeignHeaders(build) {
  return `The build environment has NumPy ${build}, so these headers come from elsewhere.`;
}

// src/judge/diagnose/stub-culprit.ts
function culpritOfStub(evidence, stub, otherwise = NOBODY) {
  const frame = stub && blamedFrame(evidence, stub.frames);
  return frame ? culpritOfFrame(evidence, frame) : otherwise;
}

// src/judge/diagnose/told-environment.ts
var CONDA_PATH = /[\\/](?:[\w.-]*(?:anaconda|miniconda|miniforge|mambaforge|micromamba|mamba)[\w.-]*|conda)[\\/]/i;
var DEBIAN = /(?:^|\n)\/usr\/lib\/python3\/dist-packages\//;
var NOTEBOOK = /ipython-input|(?:^|\n)(?:Cell In|Input In)\b/;
function filesOf({ chain }) {
  return chain.flatMap((one) => one.frames.map((frame) => frame.file)).join("\n");
}
function installThere(symptoms, requirement2) {
  if (symptoms.evidence.combination !== null) return "";
  const files = filesOf(symptoms);
  if (CONDA_PATH.test(files)) return ` (\`conda install "${requirement2}"\`)`;
  if (DEBIAN.test(files)) {
    return ` (\`python3 -m venv\` first, then \`pip install "${requirement2}"\` in it: what apt installed fits together only with what apt installs)`;
  }
  return /[\\/](?:site|dist)-packages[\\/]/.test(files) ? ` (\`pip install "${requirement2}"\`)` : "";
}
function restartNote(symptoms) {
  return NOTEBOOK.test(filesOf(symptoms)) ? " If NumPy or this package was installed in the running notebook, restart its kernel (Colab: the runtime) first: it keeps the NumPy that it loaded." : "";
}

// src/judge/diagnose/rules/np1-on-np2.ts
var OLD_API = /_(?:ARRAY|UFUNC)_API not found/;
var OLD_HEADERS = /numpy\.core\.(?:multiarray|umath|_multiarray_umath) failed to import(?! \(auto-generated)/;
function isBuiltForNumpy1(symptoms) {
  return erasOf(symptoms.facts).includes("1.x");
}
function find2(symptoms) {
  for (const text of symptoms.texts) {
    const sizes = parseSizeComplaint(text);
    if (sizes?.object !== "numpy.dtype" || sizes.header <= sizes.runtime) continue;
    const hit = search(symptoms, /numpy\.dtype (?:size changed|has the wrong size).*/);
    return { hit, how: `${describeSizes(sizes)}: the struct changed with NumPy 2.0.` };
  }
  if (symptoms.numpyMajor !== void 0 && symptoms.numpyMajor < 2) return void 0;
  const told2 = search(symptoms, STUB_TEXT) ?? search(symptoms, OLD_API);
  if (told2) return { hit: told2, how: "" };
  if (symptoms.numpyMajor === void 0) return void 0;
  const old = search(symptoms, OLD_HEADERS);
  if (old && symptoms.evidence.observation.numpy !== null) return { hit: old, how: "" };
  if (complainedInItsLoad(symptoms)) {
    return {
      hit: void 0,
      how: "It raises an error of its own; NumPy\u2019s complaint, which came before it, is the cause."
    };
  }
  const silent = isBuiltForNumpy1(symptoms) && symptoms.history.kind !== "alike";
  return silent && cannotSayMore(symptoms) ? {
    hit: void 0,
    how: "The message does not say so, but the file holds the text of NumPy 1.x headers."
  } : void 0;
}
function complainedInItsLoad({ evidence, stubs, facts, culpritPath }) {
  const { outcome, events } = evidence.observation;
  const failed = events.some(({ event, file }) => event === "fail" && file === culpritPath);
  return outcome.kind === "raised" && failed && stubs.length > 0 && facts?.capi.era === "1.x";
}
function cannotSayMore(symptoms) {
  const { outcome } = symptoms.evidence.observation;
  if (outcome.kind !== "raised") return false;
  const hidden = /failed to import|initialization failed|without raising an exception|unreported exception|most likely due to a circular import|exception set/;
  return symptoms.history.kind === "from" || search(symptoms, hidden) !== void 0;
}
function apply(symptoms) {
  const found = find2(symptoms);
  return found && describeNp1OnNp2(symptoms, found.hit, found.how);
}
function onlyFileForNumpy1({ culprit, evidence }) {
  if (culprit.distribution !== null || culprit.module !== null) return void 0;
  const { events, phase } = evidence.observation;
  if (phase !== "call" && !evidence.smoke) return void 0;
  const loaded = new Map(
    events.filter(({ event, file }) => event === "end" && evidence.factsOf(file)?.capi.era === "1.x").map(({ file, module }) => [file, module])
  );
  const [first, ...more] = loaded;
  return first && more.length === 0 ? culpritOfFile(evidence, ...first) : void 0;
}
function exactCulprit({ culprit, evidence, stubs }) {
  if (stubs.length === 0 || culprit.distribution !== null && culprit.module !== null) {
    return culprit;
  }
  const told2 = culpritOfStub(evidence, stubs.at(-1), culprit);
  const same = culprit.distribution === null || told2.distribution === culprit.distribution;
  return same ? told2 : culprit;
}
function describeNp1OnNp2(seen, hit, how) {
  const only = onlyFileForNumpy1(seen);
  const culprit = only ?? exactCulprit(seen);
  const found = only !== void 0;
  const symptoms = found ? { ...seen, culprit, fault: faultOf(seen.evidence, culprit) } : seen;
  const name = nameOfBinary(culprit);
  const buildNumpy = symptoms.evidence.combination?.buildNumpy;
  const own = symptoms.fault === "own" && buildNumpy?.startsWith("1.");
  const foreign = found ? null : foreignHeaders(symptoms);
  const headers = own ? `NumPy ${buildNumpy} headers` : "NumPy 1.x headers";
  return diagnosis(np1OnNp2, symptoms, {
    tell: (scope) => ({
      title: found ? `${name} fails at a call with NumPy 2.x: it was built for NumPy 1.x` : cannotBeImported(nameOfFailing(culprit, symptoms, scope)),
      explanation: sentences(
        `${describeBinary(culprit)} was built with ${headers} (C ABI 1.x) and loaded under ${runningNumpy(symptoms, scope)}.`,
        `NumPy 2 has another C ABI, so ${found ? "the first use of its C-API" : "the import"} stops with an error instead of reading wrong memory.`,
        foreign && tellForeignHeaders(foreign),
        how,
        describeBoundary(symptoms.history, scope)
      ),
      fix: fixFor(symptoms, {
        own: foreign ? `${TAKE_THE_BUILDS_HEADERS} Until then declare \`numpy<2\` in \`dependencies\`.` : "Build against NumPy 2: in `[build-system] requires`, ask for `numpy>=2.0` instead of a 1.x release; the result still runs on NumPy 1.x, on 1.25 and later at least (with `NPY_TARGET_VERSION` on older ones, too). Until then declare `numpy<2` in `dependencies`.",
        dependency: `Upgrade ${name} to a release whose wheels are built for NumPy 2. If there is none yet, require \`numpy<2\`${installThere(symptoms, "numpy<2")} and report it to its maintainers.${restartNote(symptoms)}`
      })
    }),
    ...found && { fault: symptoms.fault },
    ...foreign && { key: ["foreign headers"] },
    culprit,
    evidence: shownBy(symptoms, hit),
    hints: symptoms.fault === "dependency" && culprit.distribution ? { requirement: culprit.distribution, table: "runtime" } : foreign ? { definition: true } : { requirement: "numpy", table: "build" }
  });
}
function cannotBeImported(failing) {
  const verb = /^\d/.test(failing) ? "they were" : "it was";
  return `${failing} cannot be imported with NumPy 2.x: ${verb} built for NumPy 1.x`;
}
var np1OnNp2 = {
  id: "np1-on-np2",
  where: WHERE.builtForNumpy1,
  name: "Built for NumPy 1.x, loaded under NumPy 2",
  category: "numpy-abi",
  severity: "error",
  means: "The module was compiled with NumPy 1.x headers. NumPy 2.0 changed the C ABI (0x1000009 \u2192 0x2000000), so such a binary cannot run on it. Seen as NumPy\u2019s long text on stderr, as `_ARRAY_API not found`, as `numpy.core.multiarray failed to import`, or as Cython\u2019s `numpy.dtype size changed \u2026 Expected 96 from C header, got 88 from PyObject`.",
  remedy: "Rebuild against NumPy \u2265 2.0: the result runs on 2.x and on the 1.x releases from its C-API target on. A dependency: upgrade it, or require `numpy<2` until it has a release for NumPy 2.",
  links: [
    "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html",
    "https://numpy.org/doc/stable/dev/depending_on_numpy.html#numpy-2-0-specific-advice",
    "https://github.com/numpy/numpy/blob/main/numpy/core/_multiarray_umath.py"
  ],
  match: apply
};

// src/judge/diagnose/rules/untold-death.ts
function describeUntoldDeath(crash2, symptoms) {
  return diagnosis(crash2, symptoms, {
    tell: (scope) => ({
      title: "A worker process died",
      explanation: sentences(
        `A process that works for another one ended in the middle of its work under ${runningNumpy(symptoms, scope)}.`,
        "The log does not say how: it may have crashed in compiled code, or was killed because memory ran out."
      ),
      fix: "Do the same work in one process (pytest: `-n 0`; a pool: call the function itself; a notebook: the cell as a script) with `PYTHONFAULTHANDLER=1`: a crash then shows its stack. Where it shows nothing, or goes well, look for the memory that it takes (`dmesg`, the runner\u2019s log)."
    }),
    facts: { signal: null },
    key: ["untold"],
    evidence: stackLines(symptoms)
  });
}

// src/judge/diagnose/rules/death.ts
var FAULTHANDLER = "https://docs.python.org/3/library/faulthandler.html";
function nativeSource(symptoms) {
  const frame = crashFrame(symptoms.evidence.observation);
  return frame?.file && frame.line !== null ? { file: frame.file, line: frame.line } : void 0;
}
var crash = {
  id: "crash",
  where: WHERE.importArray,
  name: "The process crashed",
  category: "crash",
  severity: "error",
  means: "The operating system or the C runtime ended the process: SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGKILL, or an exception code on Windows (0xC0000005 is an access violation). Without a debugger the file that was being loaded is the best pointer.",
  remedy: "Run it under gdb or lldb; look at the C stack; compare with a NumPy on which it works.",
  links: [FAULTHANDLER, "https://devguide.python.org/development-tools/gdb/"],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    if (outcome.kind !== "signalled" || phase === "exit") return void 0;
    const symptoms = atDeath(seen);
    if (outcome.signal === UNTOLD_END) return describeUntoldDeath(crash, symptoms);
    const stub = symptoms.stubs.length > 0 && isBuiltForNumpy1(symptoms);
    if (stub && phase !== "call")
      return describeNp1OnNp2(symptoms, void 0, `It then crashed (${outcome.signal}).`);
    const nobody = symptoms.culprit.distribution === null && symptoms.culprit.module === null;
    const smoke = isSmokeItself(symptoms);
    const script = isScript(symptoms);
    const name = smoke ? "The smoke code" : nobody && phase === "start" ? "The process" : script ? `A call in ${nameOf(symptoms.culprit)}` : nameOf(symptoms.culprit);
    const place = smoke || script ? "" : at(symptoms);
    const inner = smoke ? innermostFrame(symptoms) : void 0;
    const { history } = symptoms;
    const byNumpy = history.kind === "from" || history.kind === "below";
    const source = nativeSource(symptoms);
    const library = crashFrame(seen.evidence.observation)?.library;
    const isLog = seen.evidence.subjects.length === 0;
    const lazy = symptoms.numpyMajor === 2 && erasOf(symptoms.facts).includes("lazy-1.x");
    return diagnosis(crash, symptoms, {
      // Who crashed at a call is not known without a frame of theirs: then it is nobody's fault yet.
      ...smoke && { fault: "unknown" },
      tell: (scope) => ({
        title: `${name} crashes (${outcome.signal})${place}${byNumpy ? ` with ${history.kind === "from" ? "newer" : "older"} NumPy` : ""}`,
        explanation: sentences(
          `${smoke || script ? name : nobody && phase === "start" ? "A process" : describeBinary(symptoms.culprit)} crashed${place} under ${runningNumpy(symptoms, scope)}: ${meaningOfSignal(outcome.signal)}.`,
          nobody && !source && isLog && library && `It ran code of ${library}.`,
          source && `The native stack shows ${source.file}:${source.line}.`,
          inner && `The innermost Python frame is ${inner}; what it calls in C is not known.`,
          lazy && "The file uses NumPy 1\u2019s memory layout without a check, which NumPy 2 does not have.",
          describeHistory(history, scope)
        ),
        fix: crashFix(symptoms, lazy, history.kind === "from" ? history.cap : null, scope)
      }),
      facts: { signal: outcome.signal, phase, lazy },
      key: [outcome.signal, at(symptoms), byNumpy ? history.kind : null],
      floor: history.kind === "below" && !lazy ? floorOf(history) : null,
      evidence: stackLines(symptoms),
      category: byNumpy || lazy ? "numpy-abi" : "crash",
      hints: {
        ...source && { source },
        ...byNumpy && { requirement: "numpy", table: "runtime" }
      }
    });
  }
};
var crashAtExit = {
  id: "crash-at-exit",
  where: WHERE.importArray,
  name: "The process crashed while the interpreter was ending",
  category: "crash",
  severity: "error",
  means: "Everything was imported, then the process died in its clean-up. Scripts and test runs end with a crash code although all went well.",
  remedy: "Look at `m_free`, `tp_dealloc`, `atexit` handlers and static destructors; they must not use Python objects after finalisation.",
  links: [FAULTHANDLER],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    if (outcome.kind !== "signalled" || phase !== "exit") return void 0;
    const symptoms = atDeath(seen);
    return diagnosis(crashAtExit, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} crashes (${outcome.signal}) when the interpreter ends`,
        explanation: sentences(
          `The import of ${describeBinary(symptoms.culprit)} succeeded, then the process died while Python was cleaning up: ${meaningOfSignal(outcome.signal)}.`,
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: "Check what runs at exit (`m_free`, `tp_dealloc`, `atexit`, static destructors): none may touch Python objects after finalisation.",
          dependency: `Upgrade ${nameOf(symptoms.culprit)}, or report it to its maintainers with the stack.`
        })
      }),
      facts: { signal: outcome.signal },
      key: [outcome.signal],
      evidence: stackLines(symptoms)
    });
  }
};

// src/judge/diagnose/alike.ts
function alike(text) {
  return text.replace(/(?:[A-Za-z]:)?(?:[\\/][\w.+-]+)+/g, "").replace(/\d[\w.]*/g, "#");
}

// src/judge/diagnose/project-frame.ts
function projectFrame(symptoms) {
  if (symptoms.fault !== "own") return void 0;
  for (const exception of symptoms.chain.toReversed()) {
    const { frames } = exception;
    const own = symptoms.evidence.smoke ? smokeFrame(frames) : void 0;
    const frame = blamedFrame(symptoms.evidence, frames) ?? own ?? frames.at(-1);
    if (frame && !frame.file.startsWith("<")) return { file: frame.file, line: frame.line };
  }
  return void 0;
}
function inCompiledCode({ fault, facts, chain }, literals) {
  const last = chain[0]?.frames.at(-1)?.file;
  const hasFrame = last !== void 0 && /\.(?:pyx|pxd)$/.test(last);
  const told2 = literals.filter((one) => one.length > 2);
  return fault === "own" && facts !== null && !hasFrame && told2.length > 0 ? { literals: told2 } : {};
}
function smokeFrame(frames) {
  return frames.findLast(({ file }) => !/^(?:[\\/<]|[A-Za-z]:)/.test(file));
}

// src/judge/diagnose/numpy-distutils.ts
var F2PY = /[\\/]numpy[\\/]f2py[\\/]/;
function ofDistutils(kind2, symptoms, hit, name) {
  const { chain, culprit } = symptoms;
  const f2py = chain.some((one) => one.frames.some((frame) => F2PY.test(frame.file)));
  const nobody = culprit.distribution === null && culprit.module === null;
  const who = f2py ? "`f2py`" : nobody ? "The code" : nameOf(culprit);
  const source = projectFrame(symptoms);
  return diagnosis(kind2, symptoms, {
    ...f2py && {
      culprit: { distribution: "numpy", version: symptoms.numpy, module: "numpy.f2py", file: null }
    },
    tell: (scope) => ({
      title: `${who} uses \`${name}\`, which no NumPy has on Python 3.12 and later`,
      explanation: sentences(
        "NumPy took `numpy.distutils` away where Python has no `distutils`: on Python 3.12 and later, with every release; another NumPy does not bring it back.",
        describeHistory(symptoms.history, scope)
      ),
      fix: f2py ? "Upgrade NumPy, whose `f2py -c` builds with Meson here (install `meson` and `ninja`), and leave out what only distutils knows: `--fcompiler`, `--compiler`, `--backend distutils`; choose compilers by the variables `FC` and `CC`." : fixFor(symptoms, {
        own: 'Move the build to meson-python, scikit-build-core or setuptools (for its extensions `numpy.get_include()` is all they need). Until then build on Python 3.11 or older, with `setuptools<60`, and say `requires-python = "<3.12"`.',
        dependency: `Take a release of ${nobody ? "the package" : nameOf(culprit)} that builds without it, or that has a wheel for this Python; else use Python 3.11.`
      })
    }),
    facts: { name },
    key: [name, f2py],
    evidence: shownBy(symptoms, hit),
    hints: { ...source && { source } }
  });
}

// src/judge/diagnose/numpy-names.ts
var INSTEAD = {
  // 1.24: aliases of builtins.
  "numpy.bool": "bool",
  "numpy.int": "int",
  "numpy.float": "float",
  "numpy.complex": "complex",
  "numpy.object": "object",
  "numpy.str": "str",
  "numpy.unicode": "str",
  "numpy.typeDict": "numpy.sctypeDict",
  // 2.0: scalar types and constants.
  "numpy.bool8": "numpy.bool_",
  "numpy.int0": "numpy.intp",
  "numpy.uint0": "numpy.uintp",
  "numpy.object0": "numpy.object_",
  "numpy.str0": "numpy.str_",
  "numpy.bytes0": "numpy.bytes_",
  "numpy.void0": "numpy.void",
  "numpy.float_": "numpy.float64",
  "numpy.complex_": "numpy.complex128",
  "numpy.cfloat": "numpy.complex128",
  "numpy.singlecomplex": "numpy.complex64",
  "numpy.longfloat": "numpy.longdouble",
  "numpy.longcomplex": "numpy.clongdouble",
  "numpy.clongfloat": "numpy.clongdouble",
  "numpy.string_": "numpy.bytes_",
  "numpy.unicode_": "numpy.str_",
  "numpy.Inf": "numpy.inf",
  "numpy.Infinity": "numpy.inf",
  "numpy.infty": "numpy.inf",
  "numpy.PINF": "numpy.inf",
  "numpy.NINF": "-numpy.inf",
  "numpy.NaN": "numpy.nan",
  "numpy.PZERO": "0.0",
  "numpy.NZERO": "-0.0",
  // 2.0: functions and classes.
  "numpy.product": "numpy.prod",
  "numpy.cumproduct": "numpy.cumprod",
  "numpy.sometrue": "numpy.any",
  "numpy.alltrue": "numpy.all",
  "numpy.round_": "numpy.round",
  "numpy.msort": "numpy.sort(a, axis=0)",
  "numpy.mat": "numpy.asmatrix",
  "numpy.asfarray": "numpy.asarray",
  "numpy.find_common_type": "numpy.result_type",
  "numpy.issubclass_": "issubclass",
  "numpy.issubsctype": "numpy.issubdtype",
  "numpy.obj2sctype": "numpy.dtype(x).type",
  "numpy.sctype2char": "numpy.dtype(x).char",
  "numpy.nbytes": "numpy.dtype(x).itemsize",
  "numpy.cast": "numpy.asarray(x, dtype=\u2026)",
  "numpy.safe_eval": "ast.literal_eval",
  "numpy.source": "inspect.getsource",
  "numpy.recfromcsv": "numpy.genfromtxt",
  "numpy.recfromtxt": "numpy.genfromtxt",
  "numpy.geterrobj": "numpy.errstate",
  "numpy.seterrobj": "numpy.errstate",
  "numpy.byte_bounds": "numpy.lib.array_utils.byte_bounds",
  "numpy.DataSource": "numpy.lib.npyio.DataSource",
  "numpy.ComplexWarning": "numpy.exceptions.ComplexWarning",
  "numpy.VisibleDeprecationWarning": "numpy.exceptions.VisibleDeprecationWarning",
  "numpy.RankWarning": "numpy.exceptions.RankWarning",
  "numpy.TooHardError": "numpy.exceptions.TooHardError",
  "numpy.AxisError": "numpy.exceptions.AxisError",
  "numpy.ModuleDeprecationWarning": "DeprecationWarning",
  // 2.4.
  "numpy.in1d": "numpy.isin",
  "numpy.trapz": "numpy.trapezoid` (since NumPy 2.0) or `scipy.integrate.trapezoid",
  "numpy.row_stack": "numpy.vstack",
  // Before.
  "numpy.rank": "numpy.ndim",
  "numpy.testing.Tester": "pytest",
  "numpy.testing.rand": "numpy.random.rand",
  "numpy.testing.decorators": "pytest.mark",
  "numpy.testing.nosetester": "pytest",
  "numpy.testing.noseclasses": "pytest",
  "numpy.testing.utils": "numpy.testing",
  "numpy.core.umath_tests": "numpy.einsum` or `numpy.matmul",
  "numpy.distutils": "meson-python`, `scikit-build-core` or `setuptools"
};
var LIB = /^numpy\.lib\.(?:arraypad|arraysetops|function_base|histograms|index_tricks|nanfunctions|polynomial|shape_base|twodim_base|type_check|ufunclike|utils)$/;
var SINCE = {
  "1.16": ["numpy.core._multiarray_umath"],
  "1.20": ["numpy.typing", "numpy.broadcast_shapes"],
  "1.21": ["numpy.typing.NDArray"],
  "1.23": ["numpy.from_dlpack"],
  "1.25": ["numpy.exceptions", "numpy.dtypes"],
  "2.0": [
    ...[
      "acos",
      "acosh",
      "asin",
      "asinh",
      "atan",
      "atan2",
      "atanh",
      "concat",
      "permute_dims",
      "pow"
    ],
    ...["astype", "bitwise_count", "bitwise_invert", "bitwise_left_shift", "bitwise_right_shift"],
    ...["isdtype", "matrix_transpose", "trapezoid", "vecdot", "unique_all", "unique_counts"],
    ...["unique_inverse", "unique_values", "strings", "_core", "lib.array_utils", "ulong"]
  ].map((name) => `numpy.${name}`),
  "2.1": ["numpy.unstack", "numpy.cumulative_sum", "numpy.cumulative_prod"],
  "2.2": ["numpy.matvec", "numpy.vecmat"]
};
function successorOf(name) {
  if (LIB.test(name)) return "numpy";
  return Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : void 0;
}
var ANYBODYS = /\.(?:bool|int|float|complex|object|str|unicode|product|mat|cast|source|nbytes|rank|rand)$/;
function isNumpysAlone(name) {
  return successorOf(name) !== void 0 && !ANYBODYS.test(name);
}
function arrivedAfter(name, numpy) {
  if (numpy !== null && !/^\d+\.\d+/.test(numpy)) return void 0;
  const minor = Object.keys(SINCE).findLast(
    (one) => SINCE[one]?.some((known) => name === known || name.startsWith(`${known}.`))
  );
  if (minor === void 0 || numpy === null) return minor;
  return compareMinors(minorOf(numpy), minor) < 0 ? minor : void 0;
}

// src/judge/diagnose/python-code.ts
function pythonCode(culprit) {
  const isAnybodys = culprit.distribution === null && culprit.module === null;
  if (isAnybodys) return { name: "The code", who: "Python code", thePackage: "the package" };
  const name = nameOf(culprit);
  return { name, who: describeCulprit(culprit), thePackage: name };
}

// src/judge/diagnose/unpickled.ts
var SINCE2 = [
  [/^numpy\._core\b/, "2.0"],
  [/^numpy\.core\._multiarray_umath$/, "1.16"]
];
function unpickled({ chain }, module) {
  const frame = chain.at(-1)?.frames.at(-1);
  const reads = /pickle|joblib|\bloads?\(|find_class/i.test(`${frame?.file} ${frame?.source}`);
  return reads ? SINCE2.find(([pattern]) => pattern.test(module))?.[1] : void 0;
}
function rewritten(since) {
  return `Something was pickled (joblib, cloudpickle and models of scikit-learn do the same) under NumPy ${since === "2.0" ? "2" : `${since} or later`} and is read under an older one: read it with \`numpy>=${since}\`, or write it anew under this NumPy.`;
}

// src/judge/diagnose/rules/numpy-python-api.ts
var LINKS = [
  "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html",
  "https://numpy.org/doc/stable/release.html"
];
function absent(kind2, symptoms, hit, absentName, advice = replaced(absentName)) {
  const what = `\`${absentName}\``;
  const { history } = symptoms;
  const since = arrivedAfter(absentName, symptoms.numpy) ?? (history.kind === "below" ? floorOf(history) : void 0);
  const pickled = unpickled(symptoms, absentName);
  const smoke = isSmokeItself(symptoms);
  const code = pythonCode(symptoms.culprit);
  const { thePackage } = code;
  const name = smoke ? "The smoke code" : code.name;
  const who = smoke ? name : code.who;
  const gone = history.kind === "from" || /removed|deprecated alias/.test(hit.text);
  const early = since !== void 0;
  const cap = capBelow(symptoms, hit);
  const source = projectFrame(symptoms);
  return diagnosis(kind2, symptoms, {
    tell: (scope) => ({
      title: pickled ? `What was pickled under a newer NumPy asks for ${what}` : early ? `${name} uses ${what}, which older NumPy lacks` : `${name} uses ${what}, which ${gone ? "newer NumPy no longer has" : "this NumPy does not have"}`,
      explanation: sentences(
        `${pickled ? `${who} reads a pickle that names` : `${who} uses`} ${what}, and ${runningNumpy(symptoms, scope)} does not have it.`,
        "That is Python code, not a matter of the C ABI: rebuilding does not help.",
        describeHistory(symptoms.history, scope)
      ),
      fix: smoke ? `${advice} The smoke code is at fault, not the package: nothing is said about the NumPys that the package supports.` : early ? pickled !== void 0 ? rewritten(pickled) : fixFor(symptoms, {
        own: `Declare \`numpy>=${requiredFloor(since, scope)}\` in \`dependencies\`, or use a name that all supported releases have.`,
        dependency: `Require \`numpy>=${requiredFloor(since, scope)}\`, or an older release of ${thePackage}.`
      }) : fixFor(symptoms, {
        own: `${advice} Until then, ${cap ? `declare \`numpy<${cap}\` in \`dependencies\`` : "cap `numpy` in `dependencies` below the first release that fails"}.`,
        dependency: `Upgrade ${thePackage}. If its newest release still uses it, ${cap ? `require \`numpy<${cap}\`` : "cap `numpy` below the first release that fails"} and report it to its maintainers.`
      })
    }),
    facts: { name: absentName, ...smoke && { smokeItself: true } },
    key: [what, early, gone],
    floor: early && !smoke ? since ?? null : null,
    evidence: shownBy(symptoms, hit),
    hints: {
      ...source && { source },
      ...inCompiledCode(symptoms, [absentName, lastName(absentName)]),
      ...smoke ? {} : symptoms.fault === "dependency" && symptoms.culprit.distribution ? { requirement: symptoms.culprit.distribution, table: "runtime" } : { requirement: "numpy", table: "runtime" }
    }
  });
}
function capBelow({ history }, { text }) {
  if (history.kind === "from") return history.cap;
  const said = /removed in (?:the )?NumPy (\d+\.\d+)/.exec(text)?.[1];
  return said?.replace(/\.0$/, "");
}
function lastName(dotted) {
  return dotted.slice(dotted.lastIndexOf(".") + 1);
}
function replaced(name) {
  const instead = successorOf(name);
  return instead ? `Use \`${instead}\` instead of \`${name}\`.` : `Replace \`${name}\`; NumPy's migration guide names its successor.`;
}
var npRemovedAttr = {
  id: "np-removed-attr",
  where: WHERE.runtimeNumpy,
  name: "Uses an attribute that this NumPy does not have",
  category: "numpy-python-api",
  severity: "error",
  means: "Python (or Cython) code uses a name of the `numpy` namespace that was removed, or does not exist yet, in the NumPy that was loaded: `np.float` went in 1.24, `np.float_`, `np.Inf`, `np.product` in 2.0, `np.in1d`, `np.trapz` later.",
  remedy: "Replace the name as NumPy\u2019s message says (ruff\u2019s rule `NPY201` finds them), or cap `numpy`.",
  links: LINKS,
  match(symptoms) {
    const hit = search(symptoms, /`?(?:np|numpy)\.([\w.]+)`? was removed in (?:the )?NumPy \d[\w.]*[^\n]*/) ?? search(symptoms, /^AttributeError: module 'numpy(?:\.[\w.]+)?' has no attribute '(\w+)'/m);
    if (!hit || symptoms.texts.some((text) => text.includes("partially initialized module"))) {
      return void 0;
    }
    const use = /Use `([^`]+)` instead/.exec(hit.text)?.[1];
    const module = /module '(numpy[\w.]*)' has/.exec(hit.text)?.[1] ?? "numpy";
    const name = `${module}.${hit.match[1]}`;
    return absent(npRemovedAttr, symptoms, hit, name, use ? `Use \`${use}\` instead.` : void 0);
  }
};
var npRemovedName = {
  id: "np-removed-name",
  where: WHERE.runtimeNumpy,
  name: "Imports a name that this NumPy does not have",
  category: "numpy-python-api",
  severity: "error",
  means: "`from numpy import x` asks for a name that was removed, or does not exist yet, in the NumPy that was loaded.",
  remedy: "Replace the name (NumPy\u2019s migration guide lists them), or cap `numpy`.",
  links: LINKS,
  match(symptoms) {
    const hit = search(
      symptoms,
      /^ImportError: cannot import name '(\w+)' from '(numpy(?:\.[\w.]+)?)'/m
    );
    if (hit) return absent(npRemovedName, symptoms, hit, `${hit.match[2]}.${hit.match[1]}`);
    const bare = search(symptoms, /^ImportError: cannot import name (\w+)$/m);
    const name = `numpy.${bare?.match[1]}`;
    return bare && isNumpysAlone(name) ? absent(npRemovedName, symptoms, bare, name) : void 0;
  }
};
var npRemovedModule = {
  id: "np-removed-module",
  where: WHERE.runtimeNumpy,
  name: "Imports a module that this NumPy does not have",
  category: "numpy-python-api",
  severity: "error",
  means: "A submodule of NumPy that was removed (`numpy.distutils` on Python \u2265 3.12), or is newer than the NumPy that was loaded (`numpy._core` came with 2.0, `numpy.exceptions` with 1.25).",
  remedy: "For a removed one, move away from it; for a new one, raise the `numpy` floor.",
  links: [...LINKS, "https://numpy.org/doc/stable/reference/distutils_status_migration.html"],
  match(symptoms) {
    const hit = search(symptoms, /No module named '?(numpy\.[\w.]+)'?/);
    if (!hit || symptoms.texts.some((text) => ADVICE_HEAD.test(text))) {
      return void 0;
    }
    const name = hit.match[1] ?? "numpy";
    if (/^numpy\.distutils\b/.test(name)) return ofDistutils(npRemovedModule, symptoms, hit, name);
    const instead = successorOf(name);
    const advice = `Stop using \`${name}\`${instead ? `: use \`${instead}\`` : ""}.`;
    return absent(npRemovedModule, symptoms, hit, name, advice);
  }
};
var npDeclaredUnsupported = {
  id: "np-declared-unsupported",
  where: WHERE.runtimeNumpy,
  name: "The package itself refuses this NumPy",
  category: "numpy-python-api",
  severity: "error",
  means: "The package compares NumPy\u2019s version at import and stops with a message of its own.",
  remedy: "Install a NumPy that it accepts; in your own package, declare that range in `dependencies`.",
  links: ["https://packaging.python.org/en/latest/specifications/version-specifiers/"],
  match(symptoms) {
    const hit = symptoms.chain.filter((one) => /(?:Error|Exception|^SystemExit)$/.test(one.type)).map((one) => NUMPYS_OWN.test(one.message) ? void 0 : refusal(one.message)).find((one) => one !== void 0);
    if (!hit) return void 0;
    const culprit = speaker(hit, symptoms.culprit);
    const name = nameOf(culprit);
    return diagnosis(npDeclaredUnsupported, symptoms, {
      culprit,
      tell: (scope) => ({
        title: `${name} refuses this NumPy by itself`,
        explanation: sentences(
          `${describeCulprit(culprit)} stopped under ${runningNumpy(symptoms, scope)} with its own message: \u201C${headline(hit)}\u201D.`,
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: "Declare the same range in `dependencies`, so that installers never pick this NumPy.",
          dependency: `Require a NumPy that ${name} accepts, or a release of ${name} that accepts this one.`
        })
      }),
      evidence: [hit, ...shownBy(symptoms)],
      hints: { requirement: "numpy", table: "runtime" }
    });
  }
};
var SPEAKERS = [
  /^(?!(?:this|it|that|which|code|package|module|program|script|project|python) )([a-z][\w-]*) (?:needs|requires) [Nn]um[Pp]y\b/,
  /^([A-Z]\w*) needs NumPy \d[\d.]* or (?:less|greater)\b/
];
function speaker(message, culprit) {
  if (culprit.distribution !== null || culprit.module !== null || culprit.file !== null)
    return culprit;
  const name = SPEAKERS.map((one) => one.exec(message)?.[1]).find((one) => one !== void 0);
  return name === void 0 ? culprit : { ...culprit, distribution: normaliseName(name) };
}
var NUMPYS_OWN = /\bcompiled (?:against|using|with)\b|ABI version/;
function refusal(message) {
  return message.split("\n").find(
    (line) => /\bnumpy\b/i.test(line) && (/\d+\.\d+/.test(line) || /\bnumpy[\s(]*(?:[<>=!~]=?|v(?:ersion)?)?\s*\d/i.test(line)) && /\b(?:needs?|requires?|required|incompatible|unsupported|not support(?:ed)?|upgrade|downgrade|at least|or (?:less|greater|newer|older|later|higher|lower))\b/i.test(
      line
    )
  );
}

// src/judge/diagnose/rules/exit-in-init.ts
var exitInInit = {
  id: "exit-in-init",
  where: WHERE.importArray,
  name: "The process ended itself in the middle",
  category: "exit",
  severity: "error",
  means: "The process ended by `exit()`, `_exit()` or `SystemExit` before the import was through. With exit code 0 that looks like success.",
  remedy: "Raise an exception instead of ending the process.",
  links: ["https://docs.python.org/3/extending/extending.html#intermezzo-errors-and-exceptions"],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    const system = outcome.kind === "raised" && seen.chain.some((one) => one.type === "SystemExit");
    if (outcome.kind !== "exited" && !system) return void 0;
    const symptoms = outcome.kind === "exited" ? atDeath(seen) : seen;
    const leaving = seen.chain.find((one) => one.type === "SystemExit");
    const said = leaving && !/^(?:-?\d*|None|True|False)$/.test(leaving.message) ? leaving.message : null;
    if (said !== null && !seen.evidence.smoke && refusal(said) !== void 0) return void 0;
    const code = outcome.kind === "exited" ? ` with code ${outcome.code}` : "";
    const atCall2 = symptoms.evidence.observation.phase === "call";
    const on = platformNamed(platformOf(seen)).system;
    const unflushed = outcome.kind === "exited" && phase === "exit" && outcome.code === 120;
    const aborted = outcome.kind === "exited" && mayBeAbort(outcome.code, on);
    return diagnosis(exitInInit, symptoms, {
      tell: (scope) => ({
        title: isSmokeItself(symptoms) ? `The smoke code ends the process${said === null ? code : ""} before it is through${said === null ? "" : `: ${headline(said)}`}` : `${nameOf(symptoms.culprit)} ends the process${code} ${where(symptoms)}`,
        explanation: sentences(
          `The process ended itself${code} ${where(symptoms)}${isSmokeItself(symptoms) ? "" : ` (${describeBinary(symptoms.culprit)})`}${leaving ? " by `sys.exit`" : ", without an exception and"} before it was through${said === null ? "" : `, saying \u201C${headline(said)}\u201D`}.`,
          outcome.kind === "exited" && outcome.code === 0 && "Exit code 0 makes it look like success.",
          aborted && "Code 3 is also how `abort()` ends a process on Windows: after a failed assertion, or an exception of C++ that nobody caught.",
          unflushed && UNFLUSHED,
          /\[Errno 27\]/.test(symptoms.stderr) && NO_FILES,
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: said !== null && isSmokeItself(symptoms) ? "Mend what the message says; to fail on purpose, raise an exception instead of calling `sys.exit`." : exitFix(symptoms, aborted),
          dependency: `Upgrade ${nameOf(symptoms.culprit)}, or report it to its maintainers: a module must not end the process.`
        })
      }),
      facts: {
        code: outcome.kind === "exited" ? outcome.code : null,
        atCall: atCall2,
        ...said !== null && { said },
        ...leaving && isSmokeItself(symptoms) && { smokeItself: true }
      },
      key: [
        outcome.kind,
        outcome.kind === "exited" ? String(outcome.code) : null,
        where(symptoms),
        leaving ? "SystemExit" : null,
        said === null ? null : alike(said)
      ],
      evidence: [
        said === null ? void 0 : `SystemExit: ${said}`,
        ...symptoms.stderr.split("\n").filter((line) => line.trim() !== "").slice(-4)
      ]
    });
  }
};
var UNFLUSHED = "Code 120 is Python\u2019s own: what stands in `sys.stdout` or `sys.stderr` could not be flushed at the end.";
var NO_FILES = "It had lowered its limit of a file\u2019s size (`RLIMIT_FSIZE`) so far that what happened could not be written down: it may be that alone.";
function exitFix(symptoms, aborted) {
  const { phase } = symptoms.evidence.observation;
  if (phase === "call") {
    return "Remove the call of `exit` (or `sys.exit`) that runs before the code is through; raise an exception instead.";
  }
  if (phase === "exit") {
    return "Look for what ends the process in its clean-up (`atexit` of C or of Python, threads, destructors) by `exit` or `_exit`: it hides how the program itself ended.";
  }
  if (symptoms.chain.some((one) => one.type === "SystemExit")) {
    return "Raise `ImportError` instead of calling `sys.exit` where code runs at import.";
  }
  return `In the module\u2019s init function, set an exception and return NULL instead of calling \`exit\`${aborted ? " or `abort`" : ""}; in Python code that runs at import, raise \`ImportError\` instead of calling \`os._exit\`.`;
}

// src/judge/diagnose/loaded-library.ts
function loadedLibrary(symptoms) {
  const { evidence } = symptoms;
  const { culpritFile, outcome } = evidence.observation;
  if (evidence.module || evidence.smoke || culpritFile === null || outcome.kind !== "imported")
    return void 0;
  const facts = evidence.factsOf(culpritFile);
  if (facts === null || facts.initNames.length > 0) return void 0;
  const culprit = culpritOfFile(evidence, culpritFile, null);
  const fault = faultOf(evidence, culprit);
  return { ...symptoms, culprit, culpritPath: culpritFile, facts, fault };
}

// src/judge/diagnose/of-target.ts
function ofTarget(symptoms) {
  const { module } = symptoms.evidence;
  if (!module) return symptoms;
  const { distribution, version, name, file } = module;
  const culprit = { distribution, version, module: name, file };
  const fault = faultOf(symptoms.evidence, culprit);
  return { ...symptoms, culprit, culpritPath: module.path, fault, facts: module.facts };
}

// src/judge/diagnose/rules/empty-table.ts
var NULL_POINTER = /SEGV|SIGBUS|ACCESS_VIOLATION|BAD_ACCESS/;
function ofEmptyTable(kind2, seen) {
  const { outcome } = seen.evidence.observation;
  if (outcome.kind !== "signalled" || !NULL_POINTER.test(outcome.signal)) return void 0;
  const symptoms = suspectOf(seen);
  const table = symptoms?.evidence.emptyTable?.(symptoms.culprit.module ?? "");
  if (!symptoms || !table) return void 0;
  const frame = crashFrame(seen.evidence.observation);
  const isThere = frame?.file?.replaceAll("\\", "/").endsWith(table.file) ?? true;
  if (!isThere) return void 0;
  return described(kind2, symptoms, table, { signal: outcome.signal, line: frame?.line ?? null });
}
function ofUncalledTable(kind2, seen) {
  const { module, observation } = seen.evidence;
  if (!module || observation.outcome.kind !== "imported") return void 0;
  const table = seen.evidence.emptyTable?.(module.name);
  return table?.listed ? described(kind2, ofTarget(seen), table, null) : void 0;
}
function described(kind2, symptoms, table, crash2) {
  const name = nameOf(symptoms.culprit);
  const told2 = tell(table, symptoms);
  const atCall2 = symptoms.evidence.observation.phase === "call" ? " at a call" : "";
  return diagnosis(kind2, symptoms, {
    tell: (scope) => ({
      title: crash2 ? `${name} crashes (${crash2.signal}): ${told2.title}` : `${name} imports, but crashes when it is called: ${told2.title}`,
      explanation: sentences(
        told2.explanation,
        crash2 ? `${describeCulprit(symptoms.culprit)} crashed (${crash2.signal}) under ${runningNumpy(symptoms, scope)}${atCall2}.` : "The import works; the first such call reads through a null pointer.",
        crash2?.line ? `The native stack shows ${table.file}:${crash2.line}.` : ""
      ),
      fix: fixFor(symptoms, {
        own: told2.own,
        dependency: `Report it to the maintainers of ${name}: ${told2.report}.`
      })
    }),
    facts: { signal: crash2?.signal ?? null, function: table.called, file: table.file },
    key: [crash2?.signal ?? null, table.how, table.file],
    evidence: symptoms.stderr.split("\n").filter((line) => /^(?:Fatal Python error|Windows fatal exception)/.test(line)),
    severity: crash2 ? "error" : "warning",
    hints: {
      source: { file: table.file, line: crash2?.line ?? table.line },
      symbol: "import_array"
    }
  });
}
function tell({ how, file, called, filledIn, within }, { culprit }) {
  const symbol = `${(culprit.module ?? "module").replaceAll(/\W/g, "_")}_ARRAY_API`;
  switch (how) {
    case "apart":
      return {
        title: `\`${file}\` has a table of NumPy\u2019s C-API of its own, which nobody fills`,
        explanation: `\`import_array()\` in \`${filledIn}\` fills the table of that file alone: each file that includes NumPy\u2019s header has one of its own. That of \`${file}\`, which calls \`${called}\`, stays NULL.`,
        own: filledIn.endsWith(".pyx") ? `Make it one table: have the build define the macro \`PY_ARRAY_UNIQUE_SYMBOL=${symbol}\` for all files of the extension (setuptools: \`define_macros=[("PY_ARRAY_UNIQUE_SYMBOL", "${symbol}")]\`), and in \`${file}\` write \`#define NO_IMPORT_ARRAY\` before \`#include <numpy/arrayobject.h>\`.` : `Make it one table: before \`#include <numpy/arrayobject.h>\` write \`#define PY_ARRAY_UNIQUE_SYMBOL ${symbol}\` in both files, and in \`${file}\` also \`#define NO_IMPORT_ARRAY\`.`,
        report: "its files do not share one table (`PY_ARRAY_UNIQUE_SYMBOL`)"
      };
    case "other-symbol":
      return {
        title: `\`${file}\` names its table of NumPy\u2019s C-API otherwise than the file that fills one`,
        explanation: `\`import_array()\` in \`${filledIn}\` fills the table that \`PY_ARRAY_UNIQUE_SYMBOL\` names there. \`${file}\`, which calls \`${called}\`, names another, and nobody fills that: it stays NULL.`,
        own: `Define \`PY_ARRAY_UNIQUE_SYMBOL\` alike in both files, and in \`${file}\` also \`#define NO_IMPORT_ARRAY\`, before \`#include <numpy/arrayobject.h>\`.`,
        report: "its files name two tables (`PY_ARRAY_UNIQUE_SYMBOL`)"
      };
    case "too-late":
      return {
        title: `\`${file}\` shares NumPy\u2019s C-API table too late, and so has its own, which nobody fills`,
        explanation: `\`${file}\`, which calls \`${called}\`, defines \`PY_ARRAY_UNIQUE_SYMBOL\` or \`NO_IMPORT_ARRAY\` below the include of NumPy\u2019s header, where it says nothing any more: its table stays NULL.`,
        own: `In \`${file}\` move these \`#define\` lines above \`#include <numpy/arrayobject.h>\`, and above every header that includes it.`,
        report: "a file defines `PY_ARRAY_UNIQUE_SYMBOL` below the include of NumPy\u2019s header"
      };
    case "ufunc":
      return {
        title: "it never calls import_umath()",
        explanation: `\`${file}\` calls \`${called}\`, and nothing in the sources fills the table of NumPy\u2019s ufunc C-API: \`import_array()\` fills that of arrays alone, the other stays NULL.`,
        own: `Call \`import_umath();\` in the module\u2019s init function, after \`import_array();\` (in Cython: \`cimport numpy\`, then \`numpy.import_umath()\`).`,
        report: "its init function lacks `import_umath()`"
      };
    case "late":
      return {
        title: `import_array() stands in \`${within}\`, which the init function does not call`,
        explanation: `\`${file}\` calls \`${called}\` through the table of NumPy\u2019s C-API, which is NULL until \`${within}\` in \`${filledIn}\` was called: there alone stands \`import_array()\`, and only Python code calls it.`,
        own: "Call `import_array();` in the module\u2019s `PyInit_` function (or its `Py_mod_exec` function), so that no call can come before it.",
        report: "its init function lacks `import_array()`"
      };
    default:
      return how;
  }
}
function suspectOf(symptoms) {
  const { evidence } = symptoms;
  if (evidence.module) return ofTarget(symptoms);
  const crashed = crashedFile(evidence);
  const loaded = evidence.observation.events.filter(({ event }) => event === "end");
  const files = crashed === null ? [...new Set(loaded.map(({ file }) => file))] : [crashed];
  const found = files.flatMap((file) => {
    const module = loaded.find((one) => one.file === file)?.module ?? null;
    const culprit = culpritOfFile(evidence, file, module);
    return culprit.module !== null && evidence.emptyTable?.(culprit.module) ? [
      {
        ...symptoms,
        culprit,
        culpritPath: file,
        facts: evidence.factsOf(file),
        fault: faultOf(evidence, culprit)
      }
    ] : [];
  });
  return found.length === 1 ? found[0] : void 0;
}

// src/judge/diagnose/rules/initialise-numpy.ts
var IN_CPP = {
  pybind11: ["PYBIND11_MODULE", "throw pybind11::error_already_set()"],
  nanobind: ["NB_MODULE", "nanobind::raise_python_error()"]
};
function initialiseNumpy(facts) {
  for (const { name } of facts?.generators ?? []) {
    const [macro, fails] = IN_CPP[name] ?? [];
    if (macro === void 0) continue;
    return `Begin \`${macro}\` with \`if (_import_array() < 0) ${fails};\`, before any NumPy function (\`import_array();\` does not compile there).`;
  }
  return "Call `import_array();` in the module\u2019s `PyInit_` function (in Cython: `cimport numpy`, then `numpy.import_array()`; in SWIG: `%init %{ import_array(); %}`), before any NumPy function.";
}

// src/judge/diagnose/rules/hidden.ts
function lazyUser(symptoms) {
  const { evidence } = symptoms;
  const failed = new Set(failedLoads(evidence.observation.events).map((one) => one.file));
  const access = evidence.observation.oldApi.find(
    (one) => one.file === null || !failed.has(one.file)
  );
  if (!access) return void 0;
  const frame = blamedFrame(evidence, access.frames);
  const file = access.file ?? frame?.file ?? loadedLazyFile(evidence);
  const culprit = file ? culpritOfFile(evidence, file, access.module) : NOBODY;
  return {
    ...symptoms,
    culprit,
    culpritPath: file ?? null,
    facts: file ? evidence.factsOf(file) : null,
    fault: faultOf(evidence, culprit)
  };
}
function libraryForNumpy1(seen) {
  const library = loadedLibrary(seen);
  return asksNumpy1(library?.facts) ? library : void 0;
}
function loadedLazyFile(evidence) {
  const isLazy = (file) => erasOf(evidence.factsOf(file)).includes("lazy-1.x");
  return evidence.observation.events.find((one) => one.event === "end" && isLazy(one.file))?.file;
}
var latentNp1 = {
  id: "latent-np1",
  where: WHERE.readsNumpy1Layout,
  name: "Imports, but may crash or return wrong numbers on NumPy 2",
  category: "latent",
  severity: "warning",
  means: "The file reads NumPy 1\u2019s memory layout without a version check: pybind11 before 2.12, rust-numpy before 0.22, or C code that fetches `_ARRAY_API` itself. It imports under NumPy 2; a call may crash or return wrong numbers. Found by the bytes of the file, or by a recorder on NumPy\u2019s old access points.",
  remedy: "Rebuild with pybind11 \u2265 2.12 or rust-numpy \u2265 0.22 and NumPy \u2265 2.0; exercise the module with smoke code and `compare`.",
  links: [
    "https://pybind11.readthedocs.io/en/stable/changelog.html",
    "https://github.com/PyO3/rust-numpy/blob/main/CHANGELOG.md",
    "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html"
  ],
  match(seen) {
    if (seen.numpyMajor !== 2) return void 0;
    const target = ofTarget(seen);
    const symptoms = asksNumpy1(target.evidence.module?.facts) ? target : lazyUser(seen) ?? libraryForNumpy1(seen);
    if (!symptoms) return void 0;
    if (isRefused(symptoms)) return refusedAll(symptoms);
    const generator = symptoms.facts?.generators.find(
      (one) => one.name === "pybind11" || one.name === "pyo3"
    );
    const how = generator?.name === "pyo3" ? "rust-numpy before 0.22" : generator?.name === "pybind11" ? "pybind11 before 2.12" : "code without a version check (pybind11 before 2.12, rust-numpy before 0.22, or C that fetches `_ARRAY_API` itself)";
    return diagnosis(latentNp1, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} imports, but may crash or return wrong numbers on NumPy 2`,
        explanation: sentences(
          `${describeCulprit(symptoms.culprit)} imports under ${runningNumpy(symptoms, scope)}, but reads arrays with NumPy 1\u2019s memory layout, through ${how}.`,
          "An import does not show what a call does."
        ),
        fix: fixFor(symptoms, {
          own: `Build with ${newerThan(generator?.name)}; call it in \`smoke\` code with \`compare\` to see. Until then declare \`numpy<2\`.`,
          dependency: `Upgrade ${nameOf(symptoms.culprit)} to a release for NumPy 2, or require \`numpy<2\`; call it in \`smoke\` code with \`compare\` to see whether its numbers are right.`
        })
      }),
      facts: { generator: generator?.name ?? null },
      evidence: accesses(seen),
      hints: symptoms.fault === "dependency" && symptoms.culprit.distribution ? { requirement: symptoms.culprit.distribution, table: "runtime" } : { requirement: generator?.name === "pybind11" ? "pybind11" : "numpy", table: "build" }
    });
  }
};
function newerThan(generator) {
  if (generator === "pyo3") return 'rust-numpy \u2265 0.22 (`numpy = "0.22"` or newer in Cargo.toml)';
  if (generator === "pybind11") {
    return "pybind11 \u2265 2.12 (in `[build-system] requires`, or as the copy, submodule or download that the build takes)";
  }
  return "pybind11 \u2265 2.12 or rust-numpy \u2265 0.22, own C code with `numpy>=2.0` in `[build-system] requires`";
}
function isRefused({ facts }) {
  return erasOf(facts).includes("1.x");
}
function refusedAll(symptoms) {
  const name = nameOf(symptoms.culprit);
  const foreign = foreignHeaders(symptoms);
  return diagnosis(latentNp1, symptoms, {
    tell: (scope) => ({
      title: `${name} is imported on NumPy 2, and cannot use its C-API`,
      explanation: sentences(
        `${describeCulprit(symptoms.culprit)} is built with headers of NumPy 1.x, whose \`import_array()\` fails on NumPy 2.`,
        foreign && tellForeignHeaders(foreign),
        `It is imported under ${runningNumpy(symptoms, scope)} all the same: it clears that error, or calls \`import_array()\` only later.`,
        "What needs NumPy\u2019s C-API then raises or crashes when it is called."
      ),
      fix: fixFor(symptoms, {
        own: `${foreign ? TAKE_THE_BUILDS_HEADERS : "Build with `numpy>=2.0` in `[build-system] requires`."} Let the init function fail where \`import_array()\` fails; call the module in \`smoke\` code to see. Until then declare \`numpy<2\`.`,
        dependency: `Upgrade ${name} to a release for NumPy 2, or require \`numpy<2\`; call it in \`smoke\` code to see what works.`
      })
    }),
    facts: { generator: null },
    key: ["refused", foreign !== null],
    evidence: accesses(symptoms),
    hints: symptoms.fault === "dependency" && symptoms.culprit.distribution ? { requirement: symptoms.culprit.distribution, table: "runtime" } : foreign ? { definition: true } : { requirement: "numpy", table: "build" }
  });
}
function accesses({ evidence }) {
  return evidence.observation.oldApi.slice(0, 3).map((one) => `${one.module ?? one.file ?? "a call"} asked for numpy 1's ${one.attribute}`);
}
var importArrayMissing = {
  id: "import-array-missing",
  where: WHERE.importArray,
  name: "Uses NumPy\u2019s C-API without initialising it",
  category: "numpy-abi",
  severity: "warning",
  means: "The module calls functions of NumPy\u2019s C-API and never calls `import_array()` (for ufuncs `import_umath()`), or calls it where its init function does not come by, or in another file that shares no table with it (`PY_ARRAY_UNIQUE_SYMBOL`): the import works as a rule, and the first call reads through a null pointer.",
  remedy: "Call `import_array()` in the module\u2019s init function (`numpy.import_array()` in Cython) before any NumPy function.",
  links: ["https://numpy.org/doc/stable/reference/c-api/array.html#c.import_array"],
  match(seen) {
    const { outcome, phase } = seen.evidence.observation;
    const crashed = outcome.kind === "signalled" && phase !== "exit";
    if (outcome.kind !== "imported" && !crashed) return void 0;
    if (!crashed && seen.evidence.module && !lacksIt(seen.evidence)) {
      return ofUncalledTable(importArrayMissing, seen);
    }
    const symptoms = crashed ? suspect(seen) : ofTarget(seen);
    if (!symptoms || !lacksImportArray(symptoms.evidence, symptoms.culprit, symptoms.facts)) {
      return ofEmptyTable(importArrayMissing, seen);
    }
    const signal = outcome.kind === "signalled" ? outcome.signal : "";
    const name = nameOf(symptoms.culprit);
    const called = seen.evidence.uninitialised?.(symptoms.culprit.module ?? "") ?? null;
    const frame = crashFrame(seen.evidence.observation);
    const source = frame?.file && frame.line !== null ? { file: frame.file, line: frame.line } : null;
    return diagnosis(importArrayMissing, symptoms, {
      tell: (scope) => ({
        title: crashed ? `${name} crashes (${signal}): it never calls import_array()` : `${name} uses NumPy\u2019s C-API and never calls import_array()`,
        explanation: sentences(
          called ? `The sources of ${describeCulprit(symptoms.culprit)} ${called.endsWith("_Type") ? "use" : "call"} \`${called}\`, and nothing in them initialises NumPy\u2019s C-API.` : `${describeCulprit(symptoms.culprit)} uses NumPy\u2019s C-API, and the file holds nothing that initialises it.`,
          crashed ? `The import works; the first call of a function of NumPy\u2019s reads through a null pointer. It crashed (${signal}) under ${runningNumpy(symptoms, scope)}.` : "The import works; the first call of a NumPy function will crash.",
          source && `The native stack shows ${source.file}:${source.line}.`
        ),
        fix: fixFor(symptoms, {
          own: initialiseNumpy(symptoms.facts),
          dependency: `Report it to the maintainers of ${name}: its init function lacks \`import_array()\`.`
        })
      }),
      facts: { function: called, ...crashed && { signal } },
      key: [signal],
      evidence: symptoms.stderr.split("\n").filter((line) => /^(?:Fatal Python error|Windows fatal exception)/.test(line)),
      severity: crashed ? "error" : "warning",
      hints: { ...source && { source }, symbol: "import_array" }
    });
  }
};
function lacksIt(evidence) {
  const { module } = evidence;
  return module !== null && lacksImportArray(evidence, { module: module.name }, module.facts);
}
function lacksImportArray(evidence, culprit, facts) {
  if (facts?.importsArrayApi) return true;
  if (culprit.module === null || !evidence.uninitialised?.(culprit.module)) return false;
  return !erasOf(facts).some((era) => era === "1.x" || era === "2.x");
}
function suspect(symptoms) {
  const { evidence } = symptoms;
  if (evidence.module) return ofTarget(symptoms);
  const crashed = crashedFile(evidence);
  const loaded = evidence.observation.events.toReversed();
  const files = loaded.flatMap(({ event, file }) => event === "end" ? [file] : []);
  for (const file of crashed === null ? files : [crashed]) {
    const facts = evidence.factsOf(file);
    const module = loaded.find((event) => event.file === file)?.module ?? null;
    const culprit = culpritOfFile(evidence, file, module);
    if (!lacksImportArray(evidence, culprit, facts)) continue;
    const fault = faultOf(evidence, culprit);
    return { ...symptoms, culprit, culpritPath: file, facts, fault };
  }
  return void 0;
}

// src/judge/diagnose/changed-along.ts
function changedAlong({ installed, siblings, combination }, history) {
  if (history.kind !== "from" && history.kind !== "below") return [];
  const working = siblings.filter(
    ({ numpy, outcome }) => numpy === history.works && outcome.kind === "imported"
  );
  const beside = working.find(({ python }) => python === combination?.python) ?? working[0];
  if (beside?.installed === void 0) return [];
  const names = [.../* @__PURE__ */ new Set([...installed.keys(), ...Object.keys(beside.installed)])].sort();
  return names.flatMap((name) => {
    const [works, fails] = [beside.installed?.[name], installed.get(name)];
    if (name === "numpy" || works === fails) return [];
    return [{ name, works: works ?? "none", fails: fails ?? "none" }];
  });
}
function tellAlong(along) {
  const told2 = along.slice(0, SHOWN).map(({ name, works, fails }) => `${name} ${works} where it works, ${fails} where it fails`);
  const more = along.length > SHOWN ? [`${along.length - SHOWN} more`] : [];
  return `Beside that NumPy other releases are installed than where it works, too: ${[...told2, ...more].join("; ")}. Any of them may be the reason.`;
}
function pinAlong(along) {
  const pins = along.slice(0, SHOWN).map(({ name, works }) => `\`${name}==${works}\``);
  return `Find out which of them it is: pin ${listOf(pins)} by a constraint (\`--constraint\`, input \`constraints\`) and run again. Then require what works.`;
}
var SHOWN = 3;

// src/judge/diagnose/windows-texts.ts
var TEXTS = {
  "not-found": [
    /specified module (?:could not|cannot) be found/i,
    /^Module not found\.?$/i,
    /angegebene Modul wurde nicht gefunden/i,
    /module sp[ée]cifi[ée] est introuvable/i,
    /encontr\w+ (?:el|o) m[óo]dulo especificado/i,
    /trovare il modulo specificato/i,
    /指定されたモジュールが見つかりません/,
    /找不到指定的模[块組组]/,
    /не найден указанный модуль/i,
    /지정된 모듈을 찾을 수 없습니다/
  ],
  "no-procedure": [
    /specified procedure (?:could not|cannot) be found/i,
    /^Procedure not found\.?$/i,
    /angegebene Prozedur wurde nicht gefunden/i,
    /proc[ée]dure sp[ée]cifi[ée]e est introuvable/i,
    /encontr\w+ (?:el proceso|o procedimento) especificado/i,
    /trovare la procedura specificata/i,
    /指定されたプロシージャが見つかりません/,
    /找不到指定的程序/,
    /не найдена указанная процедура/i,
    /지정된 프로시저를 찾을 수 없습니다/
  ],
  "bad-image": [
    /not a valid Win32 application/i,
    /keine (?:zulässige|gültige) Win32-Anwendung/i,
    /pas une application Win32 valide/i,
    /no es una aplicaci[óo]n Win32 v[áa]lida/i,
    /n[ãa]o [ée] um aplicativo Win32 v[áa]lido/i,
    /有効な Win32 アプリケーション/,
    /不是有效的 Win32/,
    /не является приложением Win32/i,
    // ERROR_EXE_MACHINE_TYPE_MISMATCH (216), ERROR_INVALID_EXE_SIGNATURE (191), ERROR_EXE_MARKED_INVALID (192).
    /not compatible with the version of Windows/i,
    /operating system cannot run/i,
    /^(?:Bad EXE format|Invalid EXE)/i
  ],
  // ERROR_DLL_INIT_FAILED (1114).
  "init-failed": [
    /initialization routine failed/i,
    /^DLL initialization failed/i,
    /DLL-Initialisierungsroutine ist fehlgeschlagen/i,
    /routine d.initialisation d.une biblioth[èe]que de liens dynamiques/i,
    /rutina de inicializaci[óo]n/i,
    /rotina de inicializa[çc][ãa]o/i,
    /routine di inizializzazione/i,
    /初期化ルーチン/,
    /初始化例程失败|初始化常式失敗/,
    /подпрограмме инициализации/i,
    /초기화 루틴/
  ],
  // ERROR_COMMITMENT_LIMIT (1455), ERROR_NOT_ENOUGH_MEMORY (8), ERROR_NO_SYSTEM_RESOURCES (1450).
  "no-memory": [
    /paging file is too small/i,
    /not enough memory|insufficient system resources|not enough storage/i,
    /Auslagerungsdatei ist zu klein/i,
    /fichier de pagination est insuffisant/i,
    /archivo de paginaci[óo]n es demasiado/i,
    /arquivo de pagina[çc][ãa]o [ée] muito/i,
    /file di paging/i,
    /ページング ?ファイルが小さすぎる/,
    /页面文件太小|分頁檔太小/,
    /Файл подкачки слишком мал/i,
    /페이징 파일이 너무 작/
  ],
  // ERROR_ACCESS_DENIED (5), ERROR_VIRUS_INFECTED (225), ERROR_ACCESS_DISABLED_BY_POLICY (1260),
  // ERROR_INVALID_IMAGE_HASH (577), ERROR_SYSTEM_INTEGRITY_POLICY_VIOLATION (4551).
  refused: [
    /access is denied|access denied/i,
    /blocked (?:by group policy|this file)|has blocked|control policy/i,
    /virus or potentially unwanted/i,
    /verify the digital signature/i,
    /Zugriff verweigert|Acc[èe]s refus[ée]|Acceso denegado|Acesso negado|Accesso negato/i,
    /アクセスが拒否されました|拒绝访问|存取被拒|Отказано в доступе|액세스가 거부/
  ]
};
function isWindowsText(text, meaning) {
  return TEXTS[meaning].some((pattern) => pattern.test(text));
}
function isKnownWindowsText(text) {
  return Object.values(TEXTS).some((patterns) => patterns.some((one) => one.test(text)));
}

// src/judge/diagnose/rules/loader-text.ts
var LD = "https://man7.org/linux/man-pages/man8/ld.so.8.html";
var MANYLINUX = "https://github.com/pypa/auditwheel";
function loader(kind2, symptoms, hit, text) {
  const along = changedAlong(symptoms.evidence, symptoms.history);
  return diagnosis(kind2, symptoms, {
    tell: (scope) => ({
      title: text.title,
      explanation: sentences(
        text.why,
        describeHistory(symptoms.history, scope),
        along.length > 0 && tellAlong(along)
      ),
      fix: sentences(
        along.length > 0 && pinAlong(along),
        fixFor(symptoms, { own: text.own, dependency: text.dependency })
      )
    }),
    facts: { what: text.what },
    key: [text.what === null ? null : alike(text.what)],
    evidence: shownBy(symptoms, hit),
    ...text.hints && { hints: text.hints }
  });
}
function adviceFor(symptoms) {
  return platformNamed(platformOf(symptoms));
}
function windows(symptoms, meaning) {
  const hit = search(symptoms, /DLL load failed(?: while importing (?:\S+?))?: (?:%1 )?(.*)/);
  const told2 = hit?.match[1] ?? "";
  const foreign = meaning === "not-found" && /[^\0-\x7f]/.test(told2) && !isKnownWindowsText(told2);
  if (!hit || !(isWindowsText(told2, meaning) || foreign)) return void 0;
  const match = Object.assign([hit.match[0]], { index: hit.match.index, input: hit.match.input });
  return { ...hit, match };
}

// src/judge/diagnose/rules/loader-file.ts
var ldStaticTls = {
  id: "ld-static-tls",
  where: WHERE.definition,
  name: "No room for the library\u2019s thread-local storage",
  category: "loader",
  severity: "error",
  means: "The loader\u2019s block for static thread-local storage is full; it depends on what was loaded before (often libgomp).",
  remedy: "Import the module earlier, or preload the library; rebuild without `-ftls-model=initial-exec`.",
  links: [LD],
  match(symptoms) {
    const hit = search(symptoms, /(\S+): cannot allocate memory in static TLS block/) ?? search(
      symptoms,
      /Error relocating (\S+?): .*initial-exec TLS resolves to dynamic definition/
    );
    const musl2 = hit?.match[0].startsWith("Error relocating") === true;
    if (!hit) return void 0;
    return loader(ldStaticTls, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)} finds no room for thread-local storage`,
      why: musl2 ? `musl\u2019s loader gives no static thread-local storage to what is loaded later, and \`${baseName(hit.match[1] ?? "")}\` asks for it (\`initial-exec\`).` : `The loader had no room left for the static thread-local storage of \`${baseName(hit.match[1] ?? "")}\`. It depends on what was imported before.`,
      own: `Import it before other compiled packages, or build without \`-ftls-model=initial-exec\`.`,
      dependency: musl2 ? `Use a glibc-based image (Debian instead of Alpine), or a release of ${nameOf(symptoms.culprit)} that is built without \`-ftls-model=initial-exec\`; Go libraries need Go \u2265 1.24 or glibc.` : `Import it before other compiled packages, or start with \`LD_PRELOAD=${baseName(hit.match[1] ?? "")}\`.`
    });
  }
};
var ldWrongArch = {
  id: "ld-wrong-arch",
  where: WHERE.definition,
  name: "Built for another processor architecture",
  category: "loader",
  severity: "error",
  means: "The file is for another architecture. glibc says so as `wrong ELF class`, or, misleadingly, as `cannot open shared object file` although the file exists.",
  remedy: "Install or build the wheel for this architecture; on macOS check Rosetta and `ARCHFLAGS`.",
  links: [
    LD,
    "https://developer.apple.com/documentation/apple-silicon/building-a-universal-macos-binary"
  ],
  match(symptoms) {
    const hit = search(symptoms, /wrong ELF class: (ELFCLASS\d+)/) ?? search(
      symptoms,
      /incompatible architecture \([^)]*\)|mach-o, but wrong architecture|Exec format error|has unexpected e_machine: \d+|is (?:32-bit instead of 64-bit|64-bit instead of 32-bit)/
    ) ?? windows(symptoms, "bad-image") ?? // ctypes on Windows: ERROR_BAD_EXE_FORMAT, whose text is in the system's language.
    search(symptoms, /^OSError: \[WinError 193\]/) ?? itself(symptoms);
    if (!hit || /Library not loaded:/.test(hit.text)) return void 0;
    const [, have, need] = /have '([^']+)', need '([^']+)'/.exec(hit.match[0]) ?? [];
    const machines = have ? [have] : symptoms.facts?.machines ?? [];
    const translated = need?.startsWith("x86_64") === true && have?.startsWith("arm64") === true;
    return loader(ldWrongArch, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)} was built for another processor architecture`,
      why: sentences(
        `${describeBinary(symptoms.culprit)} is not for this architecture.`,
        machines.length > 0 && `The file is for ${machines.join(", ")}.`,
        need && `This Python runs as ${need}.`,
        translated && "On Apple silicon that is a Python for Intel, or one that was started by such a program (Rosetta).",
        hit.match[0].includes("cannot open") && "The loader\u2019s message is misleading: the file exists."
      ),
      own: "Build the wheel for this architecture and check the platform tag of the file name (`ARCHFLAGS`, cross compilers).",
      dependency: `Reinstall ${nameOf(symptoms.culprit)} for this architecture, without the cache (\`pip install --no-cache-dir --force-reinstall\`)${translated ? '; or use a Python for arm64: `python -c "import platform; print(platform.machine())"` says which one runs' : ""}.`
    });
  }
};
function itself(symptoms) {
  const hit = search(symptoms, /(\S+): cannot open shared object file: No such file or directory/);
  const file = hit?.match[1];
  if (!hit || !file || !/[\\/]/.test(file)) return void 0;
  const isModule = /\.(?:cpython-\w+|cp\d+|abi3|pypy\d+)[\w.-]*\.so$/.test(file) || file === symptoms.culpritPath;
  return isModule ? hit : void 0;
}
var ldCorruptFile = {
  id: "ld-corrupt-file",
  where: WHERE.definition,
  name: "The file is damaged, or no shared library at all",
  category: "loader",
  severity: "error",
  means: "The file is empty, cut short, or something else, such as a Git LFS pointer. A truncated one can kill the process with SIGBUS.",
  remedy: "Build or download it again; check Git LFS and what copies the file.",
  links: [LD],
  match(symptoms) {
    const hit = search(
      symptoms,
      /invalid ELF header|file too short|ELF load command[^\n]*|ELF file(?:'s phentsize|'s phnum)[^\n]*|not a mach-o file|slice is not valid mach-o file|file (?:is )?truncated|cannot read file data/i
    );
    if (!hit) return void 0;
    return loader(ldCorruptFile, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)}: the compiled file is damaged`,
      why: `${describeBinary(symptoms.culprit)} is no complete shared library: \u201C${hit.match[0]}\u201D.`,
      own: "Build it again from clean; check that the file is not a Git LFS pointer and that nothing copies it while it is written.",
      dependency: `Reinstall ${nameOf(symptoms.culprit)} without the cache (\`pip install --no-cache-dir --force-reinstall\`).`
    });
  }
};

// src/judge/diagnose/dyld-text.ts
function refusedFiles(text) {
  const at2 = text.indexOf("tried:");
  if (at2 < 0) return [];
  const found = text.slice(at2).matchAll(/'([^']+)' \(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g);
  const all = [...found].map(([, path = "", reason = ""]) => ({ path, reason }));
  return all.filter(
    ({ path, reason }, index) => !/^no such file|^security policy does not allow/.test(reason) && all.findIndex((other) => other.path === path) === index
  );
}

// src/judge/diagnose/leave-out.ts
function leaveOut(symptoms) {
  const { module, smoke } = symptoms.evidence;
  return module && !smoke ? ` If nobody needs the module here, leave it out: \`--module '!${module.name}'\`.` : "";
}

// src/judge/diagnose/suspect-dlls.ts
var PRESENT = [
  /^(?:api|ext)-ms-/,
  /^(?:kernel32|kernelbase|ntdll|user32|gdi32|gdi32full|win32u|advapi32|shell32|shlwapi|ole32|oleaut32)\.dll$/,
  /^(?:combase|rpcrt4|sechost|ws2_32|wsock32|iphlpapi|dnsapi|winhttp|wininet|crypt32|bcrypt|bcryptprimitives)\.dll$/,
  /^(?:secur32|ncrypt|version|winmm|imm32|comctl32|comdlg32|setupapi|cfgmgr32|psapi|userenv|powrprof|pdh)\.dll$/,
  /^(?:dbghelp|dwmapi|uxtheme|opengl32|glu32|d2d1|d3d\d+|dxgi|dwrite|mswsock|wtsapi32|netapi32|propsys)\.dll$/,
  /^(?:msvcrt|ucrtbase|vcruntime140|vcruntime140_1)\.dll$/,
  /^python\d+t?\.dll$/
];
function suspectDlls(needed) {
  return needed.filter((name) => !PRESENT.some((known) => known.test(name.toLowerCase())));
}

// src/judge/diagnose/rules/loader-library.ts
var DELVEWHEEL = "https://github.com/adang1345/delvewheel";
var ldMissingLibrary = {
  id: "ld-missing-library",
  where: WHERE.definition,
  name: "A shared library is not found",
  category: "loader",
  severity: "error",
  means: "The module needs a shared library that the loader does not find. The message names the library, not the module.",
  remedy: "Bundle it into the wheel (auditwheel, delocate, delvewheel), or install it on the system.",
  links: [MANYLINUX, "https://github.com/matthew-brett/delocate", DELVEWHEEL],
  match(symptoms) {
    const hit = search(symptoms, /(?:^|[\s:])(\S+): cannot open shared object file/) ?? search(symptoms, LIBRARY_NOT_FOUND) ?? // FreeBSD libexec/rtld-elf, NetBSD libexec/ld.elf_so.
    search(symptoms, /Shared object "([^"]+)" not found/) ?? search(symptoms, /Library not loaded: '?([^'\s]+)/) ?? search(symptoms, /Error loading shared library (\S+?):/) ?? // Android's bionic; ctypes on Windows, which does not say whether it is this one.
    search(symptoms, /dlopen failed: library "([^"]+)" not found/) ?? search(symptoms, /Could not find module '([^']+)' \(or one of its dependencies\)/) ?? windows(symptoms, "not-found");
    if (!hit) return void 0;
    const library = hit.match[1] ? baseName(hit.match[1]) : null;
    const what = library ? `\`${library}\`` : "a DLL";
    const refused = library ? refusedFiles(hit.text) : [];
    return loader(ldMissingLibrary, symptoms, hit, {
      what: library,
      title: `${nameOf(symptoms.culprit)} needs ${what}, which ${refused.length > 0 ? "cannot be used" : "is not found"}`,
      why: sentences(
        refused.length > 0 ? `${describeBinary(symptoms.culprit)} needs ${what}; ${describeRefused(refused)}.` : `${describeBinary(symptoms.culprit)} needs ${what}, and the loader finds it nowhere.`,
        library === null && suspects(symptoms)
      ),
      own: library ? `Bundle \`${library}\` into the wheel (${bundlerFor(symptoms)}), or say in your documentation which package of the system holds it.` : "Bundle the DLLs into the wheel with delvewheel, or call `os.add_dll_directory` before the import.",
      dependency: library ? `Install ${holder(symptoms)} that holds \`${library}\`${refused.length > 0 ? " for this architecture and system" : ""}; if ${nameOf(symptoms.culprit)} should bundle it, report it to its maintainers.${leaveOut(symptoms)}` : `Install the Visual C++ redistributable and what else ${nameOf(symptoms.culprit)} documents; report it to its maintainers.`
    });
  }
};
function describeRefused([first, ...more]) {
  const others = more.length > 0 ? `, and ${more.length} more` : "";
  return `the loader found \`${first?.path}\`${others}, and cannot use it: ${first?.reason}`;
}
function suspects(symptoms) {
  const { facts } = symptoms;
  if (facts?.format !== "pe" || facts.needed.length === 0) return "Windows does not say which one.";
  const names = suspectDlls(facts.needed).map((name) => `\`${name}\``);
  return names.length === 0 ? "Windows does not say which one; the file asks for none but Windows\u2019 and Python\u2019s own." : `Windows does not say which one; beside Windows\u2019 and Python\u2019s own, the file asks for ${names.join(", ")}.`;
}
function bundlerFor(symptoms) {
  const platform = platformOf(symptoms);
  return platform === null ? "auditwheel, delocate, delvewheel" : adviceFor(symptoms).bundler;
}
function holder(symptoms) {
  return platformOf(symptoms)?.startsWith("macos") ? "the package of Homebrew or conda" : "the system package";
}
var ldUndefinedSymbol = {
  id: "ld-undefined-symbol",
  where: WHERE.definition,
  name: "A function that the module needs is in none of its libraries",
  category: "loader",
  severity: "error",
  means: "A library was not linked, or the one that was found is older than the one at build time.",
  remedy: "Link the library that defines the symbol; check that an old copy is not found first.",
  links: [LD],
  match(symptoms) {
    const hit = search(symptoms, /undefined symbol: (\w+)/) ?? search(symptoms, /Undefined (?:PLT )?symbol "(\w+)/) ?? search(symptoms, /[Ss]ymbol not found(?: in flat namespace)?:? \(?'?_?(\w+)/) ?? search(symptoms, /Error relocating \S+ (\w+): symbol not found/) ?? search(symptoms, /cannot locate symbol "(\w+)"/) ?? windows(symptoms, "no-procedure");
    if (!hit) return void 0;
    if (!hit.match[1]) return otherDll(symptoms, hit);
    const symbol = `\`${hit.match[1]}\``;
    const named = expectedIn(hit);
    const library = ofCxxLibrary(hit.match[1]);
    return loader(ldUndefinedSymbol, symptoms, hit, {
      what: hit.match[1],
      title: `${nameOf(symptoms.culprit)} needs ${symbol}, which ${named ? `\`${baseName(named)}\` does not define` : "no library defines"}`,
      why: named ? `${describeBinary(symptoms.culprit)} needs ${symbol} of \`${named}\`, which does not define it: it is another version than at build time.` : `${describeBinary(symptoms.culprit)} needs ${symbol}. The library that defines it was not linked, or the one that was found is older than at build time.`,
      own: `Link the library that defines ${symbol} (\`libraries=[\u2026]\` in setup.py, \`dependencies:\` in meson.build, \`target_link_libraries\` in CMake).`,
      dependency: library ? `It is a C++ name of ${library}: install a release of ${nameOf(symptoms.culprit)} that was built for the ${library} that is installed, or build it against that one (\`pip install --no-build-isolation --no-binary :all: \u2026\`).` : `Check ${adviceFor(symptoms).libraryPath} for an old copy of a library; reinstall or upgrade ${nameOf(symptoms.culprit)}.`,
      hints: { symbol: hit.match[1] }
    });
  }
};
var NAMESPACES = {
  ...{ c10: "PyTorch", at: "PyTorch", torch: "PyTorch", caffe2: "PyTorch" },
  ...{ cv: "OpenCV", arrow: "Arrow", tensorflow: "TensorFlow", tsl: "TensorFlow" }
};
function ofCxxLibrary(symbol) {
  const [, length = "", rest = ""] = /^_?_ZN[KVrRO]*(\d{1,2}?)([A-Za-z_]\w*)/.exec(symbol) ?? [];
  return NAMESPACES[rest.slice(0, Number(length))];
}
function otherDll(symptoms, hit) {
  return loader(ldUndefinedSymbol, symptoms, hit, {
    what: null,
    title: `${nameOf(symptoms.culprit)} needs a function that a DLL does not have`,
    why: sentences(
      `${describeBinary(symptoms.culprit)} needs a function that the DLL which was found does not have: it is another version than at build time.`,
      suspects(symptoms)
    ),
    own: "Bundle the DLLs that it was built with into the wheel with delvewheel, so that no other copy is found first; the program Dependencies shows which function is missing.",
    dependency: `Check ${adviceFor(symptoms).libraryPath} for an old copy of a library; reinstall or upgrade ${nameOf(symptoms.culprit)}.`
  });
}
function expectedIn(hit) {
  const said = /Expected in:\s+(?:<[\w-]+> )?'?([^\n']+?)'?\s*(?:\n|$)/.exec(hit.text)?.[1];
  return said?.startsWith("/") || said?.startsWith("@") ? said : void 0;
}

// src/judge/diagnose/rules/loader-refused.ts
var CODE_SIGNING = "https://developer.apple.com/documentation/security/updating-mac-software-to-use-the-code-signing-required-on-apple-silicon";
var DLL = "https://learn.microsoft.com/windows/win32/debug/system-error-codes";
var ldRefused = {
  id: "ld-refused",
  where: WHERE.nowhere,
  name: "The system does not let the file be loaded",
  category: "environment",
  severity: "error",
  means: "The file is there and may be sound, but a rule of this machine forbids to load it: macOS\u2019 code signing or quarantine, a virus scanner or application control on Windows, a file system mounted `noexec` on Linux.",
  remedy: "Change what forbids it; on macOS sign the file anew, or take its quarantine away.",
  links: [CODE_SIGNING, DLL, "https://man7.org/linux/man-pages/man8/mount.8.html"],
  match(symptoms) {
    const signature = search(symptoms, /code signature in [^\n]*?not valid for use in process[^:\n]*: ([^)\n]+)/) ?? search(
      symptoms,
      /(code signature invalid[^)\n]*|code signing blocked mmap\(\)|library load disallowed by system policy)/
    );
    const mapped = search(
      symptoms,
      /(\S+): failed to map segment from shared object(?:: (?:Operation not permitted|Permission denied))?(?!: Cannot allocate)/
    );
    const hit = signature ?? mapped ?? windows(symptoms, "refused");
    if (!hit) return void 0;
    const name = nameOf(symptoms.culprit);
    const said = (hit === signature ? hit.match[1] : hit.match[0])?.trim();
    const unsigned2 = /unsigned|no cdhash/i.test(hit.text);
    const fix = hit === signature ? `Sign it anew (\`codesign --force --sign - FILE\`) or, if it was downloaded by a browser, take its quarantine away (\`xattr -dr com.apple.quarantine FOLDER\`). A program with a hardened runtime (an application bundle) needs the entitlement \`com.apple.security.cs.disable-library-validation\`, or all its libraries signed by its own team.` : hit === mapped ? `Install to, or unpack to, a file system that is not mounted \`noexec\` (often /tmp: set \`TMPDIR\`); see \`findmnt -T\` on the file\u2019s folder, and SELinux\u2019 or AppArmor\u2019s log.` : "Ask whoever manages the machine to allow the file (the virus scanner\u2019s log, Windows Security, Application Control name it); then reinstall the package, as its file may have been taken away.";
    return loader(ldRefused, symptoms, hit, {
      what: null,
      title: `${name}: ${hit === signature ? "macOS refuses the code signature of a file" : `${platformOf(symptoms)?.startsWith("win") ? "Windows" : "the system"} does not let its file be loaded`}`,
      why: `${describeBinary(symptoms.culprit)} cannot be loaded because this machine forbids it: \u201C${said}\u201D.`,
      own: unsigned2 ? `Sign the files after the last tool that changes them (delocate does; \`install_name_tool\` and \`strip\` do not). ${fix}` : fix,
      dependency: fix
    });
  }
};
var ldExecutableStack = {
  id: "ld-executable-stack",
  where: WHERE.definition,
  name: "The file asks for an executable stack",
  category: "loader",
  severity: "error",
  means: "The file, or a library it needs, is marked as wanting an executable stack, which glibc \u2265 2.41 gives to nothing that is loaded later, and hardened kernels to nobody. It is most often an assembler file without a note, not a need.",
  remedy: "Link with `-Wl,-z,noexecstack`; add a `.note.GNU-stack` section to assembler files.",
  links: ["https://sourceware.org/glibc/manual/latest/html_node/Tunables.html"],
  match(symptoms) {
    const hit = search(symptoms, /(\S+): cannot enable executable stack as shared object requires/);
    if (!hit) return void 0;
    const file = baseName(hit.match[1] ?? "");
    return loader(ldExecutableStack, symptoms, hit, {
      what: file,
      title: `${nameOf(symptoms.culprit)}: \`${file}\` asks for an executable stack, which this system does not give`,
      why: `${describeBinary(symptoms.culprit)} cannot be loaded: \`${file}\` is marked as needing an executable stack. glibc \u2265 2.41 refuses that to libraries that are loaded while the program runs.`,
      own: 'Link with `-Wl,-z,noexecstack`, and put `.section .note.GNU-stack,"",%progbits` at the end of assembler files.',
      dependency: `Upgrade ${nameOf(symptoms.culprit)}; until there is a release without it, clear the mark: \`patchelf --clear-execstack ${file}\`.`
    });
  }
};
var ldNoMemory = {
  id: "ld-no-memory",
  where: WHERE.nowhere,
  name: "No memory to load the file",
  category: "environment",
  severity: "error",
  means: "The system could not set aside the memory that the file and its libraries ask for. Several processes that load large libraries at once are enough; on Windows each takes its part of the paging file.",
  remedy: "Run fewer processes at once, or give the machine more memory (Windows: paging file).",
  links: [DLL],
  match(symptoms) {
    const hit = windows(symptoms, "no-memory") ?? search(
      symptoms,
      /(\S+): (?:failed to map segment from shared object|cannot (?:create|allocate) [^:\n]*): (?:Cannot allocate memory|error 12)/
    );
    if (!hit) return void 0;
    const isWindows = platformOf(symptoms)?.startsWith("win") === true;
    const fix = `Run fewer processes at once (\`--jobs 1\`)${isWindows ? ", or enlarge the paging file (System \u2192 Advanced \u2192 Performance \u2192 Virtual memory)" : ", or raise the limit of memory (`ulimit -v`, the container\u2019s)"}.`;
    return loader(ldNoMemory, symptoms, hit, {
      what: null,
      title: `${nameOf(symptoms.culprit)} cannot be loaded: memory ran out`,
      why: `The system had no memory left for ${describeBinary(symptoms.culprit)} and its libraries: \u201C${hit.match[0].trim()}\u201D. The file itself may be sound.`,
      own: fix,
      dependency: fix
    });
  }
};
var ldInitFailed = {
  id: "ld-init-failed",
  where: WHERE.definition,
  name: "A DLL was found, but could not start",
  category: "loader",
  severity: "error",
  means: "Windows found all DLLs, and the start-up code of one of them failed: an older copy of a DLL (most often `msvcp140.dll`) was loaded before, or one that does not fit this processor or driver.",
  remedy: "Update the Visual C++ redistributable; look for old copies of its DLLs on PATH.",
  links: [DLL, "https://learn.microsoft.com/cpp/windows/latest-supported-vc-redist"],
  match(symptoms) {
    const hit = windows(symptoms, "init-failed");
    if (!hit) return void 0;
    const name = nameOf(symptoms.culprit);
    return loader(ldInitFailed, symptoms, hit, {
      what: null,
      title: `${name} needs a DLL that could not start`,
      why: `Windows found the DLLs that ${describeBinary(symptoms.culprit)} needs, and the start-up code of one of them failed.`,
      own: "Build with the toolset that your oldest supported Visual C++ redistributable has, or bundle the runtime with delvewheel; whatever else the DLLs do when they are loaded must not fail.",
      dependency: `Install the newest Visual C++ redistributable; look for older copies of its DLLs (\`where msvcp140.dll\`) and import ${name} before packages that bring one. If it still fails, report it to its maintainers.`
    });
  }
};

// src/judge/diagnose/foreign-libc.ts
var LIBRARY2 = /^(?:ld-linux[\w.-]*|lib(?:c|m|pthread|dl|rt|util|resolv)\.so\.\d)/;
var SYMBOL = new RegExp(
  `^(?:${[
    String.raw`__\w+_chk|__strdup|__rawmemchr|__(?:fp)?classify\w*|__res_init|__libc_\w+|__finite\w*|__isinf|__isnan|__sched_cpualloc`,
    // Names behind its headers' macros, and what C++ and OpenBLAS built with it ask for.
    String.raw`__register_atfork|__cxa_thread_atexit_impl|__isoc23_\w+|__\w+_finite|__mempcpy|__stpn?cpy|__strtok_r|__strndup|__strsep_g|__strftime_l|__pthread_(?:key_create|getspecific|setspecific|mutex_\w+|mutexattr_\w+|once|register_cancel|unregister_cancel|unwind_next|rwlock_\w+)|__res_n(?:init|close|query|search|send)|__sysconf|__getpagesize|__fentry__`,
    "gnu_get_libc_version|backtrace(?:_symbols(?:_fd)?)?|mallinfo2?|malloc_trim|secure_getenv",
    "_*(?:(?:f|fre)?open|openat|creat|fcntl|l?lseek|fseeko|ftello|f[gs]etpos|tmpfile|mk[od]?stemps?|p(?:read|write)v?2?|f?truncate|posix_f(?:allocate|advise)|fallocate|lockf|[fl]?x?stat|fx?statat|f?statv?fs|readdir|scandir|(?:alpha|version)sort|glob|globfree|n?ftw|mmap|sendfile|[gs]etrlimit|prlimit)64(?:_2)?",
    "_*(?:(?:str|wcs)(?:to(?:f|d|ld|u?ll?|f(?:32|64|128)x?)|coll|xfrm|n?casecmp|[fp]time|fmon|error)|isw?(?:alnum|alpha|blank|cntrl|x?digit|graph|lower|print|punct|space|upper|ctype)|tow?(?:lower|upper|ctrans)|wctype|wctrans|nl_langinfo)_l",
    "_*(?:[gs]et|make|swap)context"
  ].join("|")})$`
);
var MUSL = /^Error (?:loading shared library|relocating) /;
function isGlibcOnMusl(text) {
  if (!MUSL.test(text)) return false;
  const library = /^Error loading shared library (\S+?):/.exec(text)?.[1];
  if (library !== void 0) return LIBRARY2.test(library);
  const symbol = /^Error relocating (?!\S*-musl[^\s/]*:)\S+: (\w+): symbol not found/.exec(
    text
  )?.[1];
  return symbol !== void 0 && SYMBOL.test(symbol);
}
function forMusl(name) {
  return `Install a wheel that is for musl (\`musllinux\` in its file name; a current pip chooses it where the release has one), or the system\u2019s own package (\`apk add\`); else use an image with glibc (\`python:3.X-slim\` instead of \`-alpine\`). Setting \`manylinux_compatible\` on Alpine makes pip install what ${name} cannot load.`;
}

// src/judge/diagnose/runtime-library.ts
function hostLibrary(library) {
  const host = /[\\/]lib[\\/](julia)[\\/]|[\\/](MATLAB)[\\/]|[\\/](R)[\\/]lib[\\/]/.exec(library);
  if (!host || !/libstdc\+\+|libgcc_s/.test(library)) return void 0;
  return { julia: "Julia", MATLAB: "MATLAB", R: "R" }[host.slice(1).find(Boolean) ?? ""];
}
function ofOtherHost(host) {
  return `Start ${host} with the system\u2019s library in front (\`LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libstdc++.so.6\`), or use a newer ${host}, or a Python from conda in it. A newer system does not help.`;
}
function condaLibrary(library) {
  const conda = /[\\/](?:[\w.-]*(?:conda|mamba|miniforge|mambaforge)[\w.-]*)[\\/]|[\\/]envs[\\/]/i.test(
    library
  ) && /libstdc\+\+|libgcc_s/.test(library);
  return conda ? "Upgrade conda\u2019s C++ runtime: `conda install -c conda-forge libstdcxx-ng` (with `libgcc-ng`). A newer system does not help: the environment\u2019s own copy is found first." : void 0;
}

// src/judge/diagnose/rules/loader-version.ts
function onMusl(symptoms) {
  const hit = search(symptoms, /Error (?:loading shared library|relocating) [^\n]+/);
  if (!hit || !isGlibcOnMusl(hit.match[0])) return void 0;
  return loader(ldLibcVersion, symptoms, hit, {
    what: "musl",
    title: `${nameOf(symptoms.culprit)} was built for glibc, and this system has musl`,
    why: `${describeBinary(symptoms.culprit)} is for Linux with glibc (\`manylinux\`); the C library of this system (Alpine) is musl.`,
    own: "Build wheels for musl as well (cibuildwheel\u2019s `musllinux` builds).",
    dependency: forMusl(nameOf(symptoms.culprit))
  });
}
var ldLibcVersion = {
  id: "ld-libc-version",
  where: WHERE.definition,
  name: "Built on a newer system than it runs on",
  category: "loader",
  severity: "error",
  means: "The module asks for a version of the C or C++ library (GLIBC, GLIBCXX, CXXABI; on macOS libSystem) that this system does not have: it was built on a newer one.",
  remedy: "Build in a manylinux image (cibuildwheel), or on the oldest system to be supported.",
  links: ["https://peps.python.org/pep-0600/", MANYLINUX],
  match(symptoms) {
    const hit = search(
      symptoms,
      /(\S+): version [`'"]((?:GLIBC|GLIBCXX|CXXABI|GCC)_[\w.]+)' not found \(required by ([^)]+)\)/
    ) ?? search(
      symptoms,
      /Symbol not found: \(?(\S+?)\)?\s[\s\S]*?Expected in:\s+(?:<[\w-]+> )?'?(\/usr\/lib\/[^\s']+)/
    ) ?? search(
      symptoms,
      /Symbol not found: \(?(\S+?)\)?\s[\s\S]*?\(built for (macOS [\d.]+) which is newer than running OS\)/
    );
    if (!hit) return onMusl(symptoms);
    const [, library = "", version = ""] = hit.match;
    const host = hostLibrary(library);
    const what = /^(?:\/|macOS)/.test(version) ? `\`${library.replace(/^_/, "")}\` of ${baseName(version)}` : `\`${version}\` of \`${baseName(library)}\``;
    return loader(ldLibcVersion, symptoms, hit, {
      what: condaLibrary(library) ? baseName(library) : null,
      title: condaLibrary(library) ? `${nameOf(symptoms.culprit)} needs a newer \`${baseName(library)}\` than this conda environment has` : host ? `${nameOf(symptoms.culprit)} needs a newer \`${baseName(library)}\` than ${host} brings along` : `${nameOf(symptoms.culprit)} was built on a newer system than this one`,
      why: condaLibrary(library) ? `${describeBinary(symptoms.culprit)} needs ${what}; the \`${baseName(library)}\` that was found is conda\u2019s own (${library}), which is older. It is not the system\u2019s.` : host ? `${describeBinary(symptoms.culprit)} needs ${what}; ${host} loaded its own (${library}) before, which is older. It is not the system\u2019s.` : `${describeBinary(symptoms.culprit)} needs ${what}, which this system does not have.`,
      own: /^(?:\/|macOS)/.test(version) ? "Set `MACOSX_DEPLOYMENT_TARGET` to the oldest macOS you support when you build the wheel (cibuildwheel does), and let its file name say so." : "Build the wheel in a manylinux image (cibuildwheel does), or on the oldest system you support.",
      dependency: condaLibrary(library) ?? (host && ofOtherHost(host)) ?? (/^(?:\/|macOS)/.test(version) ? `Use a newer macOS, or a wheel of ${nameOf(symptoms.culprit)} whose file name has an older one (\`macosx_11_0\`).` : `Use a newer system image, or a wheel of ${nameOf(symptoms.culprit)} with an older manylinux tag.`)
    });
  }
};
var ldSymbolVersion = {
  id: "ld-symbol-version",
  where: WHERE.definition,
  name: "A shared library is another version than at build time",
  category: "loader",
  severity: "error",
  means: "A shared library was found, but it lacks the version of a symbol that the module was linked with.",
  remedy: "Bundle the library into the wheel (auditwheel), or install the version that it was built with.",
  links: [LD, MANYLINUX],
  match(symptoms) {
    const hit = search(symptoms, /(\S+): version [`'"](\S+?)' not found \(required by ([^)]+)\)/);
    if (!hit) return void 0;
    const [, library = "", version] = hit.match;
    return loader(ldSymbolVersion, symptoms, hit, {
      what: baseName(library),
      title: `${nameOf(symptoms.culprit)} needs another version of \`${baseName(library)}\``,
      why: `${describeBinary(symptoms.culprit)} needs version \`${version}\` of \`${baseName(library)}\`; the one found here (${library}) is older.`,
      own: `Bundle \`${baseName(library)}\` into the wheel with auditwheel, or install the version it was linked with.`,
      dependency: `Install a newer \`${baseName(library)}\`, or another wheel of ${nameOf(symptoms.culprit)}; check ${adviceFor(symptoms).libraryPath} for an old copy.`
    });
  }
};

// src/packaging/import-names.ts
var DISTRIBUTIONS = /* @__PURE__ */ new Map([
  ["Bio", ["biopython"]],
  ["Crypto", ["pycryptodome", "pycrypto"]],
  ["Cython", ["cython"]],
  ["MySQLdb", ["mysqlclient"]],
  ["Levenshtein", ["levenshtein", "python-levenshtein"]],
  ["MeCab", ["mecab-python3"]],
  ["OpenGL", ["pyopengl"]],
  ["OpenSSL", ["pyopenssl"]],
  ["PIL", ["pillow", "pillow-simd"]],
  ["_cffi_backend", ["cffi"]],
  ["attr", ["attrs"]],
  ["bs4", ["beautifulsoup4"]],
  ["cairo", ["pycairo"]],
  ["community", ["python-louvain"]],
  [
    "cv2",
    [
      "opencv-python",
      "opencv-python-headless",
      "opencv-contrib-python",
      "opencv-contrib-python-headless"
    ]
  ],
  ["dateutil", ["python-dateutil"]],
  ["docx", ["python-docx"]],
  ["dotenv", ["python-dotenv"]],
  ["faiss", ["faiss-cpu", "faiss-gpu"]],
  ["fcl", ["python-fcl"]],
  ["fitz", ["pymupdf"]],
  ["gi", ["pygobject"]],
  ["git", ["gitpython"]],
  ["grpc", ["grpcio"]],
  ["igraph", ["igraph", "python-igraph"]],
  ["jwt", ["pyjwt"]],
  ["ldap", ["python-ldap"]],
  ["llama_cpp", ["llama-cpp-python"]],
  ["magic", ["python-magic"]],
  ["mesonpy", ["meson-python"]],
  ["mpl_toolkits", ["matplotlib"]],
  ["osgeo", ["gdal"]],
  ["pcl", ["python-pcl"]],
  ["psycopg2", ["psycopg2", "psycopg2-binary"]],
  ["pywt", ["pywavelets"]],
  ["pyximport", ["cython"]],
  ["rpds", ["rpds-py"]],
  ["serial", ["pyserial"]],
  ["skbuild", ["scikit-build"]],
  ["skimage", ["scikit-image"]],
  ["sklearn", ["scikit-learn"]],
  ["snappy", ["python-snappy"]],
  ["talib", ["ta-lib"]],
  ["umap", ["umap-learn"]],
  ["usb", ["pyusb"]],
  ["vtkmodules", ["vtk"]],
  ["wx", ["wxpython"]],
  ["yaml", ["pyyaml"]],
  ["zmq", ["pyzmq"]]
]);
function providersOf(top) {
  return DISTRIBUTIONS.get(top) ?? [nameAlike(top)];
}
function knownProvider(top) {
  return DISTRIBUTIONS.get(top)?.[0];
}
function nameAlike(top) {
  return normaliseName(top).replaceAll(/^-+|-+$/g, "") || top;
}

// src/judge/diagnose/missing-submodule.ts
function missingSubmodule(symptoms) {
  const circular = search(
    symptoms,
    /cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'(?: \((most likely due to a circular import)\))?(?: \(([^)]*)\))?/
  );
  if (circular) {
    const [, name = "", parent = "", circle, file] = circular.match;
    const missing2 = `${parent}.${name}`;
    if (foreignFiles(symptoms, missing2).length > 0) return missing2;
    if (symptoms.evidence.combination !== null || parent.split(".")[0] === "numpy") return null;
    const frame = symptoms.chain.at(-1)?.frames.at(-1);
    const beside = /^from \. import \(?_\w+/.test(frame?.source ?? "") && name.startsWith("_");
    if (!circle) return beside && folderOf(frame?.file) === folderOf(file) ? missing2 : null;
    const asking = frame?.file;
    return asking === file && /[\\/]__init__\.py$/.test(file ?? "") ? missing2 : null;
  }
  const absent2 = search(symptoms, /No module named '((?!numpy\b)\w+(?:\.\w+)+)'/);
  const missing = absent2?.match[1];
  if (!missing) return null;
  if (foreignFiles(symptoms, missing).length > 0) return missing;
  if (symptoms.evidence.combination !== null) return null;
  return askedByItself(symptoms, missing) ? missing : null;
}
function folderOf(file) {
  return file?.replace(/[\\/][^\\/]*$/, "");
}
function askedByItself(symptoms, missing) {
  const parts = missing.split(".");
  const frame = symptoms.chain.at(-1)?.frames.findLast((one) => !one.file.startsWith("<"));
  const folders = frame?.file.split(/[\\/]/).slice(0, -1) ?? [];
  const leaf = parts.at(-1) ?? "";
  return leaf.startsWith("_") && folders.includes(parts[0] ?? "");
}
function foreignFiles(symptoms, module) {
  const { combination, module: own } = symptoms.evidence;
  if (combination === null) return [];
  return symptoms.evidence.filesFor(module).filter((file) => file !== symptoms.evidence.observation.loadedAs?.file).filter((file) => file !== own?.path || own.proof !== "by-name").map((file) => symptoms.evidence.ownerOf(file)?.file ?? file);
}

// src/judge/diagnose/standard-library.ts
var MODULES = new Set(
  "abc argparse array ast asyncio base64 binascii builtins collections configparser contextlib ctypes dataclasses datetime email enum fractions functools gettext hashlib html importlib inspect io itertools json locale logging math multiprocessing operator os pathlib pickle pkgutil platform plistlib random re shutil signal socket ssl string struct subprocess sys sysconfig tempfile threading time tokenize traceback types typing unittest urllib uuid warnings xml zipfile".split(
    " "
  )
);
function isStandardLibrary(top) {
  return MODULES.has(top);
}

// src/judge/diagnose/other-release.ts
function otherRelease(symptoms) {
  const [seen] = symptoms.chain;
  if (seen === void 0 || isSmokeItself(symptoms)) return void 0;
  const asked = askedFor(describeException(seen));
  if (asked === void 0) return void 0;
  const { evidence, culprit } = symptoms;
  const top = asked.module.split(".")[0] ?? asked.module;
  const file = asked.file ?? seen.path;
  const owner = file === null ? null : evidence.ownerOf(file);
  if (owner?.distribution === "") return void 0;
  const named = providersOf(top).find((one) => evidence.installed.has(one)) ?? null;
  const provider = owner?.distribution ?? named;
  const own = [culprit.module?.split(".")[0], culprit.distribution?.replaceAll("-", "_")];
  if (top === "numpy" || own.includes(top) || provider === culprit.distribution) return void 0;
  if (provider === null && evidence.combination !== null) return void 0;
  if (provider === null && isStandardLibrary(top)) return void 0;
  const version = provider === null ? null : evidence.installed.get(provider) ?? null;
  return { what: asked.what, provider: provider ?? top, version };
}
function missingInPython({ chain, evidence }) {
  const asked = chain[0] && evidence.combination === null && askedFor(describeException(chain[0]));
  if (!asked) return void 0;
  const [top = ""] = asked.module.split(".");
  return isStandardLibrary(top) && !asked.what.startsWith("the module") ? asked.what : void 0;
}
function askedFor(text) {
  const [, name, from = "", file = null] = /^ImportError: cannot import name '([^']+)' from '([\w.]+)' \(([^()]+)\)/.exec(text) ?? [];
  if (name !== void 0) return { what: `\`${name}\` of \`${from}\``, module: from, file };
  const [, of2 = "", attribute] = /^AttributeError: module '([\w.]+)' has no attribute '(\w+)'/.exec(text) ?? [];
  if (attribute !== void 0) {
    return { what: `\`${attribute}\` of \`${of2}\``, module: of2, file: null };
  }
  const [, missing] = /^ModuleNotFoundError: No module named '([\w.]+\.\w+)'/.exec(text) ?? [];
  return missing === void 0 ? void 0 : { what: `the module \`${missing}\``, module: missing, file: null };
}
function releaseName({ provider, version }) {
  return version === null ? `\`${provider}\`` : `${provider} ${version}`;
}

// src/packaging/python-minor.ts
function pythonMinor(python) {
  const minor = /(?<!\d)3\.(\d+)/.exec(python)?.[1];
  return minor === void 0 ? void 0 : Number(minor);
}

// src/packaging/removed-modules.ts
var REMOVED = new Map([
  ...of("3.0", "ConfigParser Queue StringIO Tkinter __builtin__ cPickle cStringIO commands"),
  ...of("3.0", "copy_reg exceptions httplib urllib2 urlparse"),
  ...of("3.9", "_dummy_thread dummy_threading"),
  ...of("3.10", "_bootlocale"),
  ...of("3.11", "binhex"),
  ...copied("3.12", { asynchat: "pyasynchat", asyncore: "pyasyncore", imp: "zombie-imp" }),
  ...copied("3.12", { smtpd: "standard-smtpd" }),
  ...of("3.13", "lib2to3 msilib nis ossaudiodev spwd"),
  ...copied("3.13", { audioop: "audioop-lts", cgi: "legacy-cgi", cgitb: "legacy-cgi" }),
  ...copied("3.13", { crypt: "crypt-r", _crypt: "crypt-r" }),
  ...redistributed("aifc chunk imghdr mailcap nntplib pipes sndhdr sunau telnetlib uu xdrlib")
]);
function of(since, names) {
  return names.split(" ").map((name) => [name, { since }]);
}
function copied(since, copies) {
  return Object.entries(copies).map(([name, copy]) => [name, { since, copy }]);
}
function redistributed(names) {
  return names.split(" ").map((name) => [name, { since: "3.13", copy: `standard-${name}` }]);
}
function removedModule(name, python) {
  const removed = REMOVED.get(name);
  if (removed === void 0 || python === null) return removed;
  const minor = pythonMinor(python);
  const since = pythonMinor(removed.since) ?? 0;
  return minor === void 0 || minor >= since ? removed : void 0;
}

// src/judge/diagnose/vanished-module.ts
var NUMPY_DISTUTILS = /[\\/]numpy[\\/]distutils[\\/]/;
var SETUPTOOLS_ITSELF = /[\\/]setuptools[\\/]__init__\.py$/;
function vanishedModule(top, symptoms) {
  const { python, chain } = symptoms;
  if (top === "pkg_resources") {
    return {
      why: "setuptools 82 dropped `pkg_resources`.",
      fix: 'Constrain `setuptools<82` in this environment (`pip install "setuptools<82"`), or upgrade the package that still imports `pkg_resources` to a release that uses `importlib.metadata`.'
    };
  }
  const minor = python === null ? void 0 : pythonMinor(python);
  if (top === "distutils" && (minor === void 0 || minor >= 12)) {
    if (chain.some((one) => one.frames.some((frame) => NUMPY_DISTUTILS.test(frame.file)))) {
      return {
        why: "`numpy.distutils` needs Python\u2019s `distutils`, which Python 3.12 dropped; NumPy has no `numpy.distutils` for newer Pythons.",
        fix: "Build with Python 3.11 or older (with `setuptools<60`), or take a release of the package that builds with meson-python, scikit-build-core or setuptools alone; in your own package move to one of them."
      };
    }
    if (chain.some((one) => SETUPTOOLS_ITSELF.test(one.frames.at(-1)?.file ?? ""))) {
      return {
        why: "Python 3.12 dropped `distutils`, and this setuptools is older than its own copy of it (before 60): something pins it, as old releases of NumPy do for their own build.",
        fix: "Take the pin on setuptools away (`[build-system] requires` in pyproject.toml, a constraint), or take a release of what is built that has a wheel for this Python; where it is NumPy, a newer one. Else use Python 3.11."
      };
    }
    return {
      why: "Python 3.12 dropped `distutils`; setuptools brings a copy.",
      fix: "Install `setuptools` in this environment, or upgrade the package that still imports `distutils`."
    };
  }
  return dropped(top, symptoms);
}
function dropped(top, symptoms) {
  const removed = removedModule(top, symptoms.python);
  if (removed === void 0) return void 0;
  const { since, copy } = removed;
  const asker = nameOf(symptoms.culprit);
  if (since === "3.0") {
    return {
      why: `\`${top}\` is Python 2\u2019s name of a module: this is code for Python 2.`,
      fix: fixFor(symptoms, {
        own: "Port it to Python 3: nothing that can be installed brings that name.",
        dependency: `Take a release of ${asker} for Python 3, or what replaced it: nothing that can be installed brings that name.`
      })
    };
  }
  const meanwhile = copy && `Until then \`${copy}\` brings a copy of the module.`;
  return {
    why: `Python ${since} dropped \`${top}\`.`,
    fix: sentences(
      fixFor(symptoms, {
        own: `Do without it (\u201CWhat\u2019s New In Python ${since}\u201D names what replaces it), or leave newer Pythons out with \`requires-python = "<${since}"\`.`,
        dependency: `Upgrade ${asker} to a release for Python ${since}, or take an older Python.`
      }),
      meanwhile
    )
  };
}

// src/judge/diagnose/rules/missing-module.ts
var pyWrongTag = {
  id: "py-wrong-tag",
  where: WHERE.definition,
  name: "A compiled file that this Python cannot see",
  category: "python-abi",
  severity: "error",
  means: "The compiled module is there for another Python only (`_core.cpython-39-\u2026.so` under 3.12), or was not built. The import system ignores such files, so the message is misleading: `No module named \u2026`, or \u201Cmost likely due to a circular import\u201D.",
  remedy: "Install the wheel for this Python, remove stale files of in-place builds, and do not let the source tree shadow the installed package.",
  links: [
    "https://peps.python.org/pep-3149/",
    "https://github.com/python/cpython/blob/main/Lib/importlib/_bootstrap_external.py"
  ],
  match(symptoms) {
    const { observation, module } = symptoms.evidence;
    const planned = observation.outcome.kind === "not-run" && observation.outcome.reason === "wrong-tag";
    const missing = planned ? module?.name ?? null : missingSubmodule(symptoms);
    if (missing === null) return void 0;
    const files = planned && module ? [module.file] : foreignFiles(symptoms, missing);
    const package_ = missing.split(".")[0] ?? missing;
    const blamed = planned ? ofTarget(symptoms) : symptoms;
    return diagnosis(pyWrongTag, blamed, {
      tell: (scope) => ({
        title: `\`${missing}\` has no compiled file for this Python`,
        explanation: sentences(
          files.length > 0 ? `What lies there is for another Python: ${files.slice(0, 3).map((one) => `\`${one}\``).join(", ")}.` : "The package asks for this compiled submodule of its own, and this Python sees none: its file is for another Python, or was not built.",
          !planned && symptoms.texts.some((text) => text.includes("circular import")) && "The message is misleading: there is no circular import and the package itself was found.",
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(blamed, {
          own: `Build the wheel for this Python (in an abi3 wheel, this module with the limited API, too), and remove stale \`${missing.split(".").at(-1)}.*\` files of other Pythons (in-place builds, a \`build/\` folder) from the tree.`,
          dependency: planned ? `It came with ${nameOf(blamed.culprit)}, so that installing it anew changes nothing: report it to its maintainers.${leaveOut(symptoms)}` : missing === "osgeo._gdal_array" ? GDAL : `Reinstall \`${package_}\` for this Python (\`pip install --force-reinstall --no-cache-dir\`), and do not run from its source tree.`
        })
      }),
      facts: { missing, files: files.slice(0, 3) },
      key: [missing],
      evidence: [...shownBy(blamed), ...files.slice(0, 3)]
    });
  }
};
var GDAL = 'GDAL was built without NumPy: install NumPy and setuptools first, then build it anew where that NumPy is seen (`pip install --no-build-isolation --no-cache-dir --force-reinstall "gdal[numpy]==$(gdal-config --version).*"`), or take the package of conda-forge.';
var moduleNotFound = {
  id: "module-not-found",
  where: WHERE.runtimeList,
  name: "A Python module is missing",
  category: "unrelated",
  severity: "error",
  means: "Something imports a module that is not installed: a missing dependency. NumPy is not the cause.",
  remedy: "Add the missing package to the `dependencies` of whoever imports it.",
  links: [
    "https://packaging.python.org/en/latest/guides/writing-pyproject-toml/#dependencies-and-requirements"
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /^(?:\w+\.)*(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?/m
    );
    if (!hit) return void 0;
    const missing = hit.match[1] ?? "";
    const top = missing.split(".")[0] ?? missing;
    const known = knownProvider(top);
    const provider = known ? `\`${known}\`, which provides \`${top}\`,` : `the package that provides \`${top}\``;
    const gone = vanishedModule(top, symptoms);
    const asker = symptoms.culprit.distribution ?? symptoms.culprit.module;
    const { module } = symptoms.evidence;
    if (module?.name === missing && module.proof === "by-name") return hiddenFile(symptoms, hit);
    const lacking = gone ? void 0 : otherRelease(symptoms);
    const isSubject = symptoms.evidence.subjects.includes(normaliseName(top));
    const isName = isSubject && missing === top && isSmokeItself(symptoms);
    const ownPart = lacking === void 0 && (isSubject || missing !== top && symptoms.culprit.module?.split(".")[0] === top);
    return diagnosis(moduleNotFound, symptoms, {
      tell: (scope) => ({
        title: lacking ? `${nameOf(symptoms.culprit)} needs ${lacking.what}, which ${releaseName(lacking)} does not have` : isName ? `The smoke code imports \`${missing}\`, and no module of that name is installed` : isSubject && ownPart ? `The wheel of ${top} lacks the module \`${missing}\`` : asker ? `${nameOf(symptoms.culprit)} needs the module \`${missing}\`, which is not installed` : `The module \`${missing}\` is not installed`,
        explanation: sentences(
          gone?.why,
          lacking ? `${describeCulprit(symptoms.culprit)} imports \`${missing}\`; \`${top}\` is installed, in a release without that module: it was written for another one.` : isName ? `The project is called so; what it installs need not be.` : asker ? `${describeCulprit(symptoms.culprit)} imports \`${missing}\`, which is not installed here.` : `\`${missing}\` is imported and not installed here.`,
          !gone && symptoms.history.kind !== "alike" && "NumPy is not the cause.",
          describeHistory(symptoms.history, scope)
        ),
        fix: gone ? gone.fix : lacking ? fixFor(symptoms, {
          own: `Use what ${releaseName(lacking)} has instead, or require a release of \`${lacking.provider}\` that has it in \`dependencies\`.`,
          dependency: `Upgrade ${nameOf(symptoms.culprit)} to a release for the \`${lacking.provider}\` that is installed, or constrain that to a release that has it: \`--constraint\`, input \`constraints\`.`
        }) : ownPart ? fixFor(symptoms, {
          own: `${isName ? "Import in the smoke code what the wheel holds. If it should hold a module of this name: list it among" : "The wheel lacks it: list it among"} what is packaged (\`packages\`, \`package-data\`, the build backend's includes), or see why the build left it out.${isOfSwig(missing, symptoms) ? SWIG : ""}`,
          dependency: `A part of ${nameOf(symptoms.culprit)} itself is missing: reinstall it, or report it to its maintainers.`
        }) : fixFor(symptoms, {
          own: `Add ${provider} to \`dependencies\` in \`[project]\`; when it is optional, exclude this module from the check or install the extra.`,
          dependency: `Install the extra of ${nameOf(symptoms.culprit)} that brings it, where it has one (\`--extra\`, input \`extras\`). Else add ${provider} to your \`dependencies\`; ${nameOf(symptoms.culprit)} should require it, so tell its maintainers.${leaveOut(symptoms)}`,
          unknown: `Install ${provider.replace(/,$/, "")}, and add it to the \`dependencies\` of the package that imports it.`
        })
      }),
      facts: {
        missing,
        ...lacking && { otherRelease: lacking.provider },
        ...isSmokeItself(symptoms) && { smokeItself: true }
      },
      key: [missing],
      evidence: shownBy(symptoms, hit),
      hints: ownPart ? {} : { requirement: lacking?.provider ?? known ?? top, table: "runtime" }
    });
  }
};
var SWIG = " setuptools copies Python files before it runs SWIG: what that writes is there only if `build_ext` ran before `build_py`.";
function isOfSwig(missing, { evidence }) {
  return evidence.filesFor(missing.replace(/[^.]+$/, "_$&")).length > 0;
}
function hiddenFile(symptoms, hit) {
  const { module } = symptoms.evidence;
  const name = module?.name ?? "";
  return diagnosis(moduleNotFound, symptoms, {
    tell: (scope) => ({
      title: `\`${name}\` is not found, although its file is there`,
      explanation: sentences(
        `\`${module?.file}\` is installed and named for this Python.`,
        "What ran before it took away what finds modules (`sys.meta_path`, `sys.path_hooks`), changed its package\u2019s `__path__`, or moved the file.",
        describeHistory(symptoms.history, scope)
      ),
      fix: fixFor(symptoms, {
        own: "Look for that in the package\u2019s `__init__` and in what it imports.",
        dependency: `Report it to the maintainers of ${nameOf(symptoms.culprit)}.`
      })
    }),
    facts: { missing: name, hidden: true },
    key: [name, "hidden"],
    evidence: shownBy(symptoms, hit),
    hints: {}
  });
}

// src/packaging/python-parts.ts
var PARTS = new Map([
  ["_bz2", { headers: "libbz2-dev" }],
  ["_ctypes", { headers: "libffi-dev" }],
  ["_curses", { headers: "libncurses-dev", windows: "windows-curses" }],
  ["_curses_panel", { headers: "libncurses-dev", windows: "windows-curses" }],
  ["_dbm", { headers: "libgdbm-compat-dev" }],
  ["_gdbm", { headers: "libgdbm-dev", split: "python3-gdbm" }],
  ["_hashlib", { headers: "libssl-dev" }],
  ["_lzma", { headers: "liblzma-dev" }],
  ["_sqlite3", { headers: "libsqlite3-dev" }],
  ["_ssl", { headers: "libssl-dev" }],
  ["_tkinter", { headers: "tk-dev", split: "python3-tk" }],
  ["_uuid", { headers: "uuid-dev" }],
  ["_zstd", { headers: "libzstd-dev" }],
  ["distutils", { split: "python3-distutils" }],
  ["ensurepip", { split: "python3-venv" }],
  ["lib2to3", { split: "python3-lib2to3" }],
  ["readline", { headers: "libreadline-dev", windows: "pyreadline3" }],
  ["tkinter", { headers: "tk-dev", split: "python3-tk" }],
  ["zlib", { headers: "zlib1g-dev" }],
  ...["_posixsubprocess", "fcntl", "grp", "posix", "pwd", "resource", "syslog", "termios"].map(
    (name) => [name, { system: "Unix" }]
  ),
  ...["_winapi", "_winreg", "msvcrt", "nt", "winreg", "winsound"].map(
    (name) => [name, { system: "Windows" }]
  )
]);
function pythonPart(name) {
  return PARTS.get(name);
}

// src/judge/diagnose/where-to-get.ts
function whereToGet(part) {
  if (part === void 0) return "This Python is not whole: install it anew, or take another one.";
  const { headers, split: split2, system, windows: windows2 } = part;
  if (system === "Windows") return "Only Python on Windows has it.";
  if (system === "Unix") return "Python on Windows has none.";
  const ways = [
    split2 && `Where Python came with the system, install its package \`${split2}\` (Debian, Ubuntu).`,
    headers && `Where Python was built on the machine (pyenv, asdf, \`make\`), install \`${headers}\` (Debian, Ubuntu; other systems name it a little differently) and build that Python anew: it leaves out what it finds no headers for.`,
    windows2 && `On Windows no Python has it: install \`${windows2}\`, which stands in for it.`,
    headers && "Pythons of uv, conda and actions/setup-python have it."
  ];
  return ways.filter(Boolean).join(" ");
}

// src/judge/diagnose/rules/missing-python-part.ts
var NOT_FOUND = /^(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?/m;
var STANDARD = /^ModuleNotFoundError: Standard library module '([\w.]+)' was not found/m;
var SPLIT = /^ModuleNotFoundError: Please install the ([\w.+-]+) package for ([\w.]+) support\.?/im;
var pyPartMissing = {
  id: "py-part-missing",
  where: WHERE.configuration,
  name: "A part of Python itself is missing",
  category: "environment",
  severity: "error",
  means: "Something imports a module of Python\u2019s standard library that this Python was built or installed without (`_ctypes`, `_bz2`, `_lzma`, `_sqlite3`, `_tkinter`), or that only another system\u2019s Python has (`fcntl`, `winreg`). No package that pip installs brings it.",
  remedy: "Install the library\u2019s headers and build that Python anew, install the package into which the system took that part out (`python3-tk`), or take another Python.",
  links: [
    "https://devguide.python.org/getting-started/setup-building/#install-dependencies",
    "https://docs.python.org/3/using/configure.html"
  ],
  match(symptoms) {
    const found = partOf(symptoms);
    if (found === void 0) return void 0;
    const { missing, hit, package: named } = found;
    const part = pythonPart(missing);
    const { culprit, python } = symptoms;
    const asker = found.asked ? culprit.distribution !== null : false;
    return diagnosis(pyPartMissing, symptoms, {
      tell: () => ({
        title: `This Python lacks \`${missing}\`, a part of its own standard library`,
        explanation: sentences(
          asker && `${describeCulprit(culprit)} imports it.`,
          part?.system ? void 0 : `Not every Python has it: ${python === null ? "this one" : `this Python ${python}`} was built or installed without.`,
          "No package that pip installs brings it, and NumPy is not the cause."
        ),
        fix: sentences(
          named ? `Install the system\u2019s package \`${named}\`.` : whereToGet(part),
          part?.system && "Whoever imports it is not for this system: report it to its maintainers.",
          leaveOut(symptoms).trim()
        )
      }),
      facts: { missing, asker: asker ? culprit.distribution : null },
      key: [missing],
      evidence: shownBy(symptoms, hit),
      culprit: { ...NOBODY, module: missing },
      fault: "environment"
    });
  }
};
var SPLIT_INSIDE = /^distutils\.(?!_?msvc)/;
function partOf(symptoms) {
  const split2 = search(symptoms, SPLIT);
  if (split2) {
    const [, named = "", missing2 = ""] = split2.match;
    return { missing: missing2, hit: split2, package: named, asked: false };
  }
  const standard = search(symptoms, STANDARD);
  if (standard) return { missing: standard.match[1] ?? "", hit: standard, asked: false };
  const hit = search(symptoms, NOT_FOUND);
  const [whole = ""] = hit?.match.slice(1) ?? [];
  const [missing = ""] = whole.split(".");
  if (!hit || pythonPart(missing) === void 0 || vanishedModule(missing, symptoms))
    return void 0;
  if (whole !== missing && !SPLIT_INSIDE.test(whole)) return void 0;
  return { missing, hit, asked: true };
}

// src/judge/diagnose/rules/np-api-too-new.ts
var OLD2 = /module compiled against API version (?:0x)?([0-9a-f]+) but this version of numpy is (?:0x)?([0-9a-f]+)/;
var NEW2 = /module was compiled against NumPy C-API version 0x([0-9a-f]+) \(NumPy (\d+\.\d+)\) but the running NumPy has C-API version 0x([0-9a-f]+)/;
var LAYOUT = /No module named '?numpy\.core\._multiarray_umath'?/;
var HIDDEN = /numpy\.(?:_?core)\.(?:multiarray|umath) failed to import/;
function fromText(symptoms) {
  const modern = search(symptoms, NEW2);
  if (modern) {
    const [, built2 = "", release = "", running2 = ""] = modern.match;
    return { hit: modern, needs: release, how: levels(built2, running2) };
  }
  const old = search(symptoms, OLD2);
  if (!old) return void 0;
  const [, built = "", running = ""] = old.match;
  const needs = releasesOfApi(Number.parseInt(built, 16))?.first ?? null;
  return { hit: old, needs, how: levels(built, running) };
}
function levels(built, running) {
  const name = (hex) => {
    const range = releasesOfApi(Number.parseInt(hex, 16));
    return range ? `0x${hex} (${describeRange(range)})` : `0x${hex}`;
  };
  return `It asks for C-API level ${name(built)}; the NumPy that was loaded has ${name(running)}.`;
}
function fromSizes(symptoms) {
  const sizes = symptoms.texts.map(parseSizeComplaint).find((one) => one !== void 0);
  if (!sizes || !isNumpyShrunk(sizes)) return void 0;
  const hit = search(symptoms, /numpy\.[\w.]+ (?:size changed|has the wrong size).*/);
  return { hit, needs: sizes.builtFor?.first ?? null, how: `${describeSizes(sizes)}.` };
}
function isNumpyShrunk(sizes) {
  return sizes.object.startsWith("numpy.") && sizes.object !== "numpy.dtype" && sizes.header > sizes.runtime;
}
function fromLayout(symptoms) {
  const hit = search(symptoms, LAYOUT);
  const broken2 = symptoms.texts.some((text) => ADVICE_HEAD.test(text));
  if (!hit || broken2 || unpickled(symptoms, "numpy.core._multiarray_umath")) return void 0;
  if (symptoms.numpy !== null && compareMinors(symptoms.numpy, "1.16") >= 0) return void 0;
  return {
    hit,
    needs: "1.16",
    how: "It asks for `numpy.core._multiarray_umath`, which exists since NumPy 1.16."
  };
}
function fromFacts(symptoms) {
  const target = symptoms.facts?.capi.target;
  if (!target || symptoms.numpy === null) return void 0;
  const running = apiOfVersion(symptoms.numpy);
  const wanted = apiOfVersion(target);
  if (running === void 0 || wanted === void 0 || wanted <= running) return void 0;
  const hit = search(symptoms, HIDDEN);
  if (!hit && symptoms.history.kind !== "below") return void 0;
  return {
    hit,
    needs: target,
    how: `The message hides it, but the file says that its C-API target is NumPy ${target}.`
  };
}
function fromHistory(symptoms) {
  const { history, numpy } = symptoms;
  if (history.kind !== "below" || numpy === null || majorOf(numpy) !== 1) return void 0;
  const hit = search(symptoms, HIDDEN);
  if (!hit || !isBuiltForNumpy1(symptoms)) return void 0;
  const [fails, works] = [apiOfVersion(history.numpy), apiOfVersion(history.works)];
  const only = fails !== void 0 && works === fails + 1 ? releasesOfApi(works) : void 0;
  const between = `it fails under NumPy ${minorOf(history.numpy)} and loads under NumPy ${minorOf(history.works)}`;
  return {
    hit,
    needs: only?.first ?? null,
    how: `The message hides it, and no text of a file with NumPy 1.x headers says its C-API level; ${between}, so that the level lies between the two.`
  };
}
var npApiTooNew = {
  id: "np-api-too-new",
  where: WHERE.target,
  name: "Built for a newer NumPy C-API than the NumPy that is loaded",
  category: "numpy-abi",
  severity: "error",
  means: "A binary names the oldest NumPy C-API that it accepts (its target). The NumPy that was loaded is older. Up to NumPy 1.24 headers the target is the build\u2019s own NumPy; since 1.25 it is an old release unless `NPY_TARGET_VERSION` says otherwise. Seen as `module compiled against API version 0x\u2026`, `module was compiled against NumPy C-API version 0x\u2026 (NumPy X.Y)`, or as Cython\u2019s `numpy.ndarray size changed \u2026 Expected 96 from C header, got 88 from PyObject`.",
  remedy: "Raise the declared floor to the release that the binary needs, or build for an older one: lower `NPY_TARGET_VERSION`, or build with NumPy \u2265 2.0, whose default target is old.",
  links: [
    "https://numpy.org/doc/stable/dev/depending_on_numpy.html",
    "https://numpy.org/doc/stable/user/troubleshooting-importerror.html#c-api-incompatibility",
    "https://github.com/numpy/numpy/blob/main/numpy/_core/code_generators/generate_numpy_api.py"
  ],
  match(symptoms) {
    const found = fromText(symptoms) ?? fromSizes(symptoms) ?? fromLayout(symptoms) ?? fromFacts(symptoms) ?? fromHistory(symptoms);
    return found && describe(symptoms, found);
  }
};
var OLDEST_DEFAULT = "1.19";
var NEWEST_DEFAULT = "1.25";
function olderTarget(needs, { pythons }) {
  const isEarly = pythons.some((python) => {
    const last = numpyForPython(python)?.last ?? NEWEST_DEFAULT;
    return compareMinors(last, NEWEST_DEFAULT) < 0;
  });
  if (isEarly || compareMinors(needs, OLDEST_DEFAULT) <= 0)
    return "build it with the oldest NumPy that it is to run on, since up to 1.24 a build asks for its own release.";
  return compareMinors(needs, NEWEST_DEFAULT) > 0 ? "lower `NPY_TARGET_VERSION`, which the build sets, since no NumPy asks for that release by itself." : "lower `NPY_TARGET_VERSION`, or build with NumPy 2.0, whose default target is NumPy 1.19.";
}
function oldestThatWorks({ history }) {
  if (history.kind !== "below") return void 0;
  const works = minorOf(history.works);
  return `\`numpy>=${works}\` (the oldest that works here; \`bisect\` finds what lies between)`;
}
function builtOnPurpose(needs, { modules, culprits }) {
  const [module] = modules;
  const isAlone = module !== void 0 && modules.length === 1 && culprits.length <= 1;
  if (!isAlone || compareMinors(needs, NEWEST_DEFAULT) <= 0) return "";
  return ` Where the package imports \`${module}\` under NumPy ${needs} and newer only, that is fine: accept it with the line \`numpy<${needs} module=${module}: imported from NumPy ${needs} on\` in \`known-failures\`.`;
}
function describe(symptoms, found) {
  const { needs } = found;
  const name = nameOfBinary(symptoms.culprit);
  const release = needs ? `NumPy ${needs}` : "a newer NumPy";
  const works = oldestThatWorks(symptoms);
  const newer = works ?? "a newer NumPy";
  return diagnosis(npApiTooNew, symptoms, {
    tell: (scope) => ({
      title: `${name} needs ${needs ? `${release} or later` : release}: it was built for that C-API`,
      explanation: sentences(
        `${describeBinary(symptoms.culprit)} was built for the C-API of ${release} and loaded under ${runningNumpy(symptoms, scope)}, which is older.`,
        found.how,
        describeBoundary(symptoms.history, scope)
      ),
      fix: fixFor(symptoms, {
        own: needs ? `Declare \`numpy>=${requiredFloor(needs, scope)}\` in \`dependencies\`, or build for an older C-API: ${olderTarget(needs, scope)}${builtOnPurpose(needs, scope)}` : `Raise the \`numpy\` floor in \`dependencies\` to ${works ?? "the release it was built for"}, or lower \`NPY_TARGET_VERSION\`.`,
        dependency: needs ? `Require \`numpy>=${requiredFloor(needs, scope)}\`${installThere(symptoms, `numpy>=${requiredFloor(needs, scope)}`)}, or an older release of ${name}; its metadata should have asked for it, so tell its maintainers.${restartNote(symptoms)}${builtOnPurpose(needs, scope)}` : `Require ${newer}, or an older release of ${name}; its metadata should have asked for it, so tell its maintainers.`
      })
    }),
    facts: { needs },
    floor: needs,
    key: [needs === null ? newer : "known"],
    evidence: shownBy(symptoms, found.hit),
    hints: { requirement: "numpy", table: "runtime", symbol: "NPY_TARGET_VERSION" }
  });
}
function refusedInSilence(symptoms) {
  const { module } = symptoms.evidence;
  const about = module ? ofTarget(symptoms) : loadedLibrary(symptoms);
  if (!about?.facts || symptoms.numpy === null) return void 0;
  const { target } = about.facts.capi;
  const wanted = target ?? levelOfBuild(symptoms);
  if (wanted === null || !isNewer(wanted, symptoms.numpy)) return void 0;
  const level = apiOfVersion(wanted);
  const range = level === void 0 ? void 0 : releasesOfApi(level);
  const needs = target ?? range?.first ?? minorOf(wanted);
  const how = `Nothing was printed: ${target ? `\`import_array()\` of a file whose C-API target is NumPy ${needs}` : `\`import_array()\` of the headers of NumPy ${minorOf(wanted)}`} refuses an older C-API, so the ${module ? "module" : "library"} clears that error, or asks for the C-API only at a call.`;
  return describe(about, { hit: void 0, needs, how });
}
function levelOfBuild({ evidence }) {
  const { module, combination, subjects } = evidence;
  const build = combination?.buildNumpy ?? null;
  if (!module || build === null || !subjects.includes(module.distribution)) return null;
  const { era, also } = module.facts.capi;
  return [era, ...also].includes("1.x") && compareMinors(build, "1.24") <= 0 ? build : null;
}
function isNewer(wanted, running) {
  const [one, other] = [apiOfVersion(wanted), apiOfVersion(running)];
  return one !== void 0 && other !== void 0 && one > other;
}

// src/judge/diagnose/rules/np-array-copy.ts
var npArrayCopy = {
  id: "np-array-copy",
  where: WHERE.nowhere,
  name: "`copy=False` means \u201Cnever copy\u201D since NumPy 2",
  category: "numpy-python-api",
  severity: "error",
  means: "Python code calls `np.array(x, copy=False)` (or an `__array__` method without the `copy` keyword is asked for one). Up to NumPy 1.26 that meant \u201Ccopy only if needed\u201D; since 2.0 it raises where a copy is needed.",
  remedy: "Use `np.asarray(x)`, which copies only if needed on both; or cap `numpy<2`.",
  links: [
    "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#adapting-to-changes-in-the-copy-keyword"
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /Unable to avoid copy while creating an array|__array__\(\) got an unexpected keyword argument 'copy'|__array__ implementation doesn't accept a copy keyword/
    );
    if (!hit) return void 0;
    const { culprit } = symptoms;
    const { name, who, thePackage } = pythonCode(culprit);
    const frame = symptoms.chain[0]?.frames.findLast((one) => !/[\\/]numpy[\\/]/.test(one.file));
    const source = projectFrame(symptoms);
    return diagnosis(npArrayCopy, symptoms, {
      tell: (scope) => ({
        title: `${name} asks NumPy 2 for an array without a copy, where a copy is needed`,
        explanation: sentences(
          `${who} calls NumPy with \`copy=False\`${frame ? `, at ${frame.file}:${frame.line}` : ""}. Up to NumPy 1.26 that meant \u201Conly if needed\u201D; since 2.0 it means \u201Cnever\u201D, and raises.`,
          "That is Python code, not a matter of the C ABI: rebuilding does not help.",
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: "Replace `np.array(x, copy=False)` by `np.asarray(x)`, which does the same on NumPy 1 and 2; give `__array__` methods a `copy=None` parameter. Until then declare `numpy<2`.",
          dependency: `Upgrade ${thePackage} to a release for NumPy 2, or require \`numpy<2\`.`
        })
      }),
      evidence: [...shownBy(symptoms, hit), frame && `${frame.file}:${frame.line}`],
      hints: { ...source && { source }, requirement: "numpy", table: "runtime" }
    });
  }
};

// src/judge/diagnose/rules/np-array-to-scalar.ts
var npArrayToScalar = {
  id: "np-array-to-scalar",
  where: WHERE.runtimeNumpy,
  name: "An array with one element is no number since NumPy 2.4",
  category: "numpy-python-api",
  severity: "error",
  means: "Python (or Cython) code takes an array for a number: `float(a)`, `int(a)`, `math.sqrt(a)`, `x[0] = a`. Up to NumPy 2.3 that went well for an array of one element (with a warning since 1.25); since 2.4 it raises unless the array has no dimension at all.",
  remedy: "Take the element: `a.item()` or `a[0]`; or cap `numpy<2.4`.",
  links: [
    "https://numpy.org/doc/stable/release/2.4.0-notes.html#raise-typeerror-on-attempt-to-convert-array-with-ndim-0-to-scalar"
  ],
  match(symptoms) {
    const hit = search(symptoms, /only 0-dimensional arrays can be converted to Python scalars/);
    if (!hit) return void 0;
    const { culprit } = symptoms;
    const { name, who, thePackage } = pythonCode(culprit);
    const frame = symptoms.chain.at(-1)?.frames.findLast((one) => !/[\\/]numpy[\\/]/.test(one.file));
    const source = projectFrame(symptoms);
    return diagnosis(npArrayToScalar, symptoms, {
      tell: (scope) => ({
        title: `${name} takes an array for a number, which raises since NumPy 2.4`,
        explanation: sentences(
          `${who} converts an array that has a dimension to a Python number${frame ? `, at ${frame.file}:${frame.line}` : ""}. With one element that was allowed up to NumPy 2.3; with several it never was.`,
          "That is Python code, not a matter of the C ABI: rebuilding does not help.",
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: "Take the element before it is converted: `a.item()` or `a[0]`, which does the same on every NumPy. Until then declare `numpy<2.4`.",
          dependency: `Upgrade ${thePackage} to a release for NumPy 2.4, or require \`numpy<2.4\`.`
        })
      }),
      evidence: [...shownBy(symptoms, hit), frame && `${frame.file}:${frame.line}`],
      hints: { ...source && { source }, requirement: "numpy", table: "runtime" }
    });
  }
};

// src/judge/diagnose/rules/np-integer-range.ts
var npIntegerRange = {
  id: "np-integer-range",
  where: WHERE.runtimeNumpy,
  name: "An integer that does not fit its type raises since NumPy 2",
  category: "numpy-python-api",
  severity: "error",
  means: "Python (or Cython) code gives NumPy an integer that the type does not hold, such as `np.uint8(-1)` or `array_of_uint8 + 300`. Up to NumPy 1.26 that wrapped around or gave a wider type; since 2.0 (NEP 50) it raises `OverflowError`.",
  remedy: "Convert on purpose (`np.array(x).astype(np.uint8)` wraps around on both), or use a wider type; or cap `numpy<2`.",
  links: [
    "https://numpy.org/neps/nep-0050-scalar-promotion.html",
    "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#changes-to-numpy-data-type-promotion"
  ],
  match(symptoms) {
    const hit = search(symptoms, /Python integer (-?\d+) out of bounds for (u?int\w*)/);
    if (!hit) return void 0;
    const { culprit } = symptoms;
    const { name, who, thePackage } = pythonCode(culprit);
    const [, value, type] = hit.match;
    const source = projectFrame(symptoms);
    return diagnosis(npIntegerRange, symptoms, {
      tell: (scope) => ({
        title: `${name} gives NumPy an integer that ${type} does not hold, which raises since NumPy 2`,
        explanation: sentences(
          `${who} gives NumPy ${value} where ${type} is wanted. Up to NumPy 1.26 that wrapped around or gave a wider type; since 2.0 (NEP 50) it raises.`,
          "That is Python code, not a matter of the C ABI: rebuilding does not help.",
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: `Convert on purpose: \`np.array(x).astype(np.${type})\` wraps around on NumPy 1 and 2; or use a wider type. Until then declare \`numpy<2\`.`,
          dependency: `Upgrade ${thePackage} to a release for NumPy 2, or require \`numpy<2\`.`
        })
      }),
      facts: { value: value ?? "", type: type ?? "" },
      evidence: shownBy(symptoms, hit),
      hints: {
        ...source && { source },
        ...symptoms.fault === "dependency" && culprit.distribution ? { requirement: culprit.distribution, table: "runtime" } : { requirement: "numpy", table: "runtime" }
      }
    });
  }
};

// src/judge/diagnose/rules/np-undefined-name.ts
var GONE = new RegExp(`^(?:${GONE_IN_NUMPY_2})$`);
var NEW3 = new RegExp(`^(?:${NEW_IN_NUMPY_2})$`);
var npUndefinedName = {
  id: "np-undefined-name",
  where: WHERE.buildNumpy,
  name: "Calls a name of NumPy\u2019s C-API that the headers at build time did not have",
  category: "numpy-abi",
  severity: "error",
  means: "What NumPy\u2019s C-API calls functions are macros of its headers, and no library defines them. Where the headers at build time lack one (too old: `PyDataType_ELSIZE` came with 2.0; too new: `PyArray_FromDims` went with 2.0; or not included), C takes it for a function of some library, and the import fails with an undefined symbol.",
  remedy: "Build with a NumPy whose headers have it, include what defines it, and let the compiler refuse it: `-Werror=implicit-function-declaration`.",
  links: [
    "https://numpy.org/doc/stable/numpy_2_0_migration_guide.html#c-api-changes",
    "https://numpy.org/doc/stable/reference/c-api/index.html"
  ],
  match(symptoms) {
    const hit = search(symptoms, new RegExp(`undefined symbol: (${NUMPY_C_NAME})`)) ?? search(symptoms, new RegExp(`Undefined (?:PLT )?symbol "(${NUMPY_C_NAME})`)) ?? search(
      symptoms,
      new RegExp(`[Ss]ymbol not found(?: in flat namespace)?:? \\(?'?_?(${NUMPY_C_NAME})`)
    ) ?? search(symptoms, new RegExp(`Error relocating \\S+ (${NUMPY_C_NAME}): symbol not found`));
    if (!hit) return void 0;
    const symbol = hit.match[1] ?? "";
    const way = NEW3.test(symbol) ? "new" : GONE.test(symbol) ? "gone" : "unknown";
    const built = symptoms.evidence.combination?.buildNumpy;
    const name = nameOf(symptoms.culprit);
    return diagnosis(npUndefinedName, symptoms, {
      tell: () => ({
        title: `${name} calls \`${symbol}\`, which the NumPy headers that it was built with do not have`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} needs \`${symbol}\` of NumPy\u2019s C-API${built ? ` and was built with NumPy ${built}` : ""}. That is a macro of NumPy\u2019s headers, which no library defines: where the headers lack it, C takes it for a function, and only the import fails.`,
          way === "new" && "It came with NumPy 2.0.",
          way === "gone" && "It went with NumPy 2.0.",
          "Neither Python nor the NumPy at run time is the cause."
        ),
        fix: fixFor(symptoms, {
          own: `${OWN[way](symbol)} Let the compiler find such calls: \`-Werror=implicit-function-declaration\`.`,
          dependency: `Upgrade ${name}, or report it to its maintainers: it was built with the wrong NumPy headers.`
        })
      }),
      facts: { symbol, headers: way },
      key: [symbol],
      evidence: shownBy(symptoms, hit),
      hints: { symbol, requirement: "numpy", table: "build" }
    });
  }
};
var OWN = {
  new: (symbol) => `Build with \`numpy>=2.0\` (\`[build-system] requires\`), whose headers have \`${symbol}\`; the result runs on NumPy 1.x, too. To build with 1.x as well, carry a copy of NumPy 2\u2019s \`npy_2_compat.h\`.`,
  gone: (symbol) => `Replace \`${symbol}\` by its successor in NumPy\u2019s migration guide; until then build with \`numpy<2\`.`,
  unknown: (symbol) => `Include the header of NumPy that defines \`${symbol}\` (\`numpy/arrayobject.h\`, \`numpy/ufuncobject.h\`) where it is called, and build with a NumPy that has it.`
};

// src/judge/diagnose/rules/numpy-c-api.ts
var npAbiMismatch = {
  id: "np-abi-mismatch",
  where: WHERE.builtForNumpy1,
  name: "Compiled against another NumPy C ABI (headers of NumPy 1.15 or older)",
  category: "numpy-abi",
  severity: "error",
  means: "The module was compiled with very old NumPy headers (\u2264 1.15), whose own check found that the C ABI of the NumPy that was loaded differs: 0x1000009 is every 1.x, 0x2000000 is 2.x.",
  remedy: "Rebuild against NumPy \u2265 2.0, which also runs on 1.x; or require `numpy<2`.",
  links: [
    "https://numpy.org/doc/stable/user/troubleshooting-importerror.html#c-api-incompatibility",
    "https://github.com/numpy/numpy/blob/main/numpy/_core/code_generators/generate_numpy_api.py"
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /module compiled against ABI version (?:0x)?([0-9a-f]+) but this version of numpy is (?:0x)?([0-9a-f]+)/
    );
    if (!hit) return void 0;
    const series = (hex = "") => hex.replace(/^0+/, "").startsWith("2") ? `0x${hex} (NumPy 2.x)` : `0x${hex} (NumPy 1.x)`;
    const old = !(hit.match[1] ?? "").replace(/^0+/, "").startsWith("2");
    const name = nameOf(symptoms.culprit);
    return diagnosis(npAbiMismatch, symptoms, {
      tell: (scope) => ({
        title: `${name} was compiled against another C ABI of NumPy`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} was compiled for C ABI ${series(hit.match[1])} and loaded under ${runningNumpy(symptoms, scope)}, whose C ABI is ${series(hit.match[2])}.`,
          old && "The text is that of headers of NumPy 1.15 or older.",
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: "Build against NumPy 2: in `[build-system] requires`, ask for `numpy>=2.0`; the result still runs on NumPy 1.x. Until then declare `numpy<2`.",
          dependency: `Upgrade ${name}, or require \`numpy<2\`; if its newest release says the same, tell its maintainers to build against NumPy 2.`
        })
      }),
      facts: { builtAbi: hit.match[1] ?? null, runningAbi: hit.match[2] ?? null },
      evidence: shownBy(symptoms, hit),
      hints: { requirement: "numpy", table: "build" }
    });
  }
};
var cythonSizeWarningAsError = {
  id: "cython-size-warning-as-error",
  where: WHERE.buildNumpy,
  name: "Cython\u2019s harmless size warning turned into an error",
  category: "configuration",
  severity: "error",
  means: "Cython warns when a NumPy struct grew since the build. That is harmless, and NumPy itself filters the warning out; a filter such as `-W error` or pytest\u2019s `filterwarnings = error` turned it into an exception.",
  remedy: "Exempt it: `ignore:numpy.*size changed:RuntimeWarning`, after the `error` entry.",
  links: [
    "https://github.com/numpy/numpy/blob/main/numpy/__init__.py",
    "https://docs.pytest.org/en/stable/how-to/capture-warnings.html"
  ],
  match(symptoms) {
    const { chain } = symptoms;
    const warning = chain.find(
      (one) => one.type === "RuntimeWarning" && parseSizeComplaint(one.message)
    );
    const sizes = warning && parseSizeComplaint(warning.message);
    if (!warning || !sizes) return void 0;
    return diagnosis(cythonSizeWarningAsError, symptoms, {
      tell: () => ({
        title: "A harmless size warning of Cython is treated as an error",
        explanation: `${describeSizes(sizes)}. A struct that grew is harmless; a warning filter turned the warning into an exception.`,
        fix: "Add `ignore:numpy.*size changed:RuntimeWarning` to the warning filters (in pytest: `filterwarnings`, after `error`)."
      }),
      evidence: [`${warning.type}: ${warning.message}`],
      fault: "environment"
    });
  }
};
var npImportArrayFailed = {
  id: "np-import-array-failed",
  where: WHERE.importArray,
  name: "NumPy\u2019s C-API could not be initialised, and the message hides why",
  category: "numpy-abi",
  severity: "error",
  means: "`import_array()` failed, and what it said was replaced: Cython 3 does so in the call that it generates by itself, headers of NumPy \u2264 1.15 when NumPy is missing. The cause is one of `np1-on-np2`, `np-api-too-new` and `numpy-missing`; where the binary or the environment is at hand, they decide.",
  remedy: "Call `numpy.import_array()` after `cimport numpy` to see the true error; compare the binary\u2019s C-API target with the NumPy that is installed.",
  links: [
    "https://github.com/cython/cython/blob/master/Cython/Utility/NumpyImportArray.c",
    "https://numpy.org/doc/stable/user/troubleshooting-importerror.html"
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /numpy\.(?:_?core)\.(?:multiarray|umath|_multiarray_umath) failed to import|_(?:ARRAY|UFUNC)_API is not PyCapsule object|Failed to access NumPy \w+ API capsule|PanicException: Failed to import numpy module|Unable to convert function return value to a Python type! The signature was\s+\(\) -> handle/
    );
    const torch = search(symptoms, /^RuntimeError: Numpy is not available/m);
    if (torch) return ofTorch(symptoms, torch);
    if (!hit) return void 0;
    const name = nameOfBinary(symptoms.culprit);
    const auto = hit.text.includes("auto-generated");
    const era = isBuiltForNumpy1(symptoms) ? "The file was built with NumPy 1.x headers." : "";
    return diagnosis(npImportArrayFailed, symptoms, {
      tell: (scope) => ({
        title: `${name} could not initialise NumPy\u2019s C-API`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} failed in \`import_array()\` under ${runningNumpy(symptoms, scope)}.`,
          auto ? "Cython generated that call, and its message replaces the true one: the binary was built for a newer C-API than this NumPy, or for NumPy 1.x and this is 2.x." : "The message does not say why: NumPy is missing, or too old or too new for what the binary was built for.",
          era,
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: auto ? "Call `numpy.import_array()` after `cimport numpy` to see the true error; building against NumPy \u2265 2.0 (`[build-system] requires`) gives a binary that runs on 2.x and on 1.x." : "Check that NumPy is installed; building against NumPy \u2265 2.0 (`[build-system] requires`) gives a binary that runs on 2.x and on 1.x.",
          dependency: `Check that NumPy is installed, and upgrade ${name} to a release built for this NumPy.`
        })
      }),
      facts: { autoGenerated: auto },
      evidence: shownBy(symptoms, hit),
      hints: { requirement: "numpy", table: "build", symbol: "import_array" }
    });
  }
};
function ofTorch(symptoms, hit) {
  const version = symptoms.evidence.installed.get("torch") ?? null;
  return diagnosis(npImportArrayFailed, symptoms, {
    culprit: { distribution: "torch", version, module: null, file: null },
    fault: "dependency",
    tell: (scope) => ({
      title: "`torch` could not initialise NumPy\u2019s C-API, and a call needs it",
      explanation: sentences(
        `torch went on without NumPy under ${runningNumpy(symptoms, scope)}: it is built for another NumPy (for NumPy 1.x, as a rule, and 2.x is installed), or NumPy is missing. Its warning at the first import, \u201CFailed to initialize NumPy\u201D, says which.`,
        describeHistory(symptoms.history, scope)
      ),
      fix: 'Upgrade `torch`: releases from 2.3 on run on NumPy 2 (on Windows from 2.4.1 on). Else require `numpy<2` (`pip install "numpy<2"`).'
    }),
    facts: { autoGenerated: false },
    evidence: shownBy(symptoms, hit),
    hints: { requirement: "torch", table: "runtime" }
  });
}
var npF2pyInit = {
  id: "np-f2py-init",
  where: WHERE.nowhere,
  name: "A module made by f2py could not initialise NumPy\u2019s C-API",
  category: "numpy-abi",
  severity: "error",
  means: "f2py\u2019s own text for a failed `import_array()`: built with another NumPy than it runs on.",
  remedy: "Build again with the f2py of NumPy \u2265 2.0.",
  links: ["https://github.com/numpy/numpy/blob/main/numpy/f2py/rules.py"],
  match(symptoms) {
    const hit = search(symptoms, /can't initialize module (\w+) \(failed to import numpy\)/);
    if (!hit) return void 0;
    return diagnosis(npF2pyInit, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} (f2py) could not initialise NumPy\u2019s C-API`,
        explanation: sentences(
          `${describeBinary(symptoms.culprit)} was made by f2py and could not load NumPy\u2019s C-API under ${runningNumpy(symptoms, scope)}: it was built for another NumPy, or NumPy is missing.`,
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: "Generate and build it with NumPy \u2265 2.0 in `[build-system] requires`.",
          dependency: `Upgrade ${nameOf(symptoms.culprit)} to a release built for this NumPy.`
        })
      }),
      evidence: shownBy(symptoms, hit),
      hints: { requirement: "numpy", table: "build" }
    });
  }
};

// src/judge/diagnose/frozen-program.ts
var FREEZERS = [
  ["PyInstaller", /PyInstaller|pyimod\d\d|\[PYI-\d+:|_MEI\w{4,}|Failed to execute script '/],
  ["cx_Freeze", /cx_Freeze|\bcx_freeze\b/],
  [
    "py2app",
    /\.app\/Contents\/Resources\/(?:__boot__\.py|lib\/python\d[\d.]*\/lib-dynload\/numpy)/
  ],
  [
    "Nuitka",
    /<module numpy(?:\.[\w.]+)?>|LoadLibraryExW? '|[\\/]onefile_\d+_\d+|\.dist[\\/]numpy[\\/]/i
  ]
];
function freezerIn(text) {
  return FREEZERS.find(([, pattern]) => pattern.test(text))?.[0];
}
var MODULE = /No module named|cannot import name/;
function explainFrozen(freezer, original, numpy) {
  const library = original !== "" && !MODULE.test(original);
  const title = "NumPy itself cannot be imported: the frozen program lacks parts of it";
  if (library) {
    const windows2 = /LoadLibraryEx|DLL load failed/.test(original);
    const procedure = windows2 && isWindowsText(original.replace(/^.*?: /, ""), "no-procedure");
    return {
      cause: `frozen by ${freezer}`,
      title: procedure ? "NumPy itself cannot be imported: the frozen program brings a DLL of another version" : title,
      why: `The program was frozen by ${freezer}, and a library that NumPy needs was ${procedure ? "taken from elsewhere" : "left out, or lies where the loader does not look"}.`,
      fix: `Freeze the program again with the newest ${freezer}${freezer === "PyInstaller" ? " (and a current `pyinstaller-hooks-contrib`)" : ""}, with NumPy from PyPI (conda\u2019s needs MKL\u2019s or OpenBLAS\u2019 DLLs beside it), and check that what lies in \`numpy.libs\`${windows2 ? "" : " (macOS: `numpy/.dylibs`)"} is in the program.${windows2 ? " Where only other machines fail, install the current Visual C++ redistributable there." : ""} Who only uses the program asks its authors; installing NumPy does not help.`
    };
  }
  const hook = numpy !== null && compareMinors(numpy, "2.3") >= 0 ? "`pyinstaller>=6.14.1`, which knows NumPy 2.3" : "a release of PyInstaller that is newer than this NumPy";
  return {
    cause: `frozen by ${freezer}`,
    title,
    why: original === "" ? `The program was frozen by ${freezer}. NumPy\u2019s original error, which says what is missing, is not in the text.` : freezer === "PyInstaller" ? "The program was frozen by PyInstaller, whose hook for NumPy is older than this NumPy and left modules of it out." : `The program was frozen by ${freezer}, which left modules of NumPy out.`,
    fix: freezer === "PyInstaller" ? `Freeze the program again with ${hook} (and a current \`pyinstaller-hooks-contrib\`). Installing NumPy again does not help.` : `Freeze the program again with the newest ${freezer}, and tell it to take the whole package \`numpy\`. Installing NumPy again does not help.`
  };
}

// src/judge/diagnose/numpy-on-older-system.ts
var VERSION = /(\S+): version [`'"]((?:GLIBC|GLIBCXX|CXXABI|GCC)_[\w.]+)' not found \(required by ([^)]+)\)/;
function numpyOnOlderSystem(original) {
  const [, library = "", version = "", asker = ""] = VERSION.exec(original) ?? [];
  if (library === "") return void 0;
  const name = baseName(library);
  const what = `\`${baseName(asker)}\` needs \`${version}\` of \`${name}\``;
  const conda = condaLibrary(library);
  const host = conda ? void 0 : hostLibrary(library);
  const found = conda ? "conda\u2019s own" : host ? `that of ${host}` : void 0;
  if (found) {
    return {
      cause: name,
      title: `NumPy itself cannot be imported: it needs a newer \`${name}\` than ${host ?? "this conda environment"} ${host ? "brings along" : "has"}`,
      why: `${what}; the one that was found is ${found} (${library}), which is older. It is not the system\u2019s.`,
      fix: conda ?? ofOtherHost(host ?? "")
    };
  }
  return {
    cause: name,
    title: "NumPy itself cannot be imported: it was built on a newer system than this one",
    why: `${what}, and ${library} is older.`,
    fix: `Install a wheel of NumPy that is for this system (\`pip install --force-reinstall --only-binary=:all: numpy\`; an older release where there is none), or use a newer system image. Where NumPy was built here by a compiler of its own, start Python with that compiler\u2019s \`${name}\` in front (\`LD_LIBRARY_PATH\`). Installing the same build again does not help.`
  };
}

// src/judge/diagnose/python-c-names.ts
var EVERY_PYTHON = /^(?:PyExc_(?!(?:StandardError|ModuleNotFoundError|RecursionError|PythonFinalizationError|EncodingWarning|ImportCycleError|Interpreter\w*Error|\w+Group)$)\w+|Py(?:Tuple|Float|Long|List|Dict|Bool|Bytes|Unicode|Type|Module|Slice|Complex|BaseObject|ByteArray|Set|FrozenSet|Capsule|CFunction|Method|Property|MemoryView)_Type|PyObject_(?:SelfIter|Call|GetAttr|SetAttr|GenericGetAttr|Malloc|Free|Str|Repr)|PyErr_(?:Occurred|SetString|Format|Clear|Print|Fetch|NoMemory)|Py(?:Tuple|List|Dict|Set)_New|PyArg_Parse(?:Tuple(?:AndKeywords)?)?|_PyArg_Parse(?:Tuple(?:AndKeywords)?)?_SizeT|PyImport_ImportModule|PyLong_(?:FromLong|AsLong)|PyFloat_(?:FromDouble|AsDouble)|PyUnicode_FromString|PyBytes_FromString\w*|PyCapsule_(?:New|GetPointer)|PyType_Ready|PyGILState_(?:Ensure|Release)|PyEval_(?:SaveThread|RestoreThread)|Py_BuildValue|_Py_(?:None|True|False|Ellipsis|NotImplemented)Struct)$/;
var forEmbedded = "Preload the library of that Python (`LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libpython3.X.so`), or let the program load it with `RTLD_GLOBAL` (of JEP, PythonQt, MATLAB and other programs that embed Python, see how their documentation does it); a Python that is linked statically needs `--enable-shared`. Building or installing modules again does not help.";

// src/judge/diagnose/numpy-without-symbol.ts
function numpyWithoutSymbol(symbol, conda) {
  if (EVERY_PYTHON.test(symbol)) {
    return {
      cause: "embedded",
      title: "NumPy itself cannot be imported: the names of Python\u2019s library are not visible to it",
      why: `Its file asks for \`${symbol}\`, which every Python has: the program that embeds Python loaded \`libpython\` for itself alone.`,
      fix: forEmbedded
    };
  }
  if (/^_*Py/.test(symbol)) {
    return {
      cause: "python",
      title: "NumPy itself cannot be imported: it was built for another Python",
      why: `Its file asks for \`${symbol}\`, which this Python does not have: it is that of another Python.`,
      fix: "Install NumPy with this very Python (`python -m pip install --force-reinstall numpy`), and remove folders of another Python (add-ons that bring NumPy along, `PYTHONPATH`) from the path."
    };
  }
  if (/\$NEWLAPACK(?:\$ILP64)?$/.test(symbol)) {
    return {
      cause: "macos",
      title: "NumPy itself cannot be imported: it was built for a newer macOS",
      why: "It uses the Accelerate of macOS 13.3 and later, which this macOS does not have.",
      fix: "Update macOS to 13.3 or later; or install a NumPy for this one, which brings OpenBLAS along (`python -m pip install --force-reinstall --only-binary=:all: numpy`). In a program that brings NumPy along (Blender), take a release of it that is for this macOS."
    };
  }
  return {
    cause: symbol,
    title: `NumPy itself cannot be imported: \`${symbol}\` is not defined`,
    why: /blas|lapack/i.test(symbol) ? "The loader found another BLAS library than the one that this NumPy was built with." : "The loader found another release of a library than the one that this NumPy was built with.",
    fix: `Look for an old copy of the library in \`LD_LIBRARY_PATH\` (a module system, MKL, a program that starts Python), and start without it; else install NumPy anew together with its libraries (${conda ? "`conda install --force-reinstall numpy libblas libcblas`, with all packages from one channel" : "`pip install --force-reinstall --no-cache-dir numpy`, whose wheels bundle theirs"}).`
  };
}

// src/judge/diagnose/numpy-itself.ts
var NOT_ACTIVATED = /This Python interpreter is in a conda environment, but the environment has|CondaError: Run 'conda init'/;
var LIBRARY3 = /(\S+?\.(?:so|dylib|dll)[\w.]*): cannot open shared object file|Library not loaded: '?(\S+?\.dylib)|Error loading shared library (\S+?\.so[\w.]*):/;
var NO_NAME = /Error loading shared library (?!\S+\.so)(\S+?):|invalid ELF header|file too short/;
var MIXED = /module 'numpy\._?\w+(?:\.\w+)*' has no attribute '|cannot import name '?\w+'? from '(?:partially initialized module ')?numpy\.(?:_|core|lib)|numpy\.\w+ (?:size changed, may indicate|has the wrong size)/;
var OTHER_MACHINE = /incompatible architecture|mach-o, but wrong architecture|wrong ELF class/;
var CAUSES = [
  notActivated,
  frozen,
  zipped,
  shadowed,
  mixed,
  otherMachine,
  musl,
  ({ original }) => numpyOnOlderSystem(original),
  damaged,
  missingLibrary,
  missingSymbol,
  unsigned,
  condaDll,
  windowsDll
];
function explainNumpyItself(symptoms, original) {
  const text = [symptoms.stderr, ...symptoms.texts].join("\n");
  const files = symptoms.chain.flatMap((one) => one.frames.map((frame) => frame.file)).join("\n");
  const windows2 = /DLL load failed|\[WinError \d+\]/.test(original);
  const read = { symptoms, original, text, files, windows: windows2 };
  for (const cause of CAUSES) {
    const found = cause(read);
    if (found) return found;
  }
  return void 0;
}
function notActivated({ text }) {
  if (!NOT_ACTIVATED.test(text)) return void 0;
  return {
    cause: "not-activated",
    title: "NumPy itself cannot be imported: its conda environment is not activated",
    why: "The interpreter was started without activating its conda environment, so the folders with the libraries that NumPy needs (MKL or OpenBLAS) are not on the path.",
    fix: "Activate the environment (`conda activate NAME`), or start the program with `conda run -n NAME python \u2026`; in an editor or a service, choose the environment there. Installing NumPy again does not help."
  };
}
function frozen({ symptoms, original, text, files }) {
  const freezer = freezerIn(`${text}
${original}
${files}
${functionsOf(symptoms)}`);
  return freezer ? explainFrozen(freezer, original, symptoms.numpy) : void 0;
}
function zipped({ symptoms }) {
  if (!isZipped(symptoms)) return void 0;
  return {
    cause: "zip",
    title: "NumPy itself cannot be imported: it lies in a zip file",
    why: "NumPy is imported out of a zip file, and Python loads no compiled module from one.",
    fix: "Install NumPy on each machine that imports it (Spark: on every worker, or in an environment that `--archives` unpacks, made by `venv-pack` or `conda-pack`), instead of handing it over as `--py-files`. Installing it again into the zip does not help."
  };
}
function shadowed({ original }) {
  const [, stdlib, hiding] = /cannot import name '\w+' from '(?:partially initialized module ')?(?!numpy\b)(\w+)'[^\n]*\(([^()\n]+\.pyc?)\)/.exec(
    original
  ) ?? [];
  if (!stdlib || !hiding || /[\\/](?:lib[\\/]python|Lib[\\/])/i.test(hiding)) return void 0;
  return {
    cause: "shadowed",
    title: `NumPy itself cannot be imported: \`${hiding}\` stands in place of Python\u2019s \`${stdlib}\``,
    why: `NumPy imports \`${stdlib}\` of Python\u2019s standard library, and finds a file of that name before it.`,
    fix: `Rename \`${hiding}\`, or start the program in another folder. Installing NumPy again does not help.`
  };
}
function mixed({ original }) {
  if (!MIXED.test(original)) return void 0;
  return {
    cause: "mixed",
    title: "NumPy itself cannot be imported: files of two releases are mixed",
    why: "A file of NumPy asks another one for something that it does not have: two releases lie in one folder, or NumPy was exchanged while a program (a notebook\u2019s kernel) had it loaded.",
    fix: "Restart the program or the kernel first. If it still fails: `pip uninstall numpy` until none is left, delete the folder `numpy` that remains in site-packages, and install NumPy again."
  };
}
function otherMachine({ original, windows: windows2 }) {
  const isBadImage = windows2 && (/\[WinError 193\]/.test(original) || isWindowsText(original, "bad-image"));
  if (!isBadImage && !OTHER_MACHINE.test(original)) return void 0;
  const [, have, need] = /have '([^']+)', need '([^']+)'/.exec(original) ?? [];
  return {
    cause: "machine",
    title: "NumPy itself cannot be imported: it was built for another processor architecture",
    why: have ? `The file is for ${have}, and this Python runs as ${need}.` : "Python and NumPy are not both for 32 or both for 64 bits, or not for the same processor.",
    fix: `Install NumPy anew with this very Python (\`python -m pip install --no-cache-dir --force-reinstall numpy\`)${have ? `, or start a Python for ${have}: \`python -c "import platform; print(platform.machine())"\` says which one runs; on Apple silicon a terminal or an editor under Rosetta starts it as x86_64` : "; remove folders of another Python from `PYTHONPATH`"}.`
  };
}
function musl({ original }) {
  if (!isGlibcOnMusl(original)) return void 0;
  return {
    cause: "musl",
    title: "NumPy itself cannot be imported: it was built for glibc, and this system has musl",
    why: "The wheel is for Linux with glibc (`manylinux`); Alpine\u2019s C library is musl.",
    fix: forMusl("NumPy")
  };
}
function damaged({ original }) {
  const found = NO_NAME.exec(original);
  if (!found) return void 0;
  return {
    cause: "damaged",
    title: "NumPy itself cannot be imported: a file of its installation is damaged",
    why: found[1] ? `The loader read \`${found[1]}\` where the name of a library stands: the file was changed, or not written whole.` : "The file is not written whole, or is a pointer to one (Git LFS).",
    fix: "Install NumPy anew (`pip install --force-reinstall --no-cache-dir numpy`; of a container, pull the image again). Where it comes back, check the disk or SD card, and whatever changes the files of wheels (`patchelf`, `strip`)."
  };
}
function missingLibrary({ original, text, files }) {
  const found = LIBRARY3.exec(original);
  const library = found?.slice(1).find((one) => one !== void 0);
  if (!library) return void 0;
  const name = baseName(library);
  const store = /\/(gnu|nix)\/store\//.exec(`${text}
${files}`)?.[1];
  if (store || /^lib(?:stdc\+\+|gcc_s|z)\.so/.test(name)) {
    return {
      cause: name,
      title: `NumPy itself cannot be imported: it needs \`${name}\`, which is not found`,
      why: store ? `The loader does not find \`${name}\`: this NumPy of the store is used outside the profile that it belongs to.` : `NumPy\u2019s wheels take \`${name}\` from the system, which does not have it, or not where the loader looks (NixOS and Guix keep it elsewhere).`,
      fix: store === "gnu" ? "Start Python in a profile with all of it (`guix shell python python-numpy`), and without `LD_LIBRARY_PATH` and `PYTHONPATH` of another one." : `On NixOS take NumPy from nixpkgs (\`python3.withPackages (p: [ p.numpy ])\`), or let \`nix-ld\` or \`LD_LIBRARY_PATH\` give wheels \`stdenv.cc.cc.lib\` and \`zlib\`; in a small image install the package that holds it (\`apt install libstdc++6 zlib1g\`). Installing NumPy again does not help.`
    };
  }
  return {
    cause: name,
    title: `NumPy itself cannot be imported: it needs \`${name}\`, which is not found`,
    why: `This NumPy does not bring \`${name}\` along (as builds for piwheels, Debian and conda do not), and the loader finds it nowhere.`,
    fix: `Install the system package that holds \`${name}\`${blasPackage(name)}, or a wheel of NumPy that bundles its libraries. Installing the same NumPy again does not help.`
  };
}
function missingSymbol({ original, files }) {
  const symbol = /undefined symbol: ([\w$]+)|(?:Symbol not found: \(?|symbol not found in flat namespace '?\(?)(?:_(?=_?Py|c?blas|lapack))?([\w$]+)/.exec(original)?.slice(1);
  const missing = symbol?.find((one) => one !== void 0);
  if (!missing) return void 0;
  return numpyWithoutSymbol(missing, CONDA_PATH.test(`${original}
${files}`));
}
function unsigned({ text }) {
  if (!/code signature|library load disallowed|Library Validation/.test(text)) return void 0;
  return {
    cause: "signature",
    title: "NumPy itself cannot be imported: macOS refuses its code signature",
    why: "The program that runs Python accepts only libraries that Apple or its own team signed, or the files of NumPy are not signed, or in quarantine.",
    fix: "In an application with a Python of its own (Blender, Thonny, a frozen program): use its own NumPy or its own way to install one, or add the entitlement `com.apple.security.cs.disable-library-validation` when it is yours. Else sign the files anew (`codesign --force --sign - FILE`), or take the quarantine away (`xattr -dr com.apple.quarantine FOLDER`)."
  };
}
function condaDll({ text, files, windows: windows2 }) {
  if (!windows2 || !CONDA_PATH.test(`${text}
${files}`)) return void 0;
  return {
    cause: "dll",
    title: "NumPy itself cannot be imported: a DLL that it needs is not found",
    why: "This NumPy lies in a conda installation; its DLLs (MKL or OpenBLAS) are found only while the environment is activated, and an old copy on the path comes first else.",
    fix: "Activate the conda environment first (`conda activate NAME`). If it was, do not mix pip and conda for NumPy: `pip uninstall numpy`, then `conda install --force-reinstall numpy`."
  };
}
function windowsDll({ original, windows: windows2 }) {
  if (!windows2) return void 0;
  const procedure = isWindowsText(original, "no-procedure");
  return {
    cause: procedure ? "procedure" : "dll",
    title: `NumPy itself cannot be imported: a DLL that it needs ${procedure ? "is another version" : "is not found"}`,
    why: "Windows does not say which DLL: the Visual C++ runtime, or the OpenBLAS that lies in `numpy.libs`.",
    fix: "Install the current Visual C++ redistributable, then NumPy anew in an empty environment (`pip install --force-reinstall --no-cache-dir numpy`)."
  };
}
function functionsOf({ chain }) {
  return chain.flatMap((one) => one.frames.map((frame) => frame.function)).join("\n");
}
function isZipped({ chain }) {
  return chain.some((one) => one.frames.some(({ file }) => /\.zip[\\/]numpy[\\/]/.test(file)));
}
function blasPackage(library) {
  if (library.endsWith(".dylib")) return "";
  if (library.startsWith("libopenblas")) return " (`apt install libopenblas0`)";
  if (library.startsWith("libgfortran")) return " (`apt install libgfortran5`)";
  if (library.startsWith("libcblas") || library.startsWith("libatlas"))
    return " (`apt install libatlas3-base`)";
  return "";
}
function coreModule(numpy, text) {
  const named = /numpy\._?core\._multiarray_umath/.exec(text)?.[0];
  if (named) return named;
  if (numpy === null) return null;
  return compareMinors(numpy, "2.0") >= 0 ? "numpy._core._multiarray_umath" : "numpy.core._multiarray_umath";
}

// src/judge/diagnose/rules/numpy-install.ts
var TROUBLE = "https://numpy.org/doc/stable/user/troubleshooting-importerror.html";
var SOURCE = "https://github.com/numpy/numpy/blob/main/numpy/_core/__init__.py";
function originalError(symptoms) {
  const hit = search(
    symptoms,
    /Original error was: (.*?)(?:Traceback \(most recent call last\):.*)?$/m
  );
  if (hit) return hit.match[1] ?? "";
  const advice = search(symptoms, ADVICE_HEAD) !== void 0;
  const own = symptoms.chain.findLast(
    (one) => OWN_FAILURE.test(describeException(one)) && (numpysOwnFrame(one) !== void 0 || OF_CORE2.test(one.message))
  );
  return own ? own.message.split("\n")[0] ?? "" : advice ? "" : void 0;
}
var OF_CORE2 = /DLL load failed while importing _multiarray_umath\b|^\S*[\\/]numpy[\\/]_?core[\\/]_multiarray_umath\S*: |\([^()]*[\\/]numpy[\\/]_?core[\\/]_multiarray_umath[^()]*\)|[\\/]numpy\.libs[\\/]|^cannot import name '_\w+' from 'numpy\._core\.umath' \(/;
var OWN_FAILURE = new RegExp(
  `^ImportError: (?:DLL load failed|dlopen\\(|\\S+\\.so[\\w.]*: |cannot import name|Error (?:loading shared library|relocating) |LoadLibraryEx)|^OSError: (?:\\[WinError \\d+\\]|\\S+\\.so[\\w.]*: )|undefined symbol|${MIXED.source}`
);
function ownModule({ distribution, module }) {
  return distribution === "numpy" ? module : null;
}
function told(symptoms, original) {
  return symptoms.texts.some((text) => text.includes(`Original error was: ${original}`));
}
function ownLine(symptoms, original) {
  const { chain } = symptoms;
  const own = chain.find((one) => one.message.startsWith(original));
  return own && !told(symptoms, original) ? `${own.type}: ${original}` : void 0;
}
function pythonInText(symptoms) {
  if (symptoms.python !== null) return `Python ${symptoms.python}`;
  const hit = search(
    symptoms,
    /(?:Python version is: Python ?|expected to use Python ?)(\d+\.\d+)/
  );
  return hit && `Python ${hit.match[1]}`;
}
function broken(kind2, symptoms, text) {
  const original = originalError(symptoms);
  return diagnosis(kind2, symptoms, {
    tell: (scope) => ({
      title: text.title,
      explanation: sentences(
        typeof text.why === "string" ? text.why : text.why(scope),
        kind2.id === "numpy-broken" && `It is ${runningNumpy(symptoms, scope)}${pythonInText(symptoms) ? ` under ${pythonInText(symptoms)}` : ""}.`,
        original && `NumPy\u2019s original error was: \u201C${headline(original)}\u201D.`
      ),
      fix: text.fix
    }),
    facts: { original: original ?? null },
    key: [text.cause],
    evidence: [
      original && told(symptoms, original) ? `Original error was: ${original}` : void 0,
      original ? ownLine(symptoms, original) : search(symptoms, ADVICE_HEAD)?.line.trim(),
      ...shownBy(symptoms)
    ],
    fault: "environment",
    culprit: {
      distribution: "numpy",
      version: symptoms.numpy,
      module: coreModule(symptoms.numpy, original ?? "") ?? ownModule(symptoms.culprit),
      file: null
    }
  });
}
var CORE_MISSING = /No module named \\?'?numpy\._?core\._multiarray_umath|cannot import name '?_?multiarray(?:_umath)?\b/;
var MISLED = {
  cause: "source-folder",
  title: "NumPy itself cannot be imported: its compiled core is not found",
  why: "NumPy takes the folder that it lies in for its own sources, because its compiled core is not beside it: it was installed for another Python or platform, its installation is incomplete, or a folder `numpy` with its sources stands before it on the path.",
  fix: "Start the program in another folder than one that holds NumPy\u2019s sources or a folder `numpy`; else install NumPy anew with this very Python, and remove folders of another Python from `PYTHONPATH`."
};
var numpyWrongPython = {
  id: "numpy-broken.wrong-python",
  where: WHERE.environment,
  name: "The NumPy on the path belongs to another Python",
  category: "environment",
  severity: "error",
  means: "NumPy\u2019s compiled core is there for another Python (or platform), so this one cannot see it. NumPy 1.26 and 2.0 end in the misleading \u201Cyou should not try to import numpy from its source directory\u201D.",
  remedy: "Use one environment per Python; clear `PYTHONPATH`; reinstall NumPy.",
  links: [TROUBLE, SOURCE],
  match(symptoms) {
    const original = originalError(symptoms);
    const misled = search(
      symptoms,
      /you should not try to import numpy from(?:\s+its source directory|$)/
    );
    if (original === void 0 && misled) return broken(numpyWrongPython, symptoms, MISLED);
    if (!original || !CORE_MISSING.test(original) || isZipped(symptoms)) return void 0;
    const found = search(symptoms, /\* (_multiarray_umath\.\S+)/)?.match[1];
    return broken(numpyWrongPython, symptoms, {
      cause: "other-python",
      title: "NumPy itself cannot be imported: it was installed for another Python",
      why: (scope) => sentences(
        `The compiled core of ${runningNumpy(symptoms, scope)} is missing for ${pythonInText(symptoms) ?? "this Python"}: it was installed for another Python or platform, or is incomplete.`,
        found && `What lies there is \`${found}\`.`
      ),
      fix: `Install NumPy anew with this very Python, on this platform, and remove folders of another Python from \`PYTHONPATH\`. Whoever packs it elsewhere (for AWS Lambda, a container): \`pip install --only-binary=:all: --platform manylinux2014_x86_64 --python-version ${pythonInText(symptoms)?.slice("Python ".length) ?? "X.Y"} --target FOLDER numpy\`.`
    });
  }
};
var numpySubinterpreter = {
  id: "numpy-broken.subinterpreter",
  where: WHERE.environment,
  name: "NumPy does not load in a subinterpreter",
  category: "environment",
  severity: "error",
  means: "NumPy\u2019s core declares that it does not support subinterpreters, and Python \u2265 3.12 enforces it.",
  remedy: "Import NumPy in the main interpreter, or use processes.",
  links: [TROUBLE],
  match(symptoms) {
    const original = originalError(symptoms);
    if (!original?.includes("does not support loading in subinterpreters")) return void 0;
    return broken(numpySubinterpreter, symptoms, {
      cause: "subinterpreter",
      title: "NumPy cannot be imported in a subinterpreter",
      why: "NumPy\u2019s core does not support subinterpreters; this is no fault of a version.",
      fix: "Import NumPy in the main interpreter, or use processes instead of subinterpreters."
    });
  }
};
var numpyCpu = {
  id: "numpy-broken.cpu",
  where: WHERE.environment,
  name: "This processor lacks instructions that NumPy was built for",
  category: "environment",
  severity: "error",
  means: "NumPy checks at import that the processor has the instructions of its build\u2019s baseline.",
  remedy: "Use another machine, or build NumPy from source with a lower `cpu-baseline`.",
  links: ["https://numpy.org/doc/stable/reference/simd/build-options.html"],
  match(symptoms) {
    const hit = search(symptoms, /NumPy was built with baseline optimizations:/);
    if (!hit) return void 0;
    return broken(numpyCpu, symptoms, {
      cause: "cpu",
      title: "NumPy cannot run on this processor",
      why: "NumPy was built for processor instructions that this machine does not have.",
      fix: "Run on a newer processor, or install a NumPy built with a lower `cpu-baseline`."
    });
  }
};
var numpyLoadedTwice = {
  id: "numpy-loaded-twice",
  where: WHERE.environment,
  name: "NumPy is imported a second time in one process",
  category: "environment",
  severity: "error",
  means: "Something removed NumPy from `sys.modules` and imported it again, which its compiled core does not allow (2.x: an error; 1.x: a warning).",
  remedy: "Do not purge `sys.modules`; use a fresh process.",
  links: ["https://github.com/numpy/numpy/blob/main/numpy/_core/src/multiarray/multiarraymodule.c"],
  match(symptoms) {
    const hit = search(symptoms, /cannot load module more than once per process/) ?? search(symptoms, /The NumPy module was reloaded \(imported a second time\)/);
    if (!hit) return void 0;
    const warned2 = symptoms.evidence.observation.outcome.kind === "imported";
    return diagnosis(numpyLoadedTwice, symptoms, {
      tell: (scope) => ({
        title: "NumPy is imported a second time in one process",
        explanation: `Something removed NumPy from \`sys.modules\` and imported it again; ${runningNumpy(symptoms, scope)} does not support that.`,
        fix: "Do not delete `numpy` from `sys.modules`; where a test needs a fresh import, start a new process."
      }),
      evidence: shownBy(symptoms, hit),
      severity: warned2 ? "warning" : "error"
    });
  }
};
var numpyBroken = {
  id: "numpy-broken",
  where: WHERE.environment,
  name: "NumPy itself cannot be imported",
  category: "environment",
  severity: "error",
  means: "NumPy\u2019s own compiled core failed to load; the original error says why.",
  remedy: "Reinstall NumPy in this environment; the original error names what is missing.",
  links: [TROUBLE, SOURCE],
  match(symptoms) {
    const original = originalError(symptoms);
    if (original === void 0) return void 0;
    const known = explainNumpyItself(symptoms, original);
    if (known) return broken(numpyBroken, symptoms, known);
    return broken(numpyBroken, symptoms, {
      cause: "unknown",
      title: "NumPy itself cannot be imported",
      why: "NumPy\u2019s compiled core failed to load, before any other module\u2019s turn.",
      fix: "Reinstall NumPy in this environment (`pip install --force-reinstall numpy`); the original error names what is missing."
    });
  }
};
function leftovers(symptoms) {
  const { evidence, numpyMajor } = symptoms;
  if (numpyMajor === void 0) return [];
  const name = numpyMajor >= 2 ? "numpy.core._multiarray_umath" : "numpy._core._multiarray_umath";
  return evidence.filesFor(name).filter((file) => /\.(?:so|pyd)$/i.test(file));
}
var numpyMixedInstall = {
  id: "numpy-mixed-install",
  where: WHERE.environment,
  name: "Leftovers of another NumPy in the environment",
  category: "environment",
  severity: "warning",
  means: "Compiled files of NumPy 1.x lie beside NumPy 2 (or the other way round), usually from copying one over the other. A module built for 1.x then loads a second NumPy and seems to work.",
  remedy: "Uninstall NumPy until none is left, remove the `numpy` folder, install it again.",
  links: [TROUBLE],
  match(symptoms) {
    const files = leftovers(symptoms);
    if (files.length === 0) return void 0;
    return diagnosis(numpyMixedInstall, symptoms, {
      tell: (scope) => ({
        title: "Files of two NumPy releases lie in one environment",
        explanation: `${runningNumpy(symptoms, scope)} was loaded, and beside it lie compiled files of NumPy ${majorOf(symptoms.numpy) === 1 ? "2.x" : "1.x"}. A module may load the other one and seem to work.`,
        fix: "Run `pip uninstall numpy` until none is left, delete the `numpy` folder, and install NumPy again."
      }),
      evidence: files.slice(0, 3),
      fault: "environment",
      culprit: {
        distribution: "numpy",
        version: symptoms.numpy,
        module: null,
        file: files[0] ?? null
      }
    });
  }
};

// src/judge/diagnose/rules/numpy-missing.ts
function lacksNumpy(symptoms) {
  const { evidence } = symptoms;
  if (evidence.observation.numpy !== null || evidence.combination === null) return false;
  return evidence.combination.numpy === null && !evidence.installed.has("numpy");
}
var NO_NUMPY = /No module named (?:'numpy'|\\?"numpy\\?"|numpy$)/m;
var numpyMissing = {
  id: "numpy-missing",
  where: WHERE.runtimeNumpy,
  name: "NumPy is not installed",
  category: "numpy-abi",
  severity: "error",
  means: "The module needs NumPy at run time, and the environment has none: the metadata does not ask for it. Rust extensions say it at the first call (`Failed to access NumPy array API capsule`).",
  remedy: "Add `numpy` to `project.dependencies`.",
  links: [
    "https://packaging.python.org/en/latest/specifications/pyproject-toml/#dependencies-optional-dependencies"
  ],
  // CPython Lib/importlib/_bootstrap.py, `_find_and_load_unlocked`; rust-numpy src/npyffi/array.rs.
  match(symptoms) {
    const hit = search(symptoms, NO_NUMPY) ?? (lacksNumpy(symptoms) ? search(symptoms, /numpy\.\S+ failed to import/) : void 0);
    if (!hit) return void 0;
    const builder = inBuild(symptoms);
    if (builder !== null) return missingInBuild(symptoms, hit, builder);
    return diagnosis(numpyMissing, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} needs NumPy, which is not installed`,
        explanation: `${isImported(symptoms) ? describeCulprit(symptoms.culprit) : describeBinary(symptoms.culprit)} imports NumPy, but nothing that was installed requires it.`,
        fix: fixFor(symptoms, {
          own: `Add \`numpy\` to \`dependencies\` in \`[project]\`.${isOptional(symptoms, scope)}`,
          dependency: `Add \`numpy\` to your own \`dependencies\`, and tell the maintainers of ${nameOf(symptoms.culprit)} that theirs lack it.`,
          unknown: `Add \`numpy\` to \`dependencies\` in \`[project]\` of the package that imports it, or install NumPy${onWorkers(symptoms) ? " on every worker, for the Python that `PYSPARK_PYTHON` names: it is installed where the driver runs at most" : ""}.`
        })
      }),
      evidence: shownBy(symptoms, hit),
      hints: { requirement: "numpy", table: "runtime" }
    });
  }
};
function isOptional({ evidence }, { modules }) {
  const unknown = modules.length === 0 || evidence.smoke;
  if (unknown || evidence.combination?.numpy !== null) return "";
  const one = modules.length === 1 ? ` module=${modules[0]}` : "";
  return ` Where the package does without ${modules.length === 1 ? "that module" : "those modules"} and NumPy stays optional, accept it: \`numpy=none${one}: NumPy is optional\` in \`known-failures\`.`;
}
function isImported({ chain }) {
  const source = chain.at(-1)?.frames.at(-1)?.source ?? "";
  return /^(?:import numpy|from numpy)\b/.test(source);
}
function onWorkers({ chain }) {
  return chain.some(
    (one) => one.frames.some(
      ({ file }) => /[\\/]pyspark(?:\.zip)?[\\/](?:pyspark[\\/])?worker\.py$/.test(file)
    )
  );
}
var SETUP_PY = /(?:^|[\\/])(?:setup\.py|setuptools[\\/]build_meta\.py)$/;
var HOOK = /[\\/](?:pyproject_hooks|pep517)[\\/].*_in_process\.py$/;
function inBuild({ chain, evidence }) {
  if (evidence.combination !== null) return null;
  const files = chain.flatMap((one) => one.frames.map(({ file }) => file));
  const last = files.findLast((one) => !one.startsWith("<"));
  if (last === void 0) return null;
  if (SETUP_PY.test(last)) return "setup.py";
  if (!files.some((file) => HOOK.test(file))) return null;
  return /[\\/]site-packages[\\/]([\w-]+)/.exec(last)?.[1] ?? baseName(last);
}
function missingInBuild(symptoms, hit, builder) {
  return diagnosis(numpyMissing, symptoms, {
    tell: () => ({
      title: `${builder} imports NumPy, which its build environment does not have`,
      explanation: "A build takes place in an environment of its own, where only that is installed which `[build-system] requires` in pyproject.toml names; a NumPy that is installed elsewhere is not seen.",
      fix: 'If it is your package: write `[build-system]` and `requires = ["setuptools", "numpy>=2.0"]` into pyproject.toml. If not: take a release of it that has wheels for your Python; else install NumPy and setuptools first and build with `pip install --no-build-isolation`; tell its maintainers.'
    }),
    evidence: shownBy(symptoms, hit),
    culprit: NOBODY,
    hints: { requirement: "numpy", table: "build" }
  });
}

// src/model/module-folders.ts
function moduleFolders(module) {
  const parts = module.name.split(".").slice(0, -1);
  if (parts.length === 0) return [];
  const above = module.path.replaceAll("\\", "/").split("/").slice(0, -1);
  const start = above.findIndex((_, index) => above.slice(index).join(".") === parts.join("."));
  return start === -1 ? parts : above.slice(start);
}

// src/packaging/identifier.ts
function isIdentifier(name) {
  return new RegExp("^[\\p{ID_Start}_]\\p{ID_Continue}*$", "u").test(name);
}
function identifierOf(name) {
  return name.replaceAll(new RegExp("\\P{ID_Continue}", "gu"), "_").replace(/^(?![\p{ID_Start}_])/u, "_");
}

// src/packaging/same-release.ts
var import_pep4402 = __toESM(require_pep440(), 1);
function sameRelease(a, b) {
  const [left = a, right = b] = [a, b].map((version) => version.split("+")[0]);
  if (left === right) return true;
  return (0, import_pep4402.valid)(left) !== null && (0, import_pep4402.valid)(right) !== null && (0, import_pep4402.compare)(left, right) === 0;
}

// src/judge/diagnose/rules/probe-integrity.ts
var DOCS = [
  "https://numpy.org/doc/stable/user/troubleshooting-importerror.html"
];
var wrongNumpy = {
  id: "wrong-numpy",
  where: WHERE.environment,
  name: "Another NumPy was loaded than planned",
  category: "environment",
  severity: "error",
  means: "The probe reads back the NumPy that was really loaded. It is another one than the combination\u2019s, so what was seen proves nothing about it.",
  remedy: "Find out what puts another NumPy on the path: an install step, a bundled copy, a `.pth` file, `environment: PYTHONPATH`.",
  links: DOCS,
  match(symptoms) {
    const { observation, combination, installed, ownerOf: ownerOf2 } = symptoms.evidence;
    const planned = combination?.numpy ?? null;
    if (planned === null || observation.numpy === null) return void 0;
    if (sameRelease(observation.numpy.version, planned)) return void 0;
    const { version, file } = observation.numpy;
    const owner = ownerOf2(file);
    const now = installed.get("numpy");
    const who = owner && owner.distribution !== "numpy" ? `It belongs to ${owner.distribution} ${owner.version}.` : owner && now && !sameRelease(now, planned) ? "Something installed after it replaced it." : owner ? "" : "It lies outside the environment, so something puts another folder on the path.";
    return diagnosis(wrongNumpy, symptoms, {
      tell: () => ({
        title: `NumPy ${version} was loaded instead of the planned one`,
        explanation: sentences(
          `Planned was NumPy ${planned}; the probe loaded ${version} from ${file}.`,
          who,
          "What was seen says nothing about the planned NumPy."
        ),
        fix: owner ? "Look at what was installed after NumPy (a pin of another package?), and take that pin away." : "Remove the other NumPy from the path: `PYTHONPATH` in `environment`, a `.pth` file, or `sys.path` changes in the package."
      }),
      facts: { planned, loaded: version },
      evidence: [`numpy ${version}: ${file}`],
      fault: "environment",
      culprit: {
        distribution: owner?.distribution ?? "numpy",
        version: owner?.version ?? version,
        module: "numpy",
        file
      },
      hints: { requirement: "numpy", table: "runtime" }
    });
  }
};
var TIMED_OUT = /\btimed out\b/;
var flaky = {
  id: "flaky",
  where: WHERE.importArray,
  name: "Runs of the same module disagree",
  category: "crash",
  severity: "error",
  means: "A failure was run once more, alone, and went another way. What fails sometimes is never reported as passed.",
  remedy: "Look for what differs between runs: memory errors, threads, import order, time.",
  links: [],
  match(symptoms) {
    const { disagreement } = symptoms.evidence.observation;
    if (disagreement.length === 0) return void 0;
    const target = ofTarget(symptoms);
    const { culprit } = target;
    const late = disagreement.some((run) => TIMED_OUT.test(run));
    return diagnosis(flaky, target, {
      tell: () => ({
        title: `${nameOf(culprit)}: runs under the same combination disagree`,
        explanation: sentences(
          `Run more than once, it did not do the same: ${disagreement.join("; ")}.`,
          "So it is not proven.",
          late && "A machine that was busy or stood still for a while looks the same."
        ),
        fix: late ? `Run it again, with a longer \`timeout\` where the machine is busy; if that repeats on an idle one, look for threads and locks in ${nameOf(culprit)}.` : fixFor(target, {
          own: "Run it repeatedly under a debugger or a sanitizer; uninitialised memory and threads are the usual reasons.",
          dependency: `Upgrade ${nameOf(culprit)}, or report it to its maintainers.`
        })
      }),
      facts: { runs: disagreement },
      evidence: disagreement
    });
  }
};
var shadowed2 = {
  id: "shadowed",
  where: WHERE.nowhere,
  name: "The module\u2019s name loads another file",
  category: "configuration",
  severity: "error",
  means: "Importing the name yields another file than the compiled one: a Python file, a package or a second build of the same name comes first.",
  remedy: "Remove or rename the file that is in the way.",
  links: ["https://docs.python.org/3/reference/import.html"],
  match(symptoms) {
    const { observation } = symptoms.evidence;
    if (observation.outcome.kind !== "not-run" || observation.outcome.reason !== "shadowed")
      return void 0;
    const target = ofTarget(symptoms);
    const by = withoutSitePackages(observation.shadowedBy ?? "");
    return diagnosis(shadowed2, target, {
      tell: () => ({
        title: `${nameOf(target.culprit)}: a module\u2019s name loads another file`,
        explanation: sentences(
          `Importing \`${target.culprit.module}\` does not load \`${target.culprit.file}\`${by ? ` but \`${by}\`` : ": something put another module under that name into `sys.modules`"}.`,
          "So the compiled file is never used, and was not tested."
        ),
        fix: fixFor(target, {
          own: by ? `Remove or rename one of the two (\`${by}\`), or leave the unused file out of the wheel.` : `Take out what puts a stand-in into \`sys.modules["${target.culprit.module}"]\`, or leave the unused file out of the wheel.`,
          dependency: `Reinstall ${nameOf(target.culprit)}; if both files come with it, report it to its maintainers.`
        })
      }),
      facts: { by },
      evidence: by ? [by] : []
    });
  }
};
var notLoaded = {
  id: "not-loaded",
  where: WHERE.nowhere,
  name: "No import loads the compiled file",
  category: "configuration",
  severity: "error",
  means: "The file defines a module, but neither its name nor its package loads it, so nothing is proven about it.",
  remedy: "Leave the file out of the wheel, or exclude it from the check (`--module '!pattern'`, input `modules`).",
  links: [],
  match(symptoms) {
    const { observation } = symptoms.evidence;
    if (observation.outcome.kind !== "not-run" || observation.outcome.reason !== "not-loaded")
      return void 0;
    const target = ofTarget(symptoms);
    const { module } = target.evidence;
    const parts = module && [...moduleFolders(module), ...module.name.split(".").slice(-1)];
    const unspeakable = parts?.find((part) => part !== "" && !isIdentifier(part));
    return diagnosis(notLoaded, target, {
      tell: () => ({
        title: `${nameOf(target.culprit)}: no import loads a compiled file`,
        explanation: sentences(
          `\`${target.culprit.file}\` defines a module, but importing \`${target.culprit.module}\` and its packages did not load that file.`,
          otherName(symptoms.evidence.module),
          unspeakable && `No \`import\` statement can write \`${unspeakable}\`: it is no Python identifier.`
        ),
        fix: unspeakable ? `Rename \`${unspeakable}\` to \`${identifierOf(unspeakable)}\`, also where the build names it; if the file is left over, take it out of the wheel, or exclude it: \`--module '!pattern'\` (input \`modules\`).` : "If the package loads it on demand, call that in the smoke code; if it is left over, take it out of the wheel; else exclude it: `--module '!pattern'` (input `modules`)."
      }),
      evidence: []
    });
  }
};
function otherName(module) {
  const leaf = module?.name.split(".").at(-1) ?? "";
  const names = module?.facts.initNames ?? [];
  if (names.length === 0 || names.includes(leaf)) return false;
  const shown = names.slice(0, 3).map((one) => `\`PyInit_${one}\``);
  return `It exports ${shown.join(", ")}, and no \`PyInit_${leaf}\`, which an import by the file\u2019s name calls.`;
}

// src/judge/diagnose/rules/python-init.ts
var BROKEN = new RegExp(
  [
    String.raw`initialization of (\S+) (?:failed without raising an exception|raised unreported exception|did not return (?:an extension module|a valid multiphase module))`,
    String.raw`init function of (\S+) returned uninitialized object`,
    String.raw`(?:execution|creation) of (?:module )?(?:\S+|<module .*>) (?:failed without setting an exception|raised unreported exception)`,
    "specifies execution slots, but did not create a ModuleType instance",
    "is not a module object, but requests module state",
    String.raw`module \S+ has (?:multiple (?:create|Py_mod_\w+ \(\d+\)) slots|more than one '[\w ]+' slots?)`,
    "m_size may not be negative for multi-phase initialization",
    "NULL not allowed for slot Py_mod_",
    "returned a result with an (?:error|exception) set",
    "returned NULL without setting an (?:error|exception)",
    "error return without exception set"
  ].join("|")
);
var CALLED = /SystemError: (<(?:method|built-in (?:function|method)|class|function) (?!__import__|create_dynamic|exec_dynamic|create_builtin|exec_builtin|import_module)[^>]+>) returned /;
var pyInitBroken = {
  id: "py-init-broken",
  where: WHERE.importArray,
  name: "The module\u2019s init function broke Python\u2019s rules",
  category: "python-abi",
  severity: "error",
  means: "The init function, or a function of the module\u2019s slots, returned without a result and without an exception, or with both; or the slots contradict each other. Often an error was swallowed in it, such as a failed `import_array()`; when it happens only from one NumPy on, that NumPy is the reason.",
  remedy: "Return NULL with an exception set; look at what the init function calls, first of all `import_array()`.",
  links: ["https://github.com/python/cpython/blob/main/Python/importdl.c"],
  match(symptoms) {
    const hit = search(symptoms, BROKEN);
    if (!hit) return void 0;
    const { history } = symptoms;
    const byNumpy = history.kind === "from" || history.kind === "below";
    const name = nameOf(symptoms.culprit);
    const called = CALLED.exec(hit.line)?.[1];
    if (called !== void 0) return atCall(symptoms, hit, called);
    return diagnosis(pyInitBroken, symptoms, {
      tell: (scope) => ({
        title: byNumpy ? `${name} fails to initialise with ${history.kind === "from" ? "newer" : "older"} NumPy, without saying why` : `${name} fails to initialise, without saying why`,
        explanation: sentences(
          `The init function of ${describeCulprit(symptoms.culprit)} ended in a way that Python forbids, under ${runningNumpy(symptoms, scope)}; the true error is lost in it.`,
          describeHistory(history, scope),
          byNumpy && "So NumPy is the reason, although the text does not name it."
        ),
        fix: byNumpy && history.kind === "from" ? fixFor(symptoms, {
          own: `Declare \`numpy<${history.cap}\` in \`dependencies\`, or find what fails in the init function with NumPy ${history.numpy}.`,
          dependency: `Upgrade ${name}, or require \`numpy<${history.cap}\`, and tell its maintainers to cap NumPy in its metadata.`
        }) : fixFor(symptoms, {
          own: "Check the return value of every call in the init function, first of all `import_array()`, and return NULL with the exception set.",
          dependency: history.kind === "alike" ? `Report it to the maintainers of ${name}; another NumPy does not help.${leaveOut(symptoms)}` : `Upgrade ${name}: most often NumPy is newer than this release of it supports. Else install an older NumPy, in the range that its documentation names, and report it to its maintainers.`
        })
      }),
      key: [byNumpy ? history.kind : null],
      evidence: shownBy(symptoms, hit),
      category: byNumpy ? "numpy-abi" : "python-abi",
      hints: byNumpy ? { requirement: "numpy", table: "runtime" } : { symbol: "import_array" }
    });
  }
};
function atCall(symptoms, hit, called) {
  const name = nameOf(symptoms.culprit);
  return diagnosis(pyInitBroken, symptoms, {
    tell: (scope) => ({
      title: `${name} goes on although an error was set`,
      explanation: sentences(
        `Compiled code called \`${called}\` while an exception was set, and Python noticed: an error of an earlier call (in a callback, as a rule) was not looked at.`,
        "It is no failed import, and the C ABI is not the matter.",
        describeHistory(symptoms.history, scope)
      ),
      fix: fixFor(symptoms, {
        own: "Look at the exception above this one: it is the true error. In the compiled code, return as soon as a call or a callback has set an exception.",
        dependency: `Look at the exception above this one: it is the true error, in what ${name} calls. That it went on is a bug of ${name}: report it to its maintainers.`
      })
    }),
    key: ["call", called],
    evidence: shownBy(symptoms, hit)
  });
}
var initFailed = {
  id: "init-failed",
  where: WHERE.importArray,
  name: "The module\u2019s init function failed; the first exception says why",
  category: "unclassified",
  severity: "error",
  means: "pybind11 reports `ImportError: initialization failed` and keeps the true error as its cause.",
  remedy: "Look at the exception above \u201CThe above exception was the direct cause\u201D.",
  links: ["https://github.com/pybind/pybind11/blob/master/include/pybind11/detail/common.h"],
  match(symptoms) {
    const hit = search(symptoms, /^ImportError: initialization failed/m);
    if (!hit) return void 0;
    const { history } = symptoms;
    const byNumpy = history.kind === "from" || history.kind === "below";
    return diagnosis(initFailed, symptoms, {
      tell: (scope) => ({
        title: `${nameOf(symptoms.culprit)} fails to initialise`,
        explanation: sentences(
          `The init function of ${describeCulprit(symptoms.culprit)} failed under ${runningNumpy(symptoms, scope)}.`,
          describeHistory(history, scope),
          byNumpy && "So NumPy is the reason, although the text does not name it."
        ),
        fix: fixFor(symptoms, {
          own: "Read the first exception in the evidence: what it names fails inside the module\u2019s init function.",
          dependency: `Upgrade ${nameOf(symptoms.culprit)}, or report the first exception in the evidence to its maintainers.`
        })
      }),
      evidence: [
        ...symptoms.texts.slice(0, 2).map((one) => one.split("\n")[0]),
        ...shownBy(symptoms, hit)
      ],
      category: byNumpy ? "numpy-abi" : "unclassified"
    });
  }
};

// src/judge/diagnose/rules/python-mismatch.ts
function rebuild(symptoms) {
  return fixFor(symptoms, {
    own: "Build one wheel per Python, with the tag of that Python in the file name (or a true abi3 build: `Py_LIMITED_API` set to the oldest Python).",
    dependency: `Install a wheel of ${nameOf(symptoms.culprit)} that was built for this Python (reinstall without cache, or upgrade).`
  });
}
function mismatch(kind2, symptoms, hit, found, title, why) {
  const imported = symptoms.evidence.observation.outcome.kind === "imported";
  return diagnosis(kind2, symptoms, {
    tell: (scope) => ({
      title,
      explanation: sentences(why, describeHistory(symptoms.history, scope)),
      fix: rebuild(symptoms)
    }),
    ...found,
    evidence: shownBy(symptoms, hit),
    severity: imported ? "warning" : "error"
  });
}
var pyPybind11 = {
  id: "py-mismatch.pybind11",
  where: WHERE.definition,
  name: "Compiled for another Python (pybind11\u2019s check)",
  category: "python-abi",
  severity: "error",
  means: "pybind11 compares the Python that it was compiled for with the one that runs.",
  remedy: "Build one wheel per Python version; install the one for this Python.",
  links: ["https://github.com/pybind/pybind11/blob/master/include/pybind11/detail/common.h"],
  match(symptoms) {
    const hit = search(
      symptoms,
      /Python version mismatch: module was compiled for Python (\S+), but the interpreter version is incompatible: (\S+)/
    );
    if (!hit) return void 0;
    const [, built, running] = hit.match;
    return mismatch(
      pyPybind11,
      symptoms,
      hit,
      { facts: { built: built ?? null } },
      `${nameOf(symptoms.culprit)} was compiled for Python ${built}`,
      `${describeCulprit(symptoms.culprit)} was compiled for Python ${built} and loaded by Python ${running?.replace(/[,.]$/, "")}.`
    );
  }
};
var pyAbiCheck = {
  id: "py-mismatch.abi-check-3.15",
  where: WHERE.definition,
  name: "Python 3.15\u2019s ABI check refuses the module",
  category: "python-abi",
  severity: "error",
  means: "A module that declares its ABI (`PyABIInfo`) was built for another Python, or for the other kind of build (free-threaded or not).",
  remedy: "Build for this Python; free-threaded builds need their own wheels.",
  links: ["https://docs.python.org/3.15/c-api/module.html"],
  match(symptoms) {
    const hit = search(
      symptoms,
      /incompatible (?:future )?(?:stable )?ABI version \([^)]*\)|incompatible internal ABI \([^)]*\)|incompatible with free-threaded CPython|only compatible with free-threaded CPython/
    );
    if (!hit) return void 0;
    return mismatch(
      pyAbiCheck,
      symptoms,
      hit,
      { facts: { says: hit.match[0] } },
      `${nameOf(symptoms.culprit)} was built for another Python ABI`,
      `${describeCulprit(symptoms.culprit)} declares another ABI than this Python has: ${hit.match[0]}.`
    );
  }
};
function broughtBy(slot) {
  if (slot === 3) return "3.12";
  if (slot === 4) return "3.13";
  return slot >= 5 && slot < 200 ? "3.15" : null;
}
var pyUnknownSlot = {
  id: "py-mismatch.slot",
  where: WHERE.definition,
  name: "The module asks for what only a newer Python knows (a slot)",
  category: "python-abi",
  severity: "error",
  means: "A module that is initialised in several phases lists what it wants in slots. One of them has a number that this Python does not know: `Py_mod_multiple_interpreters` came with 3.12, `Py_mod_gil` with 3.13, and 3.15 numbers all of them anew.",
  remedy: "Build it with the headers of the oldest Python that loads it, or set `Py_LIMITED_API` to that Python; put newer slots behind `#if PY_VERSION_HEX`.",
  links: ["https://docs.python.org/3/c-api/module.html"],
  match(symptoms) {
    const hit = search(
      symptoms,
      /module \S+ uses unknown slot ID (\d+)|unknown module slot ID (\d+)/
    );
    if (!hit) return void 0;
    const slot = Number(hit.match[1] ?? hit.match[2]);
    const since = broughtBy(slot);
    return mismatch(
      pyUnknownSlot,
      symptoms,
      hit,
      { facts: { slot } },
      `${nameOf(symptoms.culprit)} was compiled for ${since === null ? "another" : "a newer"} Python`,
      `${describeCulprit(symptoms.culprit)} uses the module slot ${slot}, which ${since === null ? "this Python does not know" : `came with Python ${since}`}.`
    );
  }
};
var pyWindowsDll = {
  id: "py-mismatch.windows-dll",
  where: WHERE.definition,
  name: "The module is linked to another Python\u2019s DLL",
  category: "python-abi",
  severity: "error",
  means: "On Windows a module names the Python DLL it was linked to, and that is another Python\u2019s.",
  remedy: "Build one wheel per Python version; install the one for this Python.",
  links: ["https://github.com/python/cpython/blob/main/Python/dynload_win.c"],
  match(symptoms) {
    const hit = search(
      symptoms,
      /Module use of (python\w*\.dll) conflicts with this version of Python/i
    );
    if (!hit) return void 0;
    return mismatch(
      pyWindowsDll,
      symptoms,
      hit,
      { facts: { dll: hit.match[1] ?? null } },
      `${nameOf(symptoms.culprit)} is linked to another Python`,
      `${describeCulprit(symptoms.culprit)} is linked to \`${hit.match[1]}\`, which is not this Python.`
    );
  }
};

// src/judge/diagnose/rules/python-subinterpreter.ts
var pySubinterpreter = {
  id: "py-subinterpreter",
  where: WHERE.nowhere,
  name: "The module does not load in a subinterpreter",
  category: "unrelated",
  severity: "error",
  means: "Python \u2265 3.12 refuses modules in subinterpreters that do not declare support; this is no fault of a version.",
  remedy: "Use the main interpreter or processes, or give the module multi-phase init with `Py_mod_multiple_interpreters`.",
  links: ["https://docs.python.org/3/howto/isolating-extensions.html"],
  match(symptoms) {
    const hit = search(symptoms, /module (\S+) does not support loading in subinterpreters/) ?? search(symptoms, /PyO3 modules do not yet support subinterpreters/);
    if (!hit) return void 0;
    const told2 = hit.match[1];
    const name = told2 === void 0 ? nameOf(symptoms.culprit) : `\`${told2}\``;
    return diagnosis(pySubinterpreter, symptoms, {
      tell: () => ({
        title: `${name} does not load in a subinterpreter`,
        explanation: `${name} does not declare that it supports subinterpreters; this is no fault of a version.`,
        fix: "Import it in the main interpreter or use processes; its maintainers can add multi-phase init with `Py_mod_multiple_interpreters`."
      }),
      key: [hit.match[1] ?? null],
      evidence: shownBy(symptoms, hit)
    });
  }
};

// src/judge/diagnose/rules/python-symbols.ts
var ABI_DOC = "https://docs.python.org/3/c-api/stable.html";
var pyUndefinedSymbol = {
  id: "py-undefined-symbol",
  where: WHERE.definition,
  name: "Needs a function that this Python does not export",
  category: "python-abi",
  severity: "error",
  means: "The module uses a function of Python\u2019s C-API that this Python does not have: it was built for another Python (its file has no version tag, or claims abi3 wrongly), needs a newer Python than it says, or is a Python 2 module (`Py_InitModule\u2026`).",
  remedy: "Build for this Python; for abi3, set `Py_LIMITED_API` to the oldest Python that is supported.",
  links: [ABI_DOC, "https://github.com/pypa/abi3audit"],
  match(symptoms) {
    const hit = search(symptoms, /undefined symbol: (_?Py[A-Z_]\w*)/) ?? search(symptoms, /Undefined (?:PLT )?symbol "(_?Py[A-Z_]\w*)/) ?? search(symptoms, /[Ss]ymbol not found(?: in flat namespace)?:? \(?'?_(_?Py[A-Z_]\w*)/) ?? search(symptoms, /Error relocating \S+ (_?Py[A-Z_]\w*): symbol not found/) ?? search(symptoms, /cannot locate symbol "(_?Py[A-Z_]\w*)"/);
    if (!hit) return void 0;
    const symbol = hit.match[1] ?? "";
    const pypy = symptoms.texts.some((text) => /pypy/i.test(text));
    if (EVERY_PYTHON.test(symbol) && !pypy) return unseen(symptoms, hit, symbol);
    const old = symbol.startsWith("Py_InitModule");
    return mismatch(
      pyUndefinedSymbol,
      symptoms,
      hit,
      { facts: { symbol }, key: [old] },
      old ? `${nameOf(symptoms.culprit)} was built for Python 2` : `${nameOf(symptoms.culprit)} was built for another Python`,
      `${describeCulprit(symptoms.culprit)} needs \`${symbol}\` of Python\u2019s C-API, which ${symptoms.python ? `Python ${symptoms.python}` : "this Python"} does not export.`
    );
  }
};
function unseen(symptoms, hit, symbol) {
  return diagnosis(pyUndefinedSymbol, symptoms, {
    tell: () => ({
      title: `${nameOf(symptoms.culprit)} does not see the names of Python\u2019s library`,
      explanation: `${describeCulprit(symptoms.culprit)} needs \`${symbol}\`, which every Python has: the program that embeds Python loaded \`libpython\` for itself alone, or the module is loaded by something else than Python.`,
      fix: forEmbedded
    }),
    facts: { symbol },
    key: ["embedded"],
    evidence: shownBy(symptoms, hit)
  });
}
var pyNoInit = {
  id: "py-no-init",
  where: WHERE.definition,
  name: "The file does not define the module it is named after",
  category: "python-abi",
  severity: "error",
  means: "The extension lacks `PyInit_<name>`: the file was renamed, the module\u2019s name in the build differs from the one in the source, or it is a Python 2 module (`init<name>`).",
  remedy: "Make the extension\u2019s name in the build and the `PyInit_` function agree.",
  links: [
    "https://docs.python.org/3/extending/building.html",
    "https://github.com/python/cpython/blob/main/Python/importdl.c"
  ],
  match(symptoms) {
    const hit = search(
      symptoms,
      /dynamic module does not define (?:module export function|init function) \((\w+)\)/
    );
    if (!hit) return void 0;
    const wanted = hit.match[1] ?? "";
    const exported = symptoms.facts?.initNames ?? [];
    return diagnosis(pyNoInit, symptoms, {
      tell: () => ({
        title: `${nameOf(symptoms.culprit)}: the file does not define \`${wanted}\``,
        explanation: sentences(
          `${describeCulprit(symptoms.culprit)} has no function \`${wanted}\`, which Python calls to make the module.`,
          exported.length > 0 && `It defines ${exported.map((one) => `\`PyInit_${one}\``).join(", ")}.`,
          symptoms.facts?.python2Init && "It is a Python 2 module."
        ),
        fix: fixFor(symptoms, {
          own: isRust(symptoms) ? `Give the function below \`#[pymodule]\` the name \`${wanted.replace("PyInit_", "")}\` (or write \`#[pyo3(name = "\u2026")]\` there), or end \`module-name\` in \`[tool.maturin]\` (\`target\` for setuptools-rust) as the source calls it.` : `Give the extension in the build the same name as in its source (\`PYBIND11_MODULE(name, \u2026)\`, \`${wanted}\`), and do not rename the file afterwards.`,
          dependency: `Reinstall ${nameOf(symptoms.culprit)}; if that does not help, report it to its maintainers.`
        })
      }),
      facts: { wanted, exported: [...exported] },
      key: [wanted],
      evidence: shownBy(symptoms, hit),
      hints: { symbol: wanted }
    });
  }
};
function isRust({ facts }) {
  return facts?.generators.some(({ name }) => name === "pyo3") ?? false;
}

// src/judge/diagnose/rules/python-warnings.ts
var pyCythonWarning = {
  id: "py-mismatch.cython-warning",
  where: WHERE.definition,
  name: "Compiled for another Python (Cython\u2019s warning)",
  category: "python-abi",
  severity: "warning",
  means: "A Cython module was compiled for another Python than the one that loads it. The import goes on, then works, or crashes.",
  remedy: "Build one wheel per Python version; install the one for this Python.",
  links: ["https://github.com/cython/cython/blob/master/Cython/Utility/ModuleSetupCode.c"],
  match(symptoms) {
    const hit = warned(
      symptoms,
      /compile ?time (?:Python )?version (\S+) of module '([^']+)' (?:does not match|was newer than) runtime version (\S+)/
    );
    if (!hit) return void 0;
    const [, built, module = "", running] = hit.match;
    return mismatch(
      pyCythonWarning,
      inModule(symptoms, module),
      hit,
      { facts: { module }, key: [module] },
      `\`${module}\` was compiled for Python ${built}`,
      `\`${module}\` was compiled for Python ${built} and loaded by Python ${running}. Only a warning says so: it may work, crash, or return wrong results.`
    );
  }
};
var pyApiWarning = {
  id: "py-mismatch.api-warning",
  where: WHERE.definition,
  name: "Compiled for another version of Python\u2019s C-API (CPython\u2019s warning)",
  category: "python-abi",
  severity: "warning",
  means: "The module was compiled with headers of a Python whose C-API version number differs.",
  remedy: "Build one wheel per Python version; install the one for this Python.",
  links: ["https://github.com/python/cpython/blob/main/Objects/moduleobject.c"],
  match(symptoms) {
    const hit = warned(
      symptoms,
      /Python C API version mismatch for module (\S+?): This Python has API version (\d+), module \S+ has version (\d+)/
    );
    if (!hit) return void 0;
    const [, module = "", running, built] = hit.match;
    return mismatch(
      pyApiWarning,
      inModule(symptoms, module),
      hit,
      { facts: { module }, key: [module] },
      `\`${module}\` was compiled for another version of Python\u2019s C-API`,
      `\`${module}\` was compiled for version ${built} of Python\u2019s C-API; this Python has ${running}. Only a warning says so: it may work, crash, or return wrong results.`
    );
  }
};
var pyGilEnabled = {
  id: "py-gil-enabled",
  where: WHERE.nowhere,
  name: "Loading the module switched the GIL back on",
  category: "python-abi",
  severity: "note",
  means: "On a free-threaded Python, a module that does not declare `Py_mod_gil` brings the GIL back for the whole process. Everything works, without parallel threads.",
  remedy: "When the module is safe without the GIL, declare `Py_MOD_GIL_NOT_USED`.",
  links: ["https://docs.python.org/3/howto/free-threading-extensions.html"],
  match(symptoms) {
    const hit = warned(
      symptoms,
      /The global interpreter lock \(GIL\) has been enabled to load module '([^']+)'/
    );
    const module = symptoms.evidence.observation.gilEnabledBy?.[0] ?? hit?.match[1];
    if (!module) return void 0;
    return diagnosis(pyGilEnabled, inModule(symptoms, module), {
      tell: () => ({
        title: `\`${module}\` switches the GIL back on`,
        explanation: `\`${module}\` does not declare that it is safe without the GIL, so this free-threaded Python enabled it again. It works, but threads do not run in parallel.`,
        fix: "When the module is safe without the GIL, declare it: `Py_MOD_GIL_NOT_USED`, `PYBIND11_MODULE(\u2026, py::mod_gil_not_used())`, or Cython\u2019s `freethreading_compatible`."
      }),
      facts: { module },
      key: [module],
      evidence: [hit?.line],
      severity: "note"
    });
  }
};
function warned(symptoms, pattern) {
  const found = search(symptoms, pattern);
  if (found || symptoms.stderr === "") return found;
  return search({ ...symptoms, texts: [symptoms.stderr] }, pattern);
}
function inModule(symptoms, module) {
  const { evidence } = symptoms;
  const file = evidence.filesFor(module)[0];
  const owner = file ? evidence.ownerOf(file) : null;
  const culprit = owner ? {
    distribution: owner.distribution || null,
    version: owner.version || null,
    module,
    file: owner.file || null
  } : { distribution: null, version: null, module, file: null };
  return { ...symptoms, culprit, fault: owner ? faultOf(evidence, culprit) : "unknown" };
}

// src/judge/diagnose/rules/timeout.ts
function atTimeout(seen) {
  const symptoms = atDeath(seen);
  const { evidence } = symptoms;
  const loading = evidence.observation.culpritFile !== null;
  const { frames } = readFaultDump(symptoms.stderr);
  const frame = blamedFrame(evidence, frames.toReversed());
  const smoke = evidence.smoke ? smokeFrame(frames.toReversed()) : void 0;
  if (smoke && !frame && !loading) {
    return { symptoms, source: { file: smoke.file, line: smoke.line } };
  }
  if (loading || !evidence.module || !frame) return { symptoms };
  if (evidence.ownerOf(frame.file) === null) return { symptoms };
  const culprit = culpritOfFile(evidence, frame.file, null);
  const fault = faultOf(evidence, culprit);
  const source = { file: withoutFolders(frame.file), line: frame.line };
  return { symptoms: { ...symptoms, culprit, fault }, source };
}
var timeout = {
  id: "timeout",
  where: WHERE.importArray,
  name: "It did not end in time",
  category: "timeout",
  severity: "error",
  means: "The import (or the smoke code) was still running at the time limit and was ended. On Linux the time in which it only waited for a processor, on a busy machine, does not count, up to twice the limit.",
  remedy: "Look at the stack for what it waits for: a lock, a network connection, a child process. Raise `timeout` when it is merely slow.",
  links: ["https://docs.python.org/3/library/faulthandler.html"],
  match(seen) {
    const { outcome } = seen.evidence.observation;
    if (outcome.kind !== "timed-out") return void 0;
    const { symptoms, source } = atTimeout(seen);
    const nobody = isSmokeItself(symptoms);
    const named = source ? describeCulprit(symptoms.culprit) : describeBinary(symptoms.culprit);
    const who = nobody ? "It" : named;
    const after = outcome.seconds > 0 ? ` after ${outcome.seconds} s` : "";
    return diagnosis(timeout, symptoms, {
      tell: (scope) => ({
        title: nobody ? "The smoke code does not end" : `${nameOf(symptoms.culprit)} hangs${at(symptoms)}`,
        explanation: sentences(
          `${who} was still busy${nobody ? "" : at(symptoms)} and was ended${after}.`,
          innermostUserFrame(readFaultDump(symptoms.stderr).frames),
          describeHistory(symptoms.history, scope)
        ),
        fix: fixFor(symptoms, {
          own: "Find what it waits for (a lock, the network, a child process) in the stack; if it is only slow, raise `--timeout`.",
          dependency: `If it is only slow, raise \`--timeout\`; else upgrade ${nameOf(symptoms.culprit)} or report it to its maintainers.`
        })
      }),
      facts: { seconds: outcome.seconds },
      key: [nobody ? null : at(symptoms)],
      evidence: stackLines(symptoms),
      hints: source && symptoms.fault === "own" ? { source } : {}
    });
  }
};
function innermostUserFrame(frames) {
  const frame = frames.find((one) => !one.file.startsWith("<") && !OWN_FRAME.test(`${one.file}"`));
  return frame ? `The innermost Python frame is ${withoutFolders(frame.file)}:${frame.line} in ${frame.function}.` : "";
}

// src/judge/diagnose/missing-variable.ts
var NAME2 = "[A-Z][A-Z0-9_]*[A-Z0-9]";
var LONG = "[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]";
var Q2 = "['\"`$%{<]{0,3}";
var E = "['\"`%}>]{0,3}";
var LOOKED_UP = /(?:<frozen os>|\bos\.py)", line \d+, in __getitem__\n(?:.*\n){0,3}?KeyError: '(\w+)'/;
var SAID2 = [
  new RegExp(`[Ee]nvironment[ -]variables? (?:called |named )?${Q2}(${NAME2})\\b`),
  new RegExp(
    `${Q2}\\b(${NAME2})${E} (?:is not an? |is an? )?(?:required )?(?:env(?:ironment)?)[ -]var`
  ),
  new RegExp(
    `\\b(?:[Ss]et|[Dd]efine|[Ee]xport|SET|specify|provide) (?:the |an? )?(?:env(?:ironment)? )?(?:var(?:iable)? )?${Q2}(${LONG})\\b`
  ),
  new RegExp(
    `${Q2}\\b(${LONG})${E} (?:is not|isn't|was not|not|is un|un|must be|has to be|needs to be|should be) ?(?:set|defined|specified)`
  )
];
function missingVariable(traceback, words) {
  const found = LOOKED_UP.exec(traceback)?.[1];
  if (found !== void 0) return found;
  for (const pattern of SAID2) {
    const name = pattern.exec(words)?.[1];
    if (name !== void 0) return name;
  }
  return null;
}
function missingBuildVariable(text, words) {
  const name = missingVariable(text, words.join("\n"));
  if (name === null) return null;
  return `The build asks for the environment variable \`${name}\`, which is not set. Set it where the check is started: a build sees all that is set there, but for Python\u2019s and the installers\u2019 own settings and names that look like a secret\u2019s (TOKEN, SECRET, PASSWORD, CREDENTIAL, KEY).`;
}

// src/judge/diagnose/rules/unloaded-submodule.ts
function ofUnloadedSubmodule(kind2, symptoms) {
  const [last] = symptoms.chain;
  const [, of2, attribute] = last?.type === "AttributeError" && /^module '([\w.]+)' has no attribute '(\w+)'/.exec(last.message) || [];
  if (last === void 0 || of2 === void 0 || attribute === void 0) return void 0;
  const wanted = `${of2}.${attribute}`;
  if (symptoms.facts === null || symptoms.evidence.filesFor(wanted).length === 0) return void 0;
  const what = headline(describeException(last));
  return diagnosis(kind2, symptoms, {
    tell: (scope) => ({
      title: `${nameOfFailing(symptoms.culprit, symptoms, scope)} cannot be imported: it uses \`${wanted}\`, which is not imported at that point`,
      explanation: sentences(
        `${describeCulprit(symptoms.culprit)} looks for \`${attribute}\` in the package \`${of2}\`, as \`PyCapsule_Import("${wanted}.\u2026")\` does, which imports \`${of2}\` alone. So it works only where something has imported \`${wanted}\` before. NumPy is not the cause.`,
        describeHistory(symptoms.history, scope)
      ),
      fix: fixFor(symptoms, {
        own: `Import \`${wanted}\` first: \`PyImport_ImportModule("${wanted}")\` in the init function, or in \`${of2.replaceAll(".", "/")}/__init__.py\`.`,
        dependency: `Import \`${wanted}\` before it, and report it to the maintainers.`
      })
    }),
    facts: { exception: what, submodule: wanted },
    key: ["submodule", wanted],
    evidence: [what],
    category: "unrelated",
    hints: inCompiledCode(symptoms, [`${wanted}.`, wanted])
  });
}

// src/judge/diagnose/rules/wanted-surroundings.ts
var AT_CALL = "Do that when a function is called, not at import";
var ALL = [
  {
    id: "standard-input",
    says: /^EOFError: EOF when reading a line|: input\(\): lost sys\.stdin|reading from stdin while output is captured/,
    wants: "reads from standard input",
    lacks: "A check has nobody who could answer: its standard input is closed, as in services and CI jobs.",
    own: `${AT_CALL}; take an answer from an argument or the environment.`
  },
  {
    id: "terminal",
    says: /^termios\.error\b|^_?curses\.error\b|\[Errno 25\] Inappropriate ioctl for device|could not find terminal|\[Errno 6\] No such device or address: '\/dev\/tty'/,
    wants: "wants a terminal",
    lacks: "A check has no terminal, as services and CI jobs have none.",
    own: `${AT_CALL}, and go on without it where \`sys.stdout.isatty()\` is false (\`shutil.get_terminal_size()\` does so).`
  },
  {
    id: "display",
    says: /(?:[Cc]annot|[Cc]ould not|[Cc]ouldn't|[Uu]nable to) (?:open|connect to)(?: X)? (?:display|server)|DisplayConnectionError|NoSuchDisplayException|\b(?:WAYLAND_)?DISPLAY\b.*(?:environment|variable|not set|missing|unset)|(?:environment|variable|not set|missing|unset|[Ss]et the)\b.*\bDISPLAY\b|^KeyError: '(?:WAYLAND_)?DISPLAY'|[Nn]o display (?:name|found)/,
    wants: "wants a display",
    lacks: "A check has no display, as most servers and CI jobs have none.",
    own: `${AT_CALL}.`,
    besides: "To check it with one, start the check below `xvfb-run` and hand on `--environment DISPLAY --environment XAUTHORITY` (input `environment`)."
  },
  {
    id: "network",
    says: /^(?:socket\.)?gaierror\b|^urllib\.error\.(?:URLError|HTTPError)\b|^(?:requests|urllib3|httpx|httpcore|aiohttp)\.[\w.]*(?:Connect|Timeout|Proxy|SSL|MaxRetry|HTTP)\w*|^Connection(?:Refused|Reset)Error\b|\[Errno 101\] Network is unreachable|Temporary failure in name resolution|getaddrinfo failed|Max retries exceeded with url/,
    wants: "asks the network",
    lacks: "What it asked could not be reached from here, or refused.",
    own: `${AT_CALL}; what it downloads, bring along or keep on disk.`
  }
];
function isDisplayVariable(name) {
  return name === "DISPLAY" || name === "WAYLAND_DISPLAY";
}
function ofSurroundings(kind2, symptoms) {
  const texts = symptoms.chain.map(describeException);
  const found = ALL.find(({ says }) => texts.some((text) => says.test(text)));
  const what = symptoms.chain[0] && headline(describeException(symptoms.chain[0]));
  if (found === void 0 || what === void 0) return void 0;
  const smoke = symptoms.evidence.smoke && symptoms.evidence.observation.phase === "call";
  const name = smoke ? "The smoke code" : nameOf(symptoms.culprit);
  const source = projectFrame(symptoms);
  return diagnosis(kind2, symptoms, {
    tell: (scope) => ({
      title: `${name} ${found.wants}${smoke ? "" : " when it is imported"}, and fails without`,
      explanation: sentences(
        `${smoke ? name : describeCulprit(symptoms.culprit)} failed under ${runningNumpy(symptoms, scope)} with \`${what}\`.`,
        found.lacks,
        "NumPy is not the cause."
      ),
      fix: smoke ? "Take that out of the smoke code." : fixFor(symptoms, {
        own: sentences(found.own, found.besides),
        dependency: sentences(
          `Report it to the maintainers of ${name}: an import should not need it.${leaveOut(symptoms)}`,
          found.besides
        )
      })
    }),
    facts: { exception: what, wants: found.id, ...smoke && { smokeItself: true } },
    key: [found.id, smoke],
    evidence: shownBy(symptoms),
    category: "unrelated",
    hints: { ...source && { source } }
  });
}

// src/judge/diagnose/rules/unclassified.ts
var unclassified = {
  id: "unclassified",
  where: WHERE.nowhere,
  name: "A failure that no rule knows",
  category: "unclassified",
  severity: "error",
  means: "Something failed, and its text is none of those that are known here. The evidence is shown as it is, without a guess.",
  remedy: "Read the evidence. When it fails only from one NumPy on, NumPy is the reason, whatever it says.",
  links: [],
  match(symptoms) {
    const { outcome } = symptoms.evidence.observation;
    if (outcome.kind !== "raised") return void 0;
    const { history, chain } = symptoms;
    const last = chain[0];
    const what = last ? headline(describeException(last)) : "no exception was recorded";
    const lacking = otherRelease(symptoms);
    if (lacking !== void 0) return ofOtherRelease(symptoms, lacking, what);
    const gone = missingInPython(symptoms);
    if (gone !== void 0) return ofPython(symptoms, gone, what);
    const along = changedAlong(symptoms.evidence, history);
    const byNumpy = (history.kind === "from" || history.kind === "below") && along.length === 0;
    const variable = byNumpy || along.length > 0 ? null : lookedUp(chain);
    const isDisplay = isDisplayVariable(variable);
    if (variable !== null && !isDisplay) return ofVariable(symptoms, variable, what);
    const surroundings = symptoms.evidence.combination === null && !isDisplay || byNumpy || along.length > 0 ? void 0 : ofUnloadedSubmodule(unclassified, symptoms) ?? ofSurroundings(unclassified, symptoms);
    if (surroundings !== void 0) return surroundings;
    const smoke = symptoms.evidence.smoke && symptoms.evidence.observation.phase === "call";
    const name = nameOf(symptoms.culprit);
    const source = projectFrame(symptoms);
    return diagnosis(unclassified, symptoms, {
      tell: (scope) => ({
        title: symptoms.evidence.combination === null ? `An exception that no rule knows: ${what}` : smoke ? `The smoke code fails: ${what}` : `${nameOfFailing(symptoms.culprit, symptoms, scope)} cannot be imported: ${what}`,
        explanation: sentences(
          `${smoke ? "The smoke code" : describeCulprit(symptoms.culprit)} failed under ${runningNumpy(symptoms, scope)} with \`${what}\`.`,
          describeHistory(history, scope),
          byNumpy && "So NumPy is the reason, although the text does not name it.",
          along.length > 0 && tellAlong(along)
        ),
        fix: along.length > 0 ? pinAlong(along) : history.kind === "from" ? fixFor(symptoms, {
          own: `Find what changed with NumPy ${history.numpy} at the place that the evidence shows, or declare \`numpy<${history.cap}\` in \`dependencies\`.`,
          dependency: `Upgrade ${name}, or require \`numpy<${history.cap}\` and report it to its maintainers.`
        }) : history.kind === "below" ? fixFor(symptoms, {
          own: `Declare \`numpy>=${requiredFloor(floorOf(history), scope)}\` in \`dependencies\`.`,
          dependency: `Require \`numpy>=${requiredFloor(floorOf(history), scope)}\`, or an older release of ${name}.`
        }) : fixFor(symptoms, {
          own: "Read the evidence: the last frame that is yours is where it failed.",
          dependency: `Search the issues of ${name} for this text, and report it there when it is new.`,
          unknown: "Read the evidence: the last frame that is not the standard library\u2019s or NumPy\u2019s is where it failed."
        })
      }),
      facts: {
        exception: what,
        ...along.length > 0 && { changedAlong: along.map(({ name: name2 }) => name2) }
      },
      key: [alike(what), smoke],
      floor: history.kind === "below" && along.length === 0 ? floorOf(history) : null,
      evidence: shownOf(symptoms),
      category: byNumpy ? fieldOf(symptoms) : history.kind === "alike" ? "unrelated" : "unclassified",
      hints: {
        ...source && { source },
        ...inCompiledCode(symptoms, last ? [headline(last.message, 400)] : []),
        ...byNumpy && { requirement: "numpy", table: "runtime" }
      }
    });
  }
};
function fieldOf({ facts, chain }) {
  const last = chain[0]?.frames.at(-1)?.file;
  const inCython = last !== void 0 && /\.pyx$/.test(last);
  return facts === null || inCython ? "numpy-python-api" : "numpy-abi";
}
function shownOf({ chain }) {
  return [
    ...chain.toReversed().map((one) => headline(describeException(one), 300)),
    ...chain[0]?.frames.slice(-2).map((one) => `File "${one.file}", line ${one.line}, in ${one.function}`) ?? []
  ];
}
function lookedUp(chain) {
  for (const exception of chain) {
    const { frames, type, message } = exception;
    const last = frames.at(-1);
    const asked = last?.function === "__getitem__" && /^<frozen os>$|(?:^|[\\/])os\.py$/.test(last.file);
    if (type === "KeyError" && asked) return message.replaceAll(/^['"]|['"]$/g, "");
    const said = missingVariable("", headline(message, 400));
    if (said !== null) return said;
  }
  return null;
}
function ofVariable(symptoms, variable, what) {
  const { combination, smoke, observation } = symptoms.evidence;
  const called = smoke && observation.phase === "call";
  const source = projectFrame(symptoms);
  const name = called ? "The smoke code" : nameOf(symptoms.culprit);
  return diagnosis(unclassified, symptoms, {
    tell: (scope) => ({
      title: `${name} asks for the environment variable \`${variable}\`, which is not set`,
      explanation: sentences(
        `${called ? name : describeCulprit(symptoms.culprit)} stopped because \`${variable}\` is not set. NumPy is not the cause.`,
        combination !== null && "What is imported here sees only few variables of the machine, so that it fails alike on every one.",
        describeHistory(symptoms.history, scope)
      ),
      fix: combination === null ? `Set \`${variable}\` before the program starts, as its documentation says.` : `Set \`${variable}\` where the check is started, and hand it on: \`--environment ${variable}\` (input \`environment\`).`
    }),
    facts: { exception: what, variable },
    key: ["variable", variable, called],
    evidence: shownOf(symptoms),
    category: "unrelated",
    hints: { ...source && { source } }
  });
}
function ofPython(symptoms, gone, what) {
  const name = nameOf(symptoms.culprit);
  return diagnosis(unclassified, symptoms, {
    tell: () => ({
      title: `${name} asks Python\u2019s own library for ${gone}, which this Python does not have`,
      explanation: `${describeCulprit(symptoms.culprit)} asks for ${gone}, which this Python no longer has, or not yet: it was written for another one. NumPy is not the cause.`,
      fix: fixFor(symptoms, {
        own: "Use what takes its place, as \u201CWhat\u2019s New\u201D of this Python names it, or leave this Python out with `requires-python`.",
        dependency: `Upgrade ${name} to a release for this Python, or take an older Python.`
      })
    }),
    facts: { exception: what },
    key: [alike(what)],
    evidence: shownOf(symptoms),
    category: "unrelated"
  });
}
function ofOtherRelease(symptoms, lacking, what) {
  const name = nameOf(symptoms.culprit);
  const release = releaseName(lacking);
  const along = changedAlong(symptoms.evidence, symptoms.history).find(
    (one) => one.name === lacking.provider
  );
  const source = projectFrame(symptoms);
  return diagnosis(unclassified, symptoms, {
    tell: (scope) => ({
      title: `${nameOfFailing(symptoms.culprit, symptoms, scope)} cannot be imported: ${release} does not have ${lacking.what}`,
      explanation: sentences(
        `${describeCulprit(symptoms.culprit)} asks ${release} for ${lacking.what}, which that release does not have: it was written for another one.`,
        along ? `It works beside ${along.name} ${along.works}, which an older NumPy brings along: NumPy itself is not the cause.` : "NumPy is not the cause.",
        symptoms.history.kind === "alike" ? "" : describeHistory(symptoms.history, scope)
      ),
      fix: fixFor(symptoms, {
        own: `Use what ${release} has instead, or require a release of \`${lacking.provider}\` that has it in \`dependencies\`.`,
        dependency: `Upgrade ${name} to a release for ${release}, or constrain \`${lacking.provider}\` to a release that has it${along ? ` (${along.works} does)` : ""}: \`--constraint\`, input \`constraints\`.`
      })
    }),
    facts: { exception: what, otherRelease: lacking.provider },
    key: [alike(what)],
    evidence: shownOf(symptoms),
    category: "unrelated",
    hints: {
      ...source && { source },
      requirement: lacking.provider,
      table: "runtime"
    }
  });
}

// src/judge/diagnose/rules/index.ts
var INTEGRITY_RULES = [flaky, wrongNumpy, shadowed2, notLoaded];
var FAILURE_RULES = [
  importArrayMissing,
  crashAtExit,
  crash,
  exitInInit,
  timeout,
  numpySubinterpreter,
  numpyLoadedTwice,
  numpyWrongPython,
  numpyCpu,
  numpyBroken,
  cythonSizeWarningAsError,
  numpyMissing,
  npAbiMismatch,
  npApiTooNew,
  np1OnNp2,
  cythonTypeSize,
  npF2pyInit,
  npImportArrayFailed,
  pyPybind11,
  pyAbiCheck,
  pyUnknownSlot,
  pyWindowsDll,
  npUndefinedName,
  pyUndefinedSymbol,
  pyNoInit,
  pySubinterpreter,
  ldLibcVersion,
  ldSymbolVersion,
  ldStaticTls,
  ldExecutableStack,
  ldNoMemory,
  ldRefused,
  ldInitFailed,
  ldWrongArch,
  ldCorruptFile,
  ldMissingLibrary,
  ldUndefinedSymbol,
  npArrayCopy,
  npArrayToScalar,
  npIntegerRange,
  npRemovedAttr,
  npRemovedName,
  npRemovedModule,
  npDeclaredUnsupported,
  pyWrongTag,
  pyPartMissing,
  moduleNotFound,
  pyInitBroken,
  initFailed,
  unclassified
];
var QUIET_RULES = [
  importArrayMissing,
  latentNp1,
  numpyMixedInstall,
  pyCythonWarning,
  pyApiWarning,
  numpyLoadedTwice,
  pyGilEnabled
];

// src/judge/diagnose/rules/set-up.ts
function setUp(where2, id, name, means, remedy) {
  return { id, where: where2, name, category: "environment", severity: "error", means, remedy, links: [] };
}
var noNetwork = setUp(
  WHERE.nowhere,
  "no-network",
  "A server could not be reached",
  "A download failed: no network, a proxy, or an index that is down.",
  "Check the network, the proxy and the index settings, then run it again."
);
var buildFailed = setUp(
  WHERE.definition,
  "build-failed",
  "The build failed",
  "The project could not be built; the tool\u2019s own last lines are the evidence.",
  "Read the first error of the compiler or build backend, and mend that."
);
var resolverConflict = setUp(
  WHERE.nowhere,
  "resolver-conflict",
  "The requirements could not be installed together",
  "The installer found no solution; its own last lines are the evidence.",
  "Loosen the requirement that the evidence names, or exclude the combination."
);
var noInterpreter = setUp(
  WHERE.nowhere,
  "no-interpreter",
  "An interpreter could not be had",
  "The Python that was asked for is not on this machine and could not be installed.",
  "Install it (actions/setup-python, pyenv, uv), or do not ask for it."
);
var noNumpy = setUp(
  WHERE.nowhere,
  "no-numpy",
  "A NumPy could not be had",
  "The NumPy that was named has no wheel for any of the planned Pythons on this platform.",
  "Name a Python that this NumPy supports, or do not ask for it."
);
var wheelNotHandedOver = setUp(
  WHERE.nowhere,
  "wheel-not-handed-over",
  "A wheel that was built elsewhere could not be had",
  "The wheel was to be built once for all that measure with it, and is missing or another file.",
  "See why the job that runs `build` for this Python left none, and hand its folder over whole."
);
var SET_UP_KINDS = [
  noInterpreter,
  noNumpy,
  noNetwork,
  buildFailed,
  resolverConflict,
  wheelNotHandedOver
];
function setUpRemedy(id) {
  return [...SET_UP_KINDS, badWheel].find((kind2) => kind2.id === id)?.remedy ?? "";
}

// src/judge/diagnose/swallowed.ts
var swallowed = {
  id: "swallowed",
  where: WHERE.nowhere,
  name: "A compiled module failed, and the import succeeded anyway",
  category: "numpy-abi",
  severity: "warning",
  means: "A compiled file failed to load the first time, or NumPy printed its complaint about it, and the package went on: caught (`try: from . import _fast except ImportError`), retried, or ignored. Users lose a feature or speed without being told. The category is that of the kind that was swallowed.",
  remedy: "Mend the kind that was swallowed; for a dependency, require a release that works.",
  links: ["https://numpy.org/doc/stable/user/troubleshooting-importerror.html"]
};
function diagnoseSwallowed(symptoms) {
  const told2 = toldSwallowed(symptoms);
  const silent = told2.length > 0 ? void 0 : refusedInSilence(symptoms);
  return silent ? [wrap(symptoms, silent, "silent")] : told2;
}
function toldSwallowed(symptoms) {
  const { evidence } = symptoms;
  const { events } = evidence.observation;
  if (symptoms.stderr === "" && !events.some(({ event }) => event === "fail")) return [];
  const byHooks = failedLoads(events).flatMap((load) => {
    const inner = innerDiagnosis(evidence, load);
    if (inner === void 0 || isMended(inner, wasLoadedLater(events, load.file))) return [];
    return [wrap(symptoms, inner)];
  });
  const known = new Set(byHooks.map((one) => key(one.culprit)));
  const byText = complaints(symptoms).flatMap((inner) => {
    const found = wrap(symptoms, inner);
    if (known.has(key(found.culprit)) || byHooks.length > 0 && !found.culprit.distribution)
      return [];
    known.add(key(found.culprit));
    return [found];
  });
  return [...byHooks, ...byText];
}
function isMended(inner, loadedLater) {
  return loadedLater && inner.kind.startsWith("ld-");
}
function key(culprit) {
  return culprit.distribution ?? culprit.module ?? culprit.file ?? "";
}
function asRaised(evidence, load) {
  const observation = {
    ...evidence.observation,
    outcome: { kind: "raised" },
    exceptions: load.exceptions
  };
  return { ...evidence, observation, siblings: [] };
}
function innerDiagnosis(evidence, load) {
  const symptoms = readSymptoms(asRaised(evidence, load), load);
  for (const rule of FAILURE_RULES) {
    const found = rule.match(symptoms);
    if (found) return found;
  }
  return void 0;
}
function complaints(symptoms) {
  const found = symptoms.stubs.map((stub) => {
    const culprit = culpritOfStub(symptoms.evidence, stub);
    const fault = faultOf(symptoms.evidence, culprit);
    return describeNp1OnNp2(
      { ...symptoms, culprit, fault, facts: null, numpy: stub.numpy },
      void 0,
      ""
    );
  });
  if (found.length > 0) return found;
  if (symptoms.stderr === "") return [];
  const told2 = symptoms.stderr.split("\n").filter(
    (line) => /(?:module (?:was )?compiled against|_(?:ARRAY|UFUNC)_API not found|A module that was compiled using NumPy 1\.x)/.test(
      line
    )
  );
  if (told2.length === 0) return [];
  const raised = { ...symptoms, texts: [told2.join("\n")] };
  for (const rule of FAILURE_RULES) {
    if (!rule.id.startsWith("np")) continue;
    const inner = rule.match(raised);
    if (inner) return [inner];
  }
  return [];
}
function wrap(symptoms, inner, how = "seen") {
  const outer = { ...symptoms, culprit: inner.culprit, fault: inner.fault };
  const name = nameOf(inner.culprit);
  const module = symptoms.evidence.module;
  const other = module && module.distribution !== inner.culprit.distribution;
  const complaint2 = shortly(inner);
  return diagnosis(swallowed, outer, {
    tell: (scope) => ({
      title: `${complaint2.startsWith("fails") && inner.culprit.module ? `\`${inner.culprit.module}\`` : name} ${complaint2}, and the import hides it`,
      explanation: sentences(
        how === "silent" ? `${describeBinary(inner.culprit)} is imported under ${runningNumpy(symptoms, scope)}, although NumPy refuses it there.` : `${describeBinary(inner.culprit)} failed to load under ${runningNumpy(symptoms, scope)}, and the import of ${other ? `\`${module.distribution}\`` : "its package"} went on without it: users lose what it does, or its speed, and may see a long message.`,
        inner.explanation
      ),
      fix: fixFor(outer, { own: inner.fix, dependency: inner.fix, unknown: inner.fix })
    }),
    evidence: inner.evidence.length > 0 ? inner.evidence : complaintLines(symptoms),
    category: inner.category,
    inner: inner.kind,
    hints: inner.hints
  });
}
function complaintLines(symptoms) {
  return symptoms.stderr.split("\n").filter((line) => /compiled|_API not found|failed to import/.test(line)).slice(0, 3);
}
function shortly(inner) {
  switch (inner.kind) {
    case "np1-on-np2":
    case "np-abi-mismatch":
      return "is not ready for NumPy 2";
    case "np-api-too-new":
      return "was built for a newer NumPy";
    case "numpy-missing":
      return "needs NumPy";
    default:
      return `fails to load (${inner.kind})`;
  }
}

export {
  INIT,
  DEFINITION,
  BUILD_FILE,
  WORKFLOW,
  BUILD_NUMPY,
  RUNTIME_LIST,
  WHERE,
  requirement,
  numpyForPython,
  NO_SOLUTION_HEAD,
  DERIVATION_HEAD,
  DRAWN,
  INSTALLED_LINE,
  buildNumpyItself,
  numpyItself,
  BUILD_RULES,
  NamedModule,
  attributed,
  ADVICE_HEAD,
  NOBODY,
  listOf,
  ALONE,
  failedLoads,
  fingerprintOf,
  ofEach,
  readHistory,
  STUB_TEXT,
  readSymptoms,
  diagnosed,
  describeComparison,
  rangeTooWide,
  rangeTooNarrow,
  knownFailurePasses,
  buildWithoutExtensions,
  ELSEWHERE_KINDS,
  parseSizeComplaint,
  describeSizes,
  crashFrame,
  debuggerFrame,
  imagePath,
  phaseOfDump,
  highestFloor,
  providersOf,
  knownProvider,
  removedModule,
  pyWrongTag,
  pythonPart,
  whereToGet,
  moduleFolders,
  isIdentifier,
  sameRelease,
  missingBuildVariable,
  INTEGRITY_RULES,
  FAILURE_RULES,
  QUIET_RULES,
  noNetwork,
  buildFailed,
  resolverConflict,
  SET_UP_KINDS,
  setUpRemedy,
  swallowed,
  diagnoseSwallowed
};
