import { joinLog, type Log, logLine } from '../../escape/command.ts';
import { listSome } from '../../escape/plural.ts';
import { relay } from '../../escape/relay.ts';
import type { Report } from '../report.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';

/** The findings and the verdict as plain lines, for the end of a CI log. */
export function findingsLog(report: Report): Log {
  const lines = report.findings
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
