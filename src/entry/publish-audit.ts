import { join } from 'node:path';
import type { AuditReport } from '../report/audit-report.ts';
import { auditJson, auditMarkdown, auditTerminal } from '../report/render/audit.ts';
import { auditAnnotations } from '../report/render/audit-annotations.ts';
import type { Config, OutputConfig } from '../settings/config.ts';
import { documentationBase } from './documentation-base.ts';
import { printAnnotations } from './github.ts';
import { fallbackPlace } from './report-options.ts';
import type { TerminalSession } from './terminal-session.ts';
import { judgedOutcome, type WorkflowSession } from './workflow-session.ts';
import { writeReports } from './write-reports.ts';

/** The audit on a terminal, and in the files asked for. @returns the exit code */
export async function showAudit(
  report: AuditReport,
  output: OutputConfig,
  json: string | null,
  terminal: TerminalSession,
): Promise<number> {
  const { clean } = terminal.secrets;
  if (json !== '-') terminal.print(auditTerminal(report, terminal));
  if (json !== null) await terminal.write(json, auditJson(report));
  const options = { documentationBase: documentationBase(process.env) };
  await writeReports(report, output.reports, options, clean);
  return report.exitCode;
}

/** The audit in a workflow: log, annotations, summary, outputs. @returns the exit code */
export async function publishAudit(
  report: AuditReport,
  { subject, output }: Pick<Config, 'subject' | 'output'>,
  cwd: string,
  workflow: WorkflowSession,
): Promise<number> {
  const options = {
    documentationBase: documentationBase(process.env),
    fallback: await fallbackPlace(subject, cwd),
  };
  workflow.show(auditTerminal(report, { width: 160, colours: false }).text.trimEnd().split('\n'));
  printAnnotations(workflow.stdout, auditAnnotations(report, options));
  await workflow.summarise(auditMarkdown(report, options));
  const folder = await workflow.reportFolder(output.reportDir);
  const json = await workflow.keep(folder, 'audit.json', auditJson(report));
  const sarif = join(folder, 'audit.sarif');
  await writeReports(report, { sarif }, options, workflow.secrets.clean);
  await workflow.setOutputs({
    outcome: judgedOutcome(report),
    'report-json': json,
    'report-sarif': sarif,
  });
  return report.exitCode;
}
