import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  boolean,
  by,
  isPlace,
  leadsNowhere,
  list,
  maybeText,
  number,
  object,
  oneOf,
  orNull,
  referenceIn,
  text
} from "./chunk-K6IXYRTY.mjs";
import {
  require_picomatch
} from "./chunk-JFO4LJHS.mjs";
import {
  declaredNumpy
} from "./chunk-CZTV7UDJ.mjs";
import {
  together
} from "./chunk-OXWJFX4A.mjs";
import {
  NUMPY_NONE,
  combinationId
} from "./chunk-PLGXYP7V.mjs";
import {
  compareText,
  groupBy,
  isRecord
} from "./chunk-C5GTPLUR.mjs";
import {
  allows,
  releaseSegment
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

// src/plan/builds-of.ts
function buildsOf(planned) {
  const seen = /* @__PURE__ */ new Set();
  return planned.filter(({ platform, python }) => {
    const key = JSON.stringify([platform, python]);
    return !seen.has(key) && seen.add(key);
  });
}

// src/commands/documents/measured-plan.ts
import { createHash } from "node:crypto";

// src/model/measurement.ts
function withoutProbes(combination2, state2, seconds = 0) {
  return {
    combination: measuredCombination(combination2),
    state: state2,
    buildNumpy: null,
    buildPython: null,
    wheels: [],
    leftOut: [],
    processes: 0,
    seconds,
    observed: [],
    hookFindings: [],
    smoke: null,
    files: {},
    filesOf: {},
    installed: {},
    notTested: []
  };
}
function measuredCombination(planned) {
  const { id, python, numpy, platform, interpreter, nightly } = planned;
  const { version, implementation, freeThreaded, markers } = interpreter;
  const portable = {
    version,
    implementation,
    freeThreaded,
    platform: interpreter.platform,
    markers
  };
  return { id, python, numpy, platform, interpreter: portable, ...nightly && { nightly } };
}

// src/commands/documents/measured-plan.ts
function measuredPlan(plan2, subject2, version) {
  return identified(
    {
      planned: plan2.planned.map(measuredCombination),
      excluded: plan2.excluded,
      missing: plan2.missing,
      notices: plan2.notices
    },
    subject2,
    version
  );
}
function identified(plan2, subject2, version) {
  const { planned, excluded, missing } = plan2;
  const ids = [planned, excluded, missing].map(
    (list2) => list2.map(({ id, platform }) => [id, platform])
  );
  const identity = JSON.stringify([version, subject2.kind, subject2.name, ids]);
  return { ...plan2, id: createHash("sha256").update(identity).digest("hex") };
}

// src/commands/documents/matching-files.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { join } from "node:path";
var UNREADABLE = "it cannot be read, or is a folder without any file";
async function matchingFiles(patterns, { files, cwd }) {
  const found = /* @__PURE__ */ new Map();
  const matched = /* @__PURE__ */ new Set();
  const add = (pattern, path) => {
    matched.add(pattern);
    const posix = path.replaceAll("\\", "/");
    const base = `${cwd.replaceAll("\\", "/")}/`;
    found.set(posix, { path, shown: posix.startsWith(base) ? posix.slice(base.length) : posix });
  };
  for (const pattern of patterns) {
    const absolute = /^(?:[\\/]|[A-Za-z]:)/.test(pattern) ? pattern : join(cwd, pattern);
    if (await files.exists(absolute)) {
      const inside = await files.list(absolute);
      if (inside.length === 0) add(pattern, absolute);
      for (const file of inside) {
        if (file.endsWith(".json")) add(pattern, join(absolute, file));
      }
      continue;
    }
    const { base } = import_picomatch.default.scan(absolute.replaceAll("\\", "/"));
    const matches = (0, import_picomatch.default)(absolute.replaceAll("\\", "/"));
    for (const file of await files.list(base || "/")) {
      if (matches(`${base}/${file}`)) add(pattern, `${base}/${file}`);
    }
  }
  return {
    found: [...found.values()].toSorted((a, b) => a.path < b.path ? -1 : 1),
    unmatched: patterns.filter((pattern) => !matched.has(pattern))
  };
}

// src/model/json/compile-schema.ts
var ABOUT = ["$schema", "title", "description"];
var NOTHING_SHARED = [];
function compileSchema(schema) {
  const reading = { shared: NOTHING_SHARED, limit: 0 };
  const test = compile(schema, reading);
  return (value, shared = NOTHING_SHARED) => {
    reading.shared = shared;
    reading.limit = shared.length;
    try {
      const problem = test(value);
      return problem && `#${problem.path.toReversed().map(pointerStep).join("")}: ${problem.text}`;
    } finally {
      reading.shared = NOTHING_SHARED;
    }
  };
}
function pointerStep(step) {
  return `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
function compile(schema, reading) {
  const tests = isPlainObject(schema) ? [objectTest(schema, reading)] : Object.keys(schema).flatMap((keyword) => testsOf(keyword, schema, reading));
  const [only, ...others] = tests;
  if (only !== void 0 && others.length === 0) return following(only, reading);
  return following((value) => {
    for (let at = 0; at < tests.length; at += 1) {
      const problem = tests[at]?.(value);
      if (problem) return problem;
    }
    return void 0;
  }, reading);
}
function following(test, reading) {
  let shared = NOTHING_SHARED;
  let good = new Uint8Array(0);
  const follow = (value) => {
    if (typeof value !== "object" || value === null) return test(value);
    const place = referenceIn(value);
    if (place === void 0 || reading.shared === NOTHING_SHARED) return test(value);
    if (shared !== reading.shared) {
      shared = reading.shared;
      good = new Uint8Array(shared.length);
    }
    const { limit } = reading;
    if (!isPlace(place, limit)) throw leadsNowhere(place);
    if (good[place] === 1) return void 0;
    reading.limit = place;
    const problem = follow(shared[place]);
    reading.limit = limit;
    if (problem === void 0) good[place] = 1;
    return problem;
  };
  return follow;
}
function testsOf(keyword, schema, reading) {
  const argument = schema[keyword];
  switch (keyword) {
    case "type":
      return [typeTest([argument].flat())];
    case "const":
      return [enumTest([argument])];
    case "enum":
      return [enumTest(argument)];
    case "anyOf":
      return [anyTest(argument.map((one) => compile(one, reading)))];
    case "required":
      return [requiredTest(argument)];
    case "items":
      return [itemsTest(compile(argument, reading))];
    case "properties":
      return [propertiesTest(argument, reading)];
    case "additionalProperties":
      return [
        othersTest(compile(argument, reading), Object.keys(schema["properties"] ?? {}))
      ];
    default:
      if (ABOUT.includes(keyword)) return [];
      throw new TypeError(`the keyword "${keyword}" is not known here`);
  }
}
function isPlainObject(schema) {
  const { type, properties, required, ...others } = schema;
  return type === "object" && isRecord(properties) && Array.isArray(required) && Object.keys(others).length === 0 && required.every((name) => Object.hasOwn(properties, name)) && // What any object has needs a closer look.
  !Object.keys(properties).some((name) => name in Object.prototype);
}
function objectTest(schema, reading) {
  const { properties, required } = schema;
  const fields = Object.entries(properties).map(([name, one]) => ({
    name,
    test: compile(one, reading),
    isRequired: required.includes(name)
  }));
  const text2 = "it is no object";
  return (value) => {
    if (!isRecord(value)) return { path: [], text: text2 };
    let missing;
    for (const { name, test, isRequired } of fields) {
      const one = value[name];
      if (one === void 0) {
        if (isRequired) missing ??= name;
        continue;
      }
      const problem = test(one);
      if (problem) return below(problem, name);
    }
    return missing === void 0 ? void 0 : { path: [], text: `"${missing}" is missing` };
  };
}
function typeTest(types) {
  const text2 = `it is no ${types.join(" or ")}`;
  const [only, ...others] = types;
  if (only === "string" && others.length === 0) {
    return (value) => typeof value === "string" ? void 0 : { path: [], text: text2 };
  }
  if (others.length === 0) {
    return (value) => typeOf(value) === only ? void 0 : { path: [], text: text2 };
  }
  return (value) => types.includes(typeOf(value)) ? void 0 : { path: [], text: text2 };
}
function typeOf(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
function enumTest(values) {
  const text2 = `it is none of ${values.map((one) => JSON.stringify(one)).join(", ")}`;
  return (value) => values.includes(value) ? void 0 : { path: [], text: text2 };
}
function anyTest(tests) {
  return (value) => {
    let last;
    for (const test of tests) {
      last = test(value);
      if (last === void 0) return void 0;
    }
    return last;
  };
}
function requiredTest(names) {
  return (value) => {
    if (!isRecord(value)) return void 0;
    const missing = names.find((name) => !Object.hasOwn(value, name));
    return missing === void 0 ? void 0 : { path: [], text: `"${missing}" is missing` };
  };
}
function itemsTest(test) {
  return (value) => {
    if (!Array.isArray(value)) return void 0;
    for (let at = 0; at < value.length; at += 1) {
      const problem = test(value[at]);
      if (problem) return below(problem, at);
    }
    return void 0;
  };
}
function propertiesTest(schemas, reading) {
  const names = Object.keys(schemas);
  const tests = Object.values(schemas).map((one) => compile(one, reading));
  return (value) => {
    if (!isRecord(value)) return void 0;
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? "";
      const problem = Object.hasOwn(value, name) ? tests[at]?.(value[name]) : void 0;
      if (problem) return below(problem, name);
    }
    return void 0;
  };
}
function othersTest(test, named) {
  return (value) => {
    if (!isRecord(value)) return void 0;
    for (const name of Object.keys(value)) {
      const problem = named.includes(name) ? void 0 : test(value[name]);
      if (problem) return below(problem, name);
    }
    return void 0;
  };
}
function below(problem, step) {
  problem.path.push(step);
  return problem;
}

// src/model/json/measurements-schema.ts
var combination = {
  id: text,
  python: text,
  numpy: text,
  platform: text
};
var measuredCombination2 = object({
  ...combination,
  interpreter: object({
    version: text,
    implementation: text,
    freeThreaded: boolean,
    platform: text,
    markers: by(text)
  })
});
var capi = object({ era: text, target: maybeText, also: list(text) });
var facts = object({
  format: text,
  machines: list(text),
  initNames: list(text),
  capi,
  needed: list(text)
});
var owner = object({
  distribution: text,
  version: text,
  module: maybeText,
  file: text,
  role: oneOf("subject", "dependency")
});
var frame = object({ file: text, line: number, function: text });
var exception = object({
  type: text,
  message: text,
  link: oneOf("first", "cause", "context"),
  frames: list(frame),
  name: maybeText,
  path: maybeText
});
var observation = object(
  {
    outcome: object({
      kind: oneOf("imported", "raised", "signalled", "exited", "timed-out", "not-run")
    }),
    phase: oneOf("start", "parents", "import", "call", "exit"),
    step: maybeText,
    exceptions: list(exception),
    stdout: text,
    stderr: text,
    events: list(object({ event: oneOf("begin", "end", "fail"), module: text, file: text })),
    culpritFile: maybeText,
    oldApi: list(object({ attribute: text, file: maybeText, module: maybeText })),
    numpy: orNull(object({ version: text, file: text })),
    standIn: object({ what: text, version: maybeText, by: maybeText, module: maybeText }),
    disagreement: list(text),
    confirmed: boolean
  },
  ["standIn"]
);
var module = object({
  name: text,
  distribution: text,
  version: text,
  file: text,
  path: text,
  wheel: maybeText,
  role: oneOf("subject", "dependency"),
  facts,
  proof: text
});
var state = object({ kind: oneOf("ran", "excluded", "skipped", "error") });
var notTested = list(object({ what: text, reason: text, kind: oneOf("left-out") }, ["kind"]));
var measurement = object(
  {
    combination: measuredCombination2,
    state,
    buildNumpy: maybeText,
    buildPython: maybeText,
    wheels: list(object({ file: text, sha256: text })),
    leftOut: list(text),
    processes: number,
    seconds: number,
    observed: list(object({ module, observation })),
    hookFindings: list(object({ file: text, module: maybeText, observation })),
    smoke: orNull(object({ observation, output: text, again: maybeText })),
    files: by(
      object({
        owner: orNull(owner),
        facts: orNull(facts)
      })
    ),
    filesOf: by(list(text)),
    installed: by(text),
    notTested,
    reused: object({ at: text }),
    tried: { const: true }
  },
  ["reused", "tried"]
);
var MEASUREMENT_SCHEMA = measurement;
var MEASUREMENTS_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "numpy-abi-matrix measurements",
  description: 'What a run, or a shard of one, measured. In the file, what repeats stands once in the list "shared", and {"$shared": n} stands for its n-th entry; this schema describes the document with those put back.',
  ...object(
    {
      schema: { const: 1 },
      document: { const: "measurements" },
      tool: object({ name: text, version: text }),
      subject: object({
        kind: oneOf("project", "wheels", "packages"),
        name: text,
        version: maybeText,
        facts: list(
          object({ name: text, version: maybeText, requiresPython: maybeText, extras: list(text) })
        ),
        folder: maybeText,
        commit: maybeText
      }),
      plan: object(
        {
          id: text,
          planned: list(measuredCombination2),
          excluded: list(object({ ...combination, reason: text })),
          missing: list(
            object({ ...combination, failure: object({ setUp: text, message: text }) })
          ),
          notices: list(text),
          shards: number,
          buildOnce: { const: true },
          expected: object({
            build: { type: ["number", "null"] },
            usual: number,
            combinations: by(number)
          }),
          besides: list(text)
        },
        ["shards", "buildOnce", "expected", "besides"]
      ),
      settings: object({
        knownFailures: list(object({ text })),
        tolerance: { type: ["number", "null"] },
        smokeFile: maybeText,
        failOn: oneOf("error", "warning", "never"),
        allowEmpty: boolean
      }),
      asked: list(text),
      looked: by(text),
      numpy: list(object({ name: text, releases: list(text), installable: boolean })),
      pythons: list(text),
      sources: object(
        {
          uninitialised: by(text),
          emptyTables: by(
            object(
              {
                how: oneOf("apart", "other-symbol", "too-late", "late", "ufunc"),
                file: text,
                line: number,
                called: text,
                filledIn: text,
                within: maybeText,
                listed: boolean
              },
              ["listed"]
            )
          ),
          extensions: list(object({ file: text, line: number, what: text })),
          defined: list(
            object({ module: text, file: text, line: number, isForSome: boolean }, ["isForSome"])
          )
        },
        ["emptyTables", "defined"]
      ),
      measurements: list(measurement),
      bisected: list(
        object({ python: text, modules: list(text), lastPassing: text, firstFailing: text })
      ),
      advice: list(
        object({
          distribution: text,
          version: text,
          python: text,
          search: object({ kind: oneOf("found", "none", "unknown") })
        })
      ),
      notices: list(text),
      notTested,
      seconds: by(number)
    },
    ["asked", "looked"]
  )
};

// src/model/json/plan-schema.ts
var { tool = {}, subject = {}, plan = {} } = MEASUREMENTS_SCHEMA.properties;
var PLAN_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "numpy-abi-matrix plan",
  description: "What would run, and what not: written by `plan --json`, run by `check --plan`. What is not said here may be there, too.",
  ...object({
    schema: { const: 1 },
    document: { const: "plan" },
    tool,
    subject,
    plan,
    runners: by(text),
    pinned: by(by(list(text)))
  })
};

// src/commands/documents/validate-measurements.ts
var validateMeasurements = holding(MEASUREMENTS_SCHEMA);
var validateMeasurement = holding(MEASUREMENT_SCHEMA);
var validatePlan = holding(PLAN_SCHEMA);
function holding(schema) {
  let check;
  return (value, shared) => {
    check ??= compileSchema(schema);
    const problem = check(value, shared);
    return problem && `it is not what its schema says at ${problem}`;
  };
}

// src/commands/documents/read-plans.ts
import { relative } from "node:path";

// src/model/plan-file.ts
function readPlanFile(text2, validate) {
  const problem = (reason) => ({ kind: "problem", reason });
  let parsed2;
  try {
    parsed2 = JSON.parse(text2);
  } catch (error) {
    return problem(`it is no JSON (${error instanceof Error ? error.message : "unreadable"})`);
  }
  if (typeof parsed2 !== "object" || parsed2 === null || !("document" in parsed2)) {
    return problem("it is no plan: `plan --json FILE` writes them");
  }
  if (parsed2.document !== "plan") {
    return problem(
      `it holds ${String(parsed2.document)}, no plan: \`plan --json FILE\` writes them`
    );
  }
  const wrong = validate(parsed2);
  return wrong === void 0 ? { kind: "plan", document: parsed2 } : problem(wrong);
}

