import { formatDuration } from '../../escape/duration.ts';
import { listSome, plural } from '../../escape/plural.ts';
import {
  joinTerminal,
  NOTHING,
  type Paint,
  paintWith,
  type Style,
  type Terminal,
  withoutCommands,
  wrap,
} from '../../escape/terminal.ts';
import { provenAndDeclared, totalsOf } from '../declared.ts';
import { totalSeconds } from '../duration.ts';
import { notRun } from '../exclusions.ts';
import type { Report } from '../report.ts';
import { type Invocation, invocationOf } from '../reproduce.ts';
import { setUpFailures } from '../set-up-failures.ts';
import { block, indented } from './terminal-block.ts';
import { findingSections } from './terminal-findings.ts';
import { gridLegend, terminalGrid } from './terminal-grid.ts';

export interface TerminalOptions {
  /** Columns of the window. */
  readonly width: number;
  readonly colours: boolean;
  readonly invocation?: Invocation;
  /** A file of the repository, as it is called from where the user stands. */
  readonly pathOf?: (file: string) => string;
}

/** Reasons shown before "and N more". */
const MAX_REASONS = 4;

/** What the command line shows at the end: grid, findings, proven against declared, totals. */
export function terminalReport(report: Report, options: TerminalOptions): Terminal {
  const width = Math.max(20, options.width);
  const paint = paintWith(options.colours);
  const invocation = options.invocation ?? invocationOf(report);
  const pathOf = options.pathOf ?? ((file: string) => file);
  const sections = [
    gridSection(report, width, paint),
    ...setUpSections(report, width, paint, pathOf),
    ...findingSections(report, width, paint, invocation, pathOf),
    notRunSection(report, width, paint),
    noticeSection(report, width, paint),
    closing(report, width, paint),
  ].filter((lines) => lines.length > 0);
  const lines = sections.flatMap((section, index) => (index > 0 ? [NOTHING, ...section] : section));
  return withoutCommands(joinTerminal([...lines, NOTHING], '\n'));
}

function gridSection(report: Report, width: number, paint: Paint): readonly Terminal[] {
  if (report.combinations.length === 0) return [];
  const legend = wrap(gridLegend(report), width).map((line) => paint('dim', line));
  return [...terminalGrid(report, width, paint), ...legend];
}

function setUpSections(
  report: Report,
  width: number,
  paint: Paint,
  pathOf: (file: string) => string,
): readonly (readonly Terminal[])[] {
  return setUpFailures(report).map(({ kind, reason, location, combinations }) =>
    block(
      'error',
      `${plural(combinations.length, 'combination')} could not be set up: ${kind}`,
      [
        ['', reason],
        ['where: ', location === null ? '' : `${pathOf(location.file)}:${location.line}`],
        [
          'not tested: ',
          listSome(
            combinations.map((one) => one.id),
            6,
          ),
        ],
      ],
      width,
      paint,
    ),
  );
}

function notRunSection(report: Report, width: number, paint: Paint): readonly Terminal[] {
  const reasons = notRun(report);
  const most = reasons.length === MAX_REASONS + 1 ? reasons.length : MAX_REASONS;
  const lines = reasons
    .slice(0, most)
    .flatMap(({ where, reason }) => indented('not run: ', `${where}: ${reason}`, 0, width));
  const left = reasons.length - most;
  const more =
    left > 0 ? wrap(`… and for ${plural(left, 'more reason')}: run \`plan\``, width) : [];
  return [...lines, ...more].map((line) => paint('dim', line));
}

function noticeSection(report: Report, width: number, paint: Paint): readonly Terminal[] {
  const refused = (report.refused ?? []).flatMap(({ what, reason }) =>
    indented('not taken in: ', `${what}: ${reason}`, 0, width),
  );
  const skipped = report.notTested
    .slice(0, MAX_REASONS)
    .flatMap(({ what, reason }) => indented('not tested: ', `${what}: ${reason}`, 0, width));
  const left = report.notTested.length - MAX_REASONS;
  const more =
    left > 0 ? wrap(`… and ${plural(left, 'more file')}: see the JSON report`, width) : [];
  const notices = report.notices.flatMap((notice) => indented('note: ', notice, 0, width));
  return [...refused, ...skipped, ...more, ...notices].map((line) => paint('dim', line));
}

function closing(report: Report, width: number, paint: Paint): readonly Terminal[] {
  const { proven, declared } = provenAndDeclared(report);
  const totals = `${totalsOf(report)} in ${formatDuration(totalSeconds(report.seconds))}`;
  const style: Style = report.exitCode === 0 ? 'green' : report.exitCode === 1 ? 'red' : 'yellow';
  return [
    ...indented('proven: ', `${proven} (declared: ${declared})`, 0, width),
    ...(report.verdict === '' ? [] : indented('verdict: ', report.verdict, 0, width)),
    ...wrap(totals, width).map((line) => paint('bold', paint(style, line))),
  ];
}
