import { escapeHtml } from './html.ts';
import { joinSafe, type SafeText, safeTemplate, vouch } from './safe-text.ts';
import { splitLines, visible } from './visible.ts';

/** GitHub-flavoured Markdown. */
export type Markdown = SafeText<'markdown'>;

/** `markdown\`**${anything}**\``: the interpolation shows as its own characters, on one line. */
export const markdown = safeTemplate('markdown', escapeMarkdown);

/** Joins parts as `Array.join` does; the separator is text. */
export function joinMarkdown(parts: readonly Markdown[], separator: string): Markdown {
  return joinSafe('markdown', parts, separator);
}

/**
 * Text that renders as itself anywhere in a paragraph, heading or table cell: no markup, no HTML,
 * no mention, no automatic link.
 *
 * @example escapeMarkdown('a|b <i> @me') // 'a&#124;b &lt;i&gt; @&#8203;me'
 */
export function escapeMarkdown(text: string): string {
  const line = visible(splitLines(text).join(' ').replaceAll('\t', ' '));
  return withoutLinks(withoutMarkup(line.replace(/^ +/, ' ')));
}

/**
 * Prose of ours that may hold `code` in backticks; everything outside of a pair is escaped.
 *
 * @example prose('use `a_b` now').text // 'use `a_b` now'
 */
export function prose(text: string): Markdown {
  const parts = text.split(/(`[^`\r\n]+`)/);
  return joinSafe(
    'markdown',
    parts.map((part, index) =>
      index % 2 === 1 ? code(part.slice(1, -1)) : vouch('markdown', escapeMarkdown(part)),
    ),
    '',
  );
}

/** Several lines of prose, each on a line of its own. */
export function proseLines(text: string): Markdown {
  return joinSafe('markdown', splitLines(text).map(prose), '<br>\n');
}

/**
 * A code span, with more backticks than the text holds in a row. A `|` ends a table cell even in
 * code, so such text becomes an element instead.
 */
export function code(text: string): Markdown {
  const line = visible(splitLines(text).join(' '));
  if (line.trim() === '') return vouch('markdown', escapeMarkdown(line));
  if (line.includes('|')) return vouch('markdown', `<code>${escapeMarkdown(line)}</code>`);
  const ticks = '`'.repeat(longestRun(line) + 1);
  const padding = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return vouch('markdown', `${ticks}${padding}${line}${padding}${ticks}`);
}

/** A fenced block; nothing in it is markup, whatever it holds. */
export function fence(text: string, language: 'text' | 'sh' | 'toml' = 'text'): Markdown {
  const lines = splitLines(text).map((line) => visible(line, '\t'));
  const ticks = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return vouch('markdown', `${ticks}${language}\n${lines.join('\n')}\n${ticks}`);
}

/** For a quoted attribute of an HTML tag of ours, which Markdown leaves alone, but for `|`. */
export function attribute(text: string): Markdown {
  const line = escapeHtml(splitLines(text).join(' ').replaceAll('\t', ' '));
  return vouch('markdown', line.replaceAll('|', '&#124;'));
}

/**
 * An address for the round brackets of a link, null for anything but a plain https one.
 *
 * @example webAddress('https://example.org/a#b')?.text // 'https://example.org/a#b'
 */
export function webAddress(text: string): Markdown | null {
  return /^https:\/\/[\w.:-]+(?:\/[\w./~%+@-]*)?(?:#[\w.-]+)?$/.test(text)
    ? vouch('markdown', text)
    : null;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (match) => match[0].length));
}

/** Entities where CommonMark would see HTML or a cell's end, backslashes for other punctuation. */
function withoutMarkup(line: string): string {
  return line
    .replace(/[\\`*_{}[\]()#!~^$=]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('|', '&#124;')
    .replace(/^( ?)([-+])/, '$1\\$2')
    .replace(/^( ?\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** GitHub links after rendering, so only a character between the parts stops it. */
function withoutLinks(line: string): string {
  const gap = '&#8203;';
  return line
    .replace(/@(?=\w)/g, `@${gap}`)
    .replace(/(?<!&)#(?=\d)/g, `#${gap}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${gap}`)
    .replace(/(:)(?=\/\/)/g, `$1${gap}`)
    .replace(/\b(www)(?=\.)/gi, `$1${gap}`)
    .replace(/\b(mailto|xmpp)(?=:)/gi, `$1${gap}`)
    .replace(/:(?=[\w+\\-]+:)/g, `:${gap}`);
}