// src/plan/join-plans.ts
function joinPlans(plans) {
  const ordered = plans.toSorted((a, b) => compareText(sortKey(a), sortKey(b)));
  const seen = /* @__PURE__ */ new Map();
  for (const { plan: plan2 } of ordered) {
    for (const platform of platformsOf(plan2)) seen.set(platform, (seen.get(platform) ?? 0) + 1);
  }
  const nameOf = ({ plan: plan2, runner }, platform) => (seen.get(platform) ?? 0) > 1 && platformsOf(plan2).length === 1 ? `${platform}@${runner}` : platform;
  const shared = ordered.find(
    ({ plan: plan2, runner }) => runner === null && platformsOf(plan2).some((one) => (seen.get(one) ?? 0) > 1)
  );
  if (shared) return { kind: "twice", platform: platformsOf(shared.plan)[0] ?? "" };
  const named = ordered.map(
    (one) => ordered.length === 1 ? one.plan : onPlatform(one.plan, (platform) => nameOf(one, platform))
  );
  const names = named.flatMap(platformsOf);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== void 0) return { kind: "twice", platform: twice };
  const notices = new Set(named.flatMap(({ notices: own }) => own));
  return {
    kind: "joined",
    plan: {
      planned: named.flatMap(({ planned }) => planned),
      excluded: named.flatMap(({ excluded }) => excluded),
      missing: named.flatMap(({ missing }) => missing),
      notices: [...notices].map((notice) => {
        const of = named.filter((plan2) => plan2.notices.includes(notice));
        return of.length === named.length ? notice : `${of.flatMap(platformsOf).join(", ")}: ${notice}`;
      })
    }
  };
}
function platformsOf({
  planned,
  excluded,
  missing
}) {
  return [...new Set([...planned, ...excluded, ...missing].map(({ platform }) => platform))];
}
function onPlatform(plan2, nameOf) {
  if (platformsOf(plan2).length > 1) return plan2;
  const named = (one) => combinationOn(one, nameOf(one.platform));
  return {
    ...plan2,
    planned: plan2.planned.map(named),
    excluded: plan2.excluded.map(named),
    missing: plan2.missing.map(named)
  };
}
function combinationOn(one, platform) {
  return { ...one, id: combinationId(one.python, one.numpy, platform), platform };
}
function sortKey({ plan: plan2, runner }) {
  return JSON.stringify([platformsOf(plan2), runner]);
}

