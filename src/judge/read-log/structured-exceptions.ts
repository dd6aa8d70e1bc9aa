import { isRecord, recordOf } from '../../packaging/parsed-value.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where the parts of an exception stand: structlog and Airflow, Sentry. */
const TYPE: readonly string[] = ['exc_type', 'type'];
const MESSAGE: readonly string[] = ['exc_value', 'value'];
const FILE: readonly string[] = ['filename', 'abs_path', 'file'];
const LINE: readonly string[] = ['lineno', 'line_number'];
const NAME: readonly string[] = ['name', 'function'];
const SOURCE: readonly string[] = ['line', 'context_line'];
const DEEPEST = 6;

/**
 * Writes as CPython does what a structured log keeps of exceptions as fields, a frame each.
 *
 * @returns one text, the cause before what followed from it; undefined where there is none
 */
export function structuredExceptions(record: Fields): string | undefined {
  const found = collect(record, 0);
  // structlog tells the outermost first.
  return found.length > 0 ? found.toReversed().join('\n') : undefined;
}

/** @returns the exceptions that are kept without frames, as CPython's last line names them */
export function bareExceptions(record: Fields): readonly string[] {
  return collect(record, 0, true);
}

function collect(value: unknown, depth: number, bare = false): readonly string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => collect(one, depth + 1, bare));
  if (!isRecord(value)) return [];
  const told = exceptionOf(value, bare);
  return told === undefined
    ? Object.values(value).flatMap((one) => collect(one, depth + 1, bare))
    : [told];
}

function exceptionOf(fields: Fields, bare: boolean): string | undefined {
  const [type, message] = [textIn(fields, TYPE), textIn(fields, MESSAGE)];
  const frames = fields['frames'] ?? recordOf(fields['stacktrace'])['frames'];
  if (type === undefined || message === undefined) return undefined;
  if (bare) return /(?:Error|Exception)$/.test(type) ? `${type}: ${message}` : undefined;
  if (!Array.isArray(frames)) return undefined;
  const lines = frames.flatMap((one) => frameOf(one));
  return ['Traceback (most recent call last):', ...lines, `${type}: ${message}`].join('\n');
}

function frameOf(value: unknown): readonly string[] {
  const fields = recordOf(value);
  const [file, at] = [textIn(fields, FILE), textIn(fields, LINE)];
  if (file === undefined || at === undefined) return [];
  const source = textIn(fields, SOURCE);
  const place = `  File "${file}", line ${at}, in ${textIn(fields, NAME) ?? '<module>'}`;
  return source === undefined || source.trim() === '' ? [place] : [place, `    ${source.trim()}`];
}

function textIn(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return undefined;
}
