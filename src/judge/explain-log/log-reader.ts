import type { ExceptionRecord, NativeFrame } from '../../model/observation.ts';
import type { Outcome, Phase } from '../../model/outcome.ts';
import { UNTOLD_END } from '../../packaging/exit-codes.ts';
import { diagnoseAll } from '../diagnose/diagnose.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { phaseOfDump } from '../diagnose/fault-dump.ts';
import { attributed, NamedModule } from '../diagnose/named-module.ts';
import { STUB_TEXT } from '../diagnose/stub-text.ts';
import { EXCEPTION_LINE } from '../read-log/anchors.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { isExplained } from '../read-log/mention-place.ts';
import { diagnoseBuildLine } from '../set-up/build-failure.ts';
import { Builders } from './builders.ts';
import { ConflictTree } from './conflict-tree.ts';
import { Deaths, endsWorkers } from './deaths.ts';
import { type ExitNote, readEvent, readExit } from './exit-notes.ts';
import { FailedBuilds } from './failed-builds.ts';
import { harmlessRemark } from './harmless.ts';
import { InstalledVersions } from './installed-versions.ts';
import { type LogFinding, LogFindings } from './log-findings.ts';
import { FAILURE, LAST_WORDS, NOTABLE, OLD_API, PROMPT, QUIET, SUMMARY } from './log-patterns.ts';
import {
  addToRegion,
  continuesRegion,
  FAULT,
  isAdvice,
  isConnector,
  openRegion,
  type Region,
  regionBegunBy,
  STUB_START,
} from './log-region.ts';
import { Mentions } from './mention.ts';
import { passedExceptions } from './passed-exceptions.ts';
import { readWarning } from './read-warning.ts';
import { SaidTogether } from './said-together.ts';
import { signalOfFatalError } from './signals.ts';
import { textEvidence } from './text-evidence.ts';
import { PYTEST_SOURCE, parseTrace } from './traceback.ts';
import { withBuilders } from './whose-build.ts';

/** So many lines after a complaint a bad ending still belongs to it. */
const SOON = 10;
/** The trace that was read last, and the lines since. */
interface Ended {
  readonly lines: readonly LogLine[];
  readonly since: LogLine[];
}

/** A complaint of NumPy's on stderr: did the program go on? */
interface Complaint {
  readonly lines: readonly LogLine[];
  readonly chain: readonly ExceptionRecord[];
  age: number;
}

function isSame(one: ExceptionRecord, other: ExceptionRecord | undefined): boolean {
  return one.type === other?.type && one.message === other.message;
}

/** A state machine over the lines of a log; what it keeps is bounded. */
export class LogReader {
  readonly #found = new LogFindings();
  readonly #installed = new InstalledVersions();
  readonly #named = new NamedModule();
  readonly #remarks = new Set<string>();
  #region: Region | undefined;
  #recent: LogLine[] = [];
  #pytestFrames: LogLine[] = [];
  /** The line that raised, as pytest marks it: one, or none. */
  #pointed: LogLine[] = [];
  #lastStub: readonly LogLine[] = [];
  #complaint: Complaint | undefined;
  #ended: Ended | undefined;
  #numpy: string | null = null;
  /** The exception that was read last, and the one that another process' traceback ended with. */
  #raised: ExceptionRecord | undefined;
  #quoted: ExceptionRecord | undefined;
  #isQuoting = false;
  /** A manual announced the region that is read. */
  #announced = false;
  #torch: { readonly line: LogLine; readonly exception: ExceptionRecord } | undefined;
  readonly #notable: LogLine[] = [];
  readonly #mentions = new Mentions();
  readonly #builds = new FailedBuilds();
  readonly #builders = new Builders();
  readonly #tree = new ConflictTree();
  readonly #deaths = new Deaths();
  readonly #together = new SaidTogether();

