import { constants } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readlink,
  realpath,
  stat,
  symlink,
  utimes,
} from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { buildEnvironment, type Env } from '../../host/child-environment.ts';
import type { Processes } from '../../model/ports.ts';
import { EXIT, UserError } from '../../model/user-error.ts';
import { copyGit, type Git } from './git-copy.ts';
import { isHugeData, isLeftBehind } from './left-behind.ts';

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
 * @param options `own`: the folder of this run, which may lie inside the original
 */
export async function privateCopy(
  project: string,
  target: string,
  options: { readonly processes: Processes; readonly env: Env; readonly own: string },
): Promise<PrivateCopy> {
  const git = gitRunner(options);
  const from = await realpath(project);
  const top = await findTop(from);
  const tracked = top === undefined ? undefined : await trackedFiles(top, git);
  const below = top === undefined ? '' : relative(top, from).split(sep).join('/');
  // A project that its surrounding repository does not know (a home folder under git) stands alone.
  const belongs =
    tracked !== undefined &&
    (below === '' || [...tracked].some((path) => path.startsWith(`${below}/`)));
  const original = belongs && top !== undefined ? top : from;
  const known = belongs && tracked !== undefined ? withFolders(tracked) : new Set<string>();
  const ignored = belongs ? await ignoredPaths(original, git) : new Set<string>();
  await mkdir(target, { recursive: true });
  const root = await realpath(target);
  const own = await realpath(options.own);
  await copyFolder(original, root, '', { known, ignored, original, root, own, git }).catch(
    unreadable,
  );
  if (belongs) await copyGit(join(original, '.git'), join(root, '.git'), git);
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

/** A checkout owned by another user is normal in containers; we only read. */
export function gitRunner({
  processes,
  env,
}: {
  readonly processes: Processes;
  readonly env: Env;
}): Git {
  return (args, cwd) =>
    processes.run('git', ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', ...args], {
      cwd,
      env: buildEnvironment(env, { GIT_OPTIONAL_LOCKS: '0' }),
      timeoutSeconds: 60,
      outputCapBytes: 256 * 1024 * 1024,
    });
}

async function trackedFiles(top: string, git: Git): Promise<ReadonlySet<string> | undefined> {
  const all = ['ls-files', '-z', '--recurse-submodules'];
  return (await paths(all, top, git)) ?? (await paths(['ls-files', '-z'], top, git));
}

/** Ignored files, and ignored folders as a whole. */
async function ignoredPaths(top: string, git: Git): Promise<ReadonlySet<string>> {
  const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
  const found = await paths(args, top, git);
  return new Set([...(found ?? [])].map((path) => path.replace(/\/$/, '')));
}

async function paths(
  args: readonly string[],
  cwd: string,
  git: Git,
): Promise<ReadonlySet<string> | undefined> {
  const { ending, stdout } = await git(args, cwd);
  if (ending.kind !== 'exited' || ending.code !== 0) return undefined;
  return new Set(stdout.split('\0').filter((path) => path !== ''));
}

function withFolders(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set(files);
  for (const file of files) {
    for (let at = dirname(file); at !== '.' && !known.has(at); at = dirname(at)) known.add(at);
  }
  return known;
}

interface Copying {
  /** Tracked files and their folders, relative to the top level. */
  readonly known: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
  readonly original: string;
  readonly root: string;
  readonly own: string;
  readonly git: Git;
}

async function copyFolder(
  from: string,
  to: string,
  below: string,
  all: Copying,
  isIgnored = false,
): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true });
  const siblings = new Set(entries.map((entry) => entry.name));
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const source = join(from, entry.name);
    // Both may lie inside the original: a temp folder in the project.
    if (source === all.root || source === all.own) continue;
    if (below === '' && entry.name === '.git') continue;
    const ignored = isIgnored || all.ignored.has(path);
    if (entry.name === '.git') {
      // A submodule's, or that of a clone inside: its token is no less a secret.
      await copyGit(source, join(to, entry.name), all.git).catch(() => undefined);
      continue;
    }
    if (!all.known.has(path)) {
      const inside = entry.isDirectory() ? await readdir(source).catch(() => []) : [];
      const around = { siblings, inside: new Set(inside) };
      if (isLeftBehind(entry.name, entry.isDirectory(), around)) continue;
    }
    const copied = join(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir(copied);
      await copyFolder(source, copied, path, all, ignored).catch(unlessGone(source));
    } else if (entry.isSymbolicLink()) {
      await copyLink(source, copied, all).catch(unlessGone(source));
    } else if (entry.isFile()) {
      await copyUsed(source, copied, ignored).catch(unlessGone(source));
    }
  }
}

async function copyUsed(source: string, copied: string, isIgnored: boolean): Promise<void> {
  if (isIgnored && isHugeData(basename(source), (await stat(source)).size)) return;
  await copyOne(source, copied);
}

/** What goes while others are copied (an editor's file, another program's) need not be there. */
function unlessGone(source: string): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (error.code !== 'ENOENT' || error.path !== source) throw error;
  };
}

/** What may not be read is the user's to put right. */
function unreadable(error: unknown): never {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EPERM') throw error;
  throw new UserError(`Cannot copy the project for its build: no permission to read "${path}"`, {
    exitCode: EXIT.setUp,
    remedy: 'Make it readable for the user that runs this, or remove it',
    cause: error,
  });
}

/** A link into the original leads into the copy; one that leaves it, to where it led. */
async function copyLink(source: string, copied: string, all: Copying): Promise<void> {
  const link = await readlink(source);
  const target = resolve(dirname(source), link);
  const inside = `${target}${sep}`.startsWith(`${all.original}${sep}`);
  if (inside && !isAbsolute(link)) await symlink(link, copied);
  else await symlink(inside ? join(all.root, relative(all.original, target)) : target, copied);
}

async function copyOne(source: string, copied: string): Promise<void> {
  await copyFile(source, copied, constants.COPYFILE_FICLONE);
  const { atime, mtime, mode } = await stat(source);
  // A read-only checkout is no reason that the build cannot write its version file.
  if ((mode & 0o200) === 0) await chmod(copied, mode | 0o200);
  await utimes(copied, atime, mtime).catch(() => undefined);
}
