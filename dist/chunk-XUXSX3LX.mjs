import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parsePythonSpec
} from "./chunk-TQHHQOZR.mjs";
import {
  otherList,
  parseToolLock,
  readProjectMetadata,
  requirementLines,
  wheelFilesOf,
  wheelsAmong,
  withoutExtras
} from "./chunk-WDK7BVOD.mjs";
import {
  availableInterpreters,
  createLimiter,
  inspectInterpreter,
  listReleases,
  listText,
  networkTrouble,
  prepareTools,
  seriesOf
} from "./chunk-MBG44VS5.mjs";
import {
  OLDEST_MINOR,
  THIS_MACHINE,
  THIS_PLATFORM,
  TomlError,
  buildEnvironment,
  endedWell,
  environmentPython,
  onPath,
  parse,
  probeEnvironment,
  pythonLabel,
  pythonName,
  redact,
  resolved
} from "./chunk-GYQQMVWE.mjs";
import {
  diskFull,
  removeOrLeave,
  removeTree,
  saysDiskFull
} from "./chunk-X3BWH247.mjs";
import {
  createByteReader,
  isSharedFile,
  openWheel,
  parseCoreMetadata,
  parseWheelFilename
} from "./chunk-NWNKKPF7.mjs";
import {
  buildsOf,
  declaredBy,
  declaredFloor,
  expectedWork,
  factsOn,
  fewestShards,
  matchesCombination,
  measuredCombination,
  readBuilt,
  readPlans,
  refuseOtherSubject,
  shardOf,
  validateMeasurement,
  withoutProbes
} from "./chunk-YFW36LPT.mjs";
import {
  createSharer,
  formatMoment,
  withShared
} from "./chunk-K6IXYRTY.mjs";
import {
  gitTopLevel,
  isMadeFolder
} from "./chunk-EBFVU3R3.mjs";
import {
  evaluateMarker,
  extrasOf,
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  NUMPY_NONE,
  combinationId,
  compareNumpy,
  meaningOfSignal
} from "./chunk-PLGXYP7V.mjs";
import {
  baseName,
  groupBy,
  isRecord,
  textsOf
} from "./chunk-C5GTPLUR.mjs";
import {
  parseRequirement
} from "./chunk-GR3IJQ3H.mjs";
import {
  admitsMinor,
  admitsPython,
  allows,
  releaseSegment,
  specProblem
} from "./chunk-Z2AIENEA.mjs";
import {
  minorOf,
  normaliseName,
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError,
  interrupted
} from "./chunk-7YHZB25F.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/measure/install/tested-wheel.ts
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
async function testedWheel(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { file: basename(path), sha256: hash.digest("hex") };
}

// src/measure/subject/subject.ts
function sourceFolder(subject) {
  switch (subject.kind) {
    case "project":
      return subject.folder;
    case "wheels":
    case "packages":
      return null;
    default:
      return subject;
  }
}

// src/commands/documents/measured-subject.ts
import { isAbsolute, relative } from "node:path";
async function measuredSubject(subject, world) {
  const folder = sourceFolder(subject);
  return {
    kind: subject.kind,
    name: subject.name,
    version: subject.version,
    facts: subject.facts.map(withoutFiles),
    folder: folder === null ? null : await folderOf(folder, world.cwd),
    commit: folder === null ? null : await commitOf(folder, world)
  };
}
function withoutFiles({ onPython, wheels, ...facts }) {
  return {
    ...facts,
    wheels: wheels === null ? null : [],
    ...onPython && {
      onPython: Object.fromEntries(
        Object.entries(onPython).map(([label, one]) => [label, withoutFiles(one)])
      )
    }
  };
}
async function folderOf(project, cwd) {
  const folder = relative(await gitTopLevel(project) ?? cwd, project);
  return isAbsolute(folder) || folder.startsWith("..") ? "" : folder.replaceAll("\\", "/");
}
async function commitOf(project, { processes, env }) {
  const { ending, stdout } = await processes.run("git", ["rev-parse", "HEAD"], {
    cwd: project,
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]])
    ),
    timeoutSeconds: 10
  });
  const commit = stdout.trim();
  return endedWell(ending) && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
}

// src/commands/prepare/given-plan.ts
function ownPart(given, { mode, axes: { shard } }) {
  const { plan, subject } = given;
  const planned = mode === "build" ? buildsOf(plan.planned) : plan.planned;
  if (shard === null) return planned;
  refuseFewShards(planned, shard.count);
  return shardOf(planned, shard, expectedWork(mode === "build" ? {} : plan, subject.kind));
}
function refuseFewShards(planned, count) {
  const fewest = fewestShards(planned);
  if (count >= fewest) return;
  throw new UserError(
    `The plan has ${fewest} platforms, and ${count === 1 ? "one part" : `${count} parts`} cannot hold them: a part runs on one machine`,
    { exitCode: EXIT.usage, remedy: `Cut it into ${fewest} parts or more` }
  );
}
function specsFor(part, config) {
  if (config.pythons.some(({ kind }) => kind === "path")) return config.pythons;
  const texts = new Set(
    part.map(
      ({ python, interpreter: { version: version2 } }) => releaseSegment(version2) === version2 || /\d\.\d+\.\d/.test(python) ? python : `${python}-dev`
    )
  );
  return [...texts].flatMap((text) => {
    const spec = parsePythonSpec(text);
    return "message" in spec ? [] : [spec];
  });
}
function planHere(given, part, pythons) {
  refuseOtherPlatform(given, part, pythons.chosen);
  const planned = [];
  const lacking = [];
  for (const one of part) {
    const found = pythons.chosen.find((python) => isCalled(python, one.python));
    if (found) planned.push({ ...one, interpreter: found.interpreter });
    else {
      const why = pythons.unavailable.find(({ label }) => label === one.python)?.reason;
      const message = why ?? `Python ${one.python}, which the plan names, is not available here`;
      lacking.push(
        withoutProbes(one, { kind: "error", setUp: "no-interpreter", message, lines: [] })
      );
    }
  }
  const { excluded: excluded2, missing: missing2, notices: notices2 } = given.plan;
  return { plan: { planned, excluded: excluded2, missing: missing2, notices: notices2 }, lacking };
}
function isCalled({ label, interpreter }, name) {
  return label === name || pythonLabel(interpreter, true) === name;
}
function refuseOtherPlatform(given, part, chosen) {
  const [first] = chosen;
  const foreign = part.find(
    ({ interpreter }) => first && interpreter.platform !== first.interpreter.platform
  );
  if (!first || !foreign) return;
  const runner = given.runners[foreign.platform];
  throw new UserError(
    `This part of the plan is for ${foreign.interpreter.platform}, and this machine is ${first.interpreter.platform}`,
    {
      exitCode: EXIT.usage,
      remedy: runner ? `Run it on ${runner}, where the plan was made` : "Run it on that platform; with --shard I/N each part has one platform"
    }
  );
}

// src/host/debugger.ts
async function findDebugger(world) {
  for (const kind of ["gdb", "lldb"]) {
    const [executable] = await onPath(kind, world.env);
    if (executable) return { kind, executable };
  }
  return null;
}

// src/measure/build/build-stage.ts
import { join as join17 } from "node:path";

// src/packaging/compatibility.ts
function tagSet(interpreter) {
  return {
    interpreter,
    ranks: new Map(interpreter.tags.map((tag, rank) => [tag, rank])),
    abis: new Set(interpreter.tags.map(withoutPlatform))
  };
}
function installable(release2, tags, allowYanked) {
  const { interpreter } = tags;
  const name = `NumPy ${release2.version}`;
  if (release2.wheels.length === 0) {
    const cause2 = `that NumPy has no wheels at all`;
    return { kind: "does-not", reason: `${name} has no wheels at all`, cause: cause2 };
  }
  const admitted = release2.wheels.filter(
    (wheel2) => admitsPython(wheel2.requiresPython, interpreter.version)
  );
  const first = release2.wheels[0];
  if (admitted.length === 0 && first !== void 0) {
    const cause2 = `that NumPy does not support that Python (requires-python)`;
    return { kind: "does-not", reason: `${name} requires Python ${first.requiresPython}`, cause: cause2 };
  }
  const wheel = bestWheel(
    admitted.filter((candidate) => allowYanked || candidate.yanked === false),
    tags
  );
  if (wheel !== void 0) {
    return { kind: "installs", wheel };
  }
  const yanked = bestWheel(admitted, tags);
  if (yanked !== void 0) {
    const reason = yankedReason(name, yanked);
    return { kind: "does-not", reason, cause: reason };
  }
  const here = onThisPlatform(admitted, tags);
  return {
    kind: "does-not",
    reason: `${name} has no wheel for ${pythonName(interpreter)}${here}`,
    cause: `that NumPy has no wheel for that Python${here}`
  };
}
function bestWheel(wheels, tags) {
  let best;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const wheel of wheels) {
    for (const tag of wheel.tags) {
      const rank = tags.ranks.get(tag);
      if (rank !== void 0 && rank < bestRank) {
        best = wheel;
        bestRank = rank;
      }
    }
  }
  return best;
}
function onThisPlatform(wheels, tags) {
  const otherPlatform = wheels.some(
    (wheel) => wheel.tags.some((tag) => tags.abis.has(withoutPlatform(tag)) && !tag.endsWith("-any"))
  );
  return otherPlatform ? ` on this platform (${platformOf(tags.interpreter)})` : "";
}
function yankedReason(name, wheel) {
  const why = typeof wheel.yanked === "string" && wheel.yanked !== "" ? `: ${wheel.yanked}` : "";
  return `${name} was withdrawn (yanked)${why}`;
}
function platformOf({ tags, platform }) {
  const platforms = tags.map((tag) => tag.slice(tag.lastIndexOf("-") + 1));
  return platforms.find((each) => !/^(?:linux_|any$)/.test(each)) ?? platforms[0] ?? platform;
}
function withoutPlatform(tag) {
  return tag.slice(0, tag.lastIndexOf("-"));
}

