import { plural } from '../../escape/plural.ts';
import { joinTerminal, NOTHING, type Terminal, terminal, wrap } from '../../escape/terminal.ts';
import type { Finding } from '../../model/finding.ts';

/** What a log told (src/judge/diagnose/explain.ts). */
export interface Explained {
  readonly findings: readonly (Finding & { readonly lines: readonly number[] })[];
  readonly recognised: boolean;
}

const INDENT = '       ';

/** The findings of a log for a terminal: what, why, whose, what to do, on which lines it stands. */
export function explainText(result: Explained, width: number): Terminal {
  if (!result.recognised) {
    const said =
      'Nothing in this log is a known failure of a compiled module. ' +
      'Give the whole output: the traceback, and what was printed before it.';
    return joinTerminal([...wrap(said, width), NOTHING], '\n');
  }
  const parts = result.findings.flatMap((finding) => [...paragraph(finding, width), NOTHING]);
  return joinTerminal(
    [...parts, terminal`${plural(result.findings.length, 'finding')}`, NOTHING],
    '\n',
  );
}

function paragraph(finding: Explained['findings'][number], width: number): readonly Terminal[] {
  const block = (label: string, text: string): readonly Terminal[] =>
    text === ''
      ? []
      : wrap(label + text, width - INDENT.length).map((line) => terminal`${INDENT}${line}`);
  const { culprit } = finding;
  const whose = [culprit.distribution, culprit.version].filter(Boolean).join(' ');
  const what = [culprit.module, culprit.file].filter(Boolean).join(', ');
  return [
    ...wrap(`${finding.severity.padEnd(6)} ${finding.title}`, width),
    ...block('', finding.explanation),
    ...block('culprit: ', [whose, what].filter((text) => text !== '').join(': ')),
    ...block('fix: ', finding.fix),
    ...block('kind: ', `${finding.kind} (${finding.documentation})`),
    ...finding.evidence
      .slice(0, 6)
      .map((line, index) => terminal`${INDENT}${numbered(finding.lines[index], line)}`),
  ];
}

function numbered(line: number | undefined, text: string): string {
  const short = text.length > 160 ? `${text.slice(0, 159)}…` : text;
  return line === undefined ? `| ${short}` : `line ${line} | ${short}`;
}

/** `explain --json`. */
export function explainJson(result: Explained): string {
  return `${JSON.stringify({ schema: 1, recognised: result.recognised, findings: result.findings }, null, 2)}\n`;
}
