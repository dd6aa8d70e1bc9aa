/** uv's variables that a flag of the same meaning overrides as a whole, with what parts their values. */
const LISTS: readonly (readonly [flag: string, variable: string, between: RegExp])[] = [
  ['--find-links', 'UV_FIND_LINKS', /,/],
  ['--index', 'UV_INDEX', /\s+/],
  ['--allow-insecure-host', 'UV_INSECURE_HOST', /\s+/],
];

/**
 * What uv would no longer read from its variables because of flags that were not typed by the user
 * of uv: they add to the variables here.
 *
 * @param flags those that uv is going to get
 * @example keptVariables(['--find-links', 'a'], { UV_FIND_LINKS: 'b,c' }) // ['--find-links', 'b', '--find-links', 'c']
 */
export function keptVariables(
  flags: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return LISTS.flatMap(([flag, variable, between]) => {
    if (!flags.includes(flag)) return [];
    const values = (environment[variable] ?? '').split(between).map((value) => value.trim());
    return values.filter((value) => value !== '').flatMap((value) => [flag, value]);
  });
}
