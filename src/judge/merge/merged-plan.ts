import type { Combination } from '../../model/combination.ts';
import { compareNumpy } from '../../model/compare-numpy.ts';
import type { MeasuredCombination } from '../../model/measurement.ts';
import type {
  ExpectedSeconds,
  MeasuredPlan,
  Measurements,
  Refused,
} from '../../model/measurements.ts';
import { expectedWork } from '../../plan/expected-work.ts';
import { combinationOn, joinPlans, platformsOf } from '../../plan/join-plans.ts';
import { partName, shardsOf } from '../../plan/shards.ts';
import type { MeasurementsFile } from './parts-of-run.ts';

/** Why a part of the plan is not there. */
const LOST =
  'it left no measurements: it was stopped (by a time limit of its job?), failed, or never began';

/** What was measured on a platform of several, with ids that say which. */
export function onItsPlatform({ file, document }: MeasurementsFile): MeasurementsFile {
  const { plan, measurements } = document;
  if (platformsOf(plan).length > 1) return { file, document };
  const named = <C extends Combination>(one: C): C => combinationOn(one, one.platform);
  return {
    file,
    document: {
      ...document,
      plan: {
        ...plan,
        planned: plan.planned.map(named),
        excluded: plan.excluded.map(named),
        missing: plan.missing.map(named),
        ...(plan.expected && { expected: expectedOn(plan, plan.expected, named) }),
        ...(plan.besides && {
          besides: plan.planned
            .filter(({ id }) => plan.besides?.includes(id))
            .map((one) => named(one).id),
        }),
      },
      measurements: measurements.map((one) => ({ ...one, combination: named(one.combination) })),
    },
  };
}

function expectedOn(
  { planned }: MeasuredPlan,
  expected: ExpectedSeconds,
  named: (one: Combination) => Combination,
): ExpectedSeconds {
  const { usual, combinations } = expected;
  const all = planned.map((one) => [named(one).id, combinations[one.id] ?? usual] as const);
  return { ...expected, combinations: Object.fromEntries(all) };
}

/** The plans of all groups of files as one. */
export function wholePlan(groups: readonly (readonly MeasurementsFile[])[]): MeasuredPlan {
  const plans = groups.flatMap((group) => {
    const documents = group.map(({ document }) => document);
    return documents[0] ? [mergedPlan(documents, documents[0].plan)] : [];
  });
  const [first, ...others] = plans;
  if (!first) throw new Error('there is nothing to merge');
  if (others.length === 0) return first;
  const joined = joinPlans(plans.map((plan) => ({ plan, runner: null })));
  if (joined.kind === 'twice') throw new Error(`${joined.platform} is in two plans`);
  return { id: plans.map(({ id }) => id).join('+'), ...joined.plan };
}

/**
 * Parts of a cut plan of which nothing came back: each by its name.
 *
 * @param refused what was read and not taken in: a part that left it is told of by its file's name
 */
export function lostParts(
  group: readonly MeasurementsFile[],
  measured: ReadonlyMap<string, unknown>,
  refused: readonly Measurements[],
): readonly Refused[] {
  const found = group.find(({ document }) => document.plan.shards !== undefined);
  if (found?.document.plan.shards === undefined) return [];
  const { plan, subject } = found.document;
  const work = expectedWork(plan, subject.kind);
  const { shards: count = 1, besides = [] } = plan;
  const planned = plan.planned.filter(({ id }) => !besides.includes(id));
  const parts = shardsOf(planned, count, work);
  const own = refused.filter((one) => isOfPlan(one, found));
  const left = new Set(
    own.flatMap(({ measurements }) => measurements.map(({ combination }) => cellOf(combination))),
  );
  const isThere = (one: Combination) => measured.has(one.id) || left.has(cellOf(one));
  const there = new Set(parts.filter((_, at) => planned[at] && isThere(planned[at])));
  return [...new Set(parts)]
    .filter((part) => !there.has(part))
    .sort((a, b) => a - b)
    .map((index) => ({
      what: partName(planned, { index, count }, work),
      reason: LOST,
      lost: true as const,
    }));
}

/** The plan; bisect may have added to it in some parts. */
function mergedPlan(documents: readonly Measurements[], base: MeasuredPlan): MeasuredPlan {
  const planned = new Map<string, MeasuredCombination>();
  for (const { plan } of documents) for (const one of plan.planned) planned.set(one.id, one);
  const known = new Set(base.planned.map(({ id }) => id));
  const rank = new Map<string, number>();
  for (const one of base.planned) if (!rank.has(rowOf(one))) rank.set(rowOf(one), rank.size);
  const extra = [...planned.values()].filter(({ id }) => !known.has(id));
  const besides = [...new Set(documents.flatMap(({ plan }) => plan.besides ?? []))];
  const all = [...base.planned.flatMap(({ id }) => planned.get(id) ?? []), ...extra];
  return {
    ...base,
    planned:
      extra.length === 0
        ? all
        : all.toSorted(
            (a, b) =>
              (rank.get(rowOf(a)) ?? 0) - (rank.get(rowOf(b)) ?? 0) ||
              compareNumpy(a.numpy, b.numpy),
          ),
    excluded: base.excluded.filter(({ id }) => !planned.has(id)),
    ...(besides.length > 0 && { besides }),
  };
}

/** A file of another run takes nobody's place; one of another version has another id for the plan. */
function isOfPlan({ plan, tool }: Measurements, { document: other }: MeasurementsFile): boolean {
  if (plan.id === other.plan.id) return true;
  const cells = ({ planned }: MeasuredPlan) => JSON.stringify(planned.map(cellOf));
  return tool.version !== other.tool.version && cells(plan) === cells(other.plan);
}

/** Whatever platforms its id names. */
function cellOf({ platform, python, numpy }: Combination): string {
  return JSON.stringify([platform, python, numpy]);
}

function rowOf({ platform, python }: Combination): string {
  return JSON.stringify([platform, python]);
}
