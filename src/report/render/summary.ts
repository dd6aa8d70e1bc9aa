import { formatDuration } from '../../escape/duration.ts';
import {
  code,
  fence,
  joinMarkdown,
  type Markdown,
  markdown,
  prose,
} from '../../escape/markdown.ts';
import { plural } from '../../escape/plural.ts';
import { provenAndDeclared } from '../declared.ts';
import { stagesOf, totalSeconds } from '../duration.ts';
import { notRun } from '../exclusions.ts';
import type { Report } from '../report.ts';
import { reproduceCommand } from '../reproduce.ts';
import { setUpFailures } from '../set-up-failures.ts';
import { headlineOf } from '../verdict.ts';
import type { RenderOptions } from './render-options.ts';
import { findingRows, folded } from './summary-findings.ts';
import { summaryGrid } from './summary-grid.ts';

/** GitHub shows nothing at all of a longer summary; some room is left for other writers. */
const MAX_SUMMARY_BYTES = 1000 * 1024;

export interface SummaryOptions extends RenderOptions {
  /** In UTF-8 bytes. */
  readonly maxBytes?: number;
}

/**
 * The job summary. Longer than the limit, it loses whole rows, from the least important part up,
 * and says what was left out.
 */
export function summaryMarkdown(report: Report, options: SummaryOptions = {}): Markdown {
  const limit = options.maxBytes ?? MAX_SUMMARY_BYTES;
  let room = limit - RESERVE;
  const parts: Markdown[] = [];
  for (const section of sectionsOf(report, options)) {
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

function sectionsOf(report: Report, options: RenderOptions): readonly Section[] {
  return [
    whole(markdown`### ${inColour(headlineOf(report))}`),
    whole(markdown`${report.verdict}.`),
    ...summaryGrid(report).map(({ head, rows }) => ({ ...rowsOf(rows, 'Python'), head })),
    setUpSection(report),
    findingsSection(report, options),
    whole(rangeLine(report)),
    ...foldedList('Not tested, and why', notTestedRows(report)),
    ...reproduceSection(report, options),
    ...foldedList(
      'Notices',
      report.notices.map((notice) => markdown`- ${prose(notice)}`),
    ),
    ...timeSection(report),
  ];
}

/** The mark of the headline, as it stands in the grid. */
function inColour(headline: string): string {
  return headline.replace(/^✓/, '✅').replace(/^✗/, '❌').replace(/^!/, '⚠️');
}

function whole(text: Markdown): Section {
  return { head: text, rows: [], separator: '\n', tail: EMPTY, noun: 'row' };
}

function rowsOf(rows: readonly Markdown[], noun: string): Section {
  return { head: EMPTY, rows, separator: '\n', tail: EMPTY, noun };
}

function setUpSection(report: Report): Section {
  const rows = setUpFailures(report).map(({ kind, reason, location, combinations }) => {
    const title = `${plural(combinations.length, 'combination')} could not be set up: ${kind}`;
    const ids = joinMarkdown(
      combinations.slice(0, 12).map((one) => code(one.id)),
      ', ',
    );
    const left = combinations.length - 12;
    const more = left > 0 ? markdown` and ${left} more` : EMPTY;
    const place = location
      ? markdown`**Where:** ${code(`${location.file}:${location.line}`)}\n\n`
      : EMPTY;
    return markdown`**! ${title}**\n\n${fence(reason)}\n\n${place}${ids}${more}`;
  });
  return { ...rowsOf(rows, 'set-up failure'), separator: '\n\n' };
}

function findingsSection(report: Report, options: RenderOptions): Section {
  return { ...rowsOf(findingRows(report, options), 'finding'), separator: '\n\n' };
}

function rangeLine(report: Report): Markdown {
  const { proven, declared } = provenAndDeclared(report);
  return markdown`**Declared:** ${code(declared)} · **proven:** ${code(proven)}`;
}

function notTestedRows(report: Report): readonly Markdown[] {
  return [
    ...notRun(report).map(({ where, reason }) => markdown`- ${where}: ${prose(reason)}`),
    ...[...(report.refused ?? []), ...report.notTested].map(
      ({ what, reason }) => markdown`- ${code(what)}: ${prose(reason)}`,
    ),
  ];
}

/** Where no finding has a command of its own. */
function reproduceSection(report: Report, options: RenderOptions): readonly Section[] {
  if (report.findings.some((one) => one.combinations.length > 0)) return [];
  const ran = report.combinations.filter((one) => one.status !== 'excluded');
  const one = ran.find((each) => each.status === 'error') ?? ran.at(-1);
  const command = one ? reproduceCommand(report, one.id, options.invocation) : null;
  if (command === null) return [];
  return [whole(folded('Reproduce one combination', fence(command, 'sh')))];
}

/** Combinations named among those that took longest. */
const MOST_SLOW = 5;

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
  return [whole(folded(title, joinMarkdown([table, ...slowest(report)], '\n\n')))];
}

function slowest({ combinations }: Report): readonly Markdown[] {
  const timed = combinations.filter((one) => one.seconds > 0);
  if (timed.length < 2) return [];
  const rows = timed
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, MOST_SLOW)
    .map((one) => markdown`| ${code(one.id)} | ${formatDuration(one.seconds)} |`);
  return [
    joinMarkdown(
      [markdown`| combinations that took longest | time |\n| --- | ---: |`, ...rows],
      '\n',
    ),
  ];
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

function bytes(text: Markdown): number {
  return new TextEncoder().encode(text.text).length;
}
