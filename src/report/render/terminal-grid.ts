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
import { axesOf } from '../axes.ts';
import type { CombinationReport, Report } from '../report.ts';
import { type Tally, tallyOf } from '../tally.ts';
import { cellText, KNOWN, MARKS, WARNED } from './cell.ts';

const GAP = 2;

/**
 * The Python × NumPy grid. Columns that do not fit beside each other go into further blocks, each
 * with the row names, so that no line is longer than `width` unless a single column is.
 *
 * @returns lines, with an empty one between blocks
 */
export function terminalGrid(report: Report, width: number, paint: Paint): readonly Terminal[] {
  const axes = axesOf(report.combinations);
  const tally = tallyOf(report);
  const rows = axes.pythons.map((label) => terminal`${rowName(label)}`);
  const corner = terminal`NumPy`;
  const first = Math.max(...[corner, ...rows].map(widthOf)) + GAP;
  const byCell = new Map(
    report.combinations.map((one) => [JSON.stringify([one.label, one.numpy]), one]),
  );
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

/** What the signs of this report's grid mean; only those that are in it. */
export function gridLegend(report: Report): string {
  const status = new Set<string>(report.combinations.map((one) => one.status));
  if (report.modules.length === 0) status.delete('passed');
  const meanings = [
    ['passed', `${MARKS.passed} modules proven`],
    ['failed', `${MARKS.failed} not proven/all`],
    ['excluded', `${MARKS.excluded} excluded`],
    ['error', `${MARKS.error} could not be set up`],
    ['skipped', `${MARKS.skipped} skipped`],
    ['planned', `${MARKS.planned} never started`],
  ] as const;
  const said: string[] = meanings.filter(([one]) => status.has(one)).map(([, meaning]) => meaning);
  const { warned } = tallyOf(report);
  if (report.combinations.some((one) => one.status === 'passed' && warned.has(one.id))) {
    said.push(`${WARNED} proven, with a warning`);
  }
  if (report.results.some((one) => one.known)) said.push(`${KNOWN} known failures/all`);
  if (report.combinations.some((one) => one.numpy === NUMPY_NONE)) {
    said.push('none: NumPy only if the metadata asks for it');
  }
  return said.join(' · ');
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
    const odd = text.text === '0' || [KNOWN, WARNED].some((mark) => text.text.startsWith(mark));
    return paint(odd ? 'yellow' : STYLES[one.status], text);
  });
  return { head, cells, width: Math.max(...[head, ...cells].map(widthOf)) + GAP };
}

const STYLES: Readonly<Record<CombinationReport['status'], Style>> = {
  passed: 'green',
  failed: 'red',
  excluded: 'dim',
  error: 'yellow',
  skipped: 'yellow',
  planned: 'yellow',
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