// src/plan/numpy-slots.ts
var SPEC0_NUMPY_MONTHS = 24;
function slotsOf(spec, options) {
  const stable = options.releases.filter((release2) => !release2.prerelease && !release2.yanked);
  const declared = fromFloor(stable, options.floor);
  const none = () => specProblem(`no release of NumPy matches ${JSON.stringify(spec.text)}`, released(stable));
  const filled = (slots) => slots.length === 0 ? none() : slots;
  switch (spec.kind) {
    case "none":
      return [];
    case "auto":
      return filled(seriesSlots(declared));
    case "oldest":
      return filled(slot(declared, declared.at(-1)));
    case "latest":
      return filled(slot(declared.toReversed()));
    case "prerelease":
      return filled(slot(options.releases.filter((each) => !each.yanked).toReversed()));
    case "nightly":
      return options.nightly.length === 0 ? specProblem(
        "the nightly index has no NumPy",
        "Check nightly-index: it must be the address of a simple index with nightly wheels"
      ) : slot(options.nightly.toReversed()).map((each) => ({
        ...each,
        nightly: true,
        named: true
      }));
    case "edges":
      return filled(edgeSlots(declared));
    case "spec0": {
      const since = monthsBefore(options.today, SPEC0_NUMPY_MONTHS);
      const series = seriesSlots(stable).filter((each) => (firstUpload(each) ?? "") >= since);
      return filled(series.map((each) => ({ ...each, spec0: true })));
    }
    case "minor": {
      const patches = stable.filter((r) => r.major === spec.major && r.minor === spec.minor);
      return patches.length > 0 ? slot(patches.toReversed()).map((each) => ({ ...each, named: true })) : missing(`${spec.major}.${spec.minor}`, options.releases, "series");
    }
    case "exact": {
      const release2 = options.releases.find((each) => allows(`==${spec.version}`, each.version));
      return release2 === void 0 ? missing(spec.version, options.releases, "release") : slot([release2]).map((each) => ({ ...each, exact: true, named: true }));
    }
    case "range": {
      const pool = /\d(?:a|b|rc|\.?dev)\d/.test(spec.specifier) ? options.releases.filter((each) => !each.yanked) : stable;
      return filled(seriesSlots(pool.filter((each) => allows(spec.specifier, each.version))));
    }
    default:
      return spec;
  }
}
function fromFloor(stable, floor) {
  return floor === null ? stable : stable.filter(({ version: version2 }) => allows(`>=${floor}`, version2));
}
function slot(candidates, shown = candidates[0]) {
  return shown === void 0 ? [] : [{ candidates, representative: shown, exact: false, spec0: false }];
}
function seriesSlots(releases) {
  const series = /* @__PURE__ */ new Map();
  for (const release2 of releases) {
    const name = seriesOf(release2);
    series.set(name, [release2, ...series.get(name) ?? []]);
  }
  return [...series.values()].flatMap((patches) => slot(patches));
}
function edgeSlots(releases) {
  const majors = [...new Set(releases.map(({ major }) => major))];
  return [
    ...slot(releases, releases.at(-1)),
    ...majors.flatMap((major) => {
      const inside = releases.filter((release2) => release2.major === major);
      const newest = slot(inside.toReversed());
      return major < 2 ? newest : [...slot(inside), ...newest];
    })
  ];
}
function firstUpload({ candidates }) {
  return candidates.at(-1)?.uploaded ?? null;
}
function monthsBefore(date, months) {
  const day = /* @__PURE__ */ new Date(`${date.slice(0, 10)}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.toISOString().slice(0, 10);
}
function missing(wanted, releases, what) {
  const stable = releases.filter(({ prerelease, yanked }) => !prerelease && !yanked);
  if (stable.length === 0) {
    return specProblem(
      `NumPy ${wanted} cannot be had`,
      `${released(stable)}. Set the index that has it, and no no-index beside it`
    );
  }
  const known2 = what === "series" ? newestOfEach(stable) : stable;
  const after = known2.findIndex(({ version: version2 }) => allows(`>${wanted}`, version2));
  const at = after < 0 ? known2.length : after;
  const near = known2.slice(Math.max(0, at - 2), at + 1).map(({ version: version2 }) => version2);
  const guess = known2[at - 1] ?? known2[0];
  const name = guess === void 0 ? "" : what === "series" ? seriesOf(guess) : guess.version;
  const before = at > 2 ? "\u2026 " : "";
  const behind = at + 1 < known2.length ? " \u2026" : "";
  return specProblem(
    `NumPy ${wanted} does not exist`,
    `Released: ${before}${near.join(", ")}${behind}. Did you mean ${name}?`
  );
}
function newestOfEach(stable) {
  return [...new Map(stable.map((release2) => [seriesOf(release2), release2])).values()];
}
function released(stable) {
  const newest = newestOfEach(stable).map(({ version: version2 }) => version2);
  return newest.length === 0 ? "The index has no release of NumPy with files" : `Released: ${newest[0]} to ${newest.at(-1)}`;
}

// src/plan/of-that-python.ts
function ofThatPython(reason, label) {
  const name = label.replaceAll(".", "\\.");
  return reason.replaceAll(new RegExp(`\\bC?Python ${name}(?![\\w.]*\\w)`, "g"), "that Python");
}

// src/plan/feasibility.ts
function judgeOf(rules, python, tags, declared) {
  const out = rules.subjects.map((subject) => refusesPython(subject, python, tags)).find((reason) => reason !== null) ?? null;
  const respected = rules.metadata === "respect" ? declared.lines : [];
  const limits = (rules.constraints ?? []).filter(
    ({ requirement: { name, marker, url } }) => name === "numpy" && url === null && evaluateMarker(marker, python.interpreter.markers, [])
  );
  const verdicts = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Map();
  const fits = (release2, exact) => {
    const key = `${release2.version} ${exact}`;
    const known2 = seen.get(key) ?? installable(release2, tags, exact);
    seen.set(key, known2);
    return known2;
  };
  return {
    python: (spec0) => {
      const reason = out ?? (spec0 ? droppedBySpec0(python, rules.today) : null);
      return reason === null ? null : { reason, cause: ofThatPython(reason, python.label) };
    },
    release(release2, exact) {
      const key = `${release2.version} ${exact}`;
      const earlier = verdicts.get(key);
      if (earlier !== void 0) {
        return earlier;
      }
      const verdict = refusesRelease(release2, exact);
      verdicts.set(key, verdict);
      return verdict;
    },
    installs: (release2, exact) => fits(release2, exact).kind === "installs"
  };
  function refusesRelease(release2, exact) {
    const result = fits(release2, exact);
    if (result.kind === "does-not") {
      return result;
    }
    for (const { subject, specifier, direct } of respected) {
      if (direct !== null) {
        return alone(`${subject} requires ${direct}: no release from the index`);
      }
      if (!allows(specifier, release2.version)) {
        const cause2 = `${subject} requires numpy${specifier}`;
        return { reason: `${cause2} on Python ${python.label}`, cause: cause2 };
      }
    }
    const limit = limits.find(({ requirement }) => !allows(requirement.specifier, release2.version));
    return limit === void 0 ? null : alone(`${limit.file} allows only ${limit.text}`);
  }
}
function alone(reason) {
  return { reason, cause: reason };
}
function refusesPython(subject, { interpreter }, tags) {
  const { name, requiresPython: requiresPython2, wheels } = subject;
  if (!admitsPython(requiresPython2, interpreter.version)) {
    return `${name} requires Python ${requiresPython2}`;
  }
  if (wheels === null || installsSome(wheels, interpreter.version, tags)) {
    return null;
  }
  const what = subject.version === null ? name : `${name} ${subject.version}`;
  if (wheels.length === 0) {
    return `${what} has only sources, and nothing is built from source at installation: ${checkSources(subject)}`;
  }
  const instead = subject.sources ? `; its sources can be checked: ${checkSources(subject)}` : "";
  const tagged = [...new Set(wheels.flatMap((wheel) => wheel.tags.map(pythonTag)))].sort(byNumber);
  const count = wheels.length === 1 ? "the only wheel" : `none of the ${wheels.length} wheels`;
  const verb = wheels.length === 1 ? "does not install" : "installs";
  const are = wheels.length === 1 ? "it is" : "they are";
  const platforms = platformsFor(wheels, tags);
  if (platforms.length > 0) {
    const shown = platforms.slice(0, 4).join(", ");
    const more = platforms.length > 4 ? ` and ${platforms.length - 4} more` : "";
    const which = tagged.length > 1 ? "those for this Python" : "they";
    return `${count} of ${what} ${verb} on this platform (${interpreter.platform}): ${wheels.length === 1 ? "it is" : `${which} are`} for ${shown}${more}${instead}`;
  }
  return `${count} of ${what} ${verb} on ${pythonName(interpreter)}: ${are} for ${tagged.join(", ")}${instead}`;
}
function checkSources({ name, version: version2 }) {
  const release2 = version2 === null ? name : `${name}==${version2}`;
  return `unpack them (\`python -m pip download --no-deps --no-binary :all: ${release2}\`) and check their folder`;
}
function platformsFor(wheels, tags) {
  const own = wheels.flatMap(
    (wheel) => wheel.tags.filter((tag) => tags.abis.has(tag.split("-").slice(0, 2).join("-")))
  );
  return [...new Set(own.map((tag) => tag.split("-")[2] ?? ""))].sort();
}
function installsSome(wheels, version2, tags) {
  const admitted = wheels.filter((wheel) => admitsPython(wheel.requiresPython, version2));
  return bestWheel(admitted, tags) !== void 0;
}
function pythonTag(tag) {
  const [python = "", abi = ""] = tag.split("-");
  return abi === python || abi === "none" ? python : `${python}-${abi}`;
}
function byNumber(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}
var SPEC0_PYTHON_MONTHS = 36;
var PYTHON_RELEASED = {
  "3.8": "2019-10-14",
  "3.9": "2020-10-05",
  "3.10": "2021-10-04",
  "3.11": "2022-10-24",
  "3.12": "2023-10-02",
  "3.13": "2024-10-07",
  "3.14": "2025-10-07"
};
function droppedBySpec0({ interpreter }, today) {
  const minor = interpreter.version.split(".").slice(0, 2).join(".");
  const released2 = PYTHON_RELEASED[minor];
  return released2 !== void 0 && released2 < monthsBefore(today, SPEC0_PYTHON_MONTHS) ? `Python ${minor} is outside SPEC 0's window of ${SPEC0_PYTHON_MONTHS} months (released ${released2})` : null;
}

// src/plan/oldest-installable.ts
function oldestInstallable(releases, judges) {
  const found = releases.find(
    (release2) => !release2.prerelease && !release2.yanked && installs([release2], judges)
  );
  return found?.version ?? null;
}
function trimSlots(slots, judges) {
  const first = slots.findIndex(({ candidates, named }) => named || installs(candidates, judges));
  if (first < 2 || slots.some(({ exact }) => exact)) return { slots, notice: null };
  const names2 = slots.slice(1, first).map(({ representative }) => seriesOf(representative));
  const [oldest, newest] = [names2[0], names2.at(-1)];
  const which = oldest === newest ? `${oldest} has` : `${oldest} to ${newest} have`;
  return {
    slots: [...slots.slice(0, 1), ...slots.slice(first)],
    notice: `NumPy ${which} no wheel for any planned Python either, and no column`
  };
}
function installs(candidates, judges) {
  return judges.some((judge) => candidates.some((release2) => judge.installs(release2, false)));
}

// src/plan/choose-release.ts
function chooseRelease(spec, python, input) {
  const releases = listReleases(input.numpy);
  const judge = judgeOn(python, input);
  const floor = declaredFloor(input.subjects, [python], releases) ?? oldestInstallable(releases, [judge]);
  const slots = slotsOf(spec, { releases, nightly: [], floor, today: input.today });
  if ("kind" in slots) return { kind: "none", reason: slots.message };
  const order = spec.kind === "oldest" ? slots : slots.toReversed();
  for (const { candidates, exact, spec0 } of order) {
    if (judge.python(spec0) !== null) continue;
    const found = candidates.find((release2) => judge.release(release2, exact) === null);
    if (found !== void 0) return { kind: "release", version: found.version };
  }
  const shown = order[0];
  const why = shown && (judge.python(shown.spec0) ?? judge.release(shown.representative, shown.exact));
  return { kind: "none", reason: why?.reason ?? "no release fits" };
}
function releasesOn(python, input) {
  const judge = judgeOn(python, input);
  if (judge.python(false) !== null) return [];
  return finalReleases(input.numpy).filter((release2) => judge.release(release2, true) === null).map(({ version: version2 }) => ({ id: combinationId(python.label, version2), version: version2 }));
}
function unknownReleases(specs, numpy) {
  const releases = listReleases(numpy);
  return specs.filter(({ kind }) => kind === "minor" || kind === "exact" || kind === "range").map((spec) => slotsOf(spec, { releases, nightly: [], floor: null, today: "9999-12-31" })).filter((result) => "kind" in result);
}
function judgeOn(python, input) {
  const subjects = factsOn(input.subjects, python.label);
  const declared = declaredBy(subjects, python.interpreter);
  return judgeOf({ ...input, subjects }, python, tagSet(python.interpreter), declared);
}
function finalReleases(numpy) {
  return listReleases(numpy).filter(({ prerelease, yanked }) => !prerelease && !yanked);
}

// src/measure/environment/remove-large.ts
import { dirname } from "node:path";
var REMOVE_SECONDS = 300;
async function removeLarge(folder, { processes, env }) {
  if (THIS_PLATFORM.system !== "windows") {
    const place = { cwd: dirname(folder), env: buildEnvironment(env) };
    await processes.run("rm", ["-rf", "--", folder], { ...place, timeoutSeconds: REMOVE_SECONDS });
  }
  await removeOrLeave(folder);
}

// src/measure/build/build-project.ts
import { mkdir as mkdir3, readdir as readdir5, readFile as readFile5, writeFile as writeFile3 } from "node:fs/promises";
import { basename as basename3, delimiter, join as join7, relative as relative3 } from "node:path";

// src/host/stop-if-hopeless.ts
function stopIfHopeless({ ending, stdout, stderr }, where) {
  if (ending.kind === "interrupted") {
    throw interrupted();
  }
  if (saysDiskFull(`${stderr}
${stdout}`)) throw diskFull(where);
}

// src/measure/install/installed-distributions.ts
import { readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
async function sitePackagesOf(root) {
  const candidates = [join(root, "Lib", "site-packages")];
  for (const lib of ["lib", "lib64"]) {
    for (const name of await readdir(join(root, lib)).catch(() => [])) {
      if (/^(python|pypy)/.test(name)) candidates.push(join(root, lib, name, "site-packages"));
    }
  }
  const real = await together(candidates.map((path) => realpath(path).catch(() => void 0)));
  return [...new Set(real.flatMap((path) => path ?? []))];
}
async function installedDistributions(sitePackages, interpreter, subjects) {
  const found = [];
  for (const folder of sitePackages) {
    for (const entry of (await readdir(folder)).sort()) {
      if (!entry.endsWith(".dist-info")) continue;
      const metadataFolder = join(folder, entry);
      const text = await readFile(join(metadataFolder, "METADATA"), "utf8").catch(() => "");
      const metadata = parseCoreMetadata(text);
      if (metadata.name === null) continue;
      const name = normaliseName(metadata.name);
      const requires = (metadata.requirements ?? []).filter((one) => evaluateMarker(one.marker, interpreter.markers, [])).map((one) => one.name);
      found.push({
        name,
        version: metadata.version ?? "",
        metadataFolder,
        requires: [...new Set(requires)].sort(),
        role: subjects.has(name) ? "subject" : "dependency",
        wheel: await wheelName(metadataFolder)
      });
    }
  }
  return found;
}
async function wheelName(metadataFolder) {
  try {
    const text = await readFile(join(metadataFolder, "direct_url.json"), "utf8");
    const { url } = JSON.parse(text);
    const name = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
    return name.endsWith(".whl") ? name : null;
  } catch {
    return null;
  }
}

// src/packaging/uv-messages/explain-conflict.ts
function explainConflict(text, numpy) {
  const line = text.replaceAll(/\s+/g, " ");
  if (/numpy==\S+ has no (usable )?wheels|no wheels with a matching|numpy==\S+ can(not|'t) be used/.test(
    line
  )) {
    return `NumPy ${numpy} has no wheel for this Python`;
  }
  const depends = /(?<who>[A-Za-z0-9][\w.-]*(?:\[[\w,.-]+\])?)(?:(?<operator>==|>=|<=|<|>|!=)(?<version>[^\s,]*)\S*)? depends? on numpy(?:\{[^}]*\})?(?<range>[^\s{]*)/g;
  const found = [...line.matchAll(depends)].flatMap(
    ({ groups }) => groups && groups["who"] !== "you" && groups["range"] !== `==${numpy}` ? [groups] : []
  );
  const first = found[0];
  if (first !== void 0) {
    const version2 = first["operator"] === "==" ? ` ${first["version"]}` : "";
    const range = (first["range"] ?? "").replace(/[,.]$/, "");
    return `${first["who"]}${version2} requires numpy${range}, which does not allow NumPy ${numpy}`;
  }
  const all = /all versions of (?<who>[\w.-]+) depend on numpy(?<range>\S*)/.exec(line)?.groups;
  if (all !== void 0) {
    return `${all["who"]} requires numpy${all["range"]}, which does not allow NumPy ${numpy}`;
  }
  return `the requirements do not allow NumPy ${numpy}: ${derivation(text)}`;
}
function saysNoSolution(text) {
  return /No solution found|unsatisfiable/i.test(text);
}
function derivation(text) {
  const cause2 = /(?:cause:|╰─▶|Because)[\s\S]*/.exec(text)?.[0] ?? text;
  return cause2.replace(/^(cause:|╰─▶)\s*/, "").replace(/\n\s*hint:[\s\S]*/, "").replaceAll(/\s+/g, " ").trim().slice(0, 2e3);
}

// src/measure/install/why-no-environment.ts
function whyNoEnvironment({ ending, stderr }) {
  const said = derivation(stderr);
  switch (ending.kind) {
    case "not-started":
      return `uv does not start: ${ending.message}`;
    case "signalled":
      return `uv was killed by ${ending.signal}: ${meaningOfSignal(ending.signal)}`;
    case "timed-out":
      return `uv did not end within ${ending.seconds} s`;
    case "exited":
      return said === "" ? `uv failed without a word (exit ${ending.code})` : said;
    case "interrupted":
      return said;
  }
}

// src/measure/build/build-wheel.py
var build_wheel_default = `"""Asks the project's build backend. argv: tools' folder, a JSON file with the job; answers in its "answer" file."""
import json
import subprocess
import sys

tools, job_file = sys.argv[1:3]
sys.path.insert(0, tools)
from pyproject_hooks import BackendUnavailable, BuildBackendHookCaller  # noqa: E402

with open(job_file, encoding="utf-8") as file:
    job = json.load(file)
hooks = BuildBackendHookCaller(
    job["source"], job["backend"], backend_path=job["backendPath"] or None
)
try:
    if job["action"] == "requires":
        answer = hooks.get_requires_for_build_wheel()
    else:
        answer = hooks.build_wheel(job["output"])
except BackendUnavailable as error:
    print(error.traceback, file=sys.stderr)
    print("The build backend %r cannot be imported" % job["backend"], file=sys.stderr)
    sys.exit(1)
except subprocess.CalledProcessError as error:
    sys.exit(error.returncode if 0 < error.returncode < 256 else 1)
with open(job["answer"], "w", encoding="utf-8") as file:
    json.dump(answer, file)
`;

// src/measure/build/install-requires.ts
import { writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/packaging/uv-messages/no-wheel.ts
function saysNoWheel(text) {
  return /no usable wheels|no wheels with a matching/.test(text);
}
function releaseWithoutWheel(text) {
  const found = /([\w.-]+==[^\s,]+) has no usable wheels|all versions of ([\w.-]+) have no usable wheels|building (?:source )?`?([\w.=-]+)`? is disabled|Building source distributions for `?([\w.-]+)`? is disabled/.exec(
    text.replaceAll(/\s+/g, " ")
  );
  return found?.slice(1).find((name) => name !== void 0);
}
function refusesPinnedNumpy(text) {
  return /numpy==\S+ (has no usable wheels|cannot be used)/.test(text.replaceAll(/\s+/g, " "));
}
function refusesNumpy(text) {
  return /numpy\S* has no usable wheels/.test(text);
}

// src/provision/uv/held-flags.ts
function heldFlags(pythonVersion) {
  return ["--no-build", "--deps", "--no-all-extras", "--python-version", pythonVersion];
}

// src/measure/build/install-requires.ts
var INSTALL_SECONDS = 900;
async function installRequires(venv, options, lines) {
  if (lines.length === 0) return void 0;
  const { uv, folder, buildNumpy, interpreter } = options;
  const constraints = join2(folder, "build-constraints.txt");
  await writeFile(constraints, buildNumpy === null ? "" : `numpy==${buildNumpy}
`);
  const install = (flags) => uv.run(
    [
      ...["pip", "install", "--quiet", "--no-progress", "--link-mode", "copy"],
      ...[...heldFlags(interpreter.version), "--no-require-hashes"],
      ...["--python", environmentPython(venv), ...options.indexArgs, ...flags, "-r", "-"]
    ],
    { cwd: options.project, timeoutSeconds: INSTALL_SECONDS, input: `${lines.join("\n")}
` }
  );
  const result = await install(["--constraint", constraints]);
  if (endedWell(result.ending)) return void 0;
  stopIfHopeless(result, folder);
  const text = result.stderr;
  const unsolved = saysNoSolution(text);
  const fail = (setUp, message, because = unsolved ? { kind: "no-solution" } : null) => ({
    kind: "failed",
    setUp,
    stage: "requires",
    message,
    text,
    ...because && { because }
  });
  if (result.ending.kind !== "exited") {
    const message = `The build requirements were not installed: ${whyNoEnvironment(result)}`;
    return fail("resolver-conflict", message, { kind: "killed" });
  }
  if (!unsolved && networkTrouble(text) !== null) {
    return fail(
      "no-network",
      `The build requirements could not be downloaded: ${derivation(text)}`
    );
  }
  if (unsolved && buildNumpy !== null && endedWell((await install(["--dry-run"])).ending)) {
    if (refusesPinnedNumpy(text)) {
      const reason = `NumPy ${buildNumpy}, to build against, has no wheel for Python ${interpreter.version}`;
      return { kind: "excluded", reason };
    }
    const message = `build-numpy ${buildNumpy} conflicts with build-system.requires: ${derivation(text)}`;
    return fail("resolver-conflict", message);
  }
  if (refusesNumpy(text)) {
    const reason = `the NumPy that build-system.requires asks for has no wheel for Python ${interpreter.version}`;
    return { kind: "excluded", reason };
  }
  return fail(
    "resolver-conflict",
    `The build requirements cannot be installed: ${derivation(text)}`
  );
}

// src/measure/build/private-copy.ts
import { constants as constants2 } from "node:fs";
import {
  chmod,
  copyFile as copyFile2,
  mkdir as mkdir2,
  readdir as readdir3,
  readlink,
  realpath as realpath3,
  stat as stat2,
  symlink,
  utimes
} from "node:fs/promises";
import { basename as basename2, dirname as dirname3, isAbsolute as isAbsolute2, join as join4, relative as relative2, resolve as resolve2, sep } from "node:path";

// src/measure/build/git-copy.ts
import { constants } from "node:fs";
import {
  copyFile,
  lstat,
  mkdir,
  readdir as readdir2,
  readFile as readFile2,
  realpath as realpath2,
  stat,
  writeFile as writeFile2
} from "node:fs/promises";
import { dirname as dirname2, join as join3, resolve } from "node:path";

// src/measure/build/git-config.ts
var KEPT = /^(core\.(repositoryformatversion|filemode|ignorecase|symlinks|precomposeunicode|autocrlf|eol|abbrev|quotepath|longpaths|sparsecheckout|sparsecheckoutcone)|extensions\.(objectformat|compatobjectformat|refstorage|partialclone)|remote\..*\.(url|fetch|promisor|partialclonefilter)|branch\..*\.(remote|merge)|submodule\..*\.(url|active|path))$/s;
function cleanGitConfig(listed) {
  return listed.split("\0").map((entry) => /^(?<key>[^\n]+)(?:\n(?<value>.*))?$/s.exec(entry)?.groups).flatMap((groups) => {
    const key = groups?.["key"] ?? "";
    if (!KEPT.test(key)) return [];
    const [, section = "", subsection, name = ""] = /^([^.]+)\.(?:(.*)\.)?([^.]+)$/s.exec(key) ?? [];
    const head = subsection === void 0 ? section : `${section} ${quoted(subsection)}`;
    return [`[${head}]
	${name} = ${quoted(withoutSecrets(groups?.["value"] ?? "true"))}
`];
  }).join("");
}
function withoutSecrets(value) {
  return value.replaceAll(/(:\/\/)[^/\s]*@/g, "$1").replace(/^([a-z][a-z0-9+.-]*:\/\/[^?#]*)[?#].*$/is, "$1");
}
function quoted(text) {
  return `"${text.replaceAll(/[\\"]/g, String.raw`\$&`).replaceAll("\n", String.raw`\n`)}"`;
}

// src/measure/build/git-copy.ts
var KEPT2 = ["HEAD", "index", "packed-refs", "refs", "reftable", "shallow", "info"];
var OWN = ["HEAD", "index"];
async function copyGit(dotGit, to, git) {
  const isFolder3 = (await stat(dotGit)).isDirectory();
  const own = isFolder3 ? await realpath2(dotGit) : await gitFolderOf(dotGit);
  const shared = await readFile2(join3(own, "commondir"), "utf8").then(
    (text) => resolve(own, text.trim()),
    () => own
  );
  await mkdir(join3(to, "objects", "info"), { recursive: true });
  await mkdir(join3(to, "refs"), { recursive: true });
  for (const name of KEPT2) await copyEntry(join3(shared, name), join3(to, name));
  if (own !== shared) for (const name of OWN) await copyEntry(join3(own, name), join3(to, name));
  const stores = await objectStores(join3(shared, "objects"));
  await writeFile2(join3(to, "objects", "info", "alternates"), `${stores.join("\n")}
`);
  const files = [join3(shared, "config"), join3(own, "config.worktree")];
  const listed = await together(
    files.map((file) => git(["config", "--file", file, "--no-includes", "--null", "--list"], to))
  );
  await writeFile2(join3(to, "config"), cleanGitConfig(listed.map((one) => one.stdout).join("")));
}
async function gitFolderOf(file) {
  const text = await readFile2(file, "utf8");
  return resolve(dirname2(file), text.replace(/^gitdir:\s*/, "").trim());
}
async function objectStores(objects) {
  const text = await readFile2(join3(objects, "info", "alternates"), "utf8").catch(() => "");
  const others = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return [objects, ...others.map((line) => resolve(objects, line))];
}
async function copyEntry(from, to) {
  const stats = await lstat(from).catch(() => void 0);
  if (stats?.isDirectory()) {
    await mkdir(to, { recursive: true });
    for (const name of await readdir2(from)) {
      if (!name.endsWith(".lock")) await copyEntry(join3(from, name), join3(to, name));
    }
  } else if (stats?.isFile()) {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}

// src/measure/build/left-behind.ts
var BUILD_FILES = ["pyproject.toml", "setup.py", "meson.build", "CMakeLists.txt", "Cargo.toml"];
var CACHES = /^(__pycache__|\.tox|\.nox|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.hypothesis|\.eggs|\.mesonpy-.*|_skbuild|node_modules|.+\.egg-info|\.venv|\.cache|\.pixi|\.conda|\.direnv|\.ipynb_checkpoints|\.dvc|htmlcov)$/;
function isLeftBehind(name, isFolder3, around) {
  if (!isFolder3) return isCompiled(name);
  if (CACHES.test(name)) return true;
  if (isMadeFolder(around.inside)) return true;
  if (around.inside.has("CMakeCache.txt") || around.inside.has("build.ninja")) return true;
  const isBesideBuildFile = BUILD_FILES.some((file) => around.siblings.has(file));
  return isBesideBuildFile && /^(build|dist|wheelhouse|target)$/.test(name);
}
function isCompiled(name) {
  if (/\.(o|obj|pyc|pyd)$/i.test(name)) return true;
  return /\.so$/.test(name) && !/^lib/.test(name);
}
var HUGE_BYTES = 16 * 1024 * 1024;
var BUILD_INPUT = /\.(c|cc|cpp|cxx|cu|h|hh|hpp|hxx|inc|f|f90|f95|for|pyx|pxd|pxi|py|rs|go|a|lib|so(\.[\d.]+)?|dll|dylib|tar(\.\w+)?|tgz|zip)$/i;
function isHugeData(name, bytes) {
  return bytes > HUGE_BYTES && !BUILD_INPUT.test(name);
}

// src/measure/build/private-copy.ts
async function privateCopy(project, target, options) {
  const git = gitRunner(options);
  const from = await realpath3(project);
  const top = await findTop(from);
  const tracked = top === void 0 ? void 0 : await trackedFiles(top, git);
  const below2 = top === void 0 ? "" : relative2(top, from).split(sep).join("/");
  const belongs = tracked !== void 0 && (below2 === "" || [...tracked].some((path) => path.startsWith(`${below2}/`)));
  const original = belongs && top !== void 0 ? top : from;
  const known2 = belongs && tracked !== void 0 ? withFolders(tracked) : /* @__PURE__ */ new Set();
  const ignored = belongs ? await ignoredPaths(original, git) : /* @__PURE__ */ new Set();
  await mkdir2(target, { recursive: true });
  const root = await realpath3(target);
  const own = await realpath3(options.own);
  await copyFolder(original, root, "", { known: known2, ignored, original, root, own, git }).catch(
    unreadable
  );
  if (belongs) await copyGit(join4(original, ".git"), join4(root, ".git"), git);
  return { root, project: join4(root, relative2(original, from)), original };
}
function mapPaths(text, copy) {
  return text.replaceAll(copy.root, copy.original);
}
async function findTop(folder) {
  for (let at = folder; ; at = dirname3(at)) {
    if (await stat2(join4(at, ".git")).catch(() => void 0)) return at;
    if (dirname3(at) === at) return void 0;
  }
}
function gitRunner({
  processes,
  env
}) {
  return (args, cwd) => processes.run("git", ["-c", "safe.directory=*", "-c", "core.fsmonitor=false", ...args], {
    cwd,
    env: buildEnvironment(env, { GIT_OPTIONAL_LOCKS: "0" }),
    timeoutSeconds: 60,
    outputCapBytes: 256 * 1024 * 1024
  });
}
async function trackedFiles(top, git) {
  const all = ["ls-files", "-z", "--recurse-submodules"];
  return await paths(all, top, git) ?? await paths(["ls-files", "-z"], top, git);
}
async function ignoredPaths(top, git) {
  const args = ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"];
  const found = await paths(args, top, git);
  return new Set([...found ?? []].map((path) => path.replace(/\/$/, "")));
}
async function paths(args, cwd, git) {
  const { ending, stdout } = await git(args, cwd);
  if (ending.kind !== "exited" || ending.code !== 0) return void 0;
  return new Set(stdout.split("\0").filter((path) => path !== ""));
}
function withFolders(files) {
  const known2 = new Set(files);
  for (const file of files) {
    for (let at = dirname3(file); at !== "." && !known2.has(at); at = dirname3(at)) known2.add(at);
  }
  return known2;
}
async function copyFolder(from, to, below2, all, isIgnored = false) {
  const entries = await readdir3(from, { withFileTypes: true });
  const siblings = new Set(entries.map((entry) => entry.name));
  for (const entry of entries) {
    const path = below2 === "" ? entry.name : `${below2}/${entry.name}`;
    const source = join4(from, entry.name);
    if (source === all.root || source === all.own) continue;
    if (below2 === "" && entry.name === ".git") continue;
    const ignored = isIgnored || all.ignored.has(path);
    if (entry.name === ".git") {
      await copyGit(source, join4(to, entry.name), all.git).catch(() => void 0);
      continue;
    }
    if (!all.known.has(path)) {
      const inside = entry.isDirectory() ? await readdir3(source).catch(() => []) : [];
      const around = { siblings, inside: new Set(inside) };
      if (isLeftBehind(entry.name, entry.isDirectory(), around)) continue;
    }
    const copied = join4(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir2(copied);
      await copyFolder(source, copied, path, all, ignored).catch(unlessGone(source));
    } else if (entry.isSymbolicLink()) {
      await copyLink(source, copied, all).catch(unlessGone(source));
    } else if (entry.isFile()) {
      await copyUsed(source, copied, ignored).catch(unlessGone(source));
    }
  }
}
async function copyUsed(source, copied, isIgnored) {
  if (isIgnored && isHugeData(basename2(source), (await stat2(source)).size)) return;
  await copyOne(source, copied);
}
function unlessGone(source) {
  return (error) => {
    if (error.code !== "ENOENT" || error.path !== source) throw error;
  };
}
function unreadable(error) {
  const { code, path } = error;
  if (code !== "EACCES" && code !== "EPERM") throw error;
  throw new UserError(`Cannot copy the project for its build: no permission to read "${path}"`, {
    exitCode: EXIT.setUp,
    remedy: "Make it readable for the user that runs this, or remove it",
    cause: error
  });
}
async function copyLink(source, copied, all) {
  const link = await readlink(source);
  const target = resolve2(dirname3(source), link);
  const inside = `${target}${sep}`.startsWith(`${all.original}${sep}`);
  if (inside && !isAbsolute2(link)) await symlink(link, copied);
  else await symlink(inside ? join4(all.root, relative2(all.original, target)) : target, copied);
}
async function copyOne(source, copied) {
  await copyFile2(source, copied, constants2.COPYFILE_FICLONE);
  const { atime, mtime, mode } = await stat2(source);
  if ((mode & 128) === 0) await chmod(copied, mode | 128);
  await utimes(copied, atime, mtime).catch(() => void 0);
}

// src/measure/build/read-build-system.ts
import { readFile as readFile3, stat as stat3 } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/packaging/pyproject/build-system.ts
var LEGACY_BUILD_SYSTEM = {
  requires: ["setuptools>=40.8.0"],
  backend: "setuptools.build_meta:__legacy__",
  backendPath: []
};
function buildSystemOf(document) {
  const fields = document["build-system"];
  if (!isRecord(fields)) return LEGACY_BUILD_SYSTEM;
  const backend = fields["build-backend"];
  return {
    requires: textsOf(fields["requires"]),
    backend: typeof backend === "string" ? backend : LEGACY_BUILD_SYSTEM.backend,
    backendPath: textsOf(fields["backend-path"])
  };
}

// src/measure/build/read-build-system.ts
async function readBuildSystem(project) {
  const file = join5(project, "pyproject.toml");
  const text = await readFile3(file, "utf8").catch(() => void 0);
  if (text === void 0) {
    if (await stat3(join5(project, "setup.py")).catch(() => void 0)) return LEGACY_BUILD_SYSTEM;
    throw new UserError(`"${project}" is no Python project: no pyproject.toml and no setup.py`, {
      exitCode: EXIT.usage,
      remedy: "Give the folder that holds pyproject.toml"
    });
  }
  return buildSystemOf(parseToml(text, file));
}
function parseToml(text, file) {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    throw new UserError(`Cannot read ${file}: line ${error.line}, column ${error.column}`, {
      exitCode: EXIT.usage,
      remedy: error.message,
      cause: error
    });
  }
}

// src/measure/build/relay-lines.ts
function relayLines(show) {
  let kept = "";
  return {
    push(chunk) {
      kept += chunk;
      const end = Math.max(kept.lastIndexOf("\n"), kept.lastIndexOf("\r"));
      if (end < 0) return;
      show(kept.slice(0, end).trimEnd());
      kept = kept.slice(end + 1);
    },
    end() {
      if (kept.trim() !== "") show(kept.trimEnd());
      kept = "";
    }
  };
}

// src/measure/build/source-hash.ts
import { createHash as createHash2 } from "node:crypto";
import { createReadStream as createReadStream2 } from "node:fs";
import { lstat as lstat2, readdir as readdir4, readFile as readFile4, readlink as readlink2, realpath as realpath4, stat as stat4 } from "node:fs/promises";
import { dirname as dirname4, join as join6, sep as sep2 } from "node:path";
import { pipeline as pipeline2 } from "node:stream/promises";
async function sourceHash(root, git) {
  const hash = createHash2("sha256");
  return await addFolder(root, "", { hash, root, git }) ? hash.digest("hex") : void 0;
}
async function addFolder(folder, below2, walk) {
  const { hash } = walk;
  for (const name of (await readdir4(folder)).sort()) {
    const path = join6(folder, name);
    const shown = `${below2}/${name}`;
    const stats = await lstat2(path);
    if (stats.isDirectory()) {
      hash.update(`folder ${shown}\0`);
      if (name === ".git") await addRepository(path, walk);
      else if (!await addFolder(path, shown, walk)) return false;
    } else if (stats.isSymbolicLink()) {
      if (!await addLink(path, shown, walk)) return false;
    } else if (stats.isFile()) {
      const runs = THIS_PLATFORM.system !== "windows" && (stats.mode & 64) !== 0;
      hash.update(`${runs ? "program" : "file"} ${shown}\0`);
      await addFile(path, hash);
    }
  }
  hash.update("end\0");
  return true;
}
async function addLink(path, shown, { hash, root }) {
  const link = await readlink2(path);
  const target = await realpath4(path).catch(() => null);
  const inside = target === null || `${target}${sep2}`.startsWith(`${root}${sep2}`);
  hash.update(`link ${shown}\0${inside ? link.replaceAll(root, "") : link}\0`);
  if (inside) return true;
  if (!(await stat4(target)).isFile()) return false;
  await addFile(target, hash);
  return true;
}
async function addFile(path, hash) {
  const own = createHash2("sha256");
  await pipeline2(createReadStream2(path), own);
  hash.update(own.digest());
}
async function addRepository(folder, { hash, git }) {
  const top = dirname4(folder);
  for (const args of [
    ["rev-parse", "HEAD"],
    ["symbolic-ref", "--quiet", "HEAD"],
    ["for-each-ref", "refs/tags"],
    ["ls-files", "--stage", "-z"]
  ]) {
    const { ending, stdout } = await git(args, top);
    hash.update(JSON.stringify([args, ending, stdout]));
  }
  for (const name of ["config", "shallow", "objects/info/alternates", "info/attributes"]) {
    const text = await readFile4(join6(folder, name), "utf8").catch(() => null);
    hash.update(JSON.stringify([name, text]));
  }
}

// src/measure/build/build-project.ts
var HOOK_SECONDS = 600;
var BUILD_SECONDS = 2 * 3600;
var OUTPUT_CAP_BYTES = 512 * 1024;
async function buildProject(options) {
  const began = performance.now();
  const { folder, interpreter, uv } = options;
  const system = await readBuildSystem(options.project);
  await mkdir3(join7(folder, "tmp"), { recursive: true });
  const copy = await privateCopy(options.project, join7(folder, "source"), options);
  const hash = options.hashSources ? await sourceHash(copy.root, gitRunner(options)) : void 0;
  const venv = join7(folder, "build-env");
  const made = await uv.run(
    [
      ...["venv", "--no-config", "--no-project", "--no-python-downloads", "--quiet"],
      ...["--python", interpreter.executable, venv]
    ],
    { cwd: folder, timeoutSeconds: 120 }
  );
  if (!endedWell(made.ending)) {
    stopIfHopeless(made, folder);
    const message = `Cannot make a build environment with ${interpreter.executable}: ${whyNoEnvironment(made)}`;
    return {
      kind: "failed",
      setUp: "no-interpreter",
      stage: "requires",
      message,
      text: made.stderr
    };
  }
  const mapped = (text) => mapPaths(text, copy).replaceAll(venv, "<build environment>");
  const place = { copy, venv, options, mapped };
  const required = await installRequires(venv, options, system.requires);
  if (required !== void 0) return required;
  const asked = await askBackend(place, system, "requires");
  if ("kind" in asked) return asked;
  const more = JSON.parse(asked.answer);
  if (!isTexts(more)) {
    const message = `get_requires_for_build_wheel of ${system.backend} returned no list of requirements, but ${asked.answer.slice(0, 60)}`;
    return { kind: "failed", setUp: "build-failed", stage: "hooks", message, text: asked.text };
  }
  if (more.length > 0) {
    const failed2 = await installRequires(venv, options, [...system.requires, ...more]);
    if (failed2 !== void 0) return failed2;
  }
  const installed = await installedDistributions(
    await sitePackagesOf(venv),
    interpreter,
    /* @__PURE__ */ new Set()
  );
  const buildNumpy = installed.find((one) => one.name === "numpy")?.version ?? null;
  const built = await askBackend(place, system, "build");
  if ("kind" in built)
    return built.kind === "failed" ? { ...built, because: { kind: "build-numpy", version: buildNumpy } } : built;
  const answer = JSON.parse(built.answer);
  const name = typeof answer === "string" ? answer : "";
  const wheels = (await readdir5(join7(folder, "wheel"))).filter((file) => file.endsWith(".whl"));
  const wheel = wheels.includes(basename3(name)) ? basename3(name) : wheels[0];
  const abi = parseWheelFilename(wheel ?? "")?.tags[0]?.split("-")[1];
  if (wheel === void 0 || abi === void 0) {
    const message = "The build backend ended well but made no wheel";
    return { kind: "failed", setUp: "build-failed", stage: "build", message, text: built.text };
  }
  options.discard?.(copy.root);
  options.discard?.(venv);
  return {
    kind: "built",
    wheel: join7(folder, "wheel", wheel),
    buildNumpy,
    buildPython: interpreter.version,
    abi,
    text: built.text,
    seconds: (performance.now() - began) / 1e3,
    ...hash !== void 0 && { source: `${hash} ${relative3(copy.root, copy.project)}` },
    required: more,
    builtWith: Object.fromEntries(installed.map(({ name: name2, version: version2 }) => [name2, version2]))
  };
}
function isTexts(value) {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
async function askBackend({ copy, venv, options, mapped }, system, action) {
  const { folder, env, processes } = options;
  const file = (name) => join7(folder, `${action}-${name}`);
  const output = join7(folder, "wheel");
  await mkdir3(output, { recursive: true });
  const job = { source: copy.project, ...system, action, output, answer: file("answer.json") };
  await together([
    writeFile3(file("backend.py"), build_wheel_default),
    writeFile3(file("job.json"), JSON.stringify(job))
  ]);
  const bin = join7(venv, THIS_PLATFORM.programs);
  const tmp = join7(folder, "tmp");
  const path = `${bin}${delimiter}${env["PATH"] ?? env["Path"] ?? ""}`;
  const inherited = Object.fromEntries(
    Object.entries(buildEnvironment(env)).filter(([name]) => name.toUpperCase() !== "PATH")
  );
  const live = relayLines((lines) => options.onOutput?.(mapped(lines)));
  const result = await processes.run(
    environmentPython(venv),
    [file("backend.py"), options.tools, file("job.json")],
    {
      cwd: copy.project,
      env: { ...inherited, PATH: path, TMPDIR: tmp, TEMP: tmp, TMP: tmp },
      timeoutSeconds: action === "build" ? BUILD_SECONDS : HOOK_SECONDS,
      outputCapBytes: OUTPUT_CAP_BYTES,
      onOutput: live.push
    }
  );
  live.end();
  const text = mapped(`${result.stdout}
${result.stderr}`.trim());
  const answer = await readFile5(job.answer, "utf8").catch(() => void 0);
  if (endedWell(result.ending) && answer !== void 0) return { answer, text };
  stopIfHopeless(result, folder);
  const { ending } = result;
  const how = ending.kind === "timed-out" ? `did not end within ${ending.seconds} s` : howFailed(ending);
  const what = action === "build" ? "build_wheel" : "get_requires_for_build_wheel";
  return {
    kind: "failed",
    setUp: "build-failed",
    stage: action === "build" ? "build" : "hooks",
    message: `${what} of ${system.backend} ${how}`,
    text
  };
}
function howFailed(ending) {
  if (ending.kind === "signalled") return `was killed by ${ending.signal}`;
  return ending.kind === "exited" && ending.code > 1 ? `failed (exit ${ending.code})` : "failed";
}

// src/measure/build/kept-wheels.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { mkdir as mkdir4, writeFile as writeFile4 } from "node:fs/promises";
import { basename as basename6, join as join15, relative as relative4 } from "node:path";

// src/measure/install/compile-requirements.ts
import { randomUUID } from "node:crypto";
import { readFile as readFile6, rm } from "node:fs/promises";
import { join as join8 } from "node:path";
async function compileRequirements({
  uv,
  python,
  lines,
  constraints,
  indexArgs,
  cwd,
  folder,
  timeoutSeconds,
  env,
  reach
}) {
  const output = join8(folder, `resolved-${randomUUID()}.txt`);
  const { ending } = await uv.run(
    [
      ...["pip", "compile", "--quiet", "--no-progress", "--no-header", "--no-annotate"],
      ...["--no-emit-index-url", "--no-emit-find-links", "--generate-hashes"],
      ...[...heldFlags(python.version), "--no-universal"],
      ...reach === "cache" ? ["--offline"] : [],
      ...["--python", python.executable, "--output-file", output, ...indexArgs],
      ...constraints.flatMap((file) => ["--constraint", file]),
      "-"
    ],
    { cwd, timeoutSeconds, input: `${lines.join("\n")}
`, ...env && { env } }
  );
  const text = await readFile6(output, "utf8").catch(() => void 0);
  await rm(output, { force: true });
  return endedWell(ending) ? text : void 0;
}

// src/measure/reuse/interpreter-identity.ts
import { createHash as createHash4 } from "node:crypto";
import { realpathSync } from "node:fs";
import { dirname as dirname5, join as join10 } from "node:path";

// src/measure/reuse/stat-list.ts
import { createHash as createHash3 } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join as join9, sep as sep3 } from "node:path";
var MACHINE_STAYS = process.env["GITHUB_ACTIONS"] !== "true";
var MOST_READ_BYTES = 256 * 1024 * 1024;
function statList(paths2) {
  const lines = [];
  const found = /* @__PURE__ */ new Map();
  for (const path of paths2) {
    const stats = statsOf(path);
    const changed = MACHINE_STAYS ? ` ${stats?.ctimeMs}` : "";
    lines.push(stats ? `${path} ${stats.size} ${stats.mtimeMs}${changed}` : `${path} is not there`);
    if (stats === void 0) continue;
    const onDisk = found.get(stats.dev) ?? /* @__PURE__ */ new Set();
    found.set(stats.dev, onDisk.add(stats.ino));
  }
  return {
    lines,
    has: (path) => {
      const stats = statsOf(path);
      return stats !== void 0 && found.get(stats.dev)?.has(stats.ino) === true;
    }
  };
}
function contentLines(paths2) {
  let left = MOST_READ_BYTES;
  const lines = [];
  for (const path of new Set(paths2)) {
    const stats = statsOf(path);
    if (!stats?.isFile() || stats.size > left) continue;
    left -= stats.size;
    try {
      lines.push(`${path} ${createHash3("sha256").update(readFileSync(path)).digest("hex")}`);
    } catch {
      lines.push(`${path} cannot be read`);
    }
  }
  return lines;
}
function statsOf(path) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}
function filesIn(folder, matches) {
  return entriesOf(folder).filter((entry) => !entry.isDirectory() && matches.test(entry.name)).map((entry) => join9(folder, entry.name)).sort();
}
function filesBelow(folder, skip, most = Number.POSITIVE_INFINITY) {
  const found = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== void 0 && found.length <= most; at = pending.pop()) {
    const base = at.endsWith(sep3) ? at : `${at}${sep3}`;
    for (const entry of entriesOf(at)) {
      const path = `${base}${entry.name}`;
      if (!entry.isDirectory()) found.push(path);
      else if (!skip.test(entry.name)) pending.push(path);
    }
  }
  return found.sort();
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

// src/measure/reuse/interpreter-identity.ts
var NOT_ITS_OWN = /^(?:site-packages|dist-packages|__pycache__|test|tests|idlelib|ensurepip)$/;
var SHARED = /\.(?:so(?:\.[\w.]+)?|dylib|dll|exe)$/i;
var STARTING = /^(?:.+\.pth|.+\._pth|(?:site|user)customize\.py|pyvenv\.cfg)$/i;
function interpreterIdentity(interpreter) {
  const { origin, executable, version: version2, implementation, freeThreaded, tags } = interpreter;
  if (origin === void 0) return void 0;
  const standard = filesBelow(origin.library, NOT_ITS_OWN);
  if (standard.length === 0) return void 0;
  const own = ["", "lib", "DLLs", "bin"].flatMap(
    (name) => filesIn(join10(origin.prefix, name), SHARED)
  );
  const files = statList([realpathSync(executable), ...own, ...standard]);
  const places = [origin.prefix, join10(executable, ".."), join10(executable, "../..")];
  const starting = statList([
    ...[origin.library, join10(origin.library, "..")].flatMap(
      (folder) => ["site-packages", "dist-packages"].flatMap((name) => filesIn(join10(folder, name), STARTING))
    ),
    ...[...places, dirname5(realpathSync(executable))].flatMap((one) => filesIn(one, STARTING))
  ]);
  const said = [executable, origin, version2, implementation, freeThreaded, tags];
  const text = createHash4("sha256").update(JSON.stringify([said, files.lines, starting.lines])).digest("hex");
  return { text, has: files.has };
}

// src/measure/reuse/own-code.ts
import { createHash as createHash5 } from "node:crypto";
import { readdirSync as readdirSync2, readFileSync as readFileSync2 } from "node:fs";
import { dirname as dirname6, join as join11 } from "node:path";
import { fileURLToPath } from "node:url";

// src/measure/probe/launcher.py
var launcher_default = `# Starts the worker (its path is the first argument): worker.py under a file name that importlib's own
# clean-up of tracebacks recognises, or what this Python has compiled of it so. Before 3.11 there is no -P, so this folder is taken off the path here.
import sys

if not getattr(sys.flags, "safe_path", False):
    del sys.path[0]
with open(sys.argv.pop(1), "rb") as source:
    code = source.read()
if code[:1] == b"#":
    code = compile(code, "<frozen importlib._bootstrap_external>", "exec")
else:
    code = __import__("marshal").loads(code)
exec(code, {"__name__": "__main__", "__builtins__": dict(vars(__builtins__))})
`;

// src/measure/probe/worker.py
var worker_default = `# Runs inside the probed interpreter. Walks import steps, or runs the smoke code, and appends what
# happens to a record file: open, append, close for each record, because modules close descriptors.
#
# Rules of this file:
# * Everything it needs is bound before the first step; nothing is imported that Python has not
#   loaded by itself, so that it can mask no missing import of the subject.
# * It touches no attribute of any module of the subject (lazy loaders would wake up); isinstance
#   does (__class__), so types are asked for.
# * launcher.py gives it builtins of its own: a module may replace those that all others share.
# * launcher.py compiles it under a file name that looks frozen and its wrappers are named as
#   importlib's own, so that tracebacks and warnings point at the user's code (CPython and the
#   warnings module drop such frames themselves).
#
# Input: the path of a file with one \`key value\u2026\` line each, values in hexadecimal UTF-8:
#   records PATH \xB7 secret NUMBER \xB7 parent PID \xB7 hooks 0|1 \xB7 prefix STEP \xB7 smoke NAME CODE FILE
#   branches EACH ALL (seconds to wait for; without it nothing is forked)
#   target NAME FILE by-name|by-package, and after it its own walk: step NAME \xB7 try NAME
# Output: JSON lines, each with its token and the process id; see protocol.ts for their shape.

import sys
import os


def main():
    modules = sys.modules
    module_type = type(sys)
    module_dict = module_type.__dict__["__dict__"].__get__
    module_getattribute = module_type.__getattribute__
    os_open, os_write, os_close, getpid = os.open, os.write, os.close, os.getpid
    os_read, file_state = os.read, os.fstat
    duplicate = os.dup2 if os.name == "posix" else None
    realpath, normcase = os.path.realpath, os.path.normcase
    exists, get_frame = os.path.exists, sys._getframe
    import_module = __import__
    builtins = modules["builtins"]
    gil_enabled = getattr(sys, "_is_gil_enabled", None)
    base_exception, system_exit = BaseException, SystemExit
    module_not_found = ModuleNotFoundError
    # A class of the subject may redefine what an exception is asked for, or give subclasses of str.
    cause_of, context_of, traceback_of, exception_dict = [
        BaseException.__dict__[name].__get__
        for name in ("__cause__", "__context__", "__traceback__", "__dict__")
    ]
    # Python 3.11 and newer; read of the class itself, as the others.
    exception_group = getattr(builtins, "BaseExceptionGroup", None)
    members_of = getattr(getattr(exception_group, "exceptions", None), "__get__", None)
    type_name = type.__dict__["__name__"].__get__
    exact_str, exact_int = str.__str__, int.__index__
    clock = import_module("time").perf_counter
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_CLOEXEC", 0)
    # A step is imported from a frame of its own that looks like a user's program, not like importlib.
    import_step = compile("__import__(step)", "<probe>", "eval")

    # ---- input -----------------------------------------------------------------------------

    spec_path = sys.argv[1]
    handle = os_open(spec_path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    chunks = []
    while True:
        chunk = os_read(handle, 1 << 20)
        if not chunk:
            break
        chunks.append(chunk)
    os_close(handle)
    del sys.argv[1:]  # not the subject's: some packages read options at import
    # As of \`python -c\`: a process that multiprocessing starts runs the main file again, if there is one.
    for name in ("__file__", "__cached__"):
        module_dict(modules["__main__"]).pop(name, None)
    prefix, targets = [], []
    records = smoke = parent = branches = None
    secret = 0
    hooks = True
    for line in b"".join(chunks).decode("ascii").splitlines():
        key, *values = line.split(" ")
        values = [bytes.fromhex(value).decode("utf-8", "surrogateescape") for value in values]
        if key == "records":
            records = values[0]
        elif key == "secret":
            secret = int(values[0], 16)
        elif key == "parent":
            parent = values[0]
        elif key == "hooks":
            hooks = values[0] == "1"
        elif key == "branches":
            branches = [float(value) for value in values]
        elif key == "prefix":
            prefix.append(values[0])
        elif key == "target":
            targets.append((*values, []))
        elif key == "step" or key == "try":
            targets[-1][3].append((values[0], key == "try"))
        elif key == "smoke":
            smoke = values
    if parent and os.name == "posix" and str(os.getppid()) != parent:
        return  # a child that a .pth file forked off: not the process that is looked at
    os.unlink(spec_path)
    root_pid = getpid()

    # ---- records ---------------------------------------------------------------------------

    def text(value):
        value = exact_str(value)
        # Nearly all: thousands of paths, letter by letter, would take a twentieth of a probe's time.
        if value.isascii() and value.isprintable() and '"' not in value and "\\\\" not in value:
            return '"' + value + '"'
        out = []
        for char in value:
            code = ord(char)
            if 32 <= code < 127 and char not in '"\\\\':
                out.append(char)
            elif code < 0x10000:
                out.append("\\\\u%04x" % code)
            else:
                code -= 0x10000
                out.append("\\\\u%04x\\\\u%04x" % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)))
        return '"' + "".join(out) + '"'

    def json(value):
        if value is None:
            return "null"
        if value is True or value is False:
            return "true" if value else "false"
        kind = type(value)
        if issubclass(kind, str):
            return text(value)
        if kind is int or kind is float:
            return repr(value)
        if kind is dict:
            return "{" + ",".join([text(k) + ":" + json(v) for k, v in value.items()]) + "}"
        return "[" + ",".join([json(item) for item in value]) + "]"

    # One token a record, as record-tokens.ts has them: who reads the file can write no next one.
    numbers = iter(range(1 << 30))
    branching = []  # one element as long as a process may be forked off

    def record(kind, **fields):
        if kind == "old-api" or fields.get("event") == "fail":
            branching[:] = []  # what is to be confirmed is walked by itself
        fields["kind"] = kind
        fields["token"] = pow(secret + next(numbers), 5, (1 << 127) - 1) & ((1 << 48) - 1)
        fields["pid"] = getpid()
        data = (json(fields) + "\\n").encode("ascii")
        try:
            out = os_open(records, flags, 0o600)
        except base_exception:
            # It may no longer open files there: another user, another root, an audit hook, a limit.
            if not is_spare():
                raise
            write(spare[0], data)
            return
        try:
            write(out, data)
        finally:
            os_close(out)

    spare = []  # a descriptor of the record file that was opened early, and what tells that it is still that

    size_limit = []  # how the limit of a file's size is read and set, and its number

    def write(out, data):
        found = lift_size_limit()
        try:
            while data:
                data = data[os_write(out, data):]
        finally:
            if found is not None:
                size_limit[1](size_limit[2], found)

    def lift_size_limit():
        """A module may let the process write no file for now: that is not its failure."""
        if not size_limit:
            return None
        get, put, number = size_limit
        soft, hard = get(number)
        if soft == hard:
            return None
        put(number, (hard, hard))
        return soft, hard

    def identity(descriptor):
        state = file_state(descriptor)
        return state.st_dev, state.st_ino

    def is_spare():
        try:
            return bool(spare) and identity(spare[0]) == spare[1]
        except base_exception:
            return False

    def open_spare():
        """High up, where no program looks for one of its own."""
        spare[:] = []
        if duplicate is None:
            return
        try:
            out = os_open(records, flags, 0o600)
            try:
                for place in (1000, 200):  # macOS allows 256 unless it is asked for more
                    try:
                        spare[:] = [duplicate(out, place, False)]
                    except base_exception:
                        continue
                    spare.append(identity(place))
                    break
            finally:
                os_close(out)
        except base_exception:
            spare[:] = []

    def ours(filename):
        return filename == "<probe>" or filename.startswith("<frozen importlib")

    def clip(value, size):
        value = exact_str(value)
        return value if len(value) <= size else value[: size - 1] + "\\u2026"

    def plain(value, size=4000):
        return clip(value, size) if type(value) is str else None

    def shown(frame, line):
        """A frame as a list with its one row; without a row for ours."""
        code = frame.f_code
        if ours(code.co_filename):
            return []
        return [[clip(code.co_filename, 1000), line or 0, clip(code.co_name, 200)]]

    def frames_of(traceback):
        found = []
        try:
            while traceback is not None and len(found) < 1000:
                found += shown(traceback.tb_frame, traceback.tb_lineno)
                traceback = traceback.tb_next
        except base_exception:
            pass  # an audit hook of the subject may refuse to show frames
        return found[-60:]

    def stack():
        found = []
        try:
            frame = get_frame(1)
            while frame is not None and len(found) < 1000:
                found += shown(frame, frame.f_lineno)
                frame = frame.f_back
        except base_exception:
            pass
        return found[:60][::-1]

    mark = "__numpy_abi_matrix_load__"

    def detail(error, attribute):
        if not issubclass(type(error), ImportError):
            return None
        try:
            return plain(getattr(error, attribute))
        except base_exception:
            return None

    def chain_of(error):
        """The exception and those it hangs on; and the loads that failed with one of them."""
        links, link = [], "first"
        while error is not None and len(links) < 1000 and not any(error is one for one, _ in links):
            links.append((error, link))
            if cause_of(error) is not None:
                error, link = cause_of(error), "cause"
            elif context_of(error) is None and members_of and issubclass(type(error), exception_group):
                error, link = members_of(error)[0], "cause"  # what it only sums up
            else:
                error, link = context_of(error), "context"
        found, failed = [], []
        # Of a long chain both ends: the first is what the user sees, the last is the cause.
        for error, link in links if len(links) <= 10 else links[:5] + links[-5:]:
            kind = type(error)
            try:
                name = kind.__qualname__
                if kind.__module__ not in ("builtins", "__main__"):
                    name = "%s.%s" % (kind.__module__, name)
            except base_exception:
                name = type_name(kind)
            try:
                message = clip(str(error), 8000)
            except base_exception:
                message = "<message cannot be shown>"
            found.append(
                {
                    "type": clip(name, 300),
                    "message": message,
                    "link": link,
                    "frames": frames_of(traceback_of(error)),
                    "name": detail(error, "name"),
                    "path": detail(error, "path"),
                }
            )
            load = exception_dict(error).get(mark)
            if load is not None and load not in failed:
                failed.append(load)
        return found, failed

    # ---- loader hooks ----------------------------------------------------------------------

    loading = []  # [(module, file)], the extension files being loaded, innermost last
    ended = {}  # file as spelled -> name it was loaded under
    ended_at = {}  # file resolved -> the same
    loads = [0]

    def forget(entry):
        # By identity: another thread may be loading too, so it need not be the last.
        loading[:] = [one for one in loading if one is not entry]

    # ---- what stands in NumPy's place ----------------------------------------------------------

    stand_ins = []  # the first of them
    absent = object()
    python_own = [modules.get(name) for name in ("_frozen_importlib", "_frozen_importlib_external")]

    def look_for_stand_in(module=None):
        """Whether sys.modules has something under NumPy's name that is no package NumPy."""
        numpy = modules.get("numpy", absent)
        if numpy is absent or stand_ins:
            return
        kind, what, by, version = type(numpy), "a module without a file", None, None
        try:
            if issubclass(kind, module_type):
                names = module_dict(numpy)
                file = names.get("__file__")
                if type(file) is str:
                    # It gets its version on the way; one of its own kind may read its file later.
                    if module or type(names.get("__version__")) is str or kind is not module_type:
                        return
                    stand_ins.append({
                        "what": "a module without a version", "version": None, "module": None,
                        "by": plain(file),
                    })
                    return
                if module and kind is not module_type and hasattr(kind, "__getattr__"):
                    return  # it may become NumPy when somebody asks it for a name
                spec = names.get("__spec__")
                loader = names.get("__loader__") or getattr(spec, "loader", None)
                by = type(loader) if kind is module_type else kind
                if type(names.get("__version__")) is str:
                    version = names["__version__"]
            elif numpy is None:
                what = "\`None\`"
            elif kind is type:
                what, by = "the class \`%s\`" % type_name(numpy), numpy
            else:
                what, by = "an object of the class \`%s\`" % type_name(kind), kind
            maker = modules.get(by and by.__module__)
            if maker in python_own:
                maker = None
            by = module_dict(maker).get("__file__") if issubclass(type(maker), module_type) else None
        except base_exception:
            by = None
        stand_ins.append({
            "what": clip(what, 200), "version": version, "module": module,
            "by": plain(by) if type(by) is str else None,
        })

    # Of each module of that name: a weak reference, and the version and file that it had at first.
    numpys = []
    weak = import_module("_weakref").ref

    def look_at_numpy():
        """What NumPy says of itself; as it was when the first file was loaded beside it."""
        numpy = modules.get("numpy")
        if not issubclass(type(numpy), module_type):
            return None
        for reference, version, file in numpys:
            if reference() is numpy:
                return version, file
        names = module_dict(numpy)
        version, file = names.get("__version__"), plain(names.get("__file__"))
        if type(version) is not str:
            return None, file
        try:
            numpys.append((weak(numpy), version, file))
        except base_exception:
            pass
        return version, file

    # Which object a created module is -> its name and file; holding it would change its lifetime.
    # By object's own hash: an audit hook of the subject may refuse id(), not this.
    made, which = {}, object.__hash__

    def hooked(original, stage, name_and_file):
        def _call_with_frames_removed(argument, *more):
            if getpid() != root_pid:
                return original(argument, *more)
            module, file = name_and_file(argument)
            loads[0] += 1
            number = loads[0]
            had_gil = gil_enabled() if gil_enabled else None
            record("load", event="begin", stage=stage, module=module, file=file, load=number)
            look_for_stand_in(module)
            look_at_numpy()
            entry = [module, file]
            loading.append(entry)
            try:
                result = original(argument, *more)
            except base_exception as error:
                forget(entry)
                chain, _ = chain_of(error)
                try:
                    exception_dict(error).setdefault(mark, number)
                except base_exception:
                    pass
                record("load", event="fail", stage=stage, module=module, file=file, load=number, chain=chain)
                raise
            forget(entry)
            switched = bool(gil_enabled and gil_enabled() and not had_gil)
            record("load", event="end", stage=stage, module=module, file=file, load=number, gil=switched)
            if stage == "create":
                made[which(result)] = (module, file)
            elif made.pop(which(argument), None) is not None:
                # Of what no file made (an empty module in its place) nothing ran.
                ended[file] = module
                ended_at[resolved(file)] = module
            return result

        return _call_with_frames_removed

    def of_spec(spec):
        return str(spec.name), str(spec.origin)

    def of_module(module):
        # What was created may be no module at all (Py_mod_create), and __spec__ may be replaced.
        if which(module) in made:
            return made[which(module)]
        spec = module_dict(module).get("__spec__") if issubclass(type(module), module_type) else None
        return str(getattr(spec, "name", None)), str(getattr(spec, "origin", None))

    doors = import_module("_imp")
    create_hooked = hooked(doors.create_dynamic, "create", of_spec)
    exec_hooked = hooked(doors.exec_dynamic, "exec", of_module)
    external = modules["_frozen_importlib_external"]
    file_spec, file_loader = external.spec_from_file_location, external.ExtensionFileLoader
    set_attributes = modules["_frozen_importlib"]._init_module_attrs

    def install_hooks():
        # The two doors that every loader of extension files goes through, also one of the subject's
        # own, and one that replaces ExtensionFileLoader's methods: they are looked up at each call.
        doors.create_dynamic, doors.exec_dynamic = create_hooked, exec_hooked

    # ---- what comes in from outside of the environment -----------------------------------------

    opened = {}  # paths of files and folders, as spelled but absolute
    reached = {}  # other programs, other machines
    environment, library = sys.prefix + os.sep, os.path.dirname(os.__file__) + os.sep
    join, absolute, current_folder = os.path.join, os.path.isabs, os.getcwd
    opening = ("open", "os.listdir", "os.scandir", "sqlite3.connect", "ctypes.dlopen")
    reaching = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
                "os.forkpty", "os.startfile", "urllib.Request")
    # Whatever is asked of a socket but to be made, or of Windows' registry.
    reaching_all = ("socket.", "winreg.")
    # They only show what decides over reuse anyway (the processor, the system's libraries), with files
    # that do so, too. numpy.testing asks lscpu at its import (NumPy 1.22 to 2.2), ctypes.util ldconfig.
    telling = {("lscpu",): (), ("uname", "-p"): (), ("/sbin/ldconfig", "-p"): ("/etc/ld.so.cache",)}
    # urllib3 sees at its import whether there is IPv6: any free port of the machine's own.
    own_machine = [("127.0.0.1", 0), ("::1", 0)]
    told_use = [None]  # what waited-for children had used when such a program had ended
    asking = []  # one element until then

    def is_inside(path):
        if ".." in path:
            return False
        if path.startswith(environment):
            return True
        return path.startswith(library) and "-packages" not in path[len(library):]

    def children_use():
        try:
            return [*getrusage(children)]
        except base_exception:
            return None  # Windows has none

    def started_program():
        """Whether a child was waited for that is none of those that only tell something."""
        use = children_use()
        if asking or use is None:
            return bool(asking)
        return use != told_use[0] if told_use[0] else use[2] > 0

    def asks_what_is_known(program, arguments):
        if type(arguments) not in (list, tuple) or not all(type(one) is str for one in arguments):
            return False
        more = telling.get(tuple(arguments))
        if more is None or program != arguments[0] or started_program():
            return False
        # Of that name the first on PATH must be the system's own: another could say anything.
        folders = [""] if absolute(program) else os.environ.get("PATH", "").split(os.pathsep)
        found = [one for one in [join(folder, program) for folder in folders] if exists(one)][:1]
        if not found or not found[0].startswith(("/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/")):
            return False
        opened.update(dict.fromkeys([*found, *more]))
        asking.append(True)
        return True

    def watch_outside():
        def note(event, values):
            if looking:
                return  # ours
            if asking and event in ("import", "exec"):
                asking.clear()  # it was waited for before anything else was imported or run
                told_use[0] = children_use()
            if event == "subprocess.Popen" and asks_what_is_known(*values[:2]):
                return
            if event == "socket.bind" and type(values[1]) is tuple and values[1] in own_machine:
                return
            if event in opening:
                path = values[0]
                if type(path) is bytes:
                    path = path.decode("utf-8", "surrogateescape")
                if type(path) is str:
                    if event == "ctypes.dlopen" and "/" not in path and "\\\\" not in path:
                        return  # the system's loader looks for it
                    if path not in opened and path != records and not is_inside(path):
                        opened[path if absolute(path) else join(current_folder(), path)] = None
                elif type(path) is not int and path is not None:
                    reached[event] = None  # of the subject's own class: it may be any
            elif event == "os.fork" and forking:
                pass  # ours
            elif event in reaching or event.startswith(reaching_all) and event != "socket.__new__":
                reached[event] = None

        def _call_with_frames_removed(event, values):
            try:
                note(event, values)
            except base_exception:
                # Its folder may be gone, os.fspath exchanged: what it opens must not fail for that.
                reached[event] = None

        sys.addaudithook(_call_with_frames_removed)

    # ---- recorder on NumPy 1's access points under NumPy 2 -----------------------------------

    old_api = ("numpy.core._multiarray_umath", "numpy.core.multiarray")
    asked = ("_ARRAY_API", "_UFUNC_API")

    class _RecordingModule(module_type):
        def __getattribute__(self, name):
            if name in asked and getpid() == root_pid:
                module, file = loading[-1] if loading else (None, None)
                record("old-api", attribute=name, module=module, file=file, frames=stack())
            return module_getattribute(self, name)

    class _OldApiFinder:
        """Only for the two old modules: watches the moment when NumPy's own code for them ran."""

        def find_spec(self, name, path=None, target=None):
            if name not in old_api:
                return None
            numpy = modules.get("numpy")
            if not issubclass(type(numpy), module_type):
                return None
            version = module_dict(numpy).get("__version__")
            if type(version) is not str or version.startswith(("0.", "1.")):
                return None
            for finder in sys.meta_path:
                if finder is self or not hasattr(finder, "find_spec"):
                    continue
                spec = finder.find_spec(name, path, target)
                if spec is not None:
                    break
            else:
                return None
            loader = spec.loader
            execute = getattr(loader, "exec_module", None)
            if execute is None or not str(spec.origin).endswith(".py"):
                return spec

            def _call_with_frames_removed(module):
                execute(module)
                module.__class__ = _RecordingModule

            try:
                loader.exec_module = _call_with_frames_removed
            except base_exception:
                pass
            return spec

    # ---- branches --------------------------------------------------------------------------

    forking, looking = [], []
    own_folders = [current_folder(), os.environ.get("HOME"), os.environ.get("TMPDIR")]
    list_folder, threads = os.listdir, import_module("_thread")._count
    fork, wait_id, kill = [getattr(os, name, None) for name in ("fork", "waitid", "kill")]
    # Taken before a module can exchange them: another CLD_EXITED would make a crash an end.
    by_pid, exited = [getattr(os, name, None) for name in ("P_PID", "CLD_EXITED")]
    look = [getattr(os, name, 0) for name in ("WEXITED", "WNOHANG", "WNOWAIT")]
    # In a frame of another name: Python warns of threads, and shows that to \`__main__\` alone.
    fork_now = compile("fork()", "<probe>", "eval")
    fork_names = {"__name__": "importlib._bootstrap", "__builtins__": builtins, "fork": fork}
    sleep, leave = import_module("time").sleep, os._exit
    # Of compiled code and of timers only the kernel and the C library tell; 64: wheels' OpenBLAS has no more.
    processors = min(64, len(os.sched_getaffinity(0))) if hasattr(os, "sched_getaffinity") else 1
    timer = import_module("_signal").getitimer if fork else None
    libraries = [0]  # of OpenBLAS, as far as they are known
    forks = [0]
    asleep = []  # one element after a fork, which ended OpenBLAS's threads

    def is_untouched():
        # A fresh process has folders of its own: it finds nothing that another one left there.
        try:
            return all([folder and not list_folder(folder) for folder in own_folders])
        except base_exception:
            return False

    def blas_threads():
        """How many threads an OpenBLAS runs at most; fewer where that is not sure."""
        names = ("OPENBLAS_NUM_THREADS", "GOTO_NUM_THREADS", "OMP_NUM_THREADS")
        told = [one for one in [os.environ.get(name) for name in names] if one]
        return min([processors, *[int(one) or 1 if one.isdecimal() else 1 for one in told]])

    def leaves_behind():
        """Whether a forked process would lack what runs here beside the walk: threads, and timers."""
        if threads() > 0 or any([timer(kind) != (0.0, 0.0) for kind in (0, 1, 2)]):
            return True
        looking.append(True)
        try:
            running = len(list_folder("/proc/self/task"))
            # OpenBLAS ends its threads before a fork, and starts them when it needs them, here as there:
            # after one nobody knows whether it has any.
            if asleep:
                return running > 1
            own = blas_threads() - 1
            if running > 1 + libraries[0] * own:
                names = [file.rpartition("/")[2] for file in mapped_code() or []]
                libraries[0] = len([name for name in names if "openblas" in name])
            return running > 1 + libraries[0] * own
        except base_exception:
            return True
        finally:
            looking.clear()

    def waited_for(pid):
        """Whether it ended with 0 in time."""
        start = clock()
        try:
            while True:
                waited = clock() - start
                if waited >= branches[0]:
                    break
                # It stays to be waited for: else it would count as a program that the subject started.
                ended = wait_id(by_pid, pid, look[0] | look[1] | look[2])
                if ended is not None:
                    return ended.si_code == exited and ended.si_status == 0
                # A twentieth too late at most, of hundreds of short ones, too.
                sleep(min(0.02, 0.001 + waited / 20))
            kill(pid, 9)
        except base_exception:
            pass
        finally:
            branches[1] -= clock() - start
        return False

    def branch(group, done):
        """
        Forks the process that goes on with a group from here, as a fresh one would after the same
        steps, and waits for its end. True in that process. Only what went well throughout counts:
        all else is done again by fresh processes.
        """
        nonlocal records, root_pid, secret, numbers
        if not branching or branches[1] <= 0 or not is_untouched() or leaves_behind():
            record("left", targets=group, prefix=done)
            return False
        flush()
        forks[0] += 1
        name = str(forks[0])
        record("forking", name=name)
        asleep[:] = [True]
        forking.append(name)
        try:
            pid = eval(fork_now, fork_names)
        except base_exception:
            pid = None
        forking.clear()
        if getpid() != root_pid:
            if pid != 0:
                leave(1)
            # A secret of its own: with the next tokens of the process that waits, records could be
            # written in its place.
            secret, numbers = pow(secret + (forks[0] << 32), 5, (1 << 127) - 1), iter(range(1 << 30))
            records, root_pid, forks[0] = records + "." + name, getpid(), 0
            branches[:] = [seconds / 2 for seconds in branches]
            told_use[0] = None
            asking.clear()
            open_spare()
            record("start", python=[*version[:3]], executable=None, path=[])
            return True
        if pid is not None and waited_for(pid) and is_untouched():
            record("branch", targets=group, prefix=done, name=name)
        else:
            # It may have left something behind: nothing is forked any more, and nothing here counts.
            branching[:] = []
            record("left", targets=group, prefix=done)
            record("undone")
        return False

    # ---- the walk --------------------------------------------------------------------------

    def take(step, tried=False):
        """Imports one step. Returns "stepped", "absent", or None after a failure: all is recorded."""
        record("step", step=step)
        try:
            eval(import_step, {"__name__": "__main__", "__builtins__": builtins, "step": step})
        except base_exception as error:
            chain, failed = chain_of(error)
            if tried and is_absent(step, error, chain):
                record("absent", step=step)
                return "absent"
            code = None
            if issubclass(type(error), system_exit):
                code = exit_code(error)
            record("raised", step=step, chain=chain, loads=failed, exit=code)
            return None
        record("stepped", step=step)
        return "stepped"

    def is_absent(step, error, chain):
        """Whether nothing of that name is there, as importlib itself says it."""
        return (
            type(error) is module_not_found
            and len(chain) == 1
            and not chain[0]["frames"]
            and chain[0]["name"] == step
        )

    def exit_code(error):
        try:
            code = error.code
        except base_exception:
            return 1
        if code is None:
            return 0
        # As Python does: sys.exit(False), sys.exit(pytest.ExitCode.OK).
        return exact_int(code) if issubclass(type(code), int) else 1

    def origin_of(name):
        module = modules.get(name)
        if not issubclass(type(module), module_type):
            return None
        spec = module_dict(module).get("__spec__")
        origin = getattr(spec, "origin", None)
        return origin if type(origin) is str else None

    def resolved(file):
        try:
            return normcase(realpath(file))
        except base_exception:
            return file  # the subject may have replaced what realpath calls

    def loaded_under(name, file):
        under = ended.get(file)
        if under is None:
            # By a link or another spelling of its folder: then its own init function must have run.
            under = ended_at.get(resolved(file))
            if under is not None and under.rpartition(".")[2] != name.rpartition(".")[2]:
                return None
        return under

    def is_stub(name, file):
        """In sys.modules, although that file never ran to its end: a stub, an alias, a lazy loader."""
        if name not in modules or loaded_under(name, file) is not None:
            return False
        return modules[name] is not before.get(name)

    def is_past_file(index):
        """
        Initialised by another file, under this one's name and specification (mypyc's groups of
        modules do so): whether its own file loads as well is still open.
        """
        name, file, proof, _ = targets[index]
        if proof != "by-name" or not is_stub(name, file):
            return False
        origin = origin_of(name)
        return origin is not None and resolved(origin) == resolved(file)

    def load_file(index):
        """Loads the target's own file, as its loader would, by no loader that a module may replace."""
        name, file, _, _ = targets[index]
        spec = file_spec(name, file, loader=file_loader(name, file))
        module = create_hooked(spec)
        set_attributes(spec, module)
        exec_hooked(module)

    def prove_file(index):
        """For one target alone: a failure is the outcome of all that are left."""
        step = targets[index][0]
        record("step", step=step)
        try:
            load_file(index)
        except base_exception as error:
            chain, failed = chain_of(error)
            leaving = issubclass(type(error), system_exit)
            record("raised", step=step, chain=chain, loads=failed, exit=exit_code(error) if leaving else None)
            return
        record("stepped", step=step)
        record("proven", target=index, module=step, file=targets[index][1])

    def prove_files(late, done):
        """After all steps: what another file initialised; each that fails gets a process of its own."""
        if len(late) == 1:
            prove_file(late[0])
            return
        for index in late:
            try:
                load_file(index)
            except base_exception:
                record("left", targets=[index], prefix=done)
            else:
                record("proven", target=index, module=targets[index][0], file=targets[index][1])

    def settle(index):
        """The target's walk is at its end: that file, another file, or none?"""
        name, file, proof, _ = targets[index]
        if proof == "by-name" and name in modules:
            origin = origin_of(name)
            if origin is None or resolved(origin) != resolved(file):
                record("lost", target=index, reason="shadowed", origin=origin)
                return
            if not is_stub(name, file):  # loaded before the hooks, by a .pth file
                record("proven", target=index, module=name, file=file)
                return
        record("lost", target=index, reason="not-loaded", origin=None)

    def walk():
        done, asked_for = [], set()
        for step in prefix:
            if not take(step):
                return
            done.append(step)
            asked_for.add(step)
        live = list(range(len(targets)))
        while live:
            groups, late = {}, []
            for index in live:
                name, file, _, steps = targets[index]
                under = loaded_under(name, file) if asked_for else None
                if under is not None:
                    record("proven", target=index, module=under, file=file)
                    continue
                for step, tried in steps:
                    # Each step once, as in a fresh import, also where it leaves no module behind.
                    if step in asked_for:
                        continue
                    if modules.get(step) is None or (
                        (tried or step == name) and is_stub(step, file)
                    ):
                        # Apart: a name that is only tried may be of nothing, a step may not.
                        groups.setdefault((step, tried), []).append(index)
                        break
                else:
                    if is_past_file(index):
                        late.append(index)
                    else:
                        settle(index)
            if not groups:
                if late:
                    prove_files(late, done)
                return
            if late:
                record("left", targets=late, prefix=done)
            # The largest group goes on here; the first of equals, so that runs are alike.
            chosen = max(groups, key=lambda one: len(groups[one]))
            for one, group in groups.items():
                if one != chosen and branch(group, [*done]):
                    chosen = one
                    break
            live = groups[chosen]
            record("group", targets=live)
            step, tried = chosen
            taken = take(step, tried)
            if taken is None:
                return
            asked_for.add(step)
            if taken == "stepped":
                done.append(step)

    def bare_walk():
        """The confirming run: the same steps, no hooks, nothing asked in between."""
        for step in prefix:
            if not take(step):
                return

    class _Source:
        """Lets inspect and traceback find the lines of code that is shown under another name."""

        def __init__(self, code):
            self.code = code

        def get_source(self, fullname=None):
            return self.code

    def run_smoke(name, code, file):
        record("step", step=name)
        main_module = modules["__main__"]
        namespace = module_dict(main_module)
        namespace.clear()
        # As of a script: multiprocessing's children run the file, and look at __spec__.
        namespace.update(__name__="__main__", __builtins__=builtins, __file__=file)
        namespace.update(__doc__=None, __package__=None, __spec__=None, __loader__=_Source(code))
        sys.argv[:] = [name]
        try:
            exec(compile(code, name, "exec", dont_inherit=True), namespace)
        except base_exception as error:
            leaving = issubclass(type(error), system_exit)
            if leaving and exit_code(error) == 0:
                record("stepped", step=name)
                return
            chain, failed = chain_of(error)
            code = exit_code(error) if leaving else None
            record("raised", step=name, chain=chain, loads=failed, exit=code)
            return
        record("stepped", step=name)

    def flush():
        for name in ("stdout", "stderr"):
            try:
                getattr(sys, name).flush()  # it may be deleted
            except base_exception:
                pass

    def mapped_code():
        """Files whose code is in this process, where the system tells; None elsewhere."""
        try:
            handle = os_open("/proc/self/maps", os.O_RDONLY)
        except base_exception:
            return None
        chunks = []
        try:
            while True:
                chunk = os_read(handle, 1 << 20)
                if not chunk:
                    break
                chunks.append(chunk)
        except base_exception:
            return None
        finally:
            os_close(handle)
        found = {}
        for line in b"".join(chunks).split(b"\\n"):
            parts = line.split(None, 5)
            if len(parts) == 6 and b"x" in parts[1] and parts[5][:1] == b"/":
                found[parts[5].decode("utf-8", "surrogateescape")] = None
        return [*found]

    def loaded_files():
        """Files that modules say they are of, and of which the code of the process is."""
        found = {}
        for module in [*modules.values()]:
            if issubclass(type(module), module_type):
                file = plain(module_dict(module).get("__file__"))
                if type(file) is str:
                    found[file] = None
        return [*found]

    def close():
        look_for_stand_in()
        numpy = look_at_numpy()
        # What another module writes there later is no other NumPy.
        loaded = numpy and {"version": numpy[0], "file": numpy[1]}
        peak = None
        try:
            peak = getrusage(itself).ru_maxrss
            if sys.platform != "darwin":
                peak *= 1024
        except base_exception:
            pass
        if started_program():
            reached["children"] = None  # compiled code starts programs, too
        files = loaded_files()
        outside = {} if not hooks else {
            "opened": [*opened] if watches else None, "reached": [*reached]
        }
        stand_in = stand_ins[0] if stand_ins else None
        record(
            "close", numpy=loaded, standIn=stand_in, peak=peak, code=mapped_code(),
            files=files, **outside
        )

    # ---- go --------------------------------------------------------------------------------

    try:
        limits = import_module("resource")
        limits.setrlimit(limits.RLIMIT_CORE, (0, 0))
        getrusage, itself = limits.getrusage, limits.RUSAGE_SELF
        children = limits.RUSAGE_CHILDREN
        size_limit[:] = limits.getrlimit, limits.setrlimit, limits.RLIMIT_FSIZE
        modules.pop("resource", None)
    except base_exception:
        pass  # Windows has none
    # Not a lazy loader's: those are of a class of their own until they wake.
    before = {name: module for name, module in modules.items() if type(module) is module_type}
    version = sys.version_info
    path = [plain(entry) for entry in sys.path if type(entry) is str] if type(sys.path) is list else []
    executable = plain(sys.executable)
    open_spare()
    record("start", python=[version[0], version[1], version[2]], executable=executable, path=path)
    watches = hooks and hasattr(sys, "addaudithook")
    if watches:
        watch_outside()
    if branches and fork and wait_id and (gil_enabled is None or gil_enabled()):
        branching.append(True)
    if hooks:
        install_hooks()
        sys.meta_path.insert(0, _OldApiFinder())
    if smoke is not None:
        run_smoke(*smoke)
    elif hooks:
        walk()
    else:
        bare_walk()
    if getpid() == root_pid:
        close()
    flush()  # last: of a stream of the subject's own it may be the end


main()
`;

// src/measure/reuse/own-code.ts
var known;
function ownCode() {
  known ??= hashOfFolder(dirname6(fileURLToPath(import.meta.url)));
  return known;
}
function hashOfFolder(folder) {
  const hash = createHash5("sha256").update(worker_default).update(launcher_default);
  for (const name of readdirSync2(folder).sort()) {
    if (/\.(?:mjs|ts)$/.test(name)) hash.update(name).update(readFileSync2(join11(folder, name)));
  }
  return hash.digest("hex");
}

// src/measure/reuse/resolved-set.ts
import { basename as basename4 } from "node:path";
var PINNED = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(?:==\s*(\S+)|@\s*(\S+))/;
function readResolvedSet(text, known2) {
  const versions = /* @__PURE__ */ new Map();
  const lines = [];
  for (const line of text.replaceAll(/\\\r?\n/g, " ").split("\n")) {
    const one = line.trim();
    if (one === "" || one.startsWith("#") || one.startsWith("--")) continue;
    const [, name, version2, url] = PINNED.exec(one) ?? [];
    if (name === void 0) return void 0;
    const file = url === void 0 ? "" : basename4(decodeURIComponent(url.split("#")[0] ?? ""));
    const own = known2.get(file);
    const hashes = [...one.matchAll(/--hash=(\S+)/g)].map(([, hash]) => hash ?? "").sort();
    if (own === void 0 && hashes.length === 0) return void 0;
    const content = own === void 0 ? hashes : [own];
    versions.set(normaliseName(name), version2 ?? null);
    lines.push([normaliseName(name), version2 ?? file, ...content].join(" "));
  }
  return { text: lines.sort().join("\n"), versions };
}

// src/measure/reuse/system-identity.ts
import { createHash as createHash6 } from "node:crypto";
import { readdirSync as readdirSync3, readFileSync as readFileSync3 } from "node:fs";
import { cpus, release, version } from "node:os";
import { delimiter as delimiter2, dirname as dirname7, join as join12 } from "node:path";
var SHARED2 = /\.(?:so(?:\.[\w.]+)?|dylib|dll)$/i;
function systemIdentity(env, root = "") {
  const textOf = (file) => readText(`${root}${file}`, "utf8");
  const cached = cachedLibraries(root);
  const usual = usualFolders(env).map((one) => `${root}${one}`);
  const looked = /* @__PURE__ */ new Set([...cached.map((path) => dirname7(path)), ...usual]);
  const own = libraryPath(env).flatMap((one) => filesOf(one, /./));
  const libraries = statList([
    ...cached,
    ...[...looked].sort().flatMap((one) => filesOf(one, SHARED2)),
    ...own
  ]);
  const parts = [
    THIS_MACHINE,
    release(),
    version(),
    processor(textOf("/proc/cpuinfo")),
    String(cpus().length),
    String(process.getuid?.() ?? ""),
    // What a process may use: threads that cannot be started fail imports.
    textOf("/proc/self/limits"),
    ...[...textOf("/proc/self/status").matchAll(/^(?:Seccomp|NoNewPrivs):.*$/gm)].map(String),
    textOf("/etc/ld.so.preload"),
    textOf("/proc/driver/nvidia/version"),
    ...packageLists(root),
    ...libraries.lines,
    ...MACHINE_STAYS ? [] : contentLines(own)
  ];
  const text = createHash6("sha256").update(JSON.stringify(parts)).digest("hex");
  return { text, has: libraries.has };
}
function processor(cpuinfo) {
  const [first = ""] = cpuinfo.split("\n\n");
  const lines = first.split("\n").filter(
    (line) => /^(?:vendor_id|cpu family|model|model name|stepping|flags|Features|CPU [a-z]+|isa)\b/.test(
      line
    )
  );
  return lines.length > 0 ? lines.join("\n") : cpus()[0]?.model ?? "";
}
function cachedLibraries(root) {
  const cache = readText(`${root}/etc/ld.so.cache`, "latin1");
  return [...cache.matchAll(/\/[^\0]+?\.so[^\0]*/g)].map((one) => `${root}${one}`).sort();
}
function usualFolders(env) {
  return THIS_PLATFORM.system === "windows" ? [join12(env["SystemRoot"] ?? env["SYSTEMROOT"] ?? "C:\\Windows", "System32")] : ["/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib"];
}
function libraryPath(env) {
  return Object.entries(env).flatMap(
    ([name, value]) => name.toUpperCase() === "LD_LIBRARY_PATH" ? (value ?? "").split(delimiter2) : []
  ).filter((one) => one !== "");
}
function filesOf(folder, matches) {
  const better = join12(folder, "glibc-hwcaps");
  const variants = names(better).map((name) => join12(better, name));
  return [folder, ...variants].flatMap((one) => filesIn(one, matches));
}
function packageLists(root) {
  const stamped = statList([
    "/var/lib/rpm/rpmdb.sqlite",
    "/usr/lib/sysimage/rpm/rpmdb.sqlite",
    "/var/lib/rpm/Packages",
    "/opt/local/var/macports/registry/registry.db"
  ]);
  return [
    ...["/var/lib/dpkg/status", "/lib/apk/db/installed"].map((one) => hashOf(`${root}${one}`)),
    readText("/System/Library/CoreServices/SystemVersion.plist", "utf8"),
    ...["/var/lib/pacman/local", "/opt/homebrew/Cellar", "/usr/local/Cellar"].map(namesIn),
    ...stamped.lines
  ];
}
function namesIn(folder) {
  return names(folder).flatMap((name) => [name, ...names(join12(folder, name))]).join("\n");
}
function names(folder) {
  try {
    return readdirSync3(folder).sort();
  } catch {
    return [];
  }
}
function hashOf(file) {
  return createHash6("sha256").update(readText(file, "utf8")).digest("hex");
}
function readText(file, encoding) {
  try {
    return readFileSync3(file, encoding);
  } catch {
    return "";
  }
}

// src/measure/build/build-surroundings.ts
import { readdirSync as readdirSync4, statSync as statSync2 } from "node:fs";
import { delimiter as delimiter3, isAbsolute as isAbsolute4, join as join14 } from "node:path";

// src/measure/build/mentions.ts
import { readFile as readFile7, stat as stat5 } from "node:fs/promises";
import { isAbsolute as isAbsolute3, join as join13 } from "node:path";
var LONGEST_BYTES = 512 * 1024;
var NOT_BUILT = /^\.(?:git|github|gitlab|circleci|forgejo|gitea)$/;
var WORD = /[A-Za-z_]\w*/g;
var PATH = /(?<![\w./:<)\]])(?:~|\/[\w.+@-]+)(?:\/[\w.+@-]+)+|(?<![A-Za-z])[A-Za-z]:[\\/][\w.+@\\/-]+/g;
async function mentionsIn(root) {
  const words = /* @__PURE__ */ new Set();
  const paths2 = /* @__PURE__ */ new Set();
  for (const file of filesBelow(root, NOT_BUILT)) {
    const stats = await stat5(file).catch(() => void 0);
    if (!stats?.isFile() || stats.size > LONGEST_BYTES) continue;
    const bytes = await readFile7(file);
    if (bytes.includes(0)) continue;
    const text = bytes.toString("utf8");
    for (const [word] of text.matchAll(WORD)) words.add(word);
    for (const path of pathsIn(text)) paths2.add(path);
  }
  return { words, paths: [...paths2].sort() };
}
function pathsIn(text) {
  const flags = text.replaceAll(/(?<![\w-])-(?:I|L|F|isystem|iquote|idirafter)\s*(?=\/)/g, " ");
  return [...flags.matchAll(PATH)].map(([path]) => path);
}
function atHome(path, home) {
  return path.startsWith("~") && home !== void 0 && isAbsolute3(home) ? join13(home, path.slice(1)) : path;
}

// src/measure/build/build-surroundings.ts
var COMPILERS = {
  CC: "cc",
  CXX: "c++",
  FC: "gfortran",
  RUSTC: "rustc"
};
var PROGRAMS = [
  ...["cc", "c++", "gcc", "g++", "clang", "clang++", "cl", "gfortran", "flang", "ld", "ar", "as"],
  ...["rustc", "cargo", "cmake", "ninja", "make", "meson", "pkg-config", "swig", "patchelf", "git"],
  ...["ccache", "sccache", "cython", "f2py", "zig"]
];
var PASSING = /^(?:_|PWD|OLDPWD|SHLVL|TERM.*|COLORTERM|COLUMNS|LINES|LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|DISPLAY|WAYLAND_.*|WINDOWID|GPG_.*|TMUX.*|STY|VSCODE_.*|npm_.*|INVOCATION_ID|JOURNAL_STREAM|HOSTNAME|LOGNAME|USER|USERNAME|MAIL|HIST.*|PS1|EDITOR|PAGER|LESS.*|GITHUB_(?!ACTIONS$).*|RUNNER_(?!OS$|ARCH$).*|CI_.+|TMPDIR|TEMP|TMP|NODE_.*)$/i;
var LOOKED_INTO = /^(?:CPATH|.*INCLUDE_PATH|.*LIBRARY_PATH|PKG_CONFIG_.*|INCLUDE|LIB|.*FLAGS|LDSHARED|CC|CXX|FC|F77|CMAKE_.*|SKBUILD_.*|MESON.*|CARGO_.*|NPY_.*|.*BLAS.*|.*LAPACK.*|MKLROOT)$/i;
var EVERYWHERE = /^(?:PATH|HOME|SHELL|.*_)$/i;
var USUAL = ["/usr/include", "/usr/local/include", "/usr/lib/gcc", "/opt/homebrew/include"];
var LINKED = ["/usr/lib", "/usr/local/lib", "/usr/lib64", "/usr/local/lib64"];
var LINKABLE = /\.(?:a|o|so|dylib|la|pc|cmake)$/i;
var SETTINGS = [
  ...[".pydistutils.cfg", ".numpy-site.cfg", ".gitconfig", ".config/git/config"],
  ...[".cargo/config.toml", ".cargo/config", ".cmake/packages", ".config/meson", ".local/include"]
];
var WHOLE = /^\/(?:usr(?:\/(?:local\/)?(?:local|lib\w*|include|s?bin|share|src))?|lib\w*|s?bin|etc|proc|dev|sys|tmp|var(?:\/\w+)?|run|opt|home|root|mnt|Users)$/;
var NOT_FILES = /^\/(?:proc|dev|sys)\//;
var MOST_FILES = 2e4;
var VERSION_SECONDS = 20;
async function buildSurroundings(project, env, processes, mentions) {
  const own = buildEnvironment(env);
  const kept = Object.entries(own).filter(([name]) => !PASSING.test(name) || name !== "_" && mentions.words.has(name)).sort(([a], [b]) => a < b ? -1 : 1);
  const files = lookedInto(kept, own, mentions);
  if (files === void 0) return void 0;
  const found = await together(PROGRAMS.map((name) => onPath(name, own)));
  const programs = await together(found.flat().map(resolved));
  const versions = await together(
    Object.entries(COMPILERS).map(async ([variable, usual]) => {
      const [program = usual, ...rest] = (own[variable] || usual).split(/\s+/);
      const path = isAbsolute4(program) ? program : (await onPath(program, own))[0];
      if (path === void 0) return "";
      const { stdout, stderr } = await processes.run(path, [...rest, "--version"], {
        cwd: project,
        env: own,
        timeoutSeconds: VERSION_SECONDS
      });
      return `${stdout}
${stderr}`;
    })
  );
  return JSON.stringify([kept, statList(files).lines, statList(programs).lines, versions]);
}
function headersOf({ origin }) {
  if (origin === void 0) return [];
  const folders = ["include", "Include", "libs"].map((name) => join14(origin.prefix, name));
  if (/^\/usr(?:\/local)?$/.test(origin.prefix)) return [];
  return statList(folders.flatMap((folder) => filesBelow(folder, /^$/, MOST_FILES))).lines;
}
function lookedInto(kept, own, { words, paths: paths2 }) {
  const home = own["HOME"] ?? own["USERPROFILE"];
  const named = kept.filter(([name]) => !EVERYWHERE.test(name) && (LOOKED_INTO.test(name) || words.has(name))).flatMap(([, value]) => [...value.split(delimiter3), ...pathsIn(value)]);
  const conda = own["CONDA_PREFIX"] ? [join14(own["CONDA_PREFIX"], "conda-meta")] : [];
  const settings = home === void 0 ? [] : SETTINGS.map((one) => join14(home, one));
  const places = [...named, ...paths2.map((path) => atHome(path, home)), ...conda, ...settings];
  const found = /* @__PURE__ */ new Set();
  let left = MOST_FILES;
  for (const place of new Set(places)) {
    if (!isAbsolute4(place) || NOT_FILES.test(place)) continue;
    if (WHOLE.test(place.replace(/\/+$/, "")) || place === home) continue;
    found.add(place);
    const below2 = isFolder(place) ? filesBelow(place, /^$/, left) : [];
    left -= below2.length;
    if (left < 0) return void 0;
    for (const file of below2) found.add(file);
  }
  const usual = USUAL.flatMap((folder) => filesBelow(folder, /^$/));
  const linked = LINKED.flatMap((folder) => [
    folder,
    ...isFolder(folder) ? foldersOfTarget(folder) : []
  ]).flatMap(
    (folder) => [folder, join14(folder, "pkgconfig")].flatMap((one) => filesIn(one, LINKABLE))
  );
  return [...found, ...usual, ...linked, ...filesIn("/usr/share/pkgconfig", LINKABLE)];
}
function foldersOfTarget(folder) {
  const below2 = readdirSync4(folder, { withFileTypes: true });
  return below2.filter((one) => one.isDirectory() && /-linux-(?:gnu|musl)/.test(one.name)).map(({ name }) => join14(folder, name));
}
function isFolder(place) {
  return statSync2(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

// src/measure/build/stored-wheel.ts
import { readFile as readFile8 } from "node:fs/promises";
import { basename as basename5 } from "node:path";
async function packWheel(built, at) {
  const { wheel, buildNumpy, buildPython, abi, text } = built;
  const head = { at, file: basename5(wheel), buildNumpy, buildPython, abi, text };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}
`), await readFile8(wheel)]);
}
function unpackWheel(stored) {
  const end = stored.indexOf(10);
  if (end < 0) return void 0;
  let head;
  try {
    head = JSON.parse(Buffer.from(stored.subarray(0, end)).toString("utf8"));
  } catch {
    return void 0;
  }
  if (!isRecord(head)) return void 0;
  const { at, file, buildNumpy, buildPython, abi, text } = head;
  if (typeof at !== "string" || typeof file !== "string" || typeof text !== "string") {
    return void 0;
  }
  if (typeof buildPython !== "string" || typeof abi !== "string") return void 0;
  if (buildNumpy !== null && typeof buildNumpy !== "string") return void 0;
  if (/[\\/]/.test(file) || parseWheelFilename(file)?.tags[0]?.split("-")[1] !== abi) {
    return void 0;
  }
  return { at, file, buildNumpy, buildPython, abi, text, bytes: stored.subarray(end + 1) };
}

// src/measure/build/kept-wheels.ts
var LONGEST_MS = 7 * 24 * 60 * 60 * 1e3;
var RESOLVE_SECONDS = 120;
function createKeptWheels(project, world, fresh) {
  const { store, env, processes } = world;
  if (store === null) return null;
  let looked;
  const look = async () => {
    const folder = join15(world.folder, `source-${randomUUID2()}`);
    try {
      const copy = await privateCopy(project, folder, { processes, env, own: world.folder });
      const hash = await sourceHash(copy.root, gitRunner({ processes, env }));
      if (hash === void 0) return void 0;
      const mentions = await mentionsIn(copy.root);
      const around = await buildSurroundings(project, env, processes, mentions);
      const source = `${hash} ${relative4(copy.root, copy.project)}`;
      return around === void 0 ? void 0 : { source, around };
    } finally {
      await removeTree(folder);
    }
  };
  const inputsOf = async (options) => {
    looked ??= look();
    const found = await looked;
    const python = interpreterIdentity(options.interpreter);
    if (found === void 0 || python === void 0) return void 0;
    return [
      ...["wheel", 2, ownCode(), options.uv.version, systemIdentity(env).text, python.text],
      ...[found, headersOf(options.interpreter), options.buildNumpy, basename6(options.tools)]
    ];
  };
  const keyOf = async (options) => {
    const inputs = await inputsOf(options);
    if (inputs === void 0) return void 0;
    const { requires } = await readBuildSystem(project);
    const first = await resolve3(requires, options, world.folder);
    if (first === void 0) return void 0;
    return {
      ask: JSON.stringify([...inputs, first.text]),
      all: async (more) => {
        const set = more.length === 0 ? first : await resolve3([...requires, ...more], options, world.folder);
        return set && { set, key: JSON.stringify([...inputs, first.text, more, set.text]) };
      }
    };
  };
  return {
    async find(options) {
      if (fresh) return void 0;
      const keys = await keyOf(options);
      const asked = keys && await store.get("requirements", keys.ask);
      const more = asked && linesOf(asked);
      const all = more && await keys.all(more);
      const bytes = all && await store.get("wheels", all.key);
      const stored = bytes && unpackWheel(bytes);
      if (stored === void 0) return void 0;
      const age = world.now() - Date.parse(stored.at);
      if (!(age >= 0 && age <= LONGEST_MS)) return void 0;
      const folder = join15(options.folder, "wheel");
      const wheel = join15(folder, stored.file);
      await mkdir4(folder, { recursive: true });
      await writeFile4(wheel, stored.bytes);
      const { buildNumpy, buildPython, abi, text, at } = stored;
      return {
        at,
        built: { kind: "built", wheel, buildNumpy, buildPython, abi, text, seconds: 0 }
      };
    },
    async keep(options, built) {
      const keys = await keyOf(options);
      if (keys === void 0 || built.source === void 0 || built.required === void 0) return;
      if ((await looked)?.source !== built.source) return;
      const all = await keys.all(built.required);
      if (all === void 0 || !isWhatWasResolved(built, all.set)) return;
      const at = new Date(world.now()).toISOString();
      await store.put("wheels", all.key, await packWheel(built, at));
      await store.put("requirements", keys.ask, Buffer.from(JSON.stringify(built.required)));
    }
  };
}
function isWhatWasResolved({ builtWith = {} }, { versions }) {
  const names2 = Object.keys(builtWith);
  return names2.length === versions.size && names2.every((name) => versions.get(name) === null || versions.get(name) === builtWith[name]);
}
function linesOf(bytes) {
  const value = JSON.parse(Buffer.from(bytes).toString("utf8"));
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : void 0;
}
async function resolve3(lines, { uv, interpreter, buildNumpy, indexArgs, project }, folder) {
  if (lines.length === 0) return { text: "", versions: /* @__PURE__ */ new Map() };
  const constraints = join15(folder, `build-requires-${randomUUID2()}.constraints`);
  await writeFile4(constraints, buildNumpy === null ? "" : `numpy==${buildNumpy}
`);
  const text = await compileRequirements({
    uv,
    lines,
    indexArgs,
    folder,
    python: interpreter,
    constraints: [constraints],
    cwd: project,
    timeoutSeconds: RESOLVE_SECONDS
  });
  await removeTree(constraints);
  if (text === void 0) return void 0;
  return readResolvedSet(text, /* @__PURE__ */ new Map());
}

// src/measure/build/log-excerpt.ts
var ENDS = 150;
var MOST_TELLING = 200;
var MOST_COLUMNS = 500;
var TELLING = /error|fatal|fail|not found|no such|cannot|undefined|missing|unknown/i;
function logExcerpt(text) {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd()).filter((line) => line !== "").map((line) => line.length > MOST_COLUMNS ? `${line.slice(0, MOST_COLUMNS)}\u2026` : line);
  if (lines.length <= 2 * ENDS) return lines;
  const middle = lines.slice(ENDS, -ENDS).filter((line) => TELLING.test(line));
  return [...lines.slice(0, ENDS), ...middle.slice(0, MOST_TELLING), ...lines.slice(-ENDS)];
}

// src/measure/build/may-serve-many.ts
import { readFile as readFile9 } from "node:fs/promises";
import { join as join16 } from "node:path";
var FILES = [
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
  "meson.build",
  "CMakeLists.txt",
  "Cargo.toml"
];
var SAYS_SO = /abi3|limited[_-]api|stable[_-]abi|py-api/i;
async function mayServeMany(project) {
  for (const file of FILES) {
    const text = await readFile9(join16(project, file), "utf8").catch(() => "");
    if (SAYS_SO.test(text)) return true;
  }
  return false;
}

// src/measure/build/serves-interpreter.ts
import { basename as basename7 } from "node:path";
function servesInterpreter(wheel, interpreter) {
  const tags = parseWheelFilename(basename7(wheel))?.tags ?? [];
  const known2 = new Set(interpreter.tags.map((tag) => tag.toLowerCase()));
  return tags.some(
    (tag) => known2.has(tag) && !(interpreter.freeThreaded && tag.split("-")[1] === "abi3")
  );
}

// src/measure/build/build-stage.ts
function createBuildStage(project, context, fresh) {
  const { tools, world } = context;
  const kept = createKeptWheels(project, world, fresh);
  const done = /* @__PURE__ */ new Map();
  const begun = /* @__PURE__ */ new Map();
  const built = [];
  const behind = [];
  const later = (task) => {
    task.catch(() => void 0);
    behind.push(task);
  };
  const reusable = (interpreter) => built.find(
    ({ wheel, abi }) => (abi === "abi3" || abi === "none") && servesInterpreter(wheel, interpreter)
  );
  const build = async (python, interpreter) => {
    const buildNumpy = await buildNumpyFor(python, interpreter, project, context);
    if (typeof buildNumpy === "object" && buildNumpy !== null) return buildNumpy;
    const options = {
      uv: tools.uv,
      processes: world.processes,
      env: world.env,
      tools: tools.inspect.tools,
      project,
      interpreter,
      buildNumpy,
      indexArgs: tools.settings.uvArguments,
      folder: join17(world.folder, `build-${python}`),
      own: world.folder,
      onOutput: (text) => world.progress.detail(text),
      hashSources: kept !== null,
      discard: (folder) => later(removeLarge(folder, world))
    };
    const found = await kept?.find(options);
    if (found) {
      const { built: again, at } = found;
      world.progress.info(
        `${baseName(again.wheel)} is unchanged since it was built with Python ${again.buildPython} (${formatMoment(at)})`
      );
      return again;
    }
    const began = world.now();
    const result = await world.timeline.timed(
      "build",
      `build for Python ${python}`,
      () => buildProject(options)
    );
    switch (result.kind) {
      case "built": {
        const seconds = ((world.now() - began) / 1e3).toFixed(1);
        const numpy = result.buildNumpy ? `, NumPy ${result.buildNumpy}` : ", without NumPy";
        world.progress.info(
          `built ${baseName(result.wheel)} with Python ${result.buildPython}${numpy} (${seconds} s)`
        );
        world.progress.group(`Build log for Python ${python}`, result.text);
        if (kept !== null) later(kept.keep(options, result));
        return result;
      }
      case "excluded":
        return { kind: "none", state: { kind: "excluded", reason: result.reason } };
      case "failed":
        world.progress.group(`Build log for Python ${python} (failed)`, result.text);
        return { kind: "none", state: failedState(result) };
    }
  };
  const beginBuild = ({ label, interpreter }) => {
    const known2 = begun.get(label) ?? build(label, interpreter);
    begun.set(label, known2);
    return known2;
  };
  const wheelOf = async (python) => {
    const result = reusable(python.interpreter) ?? await beginBuild(python);
    if (result.kind === "built" && !built.includes(result)) built.push(result);
    return result;
  };
  return {
    wheelFor(python) {
      const known2 = done.get(python.label) ?? wheelOf(python);
      done.set(python.label, known2);
      return known2;
    },
    async ahead(python) {
      if (reusable(python.interpreter) !== void 0) return;
      if (built.length === 0 && await mayServeMany(project)) return;
      await beginBuild(python);
    },
    has: ({ label, interpreter }) => done.has(label) || reusable(interpreter) !== void 0,
    async close() {
      await together(behind);
    }
  };
}
function failedState({
  setUp,
  message,
  text,
  because
}) {
  const what = setUp === "build-failed" ? `The wheel could not be built: ${message}` : message;
  return {
    kind: "error",
    setUp,
    message: what,
    lines: logExcerpt(text),
    ...because && { because }
  };
}
async function buildRequires(spec, project) {
  if (spec.kind === "exact" || spec.kind === "minor") return [];
  const { requires } = await readBuildSystem(project);
  const requirements = requires.flatMap((line) => {
    const read = parseRequirement(line);
    return read.kind === "requirement" && read.url === null ? [read] : [];
  });
  return [
    {
      name: "build-system.requires",
      version: null,
      requiresPython: null,
      requirements,
      extras: [],
      wheels: null
    }
  ];
}
async function buildNumpyFor(label, interpreter, project, { config: { subject }, tools, world }) {
  if (!subject.buildNumpy) return null;
  const chosen = chooseRelease(
    subject.buildNumpy,
    { label, interpreter },
    {
      numpy: await tools.index.fetchProject("numpy"),
      subjects: await buildRequires(subject.buildNumpy, project),
      metadata: "respect",
      today: new Date(world.now()).toISOString().slice(0, 10)
    }
  );
  if (chosen.kind === "release") return chosen.version;
  return {
    kind: "none",
    state: {
      kind: "excluded",
      reason: `cannot build against NumPy ${subject.buildNumpy.text}: ${chosen.reason}`
    }
  };
}

// src/measure/build/handed-stage.ts
import { join as join18 } from "node:path";
function createHandedStage(handed) {
  const known2 = /* @__PURE__ */ new Map();
  const take = (one) => {
    const result = known2.get(one) ?? taken(one);
    known2.set(one, result);
    return result;
  };
  return {
    async wheelFor({ label, interpreter }) {
      const own = handed.findIndex(({ record }) => record.python === label);
      if (own < 0) {
        return failed(
          `No wheel for Python ${label} was handed over: the job that was to build it left none`
        );
      }
      const chosen = handed.slice(0, own).find((one) => isForLater(one, interpreter));
      return take(chosen ?? handed[own]);
    },
    ahead: async () => void 0,
    has: () => true,
    close: async () => void 0
  };
}
function isForLater({ record: { result } }, interpreter) {
  if (result.kind !== "built" || result.abi !== "abi3" && result.abi !== "none") return false;
  return servesInterpreter(result.file, interpreter);
}
async function taken({ folder, record: { result } }) {
  if (result.kind === "none") return result;
  const { file, sha256, buildNumpy, buildPython, abi, text } = result;
  const wheel = join18(folder, file);
  const found = await testedWheel(wheel).catch(() => void 0);
  if (found === void 0) return failed(`${file} was handed over, and is not there`);
  if (found.sha256 !== sha256) {
    return failed(
      `${file} is another file than the one that was built: its SHA-256 is ${found.sha256}, not ${sha256}`
    );
  }
  return { kind: "built", wheel, buildNumpy, buildPython, abi, text, seconds: 0 };
}
function failed(message) {
  return {
    kind: "none",
    state: { kind: "error", setUp: "wheel-not-handed-over", message, lines: [] }
  };
}

// src/measure/environment/environments.ts
import { readdir as readdir6 } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

// src/measure/install/install-subject.ts
import { readFile as readFile10, writeFile as writeFile5 } from "node:fs/promises";
import { basename as basename8, join as join19 } from "node:path";
import { pathToFileURL } from "node:url";

// src/packaging/uv-messages/bad-wheel.ts
var SAID = /Couldn't parse metadata of `[^`]*\.whl`|The wheel is invalid: |Wheel version does not match filename|Package metadata name `[^`]*` does not match given name|Failed to (?:read metadata|extract archive): .*\.whl|The wheel filename `[^`]*` has an invalid|failed to open file `[^`]*\.dist-info[\\/](?:RECORD|WHEEL|METADATA)`/;
function saysBadWheel(text) {
  return SAID.test(text);
}

// src/measure/install/other-requirements.ts
function otherRequirements(metadata, markers, extras) {
  const wanted = extras.map(normaliseName);
  return (parseCoreMetadata(metadata).requirements ?? []).filter((one) => one.name !== "numpy" && evaluateMarker(one.marker, markers, wanted)).map((one) => {
    const brackets = one.extras.length > 0 ? `[${one.extras.join(",")}]` : "";
    return one.url === null ? `${one.name}${brackets}${one.specifier}` : `${one.name}${brackets} @ ${one.url}`;
  });
}

// src/measure/install/pip-install.ts
var INSTALL_SECONDS2 = 900;
function pipInstall(options, python, lines, flags) {
  const constraints = options.constraints.flatMap((file) => ["--constraint", file]);
  const mode = options.files === "copies" ? "copy" : "hardlink";
  return options.uv.run(
    [
      ...["pip", "install", "--quiet", "--python", python, "--link-mode", mode],
      ...[...heldFlags(options.interpreter.version), "--no-require-hashes"],
      ...["--no-progress", ...options.indexArgs, ...constraints, ...flags, "-r", "-"]
    ],
    {
      cwd: options.cwd,
      timeoutSeconds: INSTALL_SECONDS2,
      input: `${lines.join("\n")}
`,
      // Never a NumPy from an environment that happens to be active.
      env: { UV_SYSTEM_PYTHON: "0" },
      ...options.until && { until: options.until }
    }
  );
}

// src/measure/install/install-subject.ts
async function installSubject(options) {
  const began = performance.now();
  const { uv, root, interpreter, numpy } = options;
  const made = await uv.run(
    [
      ...["venv", "--no-config", "--no-project", "--no-python-downloads", "--quiet"],
      ...["--python", interpreter.executable, root]
    ],
    { cwd: options.cwd, timeoutSeconds: 120 }
  );
  if (!endedWell(made.ending)) {
    stopIfHopeless(made, root);
    const message = `Cannot make an environment with ${interpreter.executable}: ${whyNoEnvironment(made)}`;
    return { kind: "failed", setUp: "no-interpreter", message };
  }
  const python = environmentPython(root);
  const outcome = await resolveAndInstall(options, python);
  if (outcome !== void 0) {
    await removeTree(root);
    return outcome;
  }
  const environment = await readEnvironment(options, python);
  const found = numpyVersions(environment);
  if (numpy !== NUMPY_NONE && !hasPlanned(environment, numpy)) {
    const message = `NumPy ${numpy} was asked for, but ${found.join(" and ") || "none"} is installed: ${UV_DECIDES}`;
    return { kind: "failed", setUp: "wrong-numpy", message };
  }
  return { kind: "installed", environment, seconds: (performance.now() - began) / 1e3 };
}
var UV_DECIDES = "uv\u2019s own settings decide otherwise, as `override-dependencies` in `[tool.uv]` or uv.toml do (also those of a workspace above). Take that out, or run with the environment variable `UV_NO_CONFIG=1`, which leaves all of uv\u2019s settings aside";
async function readEnvironment(options, python) {
  const { root, interpreter } = options;
  const sitePackages = await sitePackagesOf(root);
  const distributions = await installedDistributions(sitePackages, interpreter, namesOf(options));
  return { root, python, interpreter, sitePackages, distributions };
}
function numpyVersions({ distributions }) {
  return distributions.filter((one) => one.name === "numpy").map((one) => one.version);
}
function hasPlanned(environment, numpy) {
  const found = numpyVersions(environment);
  return found.length === 1 && allows(`==${numpy}`, found[0] ?? "");
}
async function resolveAndInstall(options, python) {
  const { metadata, numpy } = options;
  const pin = numpy === NUMPY_NONE ? [] : [`numpy==${numpy}`];
  let lines = subjectLines(options);
  if (metadata === "ignore") {
    const bare = await pipInstall(options, python, lines, ["--no-deps"]);
    if (!endedWell(bare.ending)) return failure(bare, options);
    lines = await requirementsOfSubject(options);
    if (lines.length === 0 && pin.length === 0) return void 0;
  }
  const overrides = `${options.root}.overrides.txt`;
  const extra = [];
  if (metadata === "ignore-all" && pin.length > 0) {
    await writeFile5(overrides, `${pin.join("\n")}
`);
    extra.push("--override", overrides);
  }
  const result = await pipInstall(options, python, [...lines, ...pin], extra);
  if (endedWell(result.ending)) return void 0;
  if (pin.length === 0 || !saysNoSolution(result.stderr)) return failure(result, options);
  const without = await pipInstall(options, python, lines, ["--dry-run"]);
  if (endedWell(without.ending)) {
    return { kind: "excluded", reason: explainConflict(result.stderr, numpy) };
  }
  return failure(without, options);
}
function subjectLines({
  subject,
  extras
}) {
  if (subject.kind === "requirements") return subject.lines;
  const brackets = extras.length > 0 ? `[${extras.join(",")}]` : "";
  return subject.files.map((file) => {
    const name = parseWheelFilename(basename8(file))?.distribution ?? basename8(file);
    return `${name}${brackets} @ ${pathToFileURL(file).href}`;
  });
}
function namesOf({ subject }) {
  const names2 = subject.kind === "wheels" ? subject.files.map((file) => parseWheelFilename(basename8(file))?.distribution ?? "") : subject.lines.flatMap((line) => {
    const requirement = parseRequirement(line);
    return requirement.kind === "requirement" ? [requirement.name] : [];
  });
  return new Set(names2.map(normaliseName));
}
async function requirementsOfSubject(options) {
  const { interpreter, subject } = options;
  const names2 = namesOf(options);
  const installed = await installedDistributions(
    await sitePackagesOf(options.root),
    interpreter,
    names2
  );
  const lists = await together(
    installed.map(async ({ name, metadataFolder }) => {
      const text = await readFile10(join19(metadataFolder, "METADATA"), "utf8");
      return otherRequirements(text, interpreter.markers, extrasOf2(name));
    })
  );
  return lists.flat().filter((line) => {
    const requirement = parseRequirement(line);
    return requirement.kind !== "requirement" || !names2.has(requirement.name);
  });
  function extrasOf2(name) {
    if (subject.kind === "wheels") return options.extras;
    return subject.lines.flatMap((line) => {
      const requirement = parseRequirement(line);
      return requirement.kind === "requirement" && requirement.name === name ? requirement.extras : [];
    });
  }
}
function failure(result, options) {
  stopIfHopeless(result, options.root);
  const { ending } = result;
  if (ending.kind === "timed-out") {
    const message2 = `The installation did not end within ${ending.seconds} seconds`;
    return { kind: "failed", setUp: "no-network", message: message2 };
  }
  if (ending.kind !== "exited") {
    const message2 = `Nothing was installed: ${whyNoEnvironment(result)}`;
    return { kind: "failed", setUp: "resolver-conflict", message: message2, because: { kind: "killed" } };
  }
  const trouble = networkTrouble(result.stderr);
  if (trouble !== null && !saysNoSolution(result.stderr)) {
    const what = trouble === "refused" ? "The package index refused a request" : "A download failed";
    const message2 = `${what}: ${derivation(result.stderr)}`;
    return { kind: "failed", setUp: "no-network", message: message2 };
  }
  if (saysBadWheel(result.stderr)) {
    const message2 = `A wheel cannot be installed as it is: ${derivation(result.stderr)}`;
    return { kind: "failed", setUp: "bad-wheel", message: message2 };
  }
  const who = releaseWithoutWheel(result.stderr);
  if (who === void 0) {
    const message2 = `The requirements cannot be installed together: ${derivation(result.stderr)}`;
    const because = saysNoSolution(result.stderr) && { because: { kind: "no-solution" } };
    return { kind: "failed", setUp: "resolver-conflict", message: message2, ...because };
  }
  const message = `${who} has no wheel for Python ${options.interpreter.version} on this platform, and nothing is built from source at installation`;
  return {
    kind: "failed",
    setUp: "resolver-conflict",
    message,
    because: { kind: "without-wheel", release: who }
  };
}

// src/measure/install/resolutions.ts
var RESOLVE_SECONDS2 = 120;
var PIN = /^(?<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(?:==|@)/;
function createResolutions(folder, limiter) {
  const known2 = /* @__PURE__ */ new Map();
  const first = /* @__PURE__ */ new Map();
  const ask = (what, reach) => limiter.run(
    () => compileRequirements({
      uv: what.uv,
      python: what.interpreter,
      lines: [
        ...subjectLines(what),
        ...what.numpy === NUMPY_NONE ? [] : [`numpy==${what.numpy}`]
      ],
      constraints: what.constraints,
      indexArgs: what.indexArgs,
      cwd: what.cwd,
      folder,
      timeoutSeconds: RESOLVE_SECONDS2,
      // Never a NumPy from an environment that happens to be active.
      env: { UV_SYSTEM_PYTHON: "0" },
      reach
    })
  );
  const resolved2 = async (what, family) => {
    const earlier = first.get(family);
    if (earlier === void 0) {
      const asked = ask(what, "index");
      first.set(family, asked);
      return asked;
    }
    const before = await earlier;
    if (before !== void 0) {
      const offline = await ask(what, "cache");
      if (offline !== void 0 && besideNumpy(offline) === besideNumpy(before)) return offline;
    }
    return ask(what, "index");
  };
  return {
    resolve(what) {
      const { interpreter, constraints, indexArgs, cwd, numpy } = what;
      const where = [interpreter.executable, constraints, indexArgs, cwd];
      const family = JSON.stringify([where, subjectLines(what)]);
      const key = JSON.stringify([family, numpy]);
      const found = known2.get(key) ?? resolved2(what, family);
      known2.set(key, found);
      return found;
    }
  };
}
function pinnedLines(text) {
  return requirementsIn(text).map((line) => line.replaceAll(/\s+--hash=\S+/g, ""));
}
function besideNumpy(text) {
  return requirementsIn(text).filter((line) => PIN.exec(line)?.groups?.["name"]?.toLowerCase() !== "numpy").join("\n");
}
function requirementsIn(text) {
  return text.replaceAll(/\\\r?\n/g, " ").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

// src/measure/install/exchange-numpy.ts
async function exchangeNumpy(options, before, resolutions) {
  const text = await resolutions.resolve(options);
  if (text === void 0) return void 0;
  const pins = pinnedLines(text);
  for (const flags of [["--no-deps", "--offline"], ["--no-deps"]]) {
    const { ending } = await pipInstall(options, before.python, pins, flags);
    if (!endedWell(ending)) continue;
    const after = await readEnvironment(options, before.python);
    return hasPlanned(after, options.numpy) ? after : void 0;
  }
  return void 0;
}

// src/measure/environment/compile-sources.ts
import { createHash as createHash7 } from "node:crypto";
import { mkdir as mkdir5, mkdtemp, readFile as readFile11, writeFile as writeFile6 } from "node:fs/promises";
import { join as join20, relative as relative5 } from "node:path";

// src/measure/discover/record.ts
var FIELD = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r)/gy;
function parseRecord(text) {
  const entries = [];
  const body = `${text.startsWith("\uFEFF") ? text.slice(1) : text}
`;
  let row = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < body.length) {
    const match = FIELD.exec(body);
    if (match === null) {
      break;
    }
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== ",") {
      const [path = "", hash = ""] = row;
      if (path !== "") {
        entries.push({ path, hash: hash === "" ? null : hash });
      }
      row = [];
    }
  }
  return entries;
}

// src/measure/hex-line.ts
function hexLine(key, ...values) {
  return [key, ...values.map((value) => Buffer.from(value, "utf8").toString("hex"))].join(" ");
}

// src/measure/environment/compile-sources.py
var compile_sources_default = '"""Writes bytecode beside sources of an environment, as an import would have written it.\n\nNothing of the environment is imported: its sources alone decide what the bytecode holds. Input, a line\neach, values in hexadecimal: `below FOLDER`, what may be compiled; `root FILE`, compiled with whatever it\nimports, as far as its text tells; `source FILE`, compiled alone; `kept RECORD PACK NEW`, bytecode of a\ndistribution\'s sources from an earlier run, and where to write what became known of them (PACK may be\nmissing). Prints, in hexadecimal, the path of each file written. A source that does not compile without a\nwarning is left alone: its import has something to say.\n"""\nimport hashlib\nimport importlib._bootstrap_external as external\nimport marshal\nimport os\nimport sys\nimport warnings\n\nwarnings.simplefilter("error")\n# Line beginnings that say what is imported, and where a block begins.\nSTATEMENTS = ("from ", "import ", "def ", "async ", "class ", "if ", "else", "elif ", "try", "except", "with ")\nLATER = ("def ", "async ")\nIDENTITY = "%s %r" % (sys.version, external.MAGIC_NUMBER)\n\n\nclass Pack:\n    """Of one distribution\'s sources: path -> (hash of the source, code, what it imports)."""\n\n    def __init__(self, record, known, new):\n        self.base = os.path.dirname(os.path.dirname(record))\n        self.new = new\n        self.changed = False\n        self.codes = {}\n        try:\n            with open(known, "rb") as file:\n                identity, codes = marshal.loads(file.read())\n            if identity == IDENTITY:\n                self.codes = codes\n        except (OSError, EOFError, ValueError, TypeError):\n            pass\n        self.sources = set()\n        try:\n            with open(record, encoding="utf-8") as file:\n                names = [line.partition(",")[0] for line in file]\n        except (OSError, ValueError):\n            names = []\n        for name in names:\n            if name.endswith(".py") and ".." not in name:\n                self.sources.add(os.path.join(self.base, *name.split("/")))\n\n    def name_of(self, source):\n        return os.path.relpath(source, self.base)\n\n    def close(self):\n        if self.changed:\n            with open(self.new, "wb") as file:\n                file.write(marshal.dumps((IDENTITY, self.codes)))\n\n\ndef read(source, pack):\n    """The code, in bytes, and what it imports. No code where the import is to say something."""\n    with open(source, "rb") as file:\n        stats = os.fstat(file.fileno())\n        data = file.read()\n    digest = hashlib.sha256(data).digest()\n    name = None if pack is None else pack.name_of(source)\n    if pack is not None:\n        known = pack.codes.get(name)\n        if known is not None and known[0] == digest:\n            return stats, known[1], known[2]\n    imported = imports(data.decode("utf-8", "replace"))\n    try:\n        # Importing puts the real path in the place of this one.\n        code = marshal.dumps(compile(data, source, "exec", dont_inherit=True))\n    except Exception:\n        return stats, None, imported\n    if pack is not None:\n        pack.codes[name] = (digest, code, imported)\n        pack.changed = True\n    return stats, code, imported\n\n\ndef write(source, stats, code):\n    target = external.cache_from_source(source)\n    if code is None or os.path.lexists(target):\n        return\n    head = external.MAGIC_NUMBER + bytes(4)\n    for number in (int(stats.st_mtime), stats.st_size):\n        head += (number & 0xFFFFFFFF).to_bytes(4, "little")\n    os.makedirs(os.path.dirname(target), exist_ok=True)\n    external._write_atomic(target, head + code, stats.st_mode & 0o666 | 0o200)\n    print(target.encode("utf-8", "surrogateescape").hex())\n\n\ndef imports(text):\n    """(number of leading dots, dotted name, names taken from it) of what the text imports at once.\n\n    A guess: what it misses is compiled by its import, what it adds is compiled for nothing.\n    """\n    found = set()\n    skipped = opened = None\n    for line in text.split("\\n"):\n        if opened is not None:\n            opened += line.partition("#")[0] + " "\n            if ")" not in line:\n                continue\n            words, opened = opened.replace("(", " ").replace(")", " "), None\n        else:\n            words = line.lstrip()\n            if not words.startswith(STATEMENTS):\n                continue\n            depth = len(line) - len(words)\n            if skipped is not None and depth > skipped:\n                continue\n            later = words.startswith(LATER) or (words[:3] == "if " and "TYPE_CHECKING" in words)\n            skipped = depth if later else None\n            words = words.partition("#")[0]\n            if words.startswith("from ") and "(" in words and ")" not in words:\n                opened = words + " "\n                continue\n            words = words.replace("(", " ").replace(")", " ")\n        if words.startswith("from "):\n            base, keyword, names = words[5:].partition(" import ")\n            base = base.strip()\n            if keyword:\n                name = base.lstrip(".")\n                taken = tuple([part.split()[0] for part in names.split(",") if part.split()])\n                found.add((len(base) - len(name), name, taken))\n        elif words.startswith("import "):\n            for part in words[7:].split(","):\n                if part.split():\n                    found.add((0, part.split()[0], ()))\n    return tuple(sorted(found))\n\n\nknown_files = {}\n\n\ndef files_of(folder, name):\n    """The files that importing a dotted name below a folder runs."""\n    files = known_files.get((folder, name))\n    if files is None:\n        known_files[folder, name] = files = []\n        at = folder\n        for part in name.split("."):\n            at += os.sep + part\n            if os.path.isfile(at + os.sep + "__init__.py"):\n                files.append(at + os.sep + "__init__.py")\n                continue\n            if os.path.isfile(at + ".py"):\n                files.append(at + ".py")\n            break\n    return files\n\n\ndef reached(source, imported, below):\n    files = set()\n    for dots, name, taken in imported:\n        folder = source\n        for _ in range(dots):\n            folder = os.path.dirname(folder)\n        for one in [folder] if dots else below:\n            if name:\n                files.update(files_of(one, name))\n            for part in taken:\n                files.update(files_of(one, name + "." + part if name else part))\n    return files\n\n\ndef main():\n    below, roots, alone, packs = [], [], [], []\n    for line in sys.stdin:\n        key, *values = line.split()\n        values = [bytes.fromhex(value).decode("utf-8", "surrogateescape") for value in values]\n        if key == "kept":\n            packs.append(Pack(*values))\n        else:\n            {"below": below, "root": roots, "source": alone}[key].append(values[0])\n    owners = {source: pack for pack in packs for source in pack.sources}\n    pending = list(dict.fromkeys(roots + alone))\n    seen = set(pending)\n    lone = set(alone) - set(roots)\n    while pending:\n        source = pending.pop()\n        try:\n            stats, code, imported = read(source, owners.get(source))\n        except OSError:\n            continue\n        write(source, stats, code)\n        if source not in lone:\n            new = reached(source, imported, below) - seen\n            seen |= new\n            pending += new\n    for pack in packs:\n        # What an earlier run learned of imports that no text tells.\n        for name in list(pack.codes) if roots else ():\n            source = os.path.join(pack.base, name)\n            if source in pack.sources and source not in seen:\n                try:\n                    stats, code, _ = read(source, pack)\n                except OSError:\n                    continue\n                write(source, stats, code)\n        pack.close()\n\n\nmain()\n';

// src/measure/environment/compile-sources.ts
var TIMEOUT_SECONDS = 300;
var OUTPUT_CAP_BYTES2 = 64 * 1024 * 1024;
async function compileSources({ environment, roots, sources, kept }, folder, world) {
  const nothing = { files: [], stored: Promise.resolve() };
  if (roots.length === 0 && sources.length === 0) return nothing;
  const { root, interpreter } = environment;
  const own = await mkdtemp(join20(folder, "compile-"));
  const packs = await together(
    kept.map((one, at) => fetchPack(one, environment, join20(own, String(at)), world))
  );
  const script = join20(own, "compile-sources.py");
  await writeFile6(script, compile_sources_default);
  const absolute = (path) => `${root}/${path}`;
  const lines = [
    ...environment.sitePackages.map((path) => hexLine("below", path)),
    ...roots.map((path) => hexLine("root", absolute(path))),
    ...sources.map((path) => hexLine("source", absolute(path))),
    ...packs.map(({ record, known: known2, found }) => hexLine("kept", record, known2, found))
  ];
  const { ending, stdout } = await world.processes.run(
    interpreter.executable,
    ["-I", "-S", "-B", script],
    {
      cwd: own,
      env: buildEnvironment(world.env),
      timeoutSeconds: TIMEOUT_SECONDS,
      input: `${lines.join("\n")}
`,
      outputCapBytes: OUTPUT_CAP_BYTES2
    }
  );
  const stored = storePacks(ending.kind === "exited" ? packs : [], world).catch(() => void 0).then(() => removeTree(own)).catch(() => void 0);
  if (ending.kind !== "exited") return { files: [], stored };
  const files = stdout.split("\n").filter((text) => text !== "").map((text) => relative5(root, Buffer.from(text, "hex").toString("utf8")));
  return { files, stored };
}
async function fetchPack({ name, version: version2, metadataFolder }, { interpreter: { executable, version: python } }, folder, { store }) {
  await mkdir5(folder);
  const record = join20(metadataFolder, "RECORD");
  const text = await readFile11(record, "utf8").catch(() => "");
  const sources = parseRecord(text).filter(({ path }) => path.endsWith(".py"));
  const sum = createHash7("sha256").update(JSON.stringify(sources)).digest("hex");
  const key = JSON.stringify(["bytecode", 2, executable, python, name, version2, sum]);
  const pack = { key, record, known: join20(folder, "known"), found: join20(folder, "found") };
  const known2 = await store?.get("bytecode", key);
  if (known2 !== void 0) await writeFile6(pack.known, known2);
  return pack;
}
async function storePacks(packs, { store }) {
  for (const { key, found } of packs) {
    const bytes = await readFile11(found).catch(() => void 0);
    if (bytes !== void 0) await store?.put("bytecode", key, bytes);
  }
}

// src/measure/environment/environment-folders.ts
import { mkdir as mkdir6 } from "node:fs/promises";
import { dirname as dirname8, join as join21 } from "node:path";
var GROWTH_BYTES = 128 * 1024 ** 2;
var LOOK_MS = 50;
function createEnvironmentFolders(world) {
  const folder = join21(world.folder, "environments");
  const pending = /* @__PURE__ */ new Set();
  const inMemory = /* @__PURE__ */ new Set();
  const tooLarge = /* @__PURE__ */ new Set();
  let made = 0;
  const name = (base) => {
    made += 1;
    return join21(base, String(made));
  };
  const installOnDisk = (wanted, files) => installSubject({ ...wanted, root: name(folder), files });
  const later = (work) => {
    const settled = work.catch(() => void 0).finally(() => pending.delete(settled));
    pending.add(settled);
  };
  const remove = async (root) => {
    await removeLarge(root, world);
    inMemory.delete(root);
  };
  const installInMemory = async (wanted, memory) => {
    const subject = JSON.stringify(wanted.subject);
    const isFull = (environments = inMemory.size) => memory.left() < environments * GROWTH_BYTES;
    if (tooLarge.has(subject) || isFull(inMemory.size + 1)) return void 0;
    const root = name(memory.folder);
    inMemory.add(root);
    const full = new AbortController();
    const watch = setInterval(() => {
      if (isFull()) full.abort();
    }, LOOK_MS);
    const result = await installSubject({ ...wanted, root, files: "copies", until: full.signal }).catch(() => void 0).finally(() => clearInterval(watch));
    if (result?.kind === "installed" && !isFull()) return result;
    if (result === void 0 || result.kind === "installed") tooLarge.add(subject);
    await remove(root);
    return result !== void 0 && isTheSameOnDisk(result) ? result : void 0;
  };
  return {
    folder,
    remove,
    later,
    discard: (root) => later(remove(root)),
    beside: (root) => `${name(dirname8(root))}.old`,
    async install(wanted, files) {
      await mkdir6(folder, { recursive: true });
      const memory = await world.memory();
      const result = memory === null ? void 0 : await installInMemory(wanted, memory);
      return result ?? installOnDisk(wanted, files);
    },
    async close() {
      while (pending.size > 0) await together([...pending]);
    }
  };
}
function isTheSameOnDisk(result) {
  return result.kind === "excluded" || result.kind === "failed" && (result.setUp === "no-network" || result.because !== void 0);
}

// src/measure/environment/import-roots.ts
import { readFile as readFile12, realpath as realpath5 } from "node:fs/promises";
import { dirname as dirname9, join as join22, relative as relative6 } from "node:path";
async function numpyRoot({ root, distributions }) {
  const numpy = distributions.find(({ name }) => name === "numpy");
  if (numpy === void 0) return [];
  const base = relative6(await realpath5(root), await realpath5(dirname9(numpy.metadataFolder)));
  return base.startsWith("..") ? [] : [join22(base, "numpy", "__init__.py")];
}
async function importRoots(environment) {
  const root = await realpath5(environment.root);
  const packages = /* @__PURE__ */ new Set();
  for (const { role, metadataFolder } of environment.distributions) {
    if (role !== "subject") continue;
    const text = await readFile12(join22(metadataFolder, "RECORD"), "utf8").catch(() => "");
    const base = relative6(root, await realpath5(dirname9(metadataFolder)));
    for (const { path } of parseRecord(text)) {
      if (!isSharedFile(path) || path.startsWith("..")) continue;
      for (let at = dirname9(path); at !== "."; at = dirname9(at)) packages.add(join22(base, at));
    }
  }
  const own = [...packages].sort().map((folder) => join22(folder, "__init__.py"));
  return [...own, ...await numpyRoot(environment)];
}

// src/measure/environment/is-exchanged.ts
import { dirname as dirname10 } from "node:path";

// src/measure/environment/snapshot.ts
import { lstatSync, readdirSync as readdirSync5, readlinkSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
async function takeSnapshot(root) {
  const found = /* @__PURE__ */ new Map();
  const pending = [""];
  for (let below2 = pending.pop(); below2 !== void 0; below2 = pending.pop()) {
    const folder = below2 === "" ? root : `${root}/${below2}`;
    for (const name of readdirSync5(folder)) {
      const path = below2 === "" ? name : `${below2}/${name}`;
      const stats = lstatSync(`${root}/${path}`, { bigint: true });
      found.set(path, stateOf(stats, `${root}/${path}`));
      if (stats.isDirectory()) pending.push(path);
    }
    await setImmediate();
  }
  return found;
}
function compareSnapshots(before, after) {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    changed: [...before].flatMap(([path, state]) => after.get(path) === state ? [] : [path])
  };
}
function isFolder2(state) {
  return state.startsWith("folder ");
}
function linkedFile(snapshot) {
  for (const [path, state] of snapshot) {
    if (!isFolder2(state) && state.split(" ")[LINKS_AT] !== "1") return path;
  }
  return void 0;
}
function entryState(path) {
  try {
    return stateOf(lstatSync(path, { bigint: true }), path);
  } catch {
    return void 0;
  }
}
var LINKS_AT = 5;
function stateOf(stats, path) {
  const { dev, ino, mode, uid, gid, nlink, size, mtimeNs, ctimeNs } = stats;
  const same = `${dev} ${ino} ${mode} ${uid} ${gid}`;
  if (stats.isDirectory()) return `folder ${same}`;
  const target = stats.isSymbolicLink() ? readlinkSync(path) : "";
  return `${same} ${nlink} ${size} ${mtimeNs} ${ctimeNs} ${target}`;
}

// src/measure/environment/is-exchanged.ts
function isExchanged(before, after) {
  const others = ({ environment }) => environment.distributions.filter(({ name }) => name !== "numpy").map(({ name, version: version2, metadataFolder }) => [name, version2, metadataFolder]);
  if (JSON.stringify(others(before)) !== JSON.stringify(others(after))) return false;
  const requires = ({ environment }) => environment.distributions.some((one) => one.name === "numpy" && one.requires.length > 0);
  if (requires(before) || requires(after)) return false;
  const wanted = [...after.numpy, ...before.bytecode];
  const expected = /* @__PURE__ */ new Set([...wanted, ...foldersOf(wanted)]);
  const stays = [...before.snapshot].filter(([path]) => !before.numpy.has(path));
  const shared = foldersOf(stays.flatMap(([path, state]) => isFolder2(state) ? [] : [path]));
  const numpys = foldersOf(before.numpy);
  const isNumpys = (path) => numpys.has(path) && !shared.has(path);
  return wanted.every((path) => after.snapshot.has(path)) && stays.every(([path, state]) => isNumpys(path) || after.snapshot.get(path) === state) && [...after.snapshot.keys()].every(
    (path) => expected.has(path) || before.snapshot.has(path) && !before.numpy.has(path) && !isNumpys(path)
  );
}
function foldersOf(paths2) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths2) {
    for (let at = dirname10(path); at !== "." && !folders.has(at); at = dirname10(at)) folders.add(at);
  }
  return folders;
}

// src/measure/environment/numpy-files.ts
import { readFile as readFile13, realpath as realpath6 } from "node:fs/promises";
import { dirname as dirname12, join as join25, relative as relative7 } from "node:path";

// src/measure/discover/installed-files.ts
import { dirname as dirname11, isAbsolute as isAbsolute6, join as join24, normalize, sep as sep4 } from "node:path";

// src/measure/discover/sys-path.ts
import { isAbsolute as isAbsolute5, join as join23, resolve as resolve4 } from "node:path";
function pthFolders(text, folder) {
  return text.split(/\r\n|\r|\n/).map((line) => line.trimEnd()).filter((line) => line !== "" && !line.startsWith("#") && !/^import[ \t]/.test(line)).map((line) => isAbsolute5(line) ? resolve4(line) : join23(folder, line));
}
function posix(path) {
  const text = path.replaceAll("\\", "/");
  return text.length > 1 && text.endsWith("/") ? text.slice(0, -1) : text;
}
function below(path, folder) {
  const [file, parent] = [posix(path), posix(folder)];
  return file.startsWith(`${parent}/`) ? file.slice(parent.length + 1) : void 0;
}

// src/measure/discover/installed-files.ts
async function readInstalled(environment, files) {
  return together(
    environment.distributions.map(async (distribution) => {
      const text = await files.readText(join24(distribution.metadataFolder, "RECORD"));
      const root = dirname11(distribution.metadataFolder);
      const entries = text === void 0 ? void 0 : parseRecord(text);
      return {
        distribution,
        files: entries?.map(({ path, hash }) => ({
          path: isAbsolute6(path) ? normalize(path) : joined(root, path),
          hash
        }))
      };
    })
  );
}
function joined(folder, path) {
  return sep4 === "/" && !/\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(path) && !path.endsWith("/") ? `${folder}/${path}` : join24(folder, path);
}
async function readSysPath(environment, installed, files, asked) {
  const folders = new Set(environment.sitePackages.map((folder) => normalize(folder)));
  const pthFiles = installed.flatMap((entry) => entry.files ?? []).map(({ path }) => path).filter((path) => path.endsWith(".pth") && folders.has(dirname11(path)));
  const added = await together(
    pthFiles.map(async (path) => pthFolders(await files.readText(path) ?? "", dirname11(path)))
  );
  return [.../* @__PURE__ */ new Set([...folders, ...added.flat(), ...asked])];
}

// src/measure/environment/numpy-files.ts
async function numpyFiles(environment) {
  const root = await realpath6(environment.root);
  let own;
  const others = /* @__PURE__ */ new Set();
  for (const { name, metadataFolder } of environment.distributions) {
    const text = await readFile13(join25(metadataFolder, "RECORD"), "utf8").catch(() => void 0);
    if (text === void 0) return null;
    const base = relative7(root, await realpath6(dirname12(metadataFolder)));
    const paths2 = parseRecord(text).map(({ path }) => joined(base, path));
    if (name !== "numpy") {
      for (const path of paths2) others.add(path);
    } else if (own === void 0 && paths2.every((path) => !path.startsWith(".."))) {
      own = new Set(paths2);
    } else {
      return null;
    }
  }
  if (own === void 0 || [...own].some((path) => others.has(path))) return null;
  const folders = new Set([...own].map((path) => dirname12(path)));
  folders.delete(relative7(root, await realpath6(environment.sitePackages[0] ?? root)));
  for (const path of others) {
    const folder = dirname12(path);
    if (folders.has(folder) && !/(?:^|\/)bin$/.test(folder)) return null;
  }
  return own;
}

// src/measure/environment/own-files.ts
import { lstatSync as lstatSync2 } from "node:fs";
import { mkdir as mkdir7, rename, stat as stat6 } from "node:fs/promises";
import { dirname as dirname13, join as join26 } from "node:path";
var COPY_SECONDS = 300;
async function makeOwn(root, paths2, world) {
  const aside = `${root}.linked`;
  const linked = paths2.filter((path) => mayHoldLinks(join26(root, path)));
  const folders = groupBy(linked, (path) => dirname13(path));
  const env = buildEnvironment(world.env, { LC_ALL: "C" });
  try {
    await moveAside(root, linked, aside);
    for (const [folder, own] of folders) {
      const from = own.map((path) => join26(aside, path));
      const args = ["-pPR", "--", ...from, join26(root, folder)];
      const options = { cwd: root, env, timeoutSeconds: COPY_SECONDS };
      const result = await world.processes.run("cp", args, options);
      stopIfHopeless(result, root);
      if (!endedWell(result.ending)) return false;
    }
    return true;
  } finally {
    await removeLarge(aside, world);
  }
}
function mayHoldLinks(path) {
  const stats = lstatSync2(path, { throwIfNoEntry: false });
  return stats !== void 0 && (stats.isDirectory() || stats.nlink > 1);
}
async function moveAside(root, paths2, aside) {
  for (const folder of new Set(paths2.map((path) => dirname13(path)))) {
    await mkdir7(join26(aside, folder), { recursive: true });
  }
  for (const path of paths2) {
    await rename(join26(root, path), join26(aside, path)).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
}
function outermost(files, others) {
  const shared = /* @__PURE__ */ new Set(["."]);
  for (const path of others) {
    for (let at = path; !shared.has(at); at = dirname13(at)) shared.add(at);
  }
  const found = /* @__PURE__ */ new Set();
  for (const file of files) {
    let at = file;
    while (!shared.has(dirname13(at))) at = dirname13(at);
    found.add(at);
  }
  return [...found];
}
async function isLinked({ distributions }) {
  const links = await together(
    distributions.map(async ({ metadataFolder }) => {
      const stats = await stat6(join26(metadataFolder, "METADATA")).catch(() => void 0);
      return stats?.nlink ?? 1;
    })
  );
  return links.some((count) => count > 1);
}

// src/measure/environment/tidy-bytecode.ts
import { rmdir, unlink } from "node:fs/promises";
import { basename as basename9, dirname as dirname14 } from "node:path";
var BYTECODE = /^(?<stem>.+?)\.[a-z]+-?\d+[a-z]*(?:\.opt-\w+)?\.pyc(?:\.\d+)?$/;
async function tidyBytecode(root, before, { added, changed }) {
  const [first] = changed;
  if (first !== void 0) return { kind: "doubt", path: first };
  const sources = /* @__PURE__ */ new Set();
  const files = [];
  const folders = [];
  for (const path of added) {
    const source = sourceOf(path);
    if (source !== null && before.has(source)) {
      sources.add(source);
      files.push(path);
    } else if (basename9(path) === "__pycache__") {
      folders.push(path);
    } else {
      return { kind: "doubt", path };
    }
  }
  try {
    for (const path of files) await unlink(`${root}/${path}`);
    for (const path of folders) await rmdir(`${root}/${path}`);
  } catch {
    return { kind: "doubt", path: files[0] ?? folders[0] ?? "" };
  }
  return { kind: "tidy", sources: [...sources].sort() };
}
function sourceOf(path) {
  const folder = dirname14(path);
  const stem = BYTECODE.exec(basename9(path))?.groups?.["stem"];
  if (basename9(folder) !== "__pycache__" || stem === void 0) return null;
  const parent = dirname14(folder);
  return parent === "." ? `${stem}.py` : `${parent}/${stem}.py`;
}

// src/measure/environment/environments.ts
function runsCodeAtStart(snapshot) {
  const starts = /(?:^|\/)site-packages\/(?:[^/]+\.pth|(?:site|user)customize[^/]*)$/;
  return [...snapshot.keys()].some((path) => starts.test(path));
}
function isOf(sources, bytecode) {
  const source = sourceOf(bytecode);
  return source !== null && sources.has(source);
}
function withoutNumpy({ snapshot, numpy }) {
  const folders = foldersOf(numpy);
  return [...snapshot.keys()].filter((path) => !numpy.has(path) && !folders.has(path));
}
var CLOCK_TICK_MS = 12;
function createEnvironments(world, limiter, resolutions) {
  const folders = createEnvironmentFolders(world);
  const coming = /* @__PURE__ */ new Map();
  const idle = /* @__PURE__ */ new Map();
  const known2 = /* @__PURE__ */ new WeakMap();
  const compile = async (what) => {
    const { files, stored } = await limiter.run(() => compileSources(what, folders.folder, world));
    folders.later(stored);
    return files;
  };
  const exchanged = async (one, wanted) => {
    const { root } = one.environment;
    const others = withoutNumpy(one);
    const old = folders.beside(root);
    await moveAside(root, outermost(one.numpy, others), old);
    folders.discard(old);
    const options = { ...wanted, root, files: "hard-links" };
    const environment = await exchangeNumpy(options, one.environment, resolutions);
    const own = environment && await numpyFiles(environment);
    if (!environment || !own) return void 0;
    if (await isLinked(environment) && !await makeOwn(root, outermost(own, others), world)) {
      return void 0;
    }
    const roots = await numpyRoot(environment);
    const kept = environment.distributions.filter(({ name }) => name === "numpy");
    const written = await compile({ environment, roots, sources: [], kept });
    const numpy = /* @__PURE__ */ new Set([...own, ...written.filter((path) => isOf(own, path))]);
    const bytecode = [...one.bytecode, ...written.filter((path) => !numpy.has(path))];
    const snapshot = await takeSnapshot(root);
    if (linkedFile(snapshot) !== void 0) return void 0;
    if (!isExchanged({ ...one, bytecode }, { environment, snapshot, numpy })) return void 0;
    const { family, compiled } = one;
    known2.set(environment, {
      ...{ family, snapshot, compiled },
      bytecode: [...one.bytecode, ...written]
    });
    return environment;
  };
  const fresh = async (family, wanted, how = "hard-links") => {
    const result = await folders.install(wanted, family === null ? "copies" : how);
    if (result.kind !== "installed") return result;
    const { environment } = result;
    if (family === null) return { kind: "held", environment, reused: false };
    const { root } = environment;
    if (await isLinked(environment) && !await makeOwn(root, await readdir6(root), world)) {
      await folders.remove(root);
      return fresh(family, wanted, "copies");
    }
    const roots = await importRoots(environment);
    const kept = environment.distributions;
    const bytecode = await compile({ environment, roots, sources: [], kept });
    const snapshot = await takeSnapshot(root);
    if (linkedFile(snapshot) !== void 0) {
      await folders.remove(root);
      return fresh(family, wanted, "copies");
    }
    if ((coming.get(family) ?? 0) > 0) {
      if (!runsCodeAtStart(snapshot)) {
        known2.set(environment, { family, snapshot, bytecode, compiled: false });
      }
      await setTimeout(CLOCK_TICK_MS);
    }
    return { kind: "held", environment, reused: false };
  };
  const tidied = async (environment, before) => {
    const { root } = environment;
    const difference = compareSnapshots(before.snapshot, await takeSnapshot(root));
    const left = await tidyBytecode(root, before.snapshot, difference);
    if (left.kind === "doubt") {
      world.progress.detail(`An environment is not handed on: a probe changed ${left.path}`);
      return void 0;
    }
    const own = await numpyFiles(environment);
    if (own === null) return void 0;
    const ofNumpy = before.bytecode.filter((path) => isOf(own, path));
    const numpy = /* @__PURE__ */ new Set([...own, ...ofNumpy]);
    const bytecode = before.bytecode.filter((path) => !numpy.has(path));
    if (before.compiled || (coming.get(before.family) ?? 0) === 0) {
      return { ...before, environment, numpy, bytecode };
    }
    const sources = left.sources.filter((path) => !own.has(path));
    const kept = environment.distributions.filter(({ name }) => name !== "numpy");
    const more = await compile({ environment, roots: [], sources, kept });
    return { ...before, environment, numpy, bytecode: [...bytecode, ...more], compiled: true };
  };
  return {
    expect(family, combinations) {
      coming.set(family, (coming.get(family) ?? 0) + combinations);
    },
    async acquire(family, wanted) {
      if (family === null) return fresh(null, wanted);
      coming.set(family, Math.max(0, (coming.get(family) ?? 0) - 1));
      const one = idle.get(family)?.pop();
      if (one === void 0) return fresh(family, wanted);
      const environment = await exchanged(one, wanted).catch(() => void 0);
      if (environment !== void 0) {
        await setTimeout(CLOCK_TICK_MS);
        return { kind: "held", environment, reused: true };
      }
      folders.discard(one.environment.root);
      return fresh(family, wanted);
    },
    async release({ environment, reused }) {
      const before = known2.get(environment);
      const isLast = before === void 0 || (coming.get(before.family) ?? 0) === 0;
      if (before === void 0 || isLast && !reused) {
        folders.discard(environment.root);
        return "believed";
      }
      const next = await tidied(environment, before).catch(() => void 0);
      if (next === void 0 || isLast) folders.discard(environment.root);
      else idle.set(before.family, [...idle.get(before.family) ?? [], next]);
      return next === void 0 && reused ? "doubt" : "believed";
    },
    async close() {
      for (const { environment } of [...idle.values()].flat()) folders.discard(environment.root);
      idle.clear();
      await folders.close();
    }
  };
}

// src/measure/probe/worker-code.ts
var COMPILE = `import sys, marshal
code = compile(sys.stdin.buffer.read(), "<frozen importlib._bootstrap_external>", "exec", dont_inherit=True)
print(marshal.dumps(code).hex())`;
var TIMEOUT_SECONDS2 = 60;
var OUTPUT_CAP_BYTES3 = 4 * 1024 * 1024;
function createWorkerCodes(world) {
  const known2 = /* @__PURE__ */ new Map();
  const compile = async ({ executable }) => {
    const { ending, stdout } = await world.processes.run(
      executable,
      ["-I", "-S", "-B", "-c", COMPILE],
      {
        cwd: world.folder,
        env: buildEnvironment(world.env),
        timeoutSeconds: TIMEOUT_SECONDS2,
        input: worker_default,
        outputCapBytes: OUTPUT_CAP_BYTES3
      }
    );
    const code = Buffer.from(stdout.trim(), "hex");
    return endedWell(ending) && code.length > 0 ? code : worker_default;
  };
  return {
    for: (interpreter) => {
      const code = known2.get(interpreter.executable) ?? compile(interpreter);
      known2.set(interpreter.executable, code);
      return code;
    }
  };
}
var WORKER_TEXT = worker_default;

// src/measure/reuse/reuse.ts
import { realpathSync as realpathSync4 } from "node:fs";
import { dirname as dirname17, isAbsolute as isAbsolute9, sep as sep6 } from "node:path";

// src/measure/reuse/is-stable.ts
var OF_THE_MACHINE = /^(?:OSError|IOError|EnvironmentError|BlockingIOError|ChildProcessError|Connection\w*Error|BrokenPipeError|FileExistsError|FileNotFoundError|InterruptedError|IsADirectoryError|NotADirectoryError|PermissionError|ProcessLookupError|TimeoutError|MemoryError|KeyboardInterrupt|SystemExit)$/;
var SAYS_SO2 = /cannot open shared object|Library not loaded|DLL load failed|image not found|cannot allocate memory|resource temporarily unavailable|can't start new thread|no space left|too many open files|disk quota/i;
function isStable(measurement, runs, isKnown) {
  const { state, observed, hookFindings, smoke } = measurement;
  if (state.kind !== "ran" || runs.length === 0) return false;
  if (smoke !== null && smoke.again !== null && smoke.again !== smoke.output) return false;
  const seen = [
    ...observed.map(({ observation }) => observation),
    ...hookFindings.map(({ observation }) => observation),
    ...smoke ? [smoke.observation] : []
  ];
  return seen.every(isSettled) && runs.every((run) => isClosed(run, isKnown));
}
function isSettled({ outcome, disagreement, exceptions, events }) {
  if (disagreement.length > 0) return false;
  const raised = [...exceptions, ...events.flatMap((one) => one.exceptions ?? [])];
  if (raised.some(({ type, message }) => OF_THE_MACHINE.test(type) || SAYS_SO2.test(message))) {
    return false;
  }
  return outcome.kind === "imported" || outcome.kind === "raised" || outcome.kind === "not-run";
}
function isClosed({ records, ending }, isKnown) {
  const close = records.find((record) => record.kind === "close");
  if (close?.kind !== "close" || ending.kind !== "exited") return false;
  const { code, files, opened = [], reached = [] } = close;
  if (files === void 0 || !files.every(isKnown)) return false;
  if (opened === null || reached.length > 0) return false;
  if (!opened.every((path) => !isSharedFile(path) || isKnown(path))) return false;
  return code === null ? THIS_PLATFORM.system !== "linux" : code.every(isKnown);
}

// src/measure/reuse/measurement-key.ts
import { delimiter as delimiter4, isAbsolute as isAbsolute7 } from "node:path";
var MOST_FILES2 = 5e3;
function measurementKey(inputs) {
  const { config, env, combination } = inputs;
  if (config.metadata !== "respect") return void 0;
  if (config.environment.some(decidesWhatIsLoaded)) return void 0;
  const seen = probeEnvironment(env, { home: "", tmp: "", names: config.environment });
  if (Object.keys(seen).some((name) => /^DYLD_/i.test(name))) return void 0;
  const stamps = config.environment.map((name) => stampOf(env[name]));
  if (stamps.includes(void 0)) return void 0;
  const { id, python, numpy, platform, nightly } = combination;
  const { modules, dependencies, isolation, smoke, compare: compare4, timeoutSeconds, extras } = config;
  return JSON.stringify([
    ["measurement", 1, inputs.code, inputs.uv, inputs.system, inputs.interpreter],
    [id, python, numpy, platform, nightly ?? false],
    [inputs.resolved, inputs.wheels, inputs.subject],
    [modules, dependencies, isolation, compare4, timeoutSeconds, extras],
    [smoke, inputs.smokeFolder],
    Object.entries(seen).sort(([a], [b]) => a < b ? -1 : 1),
    stamps,
    inputs.debugger,
    inputs.places
  ]);
}
function decidesWhatIsLoaded(name) {
  return /^(?:PYTHON|LD_|DYLD_)/i.test(name) && name.toUpperCase() !== "LD_LIBRARY_PATH";
}
function stampOf(value) {
  const places = (value ?? "").split(delimiter4).filter(isAbsolute7);
  const files = places.flatMap((place) => [place, ...filesBelow(place, /^$/, MOST_FILES2)]);
  if (files.length > MOST_FILES2) return void 0;
  return [...statList(files).lines, ...MACHINE_STAYS ? [] : contentLines(files)];
}

// src/measure/reuse/named-places.ts
import { readdirSync as readdirSync6, realpathSync as realpathSync2, statSync as statSync4 } from "node:fs";
import { tmpdir } from "node:os";
import { posix as posix2 } from "node:path";

// src/binary/place-texts.ts
var SLASH = 47;
var BLANK = 32;
var LONGEST = 512;
var SEPARATORS = new Set(Buffer.from(` "'<>|*?;:,\`\\()[]{}=`));
function* placeTexts(part, roots) {
  const letters = new Set([...roots].map((name) => Buffer.from(name)[0]));
  for (let at = part.indexOf(SLASH); at >= 0; at = part.indexOf(SLASH, at + 1)) {
    const before = at === 0 ? 0 : part[at - 1] ?? 0;
    const isClean = isNoText(before) || SEPARATORS.has(before);
    if (part[at + 1] === BLANK || !isClean && !letters.has(part[at + 1])) continue;
    let end = at + 1;
    while (end < part.length && end - at < LONGEST && !isNoText(part[end] ?? 0)) end += 1;
    if (end - at < 4) continue;
    const text = part.toString("utf8", at, end);
    if (text.includes("\uFFFD")) continue;
    if (isClean || beginsWithOne(text, roots)) yield { text, isClean };
  }
}
function isNoText(byte) {
  return byte < 32 || byte === 127;
}
function beginsWithOne(text, roots) {
  const end = text.indexOf("/", 1);
  if (end > 0) return roots.has(text.slice(1, end));
  return [...roots].some((name) => text.startsWith(name, 1));
}

// src/measure/reuse/data-of.ts
import { closeSync, openSync, readSync, statSync as statSync3 } from "node:fs";

// src/binary/data-sections.ts
var ELF_HEADER_BYTES = 64;
var ALLOCATED = 2;
var EXECUTABLE = 4;
var NO_BITS = 8;
function sectionTable(header) {
  const isElf = header.length >= ELF_HEADER_BYTES && header.readUInt32BE(0) === 2135247942;
  if (!isElf || header[4] !== 2) return void 0;
  const reader = createByteReader(header, header[5] !== 2);
  const [from, size, count] = [reader.u64(40), reader.u16(58), reader.u16(60)];
  if (from === 0 || count === 0 || size !== ELF_HEADER_BYTES) return void 0;
  return { from, length: size * count };
}
function dataSections(header, table) {
  const reader = createByteReader(table, header[5] !== 2);
  const found = [];
  for (let at = 0; at + ELF_HEADER_BYTES <= table.length; at += ELF_HEADER_BYTES) {
    const flags = reader.u64(at + 8);
    if ((flags & ALLOCATED) === 0 || (flags & EXECUTABLE) !== 0) continue;
    if (reader.u32(at + 4) === NO_BITS) continue;
    found.push({ from: reader.u64(at + 24), length: reader.u64(at + 32) });
  }
  return found;
}

// src/measure/reuse/data-of.ts
function dataOf(binary) {
  const whole = { from: 0, length: statSync3(binary).size };
  const file = openSync(binary, "r");
  const read = ({ from, length }) => {
    const room = Math.max(0, Math.min(length, whole.length - from));
    const bytes = Buffer.allocUnsafe(room);
    return bytes.subarray(0, readSync(file, bytes, 0, room, from));
  };
  try {
    const header = read({ from: 0, length: ELF_HEADER_BYTES });
    const table = sectionTable(header);
    const sections = table ? dataSections(header, read(table)) : [whole];
    return (sections.length > 0 ? sections : [whole]).map(read);
  } finally {
    closeSync(file);
  }
}

// src/measure/reuse/named-places.ts
var OF_THE_SYSTEM = /^\/(?:proc|sys|dev|run|var\/run|var\/lock)(?:\/|$)/;
var OF_ALL = /* @__PURE__ */ new Set(["", "/", "/tmp", "/var/tmp", realPath(tmpdir()), tmpdir()]);
var TOKEN = /^\/[^"'<>|*?;:,`\\()[\]{}= ]+/;
function createNamedPlaces() {
  const folders = /* @__PURE__ */ new Map();
  const known2 = /* @__PURE__ */ new Map();
  const namesIn2 = (folder) => {
    const found = folders.get(folder) ?? new Set(namesNow(folder));
    folders.set(folder, found);
    return found;
  };
  const follow = (text) => {
    let place = "";
    let rest = text;
    while (rest.startsWith("/")) {
      const after = rest.replace(/^\/+/, "");
      const names2 = namesIn2(place === "" ? "/" : place);
      const end = after.indexOf("/");
      const part = end < 0 ? after : after.slice(0, end);
      const name = names2.has(part) || place === "" ? part : longestStart(part, names2);
      if (name === "" || !names2.has(name)) return { place, rest };
      place = `${place}/${name}`;
      rest = after.slice(name.length);
    }
    return { place, rest };
  };
  const named = (data) => {
    const found = /* @__PURE__ */ new Set();
    const texts = data.flatMap((part) => [...placeTexts(part, namesIn2("/"))]);
    for (const { text, isClean } of texts) {
      const { place, rest } = follow(text);
      const isFolder3 = rest.startsWith("/");
      const isNamed = !isFolder3 || /^\/+(?:$|\S*\s)/.test(rest);
      const isDeep = place.indexOf("/", 1) > 0 || place === "/etc";
      if (place !== "" && isNamed && (isClean || !isFolder3 || isDeep)) found.add(place);
      if (!isClean || text.startsWith("//")) continue;
      for (const one of [TOKEN.exec(text)?.[0] ?? "", text]) found.add(withoutFormat(one));
    }
    return [...found].filter((one) => !OF_THE_SYSTEM.test(one) && !OF_ALL.has(one));
  };
  return {
    of(binary) {
      const { dev, ino, size, mtimeMs } = statSync4(binary);
      const key = `${dev}:${ino}:${size}:${mtimeMs}`;
      const places = known2.get(key) ?? named(dataOf(binary));
      known2.set(key, places);
      return places;
    },
    ofText: (text) => named([Buffer.from(text)])
  };
}
function withoutFormat(text) {
  return posix2.normalize(text.replace(/[^/]*%.*$/s, "") || "/").replace(/\/+$/, "");
}
function longestStart(text, names2) {
  for (let length = text.length; length > 0; length -= 1) {
    const start = text.slice(0, length);
    if (names2.has(start)) return start;
  }
  return "";
}
function namesNow(folder) {
  try {
    return readdirSync6(folder);
  } catch {
    return [];
  }
}
function realPath(path) {
  try {
    return realpathSync2(path);
  } catch {
    return path;
  }
}

// src/measure/reuse/outside-places.ts
import { createHash as createHash8 } from "node:crypto";
import { readdirSync as readdirSync7, readFileSync as readFileSync4 } from "node:fs";
import { join as join27 } from "node:path";
var MOST_PLACES = 1e4;
var MOST_BELOW = 300;
var MOST_DIRECTLY = 5e3;
var MOST_READ_BYTES2 = 16 * 1024 * 1024;
function lookOutside(places, before, known2 = /* @__PURE__ */ new Map()) {
  const sorted = [...new Set(places)].sort();
  if (sorted.length > MOST_PLACES) return void 0;
  const lines = [];
  for (const place of sorted) {
    const seen = known2.get(place) ?? lookAt(place, before);
    if (seen === void 0) return void 0;
    known2.set(place, seen);
    lines.push(...seen);
  }
  const stamp = createHash8("sha256").update(lines.join("\n")).digest("hex");
  return { places: sorted, stamp };
}
function isUnchangedOutside({ places, stamp }, known2) {
  return lookOutside(places, Number.POSITIVE_INFINITY, known2)?.stamp === stamp;
}
function lookAt(place, before) {
  const stats = statsOf(place);
  if (stats === void 0) return [`${place} is not there`];
  if (stats.isDirectory()) {
    const below2 = filesBelow(place, /^$/, MOST_BELOW);
    const files = below2.length > MOST_BELOW ? directly(place) : below2;
    if (files.length > MOST_DIRECTLY) return void 0;
    if (files.some((one) => isNewer(statsOf(one), before))) return void 0;
    return [place, ...statList(files).lines];
  }
  if (isNewer(stats, before)) return void 0;
  const isRead = stats.isFile() && stats.size <= MOST_READ_BYTES2;
  return isRead ? [`${place} ${contentsOf(place)}`] : statList([place]).lines;
}
function directly(folder) {
  try {
    return readdirSync7(folder).sort().map((name) => join27(folder, name));
  } catch {
    return [];
  }
}
function isNewer(stats, before) {
  return stats !== void 0 && Math.max(stats.mtimeMs, stats.ctimeMs) >= before;
}
function contentsOf(file) {
  try {
    return createHash8("sha256").update(readFileSync4(file)).digest("hex");
  } catch {
    return "cannot be read";
  }
}

// src/measure/reuse/real-paths.ts
import { lstatSync as lstatSync3, realpathSync as realpathSync3 } from "node:fs";
import { basename as basename10, dirname as dirname15, join as join28 } from "node:path";
function createRealPaths() {
  const known2 = /* @__PURE__ */ new Map();
  const follow = (path) => {
    const parent = dirname15(path);
    if (parent === path) return path;
    if (basename10(path) === "..") return followed(path) ?? join28(of(parent), "..");
    const place = join28(of(parent), basename10(path));
    return isLink(place) ? followed(place) ?? place : place;
  };
  const of = (path) => {
    const real = known2.get(path) ?? follow(path);
    known2.set(path, real);
    return real;
  };
  return of;
}
function isLink(path) {
  try {
    return lstatSync3(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}
function followed(path) {
  try {
    return realpathSync3.native(path);
  } catch {
    return void 0;
  }
}

// src/measure/reuse/smoke-folder.ts
import { createHash as createHash9 } from "node:crypto";
import { readFile as readFile14, stat as stat7 } from "node:fs/promises";
import { dirname as dirname16, isAbsolute as isAbsolute8, relative as relative8, sep as sep5 } from "node:path";
var MOST_FILES3 = 2e3;
var MOST_BYTES = 64 * 1024 * 1024;
var NOT_READ = /^(?:\.git|\.hg|node_modules|__pycache__|\.venv|venv|\.tox|\.nox)$/;
async function smokeFolderHash(script) {
  const files = filesBelow(dirname16(script), NOT_READ);
  if (files.length > MOST_FILES3) return void 0;
  const hash = createHash9("sha256");
  let left = MOST_BYTES;
  try {
    for (const file of files) {
      const stats = await stat7(file);
      if (!stats.isFile()) continue;
      left -= stats.size;
      if (left < 0) return void 0;
      const bytes = await readFile14(file);
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  } catch {
    return void 0;
  }
  return hash.digest("hex");
}
function isBesideScript(file, script) {
  const path = relative8(dirname16(script), file);
  const parts = path.split(sep5);
  return !(isAbsolute8(path) || parts.some((part) => part === ".." || NOT_READ.test(part)));
}

// src/measure/reuse/stored-measurement.ts
import { gunzipSync, gzipSync } from "node:zlib";
var LARGEST_BYTES = 512 * 1024 * 1024;
function packMeasurement(stored) {
  const { encode, table } = createSharer();
  const value = encode(stored, null);
  return gzipSync(`{"value":${value},"shared":[${table.join(",")}]}`, { level: 1 });
}
function unpackMeasurement(bytes, validate) {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: LARGEST_BYTES }).toString("utf8");
    const parsed = JSON.parse(text);
    if (!isRecord(parsed) || !isRecord(parsed["value"])) return void 0;
    const { value, shared } = parsed;
    if (!Array.isArray(shared) || validate(value["measurement"], shared) !== void 0)
      return void 0;
    const stored = withShared(value, shared);
    if (!isRecord(stored) || typeof stored["at"] !== "string") return void 0;
    const outside = stored["outside"];
    if (!isOutside(outside)) return void 0;
    return { at: stored["at"], outside, measurement: stored["measurement"] };
  } catch {
    return void 0;
  }
}
function isOutside(value) {
  if (!isRecord(value) || typeof value["stamp"] !== "string") return false;
  const places = value["places"];
  return Array.isArray(places) && places.every((one) => typeof one === "string");
}

// src/measure/reuse/reuse.ts
var LONGEST_MS2 = 7 * 24 * 60 * 60 * 1e3;
function createReuse(options) {
  const { store, world, resolutions } = options;
  const { subject, run, kept } = options.config;
  const keys = /* @__PURE__ */ new Map();
  const interpreters = /* @__PURE__ */ new Map();
  const places = createNamedPlaces();
  const began = world.now();
  const looked = /* @__PURE__ */ new Map();
  let system;
  let smokeFolder;
  const systemNow = () => {
    system ??= systemIdentity(world.env);
    return system;
  };
  const interpreterOf = ({ interpreter }) => {
    const { executable } = interpreter;
    if (!interpreters.has(executable)) {
      interpreters.set(executable, interpreterIdentity(interpreter));
    }
    return interpreters.get(executable);
  };
  const beside = () => {
    const file = run.smoke?.file ?? null;
    smokeFolder ??= file === null ? Promise.resolve("") : smokeFolderHash(file);
    return smokeFolder;
  };
  const keyFor = async (combination, { wanted, wheels }) => {
    const interpreter = interpreterOf(combination);
    const folder = await beside();
    const memory = await world.memory();
    if (interpreter === void 0 || folder === void 0) return void 0;
    const inputs = {
      code: ownCode(),
      uv: wanted.uv.version,
      system: systemNow().text,
      interpreter: interpreter.text,
      combination,
      wheels,
      subject: wanted.subject.kind === "requirements" ? wanted.subject.lines : [],
      config: { ...run, extras: subject.extras, metadata: subject.metadata },
      env: world.env,
      smokeFolder: folder,
      debugger: options.debugger,
      places: [world.folder, ...memory === null ? [] : [memory.folder]].map(
        (one) => dirname17(one)
      )
    };
    if (measurementKey({ ...inputs, resolved: "" }) === void 0) return void 0;
    const text = await resolutions.resolve(wanted);
    const sums = new Map(wheels.map(({ file, sha256 }) => [file, sha256]));
    const resolved2 = text === void 0 ? void 0 : readResolvedSet(text, sums);
    const key = resolved2 && measurementKey({ ...inputs, resolved: resolved2.text });
    return key === void 0 || resolved2 === void 0 ? void 0 : { key, resolved: resolved2, interpreter };
  };
  const keyed = (combination, tested) => {
    const known2 = keys.get(combination.id) ?? keyFor(combination, tested);
    keys.set(combination.id, known2);
    return known2;
  };
  return {
    async find(combination, tested) {
      const known2 = await keyed(combination, tested);
      if (known2 === void 0 || kept.fresh) return void 0;
      const bytes = await store.get("measurements", known2.key);
      const stored = bytes && unpackMeasurement(bytes, options.validate);
      if (stored === void 0) return void 0;
      const age = world.now() - Date.parse(stored.at);
      if (!(age >= 0 && age <= LONGEST_MS2)) return void 0;
      const { measurement } = stored;
      if (measurement.combination.id !== combination.id) return void 0;
      if (!isUnchangedOutside(stored.outside, looked)) return void 0;
      return {
        ...measurement,
        combination: measuredCombination(combination),
        reused: { at: stored.at }
      };
    },
    async restsOn(combination, tested, { measurement, environment, runs }) {
      const known2 = await keyed(combination, tested);
      if (known2 === void 0 || !isWhatWasResolved2(environment, known2.resolved)) return void 0;
      const roots = [environment.root, world.folder].map((one) => `${realpathSync4(one)}${sep6}`);
      const isOwn = (real) => roots.some((root) => real.startsWith(root));
      const realPathOf = createRealPaths();
      const script = run.smoke?.file ? realPathOf(run.smoke.file) : null;
      const decides = (path) => {
        if (!isAbsolute9(path)) return true;
        const real = realPathOf(path);
        return isOwn(real) || known2.interpreter.has(real) || systemNow().has(real) || script !== null && isBesideScript(real, script);
      };
      const answers = /* @__PURE__ */ new Map();
      const isKnown = (path) => {
        const answer = answers.get(path) ?? decides(path);
        answers.set(path, answer);
        return answer;
      };
      if (!isStable(measurement, runs, isKnown)) return void 0;
      const binaries = new Set(loadedFiles(runs).map(realPathOf).filter(isOwn));
      const named = [
        ...[...binaries].filter(isCompiled2).flatMap((one) => places.of(one)),
        ...places.ofText(run.smoke?.code ?? "")
      ];
      const outside = named.filter((one) => !isOwn(`${realPathOf(one)}${sep6}`));
      return lookOutside([...outside, ...openedPlaces(runs, isKnown)], began, looked);
    },
    async keep(combination, tested, measurement, outside) {
      const known2 = await keyed(combination, tested);
      if (known2 === void 0) return;
      const at = new Date(world.now()).toISOString();
      await store.put("measurements", known2.key, packMeasurement({ at, outside, measurement }));
    }
  };
}
function loadedFiles(runs) {
  const found = closings(runs).flatMap(({ code, files }) => [...code ?? [], ...files ?? []]);
  return [...new Set(found)].filter(isAbsolute9);
}
function closings(runs) {
  return runs.flatMap(({ records }) => records.filter((record) => record.kind === "close"));
}
var OF_THE_SYSTEM2 = /^\/(?:proc|sys|dev)\//;
function openedPlaces(runs, isKnown) {
  return closings(runs).flatMap(({ opened }) => opened ?? []).filter((path) => !OF_THE_SYSTEM2.test(path) && !isKnown(path));
}
function isCompiled2(file) {
  return !/\.pyc?$/.test(file) && (statsOf(file)?.isFile() ?? false);
}
function isWhatWasResolved2({ distributions }, { versions }) {
  return distributions.length === versions.size && distributions.every(({ name, version: version2 }) => {
    const expected = versions.get(name);
    return expected === null || expected === version2;
  });
}

// src/measure/subject/built-metadata.ts
import { openSync as openSync2 } from "node:fs";
import { basename as basename11 } from "node:path";

// src/measure/subject/metadata-facts.ts
function factsOf(name, metadata, extras, wheels) {
  return {
    name: metadata.name ?? name,
    version: metadata.version,
    requiresPython: metadata.requiresPython,
    requirements: metadata.requirements,
    extras: extras.map(normaliseName),
    provides: metadata.provides,
    wheels
  };
}

// src/measure/subject/built-metadata.ts
async function withBuiltMetadata(subject, pythons, build, onBuild) {
  const [facts] = subject.facts;
  if (!build || !facts) return subject;
  if (facts.requirements !== null && facts.requiresPython !== null) return subject;
  for (const python of pythons.chosen) {
    onBuild(python.label);
    const built = await build.wheelFor(python);
    if (built.kind !== "built") continue;
    const metadata = await metadataOf(built.wheel);
    if (!metadata) continue;
    return withFacts(subject, factsOf(facts.name, metadata, facts.extras, null), built.wheel);
  }
  return subject;
}
async function metadataOf(file) {
  const wheel = await openWheel({ kind: "descriptor", fd: openSync2(file, "r") });
  if ("kind" in wheel) return void 0;
  try {
    return wheel.metadata === null ? void 0 : parseCoreMetadata(wheel.metadata);
  } finally {
    wheel.close();
  }
}
function withFacts(subject, facts, wheel) {
  const version2 = parseWheelFilename(basename11(wheel))?.version ?? null;
  return { ...subject, name: facts.name, version: facts.version ?? version2, facts: [facts] };
}

// src/measure/subject/constraints.ts
import { writeFile as writeFile7 } from "node:fs/promises";
import { dirname as dirname18, join as join29, relative as relative9, resolve as resolve5 } from "node:path";

// src/packaging/locks/marker-text.ts
function markerText({ left, operator, right }) {
  return `${sideText(left)} ${operator} ${sideText(right)}`;
}
function sideText(side) {
  return typeof side === "string" ? side : `(${markerText(side)})`;
}
function anyOfText(markers) {
  const [first, ...more] = markers.map(markerText);
  if (first === void 0) return "";
  return more.length === 0 ? first : [first, ...more].map((one) => `(${one})`).join(" or ");
}

// src/packaging/constraint-lines.ts
var NOTHING = { lines: [], includes: [], problems: [], notices: [] };
function readConstraints(text, file) {
  const other = otherList(file);
  if (other !== void 0) {
    const { message, remedy } = other;
    return { ...NOTHING, problems: [specProblem(message, remedy)] };
  }
  let lock;
  try {
    lock = parseToolLock(text, file);
  } catch (error) {
    const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const problem2 = specProblem(
      `${file} cannot be read: ${why}`,
      "Write the lock file anew with the tool that made it"
    );
    return { ...NOTHING, problems: [problem2] };
  }
  if (lock !== null) return fromLock(lock);
  if (!file.endsWith(".toml")) return fromRequirements(text, file);
  const problem = specProblem(
    `${file} holds no locked packages`,
    "Name a requirements file, uv.lock, pylock.toml, poetry.lock, pdm.lock or Pipfile.lock"
  );
  return { ...NOTHING, problems: [problem] };
}
function fromRequirements(text, file) {
  const lines = [];
  const includes = [];
  const problems = [];
  for (const line of requirementLines(text)) {
    if (line.kind === "included") includes.push(line.path);
    if (line.kind === "requirement") lines.push(constraint(line.requirement, file));
    if (line.kind === "problem")
      problems.push({ ...line.problem, message: `${file}:${line.at}: ${line.problem.message}` });
  }
  return { ...NOTHING, lines, includes, problems };
}
function constraint(requirement, file) {
  const { name, specifier, url, marker } = requirement;
  const what = url === null ? `${name}${specifier}` : `${name} @ ${url}`;
  const when = anyOfText(marker === null ? [] : [marker]);
  return { requirement, text: when === "" ? what : `${what} ; ${when}`, file };
}
function fromLock({ file, packages }) {
  const releases = /* @__PURE__ */ new Map();
  for (const { name, specifier } of packages)
    releases.set(name, (releases.get(name) ?? /* @__PURE__ */ new Set()).add(specifier));
  const open = packages.filter(
    ({ markers }) => markers.length === 0 || markers.some((one) => extrasOf(one).length > 0)
  );
  const unclear = new Set(
    open.flatMap(({ name }) => (releases.get(name)?.size ?? 0) > 1 ? [name] : [])
  );
  const lines = packages.filter(({ name }) => !unclear.has(name)).flatMap(({ name, specifier, markers }) => {
    const left = markers.map(withoutExtras);
    const when = left.includes(void 0) ? "" : anyOfText(left.flatMap((one) => one ?? []));
    const read = parseRequirement(`${name}${specifier}${when === "" ? "" : ` ; ${when}`}`);
    return read.kind === "problem" ? [] : [constraint(read, file)];
  });
  const notices2 = [...unclear].map((name) => {
    const all = [...releases.get(name) ?? []].map((one) => one.replace(/^==/, "")).join(" and ");
    return `${file} locks ${name} ${all} and does not say where each is installed: it limits ${name} not at all`;
  });
  return { ...NOTHING, lines, notices: notices2 };
}

// src/measure/subject/constraints.ts
var MOST_FILES4 = 100;
async function prepareConstraints(config, subject, world) {
  const lines = [];
  const problems = [];
  const seen = /* @__PURE__ */ new Set();
  const queue = [...config.constraints];
  for (let path = queue.shift(); path !== void 0; path = queue.shift()) {
    if (seen.has(path) || seen.size >= MOST_FILES4) continue;
    seen.add(path);
    const shown = shownPath(path, world.cwd);
    const bytes = await world.files.read(path);
    if (bytes === void 0) {
      throw new UserError(`The constraints file ${shown} cannot be read`, {
        exitCode: EXIT.usage,
        remedy: "Check the path, and the -r and -c lines of the files that name it"
      });
    }
    const read = readConstraints(listText(bytes), shown);
    lines.push(...read.lines);
    problems.push(...read.problems);
    for (const notice of read.notices) world.progress.notice(notice);
    const from = dirname18(path);
    queue.push(...read.includes.map((include) => resolve5(from, include)));
  }
  if (problems.length > 0) {
    throw new UserError(problems.map(({ message }) => message).join("\n"), {
      exitCode: EXIT.usage,
      remedy: [...new Set(problems.map(({ remedy }) => remedy))].join("\n")
    });
  }
  const own = new Set(
    subject.kind === "packages" ? [] : subject.facts.map(({ name }) => normaliseName(name))
  );
  const kept = lines.filter(
    ({ requirement: { name } }) => !own.has(name) && (name !== "numpy" || config.metadata === "respect")
  );
  if (kept.length === 0) return { lines: [], files: [] };
  const file = join29(world.folder, "constraints.txt");
  await writeFile7(file, `${kept.map(({ text }) => text).join("\n")}
`);
  return { lines: kept, files: [file] };
}
function shownPath(path, cwd) {
  const inside = relative9(cwd, path);
  return inside.startsWith("..") ? path : inside;
}

// src/measure/subject/package-subject.ts
var import_pep4402 = __toESM(require_pep440(), 1);

// src/packaging/withdrawn.ts
var import_pep440 = __toESM(require_pep440(), 1);
function withdrawn(name, version2, files) {
  const own = files.filter((file) => allows(`==${version2}`, file.version));
  if (own.length === 0 || own.some((file) => file.yanked === false)) return void 0;
  const reason = own.map(({ yanked }) => yanked).find((one) => typeof one === "string" && one !== "");
  const next = listReleases({ name, files }).find(
    (one) => !one.prerelease && !one.yanked && (0, import_pep440.compare)(one.version, version2) > 0
  );
  return {
    name,
    version: version2,
    reason: typeof reason === "string" ? reason : null,
    next: next?.version ?? null
  };
}
function tellWithdrawn({ name, version: version2, reason, next }) {
  const why = reason === null ? "" : `: ${reason.trim().replace(/\.$/, "")}`;
  const then = next === null ? "" : `. The next release is ${next}`;
  return `${name} ${version2} was withdrawn from the index (yanked)${why}${then}`;
}

// src/measure/subject/package-subject.ts
async function readPackages(requirements, extras, index) {
  const parsed = requirements.map((text) => {
    const requirement = parseRequirement(text);
    if (requirement.kind === "requirement") return requirement;
    throw new UserError(requirement.message, { exitCode: EXIT.usage, remedy: requirement.remedy });
  });
  const facts = await together(parsed.map((one) => packageFacts(one, extras, index)));
  const [first] = facts;
  return {
    kind: "packages",
    name: facts.map(({ name }) => name).join(", "),
    version: facts.length === 1 ? first?.version ?? null : null,
    facts,
    limits: [],
    requirements: parsed.map((one) => withExtras(one, extras)),
    pinned: /* @__PURE__ */ new Map()
  };
}
function withExtras(requirement, extras) {
  if (extras.length === 0) return requirement.text;
  const { name, text, specifier, url } = requirement;
  const all = [.../* @__PURE__ */ new Set([...requirement.extras, ...extras.map(normaliseName)])];
  const marker = /\s;(.*)$|;(.*)$/.exec(url === null ? text : text.replace(url, ""));
  const tail = marker ? ` ;${marker[1] ?? marker[2]}` : "";
  return `${name}[${all.join(",")}]${url === null ? specifier : ` @ ${url}`}${tail}`;
}
async function packageFacts(requirement, extras, index) {
  const { name, specifier } = requirement;
  const unknown2 = {
    name,
    version: null,
    requiresPython: null,
    requirements: null,
    extras: [...requirement.extras, ...extras.map(normaliseName)],
    wheels: null,
    unknownBecause: `What ${name} requires is known after its installation only (direct reference)`
  };
  if (requirement.url !== null) return unknown2;
  const project = await index.fetchProject(name);
  if (project.files.length === 0) {
    throw new UserError(`There is no package "${name}" on the package index in force`, {
      exitCode: EXIT.usage,
      remedy: "Check the spelling, or set the index: --index-url, input index-url"
    });
  }
  const fitting = project.files.filter((file) => allows(specifier, file.version));
  const exact = /^={2,3}[^*,]+$/.test(specifier);
  const asked = /\d(?:a|b|rc|\.?dev)\d*/i.test(specifier);
  const usable = exact ? fitting : fitting.filter((file) => file.yanked === false && (asked || isFinal(file.version)));
  const versions = [...new Set(usable.map((file) => file.version))].sort(compareVersions);
  const version2 = versions.at(-1);
  if (version2 === void 0) {
    const known2 = [...new Set(project.files.map((file) => file.version))].sort(compareVersions);
    throw new UserError(`No release of ${name} matches "${specifier}"`, {
      exitCode: EXIT.usage,
      remedy: `The newest releases are ${known2.slice(-5).join(", ")}`
    });
  }
  if (versions.length > 1) {
    return {
      ...unknown2,
      unknownBecause: `Which release of ${name} a Python gets is known after its installation only`
    };
  }
  return releaseFacts(unknown2, version2, project.files, index);
}
async function releaseFacts(base, version2, files, index) {
  const { name, extras } = base;
  const own = files.filter((file) => allows(`==${version2}`, file.version));
  const wheels = own.filter((file) => file.isWheel);
  const [described] = [...wheels].sort((a, b) => foreignness(a) - foreignness(b));
  const text = described ? await index.fetchMetadata(described) : void 0;
  const gone = withdrawn(name, version2, files);
  const known2 = {
    ...{ name, version: version2, extras, wheels },
    ...own.some((file) => !file.isWheel) && { sources: true },
    ...gone !== void 0 && { withdrawn: tellWithdrawn(gone) }
  };
  if (text === void 0) {
    return {
      ...known2,
      requiresPython: own[0]?.requiresPython ?? null,
      requirements: null,
      unknownBecause: `What ${name} ${version2} requires cannot be read on the index`
    };
  }
  const { requiresPython: requiresPython2, requirements, provides } = parseCoreMetadata(text);
  return { ...known2, requiresPython: requiresPython2, requirements, provides };
}
function foreignness(file) {
  const here = file.tags.some((tag) => tag.includes(THIS_PLATFORM.wheelTag));
  return (here ? 0 : 2) + (file.coreMetadata ? 0 : 1);
}
function isFinal(version2) {
  return !/(?:a|b|rc|dev)\d*/i.test(version2);
}
function compareVersions(a, b) {
  return (0, import_pep4402.compare)(a, b);
}

// src/measure/subject/project-subject.ts
import { basename as basename12, join as join30 } from "node:path";
async function readProject(folder, extras, world) {
  const text = async (name2) => await world.files.readText(join30(folder, name2)) ?? null;
  const pyproject = await text("pyproject.toml");
  const hasSetupPy = await world.files.exists(join30(folder, "setup.py"));
  const metadata = readProjectMetadata({
    pyproject,
    setupCfg: await text("setup.cfg"),
    hasSetupPy
  });
  refuse(metadata);
  const name = metadata.name ?? basename12(folder);
  return {
    kind: "project",
    name,
    version: metadata.version,
    facts: [factsOf(name, metadata, extras, null)],
    limits: [],
    folder
  };
}
function refuse(metadata) {
  const [first] = metadata.problems;
  if (!first) return;
  throw new UserError(metadata.problems.map(({ message }) => message).join("\n"), {
    exitCode: EXIT.usage,
    remedy: [...new Set(metadata.problems.map(({ remedy }) => remedy))].join("\n")
  });
}

// src/measure/subject/wheels-subject.ts
import { openSync as openSync3 } from "node:fs";
import { basename as basename13 } from "node:path";
async function readWheels(globs, extras, world) {
  const found = await together(globs.map((glob) => wheelFilesOf(glob, world)));
  const empty = globs.filter((_, at) => found[at]?.length === 0);
  if (empty.length > 0) {
    throw new UserError(`No wheel matches ${empty.map((glob) => `"${glob}"`).join(", ")}`, {
      exitCode: EXIT.usage,
      remedy: "Check the pattern, and that the wheels are there by now; on a command line quote it, so that the shell does not expand it"
    });
  }
  const { wheels: files, notices: notices2 } = wheelsAmong([...new Set(found.flat())].sort());
  for (const notice of notices2) world.progress.notice(notice);
  const byName = /* @__PURE__ */ new Map();
  for (const file of files) {
    const parsed = parseWheelFilename(basename13(file));
    if (!parsed) {
      throw new UserError(`"${basename13(file)}" is not the file name of a wheel`, {
        exitCode: EXIT.usage,
        remedy: "A wheel is called name-version-python-abi-platform.whl; narrow the pattern"
      });
    }
    const name = normaliseName(parsed.distribution);
    byName.set(name, [...byName.get(name) ?? [], file]);
  }
  const facts = await together(
    [...byName].map(([name, own]) => wheelFacts(name, own, extras, world))
  );
  const [first] = facts;
  return {
    kind: "wheels",
    name: [...byName.keys()].join(", "),
    version: facts.length === 1 ? first?.version ?? null : null,
    facts,
    limits: [],
    files
  };
}
async function wheelFacts(name, files, extras, world) {
  const parsed = files.flatMap((file2) => parseWheelFilename(basename13(file2)) ?? []);
  const versions = [...new Set(parsed.map(({ version: version2 }) => version2))];
  if (versions.length > 1) {
    throw new UserError(
      `The wheels hold ${versions.length} versions of ${name}: ${versions.join(", ")}`,
      {
        exitCode: EXIT.usage,
        remedy: "Narrow the pattern to one version"
      }
    );
  }
  const file = files[0] ?? "";
  const wheel = await openWheel({ kind: "descriptor", fd: openSync3(file, "r") });
  try {
    if ("kind" in wheel) {
      throw new UserError(`"${basename13(file)}" cannot be read: ${wheel.reason}`, {
        exitCode: EXIT.usage,
        remedy: "Build or download the wheel again"
      });
    }
    if (wheel.metadata === null) {
      throw new UserError(`"${basename13(file)}" holds no METADATA`, {
        exitCode: EXIT.usage,
        remedy: "Build or download the wheel again"
      });
    }
    const tags = files.map((one) => ({
      filename: basename13(one),
      tags: parseWheelFilename(basename13(one))?.tags ?? [],
      requiresPython: null
    }));
    world.progress.detail(`${name}: ${files.length} wheels`);
    return factsOf(name, parseCoreMetadata(wheel.metadata), extras, tags);
  } finally {
    if (!("kind" in wheel)) wheel.close();
  }
}

// src/measure/subject/read-subject.ts
async function readSubject({ spec, extras }, world, index) {
  switch (spec.kind) {
    case "project":
      return readProject(spec.path, extras, world);
    case "wheels":
      return readWheels(spec.globs, extras, world);
    case "packages":
      return readPackages(spec.requirements, extras, await index());
    default:
      return spec;
  }
}

// src/measure/subject/resolve-packages.ts
import { randomUUID as randomUUID3 } from "node:crypto";
import { readFile as readFile15, rm as rm2 } from "node:fs/promises";
import { join as join31 } from "node:path";
var TIMEOUT_SECONDS3 = 120;
var LONGEST_REASON = 400;
async function resolvePackages(subject, pythons, { constraints }, tools, pinned2) {
  if (subject.kind !== "packages") return { subject, pythons };
  const open = subject.facts.filter(
    ({ name, wheels, version: version2 }) => wheels === null && version2 === null && name !== "numpy"
  );
  if (open.length === 0) return { subject, pythons };
  const resolved2 = await together(
    pythons.chosen.map(async (python) => ({
      python,
      result: await resolveOn(python, held(subject, python, pinned2), constraints, tools)
    }))
  );
  const onPython = /* @__PURE__ */ new Map();
  const pins = /* @__PURE__ */ new Map();
  for (const { python, result } of resolved2) {
    if (result.kind !== "resolved") continue;
    const versions = /* @__PURE__ */ new Map();
    for (const facts2 of open) {
      const version2 = result.versions.get(facts2.name);
      if (version2 === void 0) continue;
      const { files } = await tools.index.fetchProject(facts2.name);
      const known2 = await releaseFacts(facts2, version2, files, tools.index);
      onPython.set(facts2, (onPython.get(facts2) ?? /* @__PURE__ */ new Map()).set(python.label, known2));
      versions.set(facts2.name, version2);
    }
    const lines = [...versions].map(([name, version2]) => `${name}==${version2}`);
    pins.set(python.label, [...subject.requirements, ...lines]);
  }
  const facts = subject.facts.map((one) => {
    const known2 = onPython.get(one);
    return known2 ? { ...one, onPython: Object.fromEntries(known2) } : one;
  });
  return {
    subject: { ...subject, facts, pinned: pins, version: singleVersion(facts) ?? subject.version },
    pythons: {
      chosen: pythons.chosen.filter(
        (python) => resolved2.find((one) => one.python === python)?.result.kind !== "impossible"
      ),
      unavailable: [
        ...pythons.unavailable,
        ...resolved2.flatMap(
          ({ python, result }) => result.kind === "impossible" ? [{ label: python.label, reason: result.reason, named: false }] : []
        )
      ]
    }
  };
}
function held(subject, { label }, pinned2) {
  return { ...subject, requirements: pinned2[label] ?? subject.requirements };
}
async function resolveOn({ label, interpreter }, subject, constraints, tools) {
  const output = join31(tools.inspect.folder, `resolved-${randomUUID3()}.txt`);
  const { ending, stderr } = await tools.uv.run(
    [
      ...["pip", "compile", "-", "--quiet", "--no-header", "--no-annotate", "--no-universal"],
      ...["--no-python-downloads", "--python", interpreter.executable, "--output-file", output],
      ...heldFlags(interpreter.version),
      ...tools.settings.uvArguments,
      ...constraints.flatMap((file) => ["--constraint", file])
    ],
    {
      cwd: tools.folder,
      timeoutSeconds: TIMEOUT_SECONDS3,
      input: `${subject.requirements.join("\n")}
`,
      env: { UV_SYSTEM_PYTHON: "0" }
    }
  );
  const text = await readFile15(output, "utf8").catch(() => "");
  await rm2(output, { force: true });
  if (endedWell(ending)) {
    const lines = text.matchAll(/^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;]+)/gm);
    return {
      kind: "resolved",
      versions: new Map([...lines].map(([, name = "", at = ""]) => [normaliseName(name), at]))
    };
  }
  if (!saysNoSolution(stderr)) return { kind: "unknown" };
  const noWheel = saysNoWheel(stderr);
  const said = noWheel ? "no release that was asked for has a wheel for it here" : derivation(stderr).slice(0, LONGEST_REASON);
  const reason = `${subject.name} cannot be installed on Python ${label}: ${said}`;
  return { kind: "impossible", reason };
}
function singleVersion(facts) {
  const [only, ...more] = facts;
  if (!only || more.length > 0) return null;
  const versions = new Set(Object.values(only.onPython ?? {}).map(({ version: version2 }) => version2));
  return versions.size === 1 ? [...versions][0] ?? null : null;
}

// src/plan/missing-extras.ts
function missingExtras(subjects, wanted) {
  const all = subjects.flatMap((subject) => {
    const releases = Object.values(subject.onPython ?? {});
    return releases.length > 0 ? releases : [subject];
  });
  const problem = (extra, of) => {
    const known2 = of.map(({ provides }) => provides ?? null);
    if (known2.length === 0 || known2.includes(null)) return [];
    const has = [...new Set(known2.flatMap((list) => list ?? []))].sort();
    if (has.includes(extra)) return [];
    const names2 = [...new Set(of.map(({ name }) => name))].join(", ");
    const remedy = has.length === 0 ? "It has no extras" : `Its extras are ${has.join(", ")}`;
    return [specProblem(`${names2} has no extra "${extra}"`, `${remedy}; correct the name`)];
  };
  const own = all.flatMap(
    (subject) => subject.extras.filter((extra) => !wanted.includes(extra)).flatMap((extra) => problem(extra, [subject]))
  );
  return [...wanted.flatMap((extra) => problem(extra, all)), ...own];
}

// src/plan/plan-builder.ts
var PlanBuilder = class {
  #taken;
  #planned = /* @__PURE__ */ new Map();
  #excluded = /* @__PURE__ */ new Map();
  #missing = /* @__PURE__ */ new Map();
  constructor(taken2) {
    this.#taken = taken2;
  }
  place(python, numpy, placement) {
    const id = combinationId(python.label, numpy);
    const { interpreter } = python;
    const cell = { id, python: python.label, numpy, platform: interpreter.platform };
    const { version: version2 } = interpreter;
    const taken2 = placement.kind === "excluded" ? null : this.#taken(interpreter, numpy);
    if (placement.kind === "excluded" || taken2 !== null) {
      const reason = taken2 ?? ("reason" in placement ? placement.reason : "");
      const cause2 = taken2 ?? ("cause" in placement ? placement.cause : "");
      if (!this.#excluded.has(id)) this.#excluded.set(id, { ...cell, version: version2, reason, cause: cause2 });
    } else if (placement.kind === "missing") {
      this.#missing.set(id, { ...cell, version: version2, failure: placement.failure });
    } else if (placement.kind === "run") {
      const { nightly } = placement;
      this.#planned.set(id, { ...cell, interpreter, ...nightly && { nightly } });
    }
  }
  /** All NumPys that have a cell, ascending. */
  numpys() {
    const seen = [this.#planned, this.#excluded, this.#missing].flatMap((one) => [...one.values()]);
    return [...new Set(seen.map(({ numpy }) => numpy))].sort(compareNumpy);
  }
  /** @param pythons in the order of the rows */
  finish(pythons) {
    const rank = new Map(pythons.map(({ label }, at) => [label, at]));
    const order = (a, b) => (rank.get(a.python) ?? 0) - (rank.get(b.python) ?? 0) || compareNumpy(a.numpy, b.numpy);
    const missing2 = [...this.#missing.values()].filter(({ id }) => !this.#planned.has(id));
    const excluded2 = [...this.#excluded.values()].filter(
      ({ id }) => !this.#planned.has(id) && !this.#missing.has(id)
    );
    return {
      planned: [...this.#planned.values()].sort(order),
      excluded: excluded2.sort(order),
      missing: missing2.sort(order)
    };
  }
};

// src/plan/taken-out.ts
function takenOut(filters) {
  const include = filters.include.filter(({ module }) => module === null);
  const exclude = filters.exclude.filter(({ module }) => module === null);
  return (interpreter, numpy) => {
    const matches = (filter) => matchesCombination(filter, interpreter, numpy);
    const out = exclude.find(matches);
    if (out !== void 0) {
      return out.reason === null ? `taken out by exclude: ${out.text}` : `${out.reason} (exclude: ${out.text})`;
    }
    return include.length === 0 || include.some(matches) ? null : "no line of include names it";
  };
}

// src/plan/unavailable-rows.ts
function unavailableRows(input, slots, numpys, none) {
  const excluded2 = [];
  const missing2 = [];
  for (const { label, reason, named } of input.unavailable) {
    const columns = numpys.length > 0 ? numpys : columnsOf(label, slots, none);
    for (const numpy of columns) {
      const id = combinationId(label, numpy);
      const cell = { id, python: label, numpy, platform: input.platform };
      if (named) {
        const failure2 = { setUp: "no-interpreter", message: reason, lines: [] };
        missing2.push({ ...cell, failure: failure2 });
      } else excluded2.push({ ...cell, reason, cause: ofThatPython(reason, label) });
    }
  }
  return { excluded: excluded2, missing: missing2 };
}
function columnsOf(label, slots, none) {
  const fitting = slots.flatMap(({ candidates }) => {
    const found = candidates.find((release2) => hasWheelFor(release2, label));
    return found === void 0 ? [] : [found.version];
  });
  const shown = fitting.length > 0 ? fitting : slots.slice(-1).map((one) => one.representative.version);
  return [.../* @__PURE__ */ new Set([...shown, ...none || shown.length === 0 ? [NUMPY_NONE] : []])];
}
function hasWheelFor({ wheels }, label) {
  const [, pypy, minor = "", threads = ""] = /^(pypy)?3\.(\d+)[\d.a-z]*?(t?)$/.exec(label) ?? [];
  const tag = pypy ? `pp3${minor}-` : `cp3${minor}-cp3${minor}${threads}-`;
  return wheels.some(({ tags }) => tags.some((one) => one.startsWith(tag)));
}

// src/plan/expand.ts
function expand(input) {
  const releases = listReleases(input.numpy);
  const nightly = input.nightly === null ? [] : listReleases(input.nightly);
  const rows = input.pythons.map((python) => {
    const subjects = factsOn(input.subjects, python.label);
    const declared = declaredBy(subjects, python.interpreter);
    const judge = judgeOf({ ...input, subjects }, python, tagSet(python.interpreter), declared);
    return { python, declared, judge };
  });
  const judges = rows.map(({ judge }) => judge);
  const stated = declaredFloor(input.subjects, input.pythons, releases);
  const floor = stated ?? oldestInstallable(releases, judges);
  const results = input.numpys.map(
    (spec) => slotsOf(spec, { releases, nightly, floor, today: input.today })
  );
  const problems = results.filter((result) => "kind" in result);
  if (problems.length > 0) {
    return { kind: "problems", problems };
  }
  const trimmed = results.map((result) => trimSlots("kind" in result ? [] : result, judges));
  const slots = trimmed.flatMap((one) => one.slots);
  const kinds = new Set(input.numpys.map(({ kind }) => kind));
  const plan = new PlanBuilder(takenOut(input));
  for (const { python, declared, judge } of rows) {
    if (kinds.has("none") || kinds.has("auto") && requiresNoNumpy(declared)) {
      const reason = judge.python(false);
      plan.place(python, NUMPY_NONE, reason === null ? { kind: "run" } : excluded(reason));
    }
    for (const slot2 of slots) {
      fill(plan, python, slot2, judge, judges);
    }
  }
  const gone = unavailableRows(input, slots, plan.numpys(), kinds.has("none"));
  const made = plan.finish(input.pythons);
  return {
    kind: "plan",
    plan: {
      planned: made.planned,
      excluded: [...made.excluded, ...gone.excluded],
      missing: [...made.missing, ...gone.missing],
      notices: [
        ...trimmed.flatMap(({ notice }) => notice ?? []),
        ...notices(input, releases, kinds)
      ]
    }
  };
}
function requiresNoNumpy(declared) {
  return declared.kind === "known" && declared.lines.length === 0;
}
function fill(plan, python, slot2, judge, judges) {
  const { candidates, representative, exact, nightly } = slot2;
  const wholePython = judge.python(slot2.spec0);
  if (wholePython !== null) {
    plan.place(python, representative.version, excluded(wholePython));
    return;
  }
  const found = candidates.find((release2) => judge.release(release2, exact) === null);
  if (found !== void 0) {
    plan.place(python, found.version, { kind: "run", ...nightly && { nightly } });
    return;
  }
  const why = judge.release(representative, exact);
  if (why === null) throw new Error(`${representative.version} is refused without a reason`);
  const nowhere = () => !judges.some((one) => candidates.some((each) => one.installs(each, exact)));
  plan.place(
    python,
    representative.version,
    slot2.named && nowhere() ? { kind: "missing", failure: { setUp: "no-numpy", message: why.reason, lines: [] } } : excluded(why)
  );
}
function excluded({ reason, cause: cause2 }) {
  return { kind: "excluded", reason, cause: cause2 };
}
function notices(input, releases, kinds) {
  const result = [];
  const newest = releases.findLast((release2) => !release2.yanked);
  if (kinds.has("prerelease") && newest !== void 0 && !newest.prerelease) {
    result.push(
      `No pre-release of NumPy is newer than ${newest.version}: the newest release that fits is used`
    );
  }
  for (const subject of input.subjects) {
    const releases2 = [subject, ...Object.values(subject.onPython ?? {})];
    result.push(...new Set(releases2.flatMap(({ withdrawn: withdrawn2 }) => withdrawn2 ?? [])));
  }
  for (const { name, requirements, onPython, unknownBecause } of input.subjects) {
    if (requirements === null && onPython === void 0) {
      result.push(
        unknownBecause ?? `What ${name} requires is known after its build only (dynamic metadata)`
      );
    }
    if (onPython !== void 0) {
      result.push(`${name} resolves to ${byRelease(onPython)}`);
    }
  }
  return result;
}
function byRelease(onPython) {
  const labels = /* @__PURE__ */ new Map();
  for (const [label, { version: version2 }] of Object.entries(onPython)) {
    const release2 = version2 ?? "an unknown release";
    labels.set(release2, [...labels.get(release2) ?? [], label]);
  }
  return [...labels].map(([release2, pythons]) => `${release2} on Python ${pythons.join(" and ")}`).join(", ");
}

// src/plan/select-pythons.ts
var import_pep4403 = __toESM(require_pep440(), 1);
function knownMinors(numpy, available) {
  const minors = /* @__PURE__ */ new Set();
  for (const { tags } of numpy.files) {
    for (const tag of tags) {
      const minor = /^cp3(\d+)-cp3\1/.exec(tag)?.[1];
      if (minor !== void 0) {
        minors.add(Number(minor));
      }
    }
  }
  for (const { version: version2, implementation } of available) {
    if (implementation === "cpython" && version2.startsWith("3.")) {
      minors.add(minorNumber(version2));
    }
  }
  return [...minors].filter((minor) => minor >= OLDEST_MINOR).sort((a, b) => a - b);
}
function selectPythons(input) {
  const found = /* @__PURE__ */ new Map();
  const missing2 = /* @__PURE__ */ new Map();
  const problems = [];
  for (const spec of input.specs) {
    if (spec.kind === "path") {
      const interpreter = input.explicit.get(spec.text);
      if (interpreter === void 0) {
        problems.push(noInterpreterAt(spec.text));
      } else {
        found.set(identity(interpreter), interpreter);
      }
      continue;
    }
    const wishes = wishesOf(spec, input);
    if ("kind" in wishes) {
      problems.push(wishes);
      continue;
    }
    for (const wish of wishes) {
      const interpreter = choose(wish, input.available);
      if (interpreter === void 0) {
        const entry = missingOf(wish, input.available);
        const earlier = missing2.get(entry.label);
        missing2.set(entry.label, earlier?.named ? earlier : entry);
      } else if (!found.has(identity(interpreter))) {
        found.set(identity(interpreter), interpreter);
      }
    }
  }
  return {
    chosen: labelled([...found.values()].sort(byAge)),
    missing: [...missing2.values()],
    problems
  };
}
function wishesOf(spec, input) {
  const wish = (minor, preferred, named) => ({
    implementation: "cpython",
    freeThreaded: false,
    version: `3.${minor}`,
    prerelease: false,
    named,
    preferred
  });
  switch (spec.kind) {
    case "auto": {
      const required = input.requiresPython;
      const minors = input.known.filter((minor) => admitsMinor(required, 3, minor));
      return minors.length === 0 ? specProblem(
        `no Python that can be tested satisfies requires-python ${JSON.stringify(required)}`,
        `Known here: ${minorList(input.known)}. Correct requires-python, or name a Python`
      ) : minors.map((minor) => wish(minor, required ?? "", false));
    }
    case "range": {
      const minors = input.known.filter((minor) => admitsMinor(spec.specifier, 3, minor));
      return minors.length === 0 ? unknown(spec.text, input.known) : minors.map((minor) => wish(minor, spec.specifier, false));
    }
    case "newest": {
      const here = input.available.filter(({ implementation, freeThreaded }) => implementation === "cpython" && !freeThreaded).filter(({ version: version2 }) => !isPrerelease(version2) && minorNumber(version2) >= OLDEST_MINOR).map(({ version: version2 }) => minorNumber(version2));
      const newest = here.length > 0 ? Math.max(...here) : input.known.at(-1);
      return newest === void 0 ? unknown(spec.text, input.known) : [wish(newest, "", false)];
    }
    case "minor": {
      const { implementation, freeThreaded, prerelease } = spec;
      const last = input.known.at(-1) ?? 0;
      const exists = input.known.includes(spec.minor) || prerelease && spec.minor === last + 1;
      if (implementation === "cpython" && !exists) {
        return unknown(spec.text, input.known);
      }
      return [{ ...wish(spec.minor, "", true), implementation, freeThreaded, prerelease }];
    }
    case "exact": {
      const minor = minorNumber(spec.version);
      if (!input.known.includes(minor) && !isPrerelease(spec.version)) {
        return unknown(spec.text, input.known);
      }
      const { version: version2, freeThreaded } = spec;
      return [{ ...wish(minor, "", true), version: version2, freeThreaded, prerelease: true }];
    }
    default:
      return spec;
  }
}
var SOURCES = ["explicit", "tool-cache", "pyenv", "path", "uv"];
function choose(wish, available) {
  const fitting = ofKind(wish, available).filter(
    ({ version: version2 }) => wish.prerelease || !isPrerelease(version2)
  );
  const preferred = fitting.filter(({ version: version2 }) => admitsPython(wish.preferred, version2));
  const pool = preferred.length > 0 ? preferred : fitting;
  return pool.toSorted(
    (a, b) => (0, import_pep4403.compare)(b.version, a.version) || SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source)
  )[0];
}
function ofKind(wish, available) {
  const isMinor = /^\d+\.\d+$/.test(wish.version);
  return available.filter(
    ({ implementation, freeThreaded, version: version2 }) => implementation === wish.implementation && freeThreaded === wish.freeThreaded && (isMinor ? minorOf(version2) === wish.version : allows(`==${wish.version}`, version2))
  );
}
function missingOf(wish, available) {
  const label = pythonLabel(wish, !/^\d+\.\d+$/.test(wish.version));
  const early = ofKind(wish, available)[0];
  const reason = early === void 0 ? `Python ${label} is not available here` : `only a pre-release of Python ${label} is available here (${early.version}): ask for ${label}-dev to test it`;
  const prefix = wish.implementation === "cpython" ? "" : wish.implementation;
  const request = `${prefix}${wish.version}${wish.freeThreaded ? "t" : ""}`;
  return { label, request, reason, named: wish.named };
}
function labelled(interpreters) {
  const counts = /* @__PURE__ */ new Map();
  for (const interpreter of interpreters) {
    const label = pythonLabel(interpreter);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return interpreters.map((interpreter) => {
    const short = pythonLabel(interpreter);
    return {
      label: (counts.get(short) ?? 0) > 1 ? pythonLabel(interpreter, true) : short,
      interpreter
    };
  });
}
function byAge(a, b) {
  const rank = ({ implementation }) => implementation === "cpython" ? 0 : 1;
  return rank(a) - rank(b) || (0, import_pep4403.compare)(a.version, b.version) || Number(a.freeThreaded) - Number(b.freeThreaded);
}
function identity({ implementation, version: version2, freeThreaded }) {
  return `${implementation} ${version2} ${freeThreaded}`;
}
function minorNumber(version2) {
  return Number(version2.split(".")[1]);
}
function isPrerelease(version2) {
  return releaseSegment(version2) !== version2.replace(/\+.*$/, "");
}
function unknown(text, known2) {
  return specProblem(`Python ${text} does not exist`, `Known here: ${minorList(known2)}`);
}
function minorList(known2) {
  return known2.map((minor) => `3.${minor}`).join(", ");
}
function noInterpreterAt(path) {
  return specProblem(
    `${JSON.stringify(path)} is no Python interpreter`,
    "Give the path of an executable that prints its version with --version"
  );
}

// src/provision/interpreters/install.ts
async function installInterpreter(request, options) {
  const unavailable = (why) => ({
    kind: "unavailable",
    reason: `Python ${request} is not on this machine, and ${why}`
  });
  if (/^(never|false|manual)$/i.test(options.env["UV_PYTHON_DOWNLOADS"] ?? "")) {
    return unavailable("UV_PYTHON_DOWNLOADS forbids to download it");
  }
  const uvRequest = request.replace(/^pypy-?/, "pypy@").replace(/-dev$/, "");
  const env = { UV_PYTHON_INSTALL_BIN: "0", UV_HTTP_RETRIES: "1" };
  const installed = await options.uv.run(["python", "install", "--no-config", uvRequest], {
    cwd: options.folder,
    timeoutSeconds: 600,
    env
  });
  if (installed.ending.kind === "interrupted") {
    throw interrupted();
  }
  if (installed.ending.kind !== "exited" || installed.ending.code !== 0) {
    const text = installed.stderr.trim();
    const unknown2 = /No download found|invalid value|not a valid/i.test(text);
    return unavailable(
      unknown2 ? "uv knows no download of it" : `its download failed${cause(text)}`
    );
  }
  const found = await options.uv.run(
    ["python", "find", "--no-config", "--managed-python", "--no-project", uvRequest],
    { cwd: options.folder, timeoutSeconds: 60 }
  );
  const inspected = await inspectInterpreter(found.stdout.trim(), "uv", options);
  return inspected.kind === "interpreter" ? { kind: "installed", interpreter: inspected.interpreter } : unavailable(`what was downloaded ${inspected.reason}`);
}
function cause(text) {
  const last = text.split("\n").map((line) => /^\s*(?:Caused by|cause): (.+)$/i.exec(line)?.[1]).findLast((line) => line !== void 0);
  return last === void 0 ? "" : `: ${last.slice(0, 200)}`;
}

// src/commands/prepare/no-numpy.ts
function noNumpy({
  indexes,
  findLinks,
  secrets
}) {
  const places = [...indexes, ...findLinks].map((one) => redact(one, secrets));
  const where = places.length === 0 ? "no index is in force" : `asked: ${places.join(", ")}`;
  return new UserError(`No package index in force has a file of NumPy (${where})`, {
    exitCode: EXIT.usage,
    remedy: "Check the address: it must be that of the simple index (PEP 503 or PEP 691), which often ends in /simple; a page to log in has no files, either"
  });
}

// src/commands/prepare/refuse.ts
function refuse2(problems) {
  if (problems.length === 0) return;
  if (problems.length > 1) {
    const lines = problems.map(({ message, remedy }) => `${message}. ${remedy}`);
    throw new UserError(lines.join("\n"), { exitCode: EXIT.usage });
  }
  throw new UserError(problems.map(({ message }) => message).join("\n"), {
    exitCode: EXIT.usage,
    remedy: [...new Set(problems.map(({ remedy }) => remedy))].join("\n")
  });
}
function refuseUnset(names2, env) {
  const set = new Set(Object.keys(env).map((name) => name.toUpperCase()));
  const unset = names2.filter((name) => !set.has(name.toUpperCase()));
  if (unset.length === 0) return;
  const verb = unset.length === 1 ? "is" : "are";
  throw new UserError(`${unset.join(", ")} ${verb} named in environment, and not set here`, {
    exitCode: EXIT.setUp,
    remedy: "Set it for this step, or take it out of environment"
  });
}

// src/commands/prepare/make-plan.ts
async function findPythons({ pythons }, tools, world) {
  const explicit = pythons.flatMap((spec) => spec.kind === "path" ? [spec.path] : []);
  const [{ interpreters, rejected }] = await together([
    availableInterpreters({ ...tools.inspect, uv: tools.uv, explicit }),
    tools.index.fetchProject("numpy")
  ]);
  for (const { executable, reason } of rejected) {
    world.progress.detail(`not used: ${executable}: ${reason}`);
  }
  return interpreters;
}
async function choosePythons(config, subjects, interpreters, tools, world) {
  const numpy = await tools.index.fetchProject("numpy");
  if (numpy.files.length === 0) throw noNumpy(tools.settings);
  const select = (available) => selectPythons({
    specs: config.axes.pythons,
    available,
    explicit: explicitByText(config.axes.pythons, available),
    requiresPython: config.subject.metadata === "ignore-all" ? null : requiresPython(subjects),
    known: knownMinors(numpy, available)
  });
  const first = select(interpreters);
  refuse2([...first.problems, ...unknownReleases(config.axes.numpys, numpy)]);
  const downloaded = [];
  const reasons = /* @__PURE__ */ new Map();
  if (config.mode !== "plan" || config.axes.runner !== null) {
    for (const { label, request } of first.missing) {
      world.progress.detail(`Python ${label} is not here; asking uv for it`);
      const doing = [`Python ${label} is not here: asking uv for it`];
      world.progress.update({ doing, done: 0, total: 0, failed: 0 });
      const result = await installInterpreter(request, { ...tools.inspect, uv: tools.uv });
      if (result.kind === "installed") downloaded.push(result.interpreter);
      else reasons.set(label, result.reason);
    }
  }
  const second = downloaded.length > 0 ? select([...interpreters, ...downloaded]) : first;
  return {
    chosen: second.chosen,
    unavailable: second.missing.map(({ label, reason, named }) => ({
      label,
      reason: reasons.get(label) ?? reason,
      named
    }))
  };
}
function explicitByText(pythons, available) {
  return new Map(
    pythons.flatMap((spec) => {
      if (spec.kind !== "path") return [];
      const found = available.find(
        (one) => one.source === "explicit" && one.executable === spec.path
      );
      return found ? [[spec.text, found]] : [];
    })
  );
}
function requiresPython(subjects) {
  const all = subjects.flatMap((subject) => subject.requiresPython || []);
  return all.length === 0 ? null : all.join(",");
}
async function makePlan({ subject: { metadata }, axes }, subject, pythons, tools, world) {
  const result = expand({
    numpys: axes.numpys,
    pythons: pythons.chosen,
    unavailable: pythons.unavailable,
    platform: pythons.chosen[0]?.interpreter.platform ?? THIS_MACHINE,
    numpy: await tools.index.fetchProject("numpy"),
    nightly: await tools.nightly?.fetchProject("numpy") ?? null,
    subjects: subject.facts,
    constraints: subject.limits,
    metadata,
    include: axes.include,
    exclude: axes.exclude,
    today: new Date(world.now()).toISOString().slice(0, 10)
  });
  if (result.kind === "problems") {
    refuse2(result.problems);
    throw new Error("expand() reported problems without any");
  }
  const pins = subject.limits.filter(({ requirement: { name } }) => name === "numpy");
  const notices2 = [...new Set(pins.map(pinned))];
  return { ...result.plan, notices: [...result.plan.notices, ...notices2] };
}
function pinned({ file }) {
  return `${file} limits NumPy; metadata: ignore leaves those lines out`;
}

// src/commands/prepare/prepare.ts
async function prepare(config, world, version2) {
  const given = config.axes.plans.length === 0 ? null : await readPlans(config.axes.plans, world, version2);
  const part = given === null ? null : ownPart(given, config);
  const handed = await handedFor(config, given, part, world);
  refuseUnset(config.run.environment, world.env);
  const folder = config.subject.spec.kind === "project" ? config.subject.spec.path : world.cwd;
  const tools = await prepareTools(config, folder, world);
  const [named, interpreters] = await together([
    readSubject(config.subject, world, async () => tools.index),
    findPythons(config.axes, tools, world)
  ]);
  const constraints = await prepareConstraints(config.subject, named, world);
  const stated = { ...named, limits: constraints.lines };
  const limiter = createLimiter(config.run.jobs);
  const own = { ...config, subject: { ...config.subject, constraints: constraints.files } };
  const found = await findDebugger(world);
  const { store } = world;
  const resolutions = createResolutions(world.folder, createLimiter(2 * config.run.jobs));
  const context = {
    config: own,
    tools,
    world,
    limiter,
    environments: createEnvironments(world, limiter, resolutions),
    known: /* @__PURE__ */ new Map(),
    workers: createWorkerCodes(world),
    debugger: found,
    reuse: store === null ? null : createReuse({
      ...{ store, config: own, world, resolutions, debugger: found },
      validate: validateMeasurement
    }),
    stacks: /* @__PURE__ */ new Map()
  };
  const build = stated.kind === "project" ? handed ?? createBuildStage(stated.folder, context, config.kept.fresh) : null;
  const wanted = part === null ? config : { ...config, axes: { ...config.axes, pythons: specsFor(part, config.axes) } };
  const chosen = await choosePythons(wanted, stated.facts, interpreters, tools, world);
  const pinned2 = given === null ? {} : pinnedFor(given, part);
  const resolved2 = await resolvePackages(stated, chosen, context.config.subject, tools, pinned2);
  const subject = await withBuiltMetadata(
    resolved2.subject,
    chosen,
    build,
    (label) => world.progress.update({
      doing: [`building with Python ${label}: only a build tells what it requires`],
      done: 0,
      total: 0,
      failed: 0
    })
  );
  refuse2(missingExtras(subject.facts, config.subject.extras.map(normaliseName)));
  const ready = { subject, context, build, given };
  if (given === null || part === null) {
    const plan = await makePlan(config, subject, resolved2.pythons, tools, world);
    return { ...ready, plan, lacking: [] };
  }
  refuseOtherSubject(given, await measuredSubject(subject, world));
  return { ...ready, ...planHere(given, part, resolved2.pythons) };
}
async function handedFor({ axes }, given, part, world) {
  if (axes.built === null || given?.subject.kind !== "project") return null;
  const all = await readBuilt(axes.built, given, world);
  const platform = part?.[0]?.platform;
  return createHandedStage(all.filter(({ record }) => record.platform === platform));
}
function pinnedFor({ pinned: pinned2 }, part) {
  const platform = part?.[0]?.platform;
  return (platform === void 0 ? void 0 : pinned2[platform]) ?? {};
}

export {
  testedWheel,
  sourceFolder,
  measuredSubject,
  tagSet,
  installable,
  bestWheel,
  releasesOn,
  launcher_default,
  hexLine,
  entryState,
  posix,
  below,
  readInstalled,
  readSysPath,
  WORKER_TEXT,
  withdrawn,
  tellWithdrawn,
  refuseFewShards,
  takenOut,
  knownMinors,
  prepare
};
