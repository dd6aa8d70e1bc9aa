/**
 * The series of NumPy with wheels for a CPython minor, where they begin and where they ended for good:
 * NumPy's `requires-python` and the files on the index, as of NumPy 2.5.
 */
const SERIES: Readonly<Record<string, { readonly first: string; readonly last?: string }>> = {
  '3.8': { first: '1.17', last: '1.24' },
  '3.9': { first: '1.19', last: '2.0' },
  '3.10': { first: '1.21', last: '2.2' },
  '3.11': { first: '1.23', last: '2.4' },
  '3.12': { first: '1.26' },
  '3.13': { first: '2.1' },
  '3.13t': { first: '2.1', last: '2.4' },
  '3.14': { first: '2.3' },
  '3.14t': { first: '2.3' },
  '3.15': { first: '2.5' },
  '3.15t': { first: '2.5' },
};

/**
 * @param python label: `3.11`, `3.11.7`, `3.13t`
 * @returns undefined for a Python of which nothing is known
 * @example numpyForPython('3.8.18')?.last // '1.24'
 */
export function numpyForPython(
  python: string,
): { readonly first: string; readonly last?: string } | undefined {
  const [, minor = '', threads = ''] = /^(3\.\d+)(?:\.\d+\w*?)?(t?)$/.exec(python) ?? [];
  return SERIES[`${minor}${threads}`];
}
