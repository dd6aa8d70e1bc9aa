import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CacheService, openWorkflowCache } from '../../src/entry/workflow-cache.ts';
import { filesBelow } from '../../src/host/folder-usage.ts';
import { removeTree } from '../../src/host/remove-tree.ts';
import type { World } from '../../src/host/world.ts';
import type { Config } from '../../src/settings/config.ts';
import { createStore } from '../../src/store/create-store.ts';

const PUSH = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/heads/main',
  ACTIONS_CACHE_SERVICE_V2: 'true',
  ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/',
  ACTIONS_RUNTIME_TOKEN: 'secret',
};

let root = '';
let told: string[] = [];
let saved = new Map<string, string>();
let asked: (readonly string[])[] = [];

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-cache-')));
  told = [];
  saved = new Map();
  asked = [];
});
afterEach(() => removeTree(root));

/** Keeps folders by key, as the service does with archives. */
const service: CacheService = {
  restoreCache: async ([path = ''], key, keys = []) => {
    asked.push([key, ...keys]);
    const found = [...saved.keys()].findLast((one) => keys.some((start) => one.startsWith(start)));
    if (found !== undefined)
      cpSync(saved.get(found) ?? '', path, {
        recursive: true,
        preserveTimestamps: true,
        verbatimSymlinks: true,
      });
    return found;
  },
  saveCache: async ([path = ''], key) => {
    const copy = join(root, `saved-${saved.size}`);
    cpSync(path, copy, { recursive: true, preserveTimestamps: true });
    saved.set(key, copy);
    return 1;
  },
};

/** A runner of its own: nothing is shared but the service. */
async function runner(): Promise<World> {
  const base = realpathSync(mkdtempSync(join(root, 'runner-')));
  const store = await createStore(base, () => undefined);
  const progress = { info: (text: string) => told.push(text) };
  return { store, storeBase: base, cache: base, progress, now: Date.now } as unknown as World;
}

const config = (cache: Config['kept']['cache'] = 'auto', fresh = false, numpy = '2.0'): Config =>
  ({
    subject: { spec: { kind: 'project', path: '/work' } },
    axes: { numpys: [numpy] },
    kept: { cache, fresh, noCache: false, cacheDir: null },
  }) as unknown as Config;

const open = (env: Readonly<Record<string, string>> = PUSH, own = config(), using = service) =>
  openWorkflowCache(own, env, async () => using);

/** A run that needs two things: it takes what is there, and makes what is not. */
async function run(env?: Readonly<Record<string, string>>, own?: Config, using?: CacheService) {
  const world = await runner();
  const cache = await open(env, own, using);
  await cache.restore(world);
  const found: string[] = [];
  for (const key of ['one', 'two']) {
    const bytes = await world.store?.get('measurements', key);
    if (bytes) found.push(Buffer.from(bytes).toString());
    else await world.store?.put('measurements', key, Buffer.from(key));
  }
  await cache.save(world);
  return { found, left: await filesBelow(join(world.cache, 'workflow-cache')) };
}

describe('the workflow’s cache', () => {
  it('hands on from run to run, is saved once, and leaves no copy behind', async () => {
    expect(await run()).toEqual({ found: [], left: [] });
    expect(await run()).toEqual({ found: ['one', 'two'], left: [] });
    expect(saved.size).toBe(1);
    expect(told).toEqual([
      "2 entries left in the workflow's cache",
      "2 entries taken over from the workflow's cache",
    ]);
    for (const keys of asked) {
      for (const key of keys) expect(key).toMatch(/^[^,]{1,512}$/);
    }
  });

  it('hands on what was taken over and not needed, until it is old', async () => {
    const world = await runner();
    await world.store?.put('bytecode', 'kept', Buffer.from('x'));
    await world.store?.put('bytecode', 'old', Buffer.from('y'));
    const [file] = (await filesBelow(world.storeBase)).filter(({ path }) =>
      path.endsWith(createHash('sha256').update('old').digest('hex')),
    );
    const long = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
    utimesSync(file?.path ?? '', long, long);
    await (await open()).save(world);
    await run();
    const next = await runner();
    await (await open()).restore(next);
    expect(await next.store?.get('bytecode', 'kept')).toEqual(Buffer.from('x'));
    expect(await next.store?.get('bytecode', 'old')).toBeUndefined();
    expect(await next.store?.get('measurements', 'one')).toEqual(Buffer.from('one'));
  });

  it('keeps jobs apart that test something else', async () => {
    await run();
    expect((await run(PUSH, config('auto', false, '1.26'))).found).toEqual([]);
    expect((await run({ ...PUSH, GITHUB_JOB: 'other' })).found).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, Config, readonly string[]]>([
    [
      'a stranger’s pull request reads',
      { ...PUSH, GITHUB_EVENT_NAME: 'pull_request' },
      config(),
      ['one', 'two'],
    ],
    ['a release does neither', { ...PUSH, GITHUB_EVENT_NAME: 'release' }, config(), []],
    ['cache: false does neither', PUSH, config('false'), []],
    ['fresh reads nothing', PUSH, config('auto', true), []],
    ['without a service there is nothing', { GITHUB_EVENT_NAME: 'push' }, config(), []],
  ])('%s', async (_, env, own, found) => {
    await run();
    expect((await run(env, own)).found).toEqual(found);
    expect(saved.size).toBe(1);
  });

  it('does not write for a stranger', async () => {
    await run({ ...PUSH, GITHUB_EVENT_NAME: 'pull_request' });
    expect(saved.size).toBe(0);
  });

  it('takes over no entry that is damaged, out of its place, or a link', async () => {
    await run();
    const folder = [...saved.values()][0] ?? '';
    const [first, second] = await filesBelow(folder);
    writeFileSync(first?.path ?? '', 'short');
    const stray = join(folder, 'measurements', 'aa', 'aa'.repeat(32));
    mkdirSync(dirname(stray), { recursive: true });
    cpSync(second?.path ?? '', stray);
    cpSync(second?.path ?? '', join(folder, 'uv'));
    symlinkSync('/etc/passwd', join(folder, 'measurements', 'aa', 'bb'.repeat(32)));
    const world = await runner();
    await (await open()).restore(world);
    expect(await filesBelow(world.storeBase)).toHaveLength(1);
    expect(told.at(-1)).toBe("1 entry taken over from the workflow's cache");
  });

  it('goes on where the service fails, and says so', async () => {
    const failing: CacheService = {
      restoreCache: () => Promise.reject(new Error('503')),
      saveCache: () => Promise.reject(new Error('no space')),
    };
    expect((await run(PUSH, config(), failing)).found).toEqual([]);
    expect(told).toEqual([
      "The workflow's cache could not be read, which costs only time: 503",
      "The workflow's cache could not be written, which costs only time: no space",
    ]);
  });

  it('says nothing of success where the service swallowed an error', async () => {
    const failing: CacheService = { ...service, saveCache: async () => -1 };
    await run(PUSH, config(), failing);
    expect(told).toEqual([]);
  });
});
