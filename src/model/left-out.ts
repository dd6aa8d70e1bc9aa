/** As src/measure/discover/module-globs.ts says it. */
const LEFT_OUT = /^(?:excluded by "|not in the module list$)/;

/**
 * @param reason why a file was not tested
 * @returns true when the user's `modules` setting is the reason
 * @example isLeftOut('not in the module list') // true
 */
export function isLeftOut(reason: string): boolean {
  return LEFT_OUT.test(reason);
}
