import type { ExceptionRecord } from '../../model/observation.ts';
import { attributed } from '../diagnose/named-module.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { isExplained } from '../read-log/mention-place.ts';
import type { Complaint } from './complaint.ts';
import { type LogJudge, raisedBy } from './log-judge.ts';
import { OLD_API, QUIET } from './log-patterns.ts';
import { isAdvice, STUB_START } from './log-region.ts';
import { passedExceptions } from './passed-exceptions.ts';
import type { QuotedExceptions } from './quoted-exceptions.ts';
import { type ParsedTrace, parseTrace } from './traceback.ts';

/** C code that found an exception set where it did not expect one: the stub's text above says why. */
const HIDDEN =
  /failed to import|_API not found|initialization failed|returned a result with an (?:error|exception) set/;

/** A trace as it stands in a log. */
interface Trace {
  readonly lines: readonly LogLine[];
  /** The text of the line that it begins with. */
  readonly head: string;
  /** Whom the log named shortly before, null when nobody. */
  readonly named: string | null;
  /** A manual announced it. */
  readonly announced: boolean;
}

/** Judges the tracebacks and bare exceptions of a log, each with what was said before it. */
export class Traces {
  readonly #judge: LogJudge;
  readonly #complaint: Complaint;
  readonly #quotes: QuotedExceptions;
  #lastStub: readonly LogLine[] = [];
  #torch: { readonly line: LogLine; readonly exception: ExceptionRecord } | undefined;

  constructor(judge: LogJudge, complaint: Complaint, quotes: QuotedExceptions) {
    this.#judge = judge;
    this.#complaint = complaint;
    this.#quotes = quotes;
  }

  /** PyTorch warned that it goes on without NumPy: a call that needs it says nothing of why. */
  warnedOfTorch(line: LogLine, exception: ExceptionRecord): void {
    this.#torch = { line, exception };
  }

  /** @returns the exceptions that it shows; none where it repeats what a worker's trace showed */
  read({ lines, head, named, announced }: Trace): readonly ExceptionRecord[] {
    const texts = lines.map((one) => one.text);
    const text = texts.join('\n');
    this.#judge.readVersion(text);
    const parsed = parseTrace(isAdvice(head) ? ['ImportError: ', ...texts] : texts);
    const chain = attributed(parsed.chain, named);
    const again = this.#quotes.repeats(chain[0]);
    if (again && parsed.form === 'traceback') return [];
    const stubbed = texts.some((one) => STUB_START.test(one));
    const refused = chain.length > 0 && chain.every((one) => OLD_API.test(one.message));
    if (stubbed || (refused && parsed.form === 'bare')) this.#lastStub = lines;
    const interrupted = chain.some(
      (one) => one.type === 'KeyboardInterrupt' || one.type === 'SystemExit',
    );
    const quoted = parsed.form !== 'traceback' && (announced || isExplained(text));
    if (interrupted || quoted) return chain;
    if (this.#torch && chain.some((one) => one.message === 'Numpy is not available')) {
      const { line, exception } = this.#torch;
      this.#judge.judge({ ...raisedBy([line, ...lines]), chain: [exception] });
    } else if (chain[0]?.type.endsWith('Warning') && QUIET.test(chain[0].message)) {
      // Made an exception by pytest's settings or `-W error`, it still is that warning.
      this.#judge.judge({ lines, outcome: { kind: 'imported' }, phase: 'import', chain });
    } else if (parsed.form === 'traceback') {
      const hidden = HIDDEN.test(text);
      const before = hidden && !stubbed ? this.#lastStub : [];
      if (hidden) this.#complaint.drop();
      this.#judge.judge({ ...raisedBy([...before, ...lines]), chain });
    } else if (stubbed || refused) this.#complaint.begin(lines, stubbed ? [] : chain);
    else if (parsed.form !== 'none') this.#judgeBare(lines, chain, parsed.above);
    return chain;
  }

  #judgeBare(
    lines: readonly LogLine[],
    chain: readonly ExceptionRecord[],
    above: ParsedTrace['above'],
  ): void {
    if (this.#judge.judgeKnown({ ...raisedBy(lines), chain })) return;
    for (const passed of passedExceptions(above, lines)) {
      if (this.#judge.judgeKnown({ ...raisedBy(passed.lines), chain: passed.chain })) break;
    }
  }
}
