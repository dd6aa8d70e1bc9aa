import { formatDuration } from '../../../escape/duration.ts';
import { type Html, html, joinHtml } from '../../../escape/html.ts';
import { provenAndDeclared, totalsOf } from '../../declared.ts';
import { totalSeconds } from '../../duration.ts';
import type { Report } from '../../report.ts';

/** Declared, proven, counted, timed: four boxes below the verdict. */
export function factsSection(report: Report): Html {
  const { proven, declared } = provenAndDeclared(report);
  const platforms = [...new Set(report.combinations.map((one) => one.platform))].join(', ');
  const facts: readonly (readonly [string, string])[] = [
    ['Declared', declared],
    ['Proven', proven],
    ['Combinations', totalsOf(report)],
    [
      'Took',
      `${formatDuration(totalSeconds(report.seconds))}${platforms ? ` on ${platforms}` : ''}`,
    ],
  ];
  return html`<dl class="facts">${joinHtml(
    facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`),
    '',
  )}</dl>`;
}
