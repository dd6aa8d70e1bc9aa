/**
 * Characters that move the cursor, change colours, reorder or hide text: C0 and C1 controls, DEL,
 * bidi marks and overrides, zero-width and other invisible characters, variation tags, lone
 * surrogates, and the line and paragraph separators.
 */
const INVISIBLE =
  /(?!\ufe0f)(?:\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point})/gu;

/** Nearly every text is plain, and a look at its letters tells so much sooner than the table of Unicode. */
const PLAIN = /^[ -~]*$/;
const PLAIN_LINES = /^[\n\t -~]*$/;

/**
 * @param text anything
 * @param keep characters left as they are, such as `'\n'`
 * @returns the text with every invisible character as an escape that can be seen
 * @example visible('a\u001b[31mb') // 'a\\x1b[31mb'
 */
export function visible(text: string, keep = ''): string {
  if ((keep === '\n\t' ? PLAIN_LINES : PLAIN).test(text)) return text;
  return text.replace(INVISIBLE, (character) =>
    keep.includes(character) ? character : escapeOf(character),
  );
}

/** Lines as every reader of the output counts them: a lone carriage return ends one too. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Leaves out well-formed colour codes, which are noise once controls are shown. */
export function withoutColours(text: string): string {
  return text.replace(/\u001b\[[0-9;:]*m/g, '');
}

function escapeOf(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}
