import { safeJson } from '../../escape/json.ts';
import { code, joinMarkdown, type Markdown, markdown, prose } from '../../escape/markdown.ts';
import { plural } from '../../escape/plural.ts';
import {
  cutTo,
  joinTerminal,
  NOTHING,
  padEnd,
  paintWith,
  type Terminal,
  terminal,
  widthOf,
  wrap,
} from '../../escape/terminal.ts';
import { type AuditRow, NO_CAPI } from '../../model/audit.ts';
import { EXIT } from '../../model/user-error.ts';
import type { AuditReport } from '../audit-report.ts';
import { invocationOf } from '../reproduce.ts';
import type { RenderOptions } from './render-options.ts';
import { kindLink } from './summary-findings.ts';
import { findingSections } from './terminal-findings.ts';

const HEADS = ['wheel', 'NumPy by its bytes', 'NumPy declared', 'through', 'findings'] as const;
/** Narrower terminals leave out how binaries get at NumPy. */
const WIDE = 140;
const MOST_ROWS = 400;
/** Of more wheels, those that have nothing to do with NumPy are counted: a lock has many. */
const MANY_ROWS = 20;

/** Wheel × NumPy range, findings, verdict. */
export function auditTerminal(
  report: AuditReport,
  { width, colours }: { readonly width: number; readonly colours: boolean },
): Terminal {
  const paint = paintWith(colours);
  const wide = width >= WIDE;
  const { rows, rest } = shownRows(report);
  const cells = rows.map((row) => {
    const longest = Math.max(24, width - (wide ? 96 : 46));
    const mark = markOf(row, 'ok');
    const style = row.kinds.length > 0 ? 'red' : mark === 'ok' ? 'green' : 'yellow';
    return [
      cutTo(row.wheel, longest),
      terminal`${row.needs}`,
      terminal`${row.declared}`,
      ...(wide ? [cutTo(row.through, 48)] : []),
      paint(style, terminal`${mark}`),
    ];
  });
  const heads = HEADS.filter((name) => wide || name !== 'through');
  const head = heads.map((name) => paint('bold', terminal`${name}`));
  const widths = heads.map((_, at) =>
    Math.max(...[head, ...cells].map((row) => widthOf(row[at] ?? NOTHING))),
  );
  const lines = [head, ...cells].map((row) =>
    joinTerminal(
      row.map((cell, at) => (at === row.length - 1 ? cell : padEnd(cell, (widths[at] ?? 0) + 2))),
      '',
    ),
  );
  const sections = findingSections(report, width, paint, invocationOf(report), (file) => file);
  const notices = report.notices.flatMap((text) => wrap(`note: ${text}`, width));
  const table = [
    ...(cells.length > 0 ? lines : []),
    ...rest.map((text) => terminal`${text}`),
    NOTHING,
  ];
  const all = [
    ...(report.rows.length > 0 ? table : []),
    ...sections.flatMap((section) => [...section, NOTHING]),
    ...notices,
    ...wrap(`verdict: ${report.verdict}`, width),
  ];
  return terminal`${joinTerminal(all, '\n')}\n`;
}

/** The same for a job summary. */
export function auditMarkdown(report: AuditReport, options: RenderOptions = {}): Markdown {
  const shown = shownRows(report);
  const rows = shown.rows.map(
    (row) =>
      markdown`| ${row.wheel} | ${row.needs} | ${row.declared} | ${row.through} | ${markOf(row, '✓')} |`,
  );
  const findings = report.findings.map(
    (one) =>
      markdown`**${prose(one.title)}** (${one.severity}, ${kindLink(one, options)})\n\n${prose(one.explanation)}${placeOf(one)}\n\nFix: ${prose(one.fix)}\n`,
  );
  const more = shown.rest.flatMap((text) => [markdown`${text}`, markdown``]);
  const table = [
    markdown`| Wheel | NumPy by its bytes | NumPy declared | Through | Findings |`,
    markdown`| --- | --- | --- | --- | --- |`,
    ...rows,
  ];
  return joinMarkdown(
    [
      markdown`### ${signOf(report)} ${report.verdict}`,
      markdown``,
      ...(rows.length > 0 ? [joinMarkdown(table, '\n'), markdown``] : []),
      ...more,
      ...findings,
      ...report.notices.map((text) => markdown`- ${text}`),
    ],
    '\n',
  );
}

function placeOf({ location }: AuditReport['findings'][number]): Markdown {
  if (location === null) return markdown``;
  return markdown`\n\nWhere: ${code(`${location.file}:${location.line}`)}`;
}

/** An error that is let pass is one all the same. */
function signOf({ exitCode, findings }: AuditReport): string {
  const isRed = findings.some(({ severity }) => severity === 'error');
  if (isRed || exitCode === EXIT.findings) return '❌';
  return exitCode === EXIT.proven ? '✅' : '⚠️';
}

/** One entry of `modules` for each binary, one of `wheels` for each file. */
export function auditJson(report: AuditReport): string {
  const { schema, tool, modules, findings, rows, notices, verdict, exitCode } = report;
  const unread = report.unread.map(({ text }) => text);
  const told = { notices, unread, verdict, exitCode, tool };
  const document = { schema, modules, findings, wheels: rows, ...told };
  return `${safeJson(document)}\n`;
}

/** The rows of the table, and what is said below it of the others. */
function shownRows({ rows }: AuditReport): {
  readonly rows: readonly AuditRow[];
  readonly rest: readonly string[];
} {
  const isPlain = ({ needs, kinds, judged }: AuditRow): boolean =>
    rows.length > MANY_ROWS && needs === NO_CAPI && kinds.length === 0 && judged !== 'nowhere';
  const told = rows.filter((row) => !isPlain(row));
  const shown = told.slice(0, MOST_ROWS);
  const plain = rows.length - told.length;
  const left = told.length - shown.length;
  const rest = [
    ...(left > 0 ? [`… and ${plural(left, 'more wheel')}: see the JSON report`] : []),
    ...(plain > 0 ? [`… and ${plural(plain, 'wheel')} without NumPy’s C-API`] : []),
  ];
  return { rows: shown, rest };
}

/** What is unknown is never shown as fine. */
function markOf({ kinds, unknown, judged }: AuditRow, fine: string): string {
  if (kinds.length > 0) return kinds.join(', ');
  if (judged === 'nowhere') return 'not judged';
  return unknown > 0 ? 'unknown' : fine;
}
