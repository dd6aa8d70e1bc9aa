/**
 * The last part of a path of any system.
 *
 * @example baseName('C:\\x\\a.pyd') // 'a.pyd'
 */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
