/** A token of Python-like text (setup.py, meson.build, a .pyx): comments and blanks are left out. */
export interface PythonToken {
  readonly kind: 'string' | 'name' | 'operator';
  /** A string's contents (escapes left as they are), else the characters. */
  readonly text: string;
  /** 1-based line of its first character (of a string: of its contents). */
  readonly line: number;
}

const TOKEN =
  /(?<blank>[ \t\f\r\n]+|\\\n|#[^\n]*)|[rRbBuUfFtT]{0,2}(?:"""(?<long1>(?:\\[\s\S]|[^\\])*?)"""|'''(?<long2>(?:\\[\s\S]|[^\\])*?)'''|"(?<short1>(?:\\[\s\S]|[^"\\\n])*)"|'(?<short2>(?:\\[\s\S]|[^'\\\n])*)')|(?<name>[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*)|(?<operator>[\s\S])/uy;

/** @example pythonTokens("f('a') # c").map((one) => one.text) // ['f', '(', 'a', ')'] */
export function pythonTokens(text: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  let line = 1;
  for (const match of text.replaceAll('\r\n', '\n').matchAll(new RegExp(TOKEN, 'guy'))) {
    const { blank, long1, long2, short1, short2, name, operator } = match.groups ?? {};
    const string = long1 ?? long2 ?? short1 ?? short2;
    if (string !== undefined) tokens.push({ kind: 'string', text: string, line });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, line });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, line });
    line += countLines(blank ?? match[0]);
  }
  return tokens;
}

/** The tokens between an opening bracket at `open` and the one that closes it. */
export function insideBrackets(
  tokens: readonly PythonToken[],
  open: number,
): readonly PythonToken[] {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'operator') continue;
    if ('([{'.includes(token.text)) depth += 1;
    if (')]}'.includes(token.text)) depth -= 1;
    if (depth === 0) return tokens.slice(open + 1, at);
  }
  return tokens.slice(open + 1);
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
