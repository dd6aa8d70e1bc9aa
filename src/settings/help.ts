import { type Command, type Option, shownPreset } from './option.ts';
import { OPTIONS } from './options.ts';
import { COMMANDS } from './parse-cli.ts';

const WIDTH = 80;
const INDENT = 28;
const PROGRAM = 'numpy-abi-matrix';

const USAGE: Readonly<Partial<Record<Command, string>>> = {
  check: 'check [PROJECT] [options]',
  plan: 'plan [PROJECT] [options]',
  explain: 'explain [FILE] [options]',
};

const EXAMPLES: Readonly<Partial<Record<Command, readonly string[]>>> = {
  check: [
    'check .',
    'check . --python 3.12 --numpy 1.26 --smoke smoke.py',
    "check --wheel 'wheelhouse/*.whl' --numpy edges",
    'check --package "pandas==2.2.3" --numpy oldest --numpy latest',
  ],
  plan: ['plan .', 'plan . --numpy edges --json -'],
  explain: ['explain failed-job.log', 'pytest 2>&1 | numpy-abi-matrix explain'],
};

/**
 * The help text, for a window of 80 columns.
 *
 * @param command null: the overview
 * @example helpText(null).startsWith('Usage:') // true
 */
export function helpText(command: Command | null): string {
  if (command === null || USAGE[command] === undefined) return overview();
  const options = OPTIONS.filter(
    (one) => one.flag !== null && one.available === 'now' && one.commands.includes(command),
  );
  const lines = [
    `Usage: ${PROGRAM} ${USAGE[command]}`,
    '',
    ...wrapWords(`${COMMANDS[command]}.`, WIDTH),
    '',
    'Options:',
    ...options.flatMap((option) => entry(flagOf(option), textOf(option))),
    ...entry('-h, --help', 'Show this text'),
    '',
    'Examples:',
    ...(EXAMPLES[command] ?? []).map((one) =>
      one.includes(PROGRAM) ? `  ${one}` : `  ${PROGRAM} ${one}`,
    ),
    ...(command === 'explain'
      ? ['', 'Exit code: 0 a cause was recognised, 1 none was']
      : exitCodes()),
  ];
  return `${lines.join('\n')}\n`;
}

function overview(): string {
  const commands = (['check', 'plan', 'explain'] as const).flatMap((name) =>
    entry(USAGE[name]?.replace(' [options]', '') ?? name, COMMANDS[name]),
  );
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
    ...exitCodes(),
  ];
  return `${lines.join('\n')}\n`;
}

function exitCodes(): readonly string[] {
  const text =
    'Exit code: 0 all proven · 1 findings · 2 wrong usage · 3 something could not be set up or was skipped · 4 nothing was tested · 130 interrupted · 70 a bug';
  return ['', ...wrapWords(text, WIDTH)];
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
