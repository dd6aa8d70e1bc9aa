const MISSING: readonly RegExp[] = [
  // distutils and setuptools: the errno, or the command that could not be run.
  /\[(?:Errno|WinError) 2\][^\n]*'(?:[^'\n]*[\\/])?(?<tool>(?:[\w.]+-)*(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran|cl\.exe)(?:-[\d.]+)?)'/,
  /(?:unable to execute|command) '(?:[^'\n]*[\\/])?(?<tool>(?:[\w.]+-)*(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-[\d.]+)?)'(?: failed)?: No such file or directory/,
  /(?<tool>Microsoft Visual C\+\+ [\d.]+) or greater is required/,
  // meson, CMake, cargo
  /Unknown compiler\(s\): \[\[?'(?<tool>[^']+)'/,
  /No (?<tool>CMAKE_\w+_COMPILER) could be found/,
  /no (?<tool>Fortran) compiler found/,
  /linker `(?<tool>[^`]+)` not found/,
  /(?<tool>cargo|rustc|Cargo), the Rust package manager, is not installed/,
];

const MSVC =
  'There is no compiler: install Visual Studio Build Tools with the workload “Desktop development with C++”, and open a new prompt';

/**
 * What to do when a build stopped for want of a compiler; null when it did not.
 *
 * @param text output of the build
 * @example missingCompiler("error: [Errno 2] No such file or directory: 'gcc'")
 * // 'The compiler (gcc) is missing or not on PATH: install it (…)'
 */
export function missingCompiler(text: string): string | null {
  for (const pattern of MISSING) {
    const tool = pattern.exec(text)?.groups?.['tool'];
    if (tool === undefined) continue;
    if (/cargo|rustc/i.test(tool)) return 'There is no Rust toolchain: install it with rustup';
    if (/^Microsoft|^(?:cl|link)\.exe$/i.test(tool)) return MSVC;
    const which = /fortran/i.test(tool)
      ? 'gfortran'
      : 'Debian and Ubuntu: build-essential; Fedora: gcc-c++; macOS: xcode-select --install; Windows: Visual Studio Build Tools';
    return `The compiler (${tool}) is missing or not on PATH: install it (${which})`;
  }
  return null;
}
