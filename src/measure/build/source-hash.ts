import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { THIS_PLATFORM } from '../../host/this-platform.ts';
import type { Git } from './git-copy.ts';

/**
 * The hash of everything that a build finds in its private copy: names, contents, links, and which
 * files may be run. Not the times, which differ in every checkout.
 *
 * @param root the copy
 * @returns undefined where something leads out of it into a folder that nobody can look at as a whole
 */
export async function sourceHash(root: string, git: Git): Promise<string | undefined> {
  const hash = createHash('sha256');
  return (await addFolder(root, '', { hash, root, git })) ? hash.digest('hex') : undefined;
}

interface Walk {
  readonly hash: Hash;
  readonly root: string;
  readonly git: Git;
}

async function addFolder(folder: string, below: string, walk: Walk): Promise<boolean> {
  const { hash } = walk;
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    const shown = `${below}/${name}`;
    const stats = await lstat(path);
    if (stats.isDirectory()) {
      hash.update(`folder ${shown}\0`);
      if (name === '.git') await addRepository(path, walk);
      else if (!(await addFolder(path, shown, walk))) return false;
    } else if (stats.isSymbolicLink()) {
      if (!(await addLink(path, shown, walk))) return false;
    } else if (stats.isFile()) {
      const runs = THIS_PLATFORM.system !== 'windows' && (stats.mode & 0o100) !== 0;
      hash.update(`${runs ? 'program' : 'file'} ${shown}\0`);
      await addFile(path, hash);
    }
  }
  hash.update('end\0');
  return true;
}

/** Where a link leads out of the copy, what it leads to counts: a file by its contents. */
async function addLink(path: string, shown: string, { hash, root }: Walk): Promise<boolean> {
  const link = await readlink(path);
  const target = await realpath(path).catch(() => null);
  const inside = target === null || `${target}${sep}`.startsWith(`${root}${sep}`);
  hash.update(`link ${shown}\0${inside ? link.replaceAll(root, '') : link}\0`);
  if (inside) return true;
  if (!(await stat(target)).isFile()) return false;
  await addFile(target, hash);
  return true;
}

async function addFile(path: string, hash: Hash): Promise<void> {
  const own = createHash('sha256');
  await pipeline(createReadStream(path), own);
  hash.update(own.digest());
}

/**
 * What a build may learn of a repository: commit, branch, tags, tracked files, and settings. Other
 * branches are nobody's business, and the files of Git hold times and inodes.
 */
async function addRepository(folder: string, { hash, git }: Walk): Promise<void> {
  const top = dirname(folder);
  for (const args of [
    ['rev-parse', 'HEAD'],
    ['symbolic-ref', '--quiet', 'HEAD'],
    ['for-each-ref', 'refs/tags'],
    ['ls-files', '--stage', '-z'],
  ]) {
    const { ending, stdout } = await git(args, top);
    hash.update(JSON.stringify([args, ending, stdout]));
  }
  for (const name of ['config', 'shallow', 'objects/info/alternates', 'info/attributes']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null);
    hash.update(JSON.stringify([name, text]));
  }
}
