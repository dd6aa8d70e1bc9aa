import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SMOKE
} from "./chunk-K3GDEMVZ.mjs";
import {
  orderFindings
} from "./chunk-XJSSRWXH.mjs";
import {
  makeFinding
} from "./chunk-BKSPMOWK.mjs";
import {
  BUILD_RULES,
  FAILURE_RULES,
  INTEGRITY_RULES,
  NOBODY,
  QUIET_RULES,
  buildFailed,
  buildNumpyItself,
  diagnoseSwallowed,
  diagnosed,
  failedLoads,
  highestFloor,
  knownProvider,
  listOf,
  noNetwork,
  numpyForPython,
  numpyItself,
  ofEach,
  pyWrongTag,
  pythonPart,
  readSymptoms,
  removedModule,
  resolverConflict,
  whereToGet
} from "./chunk-LL6UFCXA.mjs";
import {
  compareSeverity
} from "./chunk-K5KKDCIZ.mjs";
import {
  compareMinors
} from "./chunk-MKIBGSSI.mjs";
import {
  compareNumpy
} from "./chunk-PLGXYP7V.mjs";
import {
  groupBy,
  plainLines,
  plural
} from "./chunk-C5GTPLUR.mjs";

// src/judge/findings/upgrade.ts
var KINDS = [
  "np1-on-np2",
  "np-abi-mismatch",
  "latent-np1",
  "silent-corruption"
];
function upgradable(found) {
  const { fault, culprit, kind, inner } = found;
  const { distribution, version } = culprit;
  if (fault !== "dependency" || distribution === null || version === null) return void 0;
  return KINDS.includes(inner ?? kind) ? { distribution, version } : void 0;
}
function upgradeWanted(found, planned) {
  const culprit = upgradable(found);
  const combination = planned.find(({ id }) => id === found.combinations.at(-1));
  return culprit && combination ? { culprit, python: combination.python, combination } : void 0;
}
function upgradeFix({ distribution: name, python, search }) {
  switch (search.kind) {
    case "unknown":
      return null;
    case "found": {
      const what = search.first ? `${name} ${search.version} is the first release whose wheel for Python ${python} runs on NumPy 2` : `the wheel of ${name} ${search.version} for Python ${python} runs on NumPy 2`;
      return `Upgrade: ${what}. Require \`${name}>=${search.version}\`, or \`numpy<2\` as long as you cannot.`;
    }
    case "none": {
      const newest = `even the newest release with a wheel for Python ${python}, ${name} ${search.newest}, was built for NumPy 1.x`;
      return `Require \`numpy<2\`: ${newest}. Report it to the maintainers of ${name}.`;
    }
    default:
      return search;
  }
}

// src/judge/findings/scope-of.ts
function scopeOf(found, { modules, culprits, here, works }, known) {
  return {
    numpys: [...new Set(here.map((one) => one.numpy))].toSorted(compareNumpy),
    pythons: [...new Set(here.map((one) => one.python))],
    planned: known.planned ?? [],
    modules,
    culprits,
    alone: here.length === 1 && !works,
    boundaries: known.bisected.filter((one) => concerns(one, found.severity, modules, here)),
    floor: known.floor ?? null,
    upgrade: upgradeOf(found, here, known.advice)
  };
}
function scopeFacts({ boundaries: [one], upgrade }) {
  const found = upgrade?.search.kind === "found" ? upgrade.search.version : null;
  return {
    ...one && { lastPassing: one.lastPassing, firstFailing: one.firstFailing },
    ...found !== null && { upgradeTo: found }
  };
}
function concerns({ python, modules, firstFailing }, severity, own, here) {
  return severity === "error" && own.some((module) => modules.includes(module)) && here.some((one) => one.python === python && one.numpy === firstFailing);
}
function upgradeOf(found, here, advice) {
  const wanted = upgradeWanted(found, here);
  const about = advice.find(
    ({ distribution, version, python }) => distribution === wanted?.culprit.distribution && version === wanted.culprit.version && python === wanted.python
  );
  return about ?? null;
}

