/** How compilers, CMake and meson say that Python's own headers are not there. */
const MISSING: readonly RegExp[] = [
  /\bPython\.h['’"]?(?:: No such file or directory| file not found)/,
  /Cannot open include file: ['"]Python\.h/,
  // CMake names what it looked for of a Python that it did find.
  /Could NOT find Python\d? [^\n]*missing:[^\n]*(?:INCLUDE_DIRS?|Development)/,
  /ERROR: Python dependency not found/,
  // numpy/meson.build
  /ERROR: Problem encountered: Cannot compile [`'"]Python\.h/,
];

/**
 * What to do when a build stopped because Python came without its headers; null when it did not.
 *
 * @param text output of the build
 * @example missingPythonHeaders('fatal error: Python.h: No such file or directory')
 * // 'The build needs Python’s own headers (`Python.h`), which this Python came without. Install them: …'
 */
export function missingPythonHeaders(text: string): string | null {
  if (!MISSING.some((pattern) => pattern.test(text))) return null;
  return `The build needs Python’s own headers (\`Python.h\`), which this Python came without. Install them: \`apt-get install python3-dev\` (Debian, Ubuntu; \`python3.x-dev\` for another minor version, \`pypy3-dev\` for PyPy), \`dnf install python3-devel\` (Fedora); or take a Python that brings them, as those of actions/setup-python, pyenv and uv do`;
}
