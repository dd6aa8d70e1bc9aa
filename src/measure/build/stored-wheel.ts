import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isRecord } from '../../packaging/parsed-value.ts';
import { parseWheelFilename } from '../../packaging/wheel-filename.ts';
import type { BuildResult } from './build-result.ts';

type Built = Extract<BuildResult, { readonly kind: 'built' }>;

/** A built wheel in the store: its bytes, and what is known of its build. */
export interface StoredWheel extends Pick<Built, 'buildNumpy' | 'buildPython' | 'abi' | 'text'> {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The wheel's file name. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** One line of JSON, then the wheel. */
export async function packWheel(built: Built, at: string): Promise<Uint8Array> {
  const { wheel, buildNumpy, buildPython, abi, text } = built;
  const head = { at, file: basename(wheel), buildNumpy, buildPython, abi, text };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), await readFile(wheel)]);
}

/** Undefined where it is no stored wheel; its name can name no other folder. */
export function unpackWheel(stored: Uint8Array): StoredWheel | undefined {
  const end = stored.indexOf(0x0a);
  if (end < 0) return undefined;
  let head: unknown;
  try {
    head = JSON.parse(Buffer.from(stored.subarray(0, end)).toString('utf8'));
  } catch {
    return undefined;
  }
  if (!isRecord(head)) return undefined;
  const { at, file, buildNumpy, buildPython, abi, text } = head;
  if (typeof at !== 'string' || typeof file !== 'string' || typeof text !== 'string') {
    return undefined;
  }
  if (typeof buildPython !== 'string' || typeof abi !== 'string') return undefined;
  if (buildNumpy !== null && typeof buildNumpy !== 'string') return undefined;
  if (/[\\/]/.test(file) || parseWheelFilename(file)?.tags[0]?.split('-')[1] !== abi) {
    return undefined;
  }
  return { at, file, buildNumpy, buildPython, abi, text, bytes: stored.subarray(end + 1) };
}
