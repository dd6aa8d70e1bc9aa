#!/usr/bin/env node
import { createReadStream } from 'node:fs';
import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { plan } from './commands/plan.ts';
import { subjectReport } from './commands/subject-report.ts';
import { createConsoleProgress } from './entry/console.ts';
import { documentationBase } from './entry/documentation-base.ts';
import { withHeartbeat } from './entry/heartbeat.ts';
import { cores, type SessionOptions, withWorld } from './entry/session.ts';
import { filesIn, makeReportFolder, writeReports } from './entry/write-reports.ts';
import { redact } from './escape/redact.ts';
import { terminal, withoutCommands, wrap } from './escape/terminal.ts';
import { createFiles } from './host/files.ts';
import { repositoryRoot } from './host/repository-root.ts';
import type { Config } from './model/config.ts';
import { EXIT, UserError } from './model/user-error.ts';
import { EMPTY_ADVICE_CLI } from './report/empty-advice.ts';
import { planExitOf } from './report/plan-exit.ts';
import { explainJson, explainText } from './report/render/explain.ts';
import { reportJson } from './report/render/json.ts';
import { renderPlanJson, renderPlanText } from './report/render/plan.ts';
import { planContext } from './report/render/plan-context.ts';
import { terminalReport } from './report/render/terminal.ts';
import { helpText } from './settings/help.ts';
import { type CliRequest, parseCli } from './settings/parse-cli.ts';
import { describeProblems } from './settings/problem.ts';
import { type ConfigResult, resolveConfig } from './settings/resolve-config.ts';
import { VERSION } from './version.ts';

/** Secrets of this run; filled as soon as they are known. */
const secrets: string[] = [];
const clean = (text: string): string => redact(text, secrets);
// Above the call of main(): a constant below it would not exist yet.
// Above the call of main(): a constant below it would not exist yet.
/** Flags with a value that Reproduce leaves out. */
const SHAPE_ONLY =
  /^--(?:python|numpy|json|html|sarif|junit|markdown|code-quality|badge|report-dir)$/;
/** Notices that the user has seen. */
const told = new Set<string>();

// A reader that has seen enough (`| head`) closes the pipe: no failure, and no reason to stop.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = EXIT.setUp;
    if (stream === process.stdout) {
      process.stderr.write(`error: Cannot write to standard output: ${reasonOf(error)}\n`);
    }
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(error);
}

async function main(argv: readonly string[]): Promise<number> {
  const request = parseCli(argv);
  switch (request.kind) {
    case 'help':
      return print(helpText(request.command));
    case 'version':
      return print(`${VERSION}\n`);
    case 'problems':
      throw usage(request.problems);
    case 'explain':
      return runExplain(request);
    case 'run':
      return runPipeline(request);
  }
}

async function runPipeline(request: Extract<CliRequest, { kind: 'run' }>): Promise<number> {
  const cwd = process.cwd();
  const config = configOf(
    await resolveConfig(request, request.command, { cwd, files: createFiles(), cores: cores() }),
  );
  const json =
    config.json === null || config.json === '-' ? config.json : resolve(cwd, config.json);
  if (json !== null && json !== '-') await refuseFolder(json);
  for (const file of Object.values(config.reports)) await refuseFolder(file);
  if (config.reportDir !== null) await makeReportFolder(config.reportDir);
  const session = sessionOf(config, cwd);
  if (config.mode === 'plan') {
    const planned = await withWorld(session, (world) => plan(config, world));
    const context = planContext(subjectReport(planned.subject, []), config);
    if (json !== null) await output(json, renderPlanJson(planned.plan, context));
    if (json !== '-') print(shown(renderPlanText(planned.plan, context)));
    return planExitOf(planned.plan);
  }
  const { report: found } = await withWorld(session, (world) => check(config, world, VERSION));
  // Those that were shown at the beginning need no second line.
  const report = { ...found, notices: found.notices.filter((text) => !told.has(text)) };
  const invocation = { program: 'npx numpy-abi-matrix', arguments: invocationArguments() };
  if (json !== '-') {
    // A pseudo-terminal that nobody measured says 0.
    const width = (process.stdout.columns ?? 100) || 80;
    const colours = coloured(process.stdout);
    const pathOf = await pathsFrom(config, cwd);
    const text = terminalReport(report, { width, colours, invocation, pathOf });
    print(clean(process.stdout.isTTY ? text.text : withoutCommands(text).text));
  }
  if (report.exitCode === EXIT.nothingTested && report.combinations.some(isPassed)) {
    process.stderr.write(`${EMPTY_ADVICE_CLI}\n`);
  }
  // Last: what was found is on the screen even when the file cannot be written.
  if (json !== null) await output(json, clean(reportJson(found)));
  const files = {
    ...(config.reportDir === null ? {} : filesIn(config.reportDir)),
    ...config.reports,
  };
  const options = { invocation, documentationBase: documentationBase(process.env) };
  await writeReports(found, files, options, clean);
  return report.exitCode;
}

/** Files of the repository, as they are called from where the user stands. */
async function pathsFrom(config: Config, cwd: string): Promise<(file: string) => string> {
  const root = await repositoryRoot(config.subject.kind === 'project' ? config.subject.path : cwd);
  return (file) => relative(cwd, resolve(root, file)).replaceAll('\\', '/');
}

