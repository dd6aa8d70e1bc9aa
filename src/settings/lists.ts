/**
 * The values of a list written by line: blanks trimmed, empty lines and `#` comments left out.
 * A comment begins at the start of a line or after a blank (so `a#b` and URL fragments stay).
 *
 * @param words blanks and commas separate values too, but not inside a range (`>=1.23, <2`)
 * @example listOf('3.10 # old\n3.11, 3.12', { words: true }) // ['3.10', '3.11', '3.12']
 */
export function listOf(text: string, options: { readonly words: boolean }): readonly string[] {
  const json = jsonList(text);
  const lines = (json ?? text.split(/\r\n|\r|\n/))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  return options.words ? lines.flatMap(wordsOf) : lines;
}

/** `["3.10", "3.11"]`, as `toJSON` in a workflow writes it; a glob like `[ab]*` is no JSON. */
function jsonList(text: string): readonly string[] | undefined {
  if (!text.trim().startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const scalar = (one: unknown) => typeof one === 'string' || typeof one === 'number';
    return Array.isArray(value) && value.every(scalar) ? value.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** A range may hold commas and blanks, a path blanks: such lines are one value. */
function wordsOf(line: string): readonly string[] {
  if (/[<>=~/\\]|!=/.test(line)) return [line];
  return line.split(/[\s,]+/).filter((word) => word !== '');
}
