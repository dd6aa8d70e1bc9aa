import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { removeTree } from '../../host/remove-tree.ts';
import type { World } from '../../host/world.ts';
import { compileRequirements } from '../install/compile-requirements.ts';
import { interpreterIdentity } from '../reuse/interpreter-identity.ts';
import { ownCode } from '../reuse/own-code.ts';
import { type ResolvedSet, readResolvedSet } from '../reuse/resolved-set.ts';
import { systemIdentity } from '../reuse/system-identity.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildResult } from './build-result.ts';
import { buildSurroundings, headersOf } from './build-surroundings.ts';
import { mentionsIn } from './mentions.ts';
import { gitRunner, privateCopy } from './private-copy.ts';
import { readBuildSystem } from './read-build-system.ts';
import { sourceHash } from './source-hash.ts';
import { packWheel, unpackWheel } from './stored-wheel.ts';

export type Built = Extract<BuildResult, { readonly kind: 'built' }>;

/** Wheels that earlier runs built, as long as nothing has changed that decides what is built. */
export interface KeptWheels {
  /** The wheel, put into the build's folder; undefined where it must be built. */
  find(options: BuildOptions): Promise<{ readonly built: Built; readonly at: string } | undefined>;
  /** Keeps a wheel as the build left it, before any probe has seen it. */
  keep(options: BuildOptions, built: Built): Promise<void>;
}

/** What decides besides Python and the requirements. */
interface Looked {
  /** The hash of the sources, and the project's place among them. */
  readonly source: string;
  readonly around: string;
}

/** What is required in all, and the key of a wheel that is built with it. */
interface Keyed {
  readonly set: ResolvedSet;
  readonly key: string;
}

/** Older than this, and it is built again: builds may download what nobody pinned. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;
const RESOLVE_SECONDS = 120;

/** @param fresh nothing is taken over, only kept */
export function createKeptWheels(project: string, world: World, fresh: boolean): KeptWheels | null {
  const { store, env, processes } = world;
  if (store === null) return null;
  let looked: Promise<Looked | undefined> | undefined;

  /** At the project as a build would find it; its place in the copy counts, too. */
  const look = async (): Promise<Looked | undefined> => {
    const folder = join(world.folder, `source-${randomUUID()}`);
    try {
      const copy = await privateCopy(project, folder, { processes, env, own: world.folder });
      const hash = await sourceHash(copy.root, gitRunner({ processes, env }));
      if (hash === undefined) return undefined;
      const mentions = await mentionsIn(copy.root);
      const around = await buildSurroundings(project, env, processes, mentions);
      const source = `${hash} ${relative(copy.root, copy.project)}`;
      return around === undefined ? undefined : { source, around };
    } finally {
      await removeTree(folder);
    }
  };
  /** All that decides, but for what the build requires. */
  const inputsOf = async (options: BuildOptions): Promise<readonly unknown[] | undefined> => {
    looked ??= look();
    const found = await looked;
    const python = interpreterIdentity(options.interpreter);
    if (found === undefined || python === undefined) return undefined;
    return [
      ...['wheel', 2, ownCode(), options.uv.version, systemIdentity(env).text, python.text],
      ...[found, headersOf(options.interpreter), options.buildNumpy, basename(options.tools)],
    ];
  };
  const keyOf = async (
    options: BuildOptions,
  ): Promise<
    { readonly ask: string; all(more: readonly string[]): Promise<Keyed | undefined> } | undefined
  > => {
    const inputs = await inputsOf(options);
    if (inputs === undefined) return undefined;
    const { requires } = await readBuildSystem(project);
    const first = await resolve(requires, options, world.folder);
    if (first === undefined) return undefined;
    return {
      ask: JSON.stringify([...inputs, first.text]),
      all: async (more) => {
        const set =
          more.length === 0 ? first : await resolve([...requires, ...more], options, world.folder);
        return set && { set, key: JSON.stringify([...inputs, first.text, more, set.text]) };
      },
    };
  };

  return {
    async find(options) {
      if (fresh) return undefined;
      const keys = await keyOf(options);
      const asked = keys && (await store.get('requirements', keys.ask));
      const more = asked && linesOf(asked);
      const all = more && (await keys.all(more));
      const bytes = all && (await store.get('wheels', all.key));
      const stored = bytes && unpackWheel(bytes);
      if (stored === undefined) return undefined;
      const age = world.now() - Date.parse(stored.at);
      if (!(age >= 0 && age <= LONGEST_MS)) return undefined;
      const folder = join(options.folder, 'wheel');
      const wheel = join(folder, stored.file);
      await mkdir(folder, { recursive: true });
      await writeFile(wheel, stored.bytes);
      const { buildNumpy, buildPython, abi, text, at } = stored;
      return {
        at,
        built: { kind: 'built', wheel, buildNumpy, buildPython, abi, text, seconds: 0 },
      };
    },

    async keep(options, built) {
      const keys = await keyOf(options);
      // What was built is what was looked at: somebody may be editing it meanwhile.
      if (keys === undefined || built.source === undefined || built.required === undefined) return;
      if ((await looked)?.source !== built.source) return;
      const all = await keys.all(built.required);
      if (all === undefined || !isWhatWasResolved(built, all.set)) return;
      const at = new Date(world.now()).toISOString();
      await store.put('wheels', all.key, await packWheel(built, at));
      await store.put('requirements', keys.ask, Buffer.from(JSON.stringify(built.required)));
    },
  };
}

/** Between the build and this question an index may have got a newer release. */
function isWhatWasResolved({ builtWith = {} }: Built, { versions }: ResolvedSet): boolean {
  const names = Object.keys(builtWith);
  return (
    names.length === versions.size &&
    names.every((name) => versions.get(name) === null || versions.get(name) === builtWith[name])
  );
}

function linesOf(bytes: Uint8Array): readonly string[] | undefined {
  const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

/** What an installation of the build's requirements would choose now. */
async function resolve(
  lines: readonly string[],
  { uv, interpreter, buildNumpy, indexArgs, project }: BuildOptions,
  folder: string,
): Promise<ResolvedSet | undefined> {
  if (lines.length === 0) return { text: '', versions: new Map() };
  const constraints = join(folder, `build-requires-${randomUUID()}.constraints`);
  await writeFile(constraints, buildNumpy === null ? '' : `numpy==${buildNumpy}\n`);
  const text = await compileRequirements({
    uv,
    lines,
    indexArgs,
    folder,
    python: interpreter,
    constraints: [constraints],
    cwd: project,
    timeoutSeconds: RESOLVE_SECONDS,
  });
  await removeTree(constraints);
  if (text === undefined) return undefined;
  return readResolvedSet(text, new Map());
}