// src/judge/findings/absent-releases.ts
var ASKED = /`numpy(>=|<)(\d+(?:\.\d+)*)`/g;
function absentReleases(fix, pythons) {
  const asked = [...new Map([...fix.matchAll(ASKED)].map((one) => [one[0], one])).values()];
  return asked.map(
    ([, operator = "", version = ""]) => operator === "<" ? noneBelow(version, pythons.fails) : noneFrom(version, pythons.all)
  ).filter((one) => one !== "").join(" ");
}
function noneFrom(version, pythons) {
  const without = pythons.filter((python2) => {
    const last2 = numpyForPython(python2)?.last;
    return last2 !== void 0 && compareMinors(version, last2) > 0;
  });
  const [python] = without.slice(-1);
  if (python === void 0) return "";
  const last = numpyForPython(python)?.last;
  const begins = pythons.find((one) => !without.includes(one) && numpyForPython(one) !== void 0);
  const marker = begins && /^3\.\d+/.exec(begins)?.[0];
  const way = marker ? `there \`numpy>=${version}; python_version >= "${marker}"\` leaves an older one` : "there only an older C-API, or a newer Python, helps";
  return `Python ${listOf(without)} ${without.length === 1 ? "has" : "have"} no such NumPy (${without.length === 1 ? "its" : "the"} last is ${last}): ${way}.`;
}
function noneBelow(version, pythons) {
  const without = pythons.filter((python2) => {
    const first2 = numpyForPython(python2)?.first;
    return first2 !== void 0 && compareMinors(first2, version) >= 0;
  });
  const [python] = without;
  if (python === void 0) return "";
  const have = without.length === 1 ? "has" : "have";
  return `Python ${listOf(without)} ${have} no NumPy below ${version} (the first there is ${numpyForPython(python)?.first}): \`numpy<${version}\` is no way out there.`;
}

// src/judge/findings/boundary-sentence.ts
function boundarySentence({
  python,
  lastPassing,
  firstFailing,
  untried,
  environments
}) {
  const upwards = compareNumpy(lastPassing, firstFailing) < 0;
  const place = upwards ? `NumPy ${firstFailing} is the first release that fails, ${lastPassing} the last that works` : `NumPy ${lastPassing} is the first release that works, ${firstFailing} the last that fails`;
  const gap = untried.length === 0 ? "" : `; between them ${untried.join(", ")} could not be tried here`;
  const cost = environments === 0 ? "no further environment" : `${environments} environment${environments === 1 ? "" : "s"} more`;
  return `${place}${gap} (bisect on Python ${python}, ${cost}).`;
}

// src/judge/findings/tell-finding.ts
function tellFinding(found, scope) {
  const { title, explanation, fix } = found.tell(scope);
  const boundaries = new Set(scope.boundaries.map(boundarySentence));
  const parts = [explanation, concerned(found, scope), ...boundaries];
  const advised = (scope.upgrade && upgradeFix(scope.upgrade)) ?? fix;
  const pythons = { all: scope.planned, fails: scope.pythons };
  return {
    title,
    explanation: parts.filter((one) => one !== "").join(" "),
    fix: [advised, absentReleases(advised, pythons)].filter((one) => one !== "").join(" ")
  };
}
function concerned({ severity }, { modules, culprits }) {
  if (modules.length < 2) return "";
  if (culprits.length > 1) {
    return `The same holds for ${plural(modules.length - 1, "more module", "more modules")}.`;
  }
  return `It ${severity === "error" ? "takes down" : "concerns"} ${modules.length} modules.`;
}

// src/judge/findings/told-better.ts
function toldBetter(items) {
  const [byFile, byModule] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
  const all = /* @__PURE__ */ new Map();
  const toldOf = (diagnosis) => {
    const { kind, severity, culprit } = diagnosis;
    const key = JSON.stringify([kind, severity, culprit.file, culprit.module]);
    const known = all.get(key);
    if (known) return known;
    const told = { diagnosis, combinations: /* @__PURE__ */ new Set() };
    all.set(key, told);
    add(byFile, culprit.file, told);
    add(byModule, culprit.module, told);
    return told;
  };
  const once = ofEach(toldOf);
  for (const { diagnosis, combination } of items) once(diagnosis).combinations.add(combination.id);
  return ({ diagnosis: { kind, severity, culprit }, combination }) => {
    if (severity === "error") return false;
    const others = [
      ...byFile.get(culprit.file ?? "") ?? [],
      ...byModule.get(culprit.module ?? "") ?? []
    ];
    return others.some(({ diagnosis: other, combinations }) => {
      if (compareSeverity(other.severity, severity) >= 0) return false;
      if (!sameCulprit(culprit, other.culprit)) return false;
      return other.kind === kind || kind === "swallowed" && combinations.has(combination.id);
    });
  };
}
function add(index, name, one) {
  if (name === null) return;
  const list = index.get(name);
  if (list) list.push(one);
  else index.set(name, [one]);
}
function sameCulprit(a, b) {
  if (a.file !== null && b.file !== null) return a.file === b.file;
  return a.module !== null && a.module === b.module;
}

