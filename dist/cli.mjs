#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  VERSION,
  answerInterrupts,
  shownPreset
} from "./chunk-EWP7NZH2.mjs";
import {
  OPTIONS
} from "./chunk-G7XLYVKE.mjs";
import {
  suggest
} from "./chunk-YJYW3CR6.mjs";
import {
  makeFolder,
  reasonOf,
  userCache
} from "./chunk-X3BWH247.mjs";
import {
  EXIT
} from "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/entry/keep-compiled.ts
import { lstatSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
function keepCompiled({ given }, env) {
  const textOf2 = (name) => given.find((one) => one.name === name)?.texts[0];
  const { enableCompileCache } = module;
  if (enableCompileCache === void 0 || textOf2("no-cache") !== void 0) return;
  const folder = join(textOf2("cache-dir") ?? userCache(env), "compiled");
  try {
    makeFolder(folder, 448);
    const found = lstatSync(folder);
    const own = process.getuid === void 0 || found.uid === process.getuid();
    if (found.isDirectory() && own && (found.mode & 18) === 0) enableCompileCache(folder);
  } catch {
  }
}

// src/entry/tolerate-pipes.ts
function toleratePipes(running) {
  const { stdout, stderr } = running;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error) => {
      if (error.code === "EPIPE") return;
      running.exitCode = EXIT.setUp;
      if (stream !== stdout) return;
      stderr.write(`error: Cannot write to standard output: ${reasonOf(error)}
`);
    });
  }
}

// src/settings/commands.ts
var COMMANDS = {
  check: {
    usage: "check [PROJECT]",
    summary: "Import every compiled module under every Python \xD7 NumPy",
    examples: [
      "check .",
      "check . --python 3.12 --numpy 1.26 --smoke smoke.py",
      "check --wheel 'wheelhouse/*.whl' --numpy edges",
      'check --package "pandas==2.2.3" --numpy oldest --numpy latest'
    ]
  },
  plan: {
    usage: "plan [PROJECT]",
    summary: "Show which combinations would run, which not, and why",
    examples: ["plan .", "plan . --numpy edges --json -", "plan . --shards 4"],
    exitCodes: "Exit code: 0 there is something to run \xB7 2 wrong usage \xB7 3 something that was named cannot be had \xB7 4 nothing would be tested"
  },
  build: {
    usage: "build [PROJECT]",
    summary: "Build the wheels of a plan, for runs on other machines to take",
    examples: [
      "build . --wheel-dir wheels",
      "build . --plan plan.json --shard 2/7 --wheel-dir wheels"
    ],
    exitCodes: "Exit code: 0 all were built \xB7 2 wrong usage \xB7 3 one could not be built"
  },
  merge: {
    usage: "merge FILE|DIR|GLOB\u2026",
    summary: "Make one report of what several runs measured",
    examples: [
      "merge part-1.json part-2.json",
      "merge measurements --report-dir reports",
      "merge 'parts/*.json' --json -"
    ]
  },
  audit: {
    usage: "audit WHEEL|DIR|GLOB|LOCKFILE\u2026",
    summary: "Read the bytes of wheels of any platform, and run nothing",
    examples: [
      "audit wheelhouse",
      "audit uv.lock --sarif audit.sarif",
      'audit --package "pandas==2.0.3" --all-platforms',
      "audit --requirements names.txt --json-lines out.jsonl"
    ],
    exitCodes: "Exit code: 0 nothing found in what was read \xB7 1 findings \xB7 2 wrong usage \xB7 3 something could not be read \xB7 4 nothing was judged"
  },
  explain: {
    usage: "explain [FILE]",
    summary: "Name the cause in a traceback or log, from a file or standard input",
    examples: ["explain failed-job.log", "pytest 2>&1 | numpy-abi-matrix explain"],
    exitCodes: "Exit code: 0 a cause was recognised \xB7 1 none was \xB7 2 wrong usage"
  },
  cache: {
    usage: "cache prune",
    summary: "Remove what is kept between runs and was not used for long",
    examples: ["cache prune", "cache prune --cache-dir ~/abi-cache"],
    exitCodes: "Exit code: 0 done \xB7 2 wrong usage"
  }
};

