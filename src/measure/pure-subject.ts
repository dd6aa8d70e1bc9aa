import { openSync } from 'node:fs';
import { together } from '../host/together.ts';
import { isSharedFile } from '../packaging/shared-file.ts';
import { openWheel } from '../wheels/open-wheel.ts';
import type { Installable } from './measure-combination.ts';
import type { Subject } from './subject/subject.ts';

/**
 * Whether what is installed holds no compiled file at all: then one combination says it for all of
 * them. Wheels are looked into, whatever their tag says; of packages the index tells the tags alone.
 *
 * @param label the Python's
 */
export async function isPure(
  { subject: installed }: Installable,
  subject: Subject,
  label: string,
): Promise<boolean> {
  if (installed.kind === 'wheels') {
    const pure = await together(installed.files.map(holdsNoBinary));
    return pure.length > 0 && !pure.includes(false);
  }
  const releases = subject.facts.map((facts) => facts.onPython?.[label] ?? facts);
  const wheels = releases.map((facts) => facts.wheels ?? []);
  return (
    wheels.length > 0 &&
    wheels.every(
      (list) =>
        list.length > 0 && list.every(({ tags }) => tags.every((tag) => tag.endsWith('-none-any'))),
    )
  );
}

async function holdsNoBinary(file: string): Promise<boolean> {
  const wheel = await openWheel({ kind: 'descriptor', fd: openSync(file, 'r') });
  // The installation meets it again, and says what is wrong with it.
  if ('kind' in wheel) return false;
  try {
    return !wheel.members.some(({ path }) => isSharedFile(path));
  } finally {
    wheel.close();
  }
}
