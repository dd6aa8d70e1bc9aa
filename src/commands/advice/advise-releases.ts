import { compare } from '@renovatebot/pep440';
import { beforeAbort } from '../../host/before-abort.ts';
import type { ReadBudget } from '../../host/read-budget.ts';
import { together } from '../../host/together.ts';
import { type Upgradable, upgradeWanted } from '../../judge/findings/upgrade.ts';
import type { Plan, PlannedCombination } from '../../model/combination.ts';
import type { Finding } from '../../model/finding.ts';
import type { ReleaseAdvice, ReleaseSearch } from '../../model/release-advice.ts';
import { bestWheel, tagSet } from '../../packaging/compatibility.ts';
import type { IndexFile } from '../../packaging/index-project.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { listReleases } from '../../packaging/releases.ts';
import { admitsPython } from '../../packaging/specifier.ts';
import type { IndexClient } from '../../provision/index/index-client.ts';
import { findFirstReady, type Readiness } from './first-release.ts';
import { numpy2Readiness } from './numpy2-readiness.ts';

/** Wheels opened for one culprit. */
const MOST_WHEELS = 6;
/** All advice together: it may be missing, and the verdict does not wait for it any longer. */
export const ADVICE_SECONDS = 10;
export const ADVICE_BYTES = 30 * 2 ** 20;
/** Before the pre-releases of NumPy 2 (March 2024) no wheel was built for it. */
const NUMPY_2_HEADERS_SINCE = '2024-02-01';
/** Culprits that are looked up; a report with more has other sorrows. */
const MOST_CULPRITS = 5;

/** What was found out, and a sentence for each culprit whose search was cut off. */
export interface Advice {
  readonly releases: readonly ReleaseAdvice[];
  readonly notices: readonly string[];
}

/**
 * Looks the index up for the first release of each culprit that is built for NumPy 2. What cannot be
 * found out (no network, time or bytes are over) is not there.
 *
 * @param announce told what is looked up, before it takes time
 */
export async function adviceFor(
  findings: readonly Finding[],
  plan: Pick<Plan, 'planned'>,
  index: IndexClient,
  budget: ReadBudget,
  announce: (text: string) => void = () => undefined,
): Promise<Advice> {
  const wanted = new Map<
    string,
    NonNullable<ReturnType<typeof upgradeWanted<PlannedCombination>>>
  >();
  for (const finding of findings) {
    const one = upgradeWanted(finding, plan.planned);
    if (one === undefined || wanted.size >= MOST_CULPRITS) continue;
    wanted.set(JSON.stringify([one.culprit, one.python]), one);
  }
  if (wanted.size === 0) return { releases: [], notices: [] };
  const names = (some: Iterable<{ readonly culprit: Upgradable }>): string =>
    [...new Set([...some].map(({ culprit }) => culprit.distribution))].join(', ');
  announce(`looking for later releases that are built for NumPy 2: ${names(wanted.values())}`);
  const found = [...wanted.values()].map(async (one) => {
    const { culprit, python, combination } = one;
    const look = (file: IndexFile): Promise<Readiness> =>
      readinessOf(file, combination.interpreter, index, budget);
    const search = searchReleases(culprit, combination.interpreter, index, look, budget.signal);
    const known = await beforeAbort(search, budget.signal);
    return { one, advice: { ...culprit, python, search: known ?? ({ kind: 'unknown' } as const) } };
  });
  const all = await together(found);
  const open = all.filter(({ advice: { search } }) => search.kind !== 'none' && !isFirst(search));
  const notices =
    budget.cut === undefined || open.length === 0
      ? []
      : [
          `later releases of ${names(open.map(({ one }) => one))} were not all looked at for one built for NumPy 2: the search ends after ${budget.cut === 'time' ? `${ADVICE_SECONDS} s` : `${ADVICE_BYTES / 2 ** 20} MB`}`,
        ];
  return { releases: all.map(({ advice }) => advice), notices };
}

function isFirst(search: ReleaseSearch): boolean {
  return search.kind === 'found' && search.first;
}

async function searchReleases(
  { distribution, version }: Upgradable,
  interpreter: Interpreter,
  index: IndexClient,
  readiness: (file: IndexFile) => Promise<Readiness>,
  signal: AbortSignal,
): Promise<ReleaseSearch> {
  const project = await index.fetchProject(distribution, signal);
  const tags = tagSet(interpreter);
  const candidates = new Map<string, IndexFile>();
  let isListed = false;
  for (const release of listReleases(project)) {
    const order = compare(release.version, version);
    const wheels = release.wheels.filter(
      (wheel) =>
        (wheel.yanked === false || order === 0) &&
        admitsPython(wheel.requiresPython, interpreter.version),
    );
    const wheel = bestWheel(wheels, tags);
    if (wheel === undefined) continue;
    if (order === 0) isListed = true;
    if (order > 0 && !release.prerelease && !release.yanked) candidates.set(release.version, wheel);
  }
  const isTooOld = ({ uploadTime }: IndexFile) =>
    uploadTime !== null && uploadTime < NUMPY_2_HEADERS_SINCE;
  const newest = [...candidates].at(-1);
  // Nothing is newer than the one that fails; of a build that the index lacks it says nothing.
  if (newest === undefined && isListed) return { kind: 'none', newest: version };
  if (newest && isTooOld(newest[1])) return { kind: 'none', newest: newest[0] };
  const open = [...candidates].filter(([, wheel]) => !isTooOld(wheel)).map(([name]) => name);
  const look = async (name: string): Promise<Readiness> => {
    const wheel = candidates.get(name);
    return wheel ? readiness(wheel) : 'unknown';
  };
  return findFirstReady(open, look, MOST_WHEELS);
}

async function readinessOf(
  file: IndexFile,
  { markers }: Interpreter,
  index: IndexClient,
  budget: ReadBudget,
): Promise<Readiness> {
  if (budget.signal.aborted) return 'unknown';
  const wheel = await index.openWheel(file, budget);
  if (wheel === undefined || 'kind' in wheel) return 'unknown';
  try {
    return await numpy2Readiness(wheel, markers);
  } finally {
    wheel.close();
  }
}
