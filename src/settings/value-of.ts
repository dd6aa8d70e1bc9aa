import type { CombinationFilter, SmokeCode } from '../model/config.ts';
import type { NumpySpec } from '../model/numpy-spec.ts';
import type { PythonSpec } from '../model/python-spec.ts';
import type { Shard } from '../model/shard.ts';
import type { Kind, ListOf, Option, Rows } from './option.ts';

/** What one text of each kind becomes; a choice becomes one of its values. */
interface Single {
  readonly boolean: boolean;
  readonly integer: number;
  readonly number: number;
  readonly duration: number;
  readonly text: string;
  readonly path: string;
  readonly numpy: NumpySpec;
  readonly script: SmokeCode;
  readonly shard: Shard;
}

interface Item extends Readonly<Record<ListOf, unknown>> {
  readonly python: PythonSpec;
  readonly numpy: NumpySpec;
  readonly filter: CombinationFilter;
  readonly text: string;
  readonly path: string;
  readonly file: string;
  readonly place: string;
}

type Read<K extends Kind> = K extends { readonly values: readonly (infer Value)[] }
  ? Value
  : K extends { readonly type: infer Type extends keyof Single }
    ? Single[Type]
    : never;

/** Nothing is said, and nothing holds instead. */
type Unset<O extends Option> = O['preset'] extends '' | { readonly text: '' } ? null : never;

/** The value of an option: a list, which may be empty, or one value, or null. */
export type ValueOf<O extends Option> = O['kind'] extends {
  readonly of: infer Of extends ListOf;
}
  ? readonly Item[Of][]
  : Read<O['kind']> | Unset<O>;

/** The values of rows, by the same names. */
export type ValuesOf<R extends Rows> = { readonly [Key in keyof R]: ValueOf<R[Key]> };
