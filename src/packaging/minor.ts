/**
 * A version's first two numbers, of Python or NumPy; what has none of its own is left as it is.
 *
 * @example minorOf('1.24.4') // '1.24'
 * @example minorOf('3.13.0rc1') // '3.13'
 */
export function minorOf(version: string): string {
  return /^\d+\.\d+/.exec(version)?.[0] ?? version;
}
