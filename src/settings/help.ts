import { COMMANDS, type CommandText } from './commands.ts';
import { type Command, type Option, shownPreset } from './option.ts';
import { OPTIONS } from './options.ts';

const WIDTH = 80;
const INDENT = 28;
const PROGRAM = 'numpy-abi-matrix';
const EXIT_CODES =
  'Exit code: 0 all proven · 1 findings · 2 wrong usage · 3 something could not be set up or was skipped · 4 nothing was tested · 130 interrupted · 70 a bug';

/**
 * The help text, for a window of 80 columns.
 *
 * @param command null: the overview
 * @example helpText(null).startsWith('Usage:') // true
 */
export function helpText(command: Command | null): string {
  if (command === null) return overview();
  const options = OPTIONS.filter((one) => one.flag !== null && one.commands.includes(command));
  const { usage, summary, examples, exitCodes }: CommandText = COMMANDS[command];
  const lines = [
    `Usage: ${PROGRAM} ${usage} [options]`,
    '',
    ...wrapWords(`${summary}.`, WIDTH),
    '',
    'Options:',
    ...options.flatMap((option) => entry(flagOf(option), textOf(option))),
    ...entry('-h, --help', 'Show this text'),
    '',
    'Examples:',
    ...examples.map((one) => (one.includes(PROGRAM) ? `  ${one}` : `  ${PROGRAM} ${one}`)),
    '',
    ...wrapWords(exitCodes ?? EXIT_CODES, WIDTH),
  ];
  return `${lines.join('\n')}\n`;
}

function overview(): string {
  const commands = Object.values(COMMANDS).flatMap(({ usage, summary }) => entry(usage, summary));
  const lines = [
    `Usage: ${PROGRAM} COMMAND [options]`,
    '',
    ...wrapWords(
      'Imports every compiled module of a Python package under every Python × NumPy, and says what breaks, whose fault it is and what to change.',
      WIDTH,
    ),
    '',
    'Commands:',
    ...commands,
    '',
    'Options:',
    ...entry('-h, --help', 'Show the help of a command'),
    ...entry('-V, --version', 'Show the version'),
    '',
    ...wrapWords(EXIT_CODES, WIDTH),
  ];
  return `${lines.join('\n')}\n`;
}

function flagOf(option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  const repeated = option.kind.type === 'list' ? '…' : '';
  const value = option.metavar === null ? '' : ` ${option.metavar}`;
  return `${short}--${option.flag}${value}${repeated}`;
}

function textOf(option: Option): string {
  const plain = option.description.replaceAll('`', '');
  const trivial = shownPreset(option) === '' || shownPreset(option) === 'false';
  return trivial ? plain : `${plain} (default: ${shownPreset(option)})`;
}

function entry(left: string, text: string): readonly string[] {
  const lines = wrapWords(text, WIDTH - INDENT);
  const head = `  ${left}`;
  const [first = '', ...rest] = lines;
  const below = rest.map((line) => ' '.repeat(INDENT) + line);
  return head.length < INDENT - 1
    ? [head.padEnd(INDENT) + first, ...below]
    : [head, ' '.repeat(INDENT) + first, ...below];
}

function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
