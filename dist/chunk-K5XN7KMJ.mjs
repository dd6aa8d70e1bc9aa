import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  BUILD_RULES,
  ELSEWHERE_KINDS,
  FAILURE_RULES,
  INTEGRITY_RULES,
  QUIET_RULES,
  SET_UP_KINDS,
  swallowed
} from "./chunk-LL6UFCXA.mjs";
import {
  isMadeFolder
} from "./chunk-EBFVU3R3.mjs";
import {
  compareText
} from "./chunk-C5GTPLUR.mjs";

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
  return [...new Map(rules.map((kind) => [kind.id, kind])).values()];
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
  allKinds,
  nearestFirst,
  ownFiles,
  once,
  filesNamed,
  atTheTop,
  locateBuildFile,
  locateFallback,
  locateConfiguration,
  locateWorkflow,
  tomlPositions,
  repositorySources
};
