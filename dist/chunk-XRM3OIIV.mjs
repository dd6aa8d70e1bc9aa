import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  auditExitCode,
  auditVerdict,
  countsOf,
  htmlJson,
  printableJson,
  safeJson
} from "./chunk-36TSZXTM.mjs";
import {
  STOP_SIGNALS,
  VERSION,
  shownPreset
} from "./chunk-EWP7NZH2.mjs";
import {
  NO_CAPI
} from "./chunk-CFFDKGBE.mjs";
import {
  askedBy,
  askedWords,
  availableMemory,
  formatDuration,
  listOf as listOf2
} from "./chunk-XT7DTJTC.mjs";
import {
  OPTIONS,
  ROWS,
  SUBJECT
} from "./chunk-G7XLYVKE.mjs";
import {
  andList,
  axesOf,
  byPlatform,
  causesOf,
  describeCombinations,
  describeRun,
  hasPlatforms,
  headlineOf,
  isProvenVerdict,
  provenAndDeclared,
  splitLines,
  tallyOf,
  tellByPlatform,
  totalsOf,
  visible,
  withoutColours
} from "./chunk-M2KFZPVJ.mjs";
import {
  SMOKE,
  isProvenResult
} from "./chunk-K3GDEMVZ.mjs";
import {
  orderFindings
} from "./chunk-XJSSRWXH.mjs";
import {
  allKinds,
  locateFallback,
  repositorySources,
  tomlPositions
} from "./chunk-K5XN7KMJ.mjs";
import {
  listOf,
  ofEach
} from "./chunk-LL6UFCXA.mjs";
import {
  parsePythonSpec
} from "./chunk-TQHHQOZR.mjs";
import {
  editDistance,
  suggest
} from "./chunk-YJYW3CR6.mjs";
import {
  tomlProblem
} from "./chunk-ZHMNUZM2.mjs";
import {
  THIS_PLATFORM,
  TomlError,
  buildEnvironment,
  endedWell,
  onPath,
  parse,
  redact
} from "./chunk-GYQQMVWE.mjs";
import {
  createWorkspace,
  makeFolder,
  reasonOf,
  removeTree,
  withDiskErrors
} from "./chunk-X3BWH247.mjs";
import {
  boolean,
  by,
  count,
  integer,
  list,
  maybeText,
  number,
  object,
  oneOf,
  orNull,
  text
} from "./chunk-K6IXYRTY.mjs";
import {
  repositoryRoot
} from "./chunk-EBFVU3R3.mjs";
import {
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  NUMPY_NONE
} from "./chunk-PLGXYP7V.mjs";
import {
  groupBy,
  isRecord,
  listSome,
  plural,
  recordOf
} from "./chunk-C5GTPLUR.mjs";
import {
  isRequirement,
  normaliseSpecifier,
  specProblem
} from "./chunk-Z2AIENEA.mjs";
import {
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError,
  interrupted
} from "./chunk-7YHZB25F.mjs";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-MGTXAUHH.mjs";

// src/settings/problem.ts
function describeProblems(problems) {
  return problems.map(
    ({ where, message, remedy }) => `${where}: ${sentence(message)} ${sentence(remedy)}`.trim()
  ).join("\n");
}
function sentence(text2) {
  return text2 === "" || /[.?!]$/.test(text2) ? text2 : `${text2}.`;
}

// src/entry/complaint.ts
function complaintOf(error) {
  if (error instanceof UserError) {
    return { exitCode: error.exitCode, message: error.message, remedy: error.remedy ?? "" };
  }
  const said = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack ?? said : said;
  return {
    exitCode: EXIT.bug,
    message: `this is a bug in numpy-abi-matrix ${VERSION}: ${said}`,
    remedy: `Please report it, with the command that you ran and the lines below:
${stack}`
  };
}
function usageError(problems) {
  return new UserError(describeProblems(problems), { exitCode: EXIT.usage });
}

// src/entry/github.ts
import { randomUUID } from "node:crypto";
import { appendFile } from "node:fs/promises";

// src/escape/safe-text.ts
var Made = class {
  #format;
  #text;
  constructor(format, text2) {
    this.#format = format;
    this.#text = text2;
  }
  get format() {
    return this.#format;
  }
  get text() {
    return this.#text;
  }
  static isOf(value, format) {
    return #format in value && value.#format === format;
  }
};
function vouch(format, text2) {
  return new Made(format, text2);
}
function isSafe(value, format) {
  return typeof value === "object" && value !== null && Made.isOf(value, format);
}
function safeTemplate(format, escapeText, finish = (text2) => text2) {
  return (strings, ...values) => {
    let text2 = strings[0] ?? "";
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? "";
      text2 += isSafe(value, format) ? value.text : escapeText(plain(value));
      text2 += strings[index + 1] ?? "";
    }
    return vouch(format, finish(text2));
  };
}
function joinSafe(format, parts, separator) {
  let text2 = "";
  parts.forEach((part, at) => {
    text2 += at === 0 ? checked(part, format) : separator + checked(part, format);
  });
  return vouch(format, text2);
}
function checked(part, format) {
  if (!isSafe(part, format)) throw new TypeError(`not safe ${format} text`);
  return part.text;
}
function plain(value) {
  if (typeof value === "object") return String(value.text);
  return String(value);
}

