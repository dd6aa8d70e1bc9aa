import type { World } from '../host/world.ts';
import type { ShownPlan } from '../model/combination.ts';
import type { PlanFile } from '../model/plan-file.ts';
import { buildsOf } from '../plan/builds-of.ts';
import { expectedWork } from '../plan/expected-work.ts';
import { fewestShards, shardsOf } from '../plan/shards.ts';
import type { Config } from '../settings/config.ts';
import { measuredPlan } from './documents/measured-plan.ts';
import { measuredSubject } from './documents/measured-subject.ts';
import { readPlans } from './documents/read-plans.ts';
import { readTimings } from './documents/read-timings.ts';
import { refuseFewShards } from './prepare/given-plan.ts';
import { prepare } from './prepare/prepare.ts';

/** A plan, the part that each of its planned combinations belongs to, and the plan as a file. */
export interface CutPlan {
  readonly plan: ShownPlan;
  /** Numbers from 1, in the order of the planned combinations; null when it was not cut. */
  readonly parts: readonly number[] | null;
  readonly file: PlanFile;
}

/**
 * What would run, what not, and why; builds only where the metadata is dynamic. Plans that were
 * made on other machines are put together instead, when they are given.
 *
 * @param version the tool's
 * @throws {UserError} exit 2 where plans do not fit together, or cannot be cut into so few parts
 */
export async function plan(config: Config, world: World, version: string): Promise<CutPlan> {
  const { shown, file } =
    config.axes.plans.length > 0
      ? await joinedPlan(config, world, version)
      : await ownPlan(config, world, version);
  // What other machines run is cut, asked for or not: no machine runs several platforms.
  const fewest = fewestShards(file.plan.planned);
  const count = config.axes.shards ?? (fewest > 1 || config.axes.plans.length > 0 ? fewest : null);
  const expected =
    config.axes.timings.length === 0
      ? undefined
      : await readTimings(config.axes.timings, file.plan.planned, world);
  const cut = {
    ...file.plan,
    // Wheels and packages are there already.
    ...(config.axes.buildOnce && file.subject.kind === 'project' && { buildOnce: true as const }),
    ...(expected && { expected }),
  };
  if (count === null) return { plan: shown, parts: null, file: { ...file, plan: cut } };
  refuseFewShards(file.plan.planned, count);
  return {
    plan: shown,
    parts: shardsOf(file.plan.planned, count, expectedWork(cut, file.subject.kind)),
    file: { ...file, plan: { ...cut, shards: count } },
  };
}

/** GitHub runs no more jobs of a matrix. */
const MOST_JOBS = 256;

/** What `build --plan` is to build, cut into one part for each Python of each platform: of a project alone. */
export function buildsOfPlan(file: PlanFile): {
  readonly file: PlanFile;
  readonly parts: readonly number[];
} {
  const planned = file.subject.kind === 'project' ? buildsOf(file.plan.planned) : [];
  const shards = Math.min(MOST_JOBS, Math.max(1, planned.length));
  return {
    file: { ...file, plan: { ...file.plan, planned, shards } },
    // A build each: what its combinations take does not count.
    parts: shardsOf(planned, shards, expectedWork({}, file.subject.kind)),
  };
}

async function ownPlan(config: Config, world: World, version: string) {
  const { subject, plan: made } = await prepare(config, world, version);
  const named = await measuredSubject(subject, world);
  const pins = subject.kind === 'packages' ? subject.pinned : new Map<string, readonly string[]>();
  const platform = made.planned[0]?.platform;
  const here = <T>(value: T | null | undefined): Readonly<Record<string, T>> =>
    value === null || value === undefined || platform === undefined ? {} : { [platform]: value };
  const file: PlanFile = {
    schema: 1,
    document: 'plan',
    tool: { name: 'numpy-abi-matrix', version },
    subject: named,
    plan: measuredPlan(made, named, version),
    runners: here(config.axes.runner === null ? null : labelOf(config.axes.runner)),
    pinned: here(pins.size === 0 ? null : Object.fromEntries(pins)),
  };
  return { shown: made, file };
}

/** A single label may come as `toJSON` writes it. */
function labelOf(runner: string): string {
  const quoted = /^"([^"\\]*)"$/.exec(runner.trim())?.[1];
  return quoted ?? runner.trim();
}

async function joinedPlan(config: Config, world: World, version: string) {
  const file = await readPlans(config.axes.plans, world, version);
  return { shown: file.plan, file };
}
