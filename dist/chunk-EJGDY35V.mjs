import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  absentReleases,
  diagnoseAll,
  diagnoseBuildFailure,
  foldFindings,
  missingBuildRequirement,
  missingProgram
} from "./chunk-5SBT533Z.mjs";
import {
  splitLines,
  subjectReport,
  verdictOf
} from "./chunk-M2KFZPVJ.mjs";
import {
  SMOKE,
  isProvenResult
} from "./chunk-K3GDEMVZ.mjs";
import {
  orderFindings
} from "./chunk-XJSSRWXH.mjs";
import {
  locateFinding,
  surroundingsOf
} from "./chunk-MTMAMTMT.mjs";
import {
  makeFinding
} from "./chunk-BKSPMOWK.mjs";
import {
  locateFallback,
  repositorySources
} from "./chunk-K5XN7KMJ.mjs";
import {
  ALONE,
  NOBODY,
  buildWithoutExtensions,
  describeComparison,
  fingerprintOf,
  knownFailurePasses,
  missingBuildVariable,
  ofEach,
  rangeTooNarrow,
  rangeTooWide,
  readHistory,
  setUpRemedy
} from "./chunk-LL6UFCXA.mjs";
import {
  compareSeverity
} from "./chunk-K5KKDCIZ.mjs";
import {
  compareMinors,
  erasOf,
  majorOf,
  releasesOfApi
} from "./chunk-MKIBGSSI.mjs";
import {
  declaredBy,
  factsOn,
  matchesCombination,
  matchesPlatform
} from "./chunk-YFW36LPT.mjs";
import {
  networkAdvice
} from "./chunk-CZTV7UDJ.mjs";
import {
  repositoryRoot
} from "./chunk-EBFVU3R3.mjs";
import {
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  NUMPY_NONE,
  compareNumpy
} from "./chunk-PLGXYP7V.mjs";
import {
  groupBy,
  listSome,
  withoutSitePackages
} from "./chunk-C5GTPLUR.mjs";
import {
  allows
} from "./chunk-Z2AIENEA.mjs";
import {
  minorOf,
  normaliseName,
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT
} from "./chunk-7YHZB25F.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/judge/combination-verdict.ts
function combinationVerdict({ state, observed }, results, findings, foretold = false) {
  switch (state.kind) {
    case "excluded":
    case "skipped":
      return state.kind;
    case "error":
      return foretold ? "excluded" : "not-set-up";
    case "ran":
      break;
    default:
      return state;
  }
  if (results.some(({ diagnosis }) => diagnosis === "wrong-numpy")) return "not-set-up";
  if (results.some(isFailure)) return "failed";
  if (findings.some(({ kind }) => kind === "build-without-extensions")) return "failed";
  if (foretold || results.some(({ known }) => known)) return "known";
  if (observed.length === 0) return "empty";
  const warnings = findings.filter(isWarning);
  if (warnings.some((one) => isDoubt(one, observed))) return "doubtful";
  return warnings.length > 0 ? "warned" : "proven";
}
function isFailure(result2) {
  return !result2.known && !isProvenResult(result2);
}
function isWarning({ severity, category }) {
  return severity === "warning" && category !== "metadata";
}
function isDoubt(finding2, observed) {
  if (!isOfDoubt(finding2)) return false;
  if (finding2.kind === MIXED) return true;
  const { culprit } = finding2;
  const name = normaliseName(culprit.distribution ?? "");
  return observed.some(({ module }) => normaliseName(module.distribution) === name);
}
var MIXED = "numpy-mixed-install";
function isOfDoubt({ kind, category }) {
  return kind === MIXED || DOUBTFUL.has(category);
}
var DOUBTFUL = /* @__PURE__ */ new Set(["numpy-abi", "python-abi", "latent"]);

// src/judge/diagnose/diagnose-together.ts
function diagnoseTogether(around) {
  const told = /* @__PURE__ */ new Map();
  return (outcome) => {
    const { observation, module, smoke } = outcome;
    if (observation.outcome.kind === "imported") {
      return diagnoseAll(evidenceOf(around, observation, module, smoke, NONE));
    }
    const siblings = outcome.siblings();
    const known = told.get(observation);
    if (known && !smoke && !known.ofOne && known.siblings === siblings) return known.diagnoses;
    const evidence = evidenceOf(around, observation, module, smoke, siblings);
    if (smoke || known?.ofOne) return diagnoseAll(evidence);
    const history = readHistory(evidence);
    if (known && isSame(known.history, history)) return known.diagnoses;
    let ofOne = false;
    const diagnoses = diagnoseAll({
      ...evidence,
      get module() {
        ofOne = true;
        return module;
      }
    });
    for (const one of diagnoses) one.tell(ALONE);
    if (known === void 0) told.set(observation, { siblings, history, diagnoses, ofOne });
    return diagnoses;
  };
}
function evidenceOf(around, observation, module, smoke, siblings) {
  return {
    observation,
    combination: around.combination,
    module,
    smoke,
    subjects: around.subjects,
    foreign: around.foreign,
    uninitialised: around.uninitialised,
    emptyTable: around.emptyTable,
    installed: around.installed,
    ownerOf: around.ownerOf,
    factsOf: around.factsOf,
    filesFor: around.filesFor,
    siblings,
    siblingsOf: around.siblingsOf
  };
}
function isSame(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
var NONE = [];

// src/judge/measured-files.ts
function measuredFiles(measurement) {
  const { files, filesOf } = measurement;
  const fileOf = (path) => Object.hasOwn(files, path) ? files[path] : void 0;
  return {
    ownerOf: (path) => fileOf(path)?.owner ?? null,
    factsOf: (path) => fileOf(path)?.facts ?? null,
    filesFor: (name) => Object.hasOwn(filesOf, name) ? filesOf[name] ?? [] : [],
    installed: new Map(Object.entries(measurement.installed))
  };
}

// src/judge/siblings-by-module.ts
function siblingsByModule(runs) {
  const made = /* @__PURE__ */ new Map();
  const alike2 = /* @__PURE__ */ new Map();
  let all;
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    all ??= everySibling(runs);
    const own = all.get(name) ?? [];
    const key = own.map(({ number }) => number).join(" ");
    const found = alike2.get(key) ?? own.map(({ sibling }) => sibling);
    alike2.set(key, found);
    made.set(name, found);
    return found;
  };
}
function everySibling(runs) {
  const found = /* @__PURE__ */ new Map();
  const numbers = /* @__PURE__ */ new Map();
  for (const run of runs) {
    const numberedOf = siblingsOfRun(run, numbers);
    const add = (name, observation) => {
      const list2 = found.get(name);
      if (list2) list2.push(numberedOf(observation));
      else found.set(name, [numberedOf(observation)]);
    };
    for (const { module, observation } of run.observed) add(module.name, observation);
    if (run.smoke) add(SMOKE, run.smoke.observation);
  }
  return found;
}
function siblingsOfRun(run, numbers) {
  const seen = /* @__PURE__ */ new Map();
  const passed = /* @__PURE__ */ new Map();
  const numbered = (observation) => {
    const sibling = siblingOf(run, observation);
    const text = textOf(sibling);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return { sibling, number };
  };
  return (observation) => {
    if (observation.outcome.kind === "imported" && observation.exceptions.length === 0) {
      const numpy = observation.numpy?.version ?? null;
      const known2 = passed.get(numpy) ?? numbered(observation);
      passed.set(numpy, known2);
      return known2;
    }
    const known = seen.get(observation) ?? numbered(observation);
    seen.set(observation, known);
    return known;
  };
}
function textOf({ combination, python, numpy, outcome, fingerprint }) {
  return JSON.stringify([combination, python, numpy, outcome.kind, fingerprint]);
}
function siblingOf(run, observation) {
  return {
    combination: run.combination.id,
    python: run.combination.interpreter.version,
    numpy: observation.numpy?.version ?? run.installed["numpy"] ?? null,
    outcome: observation.outcome,
    fingerprint: fingerprintOf(observation),
    installed: run.installed
  };
}

