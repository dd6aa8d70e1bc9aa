import type { Config } from '../model/config.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';
import { type Report, SMOKE } from './report.ts';

/** The parts of a report that decide; the report is not finished before its exit code is known. */
export type Judged = Pick<Report, 'combinations' | 'modules' | 'results' | 'findings'>;

/**
 * The exit code for a run that came to its end. Wrong usage (2), an interrupt (130) and our own bugs
 * (70) never come this far. Of several that apply, the first of 1, 3, 4, 0 holds: green is proven.
 *
 * - 1: a finding at or above `failOn`, or a combination that failed although no finding says why;
 * - 3: a combination could not be set up, was skipped, or never ran;
 * - 4: nothing was tested: no combination ran, or one ran without proving any module;
 * - 0: every combination that can exist was run, and everything in it was proven.
 */
export function exitCodeOf(
  report: Judged,
  options: Pick<Config, 'failOn' | 'allowEmpty'>,
): ExitCode {
  if (options.failOn !== 'never' && hasFindings(report, options.failOn)) return EXIT.findings;
  if (isUnfinished(report)) return EXIT.setUp;
  if (isEmpty(report, options.allowEmpty)) return EXIT.nothingTested;
  return EXIT.proven;
}

function hasFindings(report: Judged, failOn: 'error' | 'warning'): boolean {
  const counts = (severity: string) =>
    severity === 'error' || (failOn === 'warning' && severity === 'warning');
  return (
    report.findings.some((finding) => counts(finding.severity)) ||
    report.combinations.some((one) => one.status === 'failed') ||
    report.results.some((result) => counts(result.severity) || isUnexplained(result))
  );
}

/** Failed, and no rule said anything: never taken for green. */
function isUnexplained(result: Report['results'][number]): boolean {
  const { outcome } = result;
  if (outcome.kind === 'imported' || result.diagnosis !== null) return false;
  return outcome.kind !== 'not-run' || !UNFINISHED.has(outcome.reason);
}

const UNFINISHED: ReadonlySet<string> = new Set(['skipped', 'set-up', 'interrupted']);

function isUnfinished(report: Judged): boolean {
  return (
    report.combinations.some((one) => ['error', 'skipped', 'planned'].includes(one.status)) ||
    report.results.some(
      ({ outcome }) => outcome.kind === 'not-run' && UNFINISHED.has(outcome.reason),
    )
  );
}

function isEmpty(report: Judged, allowEmpty: boolean): boolean {
  const ran = report.combinations.filter(
    (one) => one.status === 'passed' || one.status === 'failed',
  );
  if (ran.length === 0) return true;
  if (allowEmpty) return false;
  // Smoke code that ran says nothing of a combination whose install has no compiled module.
  const tried = new Set(
    report.results.flatMap(({ module, combination }) => (module === SMOKE ? [] : [combination])),
  );
  return report.modules.length === 0 || ran.some((one) => !tried.has(one.id));
}
