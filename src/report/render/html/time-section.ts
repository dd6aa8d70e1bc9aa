import { formatDuration } from '../../../escape/duration.ts';
import { type Html, html, joinHtml } from '../../../escape/html.ts';
import type { TimeSpan } from '../../../model/time-span.ts';
import { stagesOf, totalSeconds } from '../../duration.ts';
import type { Report } from '../../report.ts';

const STAGES = ['plan', 'build', 'install', 'discover', 'probe', 'smoke'];
/** Columns of the drawing: names on the left, then the time. */
const LEFT = 150;
const WIDTH = 1000;
const LANE = 16;
/** Lanes that are drawn; the longest ones. */
const MOST_LANES = 120;

/** Where the time went: stages, and what ran when. */
export function timeSection(report: Report): Html {
  const stages = stagesOf(report.seconds);
  if (stages.length === 0) return html``;
  const rows = stages.map(
    ([stage, seconds]) =>
      html`<tr><td>${stage}</td><td class="n">${formatDuration(seconds)}</td></tr>`,
  );
  const longest = report.combinations
    .filter((one) => one.seconds > 0)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 10)
    .map(
      (one) =>
        html`<tr><td>${one.id}</td><td class="n">${formatDuration(one.seconds)}</td><td class="n">${one.processes}</td></tr>`,
    );
  return html`<section aria-labelledby="time-title"><h2 id="time-title">Where the time went: ${formatDuration(totalSeconds(report.seconds))}</h2>
${timeLine(report)}
<details><summary>Stages, and the combinations that took longest</summary>
<table class="plain"><thead><tr><th scope="col">Stage</th><th scope="col" class="n">Time</th></tr></thead><tbody>${joinHtml(rows, '')}</tbody></table>
<table class="plain"><thead><tr><th scope="col">Combination</th><th scope="col" class="n">Time</th><th scope="col" class="n">Processes</th></tr></thead><tbody>${joinHtml(longest, '')}</tbody></table>
</details></section>`;
}

function timeLine({ timeline = [], jobs = 0 }: Report): Html {
  if (timeline.length === 0) return html``;
  const end = Math.max(...timeline.map((one) => one.start + one.seconds), 0.001);
  const lanes = [...new Set(timeline.toSorted((a, b) => a.start - b.start).map((one) => one.what))];
  const shown = lanes.slice(0, MOST_LANES);
  const scale = (WIDTH - LEFT - 10) / end;
  const bars = shown.flatMap((what, lane) => [
    html`<text x="${LEFT - 8}" y="${lane * LANE + 40}" text-anchor="end">${short(what)}</text>`,
    ...timeline.filter((one) => one.what === what).map((one) => barOf(one, lane, scale)),
  ]);
  const height = shown.length * LANE + 62;
  const ticks = ticksOf(end).map((at) => {
    const x = (LEFT + at * scale).toFixed(1);
    return html`<line x1="${x}" y1="24" x2="${x}" y2="${height - 22}"/><text class="soft" x="${x}" y="${height - 8}" text-anchor="middle">${formatDuration(at)}</text>`;
  });
  const left = lanes.length - shown.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Time line">
<svg class="time" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${spoken(timeline, end, jobs)}">
${joinHtml(ticks, '')}<text class="soft" x="${LEFT - 8}" y="16" text-anchor="end">at work</text>${busy(timeline, end, jobs, scale)}
${joinHtml(bars, '\n')}
</svg></div>
<p class="count">${spoken(timeline, end, jobs)}${left > 0 ? ` ${left} more lanes are not drawn.` : ''}</p>
${stageLegend(timeline)}`;
}

function barOf({ stage, what, start, seconds }: TimeSpan, lane: number, scale: number): Html {
  const name = STAGES.includes(stage) ? stage : 'other';
  const x = (LEFT + start * scale).toFixed(1);
  const width = Math.max(1, seconds * scale).toFixed(1);
  return html`<rect class="s-${name}" x="${x}" y="${lane * LANE + 29}" width="${width}" height="13" rx="2"><title>${what}: ${stage}, ${formatDuration(seconds)}, from ${formatDuration(start)} on</title></rect>`;
}

/** How many things were at work at each moment, as a row of strips: pale where cores idled. */
function busy(timeline: readonly TimeSpan[], end: number, jobs: number, scale: number): Html {
  const most = Math.max(jobs, 1);
  const moments = 200;
  const strips = Array.from({ length: moments }, (_, index) => {
    const at = ((index + 0.5) / moments) * end;
    const count = activeAt(timeline, at);
    const share = Math.min(1, count / most);
    const x = (LEFT + (index / moments) * end * scale).toFixed(1);
    const width = ((end * scale) / moments + 0.5).toFixed(1);
    const height = Math.round(share * 16);
    return height === 0
      ? html``
      : html`<rect class="s-probe" x="${x}" y="${20 - height}" width="${width}" height="${height}"/>`;
  });
  return joinHtml(strips, '');
}

function activeAt(timeline: readonly TimeSpan[], at: number): number {
  return timeline.filter((one) => one.start <= at && at < one.start + one.seconds).length;
}

/** Share of the time in which fewer things were at work than could have been. */
function spoken(timeline: readonly TimeSpan[], end: number, jobs: number): string {
  const said = `${timeline.length} stages in ${formatDuration(end)}`;
  if (jobs < 2) return `${said}.`;
  const samples = Array.from({ length: 200 }, (_, index) => ((index + 0.5) / 200) * end);
  const idle = samples.filter((at) => activeAt(timeline, at) < jobs).length / samples.length;
  return `${said}; for ${Math.round(idle * 100)} % of it fewer than ${jobs} were at work.`;
}

function stageLegend(timeline: readonly TimeSpan[]): Html {
  const there = new Set(timeline.map((one) => one.stage));
  const items = [...there].map((stage) => {
    const name = STAGES.includes(stage) ? stage : 'other';
    return html`<li><svg width="14" height="14" aria-hidden="true"><rect class="s-${name}" width="14" height="14" rx="3"/></svg> ${stage}</li>`;
  });
  return html`<ul class="legend" aria-label="Stages">${joinHtml(items, '')}</ul>`;
}

function ticksOf(end: number): readonly number[] {
  const step = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600].find(
    (one) => end / one <= 8,
  );
  const width = step ?? end;
  return Array.from({ length: Math.floor(end / width) + 1 }, (_, index) => index * width);
}

function short(text: string): string {
  return text.length > 22 ? `${text.slice(0, 21)}…` : text;
}