// src/judge/smoke/compare-output.ts
var MOST_DIFFERENCES = 5;
var USUAL_TOLERANCE = 1e-9;
function compareOutput(reference, other, tolerance) {
  const left = tokens(reference);
  const right = tokens(other);
  const found = [];
  const seen = /* @__PURE__ */ new Set();
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const a = left[index];
    const b = right[index];
    if (a && b && sameToken(a.text, b.text, tolerance)) continue;
    const line = (a ?? b)?.line ?? 1;
    if (seen.has(line)) continue;
    seen.add(line);
    found.push({ line, reference: lineOf(reference, a?.line), other: lineOf(other, b?.line) });
    if (!a || !b || left.length !== right.length || found.length === MOST_DIFFERENCES) break;
  }
  return found;
}
var SCALARS = /\b(?:np|numpy)\.(?:(?:float|u?int|complex)\d+|longdouble|clongdouble|u?longlong|u?long|u?intp|bool_?|str_|bytes_|void)\(((?:[^()]|\([^()]*\))*)\)/g;
var NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?j?$|^[-+]?(?:nan|inf)$/i;
var WHOLE = /^[-+]?\d+$/;
var LONG = /\d{16}/;
var TOKEN = /[A-Za-z_][\w.]*|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?j?(?![\w.])|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\S/g;
function tokens(text) {
  return text.split(/\r\n|\r|\n/).flatMap((raw, index) => {
    const line = index + 1;
    const plain = canonicalJson(raw) ?? unwrap(raw);
    return [...plain.matchAll(TOKEN)].map(([token]) => ({
      text: token,
      line
    }));
  });
}
function unwrap(line) {
  return line.replace(SCALARS, "$1").replace(/\b(?:np|numpy)\.(True|False)_/g, "$1").replace(/\b(?:np|numpy)\.(nan|inf)\b/g, "$1");
}
function canonicalJson(line) {
  if (!/^\s*[[{]/.test(line) || LONG.test(line.replaceAll(/\.\d+/g, ""))) return void 0;
  try {
    return JSON.stringify(
      JSON.parse(line),
      (_, value) => value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value
    );
  } catch {
    return void 0;
  }
}
function sameToken(a, b, tolerance) {
  if (a === b) return true;
  if (!NUMBER.test(a) || !NUMBER.test(b) || isImaginary(a) !== isImaginary(b)) return false;
  if (WHOLE.test(a) && WHOLE.test(b) && tolerance <= USUAL_TOLERANCE)
    return wholeOf(a) === wholeOf(b);
  const [x, y] = [toNumber(a), toNumber(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) && Number.isNaN(y);
  if (x === y) return true;
  return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
}
function isImaginary(text) {
  return /j$/i.test(text);
}
function wholeOf(text) {
  return BigInt(text.replace("+", ""));
}
function toNumber(text) {
  const bare = text.toLowerCase().replace(/j$/, "");
  if (bare.endsWith("nan")) return Number.NaN;
  if (bare.endsWith("inf")) return bare.startsWith("-") ? -Infinity : Infinity;
  return Number(bare);
}
function lineOf(text, line) {
  if (line === void 0) return "(nothing)";
  return text.split(/\r\n|\r|\n/)[line - 1] ?? "";
}

// src/judge/smoke/compare-smoke.ts
function compareSmoke(trials, tolerance) {
  const passed = trials.filter((trial) => trial.passed);
  const cut2 = passed.find((trial) => trial.truncated);
  if (cut2) return [{ kind: "too-long", trial: cut2 }];
  return [...new Set(passed.map((trial) => trial.python))].flatMap(
    (python) => {
      const here = passed.filter((trial) => trial.python === python);
      const reference = referenceFor(here, passed, tolerance);
      if (!reference) return [];
      const unstable = differencesOf(reference, reference.again, tolerance);
      if (unstable.length > 0) {
        return [{ kind: "unstable", trial: reference, differences: unstable }];
      }
      return here.flatMap((trial) => {
        const differences = differencesOf(reference, trial.output, tolerance);
        return trial !== reference && differences.length > 0 ? [{ kind: "differs", trial, reference, differences }] : [];
      });
    }
  );
}
function differencesOf(reference, output, tolerance) {
  return output === null ? [] : compareOutput(reference.output, output, tolerance);
}
function referenceFor(here, all, tolerance) {
  const own = best(here);
  if (!own || !all.some((one) => one.madeForNumpy1) || majorOf(own.numpy) === 1) return own;
  const elsewhere = best(all);
  if (!elsewhere || majorOf(elsewhere.numpy) !== 1) return own;
  const harmless = all.some(
    (one) => one.python === elsewhere.python && majorOf(one.numpy) === 2 && differencesOf(elsewhere, one.output, tolerance).length === 0
  );
  return harmless ? own : elsewhere;
}
function best(trials) {
  const forNumpy1 = trials.some((trial) => trial.madeForNumpy1);
  const score = ({ numpy, buildNumpy }) => {
    if (numpy === null) return -1;
    const ofEra = forNumpy1 ? majorOf(numpy) === 1 : buildNumpy === null || majorOf(numpy) === majorOf(buildNumpy);
    const built = buildNumpy === numpy ? 2 : sameMinor(numpy, buildNumpy) ? 1 : 0;
    return Number(ofEra) * 4 + built;
  };
  const newestLast = (a, b) => score(a) - score(b) || compareNumpy(a.numpy ?? "0.0", b.numpy ?? "0.0");
  return trials.toSorted(newestLast).at(-1);
}
function sameMinor(numpy, other) {
  return other !== null && compareMinors(numpy, other) === 0;
}

// src/judge/smoke/compare-runs.ts
var NOBODY2 = {
  culprit: { distribution: null, version: null, module: null, file: null },
  fault: "own",
  lazy: false,
  generator: null
};
function compareRuns(runs, subjects, options) {
  const platforms = [...new Set(runs.map(({ combination }) => combination.platform))];
  const byId = new Map(runs.map((run) => [run.combination.id, run]));
  return new Map(
    platforms.flatMap((platform) => compareOn(platform, runs, options)).map((found) => {
      const run = byId.get(found.trial.combination);
      const suspect = run && suspectOf(run, subjects, options.foreign ?? false);
      const diagnosis = describeComparison(found, suspect ?? NOBODY2);
      const file = found.kind === "differs" ? null : options.smokeFile ?? null;
      const hints = file === null ? diagnosis.hints : { source: { file, line: 1 } };
      return [found.trial.combination, { ...diagnosis, hints }];
    })
  );
}
function compareOn(platform, runs, options) {
  const trials = runs.flatMap(
    (run) => run.combination.platform === platform ? trialOf(run) ?? [] : []
  );
  return compareSmoke(trials, options.tolerance ?? 0);
}
function trialOf(run) {
  if (!run.smoke || run.state.kind !== "ran") return void 0;
  const { observation, output, again } = run.smoke;
  return {
    combination: run.combination.id,
    python: run.combination.python,
    numpy: observation.numpy?.version ?? null,
    buildNumpy: run.buildNumpy,
    passed: observation.outcome.kind === "imported" && observation.disagreement.length === 0,
    output,
    again,
    truncated: observation.truncated,
    madeForNumpy1: observation.oldApi.length > 0 || loadedForNumpy1(run).length > 0
  };
}
function isLazy(facts) {
  return erasOf(facts).includes("lazy-1.x");
}
function isForNumpy1(facts) {
  return isLazy(facts) || facts.capi.era === "1.x";
}
function loadedForNumpy1(run) {
  const { factsOf } = measuredFiles(run);
  const events = run.smoke?.observation.events ?? [];
  const files = new Set(events.flatMap((one) => one.event === "end" ? [one.file] : []));
  return [...files].filter((file) => {
    const facts = factsOf(file);
    return facts !== null && isForNumpy1(facts);
  });
}
function suspectOf(run, subjects, foreign) {
  const { ownerOf, factsOf, installed } = measuredFiles(run);
  const asked = run.smoke?.observation.oldApi.flatMap((access) => access.file ?? []) ?? [];
  const files = [...loadedForNumpy1(run), ...asked];
  const isOwn = (distribution2) => distribution2 !== void 0 && subjects.includes(distribution2);
  const file = files.find((one) => isOwn(ownerOf(one)?.distribution)) ?? files[0];
  const owner = file === void 0 ? null : ownerOf(file);
  if (file === void 0 || owner === null) {
    const [only, ...more] = subjects;
    if (only === void 0 || more.length > 0) return NOBODY2;
    const culprit = { ...NOBODY2.culprit, distribution: only };
    const version2 = installed.get(only) ?? null;
    return { ...NOBODY2, culprit: { ...culprit, version: version2 }, fault: foreign ? "dependency" : "own" };
  }
  const { distribution, version, module } = owner;
  const facts = factsOf(file);
  const names = facts?.generators.map((one) => one.name) ?? [];
  return {
    culprit: { distribution, version, module, file: owner.file },
    fault: isOwn(distribution) && !foreign ? "own" : "dependency",
    lazy: facts !== null && isLazy(facts),
    generator: names.includes("pybind11") ? "pybind11" : names.includes("pyo3") ? "pyo3" : null
  };
}

// src/judge/judge.ts
function judge(runs, subjects, options) {
  const compared = options.tolerance === void 0 ? null : compareRuns(runs, subjects, options);
  const siblings = new Map(
    [...groupBy(runs, ({ combination }) => combination.platform)].map(([platform, own]) => [
      platform,
      siblingsByModule(own)
    ])
  );
  const results = [];
  const judged = [];
  for (const run of runs) {
    const combination = run.combination.id;
    const siblingsOf = siblings.get(run.combination.platform) ?? (() => []);
    const diagnose = diagnoseTogether({ ...surroundings(run, subjects, options), siblingsOf });
    const look = (observation, module, name, key) => {
      const smoke = name === SMOKE;
      const found = diagnose({ observation, module, smoke, siblings: () => siblingsOf(name) });
      const difference = smoke ? compared?.get(combination) : void 0;
      const all = difference ? [...found, difference].toSorted((a, b) => compareSeverity(a.severity, b.severity)) : found;
      for (const diagnosis of all) judged.push({ diagnosis, module: name, combination });
      if (key !== null) {
        results.push(result(combination, name, module?.file ?? null, observation, all[0] ?? null));
      }
    };
    for (const { module, observation } of run.observed) {
      look(observation, module, module.name, module.file);
    }
    if (run.smoke) look(run.smoke.observation, null, SMOKE, SMOKE);
    for (const { module, observation } of run.hookFindings) {
      look(observation, null, module ?? "", null);
    }
  }
  return { results, judged, foretold: /* @__PURE__ */ new Map(), findings: [], notices: [] };
}
function result(combination, module, file, observation, diagnosis) {
  const proven2 = observation.outcome.kind === "imported";
  return {
    combination,
    module,
    file,
    outcome: observation.outcome,
    diagnosis: diagnosis?.kind ?? (proven2 ? null : "unclassified"),
    category: diagnosis?.category ?? (proven2 ? null : "unclassified"),
    // Green is proven: no rule's silence may turn a failed module green.
    severity: diagnosis?.severity ?? (proven2 ? "none" : "error")
  };
}
function surroundings(run, subjects, options) {
  const { combination } = run;
  return {
    combination: {
      id: combination.id,
      python: combination.interpreter.version,
      label: combination.python,
      numpy: combination.numpy === NUMPY_NONE ? null : combination.numpy,
      platform: combination.platform,
      buildNumpy: run.buildNumpy
    },
    subjects,
    foreign: options.foreign ?? false,
    uninitialised: (name) => options.uninitialised?.get(name) ?? null,
    emptyTable: (name) => options.emptyTables?.[name] ?? null,
    ...measuredFiles(run)
  };
}

// src/judge/known-failure-lines.ts
function knownFailure(lines, cell) {
  return lines.find((line) => matchesCell(line, cell));
}
function matchesCell(line, cell) {
  return matchesCombination(line, cell.python, cell.numpy) && (line.module === null || cell.module !== "" && matchesModule(line.module, cell.module));
}
function matchesModule(pattern, module) {
  const source = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)).join(".*");
  return new RegExp(`^${source}(?:\\..*)?$`).test(module);
}
function checkKnownFailures(lines, measured) {
  const judged = lines.map((line) => ({
    line,
    hits: measured.filter(({ cell }) => matchesCell(line, cell))
  }));
  return {
    expected: measured.filter(({ failed }) => failed).flatMap(({ cell }) => {
      const line = knownFailure(lines, cell);
      return line === void 0 ? [] : [{ cell, line }];
    }),
    passing: judged.filter(({ hits }) => hits.length > 0 && hits.every(({ failed }) => !failed)).map(({ line, hits }) => ({ line, cells: hits.map(({ cell }) => cell) })),
    unused: judged.filter(({ hits }) => hits.length === 0).map(({ line }) => line)
  };
}

// src/judge/known-failures.ts
function applyKnownFailures(judgement, measurements, { knownFailures: lines, failOn }) {
  if (lines.length === 0) return judgement;
  const { results, judged } = judgement;
  const isFailure2 = failuresOf(judgement, failOn);
  const cellOf = cellsOf(measurements);
  const lineFor = (one) => {
    const cell = isFailure2(one) ? cellOf(one) : void 0;
    return cell && knownFailure(lines, cell);
  };
  const tested = new Set(results.map(cellKey));
  const seen = judged.filter((one) => isFailure2(one) && !tested.has(cellKey(one)));
  const notSetUp = ofCombinations(measurements, ({ state }) => isOwnSetUp(state));
  const measured = [
    ...[...results, ...seen].map((one) => ({ one, failed: isFailure2(one) })),
    ...notSetUp.map((one) => ({ one, failed: true }))
  ].flatMap(({ one, failed }) => {
    const cell = cellOf(one);
    return cell ? [{ cell, failed }] : [];
  });
  const covers = (line, all) => all.some((one) => {
    const cell = cellOf(one);
    return cell !== void 0 && matchesCell(line, cell);
  });
  const warned = judged.filter(({ diagnosis }) => diagnosis.severity === "warning");
  const open = ofCombinations(
    measurements,
    ({ state: { kind } }) => kind === "error" || kind === "skipped"
  );
  const { expected, passing, unused } = checkKnownFailures(lines, measured);
  return {
    results: results.map(
      (one) => lineFor(one) ? { ...one, severity: "note", known: true } : one
    ),
    judged: judged.filter((one) => !lineFor(one)),
    foretold: new Map(expected.map(({ cell, line }) => [cell.id, line.text])),
    findings: passing.map(({ line, cells }) => passes(line, cells, covers(line, warned))),
    // A line for another platform is for another machine's run, and what did not run tells nothing.
    notices: unused.filter((line) => isForHere(line, measurements) && !covers({ ...line, module: null }, open)).map(
      ({ text }) => `The line "${text}" of known-failures matches nothing that was tested: remove it, or correct it`
    )
  };
}
function isOwnSetUp(state) {
  if (state.kind !== "error") return false;
  const why = state.because?.kind;
  return state.setUp === "build-failed" || state.setUp === "resolver-conflict" && (why === "no-solution" || why === "without-wheel");
}
function ofCombinations(measurements, isWanted) {
  return measurements.filter(isWanted).map(({ combination }) => ({ combination: combination.id, module: "" }));
}
function cellsOf(measurements) {
  const byId = new Map(measurements.map(({ combination }) => [combination.id, combination]));
  return ({ combination: id, module }) => {
    const combination = byId.get(id);
    if (!combination) return void 0;
    return { id, python: combination.interpreter, numpy: combination.numpy, module };
  };
}
function isForHere({ os }, measurements) {
  if (os === void 0) return true;
  return measurements.some(
    ({ combination }) => matchesPlatform(os, combination.interpreter.platform)
  );
}
function cellKey({ combination, module }) {
  return `${combination}\0${module}`;
}
function failuresOf({ results, judged }, failOn) {
  const fails = (kind, { severity, category }) => {
    if (severity !== "warning") return severity === "error";
    const isDoubt2 = kind !== null && category !== null && isOfDoubt({ kind, category });
    return failOn === "warning" || isDoubt2;
  };
  const bad = new Set(
    [
      ...results.filter((one) => fails(one.diagnosis, one)),
      ...judged.filter(({ diagnosis }) => fails(diagnosis.kind, diagnosis))
    ].map(cellKey)
  );
  return (one) => bad.has(cellKey(one));
}
function passes(line, cells, warned) {
  return makeFinding(knownFailurePasses, {
    fault: "own",
    culprit: NOBODY,
    facts: { line: line.text },
    title: `The known failure "${line.text}" works now`,
    explanation: `Everything that this line of known-failures names was run and passed${warned ? ", with a warning at most; only with `fail-on: warning` would the line still accept something" : ""}.`,
    fix: `Remove the line "${line.text}" from known-failures`,
    evidence: [],
    hints: { symbol: line.text },
    modules: [...new Set(cells.map(({ module }) => module))].sort(),
    combinations: [...new Set(cells.map(({ id }) => id))]
  });
}

// src/judge/missing-extensions.ts
function compileIt(more = "") {
  return `Read the build log for the compiler error or the condition that skipped the extension${more}; mark it as required (in setuptools: Extension(..., optional=False)). If the package is meant to work without it here, set allow-empty`;
}
function missingExtensions({
  subject,
  sources,
  measurements
}) {
  if (subject.kind !== "project") return [];
  const ran = measurements.filter((one) => one.state.kind === "ran");
  const empty = ran.filter(
    // What the user's globs left out was built.
    (one) => one.observed.length === 0 && !one.notTested.some(({ kind }) => kind === "left-out")
  );
  return [
    ...allMissing(
      subject,
      empty.filter((one) => !holdsAll(one, sources.defined)),
      sources.extensions
    ),
    ...someMissing(
      subject,
      ran.filter((one) => one.observed.length > 0)
    )
  ];
}
function holdsAll({ notTested: notTested2 }, defined = []) {
  const there = new Set(notTested2.flatMap(({ what }) => what.match(/\w+/g) ?? []));
  const names = defined.map(({ module }) => module.split(/[./]/).at(-1) ?? module);
  return names.length > 0 && names.every((name) => there.has(name) || there.has(`lib${name}`));
}
function someMissing(subject, measurements) {
  const missing = /* @__PURE__ */ new Map();
  for (const { combination, leftOut } of measurements) {
    for (const name of leftOut) missing.set(name, [...missing.get(name) ?? [], combination.id]);
  }
  return [...missing].map(
    ([name, combinations]) => makeFinding(buildWithoutExtensions, {
      ...commonOf(subject, name),
      facts: { extensions: [name] },
      title: `The build left \`${name}\` out of the wheel`,
      explanation: `The build tried to compile \`${name}\`, went on without it, and ended well: users of this wheel would not have that module, and it was not tested.`,
      fix: compileIt(),
      evidence: [
        `the build log tells of extension "${name}", and the wheel has no file of that name`
      ],
      hints: {},
      modules: [name],
      combinations
    })
  );
}
function allMissing(subject, empty, signs) {
  const [first] = signs;
  if (!first || empty.length === 0) return [];
  return [
    makeFinding(buildWithoutExtensions, {
      ...commonOf(subject, null),
      title: `The wheel of ${subject.name} holds no compiled module, although its sources define some`,
      explanation: `${first.file}, line ${first.line}: ${first.what}. The build ended well and left the extension out, so users would get a package without it.`,
      fix: compileIt(
        " (flit, hatchling, pdm-backend, poetry-core and uv_build compile nothing unless a hook or script of the project does)"
      ),
      evidence: signs.map((sign) => `${sign.file}:${sign.line}: ${sign.what}`),
      hints: { source: { file: first.file, line: first.line } },
      modules: [],
      combinations: empty.map(({ combination }) => combination.id)
    })
  ];
}
function commonOf(subject, module) {
  return {
    fault: "own",
    culprit: { distribution: subject.name, version: subject.version, module, file: null }
  };
}

// src/judge/ranges/declare.ts
var import_pep4402 = __toESM(require_pep440(), 1);

// src/judge/ranges/proven-range.ts
var import_pep440 = __toESM(require_pep440(), 1);
function proven(points, universe) {
  const measured = new Set(points.map(({ version }) => minorOf(version)));
  const known = universe.filter(({ name, installable }) => installable || measured.has(name));
  const names = [.../* @__PURE__ */ new Set([...known.map(({ name }) => name), ...measured])].sort(import_pep440.compare);
  const all = [.../* @__PURE__ */ new Set([...universe.map(({ name }) => name), ...measured])].sort(import_pep440.compare);
  const series = names.map((name) => seriesOf(name, points));
  const runs = stretches(series);
  const longest = runs.reduce(
    (winner, run) => winner === void 0 || run.length >= winner.length ? run : winner,
    void 0
  );
  const described = longest === void 0 ? null : describe(longest, series, all);
  const passed = series.filter(({ state }) => state !== "untested" && state !== "bad");
  const [first, last] = [passed[0], passed.at(-1)];
  const between = first && last ? series.slice(series.indexOf(first), series.indexOf(last)) : [];
  return {
    longest: described,
    range: runs.length === 1 ? described : null,
    tested: passed.map(({ name }) => name),
    untested: between.filter(({ state }) => state === "untested").map(({ name }) => name)
  };
}
function seriesOf(name, points) {
  const inside = points.filter(({ version }) => minorOf(version) === name).toSorted((a, b) => (0, import_pep440.compare)(a.version, b.version));
  const passed = inside.filter((point) => point.passed);
  const failed = inside.filter((point) => !point.passed);
  const [firstPass, lastPass] = [passed[0]?.version, passed.at(-1)?.version];
  const [firstFail, lastFail] = [failed[0]?.version, failed.at(-1)?.version];
  if (firstPass === void 0 || lastPass === void 0) {
    return { name, state: inside.length === 0 ? "untested" : "bad", turn: null };
  }
  if (firstFail === void 0 || lastFail === void 0) {
    return { name, state: "good", turn: null };
  }
  if ((0, import_pep440.compare)(lastFail, firstPass) < 0) {
    return { name, state: "rising", turn: firstPass };
  }
  return (0, import_pep440.compare)(lastPass, firstFail) < 0 ? { name, state: "falling", turn: firstFail } : { name, state: "bad", turn: null };
}
function stretches(series) {
  const found = [];
  let run = [];
  const close = () => {
    if (run.length > 0) found.push(run);
    run = [];
  };
  for (const each of series) {
    if (each.state === "bad" || each.state === "untested" || each.state === "rising") close();
    if (each.state === "bad" || each.state === "untested") continue;
    run.push(each);
    if (each.state === "falling") close();
  }
  close();
  return found;
}
function describe(run, series, all) {
  const [first, last] = [run[0], run.at(-1)];
  if (first === void 0 || last === void 0) return null;
  const below = series[series.indexOf(first) - 1];
  const above = series[series.indexOf(last) + 1];
  const floor = first.state === "rising" ? first.turn ?? first.name : first.name;
  const next = seriesAfter(last.name, all);
  const cap = last.state === "falling" ? last.turn ?? next : next;
  return {
    specifier: `>=${floor},<${cap}`,
    floor,
    cap,
    failsBelow: first.state === "rising" || hasFailed(below),
    failsAbove: last.state === "falling" || hasFailed(above)
  };
}
function seriesAfter(version, names) {
  const own = minorOf(version);
  const next = names.toSorted(import_pep440.compare).find((name) => (0, import_pep440.compare)(name, own) > 0);
  if (next !== void 0) return short(next);
  const [major = "0", minor = "0"] = own.split(".");
  return `${major}.${Number(minor) + 1}`;
}
function hasFailed(series) {
  return series !== void 0 && series.state !== "untested" && series.state !== "good";
}
function short(name) {
  return name.replace(/^(\d+)\.0$/, "$1");
}

// src/judge/ranges/declare.ts
function reachOf(proven2, points, series) {
  const versions = (wanted) => points.filter(({ passed: passed2 }) => passed2 === wanted).map(({ version }) => version).sort(compareNumpy);
  const [passed, failed] = [versions(true), versions(false)];
  const below = failed.findLast((one) => (0, import_pep4402.compare)(one, proven2.floor) < 0);
  const above = failed.find((one) => (0, import_pep4402.compare)(one, proven2.cap) >= 0);
  const inside = passed.filter(
    (one) => (below === void 0 || (0, import_pep4402.compare)(one, below) > 0) && (above === void 0 || (0, import_pep4402.compare)(one, above) < 0)
  );
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === void 0 || last === void 0) {
    return { proven: proven2, floor: proven2.floor, cap: proven2.cap };
  }
  const names = series.map(({ name }) => name);
  return {
    proven: proven2,
    floor: below !== void 0 && minorOf(below) === minorOf(first) ? first : minorOf(first),
    cap: above !== void 0 && minorOf(above) === minorOf(last) ? above : seriesAfter(last, names)
  };
}
function narrowed(declared, reach, failing) {
  const { proven: proven2, floor, cap } = reach;
  const failsBelow = failing.some((version) => (0, import_pep4402.compare)(version, floor) < 0);
  const failsAbove = failing.some((version) => (0, import_pep4402.compare)(version, cap) >= 0);
  const clauses = clausesOf(declared);
  const kept = clauses.filter(
    (clause) => !(failsBelow && isLower(clause)) && !(failsAbove && isUpper(clause))
  );
  const bottom = failsBelow || !kept.some(isLower) ? [`>=${floor}`] : [];
  const top = failsAbove ? [`<${cap}`] : [];
  return !failsBelow && !failsAbove ? `numpy${proven2.specifier}` : `numpy${[...bottom, ...kept, ...top].join(",")}`;
}
function widened(declared, { floor, cap }, works) {
  const clauses = clausesOf(declared);
  const kept = clauses.filter((clause) => works.every((version) => allows(clause, version)));
  const gone = clauses.filter((clause) => !kept.includes(clause));
  const bottom = gone.some((one) => isLower(one) || isBoth(one)) ? [`>=${floor}`] : [];
  const top = gone.some((one) => isUpper(one)) ? [`<${cap}`] : [];
  return `numpy${[...bottom, ...kept, ...top].join(",")}`;
}
function clausesOf(specifier) {
  return specifier === "" ? [] : specifier.split(",").map((clause) => clause.trim());
}
function isLower(clause) {
  return clause.startsWith(">");
}
function isUpper(clause) {
  return clause.startsWith("<") || isBoth(clause);
}
function isBoth(clause) {
  return clause.startsWith("~=") || clause.startsWith("==");
}

