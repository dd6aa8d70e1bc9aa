import { groupBy } from '../model/group-by.ts';
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
  const shown: ResultReport[] = [...results];
  // Modules that failed together saw the same.
  const places = new Map<Observation, number | undefined>();
  const placeOf = (observation: Observation): number | undefined => {
    if (!places.has(observation)) places.set(observation, table.add(evidenceOf(observation)));
    return places.get(observation);
  };
  for (const at of worstFirst(results)) {
    const result = results[at];
    if (result === undefined) continue;
    const observation = seen.get(result.combination)?.get(keyOf(result));
    if (!observation) continue;
    const wanted = result.severity !== 'none' || hasEvidence(observation);
    const evidence = wanted ? placeOf(observation) : undefined;
    shown[at] = detailed(result, observation, evidence);
  }
  return { results: shown, evidence: table.entries };
}

/** The places of the results, those of equal severity in their order. */
function worstFirst(results: readonly Result[]): readonly number[] {
  return [...groupBy(results.entries(), ([, { severity }]) => severity)]
    .sort(([a], [b]) => compareSeverity(a, b))
    .flatMap(([, group]) => group.map(([at]) => at));
}

type Detailed = { -readonly [Name in keyof ResultReport]: ResultReport[Name] };

function detailed(
  result: Result,
  { seconds, peakBytes, loadedAs, gilEnabledBy }: Observation,
  evidence: number | undefined,
): ResultReport {
  const found: Detailed = { ...result, seconds: Math.round(seconds * 1000) / 1000 };
  if (peakBytes !== null) found.peakBytes = peakBytes;
  if (loadedAs !== null && loadedAs.module !== result.module) found.loadedAs = loadedAs.module;
  if (gilEnabledBy !== null && gilEnabledBy.length > 0) found.gilEnabledBy = gilEnabledBy;
  if (evidence !== undefined) found.evidence = evidence;
  return found;
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
