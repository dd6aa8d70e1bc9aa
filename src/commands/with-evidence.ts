import type { Measurement } from '../model/measurement.ts';
import type { Observation } from '../model/observation.ts';
import { type Result, SMOKE } from '../model/result.ts';
import { compareSeverity } from '../model/severity.ts';
import { evidenceOf, hasEvidence } from '../report/evidence.ts';
import { createEvidenceTable } from '../report/evidence-table.ts';
import type { Report, ResultReport } from '../report/report.ts';

/**
 * The results with what their probes saw. Where the table of evidence has no room for all of it, the
 * worst results have theirs.
 */
export function withEvidence(
  results: readonly Result[],
  measurements: readonly Measurement[],
): {
  readonly results: readonly ResultReport[];
  readonly evidence: NonNullable<Report['evidence']>;
} {
  const seen = observationsOf(measurements);
  const table = createEvidenceTable();
  const shown = new Map<Result, ResultReport>();
  // Modules that failed together saw the same.
  const places = new Map<Observation, number | undefined>();
  const placeOf = (observation: Observation): number | undefined => {
    if (!places.has(observation)) places.set(observation, table.add(evidenceOf(observation)));
    return places.get(observation);
  };
  for (const result of results.toSorted((a, b) => compareSeverity(a.severity, b.severity))) {
    const observation = seen.get(result.combination)?.get(keyOf(result));
    if (!observation) continue;
    const wanted = result.severity !== 'none' || hasEvidence(observation);
    const evidence = wanted ? placeOf(observation) : undefined;
    const details = detailsOf(observation, result);
    if (evidence !== undefined) details.evidence = evidence;
    shown.set(result, Object.assign({ ...result }, details));
  }
  return { results: results.map((one) => shown.get(one) ?? one), evidence: table.entries };
}

type Details = { -readonly [Name in keyof Omit<ResultReport, keyof Result>]: ResultReport[Name] };

function detailsOf(observation: Observation, { module }: Result): Details {
  const { seconds, peakBytes, loadedAs, gilEnabledBy } = observation;
  const details: Details = { seconds: Math.round(seconds * 1000) / 1000 };
  if (peakBytes !== null) details.peakBytes = peakBytes;
  if (loadedAs !== null && loadedAs.module !== module) details.loadedAs = loadedAs.module;
  if (gilEnabledBy !== null && gilEnabledBy.length > 0) details.gilEnabledBy = gilEnabledBy;
  return details;
}

/** By combination, then by module and file. */
function observationsOf(
  measurements: readonly Measurement[],
): ReadonlyMap<string, ReadonlyMap<string, Observation>> {
  const found = new Map<string, Map<string, Observation>>();
  for (const { combination, observed, smoke } of measurements) {
    const own = found.get(combination.id) ?? new Map<string, Observation>();
    found.set(combination.id, own);
    for (const { module, observation } of observed) {
      own.set(keyOf({ module: module.name, file: module.file }), observation);
    }
    if (smoke) own.set(keyOf({ module: SMOKE, file: null }), smoke.observation);
  }
  return found;
}

/** The smoke code has no file of its own, whatever its result says. */
function keyOf({ module, file }: Pick<Result, 'module' | 'file'>): string {
  return module === SMOKE || file === null ? module : `${module}\0${file}`;
}
