import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_COUNTS,
  addCounts,
  countsOf,
  safeJson
} from "./chunk-36TSZXTM.mjs";
import {
  NO_NUMPY,
  REMOTE_AT_ONCE,
  createRemoteWheels,
  judgeAudit,
  numpyPage,
  packageWheels,
  thisPlatform,
  wantedPackages
} from "./chunk-SNDS3ODG.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-J752E3P6.mjs";
import "./chunk-5EQ2CBO6.mjs";
import "./chunk-772D32YW.mjs";
import {
  orderFindings
} from "./chunk-XJSSRWXH.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import {
  createLimiter,
  prepareTools
} from "./chunk-MBG44VS5.mjs";
import "./chunk-DVKI72DP.mjs";
import {
  redact
} from "./chunk-GYQQMVWE.mjs";
import "./chunk-X3BWH247.mjs";
import "./chunk-NWNKKPF7.mjs";
import "./chunk-CZTV7UDJ.mjs";
import {
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  plural
} from "./chunk-C5GTPLUR.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";

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
    ...needs.length > 0 ? [`NumPy by their bytes: ${needsText(needs)}`] : [],
    foundText(counts),
    ...unread
  ];
  return `${name} ${version}: ${said.join("; ")}`;
}
function needsText(needs) {
  return [...needs.slice(0, 3), ...needs.length > 3 ? ["\u2026"] : []].join(" or ");
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
  const { file, dropped } = await openLineFile(path, (text, number) => {
    const line = readLine(text);
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
function readLine(text) {
  try {
    const line = JSON.parse(text);
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
  if (known.size === 0) return `The only line of ${path} was cut off and is dropped`;
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
  const open2 = wanted.filter(({ text }) => !results.known.has(text));
  const earlier = wanted.flatMap(({ text }) => results.known.get(text) ?? []);
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
      unread: unread.map(({ text }) => text)
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
      wanted.map(({ text }) => text)
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
export {
  auditLines
};
