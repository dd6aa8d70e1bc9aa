/** One line on its way from the log to the reader. Several may come from one line of the log. */
export interface RawLine {
  /** Of the log's line, 1-based. */
  readonly number: number;
  readonly text: string;
  /** Another program's line among those of the one that is read: no part of what surrounds it. */
  readonly foreign?: true;
}

/** A small step over the lines of a log: for each line that it is given it yields none, one or several. */
export interface Stage {
  read(line: RawLine): readonly RawLine[];
  /** What it had kept back, at the end of the log. */
  end(): readonly RawLine[];
}

const NONE: readonly RawLine[] = [];

/** @returns a stage that changes each line by itself, into one or several */
export function eachLine(change: (text: string) => string | readonly string[]): Stage {
  return {
    read(line) {
      const changed = change(line.text);
      if (changed === line.text) return [line];
      const texts = typeof changed === 'string' ? [changed] : changed;
      return texts.map((text) => ({ number: line.number, text }));
    },
    end: () => NONE,
  };
}

function read(stage: Stage, line: RawLine): readonly RawLine[] {
  return line.foreign ? [line] : stage.read(line);
}

/** @returns one stage that does the work of several, in their order */
export function inOrder(stages: readonly Stage[]): Stage {
  const through = (lines: readonly RawLine[], from: number): readonly RawLine[] => {
    let current = lines;
    for (let at = from; at < stages.length && current.length > 0; at += 1) {
      const stage = stages[at];
      const [only] = current;
      if (!stage || !only) continue;
      current =
        current.length === 1 ? read(stage, only) : current.flatMap((line) => read(stage, line));
    }
    return current;
  };
  return {
    read: (line) => through([line], 0),
    end: () => stages.flatMap((stage, at) => through(stage.end(), at + 1)),
  };
}