// src/commands/documents/read-plans.ts
var LARGEST_BYTES = 64 * 2 ** 20;
async function readPlans(patterns, world, version) {
  const { files, cwd } = world;
  const { found: paths, unmatched } = await matchingFiles(patterns, world);
  if (unmatched.length > 0) {
    const named = unmatched.map((pattern) => relative(cwd, pattern) || pattern).join(", ");
    throw unusable(named, "there is no such file");
  }
  const read = await together(
    paths.map(async ({ path, shown }) => {
      const text2 = await files.readText(path, LARGEST_BYTES);
      if (text2 === void 0) throw unusable(shown, UNREADABLE);
      const found = readPlanFile(text2, validatePlan);
      if (found.kind === "problem") throw unusable(shown, found.reason);
      const { tool: tool2 } = found.document;
      if (tool2.version !== version) {
        throw unusable(
          shown,
          `numpy-abi-matrix ${tool2.version} made it, this is ${version}: use one version throughout`
        );
      }
      return { shown, document: found.document };
    })
  );
  const [first2, ...others] = read;
  if (!first2) throw new Error("a plan is read where one is named");
  for (const { shown, document } of others) {
    const why = otherSubject(document.subject, first2.document.subject);
    if (why !== null) throw unusable(shown, `${why} (in ${first2.shown})`);
  }
  return others.length === 0 ? first2.document : joined(read.map(({ document }) => document));
}
function joined(documents) {
  const [first2] = documents;
  if (!first2) throw new Error("there is no plan to join");
  const named = documents.map(({ plan: plan2, runners }) => {
    const own = Object.values(runners);
    return { plan: plan2, runner: own.length === 1 ? own[0] ?? null : null };
  });
  const result = joinPlans(named);
  if (result.kind === "twice") {
    throw new UserError(`Two of the plans are for ${result.platform}`, {
      exitCode: EXIT.usage,
      remedy: "Join plans of different platforms; where two machines are of one platform, make each plan with --runner and a name of its own"
    });
  }
  const names = platformsOf(result.plan);
  const rename = (document, platform) => {
    const [runner] = Object.values(document.runners);
    return names.includes(platform) ? platform : `${platform}@${runner}`;
  };
  const mapped = (of) => Object.fromEntries(
    documents.flatMap(
      (document) => Object.entries(of(document)).map(([platform, value]) => [
        rename(document, platform),
        value
      ])
    )
  );
  return {
    ...first2,
    subject: {
      ...first2.subject,
      version: documents.find(({ subject: subject2 }) => subject2.version !== null)?.subject.version ?? null
    },
    plan: identified(result.plan, first2.subject, first2.tool.version),
    runners: mapped(({ runners }) => runners),
    pinned: mapped(({ pinned }) => pinned)
  };
}
function otherSubject(planned, here) {
  const [of, at] = [`${planned.kind} ${planned.name}`, `${here.kind} ${here.name}`];
  if (of !== at) return `it is a plan for the ${of}, and this is the ${at}`;
  if (planned.commit !== null && here.commit !== null && planned.commit !== here.commit) {
    return `it was made for commit ${planned.commit.slice(0, 12)}, and this is ${here.commit.slice(0, 12)}`;
  }
  return null;
}
function unusable(shown, reason) {
  return new UserError(`The plan ${shown} cannot be used: ${reason}`, {
    exitCode: EXIT.usage,
    remedy: "Make it anew with `plan --json FILE`, for the subject and the commit that are checked"
  });
}
function refuseOtherSubject(given, here) {
  const why = otherSubject(given.subject, here);
  if (why !== null) throw unusable("given", why);
}

