/** What marks an environment of Python or of conda, or a cache (https://bford.info/cachedir/). */
const MARKS = ['pyvenv.cfg', 'conda-meta', 'CACHEDIR.TAG'];

/**
 * Whether a folder is one that programs made and fill: nobody edits what lies there.
 *
 * @param inside the names in it
 */
export function isMadeFolder(inside: ReadonlySet<string>): boolean {
  return MARKS.some((mark) => inside.has(mark));
}
