import { readdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Limiter } from '../../host/limiter.ts';
import type { World } from '../../host/world.ts';
import type { Environment } from '../../model/environment.ts';
import { exchangeNumpy } from '../install/exchange-numpy.ts';
import type { InstallOptions, InstallResult } from '../install/install-subject.ts';
import type { Resolutions } from '../install/resolutions.ts';
import { type Compilation, compileSources } from './compile-sources.ts';
import { createEnvironmentFolders, type Wanted } from './environment-folders.ts';
import { importRoots, numpyRoot } from './import-roots.ts';
import { foldersOf, isExchanged } from './is-exchanged.ts';
import { numpyFiles } from './numpy-files.ts';
import { isLinked, makeOwn, moveAside, outermost } from './own-files.ts';
import { compareSnapshots, linkedFile, type Snapshot, takeSnapshot } from './snapshot.ts';
import { sourceOf, tidyBytecode } from './tidy-bytecode.ts';

/** An environment that one combination has to itself until it gives it back. */
export interface Held {
  readonly kind: 'held';
  readonly environment: Environment;
  /** Whether another combination had it before, with another NumPy. */
  readonly reused: boolean;
}

/**
 * Whether starting the environment's Python runs code of what is installed. uv may start it when it
 * installs, and then that code would see what uv sees: the passwords of indexes.
 */
function runsCodeAtStart(snapshot: Snapshot): boolean {
  const starts = /(?:^|\/)site-packages\/(?:[^/]+\.pth|(?:site|user)customize[^/]*)$/;
  return [...snapshot.keys()].some((path) => starts.test(path));
}

/** Whether bytecode is of one of the sources. */
function isOf(sources: ReadonlySet<string>, bytecode: string): boolean {
  const source = sourceOf(bytecode);
  return source !== null && sources.has(source);
}

/** What is in it besides NumPy, relative to it. */
function withoutNumpy({ snapshot, numpy }: Pick<Idle, 'snapshot' | 'numpy'>): readonly string[] {
  const folders = foldersOf(numpy);
  return [...snapshot.keys()].filter((path) => !numpy.has(path) && !folders.has(path));
}

/**
 * Makes environments, and hands one on to the next combination of the same Python and subject with
 * only NumPy exchanged, as long as nothing but bytecode was written to it.
 */
export interface Environments {
  /** Says that so many combinations of a family will come: an environment is worth keeping. */
  expect(family: string, combinations: number): void;
  /** @param family null: nothing can be handed on */
  acquire(family: string | null, wanted: Wanted): Promise<Held | Failed>;
  /**
   * Gives it back once all its probes have ended.
   *
   * @returns `doubt` when what was seen in a reused environment counts for nothing: it must be
   *   measured again in a new one
   */
  release(held: Held): Promise<'believed' | 'doubt'>;
  /** Waits until all of them are deleted. */
  close(): Promise<void>;
}

type Failed = Exclude<InstallResult, { readonly kind: 'installed' }>;

/** What is known of an environment that may be handed on. */
interface Kept {
  readonly family: string;
  /** Before its probes ran. */
  readonly snapshot: Snapshot;
  /** Bytecode that we compiled ourselves, relative to the environment. */
  readonly bytecode: readonly string[];
  /** Whether all is compiled that the first combination imported. */
  readonly compiled: boolean;
}

interface Idle extends Kept {
  readonly environment: Environment;
  readonly numpy: ReadonlySet<string>;
}

/**
 * A file that changes within one tick of the file system's clock after it was looked at would keep
 * its times; a tick takes at most 10 ms (CONFIG_HZ=100).
 */
const CLOCK_TICK_MS = 12;

