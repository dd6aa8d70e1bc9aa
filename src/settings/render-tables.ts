import type { Option } from './option.ts';
import { OPTIONS } from './options.ts';
import { OUTPUTS } from './render-action.ts';

/** The table of all options for the README, GitHub Markdown. */
export function renderOptionTable(): string {
  const rows = OPTIONS.filter((one) => one.available === 'now').map((one) => [
    flagOf(one),
    one.input ? `\`${one.name}\`` : '–',
    one.pyproject ? 'yes' : '–',
    one.default === '' ? '–' : `\`${one.default}\``,
    one.description,
  ]);
  return table(['flag', 'input', 'pyproject', 'default', 'meaning'], rows);
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
