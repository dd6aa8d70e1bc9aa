import type { Diagnosis } from '../../model/finding.ts';
import type { Phase } from '../../model/outcome.ts';
import { diagnoseBuildLine } from './build-failure.ts';
import { diagnoseAll } from './diagnose.ts';
import { type ExitNote, readExit } from './exit-notes.ts';
import { readFaultDump } from './fault-dump.ts';
import { InstalledVersions } from './installed-versions.ts';
import type { LogLine } from './log-lines.ts';
import { signalOfFatalError } from './signals.ts';
import { STUB_TEXT } from './stub-text.ts';
import { textEvidence } from './text-evidence.ts';
import { EXCEPTION_LINE, parseTrace } from './traceback.ts';

export interface LogFinding {
  readonly diagnosis: Diagnosis;
  readonly lines: readonly number[];
}

const STUB_START = /^\s*A module that was compiled using NumPy 1\.x cannot be run in/;
const HEADER = /^Traceback \(most recent call last\):/;
const FAULT = /^(?:Fatal Python error: (.*)|Windows fatal exception: (.*))$/;
const DUMP_TIMEOUT = /^Timeout \(\d+:\d\d:\d\d(?:\.\d+)?\)!$/;
const PANIC = /^thread '.*' panicked at /;
const WARNING = /^(?:\S.*:\d+|<.*>:\d+): (\w*Warning): /;
const CONNECTOR =
  /^(?:The above exception was the direct cause|During handling of the above exception)/;
