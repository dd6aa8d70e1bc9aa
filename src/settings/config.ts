import type { Provenance, SubjectSpec } from '../model/config.ts';
import type { Part } from './option.ts';
import type { ROWS } from './options.ts';
import type { ValuesOf } from './value-of.ts';

type AllRows = typeof ROWS;

/** The values of all rows of one part. */
export type PartOf<P extends Part> = ValuesOf<{
  readonly [Key in keyof AllRows as AllRows[Key]['part'] extends P ? Key : never]: AllRows[Key];
}>;

/** What is tested, how it is built and what is installed with it. */
export type SubjectConfig = PartOf<'subject'> & { readonly spec: SubjectSpec };
/** Which Pythons and NumPys, and which combinations of them. */
export type AxesConfig = PartOf<'axes'>;
/** How each combination is measured and judged. */
export type RunConfig = PartOf<'run'>;
export type IndexConfig = PartOf<'index'>;
/** What is taken from an earlier run, and kept for the next. */
export type KeptConfig = PartOf<'kept'>;
/** What is shown and written; absolute paths of report files by their form. */
export type OutputConfig = PartOf<'output'> & {
  readonly reports: Readonly<Partial<Record<keyof PartOf<'reports'>, string>>>;
};

/**
 * Everything the user can set, parsed once at the edge: one field for each row of the options, in
 * the part that the row names. Paths are absolute. Functions take the part that they need.
 */
export interface Config {
  readonly mode: PartOf<'request'>['mode'];
  readonly subject: SubjectConfig;
  readonly axes: AxesConfig;
  readonly run: RunConfig;
  readonly index: IndexConfig;
  readonly output: OutputConfig;
  readonly kept: KeptConfig;
  /** Where the value of each option came from, by its name. */
  readonly provenance: Readonly<Record<string, Provenance>>;
  /** What flags or inputs gave, as it was written; what pyproject.toml says is not among it. */
  readonly given: readonly { readonly name: string; readonly texts: readonly string[] }[];
}
