/**
 * The values of a list written by line: blanks trimmed, empty lines and `#` comments left out.
 * A comment begins at the start of a line or after a blank (so `a#b` and URL fragments stay).
 *
 * @param words blanks and commas separate values too, but not inside a range (`>=1.23, <2`)
 * @example listOf('3.10 # old\n3.11, 3.12', { words: true }) // ['3.10', '3.11', '3.12']
 */
export function listOf(text: string, options: { readonly words: boolean }): readonly string[] {
  const lines = (jsonList(text) ?? yamlList(text) ?? text.split(/\r\n|\r|\n/))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  return options.words ? lines.flatMap(wordsOf) : lines;
}

/**
 * `["3.10", "3.11"]`, as `toJSON` in a workflow writes it, and `[3.10, 3.13t]` as in YAML; a glob like
 * `[ab]*` is neither. Numbers are versions: as they are written, 3.10 is not 3.1.
 */
function jsonList(text: string): readonly string[] | undefined {
  if (!text.trim().startsWith('[')) return undefined;
  const bare = text.replaceAll(/(?<=[[,]\s*)\d[\w.]*(?=\s*[,\]])/g, '"$&"');
  return stringsIn(text) ?? stringsIn(bare);
}

function stringsIn(json: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isText = (one: unknown): one is string => typeof one === 'string';
    return Array.isArray(value) && value.every(isText) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `- "3.10"` on every line: a list of YAML, which an input can only have as text. */
function yamlList(text: string): readonly string[] | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const items = lines.map((line) => /^\s*-\s+(?:(["'])(.*)\1|(.*?))\s*$/.exec(line));
  if (!items.every((item) => item !== null)) return undefined;
  return items.map(([, , quoted, plain = '']) => quoted ?? plain);
}

/**
 * A range may hold commas and blanks, a path blanks: such lines are one value. Quotes around a value
 * are YAML's: below `|` they stay in the text.
 */
function wordsOf(line: string): readonly string[] {
  const words = /[<>=~/\\]|!=/.test(line) ? [line] : line.split(/[\s,]+/);
  return words
    .map((word) => word.replace(/^(["'])([^"']*)\1$/, '$2'))
    .filter((word) => word !== '');
}
