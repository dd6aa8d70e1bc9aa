import { splitLines } from '../escape/visible.ts';
import type { ExceptionRecord, NativeFrame, Observation } from '../model/observation.ts';
import type { Phase } from '../model/outcome.ts';

/**
 * What a probe left behind of one module that was not plainly proven, for a reader: capped, and with
 * paths and addresses of one run taken out, so that equal evidence is equal text.
 */
export interface Evidence {
  readonly phase: Phase;
  /** The step of the walk that failed (`pandas._libs`), null when none did. */
  readonly step: string | null;
  /** Outermost first. */
  readonly exceptions: readonly EvidenceException[];
  /** Innermost first; empty when there are none. */
  readonly nativeFrames: readonly NativeFrame[];
  readonly stdout: string;
  readonly stderr: string;
  /** Something was cut out of `stdout`, `stderr` or a list of frames. */
  readonly truncated: boolean;
  /** The file being loaded when the process died, or that failed first, below its environment. */
  readonly culpritFile: string | null;
  /** What the module's name loaded instead. */
  readonly shadowedBy: string | null;
  /** Set when runs disagree: what each of them saw. */
  readonly disagreement: readonly string[];
  /** A second, clean run saw the same. */
  readonly confirmed: boolean;
}

export type EvidenceException = Pick<ExceptionRecord, 'type' | 'message' | 'link' | 'frames'>;

/** Characters kept of a stream, of a message, and of a line. */
const LONGEST_STREAM = 6000;
const LONGEST_MESSAGE = 2000;
const LONGEST_LINE = 600;
/** Frames kept of one exception, and exceptions of one chain. */
const MOST_FRAMES = 40;
const MOST_EXCEPTIONS = 8;

/** The readable remains of an observation. */
export function evidenceOf(observation: Observation): Evidence {
  const stdout = cutText(observation.stdout, LONGEST_STREAM);
  const stderr = cutText(observation.stderr, LONGEST_STREAM);
  const exceptions = observation.exceptions.slice(0, MOST_EXCEPTIONS).map(exceptionOf);
  return {
    phase: observation.phase,
    step: observation.step,
    exceptions,
    nativeFrames: observation.nativeFrames.slice(0, MOST_FRAMES).map((frame) => ({
      ...frame,
      function: placeless(frame.function).slice(0, LONGEST_LINE),
      file: frame.file === null ? null : placeless(frame.file),
      library: frame.library === null ? null : placeless(frame.library),
    })),
    stdout: stdout.text,
    stderr: stderr.text,
    truncated:
      observation.truncated ||
      stdout.cut ||
      stderr.cut ||
      observation.exceptions.length > MOST_EXCEPTIONS ||
      observation.exceptions.some((one) => one.frames.length > MOST_FRAMES),
    culpritFile: observation.culpritFile === null ? null : placeless(observation.culpritFile),
    shadowedBy: observation.shadowedBy === null ? null : placeless(observation.shadowedBy),
    disagreement: observation.disagreement.map((text) => cutText(text, LONGEST_MESSAGE).text),
    confirmed: observation.confirmed,
  };
}

/** Whether there is more to tell than that the module was imported. */
export function hasEvidence(observation: Observation): boolean {
  return (
    observation.outcome.kind !== 'imported' ||
    observation.exceptions.length > 0 ||
    observation.disagreement.length > 0 ||
    observation.stderr.trim() !== ''
  );
}

/**
 * The text without what differs from run to run: the folder of an environment or a probe that is
 * long gone, and addresses in memory. NumPy's own numbers (`0x1000009`) are shorter than an address.
 *
 * @example placeless('/tmp/x-1/env/lib/python3.11/site-packages/a/b.so') // 'site-packages/a/b.so'
 */
export function placeless(text: string): string {
  // By hand, as a regular expression would try each slash of a long line anew.
  let shown = '';
  let from = 0;
  for (const { index } of text.matchAll(/[\\/](?:site|dist)-packages(?=[\\/])/g)) {
    let start = index;
    while (start > from && !/[\s"'<>|*?()]/.test(text[start - 1] ?? ' ')) start -= 1;
    // A prefix within a wheel has a `site-packages` of its own: what lies before it is no machine's.
    if (from > 0 && start === from) continue;
    shown += `${text.slice(from, start)}site-packages`;
    from = index + 'xsite-packages'.length;
  }
  return (shown + text.slice(from))
    .replace(/([\\/]probe)[\\/]probe-\w{6}(?=[\\/])/g, '$1')
    .replace(/\b0x[0-9a-f]{9,16}\b/gi, '0x…');
}

function exceptionOf(exception: ExceptionRecord): EvidenceException {
  const { frames } = exception;
  const half = MOST_FRAMES / 2;
  const kept =
    frames.length > MOST_FRAMES ? [...frames.slice(0, half), ...frames.slice(-half)] : frames;
  return {
    type: exception.type,
    message: cutText(exception.message, LONGEST_MESSAGE).text,
    link: exception.link,
    frames: kept.map((frame) => ({ ...frame, file: placeless(frame.file) })),
  };
}

/** The first and the last lines, each cut as well: the end says most, the beginning says why. */
function cutText(text: string, most: number): { readonly text: string; readonly cut: boolean } {
  const lines = splitLines(
    placeless(text)
      .trimEnd()
      .replace(/^(?:[ \t]*\r?\n)+/, ''),
  );
  const short = lines.map((line) =>
    line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line,
  );
  const whole = short.join('\n');
  const cutLines = short.some((line, index) => line !== lines[index]);
  if (whole.length <= most) return { text: whole, cut: cutLines };
  const head = takeLines(short, most / 3);
  const tail = takeLines(short.slice(head.length).reverse(), (most * 2) / 3).reverse();
  const left = short.length - head.length - tail.length;
  return { text: [...head, `… ${left} lines left out …`, ...tail].join('\n'), cut: true };
}

function takeLines(lines: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    if (used + line.length + 1 > room) break;
    kept.push(line);
    used += line.length + 1;
  }
  return kept;
}
