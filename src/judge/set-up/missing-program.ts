import { installHint } from './install-hints.ts';
import { missingCompiler } from './missing-compiler.ts';
import { missingPythonHeaders } from './missing-python-headers.ts';

const NAME = String.raw`[A-Za-z][\w.+-]*`;
/** How build tools and shells say that a program is not there. */
const PROGRAMS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:sh|bash|zsh|dash): (?:line )?(?:\d+: )?(${NAME}): (?:command )?not found`,
  ),
  new RegExp(`^(${NAME}): (?:command )?not found$`, 'm'),
  new RegExp(String.raw`FileNotFoundError: \[Errno 2\] [^\n']*: '(${NAME})'`),
  new RegExp(String.raw`\[WinError 2\][^\n]*?'(${NAME})(?:\.exe)?'`),
  new RegExp(String.raw`ERROR: Program ['"\x60](${NAME})['"\x60](?: or [^\n]*)? not found`),
  new RegExp(
    String.raw`Could not find (?:the )?(?:program|executable|command) ['"\x60]?(${NAME})`,
    'i',
  ),
  new RegExp(String.raw`is [\x60'"]?(${NAME})[\x60'"]? installed\?`),
  new RegExp(String.raw`no such (?:program|executable)[^\n]*?['"\x60](${NAME})['"\x60]`, 'i'),
];
/** How they say that a library (its pkg-config file, CMake package or header) is not there. */
const LIBRARIES: readonly RegExp[] = [
  new RegExp(String.raw`Package '?(${NAME})'?(?:, required by [^\n]*,)? (?:was )?not found`),
  new RegExp(`No package '(${NAME})' found`),
  new RegExp(String.raw`Dependency ['"](${NAME})['"](?: [^\n]*)? not found`, 'i'),
  new RegExp(`ERROR: Dependency lookup for (${NAME}) with method`),
  new RegExp(`Could NOT find (${NAME})`),
  new RegExp(`Could not find a package configuration file provided by "(${NAME})"`),
  new RegExp(`The pkg-config command could not find (${NAME})`),
  new RegExp(String.raw`The system library \x60(${NAME})\x60 required by crate`),
  /(?:fatal error|fatal error C1083): (?:Cannot open include file: ')?((?!numpy\/|Python\.h)[\w./+-]+\.h(?:pp)?)[':]/,
  new RegExp(`ld: cannot find -l(${NAME})`),
  new RegExp(`ld: library '?(?:not found for -l)?(${NAME})'? not found`),
];
/** Names that these texts hold and that nobody installs as such. */
const NO_PROGRAM =
  /\.(?:py|txt|md|rst|toml|cfg|json|in|pyx|c|h|cpp|f|f90|rs|so|cmake)$|^(?:README|LICENSE|VERSION|CHANGELOG)/i;

/**
 * What to do when a build stopped for want of a compiler, another program or a library of the
 * system; null when it did not.
 *
 * @param text output of the build
 * @example missingProgram("FileNotFoundError: [Errno 2] No such file or directory: 'gsl-config'")
 * // 'The build runs `gsl-config`, which is not installed or not on PATH. Install it: …'
 */
export function missingProgram(text: string): string | null {
  const compiler = missingCompiler(text);
  if (compiler !== null) return compiler;
  const program = firstOf(PROGRAMS, text, (name) => !NO_PROGRAM.test(name));
  if (program !== null) {
    return `The build runs \`${program}\`, which is not installed or not on PATH. Install it: ${installHint(program, 'program')}`;
  }
  const library = firstOf(LIBRARIES, text, (name) => !/^(?:Python\d*|NumPy)$/i.test(name));
  if (library === null) return missingPythonHeaders(text);
  const what = /\.h(?:pp)?$/.test(library)
    ? `the header \`${library}\``
    : `the library \`${library}\``;
  return `The build needs ${what}, which is not installed here. Install it: ${installHint(library, 'library')}`;
}

/** The first match in the text, whichever pattern makes it. */
function firstOf(
  patterns: readonly RegExp[],
  text: string,
  wanted: (name: string) => boolean,
): string | null {
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    const name = match?.[1]?.replace(/[.-]+$/, '');
    return match && name !== undefined && wanted(name) ? [{ at: match.index, name }] : [];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.name ?? null;
}
