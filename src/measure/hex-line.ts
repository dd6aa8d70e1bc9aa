/**
 * A line of what our Python programs read: a word, then texts of any kind, which hexadecimal digits
 * keep on it.
 *
 * @example hexLine('step', 'a.b') // 'step 612e62'
 */
export function hexLine(key: string, ...values: readonly string[]): string {
  return [key, ...values.map((value) => Buffer.from(value, 'utf8').toString('hex'))].join(' ');
}
