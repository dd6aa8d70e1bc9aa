/** A folder of this machine, and what stands for it in a measurement. */
export interface Replacement {
  readonly folder: string;
  readonly by: string;
}

/** What stands for the environment's folder: absolute, as rules and readers expect a path to be. */
export function environmentName(platform: string): string {
  return platform.startsWith('win') ? 'C:\\environment' : '/environment';
}

/** What stands for the folder in which a probe worked. */
export function probeFolderName(platform: string): string {
  return platform.startsWith('win') ? 'C:\\probe' : '/probe';
}

/**
 * Replaces folders in every string of plain data, so that equal runs give equal measurements
 * wherever they ran. The longest folder wins; on Windows letter case does not count.
 *
 * @param value plain data: it is not changed, parts without such a folder are shared
 */
export function portable<T>(value: T, replacements: readonly Replacement[], windows: boolean): T {
  const ordered = replacements
    .filter(({ folder }) => folder !== '')
    .toSorted((a, b) => b.folder.length - a.folder.length);
  const [first] = ordered;
  if (!first) return value;
  const pattern = new RegExp(
    `(?:${ordered.map(({ folder }) => escaped(folder)).join('|')})(?![\\w.-])`,
    windows ? 'gi' : 'g',
  );
  const key = (folder: string): string => (windows ? folder.toLowerCase() : folder);
  const names = new Map(ordered.map(({ folder, by }) => [key(folder), by]));
  const text = (one: string): string =>
    one.replace(pattern, (found) => names.get(key(found)) ?? found);
  return mapped(value, text, new Map()) as T;
}

function mapped(
  value: unknown,
  text: (one: string) => string,
  seen: Map<object, unknown>,
): unknown {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const entries = Object.entries(value);
  const next = entries.map(([name, one]): [string, unknown] => [
    Array.isArray(value) ? name : text(name),
    mapped(one, text, seen),
  ]);
  const same = next.every(
    ([name, one], at) => name === entries[at]?.[0] && one === entries[at]?.[1],
  );
  const result = same
    ? value
    : Array.isArray(value)
      ? next.map(([, one]) => one)
      : Object.fromEntries(next);
  seen.set(value, result);
  return result;
}

function escaped(folder: string): string {
  return folder.replaceAll(/[.+?^${}()|[\]\\*]/g, String.raw`\$&`);
}
