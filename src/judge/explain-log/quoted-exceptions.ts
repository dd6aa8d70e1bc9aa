import type { ExceptionRecord } from '../../model/observation.ts';

/** Another process' traceback is quoted between lines of three quotation marks. */
const MARK = '"""';

/** Remembers the exception that was read last, and the one that a quoted traceback ended with. */
export class QuotedExceptions {
  #raised: ExceptionRecord | undefined;
  #quoted: ExceptionRecord | undefined;
  #isOpen = false;

  /** @returns whether the line is such a mark: what follows it is a chain of its own */
  isMark(text: string): boolean {
    if (text !== MARK) return false;
    this.#quoted = this.#isOpen ? this.#raised : undefined;
    this.#isOpen = !this.#isOpen;
    return true;
  }

  /**
   * A pool raises in its own process what its worker raised.
   *
   * @param raised the exception of the next trace, undefined when it shows none
   * @returns whether it is the one that was quoted just before
   */
  repeats(raised: ExceptionRecord | undefined): boolean {
    const quoted = this.#quoted;
    [this.#raised, this.#quoted] = [raised, undefined];
    return (
      raised !== undefined && raised.type === quoted?.type && raised.message === quoted.message
    );
  }

  /** Whether the last trace showed an exception. */
  get hasRaised(): boolean {
    return this.#raised !== undefined;
  }
}
