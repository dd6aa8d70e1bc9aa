import { EXCEPTION_LINE, findAnchor } from './anchors.ts';
import { type Prefix, prefixOf, resembles } from './prefix.ts';
import { isWholeSentence, joinedSentence } from './rejoin-sentences.ts';
import type { RawLine, Stage } from './stage.ts';

/** Lines kept back while a width is looked for. */
const WINDOW = 40;
const NARROWEST = 30;
/** A frame may be cut into so many pieces. */
const PIECES = 4;
/** Widths that consoles and log viewers have, columns. */
const CONSOLES: readonly number[] = [
  72, 76, 78, 79, 80, 90, 96, 99, 100, 110, 118, 119, 120, 125, 128, 130, 132, 140, 150, 158, 160,
  180, 200, 220, 240,
];
const NARROW = 60;
const WIDE = 260;
/** Lines whose end matters. */
const TELLING = /(?:Error|Exception|Warning): |File "|Original error was: /;

const COMPLETE_FRAME =
  /File "[^"]{1,1000}", line (?:\d+|\?\?\?),? in (?:<[^<>]+>|init [\w.]+|(?!init\s*$)\w[\w.]*)\s*$/;
/** A mail's editor breaks between words: behind `File` already. */
const BEGUN_FRAME = /File "|^[ >|]*File$/;
/** A page's renderer took `<module>` for a tag. */
const NAMELESS_FRAME = /", line \d+, in ?$/;
const NAME = /^\s*(?:<\w*>?|init [\w.]+|[\w.]+>?)\s*$/;
const WHOLE_FRAME = /File "[^"]{1,1000}", line (?:\d+|\?\?\?),? in (?!init\s*$)\S/;

/**
 * Undoes hard wraps: a terminal or a console of 80 columns broke lines wherever they reached its
 * width. The width is read off a frame that was cut (`File "…` without its end, which the next line
 * brings); then every line of exactly that width goes on in the next one.
 */
export function rejoinWraps(): Stage {
  let buffer: RawLine[] = [];
  let width = 0;
  let prefix: Prefix | undefined;
  const isPrefixed = (): boolean => {
    const shared =
      buffer.filter((one) => one.text !== '' && prefix && resembles(prefix, one.text)).length > 2;
    if (!shared) prefix = commonPrefix(buffer) ?? prefix;
    return prefix !== undefined && buffer.some((one) => prefix && resembles(prefix, one.text));
  };

  const notice = (): void => {
    const last = buffer.length - 1;
    for (let back = 1; back < PIECES && back <= last; back += 1) {
      const begun = buffer[last - back];
      if (
        !begun ||
        !BEGUN_FRAME.test(begun.text) ||
        (WHOLE_FRAME.test(begun.text) && !/ in <[a-z]*$/.test(begun.text))
      )
        continue;
      const size = begun.text.length;
      const pieces = buffer.slice(last - back, last + 1).map((one) => one.text);
      const even = pieces.slice(0, -1).every((text) => text.length === size);
      if (size >= NARROWEST && even && COMPLETE_FRAME.test(pieces.join(''))) {
        if (buffer.every((one) => one.text.length <= size) && !isPrefixed()) width = size;
      }
    }
  };

  /** The window's longest lines, of which the first is one, when they look cut: a console's width, or several alike. */
  const measure = (head: string): void => {
    const longest = head.length;
    const prefixed = isPrefixed();
    if (isPrefixedAlike(head, buffer[1]?.text)) return;
    if (longest > WIDE || buffer.some((one) => one.text.length > longest)) return;
    if (buffer[1] && !goesOn(head, buffer[1].text)) return;
    const cut = buffer.filter((one) => one.text.length === longest);
    if (!prefixed && cut.length < 3 && !CONSOLES.includes(longest)) return;
    const all = buffer.every((one, at) => {
      const next = buffer[at + 1];
      if (one.text.length < longest || !next) return true;
      return (
        goesOn(one.text, next.text) && (!prefixed || !(prefix && resembles(prefix, next.text)))
      );
    });
    if (all && cut.some((one) => TELLING.test(one.text))) width = longest;
  };

  const take = (): RawLine => {
    const [head] = buffer;
    if (width === 0 && head && head.text.length >= NARROW && TELLING.test(head.text))
      measure(head.text);
    const first = buffer.shift() as RawLine;
    if (width === 0 || first.text.length !== width) return joinedFrame(first);
    let text = first.text;
    let piece = first.text;
    while (piece.length === width && buffer[0] && goesOn(text, buffer[0].text)) {
      if (prefix && resembles(prefix, buffer[0].text)) break;
      piece = buffer[0].text;
      text = joinedSentence([text, piece]) ?? seamless(text, piece);
      buffer.shift();
    }
    return { number: first.number, text };
  };

  /** A frame that was cut where no width is known: only what completes it is joined. */
  const joinedFrame = (first: RawLine): RawLine => {
    if (!BEGUN_FRAME.test(first.text)) return first;
    if (WHOLE_FRAME.test(first.text) && !/ in <[a-z]*$/.test(first.text)) return first;
    let [tight, spaced] = [first.text, first.text];
    for (let count = 1; count < PIECES && count <= buffer.length; count += 1) {
      const next = buffer[count - 1]?.text ?? '';
      if (next.trim() === '' || findAnchor(next) >= 0) return first;
      tight += next.trimStart();
      spaced = `${spaced.trimEnd()} ${next.trim()}`;
      const whole = [tight, spaced].find((text) => COMPLETE_FRAME.test(text));
      if (whole === undefined) continue;
      buffer = buffer.slice(count);
      return { number: first.number, text: whole };
    }
    return first;
  };

  return {
    read(line) {
      if (line.text.length > width) width = 0;
      buffer.push(line);
      if (line.text !== '') notice();
      return buffer.length > WINDOW ? [take()] : [];
    },
    end() {
      const rest: RawLine[] = [];
      while (buffer.length > 0) rest.push(take());
      return rest;
    },
  };
}

