import { redact } from '../escape/redact.ts';

/** What must not be shown; filled as soon as it is known. */
export interface Secrets {
  add(more: readonly string[]): void;
  /** The text with every secret taken out. */
  clean(text: string): string;
}

/** What no text may show, known as it turns up. */
export function createSecrets(): Secrets {
  const known: string[] = [];
  return { add: (more) => known.push(...more), clean: (text) => redact(text, known) };
}

/**
 * The pieces of a text, each with every secret taken out.
 *
 * @param text whole, or in pieces of whole lines: no secret goes from one to the next
 */
export function* cleaned(
  text: string | Iterable<string>,
  clean: (text: string) => string,
): Generator<string> {
  if (typeof text === 'string') yield clean(text);
  else for (const piece of text) yield clean(piece);
}
