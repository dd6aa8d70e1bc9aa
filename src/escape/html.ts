import { htmlJson } from './json.ts';
import { joinSafe, type SafeText, safeTemplate, vouch } from './safe-text.ts';
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

/** Joins parts as `Array.join` does; the separator is text. */
export function joinHtml(parts: readonly Html[], separator: string): Html {
  return joinSafe('html', parts, separator);
}

/**
 * The source of a script or style sheet of ours, to stand inside its element as it is.
 *
 * @throws {TypeError} if the text would end the element
 */
export function htmlSource(text: string): Html {
  if (/<\/|<!--/.test(text)) throw new TypeError('the source would end its element');
  return vouch('html', text);
}

/** A value as JSON inside a `<script type="application/json">`. */
export function htmlData(value: unknown): Html {
  return vouch('html', htmlJson(value));
}
