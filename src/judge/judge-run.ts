import type { CombinationVerdict } from '../model/combination-verdict.ts';
import type { Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Measurements } from '../model/measurements.ts';
import { orderFindings } from '../model/order-findings.ts';
import { type Result, SMOKE } from '../model/result.ts';
import type { Supported } from '../model/supported.ts';
import { normaliseName } from '../packaging/requirement-name.ts';
import { combinationVerdict } from './combination-verdict.ts';
import { rangeTooWide } from './diagnose/rules/elsewhere.ts';
import { type DiagnosedOutcome, foldFindings, type PassedOutcome } from './findings/fold.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { applyKnownFailures } from './known-failures.ts';
import { missingExtensions } from './missing-extensions.ts';
import { measureRange } from './ranges/measure-range.ts';

/** The judgement of a whole run. */
export interface Judged {
  readonly results: readonly Result[];
  /** Worst first; not located yet. */
  readonly findings: readonly Finding[];
  /** By the combination's id. */
  readonly verdicts: ReadonlyMap<string, CombinationVerdict>;
  readonly supported: Supported;
  /** By the combination's id: the line of known-failures that foretold something of it. */
  readonly foretold: ReadonlyMap<string, string>;
  readonly notices: readonly string[];
}

/**
 * Judges what a run measured: outcomes become results and findings, combinations get their verdict,
 * and the proven range is held against the declared one. Pure: the same measurements give the same
 * judgement, on whatever machine they were made.
 */
export function judgeRun(run: Measurements): Judged {
  const { measurements, settings, subject, sources } = run;
  // What a wrong NumPy did says nothing of the planned one.
  const measured = measurements.filter(({ state }) => state.kind !== 'error');
  const seen = judge(
    measured,
    subject.facts.map(({ name }) => normaliseName(name)),
    {
      foreign: subject.kind === 'packages',
      uninitialised: new Map(Object.entries(sources.uninitialised)),
      ...(sources.emptyTables && { emptyTables: sources.emptyTables }),
      ...(settings.tolerance !== null && {
        tolerance: settings.tolerance,
        smokeFile: settings.smokeFile,
      }),
    },
  );
  const judgement = applyKnownFailures(seen, measurements, settings);
  const others = [...judgement.findings, ...(settings.allowEmpty ? [] : missingExtensions(run))];
  const folded = [...foldJudgement(run, judgement), ...others];
  const verdicts = verdictsOf(measurements, judgement, folded);
  const range = measureRange(run, verdicts, mistaken(judgement.results, folded));
  const told = toldWith(range.findings, run, judgement);
  return {
    results: judgement.results,
    findings: orderFindings([...(told ? [...told, ...others] : folded), ...range.findings]),
    verdicts,
    supported: range.supported,
    foretold: judgement.foretold,
    notices: judgement.notices,
  };
}

/** The same findings, told anew where the measured range asks for another oldest NumPy than they do. */
function toldWith(
  range: readonly Finding[],
  run: Measurements,
  judgement: Judgement,
): readonly Finding[] | null {
  const wide = range.find(({ kind }) => kind === rangeTooWide.id);
  const floor = /^numpy>=([^,]+)/.exec(String(wide?.facts['declare'] ?? ''))?.[1];
  const floors = new Set(judgement.judged.flatMap(({ diagnosis }) => diagnosis.floor ?? []));
  floors.delete(floor ?? '');
  return floor === undefined || floors.size === 0 ? null : foldJudgement(run, judgement, floor);
}

/**
 * Combinations that failed by the smoke code's own mistake alone, or by the release of another
 * package alone: they say nothing of NumPy.
 */
function mistaken(results: readonly Result[], findings: readonly Finding[]): ReadonlySet<string> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const idsOf = (some: readonly Finding[]) =>
    new Set(some.flatMap(({ combinations }) => combinations));
  const own = idsOf(errors.filter(({ facts }) => facts['smokeItself'] === true));
  const other = idsOf(errors.filter(({ facts }) => facts['smokeItself'] !== true));
  const isOther = ({ facts }: Finding) => facts['otherRelease'] !== undefined;
  const byNumpy = idsOf(errors.filter((one) => !isOther(one)));
  const byRelease = [...idsOf(errors.filter(isOther))].filter((id) => !byNumpy.has(id));
  const failed = new Set<string>();
  for (const { severity, module, combination } of results) {
    if (severity === 'error' && module !== SMOKE) failed.add(combination);
  }
  return new Set([...byRelease, ...[...own].filter((id) => !other.has(id) && !failed.has(id))]);
}

function verdictsOf(
  measurements: readonly Measurement[],
  { results, foretold }: Judgement,
  findings: readonly Finding[],
): ReadonlyMap<string, CombinationVerdict> {
  const byCombination = groupBy(results, ({ combination }) => combination);
  return new Map(
    measurements.map((one) => {
      const { id } = one.combination;
      const own = findings.filter(({ combinations }) => combinations.includes(id));
      return [id, combinationVerdict(one, byCombination.get(id) ?? [], own, foretold.has(id))];
    }),
  );
}

/** Diagnoses folded to findings, with what passed for "works on …". */
function foldJudgement(
  run: Measurements,
  judgement: Judgement,
  floor: string | null = null,
): readonly Finding[] {
  const byId = new Map(run.measurements.map((one) => [one.combination.id, one.combination]));
  const items: DiagnosedOutcome[] = [];
  const concerned = new Set<string>();
  for (const { diagnosis, module, combination } of judgement.judged) {
    const found = byId.get(combination);
    if (!found) continue;
    items.push({ diagnosis, module, combination: found });
    concerned.add(module);
  }
  const passes: PassedOutcome[] = [];
  for (const { module, outcome, diagnosis, combination } of judgement.results) {
    if (diagnosis !== null || outcome.kind !== 'imported' || !concerned.has(module)) continue;
    const found = byId.get(combination);
    if (found) passes.push({ module, combination: found });
  }
  const planned = [...new Set(run.measurements.map(({ combination }) => combination.python))];
  return foldFindings(items, passes, { ...run, floor, planned });
}
