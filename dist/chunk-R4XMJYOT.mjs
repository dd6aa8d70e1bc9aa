import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  DERIVATION_HEAD,
  DRAWN,
  EMPTY_ADVICE_CLI,
  INSTALLED_LINE,
  MARKS,
  NOTHING,
  NOTHING_SEEN,
  NO_COUNTS,
  NO_NUMPY,
  NO_SOLUTION_HEAD,
  NamedModule,
  REMOTE_AT_ONCE,
  STUB_TEXT,
  addCounts,
  attributed,
  audit,
  auditExitCode,
  auditReport,
  auditVerdict,
  block,
  build,
  builtExitOf,
  builtLines,
  check,
  complaintOf,
  cores,
  countsOf2 as countsOf,
  crashOfStatus,
  createFiles,
  createLimiter,
  createRemoteWheels,
  createSecrets,
  cutTo,
  describeSizes,
  diagnoseAll,
  diagnoseBuildLine,
  documentationBase,
  filesIn,
  findingSections,
  foldFindings,
  folderBytes,
  formatDuration,
  gridLegend,
  indented,
  invocationOf,
  invocationOfRun,
  joinTerminal,
  judgeAudit,
  listSome,
  logLine,
  makeReportFolder,
  measurementsJson,
  merge,
  notRun,
  ntstatusName,
  numpyPage,
  orderFindings,
  packageWheels,
  paintWith,
  parseSizeComplaint,
  phaseOfDump,
  plan,
  planContext,
  planExitOf,
  planJson,
  planLine,
  planLines,
  plural,
  prepareTools,
  printableJson,
  programOnTerminal,
  progressCounts,
  projectFolder,
  provenAndDeclared,
  pruneStore,
  redact,
  reportJson,
  repositoryRoot,
  resolveConfig,
  safeJson,
  setUpFailures,
  showAudit,
  signalName,
  splitLines,
  stripAnsi,
  subjectReport,
  terminal,
  terminalGrid,
  thisPlatform,
  together,
  totalSeconds,
  totalsOf,
  usageError,
  visible,
  wantedPackages,
  withHeartbeat,
  withWorld,
  withoutCommands,
  wrap,
  writeReports
} from "./chunk-VAB3HJFC.mjs";
import {
  VERSION,
  refuseMissing,
  refuseUnwritable,
  userCache,
  writeText
} from "./chunk-7K4YMXXO.mjs";
import {
  normaliseName
} from "./chunk-SBFXIWXU.mjs";
import {
  EXIT,
  UserError
} from "./chunk-MMZ46JQG.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/run-request.ts
import { createReadStream } from "node:fs";
import { resolve as resolve2 } from "node:path";
import { text } from "node:stream/consumers";

// src/commands/audit/audit-lines.ts
import { createHash } from "node:crypto";

// src/report/render/audit-line.ts
function auditLineJson(line) {
  return `${safeJson(line, 0)}
`;
}
function auditLineText(line) {
  const { name, version, state, reason, wheels, unread } = line;
  if (state !== "audited") return `${reason}: nothing to read`;
  const counts = countsOf(line);
  const judged = wheels.filter((one) => one.judged === "everywhere");
  const needs = [...new Set(judged.map((one) => one.needs.replace(/ \(.*\)$/, "")))];
  const said = [
    plural(wheels.length, "wheel"),
    needs.length > 3 ? `${needs.slice(0, 3).join(", ")}, \u2026` : needs.join(", "),
    foundText(counts),
    ...unread
  ];
  return `${name} ${version}: ${said.join("; ")}`;
}
function foundText({ error, warning, note }) {
  const all = [
    ...error > 0 ? [plural(error, "error")] : [],
    ...warning > 0 ? [plural(warning, "warning")] : [],
    ...note > 0 ? [plural(note, "note")] : []
  ];
  return all.join(", ") || "nothing found";
}

