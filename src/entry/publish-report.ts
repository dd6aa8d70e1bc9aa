import { measurementsPieces } from '../model/json/measurements-json.ts';
import type { Measurements } from '../model/measurements.ts';
import { EXIT } from '../model/user-error.ts';
import { annotationsOf } from '../report/render/annotations.ts';
import { findingsLog } from '../report/render/ci-log.ts';
import { summaryMarkdown } from '../report/render/summary.ts';
import type { Report } from '../report/report.ts';
import type { Config } from '../settings/config.ts';
import { documentationBase } from './documentation-base.ts';
import { printAnnotations } from './github.ts';
import { invocationOfRun, programInWorkflow } from './invocation.ts';
import { fallbackPlace } from './report-options.ts';
import { judgedOutcome, type WorkflowSession } from './workflow-session.ts';
import { filesIn, writeReports } from './write-reports.ts';

/** The report in a workflow: log, annotations, summary, files, outputs. */
export async function publishReport(
  run: { readonly report: Report; readonly measurements: Measurements },
  config: Config,
  cwd: string,
  workflow: WorkflowSession,
): Promise<void> {
  const { report, measurements } = run;
  const { clean } = workflow.secrets;
  const program = programInWorkflow(process.env, process.argv[1] ?? '', cwd);
  const options = {
    invocation: invocationOfRun(run, config, program, clean),
    fallback: await fallbackPlace(config.subject, cwd, measurements.subject.folder),
    documentationBase: documentationBase(process.env),
  };
  workflow.print(findingsLog(report));
  // Parts are judged together by `merge`, which then says everything, once.
  if (config.axes.shard === null) {
    printAnnotations(workflow.stdout, annotationsOf(report, options));
    await workflow.summarise(summaryMarkdown(report, options));
  }
  const folder = await workflow.reportFolder(config.output.reportDir);
  const files = filesIn(folder);
  await writeReports(report, files, options, clean);
  const count = (...statuses: readonly string[]): string =>
    String(report.combinations.filter((one) => statuses.includes(one.status)).length);
  await workflow.setOutputs({
    outcome: judgedOutcome(report),
    passed: String(report.combinations.filter((one) => isCounted(one, report.exitCode)).length),
    failed: count('failed', 'error', 'skipped'),
    excluded: count('excluded'),
    'supported-numpy': report.supported.numpy ?? report.supported.tested.join(', '),
    measurements: await workflow.keep(
      folder,
      'measurements.json',
      measurementsPieces(measurements),
    ),
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [`report-${name}`, file])),
  });
}

/**
 * Known failures count; what has no compiled module proves nothing, unless that was allowed, and
 * neither does what a warning takes the proof from.
 */
function isCounted({ status, verdict }: Report['combinations'][number], exit: number): boolean {
  return (
    status === 'passed' && verdict !== 'doubtful' && (verdict !== 'empty' || exit === EXIT.proven)
  );
}
