import { listSome, plural } from '../../escape/plural.ts';
import { type Paint, type Terminal, terminal, widthOf, wrap } from '../../escape/terminal.ts';
import type { Finding } from '../../model/finding.ts';
import { SMOKE } from '../../model/result.ts';
import { type Cause, causesOf } from '../causes.ts';
import type { Report } from '../report.ts';
import { type Invocation, reproduceFinding } from '../reproduce.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';
import { block, leadPaint, padded } from './terminal-block.ts';

/** Findings shown before "and N more". */
const MAX_FINDINGS = 30;

type PathOf = (file: string) => string;

/** The findings for a terminal, worst first, each with what follows from it. */
export function findingSections(
  report: Report,
  width: number,
  paint: Paint,
  invocation: Invocation,
  pathOf: PathOf,
): readonly (readonly Terminal[])[] {
  const causes = causesOf(report.findings);
  const shown = causes.slice(0, MAX_FINDINGS).map((cause) => {
    const { severity, title } = cause.finding;
    const command = reproduceFinding(cause.finding, report, invocation);
    return [
      ...block(severity, plainTitle(title), findingLines(cause, report, pathOf), width, paint),
      ...commandLines(command, severity, width, paint),
    ];
  });
  const left = causes.length - shown.length;
  if (left <= 0) return shown;
  return [...shown, wrap(`and ${plural(left, 'more finding')}: see the JSON report`, width)];
}

/** Bold as it is, a title needs no marks around its names. */
function plainTitle(title: string): string {
  return title.replaceAll('`', '');
}

/** Never broken by us: what does not fit goes on a line of its own, to be copied whole. */
function commandLines(
  command: string | null,
  severity: Finding['severity'],
  width: number,
  paint: Paint,
): readonly Terminal[] {
  const lead = leadPaint(paint)(terminal`reproduce:`);
  if (command === null) return [];
  const indent = width >= 50 ? severity.length + 2 : 2;
  const line = terminal`${lead} ${command}`;
  if (widthOf(line) + indent <= width) return [padded(line, indent)];
  return [padded(lead, indent), padded(terminal`${command}`, 2)];
}

/** Lines of evidence shown where no rule could say more, and of a failed smoke run. */
const MAX_EVIDENCE = 8;

function findingLines(
  { finding, consequences }: Cause,
  report: Report,
  pathOf: PathOf,
): readonly (readonly [string, string])[] {
  const scope = scopeOfFinding(finding, report);
  const { location, modules } = finding;
  const place = (one: Finding['location']) => (one ? `${pathOf(one.file)}:${one.line}` : '');
  return [
    ['', finding.explanation],
    [
      `${failsWord(finding).toLowerCase()}: `,
      scope.fails === '' ? '' : `${scope.fails} (${scope.count ?? ''})`,
    ],
    ['works: ', scope.works],
    ['modules: ', modules.length > 1 ? `${listSome(modules, 6)} (${modules.length})` : ''],
    ['where: ', place(location)],
    ...evidenceLines(finding).map((line) => ['> ', line] as const),
    ['fix: ', finding.fix],
    ...consequences.map((one) => ['it follows: ', followed(one, place(one.location))] as const),
  ];
}

function followed({ title, fix }: Finding, place: string): string {
  const where = place === '' ? '' : ` (${place})`;
  const head = `${plainTitle(title)}${where}`;
  return fix === '' ? head : `${head}. ${fix}`;
}

/** The end of it, which says most. */
function evidenceLines(finding: Finding): readonly string[] {
  const unclear = finding.category === 'unclassified' || finding.fault === 'unknown';
  const smoke = finding.modules.includes(SMOKE);
  return unclear || smoke ? finding.evidence.slice(-MAX_EVIDENCE) : [];
}
