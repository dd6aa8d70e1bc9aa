import { assembleReport } from '../../src/commands/conclude/assemble.ts';
import { withoutSitePackages } from '../../src/escape/plain-text.ts';
import { judgeRun } from '../../src/judge/judge-run.ts';
import { locateFallback } from '../../src/judge/locate/locate-build-file.ts';
import { locateFinding } from '../../src/judge/locate/locate-finding.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Measurements } from '../../src/model/measurements.ts';
import { orderFindings } from '../../src/model/order-findings.ts';
import { summaryGrid } from '../../src/report/render/summary-grid.ts';
import type { Report } from '../../src/report/report.ts';
import { tallyOf } from '../../src/report/tally.ts';
import { memorySources } from '../judge/locate/memory-sources.ts';

/**
 * Everything that judging decides of a run, as text to read and to compare: what the verdict says,
 * each combination, each result that is not plainly proven, each finding, the ranges.
 *
 * @param files the project's, for the lines that findings point at
 */
export async function verdictText(
  run: Measurements,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const judged = judgeRun(run);
  const sources = memorySources(files);
  const located = judged.findings.map(async (one) => ({
    ...one,
    location:
      (await locateFinding(one, one.modules, sources)) ?? (await locateFallback(sources)) ?? null,
  }));
  const findings = orderFindings(await Promise.all(located));
  const report = assembleReport(run, { ...judged, findings }, []);
  const blocks = [
    [`exit code ${report.exitCode}: ${report.verdict}`],
    summaryGrid(report).flatMap(({ head, rows }) => [head.text, ...rows.map((row) => row.text)]),
    tallyLines(report),
    report.combinations.map(combinationLine),
    report.results
      .filter((one) => one.diagnosis !== null || one.outcome.kind !== 'imported')
      .map(
        (one) =>
          `${one.combination}  ${one.module}: ${outcomeText(one.outcome)} → ${one.diagnosis ?? 'nothing'}, ${one.severity}${one.known ? ', known' : ''}`,
      ),
    ...report.findings.map(findingLines),
    rangeLines(report),
    report.notices.map((notice) => `notice: ${notice}`),
  ];
  const text = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${text}\n`;
}

function tallyLines(report: Report): readonly string[] {
  const { status, tested, modules, badModules, lazy, known, smoke } = tallyOf(report);
  const counts = Object.entries(status).filter(([, count]) => count > 0);
  return [
    `tested ${tested}; ${counts.map(([name, count]) => `${count} ${name}`).join(', ')}`,
    `modules ${modules.length}, bad ${badModules.length}, lazy ${lazy.length}, known in ${known.length}; smoke passed ${smoke.passed}, failed ${smoke.failed}`,
  ];
}

function combinationLine(one: Report['combinations'][number]): string {
  const [reason = ''] = (one.reason ?? '').split('\n');
  return [
    `${one.id}: ${one.verdict}`,
    ...(one.buildNumpy === null ? [] : [`built with ${one.buildNumpy}`]),
    ...(one.setUp === null ? [] : [one.setUp]),
    ...(reason === '' ? [] : [reason]),
  ].join(' · ');
}

function outcomeText(outcome: Report['results'][number]['outcome']): string {
  const { kind, ...rest } = outcome;
  return [kind, ...Object.values(rest)].join(' ');
}

function findingLines(finding: Finding): readonly string[] {
  const { culprit, location } = finding;
  const who = [culprit.distribution, culprit.version, culprit.module, culprit.file];
  return [
    `${finding.severity} ${finding.kind} (${finding.category}, ${finding.fault}${finding.inner === null ? '' : `, inside: ${finding.inner}`})`,
    `  culprit  ${who.map((one) => one ?? '–').join(' · ')}`,
    `  title    ${finding.title}`,
    `  says     ${finding.explanation}`,
    `  fix      ${finding.fix.replaceAll('\n', '\n           ')}`,
    `  facts    ${JSON.stringify(finding.facts)}`,
    `  line     ${location === null ? 'none' : `${location.file}:${location.line}`}`,
    `  modules  ${finding.modules.join(', ')}`,
    `  on       ${finding.combinations.join(', ')}`,
    ...finding.evidence.map((line) => `  | ${withoutSitePackages(line)}`),
  ];
}

function rangeLines({ supported }: Report): readonly string[] {
  const pythons = Object.entries(supported.perPython).map(([label, range]) => `${label}: ${range}`);
  return [
    `proven NumPy ${supported.numpy}, Python ${supported.python} (${pythons.join('; ')})`,
    `tested ${supported.tested.join(', ')}; untested between ${supported.untested.join(', ')}`,
  ];
}
