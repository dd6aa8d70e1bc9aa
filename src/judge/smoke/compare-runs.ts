import type { BinaryFacts } from '../../model/compiled-module.ts';
import { erasOf } from '../../model/eras.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { describeComparison, type Suspect } from '../diagnose/rules/smoke-output.ts';
import { measuredFiles } from '../measured-files.ts';
import { compareSmoke, type SmokeTrial } from './compare-smoke.ts';

export interface CompareOptions {
  readonly foreign?: boolean;
  readonly tolerance?: number;
  readonly smokeFile?: string | null;
}

const NOBODY: Suspect = {
  culprit: { distribution: null, version: null, module: null, file: null },
  fault: 'own',
  lazy: false,
  generator: null,
};

/**
 * Compares what the smoke code printed under the combinations.
 *
 * @param subjects the subject's distribution names, normalised
 * @returns a diagnosis for each combination that has one, by its id
 */
export function compareRuns(
  runs: readonly Measurement[],
  subjects: readonly string[],
  options: CompareOptions,
): ReadonlyMap<string, Diagnosis> {
  // Platforms differ in the last digits, and in what they print.
  const platforms = [...new Set(runs.map(({ combination }) => combination.platform))];
  const byId = new Map(runs.map((run) => [run.combination.id, run]));
  return new Map(
    platforms
      .flatMap((platform) => compareOn(platform, runs, options))
      .map((found) => {
        const run = byId.get(found.trial.combination);
        const suspect = run && suspectOf(run, subjects, options.foreign ?? false);
        const diagnosis = describeComparison(found, suspect ?? NOBODY);
        const file = found.kind === 'differs' ? null : (options.smokeFile ?? null);
        const hints = file === null ? diagnosis.hints : { source: { file, line: 1 } };
        return [found.trial.combination, { ...diagnosis, hints }];
      }),
  );
}

function compareOn(platform: string, runs: readonly Measurement[], options: CompareOptions) {
  const trials = runs.flatMap((run) =>
    run.combination.platform === platform ? (trialOf(run) ?? []) : [],
  );
  return compareSmoke(trials, options.tolerance ?? 0);
}

function trialOf(run: Measurement): SmokeTrial | undefined {
  if (!run.smoke || run.state.kind !== 'ran') return undefined;
  const { observation, output, again } = run.smoke;
  return {
    combination: run.combination.id,
    python: run.combination.python,
    numpy: observation.numpy?.version ?? null,
    buildNumpy: run.buildNumpy,
    passed: observation.outcome.kind === 'imported' && observation.disagreement.length === 0,
    output,
    again,
    truncated: observation.truncated,
    madeForNumpy1: observation.oldApi.length > 0 || loadedForNumpy1(run).length > 0,
  };
}

function isLazy(facts: BinaryFacts): boolean {
  return erasOf(facts).includes('lazy-1.x');
}

function isForNumpy1(facts: BinaryFacts): boolean {
  return isLazy(facts) || facts.capi.era === '1.x';
}

/** Files made for NumPy 1 that the smoke code loaded. */
function loadedForNumpy1(run: Measurement): readonly string[] {
  const { factsOf } = measuredFiles(run);
  const events = run.smoke?.observation.events ?? [];
  const files = new Set(events.flatMap((one) => (one.event === 'end' ? [one.file] : [])));
  return [...files].filter((file) => {
    const facts = factsOf(file);
    return facts !== null && isForNumpy1(facts);
  });
}

/** The file that reads NumPy 1's layout, if there is one; else the subject, if that is one. */
function suspectOf(run: Measurement, subjects: readonly string[], foreign: boolean): Suspect {
  const { ownerOf, factsOf, installed } = measuredFiles(run);
  const asked = run.smoke?.observation.oldApi.flatMap((access) => access.file ?? []) ?? [];
  const files = [...loadedForNumpy1(run), ...asked];
  const isOwn = (distribution: string | undefined) =>
    distribution !== undefined && subjects.includes(distribution);
  const file = files.find((one) => isOwn(ownerOf(one)?.distribution)) ?? files[0];
  const owner = file === undefined ? null : ownerOf(file);
  if (file === undefined || owner === null) {
    const [only, ...more] = subjects;
    if (only === undefined || more.length > 0) return NOBODY;
    const culprit = { ...NOBODY.culprit, distribution: only };
    const version = installed.get(only) ?? null;
    return { ...NOBODY, culprit: { ...culprit, version }, fault: foreign ? 'dependency' : 'own' };
  }
  const { distribution, version, module } = owner;
  const facts = factsOf(file);
  const names = facts?.generators.map((one) => one.name) ?? [];
  return {
    culprit: { distribution, version, module, file: owner.file },
    fault: isOwn(distribution) && !foreign ? 'own' : 'dependency',
    lazy: facts !== null && isLazy(facts),
    generator: names.includes('pybind11') ? 'pybind11' : names.includes('pyo3') ? 'pyo3' : null,
  };
}
