/**
 * A text without what differs from environment to environment: paths, versions, numbers.
 *
 * @example alike('libfoo.so.3: cannot open') // 'libfoo.so.#: cannot open'
 */
export function alike(text: string): string {
  return text.replace(/(?:[A-Za-z]:)?(?:[\\/][\w.+-]+)+/g, '').replace(/\d[\w.]*/g, '#');
}