  read(line: LogLine): void {
    this.#mentions.read(line.text);
    this.#builders.read(line);
    if (line.text !== '') {
      this.#installed.read(line.text);
      this.#named.read(line.text);
      if (NOTABLE.test(line.text) && this.#notable.length < 5) this.#notable.push(line);
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
    // Another process' traceback is quoted by `"""`: what follows is a chain of its own.
    if (line.text === '"""') {
      this.#ended = undefined;
      this.#quoted = this.#isQuoting ? this.#raised : undefined;
      this.#isQuoting = !this.#isQuoting;
    }
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
    this.#settle('imported');
    for (const { lines, signal, phase, native } of this.#deaths.untold()) {
      this.#judge(lines, { kind: 'signalled', signal }, phase, [], false, native);
    }
    const builds = this.#found.all().length === 0 ? this.#builds.failure : undefined;
    if (builds) this.#found.keep(builds.diagnosis, builds.lines);
    // What a log only speaks of counts where it shows nothing.
    for (const { line, chain } of this.#found.all().length === 0 ? this.#mentions.all : []) {
      this.#judge([line], { kind: 'raised' }, 'import', chain, true);
    }
    const found = this.#found
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
      const own = [...this.#pytestFrames, ...this.#pointed];
      const frames = line.pytest && EXCEPTION_LINE.test(text) ? own : [];
      this.#pointed = [];
      if (EXCEPTION_LINE.test(text)) this.#pytestFrames = [];
      this.#region = openRegion('trace', [...frames, line], text);
    } else if (/^\S+\.(?:py|pyx|pxd):\d+: (?:in .+|\w+)$/.test(text)) {
      this.#pytestFrames = [...this.#pytestFrames.slice(-40), line];
    } else if (/^ {4}\S/.test(text) && this.#pytestFrames.length > 0) {
      this.#pytestFrames = [...this.#pytestFrames.slice(-40), line];
    } else if (PYTEST_SOURCE.test(text)) this.#pointed = [line];
    else if (/^_{3,}|^={3,}/.test(text)) [this.#pytestFrames, this.#pointed] = [[], []];
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
        this.#deaths.explained();
        this.#judge(region.lines, { kind: 'timed-out', seconds: 0 }, 'start');
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
    const texts = lines.map((one) => one.text);
    const text = texts.join('\n');
    this.#numpy = STUB_TEXT.exec(text)?.[1] ?? this.#numpy;
    const stubbed = texts.some((one) => STUB_START.test(one));
    const parsed = parseTrace(isAdvice(head) ? ['ImportError: ', ...texts] : texts);
    const chain = attributed(parsed.chain, this.#named.name);
    const [raised] = chain;
    const again = raised !== undefined && isSame(raised, this.#quoted);
    [this.#raised, this.#quoted] = [raised, undefined];
    // A pool raises in its own process what its worker raised.
    if (again && parsed.form === 'traceback') return;
    const refused = chain.length > 0 && chain.every((one) => OLD_API.test(one.message));
    if (stubbed || (refused && parsed.form === 'bare')) this.#lastStub = lines;
    const interrupted = chain.some(
      (one) => one.type === 'KeyboardInterrupt' || one.type === 'SystemExit',
    );
    const quoted = parsed.form !== 'traceback' && (this.#announced || isExplained(text));
    if (chain.some(endsWorkers)) this.#deaths.explained();
    if (interrupted || quoted) return;
    if (this.#torch && chain.some((one) => one.message === 'Numpy is not available')) {
      // PyTorch warned before that it goes on without NumPy: then a call needed it.
      const { line, exception } = this.#torch;
      this.#judge([line, ...lines], { kind: 'raised' }, 'import', [exception]);
      return;
    }
    if (chain[0]?.type.endsWith('Warning') && QUIET.test(chain[0].message)) {
      // Made an exception by pytest's settings or `-W error`, it still is that warning.
      this.#judge(lines, { kind: 'imported' }, 'import', chain);
    } else if (parsed.form === 'traceback') {
      const hidden =
        /failed to import|_API not found|initialization failed|returned a result with an (?:error|exception) set/.test(
          text,
        );
      const before = hidden && !stubbed ? this.#lastStub : [];
      if (hidden) this.#complaint = undefined;
      this.#judge([...before, ...lines], { kind: 'raised' }, 'import', chain);
    } else if (stubbed || refused) {
      this.#settle('imported');
      this.#complaint = { lines, chain: stubbed ? [] : chain, age: 0 };
    } else if (parsed.form !== 'none') {
      if (this.#judge(lines, { kind: 'raised' }, 'import', chain, true)) return;
      for (const passed of passedExceptions(parsed.above, lines)) {
        if (this.#judge(passed.lines, { kind: 'raised' }, 'import', passed.chain, true)) break;
      }
    }
  }

  /** A complaint whose program ended badly soon after was no hidden failure. */
  #settle(ended: 'imported' | 'raised'): void {
    const complaint = this.#complaint;
    this.#complaint = undefined;
    if (!complaint) return;
    const { lines, chain } = complaint;
    // pytest shows what was written to stderr below the exception that ended the import.
    const failed =
      ended === 'raised' ||
      this.#teller(lines, { kind: 'raised' }, 'import', chain)().some((one) =>
        this.#found.saidVaguely(one),
      );
    if (failed) this.#judge(lines, { kind: 'raised' }, 'import', chain, true);
    else this.#judge(lines, { kind: 'imported' }, 'import', chain);
  }

  #judgeFault({ lines, head }: Region): void {
    const [, python, windows] = FAULT.exec(head) ?? [];
    const signal = signalOfFatalError(python ?? windows ?? '');
    if (python !== undefined) this.#deaths.dumped(signal);
    const phase = phaseOfDump(lines.map((one) => one.text).join('\n'));
    if (windows === undefined) {
      this.#judge(lines, { kind: 'signalled', signal }, phase, [], false, this.#deaths.native);
    } else if (!signal.startsWith('0x')) this.#deaths.dumpedOnWindows({ lines, signal, phase });
  }

  /** @returns whether anything was told */
  #judge(
    lines: readonly LogLine[],
    outcome: Outcome,
    phase: Phase,
    chain: readonly ExceptionRecord[] = [],
    onlyKnown = false,
    native: readonly NativeFrame[] = [],
  ): boolean {
    const tell = this.#teller(lines, outcome, phase, chain, native);
    const told = tell().filter((one) => !onlyKnown || one.kind !== 'unclassified');
    for (const diagnosis of told) {
      this.#found.keep(diagnosis, [...this.#notable, ...lines], tell);
    }
    return told.length > 0;
  }

  /** To be asked once more at the end: what is installed, and what explains it, may stand further below. */
  #teller(
    lines: readonly LogLine[],
    outcome: Outcome,
    phase: Phase,
    chain: readonly ExceptionRecord[],
    native: readonly NativeFrame[] = [],
  ): () => readonly Diagnosis[] {
    const known = this.#numpy;
    const stderr = lines.map((one) => one.text).join('\n');
    return () => {
      const installed = this.#installed.versions;
      const context = this.#notable.map((one) => one.text);
      return diagnoseAll(
        textEvidence({
          outcome,
          phase,
          chain,
          native,
          stderr: [...context, stderr].join('\n'),
          numpy: known ?? installed.get('numpy') ?? null,
          installed,
        }),
      );
    };
  }

  #single(line: LogLine): void {
    const { text } = line;
    if (text === '') return;
    const warning = readWarning(text);
    if (warning) {
      const remark = harmlessRemark(warning.message);
      if (remark) this.#remarks.add(remark);
      if (warning.message.startsWith('Failed to initialize NumPy')) {
        this.#torch = { line, exception: warning };
      }
      // Whoever still warns went on.
      this.#settle('imported');
      this.#judge([line], { kind: 'imported' }, 'import', [warning]);
      return;
    }
    const summary = SUMMARY.exec(text)?.[1];
    if (summary) {
      const { chain } = parseTrace([summary]);
      this.#judge([{ ...line, text: summary }], { kind: 'raised' }, 'import', chain, true);
      return;
    }
    if (this.#complaint) {
      this.#complaint.age += 1;
      if (FAILURE.test(text)) this.#settle('raised');
      else if (this.#complaint.age > SOON) this.#settle('imported');
    }
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
    if (built.kind === 'install-conflict') this.#tree.begin(line);
    this.#found.keep(built, [line]);
  }

  #judgeExit(exit: ExitNote, line: LogLine): void {
    if (exit.kind === 'timeout') {
      this.#deaths.explained();
      this.#judge([line], { kind: 'timed-out', seconds: 0 }, 'start');
      return;
    }
    // Who waits for a worker does not know that it ended by what was raised just above.
    if (exit.signal === UNTOLD_END && this.#ended && this.#raised) return;
    // What NumPy refused, the program did not survive: that says more than how it died.
    if (this.#complaint) {
      this.#settle('raised');
      return;
    }
    this.#deaths.exited(exit.signal, line, this.#recent.at(-1)?.text ?? '');
  }
}