// src/judge/ranges/supported.ts
function judgeSupported(input) {
  const ran = input.cells.filter(({ numpy }) => numpy !== NUMPY_NONE);
  const pythons = [...new Set(ran.map(({ python }) => python))];
  const alive = new Set(ran.flatMap((cell) => cell.status === "passed" ? [rowOf(cell)] : []));
  const telling = ran.filter((cell) => alive.has(rowOf(cell)));
  const dead = new Set(pythons.filter((python) => !telling.some((cell) => cell.python === python)));
  const overall = proven(pointsOf(telling), input.series);
  const perPython = Object.fromEntries(
    pythons.map((python) => {
      const cells = telling.filter((cell) => cell.python === python);
      return [python, proven(pointsOf(cells), input.series).range?.specifier ?? null];
    })
  );
  return {
    supported: {
      numpy: overall.range?.specifier ?? null,
      python: provenPython(ran, dead, input.pythons),
      perPython,
      tested: overall.tested,
      untested: overall.untested
    },
    findings: [...tooWide(input, telling, overall), ...tooNarrow(input, telling, overall)]
  };
}
function rowOf({ platform, python }) {
  return JSON.stringify([platform, python]);
}
function pointsOf(cells) {
  return [...new Set(cells.map(({ numpy }) => numpy))].map((version) => ({
    version,
    passed: cells.every((cell) => cell.numpy !== version || cell.status === "passed")
  }));
}
function provenPython(ran, dead, pythons) {
  const labels = [...new Set(ran.map(({ python }) => python))].filter(
    (label) => /^\d[\d.]*$/.test(label)
  );
  const points = labels.map((label) => ({ version: label, passed: !dead.has(label) }));
  const universe = pythons.map((name) => ({ name, installable: true }));
  return proven(points, universe).range?.specifier ?? null;
}
function tooWide(input, cells, { longest: stretch, untested }) {
  const failing = cells.filter(
    (cell) => cell.status === "failed" && cell.declared !== null && allows(cell.declared, cell.numpy)
  );
  const declared = failing[0]?.declared;
  if (declared === void 0 || declared === null || stretch === null) {
    return [];
  }
  const versions = failing.map(({ numpy }) => numpy);
  const paste = narrowed(declared, reachOf(stretch, pointsOf(cells), input.series), versions);
  const untried = untested.filter((name) => allows(paste.replace("numpy", ""), `${name}.0`));
  const works = isDense(stretch, cells) ? `proven is ${quoted(stretch.specifier)}` : `it works with NumPy ${list(cells.filter(({ status }) => status === "passed"))}`;
  return [
    finding(rangeTooWide, input, failing, {
      facts: { declared, fails: versionsOf(failing), declare: paste },
      title: `${input.subject.name} allows NumPy versions that it does not work with`,
      explanation: `It declares ${quoted(declared)}, but fails with NumPy ${list(failing)}; ${works}.`,
      fix: `Declare ${untried.length > 0 ? "no more than" : "what works,"} "${paste}"${notTested(untried)}, or repair the failure and keep the range.`
    })
  ];
}
function notTested(series) {
  return series.length > 0 ? ` (${listSome(series, 4)} not tested)` : "";
}
function tooNarrow(input, cells, overall) {
  const { range } = overall;
  const passing = cells.filter(
    (cell) => cell.status === "passed" && cell.declared !== null && !allows(cell.declared, cell.numpy) && // One Python's failure there keeps the requirement right.
    cells.every((other) => other.numpy !== cell.numpy || other.status === "passed")
  );
  const declared = passing[0]?.declared;
  if (declared === void 0 || declared === null) {
    return [];
  }
  return [
    finding(rangeTooNarrow, input, passing, {
      facts: { declared, works: versionsOf(passing) },
      title: `${input.subject.name} works with NumPy versions that it does not allow`,
      explanation: `It declares ${quoted(declared)}, and also works with NumPy ${list(passing)}.`,
      // A few measured points say nothing of what lies between them.
      fix: range !== null && isDense(range, cells) ? `If nothing else speaks against them, declare "${widened(declared, range, versionsOf(passing))}".` : `If nothing else speaks against them, widen ${quoted(declared)} so that it allows them.`
    })
  ];
}
function isDense(range, cells) {
  const inside = cells.filter(({ numpy }) => allows(range.specifier, numpy));
  return new Set(inside.map(({ numpy }) => minorOf(numpy))).size > 1;
}
function quoted(specifier) {
  return `"numpy${specifier}"`;
}
function list(cells) {
  const versions = versionsOf(cells);
  const shown = versions.length > 6 ? [...versions.slice(0, 5), "\u2026", versions.at(-1)] : versions;
  const pythons = [...new Set(cells.map(({ python }) => minorOf(python) || python))];
  return `${shown.join(", ")} (Python ${pythons.join(", ")})`;
}
function versionsOf(cells) {
  return [...new Set(cells.map(({ numpy }) => numpy))].sort(compareNumpy);
}
function finding(kind, { subject }, cells, text) {
  return makeFinding(kind, {
    ...text,
    fault: "own",
    culprit: { distribution: subject.name, version: subject.version, module: null, file: null },
    evidence: [],
    hints: { requirement: "numpy", table: "runtime" },
    modules: [],
    combinations: cells.map(({ id }) => id)
  });
}

