import { constants } from 'node:fs';
import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { buildEnvironment, type Env } from '../adapters/child-environment.ts';
import type { Processes } from '../ports.ts';
import { isLeftBehind } from './left-behind.ts';

/** What a build works in, instead of the user's checkout. */
export interface PrivateCopy {
  /** The copied top level. */
  readonly root: string;
  /** The project inside the copy. */
  readonly project: string;
  /** The original top level: git's, else the project's folder. */
  readonly original: string;
}

/**
 * Copies the git top level that contains the project, so that setuptools_scm, submodules and
 * relative sources work; without git, the project's folder. The original is only read.
 *
 * @param target the copy's folder; made here
 */
export async function privateCopy(
  project: string,
  target: string,
  options: { readonly processes: Processes; readonly env: Env },
): Promise<PrivateCopy> {
  const from = await realpath(project);
  const top = await findTop(from);
  const tracked = top === undefined ? undefined : await trackedFiles(top, options);
  const below = top === undefined ? '' : relative(top, from).split(sep).join('/');
  // A project that its surrounding repository does not know (a home folder under git) stands alone.
  const belongs =
    tracked !== undefined &&
    (below === '' || [...tracked].some((path) => path.startsWith(`${below}/`)));
  const original = belongs && top !== undefined ? top : from;
  const known = belongs && tracked !== undefined ? withFolders(tracked) : new Set<string>();
  await mkdir(target, { recursive: true });
  const root = await realpath(target);
  await copyFolder(original, root, '', { known, original, root });
  if (belongs) await copyGit(original, root);
  return { root, project: join(root, relative(original, from)), original };
}

/** Compilers name files of the copy; the user knows those of the repository. */
export function mapPaths(text: string, copy: Pick<PrivateCopy, 'root' | 'original'>): string {
  return text.replaceAll(copy.root, copy.original);
}

async function findTop(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if (await stat(join(at, '.git')).catch(() => undefined)) return at;
    if (dirname(at) === at) return undefined;
  }
}

async function trackedFiles(
  top: string,
  { processes, env }: { readonly processes: Processes; readonly env: Env },
): Promise<ReadonlySet<string> | undefined> {
  const list = (flags: readonly string[]) =>
    processes.run(
      'git',
      // A checkout owned by another user is normal in containers; we only read file names.
      ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', 'ls-files', '-z', ...flags],
      {
        cwd: top,
        env: buildEnvironment(env, { GIT_OPTIONAL_LOCKS: '0' }),
        timeoutSeconds: 60,
        outputCapBytes: 256 * 1024 * 1024,
      },
    );
  let result = await list(['--recurse-submodules']);
  if (result.ending.kind !== 'exited' || result.ending.code !== 0) result = await list([]);
  if (result.ending.kind !== 'exited' || result.ending.code !== 0) return undefined;
  return new Set(result.stdout.split('\0').filter((path) => path !== ''));
}

function withFolders(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set(files);
  for (const file of files) {
    for (let at = dirname(file); at !== '.' && !known.has(at); at = dirname(at)) known.add(at);
  }
  return known;
}

interface Copying {
  readonly known: ReadonlySet<string>;
  readonly original: string;
  readonly root: string;
}

async function copyFolder(from: string, to: string, below: string, all: Copying): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true });
  const siblings = new Set(entries.map((entry) => entry.name));
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const source = join(from, entry.name);
    // The copy may lie inside the original (a temp folder in the project).
    if (source === all.root || (below === '' && entry.name === '.git')) continue;
    if (!all.known.has(path)) {
      const inside = entry.isDirectory() ? await readdir(source).catch(() => []) : [];
      const around = { siblings, inside: new Set(inside) };
      if (isLeftBehind(entry.name, entry.isDirectory(), around)) continue;
    }
    const copied = join(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir(copied);
      await copyFolder(source, copied, path, all);
    } else if (entry.isSymbolicLink()) {
      await copyLink(source, copied, all);
    } else if (entry.isFile()) {
      await copyOne(source, copied);
    }
  }
}

/** An absolute link into the original would let the build write there. */
async function copyLink(source: string, copied: string, all: Copying): Promise<void> {
  const link = await readlink(source);
  const inside = isAbsolute(link) && `${link}${sep}`.startsWith(`${all.original}${sep}`);
  await symlink(inside ? join(all.root, relative(all.original, link)) : link, copied);
}

async function copyOne(source: string, copied: string): Promise<void> {
  await copyFile(source, copied, constants.COPYFILE_FICLONE);
  const { atime, mtime } = await stat(source);
  await utimes(copied, atime, mtime).catch(() => undefined);
}

/** The repository's own data, but its objects: those are only referred to (read-only by design). */
async function copyGit(original: string, root: string): Promise<void> {
  const dotGit = join(original, '.git');
  const isFolder = (await lstat(dotGit)).isDirectory();
  const own = isFolder ? dotGit : await gitFolderOf(dotGit);
  const shared = await readFile(join(own, 'commondir'), 'utf8').then(
    (text) => resolve(own, text.trim()),
    () => own,
  );
  const to = join(root, '.git');
  await mkdir(join(to, 'objects', 'info'), { recursive: true });
  await mkdir(join(to, 'refs'), { recursive: true });
  await copyPlain(shared, to, new Set(['objects', 'worktrees', 'hooks', 'lfs', 'index.lock']));
  // A worktree has its own HEAD and index.
  for (const name of own === shared ? [] : ['HEAD', 'index', 'ORIG_HEAD']) {
    await copyFile(join(own, name), join(to, name)).catch(() => undefined);
  }
  await writeFile(join(to, 'objects', 'info', 'alternates'), `${join(shared, 'objects')}\n`);
  const config = await readFile(join(to, 'config'), 'utf8').catch(() => '');
  // A submodule's config points back to where it is checked out; no credential helper's header
  // (actions/checkout leaves the token there) goes to a build.
  const cleaned = config
    .replaceAll(/^\s*worktree\s*=.*$/gm, '')
    .replaceAll(/^\s*extraheader\s*=.*$/gim, '')
    .replaceAll(/(:\/\/)[^/\s@]+@/g, '$1');
  await writeFile(join(to, 'config'), cleaned);
}

async function gitFolderOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  return resolve(dirname(file), text.replace(/^gitdir:\s*/, '').trim());
}

async function copyPlain(from: string, to: string, skip: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (skip.has(entry.name)) continue;
    const [source, copied] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(copied, { recursive: true });
      await copyPlain(source, copied, new Set());
    } else if (entry.isFile()) {
      await copyFile(source, copied, constants.COPYFILE_FICLONE);
    }
  }
}
