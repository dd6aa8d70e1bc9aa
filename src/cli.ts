#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type Checked, check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { merge } from './commands/merge.ts';
import { plan } from './commands/plan.ts';
import { subjectReport } from './commands/subject-report.ts';
import { usageError } from './entry/complaint.ts';
import { documentationBase } from './entry/documentation-base.ts';
import { invocationFor, programOnTerminal } from './entry/invocation.ts';
import { refuseMissing, refuseUnwritable } from './entry/output-file.ts';
import { projectFolder } from './entry/report-options.ts';
import { cores, withWorld } from './entry/session.ts';
import { createTerminalSession } from './entry/terminal-session.ts';
import { filesIn, makeReportFolder, writeReports } from './entry/write-reports.ts';
import { createFiles } from './host/files.ts';
import { repositoryRoot } from './host/repository-root.ts';
import type { Config } from './model/config.ts';
import { measurementsJson } from './model/measurements-json.ts';
import { EMPTY_ADVICE_CLI } from './report/empty-advice.ts';
import { planExitOf } from './report/plan-exit.ts';
import { explainJson, explainText } from './report/render/explain.ts';
import { reportJson } from './report/render/json.ts';
import { renderPlanJson, renderPlanText } from './report/render/plan.ts';
import { planContext } from './report/render/plan-context.ts';
import { terminalReport } from './report/render/terminal.ts';
import { helpText } from './settings/help.ts';
import { type CliRequest, parseCli } from './settings/parse-cli.ts';
import { resolveConfig } from './settings/resolve-config.ts';
import { VERSION } from './version.ts';

const terminal = createTerminalSession(process);
const cwd = process.cwd();

try {
  process.exitCode = await main(parseCli(process.argv.slice(2)));
} catch (error) {
  process.exitCode = terminal.complain(error);
}

async function main(request: CliRequest): Promise<number> {
  switch (request.kind) {
    case 'help':
      return terminal.raw(helpText(request.command));
    case 'version':
      return terminal.raw(`${VERSION}\n`);
    case 'problems':
      throw usageError(request.problems);
    case 'explain':
      return runExplain(request);
    case 'run':
      return runCommand(request);
  }
}

async function runCommand(request: Extract<CliRequest, { kind: 'run' }>): Promise<number> {
  const world = { cwd, files: createFiles(), cores: cores() };
  const resolved = await resolveConfig(request, request.command, world);
  if (resolved.kind === 'problems') throw usageError(resolved.problems);
  const { config } = resolved;
  const json = config.json === null || config.json === '-' ? config.json : resolve(config.json);
  const written = config.mode === 'check' ? config.measurements : [];
  for (const file of [json, ...Object.values(config.reports), ...written]) {
    if (file !== null && file !== '-') await refuseUnwritable(file);
  }
  if (config.reportDir !== null) await makeReportFolder(config.reportDir);
  const session = terminal.sessionFor(config, cwd);
  if (config.mode === 'plan') {
    const planned = await withWorld(session, (at) => plan(config, at));
    const context = planContext(subjectReport(planned.subject, []), config);
    if (json !== null) await terminal.write(json, renderPlanJson(planned.plan, context));
    if (json !== '-') terminal.show(renderPlanText(planned.plan, context));
    return planExitOf(planned.plan);
  }
  const checked = await withWorld(session, (at) =>
    config.mode === 'merge'
      ? merge(config.measurements, projectFolder(config, cwd), at, VERSION)
      : check(config, at, VERSION),
  );
  await publish(checked, config, json);
  return checked.report.exitCode;
}

/** On the screen first: what was found is told even when a file cannot be written. */
async function publish({ report, measurements }: Checked, config: Config, json: string | null) {
  const { clean } = terminal.secrets;
  const program = programOnTerminal(process.argv, process.env, cwd);
  const invocation = invocationFor(config, program, clean, process.platform === 'win32');
  if (json !== '-') {
    const notices = report.notices.filter((text) => !terminal.told.has(text));
    const root = await repositoryRoot(projectFolder(config, cwd));
    const pathOf = (file: string) => relative(cwd, resolve(root, file)).replaceAll('\\', '/');
    const { width, colours } = terminal;
    const options = { width, colours, invocation, pathOf };
    terminal.print(terminalReport({ ...report, notices }, options));
  }
  if (report.combinations.some(({ verdict }) => verdict === 'empty') && report.exitCode === 4) {
    process.stderr.write(`${EMPTY_ADVICE_CLI}\n`);
  }
  if (json !== null) await terminal.write(json, clean(reportJson(report)));
  for (const file of config.mode === 'check' ? config.measurements : []) {
    await terminal.write(file, clean(measurementsJson(measurements)));
  }
  const options = { invocation, documentationBase: documentationBase(process.env) };
  // A file that is named is written beside the one in the folder.
  const folder = config.reportDir === null ? {} : filesIn(config.reportDir);
  for (const files of [folder, config.reports]) await writeReports(report, files, options, clean);
}

async function runExplain(request: Extract<CliRequest, { kind: 'explain' }>): Promise<number> {
  if (request.problems.length > 0) throw usageError(request.problems);
  const { file } = request;
  const given = (name: string) => request.given.find((one) => one.name === name)?.texts[0];
  const json = given('json') ?? null;
  if (file !== null) await refuseMissing(file);
  if (json !== null && json !== '-') await refuseUnwritable(resolve(json));
  const log = file === null ? process.stdin : createReadStream(file);
  const result = await explain(log, file === null ? 'standard input' : `"${file}"`);
  if (json !== null) await terminal.write(json, explainJson(result));
  const isQuiet = given('quiet') !== undefined || json === '-';
  if (!isQuiet) terminal.print(explainText(result, terminal.width));
  return result.exitCode;
}
