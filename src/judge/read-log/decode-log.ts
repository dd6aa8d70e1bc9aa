/** What the bytes of a log turned out to be. */
export type LogNature = 'text' | 'empty' | 'binary';

/** Turns the bytes of a log into text, whatever encoding its first bytes show. */
export interface LogDecoder {
  decode(chunk: Uint8Array | string): string;
  /** The rest of a character that was cut by the end. */
  end(): string;
  readonly nature: LogNature;
}

/** So many characters are looked at to tell a text from a binary file. */
const SAMPLE = 65_536;

/**
 * Reads UTF-8, and UTF-16 with a byte order mark or with the zero bytes that ASCII text has in it
 * (PowerShell's `>` writes that). What is neither is read as UTF-8, and called binary when a tenth
 * of it is control characters.
 */
export function createLogDecoder(): LogDecoder {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let head = new Uint8Array(0);
  let seen = 0;
  let controls = 0;
  let visible = false;
  const count = (text: string): string => {
    if (!visible && /\S/.test(text)) visible = true;
    const looked = seen < SAMPLE ? text.slice(0, SAMPLE - seen) : '';
    controls += looked.match(/[\0-\x06\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
    seen += looked.length;
    return text;
  };
  return {
    decode(chunk) {
      if (typeof chunk === 'string') return count(chunk);
      if (decoder) return count(decoder.decode(chunk, { stream: true }));
      head = joined(head, chunk);
      // Two bytes make a mark; a file may also come byte by byte.
      if (head.length < 4) return '';
      decoder = new TextDecoder(encodingOf(head));
      return count(decoder.decode(head, { stream: true }));
    },
    end() {
      if (!decoder && head.length > 0) {
        decoder = new TextDecoder(encodingOf(head));
        return count(decoder.decode(head));
      }
      return decoder ? count(decoder.decode()) : '';
    },
    get nature() {
      if (!visible) return 'empty';
      return controls * 10 > seen ? 'binary' : 'text';
    },
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function encodingOf(head: Uint8Array): string {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const pairs = Math.min(32, head.length >> 1);
  let low = 0;
  let high = 0;
  for (let at = 0; at < pairs; at += 1) {
    const [first, second] = [head[2 * at], head[2 * at + 1]];
    if (first !== 0 && second === 0) low += 1;
    if (first === 0 && second !== 0) high += 1;
  }
  if (low === pairs) return 'utf-16le';
  return high === pairs ? 'utf-16be' : 'utf-8';
}
