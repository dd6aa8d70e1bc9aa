import { DRAWN } from '../../packaging/uv-messages/log-lines.ts';
import { eachLine, type Stage } from './stage.ts';
import { bareExceptions, structuredExceptions } from './structured-exceptions.ts';

const EXCEPTION = String.raw`(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)\b`;
const START = String.raw`(?:File \\*"|Traceback \(most|${EXCEPTION}|IMPORTANT: PLEASE|A module that was|Importing the numpy|Original error was|During handling|The above exception|Fatal Python|<frozen |(?:(?:[^\s\\]|\\\\){1,200}:\d+: )?(?:\w*Warning|(?:fatal )?error): |ERROR: |\s*${DRAWN})`;
/** A colour before it, its escape character written out or not. */
const COLOUR = String.raw`(?:(?:\\+(?:u001[bB]|x1[bB]|033)|\u001b)\[[0-9;]*m)*`;
/** A line break that was written out, at a place where CPython, NumPy or a compiler breaks lines. */
const WRITTEN_BREAK = new RegExp(
  String.raw`\\+n(?: |\\+t)*${COLOUR}(?: )*${START}|(?:last call\)|first\)):(?:\\+r)?\\+n|cannot be run in\\+n|THIS ISSUE!\\+n|in <module>(?:\\+r)?\\+n`,
);
const LITERAL = /"((?:[^"\\]|\\[\s\S])*)"?/g;

/** Where log systems put the text; the first of a record that is there is taken. */
const FIELDS: readonly string[] = [
  'message',
  'msg',
  'log',
  'text',
  'textPayload',
  'MESSAGE',
  'line',
  'data',
  '@message',
  'body',
  'output',
  'content',
  'event',
  'error',
];

/**
 * Takes apart what a log system packed into a string: a whole traceback in one JSON string (with
 * `\n`, also escaped twice), or one JSON record per line.
 */
export function unpackStrings(): Stage {
  return eachLine((text) => {
    const record = recordIn(text);
    const packed = text.includes('\\') && WRITTEN_BREAK.test(text);
    if (record !== undefined) {
      const framed = text.includes('"frames"') ? structuredExceptions(record) : undefined;
      const told = framed ?? fieldsOf(record);
      const bare = /"exception": ?\{/.test(text) ? bareExceptions(record) : [];
      const missing = bare.filter((one) => !told?.includes(one));
      if (told !== undefined || missing.length > 0)
        return unpacked([...(told ? [told.replace(/\r?\n$/, '')] : []), ...missing].join('\n'));
    }
    if (packed) return unpacked(literalsOf(text));
    return text.includes('File \\"') ? text.replaceAll('\\"', '"') : text;
  });
}

function recordIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const start = text.indexOf('{"') >= 0 ? text.indexOf('{"') : text.indexOf('{ "');
  if (start < 0 || start > 200) return undefined;
  const end = text.lastIndexOf('}');
  if (end <= start) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(start, end + 1));
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The texts of a record: those with line breaks, else the message; AWS names the exception apart. */
function fieldsOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const texts: string[] = [];
  const { errorType, errorMessage, stackTrace } = record;
  if (typeof errorMessage === 'string') {
    const frames = Array.isArray(stackTrace)
      ? stackTrace.filter((one) => typeof one === 'string')
      : [];
    const what = typeof errorType === 'string' ? `${errorType}: ${errorMessage}` : errorMessage;
    return frames.length > 0
      ? ['Traceback (most recent call last):', ...frames.map((one) => one.trimEnd()), what].join(
          '\n',
        )
      : what;
  }
  collect(record, texts, 0);
  if (texts.length > 0) return [...texts, ...behindStack(record, texts)].join('\n');
  for (const field of FIELDS) {
    const value = record[field];
    if (typeof value === 'string') return value;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const inner = fieldsOf(value as Readonly<Record<string, unknown>>);
      if (inner !== undefined) return inner;
    }
  }
  const payload = record['jsonPayload'] ?? record['fields'];
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload)
    ? fieldsOf(payload as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Elastic's schema keeps the exception beside its frames: `"error": {"type", "message", "stack_trace"}`. */
function behindStack(
  record: Readonly<Record<string, unknown>>,
  texts: readonly string[],
): readonly string[] {
  const error = record['error'];
  if (typeof error !== 'object' || error === null) return [];
  const { type, message } = error as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || typeof message !== 'string') return [];
  return texts.some((one) => one.includes(message)) ? [] : [`${type}: ${message}`];
}

/** Strings with a line break inside, in their order; a list of strings is one text. */
function collect(value: unknown, into: string[], depth: number): void {
  if (depth > 6) return;
  if (typeof value === 'string') {
    if (/\n[\s\S]*\S/.test(value) || WRITTEN_BREAK.test(value)) into.push(value);
  } else if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === 'string');
    if (
      texts.length > 1 &&
      texts.length === value.length &&
      texts.some((one) => /File "|Traceback \(/.test(one))
    )
      into.push(texts.map((one) => one.replace(/\n$/, '')).join('\n'));
    else for (const one of value) collect(one, into, depth + 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) collect(one, into, depth + 1);
  }
}

/** The quoted strings of a line that have the written breaks, else the line itself. */
function literalsOf(text: string): string {
  const inside = [...text.matchAll(LITERAL)].flatMap(([, body = '']) =>
    WRITTEN_BREAK.test(body) ? [body] : [],
  );
  return inside.length > 0 ? inside.join('\n') : text;
}

/** Undoes the escapes of a string, as often as it was escaped. */
function unpacked(text: string): readonly string[] {
  let plain = text;
  for (let depth = 0; depth < 4 && WRITTEN_BREAK.test(plain); depth += 1) plain = unescaped(plain);
  // What is left of quotes and brackets around the pieces.
  return plain.split(/\r\n|\n/).filter((line) => line === '' || !/^["'\\\],;)}+ ]+$/.test(line));
}

const CONTROL: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_whole, unicode?: string, byte?: string, other?: string) => {
      if (unicode ?? byte) return String.fromCharCode(Number.parseInt(unicode ?? byte ?? '', 16));
      return CONTROL[other ?? ''] ?? other ?? '';
    },
  );
}
