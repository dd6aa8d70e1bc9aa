import { code, joinMarkdown, type Markdown, markdown, prose } from '../../escape/markdown.ts';
import { provenAndDeclared } from '../declared.ts';
import type { Report } from '../report.ts';
import { headlineOf } from '../verdict.ts';
import { summaryGrid } from './summary-grid.ts';

/** Findings named in full. */
const MOST_FINDINGS = 20;

/** A short Markdown text for a release page: what was proven, the grid, what fails and what to do. */
export function releaseNotes(report: Report): Markdown {
  const { subject } = report;
  const name = [subject.name, subject.version ?? ''].join(' ').trim();
  const { proven, declared } = provenAndDeclared(report);
  const findings = report.findings.filter((one) => one.severity !== 'none');
  const said = findings.slice(0, MOST_FINDINGS).map((finding) => {
    const fix = finding.fix === '' ? markdown`` : markdown`\n  ${prose(firstLine(finding.fix))}`;
    return markdown`- **${prose(finding.title)}** (${finding.severity})${fix}`;
  });
  const left = findings.length - said.length;
  const parts = [
    markdown`### NumPy compatibility of ${name}`,
    markdown`${headlineOf(report)}`,
    ...summaryGrid(report).map(({ head, rows }) => joinMarkdown([head, ...rows], '\n')),
    markdown`Proven: ${code(proven)} · declared: ${code(declared)}`,
    ...(said.length > 0 ? [joinMarkdown(said, '\n')] : []),
    ...(left > 0 ? [markdown`… and ${left} more`] : []),
    markdown`<sub>${report.verdict}. Measured by ${report.tool.name} ${report.tool.version}</sub>`,
  ];
  return markdown`${joinMarkdown(parts, '\n\n')}\n`;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
