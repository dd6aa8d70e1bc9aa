import { formatDuration } from '../../escape/duration.ts';
import {
  code,
  fence,
  joinMarkdown,
  type Markdown,
  markdown,
  prose,
  proseLines,
} from '../../escape/markdown.ts';
import { plural } from '../../escape/plural.ts';
import type { Finding } from '../../model/finding.ts';
import { provenAndDeclared } from '../declared.ts';
import { stagesOf, totalSeconds } from '../duration.ts';
import { notRun } from '../exclusions.ts';
import { foldFindings } from '../fold.ts';
import type { Report } from '../report.ts';
import { type Invocation, invocationOf, reproduceCommand } from '../reproduce.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';
import { setUpFailures } from '../set-up-failures.ts';
import { headlineOf } from '../verdict.ts';
import { summaryGrid } from './summary-grid.ts';

/** GitHub shows nothing at all of a longer summary; some room is left for other writers. */
export const MAX_SUMMARY_BYTES = 1000 * 1024;

export interface SummaryOptions {
  readonly invocation?: Invocation;
  /** In UTF-8 bytes. */
  readonly maxBytes?: number;
}

/**
 * The job summary. Longer than the limit, it loses whole rows, from the least important part up,
 * and says what was left out.
 */
export function summaryMarkdown(report: Report, options: SummaryOptions = {}): Markdown {
  const invocation = options.invocation ?? invocationOf(report);
  const limit = options.maxBytes ?? MAX_SUMMARY_BYTES;
  let room = limit - RESERVE;
  const parts: Markdown[] = [];
  for (const section of sectionsOf(report, invocation)) {
    const { text, used } = fitSection(section, room);
    if (text) parts.push(text);
    room -= used;
  }
  return markdown`${joinMarkdown(parts, '\n\n')}\n`;
}

/** Bytes kept for the notes on what was left out. */
const RESERVE = 2048;

/** Rows between two fixed parts; rows may be left out, the rest only as a whole. */
interface Section {
  readonly head: Markdown;
  readonly rows: readonly Markdown[];
  readonly separator: '\n' | '\n\n';
  readonly tail: Markdown;
  /** What its rows are called: `finding`, `reason`. */
  readonly noun: string;
}

const EMPTY = markdown``;

function fitSection(section: Section, room: number): { text: Markdown | null; used: number } {
  const { head, rows, separator, tail, noun } = section;
  const fixed = bytes(head) + bytes(tail) + 4;
  if (fixed > room) return { text: null, used: 0 };
  let used = fixed;
  let count = 0;
  for (const row of rows) {
    const size = bytes(row) + separator.length;
    if (used + size > room) break;
    used += size;
    count += 1;
  }
  const left = rows.length - count;
  const note =
    left > 0 ? [markdown`*${plural(left, `more ${noun}`)} left out: see the JSON report*`] : [];
  const body = joinMarkdown([head, ...rows.slice(0, count)].filter(isThere), separator);
  const text = joinMarkdown([body, ...note, tail].filter(isThere), '\n\n');
  return { text: isThere(text) ? text : null, used };
}

function isThere(text: Markdown): boolean {
  return text.text !== '';
}

function sectionsOf(report: Report, invocation: Invocation): readonly Section[] {
  return [
    whole(markdown`### ${headlineOf(report)}`),
    whole(markdown`${report.verdict}.`),
    ...summaryGrid(report).map(({ head, rows }) => ({ ...rowsOf(rows, 'Python'), head })),
    setUpSection(report),
    findingsSection(report, invocation),
    whole(rangeLine(report)),
    ...foldedList('Not tested, and why', notTestedRows(report)),
    ...reproduceSection(report, invocation),
    ...foldedList(
      'Notices',
      report.notices.map((notice) => markdown`- ${prose(notice)}`),
    ),
    ...timeSection(report),
  ];
}

function whole(text: Markdown): Section {
  return { head: text, rows: [], separator: '\n', tail: EMPTY, noun: 'row' };
}

function rowsOf(rows: readonly Markdown[], noun: string): Section {
  return { head: EMPTY, rows, separator: '\n', tail: EMPTY, noun };
}

function setUpSection(report: Report): Section {
  const rows = setUpFailures(report).map(({ kind, reason, combinations }) => {
    const title = `${plural(combinations.length, 'combination')} could not be set up: ${kind}`;
    const ids = joinMarkdown(
      combinations.slice(0, 12).map((one) => code(one.id)),
      ', ',
    );
    const left = combinations.length - 12;
    const more = left > 0 ? markdown` and ${left} more` : EMPTY;
    return markdown`**! ${title}**\n\n${fence(reason)}\n\n${ids}${more}`;
  });
  return { ...rowsOf(rows, 'set-up failure'), separator: '\n\n' };
}

