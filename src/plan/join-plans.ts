import { type Combination, combinationId } from '../model/combination.ts';
import { compareText } from '../model/compare-text.ts';
import type { MeasuredPlan } from '../model/measurements.ts';

/** A plan that was made on one machine, and what that machine is called. */
export interface PlatformPlan {
  readonly plan: MeasuredPlan;
  /** `ubuntu-22.04`: tells two machines of one platform apart; null where nobody said. */
  readonly runner: string | null;
}

/** One plan over all platforms, or the platform that two of them share without a name of its own. */
export type JoinedPlan =
  | { readonly kind: 'joined'; readonly plan: Omit<MeasuredPlan, 'id'> }
  | { readonly kind: 'twice'; readonly platform: string };

/**
 * Plans of several platforms as one. Combination ids then name the platform; a single platform keeps
 * the ids that it has. Two machines of one platform are told apart by what they are called.
 */
export function joinPlans(plans: readonly PlatformPlan[]): JoinedPlan {
  const ordered = plans.toSorted((a, b) => compareText(sortKey(a), sortKey(b)));
  const seen = new Map<string, number>();
  for (const { plan } of ordered) {
    for (const platform of platformsOf(plan)) seen.set(platform, (seen.get(platform) ?? 0) + 1);
  }
  const nameOf = ({ plan, runner }: PlatformPlan, platform: string): string =>
    (seen.get(platform) ?? 0) > 1 && platformsOf(plan).length === 1
      ? `${platform}@${runner}`
      : platform;
  const shared = ordered.find(
    ({ plan, runner }) =>
      runner === null && platformsOf(plan).some((one) => (seen.get(one) ?? 0) > 1),
  );
  if (shared) return { kind: 'twice', platform: platformsOf(shared.plan)[0] ?? '' };
  const named = ordered.map((one) =>
    ordered.length === 1 ? one.plan : onPlatform(one.plan, (platform) => nameOf(one, platform)),
  );
  const names = named.flatMap(platformsOf);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return { kind: 'twice', platform: twice };
  const notices = new Set(named.flatMap(({ notices: own }) => own));
  return {
    kind: 'joined',
    plan: {
      planned: named.flatMap(({ planned }) => planned),
      excluded: named.flatMap(({ excluded }) => excluded),
      missing: named.flatMap(({ missing }) => missing),
      notices: [...notices].map((notice) => {
        const of = named.filter((plan) => plan.notices.includes(notice));
        return of.length === named.length
          ? notice
          : `${of.flatMap(platformsOf).join(', ')}: ${notice}`;
      }),
    },
  };
}

/** The platforms of a plan, in its order. */
export function platformsOf({
  planned,
  excluded,
  missing,
}: Pick<MeasuredPlan, 'planned' | 'excluded' | 'missing'>): readonly string[] {
  return [...new Set([...planned, ...excluded, ...missing].map(({ platform }) => platform))];
}

/** A plan of one platform with ids that say which; one of several has such ids already. */
function onPlatform(plan: MeasuredPlan, nameOf: (platform: string) => string): MeasuredPlan {
  if (platformsOf(plan).length > 1) return plan;
  const named = <C extends Combination>(one: C): C => combinationOn(one, nameOf(one.platform));
  return {
    ...plan,
    planned: plan.planned.map(named),
    excluded: plan.excluded.map(named),
    missing: plan.missing.map(named),
  };
}

/** The combination as it is called where a run has several platforms. */
export function combinationOn<C extends Combination>(one: C, platform: string): C {
  return { ...one, id: combinationId(one.python, one.numpy, platform), platform };
}

function sortKey({ plan, runner }: PlatformPlan): string {
  return JSON.stringify([platformsOf(plan), runner]);
}
