import type { World } from '../host/world.ts';
import type { Config } from '../model/config.ts';
import { type Planned, prepare } from './prepare.ts';

/** What would run, what not, and why; builds only where the metadata is dynamic. */
export async function plan(config: Config, world: World): Promise<Planned> {
  return prepare(config, world);
}
