import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_NUMPY,
  REMOTE_AT_ONCE,
  createRemoteWheels,
  indexOf,
  judgeAudit,
  lockedWheels,
  numpyPage,
  numpysFor,
  oneForEachPlatform,
  packageWheels,
  releaseOf,
  wantedPackages
} from "./chunk-SNDS3ODG.mjs";
import {
  readWheelFile
} from "./chunk-O7LUOAZD.mjs";
import {
  hasModuleName,
  readBinaryFile
} from "./chunk-J752E3P6.mjs";
import {
  locateFinding,
  locateRequirement
} from "./chunk-MTMAMTMT.mjs";
import {
  repositorySources,
  tomlPositions
} from "./chunk-K5XN7KMJ.mjs";
import {
  listOf
} from "./chunk-LL6UFCXA.mjs";
import {
  isBesideWheels,
  isLockName,
  negated,
  otherList,
  parseLock,
  parseRequirementsFile,
  readProjectMetadata,
  wheelFilesOf,
  wheelsAmong
} from "./chunk-WDK7BVOD.mjs";
import {
  createLimiter,
  holdTogether,
  listText
} from "./chunk-MBG44VS5.mjs";
import {
  isSharedFile,
  parseCoreMetadata,
  parseWheelFilename
} from "./chunk-NWNKKPF7.mjs";
import {
  repositoryRoot
} from "./chunk-EBFVU3R3.mjs";
import {
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  groupBy,
  plural
} from "./chunk-C5GTPLUR.mjs";
import {
  admitsPython,
  allows,
  isRequirement
} from "./chunk-Z2AIENEA.mjs";
import {
  normaliseName
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";

// src/commands/audit/audit.ts
import { relative as relative2 } from "node:path";

// src/commands/audit/included-files.ts
import { dirname, resolve } from "node:path";

// src/commands/audit/held-together.ts
function heldTogether(listed, limits) {
  const wanted = groupBy([...listed, ...needed(listed, limits)], ({ name }) => name);
  return [...wanted].flatMap(([name, lines]) => {
    const [first = [], ...others] = byFile(lines);
    const all = others.reduce(
      (found, group) => [
        ...found.flatMap((one) => group.map((other) => both(one, other))),
        ...outside(found, group),
        ...outside(group, found)
      ],
      first
    );
    return byFile(limits.filter((limit) => limit.name === name)).reduce(
      (found, group) => [
        ...found.flatMap((one) => group.map((limit) => both(one, limit))),
        ...outside(found, group)
      ],
      all
    );
  });
}
function needed(listed, limits) {
  const limit = limits.find(({ name }) => name === "numpy");
  if (limit === void 0 || listed.some(({ name }) => name === "numpy")) return [];
  return [{ ...limit, specifier: "", hashes: [], markers: [] }];
}
function byFile(lines) {
  return [...groupBy(lines, ({ file }) => file).values()];
}
function both(one, other) {
  const markers = one.markers.flatMap((left) => other.markers.map((right) => and(left, right)));
  const own = one.markers.length === 0 ? other.markers : one.markers;
  return {
    ...one,
    specifier: within(one.specifier, other.specifier),
    hashes: [...one.hashes, ...other.hashes],
    markers: markers.length === 0 ? own : markers
  };
}
function within(one, other) {
  const all = [...new Set([one, other].filter((text) => text !== ""))];
  const pin = all.find((text) => /^==[^*,]+$/.test(text));
  return pin !== void 0 && all.every((text) => allows(text, pin.slice(2))) ? pin : all.join(",");
}
function outside(lines, others) {
  if (others.some(({ markers }) => markers.length === 0)) return [];
  const [first, ...more] = others.flatMap(
    ({ markers }) => markers.flatMap((one) => negated(one) ?? [])
  );
  if (first === void 0) return lines;
  const nowhere = more.reduce(and, first);
  return lines.map((line) => ({
    ...line,
    markers: line.markers.length === 0 ? [nowhere] : line.markers.map((one) => and(one, nowhere))
  }));
}
function and(left, right) {
  return { operator: "and", left, right };
}

// src/commands/audit/included-files.ts
var MOST_FILES = 100;
async function readWholeLock(path, shownAs, { files }) {
  const notices = [];
  const listed = [];
  const limits = [];
  let first;
  const seen = /* @__PURE__ */ new Set();
  const queue = [{ path: resolve(path), isLimit: false, from: "" }];
  for (let one = queue.shift(); one !== void 0; one = queue.shift()) {
    const key = `${one.isLimit} ${one.path}`;
    if (seen.has(key) || seen.size >= MOST_FILES) continue;
    seen.add(key);
    const shown = shownAs(one.path);
    const bytes = await files.read(one.path);
    if (bytes === void 0) throw missing(shown, one.from);
    const text = listText(bytes);
    const lock = first === void 0 ? readText(text, shown) : parseRequirementsFile(text, shown);
    first ??= lock;
    notices.push(...lock.notices);
    const { isLimit } = one;
    (isLimit ? limits : listed).push(...lock.packages.map((each) => ({ ...each, file: shown })));
    for (const { path: included, as } of lock.includes) {
      if (/^[a-z][a-z+]+:\/\//i.test(included)) {
        notices.push(`${shown} names ${included}, which is not read: audit it, too`);
        continue;
      }
      const next = resolve(dirname(one.path), included);
      queue.push({ path: next, isLimit: isLimit || as === "limits", from: shown });
    }
  }
  if (first === void 0) throw missing(shownAs(path), "");
  const told = /* @__PURE__ */ new Set([...listed.map(({ name }) => name), "numpy"]);
  const unused = new Set(limits.flatMap(({ name }) => told.has(name) ? [] : [name]));
  if (unused.size > 0)
    notices.push(
      `${[...new Set(limits.map(({ file }) => file))].join(", ")}: ${plural(unused.size, "package")} that no requirements file names, only limited there: not read. Name the file itself to have them read`
    );
  return { ...first, packages: heldTogether(listed, limits), notices };
}
function missing(shown, from) {
  return new UserError(`There is no readable file ${shown}${from && `, which ${from} names`}`, {
    exitCode: EXIT.usage,
    remedy: from ? "Check the path on its -r or -c line" : "Name a lock or requirements file that is there"
  });
}
function readText(text, shown) {
  try {
    return parseLock(text, shown);
  } catch (error) {
    const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new UserError(`${shown} cannot be read: ${why}`, {
      exitCode: EXIT.usage,
      remedy: "Write it again with the tool that made it, or use a newer numpy-abi-matrix"
    });
  }
}

// src/commands/audit/locate-audit.ts
import { isAbsolute, join, relative, resolve as resolve2 } from "node:path";
var ANYWHERE = ["runtime", "optional", "build", "lock"];
async function locateAudit(findings, cwd, files, listed) {
  if (findings.length === 0) return findings;
  const root = await repositoryRoot(cwd);
  const sources = repositorySources(files, root, cwd);
  const own = await projectName(cwd, files);
  return together(
    findings.map(async (finding) => {
      const known = finding.location ?? listed.get(finding.culprit.distribution ?? "");
      const location = known ? fromTheTop(known, cwd, root) : await locate(finding, own, sources);
      return { ...finding, location };
    })
  );
}
async function placeUnread(unread, cwd) {
  if (unread.every(({ place }) => place === null)) return unread;
  const root = await repositoryRoot(cwd);
  return unread.map(({ text, place }) => ({
    text,
    place: place === null ? null : fromTheTop(place, cwd, root)
  }));
}
async function locate(finding, own, sources) {
  const { distribution } = finding.culprit;
  if (distribution === null || finding.kind === "bad-wheel") return null;
  if (distribution === own) return locateFinding(finding, finding.modules, sources);
  return locateRequirement([distribution], ANYWHERE, sources);
}
function fromTheTop({ file, ...lines }, cwd, root) {
  const path = relative(root, resolve2(cwd, file)).replaceAll("\\", "/");
  return path.startsWith("..") || isAbsolute(path) ? null : { file: path, ...lines };
}
async function projectName(folder, files) {
  const text = async (name2) => await files.readText(join(folder, name2)) ?? null;
  const [pyproject, setupPy] = [await text("pyproject.toml"), await text("setup.py")];
  const setupCfg = await text("setup.cfg");
  const { name } = readProjectMetadata({ pyproject, setupCfg, hasSetupPy: setupPy !== null });
  const said = name ?? poetryName(pyproject ?? "") ?? NAME_ARGUMENT.exec(setupPy ?? "")?.[1];
  return said === void 0 || said === null ? null : normaliseName(said);
}
var NAME_ARGUMENT = /(?:^|[\s(,])name\s*=\s*['"]([\w.-]+)['"]/m;
function poetryName(pyproject) {
  const found = tomlPositions(pyproject).find(({ path }) => path.join(".") === "tool.poetry.name");
  return found?.value ?? null;
}

// src/commands/audit/read-environment.ts
import { basename, join as join2 } from "node:path";
var MOST_FILES2 = 5e5;
var INFO = /^[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/;
var OF_PIP = /^[~-]/;
var SITE = /^(?:lib\/(?:python|pypy)(?<python>3\.\d+)t?\/site-packages|Lib\/site-packages)\//;
async function readEnvironment(folder, shown, { files, progress }) {
  const all = await files.list(folder, {
    maxFiles: MOST_FILES2,
    skip: (one) => /(?:^|\/)__pycache__$/.test(one)
  });
  const site = all.map((one) => SITE.exec(one)).find((match) => match !== null);
  const root = site?.[0] ?? "";
  const below = all.flatMap((one) => one.startsWith(root) ? [one.slice(root.length)] : []).filter((one) => !OF_PIP.test(one));
  const infos = below.filter((one) => INFO.test(one));
  if (infos.length === 0) {
    throw new UserError(`Nothing is installed in "${shown}"`, {
      exitCode: EXIT.usage,
      remedy: "Name a virtual environment or its site-packages folder"
    });
  }
  const at = (relative3) => join2(folder, root, relative3);
  const python = site?.groups?.["python"];
  const read = async (info) => {
    const parent = info.split("/")[0] ?? "";
    const metadata = parseCoreMetadata(await files.readText(at(info)) ?? "");
    const tags = await files.readText(at(`${parent}/WHEEL`)) ?? "";
    const record = await files.readText(at(`${parent}/RECORD`));
    return {
      parent,
      metadata,
      name: normaliseName(metadata.name ?? parent.replace(/-.*|\.egg-info$/, "")),
      version: metadata.version ?? "",
      tags: /^Tag:/m.test(tags) ? [...tags.matchAll(/^Tag:[ \t]*(\S+)/gm)].map((match) => match[1] ?? "") : NO_TAGS,
      own: recorded(record ?? ""),
      isListed: record !== void 0,
      tops: (await files.readText(at(`${parent}/top_level.txt`)) ?? "").split(/\s+/)
    };
  };
  const found = withUnrecorded(await together(infos.map(read)), below);
  const numpy = found.find(({ name, version }) => name === "numpy" && version !== "");
  if (numpy === void 0) {
    throw new UserError(`No NumPy is installed in "${shown}"`, {
      exitCode: EXIT.usage,
      remedy: "Nothing there can be held against it; audit the wheels instead"
    });
  }
  const wheels = [];
  for (const [done, { parent, metadata, name, version, tags, own }] of found.entries()) {
    progress.update({ doing: [name], done, total: found.length, failed: 0, of: "distributions" });
    if (name === "numpy") continue;
    const binaries = [];
    for (const path of own) {
      const binary = await readBinaryFile(path, at(path));
      if (binary !== void 0) binaries.push(binary);
    }
    if (binaries.length === 0) continue;
    wheels.push({
      kind: "wheel",
      wheel: parent,
      distribution: name,
      version,
      tags,
      requiresPython: metadata.requiresPython ?? "",
      extras: [],
      requirements: metadata.requirements ?? [],
      beside: {
        kind: "fixed",
        how: "installed",
        where: shown || basename(folder),
        line: null,
        requiresPython: python === void 0 ? "" : `==${python}.*`,
        markers: [],
        numpys: [{ specifier: `==${numpy.version}`, markers: [] }],
        exclusive: []
      },
      binaries,
      hasModuleNames: own.some(hasModuleName)
    });
  }
  return wheels;
}
var NO_TAGS = ["py3-none-any"];
function withUnrecorded(found, below) {
  const listed = new Set(found.flatMap(({ own }) => own));
  const rest = below.filter((path) => isSharedFile(path) && !listed.has(path));
  const tops = groupBy(rest, (path) => /^[^/.]+/.exec(path)?.[0] ?? path);
  const isOf = (one, top) => one.tops.includes(top) || one.name === normaliseName(top);
  const unlistedFirst = [...found].sort((a, b) => Number(a.isListed) - Number(b.isListed));
  const owners = new Map(
    [...tops.keys()].map((top) => [top, unlistedFirst.find((one) => isOf(one, top))])
  );
  const known = found.map((one) => ({
    ...one,
    own: [...one.own, ...[...tops].flatMap(([top, own]) => owners.get(top) === one ? own : [])]
  }));
  const nameless = [...tops].filter(([top]) => owners.get(top) === void 0);
  return [...known, ...nameless.map(([top, own]) => withoutInfo(top, own))];
}
function withoutInfo(top, own) {
  const name = normaliseName(top);
  const metadata = parseCoreMetadata("");
  return {
    parent: top,
    metadata,
    name,
    version: "",
    tags: NO_TAGS,
    own,
    isListed: false,
    tops: [top]
  };
}
function recorded(record) {
  return record.split(/\r?\n/).flatMap((line) => {
    const path = /^"((?:[^"]|"")*)"/.exec(line)?.[1]?.replaceAll('""', '"') ?? line.split(",")[0];
    const outside2 = path === void 0 || /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(path);
    return !outside2 && isSharedFile(path) ? [path] : [];
  });
}

// src/commands/audit/read-local.ts
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename as basename3 } from "node:path";

