/**
 * Whether a path in an archive stays below the folder that it is unpacked to, on every system.
 *
 * @example isSafeMember('pkg/../../etc/passwd') // false
 */
export function isSafeMember(path: string): boolean {
  return (
    path !== '' &&
    !/[\0\\]/.test(path) &&
    !path.startsWith('/') &&
    !/^[A-Za-z]:/.test(path) &&
    !path.split('/').includes('..')
  );
}
