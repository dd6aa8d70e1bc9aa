import type { Command, Kind, Option } from './option.ts';

/** The values of the choices, in the order of help. */
export const METADATA = ['respect', 'ignore', 'ignore-all'] as const;
export const ISOLATION = ['shared', 'module'] as const;
export const FAIL_ON = ['error', 'warning', 'never'] as const;
export const DEPENDENCIES = ['none', 'direct', 'all'] as const;
export const MODES = ['check', 'plan', 'merge', 'audit'] as const;

const RUN: readonly Command[] = ['check', 'plan'];
const CHECK: readonly Command[] = ['check'];
/** Whatever ends in a report. */
const REPORTING: readonly Command[] = ['check', 'merge'];
/** Whatever asks a package index. */
const ASKING: readonly Command[] = ['check', 'plan', 'audit'];

const BOOLEAN: Kind = { type: 'boolean' };
const TEXT: Kind = { type: 'text' };
const LINES: Kind = { type: 'list', words: false, of: 'text' };
const WORDS: Kind = { type: 'list', words: true, of: 'text' };
const FILTERS: Kind = { type: 'list', words: false, of: 'filter' };

/** What most options are: set anywhere, used by `check` and `plan`, off or empty by default. */
const USUAL = {
  metavar: null,
  commands: RUN,
  input: true,
  pyproject: true,
  default: '',
  available: 'now',
} as const;

/** Set for one run only, not in pyproject.toml. */
const ONE_RUN = { ...USUAL, pyproject: false } as const;
/** On the command line only. */
const FLAG_ONLY = { ...USUAL, pyproject: false, input: false } as const;
const LATER = { ...FLAG_ONLY, commands: CHECK, available: 'later' } as const;

/**
 * Everything that can be set, once. It drives the command line, its help, the action's inputs and
 * action.yml, `[tool.numpy-abi-matrix]` and its schema, and the tables of the README.
 */
