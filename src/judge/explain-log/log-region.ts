import { ADVICE_HEAD } from '../diagnose/numpys-own-import.ts';
import { EXCEPTION_LINE } from '../read-log/anchors.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { isWarning } from './read-warning.ts';

/** A stretch of a log that tells one thing, from its first line on. */
export interface Region {
  readonly kind: 'trace' | 'fault' | 'timeout';
  readonly lines: LogLine[];
  /** The line that it began with. */
  readonly head: string;
  /** Empty lines at its end. */
  blank: number;
  /** Inside NumPy's advice for a failed import of its own, which ends with the original error. */
  advice: number;
}

export const STUB_START = /^\s*A module that was compiled using NumPy 1\.x cannot be run in/;
export const FAULT = /^(?:Fatal Python error: (.*)|Windows fatal exception: (.*))$/;
const ADVICE = new RegExp(`^\\s*(?:IMPORTANT: PLEASE READ THIS FOR ADVICE|${ADVICE_HEAD.source})`);
const ORIGINAL = /^\s*Original error was: /;
const HEADER = /^Traceback \(most recent call last\):/;
const DUMP_TIMEOUT = /^Timeout \(\d+:\d\d:\d\d(?:\.\d+)?\)!$/;
const PANIC = /^thread '.*' panicked at /;
const CONNECTOR =
  /^(?:The above exception was the direct cause|During handling of the above exception)/;
const FRAME = /^\s+File "|^\S+\.(?:py|pyx|pxd):\d+: /;
/** The rest of a traceback whose beginning was cut off. */
const FRAME_START = /^ {2}File "[^"]+", line \d+, in(?: |$)/;
const DUMP_LINE =
  /^(?:Python runtime state|Current thread|Thread 0x| {2}File "| {2}<no Python frame>| {2}Binary file|Extension modules:| {2}<|Memory allocated|$)/;
/** Lines of multi-line messages that start at the margin. */
const PROSE =
  /^(?:A module that was compiled|NumPy \d\S* as it may crash|versions of NumPy, modules|Some module may need|If you are a user of|downgrade to 'numpy<2'|We expect that some|IMPORTANT: PLEASE READ|Importing the (?:numpy [Cc]-ext|multiarray numpy)|many reasons, often|installed\.|We have compiled|Please note and check|and make sure that|Please carefully|This is unlikely|or environment on|Original error was|The following compiled|with with either|The aliases was|`np\.|(?:numpy|pytz|dateutil): ?|your numpy version|Please upgrade|Expected in:|Referenced from:| {2}Reason:|stack backtrace:|note: |If using `np\.)/;
/** What solvers print looks like an exception of Python's. */
const SOLVER = /^\w*UnsatisfiableError: /;
const MAX_REGION = 400;
const MAX_ADVICE = 60;

/** @returns what kind of region the line begins, undefined when none */
export function regionBegunBy(text: string): Region['kind'] | undefined {
  if (text === '') return undefined;
  if (FAULT.test(text)) return 'fault';
  if (DUMP_TIMEOUT.test(text)) return 'timeout';
  const trace =
    STUB_START.test(text) ||
    HEADER.test(text) ||
    PANIC.test(text) ||
    FRAME_START.test(text) ||
    (EXCEPTION_LINE.test(text) && !SOLVER.test(text)) ||
    ADVICE.test(text) ||
    ORIGINAL.test(text);
  return trace ? 'trace' : undefined;
}

/** A region of NumPy's advice alone, as a logger or a cloud's runtime shows it, has no exception. */
export function isAdvice(text: string): boolean {
  return ADVICE.test(text) || ORIGINAL.test(text);
}

/** @returns true for the line that joins two tracebacks of one chain */
export function isConnector(text: string): boolean {
  return CONNECTOR.test(text);
}

/** Begins a region. */
export function openRegion(kind: Region['kind'], lines: readonly LogLine[], head: string): Region {
  const region: Region = { kind, lines: [...lines], head, blank: 0, advice: 0 };
  if (ADVICE.test(head)) region.advice = MAX_ADVICE;
  return region;
}

/** Adds a line, as long as there is room. */
export function addToRegion(region: Region, line: LogLine): void {
  const { text } = line;
  if (region.lines.length < MAX_REGION) region.lines.push(line);
  region.blank = text === '' ? region.blank + 1 : 0;
  if (ORIGINAL.test(text)) region.advice = 0;
  else if (ADVICE.test(text)) region.advice = MAX_ADVICE;
  else if (region.advice > 0) region.advice -= 1;
}

/** Whether a line still belongs to the region, or ends it. */
export function continuesRegion(region: Region, text: string): boolean {
  if (region.kind !== 'trace') {
    return DUMP_LINE.test(text) && !FAULT.test(text) && region.blank < 3;
  }
  // As the frames of pytest, but a line of its own.
  if (isWarning(text)) return false;
  if (FAULT.test(text) || DUMP_TIMEOUT.test(text) || region.lines.length >= MAX_REGION)
    return false;
  if (text === '') return region.blank < 3 || region.advice > 0;
  // NumPy says it anew for each module: what its stack ended with belongs to the one before.
  if (STUB_START.test(text)) {
    const last = region.lines.findLast((line) => line.text !== '');
    return !/_API not found(?!\s+\w)/.test(last?.text ?? '');
  }
  if (HEADER.test(text)) return !isThrough(region);
  if (CONNECTOR.test(text)) return true;
  if (FRAME.test(text) || PROSE.test(text) || EXCEPTION_LINE.test(text)) return true;
  return region.advice > 0 || (/^\s/.test(text) && region.blank < 2);
}

/** Its traceback ended with an exception: another one is another failure, unless NumPy's text came before. */
function isThrough({ lines }: Region): boolean {
  const told = lines.flatMap(({ text }) => (text === '' ? [] : [text]));
  const head = told.findLastIndex((text) => HEADER.test(text));
  if (head < 0 || CONNECTOR.test(told.at(-1) ?? '')) return false;
  if (told.some((text) => STUB_START.test(text) || /_API not found/.test(text))) return false;
  return told.slice(head).some((text) => EXCEPTION_LINE.test(text));
}
