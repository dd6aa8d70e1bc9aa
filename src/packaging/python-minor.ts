/**
 * @returns the second number of a Python 3, whatever the label says besides; undefined for others
 * @example pythonMinor('3.13t') // 13
 * @example pythonMinor('pypy3.9') // 9
 */
export function pythonMinor(python: string): number | undefined {
  const minor = /(?<!\d)3\.(\d+)/.exec(python)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
