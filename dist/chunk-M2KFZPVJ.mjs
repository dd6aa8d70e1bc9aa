import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  SMOKE,
  isProvenResult
} from "./chunk-K3GDEMVZ.mjs";
import {
  ofEach
} from "./chunk-LL6UFCXA.mjs";
import {
  formatMoment
} from "./chunk-K6IXYRTY.mjs";
import {
  mayHold
} from "./chunk-OXWJFX4A.mjs";
import {
  NUMPY_NONE,
  compareNumpy
} from "./chunk-PLGXYP7V.mjs";
import {
  listSome,
  plural
} from "./chunk-C5GTPLUR.mjs";
import {
  normaliseName
} from "./chunk-M22XZUZZ.mjs";

// src/commands/conclude/subject-report.ts
function subjectReport(subject, measurements) {
  const facts = subject.facts.flatMap((one) => Object.values(one.onPython ?? { all: one }));
  const lines = facts.flatMap(
    ({ requirements, extras }) => (requirements ?? []).filter(
      ({ name, marker }) => name === "numpy" && (marker === null || mayHold(marker, extras.map(normaliseName)))
    )
  );
  const declared = [...new Set(lines.map(declaredText))];
  const pythons = facts.flatMap(({ requiresPython }) => requiresPython || []);
  return {
    kind: subject.kind,
    name: subject.name,
    version: subject.version ?? installedVersion(subject.facts, measurements),
    declaredNumpy: declared.length === 0 ? null : declared.join("; "),
    declaredPython: pythons.length === 0 ? null : [...new Set(pythons)].join(",")
  };
}
function declaredText(requirement) {
  const marker = requirement.text.split(";")[1]?.trim();
  const { specifier } = requirement;
  return marker ? `${specifier} (${marker})` : specifier;
}
function installedVersion(facts, measurements) {
  const [only, ...more] = facts;
  if (!only || more.length > 0) return null;
  const versions = new Set(measurements.flatMap(({ installed }) => installed[only.name] ?? []));
  return versions.size === 1 ? [...versions][0] ?? null : null;
}

