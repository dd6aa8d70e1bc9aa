import { BoxException } from './box-exception.ts';
import type { RawLine, Stage } from './stage.ts';

// rich/traceback.py; the ASCII box is what it draws on a console without Unicode.
const TOP = /[╭┌+][─-]+ Traceback \(most recent call last\) [─-]+/;
const BOTTOM = /^\s*[╰└+][─-]{10,}[╯┘+]?\s*$/;
const SIDE = /^\s*[│|](.*?)[│|]?\s*$/;
const FRAME = /^(\S.*?):(\d+) in (\S.*?)$/;
const CURRENT = /^[❱>] *(\d+) ?[│|]? *(.*)$/;
const BEGUN = /^(?:\/|~|[A-Za-z]:[\\/]|<)\S*$/;
const MOST = 2000;

/** Writes the frames of rich's box as CPython writes them. */
export function readBoxFrames(): Stage {
  let inside = 0;
  let begun: RawLine | undefined;
  const exception = new BoxException();
  return {
    read(line) {
      const { number, text } = line;
      if (text.includes('Traceback (most recent call last)') && TOP.test(text)) {
        inside = MOST;
        begun = undefined;
        return [...exception.end(), { number, text: 'Traceback (most recent call last):' }];
      }
      if (inside === 0) return exception.read(line);
      inside -= 1;
      if (BOTTOM.test(text)) {
        inside = 0;
        exception.ended(text);
        return [];
      }
      const body = SIDE.exec(text)?.[1]?.trim();
      if (body === undefined) {
        if (text === '') return [];
        inside = 0;
        return [line];
      }
      const whole = begun ? `${begun.text}${body}` : body;
      const [, file, at, name] = FRAME.exec(whole) ?? [];
      if (file && at && name && !/^[❱>]/.test(file)) {
        begun = undefined;
        return [{ number, text: `  File "${file}", line ${at}, in ${name}` }];
      }
      const source = CURRENT.exec(body)?.[2];
      begun = BEGUN.test(whole) ? { number, text: whole } : undefined;
      return source ? [{ number, text: `    ${source.trim()}` }] : [];
    },
    end: () => exception.end(),
  };
}
