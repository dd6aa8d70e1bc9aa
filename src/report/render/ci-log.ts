import { joinLog, type Log, logLine } from '../../escape/command.ts';
import { listSome, plural } from '../../escape/plural.ts';
import { relay } from '../../escape/relay.ts';
import { formatDuration } from '../duration.ts';
import { foldFindings } from '../fold.ts';
import type { CombinationReport, Report } from '../report.ts';
import { SMOKE } from '../report.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';
import { MARKS } from './cell.ts';

/** Widths that keep the columns of a usual log in line. */
const ID_WIDTH = 18;

/**
 * One line for a combination, as it ends; in CI there is no live line.
 *
 * @param report what is known so far: its results say how many modules were proven
 */
export function combinationLine(
  combination: CombinationReport,
  report: Pick<Report, 'results'>,
): Log {
  const { id, status, reason, seconds } = combination;
  const own = report.results.filter((one) => one.combination === id);
  const bad = own.filter((one) => one.outcome.kind !== 'imported' || one.severity === 'error');
  const modules = own.filter((one) => one.module !== SMOKE).length;
  const said = {
    passed: `${plural(modules, 'module')} proven`,
    failed: `not proven: ${bad.length > 0 ? listSome(bad.map(nameOf), 4) : (reason ?? 'see below')}`,
    error: `could not be set up: ${reason ?? combination.setUp ?? 'no reason was recorded'}`,
    excluded: `excluded: ${reason ?? 'no reason was recorded'}`,
    skipped: `skipped: ${reason ?? 'no reason was recorded'}`,
    planned: 'never started',
  }[status];
  const time = seconds > 0 ? ` (${formatDuration(seconds)})` : '';
  return logLine`${MARKS[status]} ${id.padEnd(ID_WIDTH)} ${said}${time}`;
}

/** The findings and the verdict as plain lines, for the end of a CI log. */
export function findingsLog(report: Report): Log {
  const lines = foldFindings(report.findings)
    .filter((finding) => finding.severity !== 'none')
    .flatMap((finding) => {
      const scope = scopeOfFinding(finding, report);
      const place = finding.location ? `${finding.location.file}:${finding.location.line}` : '';
      return [
        logLine`${finding.severity}  ${finding.title}`,
        ...block('', finding.explanation),
        ...block(`${failsWord(finding)}: `.toLowerCase(), scope.fails),
        ...block('works: ', scope.works),
        ...block('modules: ', finding.modules.length > 1 ? listSome(finding.modules, 12) : ''),
        ...block('where: ', place),
        ...block('fix: ', finding.fix),
        ...finding.evidence.slice(0, 12).flatMap((line) => relay(line, '       │ ')),
      ];
    });
  const end = logLine`${report.verdict}`;
  return joinLog([...lines, end]);
}

function block(lead: string, text: string): readonly Log[] {
  return text.trim() === '' ? [] : relay(`${lead}${text}`, '       ');
}

function nameOf(result: { readonly module: string }): string {
  return result.module === SMOKE ? 'smoke code' : result.module;
}
