import { joinSafe, type SafeText, safeTemplate } from './safe-text.ts';
import { visible } from './visible.ts';

/** HTML that may stand in a page's body, or inside a quoted attribute. */
export type Html = SafeText<'html'>;

/** `html\`<p title="${anything}">${anything}</p>\``: safe in text and in quoted attributes. */
export const html = safeTemplate('html', escapeHtml);

/** @example escapeHtml('<b>') // '&lt;b&gt;' */
export function escapeHtml(text: string): string {
  return visible(text, '\n\t')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('`', '&#96;');
}

export function joinHtml(parts: readonly Html[], separator: string): Html {
  return joinSafe('html', parts, separator);
}
