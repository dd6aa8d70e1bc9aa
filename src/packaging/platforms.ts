/** What differs between the systems, one row for each; `exit-codes.ts` has how their processes die. */
export interface Platform {
  readonly system: 'linux' | 'macos' | 'windows';
  /** Node's name of it, and the beginning of names of other kinds: `win-amd64`. */
  readonly names: readonly string[];
  /** What the platform tags of its wheels hold. */
  readonly wheelTag: string;
  /** Behind the name of a program. */
  readonly programSuffix: string;
  /** The folder of a virtual environment that holds its programs. */
  readonly programs: string;
  /** Where the interpreter is in a folder that a Python is installed to, in the order of search. */
  readonly pythons: readonly string[];
  /** A program cannot set back when a file was last changed, so that time tells of every change. */
  readonly changesTell: boolean;
  /** How words are quoted in the shells that people have there. */
  readonly quotes: 'single' | 'double';
  /** How to see the native stack of a command, an instruction in Markdown. */
  readonly debug: (command: string) => string;
  /** Where an old copy of a library may be found first. */
  readonly libraryPath: string;
  /** The tool that puts libraries into a wheel. */
  readonly bundler: string;
}

const POSIX = {
  programSuffix: '',
  programs: 'bin',
  pythons: ['bin/python3', 'bin/python', 'bin/pypy3', 'python'],
  changesTell: true,
  quotes: 'single',
} as const;

const LINUX: Platform = {
  ...POSIX,
  system: 'linux',
  names: ['linux'],
  wheelTag: 'linux',
  debug: (command) => `\`gdb --args python ${command}\`, then \`run\` and \`bt\``,
  libraryPath: '`LD_LIBRARY_PATH`',
  bundler: 'auditwheel',
};

const MACOS: Platform = {
  ...POSIX,
  system: 'macos',
  names: ['macos', 'darwin'],
  wheelTag: 'macosx',
  debug: (command) => `\`lldb -- python ${command}\`, then \`run\` and \`bt\``,
  libraryPath: '`DYLD_LIBRARY_PATH`',
  bundler: 'delocate',
};

const WINDOWS: Platform = {
  system: 'windows',
  names: ['win'],
  wheelTag: 'win',
  programSuffix: '.exe',
  programs: 'Scripts',
  pythons: ['python.exe', 'pypy3.exe'],
  changesTell: false,
  quotes: 'double',
  debug: (command) => `WinDbg: \`windbg -g python ${command}\`, then \`k\`; or Visual Studio`,
  libraryPath: '`PATH`',
  bundler: 'delvewheel',
};

const PLATFORMS: readonly Platform[] = [LINUX, MACOS, WINDOWS];

/**
 * @param name as interpreters name it (`linux-x86_64`, `macos-arm64`, `windows-amd64`), or Node
 *   (`darwin`, `win32`); null when it is not known
 * @returns its row; Linux’ for what has none, as the other Unixes are most like it
 * @example platformNamed('windows-amd64').bundler // 'delvewheel'
 * @example platformNamed('darwin').wheelTag // 'macosx'
 */
export function platformNamed(name: string | null): Platform {
  const row = PLATFORMS.find(({ names }) => names.some((one) => name?.startsWith(one)));
  return row ?? LINUX;
}
