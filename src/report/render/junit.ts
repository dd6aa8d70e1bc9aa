import { listSome, plural } from '../../escape/plural.ts';
import { joinXml, type Xml, xml } from '../../escape/xml.ts';
import type { Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { ofEach } from '../../model/of-each.ts';
import { isProvenResult, SMOKE } from '../../model/result.ts';
import { totalSeconds } from '../duration.ts';
import type { Evidence } from '../evidence.ts';
import { findingOfResult } from '../finding-of-result.ts';
import { outcomeText } from '../outcome-text.ts';
import type { CombinationReport, Report, ResultReport } from '../report.ts';
import { evidenceText } from './evidence-text.ts';

type Kind = 'passed' | 'failure' | 'error' | 'skipped';

/** A suite whose cases are counted before they are written: a large report is never text as a whole. */
interface Suite {
  readonly name: string;
  readonly seconds: number;
  readonly properties: readonly Xml[];
  readonly kinds: readonly Kind[];
  readonly cases: () => readonly Xml[];
}

/**
 * The run as JUnit XML: a suite per combination, a case per module (and one for the smoke code),
 * and a last suite for findings that no single combination shows. What did not run is skipped, with
 * its reason; what could not be set up is an error.
 */
export function junitXml(report: Report): string {
  return [...junitPieces(report)].join('');
}

/** The same text in pieces of whole lines. */
export function* junitPieces(report: Report): Generator<string> {
  const suites = suitesOf(report);
  const counts = countsOf(suites.flatMap(({ kinds }) => kinds));
  const seconds = timeOf(totalSeconds(report.seconds));
  yield xml`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="numpy-abi-matrix" ${counts} time="${seconds}">\n`
    .text;
  for (const suite of suites) {
    for (const piece of suitePieces(suite)) yield `${piece.text}\n`;
  }
  yield '</testsuites>\n';
}

function suitesOf(report: Report): readonly Suite[] {
  const byCombination = groupBy(report.results, ({ combination }) => combination);
  const caseOf = moduleCases(report);
  const suites = report.combinations.map((combination): Suite => {
    const own = byCombination.get(combination.id) ?? [];
    const { id: name, seconds, status } = combination;
    const about = { name, seconds, properties: propertiesOf(combination) };
    return own.length > 0 && status !== 'error'
      ? { ...about, kinds: own.map(kindOf), cases: () => own.map(caseOf) }
      : { ...about, kinds: [wholeKind(combination)], cases: () => [wholeCase(combination)] };
  });
  // Such as a known failure that passes: its combinations are green, and the run is not.
  const red = new Set(
    suites.flatMap(({ name, kinds }) =>
      kinds.some((kind) => kind === 'failure' || kind === 'error') ? [name] : [],
    ),
  );
  const loose = report.findings.filter(
    ({ combinations, severity }) => severity === 'error' && !combinations.some((id) => red.has(id)),
  );
  if (loose.length === 0) return suites;
  const kinds = loose.map(() => 'failure' as const);
  const cases = () => loose.map(findingCase);
  return [...suites, { name: 'findings', seconds: 0, properties: [], kinds, cases }];
}

function countsOf(kinds: readonly Kind[]): Xml {
  const count = (kind: Kind) => kinds.filter((one) => one === kind).length;
  return xml`tests="${kinds.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function* suitePieces({ name, seconds, properties, kinds, cases }: Suite): Generator<Xml> {
  yield xml`  <testsuite name="${name}" ${countsOf(kinds)} time="${timeOf(seconds)}">`;
  if (properties.length > 0) {
    yield xml`    <properties>`;
    yield* properties;
    yield xml`    </properties>`;
  }
  yield* cases();
  yield xml`  </testsuite>`;
}

function propertiesOf(combination: CombinationReport): readonly Xml[] {
  const { python, numpy, platform, buildNumpy } = combination;
  const pairs = Object.entries({ python, numpy, platform, buildNumpy });
  return pairs.flatMap(([name, value]) =>
    value === null ? [] : [xml`      <property name="${name}" value="${value}"/>`],
  );
}

function kindOf(result: ResultReport): Kind {
  if (result.known) return 'skipped';
  return isProvenResult(result) ? 'passed' : 'failure';
}

/** Makes the case of a module: what a finding says of thousands of them is made text once. */
function moduleCases(report: Report): (result: ResultReport) => Xml {
  const owners = new Map(report.modules.map((one) => [one.name, one.distribution]));
  const findingOf = findingOfResult(report.findings);
  const words = ofEach(wordsOf);
  const evidenceOf = evidenceOnce(report);
  return (result) => {
    const smoke = result.module === SMOKE;
    const name = smoke ? 'smoke code' : result.module;
    const owner = smoke ? report.subject.name : (owners.get(result.module) ?? report.subject.name);
    const head = xml`    <testcase classname="${owner}" name="${name}" time="${timeOf(result.seconds ?? 0)}"`;
    const kind = kindOf(result);
    if (kind === 'skipped') return skippedCase(head, 'fails, as a known failure foretold');
    if (kind === 'passed') return xml`${head}/>`;
    const finding = findingOf(result);
    const told = finding && words(finding);
    const seen = evidenceOf(result, finding);
    const parts = [...(told?.text ?? []), ...(seen === '' ? [] : [xml`${seen}`])];
    const failure = xml`<failure type="${result.diagnosis ?? 'unclassified'}" message="${told?.title ?? outcomeText(result.outcome)}">${joinXml(parts, '\n\n')}</failure>`;
    return xml`${head}>\n      ${failure}\n    </testcase>`;
  };
}

function wordsOf({ title, explanation, fix }: Finding): {
  readonly title: Xml;
  readonly text: readonly Xml[];
} {
  const text = [explanation, fix === '' ? '' : `Fix: ${fix}`].filter((part) => part !== '');
  return { title: xml`${title}`, text: text.map((part) => xml`${part}`) };
}

/** Each piece of evidence once: the same text in thousands of cases helps nobody. */
function evidenceOnce(
  report: Report,
): (result: ResultReport, finding: Finding | undefined) => string {
  /** The first case that shows a piece, by its place in the table. */
  const shown = new Map<number, string>();
  return ({ evidence: place, combination, module }, finding) => {
    const evidence: Evidence | undefined =
      place === undefined ? undefined : report.evidence?.[place];
    if (place === undefined || evidence === undefined) return finding?.evidence.join('\n') ?? '';
    const first = shown.get(place);
    if (first !== undefined) return `The same output as of ${first}`;
    shown.set(place, `${module} on ${combination}`);
    return evidenceText(evidence);
  };
}

/** A combination of which no module has a result of its own. */
function wholeKind({ status }: CombinationReport): Kind {
  if (status === 'error') return 'error';
  return status === 'failed' ? 'failure' : 'skipped';
}

function wholeCase(combination: CombinationReport): Xml {
  const { status, reason, setUp, seconds } = combination;
  const head = xml`    <testcase classname="combination" name="set-up" time="${timeOf(seconds)}"`;
  switch (wholeKind(combination)) {
    case 'error': {
      const error = xml`<error type="${setUp ?? 'set-up-failed'}" message="${firstLine(reason ?? '')}">${reason ?? ''}</error>`;
      return xml`${head}>\n      ${error}\n    </testcase>`;
    }
    case 'failure': {
      const failure = xml`<failure type="failed" message="no module has a result of its own here: see the findings"/>`;
      return xml`${head}>\n      ${failure}\n    </testcase>`;
    }
    default:
      return status === 'passed'
        ? skippedCase(head, 'there was no compiled module to prove')
        : skippedCase(head, `${status}: ${reason ?? 'no reason was recorded'}`);
  }
}

function skippedCase(head: Xml, message: string): Xml {
  const skipped = xml`<skipped message="${message}"/>`;
  return xml`${head}>\n      ${skipped}\n    </testcase>`;
}

function findingCase(finding: Finding): Xml {
  const { kind, title, explanation, fix, modules, location } = finding;
  const place = location ? `${location.file}:${location.line}` : '';
  const about =
    modules.length > 1 ? `${plural(modules.length, 'module')}: ${listSome(modules, 12)}` : '';
  const text = [explanation, about, place, `Fix: ${fix}`].filter((line) => line !== '').join('\n');
  const head = xml`    <testcase classname="finding" name="${kind}" time="0.000">`;
  const failure = xml`<failure type="${kind}" message="${title}">${text}</failure>`;
  return xml`${head}\n      ${failure}\n    </testcase>`;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function timeOf(seconds: number): string {
  return (Number.isFinite(seconds) && seconds > 0 ? seconds : 0).toFixed(3);
}
