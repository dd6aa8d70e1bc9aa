import type { Option, OptionGroup } from './option.ts';
import { COMBINATIONS } from './options/combinations.ts';
import { DURATION } from './options/duration.ts';
import { FAILURES } from './options/failures.ts';
import { FIRST } from './options/first.ts';
import { INDEX_PLACES } from './options/index-places.ts';
import { INSTALLATION } from './options/installation.ts';
import { KEPT } from './options/kept.ts';
import { OUTPUT } from './options/output.ts';
import { SUBJECT } from './options/subject.ts';

/**
 * Everything that can be set, once, by purpose. It drives the command line, its help, the action's
 * inputs and action.yml, `[tool.numpy-abi-matrix]` and its schema, the tables of the README, what a
 * run is told (`Config`), and what "Reproduce" repeats.
 */
export const OPTION_GROUPS: readonly OptionGroup[] = [
  FIRST,
  SUBJECT,
  COMBINATIONS,
  INSTALLATION,
  INDEX_PLACES,
  FAILURES,
  DURATION,
  KEPT,
  OUTPUT,
];

export const OPTIONS: readonly Option[] = OPTION_GROUPS.flatMap(({ rows }) => Object.values(rows));

/** All rows by the field of `Config` that each fills, with their types. */
export const ROWS = {
  ...FIRST.rows,
  ...SUBJECT.rows,
  ...COMBINATIONS.rows,
  ...INSTALLATION.rows,
  ...INDEX_PLACES.rows,
  ...FAILURES.rows,
  ...DURATION.rows,
  ...KEPT.rows,
  ...OUTPUT.rows,
} as const;
