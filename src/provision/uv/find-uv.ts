import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import { toolEnvironment } from '../../host/child-environment.ts';
import { onPath } from '../../host/on-path.ts';
import { removeTree } from '../../host/remove-tree.ts';
import { THIS_MACHINE, THIS_PLATFORM } from '../../host/this-platform.ts';
import type { Processes, Uv } from '../../model/ports.ts';
import { EXIT, interrupted, UserError } from '../../model/user-error.ts';
import { type FindUvOptions, installUv } from './install-uv.ts';
import { UV_MINIMUM, UV_VERSION } from './uv-release.ts';

/**
 * Finds uv on PATH, else in our cache, else installs the pinned release there with the machine's
 * pip, hashes required.
 *
 * @throws {UserError} exit 3 when there is none and it cannot be installed
 */
export async function findUv(options: FindUvOptions): Promise<Uv> {
  for (const candidate of await onPath('uv', options.env)) {
    const version = await uvVersion(candidate, options);
    if (version !== undefined && semver.gte(version, UV_MINIMUM)) {
      return bindUv(candidate, version, options);
    }
    options.progress.detail(`uv at ${candidate} is not used: ${version ?? 'does not start'}`);
  }
  const folder = join(options.cache, `uv-${UV_VERSION}-${THIS_MACHINE}`);
  const own = join(folder, 'bin', `uv${THIS_PLATFORM.programSuffix}`);
  const install = async (): Promise<void> => {
    options.progress.info(`Installing uv ${UV_VERSION} into ${folder}`);
    await installUv(folder, options);
  };
  if (await isThere(own)) {
    if (await isOurs(own, options)) return bindUv(own, UV_VERSION, options, install);
    // Aside in one step: another run may be about to start it.
    const aside = `${folder}-old-${process.pid}`;
    await rename(folder, aside).catch(() => undefined);
    await removeTree(aside);
  }
  await install();
  const version = await uvVersion(own, options);
  if (version === undefined) {
    throw new UserError(`uv ${UV_VERSION} was installed but does not start on this machine`, {
      exitCode: EXIT.setUp,
      remedy: 'Install uv yourself and put it on PATH',
    });
  }
  return bindUv(own, version, options, install);
}

/**
 * Whether the uv in our cache is the pinned one. It got there whole, by a rename: one that only takes
 * its time (a busy machine) is, and must not be taken away from under the runs that use it.
 */
async function isOurs(own: string, options: FindUvOptions): Promise<boolean> {
  const { ending, stdout } = await askVersion(own, options);
  if (ending.kind === 'interrupted') throw interrupted();
  return ending.kind === 'timed-out' || versionIn(stdout) === UV_VERSION;
}

/** @param install puts it there again, where it is ours; absent where it is the user's */
function bindUv(
  executable: string,
  version: string,
  options: FindUvOptions,
  install?: () => Promise<void>,
): Uv {
  let again: Promise<void> | undefined;
  const base = toolEnvironment(options.env, { UV_CACHE_DIR: join(options.cache, 'uv-cache') });
  return {
    executable,
    version,
    async run(args, { env, ...rest }) {
      const start = () =>
        options.processes.run(executable, args, { ...rest, env: { ...base, ...env } });
      const result = await start();
      if (result.ending.kind !== 'not-started' || install === undefined) return result;
      // Another run, or whoever tidied up, took it away meanwhile.
      if (!(await isThere(executable))) {
        again ??= install().finally(() => {
          again = undefined;
        });
        await again;
      }
      return start();
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function uvVersion(path: string, options: FindUvOptions): Promise<string | undefined> {
  return versionIn((await askVersion(path, options)).stdout);
}

function versionIn(text: string): string | undefined {
  return /^uv (\d+\.\d+\.\d+)/.exec(text)?.[1];
}

function askVersion(path: string, options: FindUvOptions): ReturnType<Processes['run']> {
  return options.processes.run(path, ['--version'], {
    cwd: options.folder,
    env: toolEnvironment(options.env),
    timeoutSeconds: 30,
  });
}
