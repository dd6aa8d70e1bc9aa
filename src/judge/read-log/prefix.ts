/** What a log system puts before each line, as one line showed it. */
export interface Prefix {
  /**
   * @returns the line without it; `same` is false when it is another stream's of the same system
   * (`db_1 | ` beside `web_1 | `); undefined when the line has none
   */
  strip(text: string): { readonly text: string; readonly same: boolean } | undefined;
  /** What closes each line: a quote, or the right side of a box. */
  readonly closing: string;
  /** How it begins and ends, for a line whose prefix has another shape. */
  readonly edges: { readonly first: string; readonly last: string };
  /** Characters, without the space at its end. */
  readonly length: number;
}

const LEVELS =
  'TRACE|DEBUG|INFO|NOTICE|WARNING|WARN|ERROR|CRITICAL|FATAL|SEVERE|trace|debug|info|notice|warning|warn|error|critical|fatal|stderr|stdout|err|out';
const TOKEN = new RegExp(
  `(?:${LEVELS})(?![A-Za-z\\d])|[.,]\\d+(?![A-Za-z\\d])|[A-Za-z\\d]+|\\s+|[^\\sA-Za-z\\d]`,
  'g',
);
const DAY_OR_MONTH =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;
const MENDED =
  /(?:^|[\s\-*#:])(?:[Ff]ix(?:e[sd])?|[Rr]esolve[sd]?|[Aa]void|[Dd]ocument(?:ed|s)?|[Hh]andle[sd]?)\b[^:]*["'`“]$/;
const LONGEST = 300;

/**
 * Makes the shape of a prefix: digits may differ, so may levels, days and months; spaces before a
 * number may be more or fewer; everything else is as it stands.
 *
 * @param text what stood before an anchor
 */
export function prefixOf(text: string): Prefix | undefined {
  if (text.length > LONGEST) return undefined;
  const body = text.trimEnd();
  // A diff quotes what somebody expects, or no longer does.
  if (/^[+-]$/.test(text)) return undefined;
  // So does who tells what was mended.
  if (MENDED.test(text)) return undefined;
  const gap = text.slice(body.length);
  const closing = closingOf(body);
  // Lines without text lose the space at the end.
  const end = gap === '' ? '' : `(?:${gap.replaceAll('\t', '\\t')}|$)`;
  const exact = new RegExp(`^${shapeOf(body, false)}${end}`);
  const loose = /[^\s\w]/.test(body) ? new RegExp(`^${shapeOf(body, true)}${end}`) : undefined;
  return {
    closing,
    edges: { first: text.charAt(0), last: text.slice(Math.max(0, body.length - 1)) },
    length: body.length,
    strip(line) {
      if (body === '')
        return line.startsWith(text) ? { text: line.slice(text.length), same: true } : undefined;
      const found = exact.exec(line);
      if (found) return { text: line.slice(found[0].length), same: true };
      const other = loose?.exec(line);
      return other ? { text: line.slice(other[0].length), same: false } : undefined;
    },
  };
}

function shapeOf(body: string, loose: boolean): string {
  const tokens = body.match(TOKEN) ?? [];
  return tokens
    .map((token, at) => {
      if (/^\d+$/.test(token)) return '\\d+';
      if (/^[.,]\d/.test(token)) return `(?:[.,]\\d+)?`;
      if (/^\s/.test(token))
        return at === 0 || /^\d/.test(tokens[at + 1] ?? '') || /^\d/.test(tokens[at - 1] ?? '')
          ? '\\s*'
          : '\\s+';
      if (new RegExp(`^(?:${LEVELS})$`).test(token)) return `(?:${LEVELS})`;
      if (DAY_OR_MONTH.test(token)) return '[A-Z][a-z]{2}';
      if (/^[A-Za-z]+$/.test(token)) return loose ? '[A-Za-z]+' : token;
      // `rank0` is a name with a number; `9f8e7d` differs from line to line.
      const [, name] = /^([A-Za-z]{2,})\d+$/.exec(token) ?? [];
      if (name) return loose ? '[A-Za-z]+\\d+' : `${name}\\d+`;
      if (/^[A-Za-z\d]+$/.test(token)) return '[A-Za-z\\d]+';
      return token.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    })
    .join('');
}

function closingOf(body: string): string {
  const last = body.at(-1) ?? '';
  if (last === '"' || last === "'") return last;
  return /^[│┃║|]$/.test(body.trim()) ? body.trim() : '';
}

/** @returns true when the line has the prefix, or another one with the same beginning and end */
export function resembles(prefix: Prefix, line: string): boolean {
  if (prefix.strip(line) !== undefined) return true;
  const { first, last } = prefix.edges;
  const end = last.trim();
  return end !== '' && !/\w/.test(end) && alike(first, line.charAt(0)) && line.includes(end);
}

/** @returns true for equal characters, and for two digits */
export function alike(a: string, b: string): boolean {
  return a === b || (/\d/.test(a) && /\d/.test(b));
}

/** Takes off the closing quote or the right side of the box. */
export function withoutFrame(prefix: Prefix, text: string): string {
  const { closing } = prefix;
  if (closing === '') return text;
  if (closing === '"' || closing === "'") {
    const end = new RegExp(`(?:\\\\r)?(?:\\\\n)*${closing}[,;+)\\]}\\s]*$`);
    return end.test(text) ? text.replace(end, '').replaceAll(`\\${closing}`, closing) : text;
  }
  const bare = text.trimEnd();
  return bare.endsWith(closing) ? bare.slice(0, -1).trimEnd() : text;
}
