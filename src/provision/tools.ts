import { join } from 'node:path';
import { secretsOf } from '../escape/redact.ts';
import { together } from '../host/together.ts';
import type { World } from '../host/world.ts';
import type { IndexOptions } from '../model/config.ts';
import type { NumpySpec } from '../model/numpy-spec.ts';
import type { Uv } from '../model/ports.ts';
import type { PythonSpec } from '../model/python-spec.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { defaultHttpOptions } from './index/default-http-options.ts';
import { createIndexClient, type IndexClient } from './index/index-client.ts';
import { type IndexSettings, readIndexSettings } from './index/index-settings.ts';
import { pipConfig } from './index/pip-config.ts';
import { readPipSettings } from './index/pip-settings.ts';
import { anyPython } from './interpreters/available.ts';
import type { InspectOptions } from './interpreters/inspect.ts';
import { refuseNoPython } from './interpreters/refuse-no-python.ts';
import { findUv } from './uv/find-uv.ts';
import { pythonTools } from './uv/python-tools.ts';

/** The programs and services that every stage needs. */
export interface Tools {
  readonly uv: Uv;
  readonly inspect: InspectOptions;
  readonly index: IndexClient;
  /** Where nightly wheels are; null where no combination may use them. */
  readonly nightly: IndexClient | null;
  readonly settings: IndexSettings;
  /** Where uv finds the project's index settings. */
  readonly folder: string;
}

/** What is asked of the tools. */
export interface Needs {
  readonly index: IndexOptions;
  readonly axes: {
    readonly pythons: readonly PythonSpec[];
    readonly numpys: readonly NumpySpec[];
  };
  readonly kept: { readonly noCache: boolean };
}

/**
 * @param folder where index settings are looked for: the project's, else the working directory
 * @throws {UserError} exit 3 when uv or the index settings cannot be had
 */
export async function prepareTools(needs: Needs, folder: string, world: World): Promise<Tools> {
  const { processes, env, cache, progress } = world;
  progress.update({
    doing: ['looking for Python, uv and the package index'],
    done: 0,
    total: 0,
    failed: 0,
  });
  const explicit = needs.axes.pythons.flatMap((spec) => (spec.kind === 'path' ? [spec.path] : []));
  await refuseNoPython(explicit, world);
  const python = await anyPython(env, explicit);
  const pythons = python === undefined ? explicit : [...explicit, python];
  // pip takes its time to say what it is told: meanwhile uv is looked for.
  const [uv, configList] = await together([
    findUv({ processes, env, cache, folder: world.folder, progress, pythons }),
    python === undefined ? null : pipConfig(python, world),
  ]);
  if (python === undefined) {
    throw new UserError('There is no Python on this machine to start with', {
      exitCode: EXIT.setUp,
      remedy: 'Install Python 3.8 or newer (in a workflow: actions/setup-python)',
    });
  }
  const tools = await pythonTools(uv, cache, python);
  const pip = readPipSettings(configList, env);
  const settings = await readIndexSettings(uv, folder, world.folder, needs.index, env, pip, python);
  world.mask(settings.secrets);
  for (const notice of settings.notices) progress.notice(notice);
  const http = await defaultHttpOptions(
    { ...env, ...settings.uvEnvironment },
    settings.insecureHosts,
    processes.signal,
    (text) => progress.detail(text),
  );
  const cacheFolder = needs.kept.noCache ? null : join(cache, 'index');
  const common = { cwd: folder, http, cacheFolder, now: world.now };
  const index = createIndexClient({ ...common, settings });
  const { nightlyIndex } = needs.index;
  const wantsNightly = needs.axes.numpys.some(({ kind }) => kind === 'nightly');
  const nightlySecrets = nightlyIndex === null ? [] : secretsOf([nightlyIndex]);
  world.mask(nightlySecrets);
  const nightly =
    wantsNightly && nightlyIndex !== null
      ? createIndexClient({
          ...common,
          settings: {
            indexes: [nightlyIndex],
            findLinks: [],
            strategy: 'first-index',
            secrets: nightlySecrets,
          },
        })
      : null;
  return {
    uv: withSettings(uv, settings),
    inspect: { processes, env, cache, folder: world.folder, tools },
    index,
    nightly,
    settings,
    folder,
  };
}

/** uv, told what pip's settings say in each call. */
function withSettings(uv: Uv, settings: IndexSettings): Uv {
  return {
    ...uv,
    run: (args, options) =>
      uv.run(args, { ...options, env: { ...settings.uvEnvironment, ...options.env } }),
  };
}

/**
 * Index flags for the installation of a nightly NumPy. The other packages still come from wherever
 * their best release is: nightly indexes hold pre-releases of many of them.
 */
export function nightlyArguments({ nightlyIndex }: IndexOptions): readonly string[] {
  return nightlyIndex === null
    ? []
    : ['--index', nightlyIndex, '--index-strategy', 'unsafe-best-match'];
}
