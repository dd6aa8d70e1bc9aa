import type { Measurement, ObservedModule } from '../../model/measurement.ts';
import type { Observation } from '../../model/observation.ts';
import { type Result, SMOKE } from '../../model/result.ts';
import type { Severity } from '../../model/severity.ts';
import { evidenceOf, hasEvidence } from '../../report/evidence.ts';
import { createEvidenceTable } from '../../report/evidence-table.ts';
import type { Report, ResultReport } from '../../report/report.ts';

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
  const seen = observationsOf(results, measurements);
  const table = createEvidenceTable();
  const shown: ResultReport[] = [...results];
  // Modules that failed together saw the same.
  const places = new Map<Observation, number | undefined>();
  const placeOf = (observation: Observation): number | undefined => {
    if (!places.has(observation)) places.set(observation, table.add(evidenceOf(observation)));
    return places.get(observation);
  };
  for (const at of worstFirst(results)) {
    const [result, observation] = [results[at], seen[at]];
    if (result === undefined || !observation) continue;
    const wanted = result.severity !== 'none' || hasEvidence(observation);
    shown[at] = detailed(result, observation, wanted ? placeOf(observation) : undefined);
  }
  return { results: shown, evidence: table.entries };
}

/** The places of the results, those of equal severity in their order. */
function worstFirst(results: readonly Result[]): readonly number[] {
  const places: Record<Severity, number[]> = { error: [], warning: [], note: [], none: [] };
  results.forEach(({ severity }, at) => {
    places[severity].push(at);
  });
  return [...places.error, ...places.warning, ...places.note, ...places.none];
}

type Detailed = { -readonly [Name in keyof ResultReport]: ResultReport[Name] };

/** Field by field, and in one order: there are tens of thousands of them. */
function detailed(
  { combination, module, file, outcome, diagnosis, category, severity, known }: Result,
  { seconds, peakBytes, loadedAs, gilEnabledBy }: Observation,
  evidence: number | undefined,
): ResultReport {
  const found: Detailed = {
    combination,
    module,
    file,
    outcome,
    diagnosis,
    category,
    severity,
    seconds: Math.round(seconds * 1000) / 1000,
  };
  if (known) found.known = known;
  if (peakBytes !== null) found.peakBytes = peakBytes;
  if (loadedAs !== null && loadedAs.module !== module) found.loadedAs = loadedAs.module;
  if (gilEnabledBy !== null && gilEnabledBy.length > 0) found.gilEnabledBy = gilEnabledBy;
  if (evidence !== undefined) found.evidence = evidence;
  return found;
}

/** What was seen of each result, which stand in the order of what was observed. */
function observationsOf(
  results: readonly Result[],
  measurements: readonly Measurement[],
): readonly (Observation | undefined)[] {
  const byId = new Map(measurements.map((one) => [one.combination.id, one]));
  let run: Measurement | undefined;
  let next = 0;
  return results.map((result) => {
    if (run?.combination.id !== result.combination) {
      run = byId.get(result.combination);
      next = 0;
    }
    const here = run?.observed[next];
    if (here === undefined || !isOf(here, result)) return run && lookedFor(run, result);
    next += 1;
    return here.observation;
  });
}

function isOf({ module }: ObservedModule, result: Pick<Result, 'module' | 'file'>): boolean {
  return module.file === result.file && module.name === result.module;
}

/** The smoke code has no file of its own, whatever its result says. */
function lookedFor({ observed, smoke }: Measurement, result: Result): Observation | undefined {
  if (result.module === SMOKE) return smoke?.observation;
  return observed.find((one) => isOf(one, result))?.observation;
}
