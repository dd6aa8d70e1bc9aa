export type Command = 'check' | 'plan' | 'explain' | 'audit' | 'merge';

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
  | { readonly type: 'numpy' }
  /** Several values, by line. With `words`, blanks and commas separate too. */
  | { readonly type: 'list'; readonly words: boolean; readonly of: ListOf };

export type ListOf = 'python' | 'numpy' | 'filter' | 'text';

/** One thing that the user can set, wherever it may be set. */
export interface Option {
  /** The name everywhere: action input, pyproject key, provenance. */
  readonly name: string;
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
  /** As shown in help and tables; empty when there is none. */
  readonly default: string;
  /** One sentence or two, without a final period. */
  readonly description: string;
  /** Shown in README for the action where it differs from the CLI. */
  readonly inputDescription?: string;
  /** `later`: reserved; using it says that it is not available yet. */
  readonly available: 'now' | 'later';
}
