import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, statList, statsOf } from './stat-list.ts';

/** Files and folders outside of the environment that Python opened, or compiled code may read by itself. */
export interface OutsidePlaces {
  readonly places: readonly string[];
  /** Differs where anything of them does. */
  readonly stamp: string;
}

/** What was seen of a place, in lines. */
export type KnownPlaces = Map<string, readonly string[]>;

const MOST_PLACES = 10_000;
/** A folder with more than that, however deep, is looked at itself, not below. */
const MOST_BELOW = 300;
const MOST_DIRECTLY = 5_000;
const MOST_READ_BYTES = 16 * 1024 * 1024;

/**
 * What is there now.
 *
 * @param before milliseconds since 1970: what has changed since then is not what was seen
 * @param known what was seen of places in this run already: what changes later is seen by the next one
 * @returns undefined where that is too much to look at, or has changed
 */
export function lookOutside(
  places: Iterable<string>,
  before: number,
  known: KnownPlaces = new Map(),
): OutsidePlaces | undefined {
  const sorted = [...new Set(places)].sort();
  if (sorted.length > MOST_PLACES) return undefined;
  const lines: string[] = [];
  for (const place of sorted) {
    const seen = known.get(place) ?? lookAt(place, before);
    if (seen === undefined) return undefined;
    known.set(place, seen);
    lines.push(...seen);
  }
  const stamp = createHash('sha256').update(lines.join('\n')).digest('hex');
  return { places: sorted, stamp };
}

/** Whether all is as it was. */
export function isUnchangedOutside({ places, stamp }: OutsidePlaces, known?: KnownPlaces): boolean {
  return lookOutside(places, Number.POSITIVE_INFINITY, known)?.stamp === stamp;
}

function lookAt(place: string, before: number): readonly string[] | undefined {
  const stats = statsOf(place);
  if (stats === undefined) return [`${place} is not there`];
  if (stats.isDirectory()) {
    const below = filesBelow(place, /^$/, MOST_BELOW);
    const files = below.length > MOST_BELOW ? directly(place) : below;
    if (files.length > MOST_DIRECTLY) return undefined;
    if (files.some((one) => isNewer(statsOf(one), before))) return undefined;
    return [place, ...statList(files).lines];
  }
  if (isNewer(stats, before)) return undefined;
  const isRead = stats.isFile() && stats.size <= MOST_READ_BYTES;
  return isRead ? [`${place} ${contentsOf(place)}`] : statList([place]).lines;
}

function directly(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function isNewer(stats: Stats | undefined, before: number): boolean {
  return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) >= before;
}

function contentsOf(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return 'cannot be read';
  }
}
