import { compare } from '@renovatebot/pep440';
import type { IndexFile } from './index-project.ts';
import { listReleases } from './releases.ts';
import { allows } from './specifier.ts';

/** A release that the index has withdrawn (yanked, PEP 592): installed only when named exactly. */
export interface Withdrawn {
  readonly name: string;
  readonly version: string;
  /** The index's words; null when it gives none. */
  readonly reason: string | null;
  /** The next final release that is not withdrawn; null when there is none. */
  readonly next: string | null;
}

/**
 * @param files of the project, of any release
 * @returns undefined for a release of which any file is not withdrawn, and for an unknown one
 */
export function withdrawn(
  name: string,
  version: string,
  files: readonly IndexFile[],
): Withdrawn | undefined {
  const own = files.filter((file) => allows(`==${version}`, file.version));
  if (own.length === 0 || own.some((file) => file.yanked === false)) return undefined;
  const reason = own
    .map(({ yanked }) => yanked)
    .find((one) => typeof one === 'string' && one !== '');
  const next = listReleases({ name, files }).find(
    (one) => !one.prerelease && !one.yanked && compare(one.version, version) > 0,
  );
  return {
    name,
    version,
    reason: typeof reason === 'string' ? reason : null,
    next: next?.version ?? null,
  };
}

/**
 * @example tellWithdrawn({ name: 'a', version: '1.0', reason: 'broken', next: '1.1' })
 * // 'a 1.0 was withdrawn from the index (yanked): broken. The next release is 1.1'
 */
export function tellWithdrawn({ name, version, reason, next }: Withdrawn): string {
  const why = reason === null ? '' : `: ${reason.trim().replace(/\.$/, '')}`;
  const then = next === null ? '' : `. The next release is ${next}`;
  return `${name} ${version} was withdrawn from the index (yanked)${why}${then}`;
}
