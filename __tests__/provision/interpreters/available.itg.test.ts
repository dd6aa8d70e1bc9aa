import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { availableInterpreters } from '../../../src/provision/interpreters/available.ts';
import { type Provisioned, provision } from '../../support/provisioned.ts';

let world: Provisioned;
beforeAll(async () => {
  world = await provision();
});
afterAll(async () => {
  await world.processes.close();
  await world.workspace.dispose();
});

function search(env: Record<string, string>, explicit: readonly string[] = []) {
  const { processes, workspace, tools, uv } = world;
  const { cache, folder } = workspace;
  return availableInterpreters({ processes, cache, folder, tools, uv, env, explicit });
}

describe('availableInterpreters()', () => {
  it('reads a tool cache, complete folders only, and says why one is no use', async () => {
    const real = world.interpreters[0]?.executable ?? '';
    const root = join(world.workspace.folder, 'tools');
    const place = async (version: string, isComplete: boolean) => {
      const python = join(root, 'Python', version, 'x64', 'bin', 'python3');
      await mkdir(dirname(python), { recursive: true });
      if (isComplete) await writeFile(join(root, 'Python', version, 'x64.complete'), '');
      return python;
    };
    await symlink(real, await place('3.99.0', true));
    await symlink(real, await place('3.98.0', false));
    const broken = await place('3.97.0', true);
    await writeFile(broken, '#!/bin/sh\necho dead >&2; exit 1\n');
    await chmod(broken, 0o755);
    const env = { RUNNER_TOOL_CACHE: root, HOME: root, PATH: '/nowhere' };
    const found = await search(env);
    const cached = found.interpreters.filter((one) => one.source === 'tool-cache');
    expect(cached.map((one) => one.executable)).toEqual([
      join(root, 'Python', '3.99.0', 'x64', 'bin', 'python3'),
    ]);
    expect(cached[0]?.tags[0]).toMatch(/^cp3\d+-cp3\d+t?-/);
    expect(found.rejected).toEqual([{ executable: broken, reason: 'does not run (dead)' }]);
  });

  it('an explicit path that is no Python is a usage error', async () => {
    await expect(search({ PATH: '/nowhere' }, ['/bin/ls'])).rejects.toMatchObject({ exitCode: 2 });
    await expect(search({ PATH: '/nowhere' }, ['/none'])).rejects.toMatchObject({ exitCode: 2 });
  });
});
