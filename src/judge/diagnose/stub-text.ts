import type { Frame } from '../../model/observation.ts';

/** NumPy 2's long complaint about a module built with NumPy 1.x headers. */
export interface StubComplaint {
  /** The NumPy that is running. */
  readonly numpy: string;
  /** The Python stack that it printed, outermost first; NumPy's and importlib's own left out. */
  readonly frames: readonly Frame[];
}

// numpy/core/_multiarray_umath.py (2.0 and later), `__getattr__`; the traceback's first frame is
// glued to its header because the text is joined from lines that keep their ends.
// https://github.com/numpy/numpy/blob/main/numpy/core/_multiarray_umath.py
export const STUB_TEXT =
  /A module that was compiled using NumPy 1\.x cannot be run in\s+NumPy (\d[\w.+-]*\w) as it may crash/;
const FRAME = /^(?:Traceback \(most recent call last\):)? {2}File "(.+?)", line (\d+), in (.+)$/;

/** @returns the complaints in a text, in order; the copies inside an exception's message left out */
export function readStubComplaints(text: string): readonly StubComplaint[] {
  if (!text.includes('compiled using NumPy 1')) return [];
  const complaints: StubComplaint[] = [];
  const parts = text.split(/(?=A module that was compiled using NumPy 1\.x cannot be run in)/);
  for (const part of parts) {
    const numpy = STUB_TEXT.exec(part)?.[1];
    const stack = numpy ? readGluedStack(part) : undefined;
    if (numpy && stack) complaints.push({ numpy, frames: stack });
  }
  return complaints;
}

function readGluedStack(part: string): readonly Frame[] | undefined {
  const lines = part.split('\n');
  const start = lines.findIndex((line) =>
    line.startsWith('Traceback (most recent call last):  File'),
  );
  if (start < 0) return undefined;
  const frames: Frame[] = [];
  for (const line of lines.slice(start)) {
    const [, file, number, name] = FRAME.exec(line) ?? [];
    const last = frames.at(-1);
    if (file && name) frames.push({ file, line: Number(number), function: name });
    else if (!line.startsWith('    ')) break;
    else if (last && last.source === undefined)
      frames[frames.length - 1] = { ...last, source: line.trim() };
  }
  return frames;
}
