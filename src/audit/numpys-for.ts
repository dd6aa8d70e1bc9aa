import type { IndexProject } from '../packaging/index-project.ts';
import { listReleases } from '../packaging/releases.ts';
import { pythonKey, targetKey, type WheelTarget, wheelTargets } from './wheel-targets.ts';

/** Versions of NumPy by where they have a wheel, ascending. */
interface Installable {
  readonly byTarget: ReadonlyMap<string, readonly string[]>;
  readonly byPython: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<IndexProject, Installable>();

/**
 * The NumPy releases that can be installed where a wheel can: with a wheel for the same Python on
 * the same kind of machine. Where NumPy has no wheel for that machine at all, people build it, so
 * those that the same Python has elsewhere. Pre-releases and withdrawn ones do not count.
 *
 * @returns versions, ascending
 */
export function numpysFor(numpy: IndexProject, target: WheelTarget): readonly string[] {
  const { byTarget, byPython } = known.get(numpy) ?? remember(numpy);
  return byTarget.get(targetKey(target)) ?? byPython.get(pythonKey(target)) ?? [];
}

function remember(numpy: IndexProject): Installable {
  const byTarget = new Map<string, string[]>();
  const byPython = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, version: string): void => {
    const list = map.get(key) ?? [];
    if (list.at(-1) !== version) list.push(version);
    map.set(key, list);
  };
  for (const { version, prerelease, yanked, wheels } of listReleases(numpy)) {
    if (prerelease || yanked) continue;
    for (const { tags, requiresPython } of wheels) {
      for (const target of wheelTargets({ tags, requiresPython: requiresPython ?? '' })) {
        add(byTarget, targetKey(target), version);
        add(byPython, pythonKey(target), version);
      }
    }
  }
  const installable = { byTarget, byPython };
  known.set(numpy, installable);
  return installable;
}