// src/commands/documents/read-built.ts
import { dirname } from "node:path";

// src/model/json/built-wheel-schema.ts
var BUILT_WHEEL_SCHEMA = object({
  schema: { const: 1 },
  document: { const: "built-wheel" },
  tool: object({ name: text, version: text }),
  subject: object({ kind: text, name: text, commit: maybeText }),
  plan: text,
  python: text,
  platform: text,
  result: {
    anyOf: [
      object({
        kind: { const: "built" },
        file: text,
        sha256: text,
        buildNumpy: maybeText,
        buildPython: text,
        abi: text,
        text
      }),
      object({
        kind: { const: "none" },
        state: {
          anyOf: [
            object({ kind: { const: "excluded" }, reason: text }),
            object({
              kind: { const: "error" },
              setUp: text,
              message: text,
              lines: list(text)
            })
          ]
        }
      })
    ]
  }
});

// src/commands/documents/read-built.ts
var LARGEST_BYTES2 = 4 * 2 ** 20;
async function readBuilt(folder, given, { files, cwd }) {
  const validate = compileSchema(BUILT_WHEEL_SCHEMA);
  const { found: paths } = await matchingFiles([folder], { files, cwd });
  const read = await together(
    paths.map(async ({ path, shown }) => {
      const text2 = await files.readText(path, LARGEST_BYTES2);
      if (text2 === void 0 && path === folder) return null;
      const record = parsed(text2);
      const wrong = validate(record);
      if (wrong !== void 0) throw unusable2(shown, `\`build\` did not write it: ${wrong}`);
      const why = foreignness(record, given);
      if (why !== null) throw unusable2(shown, why);
      return { folder: dirname(path), record };
    })
  );
  return buildsOf(given.plan.planned).flatMap(({ platform, python }) => {
    const [first2, ...others] = read.filter(
      (one) => one?.record.platform === platform && one.record.python === python
    );
    if (others.length > 0) {
      throw unusable2(folder, `two builds for Python ${python} on ${platform} lie there`);
    }
    return first2 ? [first2] : [];
  });
}
function parsed(text2) {
  try {
    return JSON.parse(text2 ?? "");
  } catch {
    return void 0;
  }
}
function foreignness({ tool: tool2, subject: subject2, plan: plan2, result }, given) {
  const { version } = given.tool;
  if (tool2.version !== version)
    return `numpy-abi-matrix ${tool2.version} built it, this is ${version}`;
  if (plan2 !== given.plan.id) return "it was built for another plan";
  if (result.kind === "built" && !/^[^\\/]+\.whl$/i.test(result.file))
    return `${JSON.stringify(result.file)} is no file name of a wheel`;
  const other = otherSubject(given.subject, subject2);
  return other === null ? null : `it was built for something else: ${other}`;
}
function unusable2(shown, reason) {
  return new UserError(`What was built cannot be used: ${shown}: ${reason}`, {
    exitCode: EXIT.usage,
    remedy: "Give --built the folder that `build --plan` wrote for this plan, and nothing else in it"
  });
}

