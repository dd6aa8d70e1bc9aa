import type { LogLine } from '../read-log/log-line.ts';

/** Lines that only tell together with another one, a few lines above or below. */
const PAIRS: readonly { readonly error: RegExp; readonly other: RegExp }[] = [
  // gcc 14, clang and MSVC name the place where a macro is used, and show the line below.
  {
    error:
      /error(?: C\d+)?: (?:void function|incompatible pointer to integer conversion returning|'return': cannot convert|'\w+': 'void' function returning|returning .void ?\*. from a function with (?:result|return) type .int.)/,
    other: /\bimport_(?:array|umath)\d?\b/,
  },
  // Cython shows the lines, and says below what is wrong with the last.
  { error: /\.p(?:yx|xd|xi):\d+:\d+: Invalid type\.$/, other: /\b\w+\.u?(?:int|long)_t\b/ },
  // uv lists the releases that an index has, and says below which one was asked for.
  { error: /^\s*and you require \S+, we can conclude/, other: /only the following versions of / },
];
/** Nearly no other line is looked at closer. */
const HINT = /import_|Invalid type|_t\b|rror|only the following|and you require/;
const NEAR = 8;

/** Remembers the lines before, as far as one of a pair may stand there. */
export class SaidTogether {
  #lines: LogLine[] = [];

  /** @returns the error's line with what belongs to it, where this line makes a pair */
  read(line: LogLine): LogLine | undefined {
    const { text, number } = line;
    if (text.length > 1000 || !HINT.test(text)) return undefined;
    this.#lines = this.#lines.filter((one) => number - one.number <= NEAR);
    for (const { error, other } of PAIRS) {
      const [isError, isOther] = [error.test(text), other.test(text)];
      if (!isError && !isOther) continue;
      const found = this.#lines.findLast((one) => (isError ? other : error).test(one.text));
      this.#lines.push(line);
      if (!found) return undefined;
      this.#lines = [];
      const [told, detail] = isError ? [line, found] : [found, line];
      return { ...told, text: `${told.text} [${detail.text.trim()}]` };
    }
    return undefined;
  }
}
