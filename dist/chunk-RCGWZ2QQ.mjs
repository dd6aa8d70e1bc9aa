import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SMOKE,
  ofEach
} from "./chunk-V26RMM4E.mjs";
import {
  orderFindings
} from "./chunk-IWKHTIKK.mjs";
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
  diagnoseSwallowed,
  diagnosed,
  failedLoads,
  noNetwork,
  plainLines,
  pyWrongTag,
  readSymptoms,
  resolverConflict
} from "./chunk-CFUXZ6DB.mjs";
import {
  compareMinors,
  compareSeverity,
  plural
} from "./chunk-4OFVZC4S.mjs";
import {
  compareNumpy
} from "./chunk-R5U2UZDA.mjs";
import {
  groupBy
} from "./chunk-DTYKCBZP.mjs";

// src/judge/diagnose/upgrade.ts
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

// src/judge/diagnose/scope-of.ts
function scopeOf(found, { modules, culprits, here, works }, known) {
  return {
    numpys: [...new Set(here.map((one) => one.numpy))].toSorted(compareNumpy),
    pythons: [...new Set(here.map((one) => one.python))],
    modules,
    culprits,
    alone: here.length === 1 && !works,
    boundaries: known.bisected.filter((one) => concerns(one, found.severity, modules, here)),
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

// src/judge/diagnose/boundary-sentence.ts
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

// src/judge/diagnose/tell-finding.ts
function tellFinding(found, scope) {
  const { title, explanation, fix } = found.tell(scope);
  const boundaries = new Set(scope.boundaries.map(boundarySentence));
  const parts = [explanation, concerned(found, scope), ...boundaries];
  return {
    title,
    explanation: parts.filter((one) => one !== "").join(" "),
    fix: (scope.upgrade && upgradeFix(scope.upgrade)) ?? fix
  };
}
function concerned({ severity }, { modules, culprits }) {
  if (modules.length < 2) return "";
  if (culprits.length > 1) {
    return `The same holds for ${plural(modules.length - 1, "more module", "more modules")}.`;
  }
  return `It ${severity === "error" ? "takes down" : "concerns"} ${modules.length} modules.`;
}

// src/judge/diagnose/told-better.ts
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

// src/judge/diagnose/fold.ts
var NOTHING_MORE = { bisected: [], advice: [] };
function foldFindings(items, passes = [], known = NOTHING_MORE) {
  const isToldBetter = toldBetter(items);
  const kept = items.filter((item) => !isToldBetter(item));
  const cause = ofEach(causeOf);
  const groups = groupBy(kept, (item) => cause(item.diagnosis));
  const passed = groupBy(passes, ({ module }) => module);
  return orderFindings([...groups.values()].map((group) => foldGroup(group, passed, known)));
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
function mostFrequent(group) {
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

// src/judge/diagnose/build-failure.ts
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
  if (offline)
    return statement(
      noNetwork,
      "environment",
      [offline],
      "A server could not be reached",
      noNetwork.remedy
    );
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
function diagnoseBuildLine(line, rules = BUILD_RULES, context = [line]) {
  for (const rule of rules) {
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

export {
  upgradeWanted,
  foldFindings,
  diagnoseAll,
  diagnoseBuildFailure,
  diagnoseBuildLine
};
