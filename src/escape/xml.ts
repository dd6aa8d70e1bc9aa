import { joinSafe, type SafeText, safeTemplate } from './safe-text.ts';
import { visible } from './visible.ts';

/** XML 1.0: element content, or the inside of a quoted attribute. */
export type Xml = SafeText<'xml'>;

/** `xml\`<a b="${anything}">${anything}</a>\``: safe in text and in quoted attributes. */
export const xml = safeTemplate('xml', escapeXml);

/** Names and numbers, as most texts are. */
const PLAIN = /^[\w .:/=-]*$/;

/**
 * Characters that XML 1.0 cannot hold at all are shown as escapes first.
 *
 * @example escapeXml('a<b\u0000]]>') // 'a&lt;b\\x00]]&gt;'
 */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return visible(text, '\n\t')
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('##[', '##&#91;');
}

/** Joins parts as `Array.join` does; the separator is text. */
export function joinXml(parts: readonly Xml[], separator: string): Xml {
  return joinSafe('xml', parts, separator);
}