// src/commands/audit/second-thread.ts
import { existsSync } from "node:fs";
import { basename as basename2 } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
var PROGRAM = new URL("./audit-worker.mjs", import.meta.url);
var LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };
function createSecondThread() {
  if (!existsSync(fileURLToPath(PROGRAM))) return null;
  let worker;
  let isBusy = false;
  return {
    async read(path) {
      if (isBusy) return readWheelFile(path);
      isBusy = true;
      worker ??= new Worker(PROGRAM, { resourceLimits: LIMITS });
      const answer = await ask(worker, path);
      isBusy = false;
      if (answer.kind !== "died") return answer;
      worker = void 0;
      return { kind: "unreadable", wheel: basename2(path), reason: answer.reason };
    },
    async end() {
      await worker?.terminate();
    }
  };
}
function ask(worker, path) {
  return new Promise((resolve3) => {
    const settle = (answer) => {
      worker.off("message", settle).off("error", failed).off("exit", ended);
      resolve3(answer);
    };
    const failed = (error) => {
      settle({ kind: "died", reason: `Reading it failed (${error.message})` });
    };
    const ended = () => settle({ kind: "died", reason: "Reading it was stopped" });
    worker.on("message", settle).on("error", failed).on("exit", ended);
    worker.postMessage(path);
  });
}

