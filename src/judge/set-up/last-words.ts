const MOST_LINES = 14;
/** Compilers' commands run to kilobytes; their end says less than their beginning. */
const MOST_COLUMNS = 240;
const ERROR =
  /(?:^|[\s:])(?:fatal )?error(?: [A-Z]{1,4}\d+)?:|^(?:E|e)rror\b|^ERROR\b|^error\[|Error: |undefined reference to|^FAILED: /;

/** What a build tries out before it begins may fail; that is an answer, no error. */
export const TRIED_OUT =
  /(?:^|[\\/])(?:_?conf(?:ig)?test\w*\.|CMakeTmp[\\/]|CMakeScratch[\\/]|meson-private[\\/]|distutils[\\/]checks[\\/])|[\\/]gcc[\\/]\S*[\\/]include[\\/]/;
/** A last line of its own is the cause; that a command failed is only what came of it. */
const LAST_IS_CAUSE = /^error: (?!.*\b(?:[Cc]ommand|subprocess|failed|exit|non-zero)\b)/;

/**
 * What a failed build said at last: from the first error among its last lines on, else just those;
 * errors further up come first.
 *
 * @param text output of the build
 * @returns lines, long ones cut
 * @example lastWords('a\nb.c:1: error: no\n') // ['b.c:1: error: no']
 */
export function lastWords(text: string): readonly string[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const tail = lines.slice(-MOST_LINES);
  const isError = (line: string) => ERROR.test(line) && !TRIED_OUT.test(line);
  const inTail = tail.findIndex(isError);
  const first = LAST_IS_CAUSE.test(lines.at(-1) ?? '')
    ? lines.length - tail.length + inTail
    : lines.findIndex(isError);
  if (first < 0) return tail.map(cut);
  const start = lines.length - tail.length;
  if (first >= start) return tail.slice(inTail).map(cut);
  // The first error is the cause, the last lines are what the build tool made of it.
  const half = MOST_LINES / 2;
  const head = lines.slice(first, Math.min(first + half, start + half));
  const rest = lines.slice(Math.max(first + head.length, lines.length - half));
  const gap = first + head.length < lines.length - rest.length ? ['…'] : [];
  return [...head, ...gap, ...rest].map(cut);
}

function cut(line: string): string {
  return line.length > MOST_COLUMNS ? `${line.slice(0, MOST_COLUMNS)}…` : line;
}
