import type { CombinationStatus } from '../model/combination.ts';
import { ofEach } from '../model/of-each.ts';
import { isProvenResult, type Result, SMOKE } from '../model/result.ts';
import type { Report } from './report.ts';

/** The parts of a report that were measured; the verdict is made from them. */
export type Measured = Pick<
  Report,
  'subject' | 'combinations' | 'modules' | 'results' | 'findings' | 'notTested' | 'refused'
>;

/** What happened on one combination, in numbers. */
export interface CellTally {
  /** Compiled modules that were to be proven there. */
  readonly modules: number;
  /** Those that were not. */
  readonly bad: number;
  /** Those of `bad` (and smoke code) that failed as known-failures foretold. */
  readonly known: number;
  readonly smoke: 'passed' | 'failed' | 'not-run';
}

/** The run in numbers. */
export interface Tally {
  readonly status: Readonly<Record<CombinationStatus, number>>;
  /** Combinations that ran: passed or failed. */
  readonly tested: number;
  /** Ids of combinations with known failures. */
  readonly known: readonly string[];
  /** Names of the compiled modules. */
  readonly modules: readonly string[];
  /** Modules that were not proven on some combination that ran. */
  readonly badModules: readonly string[];
  /** Modules that look NumPy's C-API up at their first call. */
  readonly lazy: readonly string[];
  readonly smoke: { readonly passed: number; readonly failed: number };
  readonly cells: ReadonlyMap<string, CellTally>;
}

/** Counted once: the verdict and every rendering ask for it. */
export const tallyOf: (report: Measured) => Tally = ofEach(counted);

function counted(report: Measured): Tally {
  const status = { planned: 0, passed: 0, failed: 0, excluded: 0, error: 0, skipped: 0 };
  for (const one of report.combinations) status[one.status] += 1;
  const ran = new Set(
    report.combinations
      .filter((one) => one.status === 'passed' || one.status === 'failed')
      .map((one) => one.id),
  );
  const cells = new Map<string, Counted>();
  const bad = new Set<string>();
  let id: string | undefined;
  let cell = newCell();
  /** Modules of this combination that were counted; several files may share a name. */
  let seen = new Set<string>();
  let seenBad = new Set<string>();
  for (const result of report.results) {
    // Those of a combination stand together.
    if (result.combination !== id) {
      id = result.combination;
      cell = cells.get(id) ?? newCell();
      cells.set(id, cell);
      [seen, seenBad] = [new Set(), new Set()];
    }
    if (result.known) cell.known += 1;
    const good = isProven(result);
    if (result.module === SMOKE) {
      cell.smoke = cell.smoke === 'failed' || !good ? 'failed' : 'passed';
      continue;
    }
    if (!seen.has(result.module)) {
      seen.add(result.module);
      cell.modules += 1;
    }
    if (good || seenBad.has(result.module)) continue;
    seenBad.add(result.module);
    cell.bad += 1;
    if (ran.has(result.combination)) bad.add(result.module);
  }
  const smokes = [...cells.values()].map((cell) => cell.smoke);
  return {
    status,
    tested: ran.size,
    known: report.combinations.filter(({ verdict }) => verdict === 'known').map(({ id }) => id),
    modules: [...new Set(report.modules.map((one) => one.name))],
    badModules: [...bad],
    lazy: [
      ...new Set(
        report.modules.filter((one) => one.capi.era.startsWith('lazy-')).map((one) => one.name),
      ),
    ],
    smoke: {
      passed: smokes.filter((one) => one === 'passed').length,
      failed: smokes.filter((one) => one === 'failed').length,
    },
    cells,
  };
}

/** A cell while it is counted: there are tens of thousands of results. */
type Counted = { -readonly [Name in keyof CellTally]: CellTally[Name] };

function newCell(): Counted {
  return { modules: 0, bad: 0, known: 0, smoke: 'not-run' };
}

function isProven(result: Result): boolean {
  return isProvenResult(result) && !result.known;
}
