import type { ExceptionRecord } from '../../model/observation.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { type LogJudge, raisedBy } from './log-judge.ts';
import { FAILURE } from './log-patterns.ts';

/** So many lines after a complaint a bad ending still belongs to it. */
const SOON = 10;

/** What NumPy writes to stderr when it refuses a module: did the program go on, or end of it? */
export class Complaint {
  readonly #judge: LogJudge;
  #open: { readonly lines: readonly LogLine[]; readonly chain: readonly ExceptionRecord[] } | null =
    null;
  #age = 0;

  constructor(judge: LogJudge) {
    this.#judge = judge;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** A complaint without an ending so far; one before it had none, so its program went on. */
  begin(lines: readonly LogLine[], chain: readonly ExceptionRecord[]): void {
    this.settle('imported');
    [this.#open, this.#age] = [{ lines, chain }, 0];
  }

  /** The exception that follows from it was read: it tells more. */
  drop(): void {
    this.#open = null;
  }

  /** A single line below it. */
  read(text: string): void {
    if (!this.#open) return;
    this.#age += 1;
    if (FAILURE.test(text)) this.settle('raised');
    else if (this.#age > SOON) this.settle('imported');
  }

  /** Judges it by how its program ended: one that ended badly soon after was no hidden failure. */
  settle(ended: 'imported' | 'raised'): void {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const failed = { ...raisedBy(open.lines), chain: open.chain };
    // pytest shows what was written to stderr below the exception that ended the import.
    if (ended === 'raised' || this.#judge.explainsVague(failed)) this.#judge.judgeKnown(failed);
    else this.#judge.judge({ ...failed, outcome: { kind: 'imported' } });
  }
}
