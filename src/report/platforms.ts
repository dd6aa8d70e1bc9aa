/** What stands on a platform; absent: there is but one. */
export interface OnPlatform {
  readonly platform?: string;
}

/** The parts of a grid by platform, in order of name; a single one where there is but one. */
export function byPlatform<T extends OnPlatform>(
  all: readonly T[],
): readonly (readonly [string, readonly T[]])[] {
  const names = [...new Set(all.map(({ platform = '' }) => platform))].sort();
  return names.map((name) => [name, all.filter(({ platform = '' }) => platform === name)]);
}

/** Whether more than one platform is there. */
export function hasPlatforms(all: readonly OnPlatform[]): boolean {
  return new Set(all.map(({ platform = '' }) => platform)).size > 1;
}

/**
 * Tells the same of several platforms once.
 *
 * @param said what is true on a platform, by its name; empty: nothing is to be said of it
 * @example tellByPlatform([['linux', 'A'], ['macos', 'A'], ['windows', 'B']])
 * // 'on linux and macos: A; on windows: B'
 */
export function tellByPlatform(said: readonly (readonly [string, string])[]): string {
  const byText = new Map<string, string[]>();
  for (const [platform, text] of said) {
    if (text !== '') byText.set(text, [...(byText.get(text) ?? []), platform]);
  }
  const told = [...byText.values()].flat().length;
  return [...byText]
    .map(([text, platforms]) => {
      if (platforms.length === said.length) return `on every platform: ${text}`;
      const only = told === platforms.length ? ' only' : '';
      return `on ${andList(platforms)}${only}: ${text}`;
    })
    .join('; ');
}

/** @example andList(['a', 'b', 'c']) // 'a, b and c' */
export function andList(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}
