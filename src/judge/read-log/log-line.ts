/** One line of a log as the reader looks at it. */
export interface LogLine {
  /** Of the log's line, 1-based. */
  readonly number: number;
  readonly text: string;
  /** True for pytest's `E   ` lines. */
  readonly pytest: boolean;
  /** Another program's line among those of the one that is read. */
  readonly foreign: boolean;
}

/** Longer lines are cut: no text that is looked for is that long. */
const CAP = 4096;

// _pytest/_code/code.py: "E", three spaces, the indentation of the failing line, the text.
const PYTEST = /^E(?: {3}(?= {2}File ")| {3,}(?=\S)| {1,3}(?=\S|$))/;

/** @returns the line without pytest's mark and trailing space */
export function toLogLine({
  number,
  text,
  foreign = false,
}: {
  readonly number: number;
  readonly text: string;
  readonly foreign?: boolean;
}): LogLine {
  const capped = text.length > CAP ? text.slice(0, CAP) : text;
  const pytest = capped.startsWith('E') && PYTEST.test(capped);
  const bare = pytest ? capped.replace(PYTEST, '') : capped;
  return { number, text: bare.trimEnd(), pytest, foreign };
}
