import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  allKinds,
  atTheTop,
  filesNamed,
  locateBuildFile,
  locateConfiguration,
  locateWorkflow,
  nearestFirst,
  once,
  tomlPositions
} from "./chunk-K5XN7KMJ.mjs";
import {
  BUILD_FILE,
  BUILD_NUMPY,
  DEFINITION,
  INIT,
  RUNTIME_LIST,
  WHERE,
  WORKFLOW,
  requirement
} from "./chunk-LL6UFCXA.mjs";
import {
  require_picomatch
} from "./chunk-JFO4LJHS.mjs";
import {
  evaluateMarker
} from "./chunk-OXWJFX4A.mjs";
import {
  compareText
} from "./chunk-C5GTPLUR.mjs";
import {
  parseRequirement
} from "./chunk-GR3IJQ3H.mjs";
import {
  normaliseName,
  requirementName
} from "./chunk-M22XZUZZ.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/judge/locate/bundled-pybind11.ts
var PLACES = [
  [
    /(?:^|\/)pybind11\/detail\/common\.h$/,
    /^\s*#\s*define\s+PYBIND11_VERSION_M(?:AJOR|INOR)\b/,
    "the project\u2019s own copy of pybind11"
  ],
  [
    /(?:^|\/)CMakeLists\.txt$|\.cmake$/,
    /^\s*(?:FetchContent_Declare|CPMAddPackage|ExternalProject_Add)\s*\(\s*(?:NAME\s+)?"?(?:gh:pybind\/)?pybind11\b/i,
    "the download that CMake makes"
  ],
  [/(?:^|\/)subprojects\/pybind11\.wrap$/, /^\s*directory\s*=/, "the subproject of meson"]
];
async function bundledPybind11(sources) {
  const found = [];
  for (const file of await sources.list()) {
    const row = PLACES.find(([pattern]) => pattern.test(file));
    if (!row) continue;
    const lines = (await sources.text(file) ?? "").split(/\r?\n/);
    const line = lines.findIndex((text) => row[1].test(text)) + 1;
    if (line === 0) continue;
    found.push({ file, table: "build", name: "pybind11", line, endLine: line, place: row[2] });
  }
  return found;
}

// src/judge/locate/named-lists.ts
import path from "node:path";

// src/packaging/pyproject/ini-positions.ts
function iniEntries(text) {
  const entries = [];
  let section = "";
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (/^\s*(?:[#;]|$)/.test(raw)) continue;
    const header = /^\[([^\]]+)\]/.exec(raw);
    const pair = /^([^\s=:[][^=:]*?)\s*[=:]\s*(.*)$/.exec(raw);
    if (header?.[1] !== void 0) section = header[1].trim();
    else if (/^\s/.test(raw)) entries.at(-1)?.lines.push({ text: comment(raw), line });
    else if (pair?.[1] !== void 0) {
      const first2 = { text: comment(pair[2] ?? ""), line };
      entries.push({ section, key: pair[1].toLowerCase(), lines: [first2] });
    }
  }
  return entries;
}
function comment(text) {
  return text.replace(/\s[#;].*$/, "").trim();
}

// src/judge/locate/python-tokens.ts
var TOKEN = /(?<blank>[ \t\f\r\n]+|\\\n|#[^\n]*)|[rRbBuUfFtT]{0,2}(?:"""(?<long1>(?:\\[\s\S]|[^\\])*?)"""|'''(?<long2>(?:\\[\s\S]|[^\\])*?)'''|"(?<short1>(?:\\[\s\S]|[^"\\\n])*)"|'(?<short2>(?:\\[\s\S]|[^'\\\n])*)')|(?<name>[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*)|(?<operator>[\s\S])/uy;
function pythonTokens(text) {
  const tokens = [];
  let line = 1;
  for (const match2 of text.replaceAll("\r\n", "\n").matchAll(new RegExp(TOKEN, "guy"))) {
    const { blank, long1, long2, short1, short2, name, operator } = match2.groups ?? {};
    const string = long1 ?? long2 ?? short1 ?? short2;
    if (string !== void 0) tokens.push({ kind: "string", text: string, line });
    else if (name !== void 0) tokens.push({ kind: "name", text: name, line });
    else if (operator !== void 0) tokens.push({ kind: "operator", text: operator, line });
    line += countLines(blank ?? match2[0]);
  }
  return tokens;
}
function insideBrackets(tokens, open) {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "operator") continue;
    if ("([{".includes(token.text)) depth += 1;
    if (")]}".includes(token.text)) depth -= 1;
    if (depth === 0) return tokens.slice(open + 1, at);
  }
  return tokens.slice(open + 1);
}
function countLines(text) {
  return text.split("\n").length - 1;
}

// src/judge/locate/named-lists.ts
async function namedLists(sources) {
  const inside = (name) => path.posix.join(sources.project, name);
  const text = async (name) => await sources.text(inside(name)) ?? "";
  const named = [
    ...inPyproject(await text("pyproject.toml")),
    ...inSetupCfg(await text("setup.cfg")),
    ...inSetupPy(await text("setup.py"))
  ].map(({ file, table }) => ({ file: inside(file), table }));
  const files = new Set(await sources.list());
  const byFile = new Map(named.toReversed().map((one) => [one.file, one]));
  return [...byFile.values()].reverse().filter(({ file }) => files.has(file));
}
var IN_PYPROJECT = [
  [/^tool\.setuptools\.dynamic\.dependencies\.file(?:\.\d+)?$/, "runtime"],
  [/^tool\.setuptools\.dynamic\.optional-dependencies\.[^.]+\.file(?:\.\d+)?$/, "optional"],
  [/^tool\.hatch\.metadata\.hooks\.requirements_txt\.files\.\d+$/, "runtime"]
];
var IS_LIST = /^(?=.*(?:req|dep|install))[^\s*?]+\.(?:txt|in|pip)$/i;
function inPyproject(text) {
  return tomlPositions(text).flatMap(({ path: keys, value }) => {
    const joined = keys.join(".");
    const row = IN_PYPROJECT.find(([pattern]) => pattern.test(joined));
    return row && value !== null ? [{ file: value, table: row[1] }] : [];
  });
}
function inSetupCfg(text) {
  return iniEntries(text).flatMap(({ section, key, lines }) => {
    const files = /^\s*file:\s*(.+)$/s.exec(lines.map((line) => line.text).join(","))?.[1];
    const table = section === "options" && /^install[_-]requires$/.test(key) ? "runtime" : section === "options.extras_require" ? "optional" : null;
    if (files === void 0 || table === null) return [];
    return files.split(",").map((file) => ({ file: file.trim(), table }));
  });
}
function inSetupPy(text) {
  const strings = pythonTokens(text).filter(({ kind }) => kind === "string");
  return strings.flatMap(
    (token, index) => [`${strings[index - 1]?.text}/${token.text}`, token.text].filter((file) => IS_LIST.test(file)).map((file) => ({ file, table: void 0 }))
  );
}

// src/judge/locate/requirement-lines.ts
function requirementLines(file, text) {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (name === "pyproject.toml") return pyprojectLines(text);
  if (name === "setup.cfg") return setupCfgLines(text);
  if (name === "setup.py") return setupPyLines(text);
  if (/\.lock$|^pylock.*\.toml$/.test(name)) return lockLines(text);
  if (/(?:requirements|constraints).*\.(?:txt|in)$/i.test(name) || /requirements\//.test(file)) {
    return textLines(name, text);
  }
  if (name === "meson.build") return mesonLines(text);
  if (name === "Cargo.toml") return cargoLines(text);
  return [];
}
var PYPROJECT_LISTS = [
  [/^build-system\.requires$/, "build", "[build-system] requires"],
  [/^project\.dependencies$/, "runtime", "[project] dependencies"],
  [/^project\.optional-dependencies\.[^.]+$/, "optional", "[project.optional-dependencies]"],
  [/^dependency-groups\.[^.]+$/, "optional", "[dependency-groups]"],
  [/^tool\.flit\.metadata\.requires$/, "runtime", "[tool.flit.metadata] requires"]
];
var BACKEND_LISTS = [
  [
    /^tool\.hatch\.build\.(?:targets\.[^.]+\.)?hooks\.[^.]+\.dependencies$/,
    "build",
    "the dependencies of a build hook"
  ],
  [/^tool\.scikit-build\.build\.requires$/, "build", "[tool.scikit-build] build.requires"]
];
var PYPROJECT_TABLES = [
  [/^tool\.poetry\.dependencies$/, "runtime", "[tool.poetry.dependencies]"],
  [/^tool\.poetry\.group\.[^.]+\.dependencies$/, "optional", "[tool.poetry.group]"],
  [/^tool\.poetry\.dev-dependencies$/, "optional", "[tool.poetry.dev-dependencies]"]
];
function pyprojectLines(text) {
  return tomlPositions(text).flatMap((position) => {
    const { path: path4, line, endLine, value } = position;
    const own = match(PYPROJECT_LISTS, path4);
    if (own) return [{ table: own.table, name: null, line, endLine: line, place: own.place }];
    const list = match([...PYPROJECT_LISTS, ...BACKEND_LISTS], path4.slice(0, -1));
    if (list && value !== null) {
      return [
        {
          table: list.table,
          name: requirementName(value),
          line,
          endLine,
          text: value,
          place: list.place
        }
      ];
    }
    const table = match(PYPROJECT_TABLES, path4.slice(0, -1));
    const key = path4.at(-1);
    if (table && key !== void 0) {
      const name = requirementName(key);
      return [{ table: table.table, name, line, endLine, place: table.place }];
    }
    const whole = match(PYPROJECT_TABLES, path4);
    if (whole) return [{ table: whole.table, name: null, line, endLine: line, place: whole.place }];
    return [];
  });
}
function cargoLines(text) {
  const positions = tomlPositions(text).flatMap(({ path: path4, line, endLine, value }) => {
    const at = path4.indexOf("dependencies");
    const table = path4.slice(0, at + 1);
    const isOwn = at === 0 || at === 1 && path4[0] === "workspace" || path4[0] === "target";
    if (at < 0 || !isOwn || path4.length < at + 2) return [];
    return [{ table, name: path4[at + 1] ?? "", key: path4[at + 2], line, endLine, value }];
  });
  const isNumpy = ({ name, key, value }) => name === "numpy" || key === "package" && value === "numpy";
  const names = new Set(positions.filter(isNumpy).map(({ name }) => name));
  return [...names].flatMap((name) => {
    const own = positions.filter((one) => one.name === name);
    const [first2] = own;
    if (!first2 || own.some(({ key }) => key === "workspace")) return [];
    const place = `[${first2.table.join(".")}] in Cargo.toml`;
    return [{ table: "build", name: "numpy", line: first2.line, endLine: first2.endLine, place }];
  });
}
function match(rows, path4) {
  const joined = path4.join(".");
  for (const [pattern, table, place] of rows) if (pattern.test(joined)) return { table, place };
  return null;
}
function setupCfgLines(text) {
  return iniEntries(text).flatMap(({ section, key, lines }) => {
    const table = cfgTable(section, key);
    const first2 = lines[0];
    if (table === null || !first2) return [];
    const place = `[${section}] ${key}`;
    const items2 = lines.flatMap(({ text: item, line }) => {
      const name = requirementName(item);
      return name === null ? [] : [{ table, name, line, endLine: line, text: item, place }];
    });
    return [{ table, name: null, line: first2.line, endLine: first2.line, place }, ...items2];
  });
}
function cfgTable(section, key) {
  if (section === "options" && key === "install_requires") return "runtime";
  if (section === "options" && key === "setup_requires") return "build";
  if (section === "options.extras_require") return "optional";
  return null;
}
var SETUP_KEYWORDS = [
  ["setup_requires", "build"],
  ["install_requires", "runtime"],
  ["extras_require", "optional"]
];
function setupPyLines(text) {
  const tokens = pythonTokens(text);
  return SETUP_KEYWORDS.flatMap(([keyword, table]) => {
    const at = tokens.findIndex(
      (token, index) => token.text === keyword && ["=", ":"].includes(tokens[index + 1]?.text ?? "")
    );
    const start = tokens[at];
    if (!start) return [];
    const place = `${keyword} in setup()`;
    const head = { table, name: null, line: start.line, endLine: start.line, place };
    return [head, ...valueStrings(tokens, at + 2).flatMap((token) => items(token, table, place))];
  });
}
function valueStrings(tokens, at, follow = true) {
  const first2 = tokens[at];
  if (!first2) return [];
  if (first2.kind === "string") return [first2];
  if (first2.kind === "operator" && "[({".includes(first2.text)) {
    return insideBrackets(tokens, at).filter((token) => token.kind === "string");
  }
  if (first2.kind !== "name" || !follow) return [];
  const assigned = tokens.findIndex(
    (token, index) => token.text === first2.text && tokens[index + 1]?.text === "=" && index !== at
  );
  return assigned < 0 ? [] : valueStrings(tokens, assigned + 2, false);
}
function items(token, table, place) {
  return token.text.split("\n").flatMap((part, index) => {
    const name = requirementName(part);
    const line = token.line + index;
    return name === null ? [] : [{ table, name, line, endLine: line, text: part, place }];
  });
}
function listedLines(file, text, table) {
  const lines = textLines(file, text);
  const list = { table: "runtime", name: null, line: 1, endLine: 1, place: file };
  const head = /dev|test|doc|lint|build/i.test(file) && table === void 0 ? [] : [list];
  return [...head, ...lines].map((one) => table === void 0 ? one : { ...one, table });
}
function textLines(file, text) {
  const table = /build/i.test(file) ? "build" : /dev|test|doc|lint/i.test(file) ? "optional" : "runtime";
  return text.split(/\r?\n/).flatMap((content, index) => {
    const wanted = content.replace(/(?:^|\s)#.*$/, "").trim();
    const name = requirementName(wanted);
    const line = index + 1;
    return name === null ? [] : [{ table, name, line, endLine: line, text: wanted, place: file }];
  });
}
function lockLines(text) {
  return tomlPositions(text).flatMap(({ path: path4, line, value }) => {
    const isName = path4.length === 3 && /^packages?$/.test(path4[0] ?? "") && path4[2] === "name";
    if (!isName || value === null) return [];
    const name = requirementName(value);
    return name === null ? [] : [{ table: "lock", name, line, endLine: line, place: "lock" }];
  });
}
function mesonLines(text) {
  const tokens = pythonTokens(text);
  return tokens.flatMap((token, index) => {
    const call = tokens[index - 2];
    const isDependency = call?.text === "dependency" && tokens[index - 1]?.text === "(";
    const name = token.kind === "string" && isDependency ? requirementName(token.text) : null;
    if (name === null) return [];
    return [
      {
        table: "build",
        name,
        line: token.line,
        endLine: token.line,
        place: "dependency()"
      }
    ];
  });
}

// src/judge/locate/surroundings.ts
var UNKNOWN_SURROUNDINGS = { building: [], running: [] };
function surroundingsOf(failing, all) {
  const markersOf = (one) => one.combination.interpreter.markers;
  const builder = ({ buildPython, combination: { platform } }) => all.find(
    ({ combination }) => combination.platform === platform && combination.interpreter.version === buildPython
  );
  return {
    building: failing.map((one) => markersOf(builder(one) ?? one)),
    running: failing.map(markersOf)
  };
}

// src/judge/locate/locate-requirement.ts
var METADATA = [/^pyproject\.toml$/, /^setup\.cfg$/, /^setup\.py$/];
var OTHERS = [
  /^(?:.*requirements.*\.(?:txt|in)|constraints.*\.txt)$/i,
  /^meson\.build$/,
  /^Cargo\.toml$/,
  /^(?:uv|poetry|pdm)\.lock$|^pylock.*\.toml$/
];
var ASIDE = /(?:^|\/)(?:_*tests?_*|testing|testdata|samples?|examples?|fixtures?|docs?|bench(?:marks?)?|vendor(?:ed)?|third[_-]?party|extern(?:al)?|node_modules)\//i;
var PROJECT_FILE = /(?:^|\/)(?:pyproject\.toml|setup\.cfg|setup\.py)$/;
async function locateRequirement(names, tables, sources, surroundings = UNKNOWN_SURROUNDINGS) {
  const found = await allRequirements(sources);
  for (const table of tables) {
    for (const name of names.map(normaliseName)) {
      const all = found.filter((one) => one.table === table && one.name === name);
      const holding = all.filter((one) => holds(one, surroundings));
      const [best, ...rest] = holding.length > 0 ? holding : all;
      if (best) return located(best, `asks for ${name} in ${best.place}`, rest.length);
    }
  }
  return null;
}
function holds({ table, text }, { building, running }) {
  const where = table === "build" ? building : running;
  const requirement2 = text === void 0 ? null : parseRequirement(text);
  if (requirement2?.kind !== "requirement" || where.length === 0) return true;
  return where.some((environment) => evaluateMarker(requirement2.marker, environment, []));
}
async function locateRequirementList(table, sources) {
  const found = await allRequirements(sources);
  const best = found.find((one) => one.table === table && one.name === null);
  if (best) return located(best, `${best.place} is where it belongs`, 0);
  return table === "runtime" ? locateProjectTable(sources) : null;
}
async function locateProjectTable(sources) {
  for (const file of await filesNamed(sources, /^pyproject\.toml$/)) {
    if (!atTheTop(sources, file)) continue;
    const lines = (await sources.text(file) ?? "").split(/\r?\n/);
    const at = lines.findIndex((line) => /^\s*\[project\]/.test(line));
    if (at >= 0) return { file, line: at + 1, why: "[project], which has no dependencies" };
  }
  return null;
}
async function allRequirements(sources) {
  const listed = await namedLists(sources);
  const lists = [];
  for (const { file, table } of listed) {
    const lines = listedLines(file, await sources.text(file) ?? "", table);
    lists.push(...lines.map((one) => ({ ...one, file })));
  }
  const others = await requirementsIn(OTHERS, sources);
  return [
    ...await requirementsIn(METADATA, sources),
    ...lists,
    ...others.filter(({ file }) => !listed.some((one) => one.file === file)),
    ...await bundledPybind11(sources)
  ];
}
async function requirementsIn(names, sources) {
  const found = [];
  const prefix = sources.project === "" ? "" : `${sources.project}/`;
  for (const pattern of names) {
    for (const file of await filesNamed(sources, pattern)) {
      const below = file.startsWith(prefix) ? file.slice(prefix.length) : file;
      if ((PROJECT_FILE.test(file) || ASIDE.test(below)) && !atTheTop(sources, file)) continue;
      const text = await sources.text(file);
      if (text === void 0) continue;
      found.push(...requirementLines(file, text).map((one) => ({ ...one, file })));
    }
  }
  return found;
}
function located(found, why, others) {
  const { file, line, endLine } = found;
  const said = others > 0 ? `${why}; the first of ${others + 1}` : why;
  return endLine > line ? { file, line, endLine, why: said } : { file, line, why: said };
}

// src/judge/locate/locate-finding.ts
import path3 from "node:path";

// src/judge/locate/candidates.ts
var OF_KIND = new Map(
  allKinds().map(({ id, where }) => [id, where])
);
function candidatesFor(diagnosis) {
  const ofKind = fromKind(diagnosis);
  const isMacro = (one) => one.look === "symbol";
  return [
    ...seenAtRunTime(diagnosis),
    ...ofKind.filter(isMacro),
    ...namedRequirement(diagnosis),
    ...ofKind.filter((one) => !isMacro(one)),
    ...lastResorts(diagnosis)
  ];
}
function seenAtRunTime({
  hints: { source, symbol, literals, definition }
}) {
  const isInit = symbol !== void 0 && /^(?:import_(?:array|umath|ufunc)|PyInit_|PyMODINIT)/.test(symbol);
  return [
    ...literals ? [{ look: "literal", texts: literals }] : [],
    ...source ? [{ look: "source", file: source.file, line: source.line }] : [],
    ...definition ? [DEFINITION] : [],
    ...isInit ? [INIT] : [],
    ...symbol !== void 0 && !isInit ? [{ look: "symbol", symbol, mention: true }] : []
  ];
}
function namedRequirement({ hints, fault }) {
  const { requirement: name, table } = hints;
  if (name === void 0) return [];
  if (table === "build") return name === "numpy" ? [BUILD_NUMPY] : [requirement([name], ["build"])];
  const tables = fault === "dependency" ? ANY : ["runtime", "optional", "lock"];
  return [requirement([name], tables), RUNTIME_LIST];
}
var ANY = ["runtime", "optional", "lock", "build"];
function fromKind(diagnosis) {
  const { fault, culprit } = diagnosis;
  if (fault === "dependency") {
    const names = culprit.distribution === null ? [] : [culprit.distribution];
    return [requirement(names, ANY), RUNTIME_LIST];
  }
  const kind = diagnosis.inner ?? diagnosis.kind;
  const [family = ""] = kind.split(".");
  return OF_KIND.get(kind) ?? OF_KIND.get(family) ?? [];
}
function lastResorts({ fault, kind }) {
  if (OF_KIND.get(kind) === WHERE.configuration) return [];
  if (fault === "environment") return [WORKFLOW, DEFINITION, BUILD_FILE];
  if (fault === "dependency") return [BUILD_FILE, WORKFLOW];
  return [DEFINITION, INIT, BUILD_FILE, WORKFLOW];
}

// src/judge/locate/init-line.ts
function initLine(file, text, stem) {
  if (/\.(?:c|cc|cpp|cxx|c\+\+|m|mm|cu|h|hh|hpp|hxx|in)$/i.test(file)) return inC(text, stem);
  if (file.endsWith(".i")) return inC(text, stem) ?? inSwig(text, stem);
  if (file.endsWith(".rs")) return inRust(text, stem);
  if (/\.pyx(?:\.in)?$/.test(file)) return inCython(file, text, stem);
  if (file.endsWith(".pyf")) return inPyf(text, stem);
  return null;
}
function inC(text, stem) {
  const lines = withoutComments(text).split("\n");
  const name = escapeRegExp(stem);
  const init = new RegExp(
    `\\bPyInit_${name}\\s*\\(|\\b(?:PYBIND11_MODULE|NB_MODULE|BOOST_PYTHON_MODULE|PYBIND11_PLUGIN|PyMODINIT_FUNC_NAME|MOD_INIT)\\s*\\(\\s*${name}\\s*[,)]`
  );
  const found = lines.flatMap((line, index) => init.test(line) ? [index] : []);
  const defined = found.find((index) => isDefinition(lines, index));
  const chosen = defined ?? found[0];
  return chosen === void 0 ? null : chosen + 1;
}
function isDefinition(lines, index) {
  const rest = lines.slice(index, index + 4).join("\n");
  const at = rest.search(/[;{]/);
  return at < 0 || rest[at] === "{";
}
function inRust(text, stem) {
  const lines = withoutComments(text).split("\n");
  const attribute = /^\s*#\[\s*(?:pyo3::)?pymodule\b/;
  for (const [index, line] of lines.entries()) {
    if (!attribute.test(line)) continue;
    const block = lines.slice(index, index + 8);
    const at = block.findIndex((one) => /\b(?:fn|mod)\s+[A-Za-z_]/.test(one));
    const own = /\b(?:fn|mod)\s+(?:r#)?(\w+)/.exec(block[at] ?? "")?.[1];
    const renamed = /\bname\s*=\s*"([^"]+)"/.exec(block.slice(0, at).join("\n"))?.[1];
    if (at >= 0 && (renamed ?? own) === stem) return index + at + 1;
  }
  return null;
}
function inCython(file, text, stem) {
  const own = file.slice(file.lastIndexOf("/") + 1).replace(/\.pyx(?:\.in)?$/, "");
  if (own !== stem && own.split(".").at(-1) !== stem) return null;
  const lines = text.split("\n");
  const cimport = lines.findIndex(
    (line) => /^\s*(?:cimport\s+numpy|from\s+numpy\S*\s+cimport)\b/.test(line)
  );
  if (cimport >= 0) return cimport + 1;
  const code = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  return code >= 0 ? code + 1 : null;
}
function inSwig(text, stem) {
  const name = escapeRegExp(stem.replace(/^_/, ""));
  const pattern = new RegExp(`^\\s*%module\\b\\s*(?:\\([^)]*\\))?\\s*"?${name}"?\\s*$`);
  const index = withoutComments(text).split("\n").findIndex((line) => pattern.test(line));
  return index < 0 ? null : index + 1;
}
function inPyf(text, stem) {
  const pattern = new RegExp(`^\\s*python\\s+module\\s+${escapeRegExp(stem)}\\b`, "i");
  const index = text.split("\n").findIndex((line) => pattern.test(line));
  return index < 0 ? null : index + 1;
}
function withoutComments(text) {
  return text.replaceAll("\r\n", "\n").replace(
    /"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (part) => part.startsWith('"') ? part : part.replace(/[^\n]/g, " ")
  );
}
function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// src/judge/locate/locate-module.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import path2 from "node:path";

// src/judge/locate/line-at.ts
function lineAt(text, index) {
  return text.slice(0, index).split("\n").length;
}

// src/judge/locate/definitions.ts
var SOURCE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|pyx|py|f|f77|f90|f95|for|pyf|rs|cu|i|in)$/i;
var BUILD_FILES = /^(?:setup\.py|pyproject\.toml|meson\.build|CMakeLists\.txt|.*\.cmake|Cargo\.toml|setup_.*\.py|build\.py|_?build_.*\.py)$/;
function definitionsIn(file, text) {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (name.endsWith(".py")) return pythonDefinitions(text, name);
  if (name === "pyproject.toml") return pyprojectDefinitions(text);
  if (name === "meson.build") return mesonDefinitions(text);
  if (name === "Cargo.toml") return cargoDefinitions(text);
  return cmakeDefinitions(text, name);
}
function pythonDefinitions(text, file) {
  const tokens = pythonTokens(text);
  return tokens.flatMap((token, index) => {
    const isCall = /(?:Extension|CythonExtension|add_extension|CppExtension)$/.test(token.text);
    if (token.kind !== "name" || !isCall || tokens[index + 1]?.text !== "(") return [];
    if (["def", "class", "import"].includes(tokens[index - 1]?.text ?? "")) return [];
    const inside = withoutDepends(insideBrackets(tokens, index + 1));
    const named = keywordString(inside, "name") ?? keywordString(inside, "target");
    const first2 = inside[0]?.kind === "string" ? inside[0] : void 0;
    const module = named ?? first2;
    if (!module) return [];
    const sources = inside.filter((one) => one.kind === "string" && SOURCE.test(one.text));
    const place = `${token.text}() in ${file}`;
    return [
      {
        module: module.text,
        line: token.line,
        sources: sources.map((one) => one.text),
        place,
        isInstalled: true
      }
    ];
  });
}
function withoutDepends(tokens) {
  const at = tokens.findIndex(
    (one, index) => one.text === "depends" && tokens[index + 1]?.text === "="
  );
  if (at < 0 || !"[(".includes(tokens[at + 2]?.text ?? " ")) return tokens;
  const listed = insideBrackets(tokens, at + 2).length;
  return [...tokens.slice(0, at), ...tokens.slice(at + 4 + listed)];
}
function keywordString(tokens, keyword) {
  const at = tokens.findIndex(
    (one, index) => one.text === keyword && tokens[index + 1]?.text === "="
  );
  const value = at < 0 ? void 0 : tokens[at + 2];
  return value?.kind === "string" ? value : void 0;
}
function pyprojectDefinitions(text) {
  const positions = tomlPositions(text);
  return positions.flatMap((position) => {
    const { path: path4, line, value } = position;
    const joined = path4.join(".");
    if (value === null) return [];
    if (joined === "tool.maturin.module-name") {
      return [
        {
          module: value,
          line,
          sources: [],
          place: "[tool.maturin] module-name",
          isInstalled: true
        }
      ];
    }
    if (!/^tool\.setuptools\.ext-modules\.\d+\.name$/.test(joined)) return [];
    const sources = stringsBelow(positions, [...path4.slice(0, -1), "sources"]);
    return [
      { module: value, line, sources, place: "[tool.setuptools] ext-modules", isInstalled: true }
    ];
  });
}
function stringsBelow(positions, prefix) {
  const start = `${JSON.stringify(prefix).slice(0, -1)},`;
  return positions.flatMap(
    ({ path: path4, value }) => value !== null && JSON.stringify(path4).startsWith(start) ? [value] : []
  );
}
function mesonDefinitions(text) {
  const tokens = pythonTokens(text);
  return tokens.flatMap((token, index) => {
    if (token.text !== "extension_module" || tokens[index + 1]?.text !== "(") return [];
    const inside = insideBrackets(tokens, index + 1);
    const name = inside[0];
    if (name?.kind !== "string") return [];
    const at = inside.findIndex((one, i) => one.text === "subdir" && inside[i + 1]?.text === ":");
    const folder = at < 0 ? void 0 : inside[at + 2];
    const prefix = folder?.kind === "string" ? `${folder.text.replaceAll("/", ".")}.` : "";
    const sources = inside.filter((one) => one.kind === "string" && SOURCE.test(one.text));
    return [
      {
        module: prefix + name.text,
        line: token.line,
        sources: sources.map((one) => one.text),
        place: "extension_module() in meson.build",
        isInstalled: isInstalledByMeson(inside)
      }
    ];
  });
}
function isInstalledByMeson(inside) {
  const at = inside.findIndex((one, i) => one.text === "install" && inside[i + 1]?.text === ":");
  return at < 0 ? inside.some(({ text }) => text === "kwargs") : inside[at + 2]?.text !== "false";
}
var CMAKE_CALL = /\b(pybind11_add_module|nanobind_add_module|python3?_add_library|add_cython_target|python_extension_module|add_python_library|f2py_target)\s*\(\s*"?([^\s")]+)"?([^)]*)\)/gi;
function cmakeDefinitions(text, file) {
  const code = text.replace(
    /#\[\[[\s\S]*?\]\]|#[^\n]*/g,
    (comment2) => comment2.replace(/[^\n]/g, " ")
  );
  const outputs = outputNames(code);
  return Array.from(code.matchAll(CMAKE_CALL), (match2) => ({
    module: outputs.get(match2[2] ?? "") ?? match2[2] ?? "",
    line: lineAt(code, match2.index),
    sources: (match2[3] ?? "").split(/[\s"]+/).filter((word) => SOURCE.test(word)),
    place: `${match2[1] ?? ""}() in ${file}`,
    isInstalled: true
  }));
}
var OUTPUT_NAME = /\bset_(?:target_properties|property)\s*\(\s*(?:TARGET\s+)?([^()]*?)\bPROPERT(?:IES|Y)\b[^()]*?\b(?:LIBRARY_)?OUTPUT_NAME\s+"?([^\s"()]+)/gi;
function outputNames(code) {
  return new Map(
    [...code.matchAll(OUTPUT_NAME)].flatMap(
      ([, targets = "", name = ""]) => targets.split(/[\s"]+/).map((target) => [target, name])
    )
  );
}
function cargoDefinitions(text) {
  const positions = tomlPositions(text);
  const find = (path4) => positions.find((one) => one.path.join(".") === path4);
  const name = find("lib.name") ?? find("package.name");
  if (!name?.value) return [];
  const source = find("lib.path")?.value ?? "src/lib.rs";
  const place = name.path[0] === "lib" ? "[lib] name in Cargo.toml" : "[package] name in Cargo.toml";
  const module = name.value.replaceAll("-", "_");
  return [{ module, line: name.line, sources: [source], place, isInstalled: true }];
}

// src/judge/locate/locate-module.ts
var NATIVE = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|cu|rs|pyx|pyf|i|in)$/i;
var MAX_READ = 4e3;
async function locateInit(module, sources) {
  const stem = stemOf(module);
  const definition = await findDefinition(module, sources);
  const listed = definition ? await resolveSources(definition, sources) : [];
  for (const file of listed) {
    const line = initLine(file, await sources.text(file) ?? "", stem);
    if (line !== null) return { file, line, why: `defines ${module}, says ${definition?.place}` };
  }
  const others = [];
  for (const file of (await nearestFirst(sources)).filter((one) => NATIVE.test(one)).slice(0, MAX_READ)) {
    const text = await sources.text(file);
    const line = text?.includes(stem) || file.includes(stem) ? initLine(file, text ?? "", stem) : null;
    if (line !== null) others.push({ file, line, why: `defines ${module}` });
  }
  const [best, ...rest] = others.sort(
    (a, b) => closeness(b.file, module) - closeness(a.file, module) || compareText(a.file, b.file)
  );
  if (!best) return null;
  return rest.length === 0 ? best : { ...best, why: `${best.why}; nearest by name of ${others.length}` };
}
async function sourcesOf(module, sources) {
  const definition = await findDefinition(module, sources);
  return definition ? resolveSources(definition, sources) : [];
}
async function locateDefinition(module, sources) {
  const found = await findDefinition(module, sources);
  return found ? { file: found.file, line: found.line, why: found.place } : null;
}
var definitions = once(async (sources) => {
  const found = [];
  for (const file of await filesNamed(sources, BUILD_FILES)) {
    const text = await sources.text(file);
    if (text === void 0) continue;
    for (const one of definitionsIn(file, text)) found.push({ ...one, file });
  }
  return found;
});
async function findDefinition(module, sources) {
  const found = (await definitions(sources)).filter((one) => fitness(one, module) > 0);
  return found.sort((a, b) => fitness(b, module) - fitness(a, module))[0] ?? null;
}
function fitness(definition, module) {
  const written = definition.module.replaceAll("/", ".");
  if (written === module) return 1e3;
  const [a, b] = [written.split("."), module.split(".")];
  let equal = 0;
  while (equal < a.length && equal < b.length && a.at(-1 - equal) === b.at(-1 - equal)) equal += 1;
  if (equal === 0 || equal < a.length && equal < b.length) return 0;
  return equal * 10 + closeness(definition.file, module);
}
function closeness(file, module) {
  const packages = new Set(module.split("."));
  const parts = file.replace(/\.[^/.]+$/, "").split("/");
  return parts.filter((part) => packages.has(part)).length;
}
async function resolveSources(definition, sources) {
  const files = await sources.list();
  const folder = path2.posix.dirname(definition.file);
  return definition.sources.flatMap((source) => {
    const clean = source.replace(/\$\{[^}]*\}\/?/g, "").replace(/^\.?\//, "");
    const beside = path2.posix.normalize(path2.posix.join(folder, clean));
    if (files.includes(beside)) return [beside];
    if (beside.includes("*")) {
      const matches = (0, import_picomatch.default)(beside);
      return files.filter((file) => matches(file));
    }
    const ending = files.find((file) => file === clean || file.endsWith(`/${clean}`));
    return ending === void 0 ? [] : [ending];
  });
}
function stemOf(module) {
  return module.slice(module.lastIndexOf(".") + 1);
}

// src/judge/locate/locate-literal.ts
async function locateLiteral(texts, module, sources) {
  const init = await locateInit(module, sources);
  const files = /* @__PURE__ */ new Set([...init ? [init.file] : [], ...await sourcesOf(module, sources)]);
  for (const wanted of texts) {
    const end = wanted.endsWith(".") ? "" : '"';
    const literal = `"${wanted.replaceAll(/["\\]/g, (one) => `\\${one}`)}${end}`;
    for (const file of files) {
      const lines = withoutComments(await sources.text(file) ?? "").split("\n");
      const at = lines.findIndex((line) => line.includes(literal));
      if (at >= 0) return { file, line: at + 1, why: `holds ${literal}` };
    }
  }
  return null;
}

// src/judge/locate/locate-finding.ts
async function locateFinding(diagnosis, modules, sources, surroundings = UNKNOWN_SURROUNDINGS) {
  const names = [.../* @__PURE__ */ new Set([diagnosis.culprit.module, ...modules])].filter(
    (name) => name !== null && !name.startsWith("<")
  );
  for (const candidate of candidatesFor(diagnosis)) {
    const located2 = await search(candidate, names, sources, surroundings);
    if (located2 && await exists(located2, sources)) return located2;
  }
  return null;
}
async function search(candidate, modules, sources, surroundings) {
  switch (candidate.look) {
    case "source":
      return locateSource(candidate.file, candidate.line, sources);
    case "symbol":
      return locateSymbol(candidate.symbol, candidate.mention, modules, sources);
    case "literal":
      return first(modules, (module) => locateLiteral(candidate.texts, module, sources));
    case "init":
      return first(modules, (module) => locateInit(module, sources));
    case "definition":
      return first(modules, (module) => locateDefinition(module, sources));
    case "requirement":
      return locateRequirement(candidate.names, candidate.tables, sources, surroundings);
    case "list":
      return locateRequirementList(candidate.table, sources);
    case "configuration":
      return locateConfiguration(sources);
    case "build-file":
      return locateBuildFile(sources);
    case "workflow":
      return locateWorkflow(sources);
  }
}
async function first(modules, locate) {
  for (const module of modules.slice(0, 50)) {
    const located2 = await locate(module);
    if (located2) return located2;
  }
  return null;
}
async function locateSource(file, line, sources) {
  const posix = file.replaceAll("\\", "/");
  const root = `${sources.root.replaceAll("\\", "/").replace(/\/$/, "")}/`;
  const wanted = path3.posix.normalize(posix.startsWith(root) ? posix.slice(root.length) : posix);
  const files = await nearestFirst(sources);
  const why = "where it happened at run time";
  const exact = [wanted, path3.posix.join(sources.project, wanted)].find(
    (one) => files.includes(one)
  );
  if (exact !== void 0) return { file: exact, line, why };
  const scored = files.map((one) => ({ file: one, equal: equalEnd(one, wanted) })).filter(({ equal }) => equal > 0).sort((a, b) => b.equal - a.equal);
  const [best, second] = scored;
  if (!best) return null;
  if (second?.equal === best.equal && best.equal === 1) return null;
  return { file: best.file, line, why: `${why}; matched by the end of its path` };
}
function equalEnd(a, b) {
  const [left, right] = [a.split("/"), b.split("/")];
  let equal = 0;
  while (equal < left.length && left.at(-1 - equal) === right.at(-1 - equal)) equal += 1;
  return equal;
}
var MAY_HOLD_SYMBOL = /\.(?:c|cc|cpp|cxx|c\+\+|h|hh|hpp|hxx|m|mm|cu|pyx|pxd|pxi|in|py|toml|cfg|cmake)$|(?:^|\/)(?:meson\.build|CMakeLists\.txt)$/i;
async function locateSymbol(symbol, mentionWillDo, [module], sources) {
  if (!/^\w+$/.test(symbol)) return null;
  const name = `(?:\\b|(?<=[-/]D))${symbol}\\b`;
  const word = new RegExp(name);
  const set = new RegExp(`#\\s*define\\s+${symbol}\\b|${name}['"\\s]*[,=(:]`);
  let mention = null;
  const own = module === void 0 ? [] : await sourcesOf(module, sources);
  const files = /* @__PURE__ */ new Set([...own, ...await nearestFirst(sources)]);
  for (const file of [...files].filter((one) => MAY_HOLD_SYMBOL.test(one))) {
    const text = await sources.text(file);
    if (!text?.includes(symbol)) continue;
    const isC = /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|cu)$/i.test(file);
    const lines = (isC ? withoutComments(text) : text.replace(/^\s*#(?!\s*define).*$/gm, "")).split(
      "\n"
    );
    const at = lines.findIndex((line) => set.test(line));
    if (at >= 0) return { file, line: at + 1, why: `sets ${symbol}` };
    const mentioned = lines.findIndex((line) => word.test(line));
    if (mentioned >= 0) mention ??= { file, line: mentioned + 1, why: `mentions ${symbol}` };
  }
  return mentionWillDo ? mention : null;
}
async function exists(located2, sources) {
  const text = await sources.text(located2.file);
  if (text === void 0) return false;
  const lines = text.replace(/\n$/, "").split("\n").length;
  return located2.line >= 1 && located2.line <= lines && (located2.endLine ?? 0) <= lines;
}

export {
  withoutComments,
  lineAt,
  BUILD_FILES,
  definitionsIn,
  locateInit,
  sourcesOf,
  surroundingsOf,
  locateRequirement,
  locateFinding
};