// src/judge/ranges/measure-range.ts
function measureRange({
  subject,
  numpy,
  pythons,
  measurements
}, verdicts, mistaken2) {
  const known = /* @__PURE__ */ new Map();
  const cells = measurements.flatMap(({ combination }) => {
    if (mistaken2.has(combination.id)) return [];
    const verdict = verdicts.get(combination.id);
    const { id, python, numpy: release, platform } = combination;
    const cell = { id, python, platform, numpy: release };
    switch (verdict) {
      case "proven":
      case "warned":
        return [{ ...cell, status: "passed", declared: declaredFor(combination) }];
      case "failed":
        return [{ ...cell, status: "failed", declared: declaredFor(combination) }];
      case "known":
      case "doubtful":
        return [{ ...cell, status: "failed", declared: null }];
      default:
        return [];
    }
  });
  const measured = judgeSupported({
    subject: { name: nameFor(subject), version: subject.version },
    cells,
    series: numpy,
    pythons
  });
  return { ...measured, findings: subject.kind === "packages" ? [] : measured.findings };
  function declaredFor({ python, interpreter }) {
    const key = JSON.stringify([python, interpreter.markers]);
    const found = known.get(key);
    if (found !== void 0) return found;
    const declared = declaredOn(python, interpreter);
    known.set(key, declared);
    return declared;
  }
  function declaredOn(python, interpreter) {
    const declared = declaredBy(factsOn(subject.facts, python), interpreter);
    const said = declared.lines.map(({ specifier }) => specifier).filter((one) => one !== "");
    if (declared.lines.length > 0) return said.join(",");
    return declared.kind === "known" ? null : "";
  }
}
function nameFor({ name, facts }) {
  const names = new Set(facts.map((one) => one.name));
  return names.size === 1 ? facts[0]?.name ?? name : name;
}

