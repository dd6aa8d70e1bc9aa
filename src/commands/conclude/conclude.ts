import { judgeRun } from '../../judge/judge-run.ts';
import { unbuiltModules } from '../../judge/unbuilt-modules.ts';
import { unevenModules } from '../../judge/uneven-modules.ts';
import type { Measurements, Refused } from '../../model/measurements.ts';
import type { Files } from '../../model/ports.ts';
import type { Report } from '../../report/report.ts';
import { assembleReport } from './assemble.ts';
import { locateFindings } from './locate-findings.ts';
import { locateSetUps } from './locate-set-ups.ts';

/**
 * The report that follows from measurements, whoever made them: `check` and `merge` end alike.
 *
 * @param folder the project's, whose repository has the lines to point at
 * @param refused files of measurements that could not be taken in: never green
 */
export async function conclude(
  measurements: Measurements,
  folder: string,
  files: Files,
  refused: readonly Refused[] = [],
): Promise<Report> {
  const judged = judgeRun(measurements);
  const findings = await locateFindings(judged.findings, measurements.measurements, folder, files);
  const notices = [
    ...judged.notices,
    ...unevenModules(measurements.measurements),
    ...unbuiltModules(measurements),
  ];
  const stopped = await locateSetUps(measurements.measurements, folder, files);
  return assembleReport(measurements, { ...judged, findings, notices }, refused, stopped);
}
