import type { Command } from './option.ts';

/** What the help says of a command. */
export interface CommandText {
  /** The command with its words, without options. */
  readonly usage: string;
  /** A sentence without its final period. */
  readonly summary: string;
  /** Behind the program's name; one that begins otherwise holds it itself. */
  readonly examples: readonly string[];
  /** What its exit code says, where that is another thing than of a run. */
  readonly exitCodes?: string;
}

/** The commands, in the order of the help. */
export const COMMANDS: Readonly<Record<Command, CommandText>> = {
  check: {
    usage: 'check [PROJECT]',
    summary: 'Import every compiled module under every Python × NumPy',
    examples: [
      'check .',
      'check . --python 3.12 --numpy 1.26 --smoke smoke.py',
      "check --wheel 'wheelhouse/*.whl' --numpy edges",
      'check --package "pandas==2.2.3" --numpy oldest --numpy latest',
    ],
  },
  plan: {
    usage: 'plan [PROJECT]',
    summary: 'Show which combinations would run, which not, and why',
    examples: ['plan .', 'plan . --numpy edges --json -', 'plan . --shards 4'],
    exitCodes:
      'Exit code: 0 there is something to run · 2 wrong usage · 3 something that was named cannot be had · 4 nothing would be tested',
  },
  build: {
    usage: 'build [PROJECT]',
    summary: 'Build the wheels of a plan, for runs on other machines to take',
    examples: [
      'build . --wheel-dir wheels',
      'build . --plan plan.json --shard 2/7 --wheel-dir wheels',
    ],
    exitCodes: 'Exit code: 0 all were built · 2 wrong usage · 3 one could not be built',
  },
  merge: {
    usage: 'merge FILE|DIR|GLOB…',
    summary: 'Make one report of what several runs measured',
    examples: [
      'merge part-1.json part-2.json',
      'merge measurements --report-dir reports',
      "merge 'parts/*.json' --json -",
    ],
  },
  audit: {
    usage: 'audit WHEEL|DIR|GLOB|LOCKFILE…',
    summary: 'Read the bytes of wheels of any platform, and run nothing',
    examples: [
      'audit wheelhouse',
      'audit uv.lock --sarif audit.sarif',
      'audit --package "pandas==2.0.3" --all-platforms',
      'audit --requirements names.txt --json-lines out.jsonl',
    ],
    exitCodes:
      'Exit code: 0 nothing found in what was read · 1 findings · 2 wrong usage · 3 something could not be read · 4 nothing was judged',
  },
  explain: {
    usage: 'explain [FILE]',
    summary: 'Name the cause in a traceback or log, from a file or standard input',
    examples: ['explain failed-job.log', 'pytest 2>&1 | numpy-abi-matrix explain'],
    exitCodes: 'Exit code: 0 a cause was recognised · 1 none was · 2 wrong usage',
  },
  cache: {
    usage: 'cache prune',
    summary: 'Remove what is kept between runs and was not used for long',
    examples: ['cache prune', 'cache prune --cache-dir ~/abi-cache'],
    exitCodes: 'Exit code: 0 done · 2 wrong usage',
  },
};
