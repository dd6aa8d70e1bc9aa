import type { World } from '../../host/world.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import type { IndexProject } from '../../packaging/index-project.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import { prepareTools } from '../../provision/tools.ts';
import type { Config } from '../../settings/config.ts';

/** Without uv, Python or network there is no index, and wheels are audited all the same. */
export async function indexOf(
  config: Config,
  world: World,
  needed: boolean,
): Promise<IndexClient | null> {
  try {
    // What pip is told matters to nobody whose wheels are all here: NumPy's releases are asked for.
    const progress = needed ? world.progress : { ...world.progress, notice: () => undefined };
    return (await prepareTools(config, world.cwd, { ...world, progress })).index;
  } catch (error) {
    if (!needed && error instanceof UserError && error.exitCode === EXIT.setUp) return null;
    throw error;
  }
}

export const NO_NUMPY =
  'The package index could not be asked which NumPys can be installed: only caps are judged';

/** @returns null where it has no NumPy, or cannot be asked and is not needed */
export async function numpyPage(index: IndexClient, needed: boolean): Promise<IndexProject | null> {
  try {
    const page = await index.fetchProject('numpy');
    return page.files.length > 0 ? page : null;
  } catch (error) {
    if (!needed && error instanceof UserError && error.exitCode === EXIT.setUp) return null;
    throw error;
  }
}
