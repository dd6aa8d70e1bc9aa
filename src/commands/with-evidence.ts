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
    const observation = seen.get(keyOf(result));
    if (!observation) continue;
    const wanted = result.severity !== 'none' || hasEvidence(observation);
    const evidence = wanted ? placeOf(observation) : undefined;
    shown.set(result, {
      ...result,
      ...detailsOf(observation, result),
      ...(evidence === undefined ? {} : { evidence }),
    });
  }
  return { results: results.map((one) => shown.get(one) ?? one), evidence: table.entries };
}

function detailsOf(observation: Observation, { module }: Result): Partial<ResultReport> {
  const { seconds, peakBytes, loadedAs, gilEnabledBy } = observation;
  return {
    seconds: Math.round(seconds * 1000) / 1000,
    ...(peakBytes === null ? {} : { peakBytes }),
    ...(loadedAs === null || loadedAs.module === module ? {} : { loadedAs: loadedAs.module }),
    ...(gilEnabledBy === null || gilEnabledBy.length === 0 ? {} : { gilEnabledBy }),
  };
}

function observationsOf(measurements: readonly Measurement[]): ReadonlyMap<string, Observation> {
  const found = new Map<string, Observation>();
  for (const { combination, observed, smoke } of measurements) {
    for (const { module, observation } of observed) {
      const { name, file } = module;
      found.set(keyOf({ combination: combination.id, module: name, file }), observation);
    }
    if (smoke) {
      const key = { combination: combination.id, module: SMOKE, file: null };
      found.set(keyOf(key), smoke.observation);
    }
  }
  return found;
}

/** The smoke code has no file of its own, whatever its result says. */
function keyOf({ combination, module, file }: Pick<Result, 'combination' | 'module' | 'file'>) {
  return JSON.stringify([combination, module, module === SMOKE ? null : file]);
}