// src/report/axes.ts
function axesOf(combinations) {
  const pythons = [...new Set(combinations.map((one) => one.label))].sort(comparePythons);
  const numpys = [...new Set(combinations.map((one) => one.numpy))].sort(compareNumpy);
  const series = /* @__PURE__ */ new Map();
  for (const numpy of numpys) series.set(seriesOf(numpy), (series.get(seriesOf(numpy)) ?? 0) + 1);
  const short = (numpy) => series.get(seriesOf(numpy)) === 1 ? seriesOf(numpy) : numpy;
  return { pythons, numpys, short };
}
function comparePythons(a, b) {
  const [left, right] = [pythonKey(a), pythonKey(b)];
  return left.implementation.localeCompare(right.implementation, "en") || compareNumbers(left.numbers, right.numbers) || left.rest.localeCompare(right.rest, "en");
}
function seriesOf(numpy) {
  return /^\d+\.\d+\.\d+$/.test(numpy) ? numpy.split(".").slice(0, 2).join(".") : numpy;
}
function pythonKey(label) {
  const match = /^(\D*)((?:\d+\.)*\d+)?(.*)$/s.exec(label);
  return {
    implementation: match?.[1] ?? "",
    numbers: (match?.[2] ?? "").split(".").map(Number),
    rest: match?.[3] ?? ""
  };
}
function compareNumbers(a, b) {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

// src/report/platforms.ts
function byPlatform(all) {
  const names = [...new Set(all.map(({ platform = "" }) => platform))].sort();
  return names.map((name) => [name, all.filter(({ platform = "" }) => platform === name)]);
}
function hasPlatforms(all) {
  return new Set(all.map(({ platform = "" }) => platform)).size > 1;
}
function tellByPlatform(said) {
  const byText = /* @__PURE__ */ new Map();
  for (const [platform, text] of said) {
    if (text !== "") byText.set(text, [...byText.get(text) ?? [], platform]);
  }
  const told = [...byText.values()].flat().length;
  return [...byText].map(([text, platforms]) => {
    if (platforms.length === said.length) return `on every platform: ${text}`;
    const only = told === platforms.length ? " only" : "";
    return `on ${andList(platforms)}${only}: ${text}`;
  }).join("; ");
}
function andList(names) {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
}

// src/escape/visible.ts
var INVISIBLE = new RegExp("(?!\\ufe0f)(?:\\p{Cc}|\\p{Cf}|\\p{Cs}|\\p{Zl}|\\p{Zp}|\\p{Default_Ignorable_Code_Point})", "gu");
var PLAIN = /^[ -~]*$/;
var PLAIN_LINES = /^[\n\t -~]*$/;
function visible(text, keep = "") {
  if ((keep === "\n	" ? PLAIN_LINES : PLAIN).test(text)) return text;
  return text.replace(
    INVISIBLE,
    (character) => keep.includes(character) ? character : escapeOf(character)
  );
}
function splitLines(text) {
  return text.split(/\r\n|\r|\n/);
}
function withoutColours(text) {
  return text.replace(/\u001b\[[0-9;:]*m/g, "");
}
function escapeOf(character) {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "	") return "\\t";
  const code = character.codePointAt(0) ?? 0;
  if (code <= 255) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code <= 65535) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\u{${code.toString(16)}}`;
}

// src/report/ranges.ts
var MAX_BLOCKS = 4;
function describeCombinations(ids, all) {
  if (!hasPlatforms(all)) return describeOnOne(ids, all);
  return tellByPlatform(
    byPlatform(all).map(([platform, own]) => {
      const there = new Set(own.map(({ id }) => id));
      return [
        platform,
        describeOnOne(
          ids.filter((id) => there.has(id)),
          own
        )
      ];
    })
  );
}
function describeOnOne(ids, all) {
  const blocks = blocksOf(ids, all);
  const axes = axesOf(all);
  const said = blocks.slice(0, MAX_BLOCKS).map((block) => describeBlock(block, axes));
  const left = blocks.slice(MAX_BLOCKS);
  if (left.length === 0) return said.join("; ");
  const wanted = new Set(ids);
  const more = all.filter(
    (one) => wanted.has(one.id) && left.some((block) => block.pythons.includes(one.label) && block.numpys.includes(one.numpy))
  ).length;
  return `${said.join("; ")}; and ${more} more`;
}
function describeRun(values, axis, name = (value) => value) {
  const runs = [];
  for (const value of axis.filter((one) => values.includes(one))) {
    const run = runs.at(-1);
    const previous = axis[axis.indexOf(value) - 1];
    if (run && previous !== void 0 && run.at(-1) === previous && value !== NUMPY_NONE) {
      run.push(value);
    } else {
      runs.push([value]);
    }
  }
  return runs.map(
    (run) => run.length >= 4 ? `${name(run[0] ?? "")}\u2013${name(run.at(-1) ?? "")}` : run.map(name).join(", ")
  ).join(", ");
}
function describeBlock(block, axes) {
  const pythons = describeRun(block.pythons, axes.pythons);
  const releases = block.numpys.filter((one) => one !== NUMPY_NONE);
  const said = [];
  if (releases.length > 0) said.push(`NumPy ${describeRun(releases, axes.numpys, axes.short)}`);
  if (releases.length < block.numpys.length) said.push("no NumPy asked for");
  return `Python ${pythons} \xD7 ${said.join(", ")}`;
}
function blocksOf(ids, all) {
  const wanted = new Set(ids);
  const cells = all.filter((one) => wanted.has(one.id));
  const barred = new Set(
    all.filter((one) => !wanted.has(one.id) && one.status !== "excluded").map((one) => cellKey(one.label, one.numpy))
  );
  const free = (block) => block.pythons.every((p) => block.numpys.every((n) => !barred.has(cellKey(p, n))));
  const byRow = mergeLines(
    unique(cells.map((one) => one.label)).map((label) => ({
      pythons: [label],
      numpys: unique(cells.filter((one) => one.label === label).map((one) => one.numpy))
    })),
    free
  );
  const byColumn = mergeLines(
    unique(cells.map((one) => one.numpy)).map((numpy) => ({
      pythons: unique(cells.filter((one) => one.numpy === numpy).map((one) => one.label)),
      numpys: [numpy]
    })),
    free
  );
  return byColumn.length < byRow.length ? byColumn : byRow;
}
function mergeLines(lines, free) {
  const blocks = [];
  for (const line of lines) {
    const at = blocks.findIndex((block) => free(union(block, line)));
    const found = blocks[at];
    if (found) blocks[at] = union(found, line);
    else blocks.push(line);
  }
  return blocks;
}
function union(a, b) {
  return {
    pythons: unique([...a.pythons, ...b.pythons]),
    numpys: unique([...a.numpys, ...b.numpys])
  };
}
function cellKey(python, numpy) {
  return JSON.stringify([python, numpy]);
}
function unique(values) {
  return [...new Set(values)];
}

// src/model/combination-verdict.ts
function isProvenVerdict(verdict) {
  return verdict === "proven" || verdict === "warned";
}

// src/report/declared.ts
function provenAndDeclared(report) {
  const { declaredNumpy, declaredPython } = report.subject;
  const passed = report.combinations.filter(({ verdict }) => isProvenVerdict(verdict));
  const range = provenNumpy(report);
  return {
    proven: passed.length === 0 || range === null ? "nothing" : `${range} ${pythonsOf(passed, report)}`,
    declared: (declaredNumpy === null ? "no numpy requirement" : `numpy${declaredNumpy}`) + (declaredPython === null ? "" : `, python${declaredPython}`)
  };
}
function pythonsOf(passed, { combinations }) {
  const on = (own, all) => describeRun(
    own.map((one) => one.label),
    axesOf(all).pythons
  );
  if (!hasPlatforms(combinations)) return `on Python ${on(passed, combinations)}`;
  return tellByPlatform(
    byPlatform(combinations).map(([platform, all]) => {
      const own = passed.filter((one) => all.includes(one));
      return [platform, own.length === 0 ? "" : `Python ${on(own, all)}`];
    })
  );
}
function provenNumpy({
  combinations,
  supported
}) {
  const { numpy: range, tested, untested } = supported;
  if (range !== null && tested.length > 1) return `numpy${range}`;
  if (tested.length > 0) {
    const gap = untested.length > 0 ? ` (${spans(untested, tested)} not tested)` : "";
    return `NumPy ${spans(tested, untested)}${gap}`;
  }
  const proven = combinations.filter(({ verdict }) => isProvenVerdict(verdict));
  return proven.some(({ numpy }) => numpy === NUMPY_NONE) ? "NumPy none asked for" : null;
}
function spans(series, others) {
  const runs = [[]];
  for (const name of [...series, ...others].sort(compareNumpy)) {
    if (series.includes(name)) runs.at(-1)?.push(name);
    else runs.push([]);
  }
  const said = runs.flatMap((run) => run.length > 2 ? [`${run[0]}\u2013${run.at(-1)}`] : run);
  const last = said.at(-1) ?? "";
  return said.length > 1 ? `${said.slice(0, -1).join(", ")} and ${last}` : last;
}
var TOTALS = [
  ["proven", "passed"],
  ["warned", "passed with a warning"],
  ["doubtful", "not proven for a warning"],
  ["empty", "had nothing to test"],
  ["failed", "failed"],
  ["known", "with known failures"],
  ["not-set-up", "not set up"],
  ["skipped", "skipped"],
  ["excluded", "excluded"]
];
function totalsOf({ combinations }) {
  const said = TOTALS.flatMap(([verdict, name]) => {
    const count = combinations.filter((one) => one.verdict === verdict).length;
    return count > 0 ? [`${count} ${name}`] : [];
  });
  return said.length > 0 ? said.join(", ") : "no combinations";
}

// src/report/causes.ts
var CONSEQUENCES = /* @__PURE__ */ new Set(["range-too-wide"]);
function causesOf(findings) {
  const all = findings.filter((one) => one.severity !== "none");
  const errors = all.filter((one) => one.severity === "error" && !CONSEQUENCES.has(one.kind));
  const explained = new Set(errors.flatMap((one) => one.combinations));
  const under = /* @__PURE__ */ new Map();
  for (const finding of all) {
    const follows = CONSEQUENCES.has(finding.kind) && errors.length > 0 && finding.combinations.every((id) => explained.has(id));
    if (!follows) continue;
    const cause = errors.toSorted((a, b) => shared(b, finding) - shared(a, finding))[0];
    if (cause) under.set(cause, [...under.get(cause) ?? [], finding]);
  }
  const told = new Set([...under.values()].flat());
  return all.filter((one) => !told.has(one)).map((finding) => ({ finding, consequences: under.get(finding) ?? [] }));
}
function shared(cause, consequence) {
  const own = new Set(cause.combinations);
  return consequence.combinations.filter((id) => own.has(id)).length;
}

// src/report/tally.ts
var tallyOf = ofEach(counted);
function counted(report) {
  const status = { planned: 0, passed: 0, failed: 0, excluded: 0, error: 0, skipped: 0 };
  for (const one of report.combinations) status[one.status] += 1;
  const ran = new Set(
    report.combinations.filter((one) => one.status === "passed" || one.status === "failed").map((one) => one.id)
  );
  const cells = /* @__PURE__ */ new Map();
  const bad = /* @__PURE__ */ new Set();
  let id;
  let cell = newCell();
  let seen = /* @__PURE__ */ new Set();
  let seenBad = /* @__PURE__ */ new Set();
  for (const result of report.results) {
    if (result.combination !== id) {
      id = result.combination;
      cell = cells.get(id) ?? newCell();
      cells.set(id, cell);
      [seen, seenBad] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
    }
    if (result.known) cell.known += 1;
    const good = isProven(result);
    if (result.module === SMOKE) {
      cell.smoke = cell.smoke === "failed" || !good ? "failed" : "passed";
      continue;
    }
    if (!seen.has(result.module)) {
      seen.add(result.module);
      cell.modules += 1;
    }
    if (good || seenBad.has(result.module)) continue;
    seenBad.add(result.module);
    cell.bad += 1;
    if (ran.has(result.combination)) bad.add(result.module);
  }
  const smokes = [...cells.values()].map((cell2) => cell2.smoke);
  return {
    status,
    tested: ran.size,
    known: report.combinations.filter(({ verdict }) => verdict === "known").map(({ id: id2 }) => id2),
    modules: [...new Set(report.modules.map((one) => one.name))],
    badModules: [...bad],
    lazy: [
      ...new Set(
        report.modules.filter((one) => one.capi.era.startsWith("lazy-")).map((one) => one.name)
      )
    ],
    smoke: {
      passed: smokes.filter((one) => one === "passed").length,
      failed: smokes.filter((one) => one === "failed").length
    },
    cells
  };
}
function newCell() {
  return { modules: 0, bad: 0, known: 0, smoke: "not-run" };
}
function isProven(result) {
  return isProvenResult(result) && !result.known;
}

// src/report/verdict.ts
function verdictOf(report) {
  const tally = tallyOf(report);
  const parts = [
    ...mainClause(report, tally),
    ...knownClause(tally),
    ...warningClause(report),
    ...doubtClause(report, tally),
    ...callClause(tally),
    ...reusedClause(report, tally),
    ...unfinishedClause(report, tally),
    ...refusedClause(report),
    ...missingPythons(report.combinations, tally),
    ...exclusionClause(tally),
    ...report.notTested.length > 0 ? [`${plural(report.notTested.length, "file")} listed but not tested here`] : []
  ];
  return parts.join("; ");
}
function headlineOf(report) {
  const tally = tallyOf(report);
  const [main = ""] = mainClause(report, tally);
  const proven = provenNumpy(report);
  const causes = causesOf(report.findings).filter(
    ({ finding }) => finding.severity === "error"
  ).length;
  const parts = [
    `${verdictMark(report, tally)} ${main}`,
    ...causes > 0 && tally.status.failed > 0 ? [plural(causes, "cause")] : [],
    ...doubtClause(report, tally),
    ...unfinishedClause(report, tally),
    ...proven === null ? [] : [`${proven} proven`]
  ];
  return parts.join(" \xB7 ");
}
function verdictMark(report, tally) {
  if (tally.status.failed > 0) return "\u2717";
  if (report.findings.some((finding) => finding.severity === "error")) return "\u2717";
  const unfinished = tally.status.error + tally.status.skipped + tally.status.planned;
  if (unfinished > 0 || (report.refused?.length ?? 0) > 0 || tally.tested === 0 || tally.modules.length === 0 || report.combinations.some(({ verdict }) => verdict === "doubtful"))
    return "!";
  return "\u2713";
}
function mainClause(report, tally) {
  const { tested, modules, status } = tally;
  const errors = report.findings.filter((finding) => finding.severity === "error").length;
  if (tested === 0) return [`nothing was tested: ${whyNothing(report, tally)}`];
  if (modules.length === 0) {
    const none = report.notTested.some(({ kind }) => kind === "left-out") ? `every compiled module of ${report.subject.name} is left out by \`modules\`` : `${report.subject.name} has no compiled module`;
    return [`nothing to test: ${none} (looked at ${plural(tested, "combination")})`];
  }
  if (status.failed === 0) {
    const sound = tested - tally.known.length;
    const proven2 = sound === 0 ? "no combination is proven" : `${plural(modules.length, "module")} import${modules.length === 1 ? "s" : ""} on ${plural(sound, "combination")}`;
    return errors === 0 ? [proven2] : [`${plural(errors, "error")} although ${proven2}`];
  }
  const count = tally.badModules.length;
  const what = count > 0 ? `${count} of ${plural(modules.length, "module")} not proven there` : tally.smoke.failed > 0 ? "every module imports, the smoke code fails" : "no module fails by itself";
  const proven = report.combinations.filter(({ verdict }) => isProvenVerdict(verdict)).length;
  return [
    `${status.failed} of ${plural(tested, "combination")} fail${tested === 1 ? "s" : ""}`,
    what,
    proven > 0 ? `${plural(proven, "combination")} proven` : "no combination is proven"
  ];
}
function whyNothing({ combinations }, { status }) {
  if (combinations.length === 0) return "no combination was planned";
  const parts = [
    ...status.excluded > 0 ? [`${status.excluded} excluded`] : [],
    ...status.error > 0 ? [`${status.error} could not be set up`] : [],
    ...status.skipped > 0 ? [`${status.skipped} skipped`] : [],
    ...status.planned > 0 ? [`${status.planned} never started`] : []
  ];
  if (combinations.length === status.excluded) {
    return combinations.length === 1 ? "the only combination is excluded" : `all ${combinations.length} combinations are excluded`;
  }
  return `of ${plural(combinations.length, "combination")}, ${parts.join(", ")}`;
}
function knownClause({ known }) {
  if (known.length === 0) return [];
  const verb = known.length === 1 ? "fails" : "fail";
  return [`${plural(known.length, "combination")} ${verb} as known-failures foretell`];
}
function warningClause(report) {
  const warnings = report.findings.filter((finding) => finding.severity === "warning").length;
  return warnings > 0 ? [plural(warnings, "warning")] : [];
}
function doubtClause({ combinations }, { tested }) {
  const doubtful = combinations.filter(({ verdict }) => verdict === "doubtful").length;
  if (doubtful === 0) return [];
  return doubtful === tested ? ["no combination is proven, for a warning"] : [`${plural(doubtful, "combination")} in doubt for a warning`];
}
function callClause({ smoke, lazy, tested, modules }) {
  if (tested === 0 || modules.length === 0) return [];
  const called = smoke.passed + smoke.failed;
  const use = lazy.length === 1 ? "uses" : "use";
  if (called === 0) {
    if (lazy.length === 0) return ["imported only, no function was called (no smoke code)"];
    return [
      `${lazy.length} ${use} NumPy lazily and ${lazy.length === 1 ? "was" : "were"} not called`
    ];
  }
  const ran = smokeText(smoke, called === tested);
  if (lazy.length === 0) return [ran];
  return [
    ran,
    `${lazy.length} ${use} NumPy lazily, proven only as far as the smoke code calls them`
  ];
}
function reusedClause({ combinations }, { tested }) {
  const times = combinations.flatMap(({ reused }) => reused ?? []).sort();
  const [oldest] = times;
  if (oldest === void 0) return [];
  const how = combinations.every(
    ({ reused, status, verdict }) => !reused || status === "passed" && verdict !== "known"
  ) ? "proven" : "measured";
  const which = times.length === tested ? "all" : `${times.length} of them`;
  const since = times.at(-1) === oldest ? "by a run of" : "by runs since";
  return [`${which} ${how} ${since} ${formatMoment(oldest)}, nothing has changed`];
}
function unfinishedClause(report, { tested, status }) {
  if (tested === 0) return [];
  const kinds = new Set(
    report.combinations.flatMap(
      (one) => one.status === "error" && one.setUp !== null ? [one.setUp] : []
    )
  );
  const why = kinds.size > 0 ? ` (${listSome([...kinds], 2)})` : "";
  return [
    ...status.error > 0 ? [`${status.error} could not be set up${why}`] : [],
    ...status.skipped > 0 ? [`${status.skipped} skipped`] : [],
    ...status.planned > 0 ? [`${status.planned} never started`] : []
  ];
}
function refusedClause({ refused = [] }) {
  const lost = refused.filter((one) => one.lost).map(({ what }) => what);
  const files = refused.length - lost.length;
  return [
    ...lost.length > 0 ? [`${listSome(lost, 3)} left no measurements`] : [],
    ...files > 0 ? [`${plural(files, "file")} of measurements could not be taken in`] : []
  ];
}
function missingPythons(all, tally) {
  if (!hasPlatforms(all)) return missingOn(all, tally, "");
  return byPlatform(all).flatMap(([platform, own]) => missingOn(own, tally, ` on ${platform}`));
}
function missingOn(combinations, { tested }, where) {
  const byCause = /* @__PURE__ */ new Map();
  for (const label of fullyExcluded(combinations)) {
    const own = combinations.filter((one) => one.label === label);
    const reasons = new Set(own.map((one) => one.reason ?? ""));
    const cause = reasons.size === 1 ? own[0]?.cause ?? own[0]?.reason ?? "" : "";
    byCause.set(cause, [...byCause.get(cause) ?? [], { label, reason: own[0]?.reason ?? "" }]);
  }
  const axis = axesOf(combinations).pythons;
  if (tested === 0) byCause.delete("");
  return [...byCause].map(([cause, members]) => {
    const labels = members.map(({ label }) => label);
    const verb = labels.length === 1 ? "was" : "were";
    const said = `Python ${describeRun(labels, axis)} ${verb} not tested${where}`;
    const reason = cause !== "" && labels.length === 1 ? members[0]?.reason ?? "" : cause;
    return reason === "" ? said : `${said} (${reason.replace(/\.$/, "")})`;
  });
}
function fullyExcluded(combinations) {
  const runnable = new Set(
    combinations.filter((one) => one.status !== "excluded").map((one) => one.label)
  );
  return axesOf(combinations).pythons.filter((label) => !runnable.has(label));
}
function exclusionClause({ tested, status }) {
  return tested > 0 && status.excluded > 0 ? [`${status.excluded} excluded`] : [];
}
function smokeText({ passed, failed }, everywhere) {
  if (failed === 0) return `the smoke code ran on ${everywhere ? "all" : passed} of them`;
  if (passed === 0) return `the smoke code failed on ${plural(failed, "combination")}`;
  return `the smoke code ran on ${plural(passed, "combination")} and failed on ${failed}`;
}

export {
  isProvenVerdict,
  axesOf,
  comparePythons,
  causesOf,
  byPlatform,
  hasPlatforms,
  tellByPlatform,
  andList,
  describeCombinations,
  describeRun,
  provenAndDeclared,
  totalsOf,
  tallyOf,
  verdictOf,
  headlineOf,
  subjectReport,
  visible,
  splitLines,
  withoutColours
};
