import { constants } from 'node:fs';
import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { together } from '../../host/together.ts';
import type { RunResult } from '../../model/ports.ts';
import { cleanGitConfig } from './git-config.ts';

/** What a build may ask git for: version, tracked files, history. All else stays behind. */
const KEPT = ['HEAD', 'index', 'packed-refs', 'refs', 'reftable', 'shallow', 'info'] as const;
/** What a worktree has of its own, besides what it shares with its repository. */
const OWN = ['HEAD', 'index'] as const;

/** Runs git without touching what it reads. */
export type Git = (args: readonly string[], cwd: string) => Promise<RunResult>;

/**
 * Copies a repository's own data: no objects (those are referred to, read-only by design), no
 * hooks, no reflogs, and a config of harmless keys only. A clone's address, a header or an included
 * file may hold a token, and builds run the project's code.
 *
 * Worktrees and submodules keep their data elsewhere and say so in a file; the copy has it in place.
 *
 * @param dotGit the original's `.git`, a folder or a file
 * @param to the copy's `.git`; made here
 */
export async function copyGit(dotGit: string, to: string, git: Git): Promise<void> {
  const isFolder = (await stat(dotGit)).isDirectory();
  const own = isFolder ? await realpath(dotGit) : await gitFolderOf(dotGit);
  const shared = await readFile(join(own, 'commondir'), 'utf8').then(
    (text) => resolve(own, text.trim()),
    () => own,
  );
  await mkdir(join(to, 'objects', 'info'), { recursive: true });
  await mkdir(join(to, 'refs'), { recursive: true });
  for (const name of KEPT) await copyEntry(join(shared, name), join(to, name));
  if (own !== shared) for (const name of OWN) await copyEntry(join(own, name), join(to, name));
  const stores = await objectStores(join(shared, 'objects'));
  await writeFile(join(to, 'objects', 'info', 'alternates'), `${stores.join('\n')}\n`);
  const files = [join(shared, 'config'), join(own, 'config.worktree')];
  const listed = await together(
    files.map((file) => git(['config', '--file', file, '--no-includes', '--null', '--list'], to)),
  );
  await writeFile(join(to, 'config'), cleanGitConfig(listed.map((one) => one.stdout).join('')));
}

async function gitFolderOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  return resolve(dirname(file), text.replace(/^gitdir:\s*/, '').trim());
}

/** A store and those that it refers to: relative ones would be read from another place. */
async function objectStores(objects: string): Promise<readonly string[]> {
  const text = await readFile(join(objects, 'info', 'alternates'), 'utf8').catch(() => '');
  const others = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return [objects, ...others.map((line) => resolve(objects, line))];
}

/** Files and folders as they are; links, locks and what is not there are left out. */
async function copyEntry(from: string, to: string): Promise<void> {
  const stats = await lstat(from).catch(() => undefined);
  if (stats?.isDirectory()) {
    await mkdir(to, { recursive: true });
    for (const name of await readdir(from)) {
      if (!name.endsWith('.lock')) await copyEntry(join(from, name), join(to, name));
    }
  } else if (stats?.isFile()) {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
