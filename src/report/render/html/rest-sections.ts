import { type Html, html, joinHtml } from '../../../escape/html.ts';
import { htmlProse } from '../../../escape/html-prose.ts';
import { plural } from '../../../escape/plural.ts';
import { notRun } from '../../exclusions.ts';
import type { Report } from '../../report.ts';

/** The table of modules; its rows are made when it is opened. */
export function modulesSection(report: Report): Html {
  if (report.modules.length === 0) return html``;
  return html`<section aria-labelledby="modules-title"><h2 id="modules-title">Modules</h2>
<details id="modules"><summary>${plural(report.modules.length, 'compiled file')}: how often each was proven</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Table of modules"><table class="plain">
<thead><tr><th scope="col">Module</th><th scope="col">Distribution</th><th scope="col" class="n">Not proven</th><th scope="col" class="n">Proven</th><th scope="col">C ABI</th><th scope="col">C-API target</th><th scope="col">File</th></tr></thead>
<tbody id="module-rows"></tbody></table></div></details></section>`;
}

/** What was not tested, each reason once, and the notices. */
export function reasonsSection(report: Report): Html {
  const rows = [
    ...notRun(report).map(({ where, reason, count }) => [`${where}`, reason, count] as const),
    ...report.notTested.map(({ what, reason }) => [what, reason, null] as const),
  ].map(
    ([what, reason, count]) =>
      html`<tr><td>${what}</td><td>${htmlProse(reason)}</td><td class="n">${count ?? ''}</td></tr>`,
  );
  const notices = report.notices.map((notice) => html`<li>${htmlProse(notice)}</li>`);
  const table =
    rows.length === 0
      ? html``
      : html`<section aria-labelledby="reasons-title"><h2 id="reasons-title">Not tested, and why</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Not tested, and why"><table class="plain"><thead><tr><th scope="col">What</th><th scope="col">Why</th><th scope="col" class="n">Cells</th></tr></thead>
<tbody>${joinHtml(rows, '\n')}</tbody></table></div></section>`;
  const list =
    notices.length === 0
      ? html``
      : html`<section aria-labelledby="notices-title"><h2 id="notices-title">Notices</h2><ul>${joinHtml(notices, '')}</ul></section>`;
  return joinHtml([table, list], '\n');
}
