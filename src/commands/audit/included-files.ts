import { dirname, resolve } from 'node:path';
import { plural } from '../../escape/plural.ts';
import type { World } from '../../host/world.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { listText } from '../../packaging/locks/list-text.ts';
import type { Lock } from '../../packaging/locks/lock.ts';
import { parseLock } from '../../packaging/locks/parse-lock.ts';
import { parseRequirementsFile } from '../../packaging/locks/requirements-file.ts';
import { heldTogether, type PlacedPackage } from './held-together.ts';

/** A lock or requirements file with those that it names. */
export interface WholeLock extends Omit<Lock, 'packages' | 'includes'> {
  readonly packages: readonly PlacedPackage[];
}

const MOST_FILES = 100;

/**
 * Reads a lock or requirements file, and those that it names: what `-r` names is installed as well, and
 * what `-c` names says of what is installed which release.
 *
 * @param shownAs how a path is called in what is told
 * @throws {UserError} exit 2 when there is no such file, or it cannot be read as a lock
 */
export async function readWholeLock(
  path: string,
  shownAs: (path: string) => string,
  { files }: Pick<World, 'files'>,
): Promise<WholeLock> {
  const notices: string[] = [];
  const listed: PlacedPackage[] = [];
  const limits: PlacedPackage[] = [];
  let first: Lock | undefined;
  const seen = new Set<string>();
  const queue = [{ path: resolve(path), isLimit: false, from: '' }];
  for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
    const key = `${one.isLimit} ${one.path}`;
    if (seen.has(key) || seen.size >= MOST_FILES) continue;
    seen.add(key);
    const shown = shownAs(one.path);
    const bytes = await files.read(one.path);
    if (bytes === undefined) throw missing(shown, one.from);
    const text = listText(bytes);
    // What one of them names is a requirements file, whatever it is called.
    const lock = first === undefined ? readText(text, shown) : parseRequirementsFile(text, shown);
    first ??= lock;
    notices.push(...lock.notices);
    const { isLimit } = one;
    (isLimit ? limits : listed).push(...lock.packages.map((each) => ({ ...each, file: shown })));
    for (const { path: included, as } of lock.includes) {
      if (/^[a-z][a-z+]+:\/\//i.test(included)) {
        notices.push(`${shown} names ${included}, which is not read: audit it, too`);
        continue;
      }
      const next = resolve(dirname(one.path), included);
      queue.push({ path: next, isLimit: isLimit || as === 'limits', from: shown });
    }
  }
  if (first === undefined) throw missing(shownAs(path), '');
  const told = new Set([...listed.map(({ name }) => name), 'numpy']);
  const unused = new Set(limits.flatMap(({ name }) => (told.has(name) ? [] : [name])));
  if (unused.size > 0)
    notices.push(
      `${[...new Set(limits.map(({ file }) => file))].join(', ')}: ${plural(unused.size, 'package')} that no requirements file names, only limited there: not read. Name the file itself to have them read`,
    );
  return { ...first, packages: heldTogether(listed, limits), notices };
}

function missing(shown: string, from: string): UserError {
  return new UserError(`There is no readable file ${shown}${from && `, which ${from} names`}`, {
    exitCode: EXIT.usage,
    remedy: from
      ? 'Check the path on its -r or -c line'
      : 'Name a lock or requirements file that is there',
  });
}

function readText(text: string, shown: string): Lock {
  try {
    return parseLock(text, shown);
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UserError(`${shown} cannot be read: ${why}`, {
      exitCode: EXIT.usage,
      remedy: 'Write it again with the tool that made it, or use a newer numpy-abi-matrix',
    });
  }
}