// src/escape/command.ts
function workflowCommand(name, properties, message) {
  const pairs = Object.entries(properties).filter(([, value]) => value !== void 0 && value !== "").map(([key2, value]) => `${key2}=${escapeProperty(String(value))}`);
  const head = pairs.length > 0 ? `${name} ${pairs.join(",")}` : name;
  return vouch("command", `::${head}::${escapeData(message)}`);
}
function escapeData(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text2) {
  return escapeData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
var logLine = safeTemplate("log", logText, (line2) => breakCommands(line2));
function joinLog(lines) {
  return joinSafe("log", lines, "\n");
}
function logText(text2) {
  return visible(withoutColours(text2).replaceAll("	", "    "));
}
function breakCommands(line2) {
  return line2.replaceAll("##[", "## [").replace(/^(\s*)::/, "$1\\::");
}

// src/escape/relay.ts
var RELAY_PREFIX = "  \u2502 ";
function relay(text2, prefix = RELAY_PREFIX) {
  const lines = splitLines(text2);
  const kept = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
  const start2 = logText(prefix);
  return kept.map((line2) => vouch("log", breakCommands(start2 + logText(line2)).trimEnd()));
}

// src/report/render/cell.ts
var MARKS = {
  proven: "\u2713",
  /** Everything imports, and a warning says why that is not all. */
  warned: "\u26A0",
  /** Everything imports, and a warning says that it may fail all the same. */
  doubtful: "?",
  /** It fails only as known-failures foretell. */
  known: "~",
  failed: "\u2717",
  /** A combination in which there was nothing to prove is no green one. */
  empty: "0",
  "not-set-up": "!",
  skipped: "\xBB",
  excluded: "\u2013"
};
function cellText(combination2, tally) {
  if (!combination2) return " ";
  const { verdict, id } = combination2;
  const mark = MARKS[verdict];
  const cell = tally.cells.get(id);
  if (!cell) return mark;
  switch (verdict) {
    case "proven":
    case "warned":
    case "doubtful":
      return `${mark} ${cell.modules}`;
    case "known":
    case "failed":
      if (cell.bad > 0) return `${mark} ${cell.bad}/${cell.modules}`;
      return cell.smoke === "failed" ? `${mark} smoke` : `${mark} ${cell.modules}`;
    default:
      return mark;
  }
}

// src/report/render/plan-line.ts
function planLine(subject2, version, plan) {
  const cells = [...plan.planned, ...plan.excluded, ...plan.missing];
  const pythons = new Set(cells.map(({ python }) => python)).size;
  const numpys = new Set(cells.map(({ numpy }) => numpy)).size;
  const platforms = new Set(cells.map(({ platform }) => platform)).size;
  const axes = [
    ...platforms > 1 ? [plural(platforms, "platform")] : [],
    plural(pythons, "Python"),
    plural(numpys, "NumPy")
  ].join(" \xD7 ");
  const name = version === null ? subject2 : `${subject2} ${version}`;
  return `${name}  \xB7  ${axes}: ${countsOf2(plan)}`;
}
function countsOf2({ planned, excluded, missing }) {
  return [
    `${planned.length} to run`,
    ...excluded.length > 0 ? [`${excluded.length} excluded`] : [],
    ...missing.length > 0 ? [`${missing.length} cannot be had`] : []
  ].join(", ");
}

// src/report/render/workflow-command.ts
function annotationCommand(annotation) {
  const { level, title, message, file, line: line2, endLine } = annotation;
  const shown = { title: title && visible(title), file: file && visible(file), line: line2, endLine };
  return workflowCommand(level, shown, visible(message, "\n"));
}

// src/entry/github.ts
function createGithubProgress(options) {
  const print = (lines) => writeLines(options.stdout, lines);
  const info = (text2) => print(splitLines(text2).map((line2) => logLine`${line2}`));
  return {
    info,
    notice: (text2) => info(`note: ${text2}`),
    detail: (text2) => {
      if (options.verbose) info(text2);
    },
    group: (title, text2) => {
      const token = randomUUID();
      print([
        workflowCommand("group", {}, logLine`${title}`.text),
        workflowCommand("stop-commands", {}, token),
        ...relay(text2)
      ]);
      options.stdout.write(`::${token}::
`);
      print([workflowCommand("endgroup", {}, "")]);
    },
    planned: (subject2, version, plan) => print([logLine`${planLine(subject2, version, plan)}`]),
    combination: (id, text2, verdict) => print([logLine`${MARKS[verdict]} ${id.padEnd(18)} ${text2}`]),
    update: () => {
    },
    done: () => {
    }
  };
}
function printAnnotations(stdout, annotations) {
  writeLines(stdout, annotations.map(annotationCommand));
}
function maskSecrets(stdout, secrets) {
  const lines = secrets.flatMap((secret) => [secret, ...splitLines(secret)]);
  const worth = [...new Set(lines)].filter((secret) => secret.trim().length >= 3);
  writeLines(
    stdout,
    worth.map((secret) => workflowCommand("add-mask", {}, secret))
  );
}
async function appendSummary(file, markdown2) {
  if (file !== void 0 && file !== "") await appendFile(file, `${markdown2.trimEnd()}
`);
}
async function writeOutputs(file, outputs) {
  if (file === void 0 || file === "") return;
  const blocks = Object.entries(outputs).map(([name, value]) => {
    const end = `end_${randomUUID()}`;
    return `${name}<<${end}
${value}
${end}
`;
  });
  await appendFile(file, blocks.join(""));
}
function writeLines(stdout, lines) {
  if (lines.length > 0) stdout.write(`${lines.map((line2) => line2.text).join("\n")}
`);
}

// src/repository.ts
var REPOSITORY = "numpy-abi-matrix/numpy-abi-matrix";

// src/entry/documentation-base.ts
function documentationBase(env) {
  const server = /^https:\/\/[\w.:-]+$/.exec(env["GITHUB_SERVER_URL"] ?? "")?.[0];
  const repository = /^[\w.-]+\/[\w.-]+$/.exec(env["GITHUB_ACTION_REPOSITORY"] ?? "")?.[0];
  const ref = /^[\w./-]+$/.exec(env["GITHUB_ACTION_REF"] ?? "")?.[0];
  const host = server ?? "https://github.com";
  if (repository && ref) return `${host}/${repository}/blob/${ref}/`;
  return `https://github.com/${REPOSITORY}/blob/v${VERSION}/`;
}

// src/host/files.ts
import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
var DEFAULT_CAP_BYTES = 256 * 1024 * 1024;
var DEFAULT_MAX_FILES = 2e5;
var MISSING = /* @__PURE__ */ new Set([
  "ENOENT",
  "ENOTDIR",
  "EISDIR",
  "EACCES",
  "EPERM",
  "ELOOP",
  "ENAMETOOLONG",
  // A socket.
  "ENXIO"
]);
function createFiles() {
  return { read, readText: readText2, list: list2, exists };
  async function readText2(path5, capBytes) {
    const bytes = await read(path5, capBytes);
    return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
  }
}
var WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
async function read(path5, capBytes = DEFAULT_CAP_BYTES) {
  return unlessMissing(async () => {
    var _stack = [];
    try {
      const file = __using(_stack, await open(path5, WITHOUT_WAITING), true);
      const stats = await file.stat();
      if (stats.isFIFO()) return void 0;
      const { size } = stats;
      const wanted = Math.min(size, capBytes);
      const bytes = Buffer.alloc(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await file.read(bytes, filled, wanted - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  });
}
async function exists(path5) {
  return await unlessMissing(() => lstat(path5)) !== void 0;
}
async function list2(folder, options = {}) {
  const found = [];
  const pending = [""];
  const max = options.maxFiles ?? DEFAULT_MAX_FILES;
  while (pending.length > 0 && found.length < max) {
    const below = pending.pop() ?? "";
    const entries = await unlessMissing(
      () => readdir(join(folder, below), { withFileTypes: true })
    );
    if (below !== "" && options.skipFolder?.(new Set(entries?.map(({ name }) => name)))) continue;
    for (const entry of (entries ?? []).sort((a, b) => a.name < b.name ? -1 : 1)) {
      const relative2 = below === "" ? entry.name : `${below}/${entry.name}`;
      if (options.skip?.(relative2)) continue;
      if (entry.isDirectory()) pending.push(relative2);
      else if (entry.isFile() && found.length < max) found.push(relative2);
    }
  }
  return found.sort();
}
async function unlessMissing(action) {
  try {
    return await action();
  } catch (error) {
    if (MISSING.has(error.code ?? "")) return void 0;
    throw error;
  }
}

// src/entry/report-options.ts
import { join as join2 } from "node:path";
async function fallbackPlace(subject2, cwd, measured = null) {
  const files = createFiles();
  const asked = projectFolder(subject2, cwd);
  const root = await repositoryRoot(asked);
  const there = measured === null ? asked : join2(root, measured);
  const project = await files.exists(there) ? there : asked;
  return locateFallback(repositorySources(files, root, project));
}
function projectFolder({ spec }, cwd) {
  return spec.kind === "project" ? spec.path : cwd;
}

// src/entry/output-file.ts
import { access, constants as constants2, open as open2, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

// src/entry/bytes-of.ts
var ROOM = 256 * 1024;
function* bytesOf(pieces) {
  const room = new Uint8Array(ROOM);
  const encoder = new TextEncoder();
  let filled = 0;
  for (const piece of pieces) {
    for (let left = piece; left !== ""; ) {
      const { read: read2, written } = encoder.encodeInto(left, room.subarray(filled));
      filled += written;
      left = left.slice(read2);
      if (left === "") break;
      yield room.subarray(0, filled);
      filled = 0;
    }
  }
  if (filled > 0) yield room.subarray(0, filled);
}

// src/entry/output-file.ts
async function refuseUnwritable(file) {
  const folder = await stat(dirname(file)).catch(() => void 0);
  const itself = await stat(file).catch(() => void 0);
  const why = itself?.isDirectory() ? "it is a folder" : folder?.isDirectory() ? await (itself ? access(file, constants2.W_OK) : tryFile(file)).then(() => null, reasonOf) : "its folder does not exist";
  if (why === null) return;
  throw new UserError(`Cannot write "${file}": ${why}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a file in an existing folder"
  });
}
async function tryFile(file) {
  try {
    await (await open2(file, "wx")).close();
    await rm(file);
  } catch (error) {
    const { code: code2 } = error;
    if (code2 !== "ENOSPC" && code2 !== "EDQUOT") throw error;
  }
}
async function refuseMissing(file) {
  const found = await stat(file).catch(() => void 0);
  if (found && !found.isDirectory()) return;
  throw new UserError(`Cannot read "${file}": ${found ? "it is a folder" : "no such file"}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a log, or pipe it to standard input"
  });
}
async function refuseNoFolder(folder) {
  if (await stat(folder).catch(() => void 0)) return;
  const remedy = "Check the path";
  throw new UserError(`There is no folder "${folder}"`, { exitCode: EXIT.usage, remedy });
}
async function writeText(file, pieces) {
  await writeFile(file, bytesOf(pieces)).catch((cause) => {
    throw new UserError(`Cannot write "${file}": ${reasonOf(cause)}`, {
      exitCode: EXIT.setUp,
      remedy: "Give another file, or - for standard output",
      cause
    });
  });
}

// src/entry/write-reports.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/report/render/badge.ts
var MOST_SERIES = 4;
function badgeJson(report) {
  const { message, color } = badgeOf(report);
  const badge = { schemaVersion: 1, label: "NumPy", message, color };
  return `${safeJson({ ...badge, ...color === "red" ? { isError: true } : {} }, 0)}
`;
}
function badgeOf(report) {
  const { exitCode, combinations } = report;
  const range = rangeOf(report);
  const unfinished = exitCode === 3 || exitCode === 4;
  if (range === "") {
    const failed = combinations.some(({ verdict }) => verdict === "failed");
    const doubtful = combinations.some(({ verdict }) => verdict === "doubtful");
    if (doubtful && !failed) return { message: "none proven", color: "orange" };
    return failed ? { message: "none proven", color: "red" } : { message: "not tested", color: "lightgrey" };
  }
  if (unfinished) return { message: `${range}, incomplete`, color: "lightgrey" };
  return { message: range, color: exitCode === 0 ? "brightgreen" : "orange" };
}
function rangeOf({ supported }) {
  const { numpy, tested } = supported;
  if (numpy !== null && tested.length > 2) return `${tested[0]}\u2013${tested.at(-1)}`;
  return listSome(tested, MOST_SERIES);
}

// src/report/finding-fingerprint.ts
import { createHash } from "node:crypto";
function fingerprintsOf(findings) {
  const seen = /* @__PURE__ */ new Map();
  return findings.map((finding2) => {
    const { kind, inner, culprit, location: location2, modules } = finding2;
    const { distribution, module: module2 } = culprit;
    const key2 = JSON.stringify([kind, inner, distribution, module2 ?? modules[0], location2?.file]);
    const count2 = seen.get(key2) ?? 0;
    seen.set(key2, count2 + 1);
    const whole2 = count2 === 0 ? key2 : `${key2}#${count2}`;
    return createHash("sha256").update(whole2).digest("hex").slice(0, 32);
  });
}

// src/report/scope-of-finding.ts
var PASSES = "known-failure-passes";
function failsWord(finding2) {
  if (finding2.kind === PASSES) return "Passes";
  return finding2.severity === "error" ? "Fails" : "Seen on";
}
var scopesOf = ofEach((report) => ofEach((one) => findScope(one, report)));
function scopeOfFinding(finding2, report) {
  return scopesOf(report)(finding2);
}
function findScope(finding2, report) {
  const tested = report.combinations.filter(
    (one) => one.status === "passed" || one.status === "failed"
  );
  if (finding2.combinations.length === 0) return { count: null, fails: "", works: "" };
  const total = Math.max(tested.length, finding2.combinations.length);
  return {
    count: `${finding2.combinations.length} of ${total} combination${total === 1 ? "" : "s"}${platformsOf(finding2, report)}`,
    fails: describeCombinations(finding2.combinations, report.combinations),
    works: finding2.kind === PASSES ? "" : describeCombinations(worksOn(finding2, report), report.combinations)
  };
}
function platformsOf({ combinations }, report) {
  if (!hasPlatforms(report.combinations)) return "";
  const ids = new Set(combinations);
  const all = byPlatform(report.combinations);
  const own = all.filter(([, cells]) => cells.some(({ id }) => ids.has(id)));
  return own.length === all.length ? ", on every platform" : `, on ${andList(own.map(([platform]) => platform))} only`;
}
function worksOn(finding2, report) {
  const failing = new Set(finding2.combinations);
  const byModule = resultsByModule(report);
  const modules = finding2.modules.length > 0 ? /* @__PURE__ */ new Set([...finding2.modules, SMOKE]) : byModule.keys();
  const good = /* @__PURE__ */ new Map();
  for (const module2 of modules) {
    for (const { outcome: outcome2, diagnosis, combination: combination2 } of byModule.get(module2) ?? []) {
      const proven = outcome2.kind === "imported" && diagnosis === null;
      if (!proven || !good.has(combination2)) good.set(combination2, proven);
    }
  }
  return report.combinations.filter((one) => !failing.has(one.id) && good.get(one.id) === true).map((one) => one.id);
}
var resultsByModule = ofEach(({ results }) => groupBy(results, ({ module: module2 }) => module2));

// src/report/render/code-quality.ts
var SEVERITIES = { error: "critical", warning: "major", note: "info", none: "info" };
function codeQualityJson(report, options = {}) {
  const findings = report.findings.filter((one) => one.severity !== "none");
  const fingerprints = fingerprintsOf(findings);
  const issues = findings.map((finding2, index) => {
    const place = finding2.location ?? options.fallback ?? { file: "pyproject.toml", line: 1 };
    const { count: count2 } = scopeOfFinding(finding2, report);
    const fix = finding2.fix === "" ? "" : `. Fix: ${finding2.fix}`;
    return {
      description: `${finding2.title}${count2 === null ? "" : ` (${count2})`}${fix}`,
      check_name: finding2.kind,
      fingerprint: fingerprints[index],
      severity: SEVERITIES[finding2.severity],
      location: {
        path: place.file,
        lines: { begin: place.line, end: place.endLine ?? place.line }
      }
    };
  });
  return `${safeJson(issues)}
`;
}

// src/report/render/html/page.ts
import { createHash as createHash2 } from "node:crypto";

// src/escape/html.ts
var html = safeTemplate("html", escapeHtml);
function escapeHtml(text2) {
  return visible(text2, "\n	").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("`", "&#96;");
}
function joinHtml(parts, separator) {
  return joinSafe("html", parts, separator);
}
function htmlSource(text2) {
  if (/<\/|<!--/.test(text2)) throw new TypeError("the source would end its element");
  return vouch("html", text2);
}
function htmlData(value) {
  return vouch("html", htmlJson(value));
}

// src/report/render/html/client/grid.page.js
var grid_page_default = "// The grid: what each cell says under the filters, and the arrow keys.\n\n/** @type {HTMLButtonElement[]} */\nconst cells = Array.from(document.querySelectorAll('table.grid button'));\nconst said = cells.map((cell) => ({\n  text: cell.textContent ?? '',\n  label: cell.getAttribute('aria-label') ?? '',\n  name: cell.className,\n}));\n\nfunction showGrid() {\n  const { any, cell: inCell, result: isShown } = filter();\n  const finding = Number(state().get('finding') ?? 0);\n  const about = new Set(\n    (element('main').querySelector(`#finding-${finding}`)?.getAttribute('data-cells') ?? '').split(\n      ' ',\n    ),\n  );\n  let shown = 0;\n  let bad = 0;\n  cells.forEach((cell, index) => {\n    const one = data.combinations[Number(cell.dataset['c'])];\n    const before = said[index];\n    if (!one || !before) return;\n    let name = before.name;\n    let text = before.text;\n    let label = before.label;\n    if (any && !inCell(one)) {\n      name = 'off';\n      label += ', outside of the filter';\n    } else if (any && one.m.length > 0) {\n      let all = 0;\n      let wrong = 0;\n      let foretold = 0;\n      for (let at = 0; at < one.m.length; at += 1) {\n        if (!isShown(one, at)) continue;\n        all += 1;\n        const { good } = data.outcomes[one.o[at] ?? 0] ?? { good: 0 };\n        if (good === 0) wrong += 1;\n        if (good === 2) foretold += 1;\n      }\n      shown += all;\n      bad += wrong;\n      const share = wrong / Math.max(1, all);\n      text =\n        all === 0\n          ? '\xB7'\n          : wrong > 0\n            ? `\u2717 ${wrong}/${all}`\n            : foretold > 0\n              ? `~ ${foretold}/${all}`\n              : `\u2713 ${all}`;\n      label = `${text}, Python ${one.python}, NumPy ${one.numpy}: ${all === 0 ? 'nothing under the filter' : `${wrong} of ${all} not proven`}`;\n      name =\n        all === 0\n          ? 'off'\n          : wrong > 0\n            ? `v-failed f${Math.ceil(share * 4)}`\n            : foretold > 0\n              ? 'v-known'\n              : 'v-proven';\n    }\n    cell.textContent = text;\n    cell.setAttribute('aria-label', label);\n    cell.className = about.has(one.id) ? `${name} ring` : name;\n  });\n  element('count').textContent = any\n    ? `Under the filter: ${shown} results, ${bad} not proven.`\n    : 'Choose a cell to see what its probes saw; arrow keys move between them.';\n  element('clear').classList.toggle('hidden', !any && !finding);\n}\n\n/** @param {KeyboardEvent} event */\nfunction moveInGrid(event) {\n  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[\n    event.key\n  ];\n  const cell = event.target instanceof HTMLElement ? event.target.closest('td') : null;\n  const row = cell?.parentElement;\n  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;\n  const rows = Array.from(row.parentElement?.children ?? []);\n  const next = rows[rows.indexOf(row) + (step[0] ?? 0)];\n  const target = next?.children[cell.cellIndex + (step[1] ?? 0)]?.querySelector('button');\n  if (target instanceof HTMLElement) {\n    event.preventDefault();\n    target.focus();\n  }\n}\n";

// src/report/render/html/client/main.page.js
var main_page_default = "// Wires the page up.\n\nconst modules = /** @type {HTMLDetailsElement} */ (element('modules'));\nconst filtering = /** @type {HTMLDetailsElement} */ (element('filtering'));\nconst form = /** @type {HTMLFormElement} */ (element('filters'));\n\nfunction show() {\n  const now = state();\n  for (const key of FILTERS) {\n    const field = form.elements.namedItem(key);\n    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {\n      if (field.value !== (now.get(key) ?? '')) field.value = now.get(key) ?? '';\n    }\n  }\n  showGrid();\n  if (modules.open) fillModules();\n  showFindings();\n  showPanel();\n}\n\nfunction showFindings() {\n  const now = state();\n  const kind = now.get('kind') ?? '';\n  for (const article of document.querySelectorAll('article[data-kind]')) {\n    article.classList.toggle('hidden', kind !== '' && article.getAttribute('data-kind') !== kind);\n    article.classList.toggle('here', article.id === `finding-${now.get('finding')}`);\n  }\n}\n\nform.addEventListener('input', () => {\n  /** @type {Record<string, string>} */\n  const changes = {};\n  for (const key of FILTERS) {\n    const field = form.elements.namedItem(key);\n    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)\n      changes[key] = field.value;\n  }\n  change(changes);\n});\nform.addEventListener('submit', (event) => event.preventDefault());\nelement('clear').addEventListener('click', () => {\n  const none = Object.fromEntries([...FILTERS, 'finding'].map((key) => [key, '']));\n  change(none);\n  element('field-module').focus();\n});\ndocument.addEventListener('keydown', moveInGrid);\ndocument.addEventListener('click', (event) => {\n  const target = event.target instanceof Element ? event.target : null;\n  const cell = target?.closest('button[data-c]');\n  if (cell instanceof HTMLElement) {\n    change({ cell: data.combinations[Number(cell.dataset['c'])]?.id ?? '' }, true);\n    return;\n  }\n  const module = target?.closest('button[data-module]');\n  if (module instanceof HTMLElement) {\n    change({ module: module.dataset['module'] ?? '' });\n    element('matrix').scrollIntoView();\n    return;\n  }\n  const copy = target?.closest('button.copy');\n  if (copy instanceof HTMLElement) copyText(copy);\n});\n\n/** Where a page may not write to the clipboard, the text is selected at least. */\nfunction copyText(/** @type {HTMLElement} */ button) {\n  const source = button.previousElementSibling;\n  if (!source) return;\n  const select = () => getSelection()?.selectAllChildren(source);\n  const done = () => {\n    button.textContent = 'Copied';\n    setTimeout(() => {\n      button.textContent = 'Copy';\n    }, 1500);\n  };\n  if (!navigator.clipboard) select();\n  else navigator.clipboard.writeText(source.textContent ?? '').then(done, select);\n}\n\npanel.addEventListener('close', () => change({ cell: '' }));\npanel.addEventListener('click', (event) => {\n  if (event.target === panel) panel.close();\n});\nelement('panel-close').addEventListener('click', () => panel.close());\nmodules.addEventListener('toggle', () => {\n  if (modules.open) fillModules();\n});\n\n/** A finding that was followed: it is shown, its cells are ringed. */\nfunction follow() {\n  show();\n  const finding = state().get('finding');\n  const article = finding ? document.getElementById(`finding-${finding}`) : null;\n  if (article && !state().get('cell')) {\n    article.scrollIntoView();\n    article.focus({ preventScroll: true });\n  }\n}\naddEventListener('hashchange', follow);\n\nconst THEMES = ['auto', 'light', 'dark'];\nconst theme = element('theme');\n/** @param {string} name */\nfunction useTheme(name) {\n  if (name === 'auto') document.documentElement.removeAttribute('data-theme');\n  else document.documentElement.setAttribute('data-theme', name);\n  theme.textContent = `Theme: ${name}`;\n  theme.dataset['now'] = name;\n}\ntheme.addEventListener('click', () => {\n  const next =\n    THEMES[(THEMES.indexOf(theme.dataset['now'] ?? 'auto') + 1) % THEMES.length] ?? 'auto';\n  useTheme(next);\n  try {\n    localStorage.setItem('numpy-abi-matrix-theme', next);\n  } catch {\n    // A page from a file may have no storage; the theme then lasts as long as the page.\n  }\n});\ntry {\n  useTheme(localStorage.getItem('numpy-abi-matrix-theme') ?? 'auto');\n} catch {\n  useTheme('auto');\n}\n\n// On a phone the filters would push the grid out of sight.\nconst narrow = matchMedia('(max-width: 40rem)');\nfunction foldFilters() {\n  filtering.open = !narrow.matches || filter().any;\n}\nnarrow.addEventListener('change', foldFilters);\nfoldFilters();\nfollow();\ndocument.documentElement.classList.add('ready');\n";

// src/report/render/html/client/modules.page.js
var modules_page_default = "// The table of modules, made when it is opened: how often each was proven; a click filters the grid.\n\nfunction fillModules() {\n  const { result: isShown } = filter();\n  const proven = data.modules.map(() => 0);\n  const bad = data.modules.map(() => 0);\n  const listed = data.modules.map(() => false);\n  for (const one of data.combinations) {\n    for (let at = 0; at < one.m.length; at += 1) {\n      const place = one.m[at] ?? -1;\n      if (place < 0 || !isShown(one, at)) continue;\n      listed[place] = true;\n      const counts = data.outcomes[one.o[at] ?? 0]?.good === 1 ? proven : bad;\n      counts[place] = (counts[place] ?? 0) + 1;\n    }\n  }\n  const order = data.modules\n    .map((_, index) => index)\n    .filter((index) => listed[index])\n    .sort((a, b) => (bad[b] ?? 0) - (bad[a] ?? 0) || a - b);\n  const rows = order.map((index) => {\n    const module = data.modules[index];\n    const row = document.createElement('tr');\n    const name = document.createElement('td');\n    const button = make('button', module?.name ?? '');\n    button.setAttribute('type', 'button');\n    button.dataset['module'] = module?.name ?? '';\n    name.append(button);\n    const facts = new Map(module?.facts ?? []);\n    row.append(\n      name,\n      make('td', module?.distribution ?? '', 'short'),\n      make('td', String(bad[index]), 'n'),\n      make('td', String(proven[index]), 'n'),\n      make('td', facts.get('NumPy C ABI') ?? '', 'short'),\n      make('td', facts.get('C-API target') ?? ''),\n      make('td', facts.get('File') ?? ''),\n    );\n    return row;\n  });\n  element('module-rows').replaceChildren(...rows);\n}\n";

// src/report/render/html/client/panel.page.js
var panel_page_default = "// The panel of one cell: its facts, what was not proven first, evidence made when it is opened.\n\nconst panel = /** @type {HTMLDialogElement} */ (element('panel'));\n/** Proven modules shown at once; more are a filter away. */\nconst MOST_PROVEN = 300;\n\nfunction showPanel() {\n  const id = state().get('cell') ?? '';\n  const one = data.combinations.find((each) => each.id === id);\n  if (!one) {\n    if (panel.open) panel.close();\n    return;\n  }\n  const { any, result: isShown } = filter();\n  const body = element('panel-body');\n  element('panel-title').textContent = `Python ${one.python} \xD7 NumPy ${one.numpy}`;\n  body.replaceChildren(factTable(one.facts));\n  const places = one.m.map((_, at) => at).filter((at) => !any || isShown(one, at));\n  const goodness = (/** @type {number} */ at) => data.outcomes[one.o[at] ?? 0]?.good ?? 0;\n  const notable = (/** @type {number} */ at) =>\n    goodness(at) !== 1 || (data.outcomes[one.o[at] ?? 0]?.kind ?? '') !== '';\n  const first = places.filter(notable).sort((a, b) => goodness(a) - goodness(b));\n  const rest = places.filter((at) => !notable(at));\n  if (first.length > 0) {\n    body.append(make('h3', `Not plainly proven (${first.length})`));\n    for (const at of first) body.append(resultDetails(one, at, first.length === 1));\n  }\n  if (rest.length > 0) {\n    const list = document.createElement('details');\n    list.append(make('summary', `Proven (${rest.length})`));\n    list.open = first.length === 0 && rest.length <= 40;\n    const fill = () => {\n      for (const at of rest.slice(0, MOST_PROVEN)) list.append(resultDetails(one, at, false));\n      const left = rest.length - MOST_PROVEN;\n      if (left > 0)\n        list.append(make('p', `${left} more: narrow them down with the filter for modules.`));\n    };\n    if (list.open) fill();\n    else list.addEventListener('toggle', fill, { once: true });\n    body.append(list);\n  }\n  if (places.length === 0 && one.m.length > 0)\n    body.append(make('p', 'Nothing here passes the filter.'));\n  if (!panel.open) panel.showModal();\n  panel.scrollTop = 0;\n}\n\n/**\n * @param {Combination} one @param {number} at @param {boolean} open\n * @returns {HTMLDetailsElement}\n */\nfunction resultDetails(one, at, open) {\n  const outcome = data.outcomes[one.o[at] ?? 0];\n  const module = data.modules[one.m[at] ?? -1];\n  const details = document.createElement('details');\n  details.className = 'result';\n  const summary = make('summary', '');\n  const tone = ['bad', 'good', 'odd'][outcome?.good ?? 0];\n  summary.append(\n    make('code', module ? module.name : 'smoke code'),\n    ' ',\n    make('span', outcome?.text ?? '', `pill ${tone}`),\n  );\n  if (outcome?.kind) summary.append(' ', make('span', outcome.kind, 'pill'));\n  details.append(summary);\n  const fill = () => {\n    if (outcome?.f) {\n      const link = make('a', `Finding ${outcome.f}: what it means, and what to do`);\n      link.setAttribute('href', `#finding=${outcome.f}`);\n      const line = make('p', '');\n      line.append(link);\n      details.append(line);\n    }\n    for (const [title, text] of data.evidence[outcome?.e ?? -1] ?? []) {\n      details.append(make('h4', title), scrollable(text, title));\n    }\n    const seconds = (one.t[at] ?? 0) / 1000;\n    const kib = one.p[at] ?? 0;\n    /** @type {[string, string][]} */\n    const facts = [];\n    if (outcome?.loadedAs) facts.push(['Loaded as', outcome.loadedAs]);\n    if (seconds > 0) facts.push(['Its process took', `${seconds.toFixed(2)} s`]);\n    if (kib > 0) facts.push(['Peak memory', `${Math.round(kib / 1024)} MiB`]);\n    details.append(factTable([...facts, ...(module?.facts ?? [])]));\n  };\n  if (open) {\n    details.open = true;\n    fill();\n  } else details.addEventListener('toggle', fill, { once: true });\n  return details;\n}\n\n/** @param {string} text @param {string} title */\nfunction scrollable(text, title) {\n  const pre = make('pre', text);\n  pre.tabIndex = 0;\n  pre.setAttribute('role', 'region');\n  pre.setAttribute('aria-label', title);\n  return pre;\n}\n\n/** @param {[string, string][]} facts */\nfunction factTable(facts) {\n  const table = make('table', '', 'plain');\n  const rows = document.createElement('tbody');\n  for (const [name, value] of facts) {\n    const row = document.createElement('tr');\n    const head = make('th', name);\n    head.setAttribute('scope', 'row');\n    const cell = document.createElement('td');\n    if (value.includes('\\n')) cell.append(scrollable(value, name));\n    else cell.textContent = value;\n    row.append(head, cell);\n    rows.append(row);\n  }\n  table.append(rows);\n  return table;\n}\n";

// src/report/render/html/client/state.page.js
var state_page_default = "// The page's state lives in the address: #module=\u2026&kind=\u2026&cell=\u2026&finding=\u2026\n\n/** @typedef {{ id: string, python: string, numpy: string, verdict: string, facts: [string, string][], m: number[], o: number[], t: number[], p: number[] }} Combination */\n/** @typedef {{ name: string, distribution: string, facts: [string, string][] }} Module */\n/** @typedef {{ text: string, good: 0 | 1 | 2, kind: string, severity: string, e: number, f: number, loadedAs: string }} Outcome */\n/** @type {{ combinations: Combination[], modules: Module[], outcomes: Outcome[], evidence: [string, string][][] }} */\nconst data = JSON.parse(element('data').textContent ?? '');\n\nconst FILTERS = ['module', 'kind', 'distribution', 'python', 'numpy'];\n\n/** @param {string} id @returns {HTMLElement} */\nfunction element(id) {\n  const found = document.getElementById(id);\n  if (!found) throw new Error(`no element ${id}`);\n  return found;\n}\n\n/**\n * @param {string} tag @param {string} text @param {string} [className]\n * @returns {HTMLElement}\n */\nfunction make(tag, text, className) {\n  const made = document.createElement(tag);\n  made.textContent = text;\n  if (className) made.className = className;\n  return made;\n}\n\n/** @returns {URLSearchParams} */\nfunction state() {\n  return new URLSearchParams(location.hash.slice(1));\n}\n\n/**\n * Changes the address; an empty value takes the key out.\n *\n * @param {Record<string, string>} changes\n * @param {boolean} [isStep] whether \"back\" should undo it\n */\nfunction change(changes, isStep) {\n  const next = state();\n  for (const [key, value] of Object.entries(changes)) {\n    if (value === '') next.delete(key);\n    else next.set(key, value);\n  }\n  const text = next.toString();\n  if (text === state().toString()) return;\n  if (isStep) {\n    location.hash = text;\n    return;\n  }\n  history.replaceState(null, '', text === '' ? '#' : `#${text}`);\n  show();\n}\n\n/**\n * A pattern with `*`, or a part of the name.\n *\n * @param {string} pattern @returns {(name: string) => boolean}\n */\nfunction matcher(pattern) {\n  const wanted = pattern.trim().toLowerCase();\n  if (wanted === '') return () => true;\n  if (!wanted.includes('*')) return (name) => name.toLowerCase().includes(wanted);\n  const parts = wanted.split('*');\n  return (name) => {\n    const text = name.toLowerCase();\n    const [first = ''] = parts;\n    const last = parts[parts.length - 1] ?? '';\n    if (!text.startsWith(first) || !text.endsWith(last)) return false;\n    let at = first.length;\n    for (const part of parts.slice(1, -1)) {\n      const found = text.indexOf(part, at);\n      if (found < 0) return false;\n      at = found + part.length;\n    }\n    return at <= text.length - last.length;\n  };\n}\n\n/**\n * Which results the filters let through.\n *\n * @returns {{ any: boolean, cell: (one: Combination) => boolean, result: (one: Combination, at: number) => boolean }}\n */\nfunction filter() {\n  const now = state();\n  const byName = matcher(now.get('module') ?? '');\n  const [kind, distribution, python, numpy] = ['kind', 'distribution', 'python', 'numpy'].map(\n    (key) => now.get(key) ?? '',\n  );\n  const modules = data.modules.map(\n    (one) => byName(one.name) && (!distribution || one.distribution === distribution),\n  );\n  const smoke = byName('smoke code') && !distribution;\n  const outcomes = data.outcomes.map((one) => !kind || one.kind === kind);\n  return {\n    any: FILTERS.some((key) => (now.get(key) ?? '') !== ''),\n    cell: (one) => (!python || one.python === python) && (!numpy || one.numpy === numpy),\n    result: (one, at) => {\n      const place = one.m[at] ?? -1;\n      return (place < 0 ? smoke : modules[place] === true) && outcomes[one.o[at] ?? 0] === true;\n    },\n  };\n}\n";

// src/report/duration.ts
function totalSeconds(seconds) {
  const total = seconds["total"] ?? seconds["all"];
  return total ?? Object.values(seconds).reduce((sum, one) => sum + one, 0);
}
function stagesOf(seconds) {
  return Object.entries(seconds).filter(([stage]) => stage !== "total" && stage !== "all").sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

// src/report/render/html/facts-section.ts
function factsSection(report) {
  const { proven, declared } = provenAndDeclared(report);
  const platforms = [...new Set(report.combinations.map((one) => one.platform))].join(", ");
  const facts = [
    ["Declared", declared],
    ["Proven", proven],
    ["Combinations", totalsOf(report)],
    [
      "Took",
      `${formatDuration(totalSeconds(report.seconds))}${platforms ? ` on ${platforms}` : ""}`
    ]
  ];
  return html`<dl class="facts">${joinHtml(
    facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`),
    ""
  )}</dl>`;
}

// src/escape/html-prose.ts
function htmlProse(text2) {
  return joinHtml(splitLines(text2).map(proseLine), "<br>");
}
function proseLine(line2) {
  const parts = line2.split(/(`[^`]+`)/);
  return joinHtml(
    parts.map(
      (part, index) => index % 2 === 1 ? html`<code>${part.slice(1, -1)}</code>` : html`${part}`
    ),
    ""
  );
}

// src/report/reproduce.ts
var PROGRAM = "npx numpy-abi-matrix";
function invocationOf(report) {
  const { kind, name, version } = report.subject;
  const requirement = version === null ? name : `${name}==${version}`;
  if (kind === "packages") return { program: PROGRAM, arguments: ["--package", requirement] };
  if (kind === "wheels") return { program: PROGRAM, arguments: ["--wheel", "wheelhouse/*.whl"] };
  return { program: PROGRAM, arguments: ["."] };
}
function reproduceCommand(report, combination2, invocation = invocationOf(report)) {
  const found = report.combinations.find((one) => one.id === combination2);
  return found ? commandOf(found, [found.numpy], invocation) : null;
}
var COMPARED = /* @__PURE__ */ new Set(["range-too-wide", "silent-corruption"]);
function reproduceFinding({ kind, combinations }, report, invocation = invocationOf(report)) {
  const found = report.combinations.find(({ id }) => id === combinations.at(-1));
  if (!found) return null;
  const other = COMPARED.has(kind) ? workingBeside(found, report) : void 0;
  return commandOf(found, [...other ? [other.numpy] : [], found.numpy], invocation);
}
function workingBeside({ label, platform, buildNumpy }, { combinations }) {
  const works = combinations.filter(
    (one) => one.label === label && one.platform === platform && isProvenVerdict(one.verdict)
  );
  return works.find(({ numpy }) => numpy === buildNumpy) ?? works.at(-1);
}
function commandOf({ label }, numpys, invocation) {
  const axes = [
    ...["--python", invocation.python ?? label],
    ...numpys.flatMap((numpy) => ["--numpy", numpy])
  ];
  const quote = invocation.windows ? quoteForWindows : quoteForShell;
  const words = ["check", ...invocation.arguments, ...axes].map(quote);
  return `${invocation.program} ${words.join(" ")}`;
}
var PLAIN = /^[\w./=:,+@%-]+$/;
function quoteForShell(word) {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
function quoteForWindows(word) {
  return /^[\w./=:,+@\\-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}

// src/report/set-up-failures.ts
function setUpFailures(report) {
  const failures = groupBy(
    report.combinations.filter(({ status }) => status === "error"),
    (one) => JSON.stringify([kindOf(one), one.cause ?? reasonOf2(one)])
  );
  return [...failures.values()].map((all) => ({
    kind: kindOf(all[0]),
    reason: told(all),
    location: all.find(({ location: location2 }) => location2)?.location ?? null,
    combinations: all
  })).sort((a, b) => b.combinations.length - a.combinations.length);
}
function told(combinations) {
  const first = combinations[0];
  const reason = reasonOf2(first);
  const others2 = combinations.filter((one) => one.label !== first?.label && reasonOf2(one) !== reason).map(({ label }) => label);
  if (others2.length === 0) return reason;
  return `${reason}
The same with Python ${listOf([...new Set(others2)])}.`;
}
function kindOf(one) {
  return one?.setUp ?? "set-up-failed";
}
function reasonOf2(one) {
  return one?.reason ?? "no reason was recorded";
}

// src/report/render/render-options.ts
function documentationLink(path5, options) {
  if (path5 === "") return "";
  const base = options.documentationBase ?? null;
  return base === null ? path5 : `${base.replace(/\/*$/, "/")}${path5}`;
}

// src/report/render/html/findings-section.ts
var TONES = { error: "bad", warning: "odd", note: "", none: "" };
var MOST_CELLS = 120;
var MOST_MODULES = 600;
function findingsSection(report, causes, options) {
  const failures = setUpFailures(report).map(
    ({ kind, reason, location: location2, combinations }) => html`<article class="error">
<h3>${plural(combinations.length, "combination")} could not be set up: ${kind}</h3>
<pre tabindex="0" role="region" aria-label="Reason">${reason}</pre>
${location2 === null ? html`` : html`<p>Where: <code>${location2.file}:${location2.line}</code></p>`}
${cellLinks(combinations.map((one) => one.id))}
</article>`
  );
  const articles = causes.map((cause, index) => articleOf(cause, index + 1, report, options));
  const all = [...failures, ...articles];
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="findings-title"><h2 id="findings-title">What was found (${all.length})</h2>
${joinHtml(all, "\n")}
</section>`;
}
function articleOf(cause, number2, report, options) {
  const { finding: finding2, consequences } = cause;
  const scope = scopeOfFinding(finding2, report);
  const count2 = scope.count === null ? html`` : html` ${scope.count}`;
  const command = reproduceFinding(finding2, report, options.invocation);
  return html`<article class="${finding2.severity}" id="finding-${number2}" tabindex="-1" data-kind="${finding2.kind}" data-cells="${finding2.combinations.join(" ")}">
<h3>${number2} · ${htmlProse(finding2.title)}</h3>
<p class="meta"><span class="pill ${TONES[finding2.severity]}">${finding2.severity}</span>${count2} · ${kindLink(finding2, options)} · <a href="#finding=${number2}">show its cells</a></p>
${finding2.explanation === "" ? html`` : html`<p>${htmlProse(finding2.explanation)}</p>`}
${finding2.fix === "" ? html`` : html`<p class="fix"><strong>Fix:</strong> ${htmlProse(finding2.fix)}</p>`}
${whereList(finding2, report)}
${joinHtml(consequences.map(consequenceOf), "\n")}
${evidenceDetails(finding2)}
${moduleDetails(finding2)}
${finding2.combinations.length > 0 ? folded(plural(finding2.combinations.length, "cell"), cellLinks(finding2.combinations)) : html``}
${command === null ? html`` : html`<div class="command"><pre>${command}</pre><button type="button" class="copy">Copy</button></div>`}
</article>`;
}
function consequenceOf(finding2) {
  const { location: location2 } = finding2;
  const place = location2 ? html` <code>${location2.file}:${location2.line}</code>` : html``;
  return html`<div class="consequence"><p><strong>It follows:</strong> ${htmlProse(finding2.title)} (${finding2.severity}).${place}</p>
<p>${htmlProse(finding2.explanation)}</p><p class="fix">${htmlProse(finding2.fix)}</p></div>`;
}
function kindLink(finding2, options) {
  const link = documentationLink(finding2.documentation, options);
  return /^https:\/\//.test(link) ? html`<a href="${link}" rel="noreferrer">${finding2.kind}</a>` : html`<code>${finding2.kind}</code>`;
}
function whereList(finding2, report) {
  const scope = scopeOfFinding(finding2, report);
  const { location: location2 } = finding2;
  const rows = [
    ...scope.fails === "" ? [] : [[failsWord(finding2), html`${scope.fails}`]],
    ...scope.works === "" ? [] : [["Works", html`${scope.works}`]],
    ...location2 ? [["Where", html`<code>${location2.file}:${location2.line}</code>`]] : []
  ];
  if (rows.length === 0) return html``;
  const items = rows.map(([name, value]) => html`<div><dt>${name}:</dt> <dd>${value}</dd></div>`);
  return html`<dl class="where">${joinHtml(items, "")}</dl>`;
}
function evidenceDetails({ evidence: evidence2 }) {
  if (evidence2.length === 0) return html``;
  return folded(
    "Evidence",
    html`<pre tabindex="0" role="region" aria-label="Evidence">${evidence2.join("\n")}</pre>`
  );
}
function moduleDetails({ modules }) {
  if (modules.length < 2) return html``;
  const items = modules.slice(0, MOST_MODULES).map((name) => html`<li><button type="button" data-module="${name}">${name}</button></li>`);
  const left = modules.length - items.length;
  const more = left > 0 ? html`<li>and ${left} more</li>` : html``;
  return folded(
    plural(modules.length, "module"),
    html`<ul class="chips">${joinHtml(items, "")}${more}</ul>`
  );
}
function cellLinks(ids) {
  const items = ids.slice(0, MOST_CELLS).map((id) => html`<li><a href="#cell=${encodeURIComponent(id)}">${id}</a></li>`);
  const left = ids.length - items.length;
  const more = left > 0 ? html`<li>and ${left} more</li>` : html``;
  return html`<ul class="chips">${joinHtml(items, "")}${more}</ul>`;
}
function folded(title, body) {
  return html`<details><summary>${title}</summary>${body}</details>`;
}

// src/report/shown-axes.ts
function shownAxes(combinations) {
  const whole2 = axesOf(combinations);
  const alive = combinations.filter((one) => one.verdict !== "excluded");
  if (alive.length === 0) return { ...whole2, leftOut: "" };
  const shown = axesOf(alive);
  const pythons = whole2.pythons.filter((one) => !shown.pythons.includes(one));
  const numpys = whole2.numpys.filter((one) => !shown.numpys.includes(one));
  const said = [
    ...pythons.length > 0 ? [`Python ${describeRun(pythons, whole2.pythons)}`] : [],
    ...numpys.length > 0 ? [`NumPy ${describeRun(numpys, whole2.numpys, whole2.short)}`] : []
  ];
  return { ...shown, leftOut: said.join("; ") };
}
function leftOutOf(combinations) {
  if (!hasPlatforms(combinations)) return shownAxes(combinations).leftOut;
  return tellByPlatform(
    byPlatform(combinations).map(([platform, own]) => [platform, shownAxes(own).leftOut])
  );
}

// src/report/render/html/grid-section.ts
var MEANINGS = {
  proven: "every module proven",
  warned: "proven, with a warning",
  doubtful: "imports, and a warning says why that proves nothing",
  known: "fails only as known-failures foretell",
  failed: "not proven of all",
  empty: "no compiled module there",
  "not-set-up": "could not be set up",
  skipped: "skipped",
  excluded: "cannot exist, or is excluded"
};
function gridSection(report, causes) {
  const tally = tallyOf(report);
  const several = hasPlatforms(report.combinations);
  const tables = byPlatform(report.combinations).map(
    ([platform, own]) => tableOf(report, own, several ? platform : null, tally)
  );
  const unseen2 = leftOutOf(report.combinations);
  const leftOut = unseen2 === "" ? html`` : html`<p class="count">Left out, as nothing can run there: ${unseen2}.</p>`;
  return html`<section id="matrix" aria-labelledby="matrix-title">
<h2 id="matrix-title">Python × NumPy</h2>
${filterForm(report, causes)}
<p class="count" id="count" role="status"></p>
<div class="scroll" tabindex="0" role="region" aria-label="Grid of Python and NumPy">
${joinHtml(tables, "\n")}</div>
${leftOut}
${legend(report)}
</section>`;
}
function tableOf(report, combinations, platform, tally) {
  const axes = shownAxes(combinations);
  const own = new Set(combinations);
  const index = new Map(
    report.combinations.flatMap(
      (one, place) => own.has(one) ? [[JSON.stringify([one.label, one.numpy]), place]] : []
    )
  );
  const head = axes.numpys.map(
    (numpy) => html`<th scope="col">${numpy === NUMPY_NONE ? "none" : axes.short(numpy)}</th>`
  );
  const rows = axes.pythons.map((label) => {
    const cells = axes.numpys.map((numpy) => {
      const place = index.get(JSON.stringify([label, numpy]));
      const one = place === void 0 ? void 0 : report.combinations[place];
      return one && place !== void 0 ? cellOf(one, place, tally) : html`<td></td>`;
    });
    return html`<tr><th scope="row">${label}</th>${joinHtml(cells, "")}</tr>`;
  });
  const where = platform === null ? "" : `${platform}. `;
  return html`<table class="grid"><caption class="unseen">${where}Rows are Pythons, columns are NumPys. Arrow keys move between the cells.</caption>
<thead><tr><th scope="col">${platform ?? "NumPy \u2192"}</th>${joinHtml(head, "")}</tr></thead>
<tbody>${joinHtml(rows, "\n")}</tbody></table>`;
}
function cellOf(one, place, tally) {
  const text2 = cellText(one, tally);
  const name = `${text2}, Python ${one.label}, NumPy ${one.numpy}: ${spoken(one, tally)}`;
  return html`<td><button type="button" data-c="${place}" class="${toneOf(one, tally)}" aria-label="${name}">${text2}</button></td>`;
}
function toneOf(one, tally) {
  const cell = tally.cells.get(one.id);
  if (one.verdict !== "failed" || !cell) return `v-${one.verdict}`;
  const share = cell.bad / Math.max(1, cell.modules);
  return `v-failed f${Math.max(1, Math.ceil(share * 4))}`;
}
function spoken(one, tally) {
  const cell = tally.cells.get(one.id);
  if (one.verdict === "failed" && cell) {
    if (cell.bad > 0) return `${cell.bad} of ${cell.modules} modules not proven`;
    return cell.smoke === "failed" ? "the smoke code fails" : "failed";
  }
  if (cell && isProvenVerdict(one.verdict)) {
    return `${cell.modules} modules proven${one.verdict === "warned" ? ", with a warning" : ""}`;
  }
  return MEANINGS[one.verdict];
}
function legend(report) {
  const there = new Set(report.combinations.map((one) => one.verdict));
  const items = Object.keys(MEANINGS).filter((verdict) => there.has(verdict)).map(
    (verdict) => html`<li><b class="v-${verdict}">${MARKS[verdict]}</b> ${MEANINGS[verdict]}</li>`
  );
  return html`<ul class="legend" aria-label="Legend">${joinHtml(items, "")}</ul>`;
}
function filterForm(report, causes) {
  const axes = shownAxes(report.combinations);
  const kinds = [...new Set(causes.map(({ finding: finding2 }) => finding2.kind))];
  const distributions = [...new Set(report.modules.map((one) => one.distribution))].sort();
  return html`<details class="filtering" id="filtering" open><summary>Filter</summary><form class="filters" id="filters" role="search" aria-label="Filter">
<label>Module (part of its name, or a*b)<input name="module" id="field-module" type="search" autocomplete="off"></label>
${select("kind", "Kind of finding", kinds)}
${select("distribution", "Distribution", distributions)}
${select("python", "Python", axes.pythons)}
${select("numpy", "NumPy", axes.numpys)}
<button type="button" id="clear" class="hidden">Clear</button>
</form></details>`;
}
function select(name, label, values) {
  const options = values.map((value) => html`<option value="${value}">${value}</option>`);
  return html`<label>${label}<select name="${name}"><option value="">any</option>${joinHtml(options, "")}</select></label>`;
}

// src/report/render/html/page.css
var page_default = ':root {\n  color-scheme: light dark;\n  --ground: light-dark(#ffffff, #0d1117);\n  --raised: light-dark(#f6f8fa, #161b22);\n  --line: light-dark(#d1d9e0, #3d444d);\n  --ink: light-dark(#1f2328, #e6edf3);\n  --soft: light-dark(#57606a, #9da7b3);\n  --accent: light-dark(#0550ae, #79c0ff);\n  --focus: light-dark(#0969da, #58a6ff);\n  --mark: light-dark(#fff8c5, #3b2f00);\n  --proven: light-dark(#dafbe1, #12341f);\n  --warned: light-dark(#fff1c2, #3f3208);\n  --known: light-dark(#eadcff, #33264f);\n  --unset: light-dark(#ffdfc4, #4a2a0f);\n  --none: transparent;\n  --f1: light-dark(#ffe3e0, #3d1a1a);\n  --f2: light-dark(#ffc9c2, #5c2020);\n  --f3: light-dark(#ffa79d, #7d2626);\n  --f4: light-dark(#ff8a80, #9c2c2c);\n  --good: light-dark(#116329, #56d364);\n  --bad: light-dark(#a40e26, #ff9a92);\n  --odd: light-dark(#7a4b00, #e3b341);\n  --plan: #b6a1e6;\n  --build: #e0a458;\n  --install: #6cb6d9;\n  --discover: #9ccf8f;\n  --probe: #4f8fea;\n  --smoke: #d98bb5;\n  --other: #a8b1ba;\n}\n[data-theme="dark"] {\n  color-scheme: dark;\n}\n[data-theme="light"] {\n  color-scheme: light;\n}\n* {\n  box-sizing: border-box;\n}\nhtml {\n  scroll-padding-top: 1rem;\n}\nbody {\n  margin: 0;\n  background: var(--ground);\n  color: var(--ink);\n  font:\n    16px / 1.5 system-ui,\n    -apple-system,\n    "Segoe UI",\n    Roboto,\n    "Noto Sans",\n    sans-serif;\n}\nbody > header,\nmain,\nbody > footer {\n  max-width: 76rem;\n  margin: 0 auto;\n  padding: 0 1.25rem;\n}\nbody > header {\n  padding-top: 1.5rem;\n}\nh1 {\n  font-size: 1.15rem;\n  margin: 0;\n  font-weight: 600;\n  color: var(--soft);\n}\nh2 {\n  font-size: 1.2rem;\n  margin: 1.9rem 0 0.6rem;\n}\nh3 {\n  font-size: 1.05rem;\n  margin: 0;\n  overflow-wrap: anywhere;\n}\nh4 {\n  font-size: 0.9rem;\n  margin: 0.9rem 0 0.25rem;\n}\na {\n  color: var(--accent);\n}\ncode,\npre,\nkbd {\n  font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace;\n  font-size: 0.875em;\n}\ncode {\n  background: var(--raised);\n  padding: 0.1em 0.3em;\n  border-radius: 0.3em;\n  overflow-wrap: anywhere;\n}\npre {\n  background: var(--raised);\n  border: 1px solid var(--line);\n  border-radius: 0.5rem;\n  padding: 0.7rem 0.9rem;\n  margin: 0.4rem 0;\n  overflow: auto;\n  max-height: 26rem;\n  white-space: pre-wrap;\n  overflow-wrap: anywhere;\n}\npre code {\n  padding: 0;\n  background: none;\n}\nbutton,\nselect,\ninput {\n  font: inherit;\n  color: inherit;\n  background: var(--ground);\n  border: 1px solid var(--line);\n  border-radius: 0.4rem;\n  padding: 0.3rem 0.6rem;\n}\nbutton {\n  cursor: pointer;\n}\nbutton:hover {\n  border-color: var(--soft);\n}\n:focus-visible {\n  outline: 3px solid var(--focus);\n  outline-offset: 1px;\n}\n.theme {\n  font-size: 0.85rem;\n  white-space: nowrap;\n}\n.top {\n  display: flex;\n  gap: 1rem;\n  align-items: center;\n  justify-content: space-between;\n}\n.headline {\n  font-size: clamp(1.3rem, 1rem + 1.4vw, 1.75rem);\n  line-height: 1.25;\n  text-wrap: balance;\n  font-weight: 700;\n  margin: 0.5rem 0 0.3rem;\n}\n.sign {\n  display: inline-block;\n  min-width: 1.6em;\n  text-align: center;\n  border-radius: 0.35em;\n  margin-right: 0.2em;\n}\n.good .sign {\n  background: var(--proven);\n  color: var(--good);\n}\n.bad .sign {\n  background: var(--f2);\n  color: var(--bad);\n}\n.odd .sign {\n  background: var(--warned);\n  color: var(--odd);\n}\n.verdict {\n  color: var(--soft);\n  margin: 0;\n  max-width: 60rem;\n}\n.facts {\n  display: grid;\n  grid-template-columns: minmax(0, 5fr) minmax(0, 5fr) minmax(0, 4fr) minmax(0, 3fr);\n  border: 1px solid var(--line);\n  border-radius: 0.6rem;\n  background: var(--raised);\n  padding: 0.6rem 0;\n  margin: 1rem 0 0;\n}\n.facts div {\n  padding: 0 1rem;\n}\n.facts div + div {\n  border-left: 1px solid var(--line);\n}\n.facts dt {\n  font-size: 0.8rem;\n  color: var(--soft);\n}\n.facts dd {\n  margin: 0;\n  font-weight: 500;\n  font-size: 0.9rem;\n  overflow-wrap: break-word;\n}\n.filtering > summary {\n  display: none;\n}\n.filters {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.6rem;\n  align-items: end;\n  margin: 0.5rem 0 0.75rem;\n}\n.filters label {\n  display: grid;\n  gap: 0.15rem;\n  font-size: 0.8rem;\n  color: var(--soft);\n}\n.filters input,\n.filters select {\n  color: var(--ink);\n  max-width: 15rem;\n  height: 2.25rem;\n  font-size: 0.95rem;\n}\n.count {\n  color: var(--soft);\n  font-size: 0.9rem;\n  margin: 0 0 0.5rem;\n  min-height: 1.5em;\n}\n.scroll {\n  overflow-x: auto;\n  border: 1px solid var(--line);\n  border-radius: 0.6rem;\n}\n.scroll:has(> .grid) {\n  width: fit-content;\n  max-width: 100%;\n  max-height: 85vh;\n}\ntable.grid thead th {\n  position: sticky;\n  top: 0;\n  background: var(--ground);\n  z-index: 2;\n}\ntable.grid {\n  border-collapse: separate;\n  border-spacing: 3px;\n  padding: 0.35rem;\n}\n.unseen {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\ntable.grid th {\n  font-weight: 600;\n  padding: 0.15rem 0.5rem;\n  white-space: nowrap;\n  text-align: center;\n  font-variant-numeric: tabular-nums;\n}\ntable.grid tbody th,\ntable.grid thead th {\n  max-width: 9rem;\n  overflow: hidden;\n  text-overflow: ellipsis;\n}\ntable.grid tbody th {\n  text-align: right;\n  position: sticky;\n  left: 0;\n  background: var(--ground);\n  z-index: 1;\n}\ntable.grid td {\n  padding: 0;\n  min-width: 3.6rem;\n}\ntable.grid button {\n  display: block;\n  width: 100%;\n  min-height: 2.35rem;\n  padding: 0.2rem 0.4rem;\n  border: 1px solid transparent;\n  border-radius: 0.35rem;\n  white-space: nowrap;\n  font-variant-numeric: tabular-nums;\n  background: var(--none);\n}\ntable.grid button:hover {\n  border-color: var(--ink);\n}\n.pair {\n  display: block;\n  padding: 0.2rem 0.5rem;\n  border-radius: 0.35rem;\n  text-align: center;\n  text-decoration: none;\n  white-space: nowrap;\n  color: inherit;\n  line-height: 1.3;\n  font-variant-numeric: tabular-nums;\n}\n.pair span {\n  display: block;\n}\n.pair small {\n  color: inherit;\n}\n.v-proven {\n  background: var(--proven) !important;\n}\n.v-warned,\n.v-doubtful {\n  background: var(--warned) !important;\n}\n.v-known {\n  background: var(--known) !important;\n}\n.v-empty,\n.v-skipped {\n  background: repeating-linear-gradient(\n    45deg,\n    var(--raised) 0 6px,\n    var(--ground) 6px 12px\n  ) !important;\n}\n.v-not-set-up {\n  background: var(--unset) !important;\n  border: 1px dashed var(--odd) !important;\n}\n.v-excluded {\n  color: var(--soft);\n}\n.v-failed {\n  background: var(--f2) !important;\n  font-weight: 600;\n}\n.v-failed.f1 {\n  background: var(--f1) !important;\n}\n.v-failed.f2 {\n  background: var(--f2) !important;\n}\n.v-failed.f3 {\n  background: var(--f3) !important;\n}\n.v-failed.f4 {\n  background: var(--f4) !important;\n}\n.off {\n  background: var(--none) !important;\n  color: var(--soft) !important;\n  font-weight: 400 !important;\n  border: 1px solid transparent !important;\n}\n.ring {\n  outline: 3px solid var(--ink);\n  outline-offset: -3px;\n}\n.legend {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.3rem 1rem;\n  list-style: none;\n  padding: 0;\n  margin: 0.6rem 0 0;\n  font-size: 0.85rem;\n  color: var(--soft);\n}\n.legend b {\n  display: inline-block;\n  min-width: 1.7em;\n  min-height: 1.5em;\n  vertical-align: middle;\n  text-align: center;\n  border-radius: 0.3em;\n  color: var(--ink);\n  font-weight: 600;\n}\narticle {\n  border: 1px solid var(--line);\n  border-left: 0.35rem solid var(--line);\n  border-radius: 0.6rem;\n  padding: 0.9rem 1.1rem;\n  margin: 0.9rem 0;\n}\narticle.error {\n  border-left-color: var(--bad);\n}\narticle.warning {\n  border-left-color: var(--odd);\n}\narticle.note {\n  border-left-color: var(--focus);\n}\narticle:target,\narticle.here {\n  box-shadow: 0 0 0 3px var(--focus);\n}\narticle p {\n  margin: 0.5rem 0;\n}\n.meta {\n  font-size: 0.85rem;\n  color: var(--soft);\n  margin: 0.1rem 0 0.5rem;\n}\n.fix {\n  background: var(--raised);\n  border-radius: 0.5rem;\n  padding: 0.6rem 0.8rem;\n}\n.consequence {\n  border-top: 1px dashed var(--line);\n  margin-top: 0.8rem;\n  padding-top: 0.6rem;\n}\n.where dt {\n  display: inline;\n  color: var(--soft);\n}\n.where dd {\n  display: inline;\n  margin: 0;\n}\n.where div {\n  margin: 0.15rem 0;\n}\n.chips {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0.35rem;\n  list-style: none;\n  margin: 0.4rem 0;\n  padding: 0;\n}\n.chips a,\n.chips button {\n  font-size: 0.85rem;\n  border: 1px solid var(--line);\n  border-radius: 1rem;\n  padding: 0.05rem 0.6rem;\n  text-decoration: none;\n  display: inline-block;\n}\ndetails {\n  margin: 0.5rem 0;\n}\nsummary {\n  cursor: pointer;\n}\n.command {\n  position: relative;\n}\n.command pre {\n  margin: 0;\n  padding-right: 5rem;\n}\n.command .copy {\n  position: absolute;\n  top: 0.4rem;\n  right: 0.45rem;\n  padding: 0.1rem 0.55rem;\n  font-size: 0.8rem;\n}\n.plain {\n  border-collapse: collapse;\n  width: 100%;\n  font-size: 0.92rem;\n}\n.plain th,\n.plain td {\n  text-align: left;\n  padding: 0.3rem 0.6rem;\n  border-bottom: 1px solid var(--line);\n  vertical-align: top;\n  overflow-wrap: anywhere;\n}\n.plain th {\n  white-space: nowrap;\n}\n/* What can be scrolled needs no column of single letters. */\n.scroll > .plain td {\n  overflow-wrap: break-word;\n  min-width: 5rem;\n}\n.plain td button {\n  text-align: left;\n}\n.plain td.short {\n  white-space: nowrap;\n}\n.plain td.n,\n.plain th.n {\n  text-align: right;\n  font-variant-numeric: tabular-nums;\n  white-space: nowrap;\n}\ndialog {\n  width: min(52rem, 100vw);\n  max-width: 100vw;\n  height: 100dvh;\n  max-height: 100dvh;\n  margin: 0 0 0 auto;\n  border: 0;\n  border-left: 1px solid var(--line);\n  background: var(--ground);\n  color: var(--ink);\n  padding: 0;\n}\ndialog::backdrop {\n  background: rgb(0 0 0 / 0.45);\n}\ndialog .bar {\n  position: sticky;\n  top: 0;\n  z-index: 2;\n  background: var(--ground);\n  border-bottom: 1px solid var(--line);\n  display: flex;\n  gap: 0.75rem;\n  align-items: center;\n  justify-content: space-between;\n  padding: 0.75rem 1.25rem;\n}\ndialog h2 {\n  margin: 0;\n}\ndialog .body h3 {\n  margin: 1.2rem 0 0.5rem;\n}\ndialog .body {\n  padding: 0.75rem 1.25rem 3rem;\n}\n.result {\n  border: 1px solid var(--line);\n  border-radius: 0.5rem;\n  padding: 0.4rem 0.8rem;\n  margin: 0.45rem 0;\n}\n.result > summary {\n  overflow-wrap: anywhere;\n}\n.result > summary code {\n  word-break: break-all;\n}\n.result .pill {\n  margin-left: 0.4rem;\n}\n.pill {\n  font-size: 0.78rem;\n  border-radius: 1rem;\n  padding: 0.05rem 0.55rem;\n  background: var(--raised);\n  border: 1px solid var(--line);\n  white-space: nowrap;\n}\n.pill.bad {\n  background: var(--f1);\n  border-color: transparent;\n}\n.pill.good {\n  background: var(--proven);\n  border-color: transparent;\n}\n.meta .pill.odd {\n  background: var(--warned);\n  border-color: transparent;\n}\n.meta .pill {\n  font-weight: 600;\n  color: var(--ink);\n  margin-right: 0.2rem;\n}\n.result .pill.odd {\n  background: var(--known);\n  border-color: transparent;\n}\nsvg.time {\n  display: block;\n  min-width: 44rem;\n  width: 100%;\n  height: auto;\n}\nsvg.time text {\n  fill: var(--ink);\n  font:\n    12px system-ui,\n    sans-serif;\n}\nsvg.time .soft {\n  fill: var(--soft);\n}\nsvg.time line {\n  stroke: var(--line);\n}\n.s-plan {\n  fill: var(--plan);\n}\n.s-build {\n  fill: var(--build);\n}\n.s-install {\n  fill: var(--install);\n}\n.s-discover {\n  fill: var(--discover);\n}\n.s-probe {\n  fill: var(--probe);\n}\n.s-smoke {\n  fill: var(--smoke);\n}\n.s-other {\n  fill: var(--other);\n}\n.legend svg {\n  vertical-align: -1px;\n}\nbody > footer {\n  color: var(--soft);\n  font-size: 0.85rem;\n  padding-top: 2rem;\n  padding-bottom: 3rem;\n}\n.hidden {\n  display: none;\n}\n@media (max-width: 40rem) {\n  body > header,\n  main,\n  body > footer {\n    padding-left: 0.8rem;\n    padding-right: 0.8rem;\n  }\n  .facts {\n    grid-template-columns: minmax(0, 1fr);\n    padding: 0.3rem 0.8rem;\n  }\n  .facts div {\n    display: grid;\n    grid-template-columns: 7rem minmax(0, 1fr);\n    align-items: baseline;\n    padding: 0.2rem 0;\n  }\n  .facts div + div {\n    border-left: 0;\n  }\n  .filtering > summary {\n    display: list-item;\n    color: var(--soft);\n  }\n  .filters label {\n    flex: 1 1 40%;\n  }\n  .filters input,\n  .filters select {\n    max-width: none;\n    width: 100%;\n  }\n  table.grid td {\n    min-width: 3rem;\n  }\n  article {\n    padding: 0.7rem 0.8rem;\n  }\n  .scroll > .plain td:has(> button) {\n    min-width: 11rem;\n    overflow-wrap: anywhere;\n  }\n}\n@media print {\n  dialog,\n  .filters,\n  .theme,\n  .copy {\n    display: none;\n  }\n  .scroll {\n    overflow: visible;\n  }\n}\n';

// src/report/finding-of-result.ts
function findingOfResult(findings) {
  const byKind = groupBy(findings.map(scoped), ({ finding: finding2 }) => finding2.kind);
  return ({ diagnosis, combination: combination2, module: module2 }) => byKind.get(diagnosis ?? "")?.find(
    ({ combinations, modules }) => combinations.has(combination2) && (modules.size === 0 || modules.has(module2))
  )?.finding;
}
function scoped(finding2) {
  return {
    finding: finding2,
    combinations: new Set(finding2.combinations),
    modules: new Set(finding2.modules)
  };
}

// src/report/outcome-text.ts
var NOT_RUN = {
  shadowed: "its name loads another file",
  "not-loaded": "nothing loaded this file",
  "wrong-tag": "this Python cannot see the file: it is tagged for another one",
  skipped: "skipped",
  "set-up": "its environment could not be set up",
  interrupted: "interrupted"
};
function outcomeText(outcome2) {
  switch (outcome2.kind) {
    case "imported":
      return "imported";
    case "raised":
      return "raised an exception";
    case "signalled":
      return `killed by ${outcome2.signal}`;
    case "exited":
      return `ended the process by itself (code ${outcome2.code})`;
    case "timed-out":
      return `did not end within ${outcome2.seconds} s`;
    case "not-run":
      return NOT_RUN[outcome2.reason];
    default:
      return outcome2;
  }
}

// src/report/render/evidence-text.ts
var LINKS = {
  first: "",
  cause: "The above exception was the direct cause of the following exception:\n\n",
  context: "During handling of the above exception, another exception occurred:\n\n"
};
function evidenceText(evidence2) {
  return evidenceParts(evidence2).map(([title, text2]) => title === CHAIN ? text2 : `${title}:
${text2}`).join("\n\n");
}
var CHAIN = "Exception";
function evidenceParts(evidence2) {
  const { phase, step, culpritFile, shadowedBy, truncated } = evidence2;
  const about = [
    `phase: ${phase}`,
    ...step === null ? [] : [`step: import ${step}`],
    ...culpritFile === null ? [] : [`file: ${culpritFile}`],
    ...shadowedBy === null ? [] : [`its name loaded: ${shadowedBy}`],
    ...evidence2.confirmed ? ["confirmed by a second, clean run"] : [],
    ...truncated ? ["some of the text below was left out"] : []
  ];
  const parts = [
    [CHAIN, chainText(evidence2.exceptions)],
    ["Native stack", nativeText(evidence2)],
    ["stderr", evidence2.stderr],
    ["stdout", evidence2.stdout],
    ["Runs disagree", evidence2.disagreement.join("\n")],
    ["Where", about.join("\n")]
  ];
  return parts.filter(([, text2]) => text2.trim() !== "");
}
function chainText(exceptions) {
  const shown = [...exceptions].reverse().map((exception, index, all) => {
    const link = index === 0 ? "" : LINKS[all[index - 1]?.link ?? "first"];
    return `${link}${exceptionText(exception)}`;
  });
  return shown.join("\n\n");
}
function exceptionText({ type, message, frames }) {
  const lines = frames.flatMap((frame) => [
    `  File "${frame.file}", line ${frame.line}, in ${frame.function}`,
    ...frame.source === void 0 ? [] : [`    ${frame.source.trim()}`]
  ]);
  const head = lines.length > 0 ? ["Traceback (most recent call last):"] : [];
  return [...head, ...lines, message === "" ? type : `${type}: ${message}`].join("\n");
}
function nativeText({ nativeFrames }) {
  return nativeFrames.map((frame, index) => {
    const place = frame.file === null ? "" : ` at ${frame.file}:${frame.line ?? "?"}`;
    const library = frame.library === null ? "" : ` (${frame.library})`;
    return `  #${index} ${frame.function}${place}${library}`;
  }).join("\n");
}

// src/report/render/html/page-data.ts
var EVIDENCE_ROOM = 2 * 1024 * 1024;
function pageData(report, causes) {
  const moduleOf2 = placesOf(report.modules);
  const outcomes = /* @__PURE__ */ new Map();
  const list3 = [];
  const findingOf = findingOfResult(causes.map(({ finding: finding2 }) => finding2));
  const numbers = new Map(causes.map(({ finding: finding2 }, index) => [finding2, index + 1]));
  const placeOf5 = (result2) => {
    const finding2 = findingOf(result2);
    const outcome2 = outcomeOf(result2, (finding2 && numbers.get(finding2)) ?? 0);
    const key2 = keyOf(outcome2);
    const known = outcomes.get(key2);
    if (known !== void 0) return known;
    outcomes.set(key2, list3.length);
    list3.push(outcome2);
    return list3.length - 1;
  };
  const columns = /* @__PURE__ */ new Map();
  for (const result2 of report.results) {
    const own = columns.get(result2.combination) ?? { m: [], o: [], t: [], p: [] };
    columns.set(result2.combination, own);
    own.m.push(moduleOf2(result2));
    own.o.push(placeOf5(result2));
    own.t.push(Math.round((result2.seconds ?? 0) * 1e3));
    own.p.push(Math.round((result2.peakBytes ?? 0) / 1024));
  }
  return {
    combinations: report.combinations.map((one) => ({
      id: visible(one.id),
      python: visible(one.label),
      numpy: visible(one.numpy),
      verdict: one.verdict,
      facts: combinationFacts(one),
      ...columns.get(one.id) ?? { m: [], o: [], t: [], p: [] }
    })),
    modules: report.modules.map((one) => ({
      name: visible(one.name),
      distribution: visible(one.distribution),
      facts: moduleFacts(one)
    })),
    outcomes: list3,
    evidence: evidenceTexts(report.evidence ?? [])
  };
}
function placesOf(modules) {
  const byName = groupBy(modules.keys(), (index) => modules[index]?.name);
  return ({ module: module2, file }) => {
    const own = module2 === SMOKE ? [] : byName.get(module2) ?? [];
    return own.find((index) => modules[index]?.file === file) ?? own.at(-1) ?? -1;
  };
}
function outcomeOf(result2, finding2) {
  return {
    text: visible(outcomeText(result2.outcome)),
    good: goodnessOf(result2),
    kind: visible(result2.diagnosis ?? ""),
    severity: result2.severity,
    e: result2.evidence ?? -1,
    f: finding2,
    loadedAs: visible(result2.loadedAs ?? "")
  };
}
function keyOf({ text: text2, good, kind, severity: severity2, e, f, loadedAs }) {
  return `${severity2} ${good} ${e} ${f} ${kind}
${text2}
${loadedAs}`;
}
function goodnessOf(result2) {
  if (result2.known) return 2;
  return isProvenResult(result2) ? 1 : 0;
}
function combinationFacts(one) {
  const facts = [
    ["Python", one.python],
    ["NumPy", one.numpy],
    ["NumPy loaded", one.loadedNumpy],
    ["Built with", builtWith(one)],
    ["Predicted", predictionOf(one)],
    ["Platform", one.platform],
    [
      "Time",
      one.seconds > 0 ? `${one.seconds.toFixed(1)} s, ${plural(one.processes, "process", "processes")}` : null
    ],
    ["Why", one.reason],
    ["Set-up failure", one.setUp],
    ["The smoke code printed", one.smokeOutput?.trim() ? one.smokeOutput.slice(0, 4e3) : null]
  ];
  return facts.flatMap(([name, value]) => value ? [[name, visible(value, "\n	")]] : []);
}
function predictionOf({ predicted }) {
  if (predicted === void 0) return null;
  const { imports, refused, undecided, contradictions: contradictions2 } = predicted;
  const counts = [
    ...imports > 0 ? [`${imports} accepted by NumPy`] : [],
    ...refused > 0 ? [`${refused} refused`] : [],
    ...undecided > 0 ? [`${undecided} undecided`] : []
  ];
  const otherwise = contradictions2.map(({ module: module2 }) => module2);
  const seen = otherwise.length > 0 ? `; seen otherwise: ${otherwise.join(", ")}` : "";
  return `${counts.join(", ")} (from the files\u2019 bytes)${seen}`;
}
function builtWith({ buildNumpy, buildPython }) {
  const parts = [
    ...buildNumpy === null ? [] : [`NumPy ${buildNumpy}`],
    ...buildPython === null ? [] : [`Python ${buildPython}`]
  ];
  return parts.length > 0 ? parts.join(", ") : null;
}
function moduleFacts(one) {
  const { era: era2, target, also } = one.capi;
  const { binary } = one;
  const facts = [
    ["File", one.file],
    ["Distribution", `${one.distribution} ${one.version}`],
    ["Wheel", one.wheel],
    ["NumPy C ABI", also.length > 0 ? `${era2}, also ${also.join(", ")}` : era2],
    ["C-API target", target === null ? null : `NumPy ${target}`],
    [
      "Made by",
      binary?.generators.map(({ name, version }) => `${name} ${version ?? ""}`).join(", ")
    ],
    ["Needs", binary?.needed.join(", ")],
    ["Format", binary ? `${binary.format}, ${binary.machines.join(", ")}` : null]
  ];
  return facts.flatMap(([name, value]) => value ? [[name, visible(value)]] : []);
}
function evidenceTexts(evidence2) {
  let left = EVIDENCE_ROOM;
  return evidence2.map((one) => {
    const parts = evidenceParts(one).map(
      ([title, text2]) => [title, visible(text2, "\n	")]
    );
    const size = parts.reduce((sum, [title, text2]) => sum + title.length + text2.length, 0);
    if (size > left) return [["Left out", "There was no more room: see the JSON report"]];
    left -= size;
    return parts;
  });
}

// src/report/render/html/predicted-section.ts
var MOST_NAMED = 60;
function predictedSection(report) {
  const predicted = report.combinations.flatMap((one) => one.predicted ?? []);
  if (predicted.length === 0) return html``;
  const tally = tallyOf(report);
  const several = hasPlatforms(report.combinations);
  const tables = byPlatform(report.combinations).map(
    ([platform, own]) => tableOf2(own, several ? platform : "NumPy \u2192", tally)
  );
  const otherwise = report.combinations.flatMap(
    (one) => (one.predicted?.contradictions ?? []).map(
      ({ module: module2, predicted: said, seen }) => html`<li><a href="#cell=${encodeURIComponent(one.id)}">${one.id}</a>: <code>${module2}</code> was to be ${WORDS[said]}, and was ${WORDS[seen]}</li>`
    )
  );
  const left = otherwise.length - MOST_NAMED;
  const more = left > 0 ? html`<li>and ${left} more</li>` : html``;
  const named = joinHtml(otherwise.slice(0, MOST_NAMED), "");
  const list3 = otherwise.length === 0 ? html`` : html`<ul>${named}${more}</ul>`;
  return html`<section aria-labelledby="predicted-title"><h2 id="predicted-title">Measured beside predicted</h2>
<p class="count">${sentenceOf(predicted)}</p>
${list3}
<details${otherwise.length > 0 ? html` open` : html``}><summary>Combination by combination</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Predicted and measured">
${joinHtml(tables, "\n")}</div>
<ul class="legend" aria-label="What was predicted"><li>Above: what the bytes say. Below: what was measured.</li><li><b>✓</b> NumPy accepts it</li><li><b>✗</b> NumPy refuses it</li><li><b>?</b> the bytes do not decide it</li><li><b class="v-proven"> </b> as predicted</li><li><b class="v-warned"> </b> seen otherwise</li></ul>
</details></section>`;
}
var WORDS = { imports: "accepted by NumPy", refused: "refused by NumPy" };
function sentenceOf(all) {
  const sum = (key2) => all.reduce((total, one) => total + one[key2], 0);
  const otherwise = all.reduce((total, one) => total + one.contradictions.length, 0);
  const decided = sum("imports") + sum("refused");
  const seen = decided === 0 ? "" : otherwise === 0 ? " Nothing was seen otherwise." : ` ${otherwise} of them ${otherwise === 1 ? "was" : "were"} seen otherwise:`;
  return `From the bytes of the files alone, NumPy accepts ${sum("imports")} of the imports and refuses ${sum("refused")}; of ${sum("undecided")} they do not decide it.${seen}`;
}
function tableOf2(combinations, corner, tally) {
  const axes = shownAxes(combinations);
  const byAxes = new Map(combinations.map((one) => [key(one.label, one.numpy), one]));
  const head = axes.numpys.map(
    (numpy) => html`<th scope="col">${numpy === NUMPY_NONE ? "none" : axes.short(numpy)}</th>`
  );
  const rows = axes.pythons.map((label) => {
    const cells = axes.numpys.map((numpy) => cellOf2(byAxes.get(key(label, numpy)), tally));
    return html`<tr><th scope="row">${label}</th>${joinHtml(cells, "")}</tr>`;
  });
  return html`<table class="grid"><thead><tr><th scope="col">${corner}</th>${joinHtml(head, "")}</tr></thead>
<tbody>${joinHtml(rows, "\n")}</tbody></table>`;
}
function cellOf2(one, tally) {
  if (one?.predicted === void 0) return html`<td></td>`;
  const { imports, refused, undecided, contradictions: contradictions2 } = one.predicted;
  const said = [
    ...imports > 0 ? [`\u2713 ${imports}`] : [],
    ...refused > 0 ? [`\u2717 ${refused}`] : [],
    ...undecided > 0 ? [`? ${undecided}`] : []
  ].join(" ");
  const tone = contradictions2.length > 0 ? "v-warned" : imports + refused > 0 ? "v-proven" : "v-excluded";
  return html`<td><a class="pair ${tone}" href="#cell=${encodeURIComponent(one.id)}"><span>${said}</span><small>${cellText(one, tally)}</small></a></td>`;
}
function key(label, numpy) {
  return JSON.stringify([label, numpy]);
}

// src/report/exclusions.ts
function notRun(report) {
  return foldUnrun(
    report.combinations.filter(({ status }) => /^(?:excluded|skipped|planned)$/.test(status)),
    report.combinations
  );
}
function foldUnrun(cells, grid2) {
  const groups = groupBy(cells, (one) => one.cause ?? reasonOf3(one));
  const all = grid2.map((one) => ({ ...one, status: "passed" }));
  return [...groups].map(([cause, members]) => {
    const reasons2 = new Set(members.map(reasonOf3));
    const ids = members.map(({ id }) => id);
    return {
      where: describeCombinations(ids, all),
      reason: reasons2.size === 1 ? [...reasons2][0] ?? cause : cause,
      count: members.length,
      ids
    };
  });
}
function reasonOf3({ reason, status }) {
  return reason ?? (status === "planned" ? "never started" : status);
}

// src/report/render/html/rest-sections.ts
function modulesSection(report) {
  if (report.modules.length === 0) return html``;
  return html`<section aria-labelledby="modules-title"><h2 id="modules-title">Modules</h2>
<details id="modules"><summary>${plural(report.modules.length, "compiled file")}: how often each was proven</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Table of modules"><table class="plain">
<thead><tr><th scope="col">Module</th><th scope="col">Distribution</th><th scope="col" class="n">Not proven</th><th scope="col" class="n">Proven</th><th scope="col">C ABI</th><th scope="col">C-API target</th><th scope="col">File</th></tr></thead>
<tbody id="module-rows"></tbody></table></div></details></section>`;
}
function reasonsSection(report) {
  const rows = [
    ...notRun(report).map(({ where, reason, count: count2 }) => [`${where}`, reason, count2]),
    ...report.notTested.map(({ what, reason }) => [what, reason, null])
  ].map(
    ([what, reason, count2]) => html`<tr><td>${what}</td><td>${htmlProse(reason)}</td><td class="n">${count2 ?? ""}</td></tr>`
  );
  const notices = report.notices.map((notice) => html`<li>${htmlProse(notice)}</li>`);
  const table = rows.length === 0 ? html`` : html`<section aria-labelledby="reasons-title"><h2 id="reasons-title">Not tested, and why</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Not tested, and why"><table class="plain"><thead><tr><th scope="col">What</th><th scope="col">Why</th><th scope="col" class="n">Cells</th></tr></thead>
<tbody>${joinHtml(rows, "\n")}</tbody></table></div></section>`;
  const list3 = notices.length === 0 ? html`` : html`<section aria-labelledby="notices-title"><h2 id="notices-title">Notices</h2><ul>${joinHtml(notices, "")}</ul></section>`;
  return joinHtml([table, list3], "\n");
}

// src/report/render/html/time-section.ts
var STAGES = ["plan", "build", "install", "discover", "probe", "smoke"];
var LEFT = 150;
var WIDTH = 1e3;
var LANE = 16;
var MOST_LANES = 120;
function timeSection(report) {
  const stages = stagesOf(report.seconds);
  if (stages.length === 0) return html``;
  const rows = stages.map(
    ([stage, seconds]) => html`<tr><td>${stage}</td><td class="n">${formatDuration(seconds)}</td></tr>`
  );
  const longest = report.combinations.filter((one) => one.seconds > 0).toSorted((a, b) => b.seconds - a.seconds).slice(0, 10).map(
    (one) => html`<tr><td>${one.id}</td><td class="n">${formatDuration(one.seconds)}</td><td class="n">${one.processes}</td></tr>`
  );
  return html`<section aria-labelledby="time-title"><h2 id="time-title">Where the time went: ${formatDuration(totalSeconds(report.seconds))}</h2>
${timeLine(report)}
<details><summary>Stages, and the combinations that took longest</summary>
<table class="plain"><thead><tr><th scope="col">Stage</th><th scope="col" class="n">Time</th></tr></thead><tbody>${joinHtml(rows, "")}</tbody></table>
<table class="plain"><thead><tr><th scope="col">Combination</th><th scope="col" class="n">Time</th><th scope="col" class="n">Processes</th></tr></thead><tbody>${joinHtml(longest, "")}</tbody></table>
</details></section>`;
}
function timeLine({ timeline = [], jobs = 0 }) {
  if (timeline.length === 0) return html``;
  const end = Math.max(...timeline.map((one) => one.start + one.seconds), 1e-3);
  const lanes = [...new Set(timeline.toSorted((a, b) => a.start - b.start).map((one) => one.what))];
  const shown = lanes.slice(0, MOST_LANES);
  const scale = (WIDTH - LEFT - 10) / end;
  const bars = shown.flatMap((what, lane) => [
    html`<text x="${LEFT - 8}" y="${lane * LANE + 40}" text-anchor="end">${short(what)}</text>`,
    ...timeline.filter((one) => one.what === what).map((one) => barOf(one, lane, scale))
  ]);
  const height = shown.length * LANE + 62;
  const ticks = ticksOf(end).map((at) => {
    const x = (LEFT + at * scale).toFixed(1);
    return html`<line x1="${x}" y1="24" x2="${x}" y2="${height - 22}"/><text class="soft" x="${x}" y="${height - 8}" text-anchor="middle">${formatDuration(at)}</text>`;
  });
  const left = lanes.length - shown.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Time line">
<svg class="time" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${spoken2(timeline, end, jobs)}">
${joinHtml(ticks, "")}<text class="soft" x="${LEFT - 8}" y="16" text-anchor="end">at work</text>${busy(timeline, end, jobs, scale)}
${joinHtml(bars, "\n")}
</svg></div>
<p class="count">${spoken2(timeline, end, jobs)}${left > 0 ? ` ${left} more lanes are not drawn.` : ""}</p>
${stageLegend(timeline)}`;
}
function barOf({ stage, what, start: start2, seconds }, lane, scale) {
  const name = STAGES.includes(stage) ? stage : "other";
  const x = (LEFT + start2 * scale).toFixed(1);
  const width = Math.max(1, seconds * scale).toFixed(1);
  return html`<rect class="s-${name}" x="${x}" y="${lane * LANE + 29}" width="${width}" height="13" rx="2"><title>${what}: ${stage}, ${formatDuration(seconds)}, from ${formatDuration(start2)} on</title></rect>`;
}
function busy(timeline, end, jobs, scale) {
  const most = Math.max(jobs, 1);
  const moments = 200;
  const strips = Array.from({ length: moments }, (_, index) => {
    const at = (index + 0.5) / moments * end;
    const count2 = activeAt(timeline, at);
    const share = Math.min(1, count2 / most);
    const x = (LEFT + index / moments * end * scale).toFixed(1);
    const width = (end * scale / moments + 0.5).toFixed(1);
    const height = Math.round(share * 16);
    return height === 0 ? html`` : html`<rect class="s-probe" x="${x}" y="${20 - height}" width="${width}" height="${height}"/>`;
  });
  return joinHtml(strips, "");
}
function activeAt(timeline, at) {
  return timeline.filter((one) => one.start <= at && at < one.start + one.seconds).length;
}
function spoken2(timeline, end, jobs) {
  const said = `${timeline.length} stages in ${formatDuration(end)}`;
  if (jobs < 2) return `${said}.`;
  const samples = Array.from({ length: 200 }, (_, index) => (index + 0.5) / 200 * end);
  const idle = samples.filter((at) => activeAt(timeline, at) < jobs).length / samples.length;
  return `${said}; for ${Math.round(idle * 100)} % of it fewer than ${jobs} were at work.`;
}
function stageLegend(timeline) {
  const there = new Set(timeline.map((one) => one.stage));
  const items = [...there].map((stage) => {
    const name = STAGES.includes(stage) ? stage : "other";
    return html`<li><svg width="14" height="14" aria-hidden="true"><rect class="s-${name}" width="14" height="14" rx="3"/></svg> ${stage}</li>`;
  });
  return html`<ul class="legend" aria-label="Stages">${joinHtml(items, "")}</ul>`;
}
function ticksOf(end) {
  const step = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600].find(
    (one) => end / one <= 8
  );
  const width = step ?? end;
  return Array.from({ length: Math.floor(end / width) + 1 }, (_, index) => index * width);
}
function short(text2) {
  return text2.length > 22 ? `${text2.slice(0, 21)}\u2026` : text2;
}

// src/report/render/html/page.ts
var SCRIPT = `'use strict';(() => {
${[
  state_page_default,
  grid_page_default,
  panel_page_default,
  modules_page_default,
  main_page_default
].join("\n")}
})();`;
function htmlReport(report, options = {}) {
  const causes = causesOf(report.findings);
  const { subject: subject2 } = report;
  const name = [subject2.name, subject2.version ?? ""].join(" ").trim();
  const headline = headlineOf(report);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headline[0] ?? ""} ${name}: NumPy compatibility</title>
<link rel="icon" href="data:,">
<style>${htmlSource(page_default)}</style>
</head>
<body>
<header class="${toneOf2(headline)}">
<div class="top"><h1>${name} × NumPy</h1><button type="button" id="theme" class="theme">Theme: auto</button></div>
<p class="headline"><span class="sign" aria-hidden="true">${headline[0] ?? ""}</span>${headline.slice(1)}</p>
<p class="verdict">${report.verdict}.</p>
${factsSection(report)}
</header>
<main id="main">
${joinHtml(
    [
      gridSection(report, causes),
      findingsSection(report, causes, options),
      modulesSection(report),
      predictedSection(report),
      reasonsSection(report),
      timeSection(report)
    ],
    "\n"
  )}
<dialog id="panel" aria-labelledby="panel-title"><div class="bar"><h2 id="panel-title">Cell</h2><button type="button" id="panel-close">Close</button></div><div class="body" id="panel-body"></div></dialog>
</main>
<footer>${report.tool.name} ${report.tool.version}. Everything in this page is also in the JSON report.</footer>
<script type="application/json" id="data">${htmlData(pageData(report, causes))}</script>
<script>${htmlSource(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}
function policy() {
  return [
    "default-src 'none'",
    `script-src '${hashOf(SCRIPT)}'`,
    `style-src '${hashOf(page_default)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
}
function hashOf(text2) {
  return `sha256-${createHash2("sha256").update(text2).digest("base64")}`;
}
function toneOf2(headline) {
  if (headline.startsWith("\u2713")) return html`good`;
  return headline.startsWith("\u2717") ? html`bad` : html`odd`;
}

// src/report/schema.ts
var line = { type: "integer", minimum: 1 };
var location = object({ file: text, line, endLine: line }, ["endLine"]);
var severity = oneOf("error", "warning", "note", "none");
var category = oneOf(
  ...["numpy-abi", "numpy-python-api", "python-abi", "loader", "crash", "timeout", "exit"],
  ...["environment", "unrelated", "latent", "metadata", "configuration", "unclassified"]
);
var era = oneOf("none", "1.x", "2.x", "lazy-1.x", "lazy-2.x", "cython-sizes", "unknown");
var subject = object(
  {
    kind: oneOf("project", "wheels", "packages"),
    name: text,
    version: maybeText,
    declaredNumpy: maybeText,
    declaredPython: maybeText
  },
  ["declaredPython"]
);
var contradiction = object({
  module: text,
  predicted: oneOf("imports", "refused"),
  seen: oneOf("imports", "refused")
});
var combination = object(
  {
    id: text,
    python: text,
    numpy: text,
    platform: text,
    buildNumpy: maybeText,
    processes: count,
    status: oneOf("planned", "passed", "failed", "excluded", "error", "skipped"),
    reason: maybeText,
    seconds: { type: "number", minimum: 0 },
    label: text,
    buildPython: maybeText,
    setUp: maybeText,
    smokeOutput: maybeText,
    verdict: oneOf(
      ...["proven", "warned", "doubtful", "known", "failed", "empty"],
      ...["not-set-up", "skipped", "excluded"]
    ),
    cause: text,
    loadedNumpy: maybeText,
    location,
    predicted: object({
      imports: count,
      refused: count,
      undecided: count,
      contradictions: list(contradiction)
    }),
    reused: text
  },
  [
    ...["seconds", "label", "buildPython", "setUp", "smokeOutput", "verdict", "cause"],
    ...["loadedNumpy", "location", "predicted", "reused"]
  ]
);
var module = object(
  {
    name: text,
    distribution: text,
    version: text,
    file: text,
    wheel: maybeText,
    pythons: list(text),
    capi: object({ era, target: maybeText, also: list(era) }),
    binary: object({
      format: oneOf("elf", "pe", "macho", "wasm", "unknown"),
      machines: list(text),
      generators: list(object({ name: text, version: maybeText })),
      needed: list(text)
    })
  },
  ["wheel", "pythons", "binary"]
);
var outcome = object(
  {
    kind: oneOf("imported", "raised", "signalled", "exited", "timed-out", "not-run"),
    signal: text,
    code: integer,
    seconds: number,
    reason: text
  },
  ["signal", "code", "seconds", "reason"]
);
var result = object(
  {
    combination: text,
    module: text,
    outcome,
    diagnosis: maybeText,
    category: orNull(category),
    severity,
    file: maybeText,
    evidence: count,
    gilEnabledBy: list(text),
    known: { const: true },
    loadedAs: text,
    peakBytes: count,
    seconds: { type: "number", minimum: 0 }
  },
  ["file", "evidence", "gilEnabledBy", "known", "loadedAs", "peakBytes", "seconds"]
);
var finding = object(
  {
    kind: text,
    category,
    severity,
    title: text,
    explanation: text,
    fix: text,
    culprit: object({
      distribution: maybeText,
      version: maybeText,
      module: maybeText,
      file: maybeText
    }),
    location: orNull(location),
    modules: list(text),
    combinations: list(text),
    fault: oneOf("own", "dependency", "environment", "unknown"),
    inner: maybeText,
    evidence: list(text),
    hints: { type: "object" },
    documentation: text,
    facts: { type: "object" }
  },
  ["fault", "inner", "evidence", "hints", "documentation", "facts"]
);
var evidence = object({
  phase: oneOf("start", "parents", "import", "call", "exit"),
  step: maybeText,
  exceptions: list(
    object({
      type: text,
      message: text,
      link: oneOf("first", "cause", "context"),
      frames: list(object({ file: text, line: integer, function: text, source: text }, ["source"]))
    })
  ),
  nativeFrames: list(
    object({ function: text, file: maybeText, line: orNull(integer), library: maybeText })
  ),
  stdout: text,
  stderr: text,
  truncated: boolean,
  culpritFile: maybeText,
  shadowedBy: maybeText,
  disagreement: list(text),
  confirmed: boolean
});
var span = object({
  stage: text,
  what: text,
  start: number,
  seconds: { type: "number", minimum: 0 }
});
var REPORT_SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "numpy-abi-matrix report, schema 1",
  ...object(
    {
      schema: { const: 1 },
      subject,
      combinations: list(combination),
      modules: list(module),
      results: list(result),
      findings: list(finding),
      supported: object(
        {
          numpy: maybeText,
          python: maybeText,
          perPython: by(maybeText),
          tested: list(text),
          untested: list(text)
        },
        ["perPython", "tested", "untested"]
      ),
      verdict: text,
      exitCode: integer,
      notices: list(text),
      notTested: list(object({ what: text, reason: text })),
      refused: list(
        object({ what: text, reason: text, lost: { const: true } }, ["what", "reason"])
      ),
      seconds: by(number),
      jobs: { type: "integer", minimum: 1 },
      timeline: list(span),
      evidence: list(evidence),
      tool: object({ name: { const: "numpy-abi-matrix" }, version: text })
    },
    [
      ...["verdict", "exitCode", "notices", "notTested", "refused", "seconds", "jobs"],
      ...["timeline", "evidence", "tool"]
    ]
  )
};

