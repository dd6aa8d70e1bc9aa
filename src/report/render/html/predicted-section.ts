import { type Html, html, joinHtml } from '../../../escape/html.ts';
import { NUMPY_NONE } from '../../../model/combination.ts';
import type { Predictions } from '../../../model/predictions.ts';
import { byPlatform, hasPlatforms } from '../../platforms.ts';
import type { CombinationReport, Report } from '../../report.ts';
import { shownAxes } from '../../shown-axes.ts';
import { type Tally, tallyOf } from '../../tally.ts';
import { cellText } from '../cell.ts';

/** Contradictions named one by one; all of them are in the JSON report. */
const MOST_NAMED = 60;

/** What the modules' bytes said beforehand beside what was seen, combination by combination. */
export function predictedSection(report: Report): Html {
  const predicted = report.combinations.flatMap((one) => one.predicted ?? []);
  if (predicted.length === 0) return html``;
  const tally = tallyOf(report);
  const several = hasPlatforms(report.combinations);
  const tables = byPlatform(report.combinations).map(([platform, own]) =>
    tableOf(own, several ? platform : 'NumPy →', tally),
  );
  const otherwise = report.combinations.flatMap((one) =>
    (one.predicted?.contradictions ?? []).map(
      ({ module, predicted: said, seen }) =>
        html`<li><a href="#cell=${encodeURIComponent(one.id)}">${one.id}</a>: <code>${module}</code> was to be ${WORDS[said]}, and was ${WORDS[seen]}</li>`,
    ),
  );
  const left = otherwise.length - MOST_NAMED;
  const more = left > 0 ? html`<li>and ${left} more</li>` : html``;
  const named = joinHtml(otherwise.slice(0, MOST_NAMED), '');
  const list = otherwise.length === 0 ? html`` : html`<ul>${named}${more}</ul>`;
  return html`<section aria-labelledby="predicted-title"><h2 id="predicted-title">Measured beside predicted</h2>
<p class="count">${sentenceOf(predicted)}</p>
${list}
<details${otherwise.length > 0 ? html` open` : html``}><summary>Combination by combination</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Predicted and measured">
${joinHtml(tables, '\n')}</div>
<ul class="legend" aria-label="What was predicted"><li>Above: what the bytes say. Below: what was measured.</li><li><b>✓</b> NumPy accepts it</li><li><b>✗</b> NumPy refuses it</li><li><b>?</b> the bytes do not decide it</li><li><b class="v-proven"> </b> as predicted</li><li><b class="v-warned"> </b> seen otherwise</li></ul>
</details></section>`;
}

const WORDS = { imports: 'accepted by NumPy', refused: 'refused by NumPy' } as const;

function sentenceOf(all: readonly Predictions[]): string {
  const sum = (key: 'imports' | 'refused' | 'undecided') =>
    all.reduce((total, one) => total + one[key], 0);
  const otherwise = all.reduce((total, one) => total + one.contradictions.length, 0);
  const decided = sum('imports') + sum('refused');
  const seen =
    decided === 0
      ? ''
      : otherwise === 0
        ? ' Nothing was seen otherwise.'
        : ` ${otherwise} of them ${otherwise === 1 ? 'was' : 'were'} seen otherwise:`;
  return `From the bytes of the files alone, NumPy accepts ${sum('imports')} of the imports and refuses ${sum('refused')}; of ${sum('undecided')} they do not decide it.${seen}`;
}

function tableOf(combinations: readonly CombinationReport[], corner: string, tally: Tally): Html {
  const axes = shownAxes(combinations);
  const byAxes = new Map(combinations.map((one) => [key(one.label, one.numpy), one]));
  const head = axes.numpys.map(
    (numpy) => html`<th scope="col">${numpy === NUMPY_NONE ? 'none' : axes.short(numpy)}</th>`,
  );
  const rows = axes.pythons.map((label) => {
    const cells = axes.numpys.map((numpy) => cellOf(byAxes.get(key(label, numpy)), tally));
    return html`<tr><th scope="row">${label}</th>${joinHtml(cells, '')}</tr>`;
  });
  return html`<table class="grid"><thead><tr><th scope="col">${corner}</th>${joinHtml(head, '')}</tr></thead>
<tbody>${joinHtml(rows, '\n')}</tbody></table>`;
}

function cellOf(one: CombinationReport | undefined, tally: Tally): Html {
  if (one?.predicted === undefined) return html`<td></td>`;
  const { imports, refused, undecided, contradictions } = one.predicted;
  const said = [
    ...(imports > 0 ? [`✓ ${imports}`] : []),
    ...(refused > 0 ? [`✗ ${refused}`] : []),
    ...(undecided > 0 ? [`? ${undecided}`] : []),
  ].join(' ');
  const tone =
    contradictions.length > 0 ? 'v-warned' : imports + refused > 0 ? 'v-proven' : 'v-excluded';
  return html`<td><a class="pair ${tone}" href="#cell=${encodeURIComponent(one.id)}"><span>${said}</span><small>${cellText(one, tally)}</small></a></td>`;
}

function key(label: string, numpy: string): string {
  return JSON.stringify([label, numpy]);
}
