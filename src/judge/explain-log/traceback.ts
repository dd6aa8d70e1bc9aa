import type { ExceptionRecord, Frame } from '../../model/observation.ts';
import { EXCEPTION_LINE } from '../read-log/anchors.ts';

/** What a stretch of a log says: the exceptions that it shows, and whether they were raised. */
export interface ParsedTrace {
  /** Exception chain of the last traceback, outermost first. */
  readonly chain: readonly ExceptionRecord[];
  /**
   * `traceback` with frames · `bare` only exception lines, as C code prints them · `none`.
   * NumPy's own complaint about an old module prints a traceback that ends in its stub: `bare`.
   */
  readonly form: 'traceback' | 'bare' | 'none';
  /** What stands above it and has no frames either, the last first: it may say what this one does not. */
  readonly above: readonly (readonly ExceptionRecord[])[];
}

// CPython Lib/traceback.py.
const HEADER = /^Traceback \(most recent call last\):$/;
/** NumPy's stub prints its stack so; a mangled log may hold any traceback so. */
const GLUED = /^Traceback \(most recent call last\): +(?=File ")/;
const FRAME = /^\s*File "(.+?)", line (\d+)(?:, in(?: (.+))?)?$/;
const PYTEST_FRAME = /^(\S+\.(?:py|pyx|pxd)):(\d+): (?:in (.+)|\w+)$/;
const PYTEST_RAISED = /^\S+\.(?:py|pyx|pxd):\d+: (\w+)$/;
/** pytest's mark at the line that raised, in its long form, where the place stands further below. */
export const PYTEST_SOURCE = /^> {3,}(\S.*)$/;
const CAUSE = /^The above exception was the direct cause of the following exception:/;
const CONTEXT = /^During handling of the above exception, another exception occurred:/;
const STUB_FILE = /numpy[\\/]core[\\/]_multiarray_umath\.py$/;

interface Draft {
  type: string;
  message: string[];
  frames: Frame[];
  headed: boolean;
}

/** Reads the lines of one stretch (control codes, time stamps and pytest's `E` taken off). */
export function parseTrace(lines: readonly string[]): ParsedTrace {
  const chains: { drafts: Draft[]; links: ('cause' | 'context')[] }[] = [];
  let frames: Frame[] = [];
  let headed = false;
  let joins: 'cause' | 'context' | undefined;
  let draft: Draft | undefined;
  let pointed: string | undefined;
  for (const line of lines) {
    if (HEADER.test(line)) {
      frames = [];
      headed = true;
      draft = undefined;
      continue;
    }
    if (CAUSE.test(line) || CONTEXT.test(line)) {
      joins = CAUSE.test(line) ? 'cause' : 'context';
      draft = undefined;
      headed = false;
      frames = [];
      continue;
    }
    if (GLUED.test(line)) {
      frames = [];
      headed = false;
      draft = undefined;
    }
    const frame = readFrame(line.replace(GLUED, '  '));
    // The line behind pytest's `E`: where the exception was raised.
    if (frame && draft && PYTEST_RAISED.exec(line)?.[1] === draft.type) {
      if (draft.frames.length === 0) {
        draft.frames = [pointed === undefined ? frame : { ...frame, source: pointed }];
        draft.headed = true;
      }
      continue;
    }
    if (frame) {
      frames.push(frame);
      if (!line.startsWith(' ') && !GLUED.test(line)) headed = true;
      draft = undefined;
      continue;
    }
    pointed = PYTEST_SOURCE.exec(line)?.[1] ?? pointed;
    const [, type, message = ''] = EXCEPTION_LINE.exec(line) ?? [];
    if (type) {
      // Behind NumPy's stack C code prints that an API is missing; anything else ended the program.
      if (frames.length > 0 && !/_API not found(?!\s+\w)/.test(message)) headed = true;
      draft = { type, message: [message], frames, headed };
      const chain = chains.at(-1);
      if (joins && chain) {
        chain.drafts.push(draft);
        chain.links.push(joins);
      } else chains.push({ drafts: [draft], links: [] });
      joins = undefined;
      headed = false;
      frames = [];
      continue;
    }
    if (draft) {
      if (draft.message.length < 60) draft.message.push(line);
    } else addSource(frames, line);
  }
  const isTold = (chain: { drafts: Draft[] }) =>
    chain.drafts.some((one) => one.headed && !isStub(one));
  const chosen = chains.findLast(isTold) ?? chains.at(-1);
  if (!chosen) return { chain: [], form: 'none', above: [] };
  if (isTold(chosen)) return { chain: records(chosen), form: 'traceback', above: [] };
  return {
    chain: records(chosen),
    form: 'bare',
    above: chains.slice(0, -1).toReversed().map(records),
  };
}

function readFrame(line: string): Frame | undefined {
  const [, file, number, name] = FRAME.exec(line) ?? PYTEST_FRAME.exec(line) ?? [];
  if (!file) return undefined;
  return { file, line: Number(number), function: name ?? '<module>' };
}

function addSource(frames: Frame[], line: string): void {
  const last = frames.at(-1);
  // Message logs of programs around Python show frame and source at one margin.
  if (last && last.source === undefined && /^ {2,}[^\s^~]/.test(line)) {
    frames[frames.length - 1] = { ...last, source: line.trim() };
  }
}

/** The stub's own traceback, printed by C code that goes on afterwards. */
function isStub(draft: Draft): boolean {
  return draft.frames.length > 0 && draft.frames.every((frame) => STUB_FILE.test(frame.file));
}

function records(chain: {
  drafts: Draft[];
  links: ('cause' | 'context')[];
}): readonly ExceptionRecord[] {
  const outermostFirst = chain.drafts.toReversed();
  const links = chain.links.toReversed();
  return outermostFirst.map((draft, index) => ({
    type: draft.type,
    message: draft.message.join('\n').trimEnd(),
    link: index === 0 ? 'first' : (links[index - 1] ?? 'context'),
    frames: draft.frames,
    name: null,
    path: null,
  }));
}
