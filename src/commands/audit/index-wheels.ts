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

/** Which wheels of a release a lock stands for. */
export type LockedWheels =
  | { readonly kind: 'listed'; readonly wheels: readonly IndexFile[] }
  /** It lists other files than the index has, by name: it may be from another index. */
  | { readonly kind: 'others'; readonly wheels: readonly IndexFile[] }
  /** Of what it lists, the index has the sources alone. */
  | { readonly kind: 'sources' }
  /** No file has a checksum that it lists: none may be installed. */
  | { readonly kind: 'mismatch' };

/**
 * The wheels that a lock lists, by name or checksum; all of them where it lists none.
 *
 * @param files all files of the release
 */
export function lockedWheels(
  files: readonly IndexFile[],
  { wheels, hashes }: Pick<LockedPackage, 'wheels' | 'hashes'>,
): LockedWheels {
  const all = files.filter(({ isWheel }) => isWheel);
  if (wheels.length + hashes.length === 0) return { kind: 'listed', wheels: all };
  // Tools write a file's name with its distribution's normalised.
  const names = new Set(wheels.map((one) => one.toLowerCase()));
  const listed = files.filter(
    ({ filename, sha256 }) =>
      names.has(filename.toLowerCase()) || (sha256 !== null && hashes.includes(sha256)),
  );
  if (listed.length > 0) {
    const own = listed.filter(({ isWheel }) => isWheel);
    return own.length > 0 ? { kind: 'listed', wheels: own } : { kind: 'sources' };
  }
  const isKnown = files.every(({ sha256 }) => sha256 !== null);
  return hashes.length > 0 && isKnown ? { kind: 'mismatch' } : { kind: 'others', wheels: all };
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
