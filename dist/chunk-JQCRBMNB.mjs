import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NOTHING_SEEN
} from "./chunk-BHZ65LHD.mjs";
import {
  askedWords,
  availableMemory,
  formatDuration
} from "./chunk-XT7DTJTC.mjs";
import {
  libraryStem
} from "./chunk-5EQ2CBO6.mjs";
import {
  scanBinary
} from "./chunk-772D32YW.mjs";
import {
  conclude,
  judgeRun
} from "./chunk-EJGDY35V.mjs";
import {
  upgradeWanted
} from "./chunk-5SBT533Z.mjs";
import {
  SMOKE,
  isProvenResult
} from "./chunk-K3GDEMVZ.mjs";
import {
  BUILD_FILES,
  definitionsIn,
  lineAt,
  locateInit,
  sourcesOf,
  withoutComments
} from "./chunk-MTMAMTMT.mjs";
import {
  filesNamed,
  ownFiles,
  repositorySources
} from "./chunk-K5XN7KMJ.mjs";
import {
  crashFrame,
  isIdentifier,
  moduleFolders,
  sameRelease
} from "./chunk-LL6UFCXA.mjs";
import {
  asksNumpy,
  erasOf
} from "./chunk-MKIBGSSI.mjs";
import {
  WORKER_TEXT,
  below,
  bestWheel,
  entryState,
  hexLine,
  installable,
  knownMinors,
  launcher_default,
  measuredSubject,
  posix,
  prepare,
  readInstalled,
  readSysPath,
  releasesOn,
  sourceFolder,
  tagSet,
  takenOut,
  tellWithdrawn,
  testedWheel,
  withdrawn
} from "./chunk-XUXSX3LX.mjs";
import {
  createReadBudget,
  listReleases,
  nightlyArguments,
  seriesOf
} from "./chunk-MBG44VS5.mjs";
import {
  THIS_PLATFORM,
  endedWell,
  probeEnvironment,
  resolved
} from "./chunk-GYQQMVWE.mjs";
import {
  removeOrLeave
} from "./chunk-X3BWH247.mjs";
import {
  isSharedFile,
  isVendoredLibrary,
  openWheel,
  parseCoreMetadata,
  parseWheelFilename
} from "./chunk-NWNKKPF7.mjs";
import {
  expectedWork,
  measuredCombination,
  measuredPlan,
  shardOf,
  withoutProbes
} from "./chunk-YFW36LPT.mjs";
import {
  formatMoment
} from "./chunk-K6IXYRTY.mjs";
import {
  require_picomatch
} from "./chunk-JFO4LJHS.mjs";
import {
  declaredNumpy
} from "./chunk-CZTV7UDJ.mjs";
import {
  isMadeFolder,
  repositoryRoot
} from "./chunk-EBFVU3R3.mjs";
import {
  together,
  withTasks
} from "./chunk-OXWJFX4A.mjs";
import {
  NUMPY_NONE,
  compareNumpy,
  crashOfStatus
} from "./chunk-PLGXYP7V.mjs";
import {
  baseName,
  compareText,
  groupBy,
  plural,
  withoutSitePackages
} from "./chunk-C5GTPLUR.mjs";
import {
  admitsPython,
  allows
} from "./chunk-Z2AIENEA.mjs";
import {
  normaliseName,
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  interrupted
} from "./chunk-7YHZB25F.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/host/stopwatch.ts
function createStopwatch(now) {
  const began = now();
  let last = began;
  const stages = {};
  return {
    lap(stage) {
      const at = now();
      stages[stage] = (stages[stage] ?? 0) + (at - last) / 1e3;
      last = at;
    },
    seconds: () => ({ ...stages, total: (now() - began) / 1e3 })
  };
}

// src/host/lanes.ts
function createLanes(slots) {
  let free = Math.max(1, slots);
  const running = /* @__PURE__ */ new Map();
  const waiting = [];
  const count = (lane) => running.get(lane) ?? 0;
  const next = () => {
    if (free === 0 || waiting.length === 0) return;
    let best = 0;
    for (const [at, { lane }] of waiting.entries()) {
      if (count(lane) < count(waiting[best]?.lane ?? "")) best = at;
    }
    const [chosen] = waiting.splice(best, 1);
    if (chosen === void 0) return;
    free -= 1;
    running.set(chosen.lane, count(chosen.lane) + 1);
    chosen.begin();
    next();
  };
  return {
    async run(lane, task) {
      await new Promise((begin) => {
        waiting.push({ lane, begin });
        queueMicrotask(next);
      });
      try {
        return await task();
      } finally {
        free += 1;
        running.set(lane, count(lane) - 1);
        next();
      }
    }
  };
}

// src/host/room-for-builds.ts
import { availableParallelism } from "node:os";
var COMPILER_BYTES = 1024 ** 3;
function hasRoomForTwoBuilds() {
  return availableMemory() >= 2 * availableParallelism() * COMPILER_BYTES;
}

// src/measure/build/build-estimate.ts
var SHORTEST_SECONDS = 0.5;
function createBuildEstimate({ world, config }, deadline) {
  let told = false;
  return (seconds, left) => {
    if (told || left === 0 || seconds < SHORTEST_SECONDS) return;
    told = true;
    const rest = seconds * left;
    const wheels = left === 1 ? "the other Python" : `the other ${left} Pythons`;
    const lacking = world.now() + rest * 1e3 > deadline;
    const warning = lacking ? `, longer than the budget of ${config.run.budgetMinutes} min allows: what is left then is skipped` : "";
    world.progress.info(`building for ${wheels} takes about ${formatDuration(rest)}${warning}`);
  };
}

// src/measure/gathered.ts
function gatherMeasurements({ planned }, { config, world }, listen) {
  const measurements = /* @__PURE__ */ new Map();
  const doing = /* @__PURE__ */ new Set();
  let failed = 0;
  const show = () => world.progress.update({
    doing: [...doing],
    done: measurements.size,
    total: planned.length,
    failed
  });
  return {
    keep: (measurement) => {
      measurements.set(measurement.combination.id, measurement);
      if (listen(measurement).failed) failed += 1;
      show();
    },
    of: (id) => measurements.get(id),
    during: async (what, work) => {
      doing.add(what);
      show();
      try {
        return await work;
      } finally {
        doing.delete(what);
      }
    },
    get stop() {
      return config.run.failFast && failed > 0 ? "another combination failed first (fail-fast)" : null;
    },
    inPlanOrder: () => planned.map(
      (one) => measurements.get(one.id) ?? withoutProbes(one, { kind: "skipped", reason: "interrupted" })
    )
  };
}

// src/measure/install/unused-wheels.ts
import { basename as basename2 } from "node:path";

// src/measure/install/choose-wheels.ts
import { basename } from "node:path";
function chooseWheels(wheels, interpreter) {
  const rank = new Map(interpreter.tags.map((tag, index) => [tag.toLowerCase(), index]));
  const groups = /* @__PURE__ */ new Map();
  const others = [];
  for (const wheel of [...wheels].sort()) {
    const parsed = parseWheelFilename(basename(wheel));
    if (parsed === void 0) {
      others.push({ wheel, reason: "its name is no wheel file name" });
      continue;
    }
    const name = normaliseName(parsed.distribution);
    const best = Math.min(...parsed.tags.map((tag) => rank.get(tag) ?? Number.POSITIVE_INFINITY));
    const group = groups.get(name) ?? [];
    const build = Number.parseInt(parsed.build ?? "-1", 10);
    groups.set(name, [...group, { wheel, rank: best, build, text: parsed.build ?? "" }]);
  }
  const chosen = [];
  const missing = [];
  for (const [name, group] of [...groups].sort(([a], [b]) => a < b ? -1 : 1)) {
    const fitting = group.filter((one) => Number.isFinite(one.rank)).sort((a, b) => a.rank - b.rank || b.build - a.build || (a.text < b.text ? 1 : -1));
    const first = fitting[0];
    if (first === void 0) missing.push(name);
    else chosen.push(first.wheel);
    for (const one of group) {
      if (one === first) continue;
      const reason = Number.isFinite(one.rank) ? `shadowed by ${basename(first?.wheel ?? "")}` : "not for this Python and platform";
      others.push({ wheel: one.wheel, reason });
    }
  }
  return { chosen, others, missing };
}

// src/measure/install/unused-wheels.ts
function unusedWheels(plan, subject) {
  if (subject.kind !== "wheels") return [];
  const used = /* @__PURE__ */ new Set();
  const reasons = /* @__PURE__ */ new Map();
  for (const { interpreter } of plan.planned) {
    const choice = chooseWheels(subject.files, interpreter);
    for (const wheel of choice.chosen) used.add(wheel);
    for (const { wheel, reason } of choice.others) {
      const earlier = reasons.get(wheel);
      if (!earlier?.startsWith("shadowed")) reasons.set(wheel, reason);
    }
  }
  return subject.files.filter((wheel) => !used.has(wheel)).map((wheel) => ({
    what: basename2(wheel),
    reason: reasons.get(wheel) ?? "not for the planned Pythons and this platform"
  }));
}

// src/measure/installable-for.ts
import { readFile } from "node:fs/promises";
import path from "node:path";

// src/measure/discover/module-file.ts
var IMPORTABLE = /\.(?:so|pyd)$/;
var TAGGED = /^\.(?:cpython-\d|cp\d|pypy\d|graalpy|abi3t?\.|abi4)/;
function isImportable(path6) {
  return IMPORTABLE.test(path6);
}
function splitModuleFile(base2) {
  const dot = base2.indexOf(".");
  return dot === -1 ? { stem: base2, suffix: "" } : { stem: base2.slice(0, dot), suffix: base2.slice(dot) };
}
function isForeignSuffix(suffix, visible) {
  return !visible.includes(suffix) && (isTaggedSuffix(suffix) || /^\.(?:so|pyd)$/.test(suffix));
}
function isTaggedSuffix(suffix) {
  return TAGGED.test(suffix);
}