// src/plan/expected-work.ts
var BUILD = 3;
var INSTALLATION = 0.3;
function expectedWork({ buildOnce, expected }, kind) {
  const builds = kind === "project" && !buildOnce;
  if (expected === void 0) {
    return { setUp: builds ? BUILD : INSTALLATION, combinations: /* @__PURE__ */ new Map(), usual: 1 };
  }
  const { build, usual, combinations } = expected;
  const setUp = builds ? build ?? BUILD * usual : INSTALLATION * usual;
  return { setUp, usual, combinations: new Map(Object.entries(combinations)) };
}

// src/plan/shards.ts
function shardsOf(planned, count, work) {
  const found = /* @__PURE__ */ new Map();
  let before = 0;
  const platforms = groupsOf(planned, ({ platform }) => platform);
  for (const [at, number2] of sharesOf(planned, platforms, count, work).entries()) {
    const own = platforms[at] ?? [];
    for (const [place, part] of cut(planned, own, number2, work)) found.set(place, before + part);
    before += number2;
  }
  return planned.map((_, at) => found.get(at) ?? 1);
}
function shardOf(planned, { index, count }, work) {
  const parts = shardsOf(planned, count, work);
  return planned.filter((_, at) => parts[at] === index);
}
function partName(planned, shard, work) {
  const own = shardOf(planned, shard, work);
  const all = (of) => [...new Set(own.map(of))].join(", ");
  const what = `${all(({ platform }) => platform)}, Python ${all(({ python }) => python)}`;
  return `part ${shard.index}/${shard.count} (${what})`;
}
function fewestShards(planned) {
  return Math.max(1, new Set(planned.map(({ platform }) => platform)).size);
}
function sharesOf(planned, platforms, count, { setUp, ...costs }) {
  const work = platforms.map(
    (own) => own.reduce((sum, at) => sum + costOf(planned, at, costs), 0) + setUp * groupsOf(own, (at) => pythonOf(planned, at)).length
  );
  const shares = platforms.map(() => 1);
  for (let left = count - platforms.length; left > 0; left -= 1) {
    const each = work.map((one, at) => one / (shares[at] ?? 1));
    const most = each.indexOf(Math.max(...each));
    shares[most] = (shares[most] ?? 0) + 1;
  }
  return shares;
}
function cut(planned, own, count, work) {
  const pythons = groupsOf(own, (at) => pythonOf(planned, at)).map(
    (group) => group.map((at) => own[at] ?? 0)
  );
  const largest = Math.max(1, ...pythons.map((group) => group.length));
  const sizes = Array.from({ length: largest }, (_, at) => largest - at);
  const cost = (at) => costOf(planned, at, work);
  const tried = sizes.map((size) => dealt(pythons, size, count, work.setUp, cost));
  const [best] = tried.toSorted((a, b) => a.longest - b.longest || a.total - b.total);
  return best?.places ?? [];
}
function dealt(pythons, size, count, setUp, cost) {
  const pieces = pythons.flatMap(
    (group, python) => chunks(group, size).map((places2) => {
      const length = places2.reduce((sum, at) => sum + cost(at), 0);
      return { python, places: places2, length };
    })
  ).toSorted((a, b) => b.length - a.length || first(a.places) - first(b.places));
  const load = Array.from({ length: count }, () => 0);
  const has = load.map(() => /* @__PURE__ */ new Set());
  const places = pieces.flatMap(({ python, places: piece, length }) => {
    const after = load.map((one, at) => one + length + (has[at]?.has(python) ? 0 : setUp));
    const part = after.indexOf(Math.min(...after));
    load[part] = after[part] ?? 0;
    has[part]?.add(python);
    return piece.map((one) => [one, part + 1]);
  });
  const total = load.reduce((sum, one) => sum + one, 0);
  return { places, total, longest: Math.max(...load) };
}
function costOf(planned, at, { combinations, usual }) {
  return combinations.get(planned[at]?.id ?? "") ?? usual;
}
function pythonOf(planned, at) {
  return planned[at]?.python ?? "";
}
function groupsOf(list2, keyOf) {
  const groups = groupBy(list2.entries(), ([, one]) => keyOf(one));
  return [...groups.values()].map((group) => group.map(([at]) => at));
}
function chunks(list2, size) {
  const number2 = Math.ceil(list2.length / size);
  const even = Math.ceil(list2.length / number2);
  return Array.from({ length: number2 }, (_, at) => list2.slice(at * even, (at + 1) * even));
}
function first(list2) {
  return list2[0] ?? 0;
}