// src/report/render/json.ts
var TABLES = ["combinations", "modules", "results", "timeline", "evidence"];
var PIECE = 64 * 1024;
function* reportPieces(report) {
  const schemas = REPORT_SCHEMA.properties;
  let begin = "{\n";
  for (const name of [...Object.keys(schemas), ...otherNames(report, schemas)]) {
    const value = report[name];
    if (value === void 0) continue;
    const schema = schemas[name] ?? {};
    const field = `${begin}  ${safeJson(name)}: `;
    if (TABLES.includes(name)) {
      yield* tablePieces(field, value, orderOf(schema.items ?? {}));
    } else yield `${field}${safeJson(orderOf(schema)(value)).replaceAll("\n", "\n  ")}`;
    begin = ",\n";
  }
  yield "\n}\n";
}
function* tablePieces(field, rows, order) {
  let piece = `${field}[`;
  for (const [at, row] of rows.entries()) {
    piece += `${at === 0 ? "" : ","}
`;
    if (piece.length > PIECE) {
      yield printableJson(piece);
      piece = "";
    }
    piece += `    ${JSON.stringify(order(row))}`;
  }
  yield `${printableJson(piece)}${rows.length === 0 ? "" : "\n  "}]`;
}
var asItIs = (value) => value;
function orderOf({ properties, items, anyOf }) {
  if (properties) {
    const orders = Object.entries(properties).map(([name, one]) => [name, orderOf(one)]);
    return (value) => {
      const fields = value;
      const ordered = {};
      for (const [name, order2] of orders) {
        if (fields[name] !== void 0) ordered[name] = order2(fields[name]);
      }
      for (const name of otherNames(fields, properties)) ordered[name] = fields[name];
      return ordered;
    };
  }
  const below = items ?? anyOf?.at(-1);
  const order = below ? orderOf(below) : asItIs;
  if (order === asItIs) return asItIs;
  return items ? (value) => value.map(order) : (value) => value === null ? null : order(value);
}
function otherNames(value, schemas) {
  return Object.keys(value).filter((name) => !(name in schemas)).sort();
}

