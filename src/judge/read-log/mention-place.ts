/**
 * Whether a text tells what a failure would mean, or reports that it happened: read off the sentence
 * that quotes it and its neighbours, not off the whole text, where such words stand for other things.
 */

/** `If you see an error like this:`, before what it quotes. */
const ANNOUNCED =
  /\bif you (?:see|get|run into|encounter|receive)\b|\byou (?:may|might|will|would|could|can) (?:also )?(?:see|get|receive|encounter)\b|^\s*\.\. (?:code-block|note|warning|versionchanged|versionadded)::/im;
/** `This means that …`, behind it. */
const EXPLAINED =
  /^[\s\W]*(?:this|it|which|that|the error|the message) (?:usually |often |typically |simply |just )?(?:means|happens when|occurs when|appears when|indicates)\b/i;
const EXPLAINED_INSIDE =
  /\b(?:happens|occurs|appears) when\b|\bwhich means\b|^[\s\W]*(?:means|indicates)\b/i;
/** No sentence ends at a number's point, or inside a name. */
const END = /[.!?]["'`)\]]*\s+(?=["'`([]?[A-Z])/;

/** So many lines of its own paragraph belong to it. */
const NEAR = 3;

/** @param before the text before the quoted failure, its neighbours' last lines first */
export function isAnnounced(before: string): boolean {
  return ANNOUNCED.test(before.split(END).at(-1) ?? '');
}

/** @param after the text behind the quoted failure */
export function isExplained(after: string): boolean {
  const [rest = '', next = ''] = after.replace(/^["'`”)\]]+/, '').split(END);
  return EXPLAINED_INSIDE.test(rest) || EXPLAINED.test(rest) || EXPLAINED.test(next);
}

/** @returns what follows, with one line more while that is near: the rest of the paragraph, and the first line of the next */
export function goneOn(after: readonly string[], text: string): readonly string[] {
  const blank = after.indexOf('', 1);
  const over = blank > 0 && blank < after.length - 1;
  if (over || after.length > NEAR) return after;
  return [...after, text.trim() === '' ? '' : text];
}

/** The lines above: of the same paragraph, and the one that introduces it (`… like this:`). */
export class Surroundings {
  #paragraph: string[] = [];
  #introduction = '';
  #current: string | undefined;

  read(text: string): void {
    if (this.#current !== undefined) this.#pass(this.#current);
    this.#current = text;
  }

  #pass(text: string): void {
    if (text.trim() !== '') {
      this.#paragraph = [...this.#paragraph.slice(1 - NEAR), text];
      return;
    }
    const last = this.#paragraph.join('\n');
    // Several empty lines are one; a paragraph that announces ends with a colon.
    if (last !== '') this.#introduction = /:\s*(?:```\w*)?\s*$/.test(last) ? last : '';
    this.#paragraph = [];
  }

  get before(): readonly string[] {
    return [this.#introduction, ...this.#paragraph];
  }
}
