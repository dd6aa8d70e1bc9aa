/** A line of a requirements file with its continuations, without comments. */
export interface LogicalLine {
  readonly line: string;
  /** Number of its first line. */
  readonly at: number;
}

/**
 * The lines of a requirements or constraints file, as pip joins them; empty ones are left out.
 *
 * @example logicalLines('a \\\n  b # c\n\nd') // [{ line: 'a b', at: 1 }, { line: 'd', at: 4 }]
 */
export function logicalLines(text: string): readonly LogicalLine[] {
  const found: LogicalLine[] = [];
  let open: LogicalLine | undefined;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const bare = raw.replace(/(?:^|\s)#.*$/, '').trim();
    const continues = bare.endsWith('\\');
    const part = continues ? bare.slice(0, -1).trim() : bare;
    const { line, at } = open ?? { line: '', at: index + 1 };
    const joined = { line: `${line} ${part}`.trim(), at };
    open = continues ? joined : undefined;
    if (!continues && joined.line !== '') found.push(joined);
  }
  if (open !== undefined && open.line !== '') found.push(open);
  return found;
}
