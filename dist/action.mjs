import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  annotationsOf,
  attribute,
  auditReport,
  builtExitOf,
  builtLines,
  code,
  composeMessage,
  cores,
  countsOf,
  createFiles,
  createWorkflowSession,
  decodeEntry,
  documentationBase,
  failsWord,
  fallbackPlace,
  fence,
  filesBelow,
  filesIn,
  findingRows,
  foldUnrun,
  folded,
  invocationOfRun,
  joinLog,
  joinMarkdown,
  judgedOutcome,
  logLine,
  makeReportFolder,
  markdown,
  notRun,
  orList,
  outcomeName,
  planContext,
  planExitOf,
  planJson,
  planLines,
  printAnnotations,
  programInWorkflow,
  projectFolder,
  prose,
  pruneStore,
  publishAudit,
  relay,
  reproduceCommand,
  resolveConfig,
  scopeOfFinding,
  setUpFailures,
  stagesOf,
  stagingFolder,
  storeFolder,
  summaryGrid,
  totalSeconds,
  unrun,
  usageError,
  withWorld,
  writeReports
} from "./chunk-XRM3OIIV.mjs";
import "./chunk-36TSZXTM.mjs";
import {
  VERSION,
  answerInterrupts
} from "./chunk-EWP7NZH2.mjs";
import {
  audit
} from "./chunk-DSBID72U.mjs";
import "./chunk-SNDS3ODG.mjs";
import "./chunk-CFFDKGBE.mjs";
import "./chunk-O7LUOAZD.mjs";
import "./chunk-J752E3P6.mjs";
import {
  build
} from "./chunk-QQQJVLJ6.mjs";
import {
  check
} from "./chunk-JQCRBMNB.mjs";
import "./chunk-BHZ65LHD.mjs";
import {
  formatDuration
} from "./chunk-XT7DTJTC.mjs";
import {
  OPTIONS
} from "./chunk-G7XLYVKE.mjs";
import "./chunk-5EQ2CBO6.mjs";
import "./chunk-772D32YW.mjs";
import {
  merge,
  mergeRequestOf
} from "./chunk-OYJC6U5O.mjs";
import "./chunk-EJGDY35V.mjs";
import "./chunk-5SBT533Z.mjs";
import {
  byPlatform,
  comparePythons,
  hasPlatforms,
  headlineOf,
  provenAndDeclared,
  subjectReport
} from "./chunk-M2KFZPVJ.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-XJSSRWXH.mjs";
import "./chunk-MTMAMTMT.mjs";
import "./chunk-BKSPMOWK.mjs";
import "./chunk-K5XN7KMJ.mjs";
import "./chunk-LL6UFCXA.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import {
  buildsOfPlan,
  plan
} from "./chunk-5AENNHBF.mjs";
import "./chunk-XUXSX3LX.mjs";
import "./chunk-TQHHQOZR.mjs";
import {
  suggest
} from "./chunk-YJYW3CR6.mjs";
import "./chunk-WDK7BVOD.mjs";
import "./chunk-MBG44VS5.mjs";
import "./chunk-DVKI72DP.mjs";
import "./chunk-ZHMNUZM2.mjs";
import {
  THIS_MACHINE
} from "./chunk-GYQQMVWE.mjs";
import "./chunk-X3BWH247.mjs";
import "./chunk-NWNKKPF7.mjs";
import {
  measurementsPieces
} from "./chunk-W7VX6LVT.mjs";
import "./chunk-YFW36LPT.mjs";
import "./chunk-K6IXYRTY.mjs";
import "./chunk-JFO4LJHS.mjs";
import "./chunk-CZTV7UDJ.mjs";
import "./chunk-EBFVU3R3.mjs";
import "./chunk-OXWJFX4A.mjs";
import {
  compareNumpy
} from "./chunk-PLGXYP7V.mjs";
import {
  listSome,
  plural
} from "./chunk-C5GTPLUR.mjs";
import "./chunk-GR3IJQ3H.mjs";
import "./chunk-Z2AIENEA.mjs";
import "./chunk-M22XZUZZ.mjs";
import {
  EXIT
} from "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/report/render/ci-log.ts
function findingsLog(report) {
  const lines = report.findings.filter((finding) => finding.severity !== "none").flatMap((finding) => {
    const scope = scopeOfFinding(finding, report);
    const place = finding.location ? `${finding.location.file}:${finding.location.line}` : "";
    return [
      logLine`${finding.severity}  ${finding.title}`,
      ...block("", finding.explanation),
      ...block(`${failsWord(finding)}: `.toLowerCase(), scope.fails),
      ...block("works: ", scope.works),
      ...block("modules: ", finding.modules.length > 1 ? listSome(finding.modules, 12) : ""),
      ...block("where: ", place),
      ...block("fix: ", finding.fix),
      ...finding.evidence.slice(0, 12).flatMap((line) => relay(line, "       \u2502 "))
    ];
  });
  const end = logLine`${report.verdict}`;
  return joinLog([...lines, end]);
}
function block(lead, text) {
  return text.trim() === "" ? [] : relay(`${lead}${text}`, "       ");
}

