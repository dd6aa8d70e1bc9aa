import {
  joinTerminal,
  NOTHING,
  type Paint,
  padEnd,
  type Style,
  type Terminal,
  terminal,
  widthOf,
} from '../../escape/terminal.ts';
import { NUMPY_NONE } from '../../model/combination.ts';
import type { CombinationVerdict } from '../../model/combination-verdict.ts';
import { byPlatform, hasPlatforms } from '../platforms.ts';
import type { CombinationReport, Report } from '../report.ts';
import { leftOutOf, shownAxes } from '../shown-axes.ts';
import { type Tally, tallyOf } from '../tally.ts';
import { cellText, MARKS } from './cell.ts';

const GAP = 2;

/**
 * The Python × NumPy grid, one for each platform. Columns that do not fit beside each other go into further blocks, each
 * with the row names, so that no line is longer than `width` unless a single column is.
 *
 * @returns lines, with an empty one between blocks
 */
export function terminalGrid(report: Report, width: number, paint: Paint): readonly Terminal[] {
  const tally = tallyOf(report);
  const { combinations } = report;
  if (!hasPlatforms(combinations)) return gridOf(combinations, 'NumPy', tally, width, paint);
  return byPlatform(combinations).flatMap(([platform, own], at) => [
    ...(at > 0 ? [NOTHING] : []),
    ...gridOf(own, platform, tally, width, paint),
  ]);
}

function gridOf(
  combinations: readonly CombinationReport[],
  name: string,
  tally: Tally,
  width: number,
  paint: Paint,
): readonly Terminal[] {
  const axes = shownAxes(combinations);
  const rows = axes.pythons.map((label) => terminal`${rowName(label)}`);
  const corner = terminal`${name}`;
  const first = Math.max(...[corner, ...rows].map(widthOf)) + GAP;
  const byCell = new Map(combinations.map((one) => [JSON.stringify([one.label, one.numpy]), one]));
  const columns = axes.numpys.map((numpy) =>
    columnOf(
      numpy,
      axes.pythons.map((label) => byCell.get(JSON.stringify([label, numpy]))),
      tally,
      paint,
    ),
  );
  const lines: Terminal[] = [];
  for (const block of blocksOf(columns, Math.max(1, width - first))) {
    if (lines.length > 0) lines.push(NOTHING);
    lines.push(lineOf(padEnd(corner, first), block, (one) => paint('bold', one.head)));
    for (const [index, row] of rows.entries()) {
      const start = padEnd(paint('bold', row), first);
      lines.push(lineOf(start, block, (one) => one.cells[index] ?? NOTHING));
    }
  }
  return lines;
}

const MEANINGS: Readonly<Record<CombinationVerdict, string>> = {
  proven: 'modules proven',
  failed: 'not proven/all',
  excluded: 'excluded',
  'not-set-up': 'could not be set up',
  skipped: 'skipped',
  empty: 'no compiled module',
  warned: 'proven, with a warning',
  doubtful: 'imports, with a warning that takes the proof away',
  known: 'known failures/all',
};

/** What the signs of this report's grid mean, and what of it is not shown. */
export function gridLegend(report: Pick<Report, 'combinations'>): string {
  const leftOut = leftOutOf(report.combinations);
  const unseen = leftOut === '' ? [] : [`not shown, as nothing can run there: ${leftOut}`];
  return [legendOf(report, MARKS), ...unseen].join(' · ');
}

/** Only the signs that are in the grid. */
export function legendOf(
  report: Pick<Report, 'combinations'>,
  signs: Readonly<Record<CombinationVerdict, string>>,
): string {
  const verdicts = new Set(report.combinations.map(({ verdict }) => verdict));
  const said = Object.entries(MEANINGS).flatMap(([verdict, meaning]) =>
    isIn(verdicts, verdict) ? [`${signs[verdict]} ${meaning}`] : [],
  );
  if (report.combinations.some((one) => one.numpy === NUMPY_NONE)) {
    said.push('none: NumPy only if the metadata asks for it');
  }
  return said.join(' · ');
}

function isIn(verdicts: ReadonlySet<string>, verdict: string): verdict is CombinationVerdict {
  return verdicts.has(verdict);
}

interface Column {
  readonly head: Terminal;
  readonly cells: readonly Terminal[];
  readonly width: number;
}

function columnOf(
  numpy: string,
  combinations: readonly (CombinationReport | undefined)[],
  tally: Tally,
  paint: Paint,
): Column {
  const head = terminal`${numpy}`;
  const cells = combinations.map((one) => {
    const text = terminal`${cellText(one, tally)}`;
    if (!one) return text;
    return paint(STYLES[one.verdict], text);
  });
  return { head, cells, width: Math.max(...[head, ...cells].map(widthOf)) + GAP };
}

const STYLES: Readonly<Record<CombinationVerdict, Style>> = {
  proven: 'green',
  warned: 'yellow',
  doubtful: 'yellow',
  known: 'yellow',
  empty: 'yellow',
  failed: 'red',
  'not-set-up': 'yellow',
  skipped: 'yellow',
  excluded: 'dim',
};

function rowName(label: string): string {
  return /^\d/.test(label) ? `py${label}` : label;
}

/** As many columns side by side as fit; the last one's gap needs no room. */
function blocksOf(columns: readonly Column[], room: number): readonly (readonly Column[])[] {
  const blocks: Column[][] = [];
  let used = 0;
  for (const column of columns) {
    const block = blocks.at(-1);
    if (block && used + column.width - GAP <= room) {
      block.push(column);
      used += column.width;
    } else {
      blocks.push([column]);
      used = column.width;
    }
  }
  return blocks;
}

/** The last cell is not padded: trailing blanks would wrap in a window that is just wide enough. */
function lineOf(
  start: Terminal,
  block: readonly Column[],
  cell: (column: Column) => Terminal,
): Terminal {
  const cells = block.map((one, index) =>
    index === block.length - 1 ? cell(one) : padEnd(cell(one), one.width),
  );
  return joinTerminal([start, ...cells], '');
}