// src/commands/audit/read-local.ts
var LEAST_BYTES = 4 * 2 ** 20;
async function readLocal(paths, { progress }) {
  const sizes = await together(
    paths.map(async (path) => (await stat(path).catch(() => void 0))?.size ?? 0)
  );
  const enough = sizes.filter((size) => size > LEAST_BYTES / 4).length;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const isWorth = availableParallelism() > 1 && enough > 1 && total > LEAST_BYTES;
  const both2 = isWorth ? createSecondThread() : null;
  const reader = both2 ?? { read: readWheelFile, end: async () => void 0 };
  const limiter = createLimiter(both2 === null ? 1 : 2);
  let done = 0;
  const read = async (path) => {
    progress.update({
      doing: [basename3(path)],
      done,
      total: paths.length,
      failed: 0,
      of: "wheels"
    });
    const wheel = await reader.read(path);
    done += 1;
    return wheel;
  };
  const order = paths.map((_, at) => at).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const found = /* @__PURE__ */ new Map();
  for (const at of order)
    found.set(
      at,
      limiter.run(() => read(paths[at] ?? ""))
    );
  try {
    return await together(paths.map((path, at) => found.get(at) ?? read(path)));
  } finally {
    await reader.end();
  }
}

// src/commands/audit/read-lock.ts
var PAGES_AT_ONCE = 8;
async function readLock(lock, { progress }, index, remote) {
  const shown = lock.file;
  const numpys = lock.packages.filter(({ name }) => name === "numpy");
  if (numpys.length === 0) {
    const nothing = lock.packages.length === 0 ? `${shown} names no package of an index: there is nothing to read` : `${shown} names no NumPy to hold its ${plural(lock.packages.length, "package")} against: add the one that it runs with, such as numpy==2.0.2, or have the packages read by themselves with --requirements`;
    return { files: [], notices: [...lock.notices, nothing], unread: [] };
  }
  const notices = [...lock.notices];
  const unread = [];
  const others = lock.packages.filter((one) => one.name !== "numpy" && mayHoldBinaries(one));
  const limiter = createLimiter(PAGES_AT_ONCE);
  let done = 0;
  const plans = await together(
    others.map(
      (locked) => limiter.run(async () => {
        progress.update({
          doing: [locked.name],
          done,
          total: others.length,
          failed: 0,
          of: "distributions"
        });
        const plan = await planPackage(lock, locked, numpys, index);
        done += 1;
        const { told, missing: missing2 } = tellPlan(plan, locked.numpys ?? numpys);
        const { file, line } = locked;
        const place = line === null ? file : `${file}:${line}`;
        const about = `${locked.name}${locked.specifier} (${place})`;
        if (told !== void 0) notices.push(`${about} ${told}`);
        if (missing2 !== void 0) {
          const at = { file, line: line ?? 1 };
          unread.push({ text: `${about} ${missing2}: not read`, place: at });
        }
        return plan.kind === "wheels" ? { locked, wheels: plan.wheels } : void 0;
      })
    )
  );
  const found = plans.flatMap((plan) => plan ?? []);
  if (found.length + unread.length === 0 && notices.length === lock.notices.length)
    notices.push(nothingBeside(lock, shown));
  const read = await remote.readAll(
    found.flatMap(
      ({ locked, wheels }) => wheels.map((file) => ({ file, beside: besideOf(lock, locked, numpys) }))
    )
  );
  return { files: read, notices, unread };
}
function nothingBeside({ packages }, shown) {
  const numpys = new Set(
    packages.filter(({ name }) => name === "numpy").map(({ specifier }) => `numpy${specifier}`)
  );
  const others = new Set(packages.map(({ name }) => name)).size - 1;
  const beside = others === 0 ? "no other package" : `${plural(others, "other package")}, without wheels that hold binaries`;
  return `${shown} was read: it names ${listOf([...numpys])} and ${beside}, so nothing can fail on that NumPy. Name a file that lists all that is installed, dependencies too (pip freeze, uv pip compile, a lock)`;
}
function mayHoldBinaries({ wheels }) {
  const parsed = wheels.flatMap((one) => parseWheelFilename(one) ?? []);
  return parsed.length === 0 || parsed.some(({ tags }) => tags.some((tag) => !tag.endsWith("-any")));
}
function tellPlan(plan, numpys) {
  switch (plan.kind) {
    case "pure":
      return {};
    case "wheels":
      return plan.areOthers ? { told: "lists wheels that are not on the package index: those that are there were read" } : {};
    case "apart": {
      const all = [...new Set(numpys.map(({ specifier }) => `numpy${specifier}`))].join(" and ");
      const where = `has no wheel for a Python and system that ${all} has one for`;
      return { told: `${where}, so NumPy would have to be built there: not read` };
    }
    case "sources":
      return { told: "has no wheel there, only sources: not read" };
    case "absent":
      return { missing: "is not on the package index in force" };
    case "mismatch":
      return { missing: "has no file on the package index with a checksum that it lists" };
    default:
      return plan;
  }
}
async function planPackage(lock, locked, numpys, index) {
  const numpy = await index.fetchProject("numpy");
  const project = await index.fetchProject(locked.name);
  const release = releaseOf(project, locked.specifier);
  if (release === void 0) return { kind: "absent" };
  const { version } = release;
  const files = project.files.filter((one) => one.version === version);
  const named = lockedWheels(files, locked);
  if (named.kind === "mismatch" || named.kind === "sources") return { kind: named.kind };
  if (named.wheels.length === 0) return { kind: "sources" };
  const all = named.wheels.filter(({ tags }) => tags.some((tag) => !tag.endsWith("-any")));
  const beside = locked.numpys ?? numpys;
  const meets = ({ markers }, target) => holdTogether([locked.markers, markers], target.markers, lock.exclusive);
  const goes = (target) => {
    const python = target.markers["python_full_version"] ?? "";
    return admitsPython(lock.requiresPython, python) && admitsPython(locked.requiresPython, python) && beside.some((one) => meets(one, target));
  };
  const meetsNumpy = (target) => beside.some(
    (one) => meets(one, target) && numpysFor(numpy, target).some((version2) => allows(one.specifier, version2))
  );
  const wheels = oneForEachPlatform(all, (target) => goes(target) && meetsNumpy(target));
  if (wheels.length > 0) return { kind: "wheels", wheels, areOthers: named.kind === "others" };
  return { kind: oneForEachPlatform(all, goes).length > 0 ? "apart" : "pure" };
}
function besideOf(lock, locked, numpys) {
  return {
    kind: "fixed",
    how: "locked",
    where: locked.file,
    line: locked.line,
    requiresPython: [lock.requiresPython, locked.requiresPython].filter((one) => one).join(","),
    markers: locked.markers,
    numpys: (locked.numpys ?? numpys).map(({ specifier, markers }) => ({ specifier, markers })),
    exclusive: lock.exclusive
  };
}

