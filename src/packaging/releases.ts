import { compare, explain } from '@renovatebot/pep440';
import type { IndexFile, IndexProject } from './index-project.ts';

/** One release of NumPy (or of another project) with its files on the index. */
export interface Release {
  readonly version: string;
  readonly major: number;
  readonly minor: number;
  readonly prerelease: boolean;
  /** Every wheel of it is withdrawn: never chosen by itself. */
  readonly yanked: boolean;
  readonly wheels: readonly IndexFile[];
  /** Earliest upload of its files, ISO 8601; null when the index does not say. */
  readonly uploaded: string | null;
}

/**
 * @returns the releases that have files, oldest first (PEP 440 order)
 */
export function listReleases(project: IndexProject): readonly Release[] {
  const byVersion = new Map<string, IndexFile[]>();
  for (const file of project.files) {
    const files = byVersion.get(file.version);
    if (files === undefined) {
      byVersion.set(file.version, [file]);
    } else {
      files.push(file);
    }
  }
  return [...byVersion]
    .flatMap(([version, files]) => release(version, files) ?? [])
    .sort((a, b) => compare(a.version, b.version));
}

/** The name of a release's series: `1.26`. */
export function seriesOf(release: Pick<Release, 'major' | 'minor'>): string {
  return `${release.major}.${release.minor}`;
}

function release(version: string, files: readonly IndexFile[]): Release | undefined {
  const parsed = explain(version);
  if (parsed === null) {
    return undefined;
  }
  const wheels = files.filter((file) => file.isWheel);
  const decisive = wheels.length > 0 ? wheels : files;
  const times = files.flatMap((file) => file.uploadTime ?? []).sort();
  return {
    version,
    major: parsed.release[0] ?? 0,
    minor: parsed.release[1] ?? 0,
    prerelease: parsed.is_prerelease,
    yanked: decisive.every((file) => file.yanked !== false),
    wheels,
    uploaded: times[0] ?? null,
  };
}
