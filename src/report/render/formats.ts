import type { Report } from '../report.ts';
import { badgeJson } from './badge.ts';
import { codeQualityJson } from './code-quality.ts';
import { htmlReport } from './html/page.ts';
import { reportPieces } from './json.ts';
import { junitPieces } from './junit.ts';
import { releaseNotes } from './release-notes.ts';
import type { RenderOptions } from './render-options.ts';
import { sarifJson } from './sarif.ts';

/** The files that a report can be written as, by the option that asks for one. */
export const FORMATS = {
  json: { file: 'report.json', render: reportPieces },
  html: { file: 'report.html', render: whole(htmlReport) },
  sarif: { file: 'report.sarif', render: whole(sarifJson) },
  junit: { file: 'junit.xml', render: junitPieces },
  markdown: { file: 'report.md', render: whole((report) => releaseNotes(report).text) },
  'code-quality': { file: 'code-quality.json', render: whole(codeQualityJson) },
  badge: { file: 'badge.json', render: whole(badgeJson) },
} as const satisfies Readonly<Record<string, { file: string; render: Render }>>;

/** Texts that follow each other, each of whole lines: a large one is never in memory whole. */
type Render = (report: Report, options: RenderOptions) => Iterable<string>;

function whole(render: (report: Report, options: RenderOptions) => string): Render {
  return (report, options) => [render(report, options)];
}

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
