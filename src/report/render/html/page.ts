import { createHash } from 'node:crypto';
import { type Html, html, htmlData, htmlSource, joinHtml } from '../../../escape/html.ts';
import { causesOf } from '../../causes.ts';
import type { Report } from '../../report.ts';
import { headlineOf } from '../../verdict.ts';
import type { RenderOptions } from '../render-options.ts';
import gridScript from './client/grid.page.js';
import mainScript from './client/main.page.js';
import modulesScript from './client/modules.page.js';
import panelScript from './client/panel.page.js';
import stateScript from './client/state.page.js';
import { factsSection } from './facts-section.ts';
import { findingsSection } from './findings-section.ts';
import { gridSection } from './grid-section.ts';
import styles from './page.css';
import { pageData } from './page-data.ts';
import { predictedSection } from './predicted-section.ts';
import { modulesSection, reasonsSection } from './rest-sections.ts';
import { timeSection } from './time-section.ts';

/** In the order in which they see each other: one script, one scope. */
const SCRIPT = `'use strict';(() => {\n${[
  stateScript,
  gridScript,
  panelScript,
  modulesScript,
  mainScript,
].join('\n')}\n})();`;

/**
 * The report as one page that needs nothing else: no network, no framework, opened from a file as
 * from a server. Without script it still has the verdict, the grid and the findings.
 */
export function htmlReport(report: Report, options: RenderOptions = {}): string {
  const causes = causesOf(report.findings);
  const { subject } = report;
  const name = [subject.name, subject.version ?? ''].join(' ').trim();
  const headline = headlineOf(report);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${headline[0] ?? ''} ${name}: NumPy compatibility</title>
<link rel="icon" href="data:,">
<style>${htmlSource(styles)}</style>
</head>
<body>
<header class="${toneOf(headline)}">
<div class="top"><h1>${name} × NumPy</h1><button type="button" id="theme" class="theme">Theme: auto</button></div>
<p class="headline"><span class="sign" aria-hidden="true">${headline[0] ?? ''}</span>${headline.slice(1)}</p>
<p class="verdict">${report.verdict}.</p>
${factsSection(report)}
</header>
<main id="main">
${joinHtml(
  [
    gridSection(report, causes),
    findingsSection(report, causes, options),
    modulesSection(report),
    predictedSection(report),
    reasonsSection(report),
    timeSection(report),
  ],
  '\n',
)}
<dialog id="panel" aria-labelledby="panel-title"><div class="bar"><h2 id="panel-title">Cell</h2><button type="button" id="panel-close">Close</button></div><div class="body" id="panel-body"></div></dialog>
</main>
<footer>${report.tool.name} ${report.tool.version}. Everything in this page is also in the JSON report.</footer>
<script type="application/json" id="data">${htmlData(pageData(report, causes))}</script>
<script>${htmlSource(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}

/** Nothing but this very script and style sheet; no address is ever asked for. */
function policy(): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(SCRIPT)}'`,
    `style-src '${hashOf(styles)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function toneOf(headline: string): Html {
  if (headline.startsWith('✓')) return html`good`;
  return headline.startsWith('✗') ? html`bad` : html`odd`;
}
