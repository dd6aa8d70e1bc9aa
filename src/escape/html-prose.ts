import { type Html, html, joinHtml } from './html.ts';
import { splitLines } from './visible.ts';

/**
 * Prose of ours that may hold `code` in backticks, as HTML; line breaks stay.
 *
 * @example htmlProse('use `a<b`').text // 'use <code>a&lt;b</code>'
 */
export function htmlProse(text: string): Html {
  return joinHtml(splitLines(text).map(proseLine), '<br>');
}

function proseLine(line: string): Html {
  const parts = line.split(/(`[^`]+`)/);
  return joinHtml(
    parts.map((part, index) =>
      index % 2 === 1 ? html`<code>${part.slice(1, -1)}</code>` : html`${part}`,
    ),
    '',
  );
}
