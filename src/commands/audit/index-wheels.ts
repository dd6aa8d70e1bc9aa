import { wheelTargets } from '../../audit/wheel-targets.ts';
import type { IndexFile, IndexProject } from '../../packaging/index-project.ts';
import type { LockedPackage } from '../../packaging/locks/lock.ts';
import { listReleases, type Release } from '../../packaging/releases.ts';
import { allows } from '../../packaging/specifier.ts';

/**
 * The release that a requirement names: the newest that it allows, no pre-release unless it names
 * one, no withdrawn one unless it pins it.
 */
export function releaseOf(project: IndexProject, specifier: string): Release | undefined {
  const pinned = /^={2,3}[^*,]+$/.test(specifier);
  return listReleases(project)
    .filter(({ version, prerelease, yanked }) => {
      const wanted = pinned || !(prerelease || yanked);
      return wanted && (specifier === '' || allows(specifier, version));
    })
    .at(-1);
}

/** Its wheels. Those without a platform hold no binary. */
export function wheelsOfRelease(project: IndexProject, specifier: string): readonly IndexFile[] {
  const wheels = releaseOf(project, specifier)?.wheels ?? [];
  return wheels.filter(({ tags }) => tags.some((tag) => !tag.endsWith('-any')));
}

/**
 * The files that the lock lists, by name or checksum; all of them where it lists none of these (it
 * may be from another index).
 */
export function lockedWheels(
  files: readonly IndexFile[],
  { wheels, hashes }: Pick<LockedPackage, 'wheels' | 'hashes'>,
): readonly IndexFile[] {
  // Tools write a file's name with its distribution's normalised.
  const names = new Set(wheels.map((one) => one.toLowerCase()));
  const listed = files.filter(
    ({ filename, sha256 }) =>
      names.has(filename.toLowerCase()) || (sha256 !== null && hashes.includes(sha256)),
  );
  return listed.length > 0 ? listed : files;
}

/**
 * One wheel for each kind of machine and each of its oldest and newest Python: the others of a
 * release were built the same way, on the same machines.
 *
 * @param wanted whether a wheel may be installed for a target
 */
export function oneForEachPlatform(
  files: readonly IndexFile[],
  wanted: (target: ReturnType<typeof wheelTargets>[number]) => boolean,
): readonly IndexFile[] {
  const byPlatform = new Map<string, { readonly file: IndexFile; readonly minor: number }[]>();
  for (const file of files) {
    const targets = wheelTargets({ tags: file.tags, requiresPython: file.requiresPython ?? '' });
    for (const target of targets.filter(wanted)) {
      const { platform, implementation, freeThreaded, python } = target;
      const key = `${implementation} ${freeThreaded} ${platform}`;
      const entry = { file, minor: Number(python.slice(2)) };
      byPlatform.set(key, [...(byPlatform.get(key) ?? []), entry]);
    }
  }
  const chosen = [...byPlatform.values()].flatMap((entries) => {
    const sorted = entries.toSorted((a, b) => a.minor - b.minor);
    return [sorted[0]?.file, sorted.at(-1)?.file].flatMap((file) => file ?? []);
  });
  return [...new Set(chosen)];
}