// src/judge/judge-run.ts
function judgeRun(run) {
  const { measurements, settings, subject, sources } = run;
  const measured = measurements.filter(({ state }) => state.kind !== "error");
  const seen = judge(
    measured,
    subject.facts.map(({ name }) => normaliseName(name)),
    {
      foreign: subject.kind === "packages",
      uninitialised: new Map(Object.entries(sources.uninitialised)),
      ...sources.emptyTables && { emptyTables: sources.emptyTables },
      ...settings.tolerance !== null && {
        tolerance: settings.tolerance,
        smokeFile: settings.smokeFile
      }
    }
  );
  const judgement = applyKnownFailures(seen, measurements, settings);
  const others = [...judgement.findings, ...settings.allowEmpty ? [] : missingExtensions(run)];
  const folded = [...foldJudgement(run, judgement), ...others];
  const verdicts = verdictsOf(measurements, judgement, folded);
  const range = measureRange(run, verdicts, mistaken(judgement.results, folded));
  const told = toldWith(range.findings, run, judgement);
  return {
    results: judgement.results,
    findings: orderFindings([...told ? [...told, ...others] : folded, ...range.findings]),
    verdicts,
    supported: range.supported,
    foretold: judgement.foretold,
    notices: judgement.notices
  };
}
function toldWith(range, run, judgement) {
  const wide = range.find(({ kind }) => kind === rangeTooWide.id);
  const floor = /^numpy>=([^,]+)/.exec(String(wide?.facts["declare"] ?? ""))?.[1];
  const floors = new Set(judgement.judged.flatMap(({ diagnosis }) => diagnosis.floor ?? []));
  floors.delete(floor ?? "");
  return floor === void 0 || floors.size === 0 ? null : foldJudgement(run, judgement, floor);
}
function mistaken(results, findings) {
  const errors = findings.filter(({ severity }) => severity === "error");
  const idsOf = (some) => new Set(some.flatMap(({ combinations }) => combinations));
  const own = idsOf(errors.filter(({ facts }) => facts["smokeItself"] === true));
  const other = idsOf(errors.filter(({ facts }) => facts["smokeItself"] !== true));
  const isOther = ({ facts }) => facts["otherRelease"] !== void 0;
  const byNumpy = idsOf(errors.filter((one) => !isOther(one)));
  const byRelease = [...idsOf(errors.filter(isOther))].filter((id) => !byNumpy.has(id));
  const failed = /* @__PURE__ */ new Set();
  for (const { severity, module, combination } of results) {
    if (severity === "error" && module !== SMOKE) failed.add(combination);
  }
  return /* @__PURE__ */ new Set([...byRelease, ...[...own].filter((id) => !other.has(id) && !failed.has(id))]);
}
function verdictsOf(measurements, { results, foretold }, findings) {
  const byCombination = groupBy(results, ({ combination }) => combination);
  return new Map(
    measurements.map((one) => {
      const { id } = one.combination;
      const own = findings.filter(({ combinations }) => combinations.includes(id));
      return [id, combinationVerdict(one, byCombination.get(id) ?? [], own, foretold.has(id))];
    })
  );
}
function foldJudgement(run, judgement, floor = null) {
  const byId = new Map(run.measurements.map((one) => [one.combination.id, one.combination]));
  const items = [];
  const concerned = /* @__PURE__ */ new Set();
  for (const { diagnosis, module, combination } of judgement.judged) {
    const found = byId.get(combination);
    if (!found) continue;
    items.push({ diagnosis, module, combination: found });
    concerned.add(module);
  }
  const passes2 = [];
  for (const { module, outcome, diagnosis, combination } of judgement.results) {
    if (diagnosis !== null || outcome.kind !== "imported" || !concerned.has(module)) continue;
    const found = byId.get(combination);
    if (found) passes2.push({ module, combination: found });
  }
  const planned = [...new Set(run.measurements.map(({ combination }) => combination.python))];
  return foldFindings(items, passes2, { ...run, floor, planned });
}

// src/judge/unbuilt-modules.ts
var MOST = 5;
function unbuiltModules({
  sources,
  measurements
}) {
  const ran = measurements.filter(({ observed }) => observed.length > 0);
  if (ran.length === 0) return [];
  const known = new Set(measurements.flatMap(namesOf).map(lastName));
  const missing = (sources.defined ?? []).filter(
    ({ module, isForSome }) => !isForSome && !known.has(lastName(module))
  );
  const told = missing.slice(0, MOST).map(
    ({ file, line, module }) => `${file}, line ${line}, defines ${module}, which no wheel of this run holds, so that it was not tested: if users have it, give the build what it asks for (a library, an environment variable)`
  );
  const more = missing.length - told.length;
  return more > 0 ? [...told, `${more} more modules are defined and were not built`] : told;
}
function namesOf(measurement) {
  const { observed, leftOut, notTested: notTested2, files, filesOf } = measurement;
  return [
    ...observed.map(({ module }) => module.name),
    ...leftOut,
    ...Object.keys(filesOf),
    ...[...Object.keys(files), ...notTested2.map(({ what }) => what)].flatMap(
      (text) => text.match(/\w+/g) ?? []
    )
  ];
}
function lastName(module) {
  return module.split(/[./\\]/).at(-1) ?? module;
}

// src/judge/uneven-modules.ts
var MOST_NAMES = 5;
function unevenModules(runs) {
  const several = new Set(runs.map(({ combination }) => combination.platform)).size > 1;
  const rowOf2 = ({ python, platform }) => several ? `${python} (${platform})` : python;
  const pythons = /* @__PURE__ */ new Map();
  for (const run of runs) {
    if (run.state.kind !== "ran") continue;
    const row = rowOf2(run.combination);
    const names = pythons.get(row) ?? /* @__PURE__ */ new Set();
    pythons.set(row, names);
    for (const { module } of run.observed) {
      if (module.role === "subject") names.add(module.name);
    }
  }
  const all = new Set([...pythons.values()].flatMap((names) => [...names]));
  const bySpan = /* @__PURE__ */ new Map();
  for (const name of [...all].sort()) {
    const [has, lacks] = split([...pythons], ([, names]) => names.has(name));
    if (lacks.length === 0) continue;
    const labels = (list2) => list2.map(([label]) => label).join(", ");
    const span = `on Python ${labels(has)}, not on ${labels(lacks)}`;
    bySpan.set(span, [...bySpan.get(span) ?? [], name]);
  }
  return [...bySpan].map(([span, names]) => {
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
    const verb = names.length === 1 ? "exists" : "exist";
    return `${names.slice(0, MOST_NAMES).join(", ")}${more} ${verb} ${span}`;
  });
}
function split(list2, test) {
  return [list2.filter(test), list2.filter((one) => !test(one))];
}

// src/audit/predict-import.ts
function predictImport(capi, numpy, builtWith = null) {
  if (numpy === null) return "undecided";
  const eras = erasOf({ capi });
  const isTwo = compareMinors(minorOf(numpy), "2.0") >= 0;
  if (eras.includes("1.x")) {
    if (isTwo) return "refused";
    return capi.target === null ? againstBuild(builtWith, numpy) : againstTarget(capi, numpy);
  }
  if (eras.includes("2.x")) return againstTarget(capi, numpy);
  return eras.some((era) => era === "lazy-1.x" || era === "lazy-2.x") ? "imports" : "undecided";
}
function againstTarget({ target }, numpy) {
  if (target === null) return "undecided";
  return compareMinors(target, minorOf(numpy)) > 0 ? "refused" : "imports";
}
function againstBuild(builtWith, numpy) {
  const floor = builtWith?.startsWith("1.") ? firstOfLevel(minorOf(builtWith)) : void 0;
  if (builtWith === null || floor === void 0) return "undecided";
  if (compareMinors(floor, minorOf(numpy)) <= 0) return "imports";
  return compareMinors(minorOf(builtWith), "1.24") <= 0 ? "refused" : "undecided";
}
var LEVELS = [13, 14, 15, 16, 17];
function firstOfLevel(minor) {
  const ranges = LEVELS.flatMap((level) => releasesOfApi(level) ?? []);
  const own = ranges.find(
    ({ first, last }) => compareMinors(first, minor) <= 0 && compareMinors(minor, last) <= 0
  );
  return own?.first;
}

