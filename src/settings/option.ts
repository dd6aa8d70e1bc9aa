export type Command = 'check' | 'plan' | 'build' | 'explain' | 'audit' | 'merge' | 'cache';

/** What a value may look like, and how it is read. */
export type Kind =
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  /** A time; `90`, `90s`, `2min`, `1h`. A bare number counts in `unit`. */
  | {
      readonly type: 'duration';
      readonly unit: 's' | 'min';
      readonly min: number;
      readonly max: number;
    }
  | { readonly type: 'text' }
  /** A file or folder, read as an absolute path; `-` stays where it means standard output. */
  | { readonly type: 'path'; readonly dash: boolean }
  | { readonly type: 'numpy' }
  /** Python code, or the path of a script. */
  | { readonly type: 'script' }
  /** `3/10`. */
  | { readonly type: 'shard' }
  /** Several values, by line. With `words`, blanks and commas separate too. */
  | { readonly type: 'list'; readonly words: boolean; readonly of: ListOf };

/** `path`: made absolute; `file`: besides, it must be readable; `place`: an address or a path. */
export type ListOf = 'python' | 'numpy' | 'filter' | 'text' | 'path' | 'file' | 'place';

/**
 * What holds where nobody says anything: a text that is read like a user's (empty: no value), or
 * what help shows, and the text behind it.
 */
export type Preset =
  | string
  | { readonly shown: string; readonly text: '' | ((machine: Machine) => string) };

/** What a preset may depend on. */
export interface Machine {
  /** Processors that may be used. */
  readonly cores: number;
}

/**
 * The part of `Config` that an option fills. `request`: it says what is asked for and of what, and
 * is read first; `reports`: a file to write the report to.
 */
export type Part = 'request' | 'subject' | 'axes' | 'run' | 'index' | 'kept' | 'output' | 'reports';

/** One thing that the user can set, wherever it may be set. */
export interface Option {
  /** The name everywhere: action input, pyproject key, provenance. */
  readonly name: string;
  readonly part: Part;
  /** The CLI flag without its dashes; null for what is no flag (the PROJECT argument). */
  readonly flag: string | null;
  readonly short?: string;
  /** How the flag's value is called in help texts; null for booleans. */
  readonly metavar: string | null;
  readonly kind: Kind;
  /** The commands that take it. */
  readonly commands: readonly Command[];
  readonly input: boolean;
  readonly pyproject: boolean;
  readonly preset: Preset;
  /** One sentence or two, without a final period. */
  readonly description: string;
  /** Shown in README for the action where it differs from the CLI. */
  readonly inputDescription?: string;
  /**
   * Whether "Reproduce" repeats it as it was given; it leaves out what it says anew (the axes), and
   * what only shapes the run or its output.
   */
  readonly reproduced: boolean;
}

/** Options by the field that each fills, in its part of `Config`. */
export type Rows = Readonly<Record<string, Option>>;

/** What has one purpose, in the order of help and of the README. */
export interface OptionGroup {
  readonly title: string;
  readonly rows: Rows;
}

/** The default as help and tables show it; empty when there is none. */
export function shownPreset({ preset }: Option): string {
  return typeof preset === 'string' ? preset : preset.shown;
}
