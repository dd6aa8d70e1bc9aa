import { minorOf } from './minor.ts';

/**
 * The releases of NumPy with wheels for a CPython minor: the one with which they begin (where it is the
 * first of its series, that series), and the series where they ended for good. NumPy's
 * `requires-python` and the files on the index, as of NumPy 2.5.
 */
const RELEASES: Readonly<Record<string, { readonly first: string; readonly last?: string }>> = {
  '3.8': { first: '1.17', last: '1.24' },
  '3.9': { first: '1.19', last: '2.0' },
  '3.10': { first: '1.21.2', last: '2.2' },
  '3.11': { first: '1.23.2', last: '2.4' },
  '3.12': { first: '1.26' },
  '3.13': { first: '2.1' },
  '3.13t': { first: '2.1', last: '2.4' },
  '3.14': { first: '2.3.2' },
  '3.14t': { first: '2.3.2' },
  '3.15': { first: '2.5' },
  '3.15t': { first: '2.5' },
};

/**
 * The series of NumPy with wheels for a Python: the first, and the last where there will be no more.
 *
 * @param python label: `3.11`, `3.11.7`, `3.13t`
 * @returns undefined for a Python of which nothing is known
 * @example numpyForPython('3.8.18')?.last // '1.24'
 */
export function numpyForPython(
  python: string,
): { readonly first: string; readonly last?: string } | undefined {
  const [, minor = '', threads = ''] = /^(3\.\d+)(?:\.\d+\w*?)?(t?)$/.exec(python) ?? [];
  const found = RELEASES[`${minor}${threads}`];
  return found && { ...found, first: minorOf(found.first) };
}

/**
 * @param minors Pythons that the table knows
 * @returns with which releases their wheels begin
 * @example firstWheels(['3.10', '3.12']) // '1.21.2 for Python 3.10, 1.26 for 3.12'
 */
export function firstWheels(minors: readonly string[]): string {
  return minors
    .map((minor, at) => `${RELEASES[minor]?.first} for ${at === 0 ? 'Python ' : ''}${minor}`)
    .join(', ');
}
