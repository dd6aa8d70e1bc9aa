import { endedWell } from '../../model/ended-well.ts';
import type { Environment } from '../../model/environment.ts';
import { hasPlanned, type InstallOptions, readEnvironment } from './install-subject.ts';
import { pipInstall } from './pip-install.ts';
import { pinnedLines, type Resolutions } from './resolutions.ts';

/**
 * Puts another NumPy into an environment that `installSubject` made and that has none now, by the same
 * resolution that a new one would get: what is installed already has no say in it.
 *
 * Not by `pip install --upgrade`, which fetches and unpacks again what uv has had in its cache since a
 * moment ago.
 *
 * @param options as for a new environment, but for NumPy; `root` is that of `before`
 * @returns undefined where it cannot be done: what is in the environment is unknown then
 */
export async function exchangeNumpy(
  options: InstallOptions,
  before: Environment,
  resolutions: Resolutions,
): Promise<Environment | undefined> {
  const text = await resolutions.resolve(options);
  if (text === undefined) return undefined;
  const pins = pinnedLines(text);
  // Mostly uv has it all in its cache, and would ask the index anew whether that still holds.
  for (const flags of [['--no-deps', '--offline'], ['--no-deps']]) {
    const { ending } = await pipInstall(options, before.python, pins, flags);
    if (!endedWell(ending)) continue;
    const after = await readEnvironment(options, before.python);
    return hasPlanned(after, options.numpy) ? after : undefined;
  }
  return undefined;
}
