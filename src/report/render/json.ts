import { safeJson } from '../../escape/json.ts';
import type { Finding } from '../../model/finding.ts';
import type { Result } from '../../model/result.ts';
import type { CombinationReport, ModuleReport, Report } from '../report.ts';

/**
 * The report as JSON text: keys in one fixed order, the documented ones first, a final newline.
 * Tables that grow with the matrix have one line an entry, which keeps a large report small and
 * makes two of them easy to compare.
 *
 * Invisible characters and `##[` are written as escapes, so that the text is safe to print into a
 * terminal or a log that the runner reads; a parser gives the same values back.
 */
export function reportJson(report: Report): string {
  const { evidence, timeline, jobs, refused } = report;
  const ordered = {
    schema: report.schema,
    subject: pick(report.subject, ['kind', 'name', 'version', 'declaredNumpy', 'declaredPython']),
    combinations: report.combinations.map((one) => pick(one, COMBINATION)),
    modules: report.modules.map((one) => ({
      ...pick(one, MODULE),
      capi: pick(one.capi, ['era', 'target', 'also']),
    })),
    results: report.results.map((one) => pick(one, RESULT)),
    findings: report.findings.map(orderFinding),
    supported: pick(report.supported, ['numpy', 'python']),
    verdict: report.verdict,
    exitCode: report.exitCode,
    notices: report.notices,
    notTested: report.notTested.map((one) => pick(one, ['what', 'reason'])),
    ...(refused ? { refused } : {}),
    seconds: report.seconds,
    ...(jobs === undefined ? {} : { jobs }),
    ...(timeline ? { timeline } : {}),
    ...(evidence ? { evidence } : {}),
    tool: pick(report.tool, ['name', 'version']),
  } satisfies Record<Exclude<keyof Report, 'evidence' | 'timeline' | 'jobs' | 'refused'>, unknown>;
  return documentText(ordered);
}

/** One entry for each combination, module, result, or piece of evidence: thousands, at times. */
const TABLES: readonly string[] = ['combinations', 'modules', 'results', 'timeline', 'evidence'];

function documentText(fields: object): string {
  const texts = Object.entries(fields).map(([key, value]: [string, unknown]) => {
    const text =
      TABLES.includes(key) && Array.isArray(value)
        ? tableText(value)
        : // A line feed of a value is an escape in JSON: those here only lay the text out.
          safeJson(value).replaceAll('\n', '\n  ');
    return `  ${safeJson(key)}: ${text}`;
  });
  return `{\n${texts.join(',\n')}\n}\n`;
}

function tableText(entries: readonly unknown[]): string {
  if (entries.length === 0) return '[]';
  return `[\n${entries.map((entry) => `    ${safeJson(entry, 0)}`).join(',\n')}\n  ]`;
}

const COMBINATION = [
  'id',
  'python',
  'numpy',
  'platform',
  'buildNumpy',
  'processes',
  'status',
  'reason',
  'seconds',
  'label',
  'buildPython',
  'setUp',
  'smokeOutput',
  'verdict',
] as const satisfies readonly (keyof CombinationReport)[];

const MODULE = [
  'name',
  'distribution',
  'version',
  'file',
  'wheel',
  'pythons',
  'capi',
] as const satisfies readonly (keyof ModuleReport)[];

const RESULT = [
  'combination',
  'module',
  'outcome',
  'diagnosis',
  'category',
  'severity',
  'file',
] as const satisfies readonly (keyof Result)[];

const FINDING = [
  'kind',
  'category',
  'severity',
  'title',
  'explanation',
  'fix',
  'culprit',
  'location',
  'modules',
  'combinations',
  'fault',
  'inner',
  'evidence',
  'hints',
  'documentation',
] as const satisfies readonly (keyof Finding)[];

function orderFinding(finding: Finding): object {
  return {
    ...pick(finding, FINDING),
    culprit: pick(finding.culprit, ['distribution', 'version', 'module', 'file']),
    location: finding.location && pick(finding.location, ['file', 'line', 'endLine']),
    modules: finding.modules,
    combinations: finding.combinations,
  };
}

/** The named keys first, in that order, then whatever else the value has. */
function pick<T extends object>(value: T, keys: readonly (keyof T & string)[]): object {
  const picked: Partial<T> = {};
  for (const key of keys) if (key in value) picked[key] = value[key];
  const names = Object.keys(value) as (keyof T & string)[];
  for (const key of names.filter((name) => !keys.includes(name)).sort()) picked[key] = value[key];
  return picked;
}