// src/judge/findings/fold.ts
var NOTHING_MORE = { bisected: [], advice: [] };
function foldFindings(items, passes = [], known = NOTHING_MORE) {
  const isToldBetter = toldBetter(items);
  const kept = items.filter((item) => !isToldBetter(item));
  const cause = ofEach(causeOf);
  const groups = groupBy(kept, (item) => cause(item.diagnosis));
  const passed = groupBy(passes, ({ module }) => module);
  const floors = new Set(kept.map(({ diagnosis }) => diagnosis.floor));
  const all = { ...known, floor: highestFloor([...floors, known.floor ?? null]) };
  return orderFindings([...groups.values()].map((group) => foldGroup(group, passed, all)));
}
var HIDDEN = ["swallowed", "latent-np1"];
function causeOf({ kind, severity, culprit, inner, key }) {
  const who = culprit.distribution ?? culprit.module ?? culprit.file;
  return JSON.stringify([kind, severity, who, inner, key]);
}
function foldGroup(group, passed, known) {
  const first2 = mostFrequent(group);
  const targets = new Set(group.map((item) => item.module));
  const here = unique(group.map((item) => item.combination));
  const ids = new Set(here.map((one) => one.id));
  const works = [...targets].some(
    (module) => passed.get(module)?.some(({ combination }) => !ids.has(combination.id))
  );
  const modules = modulesOf(group);
  const diagnoses = [...new Set(group.map((item) => item.diagnosis))];
  const versions = new Set(diagnoses.map((one) => one.culprit.version));
  const culprit = versions.size === 1 ? first2.culprit : { ...first2.culprit, version: null };
  const found = { ...first2, culprit, combinations: here.map((one) => one.id) };
  const culprits = [...new Set(diagnoses.flatMap((one) => one.culprit.module ?? []))];
  const scope = scopeOf(found, { modules, culprits, here, works }, known);
  return makeFinding(
    { ...first2, id: first2.kind },
    {
      ...found,
      ...tellFinding(first2, scope),
      category: categoryOf(first2, here, works),
      facts: { ...first2.facts, ...scopeFacts(scope) },
      modules
    }
  );
}
function modulesOf(group) {
  const names = group.map(
    ({ diagnosis, module }) => HIDDEN.includes(diagnosis.kind) ? diagnosis.culprit.module ?? module : module
  );
  const own = [...new Set(names)].filter((name) => name !== "").sort();
  return own.length > 1 ? own.filter((name) => name !== SMOKE) : own;
}
function mostFrequent(all) {
  const floor = highestFloor([...new Set(all.map(({ diagnosis }) => diagnosis.floor))]);
  const group = all.filter(({ diagnosis }) => diagnosis.floor === floor);
  const textOf = ofEach((culprit) => JSON.stringify(culprit));
  const byCulprit = groupBy(group, (item2) => textOf(item2.diagnosis.culprit));
  const [largest] = [...byCulprit.values()].toSorted((a, b) => b.length - a.length);
  const [item] = largest ?? group;
  if (!item) throw new Error("a group of findings is never empty");
  return item.diagnosis;
}
function unique(combinations) {
  return [...new Map([...new Set(combinations)].map((one) => [one.id, one])).values()];
}
function categoryOf(found, here, works) {
  const open = found.category === "loader" || found.category === "unclassified";
  const spread = here.some((one) => here.some((two) => compareMinors(one.numpy, two.numpy) !== 0));
  return found.kind === "swallowed" && open && spread && !works ? "unrelated" : found.category;
}

