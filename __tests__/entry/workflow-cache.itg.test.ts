import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorkflowCache } from '../../src/entry/workflow-cache.ts';
import { filesBelow } from '../../src/host/folder-usage.ts';
import { removeTree } from '../../src/host/remove-tree.ts';
import type { World } from '../../src/host/world.ts';
import type { Config } from '../../src/settings/config.ts';
import { createStore } from '../../src/store/create-store.ts';
import { type RunningAzurite, startAzurite } from '../support/azurite.ts';
import { type RunningCacheService, startCacheService } from '../support/cache-service.ts';
import { findProgram, need } from '../support/need.ts';

let root = '';
let service: RunningCacheService;
let told: string[] = [];
const before = { ...process.env };

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-cache-')));
  service = await startCacheService();
  told = [];
});
afterEach(async () => {
  process.env = before;
  await service.close();
  await removeTree(root);
});

/** The client reads its settings from this process's environment, as in the action. */
function settings(version: 'v1' | 'v2'): void {
  const address =
    version === 'v1'
      ? { ACTIONS_CACHE_URL: service.url }
      : { ACTIONS_CACHE_SERVICE_V2: 'true', ACTIONS_RESULTS_URL: service.url };
  process.env = {
    ...before,
    ...address,
    ACTIONS_RUNTIME_TOKEN: 'run-token',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: root,
    RUNNER_TEMP: root,
    no_proxy: '127.0.0.1',
  };
}

async function run(): Promise<readonly string[]> {
  const base = realpathSync(mkdtempSync(join(root, 'runner-')));
  const store = await createStore(base, () => undefined);
  const progress = { info: (text: string) => told.push(text) };
  const world = {
    store,
    storeBase: base,
    cache: root,
    progress,
    now: Date.now,
  } as unknown as World;
  const config = {
    subject: { spec: { kind: 'project', path: '/work' } },
    axes: {},
    kept: { cache: 'auto', fresh: false, noCache: false, cacheDir: null },
  } as unknown as Config;
  const cache = await openWorkflowCache(config, process.env, () => import('@actions/cache'));
  await cache.restore(world);
  const found: string[] = [];
  for (const key of ['one', 'two']) {
    const bytes = await store?.get('measurements', key);
    if (bytes) found.push(Buffer.from(bytes).toString());
    else await store?.put('measurements', key, Buffer.from(key));
  }
  await cache.save(world);
  return found;
}

describe.each(['v1', 'v2'] as const)('the client of @actions/cache, %s', (version) => {
  it('hands on what a run used, once', async () => {
    settings(version);
    expect(await run()).toEqual([]);
    expect([...service.archives.values()].map(({ length }) => length > 100)).toEqual([true]);
    expect(await run()).toEqual(['one', 'two']);
    expect(service.archives.size).toBe(1);
    expect(service.tokens).toEqual(new Set(['run-token']));
    expect(await filesBelow(join(root, 'workflow-cache'))).toEqual([]);
  });

  it('goes on without an archive that is damaged', async () => {
    settings(version);
    await run();
    for (const [key, archive] of service.archives) {
      service.archives.set(key, archive.subarray(0, archive.length / 2));
    }
    const found = await run();
    expect(['one', 'two']).toEqual(expect.arrayContaining([...found]));
  });

  it('goes on where the service refuses', async () => {
    settings(version);
    service.fail(403);
    expect(await run()).toEqual([]);
    expect(service.archives.size).toBe(0);
  });
});

need('azurite-blob', 'npm install --global azurite')(
  'the client of @actions/cache, v2, with archives in a blob service that is not ours',
  () => {
    let azurite: RunningAzurite;
    beforeAll(async () => {
      azurite = await startAzurite(findProgram('azurite-blob') ?? 'azurite-blob');
    });
    afterAll(() => azurite.close());
    beforeEach(async () => {
      await service.close();
      service = await startCacheService(azurite);
      settings('v2');
    });

    it('hands on what a run used, once', async () => {
      expect(await run()).toEqual([]);
      expect(await run()).toEqual(['one', 'two']);
      const [key = '', ...more] = service.archives.keys();
      expect(more).toEqual([]);
      expect((await azurite.read(key)).length).toBeGreaterThan(100);
    });

    it.each<[string, (archive: Buffer) => Buffer]>([
      ['half of it', (archive) => archive.subarray(0, archive.length / 2)],
      ['nothing', () => Buffer.alloc(0)],
      ['something else', () => Buffer.from('<html>Sign in</html>')],
    ])('goes on where it is given %s', async (_, damage) => {
      await run();
      for (const key of service.archives.keys()) {
        await azurite.write(key, damage(await azurite.read(key)));
      }
      const found = await run();
      expect(['one', 'two']).toEqual(expect.arrayContaining([...found]));
    });

    it('goes on where the archive is gone', async () => {
      await run();
      for (const key of service.archives.keys()) await azurite.remove(key);
      expect(await run()).toEqual([]);
    });
  },
);
