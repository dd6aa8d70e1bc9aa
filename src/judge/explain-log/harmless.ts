import { describeSizes, parseSizeComplaint } from '../diagnose/cython-sizes.ts';

/**
 * Says that a warning is harmless: Cython compares the sizes of structs, which only grow
 * at their end, and NumPy itself filters the warning out for its own.
 *
 * @param message what a warning says, without its type
 * @returns a sentence for the user, undefined when the warning is another one
 */
export function harmlessRemark(message: string): string | undefined {
  const sizes = parseSizeComplaint(message);
  if (sizes === undefined || sizes.header > sizes.runtime) return undefined;
  const who = sizes.object.startsWith('numpy.')
    ? 'NumPy itself hides this warning'
    : 'where it would, Cython raises an error instead of warning';
  return `The size warning is harmless: ${describeSizes(sizes)}. A struct that grew since the build does no harm; ${who}.`;
}
