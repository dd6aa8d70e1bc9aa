import { printableJson, safeJson } from '../../escape/json.ts';
import type { Finding } from '../../model/finding.ts';
import type { CombinationReport, ModuleReport, Report, ResultReport } from '../report.ts';

/**
 * The report as JSON text: keys in one fixed order, the documented ones first, a final newline.
 * Tables that grow with the matrix have one line an entry, which keeps a large report small and
 * makes two of them easy to compare.
 *
 * Invisible characters and `##[` are written as escapes, so that the text is safe to print into a
 * terminal or a log that the runner reads; a parser gives the same values back.
 */
export function reportJson(report: Report): string {
  return [...reportPieces(report)].join('');
}

/** The same text in pieces, which need not be in memory together: each ends where a line does. */
export function* reportPieces(report: Report): Generator<string> {
  const { evidence, timeline, jobs, refused } = report;
  const ordered = {
    schema: report.schema,
    subject: pick(report.subject, ['kind', 'name', 'version', 'declaredNumpy', 'declaredPython']),
    combinations: tableOf(report.combinations, (one) => pick(one, COMBINATION)),
    modules: tableOf(report.modules, (one) => ({
      ...pick(one, MODULE),
      capi: pick(one.capi, ['era', 'target', 'also']),
    })),
    results: tableOf(report.results, orderResult),
    findings: report.findings.map(orderFinding),
    supported: pick(report.supported, ['numpy', 'python']),
    verdict: report.verdict,
    exitCode: report.exitCode,
    notices: report.notices,
    notTested: report.notTested.map((one) => pick(one, ['what', 'reason'])),
    ...(refused ? { refused } : {}),
    seconds: report.seconds,
    ...(jobs === undefined ? {} : { jobs }),
    ...(timeline ? { timeline: tableOf(timeline) } : {}),
    ...(evidence ? { evidence: tableOf(evidence) } : {}),
    tool: pick(report.tool, ['name', 'version']),
  } satisfies Record<Exclude<keyof Report, 'evidence' | 'timeline' | 'jobs' | 'refused'>, unknown>;
  yield* documentPieces(ordered);
}

/** What grows with the matrix: one line for each entry, made when it is its turn. */
interface Table {
  readonly rows: Iterable<object>;
}

function* rowsOf<T extends object>(entries: readonly T[], rowOf: (entry: T) => object) {
  for (const entry of entries) yield rowOf(entry);
}

function tableOf<T extends object>(
  entries: readonly T[],
  rowOf: (entry: T) => object = (entry) => entry,
): Table {
  return { rows: rowsOf(entries, rowOf) };
}

/** Characters of a piece, about. */
const PIECE = 64 * 1024;

function* documentPieces(fields: Readonly<Record<string, unknown>>): Generator<string> {
  yield '{\n';
  const entries = Object.entries(fields);
  for (const [at, [key, value]] of entries.entries()) {
    const name = `  ${safeJson(key)}: `;
    const end = at === entries.length - 1 ? '\n}\n' : ',\n';
    if (isTable(value)) yield* tablePieces(name, value, end);
    // A line feed of a value is an escape in JSON: those here only lay the text out.
    else yield `${name}${safeJson(value).replaceAll('\n', '\n  ')}${end}`;
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'rows' in value;
}

function* tablePieces(name: string, { rows }: Table, end: string): Generator<string> {
  let piece = `${name}[`;
  let isEmpty = true;
  for (const row of rows) {
    piece += `${isEmpty ? '' : ','}\n`;
    if (piece.length > PIECE) {
      yield printableJson(piece);
      piece = '';
    }
    piece += `    ${JSON.stringify(row)}`;
    isEmpty = false;
  }
  yield `${printableJson(piece)}${isEmpty ? '' : '\n  '}]${end}`;
}

function orderResult(result: ResultReport): object {
  const { combination, module, outcome, diagnosis, category, severity, file } = result;
  const { evidence, gilEnabledBy, known, loadedAs, peakBytes, seconds } = result;
  return {
    combination,
    module,
    outcome,
    diagnosis,
    category,
    severity,
    file,
    evidence,
    gilEnabledBy,
    known,
    loadedAs,
    peakBytes,
    seconds,
  } satisfies Record<keyof ResultReport, unknown>;
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
