import { type Html, html, joinHtml } from '../../../escape/html.ts';
import { htmlProse } from '../../../escape/html-prose.ts';
import { plural } from '../../../escape/plural.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Cause } from '../../causes.ts';
import type { Report } from '../../report.ts';
import { reproduceFinding } from '../../reproduce.ts';
import { failsWord, scopeOfFinding } from '../../scope-of-finding.ts';
import { setUpFailures } from '../../set-up-failures.ts';
import { documentationLink, type RenderOptions } from '../render-options.ts';

const TONES = { error: 'bad', warning: 'odd', note: '', none: '' } as const;
/** Cells named one by one, and modules; the filters lead to all of them. */
const MOST_CELLS = 120;
const MOST_MODULES = 600;

/** What could not be set up, then the findings with their consequences, worst first. */
export function findingsSection(
  report: Report,
  causes: readonly Cause[],
  options: RenderOptions,
): Html {
  const failures = setUpFailures(report).map(
    ({ kind, reason, location, combinations }) => html`<article class="error">
<h3>${plural(combinations.length, 'combination')} could not be set up: ${kind}</h3>
<pre tabindex="0" role="region" aria-label="Reason">${reason}</pre>
${location === null ? html`` : html`<p>Where: <code>${location.file}:${location.line}</code></p>`}
${cellLinks(combinations.map((one) => one.id))}
</article>`,
  );
  const articles = causes.map((cause, index) => articleOf(cause, index + 1, report, options));
  const all = [...failures, ...articles];
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="findings-title"><h2 id="findings-title">What was found (${all.length})</h2>
${joinHtml(all, '\n')}
</section>`;
}

function articleOf(cause: Cause, number: number, report: Report, options: RenderOptions): Html {
  const { finding, consequences } = cause;
  const scope = scopeOfFinding(finding, report);
  const count = scope.count === null ? html`` : html` ${scope.count}`;
  const command = reproduceFinding(finding, report, options.invocation);
  return html`<article class="${finding.severity}" id="finding-${number}" tabindex="-1" data-kind="${finding.kind}" data-cells="${finding.combinations.join(' ')}">
<h3>${number} · ${htmlProse(finding.title)}</h3>
<p class="meta"><span class="pill ${TONES[finding.severity]}">${finding.severity}</span>${count} · ${kindLink(finding, options)} · <a href="#finding=${number}">show its cells</a></p>
${finding.explanation === '' ? html`` : html`<p>${htmlProse(finding.explanation)}</p>`}
${finding.fix === '' ? html`` : html`<p class="fix"><strong>Fix:</strong> ${htmlProse(finding.fix)}</p>`}
${whereList(finding, report)}
${joinHtml(consequences.map(consequenceOf), '\n')}
${evidenceDetails(finding)}
${moduleDetails(finding)}
${finding.combinations.length > 0 ? folded(plural(finding.combinations.length, 'cell'), cellLinks(finding.combinations)) : html``}
${command === null ? html`` : html`<div class="command"><pre>${command}</pre><button type="button" class="copy">Copy</button></div>`}
</article>`;
}

function consequenceOf(finding: Finding): Html {
  const { location } = finding;
  const place = location ? html` <code>${location.file}:${location.line}</code>` : html``;
  return html`<div class="consequence"><p><strong>It follows:</strong> ${htmlProse(finding.title)} (${finding.severity}).${place}</p>
<p>${htmlProse(finding.explanation)}</p><p class="fix">${htmlProse(finding.fix)}</p></div>`;
}

function kindLink(finding: Finding, options: RenderOptions): Html {
  const link = documentationLink(finding.documentation, options);
  // Only an address of the web is a link: a path would point beside this file.
  return /^https:\/\//.test(link)
    ? html`<a href="${link}" rel="noreferrer">${finding.kind}</a>`
    : html`<code>${finding.kind}</code>`;
}

function whereList(finding: Finding, report: Report): Html {
  const scope = scopeOfFinding(finding, report);
  const { location } = finding;
  const rows: readonly (readonly [string, Html])[] = [
    ...(scope.fails === '' ? [] : [[failsWord(finding), html`${scope.fails}`] as const]),
    ...(scope.works === '' ? [] : [['Works', html`${scope.works}`] as const]),
    ...(location ? [['Where', html`<code>${location.file}:${location.line}</code>`] as const] : []),
  ];
  if (rows.length === 0) return html``;
  const items = rows.map(([name, value]) => html`<div><dt>${name}:</dt> <dd>${value}</dd></div>`);
  return html`<dl class="where">${joinHtml(items, '')}</dl>`;
}

function evidenceDetails({ evidence }: Finding): Html {
  if (evidence.length === 0) return html``;
  return folded(
    'Evidence',
    html`<pre tabindex="0" role="region" aria-label="Evidence">${evidence.join('\n')}</pre>`,
  );
}

function moduleDetails({ modules }: Finding): Html {
  if (modules.length < 2) return html``;
  const items = modules
    .slice(0, MOST_MODULES)
    .map((name) => html`<li><button type="button" data-module="${name}">${name}</button></li>`);
  const left = modules.length - items.length;
  const more = left > 0 ? html`<li>and ${left} more</li>` : html``;
  return folded(
    plural(modules.length, 'module'),
    html`<ul class="chips">${joinHtml(items, '')}${more}</ul>`,
  );
}

function cellLinks(ids: readonly string[]): Html {
  const items = ids
    .slice(0, MOST_CELLS)
    .map((id) => html`<li><a href="#cell=${encodeURIComponent(id)}">${id}</a></li>`);
  const left = ids.length - items.length;
  const more = left > 0 ? html`<li>and ${left} more</li>` : html``;
  return html`<ul class="chips">${joinHtml(items, '')}${more}</ul>`;
}

function folded(title: string, body: Html): Html {
  return html`<details><summary>${title}</summary>${body}</details>`;
}
