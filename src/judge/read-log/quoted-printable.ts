import type { RawLine, Stage } from './stage.ts';

/** A line of a mail's source that goes on in the next one: it is full, or has the escape of `=`. */
const SOFT = /[^=]=$/;
const ESCAPE = /=([0-9A-F]{2})/g;
const FULL = 70;
const LONGEST = 76;
const MOST = 200;

/** Joins and decodes the lines of a mail in its source form (RFC 2045, quoted-printable). */
export function decodeQuotedPrintable(): Stage {
  let proven = false;
  let kept: RawLine[] = [];
  const release = (): readonly RawLine[] => {
    const [first] = kept;
    const joined = kept.map(({ text }) => (SOFT.test(text) ? text.slice(0, -1) : text)).join('');
    kept = [];
    return first ? [{ number: first.number, text: decoded(joined) }] : [];
  };
  return {
    read(line) {
      const { text } = line;
      const soft = SOFT.test(text) && text.length >= FULL && text.length <= LONGEST;
      proven ||= /^Content-Transfer-Encoding: quoted-printable/i.test(text) || soft;
      if (!proven) return [line];
      if (text.length > LONGEST) {
        // No such mail has longer lines.
        proven = false;
        return [...release(), line];
      }
      kept.push(line);
      return SOFT.test(text) && kept.length < MOST ? [] : release();
    },
    end: release,
  };
}

function decoded(text: string): string {
  if (!text.includes('=')) return text;
  return text.replace(/(?:=[0-9A-F]{2})+/g, (run) => {
    const codes = [...run.matchAll(ESCAPE)].map(([, hex = '']) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(Uint8Array.from(codes));
  });
}
