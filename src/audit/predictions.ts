import { NUMPY_NONE } from '../model/combination.ts';
import type { CapiFacts, CompiledModule } from '../model/compiled-module.ts';
import type { Finding } from '../model/finding.ts';
import type { Measurement } from '../model/measurement.ts';
import { ofEach } from '../model/of-each.ts';
import type { Predictions } from '../model/predictions.ts';
import type { Result } from '../model/result.ts';
import { predictImport } from './predict-import.ts';

/** What the bytes of a module say of one combination, and what was seen there. */
export interface HeldPrediction {
  readonly module: string;
  readonly predicted: 'imports' | 'refused' | 'undecided';
  /** Undefined where what was seen tells nothing of NumPy and this module. */
  readonly seen: 'imports' | 'refused' | undefined;
}

/** NumPy refuses nothing there: the module runs into memory that it must not read. */
const CRASHES: ReadonlySet<string> = new Set(['crash', 'import-array-missing']);

/**
 * Holds what the bytes of a combination's modules say against what was seen of them. A failure counts
 * against a prediction only where NumPy's ABI is the cause and the module itself is to blame.
 *
 * @param results those of the combination, by the module's file
 */
export function heldPredictions(
  measured: Pick<Measurement, 'combination' | 'observed' | 'buildNumpy'>,
  results: ReadonlyMap<string, Result>,
  findings: readonly Finding[],
): readonly HeldPrediction[] {
  const { combination, observed, buildNumpy } = measured;
  const numpy = combination.numpy === NUMPY_NONE ? null : combination.numpy;
  const blamed = findings.filter(
    ({ kind, category, severity, combinations }) =>
      category === 'numpy-abi' &&
      severity === 'error' &&
      !CRASHES.has(kind) &&
      combinations.includes(combination.id),
  );
  // Modules share what their bytes tell. What its build says is known of the project alone, not of
  // what it depends on.
  const own = ofEach((capi: CapiFacts) => predictImport(capi, numpy, buildNumpy));
  const other = ofEach((capi: CapiFacts) => predictImport(capi, numpy));
  return observed.map(({ module }) => {
    const predict = module.role === 'subject' ? own : other;
    return {
      module: module.name,
      predicted: predict(module.facts.capi),
      seen: seenOf(module, results.get(module.file), blamed),
    };
  });
}

/** Counts what {@link heldPredictions} gives, and lists what was seen otherwise. */
export function predictionsOf(...held: Parameters<typeof heldPredictions>): Predictions {
  const count = { imports: 0, refused: 0, undecided: 0 };
  const contradictions: Predictions['contradictions'][number][] = [];
  for (const { module, predicted, seen } of heldPredictions(...held)) {
    count[predicted] += 1;
    if (seen === undefined || predicted === 'undecided' || predicted === seen) continue;
    contradictions.push({ module, predicted, seen });
  }
  return { ...count, contradictions };
}

/** Undefined where what was seen tells nothing of NumPy and this module. */
function seenOf(
  module: CompiledModule,
  result: Result | undefined,
  blamed: readonly Finding[],
): 'imports' | 'refused' | undefined {
  if (result?.outcome.kind === 'imported') {
    return result.diagnosis === null ? 'imports' : undefined;
  }
  return blamed.some(({ culprit }) => culprit.file === module.file) ? 'refused' : undefined;
}

/** A sentence for each module of which the bytes said something else than what was seen. */
export function tellContradictions(
  { numpy, python }: Pick<Measurement['combination'], 'numpy' | 'python'>,
  { contradictions }: Predictions,
): readonly string[] {
  const under = `under Python ${python} × NumPy ${numpy}`;
  return contradictions.map(({ module, seen }) =>
    seen === 'imports'
      ? `the bytes of ${module} say that NumPy refuses it ${under}, and it is imported`
      : `the bytes of ${module} say nothing against it ${under}, and NumPy refuses it`,
  );
}
