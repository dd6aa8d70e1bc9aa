import type { RawLine, Stage } from './stage.ts';

/** Kubernetes' CRI format: time, stream, `P` for a piece of a line or `F` for its end, the text. */
const PIECE = /^(\d{4}-\d\d-\d\d\S+ (std(?:out|err)) )([PF]) ([\s\S]*)$/;
const MOST = 64;

/** Joins a line that a container's log driver cut into pieces, which it marks as such. */
export function joinPartialLines(): Stage {
  const begun = new Map<string, { readonly line: RawLine; text: string; pieces: number }>();
  const close = (stream: string): readonly RawLine[] => {
    const known = begun.get(stream);
    begun.delete(stream);
    return known ? [{ number: known.line.number, text: known.text }] : [];
  };
  return {
    read(line) {
      const [, head, stream, mark, text = ''] = PIECE.exec(line.text) ?? [];
      if (head === undefined || stream === undefined) return [line];
      const known = begun.get(stream);
      if (mark === 'F' && !known) return [line];
      if (known) {
        known.text += text;
        known.pieces += 1;
        return mark === 'F' || known.pieces >= MOST ? close(stream) : [];
      }
      begun.set(stream, { line, text: `${head}F ${text}`, pieces: 1 });
      return [];
    },
    end: () => [...begun.keys()].flatMap(close),
  };
}
