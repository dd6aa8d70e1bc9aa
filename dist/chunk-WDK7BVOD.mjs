import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  anyOf,
  fileName,
  headerLines,
  parseToml,
  tableOf,
  tablesOf,
  textOf
} from "./chunk-MBG44VS5.mjs";
import {
  tomlProblem
} from "./chunk-ZHMNUZM2.mjs";
import {
  TomlError,
  parse
} from "./chunk-GYQQMVWE.mjs";
import {
  require_picomatch
} from "./chunk-JFO4LJHS.mjs";
import {
  isNode
} from "./chunk-OXWJFX4A.mjs";
import {
  baseName,
  isRecord,
  listSome,
  recordOf,
  textsOf
} from "./chunk-C5GTPLUR.mjs";
import {
  parseRequirement
} from "./chunk-GR3IJQ3H.mjs";
import {
  normaliseSpecifier,
  specProblem
} from "./chunk-Z2AIENEA.mjs";
import {
  normaliseName
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/packaging/beside-wheels.ts
var ABOUT_ONE = /\.(?:whl|tar\.(?:gz|bz2|xz|Z)|tgz|zip)\.[A-Za-z][\w.]*$/;
var CHECKSUMS = /(?:^|[-_.])(?:sha\d+|md5|b2|blake2b?|check)[-_]?sums?(?:\.(?:txt|asc|sig|gpg|json))*$/i;
var STATEMENT = /\.(?:cdx|spdx)\.json$|\.intoto\.jsonl$/;
function isBesideWheels(path) {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const isRequirements = /requirements/i.test(name) && !ABOUT_ONE.test(name);
  return !isRequirements && [ABOUT_ONE, CHECKSUMS, STATEMENT].some((pattern) => pattern.test(name));
}

// src/measure/subject/wheel-files.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { basename, join } from "node:path";

// src/packaging/is-sdist-name.ts
function isSdistName(path) {
  return /-\d[^\\/]*\.(?:tar\.(?:gz|bz2|xz|Z)|tgz|zip)$/.test(path);
}

// src/measure/subject/wheel-files.ts
async function wheelFilesOf(glob, world) {
  const absolute = glob.startsWith("/") || /^[A-Za-z]:/.test(glob) ? glob : join(world.cwd, glob);
  const posix = absolute.replaceAll("\\", "/");
  if (await world.files.exists(absolute)) {
    const inside = await world.files.list(absolute);
    if (inside.length === 0 && /\.\w+$/.test(absolute)) return [absolute];
    return inside.filter((file) => /^[^/]+\.whl$/.test(file)).map((file) => join(absolute, file));
  }
  const { base } = import_picomatch.default.scan(posix);
  const matches = (0, import_picomatch.default)(posix);
  const below = await world.files.list(base);
  return below.map((file) => `${base}/${file}`).filter((path) => path.endsWith(".whl") && matches(path));
}
function wheelsAmong(files) {
  const about = files.filter(isBesideWheels).map((file) => basename(file));
  const sdists = files.filter(isSdistName).map((file) => basename(file));
  const wheels = files.filter((file) => !isSdistName(file) && !isBesideWheels(file));
  const whats = [
    ...told(
      sdists,
      "a source distribution",
      "source distributions",
      ", in which nothing is compiled"
    ),
    ...told(about, "no wheel", "no wheels", " but what is said of them")
  ];
  if (wheels.length === 0 && files.length > 0) {
    throw new UserError(`${whats.join("; ")}: there is no wheel to read`, {
      exitCode: EXIT.usage,
      remedy: sdists[0] === void 0 ? "Name the wheels themselves" : `Build a wheel (python -m pip wheel --no-deps ${sdists[0]}) and name that; or unpack it and run \`check\` in its folder, which builds one for each Python`
    });
  }
  return { wheels, notices: whats.map((what) => `${what}: not read`) };
}
function told(names, one, many, why) {
  if (names.length === 0) return [];
  return [`${listSome(names, 3)} ${names.length === 1 ? `is ${one}` : `are ${many}`}${why}`];
}

// src/packaging/locks/other-lists.ts
var OTHERS = [
  [
    /^pixi\.(?:lock|toml)$/i,
    "names packages of conda, which are no wheels",
    "Read what pixi installed: --environment-dir .pixi/envs/default (or another environment below .pixi/envs)"
  ],
  [
    /^(?:conda-?lock|environment|conda|.*[.-]conda-lock|conda-(?:linux|osx|win)-.*)(?:[.-].*)?\.(?:ya?ml|lock)$/i,
    "names packages of conda, which are no wheels",
    'Read what conda installed: --environment-dir "$CONDA_PREFIX"'
  ],
  [
    /^(?:pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/,
    "names what is allowed, not what is installed",
    "Name the lock file that belongs to it (uv.lock, pylock.toml, poetry.lock, pdm.lock, Pipfile.lock), or one that `uv pip compile` writes: uv pip compile pyproject.toml -o requirements.txt"
  ]
];
function otherList(file) {
  const [, what, remedy] = OTHERS.find(([name]) => name.test(baseName(file))) ?? [];
  return what === void 0 || remedy === void 0 ? void 0 : { message: `${file} ${what}`, remedy };
}

// src/packaging/locks/left-out.ts
function leftOut(file, line, name, from) {
  const place = line === null ? file : `${file}:${line}`;
  return `${place}: ${name} comes from ${from}, not from a package index: not read`;
}
var SOURCES = {
  git: "a git checkout",
  vcs: "a checkout",
  url: "an address",
  archive: "an archive",
  path: "a file or folder",
  file: "a file",
  directory: "a folder",
  editable: "a folder"
};
function sourceOf(keys) {
  for (const key of keys) if (Object.hasOwn(SOURCES, key)) return SOURCES[key];
  return void 0;
}
function refuseForm(version, known) {
  if (version === void 0) return;
  const major = Number.parseInt(String(version), 10);
  if (major === known) return;
  throw new Error(
    `it is a lock of version ${String(version)}, and this tool knows version ${known}`
  );
}

// src/packaging/locks/pdm-lock.ts
function parsePdmLock(text, file) {
  const document = parseToml(text);
  const metadata = tableOf(document["metadata"]);
  refuseForm(metadata["lock_version"], 4);
  const lines = headerLines(text, "package");
  const notices = [];
  const pythons = tablesOf(metadata["targets"]).map((one) => textOf(one["requires_python"]));
  return {
    file,
    // One for each platform that it was locked for; of several, each package says its own.
    requiresPython: new Set(pythons).size === 1 ? pythons[0] ?? "" : "",
    packages: tablesOf(document["package"]).flatMap((table, at) => {
      const version = textOf(table["version"]);
      const name = normaliseName(textOf(table["name"]));
      const elsewhere = sourceOf(Object.keys(table));
      if (elsewhere !== void 0) notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      if (version === "" || elsewhere !== void 0 || "extras" in table) return [];
      const files = tablesOf(table["files"]).map(
        (one) => textOf(one["file"]) || fileName(textOf(one["url"]))
      );
      return [
        {
          name,
          specifier: `==${version}`,
          wheels: files.filter((one) => one.endsWith(".whl")),
          hashes: [],
          markers: anyOf([textOf(table["marker"])]),
          requiresPython: textOf(table["requires_python"]),
          numpys: null,
          line: lines[at] ?? null
        }
      ];
    }),
    exclusive: [],
    includes: [],
    notices
  };
}

// src/packaging/locks/pipfile-lock.ts
function parsePipfileLock(text, file) {
  const document = JSON.parse(text);
  refuseForm(fieldOf(fieldOf(document, "_meta"), "pipfile-spec"), 6);
  const groups = Object.entries(recordOf(document)).map(
    ([name, group]) => name === "_meta" ? [] : Object.entries(recordOf(group))
  );
  const lines = text.split("\n");
  const packages = [];
  const notices = [];
  for (const [name, entry] of groups.flat()) {
    const specifier = String(fieldOf(entry, "version") ?? "");
    const at = lines.findIndex((line) => line.trim() === `${JSON.stringify(name)}: {`);
    const elsewhere = sourceOf(Object.keys(Object(entry)));
    if (elsewhere !== void 0 && fieldOf(entry, "path") !== ".")
      notices.push(leftOut(file, at < 0 ? null : at + 1, name, elsewhere));
    if (elsewhere !== void 0 || !specifier.startsWith("==")) continue;
    packages.push({
      name: normaliseName(name),
      specifier: specifier.replace(/^===?/, "=="),
      wheels: [],
      hashes: textsOf(fieldOf(entry, "hashes")).flatMap(
        (one) => /^sha256:([0-9a-f]{64})$/.exec(one)?.[1] ?? []
      ),
      markers: anyOf([String(fieldOf(entry, "markers") ?? "")]),
      requiresPython: "",
      numpys: null,
      line: at < 0 ? null : at + 1
    });
  }
  const requires = fieldOf(fieldOf(document, "_meta"), "requires");
  const python = fieldOf(requires, "python_version");
  return {
    file,
    requiresPython: typeof python === "string" ? `==${python}.*` : "",
    packages: once(packages),
    exclusive: [],
    includes: [],
    notices
  };
}
function fieldOf(value, name) {
  return recordOf(value)[name];
}
function once(packages) {
  const keys = packages.map(
    ({ name, specifier, markers }) => JSON.stringify([name, specifier, markers])
  );
  return packages.filter((_, at) => keys.indexOf(keys[at] ?? "") === at);
}

// src/packaging/locks/poetry-lock.ts
function parsePoetryLock(text, file) {
  const document = parseToml(text);
  const metadata = tableOf(document["metadata"]);
  const form = textOf(metadata["lock-version"]);
  if (!form.startsWith("1.")) refuseForm(form || void 0, 2);
  const apart = tableOf(metadata["files"]);
  const lines = headerLines(text, "package");
  const notices = [];
  return {
    file,
    requiresPython: withCommas(textOf(metadata["python-versions"])),
    packages: tablesOf(document["package"]).flatMap((table, at) => {
      const version = textOf(table["version"]);
      const name = textOf(table["name"]);
      const elsewhere = sourceOf([textOf(tableOf(table["source"])["type"])]);
      if (elsewhere !== void 0) notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      if (version === "" || elsewhere !== void 0) return [];
      const files = tablesOf(table["files"] ?? apart[name]).map((one) => textOf(one["file"]));
      return [
        {
          name: normaliseName(name),
          specifier: `==${version}`,
          wheels: files.filter((one) => one.endsWith(".whl")),
          hashes: [],
          markers: markersOf(table),
          requiresPython: withCommas(textOf(table["python-versions"])),
          numpys: null,
          line: lines[at] ?? null
        }
      ];
    }),
    exclusive: [],
    includes: [],
    notices
  };
}
function markersOf(table) {
  const said = table["markers"];
  if (typeof said === "string") return anyOf([said]);
  const each = tableOf(said);
  const groups = Array.isArray(table["groups"]) ? textsOf(table["groups"]) : Object.keys(each);
  return anyOf(groups.map((group) => textOf(each[group])));
}
function withCommas(text) {
  if (text === "*") return "";
  return text.replaceAll(
    /\^(\d+)((?:\.\d+)*)/g,
    (_, major, rest) => `>=${major}${rest},<${Number(major) + 1}`
  );
}

// src/packaging/locks/pylock.ts
function parsePylock(text, file) {
  const document = parseToml(text);
  refuseForm(document["lock-version"], 1);
  const lines = headerLines(text, "packages");
  const notices = [];
  return {
    file,
    requiresPython: textOf(document["requires-python"]),
    packages: tablesOf(document["packages"]).flatMap((table, at) => {
      const version = textOf(table["version"]);
      const name = normaliseName(textOf(table["name"]));
      const elsewhere = sourceOf(Object.keys(table));
      if (elsewhere !== void 0 && tableOf(table["directory"])["path"] !== ".")
        notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      if (version === "" || elsewhere !== void 0) return [];
      return [
        {
          name,
          specifier: `==${version}`,
          wheels: tablesOf(table["wheels"]).map(
            (one) => textOf(one["name"]) || fileName(textOf(one["url"]) || textOf(one["path"]))
          ),
          hashes: [],
          markers: anyOf([choicesAsExtras(textOf(table["marker"]))]),
          requiresPython: textOf(table["requires-python"]),
          numpys: null,
          line: lines[at] ?? null
        }
      ];
    }),
    exclusive: [],
    includes: [],
    notices
  };
}
function choicesAsExtras(marker) {
  return marker.replaceAll(
    /(["'])([^"']*)\1\s+(not\s+)?in\s+(extras|dependency_groups)\b/g,
    (_, quote, name, not, of) => `extra ${not ? "!=" : "=="} ${quote}${of === "extras" ? "" : "group-"}${name}${quote}`
  );
}

// src/packaging/logical-lines.ts
function logicalLines(text) {
  const found = [];
  let open;
  for (const [index, raw] of text.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
    const bare = raw.replace(/(?:^|\s)#.*$/, "").trim();
    const continues = bare.endsWith("\\");
    const part = continues ? bare.slice(0, -1).trim() : bare;
    const { line, at } = open ?? { line: "", at: index + 1 };
    const joined = { line: `${line} ${part}`.trim(), at };
    open = continues ? joined : void 0;
    if (!continues && joined.line !== "") found.push(joined);
  }
  if (open !== void 0 && open.line !== "") found.push(open);
  return found;
}

// src/packaging/locks/requirement-lines.ts
var INCLUDED = /^(-r|-c|--requirement|--constraint)(?:\s*=\s*|\s+|(?<=^-[rc]))(?!-)(\S.*)$/;
var INDEX = /^(?:-i|-f|--index-url|--extra-index-url|--find-links|--no-index)(?![\w-])/;
var EDITABLE = /^(?:-e|--editable)(?:[ =]+|(?<=^-e))(\S+)/;
var ELSEWHERE = /^(?:[.~]\S*|[a-z][a-z+]*:\S+|[^\s;<>=@[]*[/\\]\S*|\S+\.(?:whl|zip|tgz|tar\.(?:gz|bz2|xz))(?![^\s[]))/i;
function requirementLines(text) {
  return logicalLines(text).flatMap(({ line, at }) => {
    const read = readLine(line);
    return read === void 0 ? [] : [{ ...read, at }];
  });
}
function readLine(line) {
  const [, how, path] = INCLUDED.exec(line) ?? [];
  if (how !== void 0 && path !== void 0) {
    const as = /^--?r/.test(how) ? "requirements" : "limits";
    return { kind: "included", path: path.trim().replace(/^(["'])(.*)\1$/, "$2"), as };
  }
  const option = INDEX.exec(line)?.[0];
  if (option !== void 0) return { kind: "index", option };
  const elsewhere = EDITABLE.exec(line)?.[1] ?? ELSEWHERE.exec(line)?.[0];
  if (elsewhere !== void 0) return { kind: "elsewhere", what: elsewhere };
  if (line.startsWith("-")) return void 0;
  const read = parseRequirement(line.replaceAll(/\s--[a-z-]+(?:[= ]\S+)?/g, "").trim());
  if (read.kind === "problem") return { kind: "problem", problem: read };
  const hashes = [...line.matchAll(/\s--hash[= ]sha256:([0-9a-f]{64})/g)];
  return { kind: "requirement", requirement: read, hashes: hashes.map(([, sum = ""]) => sum) };
}

// src/packaging/locks/requirements-file.ts
var INDEX_FLAGS = {
  "-i": "give `--index-url`",
  "--index-url": "give `--index-url`",
  "--extra-index-url": "give `--extra-index-url`",
  "-f": "give `--find-links`",
  "--find-links": "give `--find-links`",
  "--no-index": "the configured index is asked"
};
function parseRequirementsFile(text, file) {
  const packages = [];
  const notices = [];
  const includes = [];
  for (const line of requirementLines(text)) {
    const { at } = line;
    switch (line.kind) {
      case "included":
        includes.push({ path: line.path, as: line.as });
        break;
      case "index":
        notices.push(`${file}:${at}: ${line.option} is not read here: ${INDEX_FLAGS[line.option]}`);
        break;
      case "elsewhere":
        if (!/^\.(?:\[.*\])?$/.test(line.what))
          notices.push(leftOut(file, at, line.what, "a folder or an address"));
        break;
      case "problem":
        notices.push(`${file}:${at}: ${line.problem.message}`);
        break;
      case "requirement": {
        const { name, specifier, url, marker } = line.requirement;
        if (url !== null) {
          notices.push(leftOut(file, at, name, "an address"));
          break;
        }
        packages.push({
          name,
          specifier,
          wheels: [],
          hashes: line.hashes,
          markers: marker === null ? [] : [marker],
          requiresPython: "",
          numpys: null,
          line: at
        });
        break;
      }
      default:
        line;
    }
  }
  return { file, requiresPython: "", packages, exclusive: [], includes, notices };
}

// src/packaging/locks/uv-lock.ts
function parseUvLock(text, file) {
  const document = parseToml(text);
  refuseForm(document["version"], 1);
  const tables = tablesOf(document["package"]);
  const lines = headerLines(text, "package");
  const needed = dependencyMarkers(tableOf(document["manifest"]), tables);
  const notices = [];
  return {
    file,
    requiresPython: textOf(document["requires-python"]),
    packages: tables.flatMap((table, at) => {
      const name = normaliseName(textOf(table["name"]));
      const version = textOf(table["version"]);
      const source = tableOf(table["source"]);
      const elsewhere = sourceOf(Object.keys(source));
      if (elsewhere !== void 0 && !isProject(source))
        notices.push(leftOut(file, lines[at] ?? null, name, elsewhere));
      if (version === "" || elsewhere !== void 0 || "virtual" in source) return [];
      const forks = anyOf(textsOf(table["resolution-markers"]));
      return [
        {
          name,
          specifier: `==${version}`,
          wheels: tablesOf(table["wheels"]).map(
            (one) => fileName(textOf(one["url"]) || textOf(one["path"]) || textOf(one["filename"]))
          ),
          hashes: [],
          markers: forks.length > 0 ? forks : needed(name, version),
          requiresPython: "",
          numpys: numpysBeside(table),
          line: lines[at] ?? null
        }
      ];
    }),
    exclusive: tablesIn(document["conflicts"]).map((set) => set.map(nameInMarkers)),
    includes: [],
    notices
  };
}
function nameInMarkers(table) {
  const project = textOf(table["package"]);
  const key = ["extra", "group"].find((one) => one in table);
  const start = `${key ?? "project"}-${project.length}-${project}`;
  return normaliseName(key === void 0 ? start : `${start}-${textOf(table[key])}`);
}
function numpysBeside(table) {
  const own = edgesOf(table).filter((edge) => normaliseName(textOf(edge["name"])) === "numpy");
  if (own.length === 0 || !own.every((edge) => textOf(edge["version"]) !== "")) return null;
  return own.map((edge) => ({
    specifier: `==${textOf(edge["version"])}`,
    markers: anyOf([textOf(edge["marker"])])
  }));
}
function isProject(source) {
  return [source["editable"], source["directory"]].includes(".");
}
function dependencyMarkers(manifest, packages) {
  const found = /* @__PURE__ */ new Map();
  const groups = Object.values(tableOf(manifest["dependency-groups"]));
  const roots = [manifest["requirements"], ...groups].flatMap(tablesOf);
  for (const edge of [...roots, ...packages.flatMap(edgesOf)]) {
    const key = edgeKey(normaliseName(textOf(edge["name"])), textOf(edge["version"]));
    found.set(key, [...found.get(key) ?? [], textOf(edge["marker"])]);
  }
  return (name, version) => anyOf([edgeKey(name, ""), edgeKey(name, version)].flatMap((key) => found.get(key) ?? []));
}
function edgeKey(name, version) {
  return `${name}==${version}`;
}
function edgesOf(table) {
  const groups = [tableOf(table["optional-dependencies"]), tableOf(table["dev-dependencies"])];
  const all = [table["dependencies"], ...groups.flatMap((group) => Object.values(group))];
  return all.flatMap(tablesOf);
}
function tablesIn(value) {
  return Array.isArray(value) ? value.map(tablesOf) : [];
}

// src/packaging/locks/parse-lock.ts
var PARSERS = [
  // A script's lock of uv lies beside it.
  [/^uv\.lock$|\.py\.lock$/, parseUvLock],
  [/^poetry\.lock$/, parsePoetryLock],
  [/^pdm(?:\..+)?\.lock$/, parsePdmLock],
  [/^Pipfile\.lock$/i, parsePipfileLock],
  [/^pylock(?:\..+)?\.toml$/, parsePylock],
  [/\.(?:txt|in)$|^requirements[^/]*\.lock$/i, parseRequirementsFile]
];
var FORMS = [
  [/^\[\[packages\]\]/m, parsePylock],
  [/^lock_version\s*=/m, parsePdmLock],
  [/^(?:content-hash|lock-version)\s*=/m, parsePoetryLock],
  [/^\[\[package\]\]/m, parseUvLock],
  [/^\s*"pipfile-spec"\s*:/m, parsePipfileLock]
];
function isLockName(path) {
  return parserOf(path) !== void 0;
}
function parseLock(text, file) {
  const parser = parserOf(file);
  if (parser === void 0)
    throw new Error(`${JSON.stringify(file)} is no lock file that is known`);
  return parser(text, file);
}
function parseToolLock(text, file) {
  const form = FORMS.find(([pattern]) => pattern.test(text))?.[1];
  const parser = parserOf(file) ?? form;
  return parser === void 0 || parser === parseRequirementsFile ? null : parser(text, file);
}
function parserOf(path) {
  const name = baseName(path);
  return PARSERS.find(([pattern]) => pattern.test(name))?.[1];
}

// src/packaging/pyproject/with-extra.ts
function withExtra(line, extra) {
  const at = line.indexOf(";");
  const head = at < 0 ? line : line.slice(0, at);
  const marker = at < 0 ? "" : ` and (${line.slice(at + 1).trim()})`;
  return `${head.trimEnd()} ; extra == "${extra}"${marker}`;
}

// src/packaging/pyproject/setup-cfg.ts
function parseSetupCfg(text) {
  const sections = readSections(text);
  const metadata = sections.get("metadata");
  const options = sections.get("options");
  if (metadata === void 0 && options === void 0) {
    return void 0;
  }
  const extras = [...sections.get("options.extras_require") ?? []].flatMap(
    ([extra, value]) => listOf(value).map((line) => withExtra(line, extra))
  );
  const requires = literal(options?.get("install_requires") ?? options?.get("install-requires"));
  return {
    name: literal(metadata?.get("name")),
    version: literal(metadata?.get("version")),
    requiresPython: literal(options?.get("python_requires") ?? options?.get("python-requires")),
    extras: [...sections.get("options.extras_require")?.keys() ?? []],
    requirements: requires === null ? null : [...listOf(requires), ...extras]
  };
}
function literal(value) {
  return value === void 0 || /^(?:file|attr):/.test(value) ? null : value.trim();
}
function listOf(value) {
  return value.split(value.includes("\n") ? "\n" : ";").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function readSections(text) {
  const sections = /* @__PURE__ */ new Map();
  let section = /* @__PURE__ */ new Map();
  let key;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[(?<name>[^\]]+)\]/.exec(line)?.groups?.["name"];
    const option = /^(?<key>[^\s#;=:[][^=:]*?)\s*[=:]\s*(?<value>.*)$/.exec(line)?.groups;
    if (/^\s*[#;]/.test(line)) {
      continue;
    }
    if (header !== void 0) {
      section = sections.get(header.trim()) ?? /* @__PURE__ */ new Map();
      sections.set(header.trim(), section);
      key = void 0;
    } else if (option !== void 0) {
      key = (option["key"] ?? "").trim().toLowerCase();
      section.set(key, option["value"] ?? "");
    } else if (key !== void 0 && /^\s+\S/.test(line)) {
      section.set(key, `${section.get(key)}
${line.trim()}`);
    }
  }
  return sections;
}

// src/packaging/pyproject/project-metadata.ts
function readProjectMetadata(files) {
  const problems = [];
  const document = files.pyproject === null ? {} : readToml(files.pyproject, problems);
  const project = document["project"];
  const buildSystem = recordOf(document["build-system"]);
  if (isRecord(project)) {
    return { ...fromProjectTable(project, problems), problems };
  }
  const backend = buildSystem["build-backend"] ?? "setuptools.build_meta";
  const isSetuptools = typeof backend === "string" && backend.startsWith("setuptools");
  const cfg = files.setupCfg === null || !isSetuptools ? null : parseSetupCfg(files.setupCfg) ?? null;
  const unsaid = files.hasSetupPy || cfg === null ? null : [];
  const lines = cfg?.requirements ?? unsaid;
  return {
    name: cfg?.name ?? null,
    version: cfg?.version ?? null,
    requiresPython: cfg?.requiresPython ?? (unsaid === null ? null : ""),
    requirements: lines === null ? null : readAll(lines, "setup.cfg", problems),
    provides: unsaid === null ? null : (cfg?.extras ?? []).map(normaliseName),
    problems
  };
}
function readToml(text, problems) {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) {
      throw error;
    }
    problems.push(tomlProblem(error, text));
    return {};
  }
}
function fromProjectTable(project, problems) {
  const dynamic = new Set(strings(project["dynamic"]) ?? []);
  const name = typeof project["name"] === "string" ? project["name"] : null;
  const lines = stringList(project["dependencies"], "[project] dependencies", problems);
  const extras = Object.entries(recordOf(project["optional-dependencies"])).flatMap(
    ([extra, list]) => stringList(list, `[project.optional-dependencies] ${extra}`, problems).map(
      (line) => withExtra(line, extra)
    )
  );
  const isOpen = dynamic.has("dependencies") || dynamic.has("optional-dependencies");
  const required = project["requires-python"];
  if (required !== void 0 && !isSpecifier(required)) {
    problems.push(
      specProblem(
        `pyproject.toml: requires-python ${JSON.stringify(required)} is no version specifier`,
        'Write it as ">=3.9" or ">=3.9,<3.14"'
      )
    );
  }
  return {
    name,
    version: typeof project["version"] === "string" ? project["version"] : null,
    requiresPython: dynamic.has("requires-python") ? null : isSpecifier(required) ? required : "",
    requirements: isOpen ? null : readAll([...lines, ...extras], "pyproject.toml", problems),
    provides: dynamic.has("optional-dependencies") ? null : Object.keys(recordOf(project["optional-dependencies"])).map(normaliseName)
  };
}
function readAll(lines, file, problems) {
  return lines.flatMap((line) => {
    const requirement = parseRequirement(line);
    if (requirement.kind === "problem") {
      problems.push({ ...requirement, message: `${file}: ${requirement.message}` });
      return [];
    }
    return [requirement];
  });
}
function stringList(value, where, problems) {
  const list = value === void 0 ? [] : strings(value);
  if (list === void 0) {
    problems.push(
      specProblem(
        `pyproject.toml: ${where} must be a list of strings`,
        'Write it as ["numpy>=1.23"]'
      )
    );
  }
  return list ?? [];
}
function strings(value) {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : void 0;
}
function isSpecifier(value) {
  return typeof value === "string" && normaliseSpecifier(value) !== void 0;
}

// src/packaging/locks/other-markers.ts
var OPPOSITES = {
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  "==": "!=",
  "!=": "==",
  in: "not in",
  "not in": "in"
};
function negated(marker) {
  if (!isNode(marker)) {
    const operator = OPPOSITES[marker.operator];
    return operator === void 0 ? void 0 : { ...marker, operator };
  }
  const [left, right] = [negated(marker.left), negated(marker.right)];
  if (left === void 0 || right === void 0) return void 0;
  return { operator: marker.operator === "and" ? "or" : "and", left, right };
}
function withoutExtras(marker) {
  if (!isNode(marker)) {
    return [marker.left, marker.right].some((one) => one === "extra") ? void 0 : marker;
  }
  const [left, right] = [withoutExtras(marker.left), withoutExtras(marker.right)];
  if (left !== void 0 && right !== void 0) return { ...marker, left, right };
  return marker.operator === "and" ? left ?? right : void 0;
}

export {
  isBesideWheels,
  wheelFilesOf,
  wheelsAmong,
  otherList,
  requirementLines,
  parseRequirementsFile,
  isLockName,
  parseLock,
  parseToolLock,
  negated,
  withoutExtras,
  readProjectMetadata
};
