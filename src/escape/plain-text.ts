// CSI and OSC sequences, as terminals understand them (ECMA-48).
const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/**
 * Takes terminal control sequences out of captured output: Python 3.13 colours its tracebacks.
 * @example stripAnsi('\u001b[1;35mImportError\u001b[0m') // 'ImportError'
 */
export function stripAnsi(text: string): string {
  return text.includes('\u001b') ? text.replace(ANSI, '') : text;
}

/** @returns the lines of captured output, without control sequences */
export function plainLines(text: string): readonly string[] {
  return stripAnsi(text).split(/\r\n|\r|\n/);
}

/** The folder of an environment, up to what is the same in every one. */
const SITE_PACKAGES = /(?:[A-Za-z]:)?[\\/][^\s'"():]*[\\/](?:site|dist)-packages[\\/]/g;

/**
 * Shortens the paths of installed files to what no environment changes: the throw-away folder of a
 * combination would make one cause look like several, and every run's report different.
 * @example withoutSitePackages('(/tmp/x/lib/python3.11/site-packages/a/b.py)') // '(a/b.py)'
 */
export function withoutSitePackages(text: string): string {
  return text.replace(SITE_PACKAGES, '');
}

/** @returns the first line of a message, cut to a length that fits in a title */
export function headline(message: string, length = 160): string {
  const line =
    withoutSitePackages(message)
      .split(/[\r\n]+/)
      .map((one) => one.trim())
      .find((one) => one !== '') ?? '';
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
