import { attribute, joinMarkdown, type Markdown, markdown } from '../../escape/markdown.ts';
import { NUMPY_NONE } from '../../model/combination.ts';
import type { CombinationVerdict } from '../../model/combination-verdict.ts';
import { byPlatform, hasPlatforms } from '../platforms.ts';
import type { CombinationReport, Report } from '../report.ts';
import { leftOutOf, shownAxes } from '../shown-axes.ts';
import { tallyOf } from '../tally.ts';
import { cellText, MARKS } from './cell.ts';
import { legendOf } from './terminal-grid.ts';

/** In colour, and of different shapes, so that nobody needs the colour. */
const SIGNS: Readonly<Record<CombinationVerdict, string>> = {
  proven: '✅',
  warned: '⚠️',
  doubtful: '❓',
  known: '🔶',
  failed: '❌',
  empty: '⬜',
  'not-set-up': '🚧',
  skipped: '⏭️',
  excluded: '–',
};

/** More columns than this are a second table: GitHub's page is narrow. */
const MAX_COLUMNS = 12;

export interface GridTable {
  readonly head: Markdown;
  /** One per Python; the last table's last row is followed by the legend. */
  readonly rows: readonly Markdown[];
}

/** The Python × NumPy grid of each platform as Markdown tables of at most twelve columns, then the legend. */
export function summaryGrid(report: Report): readonly GridTable[] {
  if (report.combinations.length === 0) return [];
  const tally = tallyOf(report);
  const { combinations } = report;
  const several = hasPlatforms(combinations);
  const tables = byPlatform(combinations).flatMap(([platform, own]) =>
    tablesOf(own, several ? platform : 'NumPy →', tally),
  );
  const leftOut = leftOutOf(combinations);
  const unseen = leftOut === '' ? [] : [`not shown, as nothing can run there: ${leftOut}`];
  const legend = [legendOf(report, SIGNS), ...unseen].join(' · ');
  return [...tables, { head: markdown`<sub>${legend}</sub>`, rows: [] }];
}

function tablesOf(
  combinations: readonly CombinationReport[],
  corner: string,
  tally: ReturnType<typeof tallyOf>,
): readonly GridTable[] {
  const { pythons, numpys, short } = shownAxes(combinations);
  const cells = new Map(combinations.map((one) => [JSON.stringify([one.label, one.numpy]), one]));
  return chunk(numpys, MAX_COLUMNS).map((columns) => ({
    head: tableHead(
      corner,
      columns.map((numpy) => (numpy === NUMPY_NONE ? numpy : short(numpy))),
    ),
    rows: pythons.map((label) => {
      const row = columns.map((numpy) =>
        cellMarkdown(cells.get(JSON.stringify([label, numpy])), tally),
      );
      return markdown`| **${label}** | ${joinMarkdown(row, ' | ')} |`;
    }),
  }));
}

function tableHead(corner: string, columns: readonly string[]): Markdown {
  const names = joinMarkdown(
    columns.map((name) => markdown`${name}`),
    ' | ',
  );
  const rule = joinMarkdown(
    columns.map(() => markdown`:---`),
    ' | ',
  );
  return markdown`| ${corner} | ${names} |\n| --- | ${rule} |`;
}

/** The reason shows when the pointer rests on it. */
function cellMarkdown(
  combination: CombinationReport | undefined,
  tally: ReturnType<typeof tallyOf>,
): Markdown {
  const text = combination
    ? cellText(combination, tally).replace(MARKS[combination.verdict], SIGNS[combination.verdict])
    : ' ';
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
