import { type Option, shownPreset } from './option.ts';
import { OPTION_GROUPS } from './options.ts';
import { OUTPUTS } from './render-action.ts';

/** All options for the README, GitHub Markdown: a table for each purpose. */
export function renderOptionTable(): string {
  return OPTION_GROUPS.map(
    ({ title, rows }) => `**${title}**\n\n${table(HEAD, Object.values(rows).map(rowOf))}`,
  ).join('\n\n');
}

const HEAD = ['flag', 'input', 'in pyproject.toml', 'default', 'meaning'];

function rowOf(one: Option): readonly string[] {
  return [
    flagOf(one),
    one.input ? `\`${one.name}\`` : '–',
    one.pyproject ? 'yes' : '–',
    shownPreset(one) === '' ? '–' : `\`${shownPreset(one)}\``,
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
