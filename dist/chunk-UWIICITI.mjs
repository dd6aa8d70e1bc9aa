import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  tomlProblem
} from "./chunk-ZHMNUZM2.mjs";
import {
  TomlError,
  parse
} from "./chunk-6LSX34WM.mjs";
import {
  require_picomatch
} from "./chunk-JFO4LJHS.mjs";
import {
  isRecord,
  listSome,
  recordOf
} from "./chunk-2KEVZ26T.mjs";
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

export {
  isBesideWheels,
  wheelFilesOf,
  wheelsAmong,
  logicalLines,
  readProjectMetadata
};
