import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  measuredSubject,
  prepare,
  refuseFewShards
} from "./chunk-XUXSX3LX.mjs";
import {
  LARGEST_BYTES,
  readMeasurementsJson
} from "./chunk-W7VX6LVT.mjs";
import {
  buildsOf,
  expectedWork,
  fewestShards,
  matchingFiles,
  measuredPlan,
  readPlans,
  shardsOf,
  validateMeasurements
} from "./chunk-YFW36LPT.mjs";
import {
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";

// src/commands/documents/read-timings.ts
async function readTimings(patterns, planned, world) {
  const { found: paths, unmatched } = await matchingFiles(patterns, world);
  if (unmatched.length > 0) throw unusable(unmatched.join(", "), "there is no such file");
  const documents = await together(
    paths.map(async ({ path, shown }) => {
      const text = await world.files.readText(path, LARGEST_BYTES);
      const read = readMeasurementsJson(text ?? "", validateMeasurements);
      if (read.kind === "problem") throw unusable(shown, read.reason);
      return read.document;
    })
  );
  return expectedSeconds(documents, planned);
}
function expectedSeconds(documents, planned) {
  const known = /* @__PURE__ */ new Map();
  const add = (key, seconds) => {
    const name = JSON.stringify(key);
    known.set(name, [...known.get(name) ?? [], seconds]);
  };
  for (const { measurements, jobs = 1 } of documents) {
    for (const { combination, state, reused, seconds } of measurements) {
      if (state.kind !== "ran" || reused) continue;
      for (const key of keysOf(combination)) add(key, seconds / jobs);
    }
  }
  const usual = median(known.get("[]") ?? []) ?? 1;
  const builds = documents.flatMap(
    ({ timeline = [] }) => timeline.filter(({ stage }) => stage === "build").map(({ seconds }) => seconds)
  );
  return {
    build: rounded(median(builds)),
    usual: rounded(usual) ?? 1,
    combinations: Object.fromEntries(
      planned.map((one) => {
        const found = keysOf(one).flatMap(
          (key) => median(known.get(JSON.stringify(key)) ?? []) ?? []
        );
        return [one.id, rounded(found[0] ?? usual) ?? 1];
      })
    )
  };
}
function keysOf({ python, numpy, platform }) {
  return [[platform, python, numpy], [platform, python], [platform], []];
}
function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? null;
}
function rounded(seconds) {
  return seconds === null ? null : Math.max(0.01, Math.round(seconds * 100) / 100);
}
function unusable(shown, reason) {
  return new UserError(`No times can be read from ${shown}: ${reason}`, {
    exitCode: EXIT.usage,
    remedy: "Give what `check --measurements FILE` wrote, or its folder; or leave --timings out"
  });
}

// src/commands/plan.ts
async function plan(config, world, version) {
  const { shown, file } = config.axes.plans.length > 0 ? await joinedPlan(config, world, version) : await ownPlan(config, world, version);
  const fewest = fewestShards(file.plan.planned);
  const count = config.axes.shards ?? (fewest > 1 || config.axes.plans.length > 0 ? fewest : null);
  const expected = config.axes.timings.length === 0 ? void 0 : await readTimings(config.axes.timings, file.plan.planned, world);
  const cut = {
    ...file.plan,
    // Wheels and packages are there already.
    ...config.axes.buildOnce && file.subject.kind === "project" && { buildOnce: true },
    ...expected && { expected }
  };
  if (count === null) return { plan: shown, parts: null, file: { ...file, plan: cut } };
  refuseFewShards(file.plan.planned, count);
  return {
    plan: shown,
    parts: shardsOf(file.plan.planned, count, expectedWork(cut, file.subject.kind)),
    file: { ...file, plan: { ...cut, shards: count } }
  };
}
var MOST_JOBS = 256;
function buildsOfPlan(file) {
  const planned = file.subject.kind === "project" ? buildsOf(file.plan.planned) : [];
  const shards = Math.min(MOST_JOBS, Math.max(1, planned.length));
  return {
    file: { ...file, plan: { ...file.plan, planned, shards } },
    // A build each: what its combinations take does not count.
    parts: shardsOf(planned, shards, expectedWork({}, file.subject.kind))
  };
}
async function ownPlan(config, world, version) {
  const { subject, plan: made } = await prepare(config, world, version);
  const named = await measuredSubject(subject, world);
  const pins = subject.kind === "packages" ? subject.pinned : /* @__PURE__ */ new Map();
  const platform = made.planned[0]?.platform;
  const here = (value) => value === null || value === void 0 || platform === void 0 ? {} : { [platform]: value };
  const file = {
    schema: 1,
    document: "plan",
    tool: { name: "numpy-abi-matrix", version },
    subject: named,
    plan: measuredPlan(made, named, version),
    runners: here(config.axes.runner === null ? null : labelOf(config.axes.runner)),
    pinned: here(pins.size === 0 ? null : Object.fromEntries(pins))
  };
  return { shown: made, file };
}
function labelOf(runner) {
  const quoted = /^"([^"\\]*)"$/.exec(runner.trim())?.[1];
  return quoted ?? runner.trim();
}
async function joinedPlan(config, world, version) {
  const file = await readPlans(config.axes.plans, world, version);
  return { shown: file.plan, file };
}

export {
  plan,
  buildsOfPlan
};