// src/audit/predictions.ts
var CRASHES = /* @__PURE__ */ new Set(["crash", "import-array-missing"]);
function heldPredictions(measured, results, findings) {
  const { combination, observed, buildNumpy } = measured;
  const numpy = combination.numpy === NUMPY_NONE ? null : combination.numpy;
  const blamed = findings.filter(
    ({ kind, category, severity, combinations }) => category === "numpy-abi" && severity === "error" && !CRASHES.has(kind) && combinations.includes(combination.id)
  );
  const own = ofEach((capi) => predictImport(capi, numpy, buildNumpy));
  const other = ofEach((capi) => predictImport(capi, numpy));
  return observed.map(({ module }) => {
    const predict = module.role === "subject" ? own : other;
    return {
      module: module.name,
      predicted: predict(module.facts.capi),
      seen: seenOf(module, results.get(module.file), blamed)
    };
  });
}
function predictionsOf(...held) {
  const count = { imports: 0, refused: 0, undecided: 0 };
  const contradictions = [];
  for (const { module, predicted, seen } of heldPredictions(...held)) {
    count[predicted] += 1;
    if (seen === void 0 || predicted === "undecided" || predicted === seen) continue;
    contradictions.push({ module, predicted, seen });
  }
  return { ...count, contradictions };
}
function seenOf(module, result2, blamed) {
  if (result2?.outcome.kind === "imported") {
    return result2.diagnosis === null ? "imports" : void 0;
  }
  return blamed.some(({ culprit }) => culprit.file === module.file) ? "refused" : void 0;
}
function tellContradictions({ numpy, python }, { contradictions }) {
  const under = `under Python ${python} \xD7 NumPy ${numpy}`;
  return contradictions.map(
    ({ module, seen }) => seen === "imports" ? `the bytes of ${module} say that NumPy refuses it ${under}, and it is imported` : `the bytes of ${module} say nothing against it ${under}, and NumPy refuses it`
  );
}

// src/judge/set-up/last-words.ts
var MOST_LINES = 14;
var MOST_COLUMNS = 240;
var ERROR = /(?:^|[\s:])(?:fatal )?error(?: [A-Z]{1,4}\d+)?:|^(?:E|e)rror\b|^ERROR\b|^error\[|Error: |undefined reference to|^FAILED: /;
var TRIED_OUT = /(?:^|[\\/])(?:_?conf(?:ig)?test\w*\.|CMakeTmp[\\/]|CMakeScratch[\\/]|meson-private[\\/]|distutils[\\/]checks[\\/])|[\\/]gcc[\\/]\S*[\\/]include[\\/]/;
var LAST_IS_CAUSE = /^error: (?!.*\b(?:[Cc]ommand|subprocess|failed|exit|non-zero)\b)/;
function lastWords(text) {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd()).filter((line) => line !== "");
  const tail = lines.slice(-MOST_LINES);
  const isError = (line) => ERROR.test(line) && !TRIED_OUT.test(line);
  const inTail = tail.findIndex(isError);
  const first = LAST_IS_CAUSE.test(lines.at(-1) ?? "") ? lines.length - tail.length + inTail : lines.findIndex(isError);
  if (first < 0) return tail.map(cut);
  const start = lines.length - tail.length;
  if (first >= start) return tail.slice(inTail).map(cut);
  const half = MOST_LINES / 2;
  const head = lines.slice(first, Math.min(first + half, start + half));
  const rest = lines.slice(Math.max(first + head.length, lines.length - half));
  const gap = first + head.length < lines.length - rest.length ? ["\u2026"] : [];
  return [...head, ...gap, ...rest].map(cut);
}
function cut(line) {
  return line.length > MOST_COLUMNS ? `${line.slice(0, MOST_COLUMNS)}\u2026` : line;
}