// src/escape/xml.ts
var xml = safeTemplate("xml", escapeXml);
var PLAIN2 = /^[\w .:/=-]*$/;
function escapeXml(text2) {
  if (PLAIN2.test(text2)) return text2;
  return visible(text2, "\n	").replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("##[", "##&#91;");
}
function joinXml(parts, separator) {
  return joinSafe("xml", parts, separator);
}

// src/report/render/junit.ts
function* junitPieces(report) {
  const suites = suitesOf(report);
  const counts = countsOf3(suites.flatMap(({ kinds }) => kinds));
  const seconds = timeOf(totalSeconds(report.seconds));
  yield xml`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="numpy-abi-matrix" ${counts} time="${seconds}">\n`.text;
  for (const suite of suites) {
    for (const piece of suitePieces(suite)) yield `${piece.text}
`;
  }
  yield "</testsuites>\n";
}
function suitesOf(report) {
  const byCombination = groupBy(report.results, ({ combination: combination2 }) => combination2);
  const caseOf = moduleCases(report);
  const suites = report.combinations.map((combination2) => {
    const own = byCombination.get(combination2.id) ?? [];
    const { id: name, seconds, status } = combination2;
    const about = { name, seconds, properties: propertiesOf(combination2) };
    return own.length > 0 && status !== "error" ? { ...about, kinds: own.map(kindOf2), cases: () => own.map(caseOf) } : { ...about, kinds: [wholeKind(combination2)], cases: () => [wholeCase(combination2)] };
  });
  const red = new Set(
    suites.flatMap(
      ({ name, kinds: kinds2 }) => kinds2.some((kind) => kind === "failure" || kind === "error") ? [name] : []
    )
  );
  const loose = report.findings.filter(
    ({ combinations, severity: severity2 }) => severity2 === "error" && !combinations.some((id) => red.has(id))
  );
  if (loose.length === 0) return suites;
  const kinds = loose.map(() => "failure");
  const cases = () => loose.map(findingCase);
  return [...suites, { name: "findings", seconds: 0, properties: [], kinds, cases }];
}
function countsOf3(kinds) {
  const count2 = (kind) => kinds.filter((one) => one === kind).length;
  return xml`tests="${kinds.length}" failures="${count2("failure")}" errors="${count2("error")}" skipped="${count2("skipped")}"`;
}
function* suitePieces({ name, seconds, properties, kinds, cases }) {
  yield xml`  <testsuite name="${name}" ${countsOf3(kinds)} time="${timeOf(seconds)}">`;
  if (properties.length > 0) {
    yield xml`    <properties>`;
    yield* properties;
    yield xml`    </properties>`;
  }
  yield* cases();
  yield xml`  </testsuite>`;
}
function propertiesOf(combination2) {
  const { python, numpy, platform, buildNumpy } = combination2;
  const pairs = Object.entries({ python, numpy, platform, buildNumpy });
  return pairs.flatMap(
    ([name, value]) => value === null ? [] : [xml`      <property name="${name}" value="${value}"/>`]
  );
}
function kindOf2(result2) {
  if (result2.known) return "skipped";
  return isProvenResult(result2) ? "passed" : "failure";
}
function moduleCases(report) {
  const owners = new Map(report.modules.map((one) => [one.name, one.distribution]));
  const findingOf = findingOfResult(report.findings);
  const words = ofEach(wordsOf);
  const evidenceOf = evidenceOnce(report);
  return (result2) => {
    const smoke = result2.module === SMOKE;
    const name = smoke ? "smoke code" : result2.module;
    const owner = smoke ? report.subject.name : owners.get(result2.module) ?? report.subject.name;
    const head = xml`    <testcase classname="${owner}" name="${name}" time="${timeOf(result2.seconds ?? 0)}"`;
    const kind = kindOf2(result2);
    if (kind === "skipped") return skippedCase(head, "fails, as a known failure foretold");
    if (kind === "passed") return xml`${head}/>`;
    const finding2 = findingOf(result2);
    const told2 = finding2 && words(finding2);
    const seen = evidenceOf(result2, finding2);
    const parts = [...told2?.text ?? [], ...seen === "" ? [] : [xml`${seen}`]];
    const failure = xml`<failure type="${result2.diagnosis ?? "unclassified"}" message="${told2?.title ?? outcomeText(result2.outcome)}">${joinXml(parts, "\n\n")}</failure>`;
    return xml`${head}>\n      ${failure}\n    </testcase>`;
  };
}
function wordsOf({ title, explanation, fix }) {
  const text2 = [explanation, fix === "" ? "" : `Fix: ${fix}`].filter((part) => part !== "");
  return { title: xml`${title}`, text: text2.map((part) => xml`${part}`) };
}
function evidenceOnce(report) {
  const shown = /* @__PURE__ */ new Map();
  return ({ evidence: place, combination: combination2, module: module2 }, finding2) => {
    const evidence2 = place === void 0 ? void 0 : report.evidence?.[place];
    if (place === void 0 || evidence2 === void 0) return finding2?.evidence.join("\n") ?? "";
    const first = shown.get(place);
    if (first !== void 0) return `The same output as of ${first}`;
    shown.set(place, `${module2} on ${combination2}`);
    return evidenceText(evidence2);
  };
}
function wholeKind({ status }) {
  if (status === "error") return "error";
  return status === "failed" ? "failure" : "skipped";
}
function wholeCase(combination2) {
  const { status, reason, setUp, seconds } = combination2;
  const head = xml`    <testcase classname="combination" name="set-up" time="${timeOf(seconds)}"`;
  switch (wholeKind(combination2)) {
    case "error": {
      const error = xml`<error type="${setUp ?? "set-up-failed"}" message="${firstLine(reason ?? "")}">${reason ?? ""}</error>`;
      return xml`${head}>\n      ${error}\n    </testcase>`;
    }
    case "failure": {
      const failure = xml`<failure type="failed" message="no module has a result of its own here: see the findings"/>`;
      return xml`${head}>\n      ${failure}\n    </testcase>`;
    }
    default:
      return status === "passed" ? skippedCase(head, "there was no compiled module to prove") : skippedCase(head, `${status}: ${reason ?? "no reason was recorded"}`);
  }
}
function skippedCase(head, message) {
  const skipped = xml`<skipped message="${message}"/>`;
  return xml`${head}>\n      ${skipped}\n    </testcase>`;
}
function findingCase(finding2) {
  const { kind, title, explanation, fix, modules, location: location2 } = finding2;
  const place = location2 ? `${location2.file}:${location2.line}` : "";
  const about = modules.length > 1 ? `${plural(modules.length, "module")}: ${listSome(modules, 12)}` : "";
  const text2 = [explanation, about, place, `Fix: ${fix}`].filter((line2) => line2 !== "").join("\n");
  const head = xml`    <testcase classname="finding" name="${kind}" time="0.000">`;
  const failure = xml`<failure type="${kind}" message="${title}">${text2}</failure>`;
  return xml`${head}\n      ${failure}\n    </testcase>`;
}
function firstLine(text2) {
  return text2.split("\n")[0] ?? "";
}
function timeOf(seconds) {
  return (Number.isFinite(seconds) && seconds > 0 ? seconds : 0).toFixed(3);
}

