import { listSome, plural } from '../../escape/plural.ts';
import { joinXml, type Xml, xml } from '../../escape/xml.ts';
import type { Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { isProvenResult, SMOKE } from '../../model/result.ts';
import { totalSeconds } from '../duration.ts';
import type { Evidence } from '../evidence.ts';
import { outcomeText } from '../outcome-text.ts';
import type { CombinationReport, Report, ResultReport } from '../report.ts';
import { evidenceText } from './evidence-text.ts';

interface Case {
  readonly text: Xml;
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
}

/**
 * The run as JUnit XML: a suite per combination, a case per module (and one for the smoke code),
 * and a last suite for findings that no single combination shows. What did not run is skipped, with
 * its reason; what could not be set up is an error.
 */
export function junitXml(report: Report): string {
  const byCombination = groupBy(report.results, ({ combination }) => combination);
  const findings = report.findings;
  const owners = new Map(report.modules.map((one) => [one.name, one.distribution]));
  const shown = new Map<number, string>();
  const suites = report.combinations.map((combination) => {
    const own = byCombination.get(combination.id) ?? [];
    const cases =
      own.length > 0 && combination.status !== 'error'
        ? own.map((result) => moduleCase(result, { owners, findings, report, shown }))
        : [wholeCase(combination)];
    return suiteOf(combination.id, combination.seconds, cases, propertiesOf(combination));
  });
  const loose = findings.filter((one) => one.combinations.length === 0 && one.severity === 'error');
  const all = [
    ...suites,
    ...(loose.length > 0 ? [suiteOf('findings', 0, loose.map(findingCase), [])] : []),
  ];
  const sum = (key: keyof Counts) => all.reduce((total, one) => total + one.counts[key], 0);
  const seconds = timeOf(totalSeconds(report.seconds));
  const head = xml`<testsuites name="numpy-abi-matrix" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}" skipped="${sum('skipped')}" time="${seconds}">`;
  const body = joinXml(
    all.map((one) => one.text),
    '\n',
  );
  return xml`<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${body}\n</testsuites>\n`.text;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suiteOf(
  name: string,
  seconds: number,
  cases: readonly Case[],
  properties: readonly Xml[],
): { readonly text: Xml; readonly counts: Counts } {
  const count = (kind: Case['kind']) => cases.filter((one) => one.kind === kind).length;
  const counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
  const head = xml`  <testsuite name="${name}" tests="${counts.tests}" failures="${counts.failures}" errors="${counts.errors}" skipped="${counts.skipped}" time="${timeOf(seconds)}">`;
  const lines = [
    head,
    ...(properties.length > 0
      ? [xml`    <properties>`, ...properties, xml`    </properties>`]
      : []),
    ...cases.map((one) => one.text),
    xml`  </testsuite>`,
  ];
  return { text: joinXml(lines, '\n'), counts };
}

function propertiesOf(combination: CombinationReport): readonly Xml[] {
  const { python, numpy, platform, buildNumpy } = combination;
  const pairs = Object.entries({ python, numpy, platform, buildNumpy });
  return pairs.flatMap(([name, value]) =>
    value === null ? [] : [xml`      <property name="${name}" value="${value}"/>`],
  );
}

interface CaseContext {
  /** Distribution by module. */
  readonly owners: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  readonly report: Report;
  /** The first case that shows a piece of evidence, by its place in the table. */
  readonly shown: Map<number, string>;
}

function moduleCase(result: ResultReport, context: CaseContext): Case {
  const { owners, findings, report } = context;
  const smoke = result.module === SMOKE;
  const name = smoke ? 'smoke code' : result.module;
  const owner = smoke ? report.subject.name : (owners.get(result.module) ?? report.subject.name);
  const head = xml`    <testcase classname="${owner}" name="${name}" time="${timeOf(result.seconds ?? 0)}"`;
  if (result.known) return skippedCase(head, 'fails, as a known failure foretold');
  if (isProvenResult(result)) {
    return { kind: 'passed', text: xml`${head}/>` };
  }
  const finding = findings.find(
    (one) =>
      one.kind === result.diagnosis &&
      one.combinations.includes(result.combination) &&
      (one.modules.length === 0 || one.modules.includes(result.module)),
  );
  const message = finding?.title ?? outcomeText(result.outcome);
  const text = [
    finding?.explanation ?? '',
    finding && finding.fix !== '' ? `Fix: ${finding.fix}` : '',
    evidenceLines(result, finding, context),
  ].filter((part) => part !== '');
  const failure = xml`<failure type="${result.diagnosis ?? 'unclassified'}" message="${message}">${text.join('\n\n')}</failure>`;
  return { kind: 'failure', text: xml`${head}>\n      ${failure}\n    </testcase>` };
}

/** Each piece of evidence once: the same text in thousands of cases helps nobody. */
function evidenceLines(
  { evidence: place, combination, module }: ResultReport,
  finding: Finding | undefined,
  { report, shown }: CaseContext,
): string {
  const evidence: Evidence | undefined = place === undefined ? undefined : report.evidence?.[place];
  if (place === undefined || evidence === undefined) return finding?.evidence.join('\n') ?? '';
  const first = shown.get(place);
  if (first !== undefined) return `The same output as of ${first}`;
  shown.set(place, `${module} on ${combination}`);
  return evidenceText(evidence);
}

/** A combination of which no module has a result of its own. */
function wholeCase(combination: CombinationReport): Case {
  const { status, reason, setUp, seconds } = combination;
  const head = xml`    <testcase classname="combination" name="set-up" time="${timeOf(seconds)}"`;
  if (status === 'error') {
    const error = xml`<error type="${setUp ?? 'set-up-failed'}" message="${firstLine(reason ?? '')}">${reason ?? ''}</error>`;
    return { kind: 'error', text: xml`${head}>\n      ${error}\n    </testcase>` };
  }
  if (status === 'failed') {
    const failure = xml`<failure type="failed" message="no module has a result of its own here: see the findings"/>`;
    return { kind: 'failure', text: xml`${head}>\n      ${failure}\n    </testcase>` };
  }
  if (status === 'passed') return skippedCase(head, 'there was no compiled module to prove');
  return skippedCase(head, `${status}: ${reason ?? 'no reason was recorded'}`);
}

function skippedCase(head: Xml, message: string): Case {
  const skipped = xml`<skipped message="${message}"/>`;
  return { kind: 'skipped', text: xml`${head}>\n      ${skipped}\n    </testcase>` };
}

function findingCase(finding: Finding): Case {
  const { kind, title, explanation, fix, modules, location } = finding;
  const place = location ? `${location.file}:${location.line}` : '';
  const about =
    modules.length > 1 ? `${plural(modules.length, 'module')}: ${listSome(modules, 12)}` : '';
  const text = [explanation, about, place, `Fix: ${fix}`].filter((line) => line !== '').join('\n');
  const head = xml`    <testcase classname="finding" name="${kind}" time="0.000">`;
  const failure = xml`<failure type="${kind}" message="${title}">${text}</failure>`;
  return { kind: 'failure', text: xml`${head}\n      ${failure}\n    </testcase>` };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function timeOf(seconds: number): string {
  return (Number.isFinite(seconds) && seconds > 0 ? seconds : 0).toFixed(3);
}
