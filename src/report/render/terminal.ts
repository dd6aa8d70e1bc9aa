import { formatDuration } from '../../escape/duration.ts';
import { listSome, plural } from '../../escape/plural.ts';
import {
  joinTerminal,
  NOTHING,
  type Paint,
  padEnd,
  paintWith,
  type Style,
  type Terminal,
  terminal,
  widthOf,
  withoutCommands,
  wrap,
} from '../../escape/terminal.ts';
import type { Finding } from '../../model/finding.ts';
import { provenAndDeclared, totalsOf } from '../declared.ts';
import { totalSeconds } from '../duration.ts';
import { notRun } from '../exclusions.ts';
import { foldFindings } from '../fold.ts';
import type { Report } from '../report.ts';
import { type Invocation, invocationOf, reproduceCommand } from '../reproduce.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';
import { setUpFailures } from '../set-up-failures.ts';
import { gridLegend, terminalGrid } from './terminal-grid.ts';

export interface TerminalOptions {
  /** Columns of the window. */
  readonly width: number;
  readonly colours: boolean;
  readonly invocation?: Invocation;
}

/** Findings and reasons shown before "and N more". */
const MAX_FINDINGS = 30;
const MAX_REASONS = 4;

/** What the command line shows at the end: grid, findings, proven against declared, totals. */
export function terminalReport(report: Report, options: TerminalOptions): Terminal {
  const width = Math.max(20, options.width);
  const paint = paintWith(options.colours);
  const invocation = options.invocation ?? invocationOf(report);
  const sections = [
    gridSection(report, width, paint),
    ...setUpSections(report, width, paint),
    ...findingSections(report, width, paint, invocation),
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
): readonly (readonly Terminal[])[] {
  return setUpFailures(report).map(({ kind, reason, combinations }) =>
    block(
      'error',
      `${plural(combinations.length, 'combination')} could not be set up: ${kind}`,
      [
        ['', reason],
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

function findingSections(
  report: Report,
  width: number,
  paint: Paint,
  invocation: Invocation,
): readonly (readonly Terminal[])[] {
  const findings = foldFindings(report.findings).filter((one) => one.severity !== 'none');
  const shown = findings
    .slice(0, MAX_FINDINGS)
    .map((finding) =>
      block(
        finding.severity,
        finding.title,
        findingLines(finding, report, invocation),
        width,
        paint,
      ),
    );
  const left = findings.length - shown.length;
  if (left <= 0) return shown;
  return [...shown, wrap(`and ${plural(left, 'more finding')}: see the JSON report`, width)];
}

function findingLines(
  finding: Finding,
  report: Report,
  invocation: Invocation,
): readonly (readonly [string, string])[] {
  const scope = scopeOfFinding(finding, report);
  const { location, modules } = finding;
  const last = finding.combinations.at(-1);
  const command = last === undefined ? null : reproduceCommand(report, last, invocation);
  const unclear = finding.category === 'unclassified' || finding.fault === 'unknown';
  return [
    ['', finding.explanation],
    [
      `${failsWord(finding).toLowerCase()}: `,
      scope.fails === '' ? '' : `${scope.fails} (${scope.count ?? ''})`,
    ],
    ['works: ', scope.works],
    ['modules: ', modules.length > 1 ? `${listSome(modules, 6)} (${modules.length})` : ''],
    ['where: ', location ? `${location.file}:${location.line}` : ''],
    ...(unclear ? finding.evidence.slice(0, 6).map((line) => ['> ', line] as const) : []),
    ['fix: ', finding.fix],
    ['reproduce: ', command ?? ''],
  ];
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
  const skipped = report.notTested
    .slice(0, MAX_REASONS)
    .flatMap(({ what, reason }) => indented('not tested: ', `${what}: ${reason}`, 0, width));
  const left = report.notTested.length - MAX_REASONS;
  const more =
    left > 0 ? wrap(`… and ${plural(left, 'more file')}: see the JSON report`, width) : [];
  const notices = report.notices.flatMap((notice) => indented('note: ', notice, 0, width));
  return [...skipped, ...more, ...notices].map((line) => paint('dim', line));
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

const LABELS: Readonly<Record<Finding['severity'], Style>> = {
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
  none: 'dim',
};

/** `error  title`, then the lines, each set in under the title. */
function block(
  severity: Finding['severity'],
  title: string,
  lines: readonly (readonly [string, string])[],
  width: number,
  paint: Paint,
): readonly Terminal[] {
  const label = terminal`${severity}`;
  const indent = width >= 50 ? widthOf(label) + 2 : 2;
  const heads = wrap(title, width - widthOf(label) - 2);
  return [
    ...heads.map((line, index) =>
      index === 0
        ? terminal`${paint(LABELS[severity], paint('bold', label))}  ${paint('bold', line)}`
        : padded(paint('bold', line), widthOf(label) + 2),
    ),
    ...lines
      .filter(([, text]) => text.trim() !== '')
      .flatMap(([lead, text]) => indented(lead, text, indent, width)),
  ];
}

/** A lead word and wrapped text, the text's further lines under its first. */
function indented(lead: string, text: string, indent: number, width: number): readonly Terminal[] {
  const hang = lead.length > 12 || width < 50 ? 2 : lead.length;
  const room = width - indent - lead.length;
  const [first = NOTHING, ...rest] = wrap(text, room);
  if (room < 12) return wrap(`${lead}${text}`, width - indent).map((line) => padded(line, indent));
  const more =
    hang === lead.length
      ? rest
      : wrap(rest.map((line) => line.text).join(' '), width - indent - hang);
  return [
    padded(terminal`${lead}${first}`, indent),
    ...(rest.length === 0 ? [] : more.map((line) => padded(line, indent + hang))),
  ];
}

function padded(line: Terminal, indent: number): Terminal {
  return joinTerminal([padEnd(NOTHING, indent), line], '');
}