// src/judge/set-up/build-error-place.ts
var ERROR2 = /(?:^|[\s:])(?:fatal )?error(?: [A-Z]{1,4}\d+)?: |^error(?:\[\w+\])?: |^ERROR|: ERROR: |^CMake Error|^Error: /;
var BEFORE_THE_ERROR = /^(?:\S*: )?((?:[A-Za-z]:|<build environment>)?[^\s:(]+\.\w+)[:(](\d+)(?:[:,]\d+)?\)?: /;
var ARROW = /^\s*--> ([^\s:]+\.rs):(\d+)/;
var CMAKE = /^CMake Error at ([^\s:]+):(\d+)/;
var CYTHON = /^((?:[A-Za-z]:)?[^\s:]+\.(?:pyx|pxd|pxi|py)):(\d+):\d+: /;
var FORTRAN = /^((?:[A-Za-z]:)?[^\s:]+\.[fF](?:\d\d|or|pp)?):(\d+):\d+:$/;
var SWIG = /^((?:[A-Za-z]:)?[^\s:(]+\.(?:i|swg))[:(](\d+)\)? ?: Error: /;
var FRAME = /^\s*File "([^"<]+)", line (\d+), in /;
var MARKED = /TOMLDecodeError: Invalid statement \(at line 1, column 1\)/;
function buildErrorPlace(output) {
  if (output.some((line) => MARKED.test(line))) return { file: "pyproject.toml", line: 1 };
  const lines = withSetupScript(output);
  for (const [at, line] of lines.entries()) {
    if (/\bwarning\b/.test(line)) continue;
    const match = CMAKE.exec(line) ?? (ERROR2.test(line) ? positionOf(lines, at) : null) ?? CYTHON.exec(line) ?? SWIG.exec(line) ?? fortran(lines, at);
    const place = placeOf(match);
    if (place !== null) return place;
  }
  return placeOf(
    lines.map((line) => FRAME.exec(line)).findLast((match) => placeOf(match) !== null) ?? null
  );
}
function withSetupScript(lines) {
  let state = "before";
  return lines.map((line) => {
    if (/[\\/]build_meta\.py", line \d+, in run_setup$/.test(line)) state = "executes";
    if (!line.trimStart().startsWith('File "<string>"')) return line;
    const begins = line.endsWith(", in <module>");
    if (begins && state === "executes") state = "inside";
    else if (begins && state === "inside") state = "after";
    return state === "inside" ? line.replace('"<string>"', '"setup.py"') : line;
  });
}
function positionOf(lines, at) {
  const own = BEFORE_THE_ERROR.exec(lines[at] ?? "");
  if (own === null) return ARROW.exec(lines[at + 1] ?? "");
  if (placeOf(own) !== null) return own;
  const end = lines.findIndex((line, index) => index > at && ERROR2.test(line));
  const detail = lines.slice(at + 1, end < 0 ? at + 20 : end);
  const used = detail.find(
    (line) => /: note: in expansion of macro|: note: expanded from/.test(line)
  );
  return used === void 0 ? null : BEFORE_THE_ERROR.exec(used);
}
function fortran(lines, at) {
  const isError = lines.slice(at + 1, at + 7).some((line) => /^(?:Fatal )?Error: /.test(line));
  return isError ? FORTRAN.exec(lines[at] ?? "") : null;
}
var FOREIGN = /(?:^|[\\/])(?:site-packages|dist-packages|lib[\\/]python3[.\d]*t?|include[\\/]python3?[.\d]*t?|numpy[\\/](?:_?core[\\/]include|distutils))[\\/]|^<|^\/usr\/|^[A-Z]:\\Program/i;
function placeOf(match) {
  const [, file, line] = match ?? [];
  if (file === void 0 || FOREIGN.test(file) || TRIED_OUT.test(file)) return null;
  return { file, line: Number(line) };
}

// src/judge/set-up/missing-headers.ts
function explainMissingHeaders(diagnosis, because) {
  if (diagnosis.kind !== "build-np-headers-missing" || because?.kind !== "build-numpy") {
    return diagnosis;
  }
  const { title } = diagnosis;
  const { version } = because;
  const told = version === null ? {
    explanation: "The compiler does not find NumPy\u2019s headers: there is no NumPy in the build environment, because `[build-system] requires` does not ask for it.",
    fix: "Add `numpy>=2.0` to `[build-system] requires`, and pass its include directory: `include_dirs=[numpy.get_include()]` in setup.py, `dependency('numpy')` in meson.build."
  } : {
    explanation: `The compiler does not find NumPy\u2019s headers, although NumPy ${version} is in the build environment: its include directory is not passed.`,
    fix: "Pass NumPy\u2019s include directory to that extension: `include_dirs=[numpy.get_include()]` in setup.py, `dependency('numpy')` in meson.build, `Python::NumPy` in CMake."
  };
  const { source, ...hints } = diagnosis.hints;
  return {
    ...diagnosis,
    ...told,
    tell: () => ({ title, ...told }),
    hints: version === null ? hints : { ...source && { source } }
  };
}

// src/judge/set-up/tell-set-up.ts
function tellSetUp({ setUp, message, lines, because }, python) {
  if (setUp !== "build-failed") {
    const text2 = [message, ...lines].join("\n");
    const remedy = setUp === "no-network" ? networkAdvice(text2) : remedyFor(because) ?? unknownPackage(message) ?? setUpRemedy(setUp);
    const reason2 = [message.replace(/(?<=[\w)"'`])$/, "."), remedy].join("\n").trimEnd();
    return { kind: setUp, reason: reason2, cause: alike(reason2) };
  }
  const text = lines.join("\n");
  const diagnosis = explainMissingHeaders(diagnoseBuildFailure(text, "build"), because);
  const words = lastWords(text);
  const lacking = markedToml(text) ?? missingBuildRequirement(text) ?? missingProgram(text) ?? missingBuildVariable(text, words);
  const known = diagnosis.kind !== "build-failed";
  const fix = known || lacking === null ? diagnosis.fix : lacking;
  const pythons = python === void 0 ? [] : [python];
  const absent = absentReleases(fix, { all: pythons, fails: pythons });
  const reason = [
    message,
    ...words.length > 0 ? ["Last lines of the build:"] : ["The build printed nothing"],
    ...words.map((line) => `  ${line}`),
    ...known ? [diagnosis.explanation] : [],
    `Fix: ${fix}`,
    ...absent === "" ? [] : [absent]
  ].join("\n");
  const error = words.find((line) => /error|not found|no such/i.test(line)) ?? words.at(-1) ?? "";
  return { kind: diagnosis.kind, reason, cause: alike(`${diagnosis.kind}: ${error}`) };
}
function buildDiagnosis({ setUp, lines, because }) {
  if (setUp !== "build-failed") return null;
  const found = diagnoseBuildFailure(lines.join("\n"), "build");
  const diagnosis = explainMissingHeaders(found, because);
  const { source: named, requirement } = diagnosis.hints;
  const source = named ?? (requirement === void 0 ? buildErrorPlace(lines) : null);
  return source === null ? diagnosis : { ...diagnosis, hints: { ...diagnosis.hints, source } };
}
function remedyFor(because) {
  switch (because?.kind) {
    case void 0:
      return null;
    case "without-wheel":
      return `Build that wheel with this Python (\`python -m pip wheel --no-deps ${because.release}\`), and name the folder that holds it with \`find-links\`.`;
    case "no-solution":
    case "build-numpy":
      return null;
    case "killed":
      return "Look for what ended it (a limit that `ulimit -a` shows, or too little memory), then run it again.";
    case "stand-in":
      return "Take it out, or let it step aside before compiled modules are imported: what was imported beside it says nothing of this NumPy. Where it stands in for a NumPy that is not installed, install it only then.";
    default:
      return because;
  }
}
var UNKNOWN = /\b([A-Za-z\d][\w.-]*) was not found in the (?:package registry|provided package locations|cache)/;
function unknownPackage(message) {
  const name = UNKNOWN.exec(message)?.[1];
  if (name === void 0) return null;
  return `If \`${name}\` is a package of this repository, build its wheel first (\`uv build --wheel --out-dir wheels PATH\` or \`python -m pip wheel --no-deps -w wheels PATH\`) and name the folder with \`find-links\`. Else name the index that has it (\`index-url\`, \`extra-index-url\`), or mend its name.`;
}
function markedToml(text) {
  if (!MARKED.test(text)) return null;
  return "pyproject.toml most likely begins with a byte order mark, which some editors on Windows write and Python\u2019s TOML reader refuses: save it as UTF-8 without one.";
}
function alike(text) {
  return text.replaceAll(/\b(?:cp|cpython-?|python|py|pypy)-?3[.\d]*t?\b/gi, "python").replaceAll(/\b3\.\d+(?:\.\d+)?(?:rc\d+|t)?\b/g, "3").replaceAll(/0x[0-9a-f]+|\b[0-9a-f]{8,}\b/gi, "#").replaceAll(/(?<=[:(,])\d+(?=[:),])/g, "#");
}

// src/report/exit-code.ts
function exitCodeOf(report, options) {
  if (options.failOn !== "never" && hasFindings(report, options.failOn)) return EXIT.findings;
  if (isUnfinished(report)) return EXIT.setUp;
  if (isEmpty(report, options.allowEmpty)) return EXIT.nothingTested;
  return EXIT.proven;
}
function hasFindings(report, failOn) {
  const counts = (severity) => severity === "error" || failOn === "warning" && severity === "warning";
  return report.findings.some((finding2) => counts(finding2.severity)) || report.combinations.some(({ verdict }) => verdict === "failed") || report.results.some((result2) => counts(result2.severity));
}
function isUnfinished({ combinations, refused = [] }) {
  return refused.length > 0 || combinations.some(({ verdict }) => verdict === "not-set-up" || verdict === "skipped");
}
function isEmpty({ combinations }, allowEmpty) {
  const ran = combinations.filter(({ verdict }) => !NOT_RUN.has(verdict));
  if (ran.length === 0) return true;
  return !allowEmpty && ran.some(({ verdict }) => verdict === "empty");
}
var NOT_RUN = /* @__PURE__ */ new Set(["not-set-up", "skipped", "excluded"]);

// src/report/evidence.ts
var LONGEST_STREAM = 6e3;
var LONGEST_MESSAGE = 2e3;
var LONGEST_LINE = 600;
var MOST_FRAMES = 40;
var MOST_EXCEPTIONS = 8;
function evidenceOf2(observation) {
  const stdout = cutText(observation.stdout, LONGEST_STREAM);
  const stderr = cutText(observation.stderr, LONGEST_STREAM);
  const exceptions = observation.exceptions.slice(0, MOST_EXCEPTIONS).map(exceptionOf);
  return {
    phase: observation.phase,
    step: observation.step,
    exceptions,
    nativeFrames: observation.nativeFrames.slice(0, MOST_FRAMES).map((frame) => ({
      ...frame,
      function: placeless(frame.function).slice(0, LONGEST_LINE),
      file: frame.file === null ? null : placeless(frame.file),
      library: frame.library === null ? null : placeless(frame.library)
    })),
    stdout: stdout.text,
    stderr: stderr.text,
    truncated: observation.truncated || stdout.cut || stderr.cut || observation.exceptions.length > MOST_EXCEPTIONS || observation.exceptions.some((one) => one.frames.length > MOST_FRAMES),
    culpritFile: observation.culpritFile === null ? null : placeless(observation.culpritFile),
    shadowedBy: observation.shadowedBy === null ? null : placeless(observation.shadowedBy),
    disagreement: observation.disagreement.map((text) => cutText(text, LONGEST_MESSAGE).text),
    confirmed: observation.confirmed
  };
}
function hasEvidence(observation) {
  return observation.outcome.kind !== "imported" || observation.exceptions.length > 0 || observation.disagreement.length > 0 || observation.stderr.trim() !== "";
}
function placeless(text) {
  let shown = "";
  let from = 0;
  for (const { index } of text.matchAll(/[\\/](?:site|dist)-packages(?=[\\/])/g)) {
    let start = index;
    while (start > from && !/[\s"'<>|*?()]/.test(text[start - 1] ?? " ")) start -= 1;
    if (from > 0 && start === from) continue;
    shown += `${text.slice(from, start)}site-packages`;
    from = index + "xsite-packages".length;
  }
  return (shown + text.slice(from)).replace(/([\\/]probe)[\\/]probe-\w{6}(?=[\\/])/g, "$1").replace(/\b0x[0-9a-f]{9,16}\b/gi, "0x\u2026");
}
function exceptionOf(exception) {
  const { frames } = exception;
  const half = MOST_FRAMES / 2;
  const kept = frames.length > MOST_FRAMES ? [...frames.slice(0, half), ...frames.slice(-half)] : frames;
  return {
    type: exception.type,
    message: cutText(exception.message, LONGEST_MESSAGE).text,
    link: exception.link,
    frames: kept.map((frame) => ({ ...frame, file: placeless(frame.file) }))
  };
}
function cutText(text, most) {
  const lines = splitLines(
    placeless(text).trimEnd().replace(/^(?:[ \t]*\r?\n)+/, "")
  );
  const short2 = lines.map(
    (line) => line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}\u2026` : line
  );
  const whole = short2.join("\n");
  const cutLines = short2.some((line, index) => line !== lines[index]);
  if (whole.length <= most) return { text: whole, cut: cutLines };
  const head = takeLines(short2, most / 3);
  const tail = takeLines(short2.slice(head.length).reverse(), most * 2 / 3).reverse();
  const left = short2.length - head.length - tail.length;
  return { text: [...head, `\u2026 ${left} lines left out \u2026`, ...tail].join("\n"), cut: true };
}
function takeLines(lines, room) {
  const kept = [];
  let used = 0;
  for (const line of lines) {
    if (used + line.length + 1 > room) break;
    kept.push(line);
    used += line.length + 1;
  }
  return kept;
}

// src/report/evidence-table.ts
var ROOM = 8 * 1024 * 1024;
function createEvidenceTable(room = ROOM) {
  const entries = [];
  const places = /* @__PURE__ */ new Map();
  let left = room;
  return {
    entries,
    add(evidence) {
      const key = JSON.stringify(evidence);
      const known = places.get(key);
      if (known !== void 0) return known;
      if (key.length > left) return void 0;
      left -= key.length;
      places.set(key, entries.length);
      entries.push(evidence);
      return entries.length - 1;
    }
  };
}

// src/commands/conclude/with-evidence.ts
function withEvidence(results, measurements) {
  const seen = observationsOf(results, measurements);
  const table = createEvidenceTable();
  const shown = [...results];
  const places = /* @__PURE__ */ new Map();
  const placeOf3 = (observation) => {
    if (!places.has(observation)) places.set(observation, table.add(evidenceOf2(observation)));
    return places.get(observation);
  };
  for (const at of worstFirst(results)) {
    const [result2, observation] = [results[at], seen[at]];
    if (result2 === void 0 || !observation) continue;
    const wanted = result2.severity !== "none" || hasEvidence(observation);
    shown[at] = detailed(result2, observation, wanted ? placeOf3(observation) : void 0);
  }
  return { results: shown, evidence: table.entries };
}
function worstFirst(results) {
  const places = { error: [], warning: [], note: [], none: [] };
  results.forEach(({ severity }, at) => {
    places[severity].push(at);
  });
  return [...places.error, ...places.warning, ...places.note, ...places.none];
}
function detailed({ combination, module, file, outcome, diagnosis, category, severity, known }, { seconds, peakBytes, loadedAs, gilEnabledBy }, evidence) {
  const found = {
    combination,
    module,
    file,
    outcome,
    diagnosis,
    category,
    severity,
    seconds: Math.round(seconds * 1e3) / 1e3
  };
  if (known) found.known = known;
  if (peakBytes !== null) found.peakBytes = peakBytes;
  if (loadedAs !== null && loadedAs.module !== module) found.loadedAs = loadedAs.module;
  if (gilEnabledBy !== null && gilEnabledBy.length > 0) found.gilEnabledBy = gilEnabledBy;
  if (evidence !== void 0) found.evidence = evidence;
  return found;
}
function observationsOf(results, measurements) {
  const byId = new Map(measurements.map((one) => [one.combination.id, one]));
  let run;
  let next = 0;
  return results.map((result2) => {
    if (run?.combination.id !== result2.combination) {
      run = byId.get(result2.combination);
      next = 0;
    }
    const here = run?.observed[next];
    if (here === void 0 || !isOf(here, result2)) return run && lookedFor(run, result2);
    next += 1;
    return here.observation;
  });
}
function isOf({ module }, result2) {
  return module.file === result2.file && module.name === result2.module;
}
function lookedFor({ observed, smoke }, result2) {
  if (result2.module === SMOKE) return smoke?.observation;
  return observed.find((one) => isOf(one, result2))?.observation;
}

// src/commands/conclude/assemble.ts
var LONGEST_OUTPUT = 64 * 1024;
var STATUS = {
  proven: "passed",
  warned: "passed",
  doubtful: "passed",
  known: "passed",
  empty: "passed",
  failed: "failed",
  "not-set-up": "error",
  skipped: "skipped",
  excluded: "excluded"
};
function assembleReport(run, judged, refused, stopped = /* @__PURE__ */ new Map()) {
  const { measurements, plan, settings } = run;
  const predicted = predictionsByCombination(measurements, judged);
  const byId = new Map(measurements.map((one) => [one.combination.id, one]));
  const combinations = [
    ...plan.planned.map((planned) => {
      const measurement = byId.get(planned.id);
      return measurement ? {
        ...measuredReport(measurement, judged),
        ...placeOf2(stopped.get(planned.id)),
        ...predicted.get(planned.id)?.field
      } : missingReport(planned);
    }),
    ...plan.excluded.map((one) => ({
      ...blank(one, one.version ?? one.python, "excluded", one.reason),
      ...one.cause !== one.reason && { cause: one.cause }
    })),
    ...plan.missing.map((one) => ({
      ...blank(one, one.version ?? one.python, "not-set-up", null),
      ...setUpReport(one.failure, one.python)
    }))
  ];
  const measured = {
    subject: subjectReport(run.subject, measurements),
    combinations,
    modules: moduleReports(measurements),
    ...withEvidence(judged.results, measurements),
    findings: judged.findings,
    ...refused.length > 0 && { refused },
    notTested: unique([...run.notTested, ...measurements.flatMap((one) => one.notTested)])
  };
  return {
    schema: 1,
    tool: run.tool,
    ...measured,
    supported: judged.supported,
    notices: [
      .../* @__PURE__ */ new Set([
        ...plan.notices,
        ...run.notices,
        ...judged.notices,
        ...[...predicted.values()].flatMap(({ told }) => told)
      ])
    ],
    verdict: verdictOf(measured),
    exitCode: exitCodeOf(measured, settings),
    seconds: run.seconds,
    ...run.timeline ? { timeline: run.timeline } : {},
    ...run.jobs === void 0 ? {} : { jobs: run.jobs }
  };
}
function predictionsByCombination(measurements, { results, findings, verdicts }) {
  const byFile = /* @__PURE__ */ new Map();
  for (const result2 of results) {
    const own = byFile.get(result2.combination) ?? /* @__PURE__ */ new Map();
    byFile.set(result2.combination, own);
    if (result2.file !== null) own.set(result2.file, result2);
  }
  return new Map(
    measurements.flatMap((one) => {
      const { id } = one.combination;
      if (one.observed.length === 0 || verdicts.get(id) === "not-set-up") return [];
      const predicted = predictionsOf(one, byFile.get(id) ?? /* @__PURE__ */ new Map(), findings);
      return [[id, { field: { predicted }, told: tellContradictions(one.combination, predicted) }]];
    })
  );
}
function measuredReport(measurement, judged) {
  const { combination, state } = measurement;
  const verdict = judged.verdicts.get(combination.id) ?? "failed";
  const wrong = state.kind === "ran" ? wrongNumpy(combination.id, judged) : null;
  const reason = "reason" in state ? state.reason : wrong;
  return {
    ...blank(combination, combination.interpreter.version, verdict, reason),
    buildNumpy: measurement.buildNumpy,
    buildPython: measurement.buildPython,
    processes: measurement.processes,
    ...state.kind === "error" ? setUpReport(state, combination.python, judged.foretold.get(combination.id)) : wrong !== null && { setUp: "wrong-numpy" },
    seconds: Math.round(measurement.seconds * 1e3) / 1e3,
    smokeOutput: measurement.smoke?.output.slice(0, LONGEST_OUTPUT) ?? null,
    loadedNumpy: loadedNumpy(measurement),
    ...measurement.reused && { reused: measurement.reused.at }
  };
}
function setUpReport(failure, python, foretoldBy) {
  const { kind, reason, cause } = tellSetUp(failure, python);
  if (foretoldBy !== void 0) {
    const [what = ""] = failure.message.split("\n");
    return { setUp: kind, reason: `as "${foretoldBy}" of known-failures foretells: ${what}` };
  }
  return { setUp: kind, reason, cause };
}
function placeOf2(location) {
  return location ? { location: { file: location.file, line: location.line } } : {};
}
function wrongNumpy(id, { verdicts, findings }) {
  if (verdicts.get(id) !== "not-set-up") return null;
  const wrong = findings.find(
    ({ kind, combinations }) => kind === "wrong-numpy" && combinations.includes(id)
  );
  return wrong?.title ?? "another NumPy than planned was loaded";
}
function missingReport(planned) {
  return blank(
    planned,
    planned.interpreter.version,
    "skipped",
    "no measurement of it is there: what was to run it was stopped, failed, or is missing"
  );
}
function blank({ id, python, numpy, platform }, version, verdict, reason) {
  return {
    id,
    python: version,
    label: python,
    numpy,
    platform,
    buildNumpy: null,
    buildPython: null,
    processes: 0,
    status: STATUS[verdict],
    verdict,
    reason,
    setUp: null,
    seconds: 0,
    smokeOutput: null
  };
}
function moduleReports(measurements) {
  const found = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Map();
  for (const { observed, combination } of measurements) {
    for (const { module } of observed) {
      const entry = seen.get(module) ?? entryOf(found, module);
      seen.set(module, entry);
      if (!entry.pythons.includes(combination.python)) entry.pythons.push(combination.python);
    }
  }
  return [...found.values()];
}
function entryOf(found, module) {
  const key = JSON.stringify([module.distribution, module.version, module.file, module.wheel]);
  const entry = found.get(key) ?? {
    name: module.name,
    distribution: module.distribution,
    version: module.version,
    file: module.file,
    wheel: module.wheel,
    pythons: [],
    capi: module.facts.capi,
    binary: pickBinary(module.facts)
  };
  found.set(key, entry);
  return entry;
}
function pickBinary({ format, machines, generators, needed }) {
  return { format, machines, generators, needed };
}
function loadedNumpy({ observed, smoke }) {
  const seen = [...observed.map((one) => one.observation), ...smoke ? [smoke.observation] : []];
  return seen.find(({ numpy }) => numpy !== null)?.numpy?.version ?? null;
}
function unique(list2) {
  return [...new Map(list2.map((one) => [`${one.what}\0${one.reason}`, one])).values()];
}

// src/commands/conclude/locate-findings.ts
async function locateFindings(findings, measurements, folder, files) {
  const sources = repositorySources(files, await repositoryRoot(folder), folder);
  const located = await together(
    findings.map(async (finding2) => {
      const failing = new Set(finding2.combinations);
      const where = surroundingsOf(
        measurements.filter(({ combination }) => failing.has(combination.id)),
        measurements
      );
      const place = finding2.location ?? await locateFinding(finding2, finding2.modules, sources, where) ?? await locateFallback(sources);
      const evidence = finding2.evidence.map(withoutSitePackages);
      return { ...finding2, evidence, hints: stableHints(finding2.hints), location: place };
    })
  );
  return orderFindings(located);
}
function stableHints(hints) {
  if (!hints.source) return hints;
  return { ...hints, source: { ...hints.source, file: withoutSitePackages(hints.source.file) } };
}

// src/commands/conclude/locate-set-ups.ts
import { isAbsolute, relative } from "node:path";
async function locateSetUps(measurements, folder, files) {
  const located = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Map();
  for (const measurement of measurements) {
    const { combination, state } = measurement;
    const diagnosis = state.kind === "error" ? buildDiagnosis(state) : null;
    if (diagnosis === null) continue;
    const { python, platform } = combination;
    const key = JSON.stringify([python, platform, diagnosis.kind, diagnosis.hints]);
    let place = known.get(key);
    if (place === void 0) {
      place = await locate(diagnosis, folder, files, surroundingsOf([measurement], measurements));
      known.set(key, place);
    }
    if (place !== null) located.set(combination.id, place);
  }
  return located;
}
async function locate(diagnosis, folder, files, surroundings2) {
  const root = await repositoryRoot(folder);
  const { source, ...hints } = diagnosis.hints;
  const known = source === void 0 || isOutside(source.file, root) ? { hints } : {};
  return await locateFinding(
    { ...diagnosis, ...known },
    [],
    repositorySources(files, root, folder),
    surroundings2
  );
}
function isOutside(file, root) {
  return isAbsolute(file) && /^\.\.|^[A-Za-z]:/.test(relative(root, file));
}

// src/commands/conclude/conclude.ts
async function conclude(measurements, folder, files, refused = []) {
  const judged = judgeRun(measurements);
  const findings = await locateFindings(judged.findings, measurements.measurements, folder, files);
  const notices = [
    ...judged.notices,
    ...unevenModules(measurements.measurements),
    ...unbuiltModules(measurements)
  ];
  const stopped = await locateSetUps(measurements.measurements, folder, files);
  return assembleReport(measurements, { ...judged, findings, notices }, refused, stopped);
}

export {
  judgeRun,
  conclude
};
