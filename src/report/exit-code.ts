import type { CombinationVerdict } from '../model/combination-verdict.ts';
import type { FailOn } from '../model/config.ts';
import { EXIT, type ExitCode } from '../model/user-error.ts';
import type { Report } from './report.ts';

/** The parts of a report that decide; the report is not finished before its exit code is known. */
export type Judged = Pick<Report, 'combinations' | 'results' | 'findings' | 'refused'>;

/**
 * The exit code for a run that came to its end. Wrong usage (2), an interrupt (130) and our own bugs
 * (70) never come this far. Of several that apply, the first of 1, 3, 4, 0 holds: green is proven.
 *
 * - 1: a finding at or above `failOn`, or a combination that failed although no finding says why;
 * - 3: a combination could not be set up, was skipped, or never ran;
 * - 4: nothing was tested: no combination ran, or one ran without proving any module;
 * - 0: every combination that can exist was run, and everything imports there, but for what was foretold;
 *   what a warning takes the proof from is told by the verdict, and is red with `fail-on: warning`.
 */
export function exitCodeOf(
  report: Judged,
  options: { readonly failOn: FailOn; readonly allowEmpty: boolean },
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
    report.combinations.some(({ verdict }) => verdict === 'failed') ||
    report.results.some((result) => counts(result.severity))
  );
}

/** Something that was to run did not, or what it measured could not be taken in. */
function isUnfinished({ combinations, refused = [] }: Judged): boolean {
  return (
    refused.length > 0 ||
    combinations.some(({ verdict }) => verdict === 'not-set-up' || verdict === 'skipped')
  );
}

function isEmpty({ combinations }: Judged, allowEmpty: boolean): boolean {
  const ran = combinations.filter(({ verdict }) => !NOT_RUN.has(verdict));
  if (ran.length === 0) return true;
  return !allowEmpty && ran.some(({ verdict }) => verdict === 'empty');
}

const NOT_RUN: ReadonlySet<CombinationVerdict> = new Set(['not-set-up', 'skipped', 'excluded']);
