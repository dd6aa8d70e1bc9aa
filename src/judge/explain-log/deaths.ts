import type { ExceptionRecord, NativeFrame } from '../../model/observation.ts';
import type { Phase } from '../../model/outcome.ts';
import { UNTOLD_END } from '../../packaging/exit-codes.ts';
import { debuggerFrame, imagePath } from '../diagnose/debugger-frames.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { SUCCESS } from './log-patterns.ts';

/** gdb breaks a frame's line at its width: the file stands on the next one. */
const FROM = /^\s+from (\/\S+)$/;
/** An import at a prompt, or on a command line. */
const ASKED =
  /^(?:>>>>? |In \[\d+\]: )(?:import|from) ([A-Za-z_]\w*)|\bpython[\d.]* (?:-\w+ )*-c ['"]import ([A-Za-z_]\w*)/;
/** bash's words for a process that the system ended, mostly for want of memory. */
const OUT_OF_MEMORY = /^(?:.*: line \d+: +\d+ )?Killed\b/;
/** Frames of a debugger that are kept: the innermost tell. */
const MOST_NATIVE = 40;
const MOST_EXITS = 20;

/** A process that a signal ended. */
export interface Death {
  readonly signal: string;
  readonly lines: readonly LogLine[];
  readonly phase: Phase;
  /** Its native stack, innermost frame first; empty when none is shown. */
  readonly native: readonly NativeFrame[];
}

interface Exit {
  readonly signal: string;
  readonly line: LogLine;
  /** The module that was asked for at the prompt before. */
  readonly asked: string | undefined;
}

/** Whether an exception tells how a worker ended that others only waited for. */
export function endsWorkers({ type, message }: ExceptionRecord): boolean {
  return type === 'MemoryError' || message.includes('has finished its bootstrapping phase');
}

/** Remembers how processes of a log died: dumps, exit codes, and a debugger's backtrace below. */
export class Deaths {
  readonly #dumped = new Set<string>();
  readonly #exits: Exit[] = [];
  readonly #native: { readonly frame: NativeFrame; readonly line: LogLine }[] = [];
  #windows: Omit<Death, 'native'> | undefined;
  #uncaught = false;
  /** Something told how a worker ended: a time limit, a want of memory, its start. */
  #explained = false;

  /** A dump that was told already: an exit code of the same signal says nothing more. */
  dumped(signal: string): void {
    this.#dumped.add(signal);
  }

  /** The log says how workers ended: nobody who only waited for them has more to tell. */
  explained(): void {
    this.#explained = true;
  }

  /** On Windows faulthandler also reports exceptions that are handled afterwards. */
  dumpedOnWindows(death: Omit<Death, 'native'>): void {
    this.#windows = death;
  }

  /** @param before the line before, which may have asked for a module */
  exited(signal: string, line: LogLine, before: string): void {
    const asked = ASKED.exec(before)?.slice(1).find(Boolean);
    if (this.#exits.length < MOST_EXITS) this.#exits.push({ signal, line, asked });
  }

  read(line: LogLine): void {
    const { text } = line;
    if (/^terminate called/.test(text)) this.#uncaught = true;
    if (OUT_OF_MEMORY.test(text)) this.#explained = true;
    if (SUCCESS.test(text)) this.#windows = undefined;
    if (this.#exits.length > 0 && this.#native.length < MOST_NATIVE) {
      const frame = debuggerFrame(text);
      if (frame) this.#native.push({ frame, line });
    }
    const from = FROM.exec(text)?.[1];
    const last = this.#native.at(-1);
    if (from && last?.frame.library === null)
      this.#native[this.#native.length - 1] = { ...last, frame: { ...last.frame, library: from } };
    const image = this.#native.length > 0 ? imagePath(text) : undefined;
    if (image) this.#nameImage(...image);
  }

  /** The frames of a debugger so far. */
  get native(): readonly NativeFrame[] {
    return this.#native.map((one) => one.frame);
  }

  /** What the whole log leaves to be told. */
  untold(): readonly Death[] {
    const { native } = this;
    const handled = this.#windows;
    if (handled) this.#dumped.add(handled.signal);
    // A dump of the same death says more than its exit code, an uncaught exception as well.
    const aborts = this.#dumped.size > 0 || this.#uncaught;
    const told = this.#exits.filter(
      ({ signal }) => !this.#dumped.has(signal) && !(signal === 'SIGABRT' && aborts),
    );
    // Who only waited for the process says less than anybody who saw how it ended.
    const seen = this.#exits.some(({ signal }) => signal !== UNTOLD_END);
    const exits =
      seen || aborts || this.#explained ? told.filter((one) => one.signal !== UNTOLD_END) : told;
    return [...(handled ? [{ ...handled, native }] : []), ...exits.map((one) => this.#ofExit(one))];
  }

  #ofExit({ signal, line, asked }: Exit): Death {
    if (this.#native.length === 0 && asked !== undefined) {
      const frame = { function: '??', library: `module:${asked}`, file: null, line: null };
      return { signal, lines: [line], phase: 'import', native: [frame] };
    }
    const lines = [line, ...this.#native.map((one) => one.line)];
    return { signal, lines, phase: 'start', native: this.native };
  }

  #nameImage(name: string, path: string): void {
    for (const [at, { frame, line }] of this.#native.entries()) {
      if (frame.library === name) this.#native[at] = { frame: { ...frame, library: path }, line };
    }
  }
}
