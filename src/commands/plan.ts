import type { World } from '../host/world.ts';
import { shardsOf } from '../plan/shards.ts';
import type { Config } from '../settings/config.ts';
import { type Planned, prepare } from './prepare.ts';

/** A plan, and the part that each of its planned combinations belongs to. */
export interface CutPlan extends Planned {
  /** Numbers from 1, in the order of the planned combinations; null when it was not cut. */
  readonly parts: readonly number[] | null;
}

/** What would run, what not, and why; builds only where the metadata is dynamic. */
export async function plan(config: Config, world: World): Promise<CutPlan> {
  const { subject, plan: made } = await prepare(config, world);
  const parts = config.axes.shards === null ? null : shardsOf(made.planned, config.axes.shards);
  return { subject, plan: made, parts };
}
