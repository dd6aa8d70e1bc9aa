import type { ExceptionRecord } from '../../model/observation.ts';
import type { LogLine } from '../read-log/log-line.ts';

/** So many are looked at, the last ones: a log may show thousands, one below the other. */
const MOST = 3;
const OF_NUMPY = /\bnumpy\b|_ARRAY_API\b|C-API|C ABI/i;

/** An exception without a traceback below which another one stands, and its own lines. */
export interface PassedException {
  readonly chain: readonly ExceptionRecord[];
  readonly lines: readonly LogLine[];
}

/**
 * Exceptions that a program printed and went past: only what they say of NumPy is worth telling, its
 * advice above all. A warning that was gone past is harmless.
 *
 * @param above chains of a region, the last one first
 * @param lines the region's
 */
export function passedExceptions(
  above: readonly (readonly ExceptionRecord[])[],
  lines: readonly LogLine[],
): readonly PassedException[] {
  return above
    .slice(0, MOST)
    .filter((chain) =>
      chain.every(({ type, message }) => !type.endsWith('Warning') && OF_NUMPY.test(message)),
    )
    .map((chain) => ({ chain, lines: chain.flatMap((one) => linesOf(one, lines)) }));
}

function linesOf(
  { type, message }: ExceptionRecord,
  lines: readonly LogLine[],
): readonly LogLine[] {
  const texts = message.split('\n');
  const at = lines.findLastIndex(
    ({ text }) => text.includes(type) && text.includes(texts[0]?.trim() ?? ''),
  );
  return at === -1 ? lines : lines.slice(at, at + texts.length);
}