// src/plan/declared-range.ts
function factsOn(subjects, label) {
  return subjects.map((subject2) => subject2.onPython?.[label] ?? subject2);
}
function declaredBy(subjects, interpreter) {
  const lines = subjects.flatMap((subject2) => {
    const { name, requirements, extras, wheels, version } = subject2;
    const who = wheels === null || version === null ? name : `${name} ${version}`;
    if (normaliseName(name) === "numpy" && version !== null) {
      return [{ subject: who, specifier: `==${version}`, direct: null }];
    }
    const declared = declaredNumpy(requirements ?? [], interpreter.markers, extras, name);
    switch (declared.kind) {
      case "not-required":
        return [];
      case "direct":
        return [{ subject: who, specifier: "", direct: declared.line }];
      case "range":
        return [{ subject: who, specifier: declared.specifier, direct: null }];
      default:
        return declared;
    }
  });
  const known = subjects.every(({ requirements }) => requirements !== null);
  return { kind: known ? "known" : "unknown", lines };
}
function declaredFloor(subjects, pythons, releases) {
  const declared = pythons.map(
    ({ label, interpreter }) => declaredBy(factsOn(subjects, label), interpreter).lines
  );
  if (declared.length === 0 || !declared.every((lines) => lines.some(isBoundedBelow))) {
    return null;
  }
  const stable = releases.filter(({ prerelease }) => !prerelease);
  const oldest = stable.find(
    ({ version }) => declared.some((lines) => lines.every(({ specifier }) => allows(specifier, version)))
  );
  return oldest?.version ?? null;
}
function isBoundedBelow({ specifier }) {
  return /(?:^|,)(?:>|~=|==)/.test(specifier);
}

