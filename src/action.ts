import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from './commands/check.ts';
import { plan } from './commands/plan.ts';
import { subjectReport } from './commands/subject-report.ts';
import { documentationBase } from './entry/documentation-base.ts';
import {
  appendSummary,
  createGithubProgress,
  maskSecrets,
  printAnnotations,
  writeOutputs,
} from './entry/github.ts';
import { withHeartbeat } from './entry/heartbeat.ts';
import { cores, withWorld } from './entry/session.ts';
import { filesIn, makeReportFolder, writeReports } from './entry/write-reports.ts';
import { logLine, workflowCommand } from './escape/command.ts';
import { redact } from './escape/redact.ts';
import { createFiles } from './host/files.ts';
import { repositoryRoot } from './host/repository-root.ts';
import { locateFallback } from './judge/locate/locate-build-file.ts';
import { repositorySources } from './judge/locate/sources.ts';
import type { Plan } from './model/combination.ts';
import type { Config } from './model/config.ts';
import { EXIT, UserError } from './model/user-error.ts';
import { planExitOf } from './report/plan-exit.ts';
import { annotationsOf } from './report/render/annotations.ts';
import { findingsLog } from './report/render/ci-log.ts';
import { matrixOf } from './report/render/matrix.ts';
import { renderPlanJson, renderPlanText } from './report/render/plan.ts';
import { planContext } from './report/render/plan-context.ts';
import { planSummary } from './report/render/plan-summary.ts';
import { summaryMarkdown } from './report/render/summary.ts';
import type { Report } from './report/report.ts';
import { inputsOf, parseInputs } from './settings/parse-inputs.ts';
import { describeProblems } from './settings/problem.ts';
import { resolveConfig } from './settings/resolve-config.ts';
import { VERSION } from './version.ts';

const secrets: string[] = [];
const clean = (text: string): string => redact(text, secrets);
const stdout = { write: (text: string) => process.stdout.write(clean(text)) };
const write = (line: string): void => {
  stdout.write(`${line}\n`);
};

// Above the call of main(): a constant below it would not exist yet.
const OUTCOMES: Readonly<Record<number, string>> = {
  [EXIT.proven]: 'proven',
  [EXIT.findings]: 'findings',
  [EXIT.usage]: 'usage',
  [EXIT.setUp]: 'set-up',
  [EXIT.nothingTested]: 'nothing-tested',
  [EXIT.interrupted]: 'interrupted',
};

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = complain(error);
  await writeOutputs(process.env['GITHUB_OUTPUT'], { outcome: outcomeName(process.exitCode) });
}

async function main(): Promise<number> {
  const cwd = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const inputs = inputsOf(process.env);
  const resolved = await resolveConfig(parseInputs(inputs), null, {
    cwd,
    files: createFiles(),
    cores: cores(),
  });
  if (resolved.kind === 'problems') {
    throw new UserError(describeProblems(resolved.problems), { exitCode: EXIT.usage });
  }
  const { config } = resolved;
  const session = {
    env: process.env,
    cwd,
    cacheDir: config.cacheDir,
    useCache: config.useCache,
    mask: (more: readonly string[]) => {
      // Past the cleaning of our own output, or the runner would be told to mask "***".
      maskSecrets(process.stdout, more);
      secrets.push(...more);
    },
    progress: withHeartbeat(
      createGithubProgress({
        stdout,
        verbose: config.verbose || process.env['RUNNER_DEBUG'] === '1',
      }),
    ),
  };
  if (config.mode === 'plan') {
    const planned = await withWorld(session, (world) => plan(config, world));
    const context = planContext(subjectReport(planned.subject, []), config);
    for (const line of renderPlanText(planned.plan, context).split('\n'))
      write(logLine`${line}`.text);
    const summary = planSummary(planned.plan, context);
    await appendSummary(process.env['GITHUB_STEP_SUMMARY'], clean(summary.text));
    await writeOutputs(process.env['GITHUB_OUTPUT'], {
      matrix: JSON.stringify(matrixOf(planned.plan)),
      outcome: planOutcome(planned.plan),
      'report-json': await keep('plan.json', renderPlanJson(planned.plan, context)),
    });
    return planExitOf(planned.plan);
  }
  const { report } = await withWorld(session, (world) => check(config, world, VERSION));
  await publish(report, config, cwd, inputs);
  return report.exitCode;
}

