import { TRIED_OUT } from './last-words.ts';

/** A position that a build's output names, as it names it. */
export interface BuildErrorPlace {
  readonly file: string;
  readonly line: number;
}

const ERROR =
  /(?:^|[\s:])(?:fatal )?error(?: [A-Z]{1,4}\d+)?: |^error(?:\[\w+\])?: |^ERROR|: ERROR: |^CMake Error|^Error: /;
/** `src/fast.c:3:10: fatal error`, `src\fast.c(3): error C2039`, `../meson.build:3:0: ERROR` */
const BEFORE_THE_ERROR =
  /^(?:\S*: )?((?:[A-Za-z]:|<build environment>)?[^\s:(]+\.\w+)[:(](\d+)(?:[:,]\d+)?\)?: /;
/** rustc: `error[E0425]: …`, and on the next line `  --> src/lib.rs:5:3` */
const ARROW = /^\s*--> ([^\s:]+\.rs):(\d+)/;
/** `CMake Error at CMakeLists.txt:12 (find_package):` */
const CMAKE = /^CMake Error at ([^\s:]+):(\d+)/;
/** Cython: `pkg/_x.pyx:9:12: undeclared name not builtin: y`; gfortran: `f.f90:3:10:` alone */
const CYTHON = /^((?:[A-Za-z]:)?[^\s:]+\.(?:pyx|pxd|pxi|py)):(\d+):\d+: /;
const FORTRAN = /^((?:[A-Za-z]:)?[^\s:]+\.[fF](?:\d\d|or|pp)?):(\d+):\d+:$/;
/** SWIG: `pkg/x.i:8: Error: Syntax error`, for MSVC `pkg\x.i(8) : Error: …` */
const SWIG = /^((?:[A-Za-z]:)?[^\s:(]+\.(?:i|swg))[:(](\d+)\)? ?: Error: /;
const FRAME = /^\s*File "([^"<]+)", line (\d+), in /;

/** CPython Lib/tomllib/_parser.py: what it says of a byte order mark. */
export const MARKED = /TOMLDecodeError: Invalid statement \(at line 1, column 1\)/;

/**
 * Where the first error of a failed build is, of the places that are not somebody else's: the line
 * of the compiler's first error, else of the build script's innermost frame.
 *
 * @param output what the build printed, in lines
 * @returns null where the output names no place of the project's
 */
export function buildErrorPlace(output: readonly string[]): BuildErrorPlace | null {
  // Python's own reader of TOML stops where a byte order mark stands, other readers do not.
  if (output.some((line) => MARKED.test(line))) return { file: 'pyproject.toml', line: 1 };
  const lines = withSetupScript(output);
  for (const [at, line] of lines.entries()) {
    if (/\bwarning\b/.test(line)) continue;
    const match =
      CMAKE.exec(line) ??
      (ERROR.test(line) ? positionOf(lines, at) : null) ??
      CYTHON.exec(line) ??
      SWIG.exec(line) ??
      fortran(lines, at);
    const place = placeOf(match);
    if (place !== null) return place;
  }
  return placeOf(
    lines.map((line) => FRAME.exec(line)).findLast((match) => placeOf(match) !== null) ?? null,
  );
}

/** setuptools reads setup.py and executes its text, so that its frames name no file. */
function withSetupScript(lines: readonly string[]): readonly string[] {
  let state: 'before' | 'executes' | 'inside' | 'after' = 'before';
  return lines.map((line) => {
    if (/[\\/]build_meta\.py", line \d+, in run_setup$/.test(line)) state = 'executes';
    if (!line.trimStart().startsWith('File "<string>"')) return line;
    const begins = line.endsWith(', in <module>');
    if (begins && state === 'executes') state = 'inside';
    // What the script executes itself is another text.
    else if (begins && state === 'inside') state = 'after';
    return state === 'inside' ? line.replace('"<string>"', '"setup.py"') : line;
  });
}

/** In the error's own line, in the next one, or where the macro is used that holds the error. */
function positionOf(lines: readonly string[], at: number): RegExpExecArray | null {
  const own = BEFORE_THE_ERROR.exec(lines[at] ?? '');
  if (own === null) return ARROW.exec(lines[at + 1] ?? '');
  if (placeOf(own) !== null) return own;
  const end = lines.findIndex((line, index) => index > at && ERROR.test(line));
  const detail = lines.slice(at + 1, end < 0 ? at + 20 : end);
  const used = detail.find((line) =>
    /: note: in expansion of macro|: note: expanded from/.test(line),
  );
  return used === undefined ? null : BEFORE_THE_ERROR.exec(used);
}

/** gfortran names the place, shows the line, and says "Error:" four lines below. */
function fortran(lines: readonly string[], at: number): RegExpExecArray | null {
  const isError = lines.slice(at + 1, at + 7).some((line) => /^(?:Fatal )?Error: /.test(line));
  return isError ? FORTRAN.exec(lines[at] ?? '') : null;
}

/** Headers of others, installed packages and Python's own library are not the project's. */
const FOREIGN =
  /(?:^|[\\/])(?:site-packages|dist-packages|lib[\\/]python3[.\d]*t?|include[\\/]python3?[.\d]*t?|numpy[\\/](?:_?core[\\/]include|distutils))[\\/]|^<|^\/usr\/|^[A-Z]:\\Program/i;

function placeOf(match: RegExpExecArray | null): BuildErrorPlace | null {
  const [, file, line] = match ?? [];
  if (file === undefined || FOREIGN.test(file) || TRIED_OUT.test(file)) return null;
  return { file, line: Number(line) };
}