// src/settings/help.ts
var WIDTH = 80;
var INDENT = 28;
var PROGRAM = "numpy-abi-matrix";
var EXIT_CODES = "Exit code: 0 all proven \xB7 1 findings \xB7 2 wrong usage \xB7 3 something could not be set up or was skipped \xB7 4 nothing was tested \xB7 130 interrupted \xB7 70 a bug";
function helpText(command) {
  if (command === null) return overview();
  const options = OPTIONS.filter((one) => one.flag !== null && one.commands.includes(command));
  const { usage, summary, examples, exitCodes } = COMMANDS[command];
  const lines = [
    `Usage: ${PROGRAM} ${usage} [options]`,
    "",
    ...wrapWords(`${summary}.`, WIDTH),
    "",
    "Options:",
    ...options.flatMap((option) => entry(flagOf(option), textOf(option))),
    ...entry("-h, --help", "Show this text"),
    "",
    "Examples:",
    ...examples.map((one) => one.includes(PROGRAM) ? `  ${one}` : `  ${PROGRAM} ${one}`),
    "",
    ...wrapWords(exitCodes ?? EXIT_CODES, WIDTH)
  ];
  return `${lines.join("\n")}
`;
}
function overview() {
  const commands = Object.values(COMMANDS).flatMap(({ usage, summary }) => entry(usage, summary));
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
    "",
    ...wrapWords(EXIT_CODES, WIDTH)
  ];
  return `${lines.join("\n")}
`;
}
function flagOf(option) {
  const short = option.short === void 0 ? "" : `-${option.short}, `;
  const repeated = option.kind.type === "list" ? "\u2026" : "";
  const value = option.metavar === null ? "" : ` ${option.metavar}`;
  return `${short}--${option.flag}${value}${repeated}`;
}
function textOf(option) {
  const plain = option.description.replaceAll("`", "");
  const trivial = shownPreset(option) === "" || shownPreset(option) === "false";
  return trivial ? plain : `${plain} (default: ${shownPreset(option)})`;
}
function entry(left, text) {
  const lines = wrapWords(text, WIDTH - INDENT);
  const head = `  ${left}`;
  const [first = "", ...rest] = lines;
  const below = rest.map((line) => " ".repeat(INDENT) + line);
  return head.length < INDENT - 1 ? [head.padEnd(INDENT) + first, ...below] : [head, " ".repeat(INDENT) + first, ...below];
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

// src/settings/parse-cli.ts
import { parseArgs } from "node:util";
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
    const stray = name === void 0 && !asked("help") && flags.length > 0;
    if (wanted !== void 0 && !isCommand(wanted)) return problems([unknownCommand(wanted)]);
    if (!stray) return { kind: "help", command: wanted ?? null };
    return problems([
      {
        where: "command",
        message: "No command is given",
        remedy: `Write for example: check . ${argv.join(" ")}`
      }
    ]);
  }
  if (!isCommand(name)) return problems([unknownCommand(name)]);
  const layer = readFlags(name, flags);
  if (name === "explain") {
    const extra = tooMany(positionals.slice(1), "explain reads one FILE, or standard input");
    const file = positionals[0] === "-" ? null : positionals[0] ?? null;
    return { kind: "explain", file, given: layer.given, problems: [...layer.problems, ...extra] };
  }
  if (name === "cache") {
    const [action, ...rest2] = positionals;
    const extra = action === "prune" ? tooMany(rest2, "cache prune takes no words") : [{ where: "cache", message: cannot(action), remedy: "Use cache prune" }];
    return { kind: "prune", given: layer.given, problems: [...layer.problems, ...extra] };
  }
  if (name === "merge" || name === "audit") {
    const provenance = { kind: "flag", name: "FILE" };
    const files = positionals.map((file) => file.trim()).filter((file) => file !== "");
    const given = files.length > 0 ? [{ name: name === "audit" ? "wheels" : "measurements", texts: files, provenance }] : [];
    return { kind: "run", command: name, ...layer, given: [...given, ...layer.given] };
  }
  const wheel = layer.given.find((one) => one.name === "wheels");
  const project = readPositionals(positionals, wheel);
  const rest = layer.given.filter((one) => one !== wheel || !project.given.some(isWheels));
  return {
    kind: "run",
    command: name,
    given: [...project.given, ...rest],
    problems: [...project.problems, ...layer.problems]
  };
}
var isWheels = (one) => one.name === "wheels";
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
  const flags = OPTIONS.filter((one) => one.commands.includes(command)).flatMap(
    (one) => one.flag === null ? [] : [one.flag]
  );
  const named = OPTIONS.find((one) => one.name === token.name && one.flag !== null)?.flag;
  const near = named ?? suggest(token.name, [...flags, "help", "version"]);
  return {
    where: token.rawName,
    message: "There is no such flag",
    remedy: near === void 0 ? `See ${command} --help` : `Did you mean --${near}?`
  };
}
function cannot(action) {
  return action === void 0 ? "It is not said what to do" : `It cannot ${JSON.stringify(action)}, only "prune"`;
}
function unknownCommand(name) {
  const names = Object.keys(COMMANDS);
  const flag = OPTIONS.find((one) => one.flag === name && one.commands.includes("check"));
  const near = flag ? `check --${name}` : suggest(name, names);
  const path = /[./\\]/.test(name);
  const meant = near ?? (path ? `check ${name}` : void 0);
  return {
    where: name,
    message: `There is no command ${JSON.stringify(name)}`,
    remedy: meant === void 0 ? `Use ${names.slice(0, -1).join(", ")} or ${names.at(-1)}; see --help` : `Did you mean ${meant}?`
  };
}
function readPositionals(positionals, flag) {
  const wheels = positionals.filter((one) => one.toLowerCase().endsWith(".whl"));
  const others = positionals.filter((one) => !wheels.includes(one));
  const project = readProject(others, flag);
  if (wheels.length === 0) return project;
  const provenance = { kind: "flag", name: "--wheel" };
  const texts = [...flag?.texts ?? [], ...wheels];
  const problem = {
    where: wheels.join(" "),
    message: "PROJECT is a folder",
    remedy: `Use --wheel for wheels: --wheel ${wheels.join(" --wheel ")}`
  };
  return {
    given: [...project.given, { name: "wheels", texts, provenance }],
    problems: [...project.problems, ...flag === void 0 ? [problem] : []]
  };
}
function readProject(positionals, wheel) {
  const [first, ...rest] = positionals;
  if (first === void 0) return { given: [], problems: [] };
  const provenance = { kind: "flag", name: "PROJECT" };
  const expanded = wheel !== void 0 && rest.length > 0;
  const remedy = expanded ? "Put the pattern in quotes, as in --wheel 'dist/*.whl'" : void 0;
  return {
    given: [{ name: "project", texts: [first], provenance }],
    problems: tooMany(rest, "One PROJECT is tested at a time", remedy)
  };
}
function tooMany(rest, message, remedy = "Leave it out, or repeat the flag before it") {
  return rest.length === 0 ? [] : [{ where: rest.join(" "), message, remedy }];
}
function problems(list) {
  return { kind: "problems", problems: list };
}

// src/cli.ts
toleratePipes(process);
answerInterrupts(process);
await main(parseCli(process.argv.slice(2)));
async function main(request) {
  switch (request.kind) {
    case "version":
      process.stdout.write(`${VERSION}
`);
      return;
    case "help":
      process.stdout.write(helpText(request.command));
      return;
    default: {
      if (request.kind !== "problems") keepCompiled(request, process.env);
      const { runRequest } = await import("./chunk-PNVAP3OG.mjs").catch(notLoaded);
      process.exitCode = await runRequest(request);
    }
  }
}
function notLoaded(error) {
  process.stderr.write(
    `error: numpy-abi-matrix cannot be loaded: ${error.message}
       Install it anew, or raise the limit of open files (ulimit -n), then run it again
`
  );
  process.exit(EXIT.setUp);
}
