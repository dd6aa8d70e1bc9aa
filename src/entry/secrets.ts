import { redact } from '../escape/redact.ts';

/** What must not be shown; filled as soon as it is known. */
export interface Secrets {
  add(more: readonly string[]): void;
  /** The text with every secret taken out. */
  clean(text: string): string;
}

export function createSecrets(): Secrets {
  const known: string[] = [];
  return { add: (more) => known.push(...more), clean: (text) => redact(text, known) };
}

/**
 * The pieces of a text, each with every secret taken out.
 *
 * @param pieces of whole lines: no secret goes from one to the next
 */
export function* cleaned(
  pieces: Iterable<string>,
  clean: (text: string) => string,
): Generator<string> {
  for (const piece of pieces) yield clean(piece);
}