// src/escape/markdown.ts
var markdown = safeTemplate("markdown", escapeMarkdown);
function joinMarkdown(parts, separator) {
  return joinSafe("markdown", parts, separator);
}
function escapeMarkdown(text2) {
  const line2 = visible(splitLines(text2).join(" ").replaceAll("	", " "));
  return withoutLinks(withoutMarkup(line2.replace(/^ +/, " ")));
}
function prose(text2) {
  const parts = text2.split(/(`[^`\r\n]+`)/);
  return joinSafe(
    "markdown",
    parts.map(
      (part, index) => index % 2 === 1 ? code(part.slice(1, -1)) : vouch("markdown", escapeMarkdown(part))
    ),
    ""
  );
}
function proseLines(text2) {
  return joinSafe("markdown", splitLines(text2).map(prose), "<br>\n");
}
function code(text2) {
  const line2 = visible(splitLines(text2).join(" "));
  if (line2.trim() === "") return vouch("markdown", escapeMarkdown(line2));
  if (line2.includes("|")) return vouch("markdown", `<code>${escapeMarkdown(line2)}</code>`);
  const ticks = "`".repeat(longestRun(line2) + 1);
  const padding = /^[` ]|[` ]$/.test(line2) ? " " : "";
  return vouch("markdown", `${ticks}${padding}${line2}${padding}${ticks}`);
}
function fence(text2, language = "text") {
  const lines = splitLines(text2).map((line2) => visible(line2, "	"));
  const ticks = "`".repeat(Math.max(3, longestRun(lines.join("\n")) + 1));
  return vouch("markdown", `${ticks}${language}
${lines.join("\n")}
${ticks}`);
}
function attribute(text2) {
  const line2 = escapeHtml(splitLines(text2).join(" ").replaceAll("	", " "));
  return vouch("markdown", line2.replaceAll("|", "&#124;"));
}
function webAddress(text2) {
  return /^https:\/\/[\w.:-]+(?:\/[\w./~%+@-]*)?(?:#[\w.-]+)?$/.test(text2) ? vouch("markdown", text2) : null;
}
function longestRun(text2) {
  return Math.max(0, ...Array.from(text2.matchAll(/`+/g), (match) => match[0].length));
}
function withoutMarkup(line2) {
  return line2.replace(/[\\`*_{}[\]()#!~^$=]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("|", "&#124;").replace(/^( ?)([-+])/, "$1\\$2").replace(/^( ?\d+)([.)])(?=\s|$)/, "$1\\$2");
}
function withoutLinks(line2) {
  const gap = "&#8203;";
  return line2.replace(/@(?=\w)/g, `@${gap}`).replace(/(?<!&)#(?=\d)/g, `#${gap}`).replace(/\b(GH-)(?=\d)/gi, `$1${gap}`).replace(/(:)(?=\/\/)/g, `$1${gap}`).replace(/\b(www)(?=\.)/gi, `$1${gap}`).replace(/\b(mailto|xmpp)(?=:)/gi, `$1${gap}`).replace(/:(?=[\w+\\-]+:)/g, `:${gap}`);
}

// node_modules/string-width/node_modules/ansi-regex/index.js
var ST = String.raw`(?:\u001B\u005C|\u009C)`;
var stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
var osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
var controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
var linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;
var csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;
var escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;
var pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${escape}`;
function ansiRegex({ onlyFirst = false } = {}) {
  return new RegExp(pattern, onlyFirst ? void 0 : "g");
}

// node_modules/string-width/node_modules/strip-ansi/index.js
var regex = ansiRegex();
function stripAnsi(string) {
  if (typeof string !== "string") {
    throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
  }
  if (!string.includes("\x1B") && !string.includes("\x9B")) {
    return string;
  }
  return string.replace(regex, "");
}

// node_modules/get-east-asian-width/lookup-data.js
var ambiguousMinimalCodePoint = 161;
var ambiguousMaximumCodePoint = 1114109;
var ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];
var fullwidthMinimalCodePoint = 12288;
var fullwidthMaximumCodePoint = 65510;
var fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];
var wideMinimalCodePoint = 4352;
var wideMaximumCodePoint = 262141;
var wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

// node_modules/get-east-asian-width/utilities.js
var isInRange = (ranges, codePoint) => {
  let low = 0;
  let high = Math.floor(ranges.length / 2) - 1;
  while (low <= high) {
    const mid = Math.floor((low + high) / 2);
    const i = mid * 2;
    if (codePoint < ranges[i]) {
      high = mid - 1;
    } else if (codePoint > ranges[i + 1]) {
      low = mid + 1;
    } else {
      return true;
    }
  }
  return false;
};

// node_modules/get-east-asian-width/lookup.js
var commonCjkCodePoint = 19968;
var [wideFastPathStart, wideFastPathEnd] = /* @__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
  let fastPathStart = ranges[0];
  let fastPathEnd = ranges[1];
  for (let index = 0; index < ranges.length; index += 2) {
    const start2 = ranges[index];
    const end = ranges[index + 1];
    if (commonCjkCodePoint >= start2 && commonCjkCodePoint <= end) {
      return [start2, end];
    }
    if (end - start2 > fastPathEnd - fastPathStart) {
      fastPathStart = start2;
      fastPathEnd = end;
    }
  }
  return [fastPathStart, fastPathEnd];
}
var isAmbiguous = (codePoint) => {
  if (codePoint < ambiguousMinimalCodePoint || codePoint > ambiguousMaximumCodePoint) {
    return false;
  }
  return isInRange(ambiguousRanges, codePoint);
};
var isFullwidth = (codePoint) => {
  if (codePoint < fullwidthMinimalCodePoint || codePoint > fullwidthMaximumCodePoint) {
    return false;
  }
  return isInRange(fullwidthRanges, codePoint);
};
var isWide = (codePoint) => {
  if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) {
    return true;
  }
  if (codePoint < wideMinimalCodePoint || codePoint > wideMaximumCodePoint) {
    return false;
  }
  return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
  if (!Number.isSafeInteger(codePoint)) {
    throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
  }
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
  validate(codePoint);
  if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) {
    return 2;
  }
  return 1;
}

// node_modules/string-width/index.js
var segmenter = new Intl.Segmenter();
var visibleCharacterRegex = new RegExp("[^\\p{Default_Ignorable_Code_Point}\\p{Control}\\p{Format}\\p{Nonspacing_Mark}\\p{Enclosing_Mark}\\p{Surrogate}]", "v");
var spacingMarkRegex = new RegExp("\\p{Spacing_Mark}", "v");
var rgiEmojiRegex = new RegExp("^\\p{RGI_Emoji}$", "v");
var unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
var extendedPictographicRegex = new RegExp("\\p{Extended_Pictographic}", "gu");
function isDoubleWidthNonRgiEmojiSequence(segment) {
  if (segment.length > 50) {
    return false;
  }
  if (unqualifiedKeycapRegex.test(segment)) {
    return true;
  }
  if (segment.includes("\u200D")) {
    const pictographics = segment.match(extendedPictographicRegex);
    return pictographics !== null && pictographics.length >= 2;
  }
  return false;
}
function baseVisible(segment) {
  const index = segment.search(visibleCharacterRegex);
  return index === -1 ? void 0 : segment.slice(index);
}
function isHangulLeadingJamo(codePoint) {
  return codePoint >= 4352 && codePoint <= 4447 || codePoint >= 43360 && codePoint <= 43388;
}
function isHangulVowelJamo(codePoint) {
  return codePoint >= 4448 && codePoint <= 4519 || codePoint >= 55216 && codePoint <= 55238;
}
function isHangulTrailingJamo(codePoint) {
  return codePoint >= 4520 && codePoint <= 4607 || codePoint >= 55243 && codePoint <= 55291;
}
function isHangulJamo(codePoint) {
  return isHangulLeadingJamo(codePoint) || isHangulVowelJamo(codePoint) || isHangulTrailingJamo(codePoint);
}
function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
  const codePoints = [];
  for (const character of visibleSegment) {
    if (!visibleCharacterRegex.test(character)) {
      continue;
    }
    codePoints.push(character.codePointAt(0));
  }
  if (codePoints.length === 0) {
    return void 0;
  }
  let width = 0;
  for (let index = 0; index < codePoints.length; index++) {
    const codePoint = codePoints[index];
    if (!isHangulJamo(codePoint)) {
      if (width === 0) {
        return void 0;
      }
      for (let remaining = index; remaining < codePoints.length; remaining++) {
        width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
      }
      return width;
    }
    if (isHangulLeadingJamo(codePoint) && isHangulVowelJamo(codePoints[index + 1])) {
      width += 2;
      index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
      continue;
    }
    width += eastAsianWidth(codePoint, eastAsianWidthOptions);
  }
  return width;
}
function trailingWidth(visibleSegment, eastAsianWidthOptions) {
  let extra = 0;
  let first = true;
  for (const character of visibleSegment) {
    if (first) {
      first = false;
      continue;
    }
    if (spacingMarkRegex.test(character) || character >= "\uFF00" && character <= "\uFFEF") {
      extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
    }
  }
  return extra;
}
function stringWidth(input, options = {}) {
  if (typeof input !== "string" || input.length === 0) {
    return 0;
  }
  const {
    ambiguousIsNarrow = true,
    countAnsiEscapeCodes = false
  } = options;
  let string = input;
  if (!countAnsiEscapeCodes && (string.includes("\x1B") || string.includes("\x9B"))) {
    string = stripAnsi(string);
  }
  if (string.length === 0) {
    return 0;
  }
  if (/^[\u0020-\u007E]*$/.test(string)) {
    return string.length;
  }
  let width = 0;
  const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
  for (const { segment } of segmenter.segment(string)) {
    const visibleSegment = baseVisible(segment);
    if (visibleSegment === void 0) {
      continue;
    }
    if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
      width += 2;
      continue;
    }
    const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
    if (hangulWidth !== void 0) {
      width += hangulWidth;
      continue;
    }
    const codePoint = visibleSegment.codePointAt(0);
    width += eastAsianWidth(codePoint, eastAsianWidthOptions);
    width += trailingWidth(visibleSegment, eastAsianWidthOptions);
  }
  return width;
}

// src/escape/terminal.ts
var terminal = safeTemplate("terminal", (text2) => visible(text2.replaceAll("	", " ")));
function joinTerminal(parts, separator) {
  return joinSafe("terminal", parts, separator);
}
function withoutCommands(text2) {
  return vouch("terminal", text2.text.split("\n").map(breakCommands).join("\n"));
}
var NOTHING = terminal``;
var CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39]
};
function paintWith(colours) {
  if (!colours) return (_style, text2) => text2;
  return (style, text2) => {
    const [on, off] = CODES[style];
    return joinTerminal(
      [vouch("terminal", `\x1B[${on}m`), text2, vouch("terminal", `\x1B[${off}m`)],
      ""
    );
  };
}
function widthOf(text2) {
  return columnsOf(withoutColours(text2.text));
}
function padEnd(text2, width) {
  const missing = Math.max(0, width - widthOf(text2));
  return joinTerminal([text2, vouch("terminal", " ".repeat(missing))], "");
}
function cutTo(text2, width) {
  const shown = terminal`${text2}`;
  if (widthOf(shown) <= width) return shown;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(shown.text)) {
    if (columnsOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return width < 1 ? NOTHING : vouch("terminal", `${kept}\u2026`);
}
function wrap(text2, width) {
  const room = Math.max(8, width);
  return text2.split(/\r\n|\r|\n/).flatMap((line2) => wrapLine(visible(line2.replaceAll("	", " ")), room));
}
function wrapLine(line2, width) {
  if (columnsOf(line2) <= width) return [vouch("terminal", line2.replace(/ +$/, ""))];
  const indent = /^ */.exec(line2)?.[0].slice(0, Math.floor(width / 2)) ?? "";
  return wrapWords(line2, width - indent.length).map((part) => vouch("terminal", indent + part));
}
function wrapWords(line2, width) {
  const lines = [];
  let current = "";
  for (const word of line2.split(/ +/).filter((part) => part !== "")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (columnsOf(longer) <= width) {
      current = longer;
      continue;
    }
    if (current !== "") lines.push(current);
    const pieces = breakWord(word, width);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? "";
  }
  return [...lines, current];
}
function breakWord(word, width) {
  const pieces = [];
  let current = "";
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (columnsOf(current + segment) > width && current !== "") {
      pieces.push(current);
      current = "";
    }
    current += segment;
  }
  return [...pieces, current];
}
var PLAIN3 = /^[ -~·×–—…✓✗“”‘’≤≥→−]*$/;
function columnsOf(text2) {
  return PLAIN3.test(text2) ? text2.length : stringWidth(text2);
}

// src/report/render/terminal-grid.ts
var GAP = 2;
function terminalGrid(report, width, paint) {
  const tally = tallyOf(report);
  const { combinations } = report;
  if (!hasPlatforms(combinations)) return gridOf(combinations, "NumPy", tally, width, paint);
  return byPlatform(combinations).flatMap(([platform, own], at) => [
    ...at > 0 ? [NOTHING] : [],
    ...gridOf(own, platform, tally, width, paint)
  ]);
}
function gridOf(combinations, name, tally, width, paint) {
  const axes = shownAxes(combinations);
  const rows = axes.pythons.map((label) => terminal`${rowName(label)}`);
  const corner = terminal`${name}`;
  const first = Math.max(...[corner, ...rows].map(widthOf)) + GAP;
  const byCell = new Map(combinations.map((one) => [JSON.stringify([one.label, one.numpy]), one]));
  const columns = axes.numpys.map(
    (numpy) => columnOf(
      numpy,
      axes.pythons.map((label) => byCell.get(JSON.stringify([label, numpy]))),
      tally,
      paint
    )
  );
  const lines = [];
  for (const block2 of blocksOf(columns, Math.max(1, width - first))) {
    if (lines.length > 0) lines.push(NOTHING);
    lines.push(lineOf(padEnd(corner, first), block2, (one) => paint("bold", one.head)));
    for (const [index, row] of rows.entries()) {
      const start2 = padEnd(paint("bold", row), first);
      lines.push(lineOf(start2, block2, (one) => one.cells[index] ?? NOTHING));
    }
  }
  return lines;
}
var MEANINGS2 = {
  proven: "modules proven",
  failed: "not proven/all",
  excluded: "excluded",
  "not-set-up": "could not be set up",
  skipped: "skipped",
  empty: "no compiled module",
  warned: "proven, with a warning",
  doubtful: "imports, with a warning that takes the proof away",
  known: "known failures/all"
};
function gridLegend(report) {
  const leftOut = leftOutOf(report.combinations);
  const unseen2 = leftOut === "" ? [] : [`not shown, as nothing can run there: ${leftOut}`];
  return [legendOf(report, MARKS), ...unseen2].join(" \xB7 ");
}
function legendOf(report, signs) {
  const verdicts = new Set(report.combinations.map(({ verdict }) => verdict));
  const said = Object.entries(MEANINGS2).flatMap(
    ([verdict, meaning]) => isIn(verdicts, verdict) ? [`${signs[verdict]} ${meaning}`] : []
  );
  if (report.combinations.some((one) => one.numpy === NUMPY_NONE)) {
    said.push("none: NumPy only if the metadata asks for it");
  }
  return said.join(" \xB7 ");
}
function isIn(verdicts, verdict) {
  return verdicts.has(verdict);
}
function columnOf(numpy, combinations, tally, paint) {
  const head = terminal`${numpy}`;
  const cells = combinations.map((one) => {
    const text2 = terminal`${cellText(one, tally)}`;
    if (!one) return text2;
    return paint(STYLES[one.verdict], text2);
  });
  return { head, cells, width: Math.max(...[head, ...cells].map(widthOf)) + GAP };
}
var STYLES = {
  proven: "green",
  warned: "yellow",
  doubtful: "yellow",
  known: "yellow",
  empty: "yellow",
  failed: "red",
  "not-set-up": "yellow",
  skipped: "yellow",
  excluded: "dim"
};
function rowName(label) {
  return /^\d/.test(label) ? `py${label}` : label;
}
function blocksOf(columns, room) {
  const blocks = [];
  let used = 0;
  for (const column of columns) {
    const block2 = blocks.at(-1);
    if (block2 && used + column.width - GAP <= room) {
      block2.push(column);
      used += column.width;
    } else {
      blocks.push([column]);
      used = column.width;
    }
  }
  return blocks;
}
function lineOf(start2, block2, cell) {
  const cells = block2.map(
    (one, index) => index === block2.length - 1 ? cell(one) : padEnd(cell(one), one.width)
  );
  return joinTerminal([start2, ...cells], "");
}

// src/report/render/summary-grid.ts
var SIGNS = {
  proven: "\u2705",
  warned: "\u26A0\uFE0F",
  doubtful: "\u2753",
  known: "\u{1F536}",
  failed: "\u274C",
  empty: "\u2B1C",
  "not-set-up": "\u{1F6A7}",
  skipped: "\u23ED\uFE0F",
  excluded: "\u2013"
};
var MAX_COLUMNS = 12;
function summaryGrid(report) {
  if (report.combinations.length === 0) return [];
  const tally = tallyOf(report);
  const { combinations } = report;
  const several = hasPlatforms(combinations);
  const tables = byPlatform(combinations).flatMap(
    ([platform, own]) => tablesOf(own, several ? platform : "NumPy \u2192", tally)
  );
  const leftOut = leftOutOf(combinations);
  const unseen2 = leftOut === "" ? [] : [`not shown, as nothing can run there: ${leftOut}`];
  const legend2 = [legendOf(report, SIGNS), ...unseen2].join(" \xB7 ");
  return [...tables, { head: markdown`<sub>${legend2}</sub>`, rows: [] }];
}
function tablesOf(combinations, corner, tally) {
  const { pythons, numpys, short: short2 } = shownAxes(combinations);
  const cells = new Map(combinations.map((one) => [JSON.stringify([one.label, one.numpy]), one]));
  return chunk(numpys, MAX_COLUMNS).map((columns) => ({
    head: tableHead(
      corner,
      columns.map((numpy) => numpy === NUMPY_NONE ? numpy : short2(numpy))
    ),
    rows: pythons.map((label) => {
      const row = columns.map(
        (numpy) => cellMarkdown(cells.get(JSON.stringify([label, numpy])), tally)
      );
      return markdown`| **${label}** | ${joinMarkdown(row, " | ")} |`;
    })
  }));
}
function tableHead(corner, columns) {
  const names = joinMarkdown(
    columns.map((name) => markdown`${name}`),
    " | "
  );
  const rule = joinMarkdown(
    columns.map(() => markdown`:---`),
    " | "
  );
  return markdown`| ${corner} | ${names} |\n| --- | ${rule} |`;
}
function cellMarkdown(combination2, tally) {
  const text2 = combination2 ? cellText(combination2, tally).replace(MARKS[combination2.verdict], SIGNS[combination2.verdict]) : " ";
  const reason = combination2?.reason ?? null;
  if (reason === null) return markdown`${text2}`;
  const short2 = reason.length > 160 ? `${reason.slice(0, 159)}\u2026` : reason;
  return markdown`<span title="${attribute(short2)}">${text2}</span>`;
}
function chunk(values, size) {
  const count2 = Math.max(1, Math.ceil(values.length / size));
  const even = Math.ceil(values.length / count2);
  return Array.from(
    { length: count2 },
    (_, index) => values.slice(index * even, (index + 1) * even)
  );
}

// src/report/render/release-notes.ts
var MOST_FINDINGS = 20;
function releaseNotes(report) {
  const { subject: subject2 } = report;
  const name = [subject2.name, subject2.version ?? ""].join(" ").trim();
  const { proven, declared } = provenAndDeclared(report);
  const findings = report.findings.filter((one) => one.severity !== "none");
  const said = findings.slice(0, MOST_FINDINGS).map((finding2) => {
    const fix = finding2.fix === "" ? markdown`` : markdown`\n  ${prose(firstLine2(finding2.fix))}`;
    return markdown`- **${prose(finding2.title)}** (${finding2.severity})${fix}`;
  });
  const left = findings.length - said.length;
  const parts = [
    markdown`### NumPy compatibility of ${name}`,
    markdown`${headlineOf(report)}`,
    ...summaryGrid(report).map(({ head, rows }) => joinMarkdown([head, ...rows], "\n")),
    markdown`Proven: ${code(proven)} · declared: ${code(declared)}`,
    ...said.length > 0 ? [joinMarkdown(said, "\n")] : [],
    ...left > 0 ? [markdown`… and ${left} more`] : [],
    markdown`<sub>${report.verdict}. Measured by ${report.tool.name} ${report.tool.version}</sub>`
  ];
  return markdown`${joinMarkdown(parts, "\n\n")}\n`;
}
function firstLine2(text2) {
  return text2.split("\n")[0] ?? "";
}

// src/report/render/sarif.ts
var LEVELS = { error: "error", warning: "warning", note: "note", none: "none" };
var MOST_RESULTS = 5e3;
function sarifJson(report, options = {}) {
  const findings = report.findings.filter((one) => one.severity !== "none");
  const kinds = [...new Set(findings.map((one) => one.kind))];
  const fingerprints = fingerprintsOf(findings);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            rules: kinds.map((kind) => ruleOf(kind, findings, options))
          }
        },
        automationDetails: { id: `${report.tool.name}/${report.subject.name}/` },
        invocations: [invocationNotes(report)],
        originalUriBaseIds: {
          SRCROOT: { description: { text: "The top level of the repository" } }
        },
        columnKind: "utf16CodeUnits",
        results: findings.slice(0, MOST_RESULTS).map((finding2, index) => ({
          ...resultOf(finding2, report, options),
          ruleIndex: kinds.indexOf(finding2.kind),
          partialFingerprints: { "numpyAbiMatrix/v1": fingerprints[index] }
        })),
        properties: { verdict: report.verdict, supported: report.supported }
      }
    ]
  };
  return `${safeJson(log)}
`;
}
function ruleOf(kind, findings, options) {
  const first = findings.find((one) => one.kind === kind);
  const help = options.kinds?.find((one) => one.id === kind);
  const link = documentationLink(first?.documentation ?? "", options);
  const means = help?.means ?? first?.explanation ?? kind;
  const remedy = help?.remedy ?? first?.fix ?? "";
  return {
    id: kind,
    name: pascalCase(kind),
    shortDescription: { text: help?.name ?? first?.title ?? kind },
    fullDescription: { text: means === "" ? kind : means },
    help: {
      text: `${means}

What to do: ${remedy}`,
      markdown: `${means}

**What to do:** ${remedy}`
    },
    .../^https?:/.test(link) ? { helpUri: link } : {},
    defaultConfiguration: { level: LEVELS[first?.severity ?? "error"] },
    properties: { tags: ["numpy", first?.category ?? "unclassified"], precision: "very-high" }
  };
}
function resultOf(finding2, report, options) {
  const scope = scopeOfFinding(finding2, report);
  const place = finding2.location ?? options.fallback ?? null;
  const command = reproduceFinding(finding2, report, options.invocation);
  const lines = [
    `${finding2.title}${scope.count === null ? "" : ` (${scope.count})`}`,
    finding2.explanation,
    scope.fails === "" ? "" : `${failsWord(finding2)}: ${scope.fails}.`,
    scope.works === "" ? "" : `Works: ${scope.works}.`,
    finding2.fix === "" ? "" : `Fix: ${finding2.fix}`,
    command === null ? "" : `Reproduce: ${command}`
  ];
  return {
    ruleId: finding2.kind,
    level: LEVELS[finding2.severity],
    message: { text: lines.filter((line2) => line2 !== "").join("\n") },
    locations: [
      {
        ...place === null ? {} : { physicalLocation: physicalLocation(place) },
        logicalLocations: finding2.modules.slice(0, 100).map((module2) => ({ fullyQualifiedName: module2, kind: "module" }))
      }
    ],
    properties: {
      category: finding2.category,
      fault: finding2.fault,
      culprit: finding2.culprit,
      modules: finding2.modules,
      combinations: finding2.combinations,
      evidence: finding2.evidence,
      ...Object.keys(finding2.facts ?? {}).length > 0 ? { facts: finding2.facts } : {}
    }
  };
}
function physicalLocation({ file, line: line2, endLine }) {
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: "SRCROOT" },
    region: { startLine: line2, ...endLine === void 0 ? {} : { endLine } }
  };
}
function uriOf(file) {
  return file.split("/").map((part) => encodeURIComponent(part.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD"))).join("/");
}
function invocationNotes(report) {
  const failures = setUpFailures(report);
  return {
    executionSuccessful: report.exitCode === 0 || report.exitCode === 1,
    exitCode: report.exitCode,
    toolExecutionNotifications: failures.map(({ kind, reason, combinations }) => ({
      level: "error",
      descriptor: { id: kind },
      message: { text: reason },
      properties: { combinations: combinations.map((one) => one.id) }
    }))
  };
}
function pascalCase(kind) {
  const words = kind.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join("") || "Finding";
}

// src/report/render/formats.ts
var FORMATS = {
  json: { file: "report.json", render: reportPieces },
  html: { file: "report.html", render: whole(htmlReport) },
  sarif: { file: "report.sarif", render: whole(sarifJson) },
  junit: { file: "junit.xml", render: junitPieces },
  markdown: { file: "report.md", render: whole((report) => releaseNotes(report).text) },
  "code-quality": { file: "code-quality.json", render: whole(codeQualityJson) },
  badge: { file: "badge.json", render: whole(badgeJson) }
};
function whole(render) {
  return (report, options) => [render(report, options)];
}
var FORMAT_NAMES = Object.keys(FORMATS);

// src/entry/secrets.ts
function createSecrets() {
  const known = [];
  return { add: (more) => known.push(...more), clean: (text2) => redact(text2, known) };
}
function* cleaned(text2, clean2) {
  if (typeof text2 === "string") yield clean2(text2);
  else for (const piece of text2) yield clean2(piece);
}

// src/entry/write-reports.ts
function filesIn(folder) {
  return Object.fromEntries(
    FORMAT_NAMES.map((name) => [name, join3(folder, FORMATS[name].file)])
  );
}
async function writeReports(report, files, options, clean2) {
  const kinds = allKinds().map(({ id, name, means, remedy }) => ({ id, name, means, remedy }));
  const problems = [];
  for (const name of FORMAT_NAMES) {
    const path5 = files[name];
    if (path5 === void 0) continue;
    const pieces = FORMATS[name].render(report, { kinds, ...options });
    await writeFile2(path5, bytesOf(cleaned(pieces, clean2))).catch((error) => {
      problems.push(`"${path5}": ${error.message}`);
    });
  }
  if (problems.length === 0) return;
  throw new UserError(`Cannot write ${problems.join("; ")}`, {
    exitCode: EXIT.setUp,
    remedy: "Give another file or folder"
  });
}
async function makeReportFolder(folder) {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new UserError(`Cannot make the folder "${folder}": ${reasonOf(cause)}`, {
      exitCode: EXIT.usage,
      remedy: "Give a folder that can be made, or one that is there",
      cause
    });
  }
}

// src/entry/workflow-session.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { stat as stat2 } from "node:fs/promises";
import { join as join4 } from "node:path";

// src/entry/progress-counts.ts
function progressCounts({ done, total, failed, of }) {
  if (total === 0) return null;
  return `${done}/${total} ${of ?? "combinations"}${failed > 0 ? `, ${failed} failed` : ""}`;
}

// src/entry/heartbeat.ts
var FIRST_MS = 1e4;
var NEXT_MS = 3e4;
function withHeartbeat(progress, options = {}) {
  const now = options.now ?? Date.now;
  const began = now();
  let last = began;
  let wait = FIRST_MS;
  let state;
  const since = /* @__PURE__ */ new Map();
  const stop = (options.every ?? everySecond)(() => {
    if (now() - last < wait) return;
    last = now();
    wait = NEXT_MS;
    progress.info(lineOf2(state, since, began, now()));
  });
  const heard = () => {
    last = now();
    wait = FIRST_MS;
  };
  return {
    ...progress,
    info: (text2) => {
      heard();
      progress.info(text2);
    },
    notice: (text2) => {
      heard();
      progress.notice(text2);
    },
    group: (title, text2) => {
      heard();
      progress.group(title, text2);
    },
    planned: (...plan) => {
      heard();
      progress.planned?.(...plan);
    },
    combination: (...ended) => {
      heard();
      progress.combination?.(...ended);
    },
    update: (next) => {
      for (const one of next.doing) if (!since.has(one)) since.set(one, now());
      for (const one of since.keys()) if (!next.doing.includes(one)) since.delete(one);
      state = next;
      progress.update(next);
    },
    done: () => {
      stop();
      progress.done();
    }
  };
}
function lineOf2(state, since, began, now) {
  if (state === void 0 || state.doing.length === 0) {
    return `\u2026 still preparing (${secondsBetween(began, now)})`;
  }
  const doing = state.doing.map((one) => `${one} (${secondsBetween(since.get(one) ?? now, now)})`);
  return [`\u2026 ${listSome(doing, 3)}`, progressCounts(state) ?? []].flat().join(" \xB7 ");
}
function secondsBetween(from, to) {
  return formatDuration(Math.round((to - from) / 1e3));
}
function everySecond(beat) {
  const timer = setInterval(beat, 1e3);
  timer.unref();
  return () => clearInterval(timer);
}

// src/entry/workflow-session.ts
var OUTCOMES = {
  [EXIT.proven]: "proven",
  [EXIT.findings]: "findings",
  [EXIT.usage]: "usage",
  [EXIT.setUp]: "set-up",
  [EXIT.nothingTested]: "nothing-tested",
  [EXIT.interrupted]: "interrupted"
};
function outcomeName(code2, mode = "check") {
  if (mode === "plan" && code2 === EXIT.proven) return "planned";
  if (mode === "build" && code2 === EXIT.proven) return "built";
  return OUTCOMES[code2] ?? "bug";
}
function judgedOutcome({
  exitCode,
  findings,
  combinations = []
}) {
  const isRed = findings.some(({ severity: severity2 }) => severity2 === "error") || combinations.some(({ verdict }) => verdict === "failed");
  if (exitCode === EXIT.proven && isRed) return outcomeName(EXIT.findings);
  const isDoubtful = combinations.some(({ verdict }) => verdict === "doubtful");
  return exitCode === EXIT.proven && isDoubtful ? "doubtful" : outcomeName(exitCode);
}
function createWorkflowSession(running) {
  const env = running.env;
  const secrets = createSecrets();
  const stdout = { write: (text2) => running.stdout.write(secrets.clean(text2)) };
  const print = (line2) => {
    stdout.write(`${line2.text}
`);
  };
  const setOutputs = (outputs) => writeOutputs(env["GITHUB_OUTPUT"], outputs);
  return {
    secrets,
    stdout,
    print,
    setOutputs,
    show: (lines) => {
      for (const line2 of lines) print(logLine`${line2}`);
    },
    warn: (unused) => {
      if (unused.length === 0) return;
      const advice = "Give it to the step that takes it, or leave it out.";
      const text2 = [...unused.map((one) => `input ${one}.`), advice].join("\n");
      print(workflowCommand("warning", { title: "An input comes to nothing" }, text2));
    },
    summarise: ({ text: text2 }) => appendSummary(env["GITHUB_STEP_SUMMARY"], secrets.clean(text2)),
    sessionFor: ({ kept: { cacheDir, noCache }, output: { verbose } }, cwd) => ({
      env,
      cwd,
      cacheDir,
      useCache: !noCache,
      storeStays: false,
      mask: (more) => {
        maskSecrets(running.stdout, more);
        secrets.add(more);
      },
      progress: withHeartbeat(
        createGithubProgress({ stdout, verbose: verbose || env["RUNNER_DEBUG"] === "1" })
      )
    }),
    reportFolder: async (wanted) => {
      const base = env["RUNNER_TEMP"];
      const there = base && await stat2(base).catch(() => void 0) ? base : running.cwd();
      const folder = wanted ?? join4(there, `numpy-abi-matrix-${randomUUID2()}`);
      await makeReportFolder(folder);
      return folder;
    },
    keep: async (folder, name, text2) => {
      const path5 = join4(folder, name);
      await writeText(path5, cleaned(text2, secrets.clean));
      return path5;
    },
    complain: async (error) => {
      const { exitCode, message, remedy } = complaintOf(error);
      const text2 = [message, remedy].filter((part) => part !== "").join("\n");
      print(workflowCommand("error", { title: "numpy-abi-matrix" }, text2));
      await setOutputs({ outcome: outcomeName(exitCode) });
      return exitCode;
    }
  };
}

// src/entry/publish-audit.ts
import { join as join5 } from "node:path";

// src/report/render/summary-findings.ts
function findingRows(report, options) {
  return causesOf(report.findings).map(
    (cause, index) => causeRow(cause, index + 1, report, options)
  );
}
function causeRow({ finding: finding2, consequences }, number2, report, options) {
  const scope = scopeOfFinding(finding2, report);
  const { modules, evidence: evidence2, severity: severity2 } = finding2;
  const count2 = scope.count === null ? "" : `, ${scope.count}`;
  const where = [
    ...scope.fails === "" ? [] : [markdown`**${failsWord(finding2)}:** ${scope.fails}`],
    ...scope.works === "" ? [] : [markdown`**Works:** ${scope.works}`]
  ];
  const lines = [
    markdown`#### ${number2} · ${prose(finding2.title)}`,
    joinMarkdown(
      [
        markdown`*${severity2}${count2}* · ${kindLink2(finding2, options)}`,
        ...finding2.explanation === "" ? [] : [proseLines(finding2.explanation)],
        ...fixOf(finding2),
        ...where,
        ...placeOf(finding2)
      ],
      "<br>\n"
    ),
    ...consequences.map(consequence),
    ...modules.length > 1 ? [folded2(plural(modules.length, "module"), moduleList(modules))] : [],
    ...evidence2.length > 0 ? [folded2("Evidence", fence(evidence2.join("\n")))] : [],
    ...reproduceLine(finding2, report, options)
  ];
  return joinMarkdown(lines, "\n\n");
}
function consequence(finding2) {
  const title = markdown`**It follows (${finding2.severity}):** ${prose(finding2.title)}`;
  const lines = [
    title,
    ...finding2.explanation === "" ? [] : [proseLines(finding2.explanation)],
    ...placeOf(finding2),
    ...fixOf(finding2)
  ];
  return markdown`> ${joinMarkdown(lines, "<br>\n> ")}`;
}
function placeOf({ location: location2 }) {
  return location2 ? [markdown`**Where:** ${code(`${location2.file}:${location2.line}`)}`] : [];
}
function fixOf({ fix }) {
  return fix === "" ? [] : [markdown`**Fix:** ${proseLines(fix)}`];
}
function kindLink2(finding2, options) {
  const link = documentationLink(finding2.documentation, options);
  const address = webAddress(link);
  return address === null ? code(finding2.kind) : markdown`[${code(finding2.kind)}](${address})`;
}
function moduleList(modules) {
  const shown = modules.slice(0, 500).map((name) => code(name));
  const left = modules.length - shown.length;
  return markdown`${joinMarkdown(shown, ", ")}${left > 0 ? ` and ${left} more` : ""}`;
}
function reproduceLine(finding2, report, options) {
  const command = reproduceFinding(finding2, report, options.invocation);
  return command === null ? [] : [markdown`Reproduce: ${code(command)}`];
}
function folded2(title, body) {
  return markdown`<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

// src/report/render/terminal-block.ts
var LABELS = {
  error: "red",
  warning: "yellow",
  note: "cyan",
  none: "dim"
};
function block(severity2, title, lines, width, paint) {
  const label = terminal`${severity2}`;
  const indent = width >= 50 ? widthOf(label) + 2 : 2;
  const heads = wrap(title, width - widthOf(label) - 2);
  return [
    ...heads.map(
      (line2, index) => index === 0 ? terminal`${paint(LABELS[severity2], paint("bold", label))}  ${paint("bold", line2)}` : padded(paint("bold", line2), widthOf(label) + 2)
    ),
    ...lines.filter(([, text2]) => text2.trim() !== "").flatMap(([lead, text2]) => indented(lead, text2, indent, width, leadPaint(paint)))
  ];
}
function leadPaint(paint) {
  return (lead) => lead.text.startsWith("fix:") ? paint("green", paint("bold", lead)) : paint("cyan", lead);
}
function indented(lead, text2, indent, width, paintLead = (one) => one) {
  const hang = lead.length > 12 || width < 50 ? 2 : lead.length;
  const room = width - indent - lead.length;
  const [first = NOTHING, ...rest] = wrap(text2, room);
  if (room < 12) return wrap(`${lead}${text2}`, width - indent).map((line2) => padded(line2, indent));
  const more = hang === lead.length ? rest : wrap(rest.map((line2) => line2.text).join(" "), width - indent - hang);
  return [
    padded(terminal`${lead === "" ? "" : paintLead(terminal`${lead}`)}${first}`, indent),
    ...rest.length === 0 ? [] : more.map((line2) => padded(line2, indent + hang))
  ];
}
function padded(line2, indent) {
  return joinTerminal([padEnd(NOTHING, indent), line2], "");
}

// src/report/render/terminal-findings.ts
var MAX_FINDINGS = 30;
function findingSections(report, width, paint, invocation, pathOf2) {
  const causes = causesOf(report.findings);
  const shown = causes.slice(0, MAX_FINDINGS).map((cause) => {
    const { severity: severity2, title } = cause.finding;
    const command = reproduceFinding(cause.finding, report, invocation);
    return [
      ...block(severity2, plainTitle(title), findingLines(cause, report, pathOf2), width, paint),
      ...commandLines(command, severity2, width, paint)
    ];
  });
  const left = causes.length - shown.length;
  if (left <= 0) return shown;
  return [...shown, wrap(`and ${plural(left, "more finding")}: see the JSON report`, width)];
}
function plainTitle(title) {
  return title.replaceAll("`", "");
}
function commandLines(command, severity2, width, paint) {
  const lead = leadPaint(paint)(terminal`reproduce:`);
  if (command === null) return [];
  const indent = width >= 50 ? severity2.length + 2 : 2;
  const line2 = terminal`${lead} ${command}`;
  if (widthOf(line2) + indent <= width) return [padded(line2, indent)];
  return [padded(lead, indent), padded(terminal`${command}`, 2)];
}
var MAX_EVIDENCE = 8;
function findingLines({ finding: finding2, consequences }, report, pathOf2) {
  const scope = scopeOfFinding(finding2, report);
  const { location: location2, modules } = finding2;
  const place = (one) => one ? `${pathOf2(one.file)}:${one.line}` : "";
  return [
    ["", finding2.explanation],
    [
      `${failsWord(finding2).toLowerCase()}: `,
      scope.fails === "" ? "" : `${scope.fails} (${scope.count ?? ""})`
    ],
    ["works: ", scope.works],
    ["modules: ", modules.length > 1 ? `${listSome(modules, 6)} (${modules.length})` : ""],
    ["where: ", place(location2)],
    ...evidenceLines(finding2).map((line2) => ["> ", line2]),
    ["fix: ", finding2.fix],
    ...consequences.map((one) => ["it follows: ", followed(one, place(one.location))])
  ];
}
function followed({ title, fix }, place) {
  const where = place === "" ? "" : ` (${place})`;
  const head = `${plainTitle(title)}${where}`;
  return fix === "" ? head : `${head}. ${fix}`;
}
function evidenceLines(finding2) {
  const unclear = finding2.category === "unclassified" || finding2.fault === "unknown";
  const smoke = finding2.modules.includes(SMOKE);
  return unclear || smoke ? finding2.evidence.slice(-MAX_EVIDENCE) : [];
}

// src/report/render/audit.ts
var HEADS = ["wheel", "NumPy by its bytes", "NumPy declared", "through", "findings"];
var WIDE = 140;
var MOST_ROWS = 400;
var MANY_ROWS = 20;
function auditTerminal(report, { width, colours }) {
  const paint = paintWith(colours);
  const wide = width >= WIDE;
  const { rows, rest } = shownRows(report);
  const cells = rows.map((row) => {
    const longest = Math.max(24, width - (wide ? 96 : 46));
    const mark = markOf(row, "ok");
    const style = row.kinds.length > 0 ? "red" : mark === "ok" ? "green" : "yellow";
    return [
      cutTo(row.wheel, longest),
      terminal`${row.needs}`,
      terminal`${row.declared}`,
      ...wide ? [cutTo(row.through, 48)] : [],
      paint(style, terminal`${mark}`)
    ];
  });
  const heads = HEADS.filter((name) => wide || name !== "through");
  const head = heads.map((name) => paint("bold", terminal`${name}`));
  const widths = heads.map(
    (_, at) => Math.max(...[head, ...cells].map((row) => widthOf(row[at] ?? NOTHING)))
  );
  const lines = [head, ...cells].map(
    (row) => joinTerminal(
      row.map((cell, at) => at === row.length - 1 ? cell : padEnd(cell, (widths[at] ?? 0) + 2)),
      ""
    )
  );
  const sections = findingSections(report, width, paint, invocationOf(report), (file) => file);
  const notices = report.notices.flatMap((text2) => wrap(`note: ${text2}`, width));
  const table = [
    ...cells.length > 0 ? lines : [],
    ...rest.map((text2) => terminal`${text2}`),
    NOTHING
  ];
  const all = [
    ...report.rows.length > 0 ? table : [],
    ...sections.flatMap((section) => [...section, NOTHING]),
    ...notices,
    ...wrap(`verdict: ${report.verdict}`, width)
  ];
  return terminal`${joinTerminal(all, "\n")}\n`;
}
function auditMarkdown(report, options = {}) {
  const shown = shownRows(report);
  const rows = shown.rows.map(
    (row) => markdown`| ${row.wheel} | ${row.needs} | ${row.declared} | ${row.through} | ${markOf(row, "\u2713")} |`
  );
  const findings = report.findings.map(
    (one) => markdown`**${prose(one.title)}** (${one.severity}, ${kindLink2(one, options)})\n\n${prose(one.explanation)}${placeOf2(one)}\n\nFix: ${prose(one.fix)}\n`
  );
  const more = shown.rest.flatMap((text2) => [markdown`${text2}`, markdown``]);
  const table = [
    markdown`| Wheel | NumPy by its bytes | NumPy declared | Through | Findings |`,
    markdown`| --- | --- | --- | --- | --- |`,
    ...rows
  ];
  return joinMarkdown(
    [
      markdown`### ${signOf(report)} ${report.verdict}`,
      markdown``,
      ...rows.length > 0 ? [joinMarkdown(table, "\n"), markdown``] : [],
      ...more,
      ...findings,
      ...report.notices.map((text2) => markdown`- ${text2}`)
    ],
    "\n"
  );
}
function placeOf2({ location: location2 }) {
  if (location2 === null) return markdown``;
  return markdown`\n\nWhere: ${code(`${location2.file}:${location2.line}`)}`;
}
function signOf({ exitCode, findings }) {
  const isRed = findings.some(({ severity: severity2 }) => severity2 === "error");
  if (isRed || exitCode === EXIT.findings) return "\u274C";
  return exitCode === EXIT.proven ? "\u2705" : "\u26A0\uFE0F";
}
function auditJson(report) {
  const { schema, tool, modules, findings, rows, notices, verdict, exitCode } = report;
  const unread = report.unread.map(({ text: text2 }) => text2);
  const told2 = { notices, unread, verdict, exitCode, tool };
  const document = { schema, modules, findings, wheels: rows, ...told2 };
  return `${safeJson(document)}
`;
}
function shownRows({ rows }) {
  const isPlain = ({ needs, kinds, judged }) => rows.length > MANY_ROWS && needs === NO_CAPI && kinds.length === 0 && judged !== "nowhere";
  const told2 = rows.filter((row) => !isPlain(row));
  const shown = told2.slice(0, MOST_ROWS);
  const plain2 = rows.length - told2.length;
  const left = told2.length - shown.length;
  const rest = [
    ...left > 0 ? [`\u2026 and ${plural(left, "more wheel")}: see the JSON report`] : [],
    ...plain2 > 0 ? [`\u2026 and ${plural(plain2, "wheel")} without NumPy\u2019s C-API`] : []
  ];
  return { rows: shown, rest };
}
function markOf({ kinds, unknown, judged }, fine) {
  if (kinds.length > 0) return kinds.join(", ");
  if (judged === "nowhere") return "not judged";
  return unknown > 0 ? "unknown" : fine;
}

// src/report/empty-advice.ts
var NAMES = {
  action: { modules: "modules", allow: "allow-empty", dependencies: "dependencies: direct" },
  terminal: {
    modules: "--module",
    allow: "--allow-empty",
    dependencies: "--dependencies direct"
  }
};
function emptyAdvice({
  combinations,
  notTested
}, door) {
  if (!combinations.some(({ verdict }) => verdict === "empty")) return null;
  const { modules, allow, dependencies } = NAMES[door];
  return notTested.some(({ kind }) => kind === "left-out") ? `There are compiled modules, and ${modules} leaves out all of them: correct its patterns` : `If it is right that there is no compiled module: ${allow}. Compiled modules of what it requires are tested with ${dependencies}`;
}

// src/report/render/annotations.ts
var MAX_PER_LEVEL = 10;
var MAX_MESSAGE = 4096;
var MAX_TITLE = 250;
function annotationsOf(report, options = {}) {
  const fallback = options.fallback ?? null;
  const all = [
    ...setUpFailures(report).map((failure) => setUpAnnotation(failure, report, fallback)),
    ...refusedAnnotation(report, fallback),
    ...findingAnnotations(report, options)
  ];
  const whole2 = [...unexplained(report, all, fallback), ...provenNotice(report, fallback)];
  return mostOfEachLevel([...all, ...whole2]);
}
function findingAnnotations(report, options) {
  const invocation = options.invocation ?? invocationOf(report);
  return report.findings.flatMap((finding2) => {
    const level = LEVELS2[finding2.severity];
    return level ? [findingAnnotation(finding2, level, report, { ...options, invocation })] : [];
  });
}
function mostOfEachLevel(annotations) {
  return ["error", "warning", "notice"].flatMap(
    (level) => withinBudget(annotations.filter((one) => one.level === level))
  );
}
var LEVELS2 = { error: "error", warning: "warning", note: "notice", none: null };
function withinBudget(annotations) {
  if (annotations.length <= MAX_PER_LEVEL) return annotations;
  const shown = annotations.slice(0, MAX_PER_LEVEL - 1);
  const left = annotations.slice(MAX_PER_LEVEL - 1);
  const lines = left.map((one) => {
    const place = one.file ? ` (${one.file}:${one.line ?? 1})` : "";
    return `- ${one.title}${place}`;
  });
  const level = left[0]?.level ?? "error";
  const message = composeMessage(
    ["GitHub shows ten annotations of a level. The job summary has these too:", ...lines],
    []
  );
  return [
    ...shown,
    { level, title: `${plural(left.length, `more ${level}`)} in the summary`, message }
  ];
}
function findingAnnotation(finding2, level, report, options) {
  const scope = scopeOfFinding(finding2, report);
  const title = finding2.title + (scope.count === null ? "" : ` (${scope.count})`);
  const where = [
    ...scope.fails === "" ? [] : [`${failsWord(finding2)}: ${scope.fails}.`],
    ...scope.works === "" ? [] : [`Works: ${scope.works}.`]
  ].join(" ");
  const modules = finding2.modules.length > 1 ? [`Modules (${finding2.modules.length}): ${listSome(finding2.modules, 12)}.`] : [];
  const command = reproduceFinding(finding2, report, options.invocation);
  const more = [
    ...command === null ? [] : [`Reproduce: ${command}`],
    ...finding2.documentation === "" ? [] : [`More: ${documentationLink(finding2.documentation, options)}`]
  ];
  const fix = finding2.fix === "" ? [] : [`Fix: ${finding2.fix}`];
  return {
    level,
    title: cutAtWord(clean(title.replaceAll("`", ""), ""), MAX_TITLE),
    message: composeMessage(
      [finding2.explanation, ...where === "" ? [] : [where], ...modules],
      [...fix, ...more]
    ),
    ...placeOf3(finding2.location ?? options.fallback ?? null)
  };
}
function placeOf3(location2) {
  if (!location2) return {};
  const { file, line: line2, endLine } = location2;
  return endLine === void 0 ? { file, line: line2 } : { file, line: line2, endLine };
}
function setUpAnnotation(failure, report, fallback) {
  const ids = failure.combinations.map((one) => one.id);
  const where = describeCombinations(ids, report.combinations);
  return {
    level: "error",
    title: cutAtWord(
      clean(`${plural(ids.length, "combination")} could not be set up: ${failure.kind}`, ""),
      MAX_TITLE
    ),
    message: composeMessage([failure.reason], [`Not tested: ${where}.`]),
    ...placeOf3(failure.location ?? fallback)
  };
}
function refusedAnnotation({ refused = [] }, fallback) {
  if (refused.length === 0) return [];
  const names = refused.map(({ what }) => what);
  return [
    {
      level: "error",
      title: cutAtWord(clean(`Not all was measured: ${listSome(names, 3)}`, ""), MAX_TITLE),
      message: composeMessage(
        refused.map(({ what, reason }) => `${what}: ${reason}.`),
        [
          refused.every(({ lost }) => lost) ? "What is there is reported. `Re-run failed jobs` measures what is missing; where its job ran out of time, cut the plan into more `shards`, or give it more `job-minutes`." : "What is there is reported. Run again what is missing, then merge."
        ]
      ),
      ...placeOf3(fallback)
    }
  ];
}
function unexplained(report, said, fallback) {
  if (report.exitCode === 0 || said.some((one) => one.level === "error")) return [];
  const advice = emptyAdvice(report, "action");
  const what = (report.exitCode === EXIT.nothingTested && advice !== null ? `${advice}.` : ADVICE[report.exitCode]) ?? "The job summary and the log of this step say more.";
  const reasons2 = notRun(report).slice(0, 8).map(({ where, reason }) => `Not tested: ${where}: ${reason}`);
  return [
    {
      level: "error",
      title: cutAtWord(clean(headlineOf(report).replace(/^[✓✗!] /, ""), ""), MAX_TITLE),
      message: composeMessage([`${report.verdict}.`, ...reasons2], [what]),
      ...placeOf3(fallback)
    }
  ];
}
var ADVICE = {
  1: "Warnings fail this run: see fail-on.",
  3: "Not everything that was planned was tested: run it again, or plan less (python-version, numpy-version, budget).",
  4: "Nothing was left to run: ask for other versions (python-version, numpy-version), or change what excludes them."
};
function provenNotice(report, fallback) {
  const { proven, declared } = provenAndDeclared(report);
  if (proven === "nothing") return [];
  return [
    {
      level: "notice",
      title: cutAtWord(clean(`Proven: ${proven}`, ""), MAX_TITLE),
      message: composeMessage([`${report.verdict}.`, `Declared: ${declared}.`], []),
      ...placeOf3(fallback)
    }
  ];
}
function composeMessage(body, end) {
  const tail = cutAtWord(clean(end.join("\n"), "\n"), MAX_MESSAGE);
  const room = MAX_MESSAGE - tail.length - 1;
  const head = room > 1 ? cutAtWord(clean(body.join("\n"), "\n"), room) : "";
  return [head, tail].filter((part) => part !== "").join("\n");
}
function clean(text2, keep) {
  const lines = keep === "\n" ? splitLines(text2).join("\n") : splitLines(text2).join(" ");
  return breakCommands(visible(lines.replaceAll("	", " "), keep)).trim();
}
function cutAtWord(text2, most) {
  if (text2.length <= most) return text2;
  const cut = text2.slice(0, most - 1);
  const word = /\s/.test(text2[most - 1] ?? "") ? cut : cut.replace(/\s+\S*$/, "");
  const kept = (word.length > most / 2 ? word : cut).replace(/[\ud800-\udbff]$/, "");
  return `${kept.trimEnd()}\u2026`;
}

// src/report/render/audit-annotations.ts
function auditAnnotations(report, options = {}) {
  const found = findingAnnotations(report, options);
  const place = placeOf3(options.fallback ?? null);
  const unread = unreadAnnotations(report, options.fallback ?? null);
  const isSaid = [...found, ...unread].some(({ level }) => level === "error");
  const whole2 = isSaid || report.exitCode === EXIT.proven ? [] : [{ ...redAnnotation(report), ...place }];
  return mostOfEachLevel([...found, ...unread, ...whole2]);
}
function unreadAnnotations({ unread }, fallback) {
  const placed = unread.filter(({ place }) => place !== null);
  const rest = unread.filter(({ place }) => place === null);
  return [...placed.map((one) => [one]), ...rest.length > 0 ? [rest] : []].map((group) => ({
    level: "error",
    title: "Not everything was read",
    message: composeMessage(
      group.map(({ text: text2 }) => `${text2}.`),
      ["What was not read is no pass: name what can be had, or an index that has it."]
    ),
    ...placeOf3(group[0]?.place ?? fallback)
  }));
}
function redAnnotation({ exitCode, verdict, notices }) {
  if (exitCode !== EXIT.nothingTested) {
    const message2 = composeMessage([`${verdict}.`], ["Warnings fail this run: see fail-on."]);
    return { level: "error", title: "The audit has warnings", message: message2 };
  }
  const message = composeMessage(
    [`${verdict}.`, ...notices.map((one) => `${one}.`)],
    ["Name wheels, packages or a lock file that have compiled modules and a NumPy."]
  );
  return { level: "error", title: "Nothing was audited", message };
}

// src/entry/publish-audit.ts
async function showAudit(report, output, json, terminal2) {
  const { clean: clean2 } = terminal2.secrets;
  if (json !== "-") terminal2.print(auditTerminal(report, terminal2));
  if (json !== null) await terminal2.write(json, auditJson(report));
  const options = { documentationBase: documentationBase(process.env) };
  await writeReports(report, output.reports, options, clean2);
  return report.exitCode;
}
async function publishAudit(report, { subject: subject2, output }, cwd, workflow) {
  const options = {
    documentationBase: documentationBase(process.env),
    fallback: await fallbackPlace(subject2, cwd)
  };
  workflow.show(auditTerminal(report, { width: 160, colours: false }).text.trimEnd().split("\n"));
  printAnnotations(workflow.stdout, auditAnnotations(report, options));
  await workflow.summarise(auditMarkdown(report, options));
  const folder = await workflow.reportFolder(output.reportDir);
  const json = await workflow.keep(folder, "audit.json", auditJson(report));
  const sarif = join5(folder, "audit.sarif");
  await writeReports(report, { sarif }, options, workflow.secrets.clean);
  await workflow.setOutputs({
    outcome: judgedOutcome(report),
    "report-json": json,
    "report-sarif": sarif
  });
  return report.exitCode;
}

// src/entry/session.ts
import { availableParallelism } from "node:os";

// src/host/memory-folder.ts
import { lstatSync, readlinkSync, statfsSync } from "node:fs";
import { copyFile, mkdtemp, readdir as readdir2 } from "node:fs/promises";
import { join as join6 } from "node:path";
var SHARED_MEMORY = "/dev/shm";
var TMPFS = 16914836;
var SHARE_OF_MEMORY = 1 / 4;
var SHARE_OF_FOLDER = 1 / 2;
var LEAST_BYTES = 512 * 1024 ** 2;
function createMemoryFolder(options) {
  let made;
  return {
    get() {
      made ??= make(options).catch(() => null);
      return made;
    },
    async dispose() {
      const one = await made;
      if (one) await removeTree(one.folder);
    }
  };
}
async function make(options) {
  const { env, disk } = options;
  if (process.platform !== "linux" || env["TMPDIR"] || env["TMP"] || env["TEMP"]) return null;
  if (isInMemory(disk) || !isInMemory(SHARED_MEMORY)) return null;
  const room = freeBytes();
  const share = Math.min(availableMemory() * SHARE_OF_MEMORY, room * SHARE_OF_FOLDER);
  if (share < LEAST_BYTES) return null;
  const namespace = readlinkSync("/proc/self/ns/pid").replaceAll(/\D/g, "");
  await removeAbandoned(namespace);
  const name = `numpy-abi-matrix-${namespace}-${process.pid}-`;
  const folder = await mkdtemp(join6(SHARED_MEMORY, name));
  if (!await mayRunPrograms(folder, options).catch(() => false)) {
    await removeTree(folder);
    return null;
  }
  return { folder, left: () => share - (room - freeBytes()) };
}
function freeBytes() {
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return bavail * bsize;
}
function isInMemory(folder) {
  return statfsSync(folder).type === TMPFS;
}
async function mayRunPrograms(folder, { env, processes }) {
  const [program] = await onPath("true", env);
  if (program === void 0) return false;
  const copy = join6(folder, "true");
  await copyFile(program, copy);
  const place = { cwd: folder, env: buildEnvironment(env), timeoutSeconds: 10 };
  return endedWell((await processes.run(copy, [], place)).ending);
}
async function removeAbandoned(namespace) {
  for (const name of await readdir2(SHARED_MEMORY)) {
    const [, of, pid] = /^numpy-abi-matrix-(\d+)-(\d+)-/.exec(name) ?? [];
    const folder = join6(SHARED_MEMORY, name);
    if (of !== namespace || lstatSync(`/proc/${pid}`, { throwIfNoEntry: false })) continue;
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory() && stats.uid === process.getuid?.()) {
      await removeTree(folder).catch(() => void 0);
    }
  }
}