/** A console cuts anywhere; an editor took the space away at which it broke the line. */
function seamless(text: string, piece: string): string {
  const [tight, spaced] = [`${text}${piece}`, `${text.trimEnd()} ${piece.trim()}`];
  const isFrame = BEGUN_FRAME.test(text) && !WHOLE_FRAME.test(text);
  return isFrame && !COMPLETE_FRAME.test(tight) && COMPLETE_FRAME.test(spaced) ? spaced : tight;
}

/** @returns the prefix that a log system put before each line, so that what follows was not cut */
function commonPrefix(lines: readonly RawLine[]): Prefix | undefined {
  for (const { text } of lines) {
    const at = findAnchor(text);
    const prefix = at > 0 ? prefixOf(text.slice(0, at)) : undefined;
    if (!prefix) continue;
    const same = lines.filter((one) => one.text === '' || resembles(prefix, one.text));
    if (same.length > 2) return prefix;
  }
  return undefined;
}

/** What a log system put before this line stands before the next one, too: that is a line of its own. */
function isPrefixedAlike(text: string, next: string | undefined): boolean {
  const at = findAnchor(text);
  const own = at > 0 ? prefixOf(text.slice(0, at)) : undefined;
  return own !== undefined && next !== undefined && next !== '' && resembles(own, next);
}

/** What a shell says of the program whose last line stands above. */
const OF_SHELL =
  /^(?:Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception|Killed)(?: \(core dumped\)|: \d+)?$/;
/** All lines of a box are as wide as it is: rich's tracebacks, with their tables of locals. */
const BOX_END = /[│╮╯┐┘]$/;
const BOX_START = /^\s*[│╭╰┌└]/;

/** A line that happens to have the width does not go on where something new begins. */
function goesOn(text: string, next: string): boolean {
  if (next.trim() === '' || isRuler(text) || isWholeSentence(text)) return false;
  if (BOX_END.test(text) && BOX_START.test(next)) return false;
  if (OF_SHELL.test(next)) return false;
  if (/^([-=_*#])\1{4,}/.test(next)) return false;
  if (NAMELESS_FRAME.test(text) && !NAME.test(next)) return false;
  if (WHOLE_FRAME.test(text) && (/^ {4}/.test(next) || EXCEPTION_LINE.test(next.trim()))) {
    return false;
  }
  return findAnchor(next) < 0 || (BEGUN_FRAME.test(text) && !WHOLE_FRAME.test(text));
}

/** `==========`, at the end of a line. */
function isRuler(text: string): boolean {
  const last = text.at(-1);
  return last !== undefined && text.at(-2) === last && text.endsWith(last.repeat(10));
}
