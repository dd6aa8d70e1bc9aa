import type { IndexProject } from '../packaging/index-project.ts';
import { listReleases } from '../packaging/releases.ts';
import { admitsPython } from '../packaging/specifier.ts';
import { platformsOf, type WheelTarget } from './wheel-targets.ts';

/**
 * The NumPy releases that can be installed where a wheel can: with a wheel for the same Python on
 * the same kind of machine. Pre-releases and withdrawn ones do not count.
 *
 * @returns versions, ascending
 */
export function numpysFor(numpy: IndexProject, target: WheelTarget): readonly string[] {
  const tag = `cp${target.python.replace('.', '')}`;
  const abi = target.freeThreaded ? `${tag}t` : tag;
  return listReleases(numpy)
    .filter(({ prerelease, yanked }) => !prerelease && !yanked)
    .filter(({ wheels }) =>
      wheels.some(
        ({ tags, requiresPython }) =>
          admitsPython(requiresPython, `${target.python}.0`) &&
          tags.some((one) => {
            const [python, binary, platform = ''] = one.split('-');
            return (
              python === tag && binary === abi && platformsOf(platform).includes(target.platform)
            );
          }),
      ),
    )
    .map(({ version }) => version);
}
