import { safeJson } from '../../escape/json.ts';
import { fingerprintsOf } from '../finding-fingerprint.ts';
import type { Report } from '../report.ts';
import { scopeOfFinding } from '../scope-of-finding.ts';
import type { RenderOptions } from './render-options.ts';

const SEVERITIES = { error: 'critical', warning: 'major', note: 'info', none: 'info' } as const;

/** The findings as GitLab's Code Quality report, which its merge requests show beside the lines. */
export function codeQualityJson(report: Report, options: RenderOptions = {}): string {
  const findings = report.findings.filter((one) => one.severity !== 'none');
  const fingerprints = fingerprintsOf(findings);
  const issues = findings.map((finding, index) => {
    const place = finding.location ?? options.fallback ?? { file: 'pyproject.toml', line: 1 };
    const { count } = scopeOfFinding(finding, report);
    const fix = finding.fix === '' ? '' : `. Fix: ${finding.fix}`;
    return {
      description: `${finding.title}${count === null ? '' : ` (${count})`}${fix}`,
      check_name: finding.kind,
      fingerprint: fingerprints[index],
      severity: SEVERITIES[finding.severity],
      location: {
        path: place.file,
        lines: { begin: place.line, end: place.endLine ?? place.line },
      },
    };
  });
  return `${safeJson(issues)}\n`;
}
