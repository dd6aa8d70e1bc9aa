import { audit } from './commands/audit/audit.ts';
import { build } from './commands/build.ts';
import { type Checked, check } from './commands/check.ts';
import { subjectReport } from './commands/conclude/subject-report.ts';
import { merge, mergeRequestOf } from './commands/merge.ts';
import { buildsOfPlan, type CutPlan, plan } from './commands/plan.ts';
import { answerInterrupts } from './entry/answer-interrupts.ts';
import { usageError } from './entry/complaint.ts';
import { printAnnotations } from './entry/github.ts';
import { publishAudit } from './entry/publish-audit.ts';
import { publishReport } from './entry/publish-report.ts';
import { fallbackPlace, projectFolder } from './entry/report-options.ts';
import { cores, withWorld } from './entry/session.ts';
import { openWorkflowCache } from './entry/workflow-cache.ts';
import { createWorkflowSession, outcomeName } from './entry/workflow-session.ts';
import { makeReportFolder } from './entry/write-reports.ts';
import { createFiles } from './host/files.ts';
import type { World } from './host/world.ts';
import { auditReport } from './report/audit-report.ts';
import { planExitOf } from './report/plan-exit.ts';
import { builtExitOf, builtLines } from './report/render/built.ts';
import { matrixOf, shardMatrixOf } from './report/render/matrix.ts';
import { planJson, planLines } from './report/render/plan.ts';
import { planAnnotations } from './report/render/plan-annotations.ts';
import { planContext } from './report/render/plan-context.ts';
import { planSummary } from './report/render/plan-summary.ts';
import type { Config } from './settings/config.ts';
import { inputsOf, parseInputs } from './settings/parse-inputs.ts';
import { resolveConfig } from './settings/resolve-config.ts';
import { unusedInputs } from './settings/unused-inputs.ts';
import { VERSION } from './version.ts';

answerInterrupts(process);
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
  workflow.warn(unusedInputs(config));
  if (config.output.reportDir !== null) await makeReportFolder(config.output.reportDir);
  const session = workflow.sessionFor(config, cwd);
  if (config.mode === 'plan') {
    return publishPlan(await withWorld(session, (world) => plan(config, world, VERSION)), config);
  }
  if (config.mode === 'build') {
    const folder = config.output.wheelDir ?? cwd;
    await makeReportFolder(folder);
    const built = await withWorld(session, (world) => build(config, folder, world, VERSION));
    workflow.show(builtLines(built, folder));
    const code = builtExitOf(built);
    await workflow.setOutputs({ outcome: outcomeName(code, config.mode), built: folder });
    return code;
  }
  if (config.mode === 'audit') {
    const found = await withWorld(session, (world) => audit(config, world));
    return publishAudit(auditReport(found, VERSION, config.run.failOn), config, cwd, workflow);
  }
  const checked = await withWorld(session, (world) =>
    config.mode === 'merge'
      ? merge(mergeRequestOf(config, projectFolder(config.subject, cwd)), world, VERSION)
      : checkWithCache(config, world),
  );
  await publishReport(checked, config, cwd, workflow);
  return checked.report.exitCode;
}

async function checkWithCache(config: Config, world: World): Promise<Checked> {
  const cache = await openWorkflowCache(config, process.env, () => import('@actions/cache'));
  await cache.restore(world);
  const checked = await check(config, world, VERSION);
  await cache.save(world);
  return checked;
}

async function publishPlan({ plan: made, parts, file }: CutPlan, config: Config): Promise<number> {
  const context = planContext(subjectReport(file.subject, []), config, { parts, file });
  const code = planExitOf(made);
  const builds = buildsOfPlan(file);
  workflow.show(planLines(made, context));
  // A plan for other machines is not the end: the report says all this, once.
  if (config.axes.runner === null && config.axes.plans.length === 0) {
    printAnnotations(
      workflow.stdout,
      planAnnotations(made, await fallbackPlace(config.subject, cwd)),
    );
    await workflow.summarise(planSummary(made, context));
  }
  const folder = await workflow.reportFolder(config.output.reportDir);
  await workflow.setOutputs({
    matrix: JSON.stringify(parts === null ? matrixOf(made) : shardMatrixOf(file, parts)),
    builds: JSON.stringify(shardMatrixOf(builds.file, builds.parts)),
    outcome: outcomeName(code, 'plan'),
    'report-json': await workflow.keep(folder, 'plan.json', planJson(made, context)),
  });
  return code;
}