// src/host/line-file.ts
import { Buffer } from "node:buffer";
import { open } from "node:fs/promises";
var PIECE_BYTES = 2 ** 20;
var LINE_FEED = 10;
async function openLineFile(path, onLine) {
  const handle = await open(path, "a+").catch((cause) => {
    throw unwritable(path, cause);
  });
  try {
    const whole = await readLines(handle, onLine);
    const { size } = await handle.stat();
    if (size > whole) await handle.truncate(whole);
    return { file: lineFile(handle, path, whole), dropped: size - whole };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
function lineFile(handle, path, size) {
  let written = size;
  let last = Promise.resolve();
  const add = async (line) => {
    const bytes = Buffer.from(line);
    try {
      const { size: found } = await handle.stat();
      if (found === written) {
        await handle.appendFile(bytes);
        await handle.datasync();
      }
      written = found === written ? written + bytes.length : Number.NaN;
    } catch (cause) {
      throw unwritable(path, cause);
    }
    if (Number.isNaN(written)) {
      throw new UserError(`Somebody else writes to "${path}" at the same time`, {
        exitCode: EXIT.setUp,
        remedy: "Give each run a file of its own; files of lines can be put one behind the other"
      });
    }
  };
  return {
    // One after the other, whoever asks.
    append: (line) => {
      const added = last.then(() => add(line));
      last = added.catch(() => void 0);
      return added;
    },
    close: () => handle.close()
  };
}
async function readLines(handle, onLine) {
  const piece = Buffer.alloc(PIECE_BYTES);
  let begun = [];
  let at = 0;
  let whole = 0;
  let number = 0;
  for (; ; ) {
    const { bytesRead } = await handle.read(piece, 0, PIECE_BYTES, at);
    if (bytesRead === 0) return whole;
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0 && end < bytesRead; ) {
      number += 1;
      const line = Buffer.concat([...begun, piece.subarray(from, end)]).toString("utf8");
      onLine(line, number);
      begun = [];
      from = end + 1;
      whole = at + from;
      end = piece.indexOf(LINE_FEED, from);
    }
    begun.push(Buffer.from(piece.subarray(from, bytesRead)));
    at += bytesRead;
  }
}
function unwritable(path, cause) {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError(`Cannot write "${path}": ${why}`, {
    exitCode: EXIT.setUp,
    remedy: "Give another file",
    cause
  });
}

// src/commands/audit/results-file.ts
async function openResults(path, made, wanted) {
  const known = /* @__PURE__ */ new Map();
  let first;
  const { file, dropped } = await openLineFile(path, (text2, number) => {
    const line = readLine(text2);
    if (line === void 0) throw foreign(path, number);
    const differs = differenceOf(line.made, made);
    if (differs !== void 0) throw other(path, number, differs);
    first ??= line.read;
    known.set(line.requirement, { state: line.state, counts: countsOf(line) });
  });
  return {
    known,
    notice: noticeOf(path, known, wanted, first, dropped),
    append: (line) => file.append(line),
    close: () => file.close()
  };
}
function readLine(text2) {
  try {
    const line = JSON.parse(text2);
    const { schema, requirement, state, wheels, findings, unread, made } = line;
    const lists = [wheels, findings, unread].every((one) => Array.isArray(one));
    const known = ["audited", "nothing", "unknown"].includes(state);
    const ours = schema === 1 && known && typeof requirement === "string";
    return ours && lists && Object(made) === made ? line : void 0;
  } catch {
    return void 0;
  }
}
function differenceOf(then, now) {
  if (then.version !== now.version)
    return `was made by version ${then.version} of this tool, and this is ${now.version}`;
  if (then.platforms !== now.platforms)
    return `is about the wheels for ${nameOf(then.platforms)}, and this run reads those for ${nameOf(now.platforms)}`;
  return then.places === now.places ? void 0 : "comes from another package index";
}
function nameOf(platforms) {
  return platforms === "all" ? "all platforms" : platforms;
}
function foreign(path, number) {
  return new UserError(`Line ${number} of "${path}" is no result of an audit`, {
    exitCode: EXIT.usage,
    remedy: "Name a file that --json-lines wrote, or one that does not exist"
  });
}
function other(path, number, differs) {
  return new UserError(`Line ${number} of "${path}" ${differs}`, {
    exitCode: EXIT.usage,
    remedy: "Name another file to begin anew: results of both kinds do not go into one"
  });
}
function noticeOf(path, known, wanted, first, dropped) {
  if (known.size === 0 && dropped === 0) return null;
  const again = wanted.filter((one) => known.has(one)).length;
  const others = known.size - again;
  const said = [
    `${again} of ${plural(wanted.length, "package")} are in ${path} already, read since ${first ?? "nothing"}, and are not read again`,
    ...others > 0 ? [`${plural(others, "line")} about others stay there`] : [],
    ...dropped > 0 ? ["its last line was cut off and is dropped"] : []
  ];
  return said.join("; ");
}

// src/commands/audit/audit-lines.ts
var PACKAGES_AT_ONCE = 3;
var PACKAGE_SECONDS = 3600;
var FAILURES_IN_A_ROW = 4;
async function auditLines(config, world, version, target, readInput) {
  const wanted = await wantedPackages(config, world, readInput);
  const tools = await prepareTools(config, world.cwd, world);
  const numpy = await numpyPage(tools.index, true);
  if (numpy === null) world.progress.notice(NO_NUMPY);
  const made = madeBy(config, tools, version);
  const results = await resultsIn(target, made, wanted);
  if (results.notice !== null) world.progress.notice(results.notice);
  try {
    return await readAll(wanted, results, { config, world, tools, numpy, made });
  } finally {
    await results.close();
  }
}
async function readAll(wanted, results, context) {
  const { world } = context;
  const wheels = createLimiter(REMOTE_AT_ONCE);
  const packages = createLimiter(PACKAGES_AT_ONCE);
  const open2 = wanted.filter(({ text: text2 }) => !results.known.has(text2));
  const earlier = wanted.flatMap(({ text: text2 }) => results.known.get(text2) ?? []);
  const failed = [];
  const doing = /* @__PURE__ */ new Map();
  let counts = earlier.map((one2) => one2.counts).reduce(addCounts, NO_COUNTS);
  const states = { audited: 0, nothing: 0, unknown: 0 };
  for (const { state } of earlier) states[state] += 1;
  let done = earlier.length;
  let inARow = 0;
  const show = () => world.progress.update({
    doing: [...doing.values()],
    done,
    total: wanted.length,
    failed: failed.length,
    of: "packages"
  });
  const readOne = async (asked) => {
    doing.set(asked.text, asked.text);
    show();
    const update = (state) => {
      doing.set(asked.text, state.doing.join(", "));
      show();
    };
    try {
      const line = await readPackage(asked, context, wheels, update);
      inARow = 0;
      return line;
    } catch (error) {
      world.processes.signal.throwIfAborted();
      if (!(error instanceof UserError && error.exitCode === EXIT.setUp)) throw error;
      failed.push(asked.text);
      world.progress.notice(`${asked.text} could not be read: ${error.message}`);
      inARow += 1;
      if (inARow >= FAILURES_IN_A_ROW) throw gone(error, done, wanted.length);
      return void 0;
    } finally {
      doing.delete(asked.text);
    }
  };
  const one = async (asked) => {
    const line = await readOne(asked);
    if (line === void 0) return;
    world.processes.signal.throwIfAborted();
    await results.append(auditLineJson(line));
    world.progress.info(auditLineText(line));
    counts = addCounts(counts, countsOf(line));
    states[line.state] += 1;
    done += 1;
    show();
  };
  await together(open2.map((asked) => packages.run(() => one(asked))));
  return { counts, states, earlier: earlier.length, failed };
}
async function readPackage(asked, { config, world, tools: { index }, numpy, made }, limiter, update) {
  const found = await packageWheels(asked, config.subject.allPlatforms, index);
  const common = {
    schema: 1,
    requirement: asked.text,
    name: asked.name,
    version: found.kind === "unknown" ? null : found.version,
    read: new Date(world.now()).toISOString(),
    made
  };
  const nothing = { binaries: 0, wheels: [], findings: [], unread: [] };
  if (found.kind !== "wheels")
    return { ...common, ...nothing, state: found.kind, reason: found.reason };
  const { processes } = world;
  const remote = createRemoteWheels(
    index,
    { processes, progress: { update } },
    limiter,
    PACKAGE_SECONDS
  );
  try {
    const beside = { kind: "metadata" };
    const files = await remote.readAll(found.wheels.map((file) => ({ file, beside })));
    const unread = remote.unread();
    const now = unread.find(({ kind }) => kind === "unreachable");
    if (now !== void 0) throw new UserError(now.text, { exitCode: EXIT.setUp });
    const { wheels, findings, rows } = judgeAudit(files, numpy);
    return {
      ...common,
      state: "audited",
      reason: null,
      binaries: wheels.reduce((sum, { binaries }) => sum + binaries.length, 0),
      wheels: rows,
      findings: orderFindings(findings),
      unread: unread.map(({ text: text2 }) => text2)
    };
  } finally {
    remote.end();
    index.forget(asked.name);
  }
}
async function resultsIn(target, made, wanted) {
  if (target.kind === "file")
    return openResults(
      target.path,
      made,
      wanted.map(({ text: text2 }) => text2)
    );
  return {
    known: /* @__PURE__ */ new Map(),
    notice: null,
    append: async (line) => target.write(line),
    close: async () => void 0
  };
}
function madeBy({ subject }, { settings }, version) {
  const { indexes, findLinks, strategy } = settings;
  const places = [...indexes, strategy, ...findLinks].map((one) => redact(one, settings.secrets));
  return {
    version,
    platforms: subject.allPlatforms ? "all" : thisPlatform(),
    places: createHash("sha256").update(JSON.stringify(places)).digest("hex").slice(0, 16)
  };
}
function gone(error, done, total) {
  return new UserError(`${FAILURES_IN_A_ROW} packages in a row: ${error.message}`, {
    exitCode: EXIT.setUp,
    remedy: `Start it again with the same file when the index answers: ${done} of ${total} packages are in it`,
    cause: error
  });
}

// src/judge/read-log/box-frames.ts
var TOP = /[╭┌+][─-]+ Traceback \(most recent call last\) [─-]+/;
var BOTTOM = /^\s*[╰└+][─-]{10,}[╯┘+]?\s*$/;
var SIDE = /^\s*[│|](.*?)[│|]?\s*$/;
var FRAME = /^(\S.*?):(\d+) in (\S.*?)$/;
var CURRENT = /^[❱>] *(\d+) ?[│|]? *(.*)$/;
var BEGUN = /^(?:\/|~|[A-Za-z]:[\\/]|<)\S*$/;
var MOST = 2e3;
function readBoxFrames() {
  let inside = 0;
  let begun;
  return {
    read(line) {
      const { number, text: text2 } = line;
      if (text2.includes("Traceback (most recent call last)") && TOP.test(text2)) {
        inside = MOST;
        begun = void 0;
        return [{ number, text: "Traceback (most recent call last):" }];
      }
      if (inside === 0) return [line];
      inside -= 1;
      if (BOTTOM.test(text2)) {
        inside = 0;
        return [];
      }
      const body = SIDE.exec(text2)?.[1]?.trim();
      if (body === void 0) {
        if (text2 === "") return [];
        inside = 0;
        return [line];
      }
      const whole = begun ? `${begun.text}${body}` : body;
      const [, file, at, name] = FRAME.exec(whole) ?? [];
      if (file && at && name && !/^[❱>]/.test(file)) {
        begun = void 0;
        return [{ number, text: `  File "${file}", line ${at}, in ${name}` }];
      }
      const source = CURRENT.exec(body)?.[2];
      begun = BEGUN.test(whole) ? { number, text: whole } : void 0;
      return source ? [{ number, text: `    ${source.trim()}` }] : [];
    },
    end: () => []
  };
}

// src/judge/read-log/stage.ts
var NONE = [];
function eachLine(change) {
  return {
    read(line) {
      const changed = change(line.text);
      if (changed === line.text) return [line];
      const texts = typeof changed === "string" ? [changed] : changed;
      return texts.map((text2) => ({ number: line.number, text: text2 }));
    },
    end: () => NONE
  };
}
function read(stage, line) {
  return line.foreign ? [line] : stage.read(line);
}
function inOrder(stages2) {
  const through = (lines, from) => {
    let current = lines;
    for (let at = from; at < stages2.length && current.length > 0; at += 1) {
      const stage = stages2[at];
      const [only] = current;
      if (!stage || !only) continue;
      current = current.length === 1 ? read(stage, only) : current.flatMap((line) => read(stage, line));
    }
    return current;
  };
  return {
    read: (line) => through([line], 0),
    end: () => stages2.flatMap((stage, at) => through(stage.end(), at + 1))
  };
}

// src/judge/read-log/break-marks.ts
var BREAKS = [
  /\(most recent call (?:last|first)\)\|?:(\S{1,8}?)(?: |%20|#040)*File /,
  /cannot be run in(\S{1,8}?)NumPy \d/,
  /PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS ISSUE!(\S{1,8}?)\1?Importing the numpy/,
  /as it may crash\. To support both 1\.x and 2\.x(\S{1,8}?)versions of NumPy/,
  /line \d+,? in (?:<module\|?>|init [\w.]+?)(\S{1,8}?) {2,}\S/
];
var ESCAPES = {
  "#012": (text2) => text2.replace(
    /#(0[0-3][0-7])/g,
    (_all, code) => String.fromCharCode(Number.parseInt(code, 8))
  ),
  "%0A": (text2) => text2.replace(
    /%(0D|3A|2C|25|20|22|3C|3E)/g,
    (_all, code) => String.fromCharCode(Number.parseInt(code, 16))
  ),
  "%0D%0A": (text2) => ESCAPES["%0A"]?.(text2) ?? text2,
  "|n": (text2) => text2.replace(/\|(['|[\]])/g, "$1").replaceAll("|r", ""),
  "|r|n": (text2) => ESCAPES["|n"]?.(text2) ?? text2
};
function readBreakMarks() {
  return eachLine((text2) => {
    if (text2.length < 60) return text2;
    const mark = markIn(text2);
    if (mark === void 0) return text2;
    const plain = ESCAPES[mark] ?? ((line) => line);
    return text2.split(mark).map((line) => plain(line));
  });
}
var KNOWN = [
  ["#012", /#012.*#012/],
  ["|n", /^\s*##teamcity\[/],
  ["%0A", /^(?:\S+ )?::(?:error|warning|notice|debug)\b.*?::/]
];
function markIn(text2) {
  for (const [mark, proof] of KNOWN) if (text2.includes(mark) && proof.test(text2)) return mark;
  for (const pattern of BREAKS) {
    const mark = pattern.exec(text2)?.[1];
    if (!mark || /^[\w"'`.]+$|\\|\u001b|^[<&]/.test(mark)) continue;
    if (text2.split(mark).length > 2) return mark;
  }
  return void 0;
}

// src/judge/read-log/clean-text.ts
var LOST_COLOUR = /(?:\^\[|\\+(?:x1[bB]|u001[bB]|033|e)|\u241b|[\ufffd\u2190])?\[(?:(?:0|1|2|3|4|7|9|[01][0-9]|[2349][0-9]|10[0-7]|[34]8;[25];\d{1,3}(?:;\d{1,3};\d{1,3})?)(?:;(?:\d{1,3}))*)?m(?!\])/g;
var LOST_CONTROL = /(?:\^\[|\\+(?:x1[bB]|u001[bB]|033|e)|\u241b)\[[0-9;?]*[A-Za-z]/g;
var ENTITIES = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"'
};
var ENTITY = /&(lt|gt|amp|quot|apos|nbsp|[lr][sd]quo|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,6});/g;
var ELEMENT = "br|pre|code|span|p|div|li|ul|ol|b|i|u|strong|em|samp|tt|kbd|font|a|blockquote|table|thead|tbody|tr|t[dh]|details|summary|failure|error|system-(?:out|err)|test(?:case|suites?)";
var TAG = new RegExp(`<\\/?(?:${ELEMENT})(?: [^<>]*)?\\s*\\/?>`, "gi");
var TOLD = / (?:message|details)="([^"]*)"/;
var HAS_TAG = new RegExp(`<\\/?(?:${ELEMENT})\\b`, "i");
var CDATA = /<!\[CDATA\[|\]\]>/g;
var FENCE = /^\s*(?:`{3,}|~{3,})\w*(?=\S)|`{3,}$/g;
var CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
var MISREAD = [
  ["\xE2\u20AC\u02DC", "'"],
  ["\xE2\u20AC\u2122", "'"],
  ["\xE2\u20AC\u0153", '"'],
  ["\xE2\u20AC\x9D", '"'],
  ["\xC2\xA0", " "]
];
var TABS = /^(\t+)(?=\S)/;
var ODD_SPACE = /[\u00a0\u2007\u202f]/g;
var NO_WIDTH = /[\ufeff\u200b-\u200d\u2060]/g;
function cleanText(text2) {
  let clean = stripAnsi(text2);
  if (clean.startsWith("	")) clean = withoutTabs(clean);
  if (CONTROL.test(clean)) clean = clean.replaceAll(CONTROL, "");
  if (clean.includes("[")) clean = withoutLostColours(clean);
  if (clean.includes("<")) clean = withoutTags(clean);
  if (clean.includes("&")) clean = withoutEntities(clean);
  if (clean.includes("CDATA[") || clean.includes("]]>")) clean = clean.replace(CDATA, "");
  if (clean.includes("```")) clean = clean.replace(FENCE, "");
  if (/[\u0080-\uffff]/.test(clean)) {
    clean = clean.replace(ODD_SPACE, " ").replace(NO_WIDTH, "");
    clean = clean.replace(/File [“”„«]([^“”»"]*)[“”»]/g, 'File "$1"');
    for (const [odd, plain] of MISREAD) clean = clean.replaceAll(odd, plain);
    clean = clean.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  }
  return clean;
}
function withoutLostColours(text2) {
  const plain = /\dm|\[m|\][0-9;]*m/.test(text2) ? text2.replace(LOST_COLOUR, "") : text2;
  return /\^\[|\\(?:x1b|u001b|033|e)\[|\u241b/i.test(plain) ? plain.replace(LOST_CONTROL, "") : plain;
}
function withoutEntities(text2) {
  const once = text2.replace(ENTITY, character);
  return /&(?:lt|gt|quot|#39|#x27);/.test(once) && once !== text2 ? once.replace(ENTITY, character) : once;
}
function character(whole, name) {
  if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code > 1114111) return whole;
  return code === 160 ? " " : String.fromCodePoint(code);
}
function withoutTags(text2) {
  if (!HAS_TAG.test(text2)) return text2;
  const plain = text2.replace(TAG, (tag) => {
    if (/^<(?:br|\/tr|\/p|\/div|\/li)\b/i.test(tag)) return "\n";
    if (/^<\/t[dh]/i.test(tag)) return " ";
    const told = TOLD.exec(tag)?.[1];
    return told === void 0 ? "" : `${told}
`;
  });
  return plain.replace(/\n+$/, "");
}
function withoutTabs(text2) {
  const frame = /^\t+(?:File "|<no Python frame>|Binary file ")/.test(text2);
  return text2.replace(TABS, (tabs) => {
    if (frame) return tabs.length === 1 ? "  " : tabs;
    return tabs.length === 2 ? "    " : tabs;
  });
}

// src/judge/read-log/decode-log.ts
var SAMPLE = 65536;
function createLogDecoder() {
  let decoder;
  let head = new Uint8Array(0);
  let seen2 = 0;
  let controls = 0;
  let visible2 = false;
  const count = (text2) => {
    if (!visible2 && /\S/.test(text2)) visible2 = true;
    const looked = seen2 < SAMPLE ? text2.slice(0, SAMPLE - seen2) : "";
    controls += looked.match(/[\0-\x06\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
    seen2 += looked.length;
    return text2;
  };
  return {
    decode(chunk) {
      if (typeof chunk === "string") return count(chunk);
      if (decoder) return count(decoder.decode(chunk, { stream: true }));
      head = joined(head, chunk);
      if (head.length < 4) return "";
      decoder = new TextDecoder(encodingOf(head));
      return count(decoder.decode(head, { stream: true }));
    },
    end() {
      if (!decoder && head.length > 0) {
        decoder = new TextDecoder(encodingOf(head));
        return count(decoder.decode(head));
      }
      return decoder ? count(decoder.decode()) : "";
    },
    get nature() {
      if (!visible2) return "empty";
      return controls * 10 > seen2 ? "binary" : "text";
    }
  };
}
function joined(a, b) {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
function encodingOf(head) {
  const [a, b] = head;
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  const pairs = Math.min(32, head.length >> 1);
  let low = 0;
  let high = 0;
  for (let at = 0; at < pairs; at += 1) {
    const [first, second] = [head[2 * at], head[2 * at + 1]];
    if (first !== 0 && second === 0) low += 1;
    if (first === 0 && second !== 0) high += 1;
  }
  if (low === pairs) return "utf-16le";
  return high === pairs ? "utf-16be" : "utf-8";
}

// src/judge/read-log/doubled-quotes.ts
function undoDoubledQuotes() {
  let proven = false;
  return eachLine((text2) => {
    proven ||= text2.includes('File ""');
    return proven && text2.includes('""') ? text2.replaceAll('""', '"') : text2;
  });
}

// src/judge/read-log/anchors.ts
var EXCEPTION = String.raw`(?<![\w.])(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)`;
var PATH = String.raw`(?<![\w.~/\\@+:-])(?:[A-Za-z]:)?[\w.~/\\@+-]+`;
function anchor(has, pattern = null) {
  return {
    has: typeof has === "string" ? [has] : has,
    pattern: pattern === null ? null : new RegExp(pattern)
  };
}
var ANCHORS = [
  // IPython and rich, with what belongs to their own headers.
  anchor(
    "Traceback (most recent call last)",
    `${EXCEPTION} {5,}Traceback \\(most recent call last\\)|[\u256D\u250C+][\u2500-]+ Traceback \\(most recent call last\\)|Traceback \\(most recent call last\\):`
  ),
  anchor("Traceback:", "Traceback:$"),
  anchor('File "', String.raw`(?: {2})?File "[^"\n]{1,1000}", line \d+`),
  anchor("The above exception was the direct cause of the following"),
  anchor("During handling of the above exception, another"),
  // NumPy's long texts, sentence by sentence: numpy/core/_multiarray_umath.py, numpy/_core/__init__.py.
  anchor("A module that was compiled using NumPy 1.x cannot be run in"),
  anchor("as it may crash.", String.raw`NumPy \d\S* as it may crash\.`),
  anchor("versions of NumPy, modules must be compiled"),
  anchor("Some module may need to rebuild instead"),
  anchor("If you are a user of the module, the easiest"),
  anchor("downgrade to ", "downgrade to '?numpy<2'? or try"),
  anchor("We expect that some modules will need time"),
  anchor("IMPORTANT: PLEASE READ THIS FOR ADVICE"),
  anchor("Importing the numpy C-extensions failed"),
  anchor("Original error was: "),
  // faulthandler.
  anchor("Fatal Python error: "),
  anchor("Windows fatal exception: "),
  anchor(
    "(most recent call first)",
    String.raw`(?:Current thread|Thread) 0x[0-9a-f]+ (?:\[[^\]]*\] )?\(most recent call first\)`
  ),
  anchor("Current thread's C stack"),
  anchor("Extension modules: "),
  anchor("Timeout (", String.raw`Timeout \(\d+:\d\d:\d\d`),
  // pytest.
  anchor(
    "=====",
    "(?<!=)={5,} (?:ERRORS|FAILURES|test session starts|short test summary info|warnings summary)"
  ),
  anchor("ERROR collecting ", "(?<!_)_{5,} ERROR collecting "),
  anchor("E   ", `(?<![A-Za-z])E {3}(?: {4})?(?=${EXCEPTION}(?::|$))`),
  anchor(
    [": in <module>", ": in init ", ": in "],
    `${PATH}\\.(?:py|pyx|pxd):\\d+: in (?:<module>|init \\S+|\\w+)$`
  ),
  // C++, VS Code, IPython's cells.
  anchor("what(): ", String.raw`(?: {2})?what\(\): `),
  anchor("Exception has occurred: "),
  anchor(["Cell In", "Input In"], String.raw`(?:Cell |Input )In ?\[\d+\]`),
  // Python's warnings, pip's and uv's complaints.
  anchor("Warning: ", `(?:<(?:frozen |string|stdin)[^<>]*>|${PATH}\\.\\w+):\\d+: \\w*Warning: `),
  anchor(
    "ERROR: ",
    "ERROR: (?:Cannot install|No matching distribution|Could not find a version|ResolutionImpossible)"
  ),
  anchor("No solution found", NO_SOLUTION_HEAD),
  anchor("Because ", DERIVATION_HEAD)
];
function findAnchor(text2) {
  if (text2.length < 8) return -1;
  const known = seen.get(text2);
  if (known !== void 0) return known;
  if (seen.size > 200) seen.clear();
  const at = searchAnchor(text2);
  seen.set(text2, at);
  return at;
}
var seen = /* @__PURE__ */ new Map();
function searchAnchor(text2) {
  let first = -1;
  for (const { has, pattern } of ANCHORS) {
    const [literal = ""] = has;
    const there = text2.indexOf(literal);
    if (there < 0 && (has.length === 1 || !has.some((one) => text2.includes(one)))) continue;
    const at = pattern === null ? there : text2.search(pattern);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}
var EXCEPTION_LINE = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt))(?::\s?(.*))?$/;

// src/judge/read-log/ipython-frames.ts
var HEADER = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w* {5,}Traceback \(most recent call last\)$/;
var FILE = /^ {0,2}File ((?:~|\/|[A-Za-z]:[\\/]|<|\.|\w[\w.-]*[\\/]).*?\.(?:py|pyx|pxd|pxi|so|ipynb)|<[^<>]+>):(\d+)(?:,? in (.+))?$/;
var CELL = /^ {0,2}(?:Cell|Input) In ?\[(\d+)\](?:, line (\d+))?(?:, in (.+))?$/;
var OLD_FILE = /^((?:~|\/|[A-Za-z]:[\\/]|\.{1,2}[\\/]|\w[\w.-]*[\\/]).*?\.(?:py|pyx|pxd|pxi|so)|<(?:ipython-input|string|stdin|frozen|decorator)[^<>]*>) in (\S.*)$/;
var ARROW = /^-+> ?(\d+)(?: (.*))?$/;
var CONTEXT = /^ +\d+(?: .*)?$|^ *\(\.\.\.\)$|^ {2,}\.\.\.+/;
var DASHES = /^-{20,}$/;
var HEADING = "Traceback (most recent call last):";
var MOST_MISSES = 3;
function readIpythonFrames() {
  let inside = false;
  let misses = 0;
  let sourced = false;
  let waiting;
  const frame = (number, file, line, name = "<module>") => ({
    number,
    text: `  File "${file}", line ${line}, in ${nameOf2(name)}`
  });
  const release = (line = "0") => {
    const known = waiting;
    waiting = void 0;
    return known ? [frame(known.number, known.file, line, known.name)] : [];
  };
  const start = (number) => {
    if (inside) return [];
    inside = true;
    return [{ number, text: HEADING }];
  };
  return {
    read(line) {
      const { number, text: text2 } = line;
      if (HEADER.test(text2)) {
        inside = true;
        misses = 0;
        return [...release(), { number, text: HEADING }];
      }
      const [, file, at, name] = FILE.exec(text2) ?? [];
      if (file && at) {
        const before = [...release(), ...start(number)];
        [sourced, misses] = [false, 0];
        return [...before, frame(number, file, at, name)];
      }
      if (!inside) return [line];
      const cell = CELL.exec(text2);
      const old = OLD_FILE.exec(text2);
      const arrow = ARROW.exec(text2);
      if (cell || old || arrow || text2 === "" || DASHES.test(text2) || CONTEXT.test(text2))
        misses = 0;
      if (cell) {
        const before = release();
        sourced = false;
        return [...before, frame(number, `<ipython-input-${cell[1]}>`, cell[2] ?? "0")];
      }
      if (old?.[1] && old[2]) {
        const before = release();
        waiting = { number, file: old[1], name: old[2] };
        sourced = false;
        return before;
      }
      if (arrow?.[1]) {
        const before = release(arrow[1]);
        const source = arrow[2]?.trim() ?? "";
        if (sourced || source === "") return before;
        sourced = true;
        return [...before, { number, text: `    ${source}` }];
      }
      if (EXCEPTION_LINE.test(text2)) {
        inside = false;
        return [...release(), line];
      }
      if (text2 === "" || DASHES.test(text2) || CONTEXT.test(text2)) return [];
      misses += 1;
      if (misses > MOST_MISSES) inside = false;
      return misses > MOST_MISSES ? [...release(), line] : [];
    },
    end: () => release()
  };
}
function nameOf2(told) {
  if (told.startsWith("<"))
    return /^<[^<>]*>/.exec(told)?.[0].replace(/^<cell line.*/, "<module>") ?? told;
  return told.replace(/\(.*$/s, "").trim() || "<module>";
}

// src/judge/read-log/late-frames.ts
var HEADING2 = "Traceback (most recent call last):";
var OCCURRED = /^\s*Exception has occurred: ([\w.]+)/;
var FILE2 = /^\s*File "([^"]+)", line (\d+)/;
var WHAT = /^\s*what\(\): +(.*)$/;
var AT = /^\s*At:$/;
var AT_FRAME = /^ {2}(\S.*?)\((\d+)\): (\S.*)$/;
var NEAR = 8;
var MOST2 = 300;
function readLateFrames() {
  let held = [];
  let mode = "none";
  let reversed = [];
  let last;
  let age = 0;
  let fresh = true;
  const release = () => {
    const [first] = held;
    const frames = reversed.toReversed();
    const told = frames.length > 0 && first ? [{ number: first.number, text: HEADING2 }, ...frames, ...held] : held;
    [held, reversed, mode] = [[], [], "none"];
    return told;
  };
  const plain = (line) => {
    const { number, text: text2 } = line;
    const type = OCCURRED.exec(text2)?.[1];
    if (type) {
      held = [{ number, text: type }];
      [mode, age] = ["message", 0];
      return [{ number, text: HEADING2 }];
    }
    const what = WHAT.exec(text2)?.[1];
    if (what && EXCEPTION_LINE.test(what)) {
      held = [{ number, text: what }];
      [mode, age] = ["what", 0];
      return [];
    }
    if (/^Traceback(?: \(most recent call last\))?:$/.test(text2)) {
      held = last ? [last] : [];
      [mode, age] = ["frames", 0];
      return [{ number, text: HEADING2 }];
    }
    if (last && fresh && FILE2.test(text2) && /^\s/.test(text2)) {
      held = [last];
      [mode, age] = ["frames", 0];
      return [{ number, text: HEADING2 }, line];
    }
    if (EXCEPTION_LINE.test(text2)) last = line;
    else if (text2 !== "") last = void 0;
    if (last !== line) fresh = !/^\s/.test(text2);
    return [line];
  };
  return {
    read(line) {
      const { number, text: text2 } = line;
      age += 1;
      switch (mode) {
        case "message": {
          if (FILE2.test(text2)) {
            mode = "frames";
            return [line];
          }
          const [first] = held;
          if (age > NEAR || !first) return [...release(), line];
          if (!first.text.includes(":") && text2.trim() !== "")
            held = [{ number, text: `${first.text}: ${text2.trim()}` }];
          return [];
        }
        case "frames": {
          if (EXCEPTION_LINE.test(text2)) held = [];
          if (age > MOST2 || !(FILE2.test(text2) || /^\s+\S/.test(text2)))
            return [...release(), ...plain(line)];
          return [line];
        }
        case "what":
          if (AT.test(text2)) mode = "at";
          else if (text2 !== "" || age > NEAR) return [...release(), ...plain(line)];
          return [];
        case "at": {
          const [, file, at, name] = AT_FRAME.exec(text2) ?? [];
          if (!file || age > MOST2) return [...release(), ...plain(line)];
          reversed.push({ number, text: `  File "${file}", line ${at}, in ${name}` });
          return [];
        }
        case "none":
          return plain(line);
        default:
          return mode;
      }
    },
    end: release
  };
}

// src/judge/read-log/mention-place.ts
var ANNOUNCED = /\bif you (?:see|get|run into|encounter|receive)\b|\byou (?:may|might|will|would|could|can) (?:also )?(?:see|get|receive|encounter)\b|^\s*\.\. (?:code-block|note|warning|versionchanged|versionadded)::/im;
var EXPLAINED = /^[\s\W]*(?:this|it|which|that|the error|the message) (?:usually |often |typically |simply |just )?(?:means|happens when|occurs when|appears when|indicates)\b/i;
var EXPLAINED_INSIDE = /\b(?:happens|occurs|appears) when\b|\bwhich means\b|^[\s\W]*(?:means|indicates)\b/i;
var END = /[.!?]["'`)\]]*\s+(?=["'`([]?[A-Z])/;
var NEAR2 = 3;
function isAnnounced(before) {
  return ANNOUNCED.test(before.split(END).at(-1) ?? "");
}
function isExplained(after) {
  const [rest = "", next = ""] = after.replace(/^["'`”)\]]+/, "").split(END);
  return EXPLAINED_INSIDE.test(rest) || EXPLAINED.test(rest) || EXPLAINED.test(next);
}
function goneOn(after, text2) {
  const blank = after.indexOf("", 1);
  const over = blank > 0 && blank < after.length - 1;
  if (over || after.length > NEAR2) return after;
  return [...after, text2.trim() === "" ? "" : text2];
}
var Surroundings = class {
  #paragraph = [];
  #introduction = "";
  #current;
  read(text2) {
    if (this.#current !== void 0) this.#pass(this.#current);
    this.#current = text2;
  }
  #pass(text2) {
    if (text2.trim() !== "") {
      this.#paragraph = [...this.#paragraph.slice(1 - NEAR2), text2];
      return;
    }
    const last = this.#paragraph.join("\n");
    if (last !== "") this.#introduction = /:\s*(?:```\w*)?\s*$/.test(last) ? last : "";
    this.#paragraph = [];
  }
  get before() {
    return [this.#introduction, ...this.#paragraph];
  }
};

// src/judge/read-log/lead-ins.ts
var EXCEPTION2 = String.raw`(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): )`;
var REPR = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception))\((['"])(.+)\2,?\)$/;
var LEAD_IN = new RegExp(
  `^\\s*(?:Error(?: in .{1,120}?)? ?: |ErrorMessage "|\\[ERROR\\]\\s+|PyError \\(.{1,120}?\\) <class '\\w+'>\\s*|Caused by: |Python Error: )${EXCEPTION2}`
);
var PLACED = /^(\S+\.(?:py|pyx|pxd)):(\d+): ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
var LABEL = /:\s*$/;
function readLeadIns() {
  let before = "";
  let frameAtMargin = false;
  return {
    read(line) {
      let { text: text2 } = line;
      if (text2.startsWith('File "') && /^File "[^"]+", line \d+/.test(text2)) {
        frameAtMargin = true;
        before = text2;
        return [{ number: line.number, text: `  ${text2}` }];
      }
      const [, file, at, raised] = PLACED.exec(text2) ?? [];
      if (file && raised) {
        before = raised;
        return [
          { number: line.number, text: `  File "${file}", line ${at}, in <module>` },
          { number: line.number, text: raised }
        ];
      }
      if (frameAtMargin && /^\S/.test(text2) && !EXCEPTION_LINE.test(text2) && !/^Traceback|^The above|^During/.test(text2)) {
        text2 = `    ${text2}`;
      } else if (LEAD_IN.test(text2)) {
        text2 = text2.replace(LEAD_IN, "");
      } else if (/^\s/.test(text2) && LABEL.test(before) && !isAnnounced(before)) {
        const bare = text2.trim();
        if (EXCEPTION_LINE.test(bare) && bare.includes(": ")) text2 = bare;
      }
      frameAtMargin = false;
      const [, type, , message] = REPR.exec(text2) ?? [];
      if (type && message) text2 = `${type}: ${message}`;
      if (text2.trim() !== "") before = text2;
      return [text2 === line.text ? line : { number: line.number, text: text2 }];
    },
    end: () => []
  };
}

// src/judge/read-log/log-line.ts
var CAP = 4096;
var PYTEST = /^E(?: {3}(?= {2}File ")| {3,}(?=\S)| {1,3}(?=\S|$))/;
function toLogLine({
  number,
  text: text2,
  foreign: foreign2 = false
}) {
  const capped = text2.length > CAP ? text2.slice(0, CAP) : text2;
  const pytest = capped.startsWith("E") && PYTEST.test(capped);
  const bare = pytest ? capped.replace(PYTEST, "") : capped;
  return { number, text: bare.trimEnd(), pytest, foreign: foreign2 };
}

// src/judge/read-log/lost-breaks.ts
var BUILTIN = "ModuleNotFoundError|ImportError|AttributeError|RuntimeError|SystemError|ValueError|TypeError|OSError|KeyError|NameError|RuntimeWarning|UserWarning|AssertionError|IndexError|FileNotFoundError|NotImplementedError";
var FRAME2 = /File "[^"\n]{1,1000}", line \d+/g;
var HEADER2 = "Traceback \\(most recent call last\\):";
var SPLIT_BEFORE = new RegExp(
  `(?=${HEADER2})|(?=(?: {2})?File "[^"\\n]{1,1000}", line \\d+, in )|(?=The above exception was the direct cause)|(?=During handling of the above exception, another)`
);
var GLUED_BY_NUMPY = new RegExp(`^${HEADER2} {1,2}File "[^"]+", line \\d+, in \\S+$`);
var RAISED = new RegExp(
  `^(.*?)(?:(?<=[\\s>)])((?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*(?:Error|Exception))|(${BUILTIN}))(: .*|:?)$`
);
var BEHEADED = /^(?:\s*File ")?([^\s"]+\.py", line \d+, in (?:<module>|\w+) .+\b(?:ImportError|ModuleNotFoundError): \S.*)$/;
var SENTENCE = /(?=A module that was compiled using NumPy 1\.x cannot be run in)|(?=Traceback \(most)/;
function restoreBreaks() {
  return eachLine((text2) => {
    if (text2.length < 80) return text2;
    if (text2.includes("A module that was compiled using NumPy 1.x") && text2.includes("Traceback (")) {
      return text2.split(SENTENCE).flatMap((part) => restored(part));
    }
    return restored(text2);
  });
}
function restored(text2) {
  const [, tail] = BEHEADED.exec(text2) ?? [];
  if (tail !== void 0) return pieces(`File "${tail}`);
  if (!text2.includes('File "') || GLUED_BY_NUMPY.test(text2)) return text2;
  const frames = text2.match(FRAME2)?.length ?? 0;
  const headed = text2.includes("Traceback (most recent call last):");
  const told = new RegExp(`", line \\d+, in .+(?:${BUILTIN})(?::|$)`).test(text2);
  if (frames < 2 && !(headed && told)) return text2;
  return text2.split(SPLIT_BEFORE).flatMap((part) => pieces(part));
}
function pieces(part) {
  const [, place, rest = ""] = /^\s*(File "[^"]+", line \d+, in (?:<[^<>]+>|init [\w.]*?(?=(?:[A-Z]\w*Error)|\s|$)|[^\s]+))\s*(.*)$/.exec(
    part
  ) ?? [];
  if (!place) return part.trim() === "" ? [] : [part.trimEnd()];
  const [, before = rest, named, builtin, message = ""] = RAISED.exec(rest) ?? [];
  const raised = named ?? builtin;
  const source = raised ? before : rest;
  return [
    `  ${place}`,
    ...source.trim() === "" ? [] : [`    ${source.trim()}`],
    ...raised ? [`${raised}${message}`] : []
  ];
}

// src/judge/read-log/partial-lines.ts
var PIECE = /^(\d{4}-\d\d-\d\d\S+ (std(?:out|err)) )([PF]) ([\s\S]*)$/;
var MOST3 = 64;
function joinPartialLines() {
  const begun = /* @__PURE__ */ new Map();
  const close = (stream) => {
    const known = begun.get(stream);
    begun.delete(stream);
    return known ? [{ number: known.line.number, text: known.text }] : [];
  };
  return {
    read(line) {
      const [, head, stream, mark, text2 = ""] = PIECE.exec(line.text) ?? [];
      if (head === void 0 || stream === void 0) return [line];
      const known = begun.get(stream);
      if (mark === "F" && !known) return [line];
      if (known) {
        known.text += text2;
        known.pieces += 1;
        return mark === "F" || known.pieces >= MOST3 ? close(stream) : [];
      }
      begun.set(stream, { line, text: `${head}F ${text2}`, pieces: 1 });
      return [];
    },
    end: () => [...begun.keys()].flatMap(close)
  };
}

// src/judge/read-log/quoted-printable.ts
var SOFT = /[^=]=$/;
var ESCAPE = /=([0-9A-F]{2})/g;
var FULL = 70;
var LONGEST = 76;
var MOST4 = 200;
function decodeQuotedPrintable() {
  let proven = false;
  let kept = [];
  const release = () => {
    const [first] = kept;
    const joined2 = kept.map(({ text: text2 }) => SOFT.test(text2) ? text2.slice(0, -1) : text2).join("");
    kept = [];
    return first ? [{ number: first.number, text: decoded(joined2) }] : [];
  };
  return {
    read(line) {
      const { text: text2 } = line;
      const soft = SOFT.test(text2) && text2.length >= FULL && text2.length <= LONGEST;
      proven ||= /^Content-Transfer-Encoding: quoted-printable/i.test(text2) || soft;
      if (!proven) return [line];
      if (text2.length > LONGEST) {
        proven = false;
        return [...release(), line];
      }
      kept.push(line);
      return SOFT.test(text2) && kept.length < MOST4 ? [] : release();
    },
    end: release
  };
}
function decoded(text2) {
  if (!text2.includes("=")) return text2;
  return text2.replace(/(?:=[0-9A-F]{2})+/g, (run) => {
    const codes = [...run.matchAll(ESCAPE)].map(([, hex = ""]) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(Uint8Array.from(codes));
  });
}

// src/judge/read-log/prefix.ts
var LEVELS = "TRACE|DEBUG|INFO|NOTICE|WARNING|WARN|ERROR|CRITICAL|FATAL|SEVERE|trace|debug|info|notice|warning|warn|error|critical|fatal|stderr|stdout|err|out";
var TOKEN = new RegExp(
  `(?:${LEVELS})(?![A-Za-z\\d])|[.,]\\d+(?![A-Za-z\\d])|[A-Za-z\\d]+|\\s+|[^\\sA-Za-z\\d]`,
  "g"
);
var DAY_OR_MONTH = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;
var MENDED = /(?:^|[\s\-*#:])(?:[Ff]ix(?:e[sd])?|[Rr]esolve[sd]?|[Aa]void|[Dd]ocument(?:ed|s)?|[Hh]andle[sd]?)\b[^:]*["'`“]$/;
var LONGEST2 = 300;
function prefixOf(text2) {
  if (text2.length > LONGEST2) return void 0;
  const body = text2.trimEnd();
  if (/^[+-]$/.test(text2)) return void 0;
  if (MENDED.test(text2)) return void 0;
  const gap = text2.slice(body.length);
  const closing3 = closingOf(body);
  const end = gap === "" ? "" : `(?:${gap.replaceAll("	", "\\t")}|$)`;
  const exact = new RegExp(`^${shapeOf(body, false)}${end}`);
  const loose = /[^\s\w]/.test(body) ? new RegExp(`^${shapeOf(body, true)}${end}`) : void 0;
  return {
    closing: closing3,
    edges: { first: text2.charAt(0), last: text2.slice(Math.max(0, body.length - 1)) },
    strip(line) {
      if (body === "")
        return line.startsWith(text2) ? { text: line.slice(text2.length), same: true } : void 0;
      const found = exact.exec(line);
      if (found) return { text: line.slice(found[0].length), same: true };
      const other2 = loose?.exec(line);
      return other2 ? { text: line.slice(other2[0].length), same: false } : void 0;
    }
  };
}
function shapeOf(body, loose) {
  const tokens = body.match(TOKEN) ?? [];
  return tokens.map((token, at) => {
    if (/^\d+$/.test(token)) return "\\d+";
    if (/^[.,]\d/.test(token)) return `(?:[.,]\\d+)?`;
    if (/^\s/.test(token))
      return at === 0 || /^\d/.test(tokens[at + 1] ?? "") || /^\d/.test(tokens[at - 1] ?? "") ? "\\s*" : "\\s+";
    if (new RegExp(`^(?:${LEVELS})$`).test(token)) return `(?:${LEVELS})`;
    if (DAY_OR_MONTH.test(token)) return "[A-Z][a-z]{2}";
    if (/^[A-Za-z]+$/.test(token)) return loose ? "[A-Za-z]+" : token;
    const [, name] = /^([A-Za-z]{2,})\d+$/.exec(token) ?? [];
    if (name) return loose ? "[A-Za-z]+\\d+" : `${name}\\d+`;
    if (/^[A-Za-z\d]+$/.test(token)) return "[A-Za-z\\d]+";
    return token.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  }).join("");
}
function closingOf(body) {
  const last = body.at(-1) ?? "";
  if (last === '"' || last === "'") return last;
  return /^[│┃║|]$/.test(body.trim()) ? body.trim() : "";
}
function resembles(prefix, line) {
  if (prefix.strip(line) !== void 0) return true;
  const { first, last } = prefix.edges;
  const end = last.trim();
  return end !== "" && !/\w/.test(end) && alike(first, line.charAt(0)) && line.includes(end);
}
function alike(a, b) {
  return a === b || /\d/.test(a) && /\d/.test(b);
}
function withoutFrame(prefix, text2) {
  const { closing: closing3 } = prefix;
  if (closing3 === "") return text2;
  if (closing3 === '"' || closing3 === "'") {
    const end = new RegExp(`(?:\\\\r)?(?:\\\\n)*${closing3}[,;+)\\]}\\s]*$`);
    return end.test(text2) ? text2.replace(end, "").replaceAll(`\\${closing3}`, closing3) : text2;
  }
  const bare = text2.trimEnd();
  return bare.endsWith(closing3) ? bare.slice(0, -1).trimEnd() : text2;
}

// src/judge/read-log/read-prefix.ts
var KNOWN2 = /^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? )?(?:std(?:out|err) [FP] )?(?:##\[(?:error|warning|notice|debug|group)\])?/;
var NAMED = /^(?:\[[^\]\n]{1,80}\] {1,4}\| ?|[\w.-]+[-_]\d+ +\| )(?:##\[(?:error|warning|notice|debug|group)\])?/;
var QUOTED = /^(?:> ?)+(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*Error:$)/;
var BEFORE = 30;
var LEVEL = /^(?:\[?(?:ERROR|CRITICAL|FATAL|Error|error|fatal|stderr|err)\]?(?: in [\w.]+\([^)]*\)?)? ?[:|-]? +)+(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*Error: )/;
function readPrefixes() {
  let current;
  let waiting = [];
  const bare = (text2) => {
    const at = beginOf(text2);
    if (at >= 0) {
      const known = current?.strip(text2);
      const indented3 = known?.same && /^\s*$/.test(known.text.slice(0, findAnchor(known.text)));
      if (current && indented3) return withoutFrame(current, known.text);
      current = at === 0 ? void 0 : prefixOf(text2.slice(0, at));
      return current ? withoutFrame(current, text2.slice(at)) : text2;
    }
    const stripped = current?.strip(text2);
    if (current && stripped) return withoutFrame(current, stripped.text);
    const raised = current && behindOther(current, text2);
    if (current && raised !== void 0) return withoutFrame(current, raised);
    return alone(text2);
  };
  const told = (line) => {
    const other2 = beginOf(line.text) < 0 ? current?.strip(line.text) : void 0;
    if (other2 && !other2.same) return { number: line.number, text: other2.text, foreign: true };
    const text2 = bare(line.text);
    return text2 === line.text ? line : { number: line.number, text: text2 };
  };
  return {
    read(raw) {
      const known = raw.text.replace(KNOWN2, "");
      const line = known === raw.text ? raw : { number: raw.number, text: known };
      if (current) return [told(line)];
      const at = beginOf(line.text);
      if (at < 0) {
        waiting.push(line);
        return waiting.length > BEFORE ? [told(waiting.shift())] : [];
      }
      const anchored = told(line);
      const before = waiting.map(told);
      waiting = [];
      return [...before, anchored];
    },
    end() {
      const rest = waiting.map(told);
      waiting = [];
      return rest;
    }
  };
}
var LONGEST3 = 200;
var RAISED2 = /(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)(?:: |$)/;
function beginOf(text2) {
  const at = findAnchor(text2);
  return at < 0 && text2.startsWith(">") ? QUOTED.exec(text2)?.[0].length ?? -1 : at;
}
function behindOther({ edges }, text2) {
  const { first, last } = edges;
  if (last.trim() === "" || /^[\s\w]/.test(last) || !alike(first, text2.charAt(0))) return void 0;
  const indented3 = text2.indexOf(`${last}    `);
  if (indented3 > 0 && indented3 < LONGEST3) return text2.slice(indented3 + last.length);
  const raised = text2.search(RAISED2);
  if (raised > 0 && raised < LONGEST3 && text2.slice(0, raised).endsWith(last)) {
    return text2.slice(raised);
  }
  const empty = text2.length < LONGEST3 && raised < 0 && text2.trimEnd().endsWith(last.trimEnd());
  return empty ? "" : void 0;
}
function alone(text2) {
  const said = text2.replace(NAMED, "");
  const bare = said.replace(LEVEL, "");
  return bare !== said && EXCEPTION_LINE.test(bare) ? bare : said;
}

// src/judge/read-log/rejoin-sentences.ts
var WHOLE = [
  /[\w.]+ (?:size changed, may indicate binary incompatibility|has the wrong size, try recompiling)\. Expected \d+(?:-\d+)?(?: from C header, got \d+(?:-\d+)? from PyObject|, got \d+)/,
  /module (?:was )?compiled against (?:API|ABI|NumPy C-API) version (?:0x)?[0-9a-f]+ (?:\(NumPy \d+\.\d+\) )?but (?:this version of numpy is (?:0x)?[0-9a-f]+|the running NumPy has C-API version 0x[0-9a-f]+)/,
  /\(GIL\) has been enabled to load module '[^']+'/,
  /numpy\._?core\.(?:multiarray|umath|_multiarray_umath) failed to import/,
  /_(?:ARRAY|UFUNC)_API not found/,
  /No module named '[^']+'/,
  /cannot import name '\w+' from (?:partially initialized module )?'[\w.]+'(?: \(most likely due to a circular import\))? \([^)]+\)/,
  /: cannot open shared object file: No such file or directory/,
  /: version [`']\S+' not found \(required by [^)]+\)/,
  /DLL load failed(?: while importing \w+)?: The specified (?:module|procedure) could not be found/,
  /: cannot allocate memory in static TLS block/,
  /initialization of \S+ (?:failed without raising an exception|raised unreported exception|did not return)/,
  /module '[\w.]+' has no attribute '\w+'/,
  /dynamic module does not define (?:module export|init) function \(\w+\)/,
  /`?(?:np|numpy)\.\w+`? was removed in (?:the )?NumPy \d/,
  /Unable to avoid copy while creating an array as requested/,
  /Python version mismatch: module was compiled for Python \S+, but the interpreter version is incompatible: \d+\.\d+/,
  /compile ?time (?:Python )?version \S+ of module '[^']+' (?:does not match|was newer than) runtime version \d+\.\d+/,
  /: undefined symbol: \w+/,
  /wrong ELF class: ELFCLASS\d+|: invalid ELF header|: file too short/,
  /A module that was compiled using NumPy 1\.x cannot be run in NumPy \d[\w.+-]* as it may crash/,
  /module \w+ does not support loading in subinterpreters/,
  /The NumPy module was reloaded \(imported a second time\)/,
  /Python C API version mismatch for module \w+: This Python has API version \d+, module \w+ has version \d+/,
  /Module use of python\w*\.dll conflicts with this version of Python/
];
var BEGINS = /(?:Error|Exception|Warning):(?: |$)|\w+ size changed|A module that was compiled using NumPy/;
var MOST5 = 6;
function rejoinSentences() {
  let kept = [];
  const release = () => {
    const lines = kept;
    kept = [];
    return lines;
  };
  const open2 = (line) => {
    const begun = line.text.length < 400 && BEGINS.test(line.text) && !isWhole(line.text);
    if (!begun) return [line];
    kept = [line];
    return [];
  };
  return {
    read(line) {
      if (kept.length === 0) return open2(line);
      const text2 = line.text.trim();
      const ends = text2 === "" || kept.length >= MOST5 || findAnchor(line.text) >= 0 || EXCEPTION_LINE.test(text2) || BEGINS.test(text2);
      if (ends) return [...release(), ...open2(line)];
      kept.push(line);
      const whole = joinedSentence(kept.map((one) => one.text));
      const [first] = kept;
      if (whole === void 0 || !first) return [];
      kept = [];
      return [{ number: first.number, text: whole }];
    },
    end: release
  };
}
function isWhole(text2) {
  return WHOLE.some((pattern) => pattern.test(text2));
}
function joinedSentence(pieces2) {
  let candidates = [pieces2[0]?.trimEnd() ?? ""];
  for (const piece of pieces2.slice(1)) {
    candidates = candidates.flatMap((one) => {
      const [spaced, tight] = [`${one} ${piece.trim()}`, `${one}${piece.trim()}`];
      return isInsideWord(one, piece.trim()) ? [tight, spaced] : [spaced, tight];
    });
  }
  return candidates.find(isWhole);
}
function isInsideWord(left, right) {
  if (/(?:Error|Exception|Warning):$/.test(left)) return false;
  const last = /\S*$/.exec(left)?.[0] ?? "";
  return /[\\/]/.test(last) || /[-_./\\('"]$/.test(last) || /^[-_./\\)'":,]/.test(right);
}

// src/judge/read-log/rejoin-wraps.ts
var WINDOW = 40;
var NARROWEST = 30;
var PIECES = 4;
var CONSOLES = [
  72,
  76,
  78,
  79,
  80,
  90,
  96,
  99,
  100,
  110,
  118,
  119,
  120,
  125,
  128,
  130,
  132,
  140,
  150,
  158,
  160,
  180,
  200,
  220,
  240
];
var NARROW = 60;
var WIDE = 260;
var TELLING = /(?:Error|Exception|Warning): |File "|Original error was: /;
var COMPLETE_FRAME = /File "[^"]{1,1000}", line (?:\d+|\?\?\?),? in (?:<[^<>]+>|init [\w.]+|(?!init\s*$)\w[\w.]*)\s*$/;
var BEGUN_FRAME = /File "|^[ >|]*File$/;
var WHOLE_FRAME = /File "[^"]{1,1000}", line (?:\d+|\?\?\?),? in (?!init\s*$)\S/;
function rejoinWraps() {
  let buffer = [];
  let width = 0;
  let prefix;
  const isPrefixed = () => {
    const shared = buffer.filter((one) => one.text !== "" && prefix && resembles(prefix, one.text)).length > 2;
    if (!shared) prefix = commonPrefix(buffer) ?? prefix;
    return prefix !== void 0 && buffer.some((one) => prefix && resembles(prefix, one.text));
  };
  const notice = () => {
    const last = buffer.length - 1;
    for (let back = 1; back < PIECES && back <= last; back += 1) {
      const begun = buffer[last - back];
      if (!begun || !BEGUN_FRAME.test(begun.text) || WHOLE_FRAME.test(begun.text) && !/ in <[a-z]*$/.test(begun.text))
        continue;
      const size = begun.text.length;
      const pieces2 = buffer.slice(last - back, last + 1).map((one) => one.text);
      const even = pieces2.slice(0, -1).every((text2) => text2.length === size);
      if (size >= NARROWEST && even && COMPLETE_FRAME.test(pieces2.join(""))) {
        if (buffer.every((one) => one.text.length <= size) && !isPrefixed()) width = size;
      }
    }
  };
  const measure = (head) => {
    const longest = head.length;
    const prefixed = isPrefixed();
    if (isPrefixedAlike(head, buffer[1]?.text)) return;
    if (longest > WIDE || buffer.some((one) => one.text.length > longest)) return;
    if (buffer[1] && !goesOn(head, buffer[1].text)) return;
    const cut = buffer.filter((one) => one.text.length === longest);
    if (!prefixed && cut.length < 3 && !CONSOLES.includes(longest)) return;
    const all = buffer.every((one, at) => {
      const next = buffer[at + 1];
      if (one.text.length < longest || !next) return true;
      return goesOn(one.text, next.text) && (!prefixed || !(prefix && resembles(prefix, next.text)));
    });
    if (all && cut.some((one) => TELLING.test(one.text))) width = longest;
  };
  const take = () => {
    const [head] = buffer;
    if (width === 0 && head && head.text.length >= NARROW && TELLING.test(head.text))
      measure(head.text);
    const first = buffer.shift();
    if (width === 0 || first.text.length !== width) return joinedFrame(first);
    let text2 = first.text;
    let piece = first.text;
    while (piece.length === width && buffer[0] && goesOn(text2, buffer[0].text)) {
      if (prefix && resembles(prefix, buffer[0].text)) break;
      piece = buffer[0].text;
      text2 = joinedSentence([text2, piece]) ?? seamless(text2, piece);
      buffer.shift();
    }
    return { number: first.number, text: text2 };
  };
  const joinedFrame = (first) => {
    if (!BEGUN_FRAME.test(first.text)) return first;
    if (WHOLE_FRAME.test(first.text) && !/ in <[a-z]*$/.test(first.text)) return first;
    let [tight, spaced] = [first.text, first.text];
    for (let count = 1; count < PIECES && count <= buffer.length; count += 1) {
      const next = buffer[count - 1]?.text ?? "";
      if (next.trim() === "" || findAnchor(next) >= 0) return first;
      tight += next.trimStart();
      spaced = `${spaced.trimEnd()} ${next.trim()}`;
      const whole = [tight, spaced].find((text2) => COMPLETE_FRAME.test(text2));
      if (whole === void 0) continue;
      buffer = buffer.slice(count);
      return { number: first.number, text: whole };
    }
    return first;
  };
  return {
    read(line) {
      if (line.text.length > width) width = 0;
      buffer.push(line);
      if (line.text !== "") notice();
      return buffer.length > WINDOW ? [take()] : [];
    },
    end() {
      const rest = [];
      while (buffer.length > 0) rest.push(take());
      return rest;
    }
  };
}
function seamless(text2, piece) {
  const [tight, spaced] = [`${text2}${piece}`, `${text2.trimEnd()} ${piece.trim()}`];
  const isFrame = BEGUN_FRAME.test(text2) && !WHOLE_FRAME.test(text2);
  return isFrame && !COMPLETE_FRAME.test(tight) && COMPLETE_FRAME.test(spaced) ? spaced : tight;
}
function commonPrefix(lines) {
  for (const { text: text2 } of lines) {
    const at = findAnchor(text2);
    const prefix = at > 0 ? prefixOf(text2.slice(0, at)) : void 0;
    if (!prefix) continue;
    const same2 = lines.filter((one) => one.text === "" || resembles(prefix, one.text));
    if (same2.length > 2) return prefix;
  }
  return void 0;
}
function isPrefixedAlike(text2, next) {
  const at = findAnchor(text2);
  const own = at > 0 ? prefixOf(text2.slice(0, at)) : void 0;
  return own !== void 0 && next !== void 0 && next !== "" && resembles(own, next);
}
function goesOn(text2, next) {
  if (next.trim() === "" || isRuler(text2)) return false;
  if (WHOLE_FRAME.test(text2) && (/^ {4}/.test(next) || EXCEPTION_LINE.test(next.trim()))) {
    return false;
  }
  return findAnchor(next) < 0 || BEGUN_FRAME.test(text2) && !WHOLE_FRAME.test(text2);
}
function isRuler(text2) {
  const last = text2.at(-1);
  return last !== void 0 && text2.at(-2) === last && text2.endsWith(last.repeat(10));
}

// src/judge/read-log/shell-lines.ts
var POWERSHELL = /^\s*\+ (?:CategoryInfo|FullyQualifiedErrorId|PSComputerName) +: |^At (?:line:\d+|\S.*\.ps1:\d+) char:\d+$|^\+ +~+$/;
var ABOVE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ DEBG '[^']+' std(?:out|err) output:$/;
var DIVIDER = /^\s*(?:\+-)?\+-{10,}(?: (?:\d+|\.\.\.) -{10,})?$/;
function dropShellLines() {
  let afterPowerShell = false;
  return {
    read(line) {
      const { text: text2 } = line;
      if (DIVIDER.test(text2)) {
        return ["", text2.trim()].map((one) => ({ number: line.number, text: one }));
      }
      if (POWERSHELL.test(text2) || ABOVE.test(text2)) {
        afterPowerShell = !ABOVE.test(text2);
        return [];
      }
      const blank = afterPowerShell && (/^ ?$/.test(text2) || /^\+ \S/.test(text2));
      if (!blank) afterPowerShell = false;
      return blank ? [] : [line];
    },
    end: () => []
  };
}

// src/judge/read-log/split-lines.ts
var LONGEST_LINE = 262144;
function createLineSplitter() {
  let number = 0;
  let parts = [];
  let length = 0;
  const take = (piece) => {
    const room = LONGEST_LINE - length;
    if (room <= 0 || piece === "") return;
    parts.push(piece.length > room ? piece.slice(0, room) : piece);
    length += Math.min(room, piece.length);
  };
  const line = () => {
    const text2 = parts.length === 1 ? parts[0] ?? "" : parts.join("");
    parts = [];
    length = 0;
    number += 1;
    return { number, text: text2.endsWith("\r") ? text2.slice(0, -1) : text2 };
  };
  return {
    *read(text2) {
      let start = 0;
      for (let end = text2.indexOf("\n"); end >= 0; end = text2.indexOf("\n", start)) {
        take(text2.slice(start, end));
        yield line();
        start = end + 1;
      }
      take(text2.slice(start));
    },
    *end() {
      if (length > 0) yield line();
    }
  };
}

// src/judge/read-log/terminal-casts.ts
var HEADER3 = /^\s*\{.*"version"\s*:\s*[123]\b/;
var EVENT = /^\s*\[\s*\d[\d.eE+-]*\s*,\s*"([a-z])"\s*,\s*("(?:[^"\\]|\\.)*")\s*\]\s*,?\s*$/;
function readCasts() {
  let first = true;
  let recording = false;
  let begun;
  const written = (number, text2) => {
    const lines = text2.split(/\r*\n/);
    const done = [];
    for (const [at, piece] of lines.entries()) {
      const known = begun ?? { number, text: "" };
      begun = { number: known.number, text: `${known.text}${piece}` };
      if (at === lines.length - 1) break;
      done.push(begun);
      begun = void 0;
    }
    if (begun?.text === "") begun = void 0;
    return done;
  };
  const end = () => {
    const rest = begun ? [begun] : [];
    begun = void 0;
    return rest;
  };
  return {
    read(line) {
      if (first && line.text.trim() !== "") {
        first = false;
        const header = HEADER3.test(line.text) ? parsed(line.text) : void 0;
        const old = textOf(header);
        if (old !== void 0) return [...written(line.number, old), ...end()];
        recording = header !== void 0 && ("width" in header || "term" in header);
        if (recording) return [];
      }
      if (!recording) return [line];
      const [, kind, text2] = EVENT.exec(line.text) ?? [];
      if (text2 === void 0) return line.text.trim() === "" ? [] : [...end(), line];
      return kind === "o" ? written(line.number, JSON.parse(text2)) : [];
    },
    end
  };
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function textOf(header) {
  const events = header?.["stdout"];
  if (!Array.isArray(events)) return void 0;
  return events.map((one) => Array.isArray(one) && typeof one[1] === "string" ? one[1] : "").join("");
}

// src/judge/read-log/unescape-markdown.ts
var PROOF = /\\[<>]|\\_\\_|[A-Za-z]\\_[A-Z]+\\_API|last call\\\)|in \\<|\w\.\\_|[A-Z]\\_[A-Z]+\\_[A-Z]/;
var ESCAPE2 = /\\([\\`*_{}[\]()<>#+.!|~-])/g;
function unescapeMarkdown() {
  let proven = false;
  return eachLine((text2) => {
    if (!text2.includes("\\")) return text2;
    const here = PROOF.test(text2);
    proven ||= here;
    if (!proven || !here && /(?:^|[^\\])_/.test(text2)) return text2;
    return text2.replace(ESCAPE2, "$1");
  });
}

// src/judge/read-log/unpack-strings.ts
var EXCEPTION3 = String.raw`(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)\b`;
var START = String.raw`(?:File \\*"|Traceback \(most|${EXCEPTION3}|IMPORTANT: PLEASE|A module that was|Importing the numpy|Original error was|During handling|The above exception|Fatal Python|<frozen |(?:(?:[^\s\\]|\\\\){1,200}:\d+: )?(?:\w*Warning|(?:fatal )?error): |ERROR: |\s*${DRAWN})`;
var COLOUR = String.raw`(?:(?:\\+(?:u001[bB]|x1[bB]|033)|\u001b)\[[0-9;]*m)*`;
var WRITTEN_BREAK = new RegExp(
  String.raw`\\+n(?: |\\+t)*${COLOUR}(?: )*${START}|(?:last call\)|first\)):(?:\\+r)?\\+n|cannot be run in\\+n|THIS ISSUE!\\+n|in <module>(?:\\+r)?\\+n`
);
var LITERAL = /"((?:[^"\\]|\\[\s\S])*)"?/g;
var FIELDS = [
  "message",
  "msg",
  "log",
  "text",
  "textPayload",
  "MESSAGE",
  "line",
  "data",
  "@message",
  "body",
  "output",
  "content",
  "event",
  "error"
];
function unpackStrings() {
  return eachLine((text2) => {
    const record = recordIn(text2);
    const packed = text2.includes("\\") && WRITTEN_BREAK.test(text2);
    if (record !== void 0) {
      const told = fieldsOf(record);
      if (told !== void 0) return unpacked(told.replace(/\r?\n$/, ""));
    }
    if (packed) return unpacked(literalsOf(text2));
    return text2.includes('File \\"') ? text2.replaceAll('\\"', '"') : text2;
  });
}
function recordIn(text2) {
  const start = text2.indexOf('{"') >= 0 ? text2.indexOf('{"') : text2.indexOf('{ "');
  if (start < 0 || start > 200) return void 0;
  const end = text2.lastIndexOf("}");
  if (end <= start) return void 0;
  try {
    const value = JSON.parse(text2.slice(start, end + 1));
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
}
function fieldsOf(record) {
  const texts = [];
  const { errorType, errorMessage, stackTrace } = record;
  if (typeof errorMessage === "string") {
    const frames = Array.isArray(stackTrace) ? stackTrace.filter((one) => typeof one === "string") : [];
    const what = typeof errorType === "string" ? `${errorType}: ${errorMessage}` : errorMessage;
    return frames.length > 0 ? ["Traceback (most recent call last):", ...frames.map((one) => one.trimEnd()), what].join(
      "\n"
    ) : what;
  }
  collect(record, texts, 0);
  if (texts.length > 0) return texts.join("\n");
  for (const field of FIELDS) {
    const value = record[field];
    if (typeof value === "string") return value;
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const inner = fieldsOf(value);
      if (inner !== void 0) return inner;
    }
  }
  const payload = record["jsonPayload"] ?? record["fields"];
  return typeof payload === "object" && payload !== null && !Array.isArray(payload) ? fieldsOf(payload) : void 0;
}
function collect(value, into, depth) {
  if (depth > 6) return;
  if (typeof value === "string") {
    if (/\n[\s\S]*\S/.test(value) || WRITTEN_BREAK.test(value)) into.push(value);
  } else if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === "string");
    if (texts.length > 1 && texts.length === value.length && texts.some((one) => /File "|Traceback \(/.test(one)))
      into.push(texts.map((one) => one.replace(/\n$/, "")).join("\n"));
    else for (const one of value) collect(one, into, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const one of Object.values(value)) collect(one, into, depth + 1);
  }
}
function literalsOf(text2) {
  const inside = [...text2.matchAll(LITERAL)].flatMap(
    ([, body = ""]) => WRITTEN_BREAK.test(body) ? [body] : []
  );
  return inside.length > 0 ? inside.join("\n") : text2;
}
function unpacked(text2) {
  let plain = text2;
  for (let depth = 0; depth < 4 && WRITTEN_BREAK.test(plain); depth += 1) plain = unescaped(plain);
  return plain.split(/\r\n|\n/).filter((line) => line === "" || !/^["'\\\],;)}+ ]+$/.test(line));
}
var CONTROL2 = { n: "\n", t: "	", r: "", b: "", f: "" };
function unescaped(text2) {
  return text2.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_whole, unicode, byte, other2) => {
      if (unicode ?? byte) return String.fromCharCode(Number.parseInt(unicode ?? byte ?? "", 16));
      return CONTROL2[other2 ?? ""] ?? other2 ?? "";
    }
  );
}

// src/judge/read-log/read-log.ts
var CAP2 = 4096;
function stages() {
  return inOrder([
    readCasts(),
    eachLine((text2) => text2.includes("\r") ? text2.split(/\r+/) : text2),
    joinPartialLines(),
    decodeQuotedPrintable(),
    unpackStrings(),
    readBreakMarks(),
    eachLine(cleaned),
    undoDoubledQuotes(),
    dropShellLines(),
    unescapeMarkdown(),
    restoreBreaks(),
    eachLine((text2) => text2.length > CAP2 ? text2.slice(0, CAP2) : text2),
    rejoinWraps(),
    readPrefixes(),
    rejoinWraps(),
    eachLine((text2) => text2.trimEnd()),
    rejoinSentences(),
    readBoxFrames(),
    readIpythonFrames(),
    readLeadIns(),
    readLateFrames()
  ]);
}
function cleaned(text2) {
  const clean = cleanText(text2);
  return clean.includes("\n") ? clean.split("\n") : clean;
}
function createLogLines() {
  const decoder = createLogDecoder();
  return {
    async *lines(chunks) {
      const splitter = createLineSplitter();
      const stage = stages();
      for await (const chunk of chunks) {
        for (const raw of splitter.read(decoder.decode(chunk))) {
          for (const line of stage.read(raw)) yield toLogLine(line);
        }
      }
      for (const raw of splitter.read(decoder.end())) {
        for (const line of stage.read(raw)) yield toLogLine(line);
      }
      for (const raw of splitter.end()) for (const line of stage.read(raw)) yield toLogLine(line);
      for (const line of stage.end()) yield toLogLine(line);
    },
    get nature() {
      return decoder.nature;
    }
  };
}

// src/judge/diagnose/signals.ts
var SHELL_CODES = [132, 133, 134, 135, 136, 137, 138, 139];
function crashOfExitCode(code) {
  if (code < 0 && code > -65) return signalName(-code);
  const name = crashOfStatus(code);
  if (name !== void 0 && !/^0x|^CONTROL_C/.test(name)) return name;
  return SHELL_CODES.includes(code) ? signalName(code - 128) : void 0;
}
var FAULTHANDLER = {
  "segmentation fault": "SIGSEGV",
  aborted: "SIGABRT",
  "bus error": "SIGBUS",
  "illegal instruction": "SIGILL",
  "floating point exception": "SIGFPE",
  "access violation": "ACCESS_VIOLATION",
  "float divide by zero": "SIGFPE",
  "float overflow": "SIGFPE",
  "int divide by zero": "INTEGER_DIVIDE_BY_ZERO",
  "integer overflow": "SIGFPE",
  "page error": "ACCESS_VIOLATION",
  "stack overflow": "STACK_OVERFLOW",
  killed: "SIGKILL",
  "trace/breakpoint trap": "SIGTRAP"
};
function signalOfFatalError(text2) {
  const code = /^code 0x([0-9a-f]+)/i.exec(text2)?.[1];
  if (code) return ntstatusName(Number.parseInt(code, 16)) ?? `0x${code}`;
  return FAULTHANDLER[text2.trim().toLowerCase()] ?? "SIGABRT";
}

// src/judge/diagnose/exit-notes.ts
var CODE = /\b(?:exit(?:ed)?(?: with)?(?: code| status)?|returncode|return code|non-zero exit status|InvocationError[^()]*\(exited with code)[ :=]+(-?\d+)\b/i;
var SIGNAL = /\b(?:died with <Signals\.(SIG[A-Z]+)|(?:terminated|killed) by signal (SIG[A-Z]+)|exit: \S+ \((SIG[A-Z]+))/;
var SHELL = /^(?:.*: line \d+: +\d+ |.*\bmake.*: \*\*\* .*\] )?(Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception|Trace\/breakpoint trap)(?: \(core dumped\)| +\(core dumped\).*| +python.*)?$/;
var TIMED_OUT = /^(?:# )?exit: timeout$|\+{5,} Timeout \+{5,}|^Failed: Timeout >[\d.]+s/;
function readExit(line) {
  if (TIMED_OUT.test(line)) return { kind: "timeout" };
  const named = SIGNAL.exec(line);
  const signal = named?.[1] ?? named?.[2] ?? named?.[3];
  if (signal) return { kind: "died", signal };
  const shell = SHELL.exec(line)?.[1];
  if (shell) return { kind: "died", signal: signalOfFatalError(shell) };
  const code = CODE.exec(line)?.[1];
  const crashed = code === void 0 ? void 0 : crashOfExitCode(Number(code));
  return crashed ? { kind: "died", signal: crashed } : void 0;
}

// src/judge/diagnose/harmless.ts
function harmlessRemark(message) {
  const sizes = parseSizeComplaint(message);
  if (!sizes?.object.startsWith("numpy.") || sizes.header > sizes.runtime) return void 0;
  return `The size warning is harmless: ${describeSizes(sizes)}. A struct that grew since the build does no harm; NumPy itself hides this warning.`;
}

// src/judge/diagnose/installed-versions.ts
var PIP = /Successfully installed (.+)$/;
var FREEZE = /^\s*([A-Za-z][\w.-]*(?:\[[\w,.-]+\])?)==(\d[\w.+!]*)(?:\s*[;\\].*)?$/;
var SATISFIED = /Requirement already satisfied: ([A-Za-z][\w.-]*)\S* .*\((\d[\w.+!]*)\)$/;
var POETRY = /(?:Installing|Updating) ([A-Za-z][\w.-]*) \((?:\S+ -> )?(\d[\w.+!]*)\)/;
var TABLE = /^\s*(?:Package\s+Version|# ?Name\s+Version|Name\s+Version|INSTALLED VERSIONS)\b/;
var ROW = /^\s*([A-Za-z][\w.-]*)\s+(?::\s+)?v?(\d+(?:\.\w+)*(?:[+!][\w.]+)?)(?:\s.*)?$/;
var RULE = /^[\s#─━-]*$/;
var SHOWN_NAME = /^Name: ([A-Za-z][\w.-]*)$/;
var SHOWN_VERSION = /^Version: (\d[\w.+!]*)$/;
var NUMPY_ITSELF = /The NumPy version is: "(\d[\w.+]*)"|and numpy version "(\d[\w.+]*)"|^NumPy (\d[\w.+]*\w) as it may crash/;
var NOTED = /^\W*numpy(?: version)?(?:\s*[:=]\s*|\s+)v?(\d+\.\d+(?:\.\d\w*)?)$/i;
var EGG = /[\\/]([A-Za-z]\w*(?:[._]\w+)*)-(\d[\w.]*)-py\d[\w.]*(?:-[\w.-]+)?\.egg[\\/]/;
var MAX = 5e3;
var InstalledVersions = class {
  #versions = /* @__PURE__ */ new Map();
  #table = false;
  #shown = "";
  get versions() {
    return this.#versions;
  }
  read(line) {
    if (line.includes("Successfully installed")) this.#readPip(line);
    if (TABLE.test(line)) this.#table = true;
    else if (this.#table && !RULE.test(line)) {
      const [, name2, version2] = ROW.exec(line) ?? [];
      this.#table = name2 !== void 0 || line.includes(":");
      this.#set(name2, version2);
    }
    const [, name, version] = this.#named(line) ?? [];
    this.#set(name, version);
    const own = line.includes("umPy") || line.includes("numpy version") ? NUMPY_ITSELF.exec(line) : null;
    this.#set("numpy", own?.[1] ?? own?.[2] ?? own?.[3]);
    if (!this.#versions.has("numpy") && line.length < 80) this.#set("numpy", NOTED.exec(line)?.[1]);
  }
  #named(line) {
    if (line.includes("==")) return INSTALLED_LINE.exec(line) ?? FREEZE.exec(line);
    if (line.includes(" + ") || line.startsWith("+ ")) return INSTALLED_LINE.exec(line);
    if (line.includes("already satisfied")) return SATISFIED.exec(line);
    if (line.includes(".egg")) return EGG.exec(line);
    if (line.startsWith("Name: ")) this.#shown = SHOWN_NAME.exec(line)?.[1] ?? "";
    const shown = this.#shown && SHOWN_VERSION.exec(line)?.[1];
    if (shown) {
      const name = this.#shown;
      this.#shown = "";
      return ["", name, shown];
    }
    return line.includes("ing ") ? POETRY.exec(line) : null;
  }
  #readPip(line) {
    for (const word of PIP.exec(line)?.[1]?.split(" ") ?? []) {
      const [, name, version] = /^(.+)-(\d[^-]*)$/.exec(word) ?? [];
      this.#set(name, version);
    }
  }
  #set(name, version) {
    if (!name || !version || this.#versions.size >= MAX) return;
    const plain = name.replace(/\[.*$/, "");
    this.#versions.set(normaliseName(plain), version);
  }
};

// src/judge/diagnose/log-findings.ts
var VAGUE = {
  "np-import-array-failed": ["np1-on-np2", "np-api-too-new", "np-abi-mismatch", "numpy-missing"],
  "py-init-broken": ["np1-on-np2", "np-api-too-new", "np-abi-mismatch", "numpy-missing"],
  swallowed: ["np1-on-np2", "np-api-too-new", "np-abi-mismatch", "numpy-missing"]
};
var MAX_FINDINGS = 500;
var MAX_LINES = 20;
var LogFindings = class {
  #found = /* @__PURE__ */ new Map();
  #unclassified = null;
  /**
   * @param region the lines that it was read from
   * @param tell makes the diagnoses of the region anew, with all that is known at the end
   */
  keep(diagnosis, region, tell = () => []) {
    const { kind, culprit, inner } = diagnosis;
    const key = JSON.stringify([kind, inner, culprit, diagnosis.key]);
    const before = this.#found.get(key);
    if (!before && this.#found.size >= MAX_FINDINGS) return;
    if (!before && kind === "unclassified") {
      if (this.#unclassified !== null) this.#found.delete(this.#unclassified);
      this.#unclassified = key;
    }
    const numbers = linesShown(diagnosis, region).flatMap((one) => one.line ?? []);
    const lines = numbers.length > 0 ? numbers : region.slice(0, 1).map((one) => one.number);
    this.#found.set(key, {
      diagnosis: before?.diagnosis ?? diagnosis,
      lines: [.../* @__PURE__ */ new Set([...before?.lines ?? [], ...lines])].slice(0, MAX_LINES),
      region: before?.region ?? region,
      tell: before?.tell ?? tell
    });
  }
  /** One cause that was told twice, with its culprit and without, or clearly and vaguely, is one. */
  all() {
    const found = [...this.#found.values()].map(toldAnew);
    return found.filter((one) => !found.some((other2) => other2 !== one && covers(other2, one))).map((one) => withCulprit(one, found));
  }
};
function toldAnew({ diagnosis, lines, region, tell }) {
  const again = tell().find(
    (one) => one.kind === diagnosis.kind && one.culprit.distribution === diagnosis.culprit.distribution
  );
  const told = again ?? diagnosis;
  return { diagnosis: told, lines, shown: linesShown(told, region) };
}
function linesShown({ evidence }, region) {
  return evidence.map((text2) => ({ line: lineOf(text2, region), text: text2 }));
}
function covers(other2, one) {
  const [a, b] = [other2.diagnosis, one.diagnosis];
  const same2 = whose(a) === whose(b);
  if (a.kind === b.kind && a.inner === b.inner) return whose(b) === "" && whose(a) !== "";
  const clearer = VAGUE[b.kind]?.includes(a.kind) === true;
  const told = b.kind === "swallowed" ? b.inner === a.kind : clearer;
  return told && (same2 || whose(b) === "" || whose(a) === "");
}
function withCulprit(one, found) {
  if (whose(one.diagnosis) !== "") return one;
  const { kind } = one.diagnosis;
  const [other2, ...more] = found.filter(
    ({ diagnosis }) => VAGUE[diagnosis.kind]?.includes(kind) && whose(diagnosis) !== ""
  );
  if (other2 === void 0 || more.length > 0) return one;
  const { culprit, fault } = other2.diagnosis;
  return { ...one, diagnosis: { ...one.diagnosis, culprit, fault } };
}
function whose({ culprit }) {
  return culprit.distribution ?? culprit.module?.split(".")[0] ?? culprit.file ?? "";
}
function lineOf(evidence, region) {
  const [wanted = ""] = evidence.trim().split("\n");
  const exact = region.findLast(({ text: text2 }) => text2.trim() === wanted);
  const inside = /^File "(.+)$/.exec(wanted)?.[1];
  const near = exact ?? region.findLast(({ text: text2 }) => {
    const bare = text2.trim();
    if (inside && bare.startsWith('File "') && bare.endsWith(inside)) return true;
    return bare !== "" && (bare.includes(wanted) || bare.length > 12 && wanted.endsWith(bare));
  });
  return near?.number ?? null;
}

// src/judge/diagnose/log-patterns.ts
var SUMMARY = /^(?:ERROR|FAILED) (?:\S+\.py\S*|\S+::\S+) - ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
var OLD_API = /^_(?:ARRAY|UFUNC)_API not found/;
var SUCCESS = /^=*\s*\d+ passed\b(?!.*\b(?:failed|error))|\bexit(?:ed)?(?: with)?(?: code| status)?[ :]+0\b/;
var FAILURE = /\bexit(?:ed)?(?: with)?(?: code| status)?[ :=]+[1-9]\d*\b|returned a? ?non-zero|did not complete successfully|: \*\*\* .* Error \d|^Killed\b/i;
var LAST_WORDS = /terminate called|what\(\):|[Aa]ssert|malloc|free\(\)|corrupt|stack smashing|^\*\*\* |[Ff]ault|[Aa]bort|[Ii]llegal|[Ee]rror|[Ee]xception|panick|overflow|violation/;
var PROMPT = /^\s*(?:\$|>>>|\.\.\.|#|%|[A-Z]:\\.*>|PS .*>|In \[\d+\]:|[\w.-]+@[\w.-]+:.*[$#])\s?/;
var NOTABLE = /This Python interpreter is in a conda environment|^\[PYI-\d+:|CondaError: Run 'conda init'/;

// src/judge/diagnose/read-warning.ts
var WARNING = /^\s*(\S.*?\.\w+|<.*>):(\d+): (\w*Warning): (.*)/;
function isWarning(text2) {
  return WARNING.test(text2);
}
function readWarning(text2) {
  const [, file, at, type, message = ""] = WARNING.exec(text2) ?? [];
  if (!file || !type) return void 0;
  const frames = [{ file, line: Number(at), function: "<module>" }];
  return { type, message, link: "first", frames, name: null, path: null };
}

// src/judge/diagnose/log-region.ts
var STUB_START = /^\s*A module that was compiled using NumPy 1\.x cannot be run in/;
var FAULT = /^(?:Fatal Python error: (.*)|Windows fatal exception: (.*))$/;
var ADVICE = /^\s*(?:IMPORTANT: PLEASE READ THIS FOR ADVICE|Importing the numpy C-extensions failed)/;
var ORIGINAL = /^\s*Original error was: /;
var HEADER4 = /^Traceback \(most recent call last\):/;
var DUMP_TIMEOUT = /^Timeout \(\d+:\d\d:\d\d(?:\.\d+)?\)!$/;
var PANIC = /^thread '.*' panicked at /;
var CONNECTOR = /^(?:The above exception was the direct cause|During handling of the above exception)/;
var FRAME3 = /^\s+File "|^\S+\.(?:py|pyx|pxd):\d+: /;
var FRAME_START = /^ {2}File "[^"]+", line \d+, in /;
var DUMP_LINE = /^(?:Python runtime state|Current thread|Thread 0x| {2}File "| {2}<no Python frame>| {2}Binary file|Extension modules:| {2}<|Memory allocated|$)/;
var PROSE = /^(?:A module that was compiled|NumPy \d\S* as it may crash|versions of NumPy, modules|Some module may need|If you are a user of|downgrade to 'numpy<2'|We expect that some|IMPORTANT: PLEASE READ|Importing the numpy C-ext|many reasons, often|installed\.|We have compiled|Please note and check|and make sure that|Please carefully|This is unlikely|or environment on|Original error was|The following compiled|with with either|The aliases was|`np\.|your numpy version|Please upgrade|Expected in:|Referenced from:| {2}Reason:|stack backtrace:|note: |If using `np\.)/;
var MAX_REGION = 400;
var MAX_ADVICE = 60;
function regionBegunBy(text2) {
  if (text2 === "") return void 0;
  if (FAULT.test(text2)) return "fault";
  if (DUMP_TIMEOUT.test(text2)) return "timeout";
  const trace = STUB_START.test(text2) || HEADER4.test(text2) || PANIC.test(text2) || FRAME_START.test(text2) || EXCEPTION_LINE.test(text2) || ADVICE.test(text2) || ORIGINAL.test(text2);
  return trace ? "trace" : void 0;
}
function isAdvice(text2) {
  return ADVICE.test(text2) || ORIGINAL.test(text2);
}
function isConnector(text2) {
  return CONNECTOR.test(text2);
}
function openRegion(kind, lines, head) {
  const region = { kind, lines: [...lines], head, blank: 0, advice: 0 };
  if (ADVICE.test(head)) region.advice = MAX_ADVICE;
  return region;
}
function addToRegion(region, line) {
  const { text: text2 } = line;
  if (region.lines.length < MAX_REGION) region.lines.push(line);
  region.blank = text2 === "" ? region.blank + 1 : 0;
  if (ORIGINAL.test(text2)) region.advice = 0;
  else if (ADVICE.test(text2)) region.advice = MAX_ADVICE;
  else if (region.advice > 0) region.advice -= 1;
}
function continuesRegion(region, text2) {
  if (region.kind !== "trace") {
    return DUMP_LINE.test(text2) && !FAULT.test(text2) && region.blank < 3;
  }
  if (isWarning(text2)) return false;
  if (FAULT.test(text2) || DUMP_TIMEOUT.test(text2) || region.lines.length >= MAX_REGION)
    return false;
  if (text2 === "") return region.blank < 3 || region.advice > 0;
  if (STUB_START.test(text2)) {
    const last = region.lines.findLast((line) => line.text !== "");
    return !/_API not found(?!\s+\w)/.test(last?.text ?? "");
  }
  if (CONNECTOR.test(text2) || HEADER4.test(text2)) return true;
  if (FRAME3.test(text2) || PROSE.test(text2) || EXCEPTION_LINE.test(text2)) return true;
  return region.advice > 0 || /^\s/.test(text2) && region.blank < 2;
}

// src/judge/diagnose/mention.ts
var SENTENCES = [
  // numpy/_core/code_generators/generate_numpy_api.py
  {
    type: "RuntimeError",
    pattern: /module compiled against A[BP]I version (?:0x)?[0-9a-f]+ but this version of numpy is (?:0x)?[0-9a-f]+/
  },
  {
    type: "RuntimeError",
    pattern: /module was compiled against NumPy C-API version 0x[0-9a-f]+ \(NumPy [^)]+\) but the running NumPy has C-API version 0x[0-9a-f]+/
  },
  // Cython/Utility/ImportExport.c
  {
    type: "ValueError",
    pattern: /numpy\.\w+ size changed, may indicate binary incompatibility\. Expected \d+ from C header, got \d+ from PyObject/
  },
  // glibc's loader, behind CPython's word: warnings of others quote it without.
  {
    type: "ImportError",
    pattern: /(?<!^> ?)\bImportError: *([^\s:"'`]+\.so[^\s:"'`]*: (?:cannot open shared object file: No such file or directory|undefined symbol: \w+|version [`'][^`']+' not found \(required by [^()]+\)|cannot allocate memory in static TLS block|file too short|invalid ELF header|wrong ELF class: \w+))/
  },
  // Python/dynload_win.c: the system's own words, up to the end of its sentence.
  {
    type: "ImportError",
    pattern: /DLL load failed(?: while importing [\w.]+)?: *(?:%1 )?[^\s"'`“”‘’<>|.。][^"'`“”‘’<>|.。]{3,100}[.。]?/i
  }
];
var ITEM = /^\s*(?:[-*+•]\s|#\d+\b)|^\s*\|.*\|\s*$|\(#\d+\)/;
var CODE2 = /\bassert\b|\braises\(|\bmatch=|\bin str\(|^\s*(?:echo|printf|raise|grep|if|elif)\b|\bfilterwarnings\b/;
var SPELLING = /DLL load failed/i;
function mentionIn(text2) {
  if (text2.length > 2e3 || ITEM.test(text2) || CODE2.test(text2)) return void 0;
  for (const { type, pattern } of SENTENCES) {
    const found = pattern.exec(text2);
    if (!found || /Warning: *$/.test(text2.slice(0, found.index))) continue;
    const message = (found[1] ?? found[0]).replace(SPELLING, "DLL load failed").replaceAll(/ {2,}/g, " ");
    const [, expected, got] = /Expected (\d+) from C header, got (\d+)/.exec(message) ?? [];
    if (Number(expected) < Number(got)) continue;
    return {
      exception: { type, message, link: "first", frames: [], name: null, path: null },
      start: found.index,
      end: found.index + found[0].length
    };
  }
  return void 0;
}
var MOST6 = 3;
var Mentions = class {
  #all = [];
  #surroundings = new Surroundings();
  /** Every line is read, in its order, before `find` may be asked for it. */
  read(text2) {
    this.#surroundings.read(text2);
    for (const one of this.#all) one.after = goneOn(one.after, text2);
  }
  /** Whether the lines above announce what follows (`If you see this:`). */
  get announced() {
    return isAnnounced(this.#surroundings.before.join("\n"));
  }
  /** @param named whom the log named shortly before, null when nobody */
  find(line, named) {
    const mention = this.#all.length < MOST6 ? mentionIn(line.text) : void 0;
    if (!mention) return;
    const { exception, start, end } = mention;
    const before = [...this.#surroundings.before, line.text.slice(0, start)].join("\n");
    if (isAnnounced(before)) return;
    this.#all.push({
      line: { ...line, text: `${exception.type}: ${exception.message}` },
      chain: attributed([exception], named),
      after: [line.text.slice(end)]
    });
  }
  /** What was reported; what a manual explains is left out. */
  get all() {
    return this.#all.filter((one) => !isExplained(one.after.join("\n")));
  }
};

// src/judge/diagnose/text-evidence.ts
var DISTRIBUTIONS = {
  Bio: "biopython",
  PIL: "pillow",
  cv2: "opencv-python",
  faiss: "faiss-cpu",
  netCDF4: "netcdf4",
  osgeo: "gdal",
  skimage: "scikit-image",
  sklearn: "scikit-learn",
  tables: "tables",
  talib: "ta-lib",
  yaml: "pyyaml",
  ml_dtypes: "ml-dtypes"
};
function distributionOf(top) {
  return DISTRIBUTIONS[top] ?? normaliseName(top);
}
var STDLIB = /[\\/](?:lib(?:32|64)?[\\/]python\d[\w.]*|Python\d+[\\/]Lib|lib[\\/]pypy[\w.]*)[\\/](?!(?:site|dist)-packages)/i;
var EGG2 = /[\\/]([A-Za-z]\w*(?:[._]\w+)*)-(\d[\w.]*)-py\d[\w.]*(?:-[\w.-]+)?\.egg[\\/](.+)$/;
var CYTHON_SOURCE = /^(?!(?:src|lib|python|build|tests?|cython|source|\.{1,2})\/)((?:[A-Za-z_]\w*\/)*[A-Za-z_]\w*)\/(\w+)\.(?:pyx|pxd)$/;
var FROZEN = /^(numpy|scipy|pandas|cv2|sklearn|matplotlib|torch|pyarrow|h5py|shapely|numba)\/[\w/]+\.pyc?$/;
function topOf(inside) {
  return inside.split(/[\\/.]/)[0] ?? inside;
}
function ownerByPath(installed) {
  return (path) => {
    const owned = (distribution, version2, file, module) => ({
      distribution,
      version: installed.get(distribution) ?? version2,
      module,
      file,
      role: "dependency"
    });
    if (path.startsWith("module:")) {
      const module = path.slice("module:".length);
      return owned(distributionOf(module.split(".")[0] ?? module), "", "", module);
    }
    if (path.startsWith("<") || STDLIB.test(path)) return null;
    const egg = EGG2.exec(path);
    if (egg?.[1] && egg[2] && egg[3])
      return owned(distributionOf(egg[1]), egg[2], posix(egg[3]), moduleOf(egg[3]));
    const inside = /(?:site|dist)-packages[\\/](.+)$/.exec(path)?.[1];
    if (inside) return owned(distributionOf(topOf(inside)), "", posix(inside), moduleOf(inside));
    const cython = CYTHON_SOURCE.exec(posix(path));
    if (cython?.[1] && cython[2]) {
      const module = `${cython[1]}.${cython[2]}`.replaceAll("/", ".");
      return owned(distributionOf(cython[1].split("/")[0] ?? ""), "", "", module);
    }
    const frozen = FROZEN.exec(posix(path));
    if (frozen?.[1]) return owned(distributionOf(frozen[1]), "", posix(path), null);
    const [, name, version, rest] = /[\\/]([A-Za-z][A-Za-z_.]*(?:-[A-Za-z_][\w.]*)*)-(\d[\w.]*)[\\/](.+)$/.exec(path) ?? [];
    if (name && version && rest && !/^(?:python|pypy|cpython)$/i.test(name)) {
      return owned(distributionOf(name), version, posix(rest), moduleOf(rest));
    }
    if (/[\\/]numpy[\\/]/.test(path)) return owned("numpy", "", path, null);
    return /[\\/]/.test(path) ? owned("", "", path, moduleOf(path.split(/[\\/]/).at(-1) ?? path)) : null;
  };
}
function posix(path) {
  return path.replaceAll("\\", "/");
}
function moduleOf(file) {
  const stem = /^(.+?)(?:\.(?:cpython|cp\d|abi3|pypy)[\w.-]*)?\.(?:so|pyd)$/.exec(file)?.[1];
  return stem ? stem.replace(/[\\/]/g, ".") : null;
}
function textEvidence(seen2) {
  const observation = {
    ...NOTHING_SEEN,
    outcome: seen2.outcome,
    phase: seen2.phase,
    exceptions: seen2.chain,
    stderr: seen2.stderr,
    numpy: seen2.numpy === null ? null : { version: seen2.numpy, file: "" }
  };
  const hinted = new Set(
    seen2.chain.flatMap(
      (one) => one.frames.flatMap(
        (frame) => frame.file === "<message>" ? frame.function.replace(/^init /, "") : []
      )
    )
  );
  return {
    observation,
    combination: null,
    module: null,
    smoke: false,
    subjects: [],
    installed: seen2.installed,
    ownerOf: ownerByPath(seen2.installed),
    factsOf: () => null,
    // A name that only a message tells may be the last part of a longer one.
    filesFor: (name) => hinted.has(name) ? [] : [`module:${name}`],
    siblings: []
  };
}

// src/judge/diagnose/traceback.ts
var HEADER5 = /^Traceback \(most recent call last\):$/;
var GLUED = /^Traceback \(most recent call last\): +(?=File ")/;
var FRAME4 = /^\s*File "(.+?)", line (\d+)(?:, in (.+))?$/;
var PYTEST_FRAME = /^(\S+\.(?:py|pyx|pxd)):(\d+): (?:in (.+)|\w+)$/;
var PYTEST_RAISED = /^\S+\.(?:py|pyx|pxd):\d+: (\w+)$/;
var CAUSE = /^The above exception was the direct cause of the following exception:/;
var CONTEXT2 = /^During handling of the above exception, another exception occurred:/;
var STUB_FILE = /numpy[\\/]core[\\/]_multiarray_umath\.py$/;
function parseTrace(lines) {
  const chains = [];
  let frames = [];
  let headed = false;
  let joins;
  let draft;
  for (const line of lines) {
    if (HEADER5.test(line)) {
      frames = [];
      headed = true;
      draft = void 0;
      continue;
    }
    if (CAUSE.test(line) || CONTEXT2.test(line)) {
      joins = CAUSE.test(line) ? "cause" : "context";
      draft = void 0;
      headed = false;
      frames = [];
      continue;
    }
    if (GLUED.test(line)) {
      frames = [];
      headed = false;
      draft = void 0;
    }
    const frame = readFrame(line.replace(GLUED, "  "));
    if (frame && draft && PYTEST_RAISED.exec(line)?.[1] === draft.type) {
      if (draft.frames.length === 0) {
        draft.frames = [frame];
        draft.headed = true;
      }
      continue;
    }
    if (frame) {
      frames.push(frame);
      if (!line.startsWith(" ") && !GLUED.test(line)) headed = true;
      draft = void 0;
      continue;
    }
    const [, type, message = ""] = EXCEPTION_LINE.exec(line) ?? [];
    if (type) {
      if (frames.length > 0 && !/_API not found(?!\s+\w)/.test(message)) headed = true;
      draft = { type, message: [message], frames, headed };
      const chain = chains.at(-1);
      if (joins && chain) {
        chain.drafts.push(draft);
        chain.links.push(joins);
      } else chains.push({ drafts: [draft], links: [] });
      joins = void 0;
      headed = false;
      frames = [];
      continue;
    }
    if (draft) {
      if (draft.message.length < 60) draft.message.push(line);
    } else addSource(frames, line);
  }
  const isTold = (chain) => chain.drafts.some((one) => one.headed && !isStub(one));
  const chosen = chains.findLast(isTold) ?? chains.at(-1);
  if (!chosen) return { chain: [], form: "none" };
  return { chain: records(chosen), form: isTold(chosen) ? "traceback" : "bare" };
}
function readFrame(line) {
  const [, file, number, name] = FRAME4.exec(line) ?? PYTEST_FRAME.exec(line) ?? [];
  if (!file) return void 0;
  return { file, line: Number(number), function: name ?? "<module>" };
}
function addSource(frames, line) {
  const last = frames.at(-1);
  if (last && last.source === void 0 && line.startsWith("    ")) {
    frames[frames.length - 1] = { ...last, source: line.trim() };
  }
}
function isStub(draft) {
  return draft.frames.length > 0 && draft.frames.every((frame) => STUB_FILE.test(frame.file));
}
function records(chain) {
  const outermostFirst = chain.drafts.toReversed();
  const links = chain.links.toReversed();
  return outermostFirst.map((draft, index) => ({
    type: draft.type,
    message: draft.message.join("\n").trimEnd(),
    link: index === 0 ? "first" : links[index - 1] ?? "context",
    frames: draft.frames,
    name: null,
    path: null
  }));
}

// src/judge/diagnose/log-reader.ts
var SOON = 10;
var LogReader = class {
  #found = new LogFindings();
  #installed = new InstalledVersions();
  #named = new NamedModule();
  #remarks = /* @__PURE__ */ new Set();
  #region;
  #recent = [];
  #pytestFrames = [];
  #lastStub = [];
  #complaint;
  #ended;
  #numpy = null;
  #uncaught = false;
  /** A manual announced the region that is read. */
  #announced = false;
  #torch;
  #notable = [];
  #mentions = new Mentions();
  #windows;
  #dumped = /* @__PURE__ */ new Set();
  #exits = [];
  read(line) {
    this.#mentions.read(line.text);
    if (line.text !== "") {
      this.#installed.read(line.text);
      this.#named.read(line.text);
      if (NOTABLE.test(line.text) && this.#notable.length < 5) this.#notable.push(line);
    }
    if (this.#region && line.foreign) {
      this.#single(line);
      return;
    }
    if (this.#region && continuesRegion(this.#region, line.text)) {
      addToRegion(this.#region, line);
      return;
    }
    this.#close();
    if (/^"""$/.test(line.text)) this.#ended = void 0;
    if (this.#ended && isConnector(line.text)) {
      const { lines, since } = this.#ended;
      this.#region = openRegion("trace", [...lines, ...since, line], lines[0]?.text ?? "");
      this.#ended = void 0;
      return;
    }
    if (!this.#start(line)) this.#single(line);
    if (this.#ended && this.#ended.since.push(line) > SOON) this.#ended = void 0;
    if (line.text !== "") this.#recent = [...this.#recent.slice(-1), line];
  }
  /** What is harmless although it looks alarming. */
  get remarks() {
    return [...this.#remarks];
  }
  end() {
    this.#close();
    this.#settle("imported");
    if (this.#windows) {
      const { lines, signal, phase } = this.#windows;
      this.#dumped.add(signal);
      this.#judge(lines, { kind: "signalled", signal }, phase);
    }
    for (const { signal, line } of this.#exits) {
      const aborted = signal === "SIGABRT" && (this.#dumped.size > 0 || this.#uncaught);
      if (!aborted && !this.#dumped.has(signal))
        this.#judge([line], { kind: "signalled", signal }, "start");
    }
    for (const { line, chain } of this.#found.all().length === 0 ? this.#mentions.all : []) {
      this.#judge([line], { kind: "raised" }, "import", chain, true);
    }
    return this.#found.all();
  }
  #start(line) {
    const { text: text2 } = line;
    const kind = regionBegunBy(text2);
    this.#announced = kind === "trace" && this.#mentions.announced;
    if (kind === "fault") {
      const before = this.#recent.filter(
        (one) => LAST_WORDS.test(one.text) && !PROMPT.test(one.text)
      );
      this.#region = openRegion("fault", [...before, line], text2);
      return true;
    }
    if (kind === "timeout") this.#region = openRegion("timeout", [line], text2);
    else if (kind === "trace") {
      const frames = line.pytest && EXCEPTION_LINE.test(text2) ? this.#pytestFrames : [];
      if (EXCEPTION_LINE.test(text2)) this.#pytestFrames = [];
      this.#region = openRegion("trace", [...frames, line], text2);
    } else if (/^\S+\.(?:py|pyx|pxd):\d+: (?:in .+|\w+)$/.test(text2)) {
      this.#pytestFrames = [...this.#pytestFrames.slice(-40), line];
    } else if (/^ {4}\S/.test(text2) && this.#pytestFrames.length > 0) {
      this.#pytestFrames = [...this.#pytestFrames.slice(-40), line];
    } else if (/^_{3,}|^={3,}/.test(text2)) this.#pytestFrames = [];
    return kind !== void 0;
  }
  #close() {
    const region = this.#region;
    this.#region = void 0;
    if (!region) return;
    switch (region.kind) {
      case "trace":
        this.#judgeTrace(region);
        this.#ended = { lines: region.lines, since: [] };
        break;
      case "fault":
        this.#judgeFault(region);
        break;
      case "timeout":
        this.#judge(region.lines, { kind: "timed-out", seconds: 0 }, "start");
        break;
      default:
        region.kind;
    }
  }
  #judgeTrace({ lines, head }) {
    for (const line of lines) {
      const exit = EXCEPTION_LINE.test(line.text) ? readExit(line.text) : void 0;
      if (exit) this.#judgeExit(exit, line);
    }
    const texts = lines.map((one) => one.text);
    const text2 = texts.join("\n");
    this.#numpy = STUB_TEXT.exec(text2)?.[1] ?? this.#numpy;
    const stubbed = texts.some((one) => STUB_START.test(one));
    const parsed2 = parseTrace(isAdvice(head) ? ["ImportError: ", ...texts] : texts);
    const chain = attributed(parsed2.chain, this.#named.name);
    if (stubbed) this.#lastStub = lines;
    const interrupted = chain.some(
      (one) => one.type === "KeyboardInterrupt" || one.type === "SystemExit"
    );
    const quoted = parsed2.form !== "traceback" && (this.#announced || isExplained(text2));
    if (interrupted || quoted) return;
    if (this.#torch && chain.some((one) => one.message === "Numpy is not available")) {
      const { line, exception } = this.#torch;
      this.#judge([line, ...lines], { kind: "raised" }, "import", [exception]);
      return;
    }
    if (parsed2.form === "traceback") {
      const hidden = /failed to import|_API not found|initialization failed|returned a result with an (?:error|exception) set/.test(
        text2
      );
      const before = hidden && !stubbed ? this.#lastStub : [];
      if (hidden) this.#complaint = void 0;
      this.#judge([...before, ...lines], { kind: "raised" }, "import", chain);
    } else if (stubbed || chain.every((one) => OLD_API.test(one.message))) {
      this.#settle("imported");
      this.#complaint = { lines, chain: stubbed ? [] : chain, age: 0 };
    } else if (parsed2.form !== "none") {
      this.#judge(lines, { kind: "raised" }, "import", chain, true);
    }
  }
  /** A complaint whose program ended badly soon after was no hidden failure. */
  #settle(ended) {
    const complaint = this.#complaint;
    this.#complaint = void 0;
    if (!complaint) return;
    if (ended === "imported")
      this.#judge(complaint.lines, { kind: "imported" }, "import", complaint.chain);
    else this.#judge(complaint.lines, { kind: "raised" }, "import", complaint.chain, true);
  }
  #judgeFault({ lines, head }) {
    const [, python, windows] = FAULT.exec(head) ?? [];
    const signal = signalOfFatalError(python ?? windows ?? "");
    if (python !== void 0) this.#dumped.add(signal);
    const phase = phaseOfDump(lines.map((one) => one.text).join("\n"));
    if (windows === void 0) this.#judge(lines, { kind: "signalled", signal }, phase);
    else if (!signal.startsWith("0x")) this.#windows = { lines, signal, phase };
  }
  #judge(lines, outcome, phase, chain = [], onlyKnown = false) {
    const known = this.#numpy;
    const stderr = lines.map((one) => one.text).join("\n");
    const tell = () => {
      const installed = this.#installed.versions;
      const context = this.#notable.map((one) => one.text);
      return diagnoseAll(
        textEvidence({
          outcome,
          phase,
          chain,
          stderr: [...context, stderr].join("\n"),
          numpy: known ?? installed.get("numpy") ?? null,
          installed
        })
      );
    };
    for (const diagnosis of tell()) {
      if (onlyKnown && diagnosis.kind === "unclassified") continue;
      this.#found.keep(diagnosis, [...this.#notable, ...lines], tell);
    }
  }
  #single(line) {
    const { text: text2 } = line;
    if (text2 === "") return;
    const warning = readWarning(text2);
    if (warning) {
      const remark = harmlessRemark(warning.message);
      if (remark) this.#remarks.add(remark);
      if (warning.message.startsWith("Failed to initialize NumPy")) {
        this.#torch = { line, exception: warning };
      }
      this.#settle("imported");
      this.#judge([line], { kind: "imported" }, "import", [warning]);
      return;
    }
    const summary = SUMMARY.exec(text2)?.[1];
    if (summary) {
      const { chain } = parseTrace([summary]);
      this.#judge([{ ...line, text: summary }], { kind: "raised" }, "import", chain, true);
      return;
    }
    if (/^terminate called/.test(text2)) this.#uncaught = true;
    if (SUCCESS.test(text2)) this.#windows = void 0;
    if (this.#complaint) {
      this.#complaint.age += 1;
      if (FAILURE.test(text2)) this.#settle("raised");
      else if (this.#complaint.age > SOON) this.#settle("imported");
    }
    const exit = readExit(text2);
    if (exit) this.#judgeExit(exit, line);
    const built = diagnoseBuildLine(text2);
    if (built) this.#found.keep(built, [line]);
    this.#mentions.find(line, this.#named.name);
  }
  #judgeExit(exit, line) {
    if (exit.kind === "timeout") {
      this.#judge([line], { kind: "timed-out", seconds: 0 }, "start");
      return;
    }
    if (this.#exits.length < 20) this.#exits.push({ signal: exit.signal, line });
  }
};

// src/judge/diagnose/explain.ts
var LOG = { id: "log", python: "", numpy: "", platform: "" };
async function explainLog(chunks) {
  const reader = new LogReader();
  const log = createLogLines();
  for await (const line of log.lines(chunks)) reader.read(line);
  const found = reader.end();
  const known = found.filter((one) => one.diagnosis.kind !== "unclassified");
  const told = known.length > 0 ? known : found.slice(-1);
  const items = told.map(({ diagnosis }) => ({
    diagnosis,
    module: moduleOf2(diagnosis),
    combination: LOG
  }));
  const findings = foldFindings(items).map((finding) => ({
    ...finding,
    combinations: [],
    modules: finding.modules.filter((name) => name !== ""),
    lines: linesOf(finding, told),
    shown: shownOf(finding, told)
  }));
  return {
    findings,
    recognised: known.length > 0 || reader.remarks.length > 0,
    remarks: reader.remarks,
    nature: log.nature
  };
}
function moduleOf2(diagnosis) {
  return diagnosis.culprit.module ?? "";
}
function linesOf(finding, told) {
  const numbers = same(finding, told).flatMap((one) => one.lines);
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, 20);
}
function shownOf(finding, told) {
  const all = same(finding, told).flatMap((one) => one.shown);
  return finding.evidence.map((text2) => all.find((one) => one.text === text2) ?? { line: null, text: text2 }).filter((one) => !/^[\w.]+:$/.test(one.text.trim()));
}
function same(finding, told) {
  return told.filter(
    ({ diagnosis }) => diagnosis.kind === finding.kind && diagnosis.culprit.distribution === finding.culprit.distribution
  );
}

// src/commands/explain.ts
async function explain(chunks, name) {
  const result = await explainLog(chunks);
  switch (result.nature) {
    case "empty":
      throw new UserError(`There is nothing to explain: ${name} is empty`, {
        exitCode: EXIT.usage,
        remedy: "Give the whole output of the failed command, with what it wrote to standard error: command 2>&1 | numpy-abi-matrix explain"
      });
    case "binary":
      throw new UserError(`Cannot explain ${name}: it is no text but binary data`, {
        exitCode: EXIT.usage,
        remedy: "Give the text of a log or a traceback; unpack an archive of logs first, and name one of its files"
      });
    case "text":
      return { ...result, exitCode: result.recognised ? EXIT.proven : EXIT.findings };
    default:
      return result.nature;
  }
}

// src/commands/prune-cache.ts
import { readdir } from "node:fs/promises";
import { join } from "node:path";
async function pruneCache(folder, now) {
  await refuseOther(folder);
  const { files, bytes, leftBytes } = await pruneStore(folder, now);
  return {
    removed: files,
    freedBytes: bytes,
    keptBytes: leftBytes,
    downloadBytes: await folderBytes(join(folder, "uv-cache"))
  };
}
var OURS = /^(?:store-\d+|uv-cache|index|interpreters|compiled|workflow-cache)$/;
async function refuseOther(folder) {
  const names = await readdir(folder).catch(
    (error) => error.code === "ENOENT" ? [] : error
  );
  if (Array.isArray(names) && (names.length === 0 || names.some((name) => OURS.test(name)))) return;
  const why = Array.isArray(names) ? "a run of this tool made nothing of what it holds" : names.code === "ENOTDIR" ? "it is no folder" : names.message;
  throw new UserError(`"${folder}" is no cache of numpy-abi-matrix: ${why}. Nothing was removed`, {
    exitCode: EXIT.usage,
    remedy: "Name the folder that runs have as --cache-dir, or none for the usual one"
  });
}

// src/entry/show-report.ts
import { relative, resolve } from "node:path";

// src/report/render/terminal.ts
var MAX_REASONS = 4;
function terminalReport(report, options) {
  const width = Math.max(20, options.width);
  const paint = paintWith(options.colours);
  const invocation = options.invocation ?? invocationOf(report);
  const pathOf = options.pathOf ?? ((file) => file);
  const sections = [
    gridSection(report, width, paint),
    ...setUpSections(report, width, paint, pathOf),
    ...findingSections(report, width, paint, invocation, pathOf),
    notRunSection(report, width, paint),
    noticeSection(report, width, paint),
    closing(report, width, paint)
  ].filter((lines2) => lines2.length > 0);
  const lines = sections.flatMap((section, index) => index > 0 ? [NOTHING, ...section] : section);
  return withoutCommands(joinTerminal([...lines, NOTHING], "\n"));
}
function gridSection(report, width, paint) {
  if (report.combinations.length === 0) return [];
  const legend = wrap(gridLegend(report), width).map((line) => paint("dim", line));
  return [...terminalGrid(report, width, paint), ...legend];
}
function setUpSections(report, width, paint, pathOf) {
  return setUpFailures(report).map(
    ({ kind, reason, location, combinations }) => block(
      "error",
      `${plural(combinations.length, "combination")} could not be set up: ${kind}`,
      [
        ["", reason],
        ["where: ", location === null ? "" : `${pathOf(location.file)}:${location.line}`],
        [
          "not tested: ",
          listSome(
            combinations.map((one) => one.id),
            6
          )
        ]
      ],
      width,
      paint
    )
  );
}
function notRunSection(report, width, paint) {
  const reasons = notRun(report);
  const most = reasons.length === MAX_REASONS + 1 ? reasons.length : MAX_REASONS;
  const lines = reasons.slice(0, most).flatMap(({ where, reason }) => indented("not run: ", `${where}: ${reason}`, 0, width));
  const left = reasons.length - most;
  const more = left > 0 ? wrap(`\u2026 and for ${plural(left, "more reason")}: run \`plan\``, width) : [];
  return [...lines, ...more].map((line) => paint("dim", line));
}
function noticeSection(report, width, paint) {
  const refused = (report.refused ?? []).flatMap(
    ({ what, reason }) => indented("not taken in: ", `${what}: ${reason}`, 0, width)
  );
  const skipped = report.notTested.slice(0, MAX_REASONS).flatMap(({ what, reason }) => indented("not tested: ", `${what}: ${reason}`, 0, width));
  const left = report.notTested.length - MAX_REASONS;
  const more = left > 0 ? wrap(`\u2026 and ${plural(left, "more file")}: see the JSON report`, width) : [];
  const notices = report.notices.flatMap((notice) => indented("note: ", notice, 0, width));
  return [...refused, ...skipped, ...more, ...notices].map((line) => paint("dim", line));
}
function closing(report, width, paint) {
  const { proven, declared } = provenAndDeclared(report);
  const totals = `${totalsOf(report)} in ${formatDuration(totalSeconds(report.seconds))}`;
  const style = report.exitCode === 0 ? "green" : report.exitCode === 1 ? "red" : "yellow";
  return [
    ...indented("proven: ", `${proven} (declared: ${declared})`, 0, width),
    ...report.verdict === "" ? [] : indented("verdict: ", report.verdict, 0, width),
    ...wrap(totals, width).map((line) => paint("bold", paint(style, line)))
  ];
}

// src/entry/show-report.ts
async function showReport(run, config, json, terminal3) {
  const cwd2 = process.cwd();
  const { report, measurements } = run;
  const { clean } = terminal3.secrets;
  const program = programOnTerminal(process.argv, process.env, cwd2);
  const invocation = invocationOfRun(run, config, program, clean);
  if (json !== "-") {
    const notices = report.notices.filter((text2) => !terminal3.told.has(text2));
    const root = await repositoryRoot(projectFolder(config.subject, cwd2));
    const pathOf = (file) => relative(cwd2, resolve(root, file)).replaceAll("\\", "/");
    const { width, colours } = terminal3;
    const options2 = { width, colours, invocation, pathOf };
    terminal3.print(terminalReport({ ...report, notices }, options2));
  }
  if (report.combinations.some(({ verdict }) => verdict === "empty") && report.exitCode === 4) {
    process.stderr.write(`${EMPTY_ADVICE_CLI}
`);
  }
  if (json !== null) await terminal3.write(json, reportJson(report));
  for (const file of config.mode === "check" ? config.output.measurements : []) {
    await terminal3.write(file, measurementsJson(measurements));
  }
  const options = { invocation, documentationBase: documentationBase(process.env) };
  const folder = config.output.reportDir === null ? {} : filesIn(config.output.reportDir);
  for (const files of [folder, config.output.reports])
    await writeReports(report, files, options, clean);
}

// src/entry/columns-of.ts
function columnsOf(stream, unknown = 80) {
  return (stream.columns ?? unknown) || 80;
}

// src/entry/live-line.ts
var SPINNER = ["\u280B", "\u2819", "\u2839", "\u2838", "\u283C", "\u2834", "\u2826", "\u2827", "\u2807", "\u280F"];
function liveLine(state, options) {
  const spin = SPINNER[Math.abs(options.tick) % SPINNER.length] ?? SPINNER[0];
  const counts = [progressCounts(state) ?? []].flat();
  const left = estimate(state, options.elapsedSeconds);
  const room = options.width - 1;
  const estimates = left === null ? [] : [`about ${left} left`];
  const fits = (text2) => [...text2].length <= room;
  for (let shown = state.doing.length; shown >= 0; shown -= 1) {
    const line = [spin, [...someDoing(state.doing, shown), ...counts, ...estimates].join(" \xB7 ")];
    if (fits(line.join(" ")) && (shown > 0 || state.doing.length === 0)) {
      return cutTo(line.join(" "), room);
    }
  }
  const first = state.doing.slice(0, 1);
  const short = [...counts, ...first].join(" \xB7 ");
  return cutTo(`${spin} ${short}`, room);
}
function someDoing(doing, shown) {
  const left = doing.length - shown;
  return left > 0 ? [...doing.slice(0, shown), `+${left}`] : doing;
}
function estimate(state, elapsed) {
  if (elapsed === null || state.done < 2 || state.done >= state.total) return null;
  const seconds = elapsed / state.done * (state.total - state.done);
  return formatDuration(seconds < 10 ? Math.ceil(seconds) : Math.round(seconds / 5) * 5);
}

// src/entry/console.ts
var REDRAW_MS = 120;
var CLEAR = "\r\x1B[2K";
function createConsoleProgress(options) {
  const { stderr, quiet, verbose, interactive } = options;
  const now = options.now ?? Date.now;
  let state;
  let started = null;
  let tick = 0;
  let timer;
  const draw = () => {
    if (state === void 0) return;
    const width = columnsOf(stderr);
    const elapsedSeconds = started === null ? null : (now() - started) / 1e3;
    stderr.write(CLEAR + liveLine(state, { width, tick, elapsedSeconds }).text);
    tick += 1;
  };
  const print = (text2) => show(splitLines(text2));
  const show = (texts) => {
    if (quiet) return;
    const live = interactive && state !== void 0;
    const lines = texts.flatMap(
      (line) => interactive ? wrap(line, columnsOf(stderr)).map((part) => part.text) : [logLine`${line}`.text]
    );
    stderr.write(`${live ? CLEAR : ""}${lines.join("\n")}
`);
    if (live) draw();
  };
  return {
    info: print,
    notice: (text2) => print(`note: ${text2}`),
    detail: (text2) => {
      if (verbose) print(text2);
    },
    // Shown already, as it came: whoever has it in hand passes it to `detail` line by line.
    group: () => {
    },
    planned: (subject, version, plan2) => show([visible(planLine(subject, version, plan2))]),
    combination: (id, text2, verdict) => {
      const quietly = verdict === "proven" || verdict === "excluded" || verdict === "skipped";
      if (!interactive || !quietly || verbose)
        show([visible(`${MARKS[verdict]} ${id.padEnd(18)} ${text2}`)]);
    },
    update: (next) => {
      state = next;
      if (next.total > 0) started ??= now();
      if (quiet || !interactive) return;
      draw();
      timer ??= setInterval(draw, REDRAW_MS);
      timer.unref();
    },
    done: () => {
      clearInterval(timer);
      timer = void 0;
      if (state !== void 0 && interactive && !quiet) stderr.write(CLEAR);
      state = void 0;
    }
  };
}

// src/entry/terminal-session.ts
function createTerminalSession(running) {
  const { stdout, stderr, env } = running;
  const secrets = createSecrets();
  const told = /* @__PURE__ */ new Set();
  const print = (text2) => {
    stdout.write(text2);
  };
  return {
    secrets,
    told,
    width: columnsOf(stdout, 100),
    colours: !env["NO_COLOR"] && (stdout.isTTY === true || Boolean(env["FORCE_COLOR"])),
    print: (text2) => print(secrets.clean((stdout.isTTY ? text2 : withoutCommands(text2)).text)),
    show: (lines) => {
      for (const line of lines)
        print(`${withoutCommands(terminal`${secrets.clean(line)}`).text}
`);
    },
    write: async (target, json) => {
      const text2 = secrets.clean(json);
      if (target === "-") print(printableJson(text2));
      else await writeText(target, text2);
    },
    sessionFor: (config, cwd2) => {
      const interactive = stderr.isTTY === true && env["TERM"] !== "dumb" && !env["CI"];
      const lines = createConsoleProgress({
        stderr: {
          write: (text2) => stderr.write(secrets.clean(text2)),
          get columns() {
            return stderr.columns;
          }
        },
        quiet: config.output.quiet,
        verbose: config.output.verbose,
        interactive
      });
      const progress = interactive || config.output.quiet ? lines : withHeartbeat(lines);
      const notice = (text2) => {
        if (!config.output.quiet) told.add(text2);
        progress.notice(text2);
      };
      const { cacheDir, noCache } = config.kept;
      return {
        env,
        cwd: cwd2,
        cacheDir,
        useCache: !noCache,
        storeStays: true,
        mask: secrets.add,
        progress: { ...progress, notice }
      };
    },
    complain: (error) => {
      const { exitCode, message, remedy } = complaintOf(error);
      const width = stderr.isTTY ? columnsOf(stderr, 100) : 1e3;
      const said = [
        message.replaceAll(/^(?=\S)(?!error: )/gm, "error: "),
        ...remedy === "" ? [] : [exitCode === EXIT.bug ? remedy : indented2(remedy)]
      ];
      for (const line of secrets.clean(said.join("\n")).split(/\r\n|\r|\n/)) {
        for (const part of wrap(line, width)) stderr.write(`${withoutCommands(part).text}
`);
      }
      return exitCode;
    }
  };
}
function indented2(text2) {
  return text2.replaceAll(/^/gm, "       ");
}

// src/report/audited-list.ts
function listVerdict({ counts, states, earlier, failed }) {
  const packages = [
    `${plural(states.audited, "package")} audited`,
    ...states.nothing > 0 ? [`${states.nothing} without wheels that hold binaries`] : [],
    ...states.unknown > 0 ? [`${states.unknown} not on the package index`] : [],
    ...failed.length > 0 ? [`${failed.length} not read: start it again for them`] : [],
    ...earlier > 0 ? [`${earlier} of all these by an earlier run`] : []
  ];
  return `${packages.join(", ")}; ${auditVerdict(counts)}`;
}
function listExitCode({ counts, states, failed }, failOn) {
  const code = auditExitCode(counts, failOn);
  const isWhole2 = failed.length === 0 && states.unknown === 0;
  return isWhole2 || code === EXIT.findings ? code : EXIT.setUp;
}

// src/report/render/explain.ts
var INDENT = "       ";
var WHOLE2 = "Give the whole output: the traceback, and what was printed before it.";
function explainText(result, width) {
  const parts = result.findings.flatMap((finding) => [...paragraph(finding, width), NOTHING]);
  return joinTerminal([...parts, ...closing2(result, width), NOTHING], "\n");
}
function closing2({ findings, recognised, remarks }, width) {
  const harmless = remarks.flatMap((text2) => wrap(text2, width));
  if (recognised && findings.length > 0) {
    return [...harmless, terminal`${plural(findings.length, "finding")}`];
  }
  if (remarks.length > 0) {
    return [
      ...harmless,
      ...wrap("Nothing else in this log is a failure of a compiled module.", width)
    ];
  }
  return findings.length > 0 ? wrap(
    `No rule knows this failure, so it is shown as it is. ${WHOLE2} When it fails only from one NumPy on, \`numpy-abi-matrix check\` tells from which.`,
    width
  ) : wrap(`Nothing in this log is a known failure of a compiled module. ${WHOLE2}`, width);
}
function paragraph(finding, width) {
  const block2 = (label, text2) => text2 === "" ? [] : wrap(label + text2, width - INDENT.length).map((line) => terminal`${INDENT}${line}`);
  const { culprit } = finding;
  const whose2 = [culprit.distribution, culprit.version].filter(Boolean).join(" ");
  const what = [culprit.module, culprit.file].filter(Boolean).join(", ");
  return [
    ...wrap(`${finding.severity.padEnd(6)} ${finding.title}`, width),
    ...block2("", finding.explanation),
    ...block2("culprit: ", [whose2, what].filter((text2) => text2 !== "").join(": ")),
    ...block2("fix: ", finding.fix),
    ...block2("kind: ", `${finding.kind} (${finding.documentation})`),
    ...finding.shown.slice(0, 6).map((one) => terminal`${INDENT}${numbered(one.line, one.text)}`)
  ];
}
function numbered(line, text2) {
  const [first = ""] = text2.split("\n");
  const short = first.length > 160 ? `${first.slice(0, 159)}\u2026` : first;
  return line === null ? `| ${short}` : `line ${line} | ${short}`;
}
function explainJson(result) {
  const { recognised, findings, remarks } = result;
  return `${safeJson({ schema: 1, recognised, findings, remarks })}
`;
}

// src/report/render/pruned.ts
function prunedLines(pruned, folder) {
  const { removed, freedBytes, keptBytes, downloadBytes } = pruned;
  const lines = [
    `${removed === 0 ? "Nothing" : plural(removed, "entry", "entries")} removed (${sizeOf(freedBytes)}); ${sizeOf(keptBytes)} of built wheels and measurements are kept in "${folder}"`
  ];
  if (downloadBytes > 0) {
    lines.push(
      `Downloads take ${sizeOf(downloadBytes)} more; to tidy them: uv cache prune --cache-dir "${folder}/uv-cache"`
    );
  }
  return lines;
}
function sizeOf(bytes) {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

// src/run-request.ts
var terminal2 = createTerminalSession(process);
var cwd = process.cwd();
async function runRequest(request) {
  try {
    switch (request.kind) {
      case "problems":
        throw usageError(request.problems);
      case "explain":
        return await runExplain(request);
      case "prune":
        return await runPrune(request);
      case "run":
        return await runCommand(request);
    }
  } catch (error) {
    return terminal2.complain(error);
  }
}
async function runCommand(request) {
  const world = { cwd, files: createFiles(), cores: cores() };
  const resolved = await resolveConfig(request, request.command, world);
  if (resolved.kind === "problems") throw usageError(resolved.problems);
  const { config } = resolved;
  const json = config.output.json;
  const written = config.mode === "check" ? config.output.measurements : [];
  for (const file of [
    json,
    config.output.jsonLines,
    ...Object.values(config.output.reports),
    ...written
  ]) {
    if (file !== null && file !== "-") await refuseUnwritable(file);
  }
  if (config.output.reportDir !== null) await makeReportFolder(config.output.reportDir);
  const session = terminal2.sessionFor(config, cwd);
  if (config.mode === "plan") {
    const planned = await withWorld(session, (at) => plan(config, at, VERSION));
    const { parts, file } = planned;
    const context = planContext(subjectReport(file.subject, []), config, { parts, file });
    if (json !== null) await terminal2.write(json, planJson(planned.plan, context));
    if (json !== "-") terminal2.show(planLines(planned.plan, context));
    return planExitOf(planned.plan);
  }
  if (config.mode === "build") {
    const folder = config.output.wheelDir ?? cwd;
    await makeReportFolder(folder);
    const built = await withWorld(session, (at) => build(config, folder, at, VERSION));
    if (json !== null) await terminal2.write(json, `${JSON.stringify(built, void 0, 2)}
`);
    if (json !== "-") terminal2.show(builtLines(built, folder));
    return builtExitOf(built);
  }
  if (config.mode === "audit") {
    const { jsonLines } = config.output;
    if (jsonLines !== null) {
      const target = lineTarget(jsonLines);
      const list = await withWorld(
        session,
        (at) => auditLines(config, at, VERSION, target, standardInput)
      );
      if (target.kind === "file") terminal2.show([`verdict: ${listVerdict(list)}`]);
      return listExitCode(list, config.run.failOn);
    }
    const found = await withWorld(session, (at) => audit(config, at, standardInput));
    return showAudit(auditReport(found, VERSION, config.run.failOn), config.output, json, terminal2);
  }
  const checked = await withWorld(
    session,
    (at) => config.mode === "merge" ? merge(
      config.output.measurements,
      projectFolder(config.subject, cwd),
      at,
      VERSION,
      config.axes.plans,
      config.axes.built
    ) : check(config, at, VERSION)
  );
  await showReport(checked, config, json, terminal2);
  return checked.report.exitCode;
}
var standardInput = () => text(process.stdin);
function lineTarget(path) {
  if (path !== "-") return { kind: "file", path };
  return { kind: "stream", write: (line) => process.stdout.write(terminal2.secrets.clean(line)) };
}
async function runPrune({ given, problems }) {
  if (problems.length > 0) throw usageError(problems);
  const named = given.find((one) => one.name === "cache-dir")?.texts[0];
  const folder = named === void 0 ? userCache(process.env) : resolve2(named);
  terminal2.show(prunedLines(await pruneCache(folder, Date.now()), folder));
  return 0;
}
async function runExplain(request) {
  if (request.problems.length > 0) throw usageError(request.problems);
  const { file } = request;
  const given = (name) => request.given.find((one) => one.name === name)?.texts[0];
  const json = given("json") ?? null;
  if (file !== null) await refuseMissing(file);
  if (json !== null && json !== "-") await refuseUnwritable(resolve2(json));
  const log = file === null ? process.stdin : createReadStream(file);
  const result = await explain(log, file === null ? "standard input" : `"${file}"`);
  if (json !== null) await terminal2.write(json, explainJson(result));
  const isQuiet = given("quiet") !== void 0 || json === "-";
  if (!isQuiet) terminal2.print(explainText(result, terminal2.width));
  return result.exitCode;
}
export {
  runRequest
};
