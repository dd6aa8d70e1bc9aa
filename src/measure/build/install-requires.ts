import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stopIfHopeless } from '../../host/stop-if-hopeless.ts';
import { environmentPython } from '../../host/this-platform.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { SetUpCause } from '../../model/set-up-failure.ts';
import { derivation, saysNoSolution } from '../../packaging/uv-messages/explain-conflict.ts';
import { networkTrouble } from '../../packaging/uv-messages/network-trouble.ts';
import { refusesNumpy, refusesPinnedNumpy } from '../../packaging/uv-messages/no-wheel.ts';
import { heldFlags } from '../../provision/uv/held-flags.ts';
import { whyNoEnvironment } from '../install/why-no-environment.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildResult } from './build-result.ts';

const INSTALL_SECONDS = 900;

/**
 * Installs what a build requires into its environment: with the index credentials, and without running
 * code of the project.
 *
 * @param venv the build environment's folder
 * @param lines requirements
 * @returns undefined where all of them are installed
 */
export async function installRequires(
  venv: string,
  options: BuildOptions,
  lines: readonly string[],
): Promise<BuildResult | undefined> {
  if (lines.length === 0) return undefined;
  const { uv, folder, buildNumpy, interpreter } = options;
  const constraints = join(folder, 'build-constraints.txt');
  await writeFile(constraints, buildNumpy === null ? '' : `numpy==${buildNumpy}\n`);
  const install = (flags: readonly string[]) =>
    uv.run(
      [
        ...['pip', 'install', '--quiet', '--no-progress', '--link-mode', 'copy'],
        ...[...heldFlags(interpreter.version), '--no-require-hashes'],
        ...['--python', environmentPython(venv), ...options.indexArgs, ...flags, '-r', '-'],
      ],
      { cwd: options.project, timeoutSeconds: INSTALL_SECONDS, input: `${lines.join('\n')}\n` },
    );
  const result = await install(['--constraint', constraints]);
  if (endedWell(result.ending)) return undefined;
  stopIfHopeless(result, folder);
  const text = result.stderr;
  const unsolved = saysNoSolution(text);
  const fail = (
    setUp: 'no-network' | 'resolver-conflict',
    message: string,
    because: SetUpCause | null = unsolved ? { kind: 'no-solution' } : null,
  ): BuildResult => ({
    kind: 'failed',
    setUp,
    stage: 'requires',
    message,
    text,
    ...(because && { because }),
  });
  if (result.ending.kind !== 'exited') {
    const message = `The build requirements were not installed: ${whyNoEnvironment(result)}`;
    return fail('resolver-conflict', message, { kind: 'killed' });
  }
  if (!unsolved && networkTrouble(text) !== null) {
    return fail(
      'no-network',
      `The build requirements could not be downloaded: ${derivation(text)}`,
    );
  }
  if (unsolved && buildNumpy !== null && endedWell((await install(['--dry-run'])).ending)) {
    if (refusesPinnedNumpy(text)) {
      const reason = `NumPy ${buildNumpy}, to build against, has no wheel for Python ${interpreter.version}`;
      return { kind: 'excluded', reason };
    }
    const message = `build-numpy ${buildNumpy} conflicts with build-system.requires: ${derivation(text)}`;
    return fail('resolver-conflict', message);
  }
  if (refusesNumpy(text)) {
    const reason = `the NumPy that build-system.requires asks for has no wheel for Python ${interpreter.version}`;
    return { kind: 'excluded', reason };
  }
  return fail(
    'resolver-conflict',
    `The build requirements cannot be installed: ${derivation(text)}`,
  );
}
