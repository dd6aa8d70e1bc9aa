import { breakCommands, type Log, logText } from './command.ts';
import { vouch } from './safe-text.ts';
import { splitLines } from './visible.ts';

/** What stands before each relayed line: no line that starts with it is a command. */
const RELAY_PREFIX = '  │ ';

/**
 * Bulk output of a child, safe to print into a log that the runner reads.
 *
 * `::cmd::` counts at the start of a line only: the prefix takes care of it. `##[cmd]` counts
 * anywhere, so it is broken. A lone carriage return ends a line for the runner.
 *
 * @param text what the child wrote, any bytes decoded
 * @returns one line each, without line ends; none for empty output
 * @example relay('::error::x\n').map((line) => line.text) // ['  │ ::error::x']
 */
export function relay(text: string, prefix: string = RELAY_PREFIX): readonly Log[] {
  const lines = splitLines(text);
  const kept = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  const start = logText(prefix);
  return kept.map((line) => vouch('log', breakCommands(start + logText(line)).trimEnd()));
}
