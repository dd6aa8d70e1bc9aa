import { basename } from 'node:path';
import { normaliseName } from '../../packaging/requirement-name.ts';

/** What a resolver chose, by content. */
export interface ResolvedSet {
  /** A line for each distribution: its name, its version or file, and the hashes it may have. */
  readonly text: string;
  /** Normalised name → version; null for a file. */
  readonly versions: ReadonlyMap<string, string | null>;
}

const PINNED = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(?:==\s*(\S+)|@\s*(\S+))/;

/**
 * Reads what `uv pip compile --generate-hashes` wrote.
 *
 * @param known files whose hash is known already, by their name: the subject's wheels
 * @returns undefined where something in it is not known by its content
 */
export function readResolvedSet(
  text: string,
  known: ReadonlyMap<string, string>,
): ResolvedSet | undefined {
  const versions = new Map<string, string | null>();
  const lines: string[] = [];
  for (const line of text.replaceAll(/\\\r?\n/g, ' ').split('\n')) {
    const one = line.trim();
    if (one === '' || one.startsWith('#') || one.startsWith('--')) continue;
    const [, name, version, url] = PINNED.exec(one) ?? [];
    if (name === undefined) return undefined;
    const file = url === undefined ? '' : basename(decodeURIComponent(url.split('#')[0] ?? ''));
    const own = known.get(file);
    const hashes = [...one.matchAll(/--hash=(\S+)/g)].map(([, hash]) => hash ?? '').sort();
    if (own === undefined && hashes.length === 0) return undefined;
    const content = own === undefined ? hashes : [own];
    versions.set(normaliseName(name), version ?? null);
    lines.push([normaliseName(name), version ?? file, ...content].join(' '));
  }
  return { text: lines.sort().join('\n'), versions };
}
