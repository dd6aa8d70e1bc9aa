import { EXCEPTION_LINE, findAnchor } from './anchors.ts';
import { alike, type Prefix, prefixOf, withoutFrame } from './prefix.ts';
import type { RawLine, Stage } from './stage.ts';

// What is known without an anchor, for lines that stand alone: time stamps, Kubernetes' stream,
// GitHub's `##[error]`.
const KNOWN =
  /^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? )?(?:std(?:out|err) [FP] )?(?:##\[(?:error|warning|notice|debug|group)\])?/;
/** Who says it, where no anchor told: act's `[job/step]   | `, `docker compose`'s `name-1  | `. */
const NAMED =
  /^(?:\[[^\]\n]{1,80}\] {1,4}\| ?|[\w.-]+[-_]\d+ +\| )(?:##\[(?:error|warning|notice|debug|group)\])?/;
/** A mail that quotes an exception alone, whose message goes on in the next line. */
const QUOTED = /^(?:> ?)+(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*Error:$)/;
/** So many lines wait for the first anchor. */
const BEFORE = 30;
/** A log level before an exception that stands alone. */
const LEVEL =
  /^(?:\[?(?:ERROR|CRITICAL|FATAL|Error|error|fatal|stderr|err)\]?(?: in [\w.]+\([^)]*\)?)? ?[:|-]? +)+(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*Error: )/;

/**
 * Takes off whatever a log system put before each line. It is read off the text's own anchors: what
 * stands before `Traceback (most recent call last):` or `File "…", line N` is the prefix, and the
 * lines between have one of the same shape (other digits, another level). Quotes and frames of
 * boxes that a prefix opens are taken off the line's end too.
 */
export function readPrefixes(): Stage {
  let current: Prefix | undefined;
  /** Lines before the first anchor, which may have its prefix. */
  let waiting: RawLine[] = [];
  const bare = (text: string): string => {
    const at = beginOf(text);
    if (at >= 0) {
      const known = current?.strip(text);
      // The same prefix, and an indentation behind it that belongs to the line.
      const indented = known?.same && /^\s*$/.test(known.text.slice(0, findAnchor(known.text)));
      if (current && indented) return withoutFrame(current, known.text);
      current = at === 0 ? undefined : prefixOf(text.slice(0, at));
      return current ? withoutFrame(current, text.slice(at)) : text;
    }
    const stripped = current?.strip(text);
    if (current && stripped) return withoutFrame(current, stripped.text);
    const raised = current && behindOther(current, text);
    if (current && raised !== undefined) return withoutFrame(current, raised);
    return alone(text);
  };
  const told = (line: RawLine): RawLine => {
    const other = beginOf(line.text) < 0 ? current?.strip(line.text) : undefined;
    if (other && !other.same) return { number: line.number, text: other.text, foreign: true };
    const text = bare(line.text);
    return text === line.text ? line : { number: line.number, text };
  };
  return {
    read(raw) {
      const known = raw.text.replace(KNOWN, '');
      const line = known === raw.text ? raw : { number: raw.number, text: known };
      if (current) return [told(line)];
      const at = beginOf(line.text);
      if (at < 0) {
        waiting.push(line);
        return waiting.length > BEFORE ? [told(waiting.shift() as RawLine)] : [];
      }
      const anchored = told(line);
      const before = waiting.map(told);
      waiting = [];
      // What stood before may have left the prefix; it is that of the anchor.
      return [...before, anchored];
    },
    end() {
      const rest = waiting.map(told);
      waiting = [];
      return rest;
    },
  };
}

const LONGEST = 200;
const RAISED = /(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)(?:: |$)/;

/** @returns where the text begins that a prefix stands before, -1 when it does not show */
function beginOf(text: string): number {
  const at = findAnchor(text);
  return at < 0 && text.startsWith('>') ? (QUOTED.exec(text)?.[0].length ?? -1) : at;
}

/** What stands behind a prefix that has other words in it, but the same beginning and end. */
function behindOther({ edges, length }: Prefix, text: string): string | undefined {
  const { first, last } = edges;
  if (last.trim() === '' || /^[\s\w]/.test(last) || !alike(first, text.charAt(0))) return undefined;
  const indented = text.indexOf(`${last}    `);
  if (indented > 0 && indented < LONGEST) return text.slice(indented + last.length);
  const raised = text.search(RAISED);
  if (raised > 0 && raised < LONGEST && text.slice(0, raised).endsWith(last)) {
    return text.slice(raised);
  }
  // A line that only ends as the prefix does has words of its own: `[ERROR] [a.py-1]: … ['cmd']`.
  const short = text.length < 2 * length + 10;
  const empty = short && raised < 0 && text.trimEnd().endsWith(last.trimEnd());
  return empty ? '' : undefined;
}

function alone(text: string): string {
  const said = text.replace(NAMED, '');
  const bare = said.replace(LEVEL, '');
  return bare !== said && EXCEPTION_LINE.test(bare) ? bare : said;
}
