import { compare } from '@renovatebot/pep440';
import { together } from '../host/together.ts';
import { type Upgradable, upgradeWanted } from '../judge/diagnose/upgrade.ts';
import type { Plan, PlannedCombination } from '../model/combination.ts';
import type { Finding } from '../model/finding.ts';
import type { ReleaseAdvice, ReleaseSearch } from '../model/release-advice.ts';
import { bestWheel, tagSet } from '../packaging/compatibility.ts';
import type { IndexFile } from '../packaging/index-project.ts';
import type { Interpreter } from '../packaging/interpreter.ts';
import { listReleases } from '../packaging/releases.ts';
import { admitsPython } from '../packaging/specifier.ts';
import type { IndexClient } from '../provision/index/index-client.ts';
import { findFirstReady, type Readiness } from './first-release.ts';
import { numpy2Readiness } from './numpy2-readiness.ts';

/** Downloads for one culprit. */
const MOST_DOWNLOADS = 6;
const LARGEST_WHEEL = 96 * 2 ** 20;
/** Advice may be missing; the verdict does not wait for it any longer. */
const LONGEST_SECONDS = 15;
/** Before the pre-releases of NumPy 2 (March 2024) no wheel was built for it. */
const NUMPY_2_HEADERS_SINCE = '2024-02-01';
/** Culprits that are looked up; a report with more has other sorrows. */
const MOST_CULPRITS = 5;

/**
 * Looks the index up for the first release of each culprit that is built for NumPy 2. What cannot be
 * found out (no network, too large) is not there.
 */
export async function adviceFor(
  findings: readonly Finding[],
  plan: Pick<Plan, 'planned'>,
  index: IndexClient,
  readiness: (file: IndexFile) => Promise<Readiness> = untilTimeIsUp(index),
): Promise<readonly ReleaseAdvice[]> {
  const wanted = new Map<
    string,
    NonNullable<ReturnType<typeof upgradeWanted<PlannedCombination>>>
  >();
  for (const finding of findings) {
    const one = upgradeWanted(finding, plan.planned);
    if (one === undefined || wanted.size >= MOST_CULPRITS) continue;
    wanted.set(JSON.stringify([one.culprit, one.python]), one);
  }
  const advice = [...wanted.values()].map(async ({ culprit, python, combination }) => {
    const { interpreter } = combination;
    const search = await searchReleases(culprit, interpreter, index, readiness).catch(
      () => ({ kind: 'unknown' }) as const,
    );
    return { ...culprit, python, search };
  });
  return together(advice);
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

/** All looks together share one limit of time; what it cuts off is unknown. */
function untilTimeIsUp(index: IndexClient): (file: IndexFile) => Promise<Readiness> {
  const signal = AbortSignal.timeout(LONGEST_SECONDS * 1000);
  return (file) => readinessOf(file, index, signal);
}

async function readinessOf(
  file: IndexFile,
  index: IndexClient,
  signal: AbortSignal,
): Promise<Readiness> {
  if (signal.aborted) return 'unknown';
  const bytes = await index.fetchFile(file, LARGEST_WHEEL, signal);
  return bytes ? numpy2Readiness({ kind: 'bytes', bytes }) : 'unknown';
}
