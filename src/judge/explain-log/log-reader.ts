import { UNTOLD_END } from '../../packaging/exit-codes.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { phaseOfDump } from '../diagnose/fault-dump.ts';
import { NamedModule } from '../diagnose/named-module.ts';
import { EXCEPTION_LINE } from '../read-log/anchors.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { diagnoseBuildLine } from '../set-up/build-failure.ts';
import { Builders } from './builders.ts';
import { Complaint } from './complaint.ts';
import { ConflictTree } from './conflict-tree.ts';
import { Deaths, endsWorkers } from './deaths.ts';
import { type ExitNote, readEvent, readExit } from './exit-notes.ts';
import { FailedBuilds } from './failed-builds.ts';
import { harmlessRemark } from './harmless.ts';
import type { LogFinding } from './log-findings.ts';
import { LogJudge, raisedBy } from './log-judge.ts';
import { LAST_WORDS, PROMPT, SUMMARY } from './log-patterns.ts';
import {
  addToRegion,
  continuesRegion,
  FAULT,
  isConnector,
  openRegion,
  type Region,
  regionBegunBy,
} from './log-region.ts';
import { Mentions } from './mention.ts';
import { PytestFrames } from './pytest-frames.ts';
import { QuotedExceptions } from './quoted-exceptions.ts';
import { readWarning } from './read-warning.ts';
import { SaidTogether } from './said-together.ts';
import { signalOfFatalError } from './signals.ts';
import { parseTrace } from './traceback.ts';
import { Traces } from './traces.ts';
import { withBuilders } from './whose-build.ts';

/** So many lines below a trace one that goes on with it may stand. */
const SOON = 10;

/** The trace that was read last, and the lines since. */
interface Ended {
  readonly lines: readonly LogLine[];
  readonly since: LogLine[];
}

/** A state machine over the lines of a log; what it keeps is bounded. */
export class LogReader {
  readonly #judge = new LogJudge();
  readonly #named = new NamedModule();
  readonly #remarks = new Set<string>();
  readonly #pytest = new PytestFrames();
  readonly #quotes = new QuotedExceptions();
  readonly #complaint = new Complaint(this.#judge);
  readonly #traces = new Traces(this.#judge, this.#complaint, this.#quotes);
  readonly #mentions = new Mentions();
  readonly #builds = new FailedBuilds();
  readonly #builders = new Builders();
  readonly #tree = new ConflictTree();
  readonly #deaths = new Deaths();
  readonly #together = new SaidTogether();
  #region: Region | undefined;
  #recent: LogLine[] = [];
  #ended: Ended | undefined;
  /** A manual announced the region that is read. */
  #announced = false;

