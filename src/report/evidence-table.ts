import type { Evidence } from './evidence.ts';

/** Collects evidence, each equal one once, up to a size. */
export interface EvidenceTable {
  /** The place in the table; undefined when there is no room left for another one. */
  add(evidence: Evidence): number | undefined;
  readonly entries: readonly Evidence[];
}

/** Characters of JSON that all evidence of a report may take. */
const ROOM = 8 * 1024 * 1024;

/**
 * A table that grows up to `room` characters. What comes first is kept, so the worst results should
 * be added first.
 */
export function createEvidenceTable(room: number = ROOM): EvidenceTable {
  const entries: Evidence[] = [];
  const places = new Map<string, number>();
  let left = room;
  return {
    entries,
    add(evidence) {
      const key = JSON.stringify(evidence);
      const known = places.get(key);
      if (known !== undefined) return known;
      if (key.length > left) return undefined;
      left -= key.length;
      places.set(key, entries.length);
      entries.push(evidence);
      return entries.length - 1;
    },
  };
}
