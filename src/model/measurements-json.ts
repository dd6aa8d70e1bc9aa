import type { Measurements } from './measurements.ts';

/** What equal measurements share: written once, into the table at the document's end. */
const SHARED_KEYS: ReadonlySet<string> = new Set([
  ...['module', 'facts', 'owner', 'observation', 'interpreter', 'events', 'exceptions', 'frames'],
  ...['oldApi', 'nativeFrames', 'numpy', 'stdout', 'stderr', 'files', 'filesOf', 'installed'],
  ...['observed', 'notTested', 'markers'],
]);
/** A reference takes about as much. */
const WORTH_SHARING = 24;
const REFERENCE = '$shared';

/**
 * Measurements as JSON text. What many of them have in common (a module's facts, the output of a
 * process that many modules share) is written once and referred to by its place: a hundred
 * combinations of five hundred modules stay small. Equal measurements give equal text.
 */
export function measurementsJson(document: Measurements): string {
  const table: string[] = [];
  const places = new Map<string, number>();
  const known = new Map<object, string>();

  const share = (json: string): string => {
    if (json.length < WORTH_SHARING) return json;
    const place = places.get(json) ?? table.push(json) - 1;
    places.set(json, place);
    return `{"${REFERENCE}":${place}}`;
  };
  const encode = (value: unknown, key: string | null): string => {
    const shared = key !== null && SHARED_KEYS.has(key);
    if (typeof value !== 'object' || value === null) {
      const json = JSON.stringify(value) ?? 'null';
      return shared ? share(json) : json;
    }
    // The same object under a shared key is the same reference.
    const seen = shared ? known.get(value) : undefined;
    if (seen !== undefined) return seen;
    const json = Array.isArray(value)
      ? `[${value.map((one) => encode(one, null)).join(',')}]`
      : `{${Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .map(([name, one]) => `${JSON.stringify(name)}:${encode(one, name)}`)
          .join(',')}}`;
    if (!shared) return json;
    const reference = share(json);
    known.set(value, reference);
    return reference;
  };

  const { measurements, ...head } = document;
  const fields = Object.entries(head).map(
    ([name, value]) => `${JSON.stringify(name)}:${encode(value, null)}`,
  );
  const rows = measurements.map((one) => encode(one, null));
  return `{${fields.join(',\n')},\n"measurements":[\n${rows.join(',\n')}\n],\n"shared":[\n${table.join(',\n')}\n]}\n`;
}

/** What {@link readMeasurementsJson} found. */
export type ReadMeasurements =
  | { readonly kind: 'measurements'; readonly document: Measurements }
  | { readonly kind: 'problem'; readonly reason: string };

/**
 * Reads what {@link measurementsJson} wrote. References become the same objects again, so memory
 * stays small, too.
 *
 * @param validate says what is wrong with the document's shape; undefined when nothing is
 */
export function readMeasurementsJson(
  text: string,
  validate: (value: unknown) => string | undefined,
): ReadMeasurements {
  const problem = (reason: string): ReadMeasurements => ({ kind: 'problem', reason });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
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
  const values: unknown[] = [];
  try {
    // A value refers only to those before it: no circles.
    for (const one of shared) values.push(resolve(one, values));
    const document = resolve(rest, values);
    const wrong = validate(document);
    return wrong === undefined
      ? { kind: 'measurements', document: document as Measurements }
      : problem(wrong);
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message);
    throw error;
  }
}

function resolve(value: unknown, values: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(one, values));
  if (!isRecord(value)) return value;
  const place = value[REFERENCE];
  if (typeof place === 'number' && Object.keys(value).length === 1) {
    if (place in values) return values[place];
    throw new RangeError(`a reference leads nowhere (${place})`);
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, resolve(one, values)]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
