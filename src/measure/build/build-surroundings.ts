import { isAbsolute, join } from 'node:path';
import { buildEnvironment, type Env } from '../../host/child-environment.ts';
import { onPath, resolved } from '../../host/on-path.ts';
import { together } from '../../host/together.ts';
import type { Processes } from '../../model/ports.ts';
import { filesBelow, statList } from '../reuse/stat-list.ts';

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
/** Variables that differ from one shell, job or login to the next and that no build means. */
const PASSING =
  /^(?:_|PWD|OLDPWD|SHLVL|TERM.*|COLORTERM|COLUMNS|LINES|LS_COLORS|SSH_.*|XDG_.*|DBUS_.*|DISPLAY|WAYLAND_.*|WINDOWID|GPG_.*|TMUX.*|STY|VSCODE_.*|npm_.*|INVOCATION_ID|JOURNAL_STREAM|HOSTNAME|LOGNAME|USER|USERNAME|MAIL|HIST.*|PS1|EDITOR|PAGER|LESS.*|GITHUB_(?!ACTIONS$).*|RUNNER_(?!OS$|ARCH$).*|CI_.+|TMPDIR|TEMP|TMP|NODE_.*)$/i;
/** Lists of folders with headers, libraries and their descriptions. */
const FOLDERS =
  /^(?:CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH|LIBRARY_PATH|PKG_CONFIG_PATH|PKG_CONFIG_LIBDIR|INCLUDE|LIB)$/i;
const MOST_FILES = 20_000;
const VERSION_SECONDS = 20;

/**
 * What a build finds around it, besides the system's own packages: its environment, the compilers'
 * versions, the programs it would call, and files in the folders that are looked into besides.
 *
 * @returns a text that differs where any of it does; undefined where it is too much to look at
 */
export async function buildSurroundings(
  project: string,
  env: Env,
  processes: Processes,
): Promise<string | undefined> {
  const own = buildEnvironment(env);
  const kept = Object.entries(own)
    .filter(([name]) => !PASSING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const named = kept.flatMap(([name, value]) => (FOLDERS.test(name) ? value.split(/[:;]/) : []));
  const conda = own['CONDA_PREFIX'] ? [join(own['CONDA_PREFIX'], 'conda-meta')] : [];
  const folders = ['/usr/local/include', ...named, ...conda].filter(isAbsolute);
  const files = folders.flatMap((folder) => filesBelow(folder, /^$/));
  if (files.length > MOST_FILES) return undefined;
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
