import { attribute, joinMarkdown, type Markdown, markdown } from '../../escape/markdown.ts';
import { NUMPY_NONE } from '../../model/combination.ts';
import { axesOf } from '../axes.ts';
import type { CombinationReport, Report } from '../report.ts';
import { tallyOf } from '../tally.ts';
import { cellText } from './cell.ts';
import { gridLegend } from './terminal-grid.ts';

/** More columns than this are a second table: GitHub's page is narrow. */
const MAX_COLUMNS = 12;

export interface GridTable {
  readonly head: Markdown;
  /** One per Python; the last table's last row is followed by the legend. */
  readonly rows: readonly Markdown[];
}

/** The Python × NumPy grid as Markdown tables of at most twelve columns, then the legend. */
export function summaryGrid(report: Report): readonly GridTable[] {
  if (report.combinations.length === 0) return [];
  const { pythons, numpys, short } = axesOf(report.combinations);
  const tally = tallyOf(report);
  const cells = new Map(
    report.combinations.map((one) => [JSON.stringify([one.label, one.numpy]), one]),
  );
  const tables = chunk(numpys, MAX_COLUMNS).map((columns) => ({
    head: tableHead(columns.map((numpy) => (numpy === NUMPY_NONE ? numpy : short(numpy)))),
    rows: pythons.map((label) => {
      const row = columns.map((numpy) =>
        cellMarkdown(cells.get(JSON.stringify([label, numpy])), tally),
      );
      return markdown`| **${label}** | ${joinMarkdown(row, ' | ')} |`;
    }),
  }));
  return [...tables, { head: markdown`<sub>${gridLegend(report)}</sub>`, rows: [] }];
}

function tableHead(columns: readonly string[]): Markdown {
  const names = joinMarkdown(
    columns.map((name) => markdown`${name}`),
    ' | ',
  );
  const rule = joinMarkdown(
    columns.map(() => markdown`:---`),
    ' | ',
  );
  return markdown`| NumPy → | ${names} |\n| --- | ${rule} |`;
}

/** The reason shows when the pointer rests on it. */
function cellMarkdown(
  combination: CombinationReport | undefined,
  tally: ReturnType<typeof tallyOf>,
): Markdown {
  const text = cellText(combination, tally);
  const reason = combination?.reason ?? null;
  if (reason === null) return markdown`${text}`;
  const short = reason.length > 160 ? `${reason.slice(0, 159)}…` : reason;
  return markdown`<span title="${attribute(short)}">${text}</span>`;
}

function chunk<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(values.length / size));
  const even = Math.ceil(values.length / count);
  return Array.from({ length: count }, (_, index) =>
    values.slice(index * even, (index + 1) * even),
  );
}
