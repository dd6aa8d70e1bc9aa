import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, release, version } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Env } from '../../host/child-environment.ts';
import { THIS_MACHINE, THIS_PLATFORM } from '../../host/this-platform.ts';
import { contentLines, filesIn, MACHINE_STAYS, statList } from './stat-list.ts';

/** What a machine brings to a probe or a build, besides what is installed into its environment. */
export interface SystemIdentity {
  /** Differs where anything of it does. */
  readonly text: string;
  /** Whether a file is one of those that were looked at. */
  has(path: string): boolean;
}

const SHARED = /\.(?:so(?:\.[\w.]+)?|dylib|dll)$/i;

/**
 * System, kernel, processor, limits, the lists of installed packages, and every shared library that
 * the loader would find by its name: in its cache and beside what is named there, in the folders it
 * always looks into, and in `LD_LIBRARY_PATH`, with their variants for better processors. There every
 * file counts, whatever its name, and on a machine that is new each time its contents.
 *
 * @param root where the system's own files are, for tests
 */
export function systemIdentity(env: Env, root = ''): SystemIdentity {
  const textOf = (file: string): string => readText(`${root}${file}`, 'utf8');
  const cached = cachedLibraries(root);
  const usual = usualFolders(env).map((one) => `${root}${one}`);
  const looked = new Set([...cached.map((path) => dirname(path)), ...usual]);
  const own = libraryPath(env).flatMap((one) => filesOf(one, /./));
  const libraries = statList([
    ...cached,
    ...[...looked].sort().flatMap((one) => filesOf(one, SHARED)),
    ...own,
  ]);
  const parts = [
    THIS_MACHINE,
    release(),
    version(),
    processor(textOf('/proc/cpuinfo')),
    String(cpus().length),
    String(process.getuid?.() ?? ''),
    // What a process may use: threads that cannot be started fail imports.
    textOf('/proc/self/limits'),
    ...[...textOf('/proc/self/status').matchAll(/^(?:Seccomp|NoNewPrivs):.*$/gm)].map(String),
    textOf('/etc/ld.so.preload'),
    textOf('/proc/driver/nvidia/version'),
    ...packageLists(root),
    ...libraries.lines,
    ...(MACHINE_STAYS ? [] : contentLines(own)),
  ];
  const text = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return { text, has: libraries.has };
}

/** The kind of processor and what it can do: libraries choose their code by that. */
function processor(cpuinfo: string): string {
  const [first = ''] = cpuinfo.split('\n\n');
  const lines = first
    .split('\n')
    .filter((line) =>
      /^(?:vendor_id|cpu family|model|model name|stepping|flags|Features|CPU [a-z]+|isa)\b/.test(
        line,
      ),
    );
  return lines.length > 0 ? lines.join('\n') : (cpus()[0]?.model ?? '');
}

/** The loader's cache names every library that it would find. */
function cachedLibraries(root: string): readonly string[] {
  const cache = readText(`${root}/etc/ld.so.cache`, 'latin1');
  return [...cache.matchAll(/\/[^\0]+?\.so[^\0]*/g)].map((one) => `${root}${one}`).sort();
}

function usualFolders(env: Env): readonly string[] {
  return THIS_PLATFORM.system === 'windows'
    ? [join(env['SystemRoot'] ?? env['SYSTEMROOT'] ?? 'C:\\Windows', 'System32')]
    : ['/lib', '/usr/lib', '/lib64', '/usr/lib64', '/usr/local/lib', '/opt/homebrew/lib'];
}

function libraryPath(env: Env): readonly string[] {
  return Object.entries(env)
    .flatMap(([name, value]) =>
      name.toUpperCase() === 'LD_LIBRARY_PATH' ? (value ?? '').split(delimiter) : [],
    )
    .filter((one) => one !== '');
}

function filesOf(folder: string, matches: RegExp): readonly string[] {
  const better = join(folder, 'glibc-hwcaps');
  const variants = names(better).map((name) => join(better, name));
  return [folder, ...variants].flatMap((one) => filesIn(one, matches));
}

/** What is installed by the system's package managers: an upgrade of anything changes it. */
function packageLists(root: string): readonly string[] {
  const stamped = statList([
    '/var/lib/rpm/rpmdb.sqlite',
    '/usr/lib/sysimage/rpm/rpmdb.sqlite',
    '/var/lib/rpm/Packages',
    '/opt/local/var/macports/registry/registry.db',
  ]);
  return [
    ...['/var/lib/dpkg/status', '/lib/apk/db/installed'].map((one) => hashOf(`${root}${one}`)),
    readText('/System/Library/CoreServices/SystemVersion.plist', 'utf8'),
    ...['/var/lib/pacman/local', '/opt/homebrew/Cellar', '/usr/local/Cellar'].map(namesIn),
    ...stamped.lines,
  ];
}

/** Names in a folder and in its folders: of packages, and of their versions. */
function namesIn(folder: string): string {
  return names(folder)
    .flatMap((name) => [name, ...names(join(folder, name))])
    .join('\n');
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readText(file, 'utf8')).digest('hex');
}

function readText(file: string, encoding: 'utf8' | 'latin1'): string {
  try {
    return readFileSync(file, encoding);
  } catch {
    return '';
  }
}
