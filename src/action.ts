import { type Checked, check } from './commands/check.ts';
import { merge } from './commands/merge.ts';
import { plan } from './commands/plan.ts';
import { subjectReport } from './commands/subject-report.ts';
import { usageError } from './entry/complaint.ts';
import { documentationBase } from './entry/documentation-base.ts';
import { printAnnotations } from './entry/github.ts';
import { invocationFor, programInWorkflow } from './entry/invocation.ts';
import { fallbackPlace, projectFolder } from './entry/report-options.ts';
import { cores, withWorld } from './entry/session.ts';
import { createWorkflowSession, outcomeName } from './entry/workflow-session.ts';
import { filesIn, writeReports } from './entry/write-reports.ts';
import { createFiles } from './host/files.ts';
import type { Config } from './model/config.ts';
import { measurementsJson } from './model/measurements-json.ts';
import { EXIT } from './model/user-error.ts';
import { planExitOf } from './report/plan-exit.ts';
import { annotationsOf } from './report/render/annotations.ts';
import { findingsLog } from './report/render/ci-log.ts';
import { matrixOf } from './report/render/matrix.ts';
import { renderPlanJson, renderPlanText } from './report/render/plan.ts';
import { planAnnotations } from './report/render/plan-annotations.ts';
import { planContext } from './report/render/plan-context.ts';
import { planSummary } from './report/render/plan-summary.ts';
import { summaryMarkdown } from './report/render/summary.ts';
import type { Report } from './report/report.ts';
import { inputsOf, parseInputs } from './settings/parse-inputs.ts';
import { resolveConfig } from './settings/resolve-config.ts';
import { VERSION } from './version.ts';

const workflow = createWorkflowSession(process);
const cwd = process.env['GITHUB_WORKSPACE'] || process.cwd();

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = await workflow.complain(error);
}

async function main(): Promise<number> {
  const inputs = parseInputs(inputsOf(process.env));
  const resolved = await resolveConfig(inputs, null, { cwd, files: createFiles(), cores: cores() });
  if (resolved.kind === 'problems') throw usageError(resolved.problems);
  const { config } = resolved;
  const session = workflow.sessionFor(config, cwd);
  if (config.mode === 'plan') {
    return publishPlan(await withWorld(session, (world) => plan(config, world)), config);
  }
  const checked = await withWorld(session, (world) =>
    config.mode === 'merge'
      ? merge(config.measurements, projectFolder(config, cwd), world, VERSION)
      : check(config, world, VERSION),
  );
  await publish(checked, config);
  return checked.report.exitCode;
}

async function publishPlan(
  { plan: made, subject }: Awaited<ReturnType<typeof plan>>,
  config: Config,
): Promise<number> {
  const context = planContext(subjectReport(subject, []), config);
  const code = planExitOf(made);
  workflow.show(renderPlanText(made, context));
  printAnnotations(workflow.stdout, planAnnotations(made, await fallbackPlace(config, cwd)));
  await workflow.summarise(planSummary(made, context));
  const folder = await workflow.reportFolder(config.reportDir);
  await workflow.setOutputs({
    matrix: JSON.stringify(matrixOf(made)),
    outcome: outcomeName(code, 'plan'),
    'report-json': await workflow.keep(folder, 'plan.json', renderPlanJson(made, context)),
  });
  return code;
}

async function publish({ report, measurements }: Checked, config: Config): Promise<void> {
  const { clean } = workflow.secrets;
  const program = programInWorkflow(process.env, process.argv[1] ?? '', cwd);
  const options = {
    invocation: invocationFor(config, program, clean),
    fallback: await fallbackPlace(config, cwd),
    documentationBase: documentationBase(process.env),
  };
  workflow.print(findingsLog(report));
  printAnnotations(workflow.stdout, annotationsOf(report, options));
  await workflow.summarise(summaryMarkdown(report, options));
  const folder = await workflow.reportFolder(config.reportDir);
  const files = filesIn(folder);
  await writeReports(report, files, options, clean);
  const data = clean(measurementsJson(measurements));
  const count = (...statuses: readonly string[]): string =>
    String(report.combinations.filter((one) => statuses.includes(one.status)).length);
  await workflow.setOutputs({
    outcome: outcomeName(report.exitCode),
    passed: String(report.combinations.filter((one) => isProven(one, report.exitCode)).length),
    failed: count('failed', 'error', 'skipped'),
    excluded: count('excluded'),
    'supported-numpy': report.supported.numpy ?? report.supported.tested.join(', '),
    measurements: await workflow.keep(folder, 'measurements.json', data),
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`report-${name}`, file])),
  });
}

/** What has no compiled module proves nothing, unless that was allowed. */
function isProven({ status, verdict }: Report['combinations'][number], exit: number): boolean {
  return status === 'passed' && (verdict !== 'empty' || exit === EXIT.proven);
}
