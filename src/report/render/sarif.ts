import { safeJson } from '../../escape/json.ts';
import type { Finding, Location } from '../../model/finding.ts';
import { fingerprintsOf } from '../finding-fingerprint.ts';
import type { Report } from '../report.ts';
import { reproduceFinding } from '../reproduce.ts';
import { failsWord, scopeOfFinding } from '../scope-of-finding.ts';
import { setUpFailures } from '../set-up-failures.ts';
import { documentationLink, type RenderOptions } from './render-options.ts';

const LEVELS = { error: 'error', warning: 'warning', note: 'note', none: 'none' } as const;

/** Code scanning shows nothing of a longer list; the worst come first. */
const MOST_RESULTS = 5000;

/**
 * The findings as SARIF 2.1.0, for code scanning and editors: a rule with help for each kind, a
 * result for each finding with a fingerprint that outlives moved lines, set-up failures as
 * notifications.
 */
export function sarifJson(report: Report, options: RenderOptions = {}): string {
  const findings = report.findings.filter((one) => one.severity !== 'none');
  const kinds = [...new Set(findings.map((one) => one.kind))];
  const fingerprints = fingerprintsOf(findings);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            rules: kinds.map((kind) => ruleOf(kind, findings, options)),
          },
        },
        automationDetails: { id: `${report.tool.name}/${report.subject.name}/` },
        invocations: [invocationNotes(report)],
        originalUriBaseIds: {
          SRCROOT: { description: { text: 'The top level of the repository' } },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.slice(0, MOST_RESULTS).map((finding, index) => ({
          ...resultOf(finding, report, options),
          ruleIndex: kinds.indexOf(finding.kind),
          partialFingerprints: { 'numpyAbiMatrix/v1': fingerprints[index] },
        })),
        properties: { verdict: report.verdict, supported: report.supported },
      },
    ],
  };
  return `${safeJson(log)}\n`;
}

function ruleOf(kind: string, findings: readonly Finding[], options: RenderOptions): object {
  const first = findings.find((one) => one.kind === kind);
  const help = options.kinds?.find((one) => one.id === kind);
  const link = documentationLink(first?.documentation ?? '', options);
  const means = help?.means ?? first?.explanation ?? kind;
  const remedy = help?.remedy ?? first?.fix ?? '';
  return {
    id: kind,
    name: pascalCase(kind),
    shortDescription: { text: help?.name ?? first?.title ?? kind },
    fullDescription: { text: means === '' ? kind : means },
    help: {
      text: `${means}\n\nWhat to do: ${remedy}`,
      markdown: `${means}\n\n**What to do:** ${remedy}`,
    },
    ...(/^https?:/.test(link) ? { helpUri: link } : {}),
    defaultConfiguration: { level: LEVELS[first?.severity ?? 'error'] },
    properties: { tags: ['numpy', first?.category ?? 'unclassified'], precision: 'very-high' },
  };
}

function resultOf(finding: Finding, report: Report, options: RenderOptions): object {
  const scope = scopeOfFinding(finding, report);
  const place = finding.location ?? options.fallback ?? null;
  const command = reproduceFinding(finding, report, options.invocation);
  const lines = [
    `${finding.title}${scope.count === null ? '' : ` (${scope.count})`}`,
    finding.explanation,
    scope.fails === '' ? '' : `${failsWord(finding)}: ${scope.fails}.`,
    scope.works === '' ? '' : `Works: ${scope.works}.`,
    finding.fix === '' ? '' : `Fix: ${finding.fix}`,
    command === null ? '' : `Reproduce: ${command}`,
  ];
  return {
    ruleId: finding.kind,
    level: LEVELS[finding.severity],
    message: { text: lines.filter((line) => line !== '').join('\n') },
    locations: [
      {
        ...(place === null ? {} : { physicalLocation: physicalLocation(place) }),
        logicalLocations: finding.modules
          .slice(0, 100)
          .map((module) => ({ fullyQualifiedName: module, kind: 'module' })),
      },
    ],
    properties: {
      category: finding.category,
      fault: finding.fault,
      culprit: finding.culprit,
      modules: finding.modules,
      combinations: finding.combinations,
      evidence: finding.evidence,
      ...(Object.keys(finding.facts ?? {}).length > 0 ? { facts: finding.facts } : {}),
    },
  };
}

function physicalLocation({ file, line, endLine }: Location): object {
  return {
    artifactLocation: { uri: uriOf(file), uriBaseId: 'SRCROOT' },
    region: { startLine: line, ...(endLine === undefined ? {} : { endLine }) },
  };
}

/** A relative reference: a `:` in the first part would make it a scheme. */
function uriOf(file: string): string {
  return file
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}

function invocationNotes(report: Report): object {
  const failures = setUpFailures(report);
  return {
    executionSuccessful: report.exitCode === 0 || report.exitCode === 1,
    exitCode: report.exitCode,
    toolExecutionNotifications: failures.map(({ kind, reason, combinations }) => ({
      level: 'error',
      descriptor: { id: kind },
      message: { text: reason },
      properties: { combinations: combinations.map((one) => one.id) },
    })),
  };
}

/** @example pascalCase('np1-on-np2') // 'Np1OnNp2' */
function pascalCase(kind: string): string {
  const words = kind.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join('') || 'Finding';
}
