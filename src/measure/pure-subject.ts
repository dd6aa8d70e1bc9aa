import { openSync } from 'node:fs';
import { together } from '../host/together.ts';
import { isSharedFile } from '../packaging/shared-file.ts';
import { openWheel } from '../wheels/open-wheel.ts';
import type { Installable } from './measure-combination.ts';
import type { Subject } from './subject/subject.ts';

/**
 * Whether one combination shows for all of them that there is no compiled module. Wheels are looked
 * into, whatever their tag says; of packages the index tells the tags alone: `py3-none-any`, and
 * `py3-none-manylinux…`, whose shared libraries are the same on every Python. A module in such a wheel
 * for one Python alone is seen under the others, too, as one of another Python.
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
        list.length > 0 && list.every(({ tags }) => tags.every((tag) => /^py\d-none-/.test(tag))),
    )
  );
}

/** The releases that a Python gets, as one key. */
export function releasesFor(subject: Subject, label: string): string {
  return subject.facts.map((facts) => (facts.onPython?.[label] ?? facts).version).join(' ');
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