const FRAME = /^\s+File "|^\S+\.(?:py|pyx|pxd):\d+: /;
/** The rest of a traceback whose beginning was cut off. */
const FRAME_START = /^ {2}File "[^"]+", line \d+, in /;
const DUMP_LINE =
  /^(?:Python runtime state|Current thread|Thread 0x| {2}File "| {2}<no Python frame>| {2}Binary file|Extension modules:| {2}<|Memory allocated|$)/;
/** Printed by C code that goes on; never the exception that a program ends with. */
const OLD_API = /^_(?:ARRAY|UFUNC)_API not found/;
/** Lines of multi-line messages that start at the margin. */
const PROSE =
  /^(?:A module that was compiled|NumPy \d\S* as it may crash|versions of NumPy, modules|Some module may need|If you are a user of|downgrade to 'numpy<2'|We expect that some|IMPORTANT: PLEASE READ|Importing the numpy C-ext|many reasons, often|installed\.|We have compiled|Please note and check|and make sure that|Please carefully|This is unlikely|or environment on|Original error was|The following compiled|with with either|The aliases was|`np\.|your numpy version|Please upgrade|Expected in:|Referenced from:| {2}Reason:|stack backtrace:|note: )/;
const SUCCESS =
  /^=*\s*\d+ passed\b(?!.*\b(?:failed|error))|\bexit(?:ed)?(?: with)?(?: code| status)?[ :]+0\b/;
const MAX_REGION = 400;
const MAX_FINDINGS = 500;

type Region = {
  readonly kind: 'trace' | 'fault' | 'timeout';
  readonly lines: LogLine[];
  head: string;
  blank: number;
};

/** A state machine over the lines of a log; what it keeps is bounded. */
export class LogReader {
  readonly #found = new Map<string, LogFinding>();
  readonly #installed = new InstalledVersions();
  #region: Region | undefined;
  #recent: LogLine[] = [];
  #pytestFrames: LogLine[] = [];
  #lastStub: readonly LogLine[] = [];
  #numpy: string | null = null;
  #windows:
    | { readonly lines: readonly LogLine[]; readonly signal: string; readonly phase: Phase }
    | undefined;
  readonly #dumped = new Set<string>();
  readonly #exits: { readonly signal: string; readonly line: LogLine }[] = [];

  read(line: LogLine): void {
    if (line.text !== '') this.#installed.read(line.text);
    if (this.#region && this.#continues(this.#region, line)) {
      if (this.#region.lines.length < MAX_REGION) this.#region.lines.push(line);
      this.#region.blank = line.text === '' ? this.#region.blank + 1 : 0;
      return;
    }
    this.#close();
    if (!this.#start(line)) this.#single(line);
    this.#recent = [...this.#recent.slice(-1), line];
  }

  end(): readonly LogFinding[] {
    this.#close();
    if (this.#windows) {
      const { lines, signal, phase } = this.#windows;
      this.#dumped.add(signal);
      this.#judge(lines, { kind: 'signalled', signal }, phase);
    }
    for (const { signal, line } of this.#exits) {
      // A dump of the same death says more than its exit code.
      const told = this.#dumped.has(signal) || (signal === 'SIGABRT' && this.#dumped.size > 0);
      if (!told) this.#judge([line], { kind: 'signalled', signal }, 'start');
    }
    return [...this.#found.values()];
  }

  #start(line: LogLine): boolean {
    const { text } = line;
    if (FAULT.test(text))
      return this.#open('fault', [...this.#recent.filter((one) => one.text !== ''), line], text);
    if (DUMP_TIMEOUT.test(text)) return this.#open('timeout', [line], text);
    if (STUB_START.test(text) || HEADER.test(text) || PANIC.test(text) || FRAME_START.test(text))
      return this.#open('trace', [line], text);
    if (EXCEPTION_LINE.test(text)) {
      const frames = line.pytest ? this.#pytestFrames : [];
      this.#pytestFrames = [];
      return this.#open('trace', [...frames, line], text);
    }
    if (/^\S+\.(?:py|pyx|pxd):\d+: (?:in .+|\w+)$/.test(text)) {
      this.#pytestFrames = [...this.#pytestFrames.slice(-40), line];
    } else if (/^_{3,}|^={3,}/.test(text)) this.#pytestFrames = [];
    return false;
  }

  #open(kind: Region['kind'], lines: LogLine[], head: string): boolean {
    this.#region = { kind, lines: [...lines], head, blank: 0 };
    return true;
  }

  #continues(region: Region, line: LogLine): boolean {
    const { text } = line;
    if (region.kind !== 'trace')
      return DUMP_LINE.test(text) && !FAULT.test(text) && region.blank < 3;
    if (FAULT.test(text) || DUMP_TIMEOUT.test(text) || region.lines.length >= MAX_REGION)
      return false;
    if (text === '') return region.blank < 3;
    if (CONNECTOR.test(text) || HEADER.test(text) || STUB_START.test(text)) return true;
    if (FRAME.test(text) || PROSE.test(text)) return true;
    if (EXCEPTION_LINE.test(text)) return true;
    return /^\s/.test(text) && region.blank < 2;
  }

  #close(): void {
    const region = this.#region;
    this.#region = undefined;
    if (!region) return;
    switch (region.kind) {
      case 'trace':
        this.#judgeTrace(region.lines);
        break;
      case 'fault':
        this.#judgeFault(region);
        break;
      case 'timeout':
        this.#judge(region.lines, { kind: 'timed-out', seconds: 0 }, 'start');
        break;
      default:
        region.kind satisfies never;
    }
  }

  #judgeTrace(lines: readonly LogLine[]): void {
    for (const line of lines) {
      const exit = EXCEPTION_LINE.test(line.text) ? readExit(line.text) : undefined;
      if (exit) this.#judgeExit(exit, line);
    }
    const texts = lines.map((one) => one.text);
    const text = texts.join('\n');
    this.#numpy = STUB_TEXT.exec(text)?.[1] ?? this.#numpy;
    const stubbed = texts.some((one) => STUB_START.test(one));
    const { chain, form } = parseTrace(texts);
    if (stubbed) this.#lastStub = lines;
    const interrupted = chain.some(
      (one) => one.type === 'KeyboardInterrupt' || one.type === 'SystemExit',
    );
    if (interrupted) return;
    if (form === 'traceback') {
      const hidden = /failed to import|_API not found|initialization failed/.test(text);
      const before = hidden && !stubbed ? this.#lastStub : [];
      this.#judge([...before, ...lines], { kind: 'raised' }, 'import', chain);
    } else if (stubbed || chain.every((one) => OLD_API.test(one.message))) {
      this.#judge(lines, { kind: 'imported' }, 'import', stubbed ? [] : chain);
    } else if (form !== 'none') {
      this.#judge(lines, { kind: 'raised' }, 'import', chain, true);
    }
  }

  #judgeFault({ lines, head }: Region): void {
    const [, python, windows] = FAULT.exec(head) ?? [];
    const signal = signalOfFatalError(python ?? windows ?? '');
    if (python !== undefined) this.#dumped.add(signal);
    const text = lines.map((one) => one.text).join('\n');
    const dump = readFaultDump(text);
    const top = dump.frames.find((frame) => frame.function !== '_call_with_frames_removed');
    const loading = /^(?:create_module|exec_module)$/.test(top?.function ?? '');
    const atExit = dump.frames.length === 0 && text.includes('<no Python frame>');
    const phase = atExit ? 'exit' : loading ? 'import' : 'call';
    if (windows === undefined) this.#judge(lines, { kind: 'signalled', signal }, phase);
    else if (!signal.startsWith('0x')) this.#windows = { lines, signal, phase };
  }

  #judge(
    lines: readonly LogLine[],
    outcome: Parameters<typeof textEvidence>[0]['outcome'],
    phase: Parameters<typeof textEvidence>[0]['phase'],
    chain: Parameters<typeof textEvidence>[0]['chain'] = [],
    onlyKnown = false,
  ): void {
    const installed = this.#installed.versions;
    const numpy = this.#numpy ?? installed.get('numpy') ?? null;
    const stderr = lines.map((one) => one.text).join('\n');
    const found = diagnoseAll(textEvidence({ outcome, phase, chain, stderr, numpy, installed }));
    for (const diagnosis of found) {
      if (onlyKnown && diagnosis.kind === 'unclassified') continue;
      this.#keep(diagnosis, numbersOf(diagnosis, lines));
    }
  }

  #single(line: LogLine): void {
    const { text } = line;
    if (text === '') return;
    if (WARNING.test(text)) {
      this.#judge([line], { kind: 'imported' }, 'import');
      return;
    }
    // On Windows faulthandler also reports exceptions that are handled afterwards.
    if (SUCCESS.test(text)) this.#windows = undefined;
    const exit = readExit(text);
    if (exit) this.#judgeExit(exit, line);
    const built = diagnoseBuildLine(text);
    if (built) this.#keep(built, [line.number]);
  }

  #judgeExit(exit: ExitNote, line: LogLine): void {
    if (exit.kind === 'timeout') {
      this.#judge([line], { kind: 'timed-out', seconds: 0 }, 'start');
      return;
    }
    if (this.#exits.length < 20) this.#exits.push({ signal: exit.signal, line });
  }

  #keep(diagnosis: Diagnosis, lines: readonly number[]): void {
    const { kind, culprit, inner, title } = diagnosis;
    const key = JSON.stringify([kind, inner, culprit, title]);
    const before = this.#found.get(key);
    if (!before && this.#found.size >= MAX_FINDINGS) return;
    const all = [...(before?.lines ?? []), ...lines].slice(0, 20);
    this.#found.set(key, { diagnosis: before?.diagnosis ?? diagnosis, lines: all });
  }
}

function numbersOf(diagnosis: Diagnosis, lines: readonly LogLine[]): readonly number[] {
  const shown = lines.filter(({ text }) =>
    diagnosis.evidence.some(
      (one) => text.trim() !== '' && (text.includes(one) || one.endsWith(text.trim())),
    ),
  );
  const numbers = shown.map((one) => one.number);
  return numbers.length > 0 ? numbers : lines.slice(0, 1).map((one) => one.number);
}
