import { isRecord } from '../../packaging/parsed-value.ts';
import type { RawLine, Stage } from './stage.ts';

// docs.asciinema.org: a header, then `[seconds, "o", "what was written"]` for each write; version 1
// is one document with all of them.
const HEADER = /^\s*\{.*"version"\s*:\s*[123]\b/;
const EVENT = /^\s*\[\s*\d[\d.eE+-]*\s*,\s*"([a-z])"\s*,\s*("(?:[^"\\]|\\.)*")\s*\]\s*,?\s*$/;

/**
 * Takes the text out of a terminal's recording (asciinema's casts): programs write a line in pieces,
 * each of which is an event of its own.
 */
export function readCasts(): Stage {
  let first = true;
  let recording = false;
  let begun: RawLine | undefined;

  const written = (number: number, text: string): readonly RawLine[] => {
    const lines = text.split(/\r*\n/);
    const done: RawLine[] = [];
    for (const [at, piece] of lines.entries()) {
      const known: RawLine = begun ?? { number, text: '' };
      begun = { number: known.number, text: `${known.text}${piece}` };
      if (at === lines.length - 1) break;
      done.push(begun);
      begun = undefined;
    }
    if (begun?.text === '') begun = undefined;
    return done;
  };
  const end = (): readonly RawLine[] => {
    const rest = begun ? [begun] : [];
    begun = undefined;
    return rest;
  };

  return {
    read(line) {
      if (first && line.text.trim() !== '') {
        first = false;
        const found = HEADER.test(line.text) ? parsed(line.text) : undefined;
        const header = isRecord(found) ? found : undefined;
        const old = textOf(header);
        if (old !== undefined) return [...written(line.number, old), ...end()];
        recording = header !== undefined && ('width' in header || 'term' in header);
        if (recording) return [];
      }
      if (!recording) return [line];
      const [, kind, text] = EVENT.exec(line.text) ?? [];
      if (text === undefined) return line.text.trim() === '' ? [] : [...end(), line];
      if (kind !== 'o') return [];
      const output = parsed(text);
      return typeof output === 'string' ? written(line.number, output) : [...end(), line];
    },
    end,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Version 1: `"stdout": [[seconds, "text"], …]`. */
function textOf(header: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const events = header?.['stdout'];
  if (!Array.isArray(events)) return undefined;
  return events
    .map((one: unknown) => (Array.isArray(one) && typeof one[1] === 'string' ? one[1] : ''))
    .join('');
}
