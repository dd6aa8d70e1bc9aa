import { NUMPY_NONE } from '../model/combination.ts';
import type { CompiledModule } from '../model/compiled-module.ts';
import { groupBy } from '../model/group-by.ts';
import type { Measurement } from '../model/measurement.ts';
import type { SourceFacts } from '../model/measurements.ts';
import type { Observation } from '../model/observation.ts';
import { type Result, SMOKE } from '../model/result.ts';
import { compareSeverity } from '../model/severity.ts';
import { diagnoseTogether } from './diagnose/diagnose-together.ts';
import type { Diagnosis } from './diagnose/diagnosis.ts';
import type { Evidence } from './diagnose/evidence.ts';
import type { Judged, Judgement } from './judgement.ts';
import { measuredFiles } from './measured-files.ts';
import { siblingsByModule } from './siblings-by-module.ts';
import { compareRuns } from './smoke/compare-runs.ts';

export interface JudgeOptions {
  /** The subjects come from an index: their sources are not the user's. */
  readonly foreign?: boolean;
  /** By module: the function that its sources call without initialising NumPy's C-API. */
  readonly uninitialised?: ReadonlyMap<string, string>;
  /** By module: its table of NumPy's C-API that is empty. */
  readonly emptyTables?: NonNullable<SourceFacts['emptyTables']>;
  /** Compare what the smoke code printed, with this relative tolerance of numbers. */
  readonly tolerance?: number;
  /** The smoke code's file, null when it was given as text. */
  readonly smokeFile?: string | null;
}

/**
 * Diagnoses every observation of every combination. Only possible when all of them ran: what the
 * same module did under the other combinations is evidence.
 *
 * @param runs the combinations in plan order
 * @param subjects the subject's distribution names, normalised
 * @param options what the user's settings say besides
 */
export function judge(
  runs: readonly Measurement[],
  subjects: readonly string[],
  options: JudgeOptions,
): Judgement {
  const compared = options.tolerance === undefined ? null : compareRuns(runs, subjects, options);
  // What happens on another platform happens to other files.
  const siblings = new Map(
    [...groupBy(runs, ({ combination }) => combination.platform)].map(([platform, own]) => [
      platform,
      siblingsByModule(own),
    ]),
  );
  const results: Result[] = [];
  const judged: Judged[] = [];
  for (const run of runs) {
    const combination = run.combination.id;
    const siblingsOf = siblings.get(run.combination.platform) ?? (() => []);
    const diagnose = diagnoseTogether({ ...surroundings(run, subjects, options), siblingsOf });
    const look = (
      observation: Observation,
      module: CompiledModule | null,
      name: string,
      key: string | null,
    ): void => {
      const smoke = name === SMOKE;
      const found = diagnose({ observation, module, smoke, siblings: () => siblingsOf(name) });
      const difference = smoke ? compared?.get(combination) : undefined;
      const all = difference
        ? [...found, difference].toSorted((a, b) => compareSeverity(a.severity, b.severity))
        : found;
      for (const diagnosis of all) judged.push({ diagnosis, module: name, combination });
      if (key !== null) {
        results.push(result(combination, name, module?.file ?? null, observation, all[0] ?? null));
      }
    };
    for (const { module, observation } of run.observed) {
      look(observation, module, module.name, module.file);
    }
    if (run.smoke) look(run.smoke.observation, null, SMOKE, SMOKE);
    for (const { module, observation } of run.hookFindings) {
      look(observation, null, module ?? '', null);
    }
  }
  return { results, judged, foretold: new Map(), findings: [], notices: [] };
}

function result(
  combination: string,
  module: string,
  file: string | null,
  observation: Observation,
  diagnosis: Diagnosis | null,
): Result {
  const proven = observation.outcome.kind === 'imported';
  return {
    combination,
    module,
    file,
    outcome: observation.outcome,
    diagnosis: diagnosis?.kind ?? (proven ? null : 'unclassified'),
    category: diagnosis?.category ?? (proven ? null : 'unclassified'),
    // Green is proven: no rule's silence may turn a failed module green.
    severity: diagnosis?.severity ?? (proven ? 'none' : 'error'),
  };
}

/** What a rule may look at besides one outcome. */
function surroundings(run: Measurement, subjects: readonly string[], options: JudgeOptions) {
  const { combination } = run;
  return {
    combination: {
      id: combination.id,
      python: combination.interpreter.version,
      label: combination.python,
      numpy: combination.numpy === NUMPY_NONE ? null : combination.numpy,
      platform: combination.platform,
      buildNumpy: run.buildNumpy,
    },
    subjects,
    foreign: options.foreign ?? false,
    uninitialised: (name: string) => options.uninitialised?.get(name) ?? null,
    emptyTable: (name: string) => options.emptyTables?.[name] ?? null,
    ...measuredFiles(run),
  } satisfies Partial<Evidence>;
}
