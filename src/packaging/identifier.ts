/**
 * Whether an import statement can write a name.
 *
 * @example isIdentifier('my-pkg') // false
 */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_]\p{ID_Continue}*$/u.test(name);
}

/**
 * The nearest name that an import statement can write.
 *
 * @example identifierOf('2-d') // '_2_d'
 */
export function identifierOf(name: string): string {
  return name.replaceAll(/\P{ID_Continue}/gu, '_').replace(/^(?![\p{ID_Start}_])/u, '_');
}
