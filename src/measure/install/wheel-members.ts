import { openSync } from 'node:fs';
import { openWheel } from '../../wheels/open-wheel.ts';

/**
 * The paths in a wheel file; none in a file that is no wheel: the installation meets it again, and
 * says what is wrong with it.
 */
export async function wheelMembers(file: string): Promise<readonly string[]> {
  const wheel = await openWheel({ kind: 'descriptor', fd: openSync(file, 'r') });
  if ('kind' in wheel) return [];
  wheel.close();
  return wheel.members.map(({ path }) => path);
}
