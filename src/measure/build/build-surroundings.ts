import { readdirSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { buildEnvironment, type Env } from '../../host/child-environment.ts';
import { onPath, resolved } from '../../host/on-path.ts';
import { together } from '../../host/together.ts';
import type { Processes } from '../../model/ports.ts';
import type { Interpreter } from '../../packaging/interpreter.ts';
import { filesBelow, filesIn, statList } from '../reuse/stat-list.ts';
import { atHome, type Mentions, pathsIn } from './mentions.ts';

/** Programs that builds call, by the variable that names another. */
const COMPILERS: Readonly<Record<string, string>> = {
  CC: 'cc',
  CXX: 'c++',
  FC: 'gfortran',
  RUSTC: 'rustc',
};
const PROGRAMS = [
  ...['cc', 'c++', 'gcc', 'g++', 'clang', 'clang++', 'cl', 'gfortran', 'flang', 'ld', 'ar', 'as'],
  ...['rustc', 'cargo', 'cmake', 'ninja', 'make', 'meson', 'pkg-config', 'swig', 'patchelf', 'git'],
  ...['ccache', 'sccache', 'cython', 'f2py', 'zig'],
];
/** Variables that differ from one shell, job or login to the next; they count where a project names them. */
const PASSING =
  /^(?:_|PWD|OLDPWD|SHLVL|TERM.*|COLORTERM|COLUMNS|LINES|LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|DISPLAY|WAYLAND_.*|WINDOWID|GPG_.*|TMUX.*|STY|VSCODE_.*|npm_.*|INVOCATION_ID|JOURNAL_STREAM|HOSTNAME|LOGNAME|USER|USERNAME|MAIL|HIST.*|PS1|EDITOR|PAGER|LESS.*|GITHUB_(?!ACTIONS$).*|RUNNER_(?!OS$|ARCH$).*|CI_.+|TMPDIR|TEMP|TMP|NODE_.*)$/i;
/** Variables whose paths compilers and build tools look into, whatever a project says of them. */
const LOOKED_INTO =
  /^(?:CPATH|.*INCLUDE_PATH|.*LIBRARY_PATH|PKG_CONFIG_.*|INCLUDE|LIB|.*FLAGS|LDSHARED|CC|CXX|FC|F77|CMAKE_.*|SKBUILD_.*|MESON.*|CARGO_.*|NPY_.*|.*BLAS.*|.*LAPACK.*|MKLROOT)$/i;
/** Never looked into: their programs are named one by one, or they are everywhere. */
const EVERYWHERE = /^(?:PATH|HOME|SHELL|.*_)$/i;
/** What compilers and linkers look into without being told. */
const USUAL = ['/usr/include', '/usr/local/include', '/usr/lib/gcc', '/opt/homebrew/include'];
const LINKED = ['/usr/lib', '/usr/local/lib', '/usr/lib64', '/usr/local/lib64'];
const LINKABLE = /\.(?:a|o|so|dylib|la|pc|cmake)$/i;
/** Settings of build tools in the user's home folder. */
const SETTINGS = [
  ...['.pydistutils.cfg', '.numpy-site.cfg', '.gitconfig', '.config/git/config'],
  ...['.cargo/config.toml', '.cargo/config', '.cmake/packages', '.config/meson', '.local/include'],
];
/** Of the system as a whole: a project that names such a folder does not mean all below it. */
const WHOLE =
  /^\/(?:usr(?:\/(?:local\/)?(?:local|lib\w*|include|s?bin|share|src))?|lib\w*|s?bin|etc|proc|dev|sys|tmp|var(?:\/\w+)?|run|opt|home|root|mnt|Users)$/;
const NOT_FILES = /^\/(?:proc|dev|sys)\//;
const MOST_FILES = 20_000;
const VERSION_SECONDS = 20;

/**
 * What a build finds around it, besides the system's own packages: its environment, the compilers'
 * versions, the programs it would call, and files in the folders that are looked into besides.
 *
 * @param mentions what the project's own files name outside of it
 * @returns a text that differs where any of it does; undefined where it is too much to look at
 */
export async function buildSurroundings(
  project: string,
  env: Env,
  processes: Processes,
  mentions: Mentions,
): Promise<string | undefined> {
  const own = buildEnvironment(env);
  const kept = Object.entries(own)
    .filter(([name]) => !PASSING.test(name) || (name !== '_' && mentions.words.has(name)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const files = lookedInto(kept, own, mentions);
  if (files === undefined) return undefined;
  const found = await together(PROGRAMS.map((name) => onPath(name, own)));
  const programs = await together(found.flat().map(resolved));
  const versions = await together(
    Object.entries(COMPILERS).map(async ([variable, usual]) => {
      const [program = usual, ...rest] = (own[variable] || usual).split(/\s+/);
      const path = isAbsolute(program) ? program : (await onPath(program, own))[0];
      if (path === undefined) return '';
      const { stdout, stderr } = await processes.run(path, [...rest, '--version'], {
        cwd: project,
        env: own,
        timeoutSeconds: VERSION_SECONDS,
      });
      return `${stdout}\n${stderr}`;
    }),
  );
  return JSON.stringify([kept, statList(files).lines, statList(programs).lines, versions]);
}

/** Headers of a Python: a build compiles against them. */
export function headersOf({ origin }: Interpreter): readonly string[] {
  if (origin === undefined) return [];
  const folders = ['include', 'Include', 'libs'].map((name) => join(origin.prefix, name));
  // A system's own Python has its headers among all others, which are looked at anyway.
  if (/^\/usr(?:\/local)?$/.test(origin.prefix)) return [];
  return statList(folders.flatMap((folder) => filesBelow(folder, /^$/, MOST_FILES))).lines;
}

function lookedInto(
  kept: readonly (readonly [string, string])[],
  own: Readonly<Record<string, string>>,
  { words, paths }: Mentions,
): readonly string[] | undefined {
  const home = own['HOME'] ?? own['USERPROFILE'];
  const named = kept
    .filter(([name]) => !EVERYWHERE.test(name) && (LOOKED_INTO.test(name) || words.has(name)))
    .flatMap(([, value]) => [...value.split(delimiter), ...pathsIn(value)]);
  const conda = own['CONDA_PREFIX'] ? [join(own['CONDA_PREFIX'], 'conda-meta')] : [];
  const settings = home === undefined ? [] : SETTINGS.map((one) => join(home, one));
  const places = [...named, ...paths.map((path) => atHome(path, home)), ...conda, ...settings];
  const found = new Set<string>();
  let left = MOST_FILES;
  for (const place of new Set(places)) {
    if (!isAbsolute(place) || NOT_FILES.test(place)) continue;
    if (WHOLE.test(place.replace(/\/+$/, '')) || place === home) continue;
    found.add(place);
    const below = isFolder(place) ? filesBelow(place, /^$/, left) : [];
    left -= below.length;
    if (left < 0) return undefined;
    for (const file of below) found.add(file);
  }
  const usual = USUAL.flatMap((folder) => filesBelow(folder, /^$/));
  const linked = LINKED.flatMap((folder) => [
    folder,
    ...(isFolder(folder) ? foldersOfTarget(folder) : []),
  ]).flatMap((folder) =>
    [folder, join(folder, 'pkgconfig')].flatMap((one) => filesIn(one, LINKABLE)),
  );
  return [...found, ...usual, ...linked, ...filesIn('/usr/share/pkgconfig', LINKABLE)];
}

/** `/usr/lib/x86_64-linux-gnu`, and those of other processors that are built for here. */
function foldersOfTarget(folder: string): readonly string[] {
  const below = readdirSync(folder, { withFileTypes: true });
  return below
    .filter((one) => one.isDirectory() && /-linux-(?:gnu|musl)/.test(one.name))
    .map(({ name }) => join(folder, name));
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}
