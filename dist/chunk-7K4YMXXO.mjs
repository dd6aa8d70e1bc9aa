import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EXIT,
  UserError
} from "./chunk-MMZ46JQG.mjs";

// src/host/workspace.ts
import { statfsSync } from "node:fs";
import { chmod, lstat, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
var LEAST_BYTES = 1024 * 1024;
async function createWorkspace(options) {
  const base = options.env["RUNNER_TEMP"] || tmpdir();
  return withDiskErrors([base], async () => {
    const folder = await realpath(await mkdtemp(join(base, "numpy-abi-matrix-")));
    const wanted = options.cacheDir ?? userCache(options.env);
    const usable = options.useCache && await isWritable(wanted);
    if (options.useCache && options.cacheDir !== null && !usable) {
      await removeTree(folder);
      throw new UserError(`Cannot write to the cache folder "${options.cacheDir}"`, {
        exitCode: EXIT.usage,
        remedy: "Give another folder with --cache-dir, or use --no-cache"
      });
    }
    const full = usable && hasNoRoom(wanted) && !hasNoRoom(folder);
    const cache = usable && !full ? wanted : join(folder, "cache");
    await mkdir(cache, { recursive: true });
    const trouble = full ? `The disk that holds "${wanted}" is full` : `Cannot write to "${wanted}"`;
    const notice = options.useCache && (full || !usable) ? `${trouble}: nothing of it is used, and nothing is kept for the next run (--cache-dir or XDG_CACHE_HOME names another folder)` : null;
    return { folder, cache, notice, dispose: () => removeTree(folder) };
  });
}
function userCache(env, platform = process.platform) {
  const name = "numpy-abi-matrix";
  const home = env["HOME"] || homedir();
  const chosen = env["XDG_CACHE_HOME"];
  if (chosen) return join(chosen, name);
  if (platform === "win32")
    return join(env["LOCALAPPDATA"] || join(home, "AppData", "Local"), name);
  if (platform === "darwin") return join(home, "Library", "Caches", name);
  return join(home, ".cache", name);
}
async function removeTree(folder) {
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  try {
    await remove();
  } catch {
    await makeWritable(folder);
    await remove();
  }
}
async function withDiskErrors(where, action) {
  try {
    return await action();
  } catch (error) {
    const told = error instanceof UserError ? fullDisks.get(error) : void 0;
    const other = where.find((one) => told !== void 0 && !hasNoRoom(told) && hasNoRoom(one));
    if (other !== void 0) throw diskFull(other, error);
    const { code, path } = error;
    if (code === "ENOSPC" || code === "EDQUOT") throw diskFull(path ?? where.join('" or "'), error);
    throw error;
  }
}
function diskFull(where, cause) {
  const error = new UserError(`No space left on the disk that holds "${where}"`, {
    exitCode: EXIT.setUp,
    remedy: "Free some space, or name a larger disk by TMPDIR and, for the cache, XDG_CACHE_HOME",
    cause
  });
  fullDisks.set(error, where);
  return error;
}
var fullDisks = /* @__PURE__ */ new WeakMap();
function hasNoRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    const parent = dirname(folder);
    return parent !== folder && hasNoRoom(parent);
  }
}
function saysDiskFull(text) {
  return /No space left on device|os error 28\b|Disk quota exceeded|not enough space on the disk/i.test(
    text
  );
}
async function isWritable(folder) {
  try {
    await mkdir(folder, { recursive: true });
    const file = join(folder, `.writable-${process.pid}-${Date.now()}`);
    await writeFile(file, "");
    await rm(file);
    return true;
  } catch (error) {
    return error.code === "ENOSPC";
  }
}
async function makeWritable(folder) {
  const stats = await lstat(folder).catch(() => void 0);
  if (!stats?.isDirectory()) return;
  await chmod(folder, 448).catch(() => void 0);
  for (const name of await readdir(folder).catch(() => [])) await makeWritable(join(folder, name));
}

// src/version.ts
var VERSION = "0.1.0";

