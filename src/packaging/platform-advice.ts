/** What a user of one system can do, where systems differ. */
export interface PlatformAdvice {
  /** How to see the native stack of a command, an instruction in Markdown. */
  readonly debug: (command: string) => string;
  /** Where an old copy of a library may be found first. */
  readonly libraryPath: string;
  /** The tool that puts libraries into a wheel. */
  readonly bundler: string;
}

const LINUX: PlatformAdvice = {
  debug: (command) => `\`gdb --args python ${command}\`, then \`run\` and \`bt\``,
  libraryPath: '`LD_LIBRARY_PATH`',
  bundler: 'auditwheel',
};

const MACOS: PlatformAdvice = {
  debug: (command) => `\`lldb -- python ${command}\`, then \`run\` and \`bt\``,
  libraryPath: '`DYLD_LIBRARY_PATH`',
  bundler: 'delocate',
};

const WINDOWS: PlatformAdvice = {
  debug: (command) => `WinDbg: \`windbg -g python ${command}\`, then \`k\`; or Visual Studio`,
  libraryPath: '`PATH`',
  bundler: 'delvewheel',
};

/**
 * @param platform as interpreters name it (`linux-x86_64`, `macos-arm64`, `windows-amd64`); null when
 *   it is not known
 * @example platformAdvice('windows-amd64').bundler // 'delvewheel'
 */
export function platformAdvice(platform: string | null): PlatformAdvice {
  if (platform?.startsWith('windows') || platform?.startsWith('win')) return WINDOWS;
  if (platform?.startsWith('macos')) return MACOS;
  return LINUX;
}
