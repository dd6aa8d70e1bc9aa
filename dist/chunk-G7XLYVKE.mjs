import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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
      description: "Built wheels to test, instead of a source project"
    },
    packages: {
      ...ONE_RUN,
      part: "request",
      name: "packages",
      flag: "package",
      metavar: "REQ",
      kind: LINES,
      commands: ["check", "plan", "audit"],
      description: "Packages from the index, instead of a source project, such as `pandas==2.2.3`"
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
      description: "Failures to accept, such as `numpy<1.23 module=pkg._x: reason`; without `module=` also that the build or the installation fails; one that passes turns red"
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

export {
  SUBJECT,
  OPTIONS,
  ROWS
};