// src/plan/matches-combination.ts
function matchesCombination(filter, python, numpy) {
  return (filter.python === null || allows(filter.python, releaseSegment(python.version))) && matchesImplementation(filter, python.implementation ?? "cpython") && (filter.freeThreaded !== true || python.freeThreaded) && (filter.os === void 0 || matchesPlatform(filter.os, python.platform ?? "")) && (filter.numpy === null || matchesNumpy(filter.numpy, numpy));
}
function matchesImplementation(filter, implementation) {
  if (filter.implementation !== void 0) return implementation === filter.implementation;
  return implementation === "cpython" || !filter.python?.startsWith("==");
}
function matchesPlatform({ is, names }, platform) {
  return names.some((name) => platform === name || platform.startsWith(`${name}-`)) === is;
}
function matchesNumpy(specifier, numpy) {
  return specifier === NUMPY_NONE || numpy === NUMPY_NONE ? specifier === numpy : allows(specifier, numpy);
}

export {
  buildsOf,
  withoutProbes,
  measuredCombination,
  measuredPlan,
  identified,
  factsOn,
  declaredBy,
  declaredFloor,
  UNREADABLE,
  matchingFiles,
  joinPlans,
  platformsOf,
  combinationOn,
  validateMeasurements,
  validateMeasurement,
  readPlans,
  refuseOtherSubject,
  readBuilt,
  expectedWork,
  shardsOf,
  shardOf,
  partName,
  fewestShards,
  matchesCombination,
  matchesPlatform
};
