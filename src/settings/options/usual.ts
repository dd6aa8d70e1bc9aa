import type { Command, Kind } from '../option.ts';

export const RUN: readonly Command[] = ['check', 'plan', 'build'];
export const CHECK: readonly Command[] = ['check'];
/** Whatever ends in a report. */
export const REPORTING: readonly Command[] = ['check', 'merge'];
/** Whatever asks a package index. */
export const ASKING: readonly Command[] = ['check', 'plan', 'build', 'audit'];
export const EVERY: readonly Command[] = ['check', 'plan', 'build', 'merge', 'audit', 'explain'];

export const BOOLEAN = { type: 'boolean' } as const satisfies Kind;
export const TEXT = { type: 'text' } as const satisfies Kind;
export const PATH = { type: 'path', dash: false } as const satisfies Kind;
export const LINES = { type: 'list', words: false, of: 'text' } as const satisfies Kind;
export const WORDS = { type: 'list', words: true, of: 'text' } as const satisfies Kind;
export const FILTERS = { type: 'list', words: false, of: 'filter' } as const satisfies Kind;

/** What most options are: set anywhere, used by `check`, `plan` and `build`, off or empty by default. */
export const USUAL = {
  metavar: null,
  commands: RUN,
  input: true,
  pyproject: true,
  preset: '',
  reproduced: true,
} as const;

/** Set for one run only, not in pyproject.toml. */
export const ONE_RUN = { ...USUAL, pyproject: false } as const;
/** On the command line only, and of one run: it shapes the output. */
export const FLAG_ONLY = { ...USUAL, pyproject: false, input: false, reproduced: false } as const;
