/** Whether uv's stderr says that a release is there, and no wheel of it fits this Python. */
export function saysNoWheel(text: string): boolean {
  return /no usable wheels|no wheels with a matching/.test(text);
}

/**
 * Which release uv would have to build from source, where it may not; the name alone where that holds
 * for all of them.
 *
 * @param text uv's stderr
 * @returns undefined when that was not the reason
 * @example releaseWithoutWheel('Because a==1.0 has no usable wheels and you require a') // 'a==1.0'
 */
export function releaseWithoutWheel(text: string): string | undefined {
  const found =
    /([\w.-]+==[^\s,]+) has no usable wheels|all versions of ([\w.-]+) have no usable wheels|building (?:source )?`?([\w.=-]+)`? is disabled|Building source distributions for `?([\w.-]+)`? is disabled/.exec(
      text.replaceAll(/\s+/g, ' '),
    );
  return found?.slice(1).find((name) => name !== undefined);
}

/**
 * Whether uv's stderr says that one release of NumPy, which was asked for, cannot be had on this Python.
 *
 * @example refusesPinnedNumpy('Because numpy==1.20.3 has no\n usable wheels') // true
 */
export function refusesPinnedNumpy(text: string): boolean {
  return /numpy==\S+ (has no usable wheels|cannot be used)/.test(text.replaceAll(/\s+/g, ' '));
}

/** Whether uv's stderr says so of whatever NumPy the requirements let in. */
export function refusesNumpy(text: string): boolean {
  return /numpy\S* has no usable wheels/.test(text);
}