  read(line: LogLine): void {
    this.#mentions.read(line.text);
    this.#builders.read(line);
    if (line.text !== '') {
      this.#judge.read(line);
      this.#named.read(line.text);
    }
    if (this.#region && line.foreign) {
      this.#single(line);
      return;
    }
    if (this.#region && continuesRegion(this.#region, line.text)) {
      addToRegion(this.#region, line);
      return;
    }
    this.#close();
    if (this.#quotes.isMark(line.text)) this.#ended = undefined;
    if (this.#ended && isConnector(line.text)) {
      // A message that was broken at a width ended the region; the chain goes on.
      const { lines, since } = this.#ended;
      this.#region = openRegion('trace', [...lines, ...since, line], lines[0]?.text ?? '');
      this.#ended = undefined;
      return;
    }
    if (!this.#start(line)) this.#single(line);
    if (this.#ended && this.#ended.since.push(line) > SOON) this.#ended = undefined;
    if (line.text !== '') this.#recent = [...this.#recent.slice(-1), line];
  }

  /** What is harmless although it looks alarming. */
  get remarks(): readonly string[] {
    return [...this.#remarks];
  }

  end(): readonly LogFinding[] {
    this.#close();
    this.#complaint.settle('imported');
    for (const { signal, ...death } of this.#deaths.untold()) {
      this.#judge.judge({ ...death, outcome: { kind: 'signalled', signal } });
    }
    const builds = this.#judge.all().length === 0 ? this.#builds.failure : undefined;
    if (builds) this.#judge.keep(builds.diagnosis, builds.lines);
    // What a log only speaks of counts where it shows nothing.
    for (const { line, chain } of this.#judge.all().length === 0 ? this.#mentions.all : []) {
      this.#judge.judgeKnown({ ...raisedBy([line]), chain });
    }
    const found = this.#judge
      .all()
      .map((one) => this.#builds.withoutNetwork(this.#tree.below(one)));
    return withBuilders(found, this.#builders);
  }

  #start(line: LogLine): boolean {
    const { text } = line;
    const kind = regionBegunBy(text);
    this.#announced = kind === 'trace' && this.#mentions.announced;
    if (kind === 'fault') {
      const before = this.#recent.filter(
        (one) => LAST_WORDS.test(one.text) && !PROMPT.test(one.text),
      );
      this.#region = openRegion('fault', [...before, line], text);
      return true;
    }
    if (kind === 'timeout') this.#region = openRegion('timeout', [line], text);
    else if (kind === 'trace') {
      this.#region = openRegion('trace', [...this.#pytest.above(line), line], text);
    } else this.#pytest.read(line);
    return kind !== undefined;
  }

  #close(): void {
    const region = this.#region;
    this.#region = undefined;
    if (!region) return;
    switch (region.kind) {
      case 'trace':
        this.#judgeTrace(region);
        this.#ended = { lines: region.lines, since: [] };
        break;
      case 'fault':
        this.#judgeFault(region);
        break;
      case 'timeout':
        this.#judgeTimeout(region.lines);
        break;
      default:
        region.kind satisfies never;
    }
  }

  #judgeTrace({ lines, head }: Region): void {
    for (const line of lines) {
      const exit = EXCEPTION_LINE.test(line.text) ? readExit(line.text) : undefined;
      if (exit) this.#judgeExit(exit, line);
    }
    const named = this.#named.name;
    const chain = this.#traces.read({ lines, head, named, announced: this.#announced });
    if (chain.some(endsWorkers)) this.#deaths.explained();
  }

  #judgeFault({ lines, head }: Region): void {
    const [, python, windows] = FAULT.exec(head) ?? [];
    const signal = signalOfFatalError(python ?? windows ?? '');
    if (python !== undefined) this.#deaths.dumped(signal);
    const phase = phaseOfDump(lines.map((one) => one.text).join('\n'));
    if (windows === undefined) {
      const { native } = this.#deaths;
      this.#judge.judge({ lines, outcome: { kind: 'signalled', signal }, phase, native });
    } else if (!signal.startsWith('0x')) this.#deaths.dumpedOnWindows({ lines, signal, phase });
  }

  #judgeTimeout(lines: readonly LogLine[]): void {
    this.#deaths.explained();
    this.#judge.judge({ lines, outcome: { kind: 'timed-out', seconds: 0 }, phase: 'start' });
  }

  #single(line: LogLine): void {
    const { text } = line;
    if (text === '') return;
    const warning = readWarning(text);
    if (warning) {
      const remark = harmlessRemark(warning.message);
      if (remark) this.#remarks.add(remark);
      if (warning.message.startsWith('Failed to initialize NumPy')) {
        this.#traces.warnedOfTorch(line, warning);
      }
      // Whoever still warns went on.
      this.#complaint.settle('imported');
      const outcome = { kind: 'imported' } as const;
      this.#judge.judge({ lines: [line], outcome, phase: 'import', chain: [warning] });
      return;
    }
    const summary = SUMMARY.exec(text)?.[1];
    if (summary) {
      const { chain } = parseTrace([summary]);
      this.#judge.judgeKnown({ ...raisedBy([{ ...line, text: summary }]), chain });
      return;
    }
    this.#complaint.read(text);
    const before = this.#recent.map((one) => one.text);
    const exit = readExit(text) ?? readEvent(text, before);
    if (exit) this.#judgeExit(exit, line);
    this.#deaths.read(line);
    if (this.#tree.takes(line)) return;
    const whole = this.#together.read(line) ?? line;
    const built = diagnoseBuildLine(whole.text);
    if (built) this.#keepBuild(built, whole);
    else this.#builds.read(line);
    this.#mentions.find(line, this.#named.name);
  }

  #keepBuild(built: Diagnosis, line: LogLine): void {
    if (built.kind === 'install-conflict') {
      // A manual quotes what a solver may say.
      if (this.#mentions.announced) return;
      this.#tree.begin(line);
    }
    this.#judge.keep(built, [line]);
  }

  #judgeExit(exit: ExitNote, line: LogLine): void {
    if (exit.kind === 'timeout') {
      this.#judgeTimeout([line]);
      return;
    }
    // Who waits for a worker does not know that it ended by what was raised just above.
    if (exit.signal === UNTOLD_END && this.#ended && this.#quotes.hasRaised) return;
    // What NumPy refused, the program did not survive: that says more than how it died.
    if (this.#complaint.isOpen) {
      this.#complaint.settle('raised');
      return;
    }
    this.#deaths.exited(exit.signal, line, this.#recent.at(-1)?.text ?? '');
  }
}
