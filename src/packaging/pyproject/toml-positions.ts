/** A key, a table header or an array's element, with where it stands. Lines are 1-based. */
export interface TomlPosition {
  /** Keys and array indices from the root: `['build-system', 'requires', '1']`. */
  readonly path: readonly string[];
  readonly line: number;
  readonly endLine: number;
  /** The value where it is a string; null otherwise. */
  readonly value: string | null;
}

/**
 * Where everything in a TOML document stands. Parsers give values without positions, so this reads
 * the text once more; it judges nothing, and goes on at the next line after what it cannot read.
 *
 * @example tomlPositions('a = ["x",\n"y"]').map((one) => [one.path.join('.'), one.line])
 * // [['a', 1], ['a.0', 1], ['a.1', 2]]
 */
export function tomlPositions(text: string): readonly TomlPosition[] {
  return new Scanner(text).document();
}

class Scanner {
  readonly #text: string;
  readonly #found: TomlPosition[] = [];
  readonly #counts = new Map<string, number>();
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text.replaceAll('\r\n', '\n');
  }

  document(): readonly TomlPosition[] {
    let table: readonly string[] = [];
    this.#skipBlanks(true);
    while (this.#at < this.#text.length) {
      const start = this.#at;
      if (this.#text[this.#at] === '[') table = this.#header() ?? table;
      else this.#pair(table);
      this.#restOfLine();
      this.#skipBlanks(true);
      if (this.#at === start) this.#step();
    }
    return this.#found;
  }

  #header(): readonly string[] | null {
    const line = this.#line;
    const isArray = this.#text.startsWith('[[', this.#at);
    this.#step(isArray ? 2 : 1);
    const keys = this.#keys();
    if (keys === null) return null;
    const key = JSON.stringify(keys);
    const path = this.#withIndices(isArray ? keys.slice(0, -1) : keys);
    if (isArray) {
      const index = (this.#counts.get(key) ?? -1) + 1;
      this.#counts.set(key, index);
      path.push(keys.at(-1) ?? '', String(index));
    }
    this.#found.push({ path, line, endLine: line, value: null });
    return path;
  }

  /** `[a.b]` below `[[a]]` belongs to the last element of `a`. */
  #withIndices(keys: readonly string[]): string[] {
    return keys.flatMap((key, index) => {
      const count = this.#counts.get(JSON.stringify(keys.slice(0, index + 1)));
      return count === undefined ? [key] : [key, String(count)];
    });
  }

  #pair(table: readonly string[]): boolean {
    const line = this.#line;
    const keys = this.#keys();
    this.#skipBlanks(false);
    if (keys === null || this.#text[this.#at] !== '=') return false;
    this.#step();
    this.#value([...table, ...keys], line);
    return true;
  }

  #keys(): readonly string[] | null {
    const keys: string[] = [];
    for (;;) {
      this.#skipBlanks(false);
      const quote = this.#text[this.#at];
      if (quote === '"' || quote === "'") {
        keys.push(this.#string());
      } else {
        const bare = /[A-Za-z0-9_-]+/y;
        bare.lastIndex = this.#at;
        const match = bare.exec(this.#text);
        if (!match) return null;
        this.#step(match[0].length);
        keys.push(match[0]);
      }
      this.#skipBlanks(false);
      if (this.#text[this.#at] !== '.') return keys;
      this.#step();
    }
  }

  #value(path: readonly string[], keyLine: number): void {
    this.#skipBlanks(false);
    const at = this.#found.length;
    const first = this.#text[this.#at];
    let value: string | null = null;
    if (first === '"' || first === "'") value = this.#string();
    else if (first === '[') this.#array(path);
    else if (first === '{') this.#inlineTable(path);
    else this.#bare();
    this.#found.splice(at, 0, { path, line: keyLine, endLine: this.#line, value });
  }

  #array(path: readonly string[]): void {
    this.#step();
    for (let index = 0; ; index += 1) {
      this.#skipBlanks(true);
      const next = this.#text[this.#at];
      if (next === undefined) return;
      if (next === ']') break;
      const before = this.#at;
      this.#value([...path, String(index)], this.#line);
      this.#skipBlanks(true);
      if (this.#text[this.#at] === ',') this.#step();
      else if (this.#at === before) this.#step();
    }
    this.#step();
  }

  #inlineTable(path: readonly string[]): void {
    this.#step();
    for (;;) {
      this.#skipBlanks(true);
      const next = this.#text[this.#at];
      if (next === undefined) return;
      if (next === '}') break;
      const before = this.#at;
      this.#pair(path);
      this.#skipBlanks(true);
      if (this.#text[this.#at] === ',') this.#step();
      else if (this.#at === before) this.#step();
    }
    this.#step();
  }

  #string(): string {
    const quote = this.#text[this.#at] ?? '"';
    const long = this.#text.startsWith(quote.repeat(3), this.#at);
    this.#step(long ? 3 : 1);
    const start = this.#at;
    const end = this.#endOfString(quote, long);
    const raw = this.#text.slice(start, end).replace(long ? /^\n/ : /^$/, '');
    this.#step(end - start + (long ? 3 : 1));
    return quote === "'" ? raw : unescapeBasic(raw);
  }

  #endOfString(quote: string, long: boolean): number {
    for (let at = this.#at; at < this.#text.length; at += 1) {
      const here = this.#text[at];
      if (here === '\\' && quote === '"') at += 1;
      else if (here === '\n' && !long) return at;
      else if (here === quote && !long) return at;
      else if (here === quote && this.#text.startsWith(quote.repeat(3), at)) {
        let end = at;
        while (this.#text[end + 3] === quote && end < at + 2) end += 1;
        return end;
      }
    }
    return this.#text.length;
  }

  #bare(): void {
    while (this.#at < this.#text.length && !/[,\]}\n#]/.test(this.#text[this.#at] ?? '')) {
      this.#step();
    }
  }

  #skipBlanks(lines: boolean): void {
    for (;;) {
      const here = this.#text[this.#at];
      if (here === ' ' || here === '\t' || here === '\ufeff') this.#step();
      else if (lines && here === '\n') this.#step();
      else if (lines && here === '#') this.#restOfLine();
      else return;
    }
  }

  #restOfLine(): void {
    while (this.#at < this.#text.length && this.#text[this.#at] !== '\n') this.#step();
  }

  #step(count = 1): void {
    for (let index = 0; index < count && this.#at < this.#text.length; index += 1) {
      if (this.#text[this.#at] === '\n') this.#line += 1;
      this.#at += 1;
    }
  }
}

const SHORT: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
};

function unescapeBasic(raw: string): string {
  return raw.replace(
    /\\(?:([btnfre"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|[ \t]*\n\s*)/g,
    (_match, short?: string, four?: string, eight?: string, two?: string) => {
      if (short !== undefined) return SHORT[short] ?? '';
      const hex = four ?? eight ?? two;
      if (hex === undefined) return '';
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
