import { relative, resolve } from 'node:path';
import { repositoryRoot } from '../host/repository-root.ts';
import { measurementsPieces } from '../model/json/measurements-json.ts';
import type { Measurements } from '../model/measurements.ts';
import { EXIT } from '../model/user-error.ts';
import { emptyAdvice } from '../report/empty-advice.ts';
import { reportPieces } from '../report/render/json.ts';
import { terminalReport } from '../report/render/terminal.ts';
import type { Report } from '../report/report.ts';
import type { Config } from '../settings/config.ts';
import { documentationBase } from './documentation-base.ts';
import { invocationOfRun, programOnTerminal } from './invocation.ts';
import { projectFolder } from './report-options.ts';
import type { TerminalSession } from './terminal-session.ts';
import { filesIn, writeReports } from './write-reports.ts';

/** On the screen first: what was found is told even when a file cannot be written. */
export async function showReport(
  run: { readonly report: Report; readonly measurements: Measurements },
  config: Config,
  json: string | null,
  terminal: TerminalSession,
): Promise<void> {
  const cwd = process.cwd();
  const { report, measurements } = run;
  const { clean } = terminal.secrets;
  const program = programOnTerminal(process.argv, process.env, cwd);
  const invocation = invocationOfRun(run, config, program, clean);
  if (json !== '-') {
    const notices = report.notices.filter((text) => !terminal.told.has(text));
    const root = await repositoryRoot(projectFolder(config.subject, cwd));
    const pathOf = (file: string) => relative(cwd, resolve(root, file)).replaceAll('\\', '/');
    const { width, colours } = terminal;
    const options = { width, colours, invocation, pathOf };
    terminal.print(terminalReport({ ...report, notices }, options));
  }
  const advice = report.exitCode === EXIT.nothingTested ? emptyAdvice(report, 'terminal') : null;
  if (advice !== null) process.stderr.write(`${advice}\n`);
  if (json !== null) await terminal.write(json, reportPieces(report));
  for (const file of config.mode === 'check' ? config.output.measurements : []) {
    await terminal.write(file, measurementsPieces(measurements));
  }
  const options = { invocation, documentationBase: documentationBase(process.env) };
  // A file that is named is written beside the one in the folder.
  const folder = config.output.reportDir === null ? {} : filesIn(config.output.reportDir);
  for (const files of [folder, config.output.reports])
    await writeReports(report, files, options, clean);
}