// src/report/render/summary.ts
var MAX_SUMMARY_BYTES = 1e3 * 1024;
function summaryMarkdown(report, options = {}) {
  const limit = options.maxBytes ?? MAX_SUMMARY_BYTES;
  let room = limit - RESERVE;
  const parts = [];
  for (const section of sectionsOf(report, options)) {
    const { text, used } = fitSection(section, room);
    if (text) parts.push(text);
    room -= used;
  }
  return markdown`${joinMarkdown(parts, "\n\n")}\n`;
}
var RESERVE = 2048;
var EMPTY = markdown``;
function fitSection(section, room) {
  const { head, rows, separator, tail, noun } = section;
  const fixed = bytes(head) + bytes(tail) + 4;
  if (fixed > room) return { text: null, used: 0 };
  let used = fixed;
  let count = 0;
  for (const row of rows) {
    const size = bytes(row) + separator.length;
    if (used + size > room) break;
    used += size;
    count += 1;
  }
  const left = rows.length - count;
  const note = left > 0 ? [markdown`*${plural(left, `more ${noun}`)} left out: see the JSON report*`] : [];
  const body = joinMarkdown([head, ...rows.slice(0, count)].filter(isThere), separator);
  const text = joinMarkdown([body, ...note, tail].filter(isThere), "\n\n");
  return { text: isThere(text) ? text : null, used };
}
function isThere(text) {
  return text.text !== "";
}
function sectionsOf(report, options) {
  return [
    whole(markdown`### ${inColour(headlineOf(report))}`),
    whole(markdown`${report.verdict}.`),
    ...summaryGrid(report).map(({ head, rows }) => ({ ...rowsOf(rows, "Python"), head })),
    setUpSection(report),
    findingsSection(report, options),
    whole(rangeLine(report)),
    ...foldedList("Not tested, and why", notTestedRows(report)),
    ...reproduceSection(report, options),
    ...foldedList(
      "Notices",
      report.notices.map((notice) => markdown`- ${prose(notice)}`)
    ),
    ...timeSection(report)
  ];
}
function inColour(headline) {
  return headline.replace(/^✓/, "\u2705").replace(/^✗/, "\u274C").replace(/^!/, "\u26A0\uFE0F");
}
function whole(text) {
  return { head: text, rows: [], separator: "\n", tail: EMPTY, noun: "row" };
}
function rowsOf(rows, noun) {
  return { head: EMPTY, rows, separator: "\n", tail: EMPTY, noun };
}
function setUpSection(report) {
  const rows = setUpFailures(report).map(({ kind, reason, location, combinations }) => {
    const title = `${plural(combinations.length, "combination")} could not be set up: ${kind}`;
    const ids = joinMarkdown(
      combinations.slice(0, 12).map((one) => code(one.id)),
      ", "
    );
    const left = combinations.length - 12;
    const more = left > 0 ? markdown` and ${left} more` : EMPTY;
    const place = location ? markdown`**Where:** ${code(`${location.file}:${location.line}`)}\n\n` : EMPTY;
    return markdown`**! ${title}**\n\n${fence(reason)}\n\n${place}${ids}${more}`;
  });
  return { ...rowsOf(rows, "set-up failure"), separator: "\n\n" };
}
function findingsSection(report, options) {
  return { ...rowsOf(findingRows(report, options), "finding"), separator: "\n\n" };
}
function rangeLine(report) {
  const { proven, declared } = provenAndDeclared(report);
  return markdown`**Declared:** ${code(declared)} · **proven:** ${code(proven)}`;
}
function notTestedRows(report) {
  return [
    ...notRun(report).map(({ where, reason }) => markdown`- ${where}: ${prose(reason)}`),
    ...[...report.refused ?? [], ...report.notTested].map(
      ({ what, reason }) => markdown`- ${code(what)}: ${prose(reason)}`
    )
  ];
}
function reproduceSection(report, options) {
  if (report.findings.some((one2) => one2.combinations.length > 0)) return [];
  const ran = report.combinations.filter((one2) => one2.status !== "excluded");
  const one = ran.find((each) => each.status === "error") ?? ran.at(-1);
  const command = one ? reproduceCommand(report, one.id, options.invocation) : null;
  if (command === null) return [];
  return [whole(folded("Reproduce one combination", fence(command, "sh")))];
}
var MOST_SLOW = 5;
function timeSection(report) {
  const stages = stagesOf(report.seconds);
  if (stages.length === 0) return [];
  const processes = report.combinations.reduce((sum, one) => sum + one.processes, 0);
  const rows = stages.map(
    ([stage, seconds]) => markdown`| ${stage} | ${formatDuration(seconds)} |`
  );
  const total = formatDuration(totalSeconds(report.seconds));
  const title = `Where the time went: ${total}, ${plural(processes, "probe process", "probe processes")}`;
  const table = joinMarkdown([markdown`| stage | time |\n| --- | ---: |`, ...rows], "\n");
  return [whole(folded(title, joinMarkdown([table, ...slowest(report)], "\n\n")))];
}
function slowest({ combinations }) {
  const timed = combinations.filter((one) => one.seconds > 0);
  if (timed.length < 2) return [];
  const rows = timed.toSorted((a, b) => b.seconds - a.seconds).slice(0, MOST_SLOW).map((one) => markdown`| ${code(one.id)} | ${formatDuration(one.seconds)} |`);
  return [
    joinMarkdown(
      [markdown`| combinations that took longest | time |\n| --- | ---: |`, ...rows],
      "\n"
    )
  ];
}
function foldedList(title, rows) {
  if (rows.length === 0) return [];
  return [
    {
      head: markdown`<details><summary>${title} (${rows.length})</summary>\n`,
      rows,
      separator: "\n",
      tail: markdown`</details>`,
      noun: "reason"
    }
  ];
}
function bytes(text) {
  return new TextEncoder().encode(text.text).length;
}

