import { missingCompiler } from '../../../src/judge/set-up/missing-compiler.ts';

describe('missingCompiler()', () => {
  it.each([
    ["error: [Errno 2] No such file or directory: 'gcc'", /\(gcc\).*build-essential/],
    ["error: command 'x86_64-linux-gnu-gcc' failed: No such file or directory", /linux-gnu-gcc/],
    ["unable to execute '/usr/bin/clang': No such file or directory", /\(clang\)/],
    [
      'error: Microsoft Visual C++ 14.0 or greater is required. Get it',
      /^There is no compiler: install Visual Studio Build Tools with the workload “Desktop(?!.*Debian)/,
    ],
    ["error: [WinError 2] The system cannot find the file specified: 'cl.exe'", /Visual Studio/],
    ["ERROR: Unknown compiler(s): [['cc'], ['gcc'], ['clang']]", /\(cc\)/],
    ["ERROR: Unknown compiler(s): [['gfortran'], ['flang']]", /gfortran/],
    [
      "error: extension 'pkg._f' has Fortran sources but no Fortran compiler found",
      /\(Fortran\).*gfortran/,
    ],
    ['  No CMAKE_C_COMPILER could be found.', /CMAKE_C_COMPILER/],
    ['error: linker `cc` not found', /\(cc\)/],
    ['error: linker `link.exe` not found', /Visual Studio/],
    ['Cargo, the Rust package manager, is not installed or is not on PATH.', /rustup/],
    ["FileNotFoundError: [Errno 2] No such file or directory: 'version.txt'", null],
    ["command 'gcc' failed with exit code 1", null],
    ["[Errno 2] No such file or directory: 'src/gcc/config.h'", null],
  ])('%s', (text, expected) => {
    if (expected === null) expect(missingCompiler(text)).toBeNull();
    else expect(missingCompiler(text)).toMatch(expected);
  });
});