// src/host/processes.ts
import { spawn as spawn2 } from "node:child_process";
import { randomBytes } from "node:crypto";
import { constants as constants3 } from "node:os";

// src/host/descendants.ts
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
var MARKER = "NUMPY_ABI_MATRIX_CHILD";
var MAX_ROUNDS = 20;
async function killGroup(pid, signal) {
  if (process.platform === "win32") return killTree(pid);
  try {
    process.kill(-pid, signal);
  } catch {
  }
}
function killTree(pid) {
  return new Promise((resolve) => {
    const killer = spawn("taskkill", ["/PID", String(pid), "/T", "/F"], {
      stdio: "ignore",
      windowsHide: true,
      timeout: 1e4
    });
    killer.once("error", () => resolve());
    killer.once("exit", () => resolve());
  });
}
async function killEscaped(nonce) {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const pids = marked(nonce);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
      }
    }
    await new Promise((resolve) => setTimeout(resolve, round < 3 ? 5 : 50));
  }
}
function marked(nonce) {
  if (process.platform === "linux") return markedOnLinux(nonce);
  if (process.platform === "win32") return [];
  const listing = spawnSync("ps", ["-Eww", "-axo", "pid=,command="], { encoding: "utf8" });
  return (listing.stdout ?? "").split("\n").filter((line2) => line2.includes(`${MARKER}=${nonce}`)).map((line2) => Number.parseInt(line2, 10)).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
}
function markedOnLinux(nonce) {
  const needle = `${MARKER}=${nonce}`;
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    if (pid === process.pid) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`).includes(needle);
    } catch {
      return false;
    }
  });
}

// src/host/output-cap.ts
var OutputCap = class {
  #half;
  #head = [];
  #headBytes = 0;
  #tail = [];
  #tailBytes = 0;
  #dropped = 0;
  constructor(capBytes) {
    this.#half = Math.max(1, Math.floor(capBytes / 2));
  }
  push(chunk2) {
    const room = this.#half - this.#headBytes;
    if (room > 0) {
      this.#head.push(Buffer.from(chunk2.subarray(0, room)));
      this.#headBytes += Math.min(room, chunk2.length);
    }
    if (chunk2.length <= room) return;
    const rest = chunk2.subarray(Math.max(0, room));
    this.#tail.push(Buffer.from(rest));
    this.#tailBytes += rest.length;
    if (this.#tailBytes > this.#half * 2 + 65536) this.#trim();
  }
  get truncated() {
    return this.#dropped > 0 || this.#tailBytes > this.#half;
  }
  /** The kept bytes as UTF-8 (what is no UTF-8 becomes U+FFFD), with a line where bytes are missing. */
  text() {
    this.#trim();
    const head = Buffer.concat(this.#head);
    const tail = Buffer.concat(this.#tail);
    if (this.#dropped === 0) return Buffer.concat([head, tail]).toString("utf8");
    return `${head.toString("utf8")}
[\u2026 ${this.#dropped} bytes left out \u2026]
${tail.toString("utf8")}`;
  }
  #trim() {
    if (this.#tailBytes <= this.#half) return;
    const joined = Buffer.concat(this.#tail);
    const over = joined.length - this.#half;
    this.#dropped += over;
    this.#tail = [joined.subarray(over)];
    this.#tailBytes = this.#half;
  }
};

// src/host/time-limit.ts
import { readFileSync as readFileSync2 } from "node:fs";
var MOST = 3;
var MAX_TIMER_MS = 2147e6;
function secondsLeft(limit, { elapsed, starved }) {
  return Math.max(0, Math.min(limit + starved, limit * MOST) - elapsed);
}
function secondsStarved(pid) {
  try {
    const [, waited] = readFileSync2(`/proc/${pid}/schedstat`, "utf8").split(" ");
    return (Number(waited) || 0) / 1e9;
  } catch {
    return 0;
  }
}
function limitTime(pid, limit, expire) {
  const began = performance.now();
  let timer;
  const wait = (seconds) => {
    timer = setTimeout(look, Math.min(MAX_TIMER_MS, Math.ceil(seconds * 1e3)));
  };
  const look = () => {
    const elapsed = (performance.now() - began) / 1e3;
    const starved = pid === void 0 ? 0 : secondsStarved(pid);
    const left = secondsLeft(limit, { elapsed, starved });
    if (left < 0.01) expire();
    else wait(left);
  };
  wait(limit);
  return () => clearTimeout(timer);
}

// src/host/traced-stop.ts
import { readFileSync as readFileSync3 } from "node:fs";
function isOnlyStopped(pid) {
  try {
    return /^.*\) [tT] /s.test(readFileSync3(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}

// src/host/processes.ts
var DEFAULT_CAP_BYTES2 = 64 * 1024;
var GRACE_MS = 200;
var STOPPED = { kind: "signalled", signal: "SIGTRAP" };
var DUMP_MS = 1e3;
function createProcesses(options = {}) {
  const own = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, own.signal]) : own.signal;
  const running = /* @__PURE__ */ new Map();
  signal.addEventListener("abort", () => {
    for (const { stop } of running.values()) stop();
  });
  return {
    signal,
    async run(command, args, runOptions) {
      if (signal.aborted || runOptions.until?.aborted) return notRun2({ kind: "interrupted" });
      const key2 = {};
      const child = start(command, args, runOptions, options.termSeconds ?? 0);
      running.set(key2, { stop: child.interrupt, ended: child.result });
      try {
        return await child.result;
      } finally {
        running.delete(key2);
      }
    },
    stop: () => own.abort(),
    async close() {
      own.abort();
      await together([...running.values()].map((one) => one.ended));
    }
  };
}
function start(command, args, options, termSeconds) {
  const nonce = randomBytes(16).toString("hex");
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1e3;
  let child;
  try {
    child = spawn2(command, args, {
      cwd: options.cwd,
      env: { ...options.env, [MARKER]: nonce },
      detached: process.platform !== "win32",
      windowsHide: true,
      stdio: [options.input === void 0 ? "ignore" : "pipe", "pipe", "pipe"]
    });
  } catch (error) {
    return { result: Promise.resolve(notRun2(notStarted(error))), interrupt: () => {
    } };
  }
  let cause;
  let killing;
  const kill = (pid, signal) => {
    if (!finished) killing = killGroup(pid, signal);
  };
  const stop = (ending, patience, dump) => {
    if (cause !== void 0 || child.pid === void 0) return;
    cause = ending;
    const { pid } = child;
    if (dump !== void 0 && process.platform !== "win32") {
      child.kill(dump);
      setTimeout(() => kill(pid, "SIGKILL"), DUMP_MS).unref();
    } else if (patience > 0) {
      kill(pid, "SIGTERM");
      setTimeout(() => kill(pid, "SIGKILL"), patience * 1e3).unref();
    } else {
      kill(pid, "SIGKILL");
    }
  };
  let finished = false;
  const cap = options.outputCapBytes ?? DEFAULT_CAP_BYTES2;
  const stdout = collect(child.stdout, cap, options.onOutput);
  const stderr = collect(child.stderr, cap, options.onOutput);
  child.stdin?.on("error", () => {
  });
  child.stdin?.end(options.input);
  const interrupt = () => stop({ kind: "interrupted" }, 0);
  options.until?.addEventListener("abort", interrupt);
  const result2 = new Promise((resolve, reject) => {
    const unwatch = limitTime(
      child.pid,
      options.timeoutSeconds,
      () => stop({ kind: "timed-out", seconds: options.timeoutSeconds }, termSeconds, options.dumpSignal)
    );
    const settle = async (ending) => {
      if (finished) return;
      finished = true;
      unwatch();
      options.until?.removeEventListener("abort", interrupt);
      const duration = seconds();
      if (child.pid !== void 0) {
        await (process.platform === "win32" ? killing : killGroup(child.pid, "SIGKILL"));
        await killEscaped(nonce);
        await drained(child);
      }
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      resolve({
        ending,
        stdout: stdout.text(),
        stderr: stderr.text(),
        truncated: stdout.truncated || stderr.truncated,
        seconds: duration
      });
    };
    child.once("error", (error) => {
      if (child.pid === void 0) settle(notStarted(error)).catch(reject);
    });
    child.once("exit", (code2, signal) => {
      const stopped = code2 === 0 && child.pid !== void 0 && isOnlyStopped(child.pid);
      settle(cause ?? (stopped ? STOPPED : endingOf(code2, signal))).catch(reject);
    });
  });
  return { result: result2, interrupt };
}
function collect(stream, capBytes, onOutput) {
  const kept = new OutputCap(capBytes);
  const decoder = new TextDecoder();
  stream?.on("data", (chunk2) => {
    kept.push(chunk2);
    onOutput?.(decoder.decode(chunk2, { stream: true }));
  });
  stream?.on("error", () => {
  });
  return kept;
}
function drained(child) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GRACE_MS);
    child.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
    if (child.stdout?.readableEnded !== false && child.stderr?.readableEnded !== false) {
      clearTimeout(timer);
      resolve();
    }
  });
}
function endingOf(code2, signal) {
  if (code2 !== null) return { kind: "exited", code: code2 };
  return { kind: "signalled", signal: signal ?? "SIGKILL" };
}
function notStarted(error) {
  const { code: code2, message } = error;
  const known = code2 !== void 0 && (code2 in constants3.errno || code2.startsWith("ERR_"));
  return { kind: "not-started", code: known ? code2 : "UNKNOWN", message };
}
function notRun2(ending) {
  return { ending, stdout: "", stderr: "", truncated: false, seconds: 0 };
}

// src/host/timeline.ts
function createTimeline(now) {
  const began = now();
  const spans = [];
  return {
    async timed(stage, what, work) {
      const start2 = now();
      try {
        return await work();
      } finally {
        const seconds = thousandths(now() - start2);
        spans.push({ stage, what, start: thousandths(start2 - began), seconds });
      }
    },
    spans: () => spans.toSorted((a, b) => a.start - b.start)
  };
}
function thousandths(milliseconds) {
  return Math.round(milliseconds) / 1e3;
}

// src/store/create-store.ts
import { createHash as createHash4, randomBytes as randomBytes2 } from "node:crypto";
import { constants as constants4 } from "node:fs";
import { lstat as lstat2, mkdir, open as open3, realpath, rename, rm as rm2, utimes } from "node:fs/promises";
import { dirname as dirname2, join as join8 } from "node:path";

// src/store/entry.ts
import { createHash as createHash3 } from "node:crypto";
var MAGIC = "numpy-abi-matrix-store 1";
var LONGEST_HEAD = 512;
function encodeEntry(kind, key2, body) {
  const hash = createHash3("sha256").update(body).digest("hex");
  return Buffer.concat([Buffer.from(`${MAGIC} ${kind} ${key2} ${body.length} ${hash}
`), body]);
}
function decodeEntry(kind, key2, file) {
  const end = file.subarray(0, LONGEST_HEAD).indexOf(10);
  if (end < 0) return void 0;
  const head = Buffer.from(file.subarray(0, end)).toString("latin1");
  const body = file.subarray(end + 1);
  const hash = createHash3("sha256").update(body).digest("hex");
  return head === `${MAGIC} ${kind} ${key2} ${body.length} ${hash}` ? body : void 0;
}

// src/store/layout.ts
import { join as join7 } from "node:path";
function storeFolder(cache) {
  return join7(cache, "store-1");
}
function entriesFolder(root, kind) {
  return join7(root, kind);
}
function stagingFolder(root) {
  return join7(root, "tmp");
}

// src/store/create-store.ts
var LARGEST_BYTES = {
  measurements: 64 * 1024 * 1024,
  bytecode: 256 * 1024 * 1024,
  requirements: 1024 * 1024,
  wheels: 1024 * 1024 * 1024
};
async function createStore(cache, tell) {
  const root = storeFolder(await realpath(cache));
  const trouble = await claim(root);
  if (trouble !== void 0) {
    tell(`Nothing is reused from "${root}": ${trouble}`);
    return null;
  }
  let isChanged = false;
  const placeOf5 = (kind, key2) => {
    const name = createHash4("sha256").update(key2).digest("hex");
    return { name, file: join8(entriesFolder(root, kind), name.slice(0, 2), name) };
  };
  return {
    async get(kind, key2) {
      const { name, file } = placeOf5(kind, key2);
      const bytes = await readOwn(file, LARGEST_BYTES[kind]).catch(() => void 0);
      if (bytes === void 0) return void 0;
      if (bytes === "elsewhere") {
        tell(`Not used: ${file} lies behind a link`);
        return void 0;
      }
      const body = bytes === "foreign" ? void 0 : decodeEntry(kind, name, bytes);
      if (body === void 0) {
        tell(`Not used, and removed: ${file} is not what was written there`);
        await rm2(file, { recursive: true, force: true }).catch(() => void 0);
        return void 0;
      }
      const now = /* @__PURE__ */ new Date();
      await utimes(file, now, now).catch(() => void 0);
      return body;
    },
    async put(kind, key2, body) {
      if (body.length > LARGEST_BYTES[kind]) return;
      const { name, file } = placeOf5(kind, key2);
      const staged = join8(stagingFolder(root), `${process.pid}-${randomBytes2(8).toString("hex")}`);
      try {
        await mkdir(dirname2(file), { recursive: true, mode: 448 });
        await mkdir(dirname2(staged), { recursive: true, mode: 448 });
        for (const folder of [dirname2(file), dirname2(staged)]) {
          if (await realpath(folder) !== folder) throw new Error(`${folder} lies behind a link`);
        }
        await writeDurably(staged, encodeEntry(kind, name, body));
        await rename(staged, file);
        await syncFolder(dirname2(file));
        isChanged = true;
      } catch (error) {
        tell(`Not kept for the next run: ${error.message}`);
        await rm2(staged, { force: true }).catch(() => void 0);
      }
    },
    hasNew: () => isChanged
  };
}
async function claim(root) {
  try {
    await mkdir(root, { recursive: true, mode: 448 });
    const stats = await lstat2(root);
    if (!stats.isDirectory()) return "it is no folder";
    const user = process.getuid?.();
    if (user !== void 0 && stats.uid !== user) return "it belongs to another user";
    if (user !== void 0 && (stats.mode & 18) !== 0) return "other users may write to it";
    return void 0;
  } catch (error) {
    return error.message;
  }
}
async function readOwn(file, cap) {
  const found = await lstat2(file).catch(() => void 0);
  if (found === void 0) return void 0;
  if (await realpath(dirname2(file)) !== dirname2(file)) return "elsewhere";
  const user = process.getuid?.();
  const isOwn = (uid) => user === void 0 || uid === user;
  if (!found.isFile() || found.size > cap || !isOwn(found.uid)) return "foreign";
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants4;
  const handle = await open3(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const { ino, size } = await handle.stat();
    return ino === found.ino && size <= cap ? await handle.readFile() : "foreign";
  } finally {
    await handle.close();
  }
}
async function writeDurably(file, bytes) {
  const handle = await open3(file, "wx", 384);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
async function syncFolder(folder) {
  const handle = await open3(folder, "r").catch(() => void 0);
  try {
    await handle?.sync().catch(() => void 0);
  } finally {
    await handle?.close();
  }
}

// src/store/prune-store.ts
import { realpath as realpath2, rm as rm3 } from "node:fs/promises";
import { sep } from "node:path";

// src/host/folder-usage.ts
import { lstatSync as lstatSync2 } from "node:fs";
import { readdir as readdir3 } from "node:fs/promises";
import { join as join9 } from "node:path";
async function filesBelow(folder) {
  const found = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    for (const entry of await readdir3(at, { withFileTypes: true }).catch(() => [])) {
      const path5 = join9(at, entry.name);
      if (entry.isDirectory()) {
        pending.push(path5);
        continue;
      }
      const stats = sizeAndTime(path5);
      if (stats) found.push({ path: path5, bytes: stats.size, usedAt: stats.mtimeMs });
    }
  }
  return found;
}
function sizeAndTime(path5) {
  try {
    return lstatSync2(path5, { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}
async function folderBytes(folder) {
  return (await filesBelow(folder)).reduce((sum, { bytes }) => sum + bytes, 0);
}

// src/store/prune-store.ts
var DAY_MS = 24 * 60 * 60 * 1e3;
var STORE_LIMITS = { bytes: 2 * 1024 ** 3, unusedMs: 30 * DAY_MS };
var STAGED_MS = DAY_MS / 24;
async function pruneStore(cache, now, limits2 = STORE_LIMITS) {
  const root = storeFolder(await realpath2(cache).catch(() => cache));
  const staging = `${stagingFolder(root)}${sep}`;
  const files = [...await filesBelow(root)].sort((a, b) => a.usedAt - b.usedAt);
  const isStaged = ({ path: path5 }) => path5.startsWith(staging);
  let left = files.reduce((sum, file) => sum + (isStaged(file) ? 0 : file.bytes), 0);
  let count2 = 0;
  let freed = 0;
  const tooOld = (file) => now - file.usedAt > (isStaged(file) ? STAGED_MS : limits2.unusedMs);
  for (const file of files) {
    if (!tooOld(file) && (left <= limits2.bytes || isStaged(file))) continue;
    const gone = await rm3(file.path, { force: true }).then(
      () => true,
      () => false
    );
    if (!gone) continue;
    if (!isStaged(file)) left -= file.bytes;
    freed += file.bytes;
    count2 += 1;
  }
  return { files: count2, bytes: freed, leftBytes: left };
}

// src/entry/session.ts
var cores = availableParallelism;
async function withWorld(options, task) {
  const abort = new AbortController();
  const stop = () => abort.abort();
  for (const signal of STOP_SIGNALS) process.on(signal, stop);
  const processes = createProcesses({ signal: abort.signal });
  const workspace = await createWorkspace(options);
  if (workspace.notice) options.progress.notice(workspace.notice);
  const memory = createMemoryFolder({ env: options.env, disk: workspace.folder, processes });
  const net = catchStray();
  const { detail } = options.progress;
  const storeBase = options.storeStays ? workspace.cache : workspace.folder;
  const store = options.useCache ? await createStore(storeBase, detail) : null;
  try {
    const run = withDiskErrors(
      [workspace.folder, workspace.cache],
      () => task({
        processes,
        files: createFiles(),
        progress: options.progress,
        env: options.env,
        cwd: options.cwd,
        folder: workspace.folder,
        memory: memory.get,
        cache: workspace.cache,
        store,
        storeBase,
        now: Date.now,
        timeline: createTimeline(Date.now),
        mask: options.mask
      })
    );
    run.catch(() => void 0);
    const result2 = await Promise.race([run, net.stray]);
    if (abort.signal.aborted) throw interrupted();
    if (store !== null && options.storeStays) await pruneStore(storeBase, Date.now());
    return result2;
  } catch (error) {
    throw abort.signal.aborted ? interrupted(error) : error;
  } finally {
    options.progress.done();
    await processes.close();
    const stays = (where) => () => options.progress.notice(leftBehind(where));
    await memory.dispose().catch(stays("/dev/shm"));
    await workspace.dispose().catch(stays(workspace.folder));
    net.dispose();
    if (!abort.signal.aborted) for (const signal of STOP_SIGNALS) process.off(signal, stop);
  }
}
function catchStray() {
  let report = () => void 0;
  const stray = new Promise((_, reject) => {
    report = reject;
  });
  stray.catch(() => void 0);
  const events = ["unhandledRejection", "uncaughtException"];
  for (const event of events) process.on(event, report);
  return {
    stray,
    dispose: () => {
      for (const event of events) process.off(event, report);
    }
  };
}
function leftBehind(where) {
  return `Temporary files below "${where}" could not all be removed: something that was imported or built has mounted or locked them. Remove them by hand`;
}

// src/report/audit-report.ts
function auditReport(audit, version, failOn) {
  const { rows, findings, unread } = audit;
  const binaries = audit.wheels.reduce((sum, wheel) => sum + wheel.binaries.length, 0);
  const counts = countsOf({ wheels: rows, findings, unread, binaries });
  const names = [...new Set(audit.wheels.map((wheel) => wheel.distribution))];
  const versions = [...new Set(audit.wheels.map((wheel) => wheel.version))];
  return {
    schema: 1,
    tool: { name: "numpy-abi-matrix", version },
    subject: {
      kind: "wheels",
      name: names.join(", "),
      version: names.length === 1 && versions.length === 1 ? versions[0] ?? null : null,
      declaredNumpy: null,
      declaredPython: null
    },
    combinations: [],
    modules: audit.wheels.flatMap(
      (wheel) => wheel.binaries.map(
        (binary) => ({
          name: binary.name,
          distribution: wheel.distribution,
          version: wheel.version,
          file: binary.file,
          wheel: wheel.wheel,
          pythons: [],
          capi: binary.capi,
          binary: {
            format: binary.format,
            machines: binary.machines,
            generators: binary.generators,
            needed: binary.needed
          },
          through: binary.through,
          ...binary.slices.length > 0 ? { slices: binary.slices } : {}
        })
      )
    ),
    results: [],
    findings: orderFindings(audit.findings),
    supported: { numpy: null, python: null, perPython: {}, tested: [], untested: [] },
    notices: [...audit.notices, ...audit.unread.map(({ text: text2 }) => text2)],
    notTested: [],
    verdict: auditVerdict(counts),
    exitCode: auditExitCode(counts, failOn),
    seconds: {},
    rows: audit.rows,
    unread: audit.unread
  };
}

// src/report/plan-exit.ts
function planExitOf(plan) {
  if (plan.missing.length > 0) return EXIT.setUp;
  return plan.planned.length > 0 ? EXIT.proven : EXIT.nothingTested;
}

// src/report/render/built.ts
function builtLines(wheels, folder) {
  const lines = wheels.map(({ python, platform, result: result2 }) => {
    const where = `Python ${python} on ${platform}`;
    if (result2.kind === "built") {
      const numpy = result2.buildNumpy === null ? "without NumPy" : `NumPy ${result2.buildNumpy}`;
      return `${where}: ${result2.file} (${numpy}, SHA-256 ${result2.sha256})`;
    }
    const { state } = result2;
    const why = "message" in state ? state.message : "reason" in state ? state.reason : state.kind;
    return `${where}: no wheel: ${why}`;
  });
  return [...lines, `in ${folder}`];
}
function builtExitOf(wheels) {
  if (wheels.length === 0) return EXIT.nothingTested;
  const isLost = ({ result: result2 }) => result2.kind === "none" && result2.state.kind !== "excluded";
  return wheels.some(isLost) ? EXIT.setUp : EXIT.proven;
}

// src/report/render/plan.ts
function planLines(plan, context) {
  const name = [context.subject, context.version ?? ""].join(" ").trim();
  return [
    `${name}  \xB7  ${countsOf2(plan)}`,
    "",
    ...grid(plan),
    ...unseen(plan),
    "",
    `python  ${context.pythons.join(", ")}  (${whence(context.provenance["python-version"])})`,
    `numpy   ${context.numpys.join(", ")}  (${whence(context.provenance["numpy-version"])})`,
    ...others(context.provenance),
    `declared  numpy${context.declaredNumpy ?? " is not required"} \xB7 Python ${context.declaredPython || "any"}`,
    ...interpreters(plan),
    ...shards(plan, context),
    ...reasons(plan),
    ...plan.notices.map((notice) => `note: ${notice}`)
  ];
}
function others(provenance) {
  const set = given(provenance).map(([name, from]) => `${name} (${from})`);
  return set.length === 0 ? [] : [`set     ${set.join(", ")}`];
}
function given(provenance) {
  return Object.entries(provenance).filter(([name, from]) => from.kind !== "default" && !AXES.has(name)).map(([name, from]) => [name, whence(from)]);
}
var AXES = /* @__PURE__ */ new Set([
  "python-version",
  "numpy-version",
  "json",
  "quiet",
  "verbose",
  "mode",
  "project",
  "wheels",
  "packages"
]);
function grid(plan) {
  const cells = cellsOf(plan);
  if (!hasPlatforms(cells)) return gridOf2(cells, "NumPy");
  return byPlatform(cells).flatMap(([platform, own], at) => [
    ...at > 0 ? [""] : [],
    ...gridOf2(own, platform)
  ]);
}
var SIGNS2 = { planned: "run", excluded: "\u2013", missing: "!" };
function cellsOf(plan) {
  const cells = (all, verdict) => all.map(({ python, numpy, platform }) => ({ label: python, numpy, platform, verdict }));
  return [
    ...cells(plan.excluded, "excluded"),
    ...cells(plan.missing, "missing"),
    ...cells(plan.planned, "planned")
  ];
}
function gridOf2(cells, corner) {
  const { pythons, numpys } = shownAxes(cells);
  const signs = new Map(
    cells.map(({ label, numpy, verdict }) => [`${label} ${numpy}`, SIGNS2[verdict]])
  );
  const rows = pythons.map((python) => [
    /^\d/.test(python) ? `py${python}` : python,
    ...numpys.map((numpy) => signs.get(`${python} ${numpy}`) ?? "")
  ]);
  return aligned([[corner, ...numpys], ...rows]);
}
function unseen(plan) {
  const leftOut = leftOutOf(cellsOf(plan));
  return leftOut === "" ? [] : [`not shown, as nothing can run there: ${leftOut}`];
}
function aligned(table) {
  const widths = (table[0] ?? []).map(
    (_, column) => Math.max(...table.map((row) => (row[column] ?? "").length))
  );
  return table.map(
    (row) => row.map((text2, column) => text2.padEnd((widths[column] ?? 0) + 2)).join("").trimEnd()
  );
}
function interpreters(plan) {
  const seen = new Map(plan.planned.map(({ python, interpreter }) => [python, interpreter]));
  return [...seen].flatMap(
    ([label, { executable, source, version }]) => executable === void 0 ? [] : [`  ${label} is ${version}: ${executable} (${source})`]
  );
}
function shards({ planned }, { parts, file }) {
  if (!parts) return [];
  const numbers = [...new Set(parts)].sort((a, b) => a - b);
  const count2 = file?.plan.shards ?? Math.max(...numbers);
  const lines = numbers.map((number2) => {
    const own = planned.filter((_, at) => parts[at] === number2).map(({ id }) => id);
    return `shard ${number2}/${count2}  ${own.join(" ")}`;
  });
  const empty = count2 - numbers.length;
  return empty > 0 ? [...lines, `${empty} of ${count2} shards have nothing to run`] : lines;
}
function reasons(plan) {
  const excluded = plan.excluded.map((cell) => unrun(cell, cell.reason, cell.cause));
  const missing = plan.missing.map((cell) => unrun(cell, cell.failure.message));
  const grid2 = [...plan.planned.map((cell) => unrun(cell, "")), ...excluded, ...missing];
  const told2 = (title, cells) => {
    const lines = foldUnrun(cells, grid2).map(({ reason, where, ids }) => {
      const which = ids.length > 2 ? where : ids.join(", ");
      return `  ${reason}  [${which}]`;
    });
    return lines.length === 0 ? [] : ["", title, ...lines];
  };
  return [
    ...told2("not planned:", excluded),
    // What the user named and cannot have: the run will fail of it, so it is said apart.
    ...told2("cannot be had, although asked for by name (the run fails of it):", missing)
  ];
}
function unrun(combination2, reason, cause = reason) {
  const { id, python, numpy, platform } = combination2;
  return { id, label: python, numpy, platform, status: "excluded", reason, cause };
}
function whence(provenance) {
  switch (provenance?.kind) {
    case void 0:
    case "default":
      return "default";
    case "flag":
      return provenance.name;
    case "input":
      return `input ${provenance.name}`;
    case "pyproject":
      return `${provenance.file}:${provenance.line}`;
    default:
      return provenance;
  }
}
function planJson(plan, context) {
  const combinations = [
    ...plan.planned.map((cell, at) => ({
      ...context.parts ? { shard: context.parts[at] } : {},
      id: cell.id,
      python: cell.interpreter.version,
      label: cell.python,
      numpy: cell.numpy,
      platform: cell.platform,
      status: "planned",
      reason: null,
      interpreter: cell.interpreter.executable ?? null,
      source: cell.interpreter.source ?? null
    })),
    ...plan.excluded.map(({ id, python, version = python, numpy, platform, reason }) => ({
      id,
      python: version,
      label: python,
      numpy,
      platform,
      status: "excluded",
      reason,
      interpreter: null,
      source: null
    })),
    ...plan.missing.map(({ id, python, version = python, numpy, platform, failure }) => ({
      id,
      python: version,
      label: python,
      numpy,
      platform,
      status: "error",
      reason: failure.message,
      setUp: failure.setUp,
      interpreter: null,
      source: null
    }))
  ];
  const { file } = context;
  const document = {
    schema: 1,
    ...file && { document: file.document, tool: file.tool },
    subject: {
      ...file?.subject,
      name: context.subject,
      version: context.version,
      declaredNumpy: context.declaredNumpy,
      declaredPython: context.declaredPython
    },
    combinations,
    notices: plan.notices,
    provenance: {
      python: { values: context.pythons, from: whence(context.provenance["python-version"]) },
      numpy: { values: context.numpys, from: whence(context.provenance["numpy-version"]) },
      ...Object.fromEntries(given(context.provenance).map(([name, from]) => [name, { from }]))
    },
    ...file && { plan: file.plan, runners: file.runners, pinned: file.pinned }
  };
  return `${safeJson(document)}
`;
}

// src/report/render/plan-context.ts
function planContext(subject2, asked, cut) {
  return {
    subject: subject2.name,
    version: subject2.version,
    declaredNumpy: subject2.declaredNumpy,
    declaredPython: subject2.declaredPython,
    pythons: asked.axes.pythons.map(({ text: text2 }) => text2),
    numpys: asked.axes.numpys.map(({ text: text2 }) => text2),
    provenance: asked.provenance,
    ...cut
  };
}

// src/settings/resolve-config.ts
import path4 from "node:path";

// src/settings/given.ts
function placeOf4(name, provenance) {
  switch (provenance.kind) {
    case "flag":
      return provenance.name;
    case "input":
      return `input ${provenance.name}`;
    case "pyproject":
      return `${provenance.file} line ${provenance.line}, ${name}`;
    case "default":
      return `default of ${name}`;
  }
}

// src/settings/contradictions.ts
var RULES = [
  ({ run: { compare, smoke } }, isGiven) => when(compare && smoke === null && !isGiven("smoke"), {
    name: "compare",
    message: "There is nothing to compare without smoke code",
    remedy: "Give smoke as well"
  }),
  ({ axes: { numpys }, index }) => when(numpys.some(({ kind }) => kind === "nightly") && index.nightlyIndex === null, {
    name: "numpy-version",
    message: "nightly needs nightly-index: the address of a package index with nightly wheels",
    remedy: "Set nightly-index to the simple index on which the scientific Python projects (or you) publish nightly wheels"
  }),
  ({ subject: { buildNumpy } }) => when(["none", "nightly", "auto", "edges", "spec0"].includes(buildNumpy?.kind ?? ""), {
    name: "build-numpy",
    message: `${buildNumpy?.text} names no single NumPy to build against`,
    remedy: "Use a release (2.0.2), a minor (1.26), oldest or latest"
  }),
  ({ axes: { shard }, run: { bisect } }) => when(shard !== null && bisect, {
    name: "bisect",
    message: "A part of the plan does not show where failures begin",
    remedy: "Leave bisect out where shard is set"
  }),
  ({ mode, subject: { spec, environmentDirs } }) => when(mode === "audit" && spec.kind === "project" && environmentDirs.length === 0, {
    name: "audit",
    message: "It needs wheels to read",
    remedy: "Name wheels, a folder of wheels, a pattern or a lock file (in the action: the input wheels), packages, requirements, or an environment-dir"
  }),
  ({ mode, subject: { requirements } }) => when(mode !== "audit" && requirements !== null, {
    name: "requirements",
    message: "Only an audit reads a list of packages",
    remedy: "Set the mode to audit, or name the packages with packages"
  }),
  ({ mode, axes: { shard }, subject: { spec } }) => when(mode === "audit" && shard !== null && spec.kind !== "packages", {
    name: "shard",
    message: "Only an audit of packages is dealt out",
    remedy: "Give packages or requirements; of wheels, name the ones to read"
  }),
  ({ output: { jsonLines }, subject: { spec, environmentDirs } }) => when(jsonLines !== null && (spec.kind !== "packages" || environmentDirs.length > 0), {
    name: "json-lines",
    message: "It has a line for each package, and no packages are named",
    remedy: "Use --package or --requirements; for anything else --json writes the whole result"
  }),
  ({ output: { json, jsonLines, reports } }) => when(jsonLines !== null && (json !== null || Object.keys(reports).length > 0), {
    name: "json-lines",
    message: "It keeps nothing of a package once its line is written, so no other report is made",
    remedy: "Leave the other report out; each line holds the findings"
  }),
  ({ mode, output: { measurements } }) => when(mode === "merge" && measurements.length === 0, {
    name: "merge",
    message: "It needs the measurements to merge",
    remedy: "Name the files that check --measurements FILE wrote, or their folder"
  }),
  ({ mode, output: { wheelDir } }) => when(mode === "build" && wheelDir === null, {
    name: "wheel-dir",
    message: "It is not said where the wheels are to go",
    remedy: "Name a folder, which is made where it does not exist"
  }),
  ({ mode, axes: { built, plans } }) => when((mode === "check" || mode === "merge") && built !== null && plans.length === 0, {
    name: "built",
    message: "Wheels are built for a plan, and none is given",
    remedy: "Give the plan that they were built for as well"
  }),
  ({ mode, output: { measurements } }) => when(mode === "check" && measurements.length > 1, {
    name: "measurements",
    message: "Measurements are written to one file",
    remedy: "Name one; files to read are for merge"
  }),
  ({ run: { environment } }) => environment.filter((text2) => text2.includes("=")).map((text2) => {
    const name = text2.slice(0, text2.indexOf("="));
    const set = `Set ${name} where the check is started, and write ${name} alone here`;
    return {
      name: "environment",
      message: `${name}=\u2026 gives a value, but environment names variables`,
      remedy: name === "" ? "Name the variable alone" : set
    };
  }),
  ({ output: { json, jsonLines, reports } }) => {
    const written = [
      ["json", json],
      ["json-lines", jsonLines],
      ...Object.entries(reports)
    ];
    return written.flatMap(([name, file], at) => {
      const isDevice = /^\/dev\/|(?:^|\\)nul$/i.test(file ?? "");
      const other = written.slice(0, at).find(([, earlier]) => file !== null && earlier === file);
      return when(other !== void 0 && !isDevice, {
        name,
        message: `It is the same file as for --${other?.[0]}: the one would be written over the other`,
        remedy: "Give each a file of its own"
      });
    });
  },
  ({ output: { quiet, verbose } }) => when(quiet && verbose, {
    name: "quiet",
    message: "It contradicts --verbose",
    remedy: "Give one of them"
  })
];
function contradictions(config, all) {
  const given2 = (name) => all.find((one) => one.name === name);
  const found = RULES.flatMap((rule) => rule(config, (name) => given2(name) !== void 0));
  return found.map(({ name, message, remedy }) => {
    const one = given2(name);
    return { where: one === void 0 ? name : placeOf4(name, one.provenance), message, remedy };
  });
}
function when(holds, contradiction2) {
  return holds ? [contradiction2] : [];
}

// src/settings/table-name.ts
var NAME = "numpy-abi-matrix";
function nearMisses(document) {
  return Object.entries(recordOf(document)).flatMap(([key2, value]) => {
    if (key2 === NAME || isNear(key2)) return [[key2]];
    if (key2.toLowerCase() !== "tool" && key2.toLowerCase() !== "tools") return [];
    return Object.keys(recordOf(value)).filter((name) => isNear(name) || name === NAME && key2 !== "tool").map((name) => [key2, name]);
  });
}
function isNear(key2) {
  if (key2 === NAME) return false;
  const plain2 = (text2) => text2.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const [written, own] = [plain2(key2), plain2(NAME)];
  const part = written.length >= "numpyabi".length && own.includes(written);
  return part || editDistance(written, own) <= 2;
}

// src/settings/parse-pyproject.ts
var TABLE = ["tool", "numpy-abi-matrix"];
function parsePyproject(text2, file) {
  let document;
  try {
    document = parse(text2);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { given: [], problems: [syntaxProblem(error, text2, file)] };
  }
  const table = TABLE.reduce(
    (value, key2) => isRecord(value) && Object.hasOwn(value, key2) ? value[key2] : void 0,
    document
  );
  const positions = tomlPositions(text2);
  const misnamed = nearMisses(document).map((path5) => {
    const at = positions.find((one) => one.path.join("\0").startsWith(path5.join("\0")));
    return {
      where: `${file} line ${at?.line ?? 1}`,
      message: `Nothing reads the table [${path5.join(".")}]`,
      remedy: `Did you mean [${TABLE.join(".")}]?`
    };
  });
  if (table === void 0) return { given: [], problems: misnamed };
  const lineOf3 = (...path5) => {
    const joined = [...TABLE, ...path5].join("\0");
    return positions.find((one) => `${one.path.join("\0")}\0`.startsWith(`${joined}\0`))?.line ?? 1;
  };
  if (!isRecord(table)) {
    const where = `${file} line ${lineOf3()}`;
    return {
      given: [],
      problems: [
        {
          where,
          message: "tool.numpy-abi-matrix is not a table",
          remedy: "Write [tool.numpy-abi-matrix]"
        }
      ]
    };
  }
  const read2 = Object.entries(table).map(([key2, value]) => readKey(key2, value, file, lineOf3(key2)));
  return {
    given: read2.flatMap((one) => "texts" in one ? [one] : []),
    problems: [...misnamed, ...read2.flatMap((one) => "texts" in one ? [] : [one])]
  };
}
function syntaxProblem(error, text2, file) {
  const { message, remedy } = tomlProblem(error, text2);
  const [, place = `line ${error.line}`, what = message] = /^pyproject\.toml ([^:]*): (.*)$/s.exec(message) ?? [];
  return { where: `${file} ${place}`, message: what, remedy };
}
function readKey(key2, value, file, line2) {
  const where = `${file} line ${line2}, ${key2}`;
  const option = OPTIONS.find((one) => one.name === key2);
  if (option === void 0 || !option.pyproject) {
    return notHere(where, key2, option);
  }
  const texts = textsOf(option, value);
  if (texts === void 0) {
    return { where, message: `It is ${describe(value)}`, remedy: `Write ${exampleOf(option)}` };
  }
  return { name: key2, texts, provenance: { kind: "pyproject", file, line: line2 } };
}
function notHere(where, key2, option) {
  if (option !== void 0) {
    return {
      where,
      message: "It is for one run, not for pyproject.toml",
      remedy: "Give it as a flag or as an input of the action"
    };
  }
  const known = OPTIONS.filter((one) => one.pyproject);
  const names = new Map(
    known.flatMap(({ name, flag }) => [[name, name], [flag ?? name, name]])
  );
  const near = names.get(suggest(key2, [...names.keys()]) ?? "");
  const remedy = near === void 0 ? "See the README for the keys" : `Did you mean ${near}?`;
  return { where, message: "There is no such key", remedy };
}
function textsOf(option, value) {
  switch (option.kind.type) {
    case "boolean":
      return typeof value === "boolean" ? [String(value)] : void 0;
    case "integer":
    case "number":
      return typeof value === "number" ? [String(value)] : void 0;
    case "duration":
      return typeof value === "number" || typeof value === "string" ? [String(value)] : void 0;
    case "list": {
      const list3 = Array.isArray(value) ? value : [value];
      return list3.every((one) => typeof one === "string") ? list3 : void 0;
    }
    default:
      return typeof value === "string" ? [value] : void 0;
  }
}
function describe(value) {
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string") ? "a list" : "a list of other things than strings";
  return isRecord(value) ? "a table" : `the ${typeof value} ${String(value)}`;
}
function exampleOf(option) {
  const { kind, name } = option;
  if (kind.type === "list") {
    const quoted = kind.of === "python" ? '["3.10", "3.12"]' : kind.of === "numpy" ? '["1.26", "2.0"]' : '["\u2026"]';
    return `a list of strings: ${name} = ${quoted}`;
  }
  if (kind.type === "boolean") return `${name} = true or ${name} = false`;
  if (kind.type === "integer" || kind.type === "number" || kind.type === "duration") {
    return `a number: ${name} = ${shownPreset(option).replace(/\D.*$/, "") || "1"}`;
  }
  return `a string: ${name} = "${kind.type === "choice" ? kind.values[0] ?? "" : "\u2026"}"`;
}

// src/settings/project-problems.ts
import path from "node:path";

// src/settings/projects-below.ts
var DEPTH = 2;
var MOST_FILES = 2e3;
var NOT_SOURCES = /(?:^|\/)(?:\..*|node_modules|venv|build|dist|third_party|vendor)(?:\/|$)/;
var NAME2 = /^(?:.+)(?=\/(?:setup\.py|pyproject\.toml)$)/;
async function projectsBelow(folder, files) {
  const listed = await files.list(folder, {
    maxFiles: MOST_FILES,
    skip: (relative2) => NOT_SOURCES.test(relative2) || relative2.split("/").length > DEPTH + 1
  });
  const found = new Set(listed.flatMap((file) => NAME2.exec(file)?.[0] ?? []));
  const depth = (one) => one.split("/").length;
  return [...found].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}

// src/settings/project-problems.ts
async function projectProblems(folder, files, given2) {
  const where = given2 === void 0 ? "project" : placeOf4("project", given2.provenance);
  const found = await problemOf(folder, files, given2?.texts[0]?.trim() ?? "");
  return found === void 0 ? [] : [{ where, ...found }];
}
async function problemOf(folder, files, written) {
  if (!await files.exists(folder)) {
    const above = path.dirname(folder);
    if (await isEmpty(above, files)) {
      return { message: `There is no folder ${folder}: ${above} is empty`, remedy: CHECK_OUT };
    }
    const remedy = isRequirement(written) ? `Use --package (the input packages) for packages from the index: --package "${written}"` : "Check the path";
    return { message: `There is no folder ${folder}`, remedy };
  }
  const here = async (name) => files.exists(path.join(folder, name));
  if (await here("setup.py")) return void 0;
  const hasSetupCfg = await here("setup.cfg");
  const pyproject = await files.readText(path.join(folder, "pyproject.toml"));
  if (pyproject !== void 0) {
    if (hasSetupCfg || saysHowToBuild(pyproject)) return void 0;
    return {
      message: `${folder} is no project that can be built: its pyproject.toml has neither [project] nor [build-system], and there is no setup.py`,
      remedy: `${await otherFolder(folder, files)}, or add both tables`
    };
  }
  if (hasSetupCfg) {
    return {
      message: `${folder} has a setup.cfg alone, which no installer builds: it has neither pyproject.toml nor setup.py`,
      remedy: 'Add a pyproject.toml that names the builder: [build-system] requires = ["setuptools"] and build-backend = "setuptools.build_meta"'
    };
  }
  if (await isEmpty(folder, files)) return { message: `${folder} is empty`, remedy: CHECK_OUT };
  return {
    message: `${folder} is no Python project: it has neither pyproject.toml nor setup.py`,
    remedy: `${await otherFolder(folder, files)}, or test built wheels (--wheel, the input wheels) or packages (--package, the input packages) instead`
  };
}
var CHECK_OUT = "Check the repository out first (in a workflow: actions/checkout), or name the folder that has the project";
async function isEmpty(folder, files) {
  if (!await files.exists(folder) || await files.read(folder, 1) !== void 0) return false;
  return (await files.list(folder, { maxFiles: 1 })).length === 0;
}
function saysHowToBuild(pyproject) {
  try {
    const document = parse(pyproject);
    return Object.hasOwn(document, "project") || Object.hasOwn(document, "build-system");
  } catch (error) {
    if (error instanceof TomlError) return true;
    throw error;
  }
}
async function otherFolder(folder, files) {
  const [first] = await projectsBelow(folder, files);
  return first === void 0 ? "Name the folder that has the project" : `Name the folder that has the project, as ${first} has`;
}

// src/settings/read-text.ts
import path2 from "node:path";

// src/settings/filter-line.ts
var FORM = "Write it as python=3.12 numpy<1.26 module=pkg._x: reason (each part is optional; os=windows, os=macos or os=linux, too)";
var OPERATOR = /^(==|!=|<=|>=|~=|<|>|=)(.+)$/;
function parseFilter(input) {
  const text2 = input.trim();
  const colon = /:(?:\s|$)/.exec(text2)?.index ?? -1;
  const terms = (colon < 0 ? text2 : text2.slice(0, colon)).trim();
  const reason = colon < 0 ? "" : text2.slice(colon + 1).trim();
  const found = {
    python: null,
    numpy: null,
    module: null
  };
  let os;
  for (const part of terms.replaceAll(/\s*([<>=!~]=?|,)\s*/g, "$1").split(/\s+/)) {
    const system = part.startsWith("os") ? osOf(part.slice(2)) : void 0;
    if (system !== void 0) {
      os = system;
      continue;
    }
    const match = /^(python|numpy|module)(.+)$/.exec(part);
    const key2 = match?.[1];
    const value = match?.[2] ?? "";
    const read2 = key2 === void 0 ? void 0 : key2 === "module" ? moduleOf(value) : rangeOf2(key2 === "python" ? value.replace(/^(==?)pypy/, "$1") : value);
    if (key2 === void 0 || read2 === void 0) {
      return specProblem(`${JSON.stringify(part)} in ${JSON.stringify(text2)} cannot be read`, FORM);
    }
    found[key2] = key2 !== "module" && found[key2] !== null ? `${found[key2]},${read2}` : read2;
  }
  const threads = /\bpython\s*==?\s*\d+\.\d+(?:\.\d+)?t\b/.test(terms) ? { freeThreaded: true } : {};
  const pypy = /\bpython\s*==?\s*pypy/.test(terms) ? { implementation: "pypy" } : {};
  const where = os === void 0 ? {} : { os };
  return {
    text: terms,
    ...found,
    ...threads,
    ...pypy,
    ...where,
    reason: reason === "" ? null : reason
  };
}
var SYSTEMS = {
  linux: "linux",
  windows: "windows",
  win32: "windows",
  macos: "macos",
  darwin: "macos"
};
function osOf(value) {
  const [, operator = "", written = ""] = /^(==?|!=)(.+)$/.exec(value.toLowerCase()) ?? [];
  const names = written.split(",").map((name) => {
    const [system = "", ...machine] = name.split("-");
    const known = Object.hasOwn(SYSTEMS, system) ? SYSTEMS[system] : void 0;
    return known === void 0 ? void 0 : [known, ...machine].join("-");
  });
  return operator === "" || names.includes(void 0) ? void 0 : { is: operator !== "!=", names: names.flatMap((name) => name ?? []) };
}
function moduleOf(value) {
  return /^==?([^\s=]+)$/.exec(value)?.[1];
}
function rangeOf2(value) {
  if (value === `=${NUMPY_NONE}` || value === `==${NUMPY_NONE}`) {
    return NUMPY_NONE;
  }
  const clauses = value.split(",").map((clause) => {
    const [, operator, written = ""] = OPERATOR.exec(clause) ?? [];
    const version = written.replace(/(?<=\d)t$/, "");
    const series = /^\d+(?:\.\d+)?$/.test(version);
    if (operator === "=" || operator === "==" && series) {
      return `==${version}${series ? ".*" : ""}`;
    }
    return clause;
  });
  const specifier = normaliseSpecifier(clauses.join(","));
  return specifier === "" ? void 0 : specifier;
}

// src/settings/numpy-spec.ts
var import_pep440 = __toESM(require_pep440(), 1);
var WORDS2 = [
  "auto",
  "oldest",
  "latest",
  "prerelease",
  "nightly",
  "edges",
  "spec0",
  "none"
];
function parseNumpySpec(input) {
  const text2 = input.trim();
  const word = WORDS2.find((candidate) => candidate === text2.toLowerCase());
  if (word !== void 0) {
    return { kind: word, text: text2 };
  }
  const bare = text2.replace(/^numpy(?=\s*[<>=!~\d])\s*/i, "");
  const minor = /^(?:==\s*)?(\d+)\.(\d+)(?:\.[x*])?$/.exec(bare);
  if (minor !== null && !/^==\s*\d+\.\d+$/.test(bare)) {
    return { kind: "minor", text: text2, major: Number(minor[1]), minor: Number(minor[2]) };
  }
  const major = /^(?:==\s*)?(\d+)(?:\.[x*])?$/.exec(bare);
  if (major !== null) {
    return { kind: "range", text: text2, specifier: `==${major[1]}.*` };
  }
  const exact = /^(?:={2,3}\s*)?(\d[^\s,]*)$/.exec(bare)?.[1];
  const version = exact === void 0 ? null : (0, import_pep440.valid)(exact);
  if (version !== null) {
    return { kind: "exact", text: text2, version };
  }
  const specifier = /^[<>=!~]/.test(bare) ? normaliseSpecifier(bare) : void 0;
  if (specifier === void 0 || specifier === "") {
    return specProblem(
      `NumPy ${JSON.stringify(text2)} cannot be read`,
      meant(text2) ?? `Use for example 1.26, 2.0.2, ">=1.23,<2.3" or one of ${WORDS2.join(", ")}`
    );
  }
  return { kind: "range", text: text2, specifier };
}
function meant(text2) {
  const word = suggest(text2, WORDS2);
  return word === void 0 ? void 0 : `Did you mean ${word}?`;
}

// src/settings/read-value.ts
var TRUE = /^(?:true|yes|on|1)$/i;
var FALSE = /^(?:false|no|off|0)$/i;
var UNITS = {
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600
};
function readBoolean(text2) {
  if (TRUE.test(text2)) return { ok: true, value: true };
  if (FALSE.test(text2)) return { ok: true, value: false };
  return wrong(`${JSON.stringify(text2)} is neither true nor false`, "Write true or false");
}
function readChoice(text2, values) {
  const found = values.find((value) => value === text2.toLowerCase());
  if (found !== void 0) return { ok: true, value: found };
  const near = suggest(text2, values);
  const meant2 = near === void 0 ? "" : `Did you mean ${near}? `;
  return wrong(
    `${JSON.stringify(text2)} is not one of the choices`,
    `${meant2}Use ${orList(values)}`
  );
}
function readNumber(text2, kind) {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([a-z]*)$/i.exec(text2);
  const unit = match?.[2]?.toLowerCase() ?? "";
  const factor = unit === "" ? 1 : factorOf(unit, kind);
  if (match === null || factor === void 0) {
    return wrong(`${JSON.stringify(text2)} is not ${expected(kind)}`, limits(kind));
  }
  const value = Number(match[1]) * factor;
  if (!Number.isFinite(value) || value < kind.min || value > kind.max) {
    const side = value < kind.min ? "small" : "large";
    return wrong(`${text2} is too ${side}`, limits(kind));
  }
  if (kind.type === "integer" && !Number.isInteger(value)) {
    return wrong(`${text2} is not a whole number`, limits(kind));
  }
  return { ok: true, value };
}
function factorOf(unit, kind) {
  const seconds = Object.hasOwn(UNITS, unit) ? UNITS[unit] : void 0;
  if (kind.type !== "duration" || seconds === void 0) return void 0;
  return kind.unit === "s" ? seconds : seconds / 60;
}
function expected(kind) {
  if (kind.type === "duration") {
    return kind.unit === "s" ? "a time in seconds" : "a time in minutes";
  }
  return kind.type === "integer" ? "a whole number" : "a number";
}
function limits(kind) {
  const unit = kind.type === "duration" ? ` ${kind.unit === "s" ? "seconds" : "minutes"}, or write 90s, 2min, 1h` : "";
  return `Use a value from ${kind.min} to ${kind.max}${unit}`;
}
function wrong(message, remedy) {
  return { ok: false, message, remedy };
}
function orList(values) {
  const head = values.slice(0, -1).join(", ");
  const last = values.at(-1) ?? "";
  return head === "" ? last : `${head} or ${last}`;
}

// src/settings/shard.ts
function parseShard(text2) {
  const [, index, count2] = /^(\d{1,3})\/(\d{1,3})$/.exec(text2.trim()) ?? [];
  const shard = { index: Number(index), count: Number(count2) };
  return shard.count >= 1 && shard.index >= 1 && shard.index <= shard.count ? shard : void 0;
}

// src/settings/smoke-source.ts
function smokeSource(text2) {
  const trimmed = text2.trim();
  if (/[\r\n]/.test(trimmed)) return { kind: "code", code: `${text2.trimEnd()}
` };
  const pathOnly = /^[^()=;"']+\.py$/.test(trimmed) && !/^(?:import|from)\s/.test(trimmed);
  return { kind: "file", path: trimmed, elseCode: !pathOnly };
}

// src/settings/read-text.ts
async function readText(kind, raw, place) {
  const text2 = raw.trim();
  switch (kind.type) {
    case "boolean":
      return readBoolean(text2);
    case "choice":
      return readChoice(text2, kind.values);
    case "integer":
    case "number":
    case "duration":
      return readNumber(text2, kind);
    case "text":
      return right(text2 === "" ? void 0 : text2);
    case "path":
      return text2 === "" ? right(void 0) : pathOf(text2, kind.dash, place);
    case "numpy":
      return parsed(parseNumpySpec(text2));
    case "script":
      return readScript(raw, place);
    case "shard":
      return readShard(text2);
    case "list":
      return readItem(kind.of, text2, place);
  }
}
async function readItem(of, text2, place) {
  switch (of) {
    case "text":
      return right(text2);
    case "path":
      if (text2 !== "-") return right(path2.resolve(place.base, text2));
      return wrong(
        "- is no path",
        "Give the path of a file or folder; ./- is one that is called so. For a list of packages on standard input, audit with --requirements -"
      );
    case "place":
      return right(/^[a-z+]+:\/\//i.test(text2) ? text2 : path2.resolve(place.base, text2));
    case "file":
      return readableFile(path2.resolve(place.base, text2), place);
    case "python": {
      const spec = parsePythonSpec(text2);
      const named = spec.kind === "path";
      return parsed(named ? { ...spec, path: path2.resolve(place.base, spec.path) } : spec);
    }
    case "numpy":
      return parsed(parseNumpySpec(text2));
    case "filter":
      return parsed(parseFilter(text2));
  }
}
function pathOf(text2, dash, { base }) {
  if (text2 !== "-") return right(path2.resolve(base, text2));
  if (dash) return right(text2);
  return wrong(
    "- is no path, and standard output is for --json and --json-lines alone",
    "Give the path of a file; ./- is one that is called so"
  );
}
async function readableFile(file, { files }) {
  const found = await files.readText(file, 1);
  if (found !== void 0) return right(file);
  return wrong(
    `There is no readable file ${file}`,
    "Check the path; relative ones start at the working directory, and what comes out of a pipe, as <(\u2026) does, must be in a file"
  );
}
async function readScript(text2, { base, files, flag }) {
  const source = smokeSource(text2);
  if (source.kind === "code") return right({ code: source.code, name: "<smoke>", file: null });
  const file = path2.resolve(base, source.path);
  const code2 = await files.readText(file);
  if (code2 !== void 0) return right({ code: code2, name: source.path, file });
  if (source.elseCode && !flag) {
    return right({ code: `${source.path}
`, name: "<smoke>", file: null });
  }
  return wrong(
    `There is no readable file ${file}`,
    "Check the path; it is relative to the working directory, and what comes out of a pipe, as <(\u2026) does, must be in a file"
  );
}
function readShard(text2) {
  const shard = parseShard(text2);
  if (shard !== void 0) return right(shard);
  return wrong(`It is I/N, the I-th of N parts, not ${text2}`, "Write for example 3/10");
}
function right(value) {
  return { ok: true, value };
}
function parsed(value) {
  return isProblem(value) ? wrong(value.message, value.remedy) : right(value);
}
function isProblem(value) {
  return "kind" in value && value.kind === "problem";
}

// src/settings/read-rows.ts
async function readRows(rows, source, problems) {
  const read2 = await Promise.all(
    Object.entries(rows).map(async ([key2, row]) => [key2, await readRow(row, source)])
  );
  problems.push(...read2.flatMap(([, one]) => one.problems));
  return Object.fromEntries(read2.map(([key2, { value }]) => [key2, value]));
}
async function readRow(option, source) {
  const given2 = source.given.find(({ name }) => name === option.name);
  const said = given2 === void 0 ? NOTHING2 : await readGiven(option, given2, source);
  return { problems: said.problems, value: said.value ?? await presetOf(option, source) };
}
var NOTHING2 = { value: void 0, problems: [] };
async function readGiven(option, given2, source) {
  const { provenance } = given2;
  const base = provenance.kind === "pyproject" ? source.project : source.cwd;
  const place = { base, files: source.files, flag: provenance.kind === "flag" };
  const where = placeOf4(option.name, provenance);
  const read2 = await readTexts(option.kind, given2.texts, place);
  return {
    value: read2.value,
    problems: read2.problems.map(({ message, remedy }) => ({ where, message, remedy }))
  };
}
async function presetOf({ name, kind, preset }, source) {
  const stated = typeof preset === "string" ? preset : preset.text;
  const text2 = typeof stated === "string" ? stated : stated(source);
  if (text2 === "") return kind.type === "list" ? [] : null;
  const place = { base: source.cwd, files: source.files, flag: false };
  const { value, problems } = await readTexts(kind, [text2], place);
  if (problems.length > 0) throw new Error(`the preset of ${name} cannot be read: ${text2}`);
  return value;
}
async function readTexts(kind, texts, place) {
  const single = kind.type !== "list";
  const items = single ? texts.slice(0, 1) : texts.flatMap((text2) => listOf2(text2, { words: kind.words }));
  const read2 = await Promise.all(items.map((text2) => readText(kind, text2, place)));
  const values = read2.flatMap((one) => one.ok ? [one.value] : []);
  const problems = read2.flatMap((one) => one.ok ? [] : [one]);
  return { value: single ? values[0] : values.length > 0 ? values : void 0, problems };
}

// src/settings/subject-spec.ts
import path3 from "node:path";
function subjectOf(named, cwd) {
  const { project, wheels, packages, requirements } = named;
  if (wheels.length > 0) return { kind: "wheels", globs: wheels };
  if (packages.length > 0 || requirements !== null)
    return { kind: "packages", requirements: packages };
  return { kind: "project", path: path3.resolve(cwd, project) };
}
function severalSubjects(all) {
  const kinds = [["project"], ["wheels"], ["packages", "requirements"]];
  const named = kinds.flatMap((names) => {
    const one = all.find((given2) => names.includes(given2.name));
    return one === void 0 ? [] : [placeOf4(one.name, one.provenance)];
  });
  if (named.length < 2) return [];
  return [
    {
      where: named.join(", "),
      message: "A project, wheels and packages exclude one another",
      remedy: "Test one of them at a time"
    }
  ];
}

// src/settings/resolve-config.ts
async function resolveConfig(layer, command, world) {
  const { cwd, files } = world;
  const problems = [...layer.problems, ...severalSubjects(layer.given)];
  const own = { ...world, project: cwd, given: layer.given };
  const named = await readRows(SUBJECT.rows, own, problems);
  const spec = subjectOf(named, cwd);
  const mode = command ?? named.mode;
  const project = spec.kind === "project" ? spec.path : cwd;
  const joins = mode === "plan" && layer.given.some(({ name }) => name === "plan");
  if (spec.kind === "project" && mode !== "merge" && mode !== "audit" && !joins) {
    const given3 = layer.given.find(({ name }) => name === "project");
    problems.push(...await projectProblems(project, files, given3));
  }
  const table = spec.kind === "packages" ? [] : await tableOf3(project, world, problems);
  const names = new Set(layer.given.map(({ name }) => name));
  const given2 = [...layer.given, ...table.filter(({ name }) => !names.has(name))];
  const values = await readRows(ROWS, { ...world, project, given: given2 }, problems);
  const parts = partsOf(values);
  const config = {
    mode,
    subject: { ...parts("subject"), spec },
    axes: parts("axes"),
    run: parts("run"),
    index: parts("index"),
    output: { ...parts("output"), reports: reportFiles(parts("reports")) },
    kept: parts("kept"),
    provenance: provenanceOf(given2),
    given: layer.given.map(({ name, texts }) => ({ name, texts }))
  };
  problems.push(...contradictions(config, given2));
  return problems.length > 0 ? { kind: "problems", problems: withoutRepeats(problems) } : { kind: "config", config };
}
async function tableOf3(project, { cwd, files }, problems) {
  const file = path4.join(project, "pyproject.toml");
  const shown = path4.relative(cwd, file) || file;
  const text2 = await files.readText(file);
  const read2 = parsePyproject(text2 ?? "", shown.split(path4.sep).join("/"));
  problems.push(...read2.problems);
  return read2.given;
}
function partsOf(values) {
  const rows = ROWS;
  return (part) => Object.fromEntries(
    Object.entries(values).filter(([key2]) => rows[key2]?.part === part)
  );
}
function reportFiles(values) {
  return Object.fromEntries(Object.entries(values).filter(([, file]) => file !== null));
}
function provenanceOf(all) {
  return Object.fromEntries(
    OPTIONS.map(({ name }) => {
      const given2 = all.find((one) => one.name === name);
      return [name, given2?.provenance ?? { kind: "default" }];
    })
  );
}
function withoutRepeats(problems) {
  const seen = /* @__PURE__ */ new Set();
  return problems.filter((one) => {
    const key2 = JSON.stringify(one);
    const fresh = !seen.has(key2);
    seen.add(key2);
    return fresh;
  });
}

// src/entry/invocation.ts
import { basename, relative } from "node:path";
function invocationFor(config, program, clean2, windows = false) {
  const [only, ...more] = config.pythons;
  const path5 = only?.kind === "path" && more.length === 0 ? { python: only.path } : {};
  return {
    program,
    arguments: askedWords(config).map(clean2),
    ...path5,
    ...windows ? { windows } : {}
  };
}
function invocationOfRun({ report, measurements }, config, program, clean2) {
  const windows = THIS_PLATFORM.quotes === "double";
  const own = invocationFor(askedBy(config), program, clean2, windows);
  if (config.mode !== "merge") return own;
  const words = measurements.asked ?? invocationOf(report).arguments;
  return { ...own, arguments: words.map(clean2) };
}
function programOnTerminal(argv, env, cwd) {
  const script = argv[1] ?? "";
  if (env["npm_command"] === "exec") return "npx numpy-abi-matrix";
  if (/^numpy-abi-matrix(?:\.cmd|\.ps1)?$/.test(basename(script))) return "numpy-abi-matrix";
  const near = relative(cwd, script).replaceAll("\\", "/");
  const path5 = near.startsWith("../../..") ? script : near;
  return `node ${/\s/.test(path5) ? `"${path5}"` : path5}`;
}
function programInWorkflow(env, script, workspace) {
  const repository = /^[\w.-]+\/[\w.-]+$/.exec(env["GITHUB_ACTION_REPOSITORY"] ?? "")?.[0];
  const ref = /^[\w./-]+$/.exec(env["GITHUB_ACTION_REF"] ?? "")?.[0];
  if (repository && ref) return `npx github:${repository}#${ref}`;
  const near = relative(workspace, script.replace(/action\.mjs$/, "cli.mjs")).replaceAll("\\", "/");
  return near.startsWith("..") ? "npx numpy-abi-matrix" : `node ${near}`;
}

export {
  complaintOf,
  usageError,
  logLine,
  joinLog,
  relay,
  MARKS,
  planLine,
  countsOf2 as countsOf,
  printAnnotations,
  markdown,
  joinMarkdown,
  prose,
  code,
  fence,
  attribute,
  terminal,
  joinTerminal,
  withoutCommands,
  NOTHING,
  paintWith,
  cutTo,
  wrap,
  invocationOf,
  reproduceCommand,
  failsWord,
  scopeOfFinding,
  documentationLink,
  findingRows,
  folded2 as folded,
  block,
  indented,
  findingSections,
  emptyAdvice,
  notRun,
  foldUnrun,
  setUpFailures,
  annotationsOf,
  composeMessage,
  documentationBase,
  createFiles,
  fallbackPlace,
  projectFolder,
  progressCounts,
  withHeartbeat,
  refuseUnwritable,
  refuseMissing,
  refuseNoFolder,
  writeText,
  createSecrets,
  cleaned,
  totalSeconds,
  stagesOf,
  reportPieces,
  terminalGrid,
  gridLegend,
  summaryGrid,
  filesIn,
  writeReports,
  makeReportFolder,
  outcomeName,
  judgedOutcome,
  createWorkflowSession,
  showAudit,
  publishAudit,
  invocationOfRun,
  programOnTerminal,
  programInWorkflow,
  decodeEntry,
  storeFolder,
  stagingFolder,
  filesBelow,
  folderBytes,
  pruneStore,
  cores,
  withWorld,
  auditReport,
  planExitOf,
  builtLines,
  builtExitOf,
  planLines,
  unrun,
  planJson,
  planContext,
  orList,
  resolveConfig
};
