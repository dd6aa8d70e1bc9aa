import { EXCEPTION_LINE } from './anchors.ts';
import type { RawLine } from './stage.ts';

/** Writes the exception below rich's box on one line: rich breaks it at the box's width, at a space. */
export class BoxException {
  #width = 0;
  #raised: RawLine | undefined;
  #last = '';

  /** @param bottom the box's last line */
  ended(bottom: string): void {
    this.#width = bottom.trim().length;
  }

  /** @returns what is to be read now: a line is kept back while the next one may go on with it */
  read(line: RawLine): readonly RawLine[] {
    const text = line.text.trim();
    const raised = this.#raised;
    if (raised && this.#goesOn(text)) {
      this.#raised = { number: raised.number, text: `${raised.text.trimEnd()} ${text}` };
      this.#last = text;
      return [];
    }
    const before = this.end();
    const begins = this.#width > 0 && EXCEPTION_LINE.test(text);
    this.#width = begins ? this.#width : 0;
    if (!begins) return [...before, line];
    this.#raised = line;
    this.#last = text;
    return before;
  }

  end(): readonly RawLine[] {
    const raised = this.#raised;
    this.#raised = undefined;
    return raised ? [raised] : [];
  }

  /** Its first word had no room any more. */
  #goesOn(text: string): boolean {
    const [word = ''] = text.split(' ');
    return word !== '' && this.#last.length + 1 + word.length > this.#width;
  }
}
