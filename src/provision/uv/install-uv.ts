import { mkdir, mkdtemp, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Env, toolEnvironment } from '../../host/child-environment.ts';
import { onPath } from '../../host/on-path.ts';
import { removeTree } from '../../host/remove-tree.ts';
import { together } from '../../host/together.ts';
import { diskFull, saysDiskFull } from '../../host/workspace.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { Processes, Progress } from '../../model/ports.ts';
import { EXIT, interrupted, UserError } from '../../model/user-error.ts';
import { networkTrouble } from '../../packaging/uv-messages/network-trouble.ts';
import { UV_HASHES, UV_MINIMUM, UV_VERSION } from './uv-release.ts';

export interface FindUvOptions {
  readonly processes: Processes;
  readonly env: Env;
  /** The tool's cache folder (src/host/workspace.ts). */
  readonly cache: string;
  /** The run's own temp folder. */
  readonly folder: string;
  readonly progress: Pick<Progress, 'info' | 'detail'>;
  /** Interpreters that are not on PATH: any of them may have pip. */
  readonly pythons?: readonly string[];
}

/**
 * Installs the pinned release with the machine's pip, hashes required: into a folder of its own, then
 * renamed, so that two runs at once each see a whole one or none.
 *
 * @throws {UserError} exit 3 when it cannot be installed; interrupted
 */
export async function installUv(target: string, options: FindUvOptions): Promise<void> {
  await mkdir(options.cache, { recursive: true });
  const staging = await mkdtemp(join(options.cache, 'uv-staging-'));
  try {
    const requirements = join(staging, 'requirements.txt');
    const hashes = UV_HASHES.map((hash) => `--hash=sha256:${hash}`).join(' ');
    await writeFile(requirements, `uv==${UV_VERSION} ${hashes}\n`);
    await pipInstall(requirements, join(staging, 'uv'), options);
    await rename(join(staging, 'uv'), target).catch(async (error: NodeJS.ErrnoException) => {
      // Another run was faster.
      if (!(await stat(target).catch(() => undefined))) throw error;
    });
  } finally {
    await removeTree(staging);
  }
}

async function pipInstall(
  requirements: string,
  target: string,
  options: FindUvOptions,
): Promise<void> {
  const failures: string[] = [];
  const pythons = await pipCandidates(options);
  for (const python of pythons) {
    const run = (args: readonly string[]) =>
      options.processes.run(python, args, {
        cwd: options.folder,
        env: toolEnvironment(options.env, { PIP_DISABLE_PIP_VERSION_CHECK: '1' }),
        timeoutSeconds: 300,
      });
    const install = ['install', '--require-hashes', '--only-binary', ':all:', '--no-deps'];
    const where = ['--target', target, '--no-compile', '--quiet', '-r', requirements];
    const own = ['-m', 'pip'];
    const pip = endedWell((await run([...own, '--version'])).ending) ? own : await bundledPip(run);
    if (pip.length === 0) continue;
    const result = await run([...pip, ...install, ...where]);
    if (endedWell(result.ending)) return;
    if (result.ending.kind === 'interrupted') throw interrupted();
    const text = `${result.stderr}\n${result.stdout}`;
    if (saysDiskFull(text)) throw diskFull(target);
    if (networkTrouble(text) !== null) {
      throw new UserError('Cannot download uv: the package index does not answer as it should', {
        exitCode: EXIT.setUp,
        remedy: `Check the network and pip's index settings, or install uv ${UV_MINIMUM} or newer yourself.\n${lastLines(text)}`,
      });
    }
    failures.push(`${python}: ${lastLines(text)}`);
  }
  throw new UserError(
    failures.length > 0
      ? 'uv is not installed, and pip could not install it'
      : pythons.length > 0
        ? `uv is not installed, and there is no pip to install it with: ${pythons.join(', ')} ${pythons.length > 1 ? 'have' : 'has'} none`
        : 'uv is not installed, and there is no Python on PATH to install it with',
    {
      exitCode: EXIT.setUp,
      remedy: [
        'Install uv, or Python with pip (Debian and Ubuntu: the packages python3-pip and python3-venv)',
        ...failures,
      ].join('\n'),
    },
  );
}

/**
 * The wheel of pip that `ensurepip` carries (some systems keep it in a folder of their own): it runs
 * as it is, and nothing is installed into the user's Python.
 */
async function bundledPip(
  run: (args: readonly string[]) => ReturnType<Processes['run']>,
): Promise<readonly string[]> {
  const code = [
    'import glob, os, sysconfig',
    "places = [sysconfig.get_config_var('WHEEL_PKG_DIR') or '', '/usr/share/python-wheels']",
    'try:',
    '    import ensurepip',
    "    places.append(os.path.join(os.path.dirname(ensurepip.__file__), '_bundled'))",
    'except ImportError:',
    '    pass',
    "for place in filter(None, places): print(*glob.glob(os.path.join(place, 'pip-*.whl')), sep='\\n')",
  ].join('\n');
  const found = (await run(['-c', code])).stdout.split(/\r?\n/).filter((line) => line !== '');
  for (const wheel of found) {
    const pip = [join(wheel, 'pip')];
    if (endedWell((await run([...pip, '--version'])).ending)) return pip;
  }
  return [];
}

async function pipCandidates({ env, pythons }: FindUvOptions): Promise<readonly string[]> {
  const names = ['python3', 'python', 'py'];
  const lists = await together(names.map((name) => onPath(name, env)));
  return [...new Set([...lists.flat(), ...(pythons ?? [])])];
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join('\n');
}
