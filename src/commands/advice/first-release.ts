import type { ReleaseSearch } from '../../model/release-advice.ts';

/** What a release's wheel says of NumPy 2. */
export type Readiness = 'ready' | 'not-ready' | 'unknown';

/**
 * Finds the first release that is ready, taking it that all later ones are: the newest is looked at
 * first, then the middle of what is left.
 *
 * @param versions the releases after the failing one, oldest first
 * @param look tells one release's readiness; may be slow
 * @param limit most looks
 * @example await findFirstReady(['1.1', '1.2', '1.3'], look, 6) // { kind: 'found', version: '1.2', first: true }
 */
export async function findFirstReady(
  versions: readonly string[],
  look: (version: string) => Promise<Readiness>,
  limit: number,
): Promise<ReleaseSearch> {
  const newest = versions.at(-1);
  if (newest === undefined || limit < 1) return { kind: 'unknown' };
  const verdict = await look(newest);
  if (verdict === 'unknown') return { kind: 'unknown' };
  if (verdict === 'not-ready') return { kind: 'none', newest };
  let [notReady, ready] = [-1, versions.length - 1];
  for (let looks = 1; looks < limit && ready - notReady > 1; looks += 1) {
    const middle = Math.floor((notReady + ready) / 2);
    const said = await look(versions[middle] ?? newest);
    if (said === 'unknown')
      return { kind: 'found', version: versions[ready] ?? newest, first: false };
    if (said === 'ready') ready = middle;
    else notReady = middle;
  }
  return { kind: 'found', version: versions[ready] ?? newest, first: ready - notReady === 1 };
}
