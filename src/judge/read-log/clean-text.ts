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
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
};
const ENTITY = /&(lt|gt|amp|quot|apos|nbsp|[lr][sd]quo|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,6});/g;
/** Names that neither CPython (`<module>`, `<string>`, `<frozen …>`) nor C++ uses so. */
const ELEMENT =
  'br|pre|code|span|p|div|li|ul|ol|b|i|u|strong|em|samp|tt|kbd|font|a|blockquote|table|thead|tbody|tr|t[dh]|details|summary|failure|error|system-(?:out|err)|test(?:case|suites?)';
const TAG = new RegExp(`<\\/?(?:${ELEMENT})(?: [^<>]*)?\\s*\\/?>`, 'gi');
/** JUnit's `<error message="…">`. */
const TOLD = / (?:message|details)="([^"]*)"/;
const HAS_TAG = new RegExp(`<\\/?(?:${ELEMENT})\\b`, 'i');
/** JUnit's reports put output into it. */
const CDATA = /<!\[CDATA\[|\]\]>/g;
/** Copied from GitHub's page of a job, numbers at which its lines are folded are links. */
const JOB_LINK = /\[(\d+)\]\(https:\/\/github\.com\/[^()\s]*#step:\d+:\d+\)/g;
/** Markdown's fences, on the first and last line of what they hold. */
const FENCE = /^\s*(?:`{3,}|~{3,})\w*(?=\S)|`{3,}$/g;

/** An exception that a page's Markdown made bold. */
const BOLD = /^\s*\*\*((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .+)\*\*$/;

const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
/** UTF-8 that was read as Windows-1252: typographic quotes, as compilers print them. */
const MISREAD: readonly (readonly [string, string])[] = [
  ['\u00e2\u20ac\u02dc', "'"],
  ['\u00e2\u20ac\u2122', "'"],
  ['\u00e2\u20ac\u0153', '"'],
  ['\u00e2\u20ac\u009d', '"'],
  ['\u00c2\u00a0', ' '],
];
/** Two spaces before a frame, four before its source, of which an editor made tabs. */
const TABS = /^(\t+)(?=\S)/;
/** Spaces that are none to a regular expression's eye, and characters without width. */
const ODD_SPACE = /[\u00a0\u2007\u202f]/g;
const NO_WIDTH = /[\ufeff\u200b-\u200d\u2060]/g;

/**
 * Takes off what terminals, browsers and chat programs add to a line: colours (also without their
 * escape character), HTML's entities and tags, typographic quotes around a file, odd spaces.
 */
export function cleanText(text: string): string {
  let clean = stripAnsi(text);
  if (clean.startsWith('\t')) clean = withoutTabs(clean);
  // What is left of UTF-16 in the middle of a file, and of terminals.
  if (CONTROL.test(clean)) clean = clean.replaceAll(CONTROL, '');
  if (clean.includes('[')) clean = withoutLostColours(clean);
  // A text's own `<` is an entity where tags are tags.
  if (clean.includes('<')) clean = withoutTags(clean);
  if (clean.includes('&')) clean = withoutEntities(clean);
  if (clean.includes('CDATA[') || clean.includes(']]>')) clean = clean.replace(CDATA, '');
  if (clean.includes('#step:')) clean = clean.replace(JOB_LINK, '$1');
  if (clean.includes('```')) clean = clean.replace(FENCE, '');
  if (clean.includes('**')) clean = clean.replace(BOLD, '$1');
  if (/[\u0080-\uffff]/.test(clean)) {
    clean = clean.replace(ODD_SPACE, ' ').replace(NO_WIDTH, '');
    clean = clean.replace(/File [“”„«]([^“”»"]*)[“”»]/g, 'File "$1"');
    for (const [odd, plain] of MISREAD) clean = clean.replaceAll(odd, plain);
    clean = clean.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
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
  const once = text.replace(ENTITY, character);
  // What was escaped twice.
  return /&(?:lt|gt|quot|#39|#x27);/.test(once) && once !== text
    ? once.replace(ENTITY, character)
    : once;
}

function character(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code > 0x10ffff) return whole;
  return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}

/** A cell's end keeps the cells apart; a row's and a break's end a line. */
function withoutTags(text: string): string {
  if (!HAS_TAG.test(text)) return text;
  const plain = text.replace(TAG, (tag) => {
    if (/^<(?:br|\/tr|\/p|\/div|\/li)\b/i.test(tag)) return '\n';
    if (/^<\/t[dh]/i.test(tag)) return ' ';
    const told = TOLD.exec(tag)?.[1];
    return told === undefined ? '' : `${told}\n`;
  });
  return plain.replace(/\n+$/, '');
}

function withoutTabs(text: string): string {
  const frame = /^\t+(?:File "|<no Python frame>|Binary file ")/.test(text);
  return text.replace(TABS, (tabs) => {
    if (frame) return tabs.length === 1 ? '  ' : tabs;
    return tabs.length === 2 ? '    ' : tabs;
  });
}
