import { type Html, html, joinHtml } from '../../../escape/html.ts';
import { NUMPY_NONE } from '../../../model/combination.ts';
import type { CombinationVerdict } from '../../../model/combination-verdict.ts';
import { isProvenVerdict } from '../../../model/combination-verdict.ts';
import type { Cause } from '../../causes.ts';
import { byPlatform, hasPlatforms } from '../../platforms.ts';
import type { CombinationReport, Report } from '../../report.ts';
import { leftOutOf, shownAxes } from '../../shown-axes.ts';
import { type Tally, tallyOf } from '../../tally.ts';
import { cellText, MARKS } from '../cell.ts';

/** What the verdicts mean, for the legend and for those who cannot see the grid. */
const MEANINGS: Readonly<Record<CombinationVerdict, string>> = {
  proven: 'every module proven',
  warned: 'proven, with a warning',
  doubtful: 'imports, and a warning says why that proves nothing',
  known: 'fails only as known-failures foretell',
  failed: 'not proven of all',
  empty: 'no compiled module there',
  'not-set-up': 'could not be set up',
  skipped: 'skipped',
  excluded: 'cannot exist, or is excluded',
};

/** The heat map, and the filters that work on it. */
export function gridSection(report: Report, causes: readonly Cause[]): Html {
  const tally = tallyOf(report);
  const several = hasPlatforms(report.combinations);
  const tables = byPlatform(report.combinations).map(([platform, own]) =>
    tableOf(report, own, several ? platform : null, tally),
  );
  const unseen = leftOutOf(report.combinations);
  const leftOut =
    unseen === ''
      ? html``
      : html`<p class="count">Left out, as nothing can run there: ${unseen}.</p>`;
  return html`<section id="matrix" aria-labelledby="matrix-title">
<h2 id="matrix-title">Python × NumPy</h2>
${filterForm(report, causes)}
<p class="count" id="count" role="status"></p>
<div class="scroll" tabindex="0" role="region" aria-label="Grid of Python and NumPy">
${joinHtml(tables, '\n')}</div>
${leftOut}
${legend(report)}
</section>`;
}

function tableOf(
  report: Report,
  combinations: readonly CombinationReport[],
  platform: string | null,
  tally: Tally,
): Html {
  const axes = shownAxes(combinations);
  const own = new Set(combinations);
  const index = new Map(
    report.combinations.flatMap((one, place) =>
      own.has(one) ? [[JSON.stringify([one.label, one.numpy]), place] as const] : [],
    ),
  );
  const head = axes.numpys.map(
    (numpy) => html`<th scope="col">${numpy === NUMPY_NONE ? 'none' : axes.short(numpy)}</th>`,
  );
  const rows = axes.pythons.map((label) => {
    const cells = axes.numpys.map((numpy) => {
      const place = index.get(JSON.stringify([label, numpy]));
      const one = place === undefined ? undefined : report.combinations[place];
      return one && place !== undefined ? cellOf(one, place, tally) : html`<td></td>`;
    });
    return html`<tr><th scope="row">${label}</th>${joinHtml(cells, '')}</tr>`;
  });
  const where = platform === null ? '' : `${platform}. `;
  return html`<table class="grid"><caption class="unseen">${where}Rows are Pythons, columns are NumPys. Arrow keys move between the cells.</caption>
<thead><tr><th scope="col">${platform ?? 'NumPy →'}</th>${joinHtml(head, '')}</tr></thead>
<tbody>${joinHtml(rows, '\n')}</tbody></table>`;
}

function cellOf(one: CombinationReport, place: number, tally: Tally): Html {
  const text = cellText(one, tally);
  // What is seen comes first in the name too, for those who speak to their browser.
  const name = `${text}, Python ${one.label}, NumPy ${one.numpy}: ${spoken(one, tally)}`;
  return html`<td><button type="button" data-c="${place}" class="${toneOf(one, tally)}" aria-label="${name}">${text}</button></td>`;
}

function toneOf(one: CombinationReport, tally: Tally): string {
  const cell = tally.cells.get(one.id);
  if (one.verdict !== 'failed' || !cell) return `v-${one.verdict}`;
  const share = cell.bad / Math.max(1, cell.modules);
  return `v-failed f${Math.max(1, Math.ceil(share * 4))}`;
}

function spoken(one: CombinationReport, tally: Tally): string {
  const cell = tally.cells.get(one.id);
  if (one.verdict === 'failed' && cell) {
    if (cell.bad > 0) return `${cell.bad} of ${cell.modules} modules not proven`;
    return cell.smoke === 'failed' ? 'the smoke code fails' : 'failed';
  }
  if (cell && isProvenVerdict(one.verdict)) {
    return `${cell.modules} modules proven${one.verdict === 'warned' ? ', with a warning' : ''}`;
  }
  return MEANINGS[one.verdict];
}

function legend(report: Report): Html {
  const there = new Set(report.combinations.map((one) => one.verdict));
  const items = (Object.keys(MEANINGS) as CombinationVerdict[])
    .filter((verdict) => there.has(verdict))
    .map(
      (verdict) =>
        html`<li><b class="v-${verdict}">${MARKS[verdict]}</b> ${MEANINGS[verdict]}</li>`,
    );
  return html`<ul class="legend" aria-label="Legend">${joinHtml(items, '')}</ul>`;
}

function filterForm(report: Report, causes: readonly Cause[]): Html {
  const axes = shownAxes(report.combinations);
  const kinds = [...new Set(causes.map(({ finding }) => finding.kind))];
  const distributions = [...new Set(report.modules.map((one) => one.distribution))].sort();
  // Folded where the window is narrow (main.page.js): the grid comes first there.
  return html`<details class="filtering" id="filtering" open><summary>Filter</summary><form class="filters" id="filters" role="search" aria-label="Filter">
<label>Module (part of its name, or a*b)<input name="module" id="field-module" type="search" autocomplete="off"></label>
${select('kind', 'Kind of finding', kinds)}
${select('distribution', 'Distribution', distributions)}
${select('python', 'Python', axes.pythons)}
${select('numpy', 'NumPy', axes.numpys)}
<button type="button" id="clear" class="hidden">Clear</button>
</form></details>`;
}

function select(name: string, label: string, values: readonly string[]): Html {
  const options = values.map((value) => html`<option value="${value}">${value}</option>`);
  return html`<label>${label}<select name="${name}"><option value="">any</option>${joinHtml(options, '')}</select></label>`;
}
