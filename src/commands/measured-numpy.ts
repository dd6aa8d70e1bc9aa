import type { NumpySeries } from '../model/measurements.ts';
import { installable, tagSet } from '../packaging/compatibility.ts';
import type { IndexProject } from '../packaging/index-project.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import { listReleases, seriesOf } from '../packaging/releases.ts';

/**
 * The minor series of NumPy that exist, and whether one of the Pythons can have them: what a proven
 * range may be claimed over.
 */
export function measuredNumpy(
  numpy: IndexProject,
  interpreters: readonly Interpreter[],
): readonly NumpySeries[] {
  const pythons = interpreters.map(tagSet);
  const found = new Map<string, { releases: string[]; installable: boolean }>();
  for (const release of listReleases(numpy)) {
    if (release.prerelease) continue;
    const name = seriesOf(release);
    const entry = found.get(name) ?? { releases: [], installable: false };
    entry.releases.push(release.version);
    entry.installable ||= pythons.some(
      (tags) => installable(release, tags, false).kind === 'installs',
    );
    found.set(name, entry);
  }
  return [...found].map(([name, entry]) => ({ name, ...entry }));
}
