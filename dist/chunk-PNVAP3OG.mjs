import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  MARKS,
  NOTHING,
  auditReport,
  block,
  builtExitOf,
  builtLines,
  cleaned,
  complaintOf,
  cores,
  createFiles,
  createSecrets,
  cutTo,
  documentationBase,
  documentationLink,
  emptyAdvice,
  filesIn,
  findingSections,
  folderBytes,
  gridLegend,
  indented,
  invocationOf,
  invocationOfRun,
  joinTerminal,
  logLine,
  makeReportFolder,
  notRun,
  paintWith,
  planContext,
  planExitOf,
  planJson,
  planLine,
  planLines,
  programOnTerminal,
  progressCounts,
  projectFolder,
  pruneStore,
  refuseMissing,
  refuseNoFolder,
  refuseUnwritable,
  reportPieces,
  resolveConfig,
  setUpFailures,
  showAudit,
  terminal,
  terminalGrid,
  totalSeconds,
  usageError,
  withHeartbeat,
  withWorld,
  withoutCommands,
  wrap,
  writeReports,
  writeText
} from "./chunk-XRM3OIIV.mjs";
import {
  auditExitCode,
  auditVerdict,
  printableJson,
  safeJson
} from "./chunk-36TSZXTM.mjs";
import {
  VERSION
} from "./chunk-EWP7NZH2.mjs";
import "./chunk-CFFDKGBE.mjs";
import {
  formatDuration
} from "./chunk-XT7DTJTC.mjs";
import "./chunk-G7XLYVKE.mjs";
import {
  provenAndDeclared,
  splitLines,
  subjectReport,
  totalsOf,
  visible
} from "./chunk-M2KFZPVJ.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-XJSSRWXH.mjs";
import "./chunk-K5XN7KMJ.mjs";
import "./chunk-LL6UFCXA.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import "./chunk-TQHHQOZR.mjs";
import "./chunk-YJYW3CR6.mjs";
import "./chunk-ZHMNUZM2.mjs";
import "./chunk-GYQQMVWE.mjs";
import {
  userCache
} from "./chunk-X3BWH247.mjs";
import {
  measurementsPieces
} from "./chunk-W7VX6LVT.mjs";
import "./chunk-K6IXYRTY.mjs";
import {
  repositoryRoot
} from "./chunk-EBFVU3R3.mjs";
import "./chunk-OXWJFX4A.mjs";
import "./chunk-PLGXYP7V.mjs";
import {
  listSome,
  plural
} from "./chunk-C5GTPLUR.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/run-request.ts
import { createReadStream } from "node:fs";
import { resolve as resolve2 } from "node:path";
import { text } from "node:stream/consumers";

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
var OURS = /^(?:store-\d+|uv-cache|index|interpreters|pip|compiled|workflow-cache)$/;
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
  const cwd = process.cwd();
  const { report, measurements } = run;
  const { clean } = terminal3.secrets;
  const program = programOnTerminal(process.argv, process.env, cwd);
  const invocation = invocationOfRun(run, config, program, clean);
  if (json !== "-") {
    const notices = report.notices.filter((text2) => !terminal3.told.has(text2));
    const root = await repositoryRoot(projectFolder(config.subject, cwd));
    const pathOf = (file) => relative(cwd, resolve(root, file)).replaceAll("\\", "/");
    const { width, colours } = terminal3;
    const options2 = { width, colours, invocation, pathOf };
    terminal3.print(terminalReport({ ...report, notices }, options2));
  }
  const advice = report.exitCode === EXIT.nothingTested ? emptyAdvice(report, "terminal") : null;
  if (advice !== null) process.stderr.write(`${advice}
`);
  if (json !== null) await terminal3.write(json, reportPieces(report));
  for (const file of config.mode === "check" ? config.output.measurements : []) {
    await terminal3.write(file, measurementsPieces(measurements));
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
    planned: (subject, version, plan) => show([visible(planLine(subject, version, plan))]),
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
      const pieces = cleaned(json, secrets.clean);
      if (target !== "-") return writeText(target, pieces);
      for (const piece of pieces) print(printableJson(piece));
    },
    sessionFor: (config, cwd) => {
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
        cwd,
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

// src/entry/working-folder.ts
function workingFolder(running) {
  try {
    return running.cwd();
  } catch (cause) {
    throw new UserError("The working folder is not there any more, or may not be looked at", {
      exitCode: EXIT.usage,
      remedy: "Change to a folder that is there (cd), and run it again",
      cause
    });
  }
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
  const isWhole = failed.length === 0 && states.unknown === 0;
  return isWhole || code === EXIT.findings ? code : EXIT.setUp;
}

// src/report/render/explain.ts
var INDENT = "       ";
var WHOLE = "Give the whole output: the traceback, and what was printed before it.";
function explainText(result, width, options = {}) {
  const parts = result.findings.flatMap((finding) => [
    ...paragraph(finding, width, options),
    NOTHING
  ]);
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
    `No rule knows this failure, so it is shown as it is. ${WHOLE} When it fails only from one NumPy on, \`numpy-abi-matrix check\` tells from which.`,
    width
  ) : wrap(`Nothing in this log is a known failure of a compiled module. ${WHOLE}`, width);
}
function paragraph(finding, width, options) {
  const block2 = (label, text2) => text2 === "" ? [] : wrap(label + text2, width - INDENT.length).map((line) => terminal`${INDENT}${line}`);
  const { culprit } = finding;
  const whose = [culprit.distribution, culprit.version].filter(Boolean).join(" ");
  const what = [culprit.module, culprit.file].filter(Boolean).join(", ");
  const link = documentationLink(finding.documentation, options);
  return [
    ...wrap(`${finding.severity.padEnd(6)} ${finding.title}`, width),
    ...block2("", finding.explanation),
    ...block2("culprit: ", [what, whose].filter((text2) => text2 !== "").join(" of ")),
    ...block2("fix: ", finding.fix),
    ...block2("kind: ", `${finding.kind} (${link})`),
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
      `Downloads take ${sizeOf(downloadBytes)} more; to tidy them: uv cache prune --cache-dir "${folder}/uv-cache", or delete that folder`
    );
  }
  return lines;
}
function sizeOf(bytes) {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

// src/run-request.ts
var terminal2 = createTerminalSession(process);
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
  const cwd = workingFolder(process);
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
    const { plan } = await import("./chunk-OOE6FYBX.mjs");
    const planned = await withWorld(session, (at) => plan(config, at, VERSION));
    const { parts, file } = planned;
    const context = planContext(subjectReport(file.subject, []), config, { parts, file });
    if (json !== null) await terminal2.write(json, planJson(planned.plan, context));
    if (json !== "-") terminal2.show(planLines(planned.plan, context));
    return planExitOf(planned.plan);
  }
  if (config.mode === "build") {
    const { build } = await import("./chunk-N6K54VHG.mjs");
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
      const { auditLines } = await import("./chunk-EQCBJMNY.mjs");
      const target = lineTarget(jsonLines);
      const list = await withWorld(
        session,
        (at) => auditLines(config, at, VERSION, target, standardInput)
      );
      if (target.kind === "file") terminal2.show([`verdict: ${listVerdict(list)}`]);
      return listExitCode(list, config.run.failOn);
    }
    const { audit } = await import("./chunk-TIUKT6DC.mjs");
    const found = await withWorld(session, (at) => audit(config, at, standardInput));
    return showAudit(auditReport(found, VERSION, config.run.failOn), config.output, json, terminal2);
  }
  const checked = await withWorld(session, await checking(config));
  await showReport(checked, config, json, terminal2);
  return checked.report.exitCode;
}
async function checking(config) {
  if (config.mode === "merge") {
    const { merge, mergeRequestOf } = await import("./chunk-6AH2F2LR.mjs");
    const asked = mergeRequestOf(config, projectFolder(config.subject, workingFolder(process)));
    return (world) => merge(asked, world, VERSION);
  }
  const { check } = await import("./chunk-ICIUK56Y.mjs");
  return (world) => check(config, world, VERSION);
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
  if (named !== void 0) await refuseNoFolder(folder);
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
  const { explain } = await import("./chunk-NPURNRG2.mjs");
  const log = file === null ? process.stdin : createReadStream(file);
  const options = { documentationBase: documentationBase(process.env) };
  const result = await explain(log, file === null ? "standard input" : `"${file}"`);
  if (json !== null) await terminal2.write(json, explainJson(result));
  if (json !== "-") terminal2.print(explainText(result, terminal2.width, options));
  return result.exitCode;
}
export {
  runRequest
};
