/** Lines at the beginning and at the end of a build's output that are always kept. */
const ENDS = 150;
/** Lines in between that say what went wrong. */
const MOST_TELLING = 200;
const MOST_COLUMNS = 500;
const TELLING = /error|fatal|fail|not found|no such|cannot|undefined|missing|unknown/i;

/**
 * A build's output, short enough to be kept as data: its beginning, its end, and of the middle the
 * lines that speak of trouble.
 *
 * @example logExcerpt('a\nb') // ['a', 'b']
 */
export function logExcerpt(text: string): readonly string[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .map((line) => (line.length > MOST_COLUMNS ? `${line.slice(0, MOST_COLUMNS)}…` : line));
  if (lines.length <= 2 * ENDS) return lines;
  const middle = lines.slice(ENDS, -ENDS).filter((line) => TELLING.test(line));
  return [...lines.slice(0, ENDS), ...middle.slice(0, MOST_TELLING), ...lines.slice(-ENDS)];
}
