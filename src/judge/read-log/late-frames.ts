import { EXCEPTION_LINE } from './anchors.ts';
import type { RawLine, Stage } from './stage.ts';

const HEADING = 'Traceback (most recent call last):';
const OCCURRED = /^\s*Exception has occurred: ([\w.]+)/;
const FILE = /^\s*File "([^"]+)", line (\d+)/;
// pybind11 include/pybind11/pytypes.h, `error_string`: innermost call first.
const WHAT = /^\s*what\(\): +(.*)$/;
const AT = /^\s*At:$/;
const AT_FRAME = /^ {2}(\S.*?)\((\d+)\): (\S.*)$/;
const NEAR = 8;
const MOST = 300;

/**
 * Puts an exception below its frames, as CPython prints it, where it stands above them: Streamlit's
 * `Traceback:`, AWS Lambda's log, VS Code's `Exception has occurred:`, and pybind11's `At:` in a C++ `what()`.
 */
export function readLateFrames(): Stage {
  /** The exception's lines, to be told after the frames. */
  let held: readonly RawLine[] = [];
  let mode: 'none' | 'message' | 'frames' | 'what' | 'at' = 'none';
  let reversed: RawLine[] = [];
  let last: RawLine | undefined;
  let age = 0;
  /** False where an exception stands below its own frames. */
  let fresh = true;

  const release = (): readonly RawLine[] => {
    const [first] = held;
    const frames = reversed.toReversed();
    const told =
      frames.length > 0 && first
        ? [{ number: first.number, text: HEADING }, ...frames, ...held]
        : held;
    [held, reversed, mode] = [[], [], 'none'];
    return told;
  };

  const plain = (line: RawLine): readonly RawLine[] => {
    const { number, text } = line;
    const type = OCCURRED.exec(text)?.[1];
    if (type) {
      held = [{ number, text: type }];
      [mode, age] = ['message', 0];
      return [{ number, text: HEADING }];
    }
    const what = WHAT.exec(text)?.[1];
    if (what && EXCEPTION_LINE.test(what)) {
      held = [{ number, text: what }];
      [mode, age] = ['what', 0];
      return [];
    }
    if (/^Traceback(?: \(most recent call last\))?:$/.test(text)) {
      held = last ? [last] : [];
      [mode, age] = ['frames', 0];
      return [{ number, text: HEADING }];
    }
    // Sentry and PyCall print no header between an exception and its frames.
    if (last && fresh && FILE.test(text) && /^\s/.test(text)) {
      held = [last];
      [mode, age] = ['frames', 0];
      return [{ number, text: HEADING }, line];
    }
    if (EXCEPTION_LINE.test(text)) last = line;
    else if (text !== '') last = undefined;
    if (last !== line) fresh = !/^\s/.test(text);
    return [line];
  };

  return {
    read(line) {
      const { number, text } = line;
      age += 1;
      switch (mode) {
        case 'message': {
          if (FILE.test(text)) {
            mode = 'frames';
            return [line];
          }
          const [first] = held;
          if (age > NEAR || !first) return [...release(), line];
          if (!first.text.includes(':') && text.trim() !== '')
            held = [{ number, text: `${first.text}: ${text.trim()}` }];
          return [];
        }
        case 'frames': {
          // It is told at its place.
          if (EXCEPTION_LINE.test(text)) held = [];
          if (age > MOST || !(FILE.test(text) || /^\s+\S/.test(text)))
            return [...release(), ...plain(line)];
          return [line];
        }
        case 'what':
          if (AT.test(text)) mode = 'at';
          else if (text !== '' || age > NEAR) return [...release(), ...plain(line)];
          return [];
        case 'at': {
          const [, file, at, name] = AT_FRAME.exec(text) ?? [];
          if (!file || age > MOST) return [...release(), ...plain(line)];
          reversed.push({ number, text: `  File "${file}", line ${at}, in ${name}` });
          return [];
        }
        case 'none':
          return plain(line);
        default:
          return mode satisfies never;
      }
    },
    end: release,
  };
}