// src/entry/publish-report.ts
async function publishReport(run, config, cwd2, workflow2) {
  const { report, measurements } = run;
  const { clean } = workflow2.secrets;
  const program = programInWorkflow(process.env, process.argv[1] ?? "", cwd2);
  const options = {
    invocation: invocationOfRun(run, config, program, clean),
    fallback: await fallbackPlace(config.subject, cwd2, measurements.subject.folder),
    documentationBase: documentationBase(process.env)
  };
  workflow2.print(findingsLog(report));
  if (config.axes.shard === null) {
    printAnnotations(workflow2.stdout, annotationsOf(report, options));
    await workflow2.summarise(summaryMarkdown(report, options));
  }
  const folder = await workflow2.reportFolder(config.output.reportDir);
  const files = filesIn(folder);
  await writeReports(report, files, options, clean);
  const count = (...statuses) => String(report.combinations.filter((one) => statuses.includes(one.status)).length);
  await workflow2.setOutputs({
    outcome: judgedOutcome(report),
    passed: String(report.combinations.filter((one) => isCounted(one, report.exitCode)).length),
    failed: count("failed", "error", "skipped"),
    excluded: count("excluded"),
    "supported-numpy": report.supported.numpy ?? report.supported.tested.join(", "),
    measurements: await workflow2.keep(
      folder,
      "measurements.json",
      measurementsPieces(measurements)
    ),
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`report-${name}`, file]))
  });
}
function isCounted({ status, verdict }, exit) {
  return status === "passed" && verdict !== "doubtful" && (verdict !== "empty" || exit === EXIT.proven);
}

// src/entry/workflow-cache.ts
import { createHash } from "node:crypto";
import { readFile, rm as rm2 } from "node:fs/promises";
import { join as join2 } from "node:path";
import { setTimeout } from "node:timers/promises";

