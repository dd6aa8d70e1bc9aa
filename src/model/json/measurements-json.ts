import { isRecord } from '../../packaging/parsed-value.ts';
import type { Measurements } from '../measurements.ts';
import { parseTable } from './parse-table.ts';
import { createSharer, withShared } from './shared-json.ts';

/** A file of measurements that is larger than this is something else. */
export const LARGEST_BYTES = 256 * 2 ** 20;

/**
 * Measurements as JSON text. What many of them have in common (a module's facts, the output of a
 * process that many modules share) is written once and referred to by its place: a hundred
 * combinations of five hundred modules stay small. Equal measurements give equal text.
 */
export function measurementsJson(document: Measurements): string {
  return [...measurementsPieces(document)].join('');
}

/** The same text in pieces of whole lines, which need not be in memory together. */
export function* measurementsPieces(document: Measurements): Generator<string> {
  const { encode, table } = createSharer();
  const { measurements, ...head } = document;
  const fields = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}:${encode(value, null)}`,
  );
  yield `{${fields.join(',\n')},\n"measurements":[\n`;
  for (const [at, one] of measurements.entries()) {
    yield `${encode(one, null)}${at === measurements.length - 1 ? '' : ','}\n`;
  }
  yield '],\n"shared":[\n';
  for (const [at, one] of table.entries()) yield `${one}${at === table.length - 1 ? '' : ','}\n`;
  yield ']}\n';
}

/** What {@link readMeasurementsJson} found. */
export type ReadMeasurements =
  | { readonly kind: 'measurements'; readonly document: Measurements }
  | { readonly kind: 'problem'; readonly reason: string };

/**
 * Reads what {@link measurementsJson} wrote. References become the same objects again, so memory
 * stays small, too.
 *
 * @param written the file's text, or its bytes, of which less is in memory at one time
 * @param validate says what is wrong with the document's shape, which refers to what is shared;
 * undefined when nothing is
 */
export function readMeasurementsJson(
  written: string | Uint8Array,
  validate: (value: unknown, shared: readonly unknown[]) => string | undefined,
): ReadMeasurements {
  const problem = (reason: string): ReadMeasurements => ({ kind: 'problem', reason });
  let parsed: unknown;
  try {
    parsed =
      typeof written === 'string'
        ? JSON.parse(written)
        : (parseTable(written) ?? JSON.parse(new TextDecoder().decode(written)));
  } catch (error) {
    return problem(`it is no JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  if (!isRecord(parsed) || parsed['document'] !== 'measurements') {
    return problem('it is no measurements file: `check --measurements FILE` writes them');
  }
  if (parsed['schema'] !== 1) {
    return problem(`its schema is ${JSON.stringify(parsed['schema'])}, this version reads 1`);
  }
  const { shared, ...rest } = parsed;
  if (!Array.isArray(shared)) return problem('its table of shared values is missing');
  try {
    const wrong = validate(rest, shared);
    return wrong === undefined
      ? { kind: 'measurements', document: withShared(rest, shared) as Measurements }
      : problem(wrong);
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message);
    throw error;
  }
}
