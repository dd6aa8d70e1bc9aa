import type { Report } from '../report.ts';
import { badgeJson } from './badge.ts';
import { codeQualityJson } from './code-quality.ts';
import { htmlReport } from './html/page.ts';
import { reportJson } from './json.ts';
import { junitXml } from './junit.ts';
import { releaseNotes } from './release-notes.ts';
import type { RenderOptions } from './render-options.ts';
import { sarifJson } from './sarif.ts';

/** The files that a report can be written as, by the option that asks for one. */
export const FORMATS = {
  json: { file: 'report.json', render: reportJson },
  html: { file: 'report.html', render: htmlReport },
  sarif: { file: 'report.sarif', render: sarifJson },
  junit: { file: 'junit.xml', render: junitXml },
  markdown: { file: 'report.md', render: (report: Report) => releaseNotes(report).text },
  'code-quality': { file: 'code-quality.json', render: codeQualityJson },
  badge: { file: 'badge.json', render: badgeJson },
} as const satisfies Readonly<
  Record<string, { file: string; render: (report: Report, options: RenderOptions) => string }>
>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