// src/store/bundle-entries.ts
import { copyFile, lstat, mkdir, open, realpath, rename, rm, utimes } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
var PLACE = /^([a-z]+)\/([0-9a-f]{2})\/(\2[0-9a-f]{62})$/;
var LARGEST_BYTES = 1024 * 1024 * 1024;
async function packEntries(cache, folder) {
  const root = storeFolder(await realpath(cache));
  await rm(folder, { recursive: true, force: true });
  const packed = [];
  for (const { path, usedAt } of await filesBelow(root)) {
    const place = placeIn(root, path);
    if (!PLACE.test(place)) continue;
    await copyWithTime(path, join(folder, place), usedAt);
    packed.push(place);
  }
  return packed.sort();
}
async function takeEntries(cache, folder) {
  const root = storeFolder(await realpath(cache));
  let taken = 0;
  for (const { path, usedAt } of await filesBelow(folder)) {
    const [, kind = "", , name = ""] = PLACE.exec(placeIn(folder, path)) ?? [];
    if (name === "" || !await isWhole(path, kind, name)) continue;
    const to = join(root, kind, name.slice(0, 2), name);
    if (await lstat(to).catch(() => void 0)) continue;
    await mkdir(dirname(to), { recursive: true, mode: 448 });
    const staged = join(stagingFolder(root), `${process.pid}-${basename(path)}`);
    await copyWithTime(path, staged, usedAt);
    await rename(staged, to);
    taken += 1;
  }
  return taken;
}
async function isWhole(path, kind, name) {
  const stats = await lstat(path);
  if (!stats.isFile() || stats.size > LARGEST_BYTES) return false;
  const handle = await open(path, "r");
  try {
    return decodeEntry(kind, name, await handle.readFile()) !== void 0;
  } finally {
    await handle.close();
  }
}
function placeIn(folder, path) {
  return path.slice(folder.length + 1).split(sep).join("/");
}
async function copyWithTime(from, to, usedAt) {
  await mkdir(dirname(to), { recursive: true, mode: 448 });
  await copyFile(from, to);
  await utimes(to, new Date(usedAt), new Date(usedAt));
}

// src/entry/cache-access.ts
var OWN_CODE = /^(?:push|schedule|workflow_dispatch|repository_dispatch|merge_group)$/;
function cacheAccess(mode, env, event) {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  if (mode === "false") return "off";
  const isRelease = name === "release" || (env["GITHUB_REF"] ?? "").startsWith("refs/tags/");
  if (mode === "auto" && isRelease) return "off";
  if (OWN_CODE.test(name) || isRelease) return "write";
  if (name !== "pull_request") return "read";
  const { head, base } = event?.pull_request ?? {};
  const own = base?.repo?.full_name;
  return own !== void 0 && head?.repo?.full_name === own ? "write" : "read";
}

