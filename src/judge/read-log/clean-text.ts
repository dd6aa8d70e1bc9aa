import { stripAnsi } from '../../escape/plain-text.ts';

/** Colour codes whose escape character was lost in pasting, or written out: `^[[0m`, `\x1b[31m`. */
const LOST_COLOUR =
  /(?:\^\[|\\+(?:x1[bB]|u001[bB]|033|e)|\u241b|[\ufffd\u2190])?\[(?:(?:0|1|2|3|4|7|9|[01][0-9]|[2349][0-9]|10[0-7]|[34]8;[25];\d{1,3}(?:;\d{1,3};\d{1,3})?)(?:;(?:\d{1,3}))*)?m(?!\])/g;
/** The same for erasing and moving, which are only told by their escape. */
const LOST_CONTROL = /(?:\^\[|\\+(?:x1[bB]|u001[bB]|033|e)|\u241b)\[[0-9;?]*[A-Za-z]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#34': '"',
  '#39': "'",
  '#x27': "'",
  '#x22': '"',
  '#x2F': '/',
  '#47': '/',
  '#60': '<',
  '#62': '>',
  '#10': '\n',
};
const ENTITY = /&(lt|gt|amp|quot|apos|nbsp|#34|#39|#x27|#x22|#x2F|#47|#60|#62|#10);/g;
const TAG = /<\/?(?:br|pre|code|span|p|div|li|b|i|strong|em|samp|tt)(?: [^<>]*)?\s*\/?>/gi;

/** Spaces that are none to a regular expression's eye, and characters without width. */
const ODD_SPACE = /[\u00a0\u2007\u202f]/g;
const NO_WIDTH = /[\ufeff\u200b-\u200d\u2060]/g;

/**
 * Takes off what terminals, browsers and chat programs add to a line: colours (also without their
 * escape character), HTML's entities and tags, typographic quotes around a file, odd spaces.
 */
export function cleanText(text: string): string {
  let clean = stripAnsi(text);
  if (clean.includes('[')) clean = withoutLostColours(clean);
  if (clean.includes('&')) clean = withoutEntities(clean);
  if (clean.includes('<')) clean = withoutTags(clean);
  // CSV doubles quotes.
  if (clean.includes('File ""')) clean = clean.replaceAll('""', '"');
  if (/[\u0080-\uffff]/.test(clean)) {
    clean = clean.replace(ODD_SPACE, ' ').replace(NO_WIDTH, '');
    clean = clean.replace(/File [“”„«]([^“”»"]*)[“”»]/g, 'File "$1"');
    if (/(?:Error|Exception|Warning): /.test(clean)) clean = clean.replace(/[‘’]/g, "'");
  }
  return clean;
}

function withoutLostColours(text: string): string {
  const plain = /\dm|\[m|\][0-9;]*m/.test(text) ? text.replace(LOST_COLOUR, '') : text;
  return /\^\[|\\(?:x1b|u001b|033|e)\[|\u241b/i.test(plain)
    ? plain.replace(LOST_CONTROL, '')
    : plain;
}

function withoutEntities(text: string): string {
  const once = text.replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole);
  // What was escaped twice.
  return /&(?:lt|gt|quot|#39|#x27);/.test(once) && once !== text
    ? once.replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole)
    : once;
}

/** `<module>`, `<string>` and `<frozen …>` are CPython's. */
function withoutTags(text: string): string {
  return /<\/?(?:br|pre|code|span|p|div|li|b|i|strong|em|samp|tt)\b/i.test(text)
    ? text.replace(TAG, (tag) => (/^<br/i.test(tag) ? '\n' : ''))
    : text;
}
