import { judgeRun } from '../judge/judge-run.ts';
import { unevenModules } from '../judge/uneven-modules.ts';
import { compareNumpy } from '../model/compare-numpy.ts';
import type { Measurements, NotTested } from '../model/measurements.ts';
import type { Files } from '../model/ports.ts';
import type { Report } from '../report/report.ts';
import { adviseFindings } from './advise-releases.ts';
import { assembleReport } from './assemble.ts';
import { withBoundaries } from './bisect-sentence.ts';
import { locateFindings } from './locate-findings.ts';

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
  refused: readonly NotTested[] = [],
): Promise<Report> {
  const judged = judgeRun(measurements);
  const told = withBoundaries(judged.findings, measurements.bisected, compareNumpy);
  const advised = adviseFindings(told, measurements);
  const findings = await locateFindings(advised, folder, files);
  const notices = [...judged.notices, ...unevenModules(measurements.measurements)];
  return assembleReport(measurements, { ...judged, findings, notices }, refused);
}