/** @param limiter what work of ours counts against, besides the probes */
export function createEnvironments(
  world: World,
  limiter: Limiter,
  resolutions: Resolutions,
): Environments {
  const folders = createEnvironmentFolders(world);
  const coming = new Map<string, number>();
  const idle = new Map<string, Idle[]>();
  const known = new WeakMap<Environment, Kept>();

  const compile = async (what: Compilation): Promise<readonly string[]> => {
    const { files, stored } = await limiter.run(() => compileSources(what, folders.folder, world));
    folders.later(stored);
    return files;
  };

  const exchanged = async (one: Idle, wanted: Wanted): Promise<Environment | undefined> => {
    const { root } = one.environment;
    const others = withoutNumpy(one);
    const old = folders.beside(root);
    await moveAside(root, outermost(one.numpy, others), old);
    folders.discard(old);
    const options: InstallOptions = { ...wanted, root, files: 'hard-links' };
    const environment = await exchangeNumpy(options, one.environment, resolutions);
    const own = environment && (await numpyFiles(environment));
    if (!environment || !own) return undefined;
    if ((await isLinked(environment)) && !(await makeOwn(root, outermost(own, others), world))) {
      return undefined;
    }
    const roots = await numpyRoot(environment);
    const kept = environment.distributions.filter(({ name }) => name === 'numpy');
    const written = await compile({ environment, roots, sources: [], kept });
    const numpy = new Set([...own, ...written.filter((path) => isOf(own, path))]);
    const bytecode = [...one.bytecode, ...written.filter((path) => !numpy.has(path))];
    const snapshot = await takeSnapshot(root);
    if (linkedFile(snapshot) !== undefined) return undefined;
    if (!isExchanged({ ...one, bytecode }, { environment, snapshot, numpy })) return undefined;
    const { family, compiled } = one;
    known.set(environment, {
      ...{ family, snapshot, compiled },
      bytecode: [...one.bytecode, ...written],
    });
    return environment;
  };

  const fresh = async (
    family: string | null,
    wanted: Wanted,
    how: InstallOptions['files'] = 'hard-links',
  ): Promise<Held | Failed> => {
    const result = await folders.install(wanted, family === null ? 'copies' : how);
    if (result.kind !== 'installed') return result;
    const { environment } = result;
    if (family === null) return { kind: 'held', environment, reused: false };
    const { root } = environment;
    if ((await isLinked(environment)) && !(await makeOwn(root, await readdir(root), world))) {
      await folders.remove(root);
      return fresh(family, wanted, 'copies');
    }
    const roots = await importRoots(environment);
    const kept = environment.distributions;
    const bytecode = await compile({ environment, roots, sources: [], kept });
    const snapshot = await takeSnapshot(root);
    if (linkedFile(snapshot) !== undefined) {
      await folders.remove(root);
      return fresh(family, wanted, 'copies');
    }
    if ((coming.get(family) ?? 0) > 0) {
      if (!runsCodeAtStart(snapshot)) {
        known.set(environment, { family, snapshot, bytecode, compiled: false });
      }
      await setTimeout(CLOCK_TICK_MS);
    }
    return { kind: 'held', environment, reused: false };
  };

  /** Undefined where something else than bytecode was written. */
  const tidied = async (environment: Environment, before: Kept): Promise<Idle | undefined> => {
    const { root } = environment;
    const difference = compareSnapshots(before.snapshot, await takeSnapshot(root));
    const left = await tidyBytecode(root, before.snapshot, difference);
    if (left.kind === 'doubt') {
      world.progress.detail(`An environment is not handed on: a probe changed ${left.path}`);
      return undefined;
    }
    const own = await numpyFiles(environment);
    if (own === null) return undefined;
    // Our bytecode of NumPy goes with it.
    const ofNumpy = before.bytecode.filter((path) => isOf(own, path));
    const numpy = new Set([...own, ...ofNumpy]);
    const bytecode = before.bytecode.filter((path) => !numpy.has(path));
    if (before.compiled || (coming.get(before.family) ?? 0) === 0) {
      return { ...before, environment, numpy, bytecode };
    }
    const sources = left.sources.filter((path) => !own.has(path));
    const kept = environment.distributions.filter(({ name }) => name !== 'numpy');
    const more = await compile({ environment, roots: [], sources, kept });
    return { ...before, environment, numpy, bytecode: [...bytecode, ...more], compiled: true };
  };

  return {
    expect(family, combinations) {
      coming.set(family, (coming.get(family) ?? 0) + combinations);
    },

    async acquire(family, wanted) {
      if (family === null) return fresh(null, wanted);
      coming.set(family, Math.max(0, (coming.get(family) ?? 0) - 1));
      const one = idle.get(family)?.pop();
      if (one === undefined) return fresh(family, wanted);
      const environment = await exchanged(one, wanted).catch(() => undefined);
      if (environment !== undefined) {
        await setTimeout(CLOCK_TICK_MS);
        return { kind: 'held', environment, reused: true };
      }
      folders.discard(one.environment.root);
      return fresh(family, wanted);
    },

    async release({ environment, reused }) {
      const before = known.get(environment);
      const isLast = before === undefined || (coming.get(before.family) ?? 0) === 0;
      if (before === undefined || (isLast && !reused)) {
        folders.discard(environment.root);
        return 'believed';
      }
      const next = await tidied(environment, before).catch(() => undefined);
      if (next === undefined || isLast) folders.discard(environment.root);
      else idle.set(before.family, [...(idle.get(before.family) ?? []), next]);
      return next === undefined && reused ? 'doubt' : 'believed';
    },

    async close() {
      for (const { environment } of [...idle.values()].flat()) folders.discard(environment.root);
      idle.clear();
      await folders.close();
    },
  };
}
