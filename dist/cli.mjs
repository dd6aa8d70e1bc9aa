#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EXIT,
  MARKS,
  NOTHING,
  OPTIONS,
  STUB_TEXT,
  UserError,
  VERSION,
  check,
  cores,
  crashOfExitCode,
  createFiles,
  cutTo,
  describeProblems,
  diagnoseAll,
  diagnoseBuildLine,
  failsWord,
  foldFindings,
  foldFindings2,
  formatDuration,
  gridLegend,
  invocationOf,
  joinTerminal,
  listSome,
  logText,
  notRun,
  padEnd,
  paintWith,
  plan,
  planContext,
  planLine,
  plural,
  provenAndDeclared,
  readFaultDump,
  redact,
  renderPlanJson,
  renderPlanText,
  reportJson,
  reproduceCommand,
  resolveConfig,
  scopeOfFinding,
  setUpFailures,
  signalOfFatalError,
  splitLines,
  stripAnsi,
  subjectReport,
  suggest,
  terminal,
  terminalGrid,
  totalSeconds,
  totalsOf,
  widthOf,
  withWorld,
  withoutCommands,
  wrap
} from "./chunk-66ESEYOF.mjs";

// src/cli.ts
import { createReadStream } from "node:fs";
import { access, constants, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

// src/entry/live-line.ts
var SPINNER = ["\u280B", "\u2819", "\u2839", "\u2838", "\u283C", "\u2834", "\u2826", "\u2827", "\u2807", "\u280F"];
function liveLine(state, options) {
  const spin = SPINNER[Math.abs(options.tick) % SPINNER.length] ?? SPINNER[0];
  const failed = state.failed > 0 ? `, ${state.failed} failed` : "";
  const counts = state.total > 0 ? [`${state.done}/${state.total} combinations${failed}`] : [];
  const left = estimate(state, options.elapsedSeconds);
  const room = options.width - 1;
  const estimates = left === null ? [] : [`about ${left} left`];
  const fits = (text) => [...text].length <= room;
  for (let shown2 = state.doing.length; shown2 >= 0; shown2 -= 1) {
    const line = [spin, [...someDoing(state.doing, shown2), ...counts, ...estimates].join(" \xB7 ")];
    if (fits(line.join(" ")) && (shown2 > 0 || state.doing.length === 0)) {
      return cutTo(line.join(" "), room);
    }
  }
  const first = state.doing.slice(0, 1);
  const short = [...counts, ...first].join(" \xB7 ");
  return cutTo(`${spin} ${short}`, room);
}
function someDoing(doing, shown2) {
  const left = doing.length - shown2;
  return left > 0 ? [...doing.slice(0, shown2), `+${left}`] : doing;
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
    const width = stderr.columns ?? 80;
    const elapsedSeconds = started === null ? null : (now() - started) / 1e3;
    stderr.write(CLEAR + liveLine(state, { width, tick, elapsedSeconds }).text);
    tick += 1;
  };
  const print2 = (text) => {
    if (quiet) return;
    const live = interactive && state !== void 0;
    const lines = splitLines(text).flatMap(
      (line) => interactive ? wrap(line, stderr.columns ?? 80).map((part) => part.text) : [logText(line)]
    );
    stderr.write(`${live ? CLEAR : ""}${lines.join("\n")}
`);
    if (live) draw();
  };
  return {
    info: print2,
    notice: (text) => print2(`note: ${text}`),
    detail: (text) => {
      if (verbose) print2(text);
    },
    // Shown already, as it came: whoever has it in hand passes it to `detail` line by line.
    group: () => {
    },
    planned: (subject, version, plan2) => print2(planLine(subject, version, plan2)),
    combination: (id, text, verdict) => {
      const quietly = verdict === "proven" || verdict === "excluded" || verdict === "skipped";
      if (!interactive || !quietly || verbose) print2(`${MARKS[verdict]} ${id.padEnd(18)} ${text}`);
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

// src/judge/diagnose/log-lines.ts
var CAP = 4096;
var PREFIX = /^\uFEFF?(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z? )?(?:\[[^\]\n]{1,80}\] {1,4}\| ?|[\w.-]+-\d+ +\| )?(?:##\[(?:error|warning|notice|debug|group)\])?/;
var PYTEST = /^E {1,3}(?=\S|\s{2,}File|$)/;
function clean(number, raw) {
  const bare = stripAnsi(raw).replace(/\r$/, "").replace(PREFIX, "");
  const text = bare.slice(bare.lastIndexOf("\r") + 1);
  const pytest = PYTEST.test(text);
  return { number, text: (pytest ? text.replace(PYTEST, "") : text).trimEnd(), pytest };
}
async function* readLogLines(chunks) {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = "";
  for await (const chunk of chunks) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      number += 1;
      const room = Math.max(0, CAP - rest.length);
      yield clean(number, rest + text.slice(start, Math.min(end, start + room)));
      rest = "";
      start = end + 1;
    }
    if (rest.length < CAP) rest += text.slice(start, start + CAP - rest.length);
  }
  if (rest !== "") yield clean(number + 1, rest);
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

// src/judge/diagnose/installed-versions.ts
var PIP = /Successfully installed (.+)$/;
var UV = /^ *\+ ([A-Za-z][\w.-]*)==(\d[\w.+!]*)/;
var MAX = 5e3;
var InstalledVersions = class {
  #versions = /* @__PURE__ */ new Map();
  get versions() {
    return this.#versions;
  }
  read(line) {
    const uv = UV.exec(line);
    if (uv?.[1] && uv[2]) this.#set(uv[1], uv[2]);
    const words = line.includes("Successfully installed") ? PIP.exec(line)?.[1] : void 0;
    for (const word of words?.split(" ") ?? []) {
      const [, name, version] = /^(.+)-(\d[^-]*)$/.exec(word) ?? [];
      if (name && version) this.#set(name, version);
    }
  }
  #set(name, version) {
    if (this.#versions.size < MAX) {
      this.#versions.set(name.toLowerCase().replace(/[-_.]+/g, "-"), version);
    }
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
  return DISTRIBUTIONS[top] ?? top.toLowerCase().replace(/[-_.]+/g, "-");
}
var STDLIB = /[\\/](?:lib[\\/]python\d[\w.]*|Python\d+[\\/]Lib|lib[\\/]pypy[\w.]*)[\\/](?!(?:site|dist)-packages)/i;
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
    const inside = /(?:site|dist)-packages[\\/](.+)$/.exec(path)?.[1];
    if (inside)
      return owned(
        distributionOf(inside.split(/[\\/.]/)[0] ?? inside),
        "",
        posix(inside),
        moduleOf(inside)
      );
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
function textEvidence(seen) {
  const observation = {
    outcome: seen.outcome,
    phase: seen.phase,
    step: null,
    exceptions: seen.chain,
    stdout: "",
    stderr: seen.stderr,
    truncated: false,
    events: [],
    culpritFile: null,
    oldApi: [],
    numpy: seen.numpy === null ? null : { version: seen.numpy, file: "" },
    loadedAs: null,
    shadowedBy: null,
    seconds: 0,
    peakBytes: null,
    gilEnabledBy: null,
    disagreement: [],
    confirmed: false,
    nativeFrames: []
  };
  return {
    observation,
    combination: null,
    module: null,
    smoke: false,
    subjects: [],
    installed: seen.installed,
    ownerOf: ownerByPath(seen.installed),
    factsOf: () => null,
    filesFor: (name) => [`module:${name}`],
    siblings: []
  };
}

// src/judge/diagnose/traceback.ts
var HEADER = /^Traceback \(most recent call last\):$/;
var FRAME = /^\s*File "(.+?)", line (\d+)(?:, in (.+))?$/;
var PYTEST_FRAME = /^(\S+\.(?:py|pyx|pxd)):(\d+): (?:in (.+)|\w+)$/;
var CAUSE = /^The above exception was the direct cause of the following exception:/;
var CONTEXT = /^During handling of the above exception, another exception occurred:/;
var EXCEPTION_LINE = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt))(?::\s?(.*))?$/;
var STUB_FILE = /numpy[\\/]core[\\/]_multiarray_umath\.py$/;
function parseTrace(lines) {
  const chains = [];
  let frames = [];
  let headed = false;
  let joins;
  let draft;
  for (const line of lines) {
    if (HEADER.test(line)) {
      frames = [];
      headed = true;
      draft = void 0;
      continue;
    }
    if (CAUSE.test(line) || CONTEXT.test(line)) {
      joins = CAUSE.test(line) ? "cause" : "context";
      draft = void 0;
      headed = false;
      frames = [];
      continue;
    }
    const frame = readFrame(line);
    if (frame) {
      frames.push(frame);
      if (!line.startsWith(" ")) headed = true;
      draft = void 0;
      continue;
    }
    const [, type, message = ""] = EXCEPTION_LINE.exec(line) ?? [];
    if (type) {
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
  const [, file, number, name] = FRAME.exec(line) ?? PYTEST_FRAME.exec(line) ?? [];
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
var STUB_START = /^\s*A module that was compiled using NumPy 1\.x cannot be run in/;
var HEADER2 = /^Traceback \(most recent call last\):/;
var FAULT = /^(?:Fatal Python error: (.*)|Windows fatal exception: (.*))$/;
var DUMP_TIMEOUT = /^Timeout \(\d+:\d\d:\d\d(?:\.\d+)?\)!$/;
var PANIC = /^thread '.*' panicked at /;
var WARNING = /^(?:\S.*:\d+|<.*>:\d+): (\w*Warning): /;
var CONNECTOR = /^(?:The above exception was the direct cause|During handling of the above exception)/;
var FRAME2 = /^\s+File "|^\S+\.(?:py|pyx|pxd):\d+: /;
var FRAME_START = /^ {2}File "[^"]+", line \d+, in /;
var DUMP_LINE = /^(?:Python runtime state|Current thread|Thread 0x| {2}File "| {2}<no Python frame>| {2}Binary file|Extension modules:| {2}<|Memory allocated|$)/;
var OLD_API = /^_(?:ARRAY|UFUNC)_API not found/;
var PROSE = /^(?:A module that was compiled|NumPy \d\S* as it may crash|versions of NumPy, modules|Some module may need|If you are a user of|downgrade to 'numpy<2'|We expect that some|IMPORTANT: PLEASE READ|Importing the numpy C-ext|many reasons, often|installed\.|We have compiled|Please note and check|and make sure that|Please carefully|This is unlikely|or environment on|Original error was|The following compiled|with with either|The aliases was|`np\.|your numpy version|Please upgrade|Expected in:|Referenced from:| {2}Reason:|stack backtrace:|note: )/;
var SUCCESS = /^=*\s*\d+ passed\b(?!.*\b(?:failed|error))|\bexit(?:ed)?(?: with)?(?: code| status)?[ :]+0\b/;
var MAX_REGION = 400;
var MAX_FINDINGS = 500;
var LogReader = class {
  #found = /* @__PURE__ */ new Map();
  #installed = new InstalledVersions();
  #region;
  #recent = [];
  #pytestFrames = [];
  #lastStub = [];
  #numpy = null;
  #windows;
  #dumped = /* @__PURE__ */ new Set();
  #exits = [];
  read(line) {
    if (line.text !== "") this.#installed.read(line.text);
    if (this.#region && this.#continues(this.#region, line)) {
      if (this.#region.lines.length < MAX_REGION) this.#region.lines.push(line);
      this.#region.blank = line.text === "" ? this.#region.blank + 1 : 0;
      return;
    }
    this.#close();
    if (!this.#start(line)) this.#single(line);
    this.#recent = [...this.#recent.slice(-1), line];
  }
  end() {
    this.#close();
    if (this.#windows) {
      const { lines, signal, phase } = this.#windows;
      this.#dumped.add(signal);
      this.#judge(lines, { kind: "signalled", signal }, phase);
    }
    for (const { signal, line } of this.#exits) {
      const told2 = this.#dumped.has(signal) || signal === "SIGABRT" && this.#dumped.size > 0;
      if (!told2) this.#judge([line], { kind: "signalled", signal }, "start");
    }
    return [...this.#found.values()];
  }
  #start(line) {
    const { text } = line;
    if (FAULT.test(text))
      return this.#open("fault", [...this.#recent.filter((one) => one.text !== ""), line], text);
    if (DUMP_TIMEOUT.test(text)) return this.#open("timeout", [line], text);
    if (STUB_START.test(text) || HEADER2.test(text) || PANIC.test(text) || FRAME_START.test(text))
      return this.#open("trace", [line], text);
    if (EXCEPTION_LINE.test(text)) {
      const frames = line.pytest ? this.#pytestFrames : [];
      this.#pytestFrames = [];
      return this.#open("trace", [...frames, line], text);
    }
    if (/^\S+\.(?:py|pyx|pxd):\d+: (?:in .+|\w+)$/.test(text)) {
      this.#pytestFrames = [...this.#pytestFrames.slice(-40), line];
    } else if (/^_{3,}|^={3,}/.test(text)) this.#pytestFrames = [];
    return false;
  }
  #open(kind, lines, head) {
    this.#region = { kind, lines: [...lines], head, blank: 0 };
    return true;
  }
  #continues(region, line) {
    const { text } = line;
    if (region.kind !== "trace")
      return DUMP_LINE.test(text) && !FAULT.test(text) && region.blank < 3;
    if (FAULT.test(text) || DUMP_TIMEOUT.test(text) || region.lines.length >= MAX_REGION)
      return false;
    if (text === "") return region.blank < 3;
    if (CONNECTOR.test(text) || HEADER2.test(text) || STUB_START.test(text)) return true;
    if (FRAME2.test(text) || PROSE.test(text)) return true;
    if (EXCEPTION_LINE.test(text)) return true;
    return /^\s/.test(text) && region.blank < 2;
  }
  #close() {
    const region = this.#region;
    this.#region = void 0;
    if (!region) return;
    switch (region.kind) {
      case "trace":
        this.#judgeTrace(region.lines);
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
  #judgeTrace(lines) {
    for (const line of lines) {
      const exit = EXCEPTION_LINE.test(line.text) ? readExit(line.text) : void 0;
      if (exit) this.#judgeExit(exit, line);
    }
    const texts = lines.map((one) => one.text);
    const text = texts.join("\n");
    this.#numpy = STUB_TEXT.exec(text)?.[1] ?? this.#numpy;
    const stubbed = texts.some((one) => STUB_START.test(one));
    const { chain, form } = parseTrace(texts);
    if (stubbed) this.#lastStub = lines;
    const interrupted = chain.some(
      (one) => one.type === "KeyboardInterrupt" || one.type === "SystemExit"
    );
    if (interrupted) return;
    if (form === "traceback") {
      const hidden = /failed to import|_API not found|initialization failed/.test(text);
      const before = hidden && !stubbed ? this.#lastStub : [];
      this.#judge([...before, ...lines], { kind: "raised" }, "import", chain);
    } else if (stubbed || chain.every((one) => OLD_API.test(one.message))) {
      this.#judge(lines, { kind: "imported" }, "import", stubbed ? [] : chain);
    } else if (form !== "none") {
      this.#judge(lines, { kind: "raised" }, "import", chain, true);
    }
  }
  #judgeFault({ lines, head }) {
    const [, python, windows] = FAULT.exec(head) ?? [];
    const signal = signalOfFatalError(python ?? windows ?? "");
    if (python !== void 0) this.#dumped.add(signal);
    const text = lines.map((one) => one.text).join("\n");
    const dump = readFaultDump(text);
    const top = dump.frames.find((frame) => frame.function !== "_call_with_frames_removed");
    const loading = /^(?:create_module|exec_module)$/.test(top?.function ?? "");
    const atExit = dump.frames.length === 0 && text.includes("<no Python frame>");
    const phase = atExit ? "exit" : loading ? "import" : "call";
    if (windows === void 0) this.#judge(lines, { kind: "signalled", signal }, phase);
    else if (!signal.startsWith("0x")) this.#windows = { lines, signal, phase };
  }
  #judge(lines, outcome, phase, chain = [], onlyKnown = false) {
    const installed = this.#installed.versions;
    const numpy = this.#numpy ?? installed.get("numpy") ?? null;
    const stderr = lines.map((one) => one.text).join("\n");
    const found = diagnoseAll(textEvidence({ outcome, phase, chain, stderr, numpy, installed }));
    for (const diagnosis of found) {
      if (onlyKnown && diagnosis.kind === "unclassified") continue;
      this.#keep(diagnosis, numbersOf(diagnosis, lines));
    }
  }
  #single(line) {
    const { text } = line;
    if (text === "") return;
    if (WARNING.test(text)) {
      this.#judge([line], { kind: "imported" }, "import");
      return;
    }
    if (SUCCESS.test(text)) this.#windows = void 0;
    const exit = readExit(text);
    if (exit) this.#judgeExit(exit, line);
    const built = diagnoseBuildLine(text);
    if (built) this.#keep(built, [line.number]);
  }
  #judgeExit(exit, line) {
    if (exit.kind === "timeout") {
      this.#judge([line], { kind: "timed-out", seconds: 0 }, "start");
      return;
    }
    if (this.#exits.length < 20) this.#exits.push({ signal: exit.signal, line });
  }
  #keep(diagnosis, lines) {
    const { kind, culprit, inner, title } = diagnosis;
    const key = JSON.stringify([kind, inner, culprit, title]);
    const before = this.#found.get(key);
    if (!before && this.#found.size >= MAX_FINDINGS) return;
    const all = [...before?.lines ?? [], ...lines].slice(0, 20);
    this.#found.set(key, { diagnosis: before?.diagnosis ?? diagnosis, lines: all });
  }
};
function numbersOf(diagnosis, lines) {
  const shown2 = lines.filter(
    ({ text }) => diagnosis.evidence.some(
      (one) => text.trim() !== "" && (text.includes(one) || one.endsWith(text.trim()))
    )
  );
  const numbers = shown2.map((one) => one.number);
  return numbers.length > 0 ? numbers : lines.slice(0, 1).map((one) => one.number);
}

// src/judge/diagnose/explain.ts
var LOG = { id: "log", python: "", numpy: "", platform: "" };
async function explainLog(chunks) {
  const reader = new LogReader();
  for await (const line of readLogLines(chunks)) reader.read(line);
  const found = reader.end();
  const known = found.filter((one) => one.diagnosis.kind !== "unclassified");
  const told2 = known.length > 0 ? known : found.slice(-1);
  const items = told2.map(({ diagnosis }) => ({
    diagnosis,
    module: moduleOf2(diagnosis),
    combination: LOG
  }));
  const findings = foldFindings(items).map((finding) => ({
    ...finding,
    combinations: [],
    modules: finding.modules.filter((name) => name !== ""),
    lines: linesOf(finding, told2)
  }));
  return { findings, recognised: known.length > 0 };
}
function moduleOf2(diagnosis) {
  return diagnosis.culprit.module ?? "";
}
function linesOf(finding, told2) {
  const same = told2.filter(
    ({ diagnosis }) => diagnosis.kind === finding.kind && diagnosis.culprit.distribution === finding.culprit.distribution
  );
  return [...new Set(same.flatMap((one) => one.lines))].sort((a, b) => a - b).slice(0, 20);
}

// src/report/render/explain.ts
var INDENT = "       ";
function explainText(result, width) {
  if (!result.recognised) {
    const said = "Nothing in this log is a known failure of a compiled module. Give the whole output: the traceback, and what was printed before it.";
    return joinTerminal([...wrap(said, width), NOTHING], "\n");
  }
  const parts = result.findings.flatMap((finding) => [...paragraph(finding, width), NOTHING]);
  return joinTerminal(
    [...parts, terminal`${plural(result.findings.length, "finding")}`, NOTHING],
    "\n"
  );
}
function paragraph(finding, width) {
  const block2 = (label, text) => text === "" ? [] : wrap(label + text, width - INDENT.length).map((line) => terminal`${INDENT}${line}`);
  const { culprit } = finding;
  const whose = [culprit.distribution, culprit.version].filter(Boolean).join(" ");
  const what = [culprit.module, culprit.file].filter(Boolean).join(", ");
  return [
    ...wrap(`${finding.severity.padEnd(6)} ${finding.title}`, width),
    ...block2("", finding.explanation),
    ...block2("culprit: ", [whose, what].filter((text) => text !== "").join(": ")),
    ...block2("fix: ", finding.fix),
    ...block2("kind: ", `${finding.kind} (${finding.documentation})`),
    ...finding.evidence.slice(0, 6).map((line, index) => terminal`${INDENT}${numbered(finding.lines[index], line)}`)
  ];
}
function numbered(line, text) {
  const short = text.length > 160 ? `${text.slice(0, 159)}\u2026` : text;
  return line === void 0 ? `| ${short}` : `line ${line} | ${short}`;
}
function explainJson(result) {
  return `${JSON.stringify({ schema: 1, recognised: result.recognised, findings: result.findings }, null, 2)}
`;
}

// src/report/render/terminal.ts
var MAX_FINDINGS2 = 30;
var MAX_REASONS = 4;
function terminalReport(report, options) {
  const width = Math.max(20, options.width);
  const paint = paintWith(options.colours);
  const invocation = options.invocation ?? invocationOf(report);
  const sections = [
    gridSection(report, width, paint),
    ...setUpSections(report, width, paint),
    ...findingSections(report, width, paint, invocation),
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
function setUpSections(report, width, paint) {
  return setUpFailures(report).map(
    ({ kind, reason, combinations }) => block(
      "error",
      `${plural(combinations.length, "combination")} could not be set up: ${kind}`,
      [
        ["", reason],
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
function findingSections(report, width, paint, invocation) {
  const findings = foldFindings2(report.findings).filter((one) => one.severity !== "none");
  const shown2 = findings.slice(0, MAX_FINDINGS2).map(
    (finding) => block(
      finding.severity,
      finding.title,
      findingLines(finding, report, invocation),
      width,
      paint
    )
  );
  const left = findings.length - shown2.length;
  if (left <= 0) return shown2;
  return [...shown2, wrap(`and ${plural(left, "more finding")}: see the JSON report`, width)];
}
function findingLines(finding, report, invocation) {
  const scope = scopeOfFinding(finding, report);
  const { location, modules } = finding;
  const last = finding.combinations.at(-1);
  const command = last === void 0 ? null : reproduceCommand(report, last, invocation);
  const unclear = finding.category === "unclassified" || finding.fault === "unknown";
  return [
    ["", finding.explanation],
    [
      `${failsWord(finding).toLowerCase()}: `,
      scope.fails === "" ? "" : `${scope.fails} (${scope.count ?? ""})`
    ],
    ["works: ", scope.works],
    ["modules: ", modules.length > 1 ? `${listSome(modules, 6)} (${modules.length})` : ""],
    ["where: ", location ? `${location.file}:${location.line}` : ""],
    ...unclear ? finding.evidence.slice(0, 6).map((line) => ["> ", line]) : [],
    ["fix: ", finding.fix],
    ["reproduce: ", command ?? ""]
  ];
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
  const skipped = report.notTested.slice(0, MAX_REASONS).flatMap(({ what, reason }) => indented("not tested: ", `${what}: ${reason}`, 0, width));
  const left = report.notTested.length - MAX_REASONS;
  const more = left > 0 ? wrap(`\u2026 and ${plural(left, "more file")}: see the JSON report`, width) : [];
  const notices = report.notices.flatMap((notice) => indented("note: ", notice, 0, width));
  return [...skipped, ...more, ...notices].map((line) => paint("dim", line));
}
function closing(report, width, paint) {
  const { proven, declared: declared2 } = provenAndDeclared(report);
  const totals = `${totalsOf(report)} in ${formatDuration(totalSeconds(report.seconds))}`;
  const style = report.exitCode === 0 ? "green" : report.exitCode === 1 ? "red" : "yellow";
  return [
    ...indented("proven: ", `${proven} (declared: ${declared2})`, 0, width),
    ...report.verdict === "" ? [] : indented("verdict: ", report.verdict, 0, width),
    ...wrap(totals, width).map((line) => paint("bold", paint(style, line)))
  ];
}
var LABELS = {
  error: "red",
  warning: "yellow",
  note: "cyan",
  none: "dim"
};
function block(severity, title, lines, width, paint) {
  const label = terminal`${severity}`;
  const indent = width >= 50 ? widthOf(label) + 2 : 2;
  const heads = wrap(title, width - widthOf(label) - 2);
  return [
    ...heads.map(
      (line, index) => index === 0 ? terminal`${paint(LABELS[severity], paint("bold", label))}  ${paint("bold", line)}` : padded(paint("bold", line), widthOf(label) + 2)
    ),
    ...lines.filter(([, text]) => text.trim() !== "").flatMap(([lead, text]) => indented(lead, text, indent, width))
  ];
}
function indented(lead, text, indent, width) {
  const hang = lead.length > 12 || width < 50 ? 2 : lead.length;
  const room = width - indent - lead.length;
  const [first = NOTHING, ...rest] = wrap(text, room);
  if (room < 12) return wrap(`${lead}${text}`, width - indent).map((line) => padded(line, indent));
  const more = hang === lead.length ? rest : wrap(rest.map((line) => line.text).join(" "), width - indent - hang);
  return [
    padded(terminal`${lead}${first}`, indent),
    ...rest.length === 0 ? [] : more.map((line) => padded(line, indent + hang))
  ];
}
function padded(line, indent) {
  return joinTerminal([padEnd(NOTHING, indent), line], "");
}

// src/settings/parse-cli.ts
import { parseArgs } from "node:util";
var COMMANDS = {
  check: "Import every compiled module under every Python \xD7 NumPy",
  plan: "Show which combinations would run, which not, and why",
  explain: "Name the cause in a traceback or log, from a file or standard input",
  audit: "Judge wheels by their bytes (not available yet)",
  merge: "Merge the reports of shards (not available yet)"
};
var AVAILABLE = ["check", "plan", "explain"];
var isCommand = (text) => Object.hasOwn(COMMANDS, text);
function parseCli(argv) {
  const { tokens } = parseArgs({
    args: [...argv],
    options: declared(),
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  const flags = tokens.filter((token) => token.kind === "option");
  const strays = new Set(
    flags.filter((one) => isUnknown(one) && !one.inlineValue).map((one) => one.index + 1)
  );
  const words = tokens.flatMap(
    (token) => token.kind === "positional" && !(strays.has(token.index) && !isCommand(token.value)) ? [token.value] : []
  );
  const [name, ...positionals] = words;
  const asked = (flag) => flags.some((token) => token.name === flag);
  if (asked("version")) return { kind: "version" };
  if (name === "help" || name === void 0 || asked("help")) {
    const wanted = name === "help" ? positionals[0] : name;
    const known = wanted !== void 0 && isCommand(wanted);
    const stray = name === void 0 && !asked("help") && flags.length > 0;
    if (!stray) return { kind: "help", command: known ? wanted : null };
    return problems([
      {
        where: "command",
        message: "No command is given",
        remedy: `Write for example: check . ${argv.join(" ")}`
      }
    ]);
  }
  if (!isCommand(name)) return problems([unknownCommand(name)]);
  if (!AVAILABLE.includes(name)) {
    return problems([
      {
        where: name,
        message: `The command ${name} is not available yet`,
        remedy: "Use check, plan or explain"
      }
    ]);
  }
  const layer = readFlags(name, flags);
  if (name === "explain") {
    const extra = tooMany(positionals.slice(1), "explain reads one FILE, or standard input");
    const file = positionals[0] === "-" ? null : positionals[0] ?? null;
    return { kind: "explain", file, given: layer.given, problems: [...layer.problems, ...extra] };
  }
  const project = readProject(positionals);
  return {
    kind: "run",
    command: name === "plan" ? "plan" : "check",
    given: [...project.given, ...layer.given],
    problems: [...project.problems, ...layer.problems]
  };
}
function isUnknown(token) {
  const names = OPTIONS.flatMap((one) => one.flag === null ? [] : [one.flag, `no-${one.flag}`]);
  return !names.includes(token.name) && token.name !== "help" && token.name !== "version";
}
function declared() {
  const own = OPTIONS.flatMap((option) => {
    if (option.flag === null) return [];
    const type = option.kind.type === "boolean" ? "boolean" : "string";
    const short = option.short === void 0 ? {} : { short: option.short };
    return [[option.flag, { type, multiple: true, ...short }]];
  });
  return {
    ...Object.fromEntries(own),
    help: { type: "boolean", short: "h" },
    version: { type: "boolean", short: "V" }
  };
}
function readFlags(command, tokens) {
  const given = /* @__PURE__ */ new Map();
  const found = [];
  for (const token of tokens) {
    const read = readFlag(command, token);
    if ("message" in read) {
      found.push(read);
      continue;
    }
    const before = given.get(read.name);
    const repeatable = OPTIONS.find((one) => one.name === read.name)?.kind.type === "list";
    if (before !== void 0 && !repeatable && before.texts[0] !== read.texts[0]) {
      found.push({
        where: token.rawName,
        message: `It is given twice: ${before.texts[0]} and ${read.texts[0]}`,
        remedy: "Give it once"
      });
    }
    given.set(read.name, { ...read, texts: [...before?.texts ?? [], ...read.texts] });
  }
  return { given: [...given.values()], problems: found };
}
function readFlag(command, token) {
  const where = token.rawName;
  const negated = OPTIONS.find(
    (one) => one.flag !== null && one.kind.type === "boolean" && token.name === `no-${one.flag}`
  );
  const option = OPTIONS.find((one) => one.flag === token.name) ?? negated;
  if (option === void 0) return unknownFlag(command, token);
  if (option.available === "later") {
    const remedy = option.name === "no-cache" ? "Leave it out" : "Leave it out; --json FILE writes the whole report";
    return { where, message: `${where} is not available yet`, remedy };
  }
  if (!option.commands.includes(command)) {
    const takes = option.commands.join(" and ");
    return { where, message: `${command} does not take it, only ${takes}`, remedy: "Leave it out" };
  }
  const provenance = { kind: "flag", name: where };
  if (option.kind.type === "boolean") {
    const text = option === negated ? "false" : token.value ?? "true";
    return { name: option.name, texts: [text], provenance };
  }
  const value = token.value;
  if (value === void 0 || !token.inlineValue && /^--?[a-z]/i.test(value)) {
    const follows = value === void 0 ? "nothing follows" : `${value} follows`;
    const metavar = option.metavar ?? "VALUE";
    return {
      where,
      message: `It needs a value (${metavar}), but ${follows}`,
      remedy: `Write ${where} ${metavar}, or ${where}=VALUE for one that begins with a dash`
    };
  }
  if (value.trim() === "") {
    return { where, message: "Its value is empty", remedy: "Give a value, or leave it out" };
  }
  return { name: option.name, texts: [value], provenance };
}
function unknownFlag(command, token) {
  const flags = OPTIONS.filter(
    (one) => one.available === "now" && one.commands.includes(command)
  ).flatMap((one) => one.flag === null ? [] : [one.flag]);
  const named = OPTIONS.find((one) => one.name === token.name && one.flag !== null)?.flag;
  const near = named ?? suggest(token.name, [...flags, "help", "version"]);
  return {
    where: token.rawName,
    message: "There is no such flag",
    remedy: near === void 0 ? `See ${command} --help` : `Did you mean --${near}?`
  };
}
function unknownCommand(name) {
  const near = suggest(name, AVAILABLE);
  const path = /[./\\]/.test(name);
  const meant = near ?? (path ? `check ${name}` : void 0);
  return {
    where: name,
    message: `There is no command ${JSON.stringify(name)}`,
    remedy: meant === void 0 ? "Use check, plan or explain; see --help" : `Did you mean ${meant}?`
  };
}
function readProject(positionals) {
  const [first, ...rest] = positionals;
  if (first === void 0) return { given: [], problems: [] };
  if (first.endsWith(".whl")) {
    const remedy = "Use --wheel for wheels";
    return { given: [], problems: [{ where: first, message: "PROJECT is a folder", remedy }] };
  }
  const provenance = { kind: "flag", name: "PROJECT" };
  return {
    given: [{ name: "project", texts: [first], provenance }],
    problems: tooMany(rest, "One PROJECT is tested at a time")
  };
}
function tooMany(rest, message) {
  if (rest.length === 0) return [];
  return [{ where: rest.join(" "), message, remedy: "Leave it out, or repeat the flag before it" }];
}
function problems(list) {
  return { kind: "problems", problems: list };
}

// src/settings/help.ts
var WIDTH = 80;
var INDENT2 = 28;
var PROGRAM = "numpy-abi-matrix";
var USAGE = {
  check: "check [PROJECT] [options]",
  plan: "plan [PROJECT] [options]",
  explain: "explain [FILE] [options]"
};
var EXAMPLES = {
  check: [
    "check .",
    "check . --python 3.12 --numpy 1.26 --smoke smoke.py",
    "check --wheel 'wheelhouse/*.whl' --numpy edges",
    'check --package "pandas==2.2.3" --numpy oldest --numpy latest'
  ],
  plan: ["plan .", "plan . --numpy edges --json -"],
  explain: ["explain failed-job.log", "pytest 2>&1 | numpy-abi-matrix explain"]
};
function helpText(command) {
  if (command === null || USAGE[command] === void 0) return overview();
  const options = OPTIONS.filter(
    (one) => one.flag !== null && one.available === "now" && one.commands.includes(command)
  );
  const lines = [
    `Usage: ${PROGRAM} ${USAGE[command]}`,
    "",
    ...wrapWords(`${COMMANDS[command]}.`, WIDTH),
    "",
    "Options:",
    ...options.flatMap((option) => entry(flagOf(option), textOf(option))),
    ...entry("-h, --help", "Show this text"),
    "",
    "Examples:",
    ...(EXAMPLES[command] ?? []).map(
      (one) => one.includes(PROGRAM) ? `  ${one}` : `  ${PROGRAM} ${one}`
    ),
    ...command === "explain" ? ["", "Exit code: 0 a cause was recognised, 1 none was"] : exitCodes()
  ];
  return `${lines.join("\n")}
`;
}
function overview() {
  const commands = ["check", "plan", "explain"].flatMap(
    (name) => entry(USAGE[name]?.replace(" [options]", "") ?? name, COMMANDS[name])
  );
  const lines = [
    `Usage: ${PROGRAM} COMMAND [options]`,
    "",
    ...wrapWords(
      "Imports every compiled module of a Python package under every Python \xD7 NumPy, and says what breaks, whose fault it is and what to change.",
      WIDTH
    ),
    "",
    "Commands:",
    ...commands,
    "",
    "Options:",
    ...entry("-h, --help", "Show the help of a command"),
    ...entry("-V, --version", "Show the version"),
    ...exitCodes()
  ];
  return `${lines.join("\n")}
`;
}
function exitCodes() {
  const text = "Exit code: 0 all proven \xB7 1 findings \xB7 2 wrong usage \xB7 3 something could not be set up or was skipped \xB7 4 nothing was tested \xB7 130 interrupted \xB7 70 a bug";
  return ["", ...wrapWords(text, WIDTH)];
}
function flagOf(option) {
  const short = option.short === void 0 ? "" : `-${option.short}, `;
  const repeated = option.kind.type === "list" ? "\u2026" : "";
  const value = option.metavar === null ? "" : ` ${option.metavar}`;
  return `${short}--${option.flag}${value}${repeated}`;
}
function textOf(option) {
  const plain = option.description.replaceAll("`", "");
  const trivial = option.default === "" || option.default === "false";
  return trivial ? plain : `${plain} (default: ${option.default})`;
}
function entry(left, text) {
  const lines = wrapWords(text, WIDTH - INDENT2);
  const head = `  ${left}`;
  const [first = "", ...rest] = lines;
  const below = rest.map((line) => " ".repeat(INDENT2) + line);
  return head.length < INDENT2 - 1 ? [head.padEnd(INDENT2) + first, ...below] : [head, " ".repeat(INDENT2) + first, ...below];
}
function wrapWords(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== void 0 && `${last} ${word}`.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

// src/cli.ts
var secrets = [];
var clean2 = (text) => redact(text, secrets);
var told = /* @__PURE__ */ new Set();
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code === "EPIPE") return;
    process.exitCode = EXIT.setUp;
    if (stream === process.stdout) {
      process.stderr.write(`error: Cannot write to standard output: ${reasonOf(error)}
`);
    }
  });
}
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(error);
}
async function main(argv) {
  const request = parseCli(argv);
  switch (request.kind) {
    case "help":
      return print(helpText(request.command));
    case "version":
      return print(`${VERSION}
`);
    case "problems":
      throw usage(request.problems);
    case "explain":
      return runExplain(request);
    case "run":
      return runPipeline(request);
  }
}
async function runPipeline(request) {
  const cwd = process.cwd();
  const config = configOf(
    await resolveConfig(request, request.command, { cwd, files: createFiles(), cores: cores() })
  );
  const json = config.json === null || config.json === "-" ? config.json : resolve(cwd, config.json);
  if (json !== null && json !== "-") await refuseFolder(json);
  const session = sessionOf(config, cwd);
  if (config.mode === "plan") {
    const planned = await withWorld(session, (world) => plan(config, world));
    const context = planContext(subjectReport(planned.subject, []), config);
    if (json !== null) await output(json, renderPlanJson(planned.plan, context));
    if (json !== "-") print(shown(renderPlanText(planned.plan, context)));
    return planned.plan.planned.length > 0 ? EXIT.proven : EXIT.nothingTested;
  }
  const { report: found } = await withWorld(session, (world) => check(config, world, VERSION));
  const report = { ...found, notices: found.notices.filter((text) => !told.has(text)) };
  if (json !== "-") {
    const width = process.stdout.columns ?? 100;
    const invocation = { program: "npx numpy-abi-matrix", arguments: invocationArguments() };
    const text = terminalReport(report, { width, colours: coloured(process.stdout), invocation });
    print(clean2(process.stdout.isTTY ? text.text : withoutCommands(text).text));
  }
  if (report.exitCode === EXIT.nothingTested && report.combinations.some(isPassed)) {
    process.stderr.write("If it is right that there is no compiled module: --allow-empty\n");
  }
  if (json !== null) await output(json, clean2(reportJson(found)));
  return report.exitCode;
}
function isPassed(combination) {
  return combination.status === "passed";
}
async function runExplain(request) {
  if (request.problems.length > 0) throw usage(request.problems);
  const { file } = request;
  const given = request.given.find(({ name }) => name === "json")?.texts[0];
  const quiet = request.given.some(({ name }) => name === "quiet");
  if (file !== null) await refuseMissing(file);
  const result = await explainLog(file === null ? process.stdin : createReadStream(file));
  if (given !== void 0) {
    const target = given === "-" ? "-" : resolve(given);
    if (target !== "-") await refuseFolder(target);
    await output(target, explainJson(result));
  }
  if (given !== "-" && !quiet) print(explainText(result, process.stdout.columns ?? 100).text);
  return result.recognised ? EXIT.proven : EXIT.findings;
}
function sessionOf(config, cwd) {
  const { stderr } = process;
  const progress = createConsoleProgress({
    stderr: {
      write: (text) => stderr.write(clean2(text)),
      get columns() {
        return stderr.columns;
      }
    },
    quiet: config.quiet,
    verbose: config.verbose,
    interactive: stderr.isTTY === true && process.env["TERM"] !== "dumb" && !process.env["CI"]
  });
  return {
    env: process.env,
    cwd,
    cacheDir: config.cacheDir,
    useCache: config.useCache,
    mask: (more) => secrets.push(...more),
    progress: {
      ...progress,
      notice: (text) => {
        if (!config.quiet) told.add(text);
        progress.notice(text);
      }
    }
  };
}
function configOf(result) {
  if (result.kind === "config") return result.config;
  throw usage(result.problems);
}
function usage(problems2) {
  return new UserError(describeProblems(problems2), { exitCode: EXIT.usage });
}
function invocationArguments() {
  const kept = [];
  const argv = process.argv.slice(3);
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? "";
    if (/^--(?:python|numpy|json)$/.test(word)) at += 1;
    else if (!/^--(?:python|numpy|json)=|^--(?:quiet|verbose)$|^-[qv]+$/.test(word)) {
      kept.push(clean2(word));
    }
  }
  return kept;
}
function coloured(stream) {
  if (process.env["NO_COLOR"]) return false;
  return stream.isTTY === true || Boolean(process.env["FORCE_COLOR"]);
}
function shown(text) {
  const lines = clean2(text).trimEnd().split("\n");
  return `${lines.map((line) => withoutCommands(terminal`${line}`).text).join("\n")}
`;
}
async function refuseFolder(file) {
  const folder = await stat(dirname(file)).catch(() => void 0);
  const itself = await stat(file).catch(() => void 0);
  const why = itself?.isDirectory() ? "it is a folder" : folder?.isDirectory() ? await access(itself ? file : dirname(file), constants.W_OK).then(() => null, reasonOf) : "its folder does not exist";
  if (why === null) return;
  throw new UserError(`Cannot write "${file}": ${why}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a file in an existing folder, or - for standard output"
  });
}
async function refuseMissing(file) {
  const found = await stat(file).catch(() => void 0);
  if (found && !found.isDirectory()) return;
  throw new UserError(`Cannot read "${file}": ${found ? "it is a folder" : "no such file"}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a log, or pipe it to standard input"
  });
}
async function output(target, text) {
  if (target === "-") print(text);
  else
    await writeFile(target, text).catch((cause) => {
      throw new UserError(`Cannot write "${target}": ${reasonOf(cause)}`, {
        exitCode: EXIT.setUp,
        remedy: "Give another file, or - for standard output",
        cause
      });
    });
}
function reasonOf(error) {
  const { code, message } = error;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "no space is left on its disk";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EROFS":
      return "its disk is read-only";
    default:
      return message;
  }
}
function print(text) {
  process.stdout.write(text);
  return EXIT.proven;
}
function complain(error) {
  const say = (text) => {
    const lines = clean2(text).split(/\r\n|\r|\n/);
    const width = process.stderr.isTTY ? process.stderr.columns ?? 100 : 1e3;
    for (const line of lines) {
      for (const part of wrap(line, width)) process.stderr.write(`${withoutCommands(part).text}
`);
    }
  };
  if (error instanceof UserError) {
    say(error.message.replaceAll(/^(?=\S)(?!error: )/gm, "error: "));
    if (error.remedy) say(error.remedy.replaceAll(/^/gm, "       "));
    return error.exitCode;
  }
  say(
    `error: this is a bug in numpy-abi-matrix ${VERSION}: ${error instanceof Error ? error.message : String(error)}`
  );
  say("Please report it, with the command that you ran and the lines below:");
  say(error instanceof Error ? error.stack ?? "" : String(error));
  return EXIT.bug;
}
