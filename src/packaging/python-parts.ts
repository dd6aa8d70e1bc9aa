/** How a Python comes by a part of its standard library that not every Python has. */
export interface PythonPart {
  /** Debian's package of the library whose headers the build of a Python needs for it. */
  readonly headers?: string;
  /** The package that Linux distributions take that part of their own Python out into. */
  readonly split?: string;
  /** Only one family of systems has it at all. */
  readonly system?: 'Windows' | 'Unix';
  /** What stands in for it on Windows. */
  readonly windows?: string;
}

/** CPython's Modules/Setup and configure.ac; Debian's packages of python3.x. */
const PARTS: ReadonlyMap<string, PythonPart> = new Map<string, PythonPart>([
  ['_bz2', { headers: 'libbz2-dev' }],
  ['_ctypes', { headers: 'libffi-dev' }],
  ['_curses', { headers: 'libncurses-dev', windows: 'windows-curses' }],
  ['_curses_panel', { headers: 'libncurses-dev', windows: 'windows-curses' }],
  ['_dbm', { headers: 'libgdbm-compat-dev' }],
  ['_gdbm', { headers: 'libgdbm-dev', split: 'python3-gdbm' }],
  ['_hashlib', { headers: 'libssl-dev' }],
  ['_lzma', { headers: 'liblzma-dev' }],
  ['_sqlite3', { headers: 'libsqlite3-dev' }],
  ['_ssl', { headers: 'libssl-dev' }],
  ['_tkinter', { headers: 'tk-dev', split: 'python3-tk' }],
  ['_uuid', { headers: 'uuid-dev' }],
  ['_zstd', { headers: 'libzstd-dev' }],
  ['distutils', { split: 'python3-distutils' }],
  ['ensurepip', { split: 'python3-venv' }],
  ['lib2to3', { split: 'python3-lib2to3' }],
  ['readline', { headers: 'libreadline-dev', windows: 'pyreadline3' }],
  ['tkinter', { headers: 'tk-dev', split: 'python3-tk' }],
  ['zlib', { headers: 'zlib1g-dev' }],
  ...['_posixsubprocess', 'fcntl', 'grp', 'posix', 'pwd', 'resource', 'syslog', 'termios'].map(
    (name): [string, PythonPart] => [name, { system: 'Unix' }],
  ),
  ...['_winapi', '_winreg', 'msvcrt', 'nt', 'winreg', 'winsound'].map(
    (name): [string, PythonPart] => [name, { system: 'Windows' }],
  ),
]);

/**
 * @param name a top-level module
 * @returns undefined for what every Python has, or what is no part of it
 * @example pythonPart('_bz2')?.headers // 'libbz2-dev'
 */
export function pythonPart(name: string): PythonPart | undefined {
  return PARTS.get(name);
}