export const OPTIONS: readonly Option[] = [
  {
    ...ONE_RUN,
    name: 'mode',
    flag: null,
    kind: { type: 'choice', values: MODES },
    default: 'check',
    description:
      'What to do: `check` runs the matrix, `plan` only shows what would run, and why, `merge` makes one report of the measurements of several runs, `audit` reads the bytes of `wheels`',
  },
  {
    ...ONE_RUN,
    name: 'project',
    flag: null,
    kind: TEXT,
    default: '.',
    description: 'Folder of the source project to build and test',
  },
  {
    ...ONE_RUN,
    name: 'wheels',
    flag: 'wheel',
    metavar: 'GLOB',
    kind: LINES,
    description: 'Test built wheels instead of a source project',
  },
  {
    ...ONE_RUN,
    name: 'packages',
    flag: 'package',
    metavar: 'REQ',
    kind: LINES,
    description:
      'Test packages from the index instead of a source project, such as `pandas==2.2.3`',
  },
  {
    ...USUAL,
    name: 'constraints',
    flag: 'constraint',
    metavar: 'FILE',
    kind: LINES,
    description: 'Constraints, requirements or lock file for every installation',
  },
  {
    ...USUAL,
    name: 'python-version',
    flag: 'python',
    metavar: 'SPEC',
    kind: { type: 'list', words: true, of: 'python' },
    default: 'auto',
    description:
      'Pythons: `auto` (all that requires-python allows), `3.12`, `3.12.4`, `3.x`, `>=3.10`, `3.14t`, `3.15-dev`, `pypy3.10` or a path',
  },
  {
    ...USUAL,
    name: 'numpy-version',
    flag: 'numpy',
    metavar: 'SPEC',
    kind: { type: 'list', words: true, of: 'numpy' },
    default: 'auto',
    description:
      'NumPys: `auto` (every minor release from the declared floor on), `oldest`, `latest`, `edges`, `1.26`, `2.0.2`, `>=1.23,<2.3`, `prerelease`, `nightly`, `spec0` or `none`',
  },
  {
    ...USUAL,
    name: 'modules',
    flag: 'module',
    metavar: 'GLOB',
    kind: WORDS,
    default: 'all',
    description: 'Compiled modules to test; `!glob` leaves some out',
  },
  {
    ...USUAL,
    name: 'allow-empty',
    flag: 'allow-empty',
    kind: BOOLEAN,
    default: 'false',
    description: 'Accept a subject without any compiled module',
  },
  {
    ...USUAL,
    name: 'metadata',
    flag: 'metadata',
    metavar: 'HOW',
    kind: { type: 'choice', values: METADATA },
    default: 'respect',
    description:
      'The NumPy requirement: `respect` it; `ignore` the subject’s own; `ignore-all` overrides everybody’s',
  },
  {
    ...USUAL,
    name: 'isolation',
    flag: 'isolation',
    metavar: 'HOW',
    kind: { type: 'choice', values: ISOLATION },
    default: 'shared',
    description:
      '`shared`: modules share a process where that cannot change the answer; `module`: one process each',
  },
  {
    ...USUAL,
    name: 'timeout',
    flag: 'timeout',
    metavar: 'TIME',
    kind: { type: 'duration', unit: 's', min: 1, max: 86_400 },
    default: '60',
    description: 'Limit for each probe, in seconds (or `2min`)',
  },
  {
    ...USUAL,
    name: 'jobs',
    flag: 'jobs',
    short: 'j',
    metavar: 'N',
    kind: { type: 'integer', min: 1, max: 1024 },
    default: 'cores',
    description: 'Probes that run at the same time',
  },
  {
    ...USUAL,
    name: 'fail-on',
    commands: ['check', 'plan', 'merge', 'audit'],
    flag: 'fail-on',
    metavar: 'LEVEL',
    kind: { type: 'choice', values: FAIL_ON },
    default: 'error',
    description: 'The mildest finding that fails the run: `error`, `warning` or `never`',
  },
  {
    ...USUAL,
    name: 'smoke',
    flag: 'smoke',
    metavar: 'FILE',
    kind: TEXT,
    commands: CHECK,
    description: 'Python script to run after the imports, in a fresh process per combination',
    inputDescription:
      'Python code, or the path of a script, to run after the imports, in a fresh process per combination',
  },
  {
    ...USUAL,
    name: 'compare',
    flag: 'compare',
    kind: BOOLEAN,
    commands: CHECK,
    default: 'false',
    description: 'Also compare what the smoke code prints across the combinations',
  },
  {
    ...USUAL,
    name: 'tolerance',
    flag: 'tolerance',
    metavar: 'X',
    kind: { type: 'number', min: 0, max: 1 },
    commands: CHECK,
    default: '1e-9',
    description: 'Relative difference of numbers that `compare` accepts',
  },
  {
    ...USUAL,
    name: 'dependencies',
    flag: 'dependencies',
    metavar: 'WHICH',
    kind: { type: 'choice', values: DEPENDENCIES },
    default: 'none',
    description: 'Also test the compiled modules of dependencies: `none`, `direct` or `all`',
  },
  {
    ...USUAL,
    name: 'build-numpy',
    flag: 'build-numpy',
    metavar: 'SPEC',
    kind: { type: 'numpy' },
    description: 'NumPy to build against: a release, a minor, a range, `oldest` or `latest`',
  },
  {
    ...USUAL,
    name: 'extras',
    flag: 'extra',
    metavar: 'NAME',
    kind: WORDS,
    description: 'Extras of the subject to install',
  },
  {
    ...USUAL,
    name: 'include',
    flag: 'include',
    metavar: 'LINE',
    kind: FILTERS,
    description: 'Run only the combinations that match a line such as `python=3.12 numpy<1.26`',
  },
  {
    ...USUAL,
    name: 'exclude',
    flag: 'exclude',
    metavar: 'LINE',
    kind: FILTERS,
    description: 'Leave out the combinations that match a line such as `python=3.12 numpy<1.26`',
  },
  {
    ...USUAL,
    name: 'known-failures',
    flag: 'known-failure',
    metavar: 'LINE',
    kind: FILTERS,
    description:
      'Failures to accept, such as `numpy<1.23 module=pkg._x: reason`; one that passes turns red',
  },
  {
    ...USUAL,
    name: 'bisect',
    flag: 'bisect',
    kind: BOOLEAN,
    default: 'false',
    description: 'Narrow a failure down to the first NumPy release that fails',
  },
  {
    ...USUAL,
    name: 'fail-fast',
    flag: 'fail-fast',
    kind: BOOLEAN,
    default: 'false',
    description: 'Stop at the first failing combination; what is left is reported as skipped',
  },
  {
    ...USUAL,
    name: 'budget',
    flag: 'budget',
    metavar: 'TIME',
    kind: { type: 'duration', unit: 'min', min: 0.01, max: 1_440 },
    default: '30',
    description: 'Minutes after which no further Python is started; what is left is skipped',
  },
  {
    ...USUAL,
    name: 'environment',
    flag: 'environment',
    metavar: 'NAME',
    kind: WORDS,
    description: 'Environment variables that probes may see, besides PATH and the like',
  },
  {
    ...USUAL,
    name: 'index-url',
    commands: ASKING,
    flag: 'index-url',
    metavar: 'URL',
    kind: TEXT,
    default: 'uv’s',
    description: 'Package index to use instead of the configured one',
  },
  {
    ...USUAL,
    name: 'extra-index-url',
    commands: ASKING,
    flag: 'extra-index-url',
    metavar: 'URL',
    kind: LINES,
    description: 'Further package index',
  },
  {
    ...USUAL,
    name: 'find-links',
    commands: ASKING,
    flag: 'find-links',
    metavar: 'PLACE',
    kind: LINES,
    description: 'Folder or page with further wheels',
  },
  {
    ...USUAL,
    name: 'nightly-index',
    flag: 'nightly-index',
    metavar: 'URL',
    kind: TEXT,
    description: 'Index that has the wheels for the NumPy spec `nightly`, which needs it',
  },
  {
    ...FLAG_ONLY,
    name: 'json',
    flag: 'json',
    metavar: 'FILE',
    kind: TEXT,
    commands: ['check', 'plan', 'merge', 'audit', 'explain'],
    description: 'Write the report as JSON; `-` is standard output',
  },
  {
    ...FLAG_ONLY,
    name: 'html',
    flag: 'html',
    metavar: 'FILE',
    kind: TEXT,
    commands: REPORTING,
    description: 'Write the report as one HTML page to explore',
  },
  {
    ...FLAG_ONLY,
    name: 'sarif',
    flag: 'sarif',
    metavar: 'FILE',
    kind: TEXT,
    commands: ['check', 'merge', 'audit'],
    description: 'Write the findings as SARIF 2.1.0, for code scanning',
  },
  {
    ...FLAG_ONLY,
    name: 'junit',
    flag: 'junit',
    metavar: 'FILE',
    kind: TEXT,
    commands: REPORTING,
    description: 'Write one test case per module and combination as JUnit XML',
  },
  {
    ...FLAG_ONLY,
    name: 'markdown',
    flag: 'markdown',
    metavar: 'FILE',
    kind: TEXT,
    commands: REPORTING,
    description: 'Write a short Markdown text for a release page',
  },
  {
    ...FLAG_ONLY,
    name: 'code-quality',
    flag: 'code-quality',
    metavar: 'FILE',
    kind: TEXT,
    commands: REPORTING,
    description: 'Write the findings as GitLab’s Code Quality JSON',
  },
  {
    ...FLAG_ONLY,
    name: 'badge',
    flag: 'badge',
    metavar: 'FILE',
    kind: TEXT,
    commands: REPORTING,
    description: 'Write a shields.io endpoint that says which NumPys are proven',
  },
  {
    ...ONE_RUN,
    name: 'report-dir',
    flag: 'report-dir',
    metavar: 'DIR',
    kind: TEXT,
    commands: REPORTING,
    description: 'Folder for the report in every format; made where it does not exist',
  },
  {
    ...ONE_RUN,
    name: 'shard',
    flag: 'shard',
    metavar: 'I/N',
    kind: TEXT,
    commands: CHECK,
    description: 'Run the I-th of N parts of the plan, such as 3/10; `merge` puts them together',
  },
  {
    ...ONE_RUN,
    name: 'shards',
    flag: 'shards',
    metavar: 'N',
    kind: { type: 'integer', min: 1, max: 256 },
    commands: ['plan'],
    description: 'Cut the plan into N parts, one a job, and show which part has what',
  },
  {
    ...ONE_RUN,
    name: 'measurements',
    flag: 'measurements',
    metavar: 'FILE',
    kind: LINES,
    commands: CHECK,
    description: 'Write what was measured, as data that `merge` reads',
    inputDescription: 'With mode merge: the measurements to merge: files, folders or globs',
  },
  {
    ...FLAG_ONLY,
    name: 'quiet',
    flag: 'quiet',
    short: 'q',
    kind: BOOLEAN,
    commands: ['check', 'plan', 'merge', 'audit', 'explain'],
    default: 'false',
    description: 'Print findings and the verdict only',
  },
  {
    ...FLAG_ONLY,
    name: 'verbose',
    flag: 'verbose',
    short: 'v',
    kind: BOOLEAN,
    commands: ['check', 'plan', 'merge', 'audit', 'explain'],
    default: 'false',
    description: 'Also show what is run, and builds as they go',
  },
  {
    ...LATER,
    name: 'all-platforms',
    flag: 'all-platforms',
    kind: BOOLEAN,
    commands: ['audit'],
    description: 'Audit the wheels of every platform',
  },
  {
    ...LATER,
    name: 'cache-dir',
    flag: 'cache-dir',
    metavar: 'DIR',
    kind: TEXT,
    description: 'Cache',
  },
  { ...LATER, name: 'no-cache', flag: 'no-cache', kind: BOOLEAN, description: 'No cache' },
  { ...LATER, name: 'cache', flag: null, kind: TEXT, input: true, description: 'Cache' },
  { ...LATER, name: 'reuse', flag: 'reuse', kind: BOOLEAN, input: true, description: 'Reuse' },
];

/** The option of that name. A name that is not in the table is a bug of ours. */
export function optionNamed(name: string): Option {
  const found = OPTIONS.find((option) => option.name === name);
  if (found === undefined) throw new Error(`no option is called ${name}`);
  return found;
}
