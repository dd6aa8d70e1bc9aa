import { lstatSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildEnvironment } from '../../host/child-environment.ts';
import { stopIfHopeless } from '../../host/stop-if-hopeless.ts';
import { together } from '../../host/together.ts';
import type { World } from '../../host/world.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { Environment } from '../../model/environment.ts';
import { groupBy } from '../../model/group-by.ts';
import { removeLarge } from './remove-large.ts';

const COPY_SECONDS = 300;

/**
 * Puts copies in the place of files that uv linked from its cache, before anything runs that could
 * write into them. Copied by uv itself they cost three times as much: it truncates each file that it
 * is about to fill, so that file systems write it to the disk at once, and deleting waits for that.
 *
 * @param paths files and whole folders, relative to `root`
 * @returns false where they cannot be copied: `root` lacks some of them then
 * @throws {UserError} disk full, interrupted
 */
export async function makeOwn(
  root: string,
  paths: readonly string[],
  world: Pick<World, 'processes' | 'env'>,
): Promise<boolean> {
  const aside = `${root}.linked`;
  const linked = paths.filter((path) => mayHoldLinks(join(root, path)));
  const folders = groupBy(linked, (path) => dirname(path));
  const env = buildEnvironment(world.env, { LC_ALL: 'C' });
  try {
    await moveAside(root, linked, aside);
    for (const [folder, own] of folders) {
      const from = own.map((path) => join(aside, path));
      const args = ['-pPR', '--', ...from, join(root, folder)];
      const options = { cwd: root, env, timeoutSeconds: COPY_SECONDS };
      const result = await world.processes.run('cp', args, options);
      stopIfHopeless(result, root);
      if (!endedWell(result.ending)) return false;
    }
    return true;
  } finally {
    // While it is there, a probe could find it, and write into uv's cache.
    await removeLarge(aside, world);
  }
}

function mayHoldLinks(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && (stats.isDirectory() || stats.nlink > 1);
}

/**
 * Moves files and folders of an environment to the same places below another folder; what is not
 * there is left out.
 */
export async function moveAside(
  root: string,
  paths: readonly string[],
  aside: string,
): Promise<void> {
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    await mkdir(join(aside, folder), { recursive: true });
  }
  for (const path of paths) {
    await rename(join(root, path), join(aside, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

/**
 * The largest folders that hold nothing but the given files, and the files that lie in none.
 *
 * @param files relative to the environment
 * @param others whatever else is in it
 * @example outermost(['a/b/c', 'a/d'], ['a/e']) // ['a/b', 'a/d']
 */
export function outermost(files: Iterable<string>, others: Iterable<string>): readonly string[] {
  const shared = new Set(['.']);
  for (const path of others) {
    for (let at = path; !shared.has(at); at = dirname(at)) shared.add(at);
  }
  const found = new Set<string>();
  for (const file of files) {
    let at = file;
    while (!shared.has(dirname(at))) at = dirname(at);
    found.add(at);
  }
  return [...found];
}

/** Whether uv linked what it installed; it copies where its cache is on another file system. */
export async function isLinked({ distributions }: Environment): Promise<boolean> {
  const links = await together(
    distributions.map(async ({ metadataFolder }) => {
      const stats = await stat(join(metadataFolder, 'METADATA')).catch(() => undefined);
      return stats?.nlink ?? 1;
    }),
  );
  return links.some((count) => count > 1);
}
