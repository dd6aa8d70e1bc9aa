import { gunzipSync, gzipSync } from 'node:zlib';
import { createSharer, withShared } from '../../model/json/shared-json.ts';
import type { Measurement } from '../../model/measurement.ts';
import { isRecord } from '../../packaging/parsed-value.ts';
import type { OutsidePlaces } from './outside-places.ts';

/** A measurement in the store, and when it was made. */
export interface StoredMeasurement {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What was read outside of the environment, as far as can be told. */
  readonly outside: OutsidePlaces;
  readonly measurement: Measurement;
}

/** One that is unpacked to more is not ours. */
const LARGEST_BYTES = 512 * 1024 * 1024;

/** As it is kept: JSON, compressed, where each text stands once. */
export function packMeasurement(stored: StoredMeasurement): Uint8Array {
  const { encode, table } = createSharer();
  const value = encode(stored, null);
  return gzipSync(`{"value":${value},"shared":[${table.join(',')}]}`, { level: 1 });
}

/**
 * @param validate says what is wrong with the measurement's shape, which refers to what is shared;
 * undefined when nothing is
 * @returns undefined where it is no stored measurement
 */
export function unpackMeasurement(
  bytes: Uint8Array,
  validate: (value: unknown, shared: readonly unknown[]) => string | undefined,
): StoredMeasurement | undefined {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: LARGEST_BYTES }).toString('utf8');
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || !isRecord(parsed['value'])) return undefined;
    const { value, shared } = parsed;
    if (!Array.isArray(shared) || validate(value['measurement'], shared) !== undefined)
      return undefined;
    const stored = withShared(value, shared);
    if (!isRecord(stored) || typeof stored['at'] !== 'string') return undefined;
    const outside = stored['outside'];
    if (!isOutside(outside)) return undefined;
    return { at: stored['at'], outside, measurement: stored['measurement'] as Measurement };
  } catch {
    return undefined;
  }
}

function isOutside(value: unknown): value is OutsidePlaces {
  if (!isRecord(value) || typeof value['stamp'] !== 'string') return false;
  const places = value['places'];
  return Array.isArray(places) && places.every((one) => typeof one === 'string');
}
