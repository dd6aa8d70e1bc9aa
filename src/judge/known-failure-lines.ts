import type { CombinationFilter } from '../model/config.ts';
import { type FilteredPython, matchesCombination } from '../plan/matches-combination.ts';

/** One module under one combination. */
export interface Cell {
  readonly python: FilteredPython;
  readonly numpy: string;
  /** Empty for what concerns the combination as a whole: only a line without a module foretells it. */
  readonly module: string;
}

/** How the known failures fit what was measured. */
export interface KnownFailureCheck<C extends Cell = Cell> {
  /** Failed, as some line says. */
  readonly expected: readonly { readonly cell: C; readonly line: CombinationFilter }[];
  /** Lines of which no cell failed although some were measured: remove them. */
  readonly passing: readonly {
    readonly line: CombinationFilter;
    readonly cells: readonly C[];
  }[];
  /** Lines that no measured cell matches. */
  readonly unused: readonly CombinationFilter[];
}

/** The first line that foretells this failure. */
export function knownFailure(
  lines: readonly CombinationFilter[],
  cell: Cell,
): CombinationFilter | undefined {
  return lines.find((line) => matchesCell(line, cell));
}

/** `module=pkg._x` names it and what lies below it; `*` stands for anything. */
export function matchesCell(line: CombinationFilter, cell: Cell): boolean {
  return (
    matchesCombination(line, cell.python, cell.numpy) &&
    (line.module === null || (cell.module !== '' && matchesModule(line.module, cell.module)))
  );
}

function matchesModule(pattern: string, module: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}(?:\\..*)?$`).test(module);
}

/**
 * Holds the known failures against the results: one that passes everywhere it was measured turns
 * red, so that the list never outlives its reasons.
 *
 * @param measured cells that really ran; excluded and skipped ones prove nothing
 */
export function checkKnownFailures<C extends Cell>(
  lines: readonly CombinationFilter[],
  measured: readonly { readonly cell: C; readonly failed: boolean }[],
): KnownFailureCheck<C> {
  const judged = lines.map((line) => ({
    line,
    hits: measured.filter(({ cell }) => matchesCell(line, cell)),
  }));
  return {
    expected: measured
      .filter(({ failed }) => failed)
      .flatMap(({ cell }) => {
        const line = knownFailure(lines, cell);
        return line === undefined ? [] : [{ cell, line }];
      }),
    passing: judged
      .filter(({ hits }) => hits.length > 0 && hits.every(({ failed }) => !failed))
      .map(({ line, hits }) => ({ line, cells: hits.map(({ cell }) => cell) })),
    unused: judged.filter(({ hits }) => hits.length === 0).map(({ line }) => line),
  };
}
