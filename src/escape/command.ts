import { joinSafe, type SafeText, safeTemplate, vouch } from './safe-text.ts';
import { visible, withoutColours } from './visible.ts';

/** One whole workflow command, a line for the runner to obey. */
export type Command = SafeText<'command'>;

/** Lines of log that the runner reads and never obeys. */
export type Log = SafeText<'log'>;

/** The commands this program gives. */
export type CommandName =
  | 'error'
  | 'warning'
  | 'notice'
  | 'group'
  | 'endgroup'
  | 'add-mask'
  | 'debug'
  | 'stop-commands';

/**
 * @param name the command
 * @param properties empty values are left out
 * @param message the data; line breaks survive the trip
 * @returns the line to print, alone on its line, without the final newline
 * @example workflowCommand('error', { file: 'a.c' }, 'x').text // '::error file=a.c::x'
 */
export function workflowCommand(
  name: CommandName,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): Command {
  const pairs = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const head = pairs.length > 0 ? `${name} ${pairs.join(',')}` : name;
  return vouch('command', `::${head}::${escapeData(message)}`);
}

/** Runner: `ActionCommand.cs`, `_escapeDataMappings`. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** One line of log; interpolated text can neither end the line nor start a command. */
export const logLine = safeTemplate('log', logText, (line) => breakCommands(line));

/** Lines joined for a sink that takes one text. */
export function joinLog(lines: readonly Log[]): Log {
  return joinSafe('log', lines, '\n');
}

/** Shows controls; colour codes are noise here. */
export function logText(text: string): string {
  return visible(withoutColours(text).replaceAll('\t', '    '));
}

/**
 * `##[cmd]` counts anywhere in a line, `::cmd::` after leading blanks. Works on whole lines, since
 * a piece of ours and a piece of theirs may meet and make a command.
 */
export function breakCommands(line: string): string {
  return line.replaceAll('##[', '## [').replace(/^(\s*)::/, '$1\\::');
}
