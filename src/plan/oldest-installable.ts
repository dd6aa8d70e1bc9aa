import { type Release, seriesOf } from '../packaging/releases.ts';
import type { Judge } from './feasibility.ts';
import type { Slot } from './numpy-slots.ts';

/**
 * Where the columns begin when nobody says: NumPy's releases go back to 2009, and no planned Python
 * has a wheel of the first hundred.
 *
 * @param releases oldest first
 * @returns the oldest final release that one of the Pythons can install; null when there is none
 */
export function oldestInstallable(
  releases: readonly Release[],
  judges: readonly Judge[],
): string | null {
  const found = releases.find(
    (release) => !release.prerelease && !release.yanked && installs([release], judges),
  );
  return found?.version ?? null;
}

/**
 * A range that begins before anything installs (`numpy>=1.7`): its first column stands for all of
 * those that no planned Python has a wheel for.
 *
 * @returns the slots that are left, and what was left out in a sentence
 */
export function trimSlots(
  slots: readonly Slot[],
  judges: readonly Judge[],
): { readonly slots: readonly Slot[]; readonly notice: string | null } {
  const first = slots.findIndex(({ candidates, named }) => named || installs(candidates, judges));
  if (first < 2 || slots.some(({ exact }) => exact)) return { slots, notice: null };
  const names = slots.slice(1, first).map(({ representative }) => seriesOf(representative));
  const [oldest, newest] = [names[0], names.at(-1)];
  const which = oldest === newest ? `${oldest} has` : `${oldest} to ${newest} have`;
  return {
    slots: [...slots.slice(0, 1), ...slots.slice(first)],
    notice: `NumPy ${which} no wheel for any planned Python either, and no column`,
  };
}

function installs(candidates: readonly Release[], judges: readonly Judge[]): boolean {
  return judges.some((judge) => candidates.some((release) => judge.installs(release, false)));
}
