import { compareNumpy } from '../../model/compare-numpy.ts';
import { groupBy } from '../../model/group-by.ts';
import { ofEach } from '../../model/of-each.ts';
import type { Sibling } from './evidence.ts';

/** A sibling that tells something of a NumPy: it was imported under it, or failed. */
export interface Trial extends Sibling {
  readonly numpy: string;
}

/** NumPys, ascending, and on how many combinations. */
export type Counts = readonly (readonly [numpy: string, number: number])[];

/** The NumPys of trials. */
export interface Row {
  readonly works: Counts;
  readonly fails: Counts;
}

/**
 * What one module did on all combinations, counted: each of a hundred combinations asks what the
 * others say of each of five hundred modules, and those others are nearly the same each time.
 */
export interface Past {
  readonly all: Row;
  readonly byPython: ReadonlyMap<string, Row>;
  /** Pythons on which it was imported, under a NumPy or none, in the order of the combinations. */
  readonly importedOn: readonly string[];
  /** Of the trials, and of how many. */
  readonly prints: ReadonlyMap<string | null, number>;
  readonly trials: number;
  /** The trials of one combination, which is not the sibling of itself. */
  readonly byCombination: ReadonlyMap<string, readonly Trial[]>;
}

const FAILED: readonly string[] = ['raised', 'signalled', 'exited', 'timed-out'];

function hasFailed({ outcome }: Sibling): boolean {
  return FAILED.includes(outcome.kind);
}

/** Counted when the first one asks. */
export function pastOf(siblings: readonly Sibling[]): Past {
  return siblings.length === 0 ? EMPTY : countedOnce(siblings);
}

const countedOnce = ofEach(counted);

function counted(siblings: readonly Sibling[]): Past {
  const trials = siblings.filter(isTrial);
  const imported = siblings.filter(({ outcome }) => outcome.kind === 'imported');
  const prints = new Map<string | null, number>();
  for (const { fingerprint } of trials) prints.set(fingerprint, (prints.get(fingerprint) ?? 0) + 1);
  return {
    all: rowOf(trials),
    byPython: new Map(
      [...groupBy(trials, ({ python }) => python)].map(([python, own]) => [python, rowOf(own)]),
    ),
    importedOn: [...new Set(imported.map(({ python }) => python))],
    prints,
    trials: trials.length,
    byCombination: groupBy(trials, ({ combination }) => combination),
  };
}

const EMPTY = counted([]);

function isTrial(sibling: Sibling): sibling is Trial {
  return sibling.numpy !== null && (hasFailed(sibling) || sibling.outcome.kind === 'imported');
}

/** The counts of some trials. */
function rowOf(trials: readonly Trial[]): Row {
  const [works, fails] = [new Map<string, number>(), new Map<string, number>()];
  for (const one of trials) {
    const counts = hasFailed(one) ? fails : works;
    counts.set(one.numpy, (counts.get(one.numpy) ?? 0) + 1);
  }
  const ascending = (counts: ReadonlyMap<string, number>) =>
    [...counts].sort(([a], [b]) => compareNumpy(a, b));
  return { works: ascending(works), fails: ascending(fails) };
}

/** Two rows as one. */
export function joined(a: Row, b: Row): Row {
  const both = (one: Counts, other: Counts): Counts => {
    const sums = new Map(one);
    for (const [numpy, number] of other) sums.set(numpy, (sums.get(numpy) ?? 0) + number);
    return [...sums].sort(([x], [y]) => compareNumpy(x, y));
  };
  return { works: both(a.works, b.works), fails: both(a.fails, b.fails) };
}

/** What is left of a row without those of one combination. */
export function without(row: Row, own: readonly Trial[]): Row {
  const [only, ...more] = own;
  if (only === undefined || (more.length === 0 && isOneOfSeveral(row, only))) return row;
  const less = rowOf(own);
  return { works: minus(row.works, less.works), fails: minus(row.fails, less.fails) };
}

/** Another combination with the same NumPy had the same end. */
function isOneOfSeveral({ works, fails }: Row, own: Trial): boolean {
  const counts = hasFailed(own) ? fails : works;
  return counts.some(([numpy, number]) => numpy === own.numpy && number > 1);
}

function minus(counts: Counts, less: Counts): Counts {
  if (less.length === 0) return counts;
  const taken = new Map(less);
  return counts.filter(([numpy, number]) => number > (taken.get(numpy) ?? 0));
}
