import type { IndexFile } from './index-project.ts';
import type { Interpreter } from './interpreter.ts';
import { pythonName } from './python-name.ts';
import type { Release } from './releases.ts';
import { admitsPython } from './specifier.ts';

/** Whether a release installs from a wheel on one interpreter, and if not, why (a sentence). */
export type Installable =
  | { readonly kind: 'installs'; readonly wheel: IndexFile }
  /** `cause` is the same for all releases and Pythons that the same holds for. */
  | { readonly kind: 'does-not'; readonly reason: string; readonly cause: string };

/** What is asked of an interpreter's tags, computed once. */
export interface TagSet {
  readonly interpreter: Interpreter;
  /** Tag to its rank, best first. */
  readonly ranks: ReadonlyMap<string, number>;
  /** `cp312-cp312`: the tags without the platform. */
  readonly abis: ReadonlySet<string>;
}

/** An interpreter's tags, made to ask many files. */
export function tagSet(interpreter: Interpreter): TagSet {
  return {
    interpreter,
    ranks: new Map(interpreter.tags.map((tag, rank) => [tag, rank])),
    abis: new Set(interpreter.tags.map(withoutPlatform)),
  };
}

/** @param allowYanked only for a release that the user named exactly */
export function installable(release: Release, tags: TagSet, allowYanked: boolean): Installable {
  const { interpreter } = tags;
  const name = `NumPy ${release.version}`;
  if (release.wheels.length === 0) {
    const cause = `that NumPy has no wheels at all`;
    return { kind: 'does-not', reason: `${name} has no wheels at all`, cause };
  }
  const admitted = release.wheels.filter((wheel) =>
    admitsPython(wheel.requiresPython, interpreter.version),
  );
  const first = release.wheels[0];
  if (admitted.length === 0 && first !== undefined) {
    const cause = `that NumPy does not support that Python (requires-python)`;
    return { kind: 'does-not', reason: `${name} requires Python ${first.requiresPython}`, cause };
  }
  const wheel = bestWheel(
    admitted.filter((candidate) => allowYanked || candidate.yanked === false),
    tags,
  );
  if (wheel !== undefined) {
    return { kind: 'installs', wheel };
  }
  const yanked = bestWheel(admitted, tags);
  if (yanked !== undefined) {
    const reason = yankedReason(name, yanked);
    return { kind: 'does-not', reason, cause: reason };
  }
  const here = onThisPlatform(admitted, tags);
  return {
    kind: 'does-not',
    reason: `${name} has no wheel for ${pythonName(interpreter)}${here}`,
    cause: `that NumPy has no wheel for that Python${here}`,
  };
}

/** The wheel that an installer takes: the one with the best-ranked tag. */
export function bestWheel<W extends Pick<IndexFile, 'tags'>>(
  wheels: readonly W[],
  tags: TagSet,
): W | undefined {
  let best: W | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const wheel of wheels) {
    for (const tag of wheel.tags) {
      const rank = tags.ranks.get(tag);
      if (rank !== undefined && rank < bestRank) {
        best = wheel;
        bestRank = rank;
      }
    }
  }
  return best;
}

/** Said where other platforms have wheels for this Python. */
function onThisPlatform(wheels: readonly IndexFile[], tags: TagSet): string {
  const otherPlatform = wheels.some((wheel) =>
    wheel.tags.some((tag) => tags.abis.has(withoutPlatform(tag)) && !tag.endsWith('-any')),
  );
  return otherPlatform ? ` on this platform (${platformOf(tags.interpreter)})` : '';
}

function yankedReason(name: string, wheel: IndexFile): string {
  const why = typeof wheel.yanked === 'string' && wheel.yanked !== '' ? `: ${wheel.yanked}` : '';
  return `${name} was withdrawn (yanked)${why}`;
}

/**
 * The platform tag that says most about the machine: `musllinux_1_2_x86_64`. Newer releases of
 * `packaging` list the plain `linux_x86_64` first, which no wheel on an index has.
 */
function platformOf({ tags, platform }: Interpreter): string {
  const platforms = tags.map((tag) => tag.slice(tag.lastIndexOf('-') + 1));
  return platforms.find((each) => !/^(?:linux_|any$)/.test(each)) ?? platforms[0] ?? platform;
}

function withoutPlatform(tag: string): string {
  return tag.slice(0, tag.lastIndexOf('-'));
}
