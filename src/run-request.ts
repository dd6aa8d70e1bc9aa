import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { LineTarget } from './commands/audit/audit-lines.ts';
import type { Checked } from './commands/check.ts';
import { subjectReport } from './commands/conclude/subject-report.ts';
import { pruneCache } from './commands/prune-cache.ts';
import { usageError } from './entry/complaint.ts';
import { documentationBase } from './entry/documentation-base.ts';
import { refuseMissing, refuseNoFolder, refuseUnwritable } from './entry/output-file.ts';
import { showAudit } from './entry/publish-audit.ts';
import { projectFolder } from './entry/report-options.ts';
import { cores, withWorld } from './entry/session.ts';
import { showReport } from './entry/show-report.ts';
import { createTerminalSession } from './entry/terminal-session.ts';
import { workingFolder } from './entry/working-folder.ts';
import { makeReportFolder } from './entry/write-reports.ts';
import { createFiles } from './host/files.ts';
import { userCache } from './host/workspace.ts';
import type { World } from './host/world.ts';
import { auditReport } from './report/audit-report.ts';
import { listExitCode, listVerdict } from './report/audited-list.ts';
import { planExitOf } from './report/plan-exit.ts';
import { builtExitOf, builtLines } from './report/render/built.ts';
import { explainJson, explainText } from './report/render/explain.ts';
import { planJson, planLines } from './report/render/plan.ts';
import { planContext } from './report/render/plan-context.ts';
import { prunedLines } from './report/render/pruned.ts';
import type { Config } from './settings/config.ts';
import type { CliRequest } from './settings/parse-cli.ts';
import { resolveConfig } from './settings/resolve-config.ts';
import { VERSION } from './version.ts';

const terminal = createTerminalSession(process);

/** What asks for a command: help and the version need none. */
export type CommandRequest = Exclude<CliRequest, { readonly kind: 'help' | 'version' }>;

/** Does what the command line asks for; the code of the other commands stays where it is. @returns the exit code */
export async function runRequest(request: CommandRequest): Promise<number> {
  try {
    switch (request.kind) {
      case 'problems':
        throw usageError(request.problems);
      case 'explain':
        return await runExplain(request);
      case 'prune':
        return await runPrune(request);
      case 'run':
        return await runCommand(request);
    }
  } catch (error) {
    return terminal.complain(error);
  }
}

async function runCommand(request: Extract<CliRequest, { kind: 'run' }>): Promise<number> {
  const cwd = workingFolder(process);
  const world = { cwd, files: createFiles(), cores: cores() };
  const resolved = await resolveConfig(request, request.command, world);
  if (resolved.kind === 'problems') throw usageError(resolved.problems);
  const { config } = resolved;
  const json = config.output.json;
  const written = config.mode === 'check' ? config.output.measurements : [];
  for (const file of [
    json,
    config.output.jsonLines,
    ...Object.values(config.output.reports),
    ...written,
  ]) {
    if (file !== null && file !== '-') await refuseUnwritable(file);
  }
  if (config.output.reportDir !== null) await makeReportFolder(config.output.reportDir);
  const session = terminal.sessionFor(config, cwd);
  if (config.mode === 'plan') {
    const { plan } = await import('./commands/plan.ts');
    const planned = await withWorld(session, (at) => plan(config, at, VERSION));
    const { parts, file } = planned;
    const context = planContext(subjectReport(file.subject, []), config, { parts, file });
    if (json !== null) await terminal.write(json, planJson(planned.plan, context));
    if (json !== '-') terminal.show(planLines(planned.plan, context));
    return planExitOf(planned.plan);
  }
  if (config.mode === 'build') {
    const { build } = await import('./commands/build.ts');
    const folder = config.output.wheelDir ?? cwd;
    await makeReportFolder(folder);
    const built = await withWorld(session, (at) => build(config, folder, at, VERSION));
    if (json !== null) await terminal.write(json, `${JSON.stringify(built, undefined, 2)}\n`);
    if (json !== '-') terminal.show(builtLines(built, folder));
    return builtExitOf(built);
  }
  if (config.mode === 'audit') {
    const { jsonLines } = config.output;
    if (jsonLines !== null) {
      const { auditLines } = await import('./commands/audit/audit-lines.ts');
      const target = lineTarget(jsonLines);
      const list = await withWorld(session, (at) =>
        auditLines(config, at, VERSION, target, standardInput),
      );
      if (target.kind === 'file') terminal.show([`verdict: ${listVerdict(list)}`]);
      return listExitCode(list, config.run.failOn);
    }
    const { audit } = await import('./commands/audit/audit.ts');
    const found = await withWorld(session, (at) => audit(config, at, standardInput));
    return showAudit(auditReport(found, VERSION, config.run.failOn), config.output, json, terminal);
  }
  const checked = await withWorld(session, await checking(config));
  await showReport(checked, config, json, terminal);
  return checked.report.exitCode;
}

async function checking(config: Config): Promise<(world: World) => Promise<Checked>> {
  if (config.mode === 'merge') {
    const { merge, mergeRequestOf } = await import('./commands/merge.ts');
    const asked = mergeRequestOf(config, projectFolder(config.subject, workingFolder(process)));
    return (world) => merge(asked, world, VERSION);
  }
  const { check } = await import('./commands/check.ts');
  return (world) => check(config, world, VERSION);
}

const standardInput = (): Promise<string> => text(process.stdin);

function lineTarget(path: string): LineTarget {
  if (path !== '-') return { kind: 'file', path };
  return { kind: 'stream', write: (line) => process.stdout.write(terminal.secrets.clean(line)) };
}

async function runPrune({ given, problems }: Extract<CliRequest, { kind: 'prune' }>) {
  if (problems.length > 0) throw usageError(problems);
  const named = given.find((one) => one.name === 'cache-dir')?.texts[0];
  const folder = named === undefined ? userCache(process.env) : resolve(named);
  if (named !== undefined) await refuseNoFolder(folder);
  terminal.show(prunedLines(await pruneCache(folder, Date.now()), folder));
  return 0;
}

async function runExplain(request: Extract<CliRequest, { kind: 'explain' }>): Promise<number> {
  if (request.problems.length > 0) throw usageError(request.problems);
  const { file } = request;
  const given = (name: string) => request.given.find((one) => one.name === name)?.texts[0];
  const json = given('json') ?? null;
  if (file !== null) await refuseMissing(file);
  if (json !== null && json !== '-') await refuseUnwritable(resolve(json));
  const { explain } = await import('./commands/explain.ts');
  const log = file === null ? process.stdin : createReadStream(file);
  const options = { documentationBase: documentationBase(process.env) };
  const result = await explain(log, file === null ? 'standard input' : `"${file}"`);
  if (json !== null) await terminal.write(json, explainJson(result));
  if (json !== '-') terminal.print(explainText(result, terminal.width, options));
  return result.exitCode;
}