// src/entry/workflow-cache.ts
var LONGEST_MS = 12e4;
var LIMITS = { bytes: 512 * 1024 ** 2, unusedMs: 7 * 24 * 60 * 60 * 1e3 };
async function openWorkflowCache(config, env, load) {
  const allowed = cacheAccess(config.kept.cache, env, await eventOf(env));
  const access = hasService(env) ? allowed : "off";
  const prefix = keyPrefix(config, env);
  let restored;
  const attempt = async (world, what, action) => {
    const late = new AbortController();
    try {
      return await Promise.race([
        action(),
        setTimeout(LONGEST_MS, void 0, { signal: late.signal }).then(() => {
          throw new Error(`no answer within ${LONGEST_MS / 1e3} s`);
        })
      ]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      world.progress.info(
        `The workflow's cache could not be ${what}, which costs only time: ${why}`
      );
      return void 0;
    } finally {
      late.abort();
    }
  };
  return {
    access,
    async restore(world) {
      if (access === "off" || world.store === null || config.kept.fresh) return;
      const folder = carriedFolder(world);
      await attempt(world, "read", async () => {
        await rm2(folder, { recursive: true, force: true });
        const { restoreCache } = await load();
        restored = await restoreCache([folder], `${prefix}-none`, [`${prefix}-`], {
          segmentTimeoutInMs: LONGEST_MS
        });
        if (restored === void 0) return;
        const taken = await takeEntries(world.storeBase, folder);
        world.progress.info(
          `${plural(taken, "entry", "entries")} taken over from the workflow's cache`
        );
      });
      await rm2(folder, { recursive: true, force: true });
    },
    async save(world) {
      if (access !== "write" || !world.store?.hasNew()) return;
      const folder = carriedFolder(world);
      await attempt(world, "written", async () => {
        await pruneStore(world.storeBase, world.now(), LIMITS);
        const packed = await packEntries(world.storeBase, folder);
        const key = `${prefix}-${hashOf(packed)}`;
        if (key === restored) return;
        const { saveCache } = await load();
        const id = await saveCache([folder], key);
        if (id >= 0)
          world.progress.info(
            `${plural(packed.length, "entry", "entries")} left in the workflow's cache`
          );
      });
      await rm2(folder, { recursive: true, force: true });
    }
  };
}
function carriedFolder({ cache }) {
  return join2(cache, "workflow-cache");
}
function keyPrefix({ subject, axes }, env) {
  const job = [
    env["GITHUB_WORKFLOW_REF"]?.split("@")[0],
    env["GITHUB_WORKFLOW"],
    env["GITHUB_JOB"]
  ];
  const own = hashOf([job, subject.spec, axes]);
  return ["numpy-abi-matrix-1", THIS_MACHINE, own].join("-");
}
function hashOf(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 20);
}
function hasService(env) {
  if (!env["ACTIONS_CACHE_SERVICE_V2"] && env["ACTIONS_CACHE_URL"]) return true;
  return Boolean(env["ACTIONS_RESULTS_URL"]) && Boolean(env["ACTIONS_RUNTIME_TOKEN"]);
}
async function eventOf(env) {
  try {
    return JSON.parse(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    return void 0;
  }
}

// src/report/render/matrix.ts
function matrixOf(plan2) {
  const numpys = /* @__PURE__ */ new Map();
  for (const { python, numpy } of plan2.planned) {
    numpys.set(python, [...numpys.get(python) ?? [], numpy]);
  }
  return {
    include: [...numpys].map(([python, list]) => ({ python, numpy: list.join("\n") }))
  };
}
function shardMatrixOf({ plan: plan2, runners }, parts) {
  const count = plan2.shards ?? Math.max(1, ...parts);
  const numbers = [...new Set(parts)].sort((a, b) => a - b);
  return {
    include: numbers.map((number) => {
      const own = plan2.planned.filter((_, at) => parts[at] === number);
      const runner = runners[own[0]?.platform ?? ""];
      return {
        shard: `${number}/${count}`,
        index: number,
        name: nameOf(own),
        ...runner !== void 0 && { "runs-on": labelsOf(runner) }
      };
    })
  };
}
function nameOf(own) {
  const all = (of) => [...new Set(own.map(of))].join(", ");
  return `${all(({ platform }) => platform)}, Python ${all(({ python }) => python)}`;
}
function labelsOf(runner) {
  if (!/^\s*["[{]/.test(runner)) return runner;
  try {
    return JSON.parse(runner);
  } catch {
    return runner;
  }
}

// src/report/render/plan-annotations.ts
var MOST_REASONS = 8;
function planAnnotations(plan2, fallback) {
  const { planned, missing, excluded } = plan2;
  const place = fallback === null ? {} : { file: fallback.file, line: fallback.line };
  if (missing.length > 0) {
    const reasons2 = [...new Set(missing.map((one) => one.failure.message))];
    const ids = missing.map((one) => one.id);
    const title2 = `${plural(missing.length, "combination")} asked for by name cannot be had`;
    const end2 = [`Not to be had: ${listSome(ids, 8)}.`];
    return [{ level: "error", title: title2, message: composeMessage(reasons2, end2), ...place }];
  }
  if (planned.length > 0) return [];
  const reasons = [...new Set(excluded.map((one) => one.reason))].slice(0, MOST_REASONS);
  const end = ["Plan other Pythons or NumPys: python-version, numpy-version, include, exclude."];
  const title = "No combination would run";
  return [{ level: "error", title, message: composeMessage(reasons, end), ...place }];
}

// src/report/render/plan-summary.ts
var MOST_REASONS2 = 200;
function planSummary(plan2, context) {
  const name = [context.subject, context.version ?? ""].join(" ").trim();
  const declared = [
    `numpy${context.declaredNumpy ?? " is not required"}`,
    `Python ${context.declaredPython || "any"}`
  ].join(", ");
  const parts = [
    markdown`### Plan for ${name}: ${countsOf(plan2)}`,
    ...planTable(plan2),
    markdown`**Declared:** ${code(declared)}`,
    ...reasonList(plan2),
    ...plan2.notices.map((notice) => markdown`> ${prose(notice)}`)
  ];
  return markdown`${joinMarkdown(parts, "\n\n")}\n`;
}
function planTable(plan2) {
  const all = [...plan2.planned, ...plan2.excluded, ...plan2.missing];
  if (!hasPlatforms(all)) return tableOf(plan2, "NumPy \u2192");
  return byPlatform(all).flatMap(([platform]) => {
    const isHere = (one) => one.platform === platform;
    const own = {
      ...plan2,
      planned: plan2.planned.filter(isHere),
      excluded: plan2.excluded.filter(isHere),
      missing: plan2.missing.filter(isHere)
    };
    return tableOf(own, platform);
  });
}
function tableOf(plan2, corner) {
  const shown = [...plan2.planned, ...plan2.missing];
  const cells = shown.length > 0 ? shown : plan2.excluded;
  if (cells.length === 0) return [];
  const pythons = [...new Set(cells.map((one) => one.python))].sort(comparePythons);
  const numpys = [...new Set(cells.map((one) => one.numpy))].sort(compareNumpy);
  const key = (python, numpy) => JSON.stringify([python, numpy]);
  const signs = new Map([
    ...plan2.excluded.map((one) => [key(one.python, one.numpy), reasoned("\u2013", one.reason)]),
    ...plan2.missing.map(
      (one) => [key(one.python, one.numpy), reasoned("\u{1F6A7}", one.failure.message)]
    ),
    ...plan2.planned.map((one) => [key(one.python, one.numpy), markdown`▶️`])
  ]);
  const head = [markdown`${corner}`, ...numpys.map((one) => markdown`${one}`)];
  const rows = pythons.map((python) => [
    markdown`**${python}**`,
    ...numpys.map((numpy) => signs.get(key(python, numpy)) ?? markdown` `)
  ]);
  const rule = head.map(() => markdown`:---`);
  const hidden = plan2.excluded.filter(
    (one) => !pythons.includes(one.python) || !numpys.includes(one.numpy)
  ).length;
  const left = hidden > 0 ? ` \xB7 ${hidden} more excluded, in rows and columns where nothing runs` : "";
  const table = [head, rule, ...rows].map((row) => markdown`| ${joinMarkdown(row, " | ")} |`);
  return [
    joinMarkdown(table, "\n"),
    markdown`<sub>▶️ would run · – excluded · 🚧 named, and cannot be had${left}</sub>`
  ];
}
function reasoned(sign, reason) {
  return markdown`<span title="${attribute(reason.slice(0, 160))}">${sign}</span>`;
}
function reasonList(plan2) {
  const cells = [
    ...plan2.missing.map((one) => unrun(one, one.failure.message)),
    ...plan2.excluded.map((one) => unrun(one, one.reason, one.cause))
  ];
  const grid = [...plan2.planned.map((one) => unrun(one, "")), ...cells];
  const rows = foldUnrun(cells, grid).map(
    ({ where, reason }) => markdown`- ${where}: ${prose(reason)}`
  );
  if (rows.length === 0) return [];
  const list = joinMarkdown(rows.slice(0, MOST_REASONS2), "\n");
  return [
    markdown`<details><summary>Not planned, and why (${rows.length})</summary>\n\n${list}\n\n</details>`
  ];
}

// src/settings/parse-inputs.ts
function inputsOf(environment) {
  const pairs = Object.entries(environment).flatMap(
    ([key, value]) => key.startsWith("INPUT_") && value !== void 0 ? [[key.slice("INPUT_".length).toLowerCase(), value]] : []
  );
  return Object.fromEntries(pairs);
}
function parseInputs(inputs) {
  const known = OPTIONS.filter((option) => option.input);
  const given = [];
  const problems = [];
  for (const [name, text] of Object.entries(inputs)) {
    if (text.trim() === "") continue;
    const option = known.find((one) => one.name === name);
    if (option === void 0) {
      const flag = OPTIONS.find((one) => one.input && one.flag === name)?.name;
      const near = flag ?? suggest(
        name,
        known.map((one) => one.name)
      );
      if (near === void 0) continue;
      problems.push({
        where: `input ${name}`,
        message: "There is no such input",
        remedy: `Did you mean ${near}?`
      });
    } else {
      given.push({ name, texts: [text], provenance: { kind: "input", name } });
    }
  }
  return { given, problems };
}

// src/settings/unused-inputs.ts
var BEARING = /* @__PURE__ */ new Set(["subject", "axes", "run"]);
var MODES = ["check", "plan", "build", "merge", "audit"];
function unusedInputs({ mode, given }) {
  return OPTIONS.filter(
    ({ name, part, commands, preset }) => BEARING.has(part) && !commands.includes(mode) && given.some(
      (one) => one.name === name && one.texts.some((text) => text.trim().toLowerCase() !== preset)
    )
  ).map(({ name, commands }) => {
    const takes = orList(commands.filter((one) => MODES.includes(one)));
    return `${name}: mode ${mode} does not take it, only ${takes}`;
  });
}

// src/action.ts
answerInterrupts(process);
var workflow = createWorkflowSession(process);
var cwd = process.env["GITHUB_WORKSPACE"] || process.cwd();
try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = await workflow.complain(error);
}
async function main() {
  const inputs = parseInputs(inputsOf(process.env));
  const resolved = await resolveConfig(inputs, null, { cwd, files: createFiles(), cores: cores() });
  if (resolved.kind === "problems") throw usageError(resolved.problems);
  const { config } = resolved;
  workflow.warn(unusedInputs(config));
  if (config.output.reportDir !== null) await makeReportFolder(config.output.reportDir);
  const session = workflow.sessionFor(config, cwd);
  if (config.mode === "plan") {
    return publishPlan(await withWorld(session, (world) => plan(config, world, VERSION)), config);
  }
  if (config.mode === "build") {
    const folder = config.output.wheelDir ?? cwd;
    await makeReportFolder(folder);
    const built = await withWorld(session, (world) => build(config, folder, world, VERSION));
    workflow.show(builtLines(built, folder));
    const code2 = builtExitOf(built);
    await workflow.setOutputs({ outcome: outcomeName(code2, config.mode), built: folder });
    return code2;
  }
  if (config.mode === "audit") {
    const found = await withWorld(session, (world) => audit(config, world));
    return publishAudit(auditReport(found, VERSION, config.run.failOn), config, cwd, workflow);
  }
  const checked = await withWorld(
    session,
    (world) => config.mode === "merge" ? merge(mergeRequestOf(config, projectFolder(config.subject, cwd)), world, VERSION) : checkWithCache(config, world)
  );
  await publishReport(checked, config, cwd, workflow);
  return checked.report.exitCode;
}
async function checkWithCache(config, world) {
  const cache = await openWorkflowCache(config, process.env, () => import("./chunk-AOWH2MJT.mjs"));
  await cache.restore(world);
  const checked = await check(config, world, VERSION);
  await cache.save(world);
  return checked;
}
async function publishPlan({ plan: made, parts, file }, config) {
  const context = planContext(subjectReport(file.subject, []), config, { parts, file });
  const code2 = planExitOf(made);
  const builds = buildsOfPlan(file);
  workflow.show(planLines(made, context));
  if (config.axes.runner === null && config.axes.plans.length === 0) {
    printAnnotations(
      workflow.stdout,
      planAnnotations(made, await fallbackPlace(config.subject, cwd))
    );
    await workflow.summarise(planSummary(made, context));
  }
  const folder = await workflow.reportFolder(config.output.reportDir);
  await workflow.setOutputs({
    matrix: JSON.stringify(parts === null ? matrixOf(made) : shardMatrixOf(file, parts)),
    builds: JSON.stringify(shardMatrixOf(builds.file, builds.parts)),
    outcome: outcomeName(code2, "plan"),
    "report-json": await workflow.keep(folder, "plan.json", planJson(made, context))
  });
  return code2;
}
