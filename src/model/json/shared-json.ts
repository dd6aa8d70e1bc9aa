/** What equal measurements share: written once, into a table. */
const SHARED_KEYS: ReadonlySet<string> = new Set([
  ...['module', 'facts', 'owner', 'observation', 'interpreter', 'events', 'exceptions', 'frames'],
  ...['oldApi', 'nativeFrames', 'numpy', 'stdout', 'stderr', 'files', 'filesOf', 'installed'],
  ...['observed', 'notTested', 'markers'],
]);
/** A reference takes about as much. */
const WORTH_SHARING = 24;
const REFERENCE = '$shared';

/** Writes values as JSON text, what they have in common once. */
export interface Sharer {
  /** @param key under which the value stands; null: it is not shared itself */
  encode(value: unknown, key: string | null): string;
  /** JSON texts; a reference is a place in it, and refers only to those before it. */
  readonly table: readonly string[];
}

/** Equal values in equal order give equal text. */
export function createSharer(): Sharer {
  const table: string[] = [];
  const references = new Map<string, string>();
  const known = new Map<object, string>();

  const share = (json: string): string => {
    if (json.length < WORTH_SHARING) return json;
    const made = references.get(json);
    if (made !== undefined) return made;
    const reference = `{"${REFERENCE}":${table.push(json) - 1}}`;
    references.set(json, reference);
    return reference;
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
  return { encode, table };
}

/**
 * Puts back what a {@link Sharer} wrote once, in the values themselves: they must be the caller's own,
 * as `JSON.parse` gives them. References become the same objects again, and equal long texts one, so
 * memory stays small, too.
 *
 * @param shared its table, parsed
 * @throws {RangeError} where a reference leads nowhere
 */
export function withShared(value: unknown, shared: readonly unknown[]): unknown {
  const values: unknown[] = [];
  const texts = new Map<string, string>();
  // A value refers only to those before it: no circles.
  for (const one of shared) values.push(resolve(one, values, texts));
  return resolve(value, values, texts);
}

/** Shorter ones are not worth looking for. */
const LONG = 16;

/** The same text for equal ones: a module's path stands ten times in what was seen of it. */
function sameText(text: string, texts: Map<string, string>): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

function resolve(value: unknown, values: readonly unknown[], texts: Map<string, string>): unknown {
  if (typeof value === 'string') return value.length < LONG ? value : sameText(value, texts);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const one = value[at];
      if (typeof one === 'object' && one !== null) value[at] = resolve(one, values, texts);
      else if (typeof one === 'string' && one.length >= LONG) value[at] = sameText(one, texts);
    }
    return value;
  }
  const fields = value as Record<string, unknown>;
  // The fields are its own, `__proto__` as well: JSON knows no other.
  for (const name in fields) {
    const one = fields[name];
    const place = name === REFERENCE ? referenceIn(value) : undefined;
    if (place !== undefined) {
      if (isPlace(place, values.length)) return values[place];
      throw leadsNowhere(place);
    }
    if (typeof one === 'object' && one !== null) fields[name] = resolve(one, values, texts);
    else if (typeof one === 'string' && one.length >= LONG) fields[name] = sameText(one, texts);
  }
  return value;
}

/** The place in a table that an object stands for, as JSON has it; undefined for any other object. */
export function referenceIn(value: object): number | undefined {
  const place = (value as Readonly<Record<string, unknown>>)[REFERENCE];
  return typeof place === 'number' && Object.keys(value).length === 1 ? place : undefined;
}

/** @param limit places from there on are not to be referred to */
export function isPlace(place: number, limit: number): boolean {
  return Number.isInteger(place) && place >= 0 && place < limit;
}

/** The error of a reference to a place that the table does not have. */
export function leadsNowhere(place: number): RangeError {
  return new RangeError(`a reference leads nowhere (${place})`);
}
