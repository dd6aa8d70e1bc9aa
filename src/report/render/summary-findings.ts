import {
  code,
  fence,
  joinMarkdown,
  type Markdown,
  markdown,
  prose,
  proseLines,
  webAddress,
} from '../../escape/markdown.ts';
import { plural } from '../../escape/plural.ts';
import type { Finding } from '../../model/finding.ts';
import { type Cause, causesOf } from '../causes.ts';
import type { Report } from '../report.ts';
import { reproduceFinding } from '../reproduce.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';
import { documentationLink, type RenderOptions } from './render-options.ts';

/** The findings for the job summary, worst first, each with what follows from it. */
export function findingRows(report: Report, options: RenderOptions): readonly Markdown[] {
  return causesOf(report.findings).map((cause, index) =>
    causeRow(cause, index + 1, report, options),
  );
}

function causeRow(
  { finding, consequences }: Cause,
  number: number,
  report: Report,
  options: RenderOptions,
): Markdown {
  const scope = scopeOfFinding(finding, report);
  const { modules, evidence, severity } = finding;
  const count = scope.count === null ? '' : `, ${scope.count}`;
  const where = [
    ...(scope.fails === '' ? [] : [markdown`**${failsWord(finding)}:** ${scope.fails}`]),
    ...(scope.works === '' ? [] : [markdown`**Works:** ${scope.works}`]),
  ];
  const lines = [
    markdown`#### ${number} · ${prose(finding.title)}`,
    joinMarkdown(
      [
        markdown`*${severity}${count}* · ${kindLink(finding, options)}`,
        ...(finding.explanation === '' ? [] : [proseLines(finding.explanation)]),
        ...fixOf(finding),
        ...where,
        ...placeOf(finding),
      ],
      '<br>\n',
    ),
    ...consequences.map(consequence),
    ...(modules.length > 1 ? [folded(plural(modules.length, 'module'), moduleList(modules))] : []),
    ...(evidence.length > 0 ? [folded('Evidence', fence(evidence.join('\n')))] : []),
    ...reproduceLine(finding, report, options),
  ];
  return joinMarkdown(lines, '\n\n');
}

/** What only follows: mended together with its cause. */
function consequence(finding: Finding): Markdown {
  const title = markdown`**It follows (${finding.severity}):** ${prose(finding.title)}`;
  const lines = [
    title,
    ...(finding.explanation === '' ? [] : [proseLines(finding.explanation)]),
    ...placeOf(finding),
    ...fixOf(finding),
  ];
  return markdown`> ${joinMarkdown(lines, '<br>\n> ')}`;
}

function placeOf({ location }: Finding): readonly Markdown[] {
  return location ? [markdown`**Where:** ${code(`${location.file}:${location.line}`)}`] : [];
}

function fixOf({ fix }: Finding): readonly Markdown[] {
  return fix === '' ? [] : [markdown`**Fix:** ${proseLines(fix)}`];
}

/** Its kind, which leads to its page where an address of that is known. */
export function kindLink(finding: Finding, options: RenderOptions): Markdown {
  const link = documentationLink(finding.documentation, options);
  const address = webAddress(link);
  return address === null ? code(finding.kind) : markdown`[${code(finding.kind)}](${address})`;
}

function moduleList(modules: readonly string[]): Markdown {
  const shown = modules.slice(0, 500).map((name) => code(name));
  const left = modules.length - shown.length;
  return markdown`${joinMarkdown(shown, ', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function reproduceLine(
  finding: Finding,
  report: Report,
  options: RenderOptions,
): readonly Markdown[] {
  const command = reproduceFinding(finding, report, options.invocation);
  return command === null ? [] : [markdown`Reproduce: ${code(command)}`];
}

/** Shown when it is opened. */
export function folded(title: string, body: Markdown): Markdown {
  return markdown`<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
