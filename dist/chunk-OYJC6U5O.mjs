import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  conclude
} from "./chunk-EJGDY35V.mjs";
import {
  LARGEST_BYTES,
  readMeasurementsJson
} from "./chunk-W7VX6LVT.mjs";
import {
  UNREADABLE,
  combinationOn,
  expectedWork,
  identified,
  joinPlans,
  matchingFiles,
  partName,
  platformsOf,
  readBuilt,
  readPlans,
  shardsOf,
  validateMeasurements
} from "./chunk-YFW36LPT.mjs";
import {
  repositoryRoot
} from "./chunk-EBFVU3R3.mjs";
import {
  compareNumpy
} from "./chunk-PLGXYP7V.mjs";
import {
  compareText,
  groupBy,
  listSome
} from "./chunk-C5GTPLUR.mjs";
import {
  require_pep440
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";
import {
  __toESM
} from "./chunk-MGTXAUHH.mjs";

// src/commands/merge.ts
import { join } from "node:path";

// src/judge/merge/measured-built.ts
function otherThanBuilt({ measurements }, built) {
  const known = new Set(
    built.flatMap(
      ({ platform, result }) => result.kind === "built" ? [`${platform} ${result.sha256}`] : []
    )
  );
  for (const { combination, wheels } of measurements) {
    const { id, platform } = combination;
    const other = wheels.find(({ sha256 }) => !known.has(`${platform} ${sha256}`));
    if (other !== void 0) {
      return `it measured ${id} with another ${other.file} than was built for it (SHA-256 ${other.sha256.slice(0, 12)}\u2026)`;
    }
  }
  return void 0;
}

// src/judge/merge/merge-measurements.ts
var import_pep440 = __toESM(require_pep440(), 1);

// src/judge/merge/merged-plan.ts
var LOST = "it left no measurements: it was stopped (by a time limit of its job?), failed, or never began";
function onItsPlatform({ file, document }) {
  const { plan, measurements } = document;
  if (platformsOf(plan).length > 1) return { file, document };
  const named = (one) => combinationOn(one, one.platform);
  return {
    file,
    document: {
      ...document,
      plan: {
        ...plan,
        planned: plan.planned.map(named),
        excluded: plan.excluded.map(named),
        missing: plan.missing.map(named),
        ...plan.expected && { expected: expectedOn(plan, plan.expected, named) },
        ...plan.besides && {
          besides: plan.planned.filter(({ id }) => plan.besides?.includes(id)).map((one) => named(one).id)
        }
      },
      measurements: measurements.map((one) => ({ ...one, combination: named(one.combination) }))
    }
  };
}
function expectedOn({ planned }, expected, named) {
  const { usual, combinations } = expected;
  const all = planned.map((one) => [named(one).id, combinations[one.id] ?? usual]);
  return { ...expected, combinations: Object.fromEntries(all) };
}
function wholePlan(groups) {
  const plans = groups.flatMap((group) => {
    const documents = group.map(({ document }) => document);
    return documents[0] ? [mergedPlan(documents, documents[0].plan)] : [];
  });
  const [first, ...others] = plans;
  if (!first) throw new Error("there is nothing to merge");
  if (others.length === 0) return first;
  const joined = joinPlans(plans.map((plan) => ({ plan, runner: null })));
  if (joined.kind === "twice") throw new Error(`${joined.platform} is in two plans`);
  return { id: plans.map(({ id }) => id).join("+"), ...joined.plan };
}
function lostParts(group, measured, refused) {
  const found = group.find(({ document }) => document.plan.shards !== void 0);
  if (found?.document.plan.shards === void 0) return [];
  const { plan, subject } = found.document;
  const work = expectedWork(plan, subject.kind);
  const { shards: count = 1, besides = [] } = plan;
  const planned = plan.planned.filter(({ id }) => !besides.includes(id));
  const parts = shardsOf(planned, count, work);
  const own = refused.filter((one) => isOfPlan(one, found));
  const left = new Set(
    own.flatMap(({ measurements }) => measurements.map(({ combination }) => cellOf(combination)))
  );
  const isThere = (one) => measured.has(one.id) || left.has(cellOf(one));
  const there = new Set(parts.filter((_, at) => planned[at] && isThere(planned[at])));
  return [...new Set(parts)].filter((part) => !there.has(part)).sort((a, b) => a - b).map((index) => ({
    what: partName(planned, { index, count }, work),
    reason: LOST,
    lost: true
  }));
}
function mergedPlan(documents, base) {
  const planned = /* @__PURE__ */ new Map();
  for (const { plan } of documents) for (const one of plan.planned) planned.set(one.id, one);
  const known = new Set(base.planned.map(({ id }) => id));
  const rank = /* @__PURE__ */ new Map();
  for (const one of base.planned) if (!rank.has(rowOf(one))) rank.set(rowOf(one), rank.size);
  const extra = [...planned.values()].filter(({ id }) => !known.has(id));
  const besides = [...new Set(documents.flatMap(({ plan }) => plan.besides ?? []))];
  const all = [...base.planned.flatMap(({ id }) => planned.get(id) ?? []), ...extra];
  return {
    ...base,
    planned: extra.length === 0 ? all : all.toSorted(
      (a, b) => (rank.get(rowOf(a)) ?? 0) - (rank.get(rowOf(b)) ?? 0) || compareNumpy(a.numpy, b.numpy)
    ),
    excluded: base.excluded.filter(({ id }) => !planned.has(id)),
    ...besides.length > 0 && { besides }
  };
}
function isOfPlan({ plan, tool }, { document: other }) {
  if (plan.id === other.plan.id) return true;
  const cells = ({ planned }) => JSON.stringify(planned.map(cellOf));
  return tool.version !== other.tool.version && cells(plan) === cells(other.plan);
}
function cellOf({ platform, python, numpy }) {
  return JSON.stringify([platform, python, numpy]);
}
function rowOf({ platform, python }) {
  return JSON.stringify([platform, python]);
}

// src/judge/merge/parts-of-run.ts
function partsOfRun(files) {
  const base = commonest(files, ({ document }) => JSON.stringify(identityOf(document)));
  const refused = [];
  const wheels = commonWheels(files);
  const own = [];
  for (const one of files) {
    const reason = foreignness(one.document, base.document) ?? misplaced(one.document) ?? otherWheel(one.document, wheels);
    if (reason === void 0) own.push(one);
    else refused.push({ what: one.file, reason });
  }
  const planOf = ({ document }) => document.plan.id;
  const groups = [];
  let left = own;
  const taken = /* @__PURE__ */ new Map();
  while (left.length > 0) {
    const first = commonest(left, planOf);
    const { group, others } = lookedAlike(left.filter((one) => planOf(one) === planOf(first)));
    refused.push(...others);
    const platforms = platformsOf(first.document.plan);
    const rival = platforms.flatMap((platform) => taken.get(platform) ?? [])[0];
    if (rival === void 0) {
      groups.push(group);
      for (const platform of platforms) taken.set(platform, first);
    } else {
      const [is, other] = [planOf(first), planOf(rival)].map((id) => id.slice(0, 12));
      const reason = `it comes from another run: its plan (${is}) differs from the others' (${other}), and machines of one platform share one: make it with \`plan --json FILE\` (mode plan), and run its parts`;
      refused.push(...group.map(({ file }) => ({ what: file, reason })));
    }
    left = left.filter((one) => planOf(one) !== planOf(first));
  }
  const platformOf = (group) => group.flatMap(({ document }) => platformsOf(document.plan))[0] ?? "";
  return {
    groups: groups.toSorted((a, b) => compareText(platformOf(a), platformOf(b))),
    refused: refused.toSorted((a, b) => compareText(a.what, b.what))
  };
}
function lookedAlike(files) {
  const placeOf = ({ document }) => document.measurements[0]?.combination.platform ?? "";
  const others = [];
  for (const place of new Set(files.map(placeOf))) {
    const here = files.filter((one) => placeOf(one) === place);
    const { looked: wanted } = commonest(
      here,
      ({ document }) => JSON.stringify(document.looked)
    ).document;
    for (const { file, document } of here) {
      const option = Object.keys({ ...wanted, ...document.looked }).toSorted(compareText).find((name) => document.looked?.[name] !== wanted?.[name]);
      if (option === void 0) continue;
      const reason = `it comes from another run: its \`${option}\` differs from the others'`;
      others.push({ what: file, reason });
    }
  }
  const group = files.filter(({ file }) => !others.some(({ what }) => what === file));
  return { group, others };
}
function identityOf({ tool, subject, settings }) {
  return {
    "version of numpy-abi-matrix": tool.version,
    subject: `${subject.kind} ${subject.name}`,
    commit: subject.commit ?? "none",
    settings: JSON.stringify(settings)
  };
}
function foreignness(document, base) {
  const own = Object.entries(identityOf(document));
  const wanted = new Map(Object.entries(identityOf(base)));
  const [name, is] = own.find(([field, value]) => wanted.get(field) !== value) ?? [];
  if (name !== void 0) {
    const shown = (value = "") => name === "settings" ? "" : ` (${value.slice(0, 60)})`;
    return `it comes from another run: its ${name}${shown(is)} differs from the others'${shown(wanted.get(name))}`;
  }
  const [a, b] = [document.subject.version, base.subject.version];
  return a === null || b === null || a === b ? void 0 : `it measured version ${a} of ${document.subject.name}, the others ${b}`;
}
function misplaced({ plan, measurements }) {
  const planned = new Map(plan.planned.map((one) => [one.id, one]));
  for (const { combination } of measurements) {
    const { id } = combination;
    const own = planned.get(id);
    if (own === void 0) return `it measured ${id}, which its plan does not have`;
    const [is, wanted] = [combination, own].map(whereOf);
    if (is !== wanted) return `it measured ${id} on ${is}, and its plan has it on ${wanted}`;
  }
  return void 0;
}
function whereOf({ python, numpy, platform, interpreter }) {
  const { implementation, freeThreaded, platform: machine } = interpreter;
  const build = freeThreaded ? `free-threaded ${implementation}` : implementation;
  const place = platform === machine ? machine : `${machine} (${platform})`;
  return `${build} ${python}, NumPy ${numpy}, ${place}`;
}
function commonWheels(files) {
  const seen = /* @__PURE__ */ new Map();
  for (const { document } of files) {
    for (const [file, hashes] of wheelsOf(document)) {
      const counts = seen.get(file) ?? /* @__PURE__ */ new Map();
      for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
      seen.set(file, counts);
    }
  }
  return new Map(
    [...seen].flatMap(([file, counts]) => {
      const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
      return most ? [[file, most[0]]] : [];
    })
  );
}
function otherWheel(document, common) {
  for (const [file, hashes] of wheelsOf(document)) {
    const other = [...hashes].find((hash) => hash !== common.get(file));
    if (other !== void 0)
      return `its ${file} is another file than the others' (SHA-256 ${other.slice(0, 12)}\u2026)`;
  }
  return void 0;
}
function wheelsOf({ subject, plan, measurements }) {
  const found = /* @__PURE__ */ new Map();
  if (subject.kind === "project" && !plan.buildOnce) return found;
  for (const { combination, wheels } of measurements) {
    const { python, platform } = combination;
    for (const { file, sha256 } of wheels) {
      const name = subject.kind === "project" ? `${file} (Python ${python}, ${platform})` : file;
      found.set(name, (found.get(name) ?? /* @__PURE__ */ new Set()).add(sha256));
    }
  }
  return found;
}
function commonest(files, keyOf) {
  const [largest] = [...groupBy(files, keyOf).values()].toSorted((a, b) => b.length - a.length);
  const [first] = largest ?? [];
  if (!first) throw new Error("there is nothing to merge");
  return first;
}

// src/judge/merge/merge-measurements.ts
function mergeMeasurements(files, unfit = []) {
  const ordered = files.toSorted((a, b) => compareText(a.file, b.file));
  const { groups, refused } = partsOfRun(ordered);
  const named = groups.length === 1 ? groups : groups.map((group) => group.map(onItsPlatform));
  const taken = named.flat();
  const [base] = taken;
  if (!base) throw new Error("there is nothing to merge");
  const { measured, twice } = onceEach(taken);
  refused.push(...twice);
  const documents = taken.map(({ document }) => document);
  const plan = wholePlan(named);
  const { timeline, jobs, ...own } = base.document;
  const kept = new Set(taken.map(({ file }) => file));
  const others = ordered.flatMap(({ file, document }) => kept.has(file) ? [] : [document]);
  for (const group of named) refused.push(...lostParts(group, measured, [...unfit, ...others]));
  return {
    refused,
    measurements: {
      ...own,
      subject: {
        ...base.document.subject,
        version: documents.find(({ subject }) => subject.version !== null)?.subject.version ?? null,
        facts: mergedFacts(documents)
      },
      plan,
      numpy: mergedSeries(documents),
      pythons: union(documents, ({ pythons }) => pythons).toSorted(import_pep440.compare),
      sources: {
        uninitialised: Object.assign({}, ...documents.map(({ sources }) => sources.uninitialised)),
        emptyTables: Object.assign({}, ...documents.map(({ sources }) => sources.emptyTables)),
        extensions: unionBy(documents, ({ sources }) => sources.extensions),
        defined: unionBy(documents, ({ sources }) => sources.defined ?? [])
      },
      measurements: plan.planned.flatMap(({ id }) => measured.get(id)?.measurement ?? []),
      bisected: unionBy(documents, ({ bisected }) => bisected),
      advice: unionBy(documents, ({ advice }) => advice),
      notices: union(documents, ({ notices }) => notices),
      notTested: unionBy(documents, ({ notTested }) => notTested),
      seconds: summed(documents),
      // Time lines of several machines do not lie on one axis.
      ...documents.length === 1 && { ...timeline && { timeline }, ...jobs && { jobs } }
    }
  };
}
function onceEach(files) {
  const measured = /* @__PURE__ */ new Map();
  const twice = [];
  for (const { file, document } of files) {
    const doubled = [];
    for (const measurement of document.measurements) {
      const { id } = measurement.combination;
      const earlier = measured.get(id);
      if (earlier === void 0 || weightOf(measurement) > weightOf(earlier.measurement)) {
        measured.set(id, { file, measurement });
      } else if (weightOf(measurement) === MEASURED) {
        doubled.push({ id, earlier: earlier.file });
      }
    }
    if (doubled.length > 0) twice.push({ what: file, reason: toldTwice(doubled) });
  }
  return { measured, twice };
}
function toldTwice(doubled) {
  const ids = listSome(
    doubled.map(({ id }) => id),
    3
  );
  const earlier = listSome([...new Set(doubled.map((one) => one.earlier))], 3);
  const verb = doubled.length === 1 ? "is" : "are";
  return `${ids} ${verb} measured in ${earlier}, too: which of them counts cannot be told`;
}
var MEASURED = 2;
function weightOf({ state, tried }) {
  if (state.kind === "skipped") return 0;
  return tried ? 1 : MEASURED;
}
function mergedFacts(documents) {
  const [first] = documents;
  return (first?.subject.facts ?? []).map((one) => {
    const all = documents.flatMap(
      ({ subject }) => subject.facts.flatMap(
        ({ name, onPython }) => name === one.name && onPython !== void 0 ? [onPython] : []
      )
    );
    return all.length === 0 ? one : { ...one, onPython: Object.assign({}, ...all.toReversed()) };
  });
}
function mergedSeries(documents) {
  const found = /* @__PURE__ */ new Map();
  for (const { numpy } of documents) {
    for (const { name, releases, installable } of numpy) {
      const earlier = found.get(name);
      found.set(name, {
        name,
        releases: [.../* @__PURE__ */ new Set([...earlier?.releases ?? [], ...releases])].toSorted(import_pep440.compare),
        installable: installable || (earlier?.installable ?? false)
      });
    }
  }
  return [...found.values()].toSorted((a, b) => (0, import_pep440.compare)(a.name, b.name));
}
function union(documents, of) {
  return [...new Set(documents.flatMap(of))];
}
function unionBy(documents, of) {
  return [...new Map(documents.flatMap(of).map((one) => [JSON.stringify(one), one])).values()];
}
function summed(documents) {
  const found = {};
  for (const { seconds } of documents) {
    for (const [stage, spent] of Object.entries(seconds))
      found[stage] = (found[stage] ?? 0) + Math.round(spent * 1e3);
  }
  return Object.fromEntries(Object.entries(found).map(([stage, spent]) => [stage, spent / 1e3]));
}

// src/commands/merge.ts
var MOST_PARTS = 999;
function mergeRequestOf({ output, axes, run, given }, start) {
  const { plans, built } = axes;
  const failOn = given.some(({ name }) => name === "fail-on") ? run.failOn : null;
  return { patterns: output.measurements, start, plans, built, failOn };
}
async function merge({ patterns, start, plans = [], built: builtFolder = null, failOn = null }, world, version) {
  const given = plans.length === 0 ? null : await readPlans(plans, world, version);
  const built = builtFolder === null || given?.subject.kind !== "project" ? null : await readBuilt(builtFolder, given, world);
  const wheels = built?.map(({ record }) => record) ?? null;
  const { found: paths, unmatched } = await matchingFiles(patterns, world);
  const missing = unmatched.map((what) => ({ what, reason: "there is no such file" }));
  const read = [];
  const unread = [];
  const unfit = [];
  for (const { shown, path } of paths) {
    const found = await readOne(path, world.files, version);
    const reason = found.kind === "problem" ? found.reason : otherThanGiven(found.document, given, wheels);
    if (found.kind === "measurements" && reason === void 0)
      read.push({ file: shown, document: found.document });
    else unread.push({ what: shown, reason: reason ?? "" });
    if (reason !== void 0 && found.document !== void 0) unfit.push(found.document);
  }
  if (read.length === 0) {
    if (given !== null) throw nothingLeft(given, [...unread, ...missing]);
    const why = [...unread, ...missing].map(({ what, reason }) => `${what}: ${reason}`);
    throw new UserError(["There are no measurements to merge", ...why].join("\n"), {
      exitCode: EXIT.usage,
      remedy: "Name the files that `check --measurements FILE` wrote, or their folder"
    });
  }
  const { measurements: merged, refused } = mergeMeasurements(
    read.map((one) => heldTo(one, given)),
    unfit
  );
  const measurements = failOn === null ? merged : { ...merged, settings: { ...merged.settings, failOn } };
  const folder = await projectOf(measurements.subject.folder, start, world.files);
  const open = [...missing, ...unread, ...refused];
  const report = await conclude(measurements, folder, world.files, open);
  return { report, measurements };
}
function otherThanGiven(document, given, built) {
  if (given !== null && document.plan.id !== given.plan.id)
    return "it measured another plan than the one given";
  return built === null ? void 0 : otherThanBuilt(document, built);
}
function heldTo({ file, document }, given) {
  if (given?.plan.shards === void 0) return { file, document };
  const { shards, buildOnce, expected } = given.plan;
  const plan = {
    ...document.plan,
    shards,
    ...buildOnce && { buildOnce },
    ...expected && { expected }
  };
  return { file, document: { ...document, plan } };
}
function nothingLeft({ plan, subject }, unread) {
  if (plan.planned.length === 0) return nothingToRun(plan);
  const count = plan.shards ?? 1;
  const work = expectedWork(plan, subject.kind);
  const parts = [...new Set(shardsOf(plan.planned, count, work))].sort((a, b) => a - b);
  const names = parts.map((index) => partName(plan.planned, { index, count }, work));
  const why = unread.map(({ what, reason }) => `${what}: ${reason}`);
  return new UserError(
    [`No measurements of the plan are there: ${names.join("; ")}`, ...why].join("\n"),
    {
      exitCode: EXIT.setUp,
      remedy: "See why the jobs that run `check --plan FILE --shard I/N` left none"
    }
  );
}
function nothingToRun({ excluded, missing }) {
  const reasons = [
    ...missing.map(({ failure }) => failure.message),
    ...excluded.map(({ cause }) => cause)
  ];
  return new UserError(
    ["The plan has nothing to run", ...[...new Set(reasons)].slice(0, 5)].join("\n"),
    {
      exitCode: missing.length > 0 ? EXIT.setUp : EXIT.nothingTested,
      remedy: "Ask for Pythons and NumPys that can be had together; `plan` shows each reason"
    }
  );
}
async function projectOf(folder, start, files) {
  if (folder === null) return start;
  const project = join(await repositoryRoot(start), folder);
  return await files.exists(project) ? project : start;
}
async function readOne(path, files, version) {
  const bytes = await files.read(path, LARGEST_BYTES);
  if (bytes === void 0) return { kind: "problem", reason: UNREADABLE };
  const found = readMeasurementsJson(bytes, validateMeasurements);
  if (found.kind === "problem") return found;
  const { document } = found;
  const { tool, plan, subject } = document;
  if (tool.version !== version) {
    const reason = `numpy-abi-matrix ${tool.version} wrote it, this is ${version}: use one version for all shards`;
    return { kind: "problem", reason, document };
  }
  if (plan.besides === void 0 && identified(plan, subject, version).id !== plan.id) {
    return { kind: "problem", reason: "its plan is not the one that its id stands for", document };
  }
  if (plan.shards !== void 0 && !isCount(plan.shards)) {
    const reason = `its plan is cut into ${plan.shards} parts, and ${MOST_PARTS} is the most`;
    return { kind: "problem", reason, document };
  }
  return found;
}
function isCount(parts) {
  return Number.isInteger(parts) && parts >= 1 && parts <= MOST_PARTS;
}

export {
  mergeRequestOf,
  merge
};