// src/commands/audit/audit.ts
var PAGES_AT_ONCE2 = 8;
async function audit(config, world, readInput) {
  const { spec, environmentDirs } = config.subject;
  const named = spec.kind === "wheels" ? spec.globs : [];
  for (const one of named) {
    const other = otherList(shownPath(one, world));
    if (other !== void 0)
      throw new UserError(other.message, { exitCode: EXIT.usage, remedy: other.remedy });
  }
  const locks = named.filter((one) => isLockName(one) && !isBesideWheels(one));
  const { wheels: paths, notices: beside } = await wheelPaths(
    named.filter((one) => !locks.includes(one)),
    world
  );
  const packages = await wantedPackages(config, world, readInput);
  const needed2 = locks.length > 0 || packages.length > 0;
  const local = [
    ...await readLocal(paths, world),
    ...await together(
      environmentDirs.map((one) => readEnvironment(one, shownPath(one, world), world))
    ).then((all) => all.flat())
  ];
  const index = await indexOf(config, world, needed2);
  const numpy = index === null ? null : await numpyPage(index, needed2);
  const notices = [...beside];
  const unread = [];
  const remote = [];
  if (index !== null && needed2) {
    const wheels = createRemoteWheels(index, world, createLimiter(REMOTE_AT_ONCE));
    try {
      for (const lock of locks) {
        const whole = await readWholeLock(lock, (path) => shownPath(path, world), world);
        const read = await readLock(whole, world, index, wheels);
        remote.push(...read.files);
        notices.push(...read.notices);
        unread.push(...read.unread);
      }
      const files = await wheelsOf(packages, config, index, { notices, unread });
      const beside2 = { kind: "metadata" };
      remote.push(...await wheels.readAll(files.map((file) => ({ file, beside: beside2 }))));
      unread.push(...wheels.unread().map(({ text }) => ({ text, place: null })));
    } finally {
      wheels.end();
    }
  }
  if (numpy === null) notices.push(NO_NUMPY);
  const judged = judgeAudit([...local, ...remote], numpy);
  const listed = new Map(packages.flatMap(({ name, place }) => place ? [[name, place]] : []));
  const findings = await locateAudit(judged.findings, world.cwd, world.files, listed);
  return { ...judged, findings, notices, unread: await placeUnread(unread, world.cwd) };
}
function shownPath(path, { cwd }) {
  const short = relative2(cwd, path).replaceAll("\\", "/");
  return short === "" || short.startsWith("..") ? path : short;
}
async function wheelPaths(globs, world) {
  const found = await together(globs.map((glob) => wheelFilesOf(glob, world)));
  const empty = globs.filter((_, at) => found[at]?.length === 0);
  if (empty.length > 0) {
    const shown = empty.map((glob) => shownPath(glob, world));
    throw new UserError(`No wheel matches ${shown.map((one) => `"${one}"`).join(", ")}`, {
      exitCode: EXIT.usage,
      remedy: remedyFor(shown)
    });
  }
  return wheelsAmong([...new Set(found.flat())].sort());
}
function remedyFor(named) {
  const environment = named.find((one) => /(?:^|[\\/.])v?env$|-packages$/.test(one));
  if (environment !== void 0)
    return `For what is installed in a folder: --environment-dir ${environment}`;
  const release = named.find(isRequirement);
  if (release !== void 0)
    return `Use --package (the input packages) for packages from the index: --package "${release}"`;
  return 'Name wheels, a folder of wheels, a pattern in quotes (such as "dist/**/*.whl"), or a lock file (uv.lock, pylock.toml, poetry.lock, pdm.lock, Pipfile.lock, requirements.txt)';
}
async function wheelsOf(packages, { subject: { allPlatforms } }, index, told) {
  const limiter = createLimiter(PAGES_AT_ONCE2);
  const found = await together(
    packages.map((one) => limiter.run(() => packageWheels(one, allPlatforms, index)))
  );
  return found.flatMap((one, at) => {
    if (one.kind === "wheels") return one.wheels;
    const { kind, reason, remedy } = one;
    if (packages[at]?.how === "named")
      throw new UserError(reason, { exitCode: EXIT.usage, remedy });
    const text = `${reason}: not read`;
    if (kind === "unknown") told.unread.push({ text, place: packages[at]?.place ?? null });
    else told.notices.push(text);
    return [];
  });
}

export {
  audit
};
