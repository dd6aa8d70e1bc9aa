import { dirname } from 'node:path';
import { buildEnvironment } from '../../host/child-environment.ts';
import { removeOrLeave } from '../../host/remove-tree.ts';
import { THIS_PLATFORM } from '../../host/this-platform.ts';
import type { World } from '../../host/world.ts';

const REMOVE_SECONDS = 300;

/**
 * Deletes a folder with thousands of files: `rm` needs a fifth of the processor time that we do. What
 * it leaves is deleted by us, and all where there is no `rm`.
 */
export async function removeLarge(
  folder: string,
  { processes, env }: Pick<World, 'processes' | 'env'>,
): Promise<void> {
  if (THIS_PLATFORM.system !== 'windows') {
    const place = { cwd: dirname(folder), env: buildEnvironment(env) };
    await processes.run('rm', ['-rf', '--', folder], { ...place, timeoutSeconds: REMOVE_SECONDS });
  }
  await removeOrLeave(folder);
}
