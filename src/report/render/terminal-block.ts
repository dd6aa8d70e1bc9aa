import {
  joinTerminal,
  NOTHING,
  type Paint,
  padEnd,
  type Style,
  type Terminal,
  terminal,
  widthOf,
  wrap,
} from '../../escape/terminal.ts';
import type { Finding } from '../../model/finding.ts';

const LABELS: Readonly<Record<Finding['severity'], Style>> = {
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
  none: 'dim',
};

/** `error  title`, then the lines, each set in under the title. */
export function block(
  severity: Finding['severity'],
  title: string,
  lines: readonly (readonly [string, string])[],
  width: number,
  paint: Paint,
): readonly Terminal[] {
  const label = terminal`${severity}`;
  const indent = width >= 50 ? widthOf(label) + 2 : 2;
  const heads = wrap(title, width - widthOf(label) - 2);
  return [
    ...heads.map((line, index) =>
      index === 0
        ? terminal`${paint(LABELS[severity], paint('bold', label))}  ${paint('bold', line)}`
        : padded(paint('bold', line), widthOf(label) + 2),
    ),
    ...lines
      .filter(([, text]) => text.trim() !== '')
      .flatMap(([lead, text]) => indented(lead, text, indent, width, leadPaint(paint))),
  ];
}

/** What to do stands out of what was seen. */
export function leadPaint(paint: Paint): (lead: Terminal) => Terminal {
  return (lead) =>
    lead.text.startsWith('fix:') ? paint('green', paint('bold', lead)) : paint('cyan', lead);
}

/** A lead word and wrapped text, the text's further lines under its first. */
export function indented(
  lead: string,
  text: string,
  indent: number,
  width: number,
  paintLead: (lead: Terminal) => Terminal = (one) => one,
): readonly Terminal[] {
  const hang = lead.length > 12 || width < 50 ? 2 : lead.length;
  const room = width - indent - lead.length;
  const [first = NOTHING, ...rest] = wrap(text, room);
  if (room < 12) return wrap(`${lead}${text}`, width - indent).map((line) => padded(line, indent));
  const more =
    hang === lead.length
      ? rest
      : wrap(rest.map((line) => line.text).join(' '), width - indent - hang);
  return [
    padded(terminal`${lead === '' ? '' : paintLead(terminal`${lead}`)}${first}`, indent),
    ...(rest.length === 0 ? [] : more.map((line) => padded(line, indent + hang))),
  ];
}

/** Set in by blanks. */
export function padded(line: Terminal, indent: number): Terminal {
  return joinTerminal([padEnd(NOTHING, indent), line], '');
}
