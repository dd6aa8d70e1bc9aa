import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NO_CAPI
} from "./chunk-CFFDKGBE.mjs";
import {
  readWheel
} from "./chunk-J752E3P6.mjs";
import {
  libraryStem
} from "./chunk-5EQ2CBO6.mjs";
import {
  makeFinding
} from "./chunk-BKSPMOWK.mjs";
import {
  compareSeverity
} from "./chunk-K5KKDCIZ.mjs";
import {
  compareMinors,
  erasOf
} from "./chunk-MKIBGSSI.mjs";
import {
  createReadBudget,
  holdTogether,
  listReleases,
  listText,
  prepareTools
} from "./chunk-MBG44VS5.mjs";
import {
  THIS_MACHINE,
  THIS_PLATFORM
} from "./chunk-GYQQMVWE.mjs";
import {
  declaredNumpy
} from "./chunk-CZTV7UDJ.mjs";
import {
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  groupBy,
  listSome,
  plural
} from "./chunk-C5GTPLUR.mjs";
import {
  parseRequirement
} from "./chunk-GR3IJQ3H.mjs";
import {
  admitsPython,
  allows
} from "./chunk-Z2AIENEA.mjs";
import {
  minorOf,
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/audit/audit-finding.ts
function auditFinding(release, wheels, binaries, culprit, said) {
  const { kind, severity, title, explanation, fix } = said;
  const { beside } = release;
  const location = locationOf(beside);
  const modules = binaries.flatMap(({ name, isLibrary }) => isLibrary ? [] : [name]);
  const files = [...new Set(binaries.map(({ file }) => file))];
  return makeFinding(
    { id: kind, category: CATEGORIES[kind] ?? "metadata", severity },
    {
      fault: beside?.kind === "fixed" ? "dependency" : "own",
      culprit: {
        distribution: release.distribution,
        version: release.version,
        module: culprit && !culprit.isLibrary ? culprit.name : null,
        file: culprit?.file ?? null
      },
      facts: { wheel: release.wheel, wheels, files: files.slice(0, MOST_FILES) },
      title,
      explanation,
      fix,
      evidence: [...wheels, ...files.slice(0, 12)],
      hints: { requirement: "numpy", table: BUILT.has(kind) ? "build" : "runtime" },
      modules: [...new Set(modules)].sort(),
      combinations: [],
      location
    }
  );
}
function locationOf(beside) {
  if (beside?.kind !== "fixed" || beside.line === null) return null;
  const file = beside.where.replaceAll("\\", "/").replace(/^\.\//, "");
  return /^(?:\/|[A-Za-z]:|\.\.(?:\/|$))/.test(file) ? null : { file, line: beside.line };
}
var MOST_FILES = 200;
var BUILT = /* @__PURE__ */ new Set([
  "build-without-extensions",
  "latent-np1",
  "mixed-build",
  "py-wrong-tag",
  "wheels-disagree"
]);
var CATEGORIES = {
  "np1-on-np2": "numpy-abi",
  "np-api-too-new": "numpy-abi",
  "latent-np1": "latent",
  "bad-wheel": "configuration",
  "build-without-extensions": "configuration",
  "py-wrong-tag": "python-abi"
};

// src/audit/wheel-needs.ts
function wheelNeeds({ binaries }, platform) {
  const capi = (one) => capiOn(one, platform);
  const having = (...eras) => binaries.filter((one) => [capi(one).era, ...capi(one).also].some((era) => eras.includes(era)));
  const targets = binaries.flatMap((one) => capi(one).target ?? []);
  const floor = targets.toSorted(compareMinors).at(-1) ?? null;
  const old = having("1.x");
  return {
    floor,
    atFloor: binaries.filter((one) => floor !== null && capi(one).target === floor),
    belowNumpy2: old.length > 0,
    old,
    oldFloors: [...new Set(old.flatMap((one) => capi(one).target ?? []))].sort(compareMinors),
    recent: having("2.x").filter((one) => !old.includes(one)),
    lazyOld: having("lazy-1.x").filter((one) => !old.includes(one)),
    unknown: binaries.filter((one) => ["unknown", "cython-sizes"].includes(capi(one).era)),
    sure: having("1.x", "2.x", "lazy-2.x", "lazy-1.x")
  };
}
function capiOn({ capi, slices }, platform) {
  if (platform === void 0 || slices.length === 0) return capi;
  const machine = platform.endsWith("-arm64") ? "aarch64" : platform.replace(/^[^-]+-/, "");
  return slices.find((slice) => slice.machine === machine)?.capi ?? capi;
}
function describeNeeds(needs, binaries) {
  if (binaries.length === 0) return "no compiled module";
  const range = [
    ...needs.floor === null ? [] : [`>=${needs.floor}`],
    ...needs.belowNumpy2 ? ["<2"] : []
  ].join(",");
  const count = needs.unknown.length;
  const unknown = count > 0 ? `${count} unknown` : "";
  const lazy = needs.lazyOld.length > 0 ? "lazily 1.x" : "";
  const known3 = range || (needs.sure.length > 0 ? lazy || "any" : "");
  if (known3 === "" && unknown === "") return NO_CAPI;
  const more = [...range && lazy ? [lazy] : [], ...unknown ? [unknown] : []];
  if (known3 === "") return unknown;
  return more.length > 0 ? `${known3} (${more.join(", ")})` : known3;
}
function describeAccess(binaries) {
  const said = binaries.flatMap(
    ({ through }) => through.map(({ by, version }) => version === null ? by : `${by} (${version})`)
  );
  return [...new Set(said)].sort().join(", ");
}

// src/audit/wheel-targets.ts
var OLDEST_MINOR = 6;
var NEWEST_MINOR = 15;
var PATCH = 30;
function wheelTargets(wheel) {
  const { tags, requiresPython = "", builtFor = [] } = wheel;
  const found = /* @__PURE__ */ new Map();
  for (const tag of tags) {
    const [python = "", abi = "", platform = ""] = tag.split("-");
    const names2 = platform === "any" ? builtFor : platformsOf(platform);
    for (const one of pythonsOf(python, abi)) {
      if (!admitsPython(requiresPython, `3.${one.minor}.${PATCH}`)) continue;
      for (const name of names2) {
        const target = targetOf(one, name);
        found.set(targetKey(target), target);
      }
    }
  }
  return [...found.values()];
}
function targetKey(target) {
  return `${pythonKey(target)} ${target.platform}`;
}
function pythonKey(target) {
  return `${target.implementation} ${target.python}${target.freeThreaded ? "t" : ""}`;
}
function pythonsOf(python, abi) {
  const groups = /^(?<implementation>cp|pp|py)3(?<minor>\d*)$/.exec(python)?.groups;
  if (!groups) return [];
  const { implementation = "", minor = "" } = groups;
  const first = minor === "" ? OLDEST_MINOR : Number(minor);
  const later = implementation === "py" || minor === "" || /^abi3t?$/.test(abi);
  const last = later ? Math.max(first, NEWEST_MINOR) : first;
  const from = later ? Math.max(first, OLDEST_MINOR) : first;
  return Array.from({ length: last - from + 1 }, (_, at) => ({
    implementation: implementation === "pp" ? "pypy" : "cpython",
    minor: from + at,
    freeThreaded: /^(?:cp3\d+|abi3)t$/.test(abi)
  }));
}
function platformsOf(tag) {
  const linux = /^(?<kind>manylinux|musllinux|linux)(?:\d+|_\d+_\d+)?_(?<machine>\w+)$/.exec(tag);
  const groups = linux?.groups;
  if (groups) {
    const name = groups["kind"] === "musllinux" ? "musllinux" : "linux";
    return [`${name}-${groups["machine"]}`];
  }
  const mac = /^macosx_\d+_\d+_(?<machine>\w+)$/.exec(tag)?.groups?.["machine"];
  if (mac !== void 0) return (FAT[mac] ?? [mac]).map((machine) => `macos-${machine}`);
  if (tag === "win32") return ["windows-x86"];
  const windows = /^win_(?<machine>\w+)$/.exec(tag)?.groups?.["machine"];
  return windows === void 0 ? [] : [`windows-${windows}`];
}
var FAT = {
  universal2: ["arm64", "x86_64"],
  universal: ["x86_64"],
  intel: ["x86_64"],
  fat64: ["x86_64"],
  fat3: ["x86_64"]
};
function builtPlatform(format, machine) {
  const arm = machine === "aarch64";
  if (format === "elf") return `linux-${machine}`;
  if (format === "macho") return `macos-${arm ? "arm64" : machine}`;
  if (format !== "pe") return void 0;
  const names2 = { x86_64: "amd64", i686: "x86" };
  return `windows-${arm ? "arm64" : names2[machine] ?? machine}`;
}
var MOST_KNOWN = 5e3;
var known = /* @__PURE__ */ new Map();
function targetOf(tag, platform) {
  const key = `${tag.implementation} ${tag.minor} ${tag.freeThreaded} ${platform}`;
  const made = known.get(key) ?? makeTarget(tag, platform);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}
function makeTarget({ implementation, minor, freeThreaded }, platform) {
  const python = `3.${minor}`;
  const [system = "", ...rest] = platform.split("-");
  const machine = rest.join("-");
  const words = SYSTEMS[system] ?? SYSTEMS["linux"];
  return {
    implementation,
    python,
    freeThreaded,
    platform,
    markers: {
      ...words,
      implementation_name: implementation,
      platform_python_implementation: implementation === "pypy" ? "PyPy" : "CPython",
      platform_machine: system === "windows" ? machine.toUpperCase() : machine,
      python_version: python,
      python_full_version: `${python}.${PATCH}`,
      implementation_version: `${python}.${PATCH}`,
      platform_release: "",
      platform_version: ""
    }
  };
}
var LINUX = { os_name: "posix", sys_platform: "linux", platform_system: "Linux" };
var SYSTEMS = {
  linux: LINUX,
  musllinux: LINUX,
  macos: { os_name: "posix", sys_platform: "darwin", platform_system: "Darwin" },
  windows: { os_name: "nt", sys_platform: "win32", platform_system: "Windows" }
};

// src/audit/numpys-for.ts
var known2 = /* @__PURE__ */ new WeakMap();
function numpysFor(numpy, target) {
  const { byTarget, byPython } = known2.get(numpy) ?? remember(numpy);
  return byTarget.get(targetKey(target)) ?? byPython.get(pythonKey(target)) ?? [];
}
function remember(numpy) {
  const byTarget = /* @__PURE__ */ new Map();
  const byPython = /* @__PURE__ */ new Map();
  const add = (map, key, version) => {
    const list = map.get(key) ?? [];
    if (list.at(-1) !== version) list.push(version);
    map.set(key, list);
  };
  for (const { version, prerelease, yanked, wheels } of listReleases(numpy)) {
    if (prerelease || yanked) continue;
    for (const { tags, requiresPython } of wheels) {
      for (const target of wheelTargets({ tags, requiresPython: requiresPython ?? "" })) {
        add(byTarget, targetKey(target), version);
        add(byPython, pythonKey(target), version);
      }
    }
  }
  const installable = { byTarget, byPython };
  known2.set(numpy, installable);
  return installable;
}

// src/audit/wheel-places.ts
var KNOWN_ERAS = ["1.26.4", "2.0.2"];
function placesOf(wheel, numpy) {
  if (wheel.beside.kind === "fixed") return fixedPlaces(wheel, wheel.beside, numpy);
  return targetsOf(wheel).flatMap((target) => {
    const declared = declaredNumpy(wheel.requirements, target.markers, [], wheel.distribution);
    if (declared.kind === "direct") return [];
    const installable = numpy === null ? KNOWN_ERAS : numpysFor(numpy, target);
    if (declared.kind === "range") {
      const { specifier: specifier2 } = declared;
      const allowed2 = installable.filter((one) => specifier2 === "" || allows(specifier2, one));
      return [{ target, asked: "always", specifier: specifier2, installable, allowed: allowed2 }];
    }
    const optional = specifiersOfExtras(wheel, target);
    const open = optional.length === 0 || optional.includes("");
    const allowed = installable.filter(
      (one) => open || optional.some((specifier2) => allows(specifier2, one))
    );
    const specifier = open ? "" : optional[0] ?? "";
    const asked = optional.length > 0 ? "extras" : "never";
    return [{ target, asked, specifier, installable, allowed }];
  });
}
function fixedPlaces(wheel, { how, requiresPython, markers, numpys, exclusive }, numpy) {
  return targetsOf(wheel).flatMap((target) => {
    const python = target.markers["python_full_version"] ?? "";
    if (!admitsPython(requiresPython, python)) return [];
    const here = numpys.filter(
      (one) => holdTogether([markers, one.markers], target.markers, exclusive)
    );
    const pinned = here.flatMap(({ specifier: specifier2 }) => /^==([^*,]+)$/.exec(specifier2)?.[1] ?? []);
    const known3 = how === "installed" || numpy === null ? pinned : numpysFor(numpy, target);
    const declared = declaredNumpy(wheel.requirements, target.markers, [], wheel.distribution);
    const own = declared.kind === "range" ? declared.specifier : "";
    const allowed = known3.filter(
      (version) => here.some(({ specifier: specifier2 }) => {
        const isPinned = pinned.some((one) => `==${one}` === specifier2);
        const all = isPinned ? specifier2 : [specifier2, own].filter((one) => one !== "").join(",");
        return all === "" || allows(all, version);
      })
    );
    const specifier = here.map((one) => one.specifier).join(" or ");
    return allowed.length === 0 ? [] : [
      {
        target,
        asked: own === "" && declared.kind !== "range" ? "never" : "always",
        specifier,
        installable: known3,
        allowed
      }
    ];
  });
}
function targetsOf(wheel) {
  const { tags, requiresPython, binaries } = wheel;
  const builtFor = binaries.flatMap(
    ({ format, machines }) => machines.flatMap((machine) => builtPlatform(format, machine) ?? [])
  );
  return wheelTargets({ tags, requiresPython, builtFor: [...new Set(builtFor)] });
}
function specifiersOfExtras(wheel, target) {
  const said = wheel.extras.map(
    (extra) => declaredNumpy(wheel.requirements, target.markers, [extra], wheel.distribution)
  );
  return said.flatMap((one) => one.kind === "range" ? [one.specifier] : []);
}

// src/audit/judge-wheel.ts
function judgeWheel(wheel, numpy) {
  if (wheel.distribution === "numpy") return [];
  const places = placesOf(wheel, numpy);
  const capped = np2NotCapped(wheel, places);
  return [
    ...floorTooLow(wheel, places),
    ...capped,
    // What cannot even be imported needs no word about its calls.
    ...capped.length > 0 ? [] : latent(wheel, places),
    // How a release was made is its maintainers' matter, not that of who locked it.
    ...wheel.beside.kind === "fixed" ? [] : [...mixedBuild(wheel, places), ...capNeedless(wheel, places)]
  ];
}
function isNumpy2(version) {
  return !version.startsWith("1.") && !version.startsWith("0.");
}
function severityAt({ beside }, bad) {
  const together2 = beside.kind === "fixed" || bad.some(({ place }) => place.asked === "always");
  return together2 ? "error" : "warning";
}
function floorTooLow(wheel, places) {
  const groups = /* @__PURE__ */ new Map();
  for (const place of places) {
    const { floor } = wheelNeeds(wheel, place.target.platform);
    if (floor === null) continue;
    const below = place.allowed.filter((one) => compareMinors(minorOf(one), floor) < 0);
    if (below.length > 0)
      groups.set(floor, [...groups.get(floor) ?? [], { place, versions: below }]);
  }
  return [...groups].map(([floor, bad]) => {
    const { atFloor, recent } = wheelNeeds(wheel, bad[0]?.place.target.platform);
    const apart = isNumpy2(floor) && recent.some(({ capi }) => isBelowNumpy2(capi.target));
    return {
      kind: wheel.beside.kind === "fixed" ? "np-api-too-new" : "floor-too-low",
      wheel,
      severity: severityAt(wheel, bad),
      floor,
      culprits: atFloor,
      apart,
      places: bad
    };
  });
}
function isBelowNumpy2(target) {
  return target !== null && !isNumpy2(target);
}
function lettingIn2(wheel, places, broken) {
  return places.flatMap((place) => {
    if (!broken(wheelNeeds(wheel, place.target.platform))) return [];
    const versions = place.allowed.filter(isNumpy2);
    return versions.length > 0 ? [{ place, versions }] : [];
  });
}
function np2NotCapped(wheel, places) {
  const bad = lettingIn2(wheel, places, ({ belowNumpy2 }) => belowNumpy2);
  if (bad.length === 0) return [];
  const { old, lazyOld } = wheelNeeds(wheel);
  const severity = severityAt(wheel, bad);
  const kind = wheel.beside.kind === "fixed" ? "np1-on-np2" : "np2-not-capped";
  return [{ kind, wheel, severity, culprits: old, lazy: lazyOld, places: bad }];
}
function latent(wheel, places) {
  const bad = lettingIn2(wheel, places, ({ lazyOld }) => lazyOld.length > 0);
  if (bad.length === 0) return [];
  const culprits = wheelNeeds(wheel).lazyOld;
  return [{ kind: "latent-np1", wheel, severity: "warning", culprits, places: bad }];
}
function mixedBuild(wheel, places) {
  const platforms = [...new Set(places.map(({ target }) => target.platform))];
  const needs = (platforms.length > 0 ? platforms : [void 0]).map(
    (one) => wheelNeeds(wheel, one)
  );
  const mixed = needs.find(({ old: old2, recent }) => old2.length > 0 && recent.length > 0);
  const base = { kind: "mixed-build", wheel, places: [] };
  if (mixed !== void 0) {
    const { old: old2, recent } = mixed;
    return [{ ...base, severity: "error", culprits: old2, others: recent, levels: [] }];
  }
  const uneven = needs.find(({ oldFloors: oldFloors2 }) => oldFloors2.length > 1);
  if (uneven === void 0) return [];
  const { old, atFloor, oldFloors } = uneven;
  const others = old.filter((one) => !atFloor.includes(one));
  return [{ ...base, severity: "note", culprits: atFloor, others, levels: oldFloors }];
}
function capNeedless(wheel, places) {
  const { belowNumpy2, lazyOld, unknown } = wheelNeeds(wheel);
  if (belowNumpy2 || lazyOld.length > 0 || unknown.length > 0) return [];
  const runsOn2 = wheel.binaries.filter(
    ({ capi }) => capi.era === "2.x" || capi.era === "lazy-2.x"
  );
  const capped = places.flatMap((place) => {
    const kept = place.installable.filter((one) => isNumpy2(one) && !place.allowed.includes(one));
    const all1 = place.allowed.length > 0 && !place.allowed.some(isNumpy2);
    return place.asked === "always" && all1 && kept.length > 0 ? [{ place, versions: kept }] : [];
  });
  if (runsOn2.length === 0 || capped.length === 0) return [];
  return [{ kind: "cap-needless", wheel, severity: "note", culprits: runsOn2, places: capped }];
}

// src/audit/strangers.ts
var NAMED_FOR = [
  [/\.cpython-3(?<minor>\d{1,2})(?<flags>[a-z]*)-[^/]*\.so$/, "cpython"],
  [/\.cp3(?<minor>\d{1,2})(?<flags>[a-z]*)-[^/]*\.pyd$/, "cpython"],
  [/\.pypy3(?<minor>\d{1,2})(?<flags>)-[^/]*\.(?:so|pyd)$/, "pypy"]
];
function strangersOf(wheel) {
  const pythons = new Set(
    targetsOf(wheel).map(
      ({ implementation, python, freeThreaded }) => keyOf(implementation, python, freeThreaded)
    )
  );
  if (pythons.size === 0) return [];
  return wheel.binaries.filter((one) => {
    const named = one.isLibrary ? void 0 : namedFor(one.file);
    return named !== void 0 && !pythons.has(named);
  });
}
function namedFor(file) {
  for (const [pattern, implementation] of NAMED_FOR) {
    const { minor, flags = "" } = pattern.exec(file)?.groups ?? {};
    if (minor !== void 0) return keyOf(implementation, `3.${minor}`, flags.includes("t"));
  }
  return void 0;
}
function keyOf(implementation, python, freeThreaded) {
  return `${implementation} ${python}${freeThreaded ? "t" : ""}`;
}

// src/audit/lost-modules.ts
function lostModules(wheels) {
  const releases = groupBy(
    wheels.filter(({ beside }) => beside.kind !== "fixed"),
    ({ distribution, version }) => JSON.stringify([distribution, version])
  );
  return [...releases.values()].flatMap((group) => [...misnamed(group), ...empty(group)]);
}
function misnamed(group) {
  const found = group.flatMap((wheel) => {
    const lost = lostIn(wheel);
    return lost.length > 0 ? [{ wheel, lost }] : [];
  });
  const [first] = found;
  const [culprit] = first?.lost ?? [];
  if (!first || !culprit) return [];
  const wheels = found.map(({ wheel }) => wheel);
  const finding = auditFinding(
    first.wheel,
    names(wheels),
    found.flatMap(({ lost }) => lost),
    culprit,
    {
      kind: "py-wrong-tag",
      severity: "error",
      title: `${first.wheel.distribution} holds modules that the Pythons of its wheels cannot see`,
      explanation: `\`${culprit.file}\` is named for another Python than ${first.wheel.wheel}, which has no other file for \`${culprit.name}\`: importing it says that there is no such module.`,
      fix: "Build each wheel in a clean folder (without `build/` and files of in-place builds), with the Python that it is for."
    }
  );
  return [{ finding, wheels }];
}
function lostIn(wheel) {
  const strangers = strangersOf(wheel);
  const seen = wheel.binaries.filter((one) => !strangers.includes(one));
  return strangers.filter(({ name }) => !seen.some((other) => other.name === name));
}
function empty(group) {
  const full = group.find(
    (wheel) => wheel.binaries.some(({ isLibrary }) => !isLibrary) && lostIn(wheel).length === 0
  );
  const wheels = group.filter(
    ({ binaries, hasModuleNames, tags }) => binaries.length === 0 && !hasModuleNames && tags.every(isBuilt)
  );
  const [first] = wheels;
  if (!full || !first) return [];
  const finding = auditFinding(first, names(wheels), [], void 0, {
    kind: "build-without-extensions",
    severity: "warning",
    title: `${listSome(names(wheels), 3)} hold${wheels.length > 1 ? "" : "s"} no compiled module, as other wheels of ${first.distribution} ${first.version} do`,
    explanation: `It is built for one Python and one system, and nothing in it is compiled; ${full.wheel} holds compiled modules. A build that goes on without its extensions leaves such a wheel.`,
    fix: "Make the extensions mandatory in CI, and build the wheel again in a clean folder."
  });
  return [{ finding, wheels }];
}
function isBuilt(tag) {
  return /^(?:cp|pp)3\d+-(?!none|abi3)[^-]+-(?!any$)/.test(tag);
}
function names(wheels) {
  return wheels.map(({ wheel }) => wheel);
}

// src/audit/short-specifier.ts
var import_pep440 = __toESM(require_pep440(), 1);
function shortSpecifier(specifier) {
  const clauses = specifier.split(",").filter((one) => one !== "");
  const floors = clauses.flatMap((one) => /^>=(.+)$/.exec(one)?.[1] ?? []);
  if (!floors.every((one) => (0, import_pep440.valid)(one) !== null)) return specifier;
  const highest = floors.toSorted(import_pep440.compare).at(-1);
  const rest = clauses.filter((one) => !one.startsWith(">="));
  return [...highest === void 0 ? [] : [`>=${highest}`], ...rest].join(",");
}

// src/audit/library-loaders.ts
function loadersOf(library, binaries) {
  if (!library.isLibrary) return [];
  const stem = libraryStem(library.file);
  return binaries.filter(
    ({ isLibrary, needed }) => !isLibrary && needed.some((name) => libraryStem(name) === stem)
  );
}

// src/audit/tell-problem.ts
function tellProblems(group, platforms) {
  const [first] = group;
  const { kind, severity, wheel } = first;
  const prose = proseOf(first, group, platforms);
  return auditFinding(
    wheel,
    group.map((one) => one.wheel.wheel),
    group.flatMap(
      ({ culprits, wheel: { binaries } }) => culprits.flatMap((one) => [one, ...loadersOf(one, binaries)])
    ),
    first.culprits[0],
    { kind, severity, ...prose }
  );
}
function proseOf(first, group, all) {
  const { wheel, culprits } = first;
  if (wheel.beside.kind === "fixed") return fixedProse(first, wheel.beside, group);
  const name = wheel.distribution;
  const binary = culprits[0];
  const who = binary ? nameOf(binary, wheel.binaries) : name;
  const where = placesText(group, all);
  switch (first.kind) {
    case "np-api-too-new":
    case "floor-too-low":
      if (first.apart) return apartProse(name, who, first.floor, asks(first), where);
      return {
        title: `${name} allows NumPy versions that its binaries refuse`,
        explanation: `${who} was built for the C-API of NumPy ${first.floor} and newer, and stops with an error under an older one. The metadata ${asks(first)}, which lets in ${versionsText(group)}${where}.`,
        fix: `Declare \`numpy>=${first.floor}\`, or build for an older C-API: ${olderBuild(first, group)}`
      };
    case "np1-on-np2":
    case "np2-not-capped": {
      const lazy = first.lazy.length > 0 ? LAZY_TOO : "";
      return {
        title: `${name} was built for NumPy 1.x and allows NumPy 2`,
        explanation: `${who} was built with NumPy 1.x headers. Under NumPy 2 ${binary?.isLibrary ? "the import of what loads it" : "its import"} fails, or, where it hides that error or asks for NumPy late, what it calls. The metadata ${asks(first)}, which lets in ${versionsText(group)}${where}.`,
        fix: `Build the wheel against \`numpy>=2.0\` (it still runs on 1.x)${lazy}, or declare \`numpy<2\`.`
      };
    }
    case "latent-np1":
      return {
        title: `${name} reads NumPy 1\u2019s memory layout at a call, and allows NumPy 2`,
        explanation: `${who} fetches NumPy's C-API at its first use and without a check of versions${reachOf(binary)}. Under NumPy 2 it is imported, and a call may crash or return wrong numbers${where}.`,
        fix: fixOfLazy(binary)
      };
    case "mixed-build":
      return mixedProse(first, who);
    case "cap-needless":
      return {
        title: `${name} keeps NumPy 2 out although its binaries run on it`,
        explanation: `The metadata ${asks(first)}; every binary that says so was built for NumPy 2, which also runs on 1.x.`,
        fix: "If the Python code is ready for NumPy 2, too, leave the upper limit out."
      };
    default:
      return first;
  }
}
function mixedProse({ wheel, culprits, others, levels }, who) {
  const [other] = others;
  const another = other ? nameOf(other, wheel.binaries) : "another one";
  const counts = `${plural(culprits.length, "file")} and ${others.length}`;
  if (levels.length > 0)
    return {
      title: `${wheel.wheel} holds modules built with the headers of different NumPys`,
      explanation: `${who} asks for the C-API of NumPy ${levels.at(-1)}, ${another} for an older one (${levels.join(", ")}; ${counts}). Headers up to 1.24 ask for their own release, so object files of an earlier build may have been used again. Together they need NumPy ${levels.at(-1)}.`,
      fix: "Build in a clean folder, against one NumPy. Where some of them define a `NPY_TARGET_VERSION` of their own (NumPy 1.25 and 1.26 know it), that is fine."
    };
  return {
    title: `${wheel.wheel} holds modules built for different NumPys`,
    explanation: `${who} was built with NumPy 1.x headers and ${another} with those of NumPy 2 (${counts}): object files of an earlier build were used again.`,
    fix: "Build in a clean folder (without `build/` and old object files), against one NumPy \u2265 2.0."
  };
}
function olderBuild({ culprits, floor }, group) {
  const isOld = culprits.every((one) => erasOf(one).includes("1.x"));
  if (!isOld) return "define `NPY_TARGET_VERSION`, or leave it out.";
  const own = "against the oldest NumPy that it is to run on, since headers up to 1.24 ask for their own release";
  const places = group.flatMap((one) => one.places);
  const with2 = places.filter(
    ({ place }) => place.installable.some((version) => compareMinors(minorOf(version), "2.0") >= 0)
  );
  if (compareMinors(floor, DEFAULT_OF_2) <= 0 || with2.length === 0) return `${own}.`;
  const there = with2.length < places.length ? " for the Pythons that it has wheels for" : "";
  return `${own}, or against NumPy 2.0${there}, which asks for ${DEFAULT_OF_2} and runs on NumPy 2, too.`;
}
var DEFAULT_OF_2 = "1.19";
function apartProse(name, who, floor, asks2, where) {
  return {
    title: `${name} has modules for NumPy ${floor} and newer beside others for 1.x`,
    explanation: `${who} was built for the C-API of NumPy ${floor} and newer, others of the same wheel also for NumPy 1.x, which the metadata lets in: it ${asks2}${where}. Under NumPy 1.x such a module cannot be imported, and whatever imports it without asking for the version fails.`,
    fix: `Build it for the C-API of the others, or declare \`numpy>=${floor}\`. Where your code imports it under NumPy ${floor} and newer only, that is fine: \`--fail-on never\` reports it all the same.`
  };
}
function fixedProse(first, { how, where }, group) {
  const { wheel, culprits } = first;
  const [binary] = culprits;
  const name = `${wheel.distribution} ${wheel.version}`.trimEnd();
  const who = binary ? nameOf(binary, wheel.binaries) : name;
  const numpy = `the ${how} NumPy ${listSome(exactVersions(group), 3)}`;
  const there = `${where} has NumPy ${listSome(exactVersions(group), 3)} beside it${placesText(group)}`;
  const other = how === "locked" ? "Lock" : "Install";
  const newer = `${other} a newer release of ${wheel.distribution}, whose wheels were built for NumPy 2`;
  if (first.kind === "np-api-too-new") {
    return {
      title: `${name} needs a newer NumPy than the ${how} one`,
      explanation: `${who} was built for the C-API of NumPy ${first.floor} and newer, and stops with an error under an older one. ${there}.`,
      fix: `${other} \`numpy>=${first.floor}\`, or an older release of ${wheel.distribution}.`
    };
  }
  if (first.kind === "latent-np1") {
    return {
      title: `${name} reads NumPy 1\u2019s memory layout at a call, beside ${numpy}`,
      explanation: `${who} fetches NumPy's C-API at its first use and without a check of versions${reachOf(binary)}. ${there}: the import works, and a call may crash or return wrong numbers.`,
      fix: `${newer}, or \`numpy<2\`.`
    };
  }
  return {
    title: `${name} cannot run on ${numpy}`,
    explanation: `${who} was built with NumPy 1.x headers, and ${binary?.isLibrary ? "what loads it fails" : "cannot be imported"} under NumPy 2. ${there}.`,
    fix: `${newer}, or \`numpy<2\`.`
  };
}
function exactVersions(group) {
  const all = group.flatMap(({ places }) => places.flatMap(({ versions }) => versions));
  const sorted = [...new Set(all)].sort(compareMinors);
  return sorted.length > 3 ? [`${sorted[0]} to ${sorted.at(-1)}`] : sorted;
}
var LAZY_TOO = " and with pybind11 \u2265 2.12 or rust-numpy \u2265 0.22";
function nameOf(binary, all) {
  if (!binary.isLibrary) return `\`${binary.name}\``;
  const loaders = loadersOf(binary, all).map(({ name }) => `\`${name}\``);
  const by = loaders.length > 0 ? `, which ${listSome(loaders, 3)} load${loaders.length > 1 ? "" : "s"},` : "";
  return `The library \`${binary.file}\`${by}`;
}
function reachOf(binary) {
  const library = binary?.through.find(({ by }) => by === "pybind11" || by === "rust-numpy");
  if (library?.by === "pybind11") return " (pybind11 before 2.12)";
  if (library) return ` (rust-numpy ${library.version ?? "before 0.22"})`;
  return " (code of its own)";
}
function fixOfLazy(binary) {
  const library = binary?.through.find(({ by }) => by === "pybind11" || by === "rust-numpy")?.by;
  const rebuild = library === "pybind11" ? "Rebuild with pybind11 \u2265 2.12" : library === "rust-numpy" ? "Rebuild with rust-numpy \u2265 0.22" : "Call `import_array()` of NumPy \u2265 2 headers instead of fetching `_ARRAY_API`";
  return `${rebuild}, or declare \`numpy<2\`.`;
}
function asks({ places }) {
  const place = places[0]?.place;
  if (place?.asked === "never") return "does not require NumPy, so sets no limit to it";
  const only = place?.asked === "extras" ? "requires NumPy for extras only, and " : "";
  if (!place?.specifier) return `${only}sets no limit to NumPy`;
  return `${only}asks for \`numpy${shortSpecifier(place.specifier)}\``;
}
function versionsText(group) {
  const minors = group.flatMap(({ places }) => places.flatMap((one) => one.versions.map(minorOf)));
  const all = [...new Set(minors)].sort(compareMinors);
  const shown = all.length > 4 ? [...all.slice(0, 3), "\u2026", all.at(-1)] : all;
  return `NumPy ${shown.join(", ")}`;
}
function placesText(group, all = []) {
  const targets = group.flatMap(({ places }) => places.map(({ place }) => place.target));
  if (targets.length === 0) return "";
  const kinds = [
    ["Python", targets.filter((one) => one.implementation === "cpython")],
    ["PyPy", targets.filter((one) => one.implementation === "pypy")]
  ];
  const pythons = kinds.flatMap(([name, of]) => {
    const labels = of.map(({ python, freeThreaded }) => `${python}${freeThreaded ? "t" : ""}`);
    const sorted = [...new Set(labels)].sort(compareMinorLabels);
    if (sorted.length === 0) return [];
    return [`${name} ${sorted.length > 3 ? `${sorted[0]}\u2013${sorted.at(-1)}` : sorted.join(", ")}`];
  });
  const platforms = [...new Set(targets.map(({ platform }) => platform))].sort();
  const fixed = group.some(({ wheel }) => wheel.beside.kind === "fixed");
  const isSome = all.some((one) => !platforms.includes(one));
  const on = platforms.length > 1 || fixed || isSome ? ` on ${listSome(platforms, 6)}` : "";
  return ` (${pythons.join(", ")}${on})`;
}
function compareMinorLabels(a, b) {
  return Number.parseInt(a.slice(2), 10) - Number.parseInt(b.slice(2), 10) || (a < b ? -1 : 1);
}

// src/audit/wheel-problem.ts
function problemKey(problem) {
  const { kind, wheel, severity } = problem;
  const floor = "floor" in problem ? problem.floor : "";
  const where = wheel.beside.kind === "fixed" ? wheel.beside.where : "";
  return JSON.stringify([kind, wheel.distribution, wheel.version, severity, floor, where]);
}

// src/audit/wheels-disagree.ts
function disagreements(wheels, numpy) {
  const releases = groupBy(
    wheels.filter(({ beside }) => beside.kind !== "fixed"),
    ({ distribution, version }) => JSON.stringify([distribution, version])
  );
  return [...releases.values()].flatMap((group) => {
    const old = group.filter((one) => wheelNeeds(one).belowNumpy2 && mayMeetNumpy2(one, numpy));
    const recent = group.filter((wheel) => {
      const needs = wheelNeeds(wheel);
      return !needs.belowNumpy2 && needs.recent.length > 0;
    });
    const [first, second] = [old[0], recent[0]];
    if (!first || !second) return [];
    const names2 = [...old, ...recent].map((one) => one.wheel);
    return [
      auditFinding(first, names2, [], void 0, {
        kind: "wheels-disagree",
        severity: "warning",
        title: `The wheels of ${first.distribution} ${first.version} need different NumPys`,
        explanation: `${first.wheel} was built for NumPy 1.x, ${second.wheel} for NumPy 2: users get another answer on another Python or system (${old.length} and ${recent.length} wheels).`,
        fix: "Build all wheels of a release against the same NumPy, 2.0 or newer."
      })
    ];
  });
}
function mayMeetNumpy2(wheel, numpy) {
  return placesOf(wheel, numpy).some(({ installable }) => installable.some(isNumpy2));
}

// src/audit/judge-audit.ts
function judgeAudit(files, numpy) {
  const wheels = files.filter((one) => one.kind === "wheel");
  const seen = new Map(wheels.map((wheel) => [wheel, withoutStrangers(wheel)]));
  const own = new Map([...seen].map(([wheel, one]) => [wheel, judgeWheel(one, numpy)]));
  const lost = lostModules(wheels);
  const findings = [
    ...files.flatMap((one) => one.kind === "unreadable" ? [unreadable(one)] : []),
    ...lost.map(({ finding }) => finding),
    ...folded([...own.values()].flat(), [...seen.values()]),
    ...disagreements([...seen.values()], numpy)
  ].toSorted((a, b) => compareSeverity(a.severity, b.severity));
  return {
    wheels,
    findings,
    rows: files.map((one) => {
      if (one.kind === "unreadable") return blank(one);
      const more = lost.flatMap(({ finding, wheels: of }) => of.includes(one) ? [finding] : []);
      return row(seen.get(one) ?? one, [...more, ...own.get(one) ?? []]);
    })
  };
}
function withoutStrangers(wheel) {
  const strangers = strangersOf(wheel);
  if (strangers.length === 0) return wheel;
  return { ...wheel, binaries: wheel.binaries.filter((one) => !strangers.includes(one)) };
}
function row(wheel, problems) {
  const needs = wheelNeeds(wheel);
  const targets = targetsOf(wheel);
  const pure = wheel.binaries.length === 0 && wheel.tags.every((tag) => tag.endsWith("-any"));
  const nowhere = targets.length === 0 && !pure;
  return {
    wheel: wheel.wheel,
    distribution: wheel.distribution,
    version: wheel.version,
    pythons: [...new Set(targets.map(pythonName))],
    platforms: [...new Set(targets.map(({ platform }) => platform))],
    judged: nowhere ? "nowhere" : "everywhere",
    needs: nowhere && wheel.binaries.length === 0 ? "not read" : describeNeeds(needs, wheel.binaries),
    declared: declaredFor(wheel, targets),
    through: describeAccess(wheel.binaries),
    unknown: needs.unknown.length,
    kinds: problems.toSorted((a, b) => compareSeverity(a.severity, b.severity)).map(({ kind }) => kind).filter((kind, at, all) => all.indexOf(kind) === at)
  };
}
function blank({ wheel }) {
  const nothing = { distribution: "", version: "", declared: "", through: "", unknown: 0 };
  const nowhere = { pythons: [], platforms: [], judged: "nowhere" };
  return { ...nothing, ...nowhere, wheel, needs: "unreadable", kinds: ["bad-wheel"] };
}
function pythonName({ implementation, python, freeThreaded }) {
  return `${implementation === "pypy" ? "pypy" : ""}${python}${freeThreaded ? "t" : ""}`;
}
function declaredFor(wheel, targets) {
  if (wheel.beside.kind === "fixed") {
    const { numpys, how } = wheel.beside;
    const said2 = numpys.map(({ specifier }) => `numpy${specifier}`);
    return `${[...new Set(said2)].join(" / ")} (${how})`;
  }
  const tagged = wheel.tags.some((tag) => !tag.endsWith("-any"));
  if (targets.length === 0 && tagged) return "";
  const said = targets.map(({ markers }) => {
    const declared = declaredNumpy(wheel.requirements, markers, [], wheel.distribution);
    if (declared.kind === "not-required") return "not required";
    return declared.kind === "direct" ? declared.line : shortSpecifier(declared.specifier) || "any";
  });
  const all = [...new Set(said)];
  if (all.length > MOST_SPECIFIERS) return `${all[0]} \u2026 ${all.at(-1)}`;
  return all.join(" / ") || "not required";
}
function unreadable({ wheel, reason }) {
  return auditFinding({ wheel, distribution: wheel, version: "" }, [wheel], [], void 0, {
    kind: "bad-wheel",
    severity: "error",
    title: `${wheel} cannot be read as a wheel`,
    // Libraries end their sentences, some with more than one stop.
    explanation: `${reason.replace(/[.\s]+$/, "")}.`,
    fix: "Build or download the wheel again; leave files out that are no wheels."
  });
}
var MOST_SPECIFIERS = 3;
function releaseOf({ distribution, version }) {
  return JSON.stringify([distribution, version]);
}
function folded(problems, wheels) {
  const releases = groupBy(wheels, releaseOf);
  const groups = /* @__PURE__ */ new Map();
  for (const problem of problems) {
    const key = problemKey(problem);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].map((group) => {
    const all = releases.get(releaseOf(group[0].wheel)) ?? [];
    return tellProblems(
      group,
      all.flatMap((one) => targetsOf(one).map(({ platform }) => platform))
    );
  });
}

// src/commands/audit/index-in-force.ts
async function indexOf(config, world, needed) {
  try {
    const progress = needed ? world.progress : { ...world.progress, notice: () => void 0 };
    return (await prepareTools(config, world.cwd, { ...world, progress })).index;
  } catch (error) {
    if (!needed && error instanceof UserError && error.exitCode === EXIT.setUp) return null;
    throw error;
  }
}
var NO_NUMPY = "The package index could not be asked which NumPys can be installed: only caps are judged";
async function numpyPage(index, needed) {
  try {
    const page = await index.fetchProject("numpy");
    return page.files.length > 0 ? page : null;
  } catch (error) {
    if (!needed && error instanceof UserError && error.exitCode === EXIT.setUp) return null;
    throw error;
  }
}

// src/commands/audit/this-platform.ts
var FORMATS = { linux: "elf", macos: "macho", windows: "pe" };
var MACHINES = {
  x64: "x86_64",
  arm64: "aarch64",
  ia32: "i686"
};
function thisPlatform() {
  const processor = THIS_MACHINE.split("-").at(-1) ?? "";
  const format = FORMATS[THIS_PLATFORM.system];
  return builtPlatform(format, MACHINES[processor] ?? processor) ?? "linux-x86_64";
}

// src/commands/audit/index-wheels.ts
function releaseOf2(project, specifier) {
  const pinned = /^={2,3}[^*,]+$/.test(specifier);
  return listReleases(project).filter(({ version, prerelease, yanked }) => {
    const wanted = pinned || !(prerelease || yanked);
    return wanted && (specifier === "" || allows(specifier, version));
  }).at(-1);
}
function lockedWheels(files, { wheels, hashes }) {
  const all = files.filter(({ isWheel }) => isWheel);
  if (wheels.length + hashes.length === 0) return { kind: "listed", wheels: all };
  const names2 = new Set(wheels.map((one) => one.toLowerCase()));
  const listed = files.filter(
    ({ filename, sha256 }) => names2.has(filename.toLowerCase()) || sha256 !== null && hashes.includes(sha256)
  );
  if (listed.length > 0) {
    const own = listed.filter(({ isWheel }) => isWheel);
    return own.length > 0 ? { kind: "listed", wheels: own } : { kind: "sources" };
  }
  const isKnown = files.every(({ sha256 }) => sha256 !== null);
  return hashes.length > 0 && isKnown ? { kind: "mismatch" } : { kind: "others", wheels: all };
}
function oneForEachPlatform(files, wanted) {
  const byPlatform = /* @__PURE__ */ new Map();
  for (const file of files) {
    const targets = wheelTargets({ tags: file.tags, requiresPython: file.requiresPython ?? "" });
    for (const target of targets.filter(wanted)) {
      const { platform, implementation, freeThreaded, python } = target;
      const key = `${implementation} ${freeThreaded} ${platform}`;
      const entry = { file, minor: Number(python.slice(2)) };
      byPlatform.set(key, [...byPlatform.get(key) ?? [], entry]);
    }
  }
  const chosen = [...byPlatform.values()].flatMap((entries) => {
    const sorted = entries.toSorted((a, b) => a.minor - b.minor);
    return [sorted[0]?.file, sorted.at(-1)?.file].flatMap((file) => file ?? []);
  });
  return [...new Set(chosen)];
}

// src/commands/audit/package-wheels.ts
async function packageWheels({ text, name, specifier }, allPlatforms, index) {
  const project = await index.fetchProject(name);
  const release = releaseOf2(project, specifier);
  if (release === void 0) {
    const all = listReleases(project);
    const allowed = all.filter(({ version: version2 }) => specifier === "" || allows(specifier, version2));
    const reason = all.length === 0 ? `${name} is not on the package index in force` : allowed.length === 0 ? `${name} has no release that ${specifier} allows; the newest is ${all.at(-1)?.version}` : `${text} has only pre-releases and withdrawn releases`;
    return { kind: "unknown", reason, remedy: "Check the name and the version" };
  }
  const { version, wheels } = release;
  const nothing = (reason, remedy) => ({
    kind: "nothing",
    version,
    reason: `${name} ${version} ${reason}`,
    remedy
  });
  if (wheels.length === 0)
    return nothing("has no wheel: only sources", "Audit a wheel that you built of it");
  const compiled = wheels.filter(({ tags }) => tags.some((tag) => !tag.endsWith("-any")));
  if (compiled.length === 0) return nothing("is Python code alone", "It needs no audit");
  if (allPlatforms) return { kind: "wheels", version, wheels: compiled };
  const here = compiled.filter(
    ({ tags }) => wheelTargets({ tags }).some(({ platform }) => platform === thisPlatform())
  );
  return here.length > 0 ? { kind: "wheels", version, wheels: here } : nothing(
    `has no wheel for this platform (${thisPlatform()})`,
    "Add --all-platforms to read those of the others"
  );
}

// src/commands/audit/remote-wheels.ts
var MOST_BYTES = 4 * 2 ** 30;
var MOST_SECONDS = 20 * 60;
var REMOTE_AT_ONCE = 4;
function createRemoteWheels(index, { progress, processes }, limiter, mostSeconds = MOST_SECONDS) {
  const bounded = (cut) => {
    const bound = cut === "time" ? `${mostSeconds / 60} minutes` : `${MOST_BYTES / 2 ** 30} GiB`;
    return { kind: "left", because: "bound", why: `The bound of ${bound} was met` };
  };
  let begun;
  const budgetOf = () => begun ??= createReadBudget(MOST_BYTES, mostSeconds, processes.signal);
  const left = /* @__PURE__ */ new Map();
  const spent = () => `${Math.round((MOST_BYTES - budgetOf().left) / 2 ** 20)} MiB`;
  const read = async (file, beside) => {
    const budget = budgetOf();
    if (budget.cut !== void 0) return bounded(budget.cut);
    const open = async () => {
      const wheel = await index.openWheel(file, budget);
      if (wheel !== void 0) return wheel;
      throw new UserError(NOT_THERE, { exitCode: EXIT.setUp });
    };
    try {
      const wheel = await readWheel(file.filename, open, beside);
      processes.signal.throwIfAborted();
      if (wheel.kind === "wheel" || budget.cut === void 0) return wheel;
      return bounded(budget.cut);
    } catch (error) {
      processes.signal.throwIfAborted();
      if (budget.cut !== void 0) return bounded(budget.cut);
      if (!(error instanceof UserError && error.exitCode === EXIT.setUp)) throw error;
      const because = error.message === NOT_THERE ? "missing" : "unreachable";
      return { kind: "left", because, why: error.message };
    }
  };
  return {
    readAll: (wanted) => {
      let done = 0;
      return together(
        wanted.map(
          ({ file, beside }) => limiter.run(async () => {
            const doing = [`${file.filename} (${spent()} read)`];
            progress.update({ doing, done, total: wanted.length, failed: 0, of: "wheels" });
            const wheel = await read(file, beside);
            done += 1;
            if (wheel.kind !== "left") return wheel;
            const group = left.get(wheel.why) ?? { because: wheel.because, names: [] };
            group.names.push(file.filename);
            left.set(wheel.why, group);
            return void 0;
          })
        )
      ).then((all) => all.flatMap((one) => one ?? []));
    },
    unread: () => [...left].map(([why, { because, names: names2 }]) => ({
      kind: because,
      text: `${why}: ${plural(names2.length, "wheel")} not read (${listSome(names2, 3)})`
    })),
    end: () => begun?.end()
  };
}
var NOT_THERE = "The package index lists them and does not hand them out";

// src/packaging/requirement-list.ts
function parseRequirementList(text, shown) {
  const found = /* @__PURE__ */ new Map();
  const problems = [];
  for (const [at, raw] of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, "").replace(/\\\s*$/, "").replaceAll(/\s--[a-z-]+(?:[= ]\S+)?/g, "").trim();
    if (line === "" || /^--(?!editable\b|requirement\b|constraint\b)/.test(line)) continue;
    const read = /^(?:-|\.{0,2}[/\\]|\.)/.test(line) ? void 0 : parseRequirement(line);
    if (read?.kind !== "requirement" || read.url !== null) {
      problems.push(
        `${shown}, line ${at + 1}: ${JSON.stringify(line)} names no package of an index`
      );
      continue;
    }
    const { name, specifier } = read;
    const one = { text: `${name}${specifier}`, name, specifier, line: at + 1 };
    if (!found.has(one.text)) found.set(one.text, one);
  }
  return { requirements: [...found.values()], problems };
}

// src/commands/audit/wanted-packages.ts
async function wantedPackages({ subject: { spec, requirements }, axes: { shard } }, { files }, readInput) {
  if (spec.kind !== "packages") return [];
  const named = spec.requirements.map(namedPackage);
  const listed = requirements === null ? [] : await listFrom(requirements, files, readInput);
  const all = [...named, ...listed];
  const once = all.filter(({ text }, at) => all.findIndex((one) => one.text === text) === at);
  return shard === null ? once : partOf(once, shard);
}
function partOf(all, { index, count }) {
  return all.filter((_, at) => at % count === index - 1);
}
function namedPackage(text) {
  const read = parseRequirement(text);
  if (read.kind === "problem") {
    const { message, remedy } = read;
    throw new UserError(message, { exitCode: EXIT.usage, remedy });
  }
  const { name, specifier } = read;
  return { text: `${name}${specifier}`, name, specifier, how: "named", place: null };
}
async function textOf(file, files) {
  const bytes = await files.read(file);
  return bytes && listText(bytes);
}
async function listFrom(file, files, readInput) {
  const isInput = file === "-";
  const shown = isInput ? "standard input" : file;
  const text = isInput ? await readInput?.() : await textOf(file, files);
  if (text === void 0) {
    throw new UserError(
      isInput ? "Nothing comes in here from outside" : `There is no readable file ${file}`,
      { exitCode: EXIT.usage, remedy: "Name a file with one requirement a line" }
    );
  }
  const { requirements, problems } = parseRequirementList(text, shown);
  if (problems.length > 0) {
    throw new UserError(problems.slice(0, 20).join("\n"), {
      exitCode: EXIT.usage,
      remedy: "Write one requirement a line, such as pandas or pandas==2.2.3; # begins a comment"
    });
  }
  if (requirements.length === 0) {
    throw new UserError(`There is no requirement in ${shown}`, {
      exitCode: EXIT.usage,
      remedy: "Write one requirement a line, such as pandas or pandas==2.2.3"
    });
  }
  return requirements.map(({ line, ...one }) => ({
    ...one,
    how: "listed",
    place: isInput ? null : { file, line }
  }));
}

export {
  numpysFor,
  judgeAudit,
  indexOf,
  NO_NUMPY,
  numpyPage,
  releaseOf2 as releaseOf,
  lockedWheels,
  oneForEachPlatform,
  thisPlatform,
  packageWheels,
  REMOTE_AT_ONCE,
  createRemoteWheels,
  wantedPackages
};