// src/judge/set-up/build-failure.ts
var NETWORK = /(?:Temporary failure in name resolution|Name or service not known|Connection refused|Connection reset|Connection timed out|network is unreachable|Failed to establish a new connection|error sending request for url|dns error|Could not connect to|getaddrinfo)/i;
var ERROR_LINE = /(?:^|[\s:])(?:fatal )?error(?: [A-Z]{1,4}\d+)?: |^ERROR|^error|Error: |undefined reference to|ninja: build stopped/;
function diagnoseBuildFailure(output, stage) {
  const lines = plainLines(output).map((line) => line.trimEnd());
  for (const rule of BUILD_RULES) {
    for (const line of lines) {
      const found = diagnoseBuildLine(line, [rule], lines);
      if (found) return found;
    }
  }
  const offline = lines.findLast((line) => NETWORK.test(line));
  if (offline) return diagnoseNoNetwork([offline]);
  const kind = stage === "build" ? buildFailed : resolverConflict;
  const title = stage === "build" ? "The build failed" : "The requirements could not be installed";
  return statement(
    kind,
    stage === "build" ? "own" : "environment",
    lastErrors(lines),
    title,
    kind.remedy
  );
}
function diagnoseUnmetBuild(evidence, remedy) {
  const title = "The build failed: something that it needs is not installed";
  return statement(
    buildFailed,
    "environment",
    evidence,
    title,
    `${remedy}${/[.!]$/.test(remedy) ? "" : "."}`
  );
}
function diagnoseNoNetwork(evidence) {
  const title = "A server could not be reached";
  return statement(noNetwork, "environment", evidence, title, noNetwork.remedy);
}
function diagnoseNumpysBuild(evidence, version) {
  const fix = buildNumpyItself.remedy;
  return statement(buildNumpyItself, "environment", evidence, numpyItself(version), fix);
}
function diagnoseBuildLine(line, rules = BUILD_RULES, context = [line]) {
  for (const rule of rules) {
    if (!rule.hint.test(line)) continue;
    const match = rule.pattern.exec(line);
    if (!match || /\bwarning: |\bnote: /.test(line)) continue;
    const own = rule.category !== "environment";
    const named = match.slice(1).find((one) => one !== void 0) ?? null;
    return statement(
      rule,
      own ? "own" : "environment",
      evidenceOf(rule, line, context),
      rule.title(match),
      rule.fix(match),
      { hints: { ...rule.hints, ...sourceOf(line) }, facts: { named }, key: [named] }
    );
  }
  return void 0;
}
function evidenceOf(rule, line, context) {
  const more = context.filter((one) => rule.pattern.test(one) && one !== line);
  return [line, ...more].slice(0, 4).map((one) => one.length > 400 ? `${one.slice(0, 400)}\u2026` : one);
}
function sourceOf(line) {
  const [, file, number] = /^(?:\S*: )?((?:[A-Za-z]:)?[^\s:(]+\.\w+)[:(](\d+)/.exec(line) ?? [];
  if (!file || /[\\/](?:numpy|python[\d.]*)[\\/]/.test(file)) return {};
  return { source: { file, line: Number(number) } };
}
function lastErrors(lines) {
  const told = lines.filter((line) => line.trim() !== "");
  const errors = told.filter((line) => ERROR_LINE.test(line));
  return (errors.length > 0 ? errors : told).slice(-8);
}
function statement(kind, fault, evidence, title, fix, more = {}) {
  const tell = () => ({ title, explanation: kind.means, fix });
  return {
    ...diagnosed(kind, { ...more, fault, culprit: NOBODY, tell, evidence: [] }),
    evidence
  };
}

// src/judge/diagnose/diagnose.ts
var WEAK = [
  "unclassified",
  "init-failed",
  "py-init-broken",
  "module-not-found"
];
function diagnoseAll(evidence) {
  const symptoms = readSymptoms(evidence);
  const broken = first(INTEGRITY_RULES, symptoms);
  if (broken) return [broken];
  const { outcome } = evidence.observation;
  switch (outcome.kind) {
    case "imported":
      return diagnoseSuccess(symptoms);
    case "not-run": {
      const tag = outcome.reason === "wrong-tag" ? pyWrongTag.match(symptoms) : void 0;
      return tag ? [tag] : [];
    }
    case "raised":
    case "signalled":
    case "exited":
    case "timed-out": {
      const found = explainFailure(evidence, symptoms);
      return found ? [found] : [];
    }
    default:
      return outcome;
  }
}
function first(rules, symptoms) {
  for (const rule of rules) {
    const found = rule.match(symptoms);
    if (found) return found;
  }
  return void 0;
}
function explainFailure(evidence, symptoms) {
  const found = first(FAILURE_RULES, symptoms);
  if (evidence.observation.outcome.kind !== "raised") return found;
  if (found && !WEAK.includes(found.kind)) return found;
  for (const load of failedLoads(evidence.observation.events)) {
    if (load.file === symptoms.culpritPath) continue;
    const owner = evidence.ownerOf(load.file)?.distribution;
    const related = owner !== void 0 && owner === evidence.module?.distribution;
    if (!related) continue;
    const other = first(FAILURE_RULES, readSymptoms(evidence, load));
    if (other && !WEAK.includes(other.kind)) return other;
  }
  return found;
}
function diagnoseSuccess(symptoms) {
  const hidden = diagnoseSwallowed(symptoms);
  const quiet = [];
  for (const rule of QUIET_RULES) {
    const found = rule.match(symptoms);
    if (found) quiet.push(found);
  }
  if (hidden.length === 0 && quiet.length <= 1) return quiet;
  const files = new Set(hidden.map((one) => one.culprit.file ?? one.culprit.distribution));
  const others = quiet.filter(
    ({ kind, culprit }) => kind !== "latent-np1" || !(files.has(culprit.file) || files.has(culprit.distribution))
  );
  return sorted([...hidden, ...others]);
}
function sorted(found) {
  return found.toSorted((a, b) => compareSeverity(a.severity, b.severity));
}

// src/judge/set-up/missing-build-requirement.ts
var DISTRIBUTIONS = {
  pkg_resources: "setuptools<82",
  distutils: "setuptools",
  numpy: "numpy>=2.0"
};
var NUMPY_DISTUTILS = "`numpy.distutils`, which Python 3.12 and later no longer have and which needs `setuptools<60`: move the build to meson-python or scikit-build-core";
var UNSEEN_BY_MYPYC = /(?:^(?:src[\\/])?([\w-]+)[\\/][^\n:]*:\d+: )?error: Cannot find implementation or library stub for module named "([\w.]+)"/m;
var NUMPY_BY_MESON = /ERROR: Dependency ['"]numpy['"] not found/i;
var NUMPY_BY_CMAKE = /Could NOT find Python3? \(missing:(?:(?!Development|Interpreter)[^)\n])*\bNumPy/;
var NUMPYS_PACKAGE = /Could not find a package configuration file provided by "NumPy"/;
function missingBuildRequirement(text) {
  if (NUMPY_BY_MESON.test(text)) {
    return "meson\u2019s `dependency('numpy')` asks for `numpy-config`, which NumPy 2.0 and later bring: ask for `numpy>=2.0` in `[build-system] requires`; the result runs on NumPy 1.x as well. For an older NumPy take its include directory from `numpy.get_include()` instead, by `run_command`.";
  }
  if (NUMPY_BY_CMAKE.test(text)) {
    return "CMake\u2019s `find_package(Python COMPONENTS NumPy)` finds no NumPy in the build environment: ask for `numpy>=2.0` in `[build-system] requires`; the result runs on NumPy 1.x as well.";
  }
  if (NUMPYS_PACKAGE.test(text)) {
    return "CMake\u2019s `find_package(NumPy)` finds nothing, since NumPy has no CMake package of its own: write `find_package(Python REQUIRED COMPONENTS Interpreter Development.Module NumPy)` and link `Python::NumPy`, with `numpy>=2.0` in `[build-system] requires`.";
  }
  const [, folder, whole] = UNSEEN_BY_MYPYC.exec(text) ?? [];
  const unseen = whole?.split(".")[0];
  if (unseen !== void 0 && unseen === folder) {
    return `mypyc compiles what mypy accepts, and the project\u2019s own \`${whole}\` is not there yet when it does: make it before (a build hook that writes a version runs too late), or write \`# type: ignore[import-not-found]\` behind the import.`;
  }
  if (unseen !== void 0) {
    const asked = DISTRIBUTIONS[unseen] ?? knownProvider(unseen) ?? unseen;
    return `mypyc compiles what mypy accepts, and that finds no \`${unseen}\` in the build environment: ask for \`${asked}\` in \`[build-system] requires\`, or write \`# type: ignore[import-not-found]\` behind the import.`;
  }
  const module = /^ModuleNotFoundError: No module named '([\w.]+)'/m.exec(text)?.[1];
  const name = module?.split(".")[0];
  if (module === void 0 || name === void 0) return null;
  const withNumpys = /\bnumpy\.distutils\b/.test(text);
  if (module.startsWith("numpy.distutils")) {
    return `The build imports ${NUMPY_DISTUTILS}, or leave this Python out with requires-python.`;
  }
  if (withNumpys && name === "numpy") {
    return [
      `The build imports ${NUMPY_DISTUTILS}. Until then name what it needs in pyproject.toml, and leave newer Pythons out with \`requires-python = "<3.12"\`:`,
      "  [build-system]",
      '  requires = ["setuptools<60", "wheel", "numpy<2"]'
    ].join("\n");
  }
  if (withNumpys && module.startsWith("distutils.")) {
    return `The build imports ${NUMPY_DISTUTILS}. Until then ask for \`setuptools<60\` in \`[build-system] requires\`.`;
  }
  if (removedModule(name, null)) {
    return `The build imports \`${name}\`, which this Python's standard library no longer has: take it out of the build script, or leave this Python out with requires-python.`;
  }
  const part = name === "distutils" ? void 0 : pythonPart(name);
  if (part) return `The build imports \`${name}\`, a part of Python itself. ${whereToGet(part)}`;
  const needed = DISTRIBUTIONS[name] ?? knownProvider(name) ?? name;
  const requires = needed.startsWith("setuptools") ? [needed] : ["setuptools", needed];
  return [
    `The build imports \`${name}\`, which \`[build-system] requires\` does not name. Add it in pyproject.toml (a project without that table needs both lines, setuptools its own backend):`,
    "  [build-system]",
    `  requires = [${requires.map((one) => JSON.stringify(one)).join(", ")}]`
  ].join("\n");
}

// src/judge/set-up/install-hints.ts
var PACKAGES = [
  [/^gsl(?:-config)?$|^gsl\//, "libgsl-dev", "gsl"],
  [/^pkg-?config(?:uration)?$|^pkgconf$/i, "pkg-config", "pkg-config"],
  [/^cmake$/i, "cmake", "cmake"],
  [/^ninja(?:-build)?$/, "ninja-build", "ninja"],
  [/^meson$/, "meson", "meson"],
  [/^make$|^gmake$/, "make", "make"],
  [/^swig[\d.]*$/i, "swig", "swig"],
  [/^(?:g?fortran|f77|f95)$/i, "gfortran", "gcc"],
  [/^(?:cargo|rustc)$/, "cargo (or rustup)", "rust"],
  [/^git$/, "git", "git"],
  [/^nvcc$|^CUDA(?:Toolkit)?$/i, "nvidia-cuda-toolkit", "none: no CUDA on macOS"],
  [/^mpi(?:cc|cxx|fort|exec)$|^MPI$|^mpi\.h$/, "libopenmpi-dev", "open-mpi"],
  [/^h5(?:cc|pcc)$|^hdf5$|^hdf5\.h$/i, "libhdf5-dev", "hdf5"],
  [/^(?:nc-config|netcdf)$|^netcdf\.h$/i, "libnetcdf-dev", "netcdf"],
  [/^gdal(?:-config)?$|^gdal\.h$/i, "libgdal-dev", "gdal"],
  [/^geos(?:-config|_c)?$|^geos_c\.h$/i, "libgeos-dev", "geos"],
  [/^proj$|^proj\.h$/i, "libproj-dev", "proj"],
  [/^fftw3?f?$|^fftw3\.h$/i, "libfftw3-dev", "fftw"],
  [
    /^(?:openblas|blas|lapack|cblas|BLAS|LAPACK)$|^(?:cblas|lapacke)\.h$/i,
    "libopenblas-dev",
    "openblas"
  ],
  [/^(?:udunits2?)$|^udunits2\.h$/i, "libudunits2-dev", "udunits"],
  [/^(?:eigen3?)$|^Eigen\//i, "libeigen3-dev", "eigen"],
  [/^boost$|^boost\//i, "libboost-all-dev", "boost"],
  [/^(?:zlib|z)$|^zlib\.h$/i, "zlib1g-dev", "zlib"],
  [/^(?:libpng\d*|png)$|^png\.h$/i, "libpng-dev", "libpng"],
  [/^(?:libjpeg|jpeg)$|^jpeglib\.h$/i, "libjpeg-dev", "jpeg-turbo"],
  [/^(?:freetype2?)$|^ft2build\.h$/i, "libfreetype-dev", "freetype"],
  [/^(?:openssl|ssl|crypto)$|^openssl\//i, "libssl-dev", "openssl"],
  [/^(?:libffi|ffi)$|^ffi\.h$/i, "libffi-dev", "libffi"],
  [/^(?:cfitsio)$|^fitsio\.h$/i, "libcfitsio-dev", "cfitsio"],
  [
    /^(?:gmp|mpfr|mpc)$|^(?:gmp|mpfr|mpc)\.h$/i,
    "libgmp-dev libmpfr-dev libmpc-dev",
    "gmp mpfr libmpc"
  ],
  [
    /^(?:sndfile|portaudio\S*)$|^(?:sndfile|portaudio)\.h$/i,
    "libsndfile1-dev portaudio19-dev",
    "libsndfile portaudio"
  ],
  [/^(?:llvm(?:-config)?)[\d.-]*$/i, "llvm-dev", "llvm"],
  [/^(?:pg_config)$/, "libpq-dev", "libpq"],
  [/^(?:mysql_config)$/, "libmysqlclient-dev", "mysql-client"],
  [/^(?:omp|OpenMP)$|^omp\.h$/i, "libgomp1 (part of gcc)", "libomp"],
  [/^pybind11$|^pybind11\//i, "none: add `pybind11` to `[build-system] requires`", "the same"]
];
function installHint(name, kind) {
  const known = PACKAGES.find(([pattern]) => pattern.test(name));
  if (known) {
    const [, debian, brew] = known;
    if (debian.startsWith("none: ")) return debian.slice("none: ".length);
    const mac = brew.startsWith("none: ") ? brew.slice("none: ".length) : `\`brew install ${brew}\``;
    return `\`apt-get install ${debian}\` (Debian, Ubuntu), ${mac} (macOS)`;
  }
  return kind === "program" ? `with the system's packages (\`apt-file search --regexp 'bin/${name}$'\` or \`dnf provides '*/bin/${name}'\` says which)` : "with the system's development packages (its name with `-dev` or `-devel`), or set PKG_CONFIG_PATH or CMAKE_PREFIX_PATH to where it lies";
}

// src/judge/set-up/missing-compiler.ts
var MISSING = [
  // distutils and setuptools: the errno, or the command that could not be run.
  /\[(?:Errno|WinError) 2\][^\n]*'(?:[^'\n]*[\\/])?(?<tool>(?:[\w.]+-)*(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran|cl\.exe)(?:-[\d.]+)?)'/,
  /(?:unable to execute|command) '(?:[^'\n]*[\\/])?(?<tool>(?:[\w.]+-)*(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-[\d.]+)?)'(?: failed)?: No such file or directory/,
  /(?<tool>Microsoft Visual C\+\+ [\d.]+) or greater is required/,
  // meson, CMake, cargo
  /Unknown compiler\(s\): \[\[?'(?<tool>[^']+)'/,
  /No (?<tool>CMAKE_\w+_COMPILER) could be found/,
  /no (?<tool>Fortran) compiler found/,
  /linker `(?<tool>[^`]+)` not found/,
  /(?<tool>cargo|rustc|Cargo), the Rust package manager, is not installed/
];
var MSVC = "There is no compiler: install Visual Studio Build Tools with the workload \u201CDesktop development with C++\u201D, and open a new prompt";
function missingCompiler(text) {
  for (const pattern of MISSING) {
    const tool = pattern.exec(text)?.groups?.["tool"];
    if (tool === void 0) continue;
    if (/cargo|rustc/i.test(tool)) return "There is no Rust toolchain: install it with rustup";
    if (/^Microsoft|^(?:cl|link)\.exe$/i.test(tool)) return MSVC;
    const which = /fortran/i.test(tool) ? "gfortran" : "Debian and Ubuntu: build-essential; Fedora: gcc-c++; macOS: xcode-select --install; Windows: Visual Studio Build Tools";
    return `The compiler (${tool}) is missing or not on PATH: install it (${which})`;
  }
  return null;
}

// src/judge/set-up/missing-python-headers.ts
var MISSING2 = [
  /\bPython\.h['’"]?(?:: No such file or directory| file not found)/,
  /Cannot open include file: ['"]Python\.h/,
  // CMake names what it looked for of a Python that it did find.
  /Could NOT find Python\d? [^\n]*missing:[^\n]*(?:INCLUDE_DIRS?|Development)/,
  /ERROR: Python dependency not found/,
  // numpy/meson.build
  /ERROR: Problem encountered: Cannot compile [`'"]Python\.h/
];
function missingPythonHeaders(text) {
  if (!MISSING2.some((pattern) => pattern.test(text))) return null;
  return `The build needs Python\u2019s own headers (\`Python.h\`), which this Python came without. Install them: \`apt-get install python3-dev\` (Debian, Ubuntu; \`python3.x-dev\` for another minor version, \`pypy3-dev\` for PyPy), \`dnf install python3-devel\` (Fedora); or take a Python that brings them, as those of actions/setup-python, pyenv and uv do`;
}

// src/judge/set-up/missing-program.ts
var NAME = String.raw`[A-Za-z][\w.+-]*`;
var PROGRAMS = [
  new RegExp(
    String.raw`(?:sh|bash|zsh|dash): (?:line )?(?:\d+: )?(${NAME}): (?:command )?not found`
  ),
  new RegExp(`^(${NAME}): (?:command )?not found$`, "m"),
  new RegExp(String.raw`FileNotFoundError: \[Errno 2\] [^\n']*: '(${NAME})'`),
  new RegExp(String.raw`\[WinError 2\][^\n]*?'(${NAME})(?:\.exe)?'`),
  new RegExp(String.raw`ERROR: Program ['"\x60](${NAME})['"\x60](?: or [^\n]*)? not found`),
  new RegExp(
    String.raw`Could not find (?:the )?(?:program|executable|command) ['"\x60]?(${NAME})`,
    "i"
  ),
  new RegExp(String.raw`is [\x60'"]?(${NAME})[\x60'"]? installed\?`),
  new RegExp(String.raw`no such (?:program|executable)[^\n]*?['"\x60](${NAME})['"\x60]`, "i")
];
var LIBRARIES = [
  new RegExp(String.raw`Package '?(${NAME})'?(?:, required by [^\n]*,)? (?:was )?not found`),
  new RegExp(`No package '(${NAME})' found`),
  new RegExp(String.raw`Dependency ['"](${NAME})['"](?: [^\n]*)? not found`, "i"),
  new RegExp(`ERROR: Dependency lookup for (${NAME}) with method`),
  new RegExp(`Could NOT find (${NAME})`),
  new RegExp(`Could not find a package configuration file provided by "(${NAME})"`),
  new RegExp(`The pkg-config command could not find (${NAME})`),
  new RegExp(String.raw`The system library \x60(${NAME})\x60 required by crate`),
  /(?:fatal error|fatal error C1083): (?:Cannot open include file: ')?((?!numpy\/|Python\.h)[\w./+-]+\.h(?:pp)?)[':]/,
  new RegExp(`ld: cannot find -l(${NAME})`),
  new RegExp(`ld: library '?(?:not found for -l)?(${NAME})'? not found`)
];
var NO_PROGRAM = /\.(?:py|txt|md|rst|toml|cfg|json|in|pyx|c|h|cpp|f|f90|rs|so|cmake)$|^(?:README|LICENSE|VERSION|CHANGELOG)/i;
function missingProgram(text) {
  const compiler = missingCompiler(text);
  if (compiler !== null) return compiler;
  const program = firstOf(PROGRAMS, text, (name) => !NO_PROGRAM.test(name));
  if (program !== null) {
    return `The build runs \`${program}\`, which is not installed or not on PATH. Install it: ${installHint(program, "program")}`;
  }
  const library = firstOf(LIBRARIES, text, (name) => !/^(?:Python\d*|NumPy)$/i.test(name));
  if (library === null) return missingPythonHeaders(text);
  const what = /\.h(?:pp)?$/.test(library) ? `the header \`${library}\`` : `the library \`${library}\``;
  return `The build needs ${what}, which is not installed here. Install it: ${installHint(library, "library")}`;
}
function firstOf(patterns, text, wanted) {
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    const name = match?.[1]?.replace(/[.-]+$/, "");
    return match && name !== void 0 && wanted(name) ? [{ at: match.index, name }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.name ?? null;
}

export {
  upgradeWanted,
  absentReleases,
  foldFindings,
  diagnoseAll,
  diagnoseBuildFailure,
  diagnoseUnmetBuild,
  diagnoseNoNetwork,
  diagnoseNumpysBuild,
  diagnoseBuildLine,
  missingBuildRequirement,
  missingProgram
};
