import type { Option } from './option.ts';
import { OPTIONS } from './options.ts';
import { OUTPUTS } from './render-action.ts';

/** The README's groups, in its order; what is in none of them comes last. */
const GROUPS: readonly (readonly [title: string, names: readonly string[]])[] = [
  [
    'The five that matter first',
    ['python-version', 'numpy-version', 'smoke', 'known-failures', 'report-dir'],
  ],
  [
    'What is tested',
    ['mode', 'project', 'wheels', 'packages', 'modules', 'dependencies', 'extras'],
  ],
  ['Which combinations', ['include', 'exclude', 'metadata', 'bisect']],
  ['How it is built and installed', ['build-numpy', 'constraints', 'environment']],
  ['Where packages come from', ['index-url', 'extra-index-url', 'find-links', 'nightly-index']],
  [
    'What counts as a failure',
    ['fail-on', 'allow-empty', 'compare', 'tolerance', 'timeout', 'isolation'],
  ],
  ['How long it takes', ['jobs', 'budget', 'fail-fast']],
];

/** All options for the README, GitHub Markdown: a table for each purpose. */
export function renderOptionTable(): string {
  const all = OPTIONS.filter((one) => one.available === 'now');
  const named = new Set(GROUPS.flatMap(([, names]) => names));
  const rest = all.filter((one) => !named.has(one.name)).map((one) => one.name);
  return [...GROUPS, ['Files and output', rest] as const]
    .map(([title, names]) => {
      const own = names.flatMap((name) => all.filter((one) => one.name === name));
      return own.length === 0 ? '' : `**${title}**\n\n${table(HEAD, own.map(rowOf))}`;
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

const HEAD = ['flag', 'input', 'in pyproject.toml', 'default', 'meaning'];

function rowOf(one: Option): readonly string[] {
  return [
    flagOf(one),
    one.input ? `\`${one.name}\`` : '–',
    one.pyproject ? 'yes' : '–',
    one.default === '' ? '–' : `\`${one.default}\``,
    one.description,
  ];
}

/** The table of the action's outputs. */
export function renderOutputTable(): string {
  return table(
    ['output', 'value'],
    Object.entries(OUTPUTS).map(([name, text]) => [`\`${name}\``, text]),
  );
}

function flagOf(option: Option): string {
  if (option.flag === null) return option.name === 'project' ? '`PROJECT`' : '–';
  const metavar = option.metavar === null ? '' : ` ${option.metavar}`;
  const repeated = option.kind.type === 'list' ? '…' : '';
  return `\`--${option.flag}${metavar}\`${repeated}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
