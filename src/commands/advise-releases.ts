import { compare } from '@renovatebot/pep440';
import type { Finding } from '../model/finding.ts';
import type { CombinationRun } from '../model/measurement.ts';
import { bestWheel, tagSet } from '../packaging/compatibility.ts';
import type { IndexFile } from '../packaging/index-project.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import { listReleases } from '../packaging/releases.ts';
import { admitsPython } from '../packaging/specifier.ts';
import type { IndexClient } from '../provision/index/index-client.ts';
import { findFirstReady, type Readiness, type ReleaseSearch } from './first-release.ts';
import { numpy2Readiness } from './numpy2-readiness.ts';
import { adviseRelease, type Upgradable, upgradable } from './release-advice.ts';

/** Downloads for one culprit. */
const MOST_DOWNLOADS = 6;
const LARGEST_WHEEL = 96 * 2 ** 20;
/** Before the pre-releases of NumPy 2 (March 2024) no wheel was built for it. */
const NUMPY_2_HEADERS_SINCE = '2024-02-01';
/** Culprits that are looked up; a report with more has other sorrows. */
const MOST_CULPRITS = 5;

/**
 * Looks the index up for the first release of each culprit that is built for NumPy 2, and puts it
 * into the fix. What cannot be found out (no network, too large) leaves the fix as it is.
 */
export async function adviseReleases(
  findings: readonly Finding[],
  runs: readonly CombinationRun[],
  index: IndexClient,
  readiness: (file: IndexFile) => Promise<Readiness> = (file) => readinessOf(file, index),
): Promise<readonly Finding[]> {
  const searches = new Map<string, Promise<ReleaseSearch>>();
  const advised = findings.map(async (finding) => {
    const culprit = upgradable(finding);
    const run = runs.find(({ combination }) => combination.id === finding.combinations.at(-1));
    if (!culprit || !run) return finding;
    const { interpreter, python } = run.combination;
    const key = JSON.stringify([culprit, interpreter.executable]);
    let search = searches.get(key);
    if (!search) {
      if (searches.size >= MOST_CULPRITS) return finding;
      search = searchReleases(culprit, interpreter, index, readiness).catch(
        () => ({ kind: 'unknown' }) as const,
      );
      searches.set(key, search);
    }
    return adviseRelease(finding, await search, python);
  });
  return Promise.all(advised);
}

async function searchReleases(
  { distribution, version }: Upgradable,
  interpreter: Interpreter,
  index: IndexClient,
  readiness: (file: IndexFile) => Promise<Readiness>,
): Promise<ReleaseSearch> {
  const project = await index.fetchProject(distribution);
  const tags = tagSet(interpreter);
  const candidates = new Map<string, IndexFile>();
  for (const release of listReleases(project)) {
    if (release.prerelease || release.yanked || compare(release.version, version) <= 0) continue;
    const wheels = release.wheels.filter(
      (wheel) => wheel.yanked === false && admitsPython(wheel.requiresPython, interpreter.version),
    );
    const wheel = bestWheel(wheels, tags);
    if (wheel) candidates.set(release.version, wheel);
  }
  const isTooOld = ({ uploadTime }: IndexFile) =>
    uploadTime !== null && uploadTime < NUMPY_2_HEADERS_SINCE;
  const newest = [...candidates].at(-1);
  if (newest && isTooOld(newest[1])) return { kind: 'none', newest: newest[0] };
  const open = [...candidates].filter(([, wheel]) => !isTooOld(wheel)).map(([name]) => name);
  const look = async (name: string): Promise<Readiness> => {
    const wheel = candidates.get(name);
    return wheel ? readiness(wheel) : 'unknown';
  };
  return findFirstReady(open, look, MOST_DOWNLOADS);
}

async function readinessOf(file: IndexFile, index: IndexClient): Promise<Readiness> {
  const bytes = await index.fetchFile(file, LARGEST_WHEEL);
  return bytes ? numpy2Readiness({ kind: 'bytes', bytes }) : 'unknown';
}