function findingsSection(report: Report, invocation: Invocation): Section {
  const findings = foldFindings(report.findings).filter((one) => one.severity !== 'none');
  const rows = findings.map((finding, index) => findingRow(finding, index + 1, report, invocation));
  return { ...rowsOf(rows, 'finding'), separator: '\n\n' };
}

function findingRow(
  finding: Finding,
  number: number,
  report: Report,
  invocation: Invocation,
): Markdown {
  const scope = scopeOfFinding(finding, report);
  const { location, modules, evidence, severity, documentation } = finding;
  const count = scope.count === null ? '' : `, ${scope.count}`;
  const place = location ? [markdown`**Where:** ${code(`${location.file}:${location.line}`)}`] : [];
  const where = [
    ...(scope.fails === '' ? [] : [markdown`**${failsWord(finding)}:** ${scope.fails}`]),
    ...(scope.works === '' ? [] : [markdown`**Works:** ${scope.works}`]),
  ];
  const fix = finding.fix === '' ? [] : [markdown`**Fix:** ${proseLines(finding.fix)}`];
  const lines = [
    markdown`#### ${number} · ${prose(finding.title)}`,
    joinMarkdown(
      [
        markdown`*${severity}${count}* · ${code(finding.kind)}`,
        ...(finding.explanation === '' ? [] : [proseLines(finding.explanation)]),
        ...where,
        ...place,
        ...fix,
      ],
      '<br>\n',
    ),
    ...(modules.length > 1 ? [folded(plural(modules.length, 'module'), moduleList(modules))] : []),
    ...(evidence.length > 0 ? [folded('Evidence', fence(evidence.join('\n')))] : []),
    ...reproduceLine(finding, report, invocation, documentation),
  ];
  return joinMarkdown(lines, '\n\n');
}

function moduleList(modules: readonly string[]): Markdown {
  const shown = modules.slice(0, 500).map((name) => code(name));
  const left = modules.length - shown.length;
  return markdown`${joinMarkdown(shown, ', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function reproduceLine(
  finding: Finding,
  report: Report,
  invocation: Invocation,
  documentation: string,
): readonly Markdown[] {
  const last = finding.combinations.at(-1);
  const command = last === undefined ? null : reproduceCommand(report, last, invocation);
  const parts = [
    ...(command === null ? [] : [markdown`Reproduce: ${code(command)}`]),
    ...(documentation === '' ? [] : [markdown`More: ${code(documentation)}`]),
  ];
  return parts.length > 0 ? [joinMarkdown(parts, ' · ')] : [];
}

function rangeLine(report: Report): Markdown {
  const { proven, declared } = provenAndDeclared(report);
  return markdown`**Declared:** ${code(declared)} · **proven:** ${code(proven)}`;
}

function notTestedRows(report: Report): readonly Markdown[] {
  return [
    ...notRun(report).map(({ where, reason }) => markdown`- ${where}: ${prose(reason)}`),
    ...report.notTested.map(({ what, reason }) => markdown`- ${code(what)}: ${prose(reason)}`),
  ];
}

function reproduceSection(report: Report, invocation: Invocation): readonly Section[] {
  const ran = report.combinations.filter((one) => one.status !== 'excluded');
  const one =
    ran.find((each) => each.status === 'failed') ??
    ran.find((each) => each.status === 'error') ??
    ran.at(-1);
  const command = one ? reproduceCommand(report, one.id, invocation) : null;
  if (command === null) return [];
  return [whole(folded('Reproduce one combination', fence(command, 'sh')))];
}

function timeSection(report: Report): readonly Section[] {
  const stages = stagesOf(report.seconds);
  if (stages.length === 0) return [];
  const processes = report.combinations.reduce((sum, one) => sum + one.processes, 0);
  const rows = stages.map(
    ([stage, seconds]) => markdown`| ${stage} | ${formatDuration(seconds)} |`,
  );
  const total = formatDuration(totalSeconds(report.seconds));
  const title = `Where the time went: ${total}, ${plural(processes, 'probe process', 'probe processes')}`;
  const table = joinMarkdown([markdown`| stage | time |\n| --- | ---: |`, ...rows], '\n');
  return [whole(folded(title, table))];
}

function foldedList(title: string, rows: readonly Markdown[]): readonly Section[] {
  if (rows.length === 0) return [];
  return [
    {
      head: markdown`<details><summary>${title} (${rows.length})</summary>\n`,
      rows,
      separator: '\n',
      tail: markdown`</details>`,
      noun: 'reason',
    },
  ];
}

function folded(title: string, body: Markdown): Markdown {
  return markdown`<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function bytes(text: Markdown): number {
  return new TextEncoder().encode(text.text).length;
}