// src/entry/output-file.ts
import { access, constants, stat, writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname2 } from "node:path";
async function refuseUnwritable(file) {
  const folder = await stat(dirname2(file)).catch(() => void 0);
  const itself = await stat(file).catch(() => void 0);
  const why = itself?.isDirectory() ? "it is a folder" : folder?.isDirectory() ? await access(itself ? file : dirname2(file), constants.W_OK).then(() => null, reasonOf) : "its folder does not exist";
  if (why === null) return;
  throw new UserError(`Cannot write "${file}": ${why}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a file in an existing folder, or - for standard output"
  });
}
async function refuseMissing(file) {
  const found = await stat(file).catch(() => void 0);
  if (found && !found.isDirectory()) return;
  throw new UserError(`Cannot read "${file}": ${found ? "it is a folder" : "no such file"}`, {
    exitCode: EXIT.usage,
    remedy: "Give the path of a log, or pipe it to standard input"
  });
}
async function writeText(file, text) {
  await writeFile2(file, text).catch((cause) => {
    throw new UserError(`Cannot write "${file}": ${reasonOf(cause)}`, {
      exitCode: EXIT.setUp,
      remedy: "Give another file, or - for standard output",
      cause
    });
  });
}
function reasonOf(error) {
  const { code, message } = error;
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return "no space is left on its disk";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EROFS":
      return "its disk is read-only";
    default:
      return message;
  }
}

// src/entry/answer-interrupts.ts
var STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"];
function answerInterrupts(running) {
  for (const signal of STOP_SIGNALS) {
    running.on(signal, () => {
      if (running.listenerCount(signal) > 1) return;
      running.stderr.write(
        "error: Interrupted: no process was left running\n",
        () => running.exit(EXIT.interrupted)
      );
    });
  }
}

// src/settings/suggest.ts
function suggest(written, known) {
  const name = written.toLowerCase();
  const limit = Math.max(1, Math.floor(name.length * 0.4));
  const ranked = known.map((candidate) => ({ candidate, cost: cost(name, candidate) })).filter((one) => one.cost <= limit).sort((a, b) => a.cost - b.cost);
  return ranked[0]?.candidate;
}
function cost(written, candidate) {
  const plain = (text) => text.replaceAll(/[-_]/g, "");
  if (plain(written) === plain(candidate)) return 0;
  const whole = (a, b) => a.length >= 3 && b.startsWith(`${a}-`);
  if (whole(written, candidate) || whole(candidate, written)) return 0.5;
  if (`${written}s` === candidate || written === `${candidate}s`) return 0.25;
  return editDistance(written, candidate);
}
function editDistance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row, column) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)];
      rows[i]?.push(Math.min(...costs, swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return at(a.length, b.length);
}

// src/settings/options/usual.ts
var RUN = ["check", "plan", "build"];
var CHECK = ["check"];
var REPORTING = ["check", "merge"];
var ASKING = ["check", "plan", "build", "audit"];
var EVERY = ["check", "plan", "build", "merge", "audit", "explain"];
var BOOLEAN = { type: "boolean" };
var TEXT = { type: "text" };
var PATH = { type: "path", dash: false };
var LINES = { type: "list", words: false, of: "text" };
var WORDS = { type: "list", words: true, of: "text" };
var FILTERS = { type: "list", words: false, of: "filter" };
var USUAL = {
  metavar: null,
  commands: RUN,
  input: true,
  pyproject: true,
  preset: "",
  reproduced: true
};
var ONE_RUN = { ...USUAL, pyproject: false };
var FLAG_ONLY = { ...USUAL, pyproject: false, input: false, reproduced: false };

// src/settings/options/subject.ts
var SUBJECT = {
  title: "What is tested",
  rows: {
    mode: {
      ...ONE_RUN,
      part: "request",
      name: "mode",
      flag: null,
      kind: { type: "choice", values: ["check", "plan", "build", "merge", "audit"] },
      preset: "check",
      reproduced: false,
      description: "What to do: `check` runs the matrix, `plan` only shows what would run, and why, `build` only builds the wheels of a plan, `merge` makes one report of the measurements of several runs, `audit` reads the bytes of `wheels`, of `packages`, or of what a lock file among `wheels` names"
    },
    project: {
      ...ONE_RUN,
      part: "request",
      name: "project",
      flag: null,
      kind: TEXT,
      preset: ".",
      description: "Folder of the source project to build and test"
    },
    wheels: {
      ...ONE_RUN,
      part: "request",
      name: "wheels",
      flag: "wheel",
      metavar: "GLOB",
      kind: { type: "list", words: false, of: "path" },
      description: "Test built wheels instead of a source project"
    },
    packages: {
      ...ONE_RUN,
      part: "request",
      name: "packages",
      flag: "package",
      metavar: "REQ",
      kind: LINES,
      commands: ["check", "plan", "audit"],
      description: "Test packages from the index instead of a source project, such as `pandas==2.2.3`"
    },
    requirements: {
      ...ONE_RUN,
      part: "subject",
      name: "requirements",
      flag: "requirements",
      metavar: "FILE",
      kind: { type: "path", dash: true },
      commands: ["audit"],
      description: "`audit` many packages: a file with one requirement a line, each as for `--package`; `-` is standard input",
      inputDescription: "`audit` many packages: a file with one requirement a line, each as in `packages`"
    },
    allPlatforms: {
      ...ONE_RUN,
      part: "subject",
      name: "all-platforms",
      flag: "all-platforms",
      kind: BOOLEAN,
      commands: ["audit"],
      preset: "false",
      description: "`audit` of packages: read the wheels for every platform, not those for this one"
    },
    environmentDirs: {
      ...ONE_RUN,
      part: "subject",
      name: "environment-dir",
      flag: "environment-dir",
      metavar: "DIR",
      kind: { type: "list", words: false, of: "path" },
      commands: ["audit"],
      description: "`audit` what is installed in a virtual environment, beside the NumPy in it"
    },
    modules: {
      ...USUAL,
      part: "run",
      name: "modules",
      flag: "module",
      metavar: "GLOB",
      kind: WORDS,
      preset: { shown: "all", text: "" },
      description: "Compiled modules to test; `!glob` leaves some out"
    },
    dependencies: {
      ...USUAL,
      part: "run",
      name: "dependencies",
      flag: "dependencies",
      metavar: "WHICH",
      kind: { type: "choice", values: ["none", "direct", "all"] },
      preset: "none",
      description: "Also test the compiled modules of dependencies: `none`, `direct` or `all`"
    },
    extras: {
      ...USUAL,
      part: "subject",
      name: "extras",
      flag: "extra",
      metavar: "NAME",
      kind: WORDS,
      description: "Extras of the subject to install"
    }
  }
};

// src/model/config.ts
var METADATA = ["respect", "ignore", "ignore-all"];
var FAIL_ON = ["error", "warning", "never"];

// src/settings/options/combinations.ts
var COMBINATIONS = {
  title: "Which combinations",
  rows: {
    include: {
      ...USUAL,
      part: "axes",
      name: "include",
      flag: "include",
      metavar: "LINE",
      kind: FILTERS,
      reproduced: false,
      description: "Run only the combinations that match a line such as `python=3.12 numpy<1.26`"
    },
    exclude: {
      ...USUAL,
      part: "axes",
      name: "exclude",
      flag: "exclude",
      metavar: "LINE",
      kind: FILTERS,
      reproduced: false,
      description: "Leave out the combinations that match a line such as `python=3.12 numpy<1.26`"
    },
    metadata: {
      ...USUAL,
      part: "subject",
      name: "metadata",
      flag: "metadata",
      metavar: "HOW",
      kind: { type: "choice", values: METADATA },
      preset: "respect",
      description: "The NumPy requirement: `respect` it; `ignore` the subject\u2019s own; `ignore-all` overrides everybody\u2019s"
    },
    bisect: {
      ...USUAL,
      part: "run",
      name: "bisect",
      flag: "bisect",
      kind: BOOLEAN,
      preset: "false",
      reproduced: false,
      description: "Narrow a failure down to the first NumPy release that fails"
    }
  }
};

// src/settings/options/duration.ts
var DURATION = {
  title: "How long it takes",
  rows: {
    jobs: {
      ...USUAL,
      part: "run",
      name: "jobs",
      flag: "jobs",
      short: "j",
      metavar: "N",
      kind: { type: "integer", min: 1, max: 1024 },
      preset: { shown: "cores", text: ({ cores }) => String(Math.max(1, cores)) },
      reproduced: false,
      description: "Probes that run at the same time"
    },
    budgetMinutes: {
      ...USUAL,
      part: "run",
      name: "budget",
      flag: "budget",
      metavar: "TIME",
      kind: { type: "duration", unit: "min", min: 0.01, max: 1440 },
      preset: "30",
      reproduced: false,
      description: "Minutes after which no further Python is started; what is left is skipped"
    },
    failFast: {
      ...USUAL,
      part: "run",
      name: "fail-fast",
      flag: "fail-fast",
      kind: BOOLEAN,
      preset: "false",
      reproduced: false,
      description: "Stop at the first failing combination; what is left is reported as skipped"
    }
  }
};

// src/settings/options/failures.ts
var FAILURES = {
  title: "What counts as a failure",
  rows: {
    failOn: {
      ...USUAL,
      part: "run",
      name: "fail-on",
      commands: ["check", "plan", "merge", "audit"],
      flag: "fail-on",
      metavar: "LEVEL",
      kind: { type: "choice", values: FAIL_ON },
      preset: "error",
      description: "The mildest finding that fails the run: `error`, `warning` or `never`"
    },
    allowEmpty: {
      ...USUAL,
      part: "run",
      name: "allow-empty",
      flag: "allow-empty",
      kind: BOOLEAN,
      preset: "false",
      description: "Accept a subject without any compiled module"
    },
    compare: {
      ...USUAL,
      part: "run",
      name: "compare",
      flag: "compare",
      kind: BOOLEAN,
      commands: CHECK,
      preset: "false",
      description: "Also compare what the smoke code prints across the combinations"
    },
    tolerance: {
      ...USUAL,
      part: "run",
      name: "tolerance",
      flag: "tolerance",
      metavar: "X",
      kind: { type: "number", min: 0, max: 1 },
      commands: CHECK,
      preset: "1e-9",
      description: "Relative difference of numbers that `compare` accepts"
    },
    timeoutSeconds: {
      ...USUAL,
      part: "run",
      name: "timeout",
      flag: "timeout",
      metavar: "TIME",
      kind: { type: "duration", unit: "s", min: 1, max: 86400 },
      preset: "60",
      description: "Limit for each probe, in seconds (or `2min`)"
    },
    isolation: {
      ...USUAL,
      part: "run",
      name: "isolation",
      flag: "isolation",
      metavar: "HOW",
      kind: { type: "choice", values: ["shared", "module"] },
      preset: "shared",
      description: "`shared`: modules share a process where that cannot change the answer; `module`: one process each"
    }
  }
};

// src/settings/options/first.ts
var FIRST = {
  title: "The five that matter first",
  rows: {
    pythons: {
      ...USUAL,
      part: "axes",
      name: "python-version",
      flag: "python",
      metavar: "SPEC",
      kind: { type: "list", words: true, of: "python" },
      preset: "auto",
      reproduced: false,
      description: "Pythons: `auto` (all that requires-python allows), `3.12`, `3.12.4`, `3.x`, `>=3.10`, `3.14t`, `3.15-dev`, `pypy3.10` or a path"
    },
    numpys: {
      ...USUAL,
      part: "axes",
      name: "numpy-version",
      flag: "numpy",
      metavar: "SPEC",
      kind: { type: "list", words: true, of: "numpy" },
      preset: "auto",
      reproduced: false,
      description: "NumPys: `auto` (every minor release from the declared floor on), `oldest`, `latest`, `edges`, `1.26`, `2.0.2`, `>=1.23,<2.3`, `prerelease`, `nightly`, `spec0` or `none`"
    },
    smoke: {
      ...USUAL,
      part: "run",
      name: "smoke",
      flag: "smoke",
      metavar: "FILE",
      kind: { type: "script" },
      commands: CHECK,
      description: "Python script to run after the imports, in a fresh process per combination",
      inputDescription: "Python code, or the path of a script, to run after the imports, in a fresh process per combination"
    },
    knownFailures: {
      ...USUAL,
      part: "run",
      name: "known-failures",
      flag: "known-failure",
      metavar: "LINE",
      kind: FILTERS,
      description: "Failures to accept, such as `numpy<1.23 module=pkg._x: reason`; one that passes turns red"
    },
    reportDir: {
      ...ONE_RUN,
      part: "output",
      name: "report-dir",
      flag: "report-dir",
      metavar: "DIR",
      kind: PATH,
      commands: REPORTING,
      reproduced: false,
      description: "Folder for the report in every format; made where it does not exist"
    }
  }
};

// src/settings/options/index-places.ts
var INDEX_PLACES = {
  title: "Where packages come from",
  rows: {
    indexUrl: {
      ...USUAL,
      part: "index",
      name: "index-url",
      commands: ASKING,
      flag: "index-url",
      metavar: "URL",
      kind: TEXT,
      preset: { shown: "uv\u2019s", text: "" },
      description: "Package index to use instead of the configured one"
    },
    extraIndexUrls: {
      ...USUAL,
      part: "index",
      name: "extra-index-url",
      commands: ASKING,
      flag: "extra-index-url",
      metavar: "URL",
      kind: LINES,
      description: "Further package index"
    },
    findLinks: {
      ...USUAL,
      part: "index",
      name: "find-links",
      commands: ASKING,
      flag: "find-links",
      metavar: "PLACE",
      kind: { type: "list", words: false, of: "place" },
      description: "Folder or page with further wheels"
    },
    nightlyIndex: {
      ...USUAL,
      part: "index",
      name: "nightly-index",
      flag: "nightly-index",
      metavar: "URL",
      kind: TEXT,
      description: "Index that has the wheels for the NumPy spec `nightly`, which needs it"
    }
  }
};

// src/settings/options/installation.ts
var INSTALLATION = {
  title: "How it is built and installed",
  rows: {
    buildNumpy: {
      ...USUAL,
      part: "subject",
      name: "build-numpy",
      flag: "build-numpy",
      metavar: "SPEC",
      kind: { type: "numpy" },
      description: "NumPy to build against: a release, a minor, a range, `oldest` or `latest`"
    },
    constraints: {
      ...USUAL,
      part: "subject",
      name: "constraints",
      flag: "constraint",
      metavar: "FILE",
      kind: { type: "list", words: false, of: "file" },
      description: "Constraints, requirements or lock file for every installation"
    },
    environment: {
      ...USUAL,
      part: "run",
      name: "environment",
      flag: "environment",
      metavar: "NAME",
      kind: WORDS,
      description: "Environment variables that probes may see, besides PATH and the like"
    }
  }
};

// src/settings/options/kept.ts
var CACHE_MODES = ["auto", "true", "false"];
var KEPT = {
  title: "What is kept between runs",
  rows: {
    cacheDir: {
      ...FLAG_ONLY,
      part: "kept",
      name: "cache-dir",
      flag: "cache-dir",
      metavar: "DIR",
      kind: PATH,
      commands: ["check", "plan", "build", "audit", "cache"],
      preset: { shown: "the user\u2019s cache folder", text: "" },
      description: "Folder for downloads, built wheels and measurements that are kept"
    },
    noCache: {
      ...FLAG_ONLY,
      part: "kept",
      name: "no-cache",
      flag: "no-cache",
      kind: BOOLEAN,
      commands: ["check", "plan", "build", "audit"],
      preset: "false",
      description: "Use nothing of earlier runs, and keep nothing for the next"
    },
    cache: {
      ...ONE_RUN,
      part: "kept",
      name: "cache",
      flag: null,
      kind: { type: "choice", values: CACHE_MODES },
      commands: RUN,
      preset: "auto",
      reproduced: false,
      description: "Keep built wheels and measurements in the workflow\u2019s cache: `auto` (neither for releases nor for tags; read-only where a stranger\u2019s code may run), `true` (also for those) or `false`"
    },
    fresh: {
      ...ONE_RUN,
      part: "kept",
      name: "fresh",
      flag: "fresh",
      kind: BOOLEAN,
      commands: ["check", "build"],
      preset: "false",
      reproduced: false,
      description: "Build and import everything, also where nothing has changed since an earlier run"
    }
  }
};

// src/settings/options/reports.ts
var REPORTS = {
  html: {
    ...FLAG_ONLY,
    part: "reports",
    name: "html",
    flag: "html",
    metavar: "FILE",
    kind: PATH,
    commands: REPORTING,
    description: "Write the report as one HTML page to explore"
  },
  sarif: {
    ...FLAG_ONLY,
    part: "reports",
    name: "sarif",
    flag: "sarif",
    metavar: "FILE",
    kind: PATH,
    commands: ["check", "merge", "audit"],
    description: "Write the findings as SARIF 2.1.0, for code scanning"
  },
  junit: {
    ...FLAG_ONLY,
    part: "reports",
    name: "junit",
    flag: "junit",
    metavar: "FILE",
    kind: PATH,
    commands: REPORTING,
    description: "Write one test case per module and combination as JUnit XML"
  },
  markdown: {
    ...FLAG_ONLY,
    part: "reports",
    name: "markdown",
    flag: "markdown",
    metavar: "FILE",
    kind: PATH,
    commands: REPORTING,
    description: "Write a short Markdown text for a release page"
  },
  "code-quality": {
    ...FLAG_ONLY,
    part: "reports",
    name: "code-quality",
    flag: "code-quality",
    metavar: "FILE",
    kind: PATH,
    commands: REPORTING,
    description: "Write the findings as GitLab\u2019s Code Quality JSON"
  },
  badge: {
    ...FLAG_ONLY,
    part: "reports",
    name: "badge",
    flag: "badge",
    metavar: "FILE",
    kind: PATH,
    commands: REPORTING,
    description: "Write a shields.io endpoint that says which NumPys are proven"
  }
};

// src/settings/options/output.ts
var OUTPUT = {
  title: "Files and output",
  rows: {
    json: {
      ...FLAG_ONLY,
      part: "output",
      name: "json",
      flag: "json",
      metavar: "FILE",
      kind: { type: "path", dash: true },
      commands: EVERY,
      description: "Write the report as JSON; `-` is standard output"
    },
    ...REPORTS,
    jsonLines: {
      ...FLAG_ONLY,
      part: "output",
      name: "json-lines",
      flag: "json-lines",
      metavar: "FILE",
      kind: { type: "path", dash: true },
      commands: ["audit"],
      description: "`audit` of packages: add the result of each to FILE as soon as it is there, as one line of JSON; what FILE has already is not read again"
    },
    shard: {
      ...ONE_RUN,
      part: "axes",
      name: "shard",
      flag: "shard",
      metavar: "I/N",
      kind: { type: "shard" },
      commands: ["check", "build", "audit"],
      reproduced: false,
      description: "Run the I-th of N parts of the plan, such as 3/10; `merge` puts them together. `audit` of packages: every N-th of them"
    },
    shards: {
      ...ONE_RUN,
      part: "axes",
      name: "shards",
      flag: "shards",
      metavar: "N",
      kind: { type: "integer", min: 1, max: 256 },
      commands: ["plan"],
      reproduced: false,
      description: "Cut the plan into N parts, one a job, and show which part has what"
    },
    plans: {
      ...ONE_RUN,
      part: "axes",
      name: "plan",
      flag: "plan",
      metavar: "FILE",
      kind: { type: "list", words: false, of: "path" },
      commands: ["check", "plan", "build", "merge"],
      reproduced: false,
      description: "A plan that `plan --json` wrote: run that one, whatever the index says now; `plan` puts those of several platforms together, `merge` holds the measurements to it"
    },
    timings: {
      ...ONE_RUN,
      part: "axes",
      name: "timings",
      flag: "timings",
      metavar: "FILE|DIR",
      kind: { type: "list", words: false, of: "path" },
      commands: ["plan"],
      reproduced: false,
      description: "Measurements of an earlier run: the plan is cut by the times that it took"
    },
    buildOnce: {
      ...ONE_RUN,
      part: "axes",
      name: "build-once",
      flag: "build-once",
      kind: BOOLEAN,
      commands: ["plan"],
      preset: "false",
      reproduced: false,
      description: "The parts of the plan take the wheels that `build` makes, one for each Python of a platform, and must all have the same"
    },
    wheelDir: {
      ...ONE_RUN,
      part: "output",
      name: "wheel-dir",
      flag: "wheel-dir",
      metavar: "DIR",
      kind: PATH,
      commands: ["build"],
      reproduced: false,
      description: "Folder for the wheels that `build` makes, and what is known of them"
    },
    built: {
      ...ONE_RUN,
      part: "axes",
      name: "built",
      flag: "built",
      metavar: "DIR",
      kind: PATH,
      commands: REPORTING,
      reproduced: false,
      description: "Folder with what `build` left: `check` takes those wheels, each by its SHA-256, and builds nothing, `merge` holds the measurements to them; needs `plan`"
    },
    runner: {
      ...ONE_RUN,
      part: "axes",
      name: "runner",
      flag: "runner",
      metavar: "LABEL",
      kind: TEXT,
      commands: ["plan"],
      reproduced: false,
      description: "What the machine is called that runs this plan, such as ubuntu-latest: it comes back as `runs-on` of the output `matrix`"
    },
    measurements: {
      ...ONE_RUN,
      part: "output",
      name: "measurements",
      flag: "measurements",
      metavar: "FILE",
      kind: LINES,
      commands: CHECK,
      reproduced: false,
      description: "Write what was measured, as data that `merge` reads",
      inputDescription: "With mode merge: the measurements to merge: files, folders or globs"
    },
    quiet: {
      ...FLAG_ONLY,
      part: "output",
      name: "quiet",
      flag: "quiet",
      short: "q",
      kind: BOOLEAN,
      commands: EVERY,
      preset: "false",
      description: "Print findings and the verdict only"
    },
    verbose: {
      ...FLAG_ONLY,
      part: "output",
      name: "verbose",
      flag: "verbose",
      short: "v",
      kind: BOOLEAN,
      commands: EVERY,
      preset: "false",
      description: "Also show what is run, and builds as they go"
    }
  }
};

// src/settings/options.ts
var OPTION_GROUPS = [
  FIRST,
  SUBJECT,
  COMBINATIONS,
  INSTALLATION,
  INDEX_PLACES,
  FAILURES,
  DURATION,
  KEPT,
  OUTPUT
];
var OPTIONS = OPTION_GROUPS.flatMap(({ rows }) => Object.values(rows));
var ROWS = {
  ...FIRST.rows,
  ...SUBJECT.rows,
  ...COMBINATIONS.rows,
  ...INSTALLATION.rows,
  ...INDEX_PLACES.rows,
  ...FAILURES.rows,
  ...DURATION.rows,
  ...KEPT.rows,
  ...OUTPUT.rows
};

// src/settings/option.ts
function shownPreset({ preset }) {
  return typeof preset === "string" ? preset : preset.shown;
}

export {
  createWorkspace,
  userCache,
  removeTree,
  withDiskErrors,
  diskFull,
  saysDiskFull,
  suggest,
  editDistance,
  SUBJECT,
  OPTIONS,
  ROWS,
  VERSION,
  refuseUnwritable,
  refuseMissing,
  writeText,
  reasonOf,
  STOP_SIGNALS,
  answerInterrupts,
  shownPreset
};