/** Set up and looked at, without a failure. */
function isPassed(combination: { readonly status: string }): boolean {
  return combination.status === 'passed';
}

async function runExplain(request: Extract<CliRequest, { kind: 'explain' }>): Promise<number> {
  if (request.problems.length > 0) throw usage(request.problems);
  const { file } = request;
  const given = request.given.find(({ name }) => name === 'json')?.texts[0];
  const quiet = request.given.some(({ name }) => name === 'quiet');
  if (file !== null) await refuseMissing(file);
  const result = await explain(
    file === null ? process.stdin : createReadStream(file),
    file === null ? 'standard input' : `"${file}"`,
  );
  if (given !== undefined) {
    const target = given === '-' ? '-' : resolve(given);
    if (target !== '-') await refuseFolder(target);
    await output(target, explainJson(result));
  }
  if (given !== '-' && !quiet) print(explainText(result, process.stdout.columns ?? 100).text);
  return result.exitCode;
}

function sessionOf(config: Config, cwd: string): SessionOptions {
  const { stderr } = process;
  const interactive = stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI'];
  const console = createConsoleProgress({
    stderr: {
      write: (text) => stderr.write(clean(text)),
      get columns() {
        return stderr.columns;
      },
    },
    quiet: config.quiet,
    verbose: config.verbose,
    interactive,
  });
  // Nobody redraws a log: there a line now and then says that it still works.
  const progress = interactive || config.quiet ? console : withHeartbeat(console);
  return {
    env: process.env,
    cwd,
    cacheDir: config.cacheDir,
    useCache: config.useCache,
    mask: (more) => secrets.push(...more),
    progress: {
      ...progress,
      notice: (text) => {
        if (!config.quiet) told.add(text);
        progress.notice(text);
      },
    },
  };
}

function configOf(result: ConfigResult): Config {
  if (result.kind === 'config') return result.config;
  throw usage(result.problems);
}

function usage(problems: Parameters<typeof describeProblems>[0]): UserError {
  return new UserError(describeProblems(problems), { exitCode: EXIT.usage });
}

/** The user's own words, less the axes, which "Reproduce" gives anew, and what only shapes output. */
function invocationArguments(): readonly string[] {
  const kept: string[] = [];
  const argv = process.argv.slice(3);
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (SHAPE_ONLY.test(word)) at += 1;
    else if (
      !/^--(?:quiet|verbose)$|^-[qv]+$/.test(word) &&
      !SHAPE_ONLY.test(word.replace(/=.*$/s, ''))
    ) {
      kept.push(clean(word));
    }
  }
  return kept;
}

function coloured(stream: NodeJS.WriteStream): boolean {
  if (process.env['NO_COLOR']) return false;
  return stream.isTTY === true || Boolean(process.env['FORCE_COLOR']);
}

function shown(text: string): string {
  const lines = clean(text).trimEnd().split('\n');
  return `${lines.map((line) => withoutCommands(terminal`${line}`).text).join('\n')}\n`;
}

async function refuseFolder(file: string): Promise<void> {
  const folder = await stat(dirname(file)).catch(() => undefined);
  const itself = await stat(file).catch(() => undefined);
  const why = itself?.isDirectory()
    ? 'it is a folder'
    : folder?.isDirectory()
      ? await access(itself ? file : dirname(file), constants.W_OK).then(() => null, reasonOf)
      : 'its folder does not exist';
  if (why === null) return;
  throw new UserError(`Cannot write "${file}": ${why}`, {
    exitCode: EXIT.usage,
    remedy: 'Give the path of a file in an existing folder, or - for standard output',
  });
}

async function refuseMissing(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found && !found.isDirectory()) return;
  throw new UserError(`Cannot read "${file}": ${found ? 'it is a folder' : 'no such file'}`, {
    exitCode: EXIT.usage,
    remedy: 'Give the path of a log, or pipe it to standard input',
  });
}

async function output(target: string, text: string): Promise<void> {
  if (target === '-') print(text);
  else
    await writeFile(target, text).catch((cause: unknown) => {
      throw new UserError(`Cannot write "${target}": ${reasonOf(cause)}`, {
        exitCode: EXIT.setUp,
        remedy: 'Give another file, or - for standard output',
        cause,
      });
    });
}

/** Why the system refused, in words. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no space is left on its disk';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'its disk is read-only';
    default:
      return message;
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.proven;
}

/** What happened, why, what to do now; a stack trace only for a bug of ours. */
function complain(error: unknown): number {
  const say = (text: string): void => {
    const lines = clean(text).split(/\r\n|\r|\n/);
    const width = process.stderr.isTTY ? (process.stderr.columns ?? 100) : 1000;
    for (const line of lines) {
      for (const part of wrap(line, width)) process.stderr.write(`${withoutCommands(part).text}\n`);
    }
  };
  if (error instanceof UserError) {
    say(error.message.replaceAll(/^(?=\S)(?!error: )/gm, 'error: '));
    if (error.remedy) say(error.remedy.replaceAll(/^/gm, '       '));
    return error.exitCode;
  }
  say(
    `error: this is a bug in numpy-abi-matrix ${VERSION}: ${error instanceof Error ? error.message : String(error)}`,
  );
  say('Please report it, with the command that you ran and the lines below:');
  say(error instanceof Error ? (error.stack ?? '') : String(error));
  return EXIT.bug;
}
