import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { plural } from '../escape/plural.ts';
import type { Env } from '../host/child-environment.ts';
import { THIS_MACHINE } from '../host/this-platform.ts';
import type { World } from '../host/world.ts';
import type { Config } from '../settings/config.ts';
import { packEntries, takeEntries } from '../store/bundle-entries.ts';
import { pruneStore, type StoreLimits } from '../store/prune-store.ts';
import { type CacheAccess, cacheAccess, type WorkflowEvent } from './cache-access.ts';

/** What of `@actions/cache` is used. */
export interface CacheService {
  restoreCache(
    paths: string[],
    primaryKey: string,
    restoreKeys?: string[],
    options?: { readonly segmentTimeoutInMs?: number },
  ): Promise<string | undefined>;
  saveCache(paths: string[], key: string): Promise<number>;
}

/** The workflow's cache for one run. */
export interface WorkflowCache {
  readonly access: CacheAccess;
  /** Takes over what earlier runs left for this one. */
  restore(world: World): Promise<void>;
  /** Leaves for the next run what is in the store, where this one added anything. */
  save(world: World): Promise<void>;
}

/** Longer than that, and measuring anew is no slower. */
const LONGEST_MS = 120_000;
/** What is carried: a repository has 10 GB for all its workflows. */
const LIMITS: StoreLimits = { bytes: 512 * 1024 ** 2, unusedMs: 7 * 24 * 60 * 60 * 1000 };

/**
 * The cache of a run of the action. Whatever goes wrong with the service is told in a line and costs
 * time alone.
 *
 * @param load loads the service's client, which is large: only when it is needed
 */
export async function openWorkflowCache(
  config: Config,
  env: Env,
  load: () => Promise<CacheService>,
): Promise<WorkflowCache> {
  const allowed = cacheAccess(config.kept.cache, env, await eventOf(env));
  const access = hasService(env) ? allowed : 'off';
  const prefix = keyPrefix(config, env);
  let restored: string | undefined;

  const attempt = async <T>(
    world: World,
    what: string,
    action: () => Promise<T>,
  ): Promise<T | undefined> => {
    const late = new AbortController();
    try {
      return await Promise.race([
        action(),
        setTimeout(LONGEST_MS, undefined, { signal: late.signal }).then(() => {
          throw new Error(`no answer within ${LONGEST_MS / 1000} s`);
        }),
      ]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      world.progress.info(
        `The workflow's cache could not be ${what}, which costs only time: ${why}`,
      );
      return undefined;
    } finally {
      late.abort();
    }
  };

  return {
    access,

    async restore(world) {
      if (access === 'off' || world.store === null || config.kept.fresh) return;
      const folder = carriedFolder(world);
      await attempt(world, 'read', async () => {
        await rm(folder, { recursive: true, force: true });
        const { restoreCache } = await load();
        // The paths become part of what is looked for; a copy, since the client changes its list.
        restored = await restoreCache([folder], `${prefix}-none`, [`${prefix}-`], {
          segmentTimeoutInMs: LONGEST_MS,
        });
        if (restored === undefined) return;
        const taken = await takeEntries(world.storeBase, folder);
        world.progress.info(
          `${plural(taken, 'entry', 'entries')} taken over from the workflow's cache`,
        );
      });
      await rm(folder, { recursive: true, force: true });
    },

    async save(world) {
      if (access !== 'write' || !world.store?.hasNew()) return;
      const folder = carriedFolder(world);
      await attempt(world, 'written', async () => {
        await pruneStore(world.storeBase, world.now(), LIMITS);
        const packed = await packEntries(world.storeBase, folder);
        const key = `${prefix}-${hashOf(packed)}`;
        if (key === restored) return;
        const { saveCache } = await load();
        const id = await saveCache([folder], key);
        if (id >= 0)
          world.progress.info(
            `${plural(packed.length, 'entry', 'entries')} left in the workflow's cache`,
          );
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same in every run: the service tells entries apart by their paths, too. */
function carriedFolder({ cache }: World): string {
  return join(cache, 'workflow-cache');
}

/** What the runs have in common that can use each other's results: at most 512 characters, no comma. */
function keyPrefix({ subject, axes }: Config, env: Env): string {
  const job = [
    env['GITHUB_WORKFLOW_REF']?.split('@')[0],
    env['GITHUB_WORKFLOW'],
    env['GITHUB_JOB'],
  ];
  const own = hashOf([job, subject.spec, axes]);
  return ['numpy-abi-matrix-1', THIS_MACHINE, own].join('-');
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 20);
}

/** A server of version 1 may ask for no token: that of `act` does not. */
function hasService(env: Env): boolean {
  if (!env['ACTIONS_CACHE_SERVICE_V2'] && env['ACTIONS_CACHE_URL']) return true;
  return Boolean(env['ACTIONS_RESULTS_URL']) && Boolean(env['ACTIONS_RUNTIME_TOKEN']);
}

async function eventOf(env: Env): Promise<WorkflowEvent | undefined> {
  try {
    return JSON.parse(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as WorkflowEvent;
  } catch {
    return undefined;
  }
}
