import { EXCEPTION_LINE } from '../read-log/anchors.ts';
import type { LogLine } from '../read-log/log-line.ts';
import { PYTEST_SOURCE } from './traceback.ts';

const PLACE = /^\S+\.(?:py|pyx|pxd):\d+: (?:in .+|\w+)$/;
const SOURCE = /^ {4}\S/;
const NEXT_TEST = /^_{3,}|^={3,}/;
/** Frames that are kept: the innermost tell. */
const MOST = 41;

/** Remembers what pytest shows above an exception: its frames, and the line that it marks as raising. */
export class PytestFrames {
  #frames: LogLine[] = [];
  #pointed: LogLine[] = [];

  /** A line that begins no region. */
  read(line: LogLine): void {
    const { text } = line;
    if (PLACE.test(text) || (SOURCE.test(text) && this.#frames.length > 0)) {
      this.#frames = [...this.#frames.slice(1 - MOST), line];
    } else if (PYTEST_SOURCE.test(text)) this.#pointed = [line];
    else if (NEXT_TEST.test(text)) [this.#frames, this.#pointed] = [[], []];
  }

  /** @returns the frames of the exception whose trace begins with this line; they are told once */
  above(line: LogLine): readonly LogLine[] {
    const isException = EXCEPTION_LINE.test(line.text);
    const frames = line.pytest && isException ? [...this.#frames, ...this.#pointed] : [];
    this.#pointed = [];
    if (isException) this.#frames = [];
    return frames;
  }
}