// src/measure/discover/left-out-extensions.ts
var FAILED = /\bbuilding extension "([^"\r\n]+)" failed\b/g;
var RUST_FAILED = /\boptional Rust extension (\S+) failed\b/g;
var CYTHON_FAILED = /^Failed compilations: (\w[\w., ]*)$/gm;
var TRIED = /\bbuilding '([^'\r\n]+)' extension\b/g;
var TROUBLE = /\berror\b|\bfail(?:ed|ure|s)?\b|\bcould ?n[o']t\b|\bunable to\b|\bskipp/i;
function leftOutExtensions(buildLog, wheelMembers2, stopped = []) {
  const namesOf2 = (pattern) => [...buildLog.matchAll(pattern)].flatMap(([, one = ""]) => one.split(", ").filter(Boolean));
  const tried = namesOf2(TRIED);
  const failed = [...namesOf2(FAILED), ...namesOf2(RUST_FAILED), ...namesOf2(CYTHON_FAILED)];
  const shared = wheelMembers2.filter(isSharedFile);
  const open = new Set(shared);
  const names = [.../* @__PURE__ */ new Set([...failed, ...tried])];
  const found = /* @__PURE__ */ new Set();
  for (const name of names.toSorted((a, b) => partsOf(b).length - partsOf(a).length)) {
    const own = [...open].filter((member) => isAt(member, name));
    for (const member of own) open.delete(member);
    if (own.length > 0) found.add(name);
  }
  const missing = names.filter((name) => !found.has(name));
  const nowhere = missing.filter((name) => {
    const leaf = partsOf(name).at(-1) ?? name;
    const moved = [...open].find((member) => [leaf, `lib${leaf}`].includes(stemOf(member)));
    if (moved !== void 0) open.delete(moved);
    return moved === void 0;
  });
  const told = TROUBLE.test(buildLog) ? nowhere : nowhere.filter((name) => failed.includes(name));
  const known2 = /* @__PURE__ */ new Set([
    ...names.map((name) => partsOf(name).at(-1)),
    ...shared.map(stemOf).flatMap((stem) => [stem, stem.replace(/^lib/, "")])
  ]);
  return [...told, ...new Set(stopped.filter((name) => !known2.has(name)))];
}
function isAt(member, name) {
  const folders = member.split("/").slice(0, -1);
  const place = [...folders, stemOf(member)].join("/");
  const wanted2 = partsOf(name).join("/");
  return place === wanted2 || place.endsWith(`/${wanted2}`);
}
function partsOf(name) {
  return name.split(/[./\\]/);
}
function stemOf(member) {
  return splitModuleFile(member.slice(member.lastIndexOf("/") + 1)).stem;
}

// src/measure/discover/stopped-sources.ts
var STOPPED = /^(?:\S*: )?((?:[A-Za-z]:)?[^\s:()]+\.(?:c|cc|cpp|cxx|c\+\+|cu|m|mm))[:(]\d+(?:[:,]\d+)?\)?\s?: (?:fatal )?error(?: C\d+)?: /gim;
var INCLUDED = /^(?:In file included |[ \t]+)from ((?:[A-Za-z]:)?[^\s:]+\.(?:c|cc|cpp|cxx|c\+\+|cu|m|mm)):\d+/gm;
var IN_HEADER = /^\S+\.(?:h|hh|hpp|hxx|inc|inl|tcc):\d+(?::\d+)?: (?:fatal )?error: /m;
var CYTHON = /^Error compiling Cython file:[\s\S]{0,8000}?^(\S+\.pyx):\d+:\d+: /gm;
function stoppedSources(buildLog) {
  const patterns = IN_HEADER.test(buildLog) ? [STOPPED, INCLUDED, CYTHON] : [STOPPED, CYTHON];
  const found = patterns.flatMap(
    (pattern) => [...buildLog.matchAll(pattern)].flatMap(([, file]) => file ?? [])
  );
  return [...new Set(found)];
}
var DEFINES = /\bPyInit_(\w+)\s*\(|\b(?:PYBIND11_MODULE|NB_MODULE|BOOST_PYTHON_MODULE)\s*\(\s*(\w+)/g;
var MACRO = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;
function modulesDefinedIn(file, text) {
  const cython = /(?:^|[\\/.])(\w+)\.pyx$/.exec(file)?.[1];
  if (cython !== void 0) return [cython];
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
  const names = [...code.matchAll(DEFINES)].flatMap(([, c, cpp]) => c ?? cpp ?? []);
  const own = /([^\\/]+)\.\w+$/.exec(file)?.[1] ?? file;
  return [...new Set(names.map((name) => MACRO.test(name) ? own : name))];
}

// src/measure/install/wheel-members.ts
import { openSync } from "node:fs";
async function wheelMembers(file) {
  const wheel = await openWheel({ kind: "descriptor", fd: openSync(file, "r") });
  if ("kind" in wheel) return [];
  wheel.close();
  return wheel.members.map(({ path: path6 }) => path6);
}

// src/measure/installable-for.ts
async function installableFor(combination, subject, build) {
  const foreign = { buildNumpy: null, buildPython: null, wheels: [], leftOut: [] };
  switch (subject.kind) {
    case "packages":
      return {
        kind: "ready",
        installable: {
          ...foreign,
          subject: {
            kind: "requirements",
            lines: subject.pinned.get(combination.python) ?? subject.requirements
          }
        }
      };
    case "wheels": {
      const { chosen, missing } = chooseWheels(subject.files, combination.interpreter);
      if (missing.length > 0) {
        const reason = `none of the wheels of ${missing.join(", ")} installs on Python ${combination.python} here`;
        return { kind: "none", state: { kind: "excluded", reason } };
      }
      return {
        kind: "ready",
        installable: {
          ...foreign,
          subject: { kind: "wheels", files: chosen },
          wheels: await together(chosen.map(testedWheel))
        }
      };
    }
    case "project": {
      if (!build) throw new Error("a project needs a build stage");
      const built = await build.wheelFor({
        label: combination.python,
        interpreter: combination.interpreter
      });
      if (built.kind !== "built") return { kind: "none", state: built.state };
      return {
        kind: "ready",
        installable: {
          subject: { kind: "wheels", files: [built.wheel] },
          buildNumpy: built.buildNumpy,
          buildPython: built.buildPython,
          wheels: [await testedWheel(built.wheel)],
          leftOut: await leftOutOf(subject.folder, built)
        }
      };
    }
    default:
      return subject;
  }
}
async function leftOutOf(project, { text, wheel }) {
  const stopped = await together(
    stoppedSources(text).map(async (file) => {
      const inside = file.replace(/^(?:\.\.?[\\/])+/, "");
      const source = await readFile(path.resolve(project, inside), "utf8").catch(() => "");
      return modulesDefinedIn(file, source);
    })
  );
  return leftOutExtensions(text, await wheelMembers(wheel), stopped.flat());
}

// src/measure/measure-combination.ts
import { mkdir as mkdir2 } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/measure/as-data.ts
import { realpath } from "node:fs/promises";

// src/measure/mentioned-files.ts
function mentionedFiles(value, root) {
  const found = /* @__PURE__ */ new Set();
  const start = root.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`);
  const quoted = new RegExp(`"(${start}[\\\\/][^"\\n]+)"`, "g");
  const bare = new RegExp(`${start}(?:[\\\\/][^\\s"'\`()<>|:;,\\\\/]+)+`, "g");
  const look = (text) => {
    if (!text.includes(root)) return;
    if (text.startsWith(root) && !text.includes("\n")) found.add(text);
    for (const [, path6] of text.matchAll(quoted)) if (path6) found.add(path6);
    for (const [path6] of text.matchAll(bare)) found.add(path6);
  };
  const seen = /* @__PURE__ */ new Set();
  const walk = (one) => {
    if (typeof one === "string") look(one);
    if (typeof one !== "object" || one === null || seen.has(one)) return;
    seen.add(one);
    for (const inner of Object.values(one)) walk(inner);
  };
  walk(value);
  return found;
}

// src/measure/portable.ts
function environmentName(platform) {
  return platform.startsWith("win") ? "C:\\environment" : "/environment";
}
function probeFolderName(platform) {
  return platform.startsWith("win") ? "C:\\probe" : "/probe";
}
function portable(value, replacements, windows) {
  const ordered = replacements.filter(({ folder }) => folder !== "").toSorted((a, b) => b.folder.length - a.folder.length);
  const [first] = ordered;
  if (!first) return value;
  const pattern = new RegExp(
    `(?:${ordered.map(({ folder }) => escaped(folder)).join("|")})(?![\\w.-])`,
    windows ? "gi" : "g"
  );
  const key = (folder) => windows ? folder.toLowerCase() : folder;
  const names = new Map(ordered.map(({ folder, by }) => [key(folder), by]));
  const text = (one) => one.replace(pattern, (found) => names.get(key(found)) ?? found);
  return mapped(value, text, /* @__PURE__ */ new Map());
}
function mapped(value, text, seen) {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object" || value === null) return value;
  const known2 = seen.get(value);
  if (known2 !== void 0) return known2;
  const entries = Object.entries(value);
  const next = entries.map(([name, one]) => [
    Array.isArray(value) ? name : text(name),
    mapped(one, text, seen)
  ]);
  const same = next.every(
    ([name, one], at) => name === entries[at]?.[0] && one === entries[at]?.[1]
  );
  const result = same ? value : Array.isArray(value) ? next.map(([, one]) => one) : Object.fromEntries(next);
  seen.set(value, result);
  return result;
}
function escaped(folder) {
  return folder.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`);
}

// src/measure/as-data.ts
async function asData(probed, { root, interpreter: { platform } }, folder) {
  const name = environmentName(platform);
  const folders = [
    ...await spellings(root, name),
    ...await spellings(folder, probeFolderName(platform))
  ];
  const here = (value) => portable(value, folders, platform.startsWith("win"));
  const { state, observed, hookFindings: hookFindings2, smoke, filesOf, installed, notTested: notTested2 } = probed;
  const seen = here({ state, observed, hookFindings: hookFindings2, smoke, filesOf, notTested: notTested2 });
  const facts = new Map([...probed.facts].map(([path6, one]) => [here(path6), one]));
  const observations = seen.observed.map(({ observation }) => observation);
  const mentioned = mentionedFiles([observations, seen.hookFindings, seen.smoke], name);
  const paths = [.../* @__PURE__ */ new Set([...facts.keys(), ...mentioned])].sort();
  const files = paths.flatMap((path6) => {
    const owner = here(probed.ownerOf(`${root}${path6.slice(name.length)}`));
    const known2 = facts.get(path6) ?? null;
    return owner === null && known2 === null ? [] : [[path6, { owner, facts: known2 }]];
  });
  return { ...seen, installed, files: Object.fromEntries(files) };
}
async function spellings(folder, by) {
  const real = await realpath(folder).catch(() => folder);
  return [.../* @__PURE__ */ new Set([folder, real])].map((one) => ({ folder: one, by }));
}

// src/measure/discover/ask-sys-path.ts
import { readdir, readFile as readFile3, realpath as realpath2 } from "node:fs/promises";
import { isAbsolute, join as join2, normalize } from "node:path";

// src/measure/probe/run-probe.ts
import { lstat, mkdir, mkdtemp, readFile as readFile2, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/measure/probe/probe-spec.ts
function encodeSpec(task, records, secret, parent, smokeFile) {
  const lines = [hexLine("records", records), hexLine("secret", secret)];
  if (parent !== null) lines.push(hexLine("parent", String(parent)));
  switch (task.kind) {
    case "walk":
      lines.push(hexLine("hooks", "1"), ...task.prefix.map((step) => hexLine("prefix", step)));
      if (task.branches !== void 0) {
        lines.push(hexLine("branches", String(task.branches.each), String(task.branches.all)));
      }
      lines.push(...task.targets.flatMap(targetLines));
      break;
    case "bare":
      lines.push(hexLine("hooks", "0"), ...task.steps.map((step) => hexLine("prefix", step)));
      break;
    case "smoke":
      lines.push(hexLine("hooks", task.hooks ? "1" : "0"));
      lines.push(hexLine("smoke", task.name, task.code, task.file ?? smokeFile));
      break;
  }
  return `${lines.join("\n")}
`;
}
function targetLines({ name, file, proof, steps, tried }) {
  return [
    hexLine("target", name, file, proof),
    ...steps.map((step) => hexLine("step", step)),
    ...tried.map((step) => hexLine("try", step))
  ];
}

// src/measure/probe/record-tokens.ts
import { randomBytes } from "node:crypto";
var PRIME = (1n << 127n) - 1n;
var MASK = (1n << 48n) - 1n;
var WINDOW = 64;
function newSecret() {
  return randomBytes(15).toString("hex");
}
function tokenOf(secret, n) {
  return Number(fifthPower(BigInt(`0x${secret}`) + BigInt(n)) & MASK);
}
function branchSecret(secret, n) {
  return fifthPower(BigInt(`0x${secret}`) + (BigInt(n) << 32n)).toString(16);
}
function fifthPower(root) {
  return root * root * root * root % PRIME * root % PRIME;
}
function recordTokens(secret) {
  const open = /* @__PURE__ */ new Set();
  let next = 0;
  return (token) => {
    while (open.size < WINDOW) open.add(tokenOf(secret, next++));
    return open.delete(token);
  };
}

// src/measure/probe/protocol.ts
function parseRecords(text, secret) {
  const records = [];
  const isNext = recordTokens(secret);
  let pid;
  for (const line of text.split("\n")) {
    const raw = parseLine(line);
    if (!raw || typeof raw["pid"] !== "number" || pid !== void 0 && raw["pid"] !== pid)
      continue;
    if (pid === void 0 && raw["kind"] !== "start") continue;
    if (!isNext(raw["token"])) continue;
    pid = raw["pid"];
    records.push(withFrames(raw));
  }
  return records;
}
function parseLine(line) {
  if (!line.startsWith("{")) return void 0;
  try {
    return JSON.parse(line);
  } catch {
    return void 0;
  }
}
function frames(raw) {
  return raw.map(([file, line, name]) => ({ file, line, function: name }));
}
function withFrames(raw) {
  const chain = raw["chain"] ?? [];
  return {
    ...raw,
    chain: chain.map((error) => ({ ...error, frames: frames(error["frames"]) })),
    ...raw["frames"] ? { frames: frames(raw["frames"]) } : {}
  };
}

// src/measure/probe/run-probe.ts
function stepsTaken({ records }) {
  return records.flatMap((record) => record.kind === "stepped" ? [record.step] : []);
}
function hasStarted({ records }) {
  return records.some((record) => record.kind === "start");
}
var SMOKE_OUTPUT_CAP_BYTES = 1024 * 1024;
var RECORDS_CAP_BYTES = 256 * 1024 * 1024;
async function runProbe(task, settings) {
  const folder = await mkdtemp(join(settings.folder, "probe-"));
  try {
    const own = { home: join(folder, "home"), tmp: join(folder, "tmp") };
    const cwd = join(folder, "cwd");
    const records = join(folder, "records");
    const secret = newSecret();
    await together([mkdir(own.home), mkdir(own.tmp), mkdir(cwd), mkdir(join(folder, "code"))]);
    const parent = settings.wrap ? null : process.pid;
    const smokeFile = join(folder, "code", "smoke.py");
    await together([
      writeFile(join(folder, "spec"), encodeSpec(task, records, secret, parent, smokeFile)),
      ...task.kind === "smoke" ? [writeFile(smokeFile, task.code)] : [],
      writeFile(join(folder, "code", "worker.py"), settings.worker ?? WORKER_TEXT),
      writeFile(join(folder, "code", "launcher.py"), launcher_default)
    ]);
    const args = [
      ...interpreterFlags(settings),
      join(folder, "code", "launcher.py"),
      join(folder, "code", "worker.py"),
      join(folder, "spec")
    ];
    const [command, wrapped] = settings.wrap?.(settings.python, args) ?? [settings.python, args];
    const result = await settings.processes.run(command, wrapped, {
      cwd,
      env: settings.environment(own),
      timeoutSeconds: settings.timeoutSeconds,
      dumpSignal: "SIGABRT",
      ...task.kind === "smoke" && { outputCapBytes: SMOKE_OUTPUT_CAP_BYTES }
    });
    const run = await withBranches(records, secret, {
      task,
      records: parseRecords(await readRecords(records), secret),
      ending: result.ending,
      stdout: result.stdout,
      stderr: result.stderr,
      truncated: result.truncated,
      seconds: result.seconds
    });
    settings.onRun?.(run);
    return run;
  } finally {
    await removeOrLeave(folder);
  }
}
var SHARED = /* @__PURE__ */ new Set([
  "start",
  "step",
  "stepped",
  "absent",
  "load",
  "old-api"
]);
async function withBranches(file, secret, run) {
  const branches = /* @__PURE__ */ new Map();
  for (const [at, record] of run.records.entries()) {
    if (record.kind !== "branch") continue;
    const own = `${file}.${record.name}`;
    const shared = run.records.slice(0, at).filter(({ kind }) => SHARED.has(kind));
    const ownSecret = branchSecret(secret, Number(record.name));
    const records = [...shared, ...parseRecords(await readRecords(own), ownSecret)];
    branches.set(record.name, await withBranches(own, ownSecret, { ...run, records }));
  }
  return { ...run, branches };
}
function interpreterFlags(settings) {
  const [major = 0, minor = 0] = settings.pythonVersion.split(".").map(Number);
  const safePath = settings.implementation === "cpython" && (major > 3 || minor >= 11);
  return ["-s", ...safePath ? ["-P"] : [], "-X", "faulthandler"];
}
async function readRecords(path6) {
  try {
    const found = await lstat(path6);
    if (!found.isFile() || found.size > RECORDS_CAP_BYTES) return "";
    return await readFile2(path6, "utf8");
  } catch (error) {
    const code = error.code ?? "";
    if (["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "EACCES", "EPERM"].includes(code)) return "";
    throw error;
  }
}

// src/measure/discover/ask-sys-path.ts
var MOST_SECONDS = 20;
async function askSysPath(environment, settings, limiter) {
  const startUp = await together(environment.sitePackages.map(runsCode));
  if (!startUp.includes(true)) return { folders: [], processes: 0 };
  const timeoutSeconds = Math.min(settings.timeoutSeconds, MOST_SECONDS);
  const run = await limiter.run(
    () => runProbe({ kind: "bare", steps: [] }, { ...settings, timeoutSeconds })
  );
  const start = run.records.find((record) => record.kind === "start");
  const bases = await together(
    [...environment.sitePackages, environment.root].map(async (folder) => ({
      folder: normalize(folder),
      real: await realpath2(folder).catch(() => folder)
    }))
  );
  const folders = await together((start?.path ?? []).map((entry) => spelledAs(entry, bases)));
  return { folders: [...new Set(folders.flat())], processes: 1 };
}
async function runsCode(folder) {
  const names = await readdir(folder).catch(() => []);
  if (names.some((name) => /^(?:site|user)customize(?:\.|$)/.test(name))) return true;
  const texts = await together(
    names.filter((name) => name.endsWith(".pth")).filter((name) => name !== "_virtualenv.pth" && name !== "distutils-precedence.pth").map((name) => readFile3(join2(folder, name), "utf8").catch(() => ""))
  );
  return texts.some((text) => /^import[ \t]/m.test(text));
}
async function spelledAs(entry, bases) {
  if (!isAbsolute(entry)) return [];
  const real = await realpath2(entry).catch(() => entry);
  const rests = bases.flatMap(({ folder, real: realFolder }) => {
    const rest = below(normalize(entry), folder) ?? below(real, realFolder);
    return rest === void 0 ? [] : [join2(folder, rest)];
  });
  return rests.slice(0, 1);
}

// src/measure/discover/environment-file.ts
function environmentFile(path6, { sitePackages, root }) {
  const rests = [...sitePackages, root].map((folder) => below(path6, folder));
  return rests.find((rest) => rest !== void 0) ?? posix(path6);
}

// src/measure/discover/module-globs.ts
var import_picomatch = __toESM(require_picomatch(), 1);
function createModuleGlobs(globs) {
  const lines = globs.map((glob) => glob.trim()).filter((glob) => glob !== "" && glob !== "!");
  const matchers = lines.map((line) => {
    const excludes = line.startsWith("!");
    return { line, excludes, matches: matcher(excludes ? line.slice(1).trim() : line) };
  });
  const includes = matchers.filter(({ excludes }) => !excludes);
  const used = /* @__PURE__ */ new Set();
  return {
    verdict: (name, file) => {
      const included = includes.filter(({ matches }) => matches(name, file));
      for (const { line } of included) {
        used.add(line);
      }
      const excluded = matchers.find((m) => m.excludes && m.matches(name, file));
      if (excluded !== void 0) {
        return `excluded by "${excluded.line}"`;
      }
      return includes.length > 0 && included.length === 0 ? "not in the module list" : null;
    },
    unmatched: () => includes.map(({ line }) => line).filter((line) => !used.has(line))
  };
}
function matcher(glob) {
  const options = { dot: true, noextglob: true, nonegate: true };
  if (glob.includes("/")) {
    const matches2 = (0, import_picomatch.default)(glob, options);
    return (_name, file) => matches2(file);
  }
  if (!/[*?[{]/.test(glob)) {
    return (name) => name === glob || name.startsWith(`${glob}.`);
  }
  const matches = (0, import_picomatch.default)(glob, options);
  return (name) => matches(name);
}

// src/measure/discover/module-name.ts
function moduleName(path6, sysPath) {
  const relative2 = sysPath.map((folder) => below(path6, folder)).filter((rest) => rest !== void 0).sort((a, b) => a.length - b.length)[0];
  const parts = (relative2 ?? path6.replaceAll("\\", "/").split("/").at(-1) ?? path6).split("/");
  const { stem } = splitModuleFile(parts.at(-1) ?? "");
  const folders = parts.slice(0, -1);
  const names = stem === "__init__" && folders.length > 0 ? folders : [...folders, stem];
  return {
    name: names.join("."),
    importable: relative2 !== void 0 && names.every(isIdentifier)
  };
}
function exportsOwnInit(name, initNames) {
  const last = (name.split(".").at(-1) ?? name).normalize("NFKC");
  return initNames.some((exported) => exported.normalize("NFKC") === last);
}

// src/measure/discover/proof.ts
function judgeModule(candidate, beside, sysPath, visible) {
  const { path: path6, initNames } = candidate;
  const { name, importable } = moduleName(path6, sysPath);
  const { suffix } = splitModuleFile(baseName(path6));
  const winner = beside.map((other) => ({
    path: other.path,
    rank: visible.indexOf(splitModuleFile(baseName(other.path)).suffix)
  })).filter(({ rank }) => rank !== -1).sort((a, b) => a.rank - b.rank)[0];
  const foreign = isForeignSuffix(suffix, visible);
  if (winner !== void 0 && winner.path !== path6 && (foreign || visible.includes(suffix))) {
    return { name, proof: "other-tag", servedBy: winner.path };
  }
  if (foreign) {
    return { name, proof: "wrong-tag", servedBy: null };
  }
  const byName = importable && visible.includes(suffix);
  const ownInit = initNames.length === 0 || exportsOwnInit(name, initNames);
  return { name, proof: byName && ownInit ? "by-name" : "by-package", servedBy: null };
}
function placeOf(path6) {
  const base2 = baseName(path6);
  return path6.slice(0, path6.length - base2.length) + splitModuleFile(base2).stem;
}

// src/measure/discover/discover.ts
async function discoverModules(options) {
  const { environment, installed, files } = options;
  const sysPath = await readSysPath(environment, installed, files, options.sysPath ?? []);
  const scope = installed.filter(inScope(environment, options.dependencies));
  const problems = scope.filter((entry) => entry.files === void 0).map(({ distribution: { name } }) => ({
    kind: "no-record",
    what: name,
    message: `"${name}" has no RECORD, so its files are not known`
  }));
  const found = await scanAll(scope, options, problems);
  const modules = [];
  const excluded = [];
  const libraries = [];
  const globs = createModuleGlobs(options.modules);
  const candidates = found.filter(isModule).map(({ path: path6, facts }) => ({ path: path6, initNames: facts.initNames }));
  const byPlace = groupBy(candidates, ({ path: path6 }) => placeOf(path6));
  const suffixes = environment.interpreter.extensionSuffixes;
  for (const entry of found) {
    const file = environmentFile(entry.path, environment);
    if (!isModule(entry)) {
      libraries.push({ path: entry.path, file, facts: entry.facts });
      continue;
    }
    const candidate = { path: entry.path, initNames: entry.facts.initNames };
    const beside = byPlace.get(placeOf(entry.path)) ?? [];
    const { name, proof, servedBy } = judgeModule(candidate, beside, sysPath, suffixes);
    const leftOut = globs.verdict(name, file);
    if (leftOut !== null) {
      excluded.push({ module: name, file, reason: leftOut, kind: "left-out" });
      continue;
    }
    const reason = onlyForTests(entry.distribution.name, name);
    if (reason !== null) {
      excluded.push({ module: name, file, reason });
      continue;
    }
    const system = otherSystem(entry.facts.format, environment.interpreter.platform);
    if (proof === "wrong-tag" && system !== null) {
      excluded.push({ module: name, file, reason: `it is made for ${system}` });
      continue;
    }
    if (servedBy !== null) {
      const served = environmentFile(servedBy, environment);
      excluded.push({ module: name, file, reason: `this Python loads ${served} instead` });
    }
    modules.push(asModule(entry, name, file, proof));
  }
  for (const glob of globs.unmatched()) {
    const message = `No compiled module matches "${glob}"`;
    problems.push({ kind: "unmatched-glob", what: glob, message });
  }
  return {
    modules: modules.sort((a, b) => compareText(a.name, b.name) || compareText(a.file, b.file)),
    libraries: libraries.sort((a, b) => compareText(a.file, b.file)),
    excluded: excluded.sort(
      (a, b) => compareText(a.module, b.module) || compareText(a.file, b.file)
    ),
    problems
  };
}
function inScope(environment, dependencies) {
  const direct = new Set(
    environment.distributions.filter(({ role }) => role === "subject").flatMap(({ requires }) => requires)
  );
  return ({ distribution: { role, name } }) => role === "subject" || dependencies === "all" || dependencies === "direct" && direct.has(name);
}
async function scanAll(scope, options, problems) {
  const found = /* @__PURE__ */ new Map();
  const subjectsFirst = [...scope].sort(
    (a, b) => Number(b.distribution.role === "subject") - Number(a.distribution.role === "subject")
  );
  for (const { distribution, files: entries = [] } of subjectsFirst) {
    for (const { path: path6, hash } of entries) {
      if (!isSharedFile(path6) || found.has(path6)) {
        continue;
      }
      const facts = await factsOf(distribution, path6, hash, options);
      if (facts !== void 0) {
        found.set(path6, { distribution, path: path6, facts });
        continue;
      }
      const file = environmentFile(path6, options.environment);
      const message = `RECORD of "${distribution.name}" lists ${file}, which is not there`;
      problems.push({ kind: "missing-file", what: file, message });
    }
  }
  return [...found.values()];
}
async function factsOf({ name, version }, path6, hash, { environment, files, known: known2 }) {
  const key = hash === null ? null : [name, version, environmentFile(path6, environment), hash].join("\n");
  const remembered = key === null ? void 0 : known2?.get(key);
  if (remembered !== void 0 && await files.exists(path6)) {
    return remembered;
  }
  const bytes = await files.read(path6);
  const facts = bytes && scanBinary(bytes);
  if (facts !== void 0 && key !== null) {
    known2?.set(key, facts);
  }
  return facts;
}
function isModule({ path: path6, facts }) {
  if (!isImportable(path6)) {
    return false;
  }
  const { stem, suffix } = splitModuleFile(baseName(path6));
  if (facts.initNames.length > 0) {
    return !(facts.initNames.includes("_imp") && facts.initNames.includes("_io"));
  }
  if (facts.initHidden && isTaggedSuffix(suffix) && !stem.startsWith("lib")) return true;
  const damaged = facts.format === "unknown" || facts.truncated === true;
  return facts.python2Init || damaged && (isTaggedSuffix(suffix) || !stem.startsWith("lib"));
}
function asModule({ distribution, path: path6, facts }, name, file, proof) {
  const { version, wheel, role } = distribution;
  return { name, distribution: distribution.name, version, file, path: path6, wheel, role, facts, proof };
}
function onlyForTests(distribution, name) {
  return distribution === "numpy" && /^numpy\._?core\._umath_tests$/.test(name) ? "NumPy\u2019s own tests alone can import it in every release" : null;
}
var SYSTEMS = { elf: "Linux", macho: "macOS", pe: "Windows", wasm: "WebAssembly" };
function otherSystem(format, platform) {
  if (format === "unknown") return null;
  const own = platform.startsWith("windows") ? "pe" : platform.startsWith("mac") ? "macho" : "elf";
  return format === own ? null : SYSTEMS[format];
}

// src/measure/discover/loaded-libraries.ts
function loadedLibraries(observed, bundled) {
  const asking = bundled.filter(({ facts }) => asksNumpy(facts));
  if (asking.length === 0) return [];
  const imported = observed.filter(({ observation }) => observation.outcome.kind === "imported");
  const byStem = groupBy(bundled, ({ path: path6 }) => libraryStem(path6));
  const loads = imported.map((one) => ({
    one,
    paths: loadedWith(one.module.facts.needed, byStem)
  }));
  return asking.flatMap(({ path: path6 }) => {
    const by = loads.find(({ paths }) => paths.has(path6))?.one;
    if (by === void 0) return [];
    const { outcome, phase, numpy, seconds } = by.observation;
    const observation = { ...NOTHING_SEEN, outcome, phase, numpy, seconds, culpritFile: path6 };
    return [{ file: path6, module: null, observation }];
  });
}
function loadedWith(needed, byStem) {
  const found = /* @__PURE__ */ new Set();
  const open = [...needed];
  for (let name = open.pop(); name !== void 0; name = open.pop()) {
    for (const { path: path6, facts } of byStem.get(libraryStem(name)) ?? []) {
      if (found.has(path6)) continue;
      found.add(path6);
      open.push(...facts.needed);
    }
  }
  return found;
}

// src/measure/discover/owner.ts
async function ownerIndex(environment, installed, files, asked = []) {
  const sysPath = await readSysPath(environment, installed, files, asked);
  const fold = environment.interpreter.platform.startsWith("win") ? (text) => text.toLowerCase() : (text) => text;
  const owners = /* @__PURE__ */ new Map();
  for (const { distribution, files: entries = [] } of installed) {
    for (const { path: path6 } of entries) {
      const key = fold(posix(path6));
      if (!owners.has(key)) owners.set(key, { by: distribution, path: path6 });
    }
  }
  return (absolutePath) => {
    const tail = afterSitePackages(absolutePath);
    const paths = tail === void 0 ? [] : environment.sitePackages.map((f) => `${posix(f)}/${tail}`);
    const found = [posix(absolutePath), ...paths].flatMap((path7) => owners.get(fold(path7)) ?? []);
    const [first] = found;
    if (first === void 0) return null;
    const { by, path: path6 } = first;
    return {
      distribution: by.name,
      version: by.version,
      module: moduleOf(path6, sysPath),
      file: environmentFile(path6, environment),
      role: by.role
    };
  };
}
function moduleOf(path6, sysPath) {
  if (!isSharedFile(path6) && !path6.endsWith(".py")) {
    return null;
  }
  const { name, importable } = moduleName(path6, sysPath);
  return importable ? name : null;
}
function afterSitePackages(path6) {
  return /^.*\/(?:site|dist)-packages\/(?<tail>.+)$/.exec(posix(path6))?.groups?.["tail"];
}

// src/measure/discover/processor-variants.ts
var REGISTERED = /^generic_type: type ".*" is already registered!$/s;
var INSTRUCTIONS = /(?:^|_)(?:sse(?:\d\w?(?:_?\d)?)?|ssse3|avx(?:2|10|512\w*)?|fma|neon|asimd|sve2?|vsx|x86_64(?:_v\d)?)(?=_|$)/gi;
var NONE = /(?:^|_)(?:baseline|generic|polyfill|portable|scalar)(?=_|$)/gi;
function loadedVariant({ module, observation }, proven) {
  const { outcome, step, exceptions, events } = observation;
  const isRefused = outcome.kind === "raised" && step === module.name && exceptions.length === 1 && exceptions.some(({ message }) => REGISTERED.test(message));
  if (!isRefused) return void 0;
  const loaded = new Set(events.flatMap(({ event, file }) => event === "end" ? [file] : []));
  return proven.find(
    (other) => loaded.has(other.path) && module.distribution === other.distribution && folderOf(module.file) === folderOf(other.file) && forAnyProcessor(module.file) === forAnyProcessor(other.file) && [module, other].some(({ file }) => stemOf2(file).search(INSTRUCTIONS) !== -1)
  );
}
function forAnyProcessor(file) {
  return stemOf2(file).replaceAll(INSTRUCTIONS, "").replaceAll(NONE, "");
}
function stemOf2(file) {
  return splitModuleFile(baseName(file)).stem;
}
function folderOf(file) {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

// src/measure/discover/spare-files.ts
function spareFiles(observed) {
  const proven = observed.filter(({ observation }) => observation.outcome.kind === "imported").map(({ module }) => module);
  return observed.flatMap((one) => {
    const loaded = loadedVariant(one, proven) ?? loadedInstead(one, proven);
    return loaded === void 0 ? [] : [{ module: one.module, loaded }];
  });
}
function loadedInstead({ module, observation: { outcome } }, proven) {
  if (outcome.kind !== "not-run" || outcome.reason !== "not-loaded") return void 0;
  return proven.find((other) => servesFor(module, other));
}
var PACKED_PREFIX = /(?:^|\/)lib\/python[\d.]+t?\/(?:site|dist)-packages\//;
function servesFor(module, other) {
  const folder = folderOf(other.file);
  const sameFolder = folderOf(module.file) === folder;
  const copy = module.distribution === other.distribution && baseName(module.file) === baseName(other.file) && module.file.startsWith(folder) && PACKED_PREFIX.test(module.file.slice(folder.length));
  if (copy) return sameExports(module, other);
  const byPackage = other.proof === "by-package" || other.name === module.name;
  return module.proof === "by-package" && sameFolder && byPackage && sameExports(module, other);
}
function sameExports(one, other) {
  return other.facts.initNames.some((name) => one.facts.initNames.includes(name));
}

// src/measure/probe/walk-target.ts
function walkTarget(module, through) {
  const { name, path: path6, proof } = module;
  if (proof === "wrong-tag" || proof === "other-tag") return void 0;
  const first = through === void 0 ? [] : ancestry(through);
  if (proof === "by-name") {
    return { name, file: path6, proof, steps: [...first, ...ancestry(name)], tried: [] };
  }
  const folders = moduleFolders(module);
  const stranger = folders.findIndex((part) => !isIdentifier(part));
  const parents = stranger === -1 ? folders : folders.slice(0, stranger);
  const steps = [...first, ...ancestry(parents.join("."))];
  const tried = stranger === -1 ? exportedNames(module) : [];
  return { name, file: path6, proof, steps, tried };
}
function exportedNames({ name, facts }) {
  const parent = name.split(".").slice(0, -1);
  return facts.initNames.map((exported) => [...parent, exported].join("."));
}
function ancestry(name) {
  const parts = name === "" ? [] : name.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

// src/measure/probe/opened-libraries.ts
async function openedLibraries(observed, settings, limiter) {
  const suspects = observed.flatMap(
    ({ module, observation }) => module.facts.makesNoModule && endsAsEmpty(observation) ? [module] : []
  );
  const opened = await together(
    suspects.map((module) => limiter.run(() => opensAsLibrary(module, settings)))
  );
  return {
    libraries: suspects.filter((_, at) => opened[at]),
    processes: suspects.length
  };
}
function endsAsEmpty({ outcome, exceptions }) {
  const [first] = exceptions;
  return outcome.kind === "signalled" || outcome.kind === "raised" && first?.type === "SystemError" && exceptions.length === 1 && SAID_NOTHING.test(first.message);
}
var SAID_NOTHING = /without (?:raising|setting) an exception|did not return an extension module/;
async function opensAsLibrary(module, settings) {
  const steps = walkTarget(module)?.steps.filter((step) => step !== module.name) ?? [];
  const { records } = await runProbe({ kind: "bare", steps }, settings);
  const stepped = records.filter(({ kind }) => kind === "stepped").length;
  const code = records.flatMap((record) => record.kind === "close" ? record.code ?? [] : []);
  return stepped === steps.length && code.some((file) => file === module.path || file.endsWith(`/${module.file}`));
}

// src/measure/probe/gil-switch.ts
function gilSwitch({ records, stderr }) {
  const loads = records.filter((record) => record.kind === "load");
  const [switched] = loads.filter((load) => load.gil);
  const [, named] = GIL_WARNING.exec(stderr) ?? [];
  return switched && (loads.find((load) => load.module === named) ?? switched);
}
var GIL_WARNING = /\(GIL\) has been enabled to load module '([^']+)'/;

// src/measure/probe/culprit-load.ts
function culpritLoad(records, failure, targetFile) {
  const { kind } = failure.outcome;
  if (kind === "imported" || kind === "not-run") return void 0;
  const loads = records.filter((record) => record.kind === "load");
  if (kind !== "raised") return openLoad(loads) ?? cameThrough(loads, failure);
  return cameThrough(loads, failure) ?? firstFailure(loads, targetFile);
}
function culpritWithin(records, file) {
  const loads = records.filter((record) => record.kind === "load");
  const failed = firstFailure(loads, file);
  if (!failed) return void 0;
  const told = tells(failed.chain);
  const { inner } = flat(failures(loads)).find(({ record }) => record === failed) ?? { inner: [] };
  return { failed, culprit: innermost(inner, told) ?? failed };
}
function firstFailure(loads, file) {
  return loads.find((load) => load.event === "fail" && load.file === file);
}
function openLoad(loads) {
  const ended = new Set(loads.filter((load) => load.event !== "begin").map((load) => load.load));
  return loads.findLast((load) => load.event === "begin" && !ended.has(load.load));
}
function cameThrough(loads, { chain, loads: marked }) {
  const tree = failures(loads);
  if (marked.length === 0) return innermost(tree, tells(chain));
  const own = flat(tree).find(({ record }) => record.load === marked[0]);
  const from = tree.filter(({ record }) => marked.includes(record.load));
  return innermost(from.length > 0 ? from : own ? [own] : [], ({ load }) => marked.includes(load));
}
function innermost(nodes, told) {
  const node = nodes.findLast((one) => told(one.record));
  return node && (innermost(node.inner, told) ?? node.record);
}
function tells(chain) {
  const key = ({ type, message }) => JSON.stringify([type, message]);
  const known2 = new Set(chain.map(key));
  return (record) => record.chain.some((error) => known2.has(key(error)));
}
function failures(loads) {
  const top = [];
  const stack = [];
  for (const record of loads) {
    if (record.event === "begin") {
      stack.push({ load: record.load, inner: [] });
      continue;
    }
    const depth = stack.findLastIndex(({ load }) => load === record.load);
    const inner = depth < 0 ? [] : stack.splice(depth).flatMap((one) => one.inner);
    const siblings = stack.at(-1)?.inner ?? top;
    if (record.event === "fail") siblings.push({ record, inner });
    else siblings.push(...inner);
  }
  return top;
}
function flat(nodes) {
  return nodes.flatMap((one) => [one, ...flat(one.inner)]);
}

// src/measure/probe/observe.ts
function observeProven(run, proven) {
  const own = (file) => file === proven.file;
  return {
    ...base(run),
    outcome: { kind: "imported" },
    phase: "import",
    // The process's output belongs to all of its modules alike; a finding names the file instead.
    stdout: "",
    stderr: "",
    events: loadEvents(run.records).filter((event) => own(event.file)),
    oldApi: oldApi(run.records).filter((access) => own(access.file)),
    loadedAs: { module: proven.module, file: proven.file },
    gilEnabledBy: own(gilSwitch(run)?.file ?? null) ? [proven.module] : [],
    confirmed: true
  };
}
function observeLost(run, lost, file) {
  const found = file === null ? void 0 : culpritWithin(run.records, file);
  if (found) {
    return {
      ...base(run),
      outcome: { kind: "raised" },
      step: found.failed.module,
      exceptions: found.failed.chain,
      culpritFile: found.culprit.file,
      shadowedBy: lost.origin,
      confirmed: true
    };
  }
  return {
    ...base(run),
    outcome: { kind: "not-run", reason: lost.reason },
    phase: "import",
    shadowedBy: lost.origin,
    confirmed: true
  };
}
function observeFailed(run, group, name, file) {
  const culprit = culpritLoad(run.records, group, file);
  const loads = run.records.filter((record) => record.kind === "load");
  const first = culprit ? firstFailure(loads, culprit.file) : void 0;
  return {
    ...base(run),
    outcome: group.outcome,
    phase: group.phase === "import" && group.step !== name ? "parents" : group.phase,
    step: group.step,
    // The first failure of a file counts: a second attempt says something else.
    exceptions: first && first.load !== culprit?.load ? first.chain : group.chain,
    culpritFile: culprit?.file ?? null
  };
}
function withDisagreement(seen, doubts, confirmed = true) {
  return doubts.length > 0 ? { ...seen, disagreement: doubts, confirmed: false } : { ...seen, confirmed: confirmed || seen.confirmed };
}
function observeUnseen() {
  return { ...NOTHING_SEEN, outcome: { kind: "not-run", reason: "wrong-tag" }, confirmed: true };
}
function observeSmoke(run, ended) {
  const raised = run.records.find((record) => record.kind === "raised");
  const failure = { ...ended, chain: raised?.chain ?? [], loads: raised?.loads ?? [] };
  return {
    ...base(run),
    ...ended,
    exceptions: failure.chain,
    culpritFile: culpritLoad(run.records, failure, null)?.file ?? null
  };
}
var EVENTS = /* @__PURE__ */ new WeakMap();
function loadEvents(records) {
  const known2 = EVENTS.get(records);
  if (known2) return known2;
  const events = records.filter((record) => record.kind === "load").map(({ event, stage, module, file, chain }) => ({
    event,
    stage,
    module,
    file,
    exceptions: chain
  }));
  EVENTS.set(records, events);
  return events;
}
function oldApi(records) {
  return records.filter((record) => record.kind === "old-api").map(({ attribute, file, module, frames: frames3 }) => ({ attribute, file, module, frames: frames3 }));
}
function base(run) {
  const close = closeOf(run);
  return {
    ...NOTHING_SEEN,
    outcome: { kind: "imported" },
    phase: "import",
    stdout: run.stdout,
    stderr: run.stderr,
    truncated: run.truncated,
    events: loadEvents(run.records),
    oldApi: oldApi(run.records),
    ...numpyOf(run),
    seconds: run.seconds,
    peakBytes: close?.peak ?? null,
    gilEnabledBy: [gilSwitch(run)?.module].filter((module) => module !== void 0)
  };
}
function numpyOf(run) {
  const { numpy = null, standIn } = closeOf(run) ?? {};
  return {
    numpy: numpy?.version ? { version: numpy.version, file: numpy.file ?? "" } : null,
    ...standIn && { standIn }
  };
}
function closeOf({ records }) {
  return records.find((record) => record.kind === "close");
}

// src/measure/probe/hook-findings.ts
function sawMore(run) {
  return run.records.some(
    (record) => record.kind === "old-api" || record.kind === "load" && record.event === "fail"
  );
}
function hookFindings(run, targets) {
  const events = loadEvents(run.records);
  const accesses = oldApi(run.records);
  const files = /* @__PURE__ */ new Set();
  for (const event of events) if (event.event === "fail") files.add(event.file);
  for (const access of accesses) files.add(access.file ?? "");
  const gil = gilSwitch(run);
  if (gil) files.add(gil.file);
  const ownTargets = new Set(targets.map((target) => target.path));
  return [...files].filter((file) => !ownTargets.has(file)).map((file) => {
    const own = events.filter((event) => event.file === file);
    const asked = accesses.filter((access) => (access.file ?? "") === file);
    const lost = { kind: "lost", target: -1, reason: "not-loaded", origin: null };
    const failed = own.find((event) => event.event === "fail");
    return {
      file,
      module: own[0]?.module ?? asked[0]?.module ?? null,
      observation: {
        ...observeLost(run, lost, null),
        outcome: { kind: "imported" },
        exceptions: failed?.exceptions ?? [],
        events: own,
        oldApi: asked,
        gilEnabledBy: gil?.file === file ? [gil.module] : [],
        culpritFile: file === "" ? null : file
      }
    };
  });
}

// src/measure/probe/branches.ts
function canFork({ implementation, wrap }) {
  return THIS_PLATFORM.system === "linux" && implementation === "cpython" && wrap === void 0;
}
function hasForked({ records }) {
  return records.some(({ kind }) => kind === "forking");
}
var WELL = /* @__PURE__ */ new Set([
  "start",
  "step",
  "stepped",
  "absent",
  "load",
  "proven",
  "left",
  "group",
  "forking",
  "branch",
  "close"
]);
function wentWell(run) {
  const { records, ending } = run;
  return ending.kind === "exited" && ending.code === 0 && records.at(-1)?.kind === "close" && records.every(({ kind }) => WELL.has(kind)) && !sawMore(run);
}
function branchesOf(run) {
  const proven = [];
  const left = [];
  for (const record of run.records) {
    if (record.kind !== "branch") continue;
    const branch = run.branches?.get(record.name);
    const seen = branch && wentWell(branch) ? answersOf(branch, record.targets) : void 0;
    if (branch === void 0 || seen === void 0) {
      left.push(record);
      continue;
    }
    const below2 = branchesOf(branch);
    proven.push({ branch, proven: seen.proven }, ...below2.proven);
    left.push(...seen.left, ...below2.left);
  }
  return { proven, left };
}
function answersOf({ records }, targets) {
  const proven = records.filter((record) => record.kind === "proven");
  const left = records.filter((record) => record.kind === "left");
  const branched = records.filter((record) => record.kind === "branch");
  const answered2 = [
    ...proven.map(({ target }) => target),
    ...[...left, ...branched].flatMap((record) => record.targets)
  ];
  const same = answered2.length === targets.length && targets.every((one) => answered2.includes(one));
  return same ? { proven, left } : void 0;
}

// src/measure/probe/conclude.ts
function conclude2(records, ending, targetNames) {
  const walk = replay(records, targetNames.length);
  const closed = records.some((record) => record.kind === "close");
  const lost = records.filter((record) => record.kind === "lost");
  const wellEnded = closed && endedWell(ending);
  if (wellEnded && walk.undecided.length === 0) {
    return { proven: walk.proven, failed: walk.raised, lost, left: walk.left, again: [] };
  }
  if (walk.undecided.length > 0) {
    const group = died(walk, walk.undecided, ending, targetNames);
    const again2 = walk.proven.map((one) => one.target);
    return { proven: [], failed: [...walk.raised, group], lost, left: walk.left, again: again2 };
  }
  const proven = walk.proven.map((one) => one.target);
  if (walk.raised.length > 0) {
    return { proven: [], failed: walk.raised, lost, left: walk.left, again: proven };
  }
  const again = proven.filter((target) => !walk.lastProven.includes(target));
  const failed = walk.lastProven.length > 0 ? [died(walk, walk.lastProven, ending, targetNames, "exit")] : [];
  return { proven: [], failed, lost, left: walk.left, again };
}
function replay(records, count) {
  const undecided = new Set(Array.from({ length: count }, (_, index) => index));
  const walk = {
    proven: [],
    raised: [],
    left: [],
    lastProven: [],
    steps: [],
    started: false,
    openStep: null
  };
  for (const record of records) {
    switch (record.kind) {
      case "start":
        walk.started = true;
        break;
      case "step":
        walk.steps.push(record.step);
        walk.openStep = record.step;
        walk.lastProven = [];
        break;
      case "stepped":
        walk.openStep = null;
        break;
      case "absent":
        walk.steps.pop();
        walk.openStep = null;
        break;
      case "proven":
        undecided.delete(record.target);
        walk.proven.push(record);
        walk.lastProven.push(record.target);
        break;
      case "lost":
        undecided.delete(record.target);
        break;
      case "branch":
        for (const target of record.targets) undecided.delete(target);
        break;
      case "left":
        for (const target of record.targets) undecided.delete(target);
        walk.left.push(record);
        break;
      case "raised":
        walk.openStep = null;
        walk.raised.push({
          targets: [...undecided],
          outcome: record.exit === null ? { kind: "raised" } : { kind: "exited", code: record.exit },
          phase: "import",
          step: record.step,
          steps: [...walk.steps],
          chain: record.chain,
          loads: record.loads
        });
        undecided.clear();
        break;
      default:
        break;
    }
  }
  return { ...walk, undecided: [...undecided] };
}
function died(walk, targets, ending, names, phase) {
  const step = walk.openStep ?? walk.steps.at(-1) ?? null;
  const imported = targets.every((target) => names[target] === step);
  return {
    targets,
    outcome: outcomeOf(ending),
    phase: phase ?? (walk.started ? imported ? "import" : "parents" : "start"),
    step,
    steps: walk.steps,
    chain: [],
    loads: []
  };
}
function outcomeOf(ending) {
  switch (ending.kind) {
    case "exited":
      return windowsCrash(ending.code) ?? { kind: "exited", code: ending.code };
    case "signalled":
      return { kind: "signalled", signal: ending.signal };
    case "timed-out":
      return { kind: "timed-out", seconds: ending.seconds };
    case "interrupted":
      return { kind: "not-run", reason: "interrupted" };
    case "not-started":
      return { kind: "not-run", reason: "set-up" };
  }
}
function windowsCrash(code) {
  const name = code > 255 || code < 0 ? crashOfStatus(code) : void 0;
  return name === void 0 ? void 0 : { kind: "signalled", signal: name };
}

// src/measure/probe/confirm.ts
function disagreement(seen, steps, bare) {
  const first = seen ? describe(seen.outcome, seen.phase === "exit") : "imported";
  const second = describeBare(bare, steps);
  return first === second ? [] : [`with loader hooks: ${first}`, `without: ${second}`];
}
function describeBare(bare, steps) {
  const raised = bare.records.find((record) => record.kind === "raised");
  if (raised) {
    if (raised.exit !== null) return describe({ kind: "exited", code: raised.exit }, false);
    return `raised ${raised.chain[0]?.type ?? "an exception"}`;
  }
  const closed = bare.records.some((record) => record.kind === "close");
  const taken = bare.records.filter((record) => record.kind === "stepped").length;
  if (closed && taken === steps.length && endedWell(bare.ending)) {
    return "imported";
  }
  return describe(outcomeOf(bare.ending), closed);
}
function describe(outcome, atExit) {
  const when = atExit ? " at interpreter exit" : "";
  switch (outcome.kind) {
    case "imported":
      return "imported";
    case "raised":
      return "raised";
    case "signalled":
      return `killed by ${outcome.signal}${when}`;
    case "exited":
      return `exited with code ${outcome.code}${when}`;
    case "timed-out":
      return `timed out${when}`;
    case "not-run":
      return `not run (${outcome.reason})`;
  }
}

// src/measure/probe/circular-import.ts
var MOST = 3;
function siblingsInCircle(module, tops, chain) {
  const inside = (name) => tops.some((top) => name === top || name.startsWith(`${top}.`));
  const frames3 = chain.flatMap((error) => [...error.frames, ...toldFrames(error.message)]);
  const entered = frames3.map(({ file, function: name }) => moduleOfFrame(file, name, module, tops)).filter((name) => name !== void 0).filter(inside);
  const begun = /* @__PURE__ */ new Set([module.name, ...entered]);
  const isCircle = chain.some((error) => saysCircle(error, inside, begun));
  const siblings = entered.filter(
    (name) => name !== module.name && !module.name.startsWith(`${name}.`)
  );
  return isCircle ? [...new Set(siblings.toReversed())].slice(0, MOST) : [];
}
function saysCircle({ message, frames: frames3 }, inside, begun) {
  if (message.includes("(most likely due to a circular import)")) {
    const [, name] = /\bmodule '([^']+)'/.exec(message) ?? [];
    return name !== void 0 && inside(name);
  }
  if (message.includes(PYO3_AGAIN)) return true;
  const lacking = LACKS.exec(message);
  if (lacking) return begun.has(lacking[1] ?? lacking[2] ?? "");
  const last = frames3.at(-1)?.function.match(CYTHON_INIT)?.[1];
  return /^cannot import name \w+$/.test(message) && last !== void 0 && inside(last);
}
function toldFrames(message) {
  return [...message.matchAll(/^ {2}File "([^"\n]+)", line \d+, in (.+)$/gm)].map(
    ([, file = "", name = ""]) => ({ file, function: name })
  );
}
var PYO3_AGAIN = "PyO3 modules may only be initialized once per interpreter process";
var LACKS = /^(?:cannot import name '[^']+' from '([^']+)' \(.*\.(?:so|pyd)\)|module '([^']+)' has no attribute '[^']+')$/;
var CYTHON_INIT = /^init ([\w.]+)$/;
function moduleOfFrame(file, name, module, tops) {
  const cython = CYTHON_INIT.exec(name)?.[1];
  if (cython !== void 0) return cython;
  const posix2 = file.replaceAll("\\", "/");
  const path6 = posix2.startsWith("/") ? posix2 : `/${posix2}`;
  if (!path6.endsWith(".py")) return void 0;
  const folder = packageFolder(module);
  const at = path6.startsWith(`${folder}/`) ? folder.length : Math.max(...tops.map((top) => path6.lastIndexOf(`/${top}/`)));
  if (at === -1) return void 0;
  const rest = path6.slice(at + 1, -".py".length);
  return rest.replace(/\/__init__$/, "").replaceAll("/", ".");
}
function packageFolder({ name, path: path6 }) {
  const parts = path6.replaceAll("\\", "/").split("/");
  const isPackage = parts.at(-1)?.startsWith("__init__.") ?? false;
  return parts.slice(0, -(name.split(".").length + Number(isPackage))).join("/");
}

// src/measure/probe/through-sibling.ts
async function throughSibling(module, tops, group, run) {
  if (!module || group.outcome.kind !== "raised" || group.step !== module.name) return void 0;
  for (const sibling of siblingsInCircle(module, tops, group.chain)) {
    const target = walkTarget(module, sibling);
    if (target === void 0) return void 0;
    const walked = await run({ kind: "walk", prefix: [], targets: [target] });
    const [proven] = conclude2(walked.records, walked.ending, [module.name]).proven;
    const failed = loadEvents(walked.records).some(
      ({ event, file }) => event === "fail" && file === proven?.file
    );
    if (proven !== void 0 && !failed) return { walked, proven };
  }
  return void 0;
}

// src/measure/probe/settle.ts
async function settle(job, walked, verdict, walks) {
  const { modules, observations, findings } = walks;
  const index = (position) => job.targets[position] ?? -1;
  const anyProven = verdict.proven.length > 0;
  const hooked = anyProven ? hookFindings(walked, modules) : [];
  const doubt = anyProven ? await doubtsOf(walked, walks) : [];
  findings.push(...hooked);
  for (const proven of verdict.proven) {
    const seen = observeProven(walked, proven);
    observations[index(proven.target)] = withDisagreement(seen, doubt);
  }
  for (const lost of verdict.lost) {
    const file = modules[index(lost.target)]?.path ?? null;
    observations[index(lost.target)] = observeLost(walked, lost, file);
  }
  for (const group of verdict.failed) {
    await settleFailed(job, walked, { ...group, targets: group.targets.map(index) }, walks);
  }
}
async function settleFailed(job, walked, group, walks) {
  const { modules, observations, findings, settings, run } = walks;
  const doubts = await failureDoubts(job, group, modules[group.targets[0] ?? -1], walks);
  const nativeFrames = doubts.length > 0 ? [] : await stackOf(group, settings);
  for (const target of group.targets) {
    const module = modules[target];
    const through = doubts.length > 0 ? void 0 : await throughSibling(module, topsBeside(module, modules), group, run);
    if (through !== void 0) {
      const seen2 = observeProven(through.walked, through.proven);
      observations[target] = withDisagreement(seen2, await doubtsOf(through.walked, walks));
      findings.push(...hookFindings(through.walked, modules));
      continue;
    }
    const seen = {
      ...observeFailed(walked, group, ownStep(module, group), module?.path ?? null),
      nativeFrames
    };
    observations[target] = withDisagreement(seen, doubts, needsConfirming(group));
  }
}
async function doubtsOf(walked, walks) {
  return sawMore(walked) ? confirm(stepsTaken(walked), null, walks) : [];
}
async function failureDoubts(job, group, module, walks) {
  const failed = group.outcome.kind === "timed-out" ? "timed out" : "failed";
  if (job.provenBefore) return [`imported in one process, ${failed} in the next`];
  if (group.step !== null && job.prefix.includes(group.step)) {
    return [`step ${group.step} went well in one process and ${failed} in the next`];
  }
  if (!needsConfirming(group)) return [];
  const steps = group.steps.length > 0 || !module ? group.steps : walkTarget(module)?.steps;
  return confirm(steps ?? [], group, walks);
}
async function confirm(steps, seen, { run }) {
  return disagreement(seen, steps, await run({ kind: "bare", steps }));
}
function needsConfirming(group) {
  return group.outcome.kind !== "raised" && group.outcome.kind !== "not-run";
}
function topsBeside(module, modules) {
  const own = modules.filter(({ distribution }) => distribution === module?.distribution);
  return [...new Set(own.map(({ name }) => name.split(".")[0] ?? name))];
}
function ownStep(module, { step }) {
  if (!module) return "";
  const exported = module.proof === "by-package" && exportedNames(module).includes(step ?? "");
  return step !== null && exported ? step : module.name;
}
async function stackOf(group, settings) {
  if (group.outcome.kind !== "signalled" || !settings.crashStack) return [];
  return settings.crashStack({ kind: "bare", steps: group.steps });
}

// src/measure/probe/prove.ts
async function proveModules(modules, isolation, settings, limiter) {
  const observations = modules.map(
    (module) => walkTarget(module) === void 0 ? observeUnseen() : void 0
  );
  const findings = [];
  let processes = 0;
  const run = (task) => {
    processes += 1;
    return limiter.run(() => runProbe(task, settings));
  };
  const walks = { modules, settings, run, observations, findings };
  let bareStart;
  const startsBare = () => {
    bareStart ??= run({ kind: "bare", steps: [] }).then(hasStarted);
    return bareStart;
  };
  const walk = async (job) => {
    const targets = job.targets.flatMap((index) => targetsOf(modules[index]));
    const branches2 = { each: settings.timeoutSeconds / 6, all: settings.timeoutSeconds / 2 };
    const task = { kind: "walk", prefix: job.prefix, targets };
    const walked = await run(job.branches ? { ...task, branches: branches2 } : task);
    if (hasForked(walked) && !wentWell(walked)) {
      return walk({ ...job, branches: false });
    }
    const verdict = conclude2(
      walked.records,
      walked.ending,
      targets.map((target) => target.name)
    );
    if (!hasStarted(walked) && targets.length > 1 && await startsBare()) {
      await together(
        job.targets.map((index) => walk({ ...job, prefix: [], targets: [index], branches: false }))
      );
      return;
    }
    const positions = (list) => list.map((one) => job.targets[one] ?? -1);
    const jobs2 = verdict.left.map(({ prefix, targets: left }) => ({
      prefix,
      targets: positions(left),
      provenBefore: job.provenBefore,
      branches: job.branches
    }));
    const seen = branchesOf(walked);
    for (const { branch, proven } of seen.proven) {
      processes += 1;
      settings.onRun?.(branch);
      for (const one of proven) {
        observations[job.targets[one.target] ?? -1] = observeProven(branch, one);
      }
    }
    for (const { prefix, targets: left } of seen.left) {
      jobs2.push({
        prefix,
        targets: positions(left),
        provenBefore: job.provenBefore,
        branches: false
      });
    }
    if (verdict.again.length > 0) {
      jobs2.push({
        prefix: [],
        targets: positions(verdict.again),
        provenBefore: true,
        branches: false
      });
    }
    await together([settle(job, walked, verdict, walks), ...jobs2.map(walk)]);
  };
  const branches = isolation === "shared" && canFork(settings);
  const jobs = firstJobs(modules, isolation).map((job) => ({ ...job, branches }));
  await together(jobs.map(walk));
  return {
    observations: observations.map((seen, index) => answered(seen, modules[index])),
    hookFindings: unique(findings),
    processes
  };
}
function answered(seen, module) {
  if (seen) return seen;
  throw new Error(`no probe answered for ${module?.file ?? "a module"}`);
}
function targetsOf(module) {
  return module ? [walkTarget(module)].filter((target) => target !== void 0) : [];
}
function firstJobs(modules, isolation) {
  const groups = /* @__PURE__ */ new Map();
  modules.forEach((module, index) => {
    if (walkTarget(module) === void 0) return;
    const key = isolation === "module" ? String(index) : module.name.split(".")[0] ?? module.name;
    groups.set(key, [...groups.get(key) ?? [], index]);
  });
  return [...groups.values()].map((targets) => ({ prefix: [], targets, provenBefore: false }));
}
function unique(findings) {
  const byFile = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    if (!byFile.has(finding.file)) byFile.set(finding.file, finding);
  }
  return [...byFile.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, finding]) => finding);
}

// src/measure/probe/smoke.ts
async function runSmoke(smoke, settings, limiter, twice = false) {
  const run = (hooks) => limiter.run(() => runProbe({ kind: "smoke", ...smoke, hooks }, settings));
  const first = await run(true);
  const ended = smokeOutcome(first);
  const { outcome } = ended;
  const seen = observeSmoke(first, ended);
  if (outcome.kind === "imported" || outcome.kind === "raised" || outcome.kind === "not-run") {
    if (outcome.kind !== "imported" || !twice) {
      const observation = { ...seen, confirmed: true };
      return { observation, output: first.stdout, again: null, processes: 1 };
    }
  }
  const repeated = await run(false);
  const second = smokeOutcome(repeated);
  const doubts = sameOutcome(outcome, second.outcome) ? [] : [`first run: ${describe2(outcome)}`, `second run: ${describe2(second.outcome)}`];
  const crashed = outcome.kind === "signalled" && doubts.length === 0;
  const nativeFrames = crashed ? await settings.crashStack?.({ kind: "smoke", ...smoke, hooks: false }) ?? [] : [];
  return {
    observation: { ...withDisagreement(seen, doubts), nativeFrames },
    output: first.stdout,
    again: outcome.kind === "imported" ? repeated.stdout : null,
    processes: 2
  };
}
function smokeOutcome(run) {
  const raised = run.records.find((record) => record.kind === "raised");
  if (raised) {
    const outcome = raised.exit === null ? { kind: "raised" } : { kind: "exited", code: raised.exit };
    return { outcome, phase: "call" };
  }
  const closed = run.records.some((record) => record.kind === "close");
  if (closed && endedWell(run.ending)) {
    return { outcome: { kind: "imported" }, phase: "call" };
  }
  const started = run.records.some((record) => record.kind === "start");
  return { outcome: outcomeOf(run.ending), phase: closed ? "exit" : started ? "call" : "start" };
}
function sameOutcome(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
function describe2(outcome) {
  switch (outcome.kind) {
    case "signalled":
      return `killed by ${outcome.signal}`;
    case "exited":
      return `exited with code ${outcome.code}`;
    case "timed-out":
      return "timed out";
    case "imported":
      return "ran to its end";
    default:
      return outcome.kind;
  }
}

// src/measure/measure-environment.ts
var SCAN_CAP_BYTES = 2 * 1024 * 1024 * 1024;
async function measureEnvironment(environment, config, settings, limiter, files, known2) {
  const asked = await askSysPath(environment, settings, limiter);
  const installed = await readInstalled(environment, files);
  const discovery = await discoverModules({
    environment,
    installed,
    files,
    sysPath: asked.folders,
    modules: config.modules,
    dependencies: config.dependencies,
    known: known2
  });
  const ownerOf = await ownerIndex(environment, installed, files, asked.folders);
  const targets = discovery.modules.filter((module) => module.proof !== "other-tag");
  const installedAs = new Map(targets.map(({ path: path6 }) => [path6, entryState(path6)]));
  const proof = await proveModules(targets, config.isolation, settings, limiter);
  const touched = targets.filter(({ path: path6 }) => entryState(path6) !== installedAs.get(path6));
  const smoke = config.smoke ? await runSmoke(config.smoke, settings, limiter, config.compare) : null;
  const answers = targets.flatMap((module, index) => {
    const observation = proof.observations[index];
    return observation ? [{ module, observation }] : [];
  });
  const spare = spareFiles(answers);
  const { libraries, processes } = await openedLibraries(answers, settings, limiter);
  const setAside = /* @__PURE__ */ new Set([...spare.map(({ module }) => module), ...libraries]);
  const observed = answers.filter(({ module }) => !setAside.has(module));
  const hookFindings2 = [...proof.hookFindings, ...loadedLibraries(observed, discovery.libraries)];
  const seen = [
    ...proof.observations,
    ...hookFindings2.map((finding) => finding.observation),
    ...smoke ? [smoke.observation] : []
  ];
  const facts = new Map(
    discovery.modules.map((module) => [module.path, module.facts])
  );
  await addFacts(facts, culpritFiles(seen), files);
  return {
    observed,
    hookFindings: hookFindings2,
    smoke: smoke ? { observation: smoke.observation, output: smoke.output, again: smoke.again } : null,
    ownerOf,
    facts,
    filesOf: filesByModule(discovery.modules),
    installed: Object.fromEntries(
      environment.distributions.map(({ name, version }) => [name, version])
    ),
    notTested: notTested(discovery, spare, libraries, touched),
    processes: asked.processes + proof.processes + processes + (smoke?.processes ?? 0),
    numpyLoaded: seen.find((one) => one.numpy !== null)?.numpy?.version ?? null
  };
}
function culpritFiles(seen) {
  return seen.flatMap((observation) => [
    ...observation.culpritFile ? [observation.culpritFile] : [],
    ...observation.events.flatMap((event) => event.event === "fail" ? [event.file] : []),
    ...observation.oldApi.flatMap((access) => access.file ? [access.file] : []),
    ...observation.exceptions.flatMap((exception) => exception.path ? [exception.path] : [])
  ]);
}
async function addFacts(facts, paths, files) {
  for (const path6 of new Set(paths)) {
    if (facts.has(path6)) continue;
    const bytes = await files.read(path6, SCAN_CAP_BYTES);
    if (bytes) facts.set(path6, scanBinary(bytes));
  }
}
function filesByModule(modules) {
  const byName = /* @__PURE__ */ new Map();
  for (const module of modules) {
    const parent = module.name.split(".").slice(0, -1);
    const names = /* @__PURE__ */ new Set([
      module.name,
      ...module.facts.initNames.map((name) => [...parent, name].join("."))
    ]);
    for (const name of names) byName.set(name, [...byName.get(name) ?? [], module.path]);
  }
  return Object.fromEntries(byName);
}
function notTested({ excluded, libraries, problems }, spare, opened, touched) {
  const library = "a shared library: it exports no init function, so it is no module";
  return [
    ...libraries.map(({ file }) => ({ what: file, reason: library })),
    ...excluded.map(({ file, reason, kind }) => ({ what: file, reason, ...kind && { kind } })),
    ...spare.map(({ module, loaded }) => ({
      what: module.file,
      reason: `another file for the same module: here ${loaded.file} is loaded`
    })),
    ...opened.map(({ file }) => ({
      what: file,
      reason: "a shared library: its package opens it, and its init function calls nothing of Python"
    })),
    ...touched.map(({ file }) => ({
      what: file,
      reason: "as it was installed: an import of this run wrote to the file, and what was imported may be another"
    })),
    ...problems.map(({ what, message }) => ({ what, reason: message }))
  ];
}

// src/measure/probe/native-stack.ts
var DEBUGGER_SECONDS = 60;
async function nativeStack(task, settings, tool) {
  const run = await runProbe(task, {
    ...settings,
    timeoutSeconds: settings.timeoutSeconds + DEBUGGER_SECONDS,
    wrap: (command, args) => [tool.executable, debuggerArguments(tool.kind, command, args)]
  });
  return tool.kind === "gdb" ? parseGdb(run.stdout) : parseLldb(run.stdout);
}
function debuggerArguments(kind, command, args) {
  if (kind === "lldb") {
    return ["--batch", "-o", "run", "-k", "thread backtrace", "-k", "quit", "--", command, ...args];
  }
  const commands = [
    "set pagination off",
    "set debuginfod enabled off",
    "set print frame-arguments none",
    "run",
    "backtrace 60",
    // Frames with debug information do not say which library they are in.
    "frame apply 60 -q -s info symbol $pc"
  ];
  return ["-nx", "-batch", ...commands.flatMap((one) => ["-ex", one]), "--args", command, ...args];
}
var GDB_FRAME = /^#\d+\s+(?:0x[0-9a-f]+ in )?(?<name>\S.*?) \([^()]*\)(?: at (?<file>.+):(?<line>\d+)| from (?<library>.+))?\s*$/;
function parseGdb(text) {
  const symbols = text.split("\n").flatMap((line) => {
    const found2 = GDB_SYMBOL.exec(line);
    return found2 ? [found2.groups?.["library"] ?? null] : [];
  });
  const found = frames2(text, GDB_FRAME);
  if (symbols.length < found.length) return found;
  return found.map((frame, at) => ({ ...frame, library: frame.library ?? symbols[at] ?? null }));
}
var GDB_SYMBOL = /^(?:No symbol matches \$pc|\S.* in section \S+(?: of (?<library>.+?))?\s*$)/;
var LLDB_FRAME = /^\s*(?:\* )?frame #\d+: 0x[0-9a-f]+ (?<library>[^`]+)`(?<name>.+?)(?:\(.*?\))?(?: \+ \d+)?(?: at (?<file>.+?):(?<line>\d+)(?::\d+)?)?(?: \[opt\])?\s*$/;
function parseLldb(text) {
  return frames2(text, LLDB_FRAME);
}
function frames2(text, pattern) {
  return text.split("\n").flatMap((line) => {
    const groups = pattern.exec(line)?.groups;
    if (!groups?.["name"]) return [];
    return [
      {
        function: groups["name"],
        file: groups["file"] ?? null,
        line: groups["line"] ? Number(groups["line"]) : null,
        library: groups["library"] ?? null
      }
    ];
  });
}

// src/measure/probe-settings.ts
function probeSettings(environment, folder, context, worker) {
  const { config, world } = context;
  const { interpreter } = environment;
  const settings = {
    processes: world.processes,
    python: environment.python,
    pythonVersion: interpreter.version,
    implementation: interpreter.implementation,
    folder,
    worker,
    timeoutSeconds: config.run.timeoutSeconds,
    environment: (own) => probeEnvironment(world.env, { ...own, names: config.run.environment })
  };
  const tool = context.debugger;
  if (!tool) return settings;
  return {
    ...settings,
    crashStack: (task) => {
      const key = stackKey(task, environment);
      const known2 = context.stacks.get(key) ?? nativeStack(task, settings, tool);
      context.stacks.set(key, known2);
      return known2;
    }
  };
}
function stackKey(task, { interpreter, distributions }) {
  const installed = distributions.map(({ name, version }) => `${name}==${version}`).sort();
  return JSON.stringify([task, interpreter.executable, installed]);
}

// src/measure/loaded-numpy.ts
import { basename as basename3, dirname, join as join3 } from "node:path";
var TEXT_CAP = 256 * 1024;
var MOST_FILES = 5e3;
async function numpyDrift(combination, environment, seen, ownerOf, files) {
  if (combination.numpy === NUMPY_NONE) return void 0;
  const folders = await together(environment.sitePackages.map(resolved));
  const standIn = seen.find((one) => one.standIn)?.standIn;
  if (standIn) {
    const message = await inItsPlace(standIn, combination.numpy, environment, ownerOf, files);
    return { message, because: { kind: "stand-in" } };
  }
  for (const { version, file } of seen.flatMap(({ numpy }) => numpy ?? [])) {
    const isPlanned = sameRelease(version, combination.numpy);
    const isHere = folders.includes(dirname(dirname(await resolved(file))));
    if (isPlanned && isHere) continue;
    const who = await whoMoved(file, isHere, environment, ownerOf, files);
    const what = isPlanned ? "another copy of it" : version;
    const message = `NumPy ${combination.numpy} was planned, but ${what} was loaded from ${withoutSitePackages(file)}: ${who}`;
    return { message };
  }
  return void 0;
}
async function inItsPlace({ what, version, by, module }, planned, environment, ownerOf, files) {
  const suspects = by ? [withOwner(by, ownerOf)] : await suspectsIn(environment, [/\bnumpy\b/], REPLACES_MODULES, ownerOf, files);
  const who = suspects.length > 0 ? `${suspects.join(" and ")} puts it there` : "a package puts it there";
  const says = version === null ? "" : ` (it says version ${version})`;
  const when = module === null ? "" : ` when \`${module}\` was loaded`;
  return `NumPy ${planned} was planned, but ${what} stood in its place in sys.modules${when}${says}: ${who}`;
}
var REPLACES_MODULES = /\bsys\s*\.\s*(?:modules|meta_path|path_hooks)\b|\bmodules\b.*\bnumpy\b/;
function withOwner(path6, ownerOf) {
  const owner = ownerOf(path6);
  return owner ? `${owner.distribution} ${owner.version} (${owner.file})` : `${basename3(path6)}, which no package owns,`;
}
async function whoMoved(file, isHere, environment, ownerOf, files) {
  const owner = ownerOf(file);
  if (owner !== null && owner.distribution !== "numpy") {
    return `it is a copy inside ${owner.distribution} ${owner.version}`;
  }
  const traces = isHere ? [/\bnumpy\b/] : tracesOf(dirname(dirname(file)));
  const suspects = await suspectsIn(environment, traces, CHANGES_PATH, ownerOf, files);
  if (suspects.length > 0) return `${suspects.join(" and ")} moved it`;
  return isHere ? "something replaced it after the installation, or changes numpy.__version__" : "something puts that folder on sys.path (a package, or PYTHONPATH in environment)";
}
function tracesOf(folder) {
  return [folder, basename3(folder)].map(
    (text) => new RegExp(text.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`))
  );
}
var CHANGES_PATH = /\bsys\s*\.\s*path\b|\bsite\b.*\baddsitedir\b/;
async function suspectsIn(environment, traces, changes, ownerOf, files) {
  const found = [];
  const name = (path6) => withOwner(path6, ownerOf);
  for (const folder of environment.sitePackages) {
    const names = await files.list(folder, {
      maxFiles: MOST_FILES * 4,
      skip: (path6) => /(?:^|\/)(?:numpy|__pycache__|[^/]+\.dist-info)$/.test(path6)
    });
    const startup = names.filter(
      (path6) => /^(?:[^/]+\.pth|(?:site|user)customize\.py)$/.test(path6)
    );
    for (const path6 of startup) {
      const text = await files.readText(join3(folder, path6), TEXT_CAP) ?? "";
      const runs = /^import\b/m.test(text) && !/^_virtualenv|^distutils-precedence/.test(path6);
      if (runs || traces.some((trace) => trace.test(text))) found.push(name(join3(folder, path6)));
    }
    if (found.length > 0) return found;
    for (const path6 of names.filter((one) => one.endsWith(".py")).slice(0, MOST_FILES)) {
      const text = await files.readText(join3(folder, path6), TEXT_CAP) ?? "";
      if (!changes.test(text)) continue;
      if (traces.some((trace) => trace.test(text))) found.push(name(join3(folder, path6)));
    }
  }
  return found;
}

// src/measure/wrong-numpy.ts
async function wrongNumpy(combination, environment, probed, settings, { files, limiter }) {
  return await drifted(combination, environment, probed, files) ?? await unlikePlanned(combination, environment, probed, settings, { files, limiter });
}
async function drifted(combination, environment, probed, files) {
  const seen = [
    ...probed.observed.map(({ observation }) => observation),
    ...probed.hookFindings.map(({ observation }) => observation),
    ...probed.smoke ? [probed.smoke.observation] : []
  ];
  const drift = await numpyDrift(combination, environment, seen, probed.ownerOf, files);
  return drift && { state: wrong(drift), processes: 0 };
}
async function unlikePlanned(combination, environment, { numpyLoaded, ownerOf }, settings, { files, limiter }) {
  if (combination.numpy === NUMPY_NONE || numpyLoaded !== null) return void 0;
  const run = await limiter.run(() => runProbe({ kind: "bare", steps: ["numpy"] }, settings));
  const seen = numpyOf(run);
  const message = `NumPy ${combination.numpy} was installed but cannot be imported: ${whyNotImported(run)}`;
  const drift = seen.numpy === null && !seen.standIn ? { message } : await numpyDrift(combination, environment, [seen], ownerOf, files);
  return { state: drift ? wrong(drift) : { kind: "ran" }, processes: 1 };
}
function wrong(drift) {
  return { kind: "error", setUp: "wrong-numpy", ...drift, lines: [] };
}
function whyNotImported({
  records,
  ending,
  stderr
}) {
  const raised = records.find((record) => record.kind === "raised");
  const cause = raised?.chain.at(-1);
  if (cause !== void 0) {
    return withoutSitePackages(`${cause.type}: ${cause.message.trim().split("\n").at(-1)}`);
  }
  if (ending.kind === "signalled") return `Python was killed by ${ending.signal}`;
  if (ending.kind === "timed-out") return `it did not end within ${ending.seconds} s`;
  return stderr.trim().split("\n").at(-1) || "it said nothing";
}

// src/measure/measure-combination.ts
async function reusedMeasurement(combination, installable2, context) {
  const { subject: _, ...built } = installable2;
  const found = await context.reuse?.find(combination, tested(combination, installable2, context));
  return found && { ...found, ...built };
}
function tested(combination, installable2, context) {
  return { wanted: wanted(combination, installable2, context), wheels: installable2.wheels };
}
async function measureCombination(combination, installable2, context) {
  const { world, environments } = context;
  const began = world.now();
  const folder = join4(world.folder, combination.id);
  await mkdir2(folder, { recursive: true });
  try {
    const family = familyOf(combination, installable2, context);
    for (const from of [family, null]) {
      const held = await world.timeline.timed(
        "install",
        combination.id,
        () => environments.acquire(from, wanted(combination, installable2, context))
      );
      if (held.kind !== "held") {
        const seconds = (world.now() - began) / 1e3;
        if (held.kind === "excluded") return withoutProbes(combination, held, seconds);
        const { kind: _, ...failure } = held;
        return withoutProbes(combination, { kind: "error", ...failure, lines: [] }, seconds);
      }
      const result = await measureIn(held, combination, installable2, folder, context);
      if (result === "doubt") continue;
      const measured = { ...result.measured, seconds: (world.now() - began) / 1e3 };
      if (result.restsOn) {
        const what = tested(combination, installable2, context);
        await context.reuse?.keep(combination, what, measured, result.restsOn);
      }
      return measured;
    }
    throw new Error("what is seen in a new environment is believed");
  } finally {
    await removeOrLeave(folder);
  }
}
function familyOf(combination, { subject }, { config }) {
  const { python, interpreter, numpy, nightly } = combination;
  const differs = numpy === NUMPY_NONE || nightly || config.subject.metadata !== "respect";
  const settings = config.run.environment.some((name) => /^PYTHON/i.test(name));
  if (!THIS_PLATFORM.changesTell || differs || settings) return null;
  return JSON.stringify([python, interpreter.executable, subject]);
}
function wanted(combination, installable2, { config, tools }) {
  return {
    uv: tools.uv,
    interpreter: combination.interpreter,
    subject: installable2.subject,
    extras: config.subject.extras,
    numpy: combination.numpy,
    metadata: config.subject.metadata,
    constraints: config.subject.constraints,
    indexArgs: [
      ...tools.settings.uvArguments,
      ...combination.nightly ? nightlyArguments(config.index) : []
    ],
    cwd: tools.folder
  };
}
async function measureIn(held, combination, installable2, folder, context) {
  const { environment } = held;
  const { world, environments, reuse } = context;
  const { subject: _, ...built } = installable2;
  const runs = [];
  const probed = await world.timeline.timed(
    "probe",
    combination.id,
    () => probe(combination, environment, folder, context, (run) => runs.push(run))
  );
  if (world.processes.signal.aborted) {
    throw interrupted();
  }
  const measured = {
    combination: measuredCombination(combination),
    ...built,
    ...await asData(probed, environment, folder),
    processes: probed.processes,
    seconds: 0
  };
  const seen = { measurement: measured, environment, runs };
  const restsOn = await reuse?.restsOn(
    combination,
    tested(combination, installable2, context),
    seen
  );
  if (await environments.release(held) === "doubt") return "doubt";
  return { measured, restsOn };
}
async function probe(combination, environment, folder, context, onRun) {
  const { config, world, limiter, known: known2, workers } = context;
  const worker = await workers.for(environment.interpreter);
  const settings = { ...probeSettings(environment, folder, context, worker), onRun };
  const probed = await measureEnvironment(
    environment,
    config.run,
    settings,
    limiter,
    world.files,
    known2
  );
  const { files } = world;
  const wrong2 = await wrongNumpy(combination, environment, probed, settings, { files, limiter });
  return {
    ...probed,
    processes: probed.processes + (wrong2?.processes ?? 0),
    state: wrong2?.state ?? { kind: "ran" }
  };
}

// src/measure/pure-subject.ts
import { openSync as openSync2 } from "node:fs";
async function isPure({ subject: installed }, subject, label) {
  if (installed.kind === "wheels") {
    const pure = await together(installed.files.map(holdsNoBinary));
    return pure.length > 0 && !pure.includes(false);
  }
  const releases = subject.facts.map((facts) => facts.onPython?.[label] ?? facts);
  const wheels = releases.map((facts) => facts.wheels ?? []);
  return wheels.length > 0 && wheels.every(
    (list) => list.length > 0 && list.every(({ tags }) => tags.every((tag) => /^py\d-none-/.test(tag)))
  );
}
function releasesFor(subject, label) {
  return subject.facts.map((facts) => (facts.onPython?.[label] ?? facts).version).join(" ");
}
async function holdsNoBinary(file) {
  const wheel = await openWheel({ kind: "descriptor", fd: openSync2(file, "r") });
  if ("kind" in wheel) return false;
  try {
    return !wheel.members.some(({ path: path6 }) => isSharedFile(path6));
  } finally {
    wheel.close();
  }
}

// src/measure/measure-plan.ts
async function measurePlan(plan, subject, build, context, deadline, listen) {
  const { config, world } = context;
  const lanes = createLanes(config.run.jobs + 1);
  const gathered = gatherMeasurements(plan, context, listen);
  const began = /* @__PURE__ */ new Set();
  const overBudget = `the budget of ${config.run.budgetMinutes} min was used up`;
  const settle2 = (group, state) => {
    for (const one of group) gathered.keep(withoutProbes(one, state));
  };
  const open = (group) => group.filter(({ id }) => gathered.of(id) === void 0);
  const start = async (combination, installable2) => {
    if (world.processes.signal.aborted) return;
    const { id, python } = combination;
    const late = world.now() > deadline && !began.has(python) ? overBudget : null;
    const reason = gathered.stop ?? late;
    if (reason !== null) return settle2([combination], { kind: "skipped", reason });
    began.add(python);
    const measuring = measureCombination(combination, installable2, context);
    gathered.keep(await gathered.during(id, measuring));
  };
  const unknown = async (group, installable2) => {
    const found = await together(group.map((one) => reusedMeasurement(one, installable2, context)));
    for (const one of found) if (one !== void 0 && gathered.stop === null) gathered.keep(one);
    return open(group);
  };
  const alone = /* @__PURE__ */ new Map();
  const emptyLike = async (first, installable2) => {
    if (config.run.allowEmpty || config.run.dependencies !== "none") return null;
    if (!await isPure(installable2, subject, first.python)) return null;
    const release = releasesFor(subject, first.python);
    if (!alone.has(release)) {
      await lanes.run(first.python, () => start(first, installable2));
      alone.set(release, gathered.of(first.id));
    }
    const shown = alone.get(release);
    if (shown?.state.kind !== "ran" || shown.observed.length > 0) return null;
    return `${subject.name} holds no compiled module, as ${shown.combination.id} shows for all`;
  };
  const estimate = createBuildEstimate(context, deadline);
  const prepare2 = async (first, later) => {
    const beginning = world.now();
    const what = `${build ? "building" : "preparing"} for Python ${first.python}`;
    const ready = await gathered.during(what, installableFor(first, subject, build));
    if (build) {
      const left = later.filter(
        ({ python: label, interpreter }) => !build.has({ label, interpreter })
      );
      estimate((world.now() - beginning) / 1e3, left.length);
    }
    return ready;
  };
  const groups = byPython(plan.planned);
  const asked = [];
  await withTasks(
    () => world.processes.stop?.(),
    async (tasks) => {
      for (const [at, group] of groups.entries()) {
        const [first] = group;
        if (!first || tasks.failed || world.processes.signal.aborted) break;
        const reason = gathered.stop ?? (world.now() > deadline ? overBudget : null);
        if (reason !== null) {
          settle2(group, { kind: "skipped", reason });
          continue;
        }
        const later = groups.slice(at + 1).flatMap((one) => one.slice(0, 1));
        const [next] = later;
        if (build) began.add(first.python);
        if (build && next && config.run.jobs > 1 && hasRoomForTwoBuilds()) {
          began.add(next.python);
          tasks.start(() => build.ahead({ label: next.python, interpreter: next.interpreter }));
        }
        const ready = await prepare2(first, later);
        if (ready.kind === "none") {
          settle2(group, ready.state);
          continue;
        }
        const empty = await emptyLike(first, ready.installable);
        if (empty !== null) {
          settle2(open(group), { kind: "excluded", reason: empty });
          continue;
        }
        const ask = async () => {
          const wanted2 = await unknown(open(group), ready.installable);
          return () => {
            for (const one of wanted2) {
              const family = familyOf(one, ready.installable, context);
              if (family !== null) context.environments.expect(family, 1);
            }
            for (const one of wanted2) {
              tasks.start(() => lanes.run(one.python, () => start(one, ready.installable)));
            }
          };
        };
        if (build) tasks.start(async () => (await ask())());
        else asked.push(ask);
      }
      for (const begin of await together(asked.map((ask) => ask()))) begin();
    }
  ).finally(() => together([context.environments.close(), build?.close()]));
  return { measurements: gathered.inPlanOrder(), unusedWheels: unusedWheels(plan, subject) };
}
function byPython(planned) {
  return [...groupBy(planned, ({ python }) => python).values()];
}

// src/commands/advice/advise-releases.ts
var import_pep440 = __toESM(require_pep440(), 1);

// src/host/before-abort.ts
async function beforeAbort(task, signal) {
  const ended = new Promise((resolve) => {
    if (signal.aborted) resolve(void 0);
    signal.addEventListener("abort", () => resolve(void 0), { once: true });
  });
  return Promise.race([task.catch(() => void 0), ended]);
}

// src/commands/advice/first-release.ts
async function findFirstReady(versions, look, limit) {
  const newest = versions.at(-1);
  if (newest === void 0 || limit < 1) return { kind: "unknown" };
  const verdict = await look(newest);
  if (verdict === "unknown") return { kind: "unknown" };
  if (verdict === "not-ready") return { kind: "none", newest };
  let [notReady, ready] = [-1, versions.length - 1];
  for (let looks = 1; looks < limit && ready - notReady > 1; looks += 1) {
    const middle = Math.floor((notReady + ready) / 2);
    const said = await look(versions[middle] ?? newest);
    if (said === "unknown")
      return { kind: "found", version: versions[ready] ?? newest, first: false };
    if (said === "ready") ready = middle;
    else notReady = middle;
  }
  return { kind: "found", version: versions[ready] ?? newest, first: ready - notReady === 1 };
}

// src/commands/advice/numpy2-readiness.ts
var MOST_BYTES = 512 * 2 ** 20;
var ENOUGH_BYTES = 3 * 2 ** 20;
var SMALL_BYTES = 256 * 1024;
var NUMPY_1 = ["1.19.5", "1.20.3", "1.21.6", "1.22.4", "1.23.5", "1.24.4", "1.25.2", "1.26.4"];
var NUMPY_2 = ["2.0.2", "2.1.3", "2.2.6", "2.3.5", "2.4.0"];
async function numpy2Readiness(wheel, markers) {
  const said = await readinessOfBytes(wheel);
  return said === "unknown" ? declaredReadiness(wheel, markers) : said;
}
function declaredReadiness({ metadata }, markers) {
  const { requirements } = parseCoreMetadata(metadata ?? "");
  const declared = declaredNumpy(requirements ?? [], markers, []);
  if (declared.kind !== "range") return "unknown";
  const lets = (versions) => versions.some((version) => allows(declared.specifier, version));
  if (lets(NUMPY_1) === lets(NUMPY_2)) return "unknown";
  return lets(NUMPY_2) ? "ready" : "not-ready";
}
async function readinessOfBytes(wheel) {
  const shared = wheel.members.filter(({ path: path6 }) => isSharedFile(path6));
  if (shared.length === 0) return "unknown";
  const own = shared.filter(({ path: path6 }) => !isVendoredLibrary(path6));
  const vendored = shared.filter(({ path: path6 }) => isVendoredLibrary(path6));
  const said = await readEras(wheel, own);
  if (said !== "silent") return said;
  const more = own.length > 0 ? await readEras(wheel, vendored) : "silent";
  return more === "silent" ? "ready" : more;
}
function smallFirst(members) {
  return [
    ...members.filter(({ packedSize }) => packedSize <= SMALL_BYTES),
    ...members.filter(({ packedSize }) => packedSize > SMALL_BYTES).sort((a, b) => a.packedSize - b.packedSize)
  ];
}
async function readEras(wheel, members) {
  if (members.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) return "unknown";
  try {
    return await lookedAt(wheel, smallFirst(members));
  } catch {
    return "unknown";
  }
}
async function lookedAt(wheel, binaries) {
  const eras = /* @__PURE__ */ new Set();
  const isSure = () => eras.has("2.x") || eras.has("lazy-2.x");
  let readBytes = 0;
  for (const { path: path6, packedSize } of binaries) {
    if (isSure() && readBytes + packedSize > ENOUGH_BYTES) return "ready";
    const bytes = await wheel.read(path6);
    if (bytes === void 0) return "unknown";
    readBytes += packedSize;
    const { capi } = scanBinary(bytes);
    const own = erasOf({ capi });
    if (own.includes("1.x") || own.includes("lazy-1.x")) return "not-ready";
    for (const era of own) eras.add(era);
  }
  if (isSure()) return "ready";
  return eras.has("cython-sizes") || eras.has("unknown") ? "unknown" : "silent";
}

// src/commands/advice/advise-releases.ts
var MOST_WHEELS = 6;
var ADVICE_SECONDS = 10;
var ADVICE_BYTES = 30 * 2 ** 20;
var NUMPY_2_HEADERS_SINCE = "2024-02-01";
var MOST_CULPRITS = 5;
async function adviceFor(findings, plan, index, budget, announce = () => void 0) {
  const wanted2 = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const one = upgradeWanted(finding, plan.planned);
    if (one === void 0 || wanted2.size >= MOST_CULPRITS) continue;
    wanted2.set(JSON.stringify([one.culprit, one.python]), one);
  }
  if (wanted2.size === 0) return { releases: [], notices: [] };
  const names = (some) => [...new Set([...some].map(({ culprit }) => culprit.distribution))].join(", ");
  announce(`looking for later releases that are built for NumPy 2: ${names(wanted2.values())}`);
  const found = [...wanted2.values()].map(async (one) => {
    const { culprit, python, combination } = one;
    const look = (file) => readinessOf(file, combination.interpreter, index, budget);
    const search = searchReleases(culprit, combination.interpreter, index, look, budget.signal);
    const known2 = await beforeAbort(search, budget.signal);
    return { one, advice: { ...culprit, python, search: known2 ?? { kind: "unknown" } } };
  });
  const all = await together(found);
  const open = all.filter(({ advice: { search } }) => search.kind !== "none" && !isFirst(search));
  const notices = budget.cut === void 0 || open.length === 0 ? [] : [
    `later releases of ${names(open.map(({ one }) => one))} were not all looked at for one built for NumPy 2: the search ends after ${budget.cut === "time" ? `${ADVICE_SECONDS} s` : `${ADVICE_BYTES / 2 ** 20} MB`}`
  ];
  return { releases: all.map(({ advice }) => advice), notices };
}
function isFirst(search) {
  return search.kind === "found" && search.first;
}
async function searchReleases({ distribution, version }, interpreter, index, readiness, signal) {
  const project = await index.fetchProject(distribution, signal);
  const tags = tagSet(interpreter);
  const candidates = /* @__PURE__ */ new Map();
  let isListed2 = false;
  for (const release of listReleases(project)) {
    const order = (0, import_pep440.compare)(release.version, version);
    const wheels = release.wheels.filter(
      (wheel2) => (wheel2.yanked === false || order === 0) && admitsPython(wheel2.requiresPython, interpreter.version)
    );
    const wheel = bestWheel(wheels, tags);
    if (wheel === void 0) continue;
    if (order === 0) isListed2 = true;
    if (order > 0 && !release.prerelease && !release.yanked) candidates.set(release.version, wheel);
  }
  const isTooOld = ({ uploadTime }) => uploadTime !== null && uploadTime < NUMPY_2_HEADERS_SINCE;
  const newest = [...candidates].at(-1);
  if (newest === void 0 && isListed2) return { kind: "none", newest: version };
  if (newest && isTooOld(newest[1])) return { kind: "none", newest: newest[0] };
  const open = [...candidates].filter(([, wheel]) => !isTooOld(wheel)).map(([name]) => name);
  const look = async (name) => {
    const wheel = candidates.get(name);
    return wheel ? readiness(wheel) : "unknown";
  };
  return findFirstReady(open, look, MOST_WHEELS);
}
async function readinessOf(file, { markers }, index, budget) {
  if (budget.signal.aborted) return "unknown";
  const wheel = await index.openWheel(file, budget);
  if (wheel === void 0 || "kind" in wheel) return "unknown";
  try {
    return await numpy2Readiness(wheel, markers);
  } finally {
    wheel.close();
  }
}

// src/commands/advice/withdrawn-culprits.ts
var MOST_CULPRITS2 = 5;
async function withdrawnCulprits(findings, known2, index, signal) {
  const said = new Set(known2.map(normaliseName));
  const culprits = /* @__PURE__ */ new Map();
  for (const { severity, culprit } of findings) {
    const { distribution, version } = culprit;
    if (severity === "note" || distribution === null || version === null) continue;
    const name = normaliseName(distribution);
    if (!said.has(name)) culprits.set(`${name} ${version}`, [name, version]);
  }
  const asked = [...culprits.values()].slice(0, MOST_CULPRITS2).map(async ([name, version]) => {
    const page = await beforeAbort(index.fetchProject(name, signal), signal);
    const found = page && withdrawn(name, version, page.files);
    return found === void 0 ? [] : [tellWithdrawn(found)];
  });
  return (await together(asked)).flat();
}

// src/commands/begin-measurements.ts
import { createHash } from "node:crypto";
import { relative } from "node:path";

// src/commands/measured-numpy.ts
function measuredNumpy(numpy, interpreters) {
  const pythons = interpreters.map(tagSet);
  const found = /* @__PURE__ */ new Map();
  for (const release of listReleases(numpy)) {
    if (release.prerelease) continue;
    const name = seriesOf(release);
    const entry = found.get(name) ?? { releases: [], installable: false };
    entry.releases.push(release.version);
    entry.installable ||= pythons.some(
      (tags) => installable(release, tags, false).kind === "installs"
    );
    found.set(name, entry);
  }
  return [...found].map(([name, entry]) => ({ name, ...entry }));
}

// src/commands/begin-measurements.ts
async function beginMeasurements(config, { subject, plan, given, context }, world, version) {
  const { tools } = context;
  const numpy = await tools.index.fetchProject("numpy");
  const interpreters = [...new Set(plan.planned.map(({ interpreter }) => interpreter))];
  const named = await measuredSubject(subject, world);
  const whole = given?.plan ?? measuredPlan(plan, named, version);
  return {
    schema: 1,
    document: "measurements",
    tool: { name: "numpy-abi-matrix", version },
    subject: named,
    plan: config.axes.shard === null ? whole : { ...whole, shards: config.axes.shard.count },
    settings: await settingsOf(config),
    asked: askedWords({ given: config.given, smoke: config.run.smoke }),
    looked: lookedOf(config),
    numpy: measuredNumpy(numpy, interpreters),
    pythons: knownMinors(numpy, interpreters).map((minor) => `3.${minor}`),
    sources: { uninitialised: {}, extensions: [] },
    measurements: [],
    bisected: [],
    advice: [],
    notices: tools.settings.notices,
    notTested: [],
    seconds: {}
  };
}
function lookedOf({ subject, run }) {
  const code = run.smoke?.code ?? "";
  return {
    module: run.modules.join(" "),
    dependencies: run.dependencies,
    smoke: code === "" ? "" : createHash("sha256").update(code).digest("hex"),
    metadata: subject.metadata,
    extra: subject.extras.join(" "),
    "build-numpy": subject.buildNumpy?.text ?? ""
  };
}
async function settingsOf({ subject, run }) {
  const { knownFailures, compare: compare2, tolerance, smoke, failOn, allowEmpty } = run;
  const file = smoke?.file ?? null;
  const root = subject.spec.kind === "project" ? await repositoryRoot(subject.spec.path) : null;
  return {
    knownFailures,
    tolerance: compare2 ? tolerance : null,
    smokeFile: file === null || root === null ? file : relative(root, file).replaceAll("\\", "/"),
    failOn,
    allowEmpty
  };
}

// src/commands/bisect/bisect-step.ts
function nextToTry(releases, known2) {
  const settled = releases.map((version, at) => ({ version, at, tried: known2.get(version) })).filter(({ tried }) => tried === "passed" || tried === "failed");
  const right = settled.findLastIndex(
    ({ tried }, at) => at > 0 && settled[at - 1]?.tried !== tried
  );
  const [before, after] = [settled[right - 1], settled[right]];
  if (right < 1 || before === void 0 || after === void 0) {
    return { kind: "nothing-to-narrow" };
  }
  const between = releases.slice(before.at + 1, after.at);
  const open = between.filter((version) => !known2.has(version));
  const next = likeliest(open, releases);
  if (next !== void 0) {
    return { kind: "try", version: next };
  }
  const [passing, failing] = before.tried === "passed" ? [before, after] : [after, before];
  return {
    kind: "found",
    lastPassing: passing.version,
    firstFailing: failing.version,
    untried: between
  };
}
var LAST_OF_MAJOR = 1;
function likeliest(open, releases) {
  const steps = Math.ceil(Math.log2(open.length + 1));
  const most = 2 ** (steps - 1) - 1;
  const middle = (open.length - 1) / 2;
  const [best] = open.map((version, at) => ({ version, at, rank: rankOf(version, releases) })).filter(({ at, rank }) => rank <= LAST_OF_MAJOR || Math.max(at, open.length - 1 - at) <= most).sort((a, b) => a.rank - b.rank || Math.abs(a.at - middle) - Math.abs(b.at - middle));
  return best?.version;
}
function rankOf(version, releases) {
  const at = releases.indexOf(version);
  const differs = (other, parts) => other !== void 0 && segment(other, parts) !== segment(version, parts);
  const [before, after] = [releases[at - 1], releases[at + 1]];
  const places = [differs(before, 1), differs(after, 1), differs(before, 2), differs(after, 2)];
  const rank = places.indexOf(true);
  return rank < 0 ? places.length : rank;
}
function segment(version, parts) {
  return version.split(".").slice(0, parts).join(".");
}

// src/commands/bisect/tried-by-module.ts
function triedByModule(run) {
  const { results } = judgeRun(run);
  const found = /* @__PURE__ */ new Map();
  for (const { combination, state } of run.measurements) {
    const { id, python, numpy } = combination;
    if (numpy === NUMPY_NONE || state.kind === "skipped") continue;
    const own = results.filter((result) => result.combination === id);
    const states = own.map(({ module, severity }) => [
      module,
      severity === "error" ? "failed" : "passed"
    ]);
    const byNumpy = found.get(python) ?? /* @__PURE__ */ new Map();
    found.set(python, byNumpy.set(numpy, new Map(state.kind === "ran" ? states : [])));
  }
  return found;
}

// src/commands/bisect/bisect.ts
async function bisect(run, plan, subject, build, context, deadline) {
  const { world } = context;
  const all = [...run.measurements];
  const verdicts = () => triedByModule({ ...run, measurements: all });
  const tried = [];
  const bisected = [];
  const notices = [];
  const candidates = await candidatesOf(plan, subject, context);
  const searches = assign(all, candidates, verdicts());
  if (searches.length === 0) {
    notices.push(
      "bisect had nothing to narrow down: no module works with one NumPy and fails with another"
    );
  }
  for (const { python, modules } of searches) {
    const cells = candidates.get(python) ?? [];
    const before = tried.length;
    for (; ; ) {
      const known2 = verdicts().get(python) ?? /* @__PURE__ */ new Map();
      const steps = modules.flatMap((module) => boundaries(module, cells, known2));
      const next = steps.find((step) => step.kind === "try");
      if (next?.kind !== "try" || world.processes.signal.aborted) {
        const spent = tried.length - before;
        bisected.push(...steps.flatMap((step) => foundOf(step, python, spent)));
        break;
      }
      const cell = cells.find(({ numpy }) => numpy === next.numpy);
      if (!cell) break;
      if (world.now() > deadline) {
        notices.push(`The budget was used up before the first failing NumPy was known (bisect)`);
        break;
      }
      world.progress.update({
        doing: [`bisect: ${cell.id}`],
        done: all.length,
        total: all.length + 1,
        failed: 0
      });
      const ready = await installableFor(cell, subject, build);
      if (ready.kind === "none") break;
      const found = await reusedMeasurement(cell, ready.installable, context) ?? await measureCombination(cell, ready.installable, context);
      const at = all.findIndex(({ combination }) => combination.id === cell.id);
      if (at >= 0) all[at] = found;
      else all.push({ ...found, tried: true });
      tried.push(cell);
      const { state } = found;
      const now = verdicts().get(python)?.get(cell.numpy);
      const bad = now !== void 0 && [...now.values()].includes("failed");
      const why = "reason" in state ? state.reason : "message" in state ? state.message.split("\n")[0] : null;
      const said = why !== null ? `cannot be tried: ${why}` : bad ? "fails" : "works";
      world.progress.combination?.(cell.id, `bisect: ${said}`, bad ? "failed" : "proven");
    }
  }
  return {
    ...inOrder(run, tried, all),
    bisected: merged(bisected),
    notices: [...run.notices, ...notices]
  };
}
function boundaries(module, cells, known2) {
  const versions = [.../* @__PURE__ */ new Set([...cells.map(({ numpy }) => numpy), ...known2.keys()])];
  versions.sort(compareNumpy);
  const states = new Map(
    [...known2].map(([numpy, modules]) => [
      numpy,
      modules.get(module) ?? "unusable"
    ])
  );
  const settled = versions.filter((one) => ["passed", "failed"].includes(states.get(one) ?? ""));
  return settled.flatMap((version, at) => {
    const previous = settled[at - 1];
    if (previous === void 0 || states.get(previous) === states.get(version)) return [];
    const between = versions.slice(versions.indexOf(previous), versions.indexOf(version) + 1);
    const step = nextToTry(between, states);
    if (step.kind === "try") return [{ kind: "try", numpy: step.version }];
    return step.kind === "found" ? [{ ...step, module }] : [];
  });
}
async function candidatesOf(plan, subject, { config, tools, world }) {
  const input = {
    numpy: await tools.index.fetchProject("numpy"),
    subjects: subject.facts,
    constraints: subject.limits,
    metadata: config.subject.metadata,
    today: new Date(world.now()).toISOString().slice(0, 10)
  };
  const taken = takenOut(config.axes);
  const found = /* @__PURE__ */ new Map();
  for (const { python, interpreter, platform } of plan.planned) {
    if (found.has(python)) continue;
    const cells = releasesOn({ label: python, interpreter }, input).map(({ id, version }) => ({
      ...{ id, python, numpy: version, platform, interpreter }
    }));
    found.set(
      python,
      cells.filter(({ numpy }) => taken(interpreter, numpy) === null)
    );
  }
  return found;
}
function assign(runs, candidates, known2) {
  const pythons = [...new Set(runs.map(({ combination }) => combination.python))];
  const changing = pythons.map((python) => {
    const states = known2.get(python) ?? /* @__PURE__ */ new Map();
    const cells = candidates.get(python) ?? [];
    const modules = [
      ...new Set(
        [...states.values()].flatMap((one) => [...one.keys()])
      )
    ].filter((module) => boundaries(module, cells, states).length > 0);
    return { python, modules, size: cells.length };
  });
  const order = changing.toSorted((a, b) => b.modules.length - a.modules.length || a.size - b.size);
  const taken = /* @__PURE__ */ new Set();
  return order.flatMap(({ python, modules }) => {
    const own = modules.filter((module) => !taken.has(module));
    for (const module of own) taken.add(module);
    return own.length > 0 ? [{ python, modules: own }] : [];
  });
}
function foundOf(step, python, environments) {
  if (step.kind !== "found") return [];
  const { module, lastPassing, firstFailing, untried } = step;
  return [{ python, modules: [module], lastPassing, firstFailing, untried, environments }];
}
function merged(found) {
  const byPlace = /* @__PURE__ */ new Map();
  for (const one of found) {
    const key = JSON.stringify([one.python, one.lastPassing, one.firstFailing]);
    const earlier = byPlace.get(key);
    byPlace.set(key, { ...one, modules: [...earlier?.modules ?? [], ...one.modules] });
  }
  return [...byPlace.values()];
}
function inOrder(run, tried, measurements) {
  const rank = /* @__PURE__ */ new Map();
  for (const { python } of run.plan.planned) if (!rank.has(python)) rank.set(python, rank.size);
  const order = (a, b) => (rank.get(a.python) ?? 0) - (rank.get(b.python) ?? 0) || compareNumpy(a.numpy, b.numpy);
  const ids = new Set(tried.map(({ id }) => id));
  const asked = new Set(run.plan.planned.map(({ id }) => id));
  const besides = [...ids].filter((id) => !asked.has(id));
  const kept = run.plan.planned.filter(({ id }) => !ids.has(id));
  const plan = {
    ...run.plan,
    planned: [...kept, ...tried.map(measuredCombination)].toSorted(order),
    excluded: run.plan.excluded.filter(({ id }) => !ids.has(id)),
    besides
  };
  return {
    ...run,
    plan: besides.length > 0 ? plan : run.plan,
    measurements: measurements.toSorted((a, b) => order(a.combination, b.combination))
  };
}

// src/commands/judge-live.ts
function judgeLive(run, progress) {
  const told = /* @__PURE__ */ new Map();
  return (measurement) => {
    const { id } = measurement.combination;
    const { verdicts, results } = judgeRun({ ...run, measurements: [measurement] });
    const verdict = verdicts.get(id) ?? "failed";
    const { state } = measurement;
    if (state.kind === "excluded") {
      if (told.has(state.reason)) return { failed: isBad(verdict) };
      told.set(state.reason, id);
    }
    const line = alikeOf(measurement, told) ?? lineOf(measurement, verdict, results);
    progress.combination?.(id, line, verdict);
    return { failed: isBad(verdict) };
  };
}
function isBad(verdict) {
  return verdict === "failed" || verdict === "not-set-up";
}
function alikeOf({ combination: { id }, state }, told) {
  if (state.kind !== "error") return void 0;
  const key = JSON.stringify([state.setUp, state.message, state.lines]);
  const first = told.get(key);
  if (first === void 0) told.set(key, id);
  return first === void 0 ? void 0 : `could not be set up either, as ${first}`;
}
function namesOf(results) {
  const names = results.map(({ module }) => module).filter((name) => name !== SMOKE);
  return new Set(names).size;
}
function lineOf({ state, processes, seconds, reused }, verdict, results) {
  if (state.kind === "excluded") return `excluded: ${state.reason}`;
  if (state.kind === "skipped") return `skipped: ${state.reason}`;
  if (state.kind === "error") {
    const foretold = verdict === "excluded" ? ", as known-failures says" : "";
    return `could not be set up${foretold}: ${state.message.split("\n")[0] ?? ""}`;
  }
  const bad = results.filter((one) => !isProvenResult(one));
  const modules = namesOf(results);
  const failed = namesOf(bad);
  const smoke = results.find(({ module }) => module === SMOKE);
  const said = [
    failed > 0 ? `${failed} of ${plural(modules, "module")} ${failed === 1 ? "fails" : "fail"}` : `${plural(modules, "module")} ${modules === 1 ? "imports" : "import"}`,
    ...smoke ? [bad.includes(smoke) ? "smoke code fails" : "smoke code runs"] : [],
    ...verdict === "known" ? ["as known-failures says"] : [],
    ...verdict === "empty" ? ["nothing to prove"] : [],
    ...verdict === "not-set-up" ? ["with another NumPy than planned"] : [],
    ...verdict === "warned" ? ["with a warning"] : [],
    ...verdict === "doubtful" ? ["with a warning: not proven"] : []
  ];
  if (reused) return `${said.join(", ")} (unchanged since a run of ${formatMoment(reused.at)})`;
  return `${said.join(", ")} (${plural(processes, "process", "processes")}, ${seconds.toFixed(1)} s)`;
}

// src/judge/locate/platform-condition.ts
var PLATFORM = /platform|os\.name|version_info|python_implementation|pypy|\bsysconfig\b|(?<![a-z])(?:win(?:dows|32)?|darwin|mac(?:os|osx)?|osx|linux|posix|(?:free)?bsd|nt|msvc)(?![a-z])/i;
function isUnderPlatform(text, line) {
  const lines = text.split("\n").slice(0, line);
  let indent = indentOf(lines.at(-1) ?? "");
  let isBranch = false;
  for (const one of lines.toReversed().slice(1)) {
    if (/^\s*(?:#|$)/.test(one)) continue;
    const at = indentOf(one);
    if (at > indent) continue;
    if (at === indent && !(isBranch && /^\s*(?:if|elif)\b/.test(one))) {
      isBranch = false;
      continue;
    }
    const isHead = /^\s*(?:if|elif|else|def)\b/.test(one);
    if (isHead && PLATFORM.test(one.replace(/#.*/, ""))) return true;
    isBranch = /^\s*(?:elif|else)\b/.test(one);
    indent = at;
  }
  return false;
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}

// src/judge/locate/defined-modules.ts
var ASIDE = /(?:^|\/)(?:tests?|testing|docs?|examples?|samples?|demos?|bench(?:marks?)?|subprojects|(?:3rd|third)_?party|vendor(?:ed)?|extern(?:al)?s?|deps|tools|ci|\.[^/]+)\//i;
var NAME = /^[A-Za-z_]\w*(?:[./][A-Za-z_]\w*)*$/;
var NO_MODULE = /(?:^|\/)Cargo\.toml$/;
async function definedModules(sources) {
  const found = [];
  for (const file of await filesNamed(sources, BUILD_FILES)) {
    const isInside = sources.project === "" || file.startsWith(`${sources.project}/`);
    if (!isInside || ASIDE.test(file.slice(sources.project.length)) || NO_MODULE.test(file))
      continue;
    const text = await sources.text(file) ?? "";
    for (const { module, line, isInstalled } of definitionsIn(file, text)) {
      if (!isInstalled || !NAME.test(module)) continue;
      const isForSome = file.endsWith(".py") && isUnderPlatform(text, line);
      found.push({ module, file, line, ...isForSome && { isForSome } });
    }
  }
  return found;
}

// src/judge/locate/code-of.ts
var INITIALISES = /(?<!NO_?)_?import_(?:array|umath|ufunc)\w*|PyArray_ImportNumPyAPI|numpy_import|PyArray_API\s*=|boost\/python|f2py/i;
var DEFINES_MODULE = /\bPyInit_|\b(?:PYBIND11|NB|BOOST_PYTHON)_MODULE\b/;
var NUMPY_HEADER = /#\s*include\s*[<"]numpy\/(?:nd)?arrayobject\.h[>"]/;
var known = /* @__PURE__ */ new WeakMap();
function codeOf(file, sources) {
  const codes = known.get(sources) ?? /* @__PURE__ */ new Map();
  known.set(sources, codes);
  const code = codes.get(file) ?? read(file, sources);
  codes.set(file, code);
  return code;
}
async function read(file, sources) {
  const text = withoutComments(await sources.text(file) ?? "");
  return {
    text,
    initialises: INITIALISES.test(text),
    definesModule: file.endsWith(".pyx") || DEFINES_MODULE.test(text),
    includesNumpy: NUMPY_HEADER.test(text)
  };
}

// src/judge/locate/divided-table.ts
import path5 from "node:path";

// src/judge/locate/conditions.ts
function isCompiled(code, index, text) {
  const open = [];
  const above = code.slice(0, index);
  const lines = above.matchAll(/^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif)\b(.*)/gm);
  for (const { 1: word = "", 2: rest = "", index: at } of lines) {
    const last = open.length - 1;
    if (word === "endif") open.pop();
    else if (word === "else") open[last] = negated(open[last] ?? null);
    else if (word === "elif") open[last] = open[last] === true ? false : holds(word, rest, text);
    else open.push(isGuard(code, at) ? true : holds(word, rest, text));
  }
  return !open.includes(false);
}
function sets(text, macro) {
  return new RegExp(String.raw`^[ \t]*#[ \t]*define[ \t]+${macro}\b`, "m").test(text);
}
var PREDEFINED = /^(?:_|Py|PY|NPY_|NUMPY_|MS_WIN|WIN|HAVE_)/;
function holds(word, condition, text) {
  const macros = (condition.match(/\b[A-Za-z_]\w*/g) ?? []).filter((one) => one !== "defined");
  const [macro] = macros;
  if (macro === void 0) return condition.trim() !== "0";
  if (macros.some((one) => PREDEFINED.test(one))) return null;
  const isSet = macros.some((one) => sets(text, one));
  if (word === "ifndef" || /^\s*!\s*defined\b/.test(condition)) return !isSet;
  return /[!&<>=]/.test(condition) && isSet ? null : isSet;
}
function negated(value) {
  return value === null ? null : !value;
}
function isGuard(text, at) {
  return /^[ \t]*#[ \t]*(?:ifndef[ \t]+|if[ \t]+!defined[ \t]*\(?[ \t]*)(\w+)\)?[ \t]*\n\s*#[ \t]*define[ \t]+\1\b/.test(
    text.slice(at)
  );
}

// src/judge/locate/included.ts
import path2 from "node:path";

// src/judge/locate/enclosing-function.ts
function enclosingFunction(text, index) {
  const open = [];
  let begins = 0;
  const part = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|^[ \t]*#(?:[^\n\\]|\\[\s\S])*|[{};]/gm;
  for (const { 0: found, index: at } of text.matchAll(part)) {
    if (at >= index) break;
    if (found === "{") open.push(headOf(text.slice(begins, at)));
    if (found === "}") open.pop();
    begins = at + found.length;
  }
  return open.find((name) => name !== null) ?? null;
}
function headOf(head) {
  return /(\w+)\s*\([^(){};=]*(?:\([^()]*\)[^(){};=]*)*\)\s*(?:const\s*|noexcept\s*)*$/.exec(
    head
  )?.[1] ?? null;
}

// src/judge/locate/table-call.ts
var INLINE = new RegExp(
  `^PyArray_(?:${[
    "NDIM|DATA|BYTES|DIMS?|SHAPE|STRIDES?|BASE|DESCR|DTYPE|FLAGS|FLAGSWAP|CHKFLAGS|TYPE|GETPTR[1-4]",
    "IS_[CF]_CONTIGUOUS|IS(?:WRITEABLE|ALIGNED|CONTIGUOUS|FORTRAN|ONESEGMENT|NBO|NOTSWAPPED|BYTESWAPPED)",
    "IS(?:BEHAVED|CARRAY|FARRAY)(?:_RO)?",
    "IS(?:BOOL|COMPLEX|DATETIME|FLEXIBLE|FLOAT|INTEGER|NUMBER|OBJECT|SIGNED|STRING|UNSIGNED)",
    "IsPython(?:Number|Scalar)|EquivByteorders|SAFEALIGNEDCOPY|REFCOUNT|MIN|MAX",
    "(?:ITER|MultiIter)_(?:DATA|NEXTi?|GOTO(?:1D)?|NOTDONE|RESET)",
    "CLEARFLAGS|ENABLEFLAGS|HANDLER|malloc|free|realloc|[A-Z]*ORDER"
  ].join("|")})$`
);
var CALL = /\b(PyArray_\w+|PyUFunc_\w+)\s*\(|&\s*(PyArray(?:Descr|Iter|MultiIter)?_Type|Py[A-Z]\w*ArrType_Type)\b/g;
function tableCall(text) {
  return tableCalls(text)[0]?.name ?? null;
}
function tableCalls(text) {
  return [...text.matchAll(CALL)].map(({ 1: called, 2: type, index }) => ({ name: called ?? type ?? "", index })).filter(({ name }) => !INLINE.test(name) && !name.endsWith("_")).filter(
    ({ index }) => !/#[ \t]*define[ \t]+$/.test(text.slice(Math.max(0, index - 40), index))
  );
}

// src/judge/locate/included.ts
var MOST_CALLS = 300;
function includedCall(file, text, headers) {
  const named = [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">]/gm)];
  const included = named.flatMap(([, name = ""]) => meant(file, name, headers));
  for (const [, header] of new Set(included)) {
    for (const { name, index } of tableCalls(header).slice(0, MOST_CALLS)) {
      const user = macroAt(header, index) ?? enclosingFunction(header, index);
      const isUsed = user !== null && new RegExp(String.raw`\b${user}\s*\(`).test(text);
      if (isUsed && isCompiled(header, index, text)) return name;
    }
  }
  return null;
}
function meant(file, name, headers) {
  const beside = path2.posix.join(path2.posix.dirname(file), name);
  const found = headers.find(([header]) => header === beside);
  if (found) return [found];
  const end = `/${path2.posix.normalize(name).replace(/^(?:\.\.\/)+/, "")}`;
  const ending = headers.filter(([header]) => `/${header}`.endsWith(end));
  if (ending.length > 0) return ending;
  const alike = headers.filter(
    ([header]) => path2.posix.basename(header) === path2.posix.basename(end)
  );
  return alike.length === 1 ? alike : [];
}
function macroAt(text, index) {
  const lines = text.slice(0, index).split("\n");
  const begin = lines.findLastIndex((_line, at) => !lines[at - 1]?.endsWith("\\"));
  return /^[ \t]*#[ \t]*define[ \t]+(\w+)\(/.exec(lines[begin] ?? "")?.[1] ?? null;
}

// src/judge/locate/missing-import-array.ts
import path4 from "node:path";

// src/judge/locate/cimported.ts
import path3 from "node:path";
function cimportedCall(file, text, declarations) {
  const cimports = /^[ \t]*from[ \t]+([\w.]+)[ \t]+cimport[ \t]+(\([^)]*\)|[^\n#]+)/gm;
  for (const [, from = "", names = ""] of text.matchAll(cimports)) {
    const all = declarations.filter(([one]) => isMeant(one, from, file));
    for (const [, name = "", alias = name] of names.matchAll(/(\w+)(?:[ \t]+as[ \t]+(\w+))?/g)) {
      if (!new RegExp(String.raw`\b${alias}\s*\(`).test(text)) continue;
      const called = all.map(([, pxd]) => tableCall(inlineBody(pxd, name)));
      const found = called.find((one) => one !== null);
      if (found) return found;
    }
  }
  return null;
}
function isMeant(declaration, from, file) {
  const [dots = ""] = /^\.*/.exec(from) ?? [];
  const below2 = `${from.slice(dots.length).replaceAll(".", "/")}.pxd`;
  if (dots === "") return isEndOf(`/${declaration}`, `/${below2}`);
  const folder = path3.posix.join(
    path3.posix.dirname(file),
    ...dots.slice(1).split("").map(() => "..")
  );
  return declaration === path3.posix.join(folder, below2);
}
function isEndOf(file, wanted2) {
  return file.endsWith(wanted2) || wanted2.endsWith(file);
}
function inlineBody(pxd, name) {
  const head = String.raw`^([ \t]*)c(?:p?def|def)[ \t]+inline\b[^\n]*\b${name}[ \t]*\([^\n]*\n`;
  const found = new RegExp(head, "m").exec(pxd);
  if (!found) return "";
  const [, indent = ""] = found;
  const lines = pxd.slice(found.index + found[0].length).split("\n");
  const end = lines.findIndex(
    (line) => line.trim() !== "" && !line.startsWith(`${indent} `) && !line.startsWith(`${indent}	`)
  );
  return lines.slice(0, end < 0 ? void 0 : end).join("\n");
}

// src/judge/locate/missing-import-array.ts
var NATIVE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|pyx)$/i;
var HEADER = /\.(?:h|hh|hpp|hxx|inc|inl|def|pxd|pxi|ipp|tcc|src|in)$/i;
var BINDINGS = /#\s*include\s*[<"](?:pybind11|nanobind)\//;
var SHARES = /^[ \t]*#[ \t]*define[ \t]+NO_IMPORT_ARRAY\b/m;
async function missingImportArray(module, sources) {
  const unit = await unitsOf(module, sources);
  if (!unit) return null;
  const { init, files, isListed: isListed2 } = unit;
  let called = null;
  const headers = [];
  for (const file of files) {
    const { text: text2, initialises, definesModule } = await codeOf(file, sources);
    if (file !== init && definesModule) continue;
    if (initialises) return null;
    const code2 = /\.p(?:yx|x[di])$/.test(file) ? await cythonCode(file, sources) : text2;
    if (HEADER.test(file)) headers.push([file, code2]);
    else if (file.endsWith(".pyx")) called ??= tableCall(code2);
    else if (isListed2 || file === init || !SHARES.test(text2)) called ??= tableCall(text2);
  }
  const text = await sources.text(init) ?? "";
  if (BINDINGS.test(text) && !await includesNumpy(files, sources)) return null;
  if (called !== null) return called;
  if (init.endsWith(".pyx")) return cimportedCall(init, text, headers);
  const { text: code } = await codeOf(init, sources);
  return init.endsWith(".i") ? typemapCall(code) : includedCall(init, code, headers);
}
async function includesNumpy(files, sources) {
  for (const file of files) {
    if ((await codeOf(file, sources)).includesNumpy) return true;
  }
  return false;
}
async function cythonCode(file, sources) {
  return (await sources.text(file) ?? "").replaceAll(/#(?![ \t]*define\b).*/g, "");
}
var TYPEMAPS = [
  [/\bARGOUTVIEWM?_(?:F?ARRAY)\d/, "PyArray_SimpleNewFromData"],
  [/\bARGOUT_ARRAY\d/, "PyArray_SimpleNew"],
  [/\bIN_F?ARRAY\d/, "PyArray_FROMANY"],
  [/\bINPLACE_(?:F?ARRAY\d|ARRAY_FLAT)/, "PyArray_Check"]
];
function typemapCall(text) {
  if (!/^[ \t]*%include[ \t]*[<"](?:[^">]*\/)?numpy\.i[">]/m.test(text)) return null;
  return TYPEMAPS.find(([typemap]) => typemap.test(text))?.[1] ?? null;
}
async function unitsOf(module, sources) {
  const init = await locateInit(module, sources);
  if (!init) return null;
  const listed = await sourcesOf(module, sources);
  const swig = init.file.endsWith(".i");
  const folder = path4.posix.dirname(init.file);
  const own = await ownFiles(sources);
  const beside = own.filter(
    (file) => NATIVE.test(file) && (listed.length === 0 || listed.includes(file))
  );
  const group = listed.length > 0 ? beside : beside.filter((file) => near(file, folder));
  const headers = own.filter((file) => HEADER.test(file) || swig && isInterface(file));
  const files = [.../* @__PURE__ */ new Set([init.file, ...group, ...headers])];
  return { init: init.file, files, isListed: listed.length > 0 };
}
function isInterface(file) {
  return /\.(?:i|swg)$/.test(file) && path4.posix.basename(file) !== "numpy.i";
}
function near(file, folder) {
  return folder === "." || file.startsWith(`${folder}/`);
}

// src/judge/locate/table-of.ts
var DIRECTIVE = /^[ \t]*#[ \t]*(include|define|undef|if|ifdef|ifndef|endif)\b[ \t]*(.*)$/gm;
function tableOf(text) {
  const conditions = [];
  let symbol = null;
  let isExtern = false;
  let isIncluded = false;
  let isLate = false;
  for (const { 0: line, 1: word = "", 2: rest = "", index } of text.matchAll(DIRECTIVE)) {
    if (word === "endif") conditions.pop();
    if (word.startsWith("if")) conditions.push(!isGuard(text, index));
    const told = /^(PY_ARRAY_UNIQUE_SYMBOL|NO_IMPORT(?:_ARRAY)?)\b[ \t]*(\w*)/.exec(rest);
    const isNumpy = word === "include" && NUMPY_HEADER.test(line);
    if (!told && !isNumpy) continue;
    if (!isNumpy && word !== "define" && word !== "undef") continue;
    if (word === "undef" || conditions.includes(true)) return null;
    if (isNumpy) isIncluded = true;
    else if (isIncluded) isLate = true;
    else if (told?.[1] === "PY_ARRAY_UNIQUE_SYMBOL") symbol = told[2] ?? "";
    else isExtern = true;
  }
  if (!isIncluded) return null;
  return { symbol, isExtern, isLate };
}

// src/judge/locate/divided-table.ts
var BUILD_FILE = /^(?:setup\.(?:py|cfg)|pyproject\.toml|meson\.build|CMakeLists\.txt|Makefile|.*\.cmake)$/;
var SHARED_BY_BUILD = /PY_ARRAY_UNIQUE_SYMBOL|NO_IMPORT(?:_ARRAY)?\b|UNITY_BUILD|\bunity\b|-include\b/;
var GENERATED = /boost\/python|f2py/;
async function textsOf(module, sources) {
  const found = await unitsOf(module, sources);
  if (!found) return null;
  const read2 = async (file) => [file, (await codeOf(file, sources)).text];
  const texts = [];
  for (const file of found.files) texts.push(await read2(file));
  const buildFiles = [];
  for (const file of await filesNamed(sources, BUILD_FILE)) buildFiles.push(await read2(file));
  return { init: found.init, texts, buildFiles };
}
function dividedTable({ init, texts, buildFiles }) {
  const all = [...texts, ...buildFiles];
  if (buildFiles.some(([, text]) => SHARED_BY_BUILD.test(text))) return null;
  if (all.some(([, text]) => GENERATED.test(text))) return null;
  const headers = texts.filter(([file]) => HEADER.test(file));
  const native = texts.filter(([file]) => NATIVE.test(file)).map(([file, text]) => {
    const whole = withHeaders(file, text, headers);
    return { file, text, whole, table: tableOf(whole) };
  });
  const filling = native.filter(({ whole }) => INITIALISES.test(whole));
  const filledIn = native.find(({ text }) => fills(text))?.file;
  if (filledIn === void 0) return null;
  const included = includedNames(texts);
  const filled = new Set(filling.flatMap(({ table }) => table?.symbol ?? []));
  const isUnclear = filling.some(({ table }) => table === null);
  for (const { file, text, whole, table } of native) {
    const isOther = file === init || DEFINES_MODULE.test(text) || file.endsWith(".pyx");
    if (isOther || INITIALISES.test(whole) || included.has(path5.posix.basename(file))) continue;
    const call = tableCalls(text).find(({ index }) => isCompiled(text, index, whole));
    if (!table || !call || table.isExtern) continue;
    if (table.symbol !== null && filled.has(table.symbol)) continue;
    if (table.symbol !== null && isUnclear) continue;
    const how = table.symbol !== null ? "other-symbol" : table.isLate ? "too-late" : "apart";
    const line = lineAt(text, NUMPY_HEADER.exec(text)?.index ?? call.index);
    return { how, file, line, called: call.name, filledIn, within: null };
  }
  return null;
}
function includedNames(texts) {
  const line = /^[ \t]*(?:#[ \t]*include|cdef[ \t]+extern[ \t]+from)[ \t]*[<"']([^">'\n]+)/gm;
  return new Set(
    texts.flatMap(
      ([, text]) => [...text.matchAll(line)].map(([, name = ""]) => path5.posix.basename(name))
    )
  );
}
function fills(text) {
  return /\b_?import_array\d?\s*\(|^\s*cimport\s+numpy\b/m.test(text);
}
function withHeaders(file, text, headers) {
  const seen = /* @__PURE__ */ new Set();
  const insert = (from, part) => part.replace(/^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">].*$/gm, (line, name) => {
    const [found] = /^numpy\//.test(name) ? [] : meant(from, name, headers);
    if (!found || seen.has(found[0])) return line;
    seen.add(found[0]);
    return insert(found[0], found[1]);
  });
  return insert(file, text);
}

// src/judge/locate/empty-table.ts
var FILLS_UFUNCS = /_?import_(?:umath|ufunc)\w*|PyUFunc_ImportUFuncAPI|PyUFunc_API\s*=|pybind11\/|nanobind\/|boost\/python|f2py/i;
var UFUNC_CALL = /\b(PyUFunc_\w+)\s*\(/;
async function emptyTable(module, crashes, sources) {
  const unit = await textsOf(module, sources);
  if (!unit) return null;
  const sure = dividedTable(unit) ?? ufuncTable(unit);
  if (sure) return await isListed(module, sure, sources) ? { ...sure, listed: true } : sure;
  return lateTable(unit, crashes);
}
async function listedTable(module, sources) {
  const listed = (await sourcesOf(module, sources)).filter((file) => NATIVE.test(file));
  if (listed.length < 2) return null;
  const calling = [];
  for (const file of listed) {
    const { text, initialises } = await codeOf(file, sources);
    if (!initialises && tableCall(text) !== null) calling.push(file);
  }
  if (calling.length === 0) return null;
  const found = await emptyTable(module, [], sources);
  return found?.listed ? found : null;
}
async function isListed(module, { file, filledIn }, sources) {
  const listed = await sourcesOf(module, sources);
  return listed.includes(file) && listed.includes(filledIn);
}
function ufuncTable({ init, texts }) {
  if (texts.some(([, text]) => FILLS_UFUNCS.test(text))) return null;
  for (const [file, text] of texts) {
    const call = NATIVE.test(file) ? UFUNC_CALL.exec(text) : null;
    const isOther = file !== init && DEFINES_MODULE.test(text);
    if (!call?.[1] || isOther) continue;
    const line = lineAt(text, call.index);
    return { how: "ufunc", file, line, called: call[1], filledIn: init, within: null };
  }
  return null;
}
function lateTable({ texts }, crashes) {
  const native = texts.filter(([file2]) => NATIVE.test(file2) && !file2.endsWith(".pyx"));
  const [called] = native.flatMap(
    ([file2, text]) => crashes.flatMap((frame) => {
      const name2 = callAt(frame, file2, text);
      return name2 === null ? [] : [{ file: file2, name: name2, line: frame.line ?? 1 }];
    })
  );
  if (!called) return null;
  const fills2 = texts.flatMap(
    ([file2, text]) => [...text.matchAll(new RegExp(INITIALISES, "gi"))].map(({ index }) => ({
      file: file2,
      within: NATIVE.test(file2) ? enclosingFunction(text, index) : null
    }))
  );
  const all = native.map(([, text]) => text).join("\n");
  const [first] = fills2;
  if (!first?.within) return null;
  if (!fills2.every(({ within: within2 }) => within2 !== null && isForPythonAlone(within2, all))) return null;
  const { file, within } = first;
  const { name, line } = called;
  return { how: "late", file: called.file, line, called: name, filledIn: file, within };
}
function callAt(frame, file, text) {
  if (frame.line === null || !frame.file?.replaceAll("\\", "/").endsWith(file)) return null;
  return tableCall(text.split("\n")[frame.line - 1] ?? "");
}
function isForPythonAlone(name, text) {
  const count = (pattern) => [...text.matchAll(new RegExp(pattern, "g"))].length;
  const listed = count(String.raw`\{\s*"[^"]*"\s*,\s*(?:\(\s*\w+\s*\)\s*)*${name}\s*,`);
  return listed > 0 && count(String.raw`\b${name}\b(?!")`) - listed === 1;
}

// src/measure/discover/dropped-extensions.ts
var HASH_COMMENT = /(?:^|\/)(?:setup\.py|pyproject\.toml|setup\.cfg|meson\.build|CMakeLists\.txt|Cargo\.toml)$|\.cmake$/;
var C_SOURCE = /\.(?:c|cc|cpp|cxx|cu|h|hpp)$/;
var SIGNS = [
  {
    files: /(?:^|\/)setup\.py$/,
    line: /\b(?:ext_modules|rust_extensions|cffi_modules)\s*=(?!=)\s*(?!None\b|\[\s*\])|\bcythonize\(|\b\w*Extension\(/,
    what: "defines extension modules",
    strength: "declared"
  },
  {
    files: /(?:^|\/)pyproject\.toml$/,
    line: /\[\[\s*tool\.setuptools\.ext-modules\s*\]\]|^\s*ext-modules\s*=\s*\[(?!\s*\])|\[\[\s*tool\.setuptools-rust\.ext-modules\s*\]\]/,
    what: "defines extension modules",
    strength: "declared"
  },
  {
    files: /(?:^|\/)meson\.build$/,
    line: /\.extension_module\(/,
    what: "calls extension_module()",
    strength: "declared"
  },
  {
    files: /(?:^|\/)CMakeLists\.txt$|\.cmake$/,
    line: /\b(?:python3?_add_library|pybind11_add_module|nanobind_add_module|swig_add_library|python_extension_module|add_python_extension)\s*\(/i,
    what: "adds an extension module",
    strength: "declared"
  },
  {
    files: /(?:^|\/)Cargo\.toml$/,
    line: /^\s*pyo3\b|^\s*\[dependencies\.pyo3\]/,
    what: "depends on pyo3",
    strength: "declared"
  },
  { files: /\.pyx$/, line: /^/, what: "is a Cython module", strength: "source" },
  {
    files: C_SOURCE,
    line: /\bPyInit_\w+\s*\(|\bPYBIND11_MODULE\s*\(|\bNB_MODULE\s*\(|\bBOOST_PYTHON_MODULE\s*\(/,
    what: "defines a module",
    strength: "source"
  },
  { files: /\.rs$/, line: /#\[pymodule\b/, what: "defines a module", strength: "source" }
];
var ASIDE2 = /(?:^|\/)(?:tests?|testing|docs?|examples?|bench(?:marks?)?|third_party|vendor|\.[^/]+|build|dist|node_modules)\//i;
function tellsOfExtensions(path6) {
  return !ASIDE2.test(path6) && SIGNS.some(({ files }) => files.test(path6));
}
function droppedExtensions(project, wheelMembers2) {
  if (wheelMembers2.some(isImportable)) {
    return [];
  }
  const signs = project.filter(({ path: path6 }) => tellsOfExtensions(path6)).map(firstSign).filter((sign) => sign !== void 0);
  const rank = ({ strength }) => strength === "declared" ? 0 : 1;
  return signs.sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1)).slice(0, 10);
}
function firstSign({ path: path6, text }) {
  const lines = (text ?? "").split(/\r\n|\r|\n/).map((line) => withoutComment(path6, line));
  for (const { files, line: pattern, what, strength } of SIGNS) {
    const index = files.test(path6) ? lines.findIndex((line) => pattern.test(line)) : -1;
    if (index !== -1) {
      return { file: path6, line: index + 1, what, strength };
    }
  }
  return void 0;
}
function withoutComment(path6, line) {
  const mark = HASH_COMMENT.test(path6) ? "#" : "//";
  const at = C_SOURCE.test(path6) || HASH_COMMENT.test(path6) ? line.indexOf(mark) : -1;
  return at === -1 ? line : line.slice(0, at);
}

// src/commands/source-facts.ts
var MAX_FILES = 5e3;
var MAX_BYTES = 1024 * 1024;
async function sourceFacts(project, measurements, files) {
  if (project === null) return { uninitialised: {}, extensions: [] };
  const isEmpty = measurements.some(
    ({ state, observed }) => state.kind === "ran" && observed.length === 0
  );
  const sources = repositorySources(files, await repositoryRoot(project), project);
  return {
    uninitialised: await uninitialisedModules(sources, measurements),
    emptyTables: await emptyTables(sources, measurements),
    extensions: isEmpty ? await extensionLines(project, files) : [],
    defined: await definedModules(sources)
  };
}
async function uninitialisedModules(sources, measurements) {
  const open = ownModules(measurements).filter(
    ({ facts }) => ["none", "unknown", "cython-sizes", "lazy-1.x", "lazy-2.x"].includes(facts.capi.era)
  );
  const found = {};
  for (const name of new Set(open.map((module) => module.name))) {
    const called = await missingImportArray(name, sources);
    if (called !== null) found[name] = called;
  }
  return found;
}
async function emptyTables(sources, measurements) {
  const crashed = measurements.flatMap(
    ({ observed, smoke }) => [...observed, ...smoke ? [smoke] : []].flatMap(
      ({ observation }) => observation.outcome.kind === "signalled" ? [observation] : []
    )
  );
  const frames3 = crashed.flatMap((observation) => crashFrame(observation) ?? []);
  const own = ownModules(measurements).filter(
    ({ facts }) => crashed.length > 0 || asksNumpy(facts)
  );
  const found = {};
  for (const name of new Set(own.map((module) => module.name))) {
    const table = await (crashed.length > 0 ? emptyTable(name, frames3, sources) : listedTable(name, sources));
    if (table !== null) found[name] = table;
  }
  return found;
}
function ownModules(measurements) {
  return measurements.flatMap(({ observed }) => observed.map(({ module }) => module)).filter(({ role }) => role === "subject");
}
async function extensionLines(project, files) {
  const listed = await files.list(project, { maxFiles: MAX_FILES, skipFolder: isMadeFolder });
  const texts = await together(
    listed.map(async (path6) => ({
      path: path6,
      text: tellsOfExtensions(path6) ? await files.readText(`${project}/${path6}`, MAX_BYTES) ?? null : null
    }))
  );
  return droppedExtensions(texts, []).map(({ file, line, what }) => ({ file, line, what }));
}

// src/commands/check.ts
async function check(config, world, version) {
  const watch = createStopwatch(world.now);
  const prepared = await prepare(config, world, version);
  const { subject, plan, context, build, given, lacking } = prepared;
  const { tools } = context;
  watch.lap("plan");
  world.progress.planned?.(subject.name, subject.version, plan);
  const begun = await beginMeasurements(config, prepared, world, version);
  const deadline = world.now() + config.run.budgetMinutes * 6e4;
  const listen = judgeLive(begun, world.progress);
  const own = config.axes.shard === null || given !== null ? plan : {
    ...plan,
    planned: shardOf(plan.planned, config.axes.shard, expectedWork({}, subject.kind))
  };
  const planned = await measurePlan(own, subject, build, context, deadline, listen);
  const measured = {
    ...begun,
    measurements: [...planned.measurements, ...lacking],
    notTested: planned.unusedWheels
  };
  const tried = config.run.bisect ? await bisect(measured, plan, subject, build, context, deadline) : measured;
  watch.lap("run");
  const sourced = {
    ...tried,
    sources: await sourceFacts(sourceFolder(subject), tried.measurements, world.files)
  };
  const { findings } = judgeRun(sourced);
  const names = subject.facts.map(({ name }) => name);
  const budget = createReadBudget(ADVICE_BYTES, ADVICE_SECONDS, world.processes.signal);
  const [gone, advice] = await together([
    withdrawnCulprits(findings, names, tools.index, budget.signal),
    adviceFor(findings, plan, tools.index, budget, world.progress.info)
  ]);
  budget.end();
  const measurements = {
    ...sourced,
    notices: [...sourced.notices, ...gone, ...advice.notices],
    advice: advice.releases
  };
  const report = await conclude(
    config.axes.shard === null ? measurements : partOf(measurements),
    tools.folder,
    world.files
  );
  watch.lap("diagnose");
  const times = {
    seconds: watch.seconds(),
    timeline: world.timeline.spans(),
    jobs: config.run.jobs
  };
  return { report: { ...report, ...times }, measurements: { ...measurements, ...times } };
}
function partOf(measurements) {
  const { plan } = measurements;
  const own = measurements.measurements.map(({ combination }) => combination);
  const ids = new Set(own.map(({ id }) => id));
  const platforms = new Set(own.map(({ platform }) => platform));
  const isHere = ({ platform }) => platforms.size === 0 || platforms.has(platform);
  return {
    ...measurements,
    notices: [
      ...measurements.notices,
      "This is a part of the plan, and is judged here by itself alone: `merge` judges all parts together"
    ],
    plan: {
      ...plan,
      planned: plan.planned.filter(({ id }) => ids.has(id)),
      excluded: plan.excluded.filter(isHere),
      missing: plan.missing.filter(isHere)
    }
  };
}

export {
  check
};