async function publish(
  report: Report,
  config: Config,
  cwd: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const project = config.subject.kind === 'project' ? config.subject.path : cwd;
  const sources = repositorySources(createFiles(), await repositoryRoot(project), project);
  const fallback = await locateFallback(sources);
  const invocation = { program: 'npx numpy-abi-matrix', arguments: invocationArguments(inputs) };
  write(findingsLog(report).text);
  const options = {
    invocation,
    fallback,
    documentationBase: documentationBase(process.env),
  };
  const annotations = annotationsOf(report, options);
  printAnnotations(stdout, annotations);
  const markdown = summaryMarkdown(report, options);
  await appendSummary(process.env['GITHUB_STEP_SUMMARY'], clean(markdown.text));
  const count = (...statuses: readonly string[]): string =>
    String(report.combinations.filter((one) => statuses.includes(one.status)).length);
  const files = filesIn(await reportFolder(config.reportDir));
  await writeReports(report, files, options, clean);
  await writeOutputs(process.env['GITHUB_OUTPUT'], {
    outcome: outcomeName(report.exitCode),
    passed: String(report.combinations.filter((one) => isProven(one, report.exitCode)).length),
    failed: count('failed', 'error', 'skipped'),
    excluded: count('excluded'),
    'supported-numpy': report.supported.numpy ?? report.supported.tested.join(', '),
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`report-${name}`, file])),
  });
}

/** What has no compiled module proves nothing, unless that was allowed. */
function isProven({ status, verdict }: Report['combinations'][number], exit: number): boolean {
  return status === 'passed' && (verdict !== 'empty' || exit === EXIT.proven);
}

/** A plan proves nothing. */
function planOutcome(made: Plan): string {
  const code = planExitOf(made);
  return code === EXIT.proven ? 'planned' : outcomeName(code);
}

/** The output `outcome`: the exit code in a word. */
function outcomeName(code: number): string {
  return OUTCOMES[code] ?? 'bug';
}

/** Keeps a file for later steps. */
async function keep(name: string, text: string): Promise<string> {
  const path = join(await reportFolder(null), name);
  await writeFile(path, text);
  return path;
}

/** Where files for later steps go: outside the workspace, and two copies of the action never meet. */
async function reportFolder(wanted: string | null): Promise<string> {
  const base = process.env['RUNNER_TEMP'];
  const there = base && (await stat(base).catch(() => undefined)) ? base : process.cwd();
  const folder = wanted ?? join(there, `numpy-abi-matrix-${randomUUID()}`);
  await makeReportFolder(folder);
  return folder;
}

/** The inputs as flags, less the axes, which "Reproduce" gives anew. */
function invocationArguments(inputs: Readonly<Record<string, string>>): readonly string[] {
  const given = Object.entries(inputs).filter(([, value]) => value.trim() !== '');
  const project = given.find(([name]) => name === 'project')?.[1] ?? '.';
  const lists: Readonly<Record<string, string>> = { wheels: '--wheel', packages: '--package' };
  const subject = given.flatMap(([name, value]) => {
    const flag = lists[name];
    return flag ? value.split('\n').flatMap((one) => (one.trim() ? [flag, one.trim()] : [])) : [];
  });
  const metadata = inputs['metadata']?.trim();
  return [
    ...(subject.length > 0 ? subject : [project]),
    ...(metadata && metadata !== 'respect' ? ['--metadata', metadata] : []),
  ];
}

function complain(error: unknown): number {
  if (error instanceof UserError) {
    const text = [error.message, error.remedy ?? ''].filter((part) => part !== '').join('\n');
    write(workflowCommand('error', { title: 'numpy-abi-matrix' }, text).text);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const asked = `This is a bug in numpy-abi-matrix ${VERSION}; please report it with these lines`;
  write(workflowCommand('error', { title: 'numpy-abi-matrix' }, `${asked}\n${text}`).text);
  return EXIT.bug;
}
