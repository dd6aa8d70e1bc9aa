import stringWidth from 'string-width';
import { breakCommands } from './command.ts';
import { joinSafe, type SafeText, safeTemplate, vouch } from './safe-text.ts';
import { visible, withoutColours } from './visible.ts';

/** Text for a terminal: no control character but the colour codes of this file and line breaks. */
export type Terminal = SafeText<'terminal'>;

/** `terminal\`${anything} failed\``: the interpolation cannot move, colour, reorder or hide. */
export const terminal = safeTemplate('terminal', (text) => visible(text.replaceAll('\t', ' ')));

/** Joins parts as `Array.join` does; the separator is text. */
export function joinTerminal(parts: readonly Terminal[], separator: string): Terminal {
  return joinSafe('terminal', parts, separator);
}

/** For a terminal that may be a CI log: no line of it is a command for the runner. */
export function withoutCommands(text: Terminal): Terminal {
  return vouch('terminal', text.text.split('\n').map(breakCommands).join('\n'));
}

export const NOTHING: Terminal = terminal``;

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

/** Applies a style, or nothing where colours are off. */
export type Paint = (style: Style, text: Terminal) => Terminal;

/** What gives text a style; without colours it stays as it is. */
export function paintWith(colours: boolean): Paint {
  if (!colours) return (_style, text) => text;
  return (style, text) => {
    const [on, off] = CODES[style];
    return joinTerminal(
      [vouch('terminal', `\u001b[${on}m`), text, vouch('terminal', `\u001b[${off}m`)],
      '',
    );
  };
}

/** Columns that the text takes: wide letters count two, colour codes none. */
export function widthOf(text: Terminal): number {
  return columnsOf(withoutColours(text.text));
}

/** Pads on the right with blanks up to the width. */
export function padEnd(text: Terminal, width: number): Terminal {
  const missing = Math.max(0, width - widthOf(text));
  return joinTerminal([text, vouch('terminal', ' '.repeat(missing))], '');
}

/**
 * Cuts plain text to a width, with an ellipsis.
 *
 * @example cutTo('abcdef', 4).text // 'abc…'
 */
export function cutTo(text: string, width: number): Terminal {
  const shown = terminal`${text}`;
  if (widthOf(shown) <= width) return shown;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(shown.text)) {
    if (columnsOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return width < 1 ? NOTHING : vouch('terminal', `${kept}…`);
}

/**
 * Wraps plain text at blanks to lines of at most `width` columns; a longer word is broken.
 * Line breaks of the text stay, and so do the blanks of a line that fits (a compiler's carets); one
 * that does not goes on at its own indentation.
 */
export function wrap(text: string, width: number): readonly Terminal[] {
  const room = Math.max(8, width);
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line) => wrapLine(visible(line.replaceAll('\t', ' ')), room));
}

function wrapLine(line: string, width: number): readonly Terminal[] {
  if (columnsOf(line) <= width) return [vouch('terminal', line.replace(/ +$/, ''))];
  const indent = /^ */.exec(line)?.[0].slice(0, Math.floor(width / 2)) ?? '';
  return wrapWords(line, width - indent.length).map((part) => vouch('terminal', indent + part));
}

function wrapWords(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/).filter((part) => part !== '')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (columnsOf(longer) <= width) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = breakWord(word, width);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? '';
  }
  return [...lines, current];
}

function breakWord(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let current = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (columnsOf(current + segment) > width && current !== '') {
      pieces.push(current);
      current = '';
    }
    current += segment;
  }
  return [...pieces, current];
}

/** Letters of one column each, and no mark that could join them: what nearly all that is shown is made of. */
const PLAIN = /^[ -~·×–—…✓✗“”‘’≤≥→−]*$/;

/** To ask what else a character is, the library loads tables that take a tenth of a second. */
function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
