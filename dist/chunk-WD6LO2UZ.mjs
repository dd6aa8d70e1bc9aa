import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  BUILD_RULES,
  FAILURE_RULES,
  INTEGRITY_RULES,
  NOBODY,
  QUIET_RULES,
  SET_UP_KINDS,
  WHERE,
  diagnosed,
  swallowed
} from "./chunk-HGX2UX2D.mjs";
import {
  isMadeFolder
} from "./chunk-EBFVU3R3.mjs";
import {
  compareText
} from "./chunk-C5GTPLUR.mjs";

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
function describeComparison(found, suspect) {
  switch (found.kind) {
    case "differs":
      return describeDifference(found.trial, found.reference, found.differences, suspect);
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
function kind(where, id, name, category, severity, means, remedy, links = []) {
  return { id, where, name, category, severity, means, remedy, links };
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
  kind(
    WHERE.nowhere,
    "bad-wheel",
    "A file cannot be read as a wheel",
    "configuration",
    "error",
    "The archive is damaged, encrypted, or holds paths, links or sizes that no wheel has.",
    "Build or download the wheel again."
  ),
  rangeTooWide,
  rangeTooNarrow,
  knownFailurePasses,
  buildWithoutExtensions
];

// src/judge/diagnose/docs.ts
function allKinds() {
  const rules = [
    ...FAILURE_RULES,
    swallowed,
    ...QUIET_RULES,
    ...INTEGRITY_RULES,
    ...BUILD_RULES,
    ...SET_UP_KINDS,
    ...ELSEWHERE_KINDS
  ];
  return [...new Map(rules.map((kind2) => [kind2.id, kind2])).values()];
}

// src/judge/locate/project-files.ts
import path from "node:path";
var nearestFirst = once(async (sources) => {
  const files = await sources.list();
  const own = new Set(await ownFiles(sources));
  return ranked(files, (file) => own.has(file));
});
var ownFiles = once(async (sources) => {
  const files = await sources.list();
  const prefix = sources.project === "" ? "" : `${sources.project}/`;
  const nested = files.filter((file) => file.startsWith(prefix) && file.endsWith("/pyproject.toml")).map((file) => file.slice(0, -"pyproject.toml".length)).filter((folder) => folder !== prefix);
  const above = (file) => {
    const folder = path.posix.dirname(file);
    return folder === "." || prefix.startsWith(`${folder}/`);
  };
  const own = files.filter(
    (file) => file.startsWith(prefix) && !nested.some((folder) => file.startsWith(folder)) || above(file)
  );
  return ranked(own, (file) => file.startsWith(prefix));
});
function once(make) {
  const known = /* @__PURE__ */ new WeakMap();
  return (sources) => {
    const found = known.get(sources) ?? make(sources);
    known.set(sources, found);
    return found;
  };
}
function ranked(files, isFirst) {
  const ranks = new Map(
    files.map((file) => [file, (isFirst(file) ? 0 : 1e3) + file.split("/").length])
  );
  const rank = (file) => ranks.get(file) ?? 0;
  return [...files].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
}
async function filesNamed(sources, name) {
  return (await ownFiles(sources)).filter((file) => name.test(path.posix.basename(file)));
}
function atTheTop(sources, file) {
  const folder = path.posix.dirname(file);
  return folder === "." || folder === sources.project || sources.project.startsWith(`${folder}/`);
}

// src/judge/locate/locate-build-file.ts
var BUILD = [
  [/^pyproject\.toml$/, [/^\s*\[build-system\]/, /^\s*\[project\]/]],
  [/^setup\.py$/, [/^\s*(?:\w+\.)?setup\s*\(/]],
  [/^setup\.cfg$/, [/^\[options\]/, /^\[metadata\]/]],
  [/^meson\.build$/, [/^\s*project\s*\(/]],
  [/^CMakeLists\.txt$/, [/^\s*project\s*\(/i]],
  [/^Cargo\.toml$/, [/^\s*\[lib\]/, /^\s*\[package\]/]],
  [/^(?:.*requirements.*\.(?:txt|in)|(?:uv|poetry|pdm)\.lock|pylock.*\.toml)$/i, []]
];
async function locateBuildFile(sources) {
  for (const [name, patterns] of BUILD) {
    for (const file of await filesNamed(sources, name)) {
      if (!atTheTop(sources, file)) continue;
      const line = meaningfulLine(await sources.text(file) ?? "", patterns);
      if (line !== null) return { file, line, why: "the build file, as no line says more" };
    }
  }
  return null;
}
async function locateFallback(sources) {
  return await locateBuildFile(sources) ?? await locateWorkflow(sources);
}
async function locateConfiguration(sources) {
  for (const file of await filesNamed(sources, /^pyproject\.toml$/)) {
    const lines = (await sources.text(file) ?? "").split(/\r?\n/);
    const table = lines.findIndex((line) => /^\s*\[tool\.["']?numpy-abi-matrix["']?\]/.test(line));
    const known = lines.findIndex((line, at) => at > table && /^\s*known-failures\s*=/.test(line));
    if (table >= 0) return { file, line: Math.max(table, known) + 1, why: "our own settings" };
  }
  return null;
}
async function locateWorkflow(sources) {
  const files = (await sources.list()).filter(
    (one) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(one)
  );
  for (const file of files) {
    const lines = (await sources.text(file) ?? "").split(/\r?\n/);
    const step = lines.findIndex((line) => /^[\s-]*(?:uses|run):.*numpy-abi-matrix/.test(line));
    if (step >= 0) return { file, line: step + 1, why: "the workflow step that runs the check" };
  }
  return null;
}
function meaningfulLine(text, patterns) {
  const lines = text.split(/\r?\n/);
  for (const pattern of [...patterns, /^\s*[^\s#]/]) {
    const at = lines.findIndex((line) => pattern.test(line));
    if (at >= 0) return at + 1;
  }
  return null;
}

// src/packaging/pyproject/toml-positions.ts
function tomlPositions(text) {
  return new Scanner(text).document();
}
var Scanner = class {
  #text;
  #found = [];
  #counts = /* @__PURE__ */ new Map();
  #at = 0;
  #line = 1;
  constructor(text) {
    this.#text = text.replaceAll("\r\n", "\n");
  }
  document() {
    let table = [];
    this.#skipBlanks(true);
    while (this.#at < this.#text.length) {
      const start = this.#at;
      if (this.#text[this.#at] === "[") table = this.#header() ?? table;
      else this.#pair(table);
      this.#restOfLine();
      this.#skipBlanks(true);
      if (this.#at === start) this.#step();
    }
    return this.#found;
  }
  #header() {
    const line = this.#line;
    const isArray = this.#text.startsWith("[[", this.#at);
    this.#step(isArray ? 2 : 1);
    const keys = this.#keys();
    if (keys === null) return null;
    const key = JSON.stringify(keys);
    const path3 = this.#withIndices(isArray ? keys.slice(0, -1) : keys);
    if (isArray) {
      const index = (this.#counts.get(key) ?? -1) + 1;
      this.#counts.set(key, index);
      path3.push(keys.at(-1) ?? "", String(index));
    }
    this.#found.push({ path: path3, line, endLine: line, value: null });
    return path3;
  }
  /** `[a.b]` below `[[a]]` belongs to the last element of `a`. */
  #withIndices(keys) {
    return keys.flatMap((key, index) => {
      const count = this.#counts.get(JSON.stringify(keys.slice(0, index + 1)));
      return count === void 0 ? [key] : [key, String(count)];
    });
  }
  #pair(table) {
    const line = this.#line;
    const keys = this.#keys();
    this.#skipBlanks(false);
    if (keys === null || this.#text[this.#at] !== "=") return false;
    this.#step();
    this.#value([...table, ...keys], line);
    return true;
  }
  #keys() {
    const keys = [];
    for (; ; ) {
      this.#skipBlanks(false);
      const quote = this.#text[this.#at];
      if (quote === '"' || quote === "'") {
        keys.push(this.#string());
      } else {
        const bare = /[A-Za-z0-9_-]+/y;
        bare.lastIndex = this.#at;
        const match = bare.exec(this.#text);
        if (!match) return null;
        this.#step(match[0].length);
        keys.push(match[0]);
      }
      this.#skipBlanks(false);
      if (this.#text[this.#at] !== ".") return keys;
      this.#step();
    }
  }
  #value(path3, keyLine) {
    this.#skipBlanks(false);
    const at = this.#found.length;
    const first = this.#text[this.#at];
    let value = null;
    if (first === '"' || first === "'") value = this.#string();
    else if (first === "[") this.#array(path3);
    else if (first === "{") this.#inlineTable(path3);
    else this.#bare();
    this.#found.splice(at, 0, { path: path3, line: keyLine, endLine: this.#line, value });
  }
  #array(path3) {
    this.#step();
    for (let index = 0; ; index += 1) {
      this.#skipBlanks(true);
      const next = this.#text[this.#at];
      if (next === void 0) return;
      if (next === "]") break;
      const before = this.#at;
      this.#value([...path3, String(index)], this.#line);
      this.#skipBlanks(true);
      if (this.#text[this.#at] === ",") this.#step();
      else if (this.#at === before) this.#step();
    }
    this.#step();
  }
  #inlineTable(path3) {
    this.#step();
    for (; ; ) {
      this.#skipBlanks(true);
      const next = this.#text[this.#at];
      if (next === void 0) return;
      if (next === "}") break;
      const before = this.#at;
      this.#pair(path3);
      this.#skipBlanks(true);
      if (this.#text[this.#at] === ",") this.#step();
      else if (this.#at === before) this.#step();
    }
    this.#step();
  }
  #string() {
    const quote = this.#text[this.#at] ?? '"';
    const long = this.#text.startsWith(quote.repeat(3), this.#at);
    this.#step(long ? 3 : 1);
    const start = this.#at;
    const end = this.#endOfString(quote, long);
    const raw = this.#text.slice(start, end).replace(long ? /^\n/ : /^$/, "");
    this.#step(end - start + (long ? 3 : 1));
    return quote === "'" ? raw : unescapeBasic(raw);
  }
  #endOfString(quote, long) {
    for (let at = this.#at; at < this.#text.length; at += 1) {
      const here = this.#text[at];
      if (here === "\\" && quote === '"') at += 1;
      else if (here === "\n" && !long) return at;
      else if (here === quote && !long) return at;
      else if (here === quote && this.#text.startsWith(quote.repeat(3), at)) {
        let end = at;
        while (this.#text[end + 3] === quote && end < at + 2) end += 1;
        return end;
      }
    }
    return this.#text.length;
  }
  #bare() {
    while (this.#at < this.#text.length && !/[,\]}\n#]/.test(this.#text[this.#at] ?? "")) {
      this.#step();
    }
  }
  #skipBlanks(lines) {
    for (; ; ) {
      const here = this.#text[this.#at];
      if (here === " " || here === "	" || here === "\uFEFF") this.#step();
      else if (lines && here === "\n") this.#step();
      else if (lines && here === "#") this.#restOfLine();
      else return;
    }
  }
  #restOfLine() {
    while (this.#at < this.#text.length && this.#text[this.#at] !== "\n") this.#step();
  }
  #step(count = 1) {
    for (let index = 0; index < count && this.#at < this.#text.length; index += 1) {
      if (this.#text[this.#at] === "\n") this.#line += 1;
      this.#at += 1;
    }
  }
};
var SHORT = {
  b: "\b",
  t: "	",
  n: "\n",
  f: "\f",
  r: "\r",
  e: "\x1B",
  '"': '"',
  "\\": "\\"
};
function unescapeBasic(raw) {
  return raw.replace(
    /\\(?:([btnfre"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|[ \t]*\n\s*)/g,
    (_match, short, four, eight, two) => {
      if (short !== void 0) return SHORT[short] ?? "";
      const hex = four ?? eight ?? two;
      if (hex === void 0) return "";
      const code = Number.parseInt(hex, 16);
      return code <= 1114111 ? String.fromCodePoint(code) : "";
    }
  );
}

// src/judge/locate/sources.ts
import path2 from "node:path";
var MAX_FILES = 2e4;
var MAX_BYTES = 2 * 1024 * 1024;
var SKIPPED = /(?:^|\/)(?:\.git|\.hg|\.svn|node_modules|build|dist|_skbuild|\.?venv[^/]*|\.?env|\.tox|\.nox|\.eggs|[^/]*\.egg-info|__pycache__|site-packages|\.mypy_cache|\.pytest_cache|\.ruff_cache|builddir|cmake-build-[^/]*|target)(?:\/|$)/;
function repositorySources(files, root, project) {
  const relative = path2.relative(root, path2.resolve(root, project)).split(path2.sep).join("/");
  let listed;
  const texts = /* @__PURE__ */ new Map();
  const list = () => {
    listed ??= files.list(root, {
      maxFiles: MAX_FILES,
      skip: (file) => SKIPPED.test(file),
      skipFolder: isMadeFolder
    }).then((found) => found.filter((file) => isClean(file) && !SKIPPED.test(file)).sort());
    return listed;
  };
  const read = async (file) => {
    if (!(await list()).includes(file)) return void 0;
    const text = await files.readText(path2.join(root, file), MAX_BYTES);
    return text?.includes("\0") ? void 0 : text;
  };
  return {
    root,
    project: relative === "." || relative.startsWith("..") ? "" : relative,
    list,
    text: (file) => {
      const known = texts.get(file) ?? read(file);
      texts.set(file, known);
      return known;
    }
  };
}
function isClean(file) {
  return !file.split(/[/\\]/).some((part) => part === "" || part === "." || part === "..");
}

export {
  describeComparison,
  rangeTooWide,
  rangeTooNarrow,
  knownFailurePasses,
  buildWithoutExtensions,
  allKinds,
  nearestFirst,
  ownFiles,
  filesNamed,
  atTheTop,
  locateBuildFile,
  locateFallback,
  locateConfiguration,
  locateWorkflow,
  tomlPositions,
  repositorySources
};
