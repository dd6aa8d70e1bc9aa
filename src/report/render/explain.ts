import { safeJson } from '../../escape/json.ts';
import { plural } from '../../escape/plural.ts';
import { joinTerminal, NOTHING, type Terminal, terminal, wrap } from '../../escape/terminal.ts';
import type { Finding } from '../../model/finding.ts';
import { documentationLink, type RenderOptions } from './render-options.ts';

/** What a log told (src/judge/explain-log/explain.ts). */
export interface Explained {
  readonly findings: readonly (Finding & {
    readonly lines: readonly number[];
    /** The evidence, each line with its number in the log, null when it is not known. */
    readonly shown: readonly { readonly line: number | null; readonly text: string }[];
  })[];
  readonly recognised: boolean;
  /** What looks alarming and is harmless, a sentence each. */
  readonly remarks: readonly string[];
}

const INDENT = '       ';
const WHOLE = 'Give the whole output: the traceback, and what was printed before it.';

/** The findings of a log for a terminal: what, why, whose, what to do, on which lines it stands. */
export function explainText(
  result: Explained,
  width: number,
  options: RenderOptions = {},
): Terminal {
  const parts = result.findings.flatMap((finding) => [
    ...paragraph(finding, width, options),
    NOTHING,
  ]);
  return joinTerminal([...parts, ...closing(result, width), NOTHING], '\n');
}

/** What is said at the end, when nothing was found above all. */
function closing({ findings, recognised, remarks }: Explained, width: number): readonly Terminal[] {
  const harmless = remarks.flatMap((text) => wrap(text, width));
  if (recognised && findings.length > 0) {
    return [...harmless, terminal`${plural(findings.length, 'finding')}`];
  }
  if (remarks.length > 0) {
    return [
      ...harmless,
      ...wrap('Nothing else in this log is a failure of a compiled module.', width),
    ];
  }
  return findings.length > 0
    ? wrap(
        `No rule knows this failure, so it is shown as it is. ${WHOLE} When it fails only from one NumPy on, \`numpy-abi-matrix check\` tells from which.`,
        width,
      )
    : wrap(`Nothing in this log is a known failure of a compiled module. ${WHOLE}`, width);
}

function paragraph(
  finding: Explained['findings'][number],
  width: number,
  options: RenderOptions,
): readonly Terminal[] {
  const block = (label: string, text: string): readonly Terminal[] =>
    text === ''
      ? []
      : wrap(label + text, width - INDENT.length).map((line) => terminal`${INDENT}${line}`);
  const { culprit } = finding;
  const whose = [culprit.distribution, culprit.version].filter(Boolean).join(' ');
  const what = [culprit.module, culprit.file].filter(Boolean).join(', ');
  const link = documentationLink(finding.documentation, options);
  return [
    ...wrap(`${finding.severity.padEnd(6)} ${finding.title}`, width),
    ...block('', finding.explanation),
    ...block('culprit: ', [what, whose].filter((text) => text !== '').join(' of ')),
    ...block('fix: ', finding.fix),
    ...block('kind: ', `${finding.kind} (${link})`),
    ...finding.shown.slice(0, 6).map((one) => terminal`${INDENT}${numbered(one.line, one.text)}`),
  ];
}

function numbered(line: number | null, text: string): string {
  const [first = ''] = text.split('\n');
  const short = first.length > 160 ? `${first.slice(0, 159)}…` : first;
  return line === null ? `| ${short}` : `line ${line} | ${short}`;
}

/** `explain --json`. */
export function explainJson(result: Explained): string {
  const { recognised, findings, remarks } = result;
  return `${safeJson({ schema: 1, recognised, findings, remarks })}\n`;
}
